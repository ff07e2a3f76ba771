// A command or a script as a template: parameters become environment variables, the effective environment is written out.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/model/environment.h"
#include "core/model/graph.h"
#include "core/targets/argo/lower.h"

namespace weft::argo {
namespace {

bool has_env(const std::vector<Binding>& env, const std::string& name) {
    return std::any_of(env.begin(), env.end(), [&](const Binding& b) { return b.name == name; });
}

// Inputs: the definition's own, then what the use hands over beyond them.
void add_inputs(Lowering& lowering, const Scope& scope, const Task& task, const Definition& definition, PassedIn& passed) {
    for (const Parameter& input : definition.inputs) {
        Parameter lowered{argo_parameter_name(input.name), std::nullopt, input.choices, input.description};
        if (input.value) lowered.value = input.value->source == Source::literal ? read_text_value(input.value->text, {}) : leaf_value(lowering, scope, passed, *input.value, task.name);
        passed.own.insert(input.name);
        passed.inputs.push_back(std::move(lowered));
    }
    for (const Parameter& input : entry_inputs(lowering, scope, task, definition)) passed.arguments.push_back({argo_parameter_name(input.name), entry_value(input)});
    for (const Binding& param : task.params) {
        const std::string name = argo_parameter_name(param.name);
        if (passed.own.insert(param.name).second) passed.inputs.push_back({name});
        passed.arguments.push_back({name, body_value(lowering, scope, param.value, task.name)});
    }
}

bool outside_the_body(const Value& value) {
    if (value.source != Source::text) return false;
    const std::vector<Reference> tags = references_in(value.text);
    return !tags.empty() && std::all_of(tags.begin(), tags.end(), [](const Reference& tag) { return tag.kind == Reference::Kind::unknown; });
}

// {{retries}} and {{pod.name}} are known inside the template only: the variable says them itself.
void add_param_env(PassedIn& passed, const Environment& merged, std::vector<Binding>& env) {
    for (std::size_t i = 0; i < passed.inputs.size(); ++i) {
        const std::string input = passed.inputs[i].name;
        std::string variable = input;
        for (const std::string& own : passed.own)
            if (argo_parameter_name(own) == input) variable = own;
        if (has_env(merged.env, variable)) continue;
        const auto given = std::find_if(passed.arguments.begin(), passed.arguments.end(), [&](const Binding& b) { return b.name == input; });
        if (given != passed.arguments.end() && outside_the_body(given->value)) {
            env.push_back({variable, given->value});
            passed.arguments.erase(given);
            passed.inputs.erase(passed.inputs.begin() + std::ptrdiff_t(i--));
            continue;
        }
        env.push_back({variable, read_text_value("{{inputs.parameters." + input + "}}", {})});
    }
}

void add_outputs(const Definition& definition, Definition& made, bool& folder) {
    for (const Output& output : definition.outputs) {
        if (output.from == OutputFrom::standard_output || output.from == OutputFrom::exit_code) continue;
        Output lowered = output;
        lowered.name = argo_parameter_name(output.name);
        if (output.from == OutputFrom::file && output.path.empty()) {
            lowered.path = std::string(outputs_folder) + "/" + output.name;
            folder = true;
        }
        made.outputs.push_back(std::move(lowered));
    }
    std::stable_partition(made.outputs.begin(), made.outputs.end(), [](const Output& o) { return !o.artifact; });
}

void add_files(Lowering& lowering, const Scope& scope, const Task& task, const Definition& definition, PassedIn& passed, Definition& made, Task& use) {
    std::vector<InputFile> files = definition.files;
    for (const InputFile& file : task.files) {
        const auto known = std::find_if(files.begin(), files.end(), [&](const InputFile& f) { return f.name == file.name; });
        if (known == files.end()) files.push_back(file);
        else {
            if (file.from) known->from = file.from, known->raw.reset();
            if (file.raw) known->raw = file.raw, known->from.reset();
            if (!file.path.empty()) known->path = file.path;
        }
    }
    for (const InputFile& file : files) {
        InputFile input = file;
        input.name = argo_parameter_name(file.name);
        input.from.reset();
        if (file.raw) input.raw = leaf_text(lowering, scope, passed, *file.raw, task.name);
        made.files.push_back(input);
        if (!file.from) continue;
        InputFile argument;
        argument.name = input.name;
        argument.from = artifact_value(lowering, scope, *file.from, task.name);
        use.files.push_back(std::move(argument));
    }
}

bool mentions_folder(const Definition& definition) {
    const auto in = [](const std::string& text) { return text.find("WEFT_OUTPUTS") != std::string::npos; };
    const auto any = [&](const std::vector<Scalar>& words) { return std::any_of(words.begin(), words.end(), [&](const Scalar& word) { return in(word.text); }); };
    return in(definition.source) || any(definition.command) || any(definition.args);
}

std::vector<Scalar> lowered_words(Lowering& lowering, const Scope& scope, PassedIn& passed, const std::vector<Scalar>& words, const std::string& where) {
    std::vector<Scalar> out;
    for (const Scalar& word : words) out.push_back({leaf_text(lowering, scope, passed, word.text, where), false});
    return out;
}

}  // namespace

std::string go_duration(const std::string& text) {
    if (text.empty() || text.find("{{") != std::string::npos) return text;
    const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits && text.find('d') == std::string::npos) return text;
    const Result<double> seconds = parse_duration(text);
    return seconds ? fmt::format("{}s", *seconds) : text;
}

std::optional<Retry> lowered_retry(const std::optional<Retry>& retry) {
    if (!retry) return retry;
    Retry out = *retry;
    out.delay = go_duration(out.delay);
    out.max_delay = go_duration(out.max_delay);
    if (out.limit) out.limit->plain = out.limit->text.find_first_not_of("0123456789") == std::string::npos;
    return out;
}

TaskPtr lower_pod(Lowering& lowering, const Scope& scope, const Task& task, const Definition& definition, Task use) {
    Definition made;
    PassedIn passed;
    made.kind = definition.kind;
    add_inputs(lowering, scope, task, definition, passed);
    const Environment merged = effective_environment(lowering.flow, task, scope.enclosing).merged;
    made.environment = merged;
    lower_volumes(lowering, scope, passed, made.environment, task.name);
    made.environment.env.clear();
    if (lowering.flow.format != "argo") add_param_env(passed, merged, made.environment.env);
    for (const Binding& variable : merged.env) made.environment.env.push_back({variable.name, leaf_value(lowering, scope, passed, variable.value, task.name)});
    made.environment.pull_secrets.clear();
    for (const std::string& secret : merged.pull_secrets) {
        auto& all = lowering.out.flow.environment.pull_secrets;
        if (std::find(all.begin(), all.end(), secret) == all.end()) all.push_back(secret);
    }
    made.command = lowered_words(lowering, scope, passed, definition.command, task.name);
    made.args = lowered_words(lowering, scope, passed, definition.args, task.name);
    made.source = leaf_text(lowering, scope, passed, definition.source, task.name);
    made.working_dir = leaf_text(lowering, scope, passed, definition.working_dir, task.name);
    if (made.kind == DefinitionKind::script && made.command.empty()) made.command = {{"sh"}};
    bool folder = mentions_folder(definition);
    add_outputs(definition, made, folder);
    if (folder && !has_env(made.environment.env, "WEFT_OUTPUTS")) made.environment.env.push_back({"WEFT_OUTPUTS", Value{Source::literal, outputs_folder}});
    if (folder) made.environment.volumes.insert(made.environment.volumes.begin(), Volume{Volume::Kind::empty_dir, "weft-outputs", {}, {}, outputs_folder});
    add_files(lowering, scope, task, definition, passed, made, use);
    made.retry = lowered_retry(task.retry ? task.retry : definition.retry);
    made.timeout = go_duration(task.timeout.empty() ? definition.timeout : task.timeout);
    made.inputs = std::move(passed.inputs);
    use.params = std::move(passed.arguments);
    use.definition = lowering.add_template(std::move(made), argo_name(task.definition.empty() ? task.name : task.definition));
    return std::make_shared<const Task>(std::move(use));
}

}  // namespace weft::argo
