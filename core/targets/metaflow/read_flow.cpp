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

void add_hook(Reading& reading, Body& body, const std::string& name, bool success, bool failure) {
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
        if (function->work && reading.source.base && read_work(*function->work, {}, name, command)) definition = std::move(command);
        else {
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
        const auto found = part.attribute ? attributes.find(part.text) : attributes.end();
        if (part.attribute && found == attributes.end()) return false;
        out += part.attribute ? found->second : part.text;
    }
    return true;
}

Value value_of(const std::string& text) {
    if (text == "{{item}}") return {Source::item, {}, {}, {}, false};
    if (text.starts_with("{{params.") && text.find("}}") == text.size() - 2) return {Source::param, {}, {}, text.substr(9, text.size() - 11), false};
    if (text.starts_with("{{tasks.") && text.find("}}") == text.size() - 2) {
        const std::size_t middle = text.find(".outputs.");
        if (middle != std::string::npos) return {Source::output, {}, text.substr(8, middle - 8), text.substr(middle + 9, text.size() - middle - 11), false};
    }
    return {text.find("{{") == std::string::npos ? Source::literal : Source::text, text, {}, {}, false};
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

void read_hooks(Reading& reading, Body& body) {
    for (const Decorator& decorator : reading.flow.decorators) {
        if (decorator.name != "exit_hook") continue;
        const std::vector<std::string> success = hook_names(decorator.arguments.find("on_success")), failure = hook_names(decorator.arguments.find("on_error"));
        for (const std::string& name : success) add_hook(reading, body, name, true, has(failure, name));
        for (const std::string& name : failure)
            if (!has(success, name)) add_hook(reading, body, name, false, true);
        for (const Argument& argument : decorator.arguments.all)
            if (argument.name == "options") reading.keep("", "@exit_hook options=" + argument.source);
    }
}

Attributes attributes_of(const Class& flow, const DrawnGraph& drawn) {
    Attributes out{{"input", "{{item}}"}};
    for (const ParameterCall& call : flow.parameters) {
        const Argument* name = call.arguments.at(0, "name");
        out[call.attribute] = "{{params." + (name && name->value.kind == Literal::Kind::text ? name->value.text : call.attribute) + "}}";
    }
    for (const DrawnStep& drawn_step : drawn.body) {   // inside a loop other names hold
        const Step& step = flow.steps[drawn_step.step];
        if (drawn_step.group || drawn_step.loop || !step.work) continue;
        for (const Worked& one : *step.work)
            for (const std::string& attribute : one.takes) {
                const bool named = attribute.starts_with(step.name + "_");
                out[attribute] = "{{tasks." + step.name + ".outputs." + (named ? attribute.substr(step.name.size() + 1) : attribute) + "}}";
            }
    }
    return out;
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
            output.name = attribute.starts_with(step + "_") ? attribute.substr(step.size() + 1) : attribute;
            output.artifact = name == "artifacts";
            if (where == "<stdout>") output.from = OutputFrom::standard_output;
            else if (where == "<exit code>") output.from = OutputFrom::exit_code;
            else if (where != output.name) output.path = where;
            definition.outputs.push_back(std::move(output));
        }
    }
    return taken == command.takes.size();
}

}  // namespace

bool read_work(const std::vector<Worked>& work, const Attributes& attributes, const std::string& step, Definition& definition) {
    const Worked* command = nullptr;
    for (const Worked& one : work) {
        if (!one.set.empty() || command || (one.call != "command" && one.call != "script" && one.call != "sleep")) return false;
        command = &one;
    }
    if (!command) return false;
    if (command->call == "sleep") {
        if (command->words.size() != 1 || command->words[0].size() != 1 || command->words[0][0].attribute) return false;
        definition.kind = DefinitionKind::wait;
        definition.detail = "wait " + command->words[0][0].text + "s";
        return true;
    }
    Definition out = definition;
    for (const auto& [name, parts] : command->keywords) {
        if (name != "cwd" || !text_of(parts, attributes, out.working_dir)) return false;
    }
    for (const auto& [name, map] : command->maps) {
        if (name == "outputs" || name == "artifacts") continue;
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
    definition = std::move(out);
    return true;
}

}  // namespace weft::metaflow
