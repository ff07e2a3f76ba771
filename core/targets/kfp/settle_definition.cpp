#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/model/rebuild.h"
#include "core/targets/kfp/settling.h"

namespace weft::kfp {
namespace {

using Kind = Volume::Kind;

int volume_rank(const Volume& volume) {
    switch (volume.kind) {      // the order in which they are read
        case Kind::claim: return 0;
        case Kind::secret: return 1;
        case Kind::config_map: return 2;
        case Kind::empty_dir: return 3;
        default: return 4;
    }
}

Message settle_volumes(Environment& e, const std::string& where) {
    for (Volume& volume : e.volumes) {
        if (volume.kind == Kind::host_path || volume.kind == Kind::other) return {WEFT_TR("core", "`%1`: KFP has no volume like `%2`; it knows claims, secrets, config maps and empty folders"), {where, volume.name}};
        if (volume.path.empty()) return {WEFT_TR("core", "`%1`: the volume `%2` is mounted nowhere"), {where, volume.name}};
        if (volume.kind == Kind::claim || volume.kind == Kind::secret || volume.kind == Kind::config_map) volume.name = volume.source, volume.size.reset();
        if (volume.kind != Kind::claim && !volume.sub_path.empty()) return {WEFT_TR("core", "`%1`: KFP mounts a part of a volume only for claims, not for `%2`"), {where, volume.name}};
        if (volume.read_only && volume.kind != Kind::secret && volume.kind != Kind::config_map) return {WEFT_TR("core", "`%1`: KFP cannot mount `%2` read only"), {where, volume.name}};
        volume.read_only = false;
    }
    std::stable_sort(e.volumes.begin(), e.volumes.end(), [](const Volume& a, const Volume& b) { return volume_rank(a) < volume_rank(b); });
    return {};
}

Message settle_environment(Definition& definition, const std::string& where) {
    Environment& e = definition.environment;
    if (e.disk) return {WEFT_TR("core", "`%1`: KFP has no disk request"), {where}};
    if (e.service_account) return {WEFT_TR("core", "`%1`: the service account is chosen when a pipeline is started, not in its file"), {where}};
    for (Binding& variable : e.env) {
        if (variable.value.source == Source::secret) continue;
        const bool fixed = variable.value.source == Source::literal || (variable.value.source == Source::text && references_in(variable.value.text).empty());
        if (!fixed || !references_in(variable.value.text).empty())
            return {WEFT_TR("core", "`%1`: the variable `%2` must have a fixed value, KFP fills in nothing there; hand the value over as an argument"), {where, variable.name}};
        variable.value = Value{Source::literal, variable.value.text};
    }
    std::stable_partition(e.env.begin(), e.env.end(), [](const Binding& b) { return b.value.source != Source::secret; });
    for (Binding& label : e.node_selector) label.value = Value{Source::literal, label.value.text};
    if (e.gpu && e.gpu->text == "0") e.gpu.reset();
    return settle_volumes(e, where);
}

bool mentions(const Definition& definition, const std::string& text) {
    const auto in = [&](const std::vector<Scalar>& words) { return std::any_of(words.begin(), words.end(), [&](const Scalar& word) { return word.text.find(text) != std::string::npos; }); };
    return in(definition.command) || in(definition.args);
}

Message settle_outputs(Definition& definition, const std::string& where) {
    for (Output& output : definition.outputs) {
        if (output.from == OutputFrom::standard_output || output.from == OutputFrom::exit_code)
            return {WEFT_TR("core", "`%1`: the output `%2` must be written into a file: {{$.outputs.parameters['%2'].output_file}}"), {where, output.name}};
        if (output.fallback) return {WEFT_TR("core", "`%1`: KFP has no default for the output `%2`"), {where, output.name}};
        output.optional = false;
        if (output.type == ValueType::any && !output.artifact) output.type = ValueType::string;
        if (definition.kind == DefinitionKind::flow) {
            output.from = OutputFrom::expression;
            if (const std::vector<Reference> tags = references_in(output.expression.text); output.expression.source == Source::text && tags.size() == 1)
                if (const std::optional<Value> one = value_of_tag(tags[0])) output.expression = *one;
            if (output.expression.source == Source::output) output.expression.text.clear();
            else if (references_in(output.expression.text).empty())
                return {WEFT_TR("core", "`%1` is a group: its output `%2` must be the output of one of its tasks"), {where, output.name}};
        } else {
            output.path = mentions(definition, output_path(output.name)) ? output_path(output.name) : std::string();
        }
    }
    std::stable_partition(definition.outputs.begin(), definition.outputs.end(), [](const Output& o) { return !o.artifact; });
    return {};
}

void settle_inputs(Definition& definition, const Definition* was) {
    for (Parameter& input : definition.inputs) {
        if (was && std::find(was->inputs.begin(), was->inputs.end(), input) != was->inputs.end()) continue;
        if (input.type == ValueType::any) input.type = input.value ? type_of_literal(*input.value) : ValueType::string;
        if (input.value && !is_optional_without_default(input)) input.value = settled_literal(*input.value, input.type);
    }
    for (InputFile& file : definition.files) file.path = mentions(definition, input_path(file.name)) ? input_path(file.name) : std::string();
}

bool fixed(const Value& value) { return value.source == Source::literal || (value.source == Source::text && references_in(value.text).empty()); }

// Where the definition does not say it itself.
void fill(Environment& own, const Environment& flow) {
    const auto take = [](auto& mine, const auto& theirs) {
        if (!mine) mine = theirs;
    };
    take(own.image, flow.image);
    take(own.pull_policy, flow.pull_policy);
    take(own.cpu, flow.cpu);
    take(own.memory, flow.memory);
    take(own.disk, flow.disk);
    take(own.gpu, flow.gpu);
    take(own.shared_memory, flow.shared_memory);
    take(own.cpu_limit, flow.cpu_limit);
    take(own.memory_limit, flow.memory_limit);
    take(own.service_account, flow.service_account);
    const auto add = [](std::vector<Binding>& mine, const std::vector<Binding>& theirs) {
        for (const Binding& one : theirs)
            if (std::none_of(mine.begin(), mine.end(), [&](const Binding& b) { return b.name == one.name; })) mine.push_back(one);
    };
    add(own.env, flow.env);
    add(own.node_selector, flow.node_selector);
    for (const std::string& secret : flow.pull_secrets)
        if (std::find(own.pull_secrets.begin(), own.pull_secrets.end(), secret) == own.pull_secrets.end()) own.pull_secrets.push_back(secret);
    for (const Toleration& one : flow.tolerations)
        if (std::find(own.tolerations.begin(), own.tolerations.end(), one) == own.tolerations.end()) own.tolerations.push_back(one);
    for (const Volume& one : flow.volumes)
        if (std::none_of(own.volumes.begin(), own.volumes.end(), [&](const Volume& v) { return v.name == one.name && v.path == one.path; })) own.volumes.push_back(one);
}

template <class Change> void change_definitions(Flow& flow, const Change& change) {
    for (DefinitionPtr& definition : flow.definitions) {
        Definition copy = *definition;
        if (change(copy)) definition = std::make_shared<const Definition>(std::move(copy));
    }
}

template <class Change> Body changed_body(const Body& given, const Change& change) {
    Body out = given;
    const auto one = [&](TaskPtr& task) {
        Task copy = *task;
        if (change(copy)) task = std::make_shared<const Task>(std::move(copy));
    };
    for (TaskPtr& task : out.tasks) one(task);
    for (Handler& handler : out.handlers) one(handler.task);
    return out;
}

// A component has no retries, its tasks have.
void retries_to_tasks(Flow& flow) {
    std::map<std::string, Retry> retries;
    change_definitions(flow, [&](Definition& definition) {
        if (!definition.retry) return false;
        retries.emplace(definition.name, *definition.retry);
        definition.retry.reset();
        return true;
    });
    if (retries.empty()) return;
    const auto change = [&](Task& task) {
        const auto found = retries.find(task.definition);
        if (found == retries.end()) return false;
        task.retry = found->second;
        return true;
    };
    flow.main = changed_body(flow.main, change);
    change_definitions(flow, [&](Definition& definition) {
        if (!definition.body) return false;
        definition.body = std::make_shared<const Body>(changed_body(*definition.body, change));
        return true;
    });
}

// Claims that a task makes are named by it.
void rename_in_volumes(const Flow& before, Flow& flow) {
    std::map<TaskId, std::string> old;
    for_each_task(before, [&](const std::string&, const Task& task, const Handler*) { old.emplace(task.id, task.name); });
    const auto in_body = [&](const Body& body) {
        for (const TaskPtr& renamed : body.tasks) {
            const auto was = old.find(renamed->id);
            if (was == old.end() || was->second == renamed->name) continue;
            for (const TaskPtr& user : body.tasks)
                change_definitions(flow, [&](Definition& definition) {
                    if (definition.name != user->definition) return false;
                    bool changed = false;
                    const auto rename = [&](std::string& text) {
                        const std::string now = rename_in_tags(text, was->second, renamed->name);
                        changed = changed || now != text;
                        text = now;
                    };
                    for (Volume& volume : definition.environment.volumes) rename(volume.source), rename(volume.name);
                    return changed;
                });
        }
    };
    in_body(flow.main);
    const std::vector<DefinitionPtr> definitions = flow.definitions;
    for (const DefinitionPtr& definition : definitions)
        if (definition->body) in_body(*definition->body);
}

}  // namespace

std::string seconds_of(const std::string& duration) {
    const Result<double> seconds = parse_duration(duration);
    return seconds ? std::to_string(long(std::ceil(*seconds))) : std::string();
}

Retry settled_retry(const Retry& retry) {
    Retry out = retry;
    for (std::string* text : {&out.delay, &out.max_delay})
        if (const Result<double> seconds = text->empty() ? Result<double>(fail(Message{})) : parse_duration(*text)) *text = fmt::format("{}s", *seconds);
    if (out.limit) out.limit->plain = true;
    return out;
}

Message settle_definition(Definition& definition, const Definition* was) {
    const std::string& where = definition.name;
    if (was && *was == definition) return {};
    switch (definition.kind) {
        case DefinitionKind::script: {
            const std::vector<Scalar> words = script_words(definition);
            definition.kind = DefinitionKind::container;
            definition.command.assign(words.begin(), words.begin() + 2);
            definition.args.assign(words.begin() + 2, words.end());
            definition.source.clear();
            break;
        }
        case DefinitionKind::container:
        case DefinitionKind::flow: break;
        case DefinitionKind::none:
        case DefinitionKind::other:
            if (was && was->kind == definition.kind && was->detail == definition.detail) break;
            [[fallthrough]];
        default: return {WEFT_TR("core", "`%1`: a component of KFP runs a container, this is %2"), {where, definition.detail.empty() ? std::string("no container") : definition.detail}};
    }
    std::set<std::string> inputs;
    for (const Parameter& input : definition.inputs)
        if (!inputs.insert(input.name).second) return {WEFT_TR("core", "`%1` has the input `%2` already"), {where, input.name}};
    definition.shell = false;
    for (std::vector<Scalar>* words : {&definition.command, &definition.args})
        for (Scalar& word : *words) word = {read_text(written_text(word.text, definition)), false};
    if (definition.kind == DefinitionKind::container && definition.command.empty() && definition.args.empty() && !(was && was->command.empty() && was->args.empty()))
        return {WEFT_TR("core", "`%1`: a component of KFP needs a command or arguments"), {where}};
    if (!definition.working_dir.empty()) return {WEFT_TR("core", "`%1`: KFP cannot choose the working folder; write `cd %2` into the command"), {where, definition.working_dir}};
    if (definition.parallelism || !definition.fail_fast) return {WEFT_TR("core", "`%1`: KFP limits how much runs at once only in loops"), {where}};
    if (!definition.timeout.empty()) {
        const std::string seconds = seconds_of(definition.timeout);
        if (seconds.empty() || definition.kind != DefinitionKind::container) return {WEFT_TR("core", "`%1`: the time limit `%2` cannot be said here"), {where, definition.timeout}};
        definition.timeout = seconds;
    }
    if (Message why = settle_environment(definition, where); !why.empty()) return why;
    settle_inputs(definition, was);
    return settle_outputs(definition, where);
}

Message settle_flow(const Flow& before, Flow& flow) {
    for (Parameter& parameter : flow.parameters) {
        if (std::find(before.parameters.begin(), before.parameters.end(), parameter) != before.parameters.end()) continue;
        if (parameter.value && !fixed(*parameter.value)) return {WEFT_TR("core", "the parameter `%1` must have a fixed default"), {parameter.name}};
        if (parameter.type == ValueType::any) parameter.type = parameter.value ? type_of_literal(*parameter.value) : ValueType::string;
        if (parameter.value && !is_optional_without_default(parameter)) parameter.value = settled_literal(*parameter.value, parameter.type);
        for (std::string& choice : parameter.choices) choice = settled_literal(Value{Source::literal, choice}, parameter.type).text;
    }
    if (before.timeout != flow.timeout && !flow.timeout.empty()) {
        flow.timeout = seconds_of(flow.timeout);
        if (flow.timeout.empty()) return {WEFT_TR("core", "the flow's time limit is no duration")};
    }
    if (!(flow.environment == Environment{})) {
        change_definitions(flow, [&](Definition& definition) {
            if (definition.kind != DefinitionKind::container && definition.kind != DefinitionKind::script) return false;
            fill(definition.environment, flow.environment);
            return true;
        });
        flow.environment = {};
    }
    retries_to_tasks(flow);
    rename_in_volumes(before, flow);
    return {};
}

}  // namespace weft::kfp
