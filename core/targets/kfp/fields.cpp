// Which fields the two documents know, message by message (api/v2alpha1/pipeline_spec.proto, kubernetes_executor_config.proto, 2.17). A server refuses
// unknown ones everywhere but in deploymentSpec, where it drops them.
#include <algorithm>
#include <array>
#include <cctype>

#include "core/targets/kfp/reading.h"

namespace weft::kfp {
namespace {

using yaml::Kind;
using yaml::Node;
using yaml::NodePtr;
using yaml::ScalarType;

// s text · b boolean · i whole number (as a string too) · n number · * anything · Name an object of that name · [T] a list · {T} a map whose values are T
struct Table { std::string_view name, fields; };
constexpr Table tables[] = {
    {"Pipeline", "pipelineInfo:Info deploymentSpec:Deployment sdkVersion:s schemaVersion:s components:{Component} root:Component defaultPipelineRoot:s"},
    {"Info", "name:s displayName:s description:s"},
    {"Component", "inputDefinitions:Inputs outputDefinitions:Outputs dag:Dag executorLabel:s singlePlatformSpecs:[Platform] taskConfigPassthroughs:[Passthrough]"},
    {"Passthrough", "field:s applyToTask:b"},
    {"Inputs", "artifacts:{InputArtifact} parameters:{InputParameter}"},
    {"InputArtifact", "artifactType:ArtifactType isArtifactList:b isOptional:b description:s"},
    {"InputParameter", "type:s parameterType:s defaultValue:* isOptional:b description:s literals:[*]"},
    {"ArtifactType", "schemaTitle:s schemaUri:s instanceSchema:s schemaVersion:s"},
    {"Outputs", "artifacts:{OutputArtifact} parameters:{OutputParameter}"},
    {"OutputArtifact", "artifactType:ArtifactType properties:{RuntimeValue} customProperties:{RuntimeValue} metadata:* isArtifactList:b description:s"},
    {"OutputParameter", "type:s parameterType:s description:s"},
    {"Dag", "tasks:{Task} outputs:DagOutputs"},
    {"DagOutputs", "artifacts:{DagArtifact} parameters:{DagParameter}"},
    {"DagArtifact", "artifactSelectors:[ArtifactSelector]"},
    {"ArtifactSelector", "producerSubtask:s outputArtifactKey:s"},
    {"DagParameter", "valueFromParameter:ParameterSelector valueFromOneof:ParameterSelectors"},
    {"ParameterSelectors", "parameterSelectors:[ParameterSelector]"},
    {"ParameterSelector", "producerSubtask:s outputParameterKey:s"},
    {"Task", "taskInfo:TaskInfo inputs:TaskInputs dependentTasks:[s] cachingOptions:Caching componentRef:Ref triggerPolicy:Trigger artifactIterator:ArtifactIterator "
             "parameterIterator:ParameterIterator retryPolicy:RetryPolicy iteratorPolicy:IteratorPolicy"},
    {"TaskInfo", "name:s"},
    {"Ref", "name:s"},
    {"Caching", "enableCache:b cacheKey:s"},
    {"Trigger", "condition:s strategy:s"},
    {"RetryPolicy", "maxRetryCount:i backoffDuration:s backoffFactor:n backoffMaxDuration:s"},
    {"IteratorPolicy", "parallelismLimit:i"},
    {"ArtifactIterator", "items:ArtifactItems itemInput:s"},
    {"ArtifactItems", "inputArtifact:s"},
    {"ParameterIterator", "items:ParameterItems itemInput:s"},
    {"ParameterItems", "raw:s inputParameter:s"},
    {"TaskInputs", "parameters:{TaskParameter} artifacts:{TaskArtifact}"},
    {"TaskArtifact", "taskOutputArtifact:OutputArtifactRef componentInputArtifact:s"},
    {"OutputArtifactRef", "producerTask:s outputArtifactKey:s"},
    {"TaskParameter", "taskOutputParameter:OutputParameterRef runtimeValue:RuntimeValue componentInputParameter:s taskFinalStatus:FinalStatus parameterExpressionSelector:s"},
    {"OutputParameterRef", "producerTask:s outputParameterKey:s"},
    {"FinalStatus", "producerTask:s"},
    {"RuntimeValue", "constantValue:* runtimeParameter:s constant:*"},
    {"Deployment", "executors:{Executor}"},
    {"Executor", "container:Container importer:Importer resolver:* customJob:*"},
    {"Container", "image:s command:[s] args:[s] lifecycle:* resources:Resources env:[Variable]"},
    {"Variable", "name:s value:s"},
    {"Resources", "cpuLimit:n memoryLimit:n cpuRequest:n memoryRequest:n resourceCpuLimit:s resourceMemoryLimit:s resourceCpuRequest:s resourceMemoryRequest:s accelerator:Accelerator"},
    {"Accelerator", "type:s count:i resourceType:s resourceCount:s"},
    {"Importer", "artifactUri:RuntimeValue typeSchema:ArtifactType properties:* customProperties:* reimport:b metadata:* downloadToWorkspace:b"},
    {"Platforms", "platforms:{Platform}"},
    {"Platform", "deploymentSpec:PlatformDeployment platform:s config:* pipelineConfig:PipelineConfig"},
    {"PlatformDeployment", "executors:{PodConfig}"},
    {"PipelineConfig", "resourceTtlOnCompletion:i workspace:Workspace resourceTtlOnSuccess:i resourceTtlOnFailure:i activeDeadlineSeconds:i"},
    {"Workspace", "size:s kubernetes:WorkspaceClaim"},
    {"WorkspaceClaim", "pvcSpecPatch:*"},
    {"PodConfig", "secretAsVolume:[SecretVolume] secretAsEnv:[SecretEnv] pvcMount:[Claim] nodeSelector:NodeSelector podMetadata:* imagePullSecret:[PullSecret] imagePullPolicy:s "
                  "configMapAsVolume:[ConfigVolume] configMapAsEnv:[ConfigEnv] activeDeadlineSeconds:i fieldPathAsEnv:[FieldEnv] tolerations:[Toleration] "
                  "genericEphemeralVolume:[Ephemeral] nodeAffinity:* podAffinity:* enabledSharedMemory:SharedMemory emptyDirMounts:[EmptyDir] securityContext:* initContainers:*"},
    {"SecretVolume", "secretName:s mountPath:s optional:b secretNameParameter:TaskParameter"},
    {"SecretEnv", "secretName:s keyToEnv:[SecretKey] optional:b secretNameParameter:TaskParameter"},
    {"SecretKey", "secretKey:s envVar:s"},
    {"Claim", "taskOutputParameter:OutputParameterRef constant:s componentInputParameter:s mountPath:s pvcNameParameter:TaskParameter subPath:s"},
    {"NodeSelector", "labels:{s} nodeSelectorJson:TaskParameter"},
    {"PullSecret", "secretName:s secretNameParameter:TaskParameter"},
    {"ConfigVolume", "configMapName:s mountPath:s optional:b configMapNameParameter:TaskParameter"},
    {"ConfigEnv", "configMapName:s keyToEnv:[ConfigKey] configMapNameParameter:TaskParameter optional:b"},
    {"ConfigKey", "configMapKey:s envVar:s"},
    {"FieldEnv", "name:s fieldPath:s"},
    {"Toleration", "key:s operator:s value:s effect:s tolerationSeconds:i tolerationJson:TaskParameter"},
    {"Ephemeral", "volumeName:s mountPath:s accessModes:[s] size:s defaultStorageClass:b storageClassName:s metadata:*"},
    {"SharedMemory", "volumeName:s size:s"},
    {"EmptyDir", "volumeName:s mountPath:s medium:s sizeLimit:s"},
};

std::string_view fields_of(std::string_view object) {
    for (const Table& table : tables)
        if (table.name == object) return table.fields;
    return {};
}

// protojson takes the proto's own snake_case names as well.
std::string camel(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == '_' && i + 1 < name.size()) out += char(std::toupper(static_cast<unsigned char>(name[++i])));
        else out += name[i];
    }
    return out;
}

std::string_view type_of_field(std::string_view fields, std::string_view wanted) {
    while (!fields.empty()) {
        const std::size_t end = std::min(fields.find(' '), fields.size()), colon = fields.find(':');
        if (fields.substr(0, colon) == wanted) return fields.substr(colon + 1, end - colon - 1);
        fields.remove_prefix(std::min(end + 1, fields.size()));
    }
    return {};
}

struct Checker {
    std::vector<yaml::Issue>& issues;

    void add(const char* rule, Message what, const Node& at) { issues.push_back({rule, std::move(what), at.span, at.line, at.column}); }

    void scalar(const std::string& field, char type, const Node& value) {
        if (!value.is_scalar()) return add("yaml/wrong-type", {WEFT_TR("core", "`%1` must be a single value"), {field}}, value);
        const ScalarType seen = value.style == yaml::Style::plain ? yaml::type_of(value) : ScalarType::string;
        if (type == 's' && seen != ScalarType::string) add("yaml/wrong-type", {WEFT_TR("core", "`%1` must be a string, `%2` is not; write it in quotes"), {field, value.text}}, value);
        if (type == 'b' && seen != ScalarType::boolean) add("yaml/wrong-type", {WEFT_TR("core", "`%1` must be true or false, `%2` is not"), {field, value.text}}, value);
        const bool number = !value.text.empty() && value.text.find_first_not_of("0123456789+-.eE") == std::string::npos;
        if ((type == 'i' || type == 'n') && !number) add("yaml/wrong-type", {WEFT_TR("core", "`%1` must be a number, `%2` is not"), {field, value.text}}, value);
    }

    void object(const std::string& field, std::string_view name, const Node& value) {
        if (!value.is_map()) return add("yaml/wrong-type", {WEFT_TR("core", "`%1` must be a map"), {field}}, value);
        const std::string_view fields = fields_of(name);
        for (const yaml::Entry& entry : value.entries) {
            if (!entry.key || !entry.value || entry.key->text == "<<") continue;
            const std::string_view type = type_of_field(fields, camel(entry.key->text));
            if (type.empty()) add("yaml/unknown-field", {WEFT_TR("core", "unknown field `%1`; a KFP server refuses the pipeline"), {entry.key->text}}, *entry.key);
            else check(entry.key->text, type, entry.value.get());
        }
    }

    void check(const std::string& field, std::string_view type, const Node* given) {
        const Node* value = yaml::resolve(given);
        if (!value || type == "*" || value->kind == Kind::null) return;
        const std::string_view inner = type.substr(1, type.size() - 2);
        if (type.front() == '[') {
            if (!value->is_sequence()) return add("yaml/wrong-type", {WEFT_TR("core", "`%1` must be a list"), {field}}, *value);
            for (const NodePtr& item : value->items) check(field, inner, item.get());
        } else if (type.front() == '{') {
            if (!value->is_map()) return add("yaml/wrong-type", {WEFT_TR("core", "`%1` must be a map"), {field}}, *value);
            for (const yaml::Entry& entry : value->entries)
                if (entry.key) check(entry.key->text, inner, entry.value.get());
        } else if (type.size() == 1) {
            scalar(field, type.front(), *value);
        } else {
            object(field, type, *value);
        }
    }
};

}  // namespace

void check_fields(const Spec& spec, std::vector<yaml::Issue>& issues) {
    Checker checker{issues};
    checker.check("pipeline", "Pipeline", spec.root.node.get());
    if (spec.platform) checker.check("kubernetes", "Platform", spec.platform.node.get());
}

}  // namespace weft::kfp
