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
        if (function->work && reading.source.base && read_work(*function->work, {}, command)) definition = std::move(command);
        else {
            definition.source = function->source;
            definition.unsupported = {"Python of a Metaflow exit hook"};
        }
    }
    task.own = std::make_shared<const Definition>(std::move(definition));
    body.handlers.push_back({std::make_shared<const Task>(std::move(task)), success && failure ? Trigger::always : success ? Trigger::on_success : Trigger::on_failure, false, {}});
}

// "{{params.x}}" for an attribute: a parameter by its name in the flow; anything else is what an earlier step set.
bool text_of(const Parts& parts, const std::vector<ParameterCall>& parameters, std::string& out) {
    for (const Part& part : parts) {
        if (!part.attribute) {
            out += part.text;
            continue;
        }
        if (part.text == "input") {
            out += "{{item}}";
            continue;
        }
        const auto found = std::find_if(parameters.begin(), parameters.end(), [&](const ParameterCall& one) { return one.attribute == part.text; });
        if (found == parameters.end()) return false;
        const Argument* name = found->arguments.at(0, "name");
        out += "{{params." + (name && name->value.kind == Literal::Kind::text ? name->value.text : part.text) + "}}";
    }
    return true;
}

Value value_of(const std::string& text) {
    if (text == "{{item}}") return {Source::item, {}, {}, {}, false};
    if (text.starts_with("{{params.") && text.find("}}") == text.size() - 2) return {Source::param, {}, {}, text.substr(9, text.size() - 11), false};
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

bool read_work(const std::vector<Worked>& work, const std::vector<ParameterCall>& parameters, Definition& definition) {
    const Worked* command = nullptr;
    for (const Worked& one : work) {
        if (one.call == "merge_artifacts") continue;
        if (!one.set.empty() || command || (one.call != "command" && one.call != "script")) return false;
        command = &one;
    }
    if (!command || !command->keywords.empty()) return false;
    Definition out = definition;
    for (const auto& [name, map] : command->maps) {
        if (name != "env") return false;
        for (const auto& [variable, parts] : map) {
            std::string text;
            if (!text_of(parts, parameters, text)) return false;
            out.inputs.push_back({variable, value_of(text), {}, {}, ValueType::any});
        }
    }
    const bool script = command->call == "script";
    if (script && (command->lists.size() != 2 || command->lists[0].empty())) return false;
    out.kind = script ? DefinitionKind::script : DefinitionKind::container;
    for (const Parts& parts : script ? command->lists[0] : command->words) {
        std::string text;
        if (!text_of(parts, parameters, text)) return false;
        out.command.push_back({text, false});
    }
    if (script && !text_of(command->words[1], parameters, out.source)) return false;
    out.shell = !script && out.command.size() == 3 && out.command[0].text == "sh" && out.command[1].text == "-c";
    definition = std::move(out);
    return true;
}

}  // namespace weft::metaflow
