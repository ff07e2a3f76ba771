// From dolphinscheduler-dao's entities (WorkflowDefinition, WorkflowTaskRelation, TaskDefinition, Schedule) and the *Parameters classes of the task
// plugins, tags 3.2.2 and dev 7e0095dca1.
#include "core/targets/dolphinscheduler/schema.h"

#include <algorithm>
#include <map>

namespace weft::dolphin {
namespace {

Fields with_common(std::initializer_list<Field> own) {
    Fields all{{"localParams", "", true}, {"resourceList", "[]"}, {"varPool", "*"}, {"dependence", "*"}, {"conditionResult", "*"}, {"waitStartTimeout", "*"}, {"switchResult", "*"}};
    for (const Field& field : own) {
        std::erase_if(all, [&](const Field& known) { return known.name == field.name; });
        all.push_back(field);
    }
    return all;
}

const std::map<std::string_view, Fields>& by_type() {
    static const std::map<std::string_view, Fields> all{
        {"SHELL", with_common({{"rawScript", "", true}})},
        {"PYTHON", with_common({{"rawScript", "", true}})},
        {"K8S", with_common({{"image", "", true}, {"command", "", true}, {"args", "", true}, {"minCpuCores", "", true}, {"minMemorySpace", "", true}, {"imagePullPolicy", "", true},
                             {"pullSecret", "", true}, {"nodeSelectors", "[]", true}, {"namespace", ""}, {"datasource", ""}, {"type", "K8S"}, {"customizedLabels", "[]"},
                             {"kubeConfig", ""}, {"customConfig", ""}, {"yamlContent", ""}})},
        {"HTTP", with_common({{"url", "", true}, {"httpMethod", "GET"}, {"httpRequestMethod", "GET"}, {"httpParams", "[]"}, {"httpBody", ""}, {"httpCheckCondition", "STATUS_CODE_DEFAULT"},
                              {"condition", ""}, {"connectTimeout", "10000"}, {"socketTimeout", "*"}})},
        {"CONDITIONS", with_common({{"dependence", "", true}, {"conditionResult", "", true}, {"rawScript", "*"}})},
        {"SWITCH", with_common({{"switchResult", "", true}, {"rawScript", "*"}, {"nextBranch", "*"}})},
        {"SUB_PROCESS", with_common({{"processDefinitionCode", "", true}})},
        {"SUB_WORKFLOW", with_common({{"workflowDefinitionCode", "", true}})},
        {"DEPENDENT", with_common({{"dependence", ""}, {"failurePolicy", ""}, {"failureWaitingTime", ""}})},
        {"DYNAMIC", with_common({{"processDefinitionCode", ""}, {"workflowDefinitionCode", ""}, {"maxNumOfSubWorkflowInstances", "1024"}, {"degreeOfParallelism", "1"},
                                 {"filterCondition", ""}, {"listParameters", "[]"}})},
    };
    return all;
}

}  // namespace

const Fields& head_fields() {
    static const Fields all{
        {"name", "", true},        {"description", "", true}, {"globalParams", "[]", true}, {"locations", "", true}, {"timeout", "0", true},
        {"code", "*"},             {"id", "*"},               {"version", "*"},             {"releaseState", "*"},   {"projectCode", "*"},
        {"globalParamList", "*"},  {"globalParamMap", "*"},   {"createTime", "*"},          {"updateTime", "*"},     {"flag", "YES"},
        {"userId", "*"},           {"userName", "*"},         {"projectName", "*"},         {"scheduleReleaseState", "*"}, {"modifyBy", "*"},
        {"warningGroupId", "*"},   {"executionType", "PARALLEL"}, {"tenantId", "*"},        {"tenantCode", "default"}, {"schedule", "*"},
        {"operator", "*"},         {"operateTime", "*"},      {"processDefinitionLogs", "*"},
    };
    return all;
}

const Fields& form_fields() {
    static const Fields all = [] {
        Fields fields = head_fields();
        for (const char* key : {"taskDefinitionJson", "taskRelationJson", "otherParamsJson"}) fields.push_back({key, "*"});
        return fields;
    }();
    return all;
}

const Fields& relation_fields() {
    static const Fields all{
        {"preTaskCode", "", true},  {"postTaskCode", "", true}, {"id", "*"},                    {"name", ""},                        {"projectCode", "*"},
        {"preTaskVersion", "*"},    {"postTaskVersion", "*"},   {"conditionType", "NONE"},      {"conditionParams", "{}"},           {"createTime", "*"},
        {"updateTime", "*"},        {"operator", "*"},          {"operateTime", "*"},           {"processDefinitionCode", "*"},      {"processDefinitionVersion", "*"},
        {"workflowDefinitionCode", "*"}, {"workflowDefinitionVersion", "*"},
    };
    return all;
}

const Fields& task_fields() {
    static const Fields all{
        {"code", "*"},              {"name", "", true},          {"description", "", true}, {"taskType", "", true},           {"taskParams", "", true},
        {"flag", "YES", true},      {"failRetryTimes", "0", true}, {"failRetryInterval", "*"}, {"timeoutFlag", "CLOSE", true}, {"timeout", "0", true},
        {"timeoutNotifyStrategy", "*"}, {"id", "*"},             {"version", "*"},          {"projectCode", "*"},             {"userId", "*"},
        {"userName", "*"},          {"projectName", "*"},        {"taskParamList", "*"},    {"taskParamMap", "*"},            {"isCache", "NO"},
        {"taskPriority", "MEDIUM"}, {"workerGroup", "default"},  {"environmentCode", "-1"}, {"delayTime", "0"},               {"resourceIds", ""},
        {"createTime", "*"},        {"updateTime", "*"},         {"modifyBy", "*"},         {"taskGroupId", "0"},             {"taskGroupPriority", "0"},
        {"cpuQuota", "-1"},         {"memoryMax", "-1"},         {"taskExecuteType", "BATCH"}, {"operator", "*"},             {"operateTime", "*"},
        {"processTaskRelationList", "*"}, {"workflowTaskRelationList", "*"}, {"processDefinitionCode", "*"}, {"processDefinitionName", "*"}, {"dependence", "*"},
    };
    return all;
}

const Fields& schedule_fields() {
    static const Fields all{
        {"crontab", "", true},      {"timezoneId", "", true},    {"startTime", "", true},       {"endTime", "", true},       {"releaseState", "", true},
        {"id", "*"},                {"processDefinitionCode", "*"}, {"workflowDefinitionCode", "*"}, {"processDefinitionName", "*"}, {"workflowDefinitionName", "*"},
        {"projectName", "*"},       {"definitionDescription", "*"}, {"failureStrategy", "CONTINUE"}, {"warningType", "NONE"},  {"createTime", "*"},
        {"updateTime", "*"},        {"userId", "*"},             {"userName", "*"},             {"warningGroupId", "*"},     {"processInstancePriority", "MEDIUM"},
        {"workflowInstancePriority", "MEDIUM"}, {"workerGroup", "default"}, {"tenantCode", "default"}, {"environmentCode", "-1"}, {"environmentName", ""},
    };
    return all;
}

const Fields* parameter_fields(std::string_view task_type) {
    const auto found = by_type().find(task_type);
    return found == by_type().end() ? nullptr : &found->second;
}

const Field* find_field(const Fields& fields, std::string_view name) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace weft::dolphin
