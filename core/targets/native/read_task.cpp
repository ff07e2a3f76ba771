// Definitions, tasks, handlers and bodies.
#include <algorithm>

#include "core/model/graph.h"
#include "core/targets/native/reading.h"

namespace weft::native {
namespace {

// What a definition runs: the first of these keys that stands there.
constexpr std::string_view kind_keys[] = {"tasks", "script", "command", "http", "wait"};

std::string_view kind_key(Reading& reading, const Spot& map) {
    std::string_view found;
    for (const std::string_view key : kind_keys) {
        const Spot spot = reading.at(map, key);
        if (!spot.node || (!spot && key != "wait" && key != "tasks")) continue;
        if (found.empty()) found = key;
        else reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"%1\" and \"%2\" exclude each other: a task runs one thing"), {std::string(found), std::string(key)}}, spot);
    }
    return found;
}

void read_command(Reading& reading, const Spot& map, Definition& definition) {
    definition.kind = DefinitionKind::container;
    const Spot command = reading.at(map, "command");
    if (command.is_scalar()) {
        definition.shell = true;
        definition.command = {{"sh", false}, {"-c", false}, {command.node->text, false}};
    } else if (reading.want_list(command, "command")) {
        definition.command = read_words(reading, command, "command");
    }
}

void read_script(Reading& reading, const Spot& map, Definition& definition) {
    definition.kind = DefinitionKind::script;
    definition.source = reading.text(map, "script");
    const Spot interpreter = reading.at(map, "interpreter");
    if (interpreter.is_scalar()) {
        const std::string& text = interpreter.node->text;
        for (std::size_t at = 0; at < text.size();) {  // "python3 -u"
            const std::size_t end = std::min(text.find(' ', at), text.size());
            if (end > at) definition.command.push_back({text.substr(at, end - at), false});
            at = end + 1;
        }
    } else if (reading.want_list(interpreter, "interpreter")) {
        definition.command = read_words(reading, interpreter, "interpreter");
    }
}

void read_http(Reading& reading, const Spot& map, Definition& definition) {
    definition.kind = DefinitionKind::http;
    const Spot http = reading.at(map, "http");
    if (!reading.want_map(http, "http")) return;
    reading.check_keys(http, http_keys());
    definition.detail = reading.text(http, "url");
    for (const Spot& entry : reading.entries(http)) {
        if (key_text(entry) != "url") reading.out.kept.push_back(entry.tree);
    }
}

void read_wait(Reading& reading, const Spot& map, Definition& definition) {
    definition.kind = DefinitionKind::wait;
    const std::string text = reading.text(map, "wait");
    definition.detail = text.empty() || text == "approval" ? "wait" : "wait " + text;
}

void place_definition(Reading& reading, const Spot& map, const std::string& path) {
    static constexpr std::pair<const char*, const char*> fields[] = {
        {"command", ".command"}, {"args", ".args"}, {"script", ".script"}, {"interpreter", ".interpreter"}, {"workingDir", ".working_dir"}, {"http", ".http"},
        {"wait", ".wait"}, {"timeout", ".timeout"}, {"parallelism", ".parallelism"}, {"failFast", ".fail_fast"}, {"environment", ".environment"}};
    for (const auto& [key, suffix] : fields) reading.place(path + suffix, reading.at(map, key));
    if (const Spot http = reading.at(map, "http"); http.is_map()) reading.place(path + ".http.url", reading.at(http, "url"));
}

Task read_task(Reading& reading, const Spot& map, const std::string& path) {
    Task task;
    reading.place(path, map);
    task.name = reading.text(map, "name");
    task.note = reading.text(map, "description");
    task.definition = reading.text(map, "use");
    task.needs = read_needs(reading, reading.at(map, "needs"), path);
    task.depends = reading.text(map, "depends");
    if (!task.depends.empty()) {
        if (const Spot needs = reading.at(map, "needs")) {
            reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"needs\" and \"depends\" exclude each other: \"depends\" is used")}, needs);
        }
        task.needs = needs_of_expression(task.depends);
    }
    task.when = reading.text(map, "when");
    task.loop = read_loop(reading, reading.at(map, "loop"), path);
    task.params = read_bindings(reading, reading.at(map, "params"), "params", path + ".params");
    task.tolerated = task.tolerated_error = reading.truth(map, "tolerated");
    task.muted = reading.truth(map, "muted");
    static constexpr std::pair<const char*, const char*> fields[] = {{"name", ".name"}, {"description", ".note"}, {"use", ".use"}, {"depends", ".depends"}, {"when", ".when"},
                                                                     {"params", ".params"}, {"tolerated", ".tolerated"}, {"muted", ".muted"}};
    for (const auto& [key, suffix] : fields) reading.place(path + suffix, reading.at(map, key));
    if (task.definition.empty()) {
        Definition own = read_definition(reading, map, path, true);
        if (own.kind == DefinitionKind::wait) std::swap(task.timeout, own.timeout);  // the limit of the waiting, not its length
        task.own = std::make_shared<const Definition>(std::move(own));
    } else {
        if (const std::string_view key = kind_key(reading, map); !key.empty()) {
            reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"use\" and \"%1\" exclude each other: a task runs one thing"), {std::string(key)}}, reading.at(map, key));
        }
        task.environment = read_environment(reading, reading.at(map, "environment"), path);
        task.files = read_files(reading, reading.at(map, "files"), path);
        task.retry = read_retry(reading, reading.at(map, "retry"), path);
        task.timeout = reading.text(map, "timeout");
        place_definition(reading, map, path);
    }
    return task;
}

Handler read_handler(Reading& reading, const Spot& map, const std::string& path);

std::vector<Handler> read_handlers(Reading& reading, const Spot& list, const std::string& prefix) {
    std::vector<Handler> handlers;
    if (!reading.want_list(list, "handlers")) return handlers;
    for (const Spot& item : reading.items(list)) {
        if (!item.is_map()) {
            reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"handlers\" lists tasks: each has a name and runs something")}, item.node ? item : list);
            continue;
        }
        handlers.push_back(read_handler(reading, item, join_path(prefix + "handlers", yaml::text_at(item.node, "name"))));
    }
    return handlers;
}

TaskPtr read_whole_task(Reading& reading, const Spot& map, const std::string& path) {
    Task task = read_task(reading, map, path);
    if (!task.own || !task.own->body) task.handlers = read_handlers(reading, reading.at(map, "handlers"), path + ".");  // a group's belong to its body
    return std::make_shared<const Task>(std::move(task));
}

Handler read_handler(Reading& reading, const Spot& map, const std::string& path) {
    Handler handler;
    reading.check_keys(map, handler_keys());
    handler.trigger = Trigger(reading.choice(map, "runs", {"always", "on-success", "on-failure"}));
    handler.warn_only = reading.choice(map, "verdict", {"affects", "warn"}) == 1;
    handler.task = read_whole_task(reading, map, path);
    reading.place(path + ".trigger", reading.at(map, "runs"));
    reading.place(path + ".verdict", reading.at(map, "verdict"));
    return handler;
}

}  // namespace

Definition read_definition(Reading& reading, const Spot& map, const std::string& path, bool own) {
    Definition definition;
    const std::string_view key = kind_key(reading, map);
    if (key == "command") read_command(reading, map, definition);
    if (key == "script") read_script(reading, map, definition);
    if (key == "http") read_http(reading, map, definition);
    if (key == "wait") read_wait(reading, map, definition);
    if (key == "tasks") {
        definition.kind = DefinitionKind::flow;
        definition.body = std::make_shared<const Body>(read_body(reading, map, path + "."));
    }
    const Spot args = reading.at(map, "args");
    if (reading.want_list(args, "args")) definition.args = read_words(reading, args, "args");
    definition.working_dir = reading.text(map, "workingDir");
    definition.inputs = read_parameters(reading, reading.at(map, "inputs"), "inputs", path + ".inputs");
    definition.files = read_files(reading, reading.at(map, "files"), path);
    definition.outputs = read_outputs(reading, reading.at(map, "outputs"), path);
    definition.environment = read_environment(reading, reading.at(map, "environment"), path);
    definition.retry = read_retry(reading, reading.at(map, "retry"), path);
    definition.timeout = reading.text(map, "timeout");
    definition.parallelism = reading.number(map, "parallelism");
    definition.fail_fast = reading.truth(map, "failFast", true);
    place_definition(reading, map, path);
    if (!own) reading.check_keys(map, definition_keys());
    return definition;
}

Body read_body(Reading& reading, const Spot& map, const std::string& prefix) {
    Body body;
    const Spot tasks = reading.at(map, "tasks");
    if (reading.want_list(tasks, "tasks")) {
        for (const Spot& item : reading.items(tasks)) {
            if (!item.is_map()) {
                reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"tasks\" lists tasks: each has a name and runs something")}, item.node ? item : tasks);
                continue;
            }
            reading.check_keys(item, task_keys());
            body.tasks.push_back(read_whole_task(reading, item, join_path(prefix + "tasks", yaml::text_at(item.node, "name"))));
        }
    }
    body.handlers = read_handlers(reading, reading.at(map, "handlers"), prefix);
    return body;
}

}  // namespace weft::native
