// From apache-dolphinscheduler 4.1.0: core/workflow.py, core/task.py, tasks/*.py.
#include <map>

#include "core/targets/dolphinscheduler/python.h"

namespace weft::dolphin::python {

const Fields& workflow_fields() {
    static const Fields all{
        {"name", "", true}, {"description", "", true}, {"schedule", "", true}, {"online_schedule", "", true}, {"start_time", "", true}, {"end_time", "", true},
        {"timezone", "", true}, {"timeout", "", true}, {"param", "", true}, {"user", ""}, {"project", ""}, {"worker_group", "default"}, {"warning_type", "NONE"},
        {"warning_group_id", "0"}, {"execution_type", "PARALLEL"}, {"release_state", "online"}, {"run", "false"}, {"resource_list", ""},
    };
    return all;
}

const Fields& task_fields() {
    static const Fields all{
        {"name", "", true}, {"task_type", "", true}, {"deps", "", true}, {"description", "", true}, {"flag", "YES", true}, {"fail_retry_times", "0", true},
        {"fail_retry_interval", "1", true}, {"timeout", "", true}, {"input_params", "", true}, {"output_params", "", true}, {"task_priority", "MEDIUM"},
        {"worker_group", "default"}, {"environment_name", ""}, {"delay_time", "0"}, {"timeout_notify_strategy", ""}, {"is_cache", "false"}, {"task_group_id", "0"},
        {"task_group_priority", "0"}, {"resource_list", ""}, {"dependence", ""}, {"wait_start_timeout", ""}, {"condition_result", ""}, {"resource_plugin", ""},
        {"cpu_quota", "-1"}, {"memory_max", "-1"}, {"local_params", ""},
    };
    return all;
}

const Fields* own_fields(std::string_view type) {
    static const std::map<std::string_view, Fields> all{
        {"SHELL", {{"command", "", true}}},
        {"PYTHON", {{"definition", "", true}}},
        {"HTTP", {{"url", "", true}, {"http_method", "GET"}, {"http_params", ""}, {"http_check_condition", "STATUS_CODE_DEFAULT"}, {"condition", ""}, {"connect_timeout", ""}, {"socket_timeout", ""}}},
        {"K8S", {{"image", "", true}, {"namespace", ""}, {"min_cpu_cores", "", true}, {"min_memory_space", "", true}}},
        {"CONDITIONS", {{"success_task", "", true}, {"failed_task", "", true}, {"op", "", true}, {"groups", "", true}}},
        {"SWITCH", {{"condition", "", true}}},
        {"SUB_WORKFLOW", {{"workflow_name", "", true}}},
    };
    const auto found = all.find(type);
    return found == all.end() ? nullptr : &found->second;
}

}  // namespace weft::dolphin::python
