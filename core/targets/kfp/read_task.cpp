// Tasks of a DAG: what they wait for, are given, loop over, and which of them are exit handlers.
#include <algorithm>

#include "core/targets/kfp/reading.h"

namespace weft::kfp {
namespace {

// A pipeline's parameter as the inside of the exit group calls it, in the pipeline's own words.
std::string parameter_behind(const Reading& reading, bool inside_group, const std::string& input) {
    if (inside_group)
        for (const auto& [parameter, channel] : reading.spec.group.channels)
            if (channel == input) return parameter;
    return input;
}

Value read_input(const Reading& reading, const Place& input, bool inside_group) {
    Value value;
    if (const Place from = input.at("taskOutputParameter")) value = {Source::output, {}, from.text_at("producerTask"), from.text_at("outputParameterKey")};
    else if (const Place name = input.at("componentInputParameter")) value = {Source::param, {}, {}, parameter_behind(reading, inside_group, name.text())};
    else if (input.has("taskFinalStatus")) value.source = Source::status;
    else if (const Place given = input.at("runtimeValue")) value = literal_of(yaml::find(given.node, "constant"));
    const std::string selector = input.text_at("parameterExpressionSelector");
    return selector.empty() ? value : selected(value, selector);
}

// "{{$.inputs.parameters['pipelinechannel--x']}}" inside a constant is another input of the same task.
void read_embedded(Task& task) {
    const std::vector<Binding> given = task.params;
    for (Binding& param : task.params) {
        if (param.value.source != Source::literal || param.value.text.find("{{$.inputs.parameters[") == std::string::npos) continue;
        std::string text = read_text(param.value.text);
        bool all = true;
        std::vector<Reference> tags = references_in(text);
        std::reverse(tags.begin(), tags.end());
        for (const Reference& tag : tags) {
            if (tag.kind != Reference::Kind::param) continue;
            Task before;
            before.params = given;
            const std::string words = tag.name == param.name ? std::string() : tag_of_input(before, tag.name);
            all = all && !words.empty();
            if (!words.empty()) text.replace(tag.at, tag.tag.size(), words);
        }
        if (all) param.value = Value{Source::text, std::move(text)};
    }
}

void read_inputs(Reading& reading, Task& task, const Place& place, const std::string& path, bool inside_group) {
    for (const Place::Named& input : place.down("inputs/parameters").entries()) {
        task.params.push_back({input.name, read_input(reading, input.value, inside_group)});
        const std::string field = join_path(path + ".params", input.name);
        reading.map(field, input.key);
        if (const Place constant = input.value.down("runtimeValue/constant"); constant.is_scalar()) reading.map(field + ".value", constant);
    }
    read_embedded(task);
    for (const Place::Named& input : place.down("inputs/artifacts").entries()) {
        InputFile file;
        file.name = input.name;
        if (const Place from = input.value.at("taskOutputArtifact")) file.from = Value{Source::output, {}, from.text_at("producerTask"), from.text_at("outputArtifactKey")};
        else if (const Place name = input.value.at("componentInputArtifact")) file.from = Value{Source::param, {}, {}, name.text()};
        task.files.push_back(std::move(file));
        reading.map(join_path(path + ".files", input.name), input.key);
    }
}

void read_loop(Reading& reading, Task& task, const Place& place, const std::string& path) {
    const Place over = place.at("parameterIterator"), files = place.at("artifactIterator");
    if (!over && !files) return;
    Loop loop;
    const std::string item = (over ? over : files).text_at("itemInput");
    const Place items = (over ? over : files).at("items");
    reading.map(path + ".loop", items);
    if (const Place raw = items.at("raw"); over && raw) {
        const yaml::NodePtr list = node_of_json(raw.text());
        loop.over = Loop::Over::items;
        for (const yaml::NodePtr& one : list ? list->items : std::vector<yaml::NodePtr>{}) loop.items.push_back(item_text(one));
    } else {
        loop.over = Loop::Over::param;
        loop.param = over ? tag_of_input(task, items.text_at("inputParameter")) : tag_of_file(task, items.text_at("inputArtifact"));
    }
    if (const std::string limit = place.at("iteratorPolicy").text_at("parallelismLimit"); !limit.empty() && limit.size() < 9 && limit.find_first_not_of("0123456789") == std::string::npos)
        loop.parallelism = std::stoi(limit);
    const Value value{Source::item};
    if (over) task.params.push_back({item, value});
    else {
        task.files.push_back({item});
        task.files.back().from = value;
    }
    task.loop = std::move(loop);
}

std::optional<Retry> read_retry(Reading& reading, const Place& policy, const std::string& path) {
    if (!policy) return std::nullopt;
    Retry retry;
    retry.limit = Scalar{policy.has("maxRetryCount") ? policy.text_at("maxRetryCount") : "0", true};
    retry.delay = policy.text_at("backoffDuration");
    retry.max_delay = policy.text_at("backoffMaxDuration");
    if (const std::string factor = policy.text_at("backoffFactor"); !factor.empty()) retry.factor = std::strtod(factor.c_str(), nullptr);
    reading.map(path + ".retry", policy);
    reading.map(path + ".retry.limit", policy.at("maxRetryCount"));
    return retry;
}

void read_needs(Reading& reading, Task& task, const Place& place, const std::string& path) {
    const bool any_end = place.at("triggerPolicy").text_at("strategy") == completed;
    for (const Place& need : place.at("dependentTasks").items()) {
        task.needs.push_back({need.text(), any_end ? results_completed : results_default, false});
        reading.map(join_path(path + ".needs", need.text()), need);
    }
}

TaskPtr shared(Task task) { return std::make_shared<const Task>(std::move(task)); }

}  // namespace

std::string tag_of_input(const Task& task, std::string_view input) {
    for (const Binding& param : task.params)
        if (param.name == input) return tag_of(param.value);
    return {};
}

std::string tag_of_file(const Task& task, std::string_view input) {
    for (const InputFile& file : task.files)
        if (file.name == input && file.from) return tag_of(*file.from, true);
    return {};
}

Task read_task(Reading& reading, const std::string& name, const Place& place, const std::string& path, bool inside_group) {
    Task task;
    task.name = name;
    reading.map(path, place);
    task.definition = place.at("componentRef").text_at("name");
    if (task.definition.empty()) task.own = std::make_shared<const Definition>();
    if (const Place display = place.down("taskInfo/name"); display && display.text() != name) {
        task.note = display.text();
        reading.map(path + ".note", display);
    }
    read_inputs(reading, task, place, path, inside_group);
    read_loop(reading, task, place, path);
    if (const Place condition = place.down("triggerPolicy/condition")) {
        const auto tag = [&](std::string_view input) { return tag_of_input(task, input); };
        const auto input_of = [&](const Reference& wanted, ValueType) {
            for (const Binding& param : task.params)
                if (tag_of(param.value) == wanted.tag) return param.name;
            return std::string();
        };
        task.when = condition_text(condition.text(), tag);
        if (const auto again = condition_cel(task.when, input_of); !again || condition_text(*again, tag) != task.when) task.when = condition.text();
        reading.map(path + ".when", condition);
    }
    read_needs(reading, task, place, path);
    task.retry = read_retry(reading, place.at("retryPolicy"), path);
    reading.keep(place.down("cachingOptions"));
    return task;
}

Body read_body(Reading& reading, const Place& dag, const std::string& prefix, bool main) {
    Body body;
    std::vector<std::pair<std::string, Handler>> hooks;
    const auto handler = [&](const Place::Named& entry, const std::string& path) {
        reading.map(path + ".name", entry.key);
        Task task = read_task(reading, entry.name, entry.value, path, false);
        task.needs.clear();
        return Handler{shared(std::move(task)), Trigger::always, false, {}};
    };
    const bool grouped = main && reading.spec.group;
    for (const Place::Named& entry : dag.at("tasks").entries()) {
        if (!grouped && is_exit_task(entry.value) && dag.at("tasks").has(waits_for(entry.value))) {
            const std::string owner = waits_for(entry.value);
            hooks.emplace_back(owner, handler(entry, join_path(join_path(prefix + "tasks", owner) + ".handlers", entry.name)));
            continue;
        }
        const std::string path = join_path(prefix + "tasks", entry.name);
        reading.map(path + ".name", entry.key);
        body.tasks.push_back(shared(read_task(reading, entry.name, entry.value, path, grouped)));
    }
    for (TaskPtr& task : body.tasks) {
        Task with = *task;
        for (auto& [owner, hook] : hooks)
            if (owner == task->name) with.handlers.push_back(hook);
        if (!with.handlers.empty()) task = shared(std::move(with));
    }
    if (grouped)
        for (const Place::Named& entry : reading.spec.root.down("root/dag/tasks").entries())
            if (entry.name != reading.spec.group.task) body.handlers.push_back(handler(entry, join_path("handlers", entry.name)));
    return body;
}

}  // namespace weft::kfp
