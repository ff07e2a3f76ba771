// What one task runs, as Python: a command or a script with its variables, files and outputs; and the exit hooks.
#include <algorithm>

#include "core/targets/metaflow/arguments.h"
#include "core/targets/metaflow/lowering.h"

namespace weft::metaflow {
namespace {

constexpr std::size_t line_limit = 110;

Pieces plain(const std::string& text) { return {{false, text}}; }
Pieces code(std::string text) { return {{true, std::move(text)}}; }

std::string ended(Lowering& l, const Scope& scope) {
    if (scope.trigger == Trigger::always) {
        l.used_status = true;
        return "status";
    }
    return quoted(scope.trigger == Trigger::on_success ? "Succeeded" : "Failed");
}

Pieces param(Lowering& l, const Scope& scope, const std::string& name, const std::string& path, TaskId task) {
    if (const auto found = scope.own.find(name); found != scope.own.end()) return found->second;
    if (const auto found = scope.params.find(name); found != scope.params.end()) return found->second;
    if (const auto found = l.parameters.find(name); found != l.parameters.end()) {
        if (!scope.handler) return {found->second};
        l.used_run = true;
        return code("recorded(run, \"_parameters\", " + quoted(l.parameter_attributes[name]) + ")");
    }
    l.refuse(path, task, {WEFT_TR("core", "%1 reads the parameter %2, which does not exist"), {path, name}});
    return {};
}

Pieces output(Lowering& l, const Scope& scope, const std::string& from, const std::string& name, const std::string& path, TaskId task) {
    const auto found = scope.results->find(from + "." + name);
    if (found == scope.results->end()) {
        l.refuse(path, task, {WEFT_TR("core", "%1 reads `%2.%3`, which no step before it sets"), {path, from, name}});
        return {};
    }
    if (!scope.handler) return code("self." + found->second);
    l.used_run = true;
    return code("recorded(run, " + quoted(l.set_by[found->second]) + ", " + quoted(found->second) + ")");
}

Pieces item(Lowering& l, const Scope& scope, const std::string& field, const std::string& path, TaskId task) {
    if (!scope.item) {
        l.refuse(path, task, {WEFT_TR("core", "%1 reads an item, and no loop stands around it"), {path}});
        return {};
    }
    if (field.empty()) return code("self.input");
    if (field.find_first_of("'\"\\\n\r{}") != std::string::npos) {
        l.refuse(path, task, {WEFT_TR("core", "%1 reads the field \"%2\" of an item: its name holds signs that Python's texts cannot hold there"), {path, field}});
        return {};
    }
    return code("text(json.loads(self.input)['" + field + "'])");
}

Pieces workflow(Lowering& l, const Scope& scope, const Reference& tag, const std::string& path, TaskId task) {
    if (tag.name == "status" && scope.handler) return code(ended(l, scope));
    if (tag.name == "name") return plain(l.flow.name);
    if (tag.name.starts_with("parameters.")) return param(l, scope, tag.name.substr(11), path, task);
    l.refuse(path, task, {WEFT_TR("core", "%1 holds %2, for which Metaflow has nothing"), {path, tag.tag}});
    return {};
}

Pieces tag_pieces(Lowering& l, const Scope& scope, const Reference& tag, const std::string& path, TaskId task) {
    using Kind = Reference::Kind;
    if (tag.simple) switch (tag.kind) {
        case Kind::param: return param(l, scope, tag.name, path, task);
        case Kind::output: return output(l, scope, tag.task, tag.name, path, task);
        case Kind::item: return item(l, scope, tag.name, path, task);
        case Kind::workflow: return workflow(l, scope, tag, path, task);
        case Kind::status:
        case Kind::unknown: break;
    }
    l.refuse(path, task, {WEFT_TR("core", "%1 holds %2, for which Metaflow has nothing"), {path, tag.tag}});
    return {};
}

// name=value in a call; one that is long stands on lines of its own.
struct Call {
    std::string name;
    std::vector<Lines> arguments;

    void add(const std::string& one) { arguments.push_back({one}); }
    void add(Lines lines) { arguments.push_back(std::move(lines)); }
    void add_map(const std::string& key, const std::vector<std::pair<std::string, Pieces>>& map) {
        if (map.empty()) return;
        std::string flat;
        for (const auto& [entry, pieces] : map) flat += (flat.empty() ? "" : ", ") + quoted(entry) + ": " + python(pieces);
        if (flat.size() < 80) return add(key + "={" + flat + "}");
        Lines lines{key + "={"};
        for (const auto& [entry, pieces] : map) lines.push_back("    " + quoted(entry) + ": " + python(pieces) + ",");
        lines.push_back("}");
        arguments.push_back(std::move(lines));
    }
    Lines lines(const std::string& left) const {
        std::string flat;
        bool single = true;
        for (const Lines& argument : arguments) {
            single = single && argument.size() == 1;
            flat += (flat.empty() ? "" : ", ") + argument.front();
        }
        if (single && left.size() + name.size() + flat.size() < line_limit) return {left + name + "(" + flat + ")"};
        Lines out{left + name + "("};
        for (const Lines& argument : arguments) {
            for (const std::string& line : argument) out.push_back("    " + line);
            out.back() += ",";
        }
        out.push_back(")");
        return out;
    }
};

std::vector<std::pair<std::string, Pieces>> variables(Lowering& l, const Scope& scope, const Task& task, const Definition& definition, const std::string& path) {
    std::vector<std::pair<std::string, Pieces>> out;
    for (const Binding& binding : effective_environment(l.flow, task, scope.enclosing).merged.env) {
        const bool beforehand = binding.value.source == Source::literal && !scope.handler;
        if (beforehand || (binding.value.source == Source::secret && binding.value.name == binding.name)) continue;
        out.emplace_back(binding.name, value_pieces(l, scope, binding.value, path, task.id));
    }
    if (l.flow.format == "argo") return out;   // its parameters are pasted into the texts
    for (const Parameter& input : definition.inputs)
        if (const auto found = scope.own.find(input.name); found != scope.own.end()) out.emplace_back(input.name, found->second);
    for (const Binding& binding : task.params)
        if (std::none_of(definition.inputs.begin(), definition.inputs.end(), [&](const Parameter& one) { return one.name == binding.name; }))
            out.emplace_back(binding.name, scope.own.at(binding.name));
    return out;
}

std::vector<std::pair<std::string, Pieces>> files(Lowering& l, const Scope& scope, const Task& task, const Definition& definition, const std::string& path) {
    std::vector<std::pair<std::string, Pieces>> out;
    std::vector<InputFile> all = definition.files;
    for (const InputFile& own : task.files) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const InputFile& one) { return one.name == own.name; });
        if (found == all.end()) all.push_back(own);
        else {
            if (own.from) found->from = own.from;
            if (own.raw) found->raw = own.raw;
        }
    }
    for (const InputFile& file : all) {
        if (file.raw) out.emplace_back(file.path, text_pieces(l, scope, *file.raw, path, task.id));
        else if (file.from) out.emplace_back(file.path, value_pieces(l, scope, *file.from, path, task.id));
        else if (!file.optional) l.refuse(path, task.id, {WEFT_TR("core", "nothing is given for the file %1"), {file.name}});
    }
    return out;
}

// outputs=[...], artifacts=[...], defaults={...}; and the left side that takes them.
std::string add_outputs(Call& call, const Definition& definition, const std::map<std::string, std::string>& outputs) {
    std::string left, paths, artifacts, artifacts_left;
    std::vector<std::pair<std::string, Pieces>> defaults;
    for (const Output& output : definition.outputs) {
        std::string where = output.path.empty() ? output.name : output.path;
        if (output.from == OutputFrom::standard_output) where = "<stdout>";
        if (output.from == OutputFrom::exit_code) where = "<exit code>";
        std::string& list = output.artifact ? artifacts : paths;
        std::string& names = output.artifact ? artifacts_left : left;
        list += (list.empty() ? "" : ", ") + quoted(where);
        names += (names.empty() ? "" : ", ") + std::string("self.") + outputs.at(output.name);
        if (output.fallback || output.optional) defaults.emplace_back(where, plain(output.fallback.value_or("")));
    }
    if (!paths.empty()) call.add("outputs=[" + paths + "]");
    if (!artifacts.empty()) call.add("artifacts=[" + artifacts + "]");
    call.add_map("defaults", defaults);
    if (!artifacts_left.empty()) left += (left.empty() ? "" : ", ") + artifacts_left;
    return left.empty() ? left : "[" + left + "] = ";
}

Lines call_lines(Lowering& l, const Scope& scope, const Task& task, const Definition& definition, const std::string& path, const std::map<std::string, std::string>& outputs) {
    const bool script = definition.kind == DefinitionKind::script;
    Call call{script ? "script" : "command", {}};
    std::vector<Scalar> words = definition.command;
    words.insert(words.end(), definition.args.begin(), definition.args.end());
    if (script) {
        std::string interpreter;
        for (const Scalar& word : words) interpreter += (interpreter.empty() ? "" : ", ") + python(text_pieces(l, scope, word.text, path, task.id));
        call.add("[" + (interpreter.empty() ? quoted("sh") : interpreter) + "]");
        call.add(python_lines(text_pieces(l, scope, definition.source, path, task.id)));
    } else {
        if (definition.command.empty())
            l.refuse(path, task.id, WEFT_TR("core", "no command: the image's own entry point cannot be started from inside a step"), WEFT_TR("core", "write the command that the image starts"));
        for (const Scalar& word : words) {
            const Pieces pieces = text_pieces(l, scope, word.text, path, task.id);
            Lines lines = python_lines(pieces);
            if (lines.size() == 1) lines = {python(pieces)};
            call.add(std::move(lines));
        }
    }
    if (!definition.working_dir.empty()) call.add("cwd=" + python(text_pieces(l, scope, definition.working_dir, path, task.id)));
    call.add_map("env", variables(l, scope, task, definition, path));
    call.add_map("files", files(l, scope, task, definition, path));
    const std::string left = add_outputs(call, definition, outputs);
    return call.lines(left);
}

}  // namespace

Pieces text_pieces(Lowering& l, const Scope& scope, const std::string& text, const std::string& path, TaskId task) {
    Pieces out;
    std::size_t from = 0;
    for (const Reference& tag : references_in(text)) {
        if (tag.at < from) continue;
        out.push_back({false, text.substr(from, tag.at - from)});
        for (Piece& piece : tag_pieces(l, scope, tag, path, task)) out.push_back(std::move(piece));
        from = tag.at + tag.tag.size();
    }
    out.push_back({false, text.substr(std::min(from, text.size()))});
    std::erase_if(out, [](const Piece& piece) { return piece.text.empty(); });
    return out;
}

Pieces value_pieces(Lowering& l, const Scope& scope, const Value& value, const std::string& path, TaskId task) {
    switch (value.source) {
        case Source::literal: return plain(value.text);
        case Source::text: return text_pieces(l, scope, value.text, path, task);
        case Source::param: return param(l, scope, value.name, path, task);
        case Source::output: return output(l, scope, value.task, value.name, path, task);
        case Source::item: return item(l, scope, value.name, path, task);
        case Source::secret: return code("os.environ.get(" + quoted(value.name) + ", \"\")");
        case Source::status: break;
    }
    if (scope.handler) return code(ended(l, scope));
    l.refuse(path, task, {WEFT_TR("core", "%1 reads a status; only exit handlers are told one on Metaflow"), {path}});
    return {};
}

std::map<std::string, Pieces> own_params(Lowering& l, const Scope& scope, const Task& task, const Definition& definition, const std::string& path) {
    std::map<std::string, Pieces> out;
    for (const Binding& binding : task.params) out[binding.name] = value_pieces(l, scope, binding.value, path, task.id);
    for (const Parameter& input : definition.inputs) {
        if (out.count(input.name)) continue;
        if (input.value) out[input.name] = value_pieces(l, scope, *input.value, path, task.id);
        else if (!l.parameters.count(input.name)) l.refuse(path, task.id, {WEFT_TR("core", "nothing is given for the parameter %1"), {input.name}});
    }
    return out;
}

std::string condition_of(Lowering& l, const Scope& scope, const Task& task, const std::string& path) {
    Message problem;
    const std::string out = condition(task.when, [&](const std::string& text) { return text_pieces(l, scope, text, path, task.id); }, problem);
    if (!problem.empty()) l.refuse(path, task.id, problem);
    return out;
}

Lines work_lines(Lowering& l, const Scope& scope, const Task& task, const Definition& definition, const std::string& path, const std::map<std::string, std::string>& outputs) {
    switch (definition.kind) {
        case DefinitionKind::container:
        case DefinitionKind::script: return call_lines(l, scope, task, definition, path, outputs);
        case DefinitionKind::wait: {
            const std::string last = definition.detail.substr(definition.detail.rfind(' ') + 1);
            const auto seconds = seconds_of(task.timeout.empty() ? last : task.timeout);
            l.plan.waits = true;
            if (seconds) return {"time.sleep(" + std::to_string(*seconds) + ")"};
            return {};   // an approval: the table refuses it
        }
        default: return {};
    }
}

void lower_handlers(Lowering& l, const Scope& main) {
    for (const Handler& handler : l.flow.main.handlers) {
        const Task& task = *handler.task;
        if (task.muted) continue;
        const std::string path = join_path("handlers", task.name);
        const Definition* definition = definition_of(l.flow, task);
        if (!definition) continue;
        if (definition->kind == DefinitionKind::flow || task.loop || !task.handlers.empty()) {
            l.refuse(path, task.id, WEFT_TR("core", "an exit hook of Metaflow is one function: no group, no loop, no handlers of its own"), WEFT_TR("core", "write the group's tasks as handlers of the flow"));
            continue;
        }
        l.used_run = l.used_status = false;
        Scope scope = main;
        scope.handler = true;
        scope.trigger = handler.trigger;
        scope.task = &task;
        scope.own = own_params(l, scope, task, *definition, path);
        PlanHook hook;
        std::string collides;
        hook.name = l.pool.take(task.name, &collides);
        hook.doc = task.note;
        hook.on_success = handler.trigger != Trigger::on_failure;
        hook.on_error = handler.trigger != Trigger::on_success;
        Definition quiet = *definition;
        quiet.outputs.clear();   // nobody can read them after the end
        hook.body = work_lines(l, scope, task, quiet, path, {});
        if (!task.when.empty()) {
            Lines guarded{"if " + condition_of(l, scope, task, path) + ":"};
            for (const std::string& line : hook.body) guarded.push_back("    " + line);
            hook.body = std::move(guarded);
        }
        hook.takes_run = l.used_run;
        hook.takes_status = l.used_status;
        NameUse use{NameUse::Kind::task, path, task.name, hook.name, {}, collides};
        if (task.name != hook.name) use.how = WEFT_TR("core", "an exit hook is a Python function: a to z, 0 to 9 and _");
        l.plan.names.push_back(std::move(use));
        const bool limits = task.retry || definition->retry || !task.timeout.empty() || !definition->timeout.empty();
        if (limits) l.lowered(path, task.id, WEFT_TR("core", "an exit hook is tried once and has no time limit: its retry and timeout are left out"));
        l.plan.hooks.push_back(std::move(hook));
    }
}

}  // namespace weft::metaflow
