// What stands at the class: schedule and exit hooks; and what an exported step runs.
#include <algorithm>

#include "core/targets/metaflow/arguments.h"
#include "core/targets/metaflow/flow_file.h"
#include "core/targets/metaflow/reading.h"

namespace weft::metaflow {
namespace {

bool is_true(const Argument* argument) { return argument && argument->value.text == "true" && argument->value.kind == Literal::Kind::boolean; }

// The functions that one list of @exit_hook names, with where each name stands.
std::vector<std::string> hook_names(const Argument* list) {
    std::vector<std::string> out;
    if (!list) return out;
    for (std::size_t i = 0; i < list->names.size(); ++i) {
        const bool text = list->names[i].empty() && i < list->value.items.size() && list->value.items[i].kind == Literal::Kind::text;
        if (text) out.push_back(list->value.items[i].text);
        else if (!list->names[i].empty()) out.push_back(list->names[i]);
    }
    return out;
}

bool has(const std::vector<std::string>& list, const std::string& name) { return std::find(list.begin(), list.end(), name) != list.end(); }

void add_hook(Reading& reading, Body& body, const Attributes& attributes, const std::string& name, bool success, bool failure) {
    for (Handler& known : body.handlers)
        if (known.task->name == name) {   // another @exit_hook names it too
            const bool on_success = success || known.trigger != Trigger::on_failure, on_failure = failure || known.trigger != Trigger::on_success;
            known.trigger = on_success && on_failure ? Trigger::always : on_success ? Trigger::on_success : Trigger::on_failure;
            return;
        }
    Definition definition;
    Task task;
    task.name = name;
    const std::string path = join_path("handlers", name);
    const Function* function = reading.source.function(name);
    definition.kind = DefinitionKind::other;
    definition.detail = "Metaflow exit hook";
    if (function) {
        reading.place(path, function->at);
        if (function->doc) task.note = function->doc->text;
        Definition command;
        if (function->work && reading.source.base && read_work(*function->work, attributes, {}, name, command, task.when)) {
            const std::vector<Binding>& given = reading.out.flow.environment.env;   // the flow's own variables, which a hook is given by its command
            for (Parameter& input : command.inputs)
                if (std::find(given.begin(), given.end(), Binding{input.name, *input.value}) == given.end()) task.params.push_back({input.name, *input.value});
            command.inputs.clear();
            definition = std::move(command);
        } else {
            definition.source = function->source;
            definition.unsupported = {"Python of a Metaflow exit hook"};
        }
    }
    task.own = std::make_shared<const Definition>(std::move(definition));
    body.handlers.push_back({std::make_shared<const Task>(std::move(task)), success && failure ? Trigger::always : success ? Trigger::on_success : Trigger::on_failure, false, {}});
}

// Attributes as tags; false for one that nobody set in a way that an exported flow does.
bool text_of(const Parts& parts, const Attributes& attributes, std::string& out) {
    for (const Part& part : parts) {
        if (!part.attribute) {
            out += part.text;
            continue;
        }
        if (part.text == "input") out += "{{item}}";
        else if (part.text == "(status)") out += "{{workflow.status}}";
        else if (part.text.starts_with("(item)")) out += "{{item." + part.text.substr(6) + "}}";
        else {
            const bool recorded = part.text.starts_with("(recorded)");
            const auto found = attributes.find(recorded ? part.text.substr(part.text.find('.') + 1) : part.text);
            if (found == attributes.end()) return false;
            out += found->second;
        }
    }
    return true;
}

// "tell_on_success" of an exported flow calls tell("Succeeded", run): the handler is tell.
const Function* told(const PythonSource& source, const std::string& name) {
    const Function* function = source.function(name);
    if (!source.base || !function || !function->work || function->work->size() != 1) return function;
    const Worked& call = function->work->front();
    const bool ours = name == call.call + "_on_success" || name == call.call + "_on_error";
    const Function* inner = ours ? source.function(call.call) : nullptr;
    return inner ? inner : function;
}

}  // namespace

bool recognises(std::string_view text, std::string_view file) {
    const bool python = file.ends_with(".py");
    if (text.find("FlowSpec") == std::string_view::npos && !(python && text.find("metaflow") != std::string_view::npos)) return false;
    if (python) return true;
    // Without a name: a class and an import at the beginning of a line, as no YAML or JSON has them.
    bool imports = false, classes = false;
    for (std::size_t from = 0; from < text.size();) {
        const std::string_view line = text.substr(from, std::min(text.find('\n', from), text.size()) - from);
        imports = imports || line.starts_with("from metaflow") || line.starts_with("import metaflow");
        classes = classes || (line.starts_with("class ") && line.find('(') != std::string_view::npos && line.find(':') != std::string_view::npos);
        from += line.size() + 1;
    }
    return imports && classes;
}

std::optional<Schedule> read_schedule(Reading& reading) {
    const Decorator* decorator = reading.flow.decorator("schedule");
    if (!decorator) return std::nullopt;
    const Arguments& arguments = decorator->arguments;
    Schedule out;
    const Argument* cron = arguments.find("cron");
    if (cron && cron->value.kind == Literal::Kind::text) out.crons = {cron->value.text};
    else if (cron && !cron->value.known()) reading.keep("schedule", "cron=" + cron->source);
    else if (is_true(arguments.find("weekly"))) out.crons = {"0 0 * * 0"};
    else if (is_true(arguments.find("hourly"))) out.crons = {"0 * * * *"};
    else out.crons = {"0 0 * * *"};
    if (const Argument* zone = arguments.find("timezone"); zone && zone->value.kind == Literal::Kind::text) {
        out.timezone = zone->value.text;
        reading.place("schedule.timezone", zone->at);
    }
    reading.place("schedule", decorator->at);
    reading.place("schedule.cron", cron ? cron->at : decorator->at);
    return out;
}

void read_hooks(Reading& reading, Body& body, const Attributes& attributes) {
    const auto names = [&](const Argument* list) {
        std::vector<std::string> out = hook_names(list);
        for (std::string& name : out)
            if (const Function* function = told(reading.source, name)) name = function->name;
        return out;
    };
    for (const Decorator& decorator : reading.flow.decorators) {
        if (decorator.name != "exit_hook") continue;
        const std::vector<std::string> success = names(decorator.arguments.find("on_success")), failure = names(decorator.arguments.find("on_error"));
        for (const std::string& name : success) add_hook(reading, body, attributes, name, true, has(failure, name));
        for (const std::string& name : failure)
            if (!has(success, name)) add_hook(reading, body, attributes, name, false, true);
        for (const Argument& argument : decorator.arguments.all)
            if (argument.name == "options") reading.keep("", "@exit_hook options=" + argument.source);
    }
}

namespace {

// outputs=[...] with the attributes that take them.
bool read_outputs(const Worked& command, const std::string& step, Definition& definition) {
    std::size_t taken = 0;
    for (const auto& [name, map] : command.maps) {
        if (name != "outputs" && name != "artifacts") continue;
        for (const auto& [unused, parts] : map) {
            if (taken >= command.takes.size() || parts.size() != 1 || parts.front().attribute) return false;
            const std::string& attribute = command.takes[taken++];
            const std::string where = parts.front().text;
            Output output;
            output.name = output_name(step, attribute);
            output.artifact = name == "artifacts";
            if (where == "<stdout>") output.from = OutputFrom::standard_output;
            else if (where == "<exit code>") output.from = OutputFrom::exit_code;
            else if (where != output.name) output.path = where;
            definition.outputs.push_back(std::move(output));
        }
    }
    return taken == command.takes.size();
}

// defaults={path: text}, and what the attribute holds before the command: an output that need not be there.
void read_defaults(const Worked& command, const std::map<std::string, std::string>& before, const std::string& step, Definition& definition) {
    for (Output& output : definition.outputs) {
        const std::string where = output.from == OutputFrom::standard_output ? "<stdout>" : output.from == OutputFrom::exit_code ? "<exit code>" : output.path.empty() ? output.name : output.path;
        const auto preset = before.find(step + "_" + output.name);
        if (preset != before.end() && !preset->second.empty()) output.fallback = preset->second;
        for (const auto& [name, map] : command.maps)
            if (name == "defaults")
                for (const auto& [path, parts] : map)
                    if (path == where && parts.size() == 1 && !parts.front().text.empty()) output.fallback = parts.front().text;
                    else if (path == where) output.optional = true;
    }
}

bool read_files(const std::vector<std::pair<std::string, Parts>>& map, const Attributes& attributes, Definition& definition) {
    for (const auto& [path, parts] : map) {
        InputFile file;
        file.name = file.path = path;
        std::string text;
        if (!text_of(parts, attributes, text)) return false;
        if (const Value value = value_of(text); value.source == Source::output || value.source == Source::param || value.source == Source::item) file.from = value;
        else file.raw = text;
        definition.files.push_back(std::move(file));
    }
    return true;
}

}  // namespace

bool read_work(const std::vector<Worked>& work, const Attributes& attributes, const std::set<std::string>& settled, const std::string& step, Definition& definition, std::string& when) {
    const Worked* command = nullptr;
    std::map<std::string, std::string> before;   // what an output holds when the command does not come so far
    for (const Worked& one : work) {
        if (!one.set.empty() && settled.count(one.set)) continue;
        if (!one.set.empty() && !command && !one.when && one.value.kind == Literal::Kind::text) before[one.set] = one.value.text;
        else if (!one.set.empty() || command || (one.call != "command" && one.call != "script" && one.call != "sleep")) return false;
        else command = &one;
    }
    if (!command) {
        definition.kind = DefinitionKind::none;
        definition.detail = "Metaflow step";
        return before.empty();
    }
    for (const auto& [name, text] : before)
        if (std::find(command->takes.begin(), command->takes.end(), name) == command->takes.end()) return false;
    std::string guard;
    if (command->when && !text_of(*command->when, attributes, guard)) return false;
    if (command->call == "sleep") {
        if (command->words.size() != 1 || command->words[0].size() != 1 || command->words[0][0].attribute) return false;
        definition.kind = DefinitionKind::wait;
        definition.detail = "wait " + command->words[0][0].text + "s";
        when = guard;
        return true;
    }
    Definition out = definition;
    for (const auto& [name, parts] : command->keywords) {
        if (name != "cwd" || !text_of(parts, attributes, out.working_dir)) return false;
    }
    for (const auto& [name, map] : command->maps) {
        if (name == "outputs" || name == "artifacts" || name == "defaults") continue;
        if (name == "files" && read_files(map, attributes, out)) continue;
        if (name != "env") return false;
        for (const auto& [variable, parts] : map) {
            std::string text;
            if (!text_of(parts, attributes, text)) return false;
            out.inputs.push_back({variable, value_of(text), {}, {}, ValueType::any});
        }
    }
    const bool script = command->call == "script";
    if (script && (command->lists.size() != 2 || command->lists[0].empty())) return false;
    out.kind = script ? DefinitionKind::script : DefinitionKind::container;
    for (const Parts& parts : script ? command->lists[0] : command->words) {
        std::string text;
        if (!text_of(parts, attributes, text)) return false;
        out.command.push_back({text, false});
    }
    if (script && !text_of(command->words[1], attributes, out.source)) return false;
    out.shell = !script && out.command.size() == 3 && out.command[0].text == "sh" && out.command[1].text == "-c";
    if (!read_outputs(*command, step, out)) return false;
    read_defaults(*command, before, step, out);
    definition = std::move(out);
    when = guard;
    return true;
}

}  // namespace weft::metaflow
