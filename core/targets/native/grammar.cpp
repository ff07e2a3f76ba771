// What a native text may say where, from the tables that the reader checks by.
#include "core/targets/grammar.h"

#include <algorithm>

#include "core/targets/native/fields.h"

namespace weft {
namespace {

std::string spell(const InScope& what, const ReferencePlace&) {
    switch (what.kind) {
        case InScope::Kind::flow_parameter:
        case InScope::Kind::parameter: return "{{params." + what.name + "}}";
        case InScope::Kind::output: return what.artifact ? std::string() : "{{tasks." + what.task + ".outputs." + what.name + "}}";
        case InScope::Kind::item: return what.name.empty() ? "{{item}}" : "{{item." + what.name + "}}";
        case InScope::Kind::status: return "{{flow.status}}";
        case InScope::Kind::secret: break;
    }
    return {};
}

struct Objects {
    std::string_view name;
    const native::Keys& (*keys)();
    std::vector<GrammarField> typed;     // keys whose value is more than a scalar
};

const std::vector<Objects>& objects() {
    static const std::vector<GrammarField> task = {{"needs", "[Need]"},     {"loop", "Loop"},        {"inputs", "{Parameter}"}, {"params", "{Value}"},   {"files", "{File}"},
                                                   {"http", "Http"},        {"tasks", "[Task]"},     {"outputs", "[Output]"},   {"environment", "Environment"}, {"retry", "Retry"},
                                                   {"handlers", "[Handler]"}, {"failFast", "b"},     {"tolerated", "b"},        {"muted", "b"}};
    static const std::vector<Objects> all = {
        {"Flow", native::flow_keys, {{"parameters", "{Parameter}"}, {"environment", "Environment"}, {"schedule", "Schedule"}, {"definitions", "{Definition}"}, {"tasks", "[Task]"}, {"handlers", "[Handler]"}, {"canvas", "*"}}},
        {"Task", native::task_keys, task},
        {"Handler", native::handler_keys, task},
        {"Definition", native::definition_keys, task},
        {"Environment", native::environment_keys, {{"env", "{Value}"}, {"volumes", "[Volume]"}, {"nodeSelector", "*"}, {"tolerations", "[Toleration]"}}},
        {"Retry", native::retry_keys, {}},
        {"Loop", native::loop_keys, {{"items", "*"}}},
        {"Need", native::need_keys, {{"recovers", "b"}}},
        {"Output", native::output_keys, {{"from", "Value"}, {"stdout", "b"}, {"exitCode", "b"}, {"artifact", "b"}, {"optional", "b"}}},
        {"File", native::file_keys, {{"from", "Value"}, {"optional", "b"}}},
        {"Parameter", native::parameter_keys, {{"choices", "*"}}},
        {"Http", native::http_keys, {{"headers", "*"}}},
        {"Volume", native::volume_keys, {{"readOnly", "b"}}},
        {"Toleration", native::toleration_keys, {}},
        {"Schedule", native::schedule_keys, {{"suspended", "b"}}},
        {"Value", native::value_keys, {}},
    };
    return all;
}

std::string root(const yaml::Stream&) { return "Flow"; }

std::vector<GrammarField> fields(std::string_view object) {
    std::vector<GrammarField> out;
    for (const Objects& one : objects()) {
        if (one.name != object) continue;
        for (const std::string_view key : one.keys()) {
            const auto typed = std::find_if(one.typed.begin(), one.typed.end(), [&](const GrammarField& field) { return field.name == key; });
            out.push_back({key, typed == one.typed.end() ? "v" : typed->type});
        }
    }
    return out;
}

std::vector<std::string_view> words(std::string_view object, std::string_view key) {
    std::vector<std::string_view> out;
    if (key == "type")
        for (const native::TypeWord& one : native::type_words()) out.push_back(one.word);
    else if (object == "Need" && key == "on")
        for (const native::ResultWord& one : native::result_words()) out.push_back(one.word);
    else if (key == "runs") out = {"always", "on-success", "on-failure"};
    else if (key == "verdict") out = {"affects", "warn"};
    else if (key == "wait") out = {"approval"};
    else if (key == "pullPolicy") out = {"Always", "IfNotPresent", "Never"};
    else if (key == "concurrency") out = {"Allow", "Forbid", "Replace"};
    else if (key == "operator") out = {"Equal", "Exists"};
    else if (key == "effect") out = {"NoSchedule", "PreferNoSchedule", "NoExecute"};
    else if (key == "policy") out = {"Always", "OnFailure", "OnError", "OnTransientError"};
    else if (object == "Value" && key == "status") out = {"flow"};
    return out;
}

// A task does one thing: what it runs is said by one of these keys.
bool together(std::string_view object, std::string_view key, const std::vector<std::string>& present) {
    static const native::Keys works = {"use", "command", "script", "http", "wait", "tasks"};
    const auto has = [&](std::string_view one) { return std::find(present.begin(), present.end(), one) != present.end(); };
    if (object == "Task" || object == "Handler" || object == "Definition") {
        const auto work = std::find_if(works.begin(), works.end(), has);
        if (work != works.end() && native::holds(works, key)) return false;
        if (key == "interpreter") return has("script");
        if (key == "args") return has("command") || has("script");
        if (key == "workingDir") return has("command") || has("script");
        if (key == "failFast" || key == "parallelism") return has("tasks") || has("loop");
        if (object != "Handler" && key == "handlers") return object == "Task" || has("tasks");
        if (key == "depends") return !has("needs");
        if (key == "needs") return object == "Task" && !has("depends");
    }
    if (object == "Value") return present.empty();
    return true;
}

KeyGrammar::Names names(std::string_view object, std::string_view key) {
    using Names = KeyGrammar::Names;
    if (key == "use") return Names::definition;
    if ((object == "Task" && key == "needs") || (object == "Need" && key == "task")) return Names::task;
    if ((object == "Value" || object == "Loop") && key == "param") return Names::parameter;
    if ((object == "Value" || object == "Loop") && key == "output") return Names::output;
    if (object == "Value" && key == "secret") return Names::secret;
    return Names::none;
}

}  // namespace

const Grammar& native_grammar() {
    static const ReferenceLanguage language{"{{", "}}", {}, spell};
    static const KeyGrammar keys{root, fields, words, together, names};
    static const Grammar grammar{"native", &language, &keys};
    return grammar;
}

}  // namespace weft
