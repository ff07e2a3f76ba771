// Exit handlers: spec.onExit, spec.hooks and the hooks of tasks. Facts: argo.md 3.1 and 3.2 (at workflow level Argo ignores hooks.exit.expression).
#include "core/targets/argo/reading.h"

#include <algorithm>

namespace weft::argo {

HandlerCondition handler_condition(const std::string& when) {
    for (const Trigger trigger : {Trigger::on_success, Trigger::on_failure}) {
        const std::string own = handler_when(trigger, {});
        if (when == own) return {trigger, {}};
        if (when.starts_with(own + " && (") && when.ends_with(")")) return {trigger, when.substr(own.size() + 5, when.size() - own.size() - 6)};
    }
    return {Trigger::always, when};
}

std::string handler_when(Trigger trigger, const std::string& when) {
    if (trigger == Trigger::always) return when;
    const std::string own = trigger == Trigger::on_success ? "{{workflow.status}} == Succeeded" : "{{workflow.status}} != Succeeded";
    return when.empty() ? own : own + " && (" + when + ")";
}

namespace {

std::string squeezed(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n') continue;
        out += c == '\'' ? '"' : c;
    }
    return out;
}

// steps["a"].status == "Failed" and its like, for the task that the hook hangs on.
std::optional<Trigger> trigger_of_expression(const std::string& expression, const std::string& task) {
    std::string text = squeezed(expression);
    if (!text.starts_with("steps") && !text.starts_with("tasks")) return std::nullopt;
    text.erase(0, 5);
    for (const std::string& head : {"." + task + ".status", "[\"" + task + "\"].status"}) {
        if (!text.starts_with(head)) continue;
        const std::string rest = text.substr(head.size());
        if (rest == "==\"Succeeded\"") return Trigger::on_success;
        if (rest == "!=\"Succeeded\"" || rest == "==\"Failed\"") return Trigger::on_failure;
    }
    return std::nullopt;
}

bool name_taken(const std::vector<Handler>& handlers, const std::string& name) {
    return std::any_of(handlers.begin(), handlers.end(), [&](const Handler& handler) { return handler.task->name == name; });
}

// A hook's {template | templateRef, arguments} as a task named `name`.
Task read_hook_task(Reading& reading, const Place& hook, std::string name, const std::string& path, const Spelling& spelling) {
    Task task;
    task.name = std::move(name);
    reading.map(path, hook);
    task.params = read_arguments(reading, hook.at("arguments"), path, spelling);
    task.files = read_files(hook.at("arguments").at("artifacts"), spelling);
    const Place definition = hook.is_scalar() ? hook : hook.at("template");
    if (definition) {
        task.definition = definition.text();
        reading.map(path + ".definition", definition);
        if (const auto found = reading.templates.find(task.definition); found != reading.templates.end()) map_definition(reading, path, found->second);
    }
    if (task.definition.empty()) {
        Definition own;
        if (const Place ref = hook.at("templateRef")) {
            own.kind = DefinitionKind::reference;
            own.detail = (ref.is_true("clusterScope") ? "cluster template " : "template ") + ref.text_at("name") + "/" + ref.text_at("template");
            own.unsupported = {"templateRef " + ref.text_at("name") + "/" + ref.text_at("template")};
        }
        task.own = std::make_shared<const Definition>(std::move(own));
    }
    return task;
}

std::string hook_template(const Place& hook) {
    if (hook.is_scalar()) return hook.text();
    const std::string own = hook.text_at("template");
    return own.empty() ? hook.at("templateRef").text_at("template") : own;
}

void check_hook(Reading& reading, const Place& hook, const std::string& key, bool step) {
    const std::string target = hook.is_scalar() ? hook.text() : hook.text_at("template");
    if (!target.empty() && !reading.templates.count(target) && !reading.spec.has("workflowTemplateRef"))
        reading.issue("exit/hook-undefined", {WEFT_TR("core", "`%1` names the template `%2`, and there is none of that name"), {key, target}},
                      hook.is_scalar() ? hook : hook.at("template"));
    if (key == "onExit" || key == "exit" || hook.text_at("expression").size()) return;
    reading.issue("exit/hook-undefined",
                  {step ? WEFT_TR("core", "hook `%1` has no expression, so nothing starts it; only the hook `exit` goes without")
                        : WEFT_TR("core", "hook `%1` of the workflow has no expression, so nothing starts it; only the hook `exit` goes without"),
                   {key}},
                  hook);
}

std::string unique_handler_name(const Reading& reading, const std::vector<Handler>& so_far, const std::string& wanted) {
    Body taken;
    taken.tasks = reading.out.flow.main.tasks;
    taken.handlers = so_far;
    const std::string name = wanted.empty() ? "exit" : wanted;
    return find_task(taken, name) ? exit_handler_name(taken, name) : name;
}

void read_own_handlers(Reading& reading, const Place& steps) {
    std::vector<Handler>& handlers = reading.out.flow.main.handlers;
    for (const Place& place : steps.item(0).items()) {
        const std::string name = unique_handler_name(reading, handlers, place.text_at("name"));
        Task task = read_task(reading, place, join_path("handlers", name), Spelling{true, true});
        Handler handler;
        HandlerCondition condition = handler_condition(task.when);
        handler.trigger = condition.trigger;
        handler.warn_only = task.tolerated && task.tolerated_error;
        task.name = name;
        task.when = std::move(condition.when);
        task.tolerated = task.tolerated_error = false;
        handler.task = std::make_shared<const Task>(std::move(task));
        handlers.push_back(std::move(handler));
    }
}

void read_exit(Reading& reading) {
    const Place on_exit = reading.spec.at("onExit");
    const Place hook = on_exit ? on_exit : reading.spec.at("hooks").at("exit");
    if (!hook) return;
    check_hook(reading, hook, on_exit ? "onExit" : "exit", false);
    if (const Place steps = own_handlers_template(reading)) return read_own_handlers(reading, steps);
    std::vector<Handler>& handlers = reading.out.flow.main.handlers;
    const std::string name = exit_handler_name(reading.out.flow.main, hook_template(hook));
    const std::string path = join_path("handlers", name);
    Handler handler;
    handler.task = std::make_shared<const Task>(read_hook_task(reading, hook, name, path, Spelling{true, false}));
    reading.map(path + ".name", hook.is_scalar() ? hook : hook.at("template"));
    handlers.push_back(std::move(handler));
}

}  // namespace

std::string exit_handler_name(const Body& main, const std::string& definition) {
    const std::string wanted = definition.empty() ? "exit" : definition;
    // A task that only uses the template counts too: the handler's name must not hang on what that task is called.
    const bool used = std::any_of(main.tasks.begin(), main.tasks.end(), [&](const TaskPtr& task) { return task->definition == wanted; });
    if (!used && !find_task(main, wanted)) return wanted;
    std::string name = wanted + "-exit";
    for (int n = 2; find_task(main, name); ++n) name = wanted + "-exit-" + std::to_string(n);
    return name;
}

Place own_handlers_template(const Reading& reading) {
    if (reading.spec.text_at("onExit") != handlers_template) return {};
    const auto found = reading.templates.find(handlers_template);
    if (found == reading.templates.end()) return {};
    const Place steps = found->second.at("steps");
    const std::vector<Place> groups = steps.items();
    if (groups.size() != 1 || groups.front().items().empty()) return {};
    for (const Place& step : groups.front().items()) {
        if (!step.is_map() || !step.has("name")) return {};
        const Place tolerance = step.at("continueOn");
        if (tolerance && !(tolerance.is_true("failed") && tolerance.is_true("error"))) return {};
    }
    return steps;
}

void read_flow_handlers(Reading& reading) {
    read_exit(reading);
    const Place hooks = reading.spec.at("hooks");
    if (!hooks.is_map()) return;
    std::vector<Handler>& handlers = reading.out.flow.main.handlers;
    for (const yaml::Entry& entry : hooks.node->entries) {
        if (!entry.key || entry.key->text == "exit") continue;
        const Place hook = hooks.at(entry.key->text);
        if (!hook) continue;
        check_hook(reading, hook, entry.key->text, false);
        const std::string name = unique_handler_name(reading, handlers, entry.key->text);
        const std::string path = join_path("handlers", name);
        Handler handler;
        handler.task = std::make_shared<const Task>(read_hook_task(reading, hook, name, path, Spelling{true, false}));
        handler.expression = hook.text_at("expression");
        reading.map(path + ".expression", hook.at("expression"));
        handlers.push_back(std::move(handler));
    }
}

std::vector<Handler> read_hooks(Reading& reading, const Place& use, const std::string& path, const Spelling& spelling) {
    std::vector<Handler> out;
    const std::string task = use.text_at("name");
    const auto add = [&](const Place& hook, const std::string& key) {
        check_hook(reading, hook, key, true);
        const bool exit = key == "exit" || key == "onExit";
        std::string name = exit ? hook_template(hook) : key;
        for (int n = 2; name_taken(out, name); ++n) name = (exit ? hook_template(hook) : key) + "-" + std::to_string(n);
        Handler handler;
        handler.expression = hook.text_at("expression");
        if (exit) {
            if (const std::optional<Trigger> trigger = trigger_of_expression(handler.expression, task)) {
                handler.trigger = *trigger;
                handler.expression.clear();
            }
        }
        const std::string here = join_path(path + ".handlers", name);
        handler.task = std::make_shared<const Task>(read_hook_task(reading, hook, name, here, spelling));
        reading.map(here + ".expression", hook.at("expression"));
        out.push_back(std::move(handler));
    };
    if (const Place legacy = use.at("onExit")) add(legacy, "onExit");
    const Place hooks = use.at("hooks");
    if (!hooks.is_map()) return out;
    for (const yaml::Entry& entry : hooks.node->entries) {
        if (!entry.key) continue;
        if (const Place hook = hooks.at(entry.key->text)) add(hook, entry.key->text);
    }
    return out;
}

}  // namespace weft::argo
