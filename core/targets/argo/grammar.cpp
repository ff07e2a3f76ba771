// What an Argo file may say where: its own tags, and the table of fields that unknown ones are found by.
#include "core/targets/grammar.h"

#include <algorithm>

#include "core/targets/argo/fields.h"

namespace weft {
namespace {

// Templates know their own inputs and what belongs to the workflow; tasks.X and steps.X are known among the tasks alone (validate.go resolveAllVariables).
std::string spell(const InScope& what, const ReferencePlace& at) {
    switch (what.kind) {
        case InScope::Kind::flow_parameter: return "{{workflow.parameters." + what.name + "}}";
        case InScope::Kind::parameter: return "{{inputs.parameters." + what.name + "}}";
        case InScope::Kind::output:
            if (at.place == TextPlace::work || what.artifact) return {};
            return (at.steps ? "{{steps." : "{{tasks.") + what.task + ".outputs." + (what.name == "result" ? "" : "parameters.") + what.name + "}}";
        case InScope::Kind::item:
            if (at.place == TextPlace::work) return {};
            return what.name.empty() ? "{{item}}" : "{{item." + what.name + "}}";
        case InScope::Kind::status: return at.main ? "{{workflow.status}}" : std::string();
        case InScope::Kind::secret: break;
    }
    return {};
}

std::string root(const yaml::Stream& stream) {
    return stream.documents.empty() ? std::string() : std::string(yaml::text_at(stream.documents.front().root, "kind"));
}

std::vector<GrammarField> fields(std::string_view object) {
    std::vector<GrammarField> out;
    for (const argo::Field& one : argo::fields_of(object)) out.push_back({one.name, one.type});
    return out;
}

std::vector<std::string_view> words(std::string_view object, std::string_view key) {
    if (key == "kind" && (object == "Workflow" || object == "WorkflowTemplate" || object == "ClusterWorkflowTemplate" || object == "CronWorkflow"))
        return {"Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate", "CronWorkflow"};
    if (key == "concurrencyPolicy") return {"Allow", "Forbid", "Replace"};
    if (key == "imagePullPolicy") return {"Always", "IfNotPresent", "Never"};
    if (key == "retryPolicy") return {"Always", "OnFailure", "OnError", "OnTransientError"};
    if (object == "Toleration" && key == "operator") return {"Equal", "Exists"};
    if (object == "Toleration" && key == "effect") return {"NoSchedule", "PreferNoSchedule", "NoExecute"};
    if (object == "PodGC" && key == "strategy") return {"OnPodCompletion", "OnPodSuccess", "OnWorkflowCompletion", "OnWorkflowSuccess"};
    return {};
}

// A template does one thing, a task waits in one way and loops in one way.
bool together(std::string_view object, std::string_view key, const std::vector<std::string>& present) {
    struct Choice { std::vector<std::string_view> objects, keys; };
    static const std::vector<Choice> choices = {
        {{"Template"}, {"container", "script", "resource", "suspend", "http", "steps", "dag", "containerSet", "data", "plugin"}},
        {{"Task", "Step", "Hook"}, {"template", "templateRef", "inline"}},
        {{"Task"}, {"dependencies", "depends"}},
        {{"Task", "Step"}, {"withItems", "withParam", "withSequence"}},
    };
    for (const Choice& choice : choices) {
        const auto holds = [](const std::vector<std::string_view>& all, std::string_view one) { return std::find(all.begin(), all.end(), one) != all.end(); };
        if (holds(choice.objects, object) && holds(choice.keys, key) && std::any_of(present.begin(), present.end(), [&](const std::string& one) { return holds(choice.keys, one); })) return false;
    }
    const auto has = [&](std::string_view one) { return std::find(present.begin(), present.end(), one) != present.end(); };
    if (object == "Task" && key == "continueOn" && has("depends")) return false;      // "cannot use 'continueOn' when using 'depends'"
    if (object == "Task" && key == "depends" && has("continueOn")) return false;
    if (key == "status" && !present.empty() && object != "Status") return false;       // the engine's own
    return true;
}

KeyGrammar::Names names(std::string_view object, std::string_view key) {
    using Names = KeyGrammar::Names;
    if ((object == "Task" || object == "Step" || object == "Hook") && key == "template") return Names::definition;
    if ((object == "Spec" && (key == "entrypoint" || key == "onExit")) || ((object == "Task" || object == "Step") && key == "onExit")) return Names::definition;
    if (object == "Task" && (key == "dependencies" || key == "depends")) return Names::task;
    return Names::none;
}

}  // namespace

const Grammar& argo_grammar() {
    static const ReferenceLanguage language{"{{", "}}", {false, false, true}, spell};
    static const KeyGrammar keys{root, fields, words, together, names};
    static const Grammar grammar{"argo", &language, &keys};
    return grammar;
}

}  // namespace weft
