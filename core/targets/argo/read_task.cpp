// A DAG task or a step as a Task: its arguments, edges, condition, loop, tolerance and hooks.
#include "core/model/graph.h"
#include "core/targets/argo/reading.h"

#include <algorithm>

namespace weft::argo {
namespace {

bool known(const std::vector<Need>& needs, const std::string& task) {
    return std::any_of(needs.begin(), needs.end(), [&](const Need& need) { return need.task == task; });
}

void add_need(std::vector<Need>& needs, const std::string& task, Results results) {
    for (Need& need : needs) {
        if (need.task != task) continue;
        need.results |= results;
        return;
    }
    needs.push_back({task, results});
}

void read_depends(Task& task, const std::string& text) {
    if (std::optional<std::vector<Need>> needs = needs_of_depends(text)) {
        for (const Need& need : *needs) add_need(task.needs, need.task, need.results);
        return;
    }
    task.depends = text;
    if (const Result<std::vector<DependsTerm>> terms = depends_terms(text))
        for (const DependsTerm& term : *terms) add_need(task.needs, term.task, term.results);
}

void read_edges(Reading& reading, const Place& use, const std::string& path, Task& task) {
    const Place depends = use.at("depends");
    if (const std::string text = depends.text(); !text.empty()) read_depends(task, text);
    const Place list = use.at("dependencies");
    for (const Place& one : list.items())
        if (!known(task.needs, one.text())) task.needs.push_back({one.text()});
    reading.map(path + ".needs", depends ? depends : list);
    for (const Place& one : list.items()) reading.map(join_path(path + ".needs", one.text()), one);
    for (const Need& need : task.needs) reading.map(join_path(path + ".needs", need.task), depends);
    if (depends && list)
        reading.issue("graph/depends-mixed", {WEFT_TR("core", "task `%1` has both `depends` and `dependencies`; Argo takes one of them"), {task.name}}, list);
}

std::optional<Loop> read_loop(Reading& reading, const Place& use, const std::string& path) {
    Loop loop;
    Place source;
    if (const Place items = use.at("withItems")) {
        for (const Place& item : items.items()) loop.items.push_back(item_text(item.node));
        source = items;
    } else if (const Place param = use.at("withParam")) {
        loop.over = Loop::Over::param;
        loop.param = param.text();
        source = param;
    } else if (const Place sequence = use.at("withSequence")) {
        loop.over = Loop::Over::sequence;
        loop.count = read_scalar(sequence.at("count").node);
        loop.start = read_scalar(sequence.at("start").node);
        loop.end = read_scalar(sequence.at("end").node);
        loop.format = sequence.text_at("format");
        source = sequence;
    } else {
        return std::nullopt;
    }
    reading.map(path + ".loop", source);
    return loop;
}

std::string reference_text(const Place& ref) {
    return (ref.is_true("clusterScope") ? "cluster template " : "template ") + ref.text_at("name") + "/" + ref.text_at("template");
}

void read_what_runs(Reading& reading, const Place& use, const std::string& path, Task& task) {
    if (const Place name = use.at("template")) {
        task.definition = name.text();
        reading.map(path + ".definition", name);
        if (const auto found = reading.templates.find(task.definition); found != reading.templates.end()) map_definition(reading, path, found->second);
        if (!task.definition.empty()) return;
    }
    Definition own;
    if (const Place ref = use.at("templateRef")) {
        own.kind = DefinitionKind::reference;
        own.detail = reference_text(ref);
        own.unsupported = {"templateRef " + ref.text_at("name") + "/" + ref.text_at("template")};
    } else if (const Place inline_template = use.at("inline")) {
        own = read_definition(reading, inline_template, path, true);
        own.name.clear();
        map_definition(reading, path, inline_template);
    }
    task.own = std::make_shared<const Definition>(std::move(own));
}

}  // namespace

std::vector<Binding> read_arguments(Reading& reading, const Place& arguments, const std::string& path, const Spelling& spelling) {
    std::vector<Binding> out;
    for (const Place& parameter : arguments.at("parameters").items()) {
        if (!parameter.is_map()) continue;
        const std::string name = parameter.text_at("name");
        const Place value = parameter.at("value"), from = parameter.at("valueFrom");
        Binding binding{name, read_value(value.node, spelling)};
        if (!value && from) {
            binding.value.source = Source::text;
            if (const std::string expression = from.text_at("expression"); !expression.empty()) binding.value.text = "{{=" + expression + "}}";
        }
        const std::string here = join_path(path + ".params", name);
        reading.map(here, parameter);
        reading.map(here + ".value", value ? value : from);
        out.push_back(std::move(binding));
    }
    for (const Place& artifact : arguments.at("artifacts").items()) reading.map(join_path(path + ".files", artifact.text_at("name")), artifact);
    return out;
}

Task read_task(Reading& reading, const Place& use, const std::string& path, const Spelling& spelling) {
    Task task;
    task.name = use.text_at("name");
    reading.map(path, use);
    reading.map(path + ".name", use.at("name"));
    task.params = read_arguments(reading, use.at("arguments"), path, spelling);
    task.files = read_files(use.at("arguments").at("artifacts"), spelling);
    read_edges(reading, use, path, task);
    task.when = use.text_at("when");
    reading.map(path + ".when", use.at("when"));
    task.loop = read_loop(reading, use, path);
    const Place tolerance = use.at("continueOn");
    task.tolerated = tolerance.is_true("failed");
    task.tolerated_error = tolerance.is_true("error");
    reading.map(path + ".tolerated", tolerance);
    task.handlers = read_hooks(reading, use, path, spelling);
    read_what_runs(reading, use, path, task);
    return task;
}

namespace {

Body read_dag(Reading& reading, const Place& tasks, const std::string& head, const Spelling& spelling) {
    Body body;
    const std::vector<Place> places = tasks.items();
    bool depends = false;
    for (const Place& place : places) {
        if (!place.is_map()) continue;
        depends = depends || place.has("depends");
        const std::string path = join_path(head, place.text_at("name"));
        body.tasks.push_back(std::make_shared<const Task>(read_task(reading, place, path, spelling)));
    }
    if (!depends) return body;
    for (const Place& place : places) {
        if (place.has("depends")) continue;
        const std::string name = place.text_at("name");
        if (place.has("dependencies"))
            reading.issue("graph/depends-mixed", {WEFT_TR("core", "task `%1` uses `dependencies` where another task of the DAG uses `depends`; Argo takes one of them"), {name}},
                          place.at("dependencies"));
    }
    for (const Place& place : places)
        if (place.has("continueOn"))
            reading.issue("graph/depends-mixed", {WEFT_TR("core", "task `%1` uses `continueOn` in a DAG with `depends`; Argo refuses that, name the results in `depends` instead"),
                                                  {place.text_at("name")}},
                          place.at("continueOn"));
    return body;
}

// Groups run one after the other: every step waits for the whole group before.
Body read_steps(Reading& reading, const Place& steps, const std::string& head, const Spelling& spelling) {
    Body body;
    std::vector<Need> before;
    for (const Place& group : steps.items()) {
        std::vector<Need> here;
        std::vector<Place> members = group.items();
        if (group.is_map()) members = {group};
        for (const Place& place : members) {
            if (!place.is_map()) continue;
            Task task = read_task(reading, place, join_path(head, place.text_at("name")), spelling);
            task.needs = before;
            here.push_back({task.name});
            body.tasks.push_back(std::make_shared<const Task>(std::move(task)));
        }
        if (!here.empty()) before = std::move(here);
    }
    return body;
}

}  // namespace

Body read_body(Reading& reading, const Place& tmpl, const std::string& prefix, const Spelling& spelling) {
    const std::string head = prefix + "tasks";
    if (spelling.steps) return read_steps(reading, tmpl.at("steps"), head, spelling);
    return read_dag(reading, tmpl.at("dag").at("tasks"), head, spelling);
}

}  // namespace weft::argo
