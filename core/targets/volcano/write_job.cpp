// A changed vcjob spec: the difference of what we build of it before and after goes into the file's own nodes.
#include <charconv>
#include <unordered_map>

#include "core/targets/volcano/writing.h"

namespace weft::volcano {
namespace {

const char* const volume_sources[] = {"persistentVolumeClaim", "secret", "configMap", "emptyDir", "hostPath", "ephemeral", "csi", "nfs", "projected", "downwardAPI"};

NodePtr with_list(const NodePtr& map, const char* key, const NodePtr& list) { return list == yaml::find(map, key) ? map : list ? yaml::with_entry(map, key, list) : yaml::without_entry(map, key); }

template <class Change> NodePtr each_item(const NodePtr& list, const Change& change) {
    NodePtr out = list;
    for (std::size_t i = 0; list && i < list->items.size(); ++i)
        if (const NodePtr made = change(list->items[i]); made != list->items[i]) out = yaml::with_item(out, i, made);
    return out;
}

// A variable has a value or a source, a volume one source: what stood there beside the fields we know goes with it.
NodePtr one_value(const NodePtr& variable) {
    return yaml::find(variable, "value") && yaml::find_entry(variable, "valueFrom") ? yaml::without_entry(variable, "valueFrom") : variable;
}
NodePtr one_source(const NodePtr& volume, const NodePtr& wanted) {
    NodePtr out = volume;
    for (const NodePtr& other : wanted ? wanted->items : std::vector<NodePtr>()) {
        if (yaml::text_at(other, "name") != yaml::text_at(volume, "name")) continue;
        for (const char* source : volume_sources)
            if (yaml::find_entry(out, source) && !yaml::find_entry(other, source)) out = yaml::without_entry(out, source);
    }
    return out;
}

NodePtr tidy(const NodePtr& task, const NodePtr& wanted) {
    NodePtr pod = yaml::find_path(task, "template/spec");
    if (!pod) return task;
    const NodePtr was = pod, volumes = yaml::find_path(wanted, "template/spec/volumes");
    pod = with_list(pod, "containers", each_item(yaml::find(pod, "containers"), [](const NodePtr& container) {
        return with_list(container, "env", each_item(yaml::find(container, "env"), one_value));
    }));
    pod = with_list(pod, "volumes", each_item(yaml::find(pod, "volumes"), [&](const NodePtr& volume) { return one_source(volume, volumes); }));
    return pod == was ? task : yaml::with_path(task, "template/spec", pod);
}

long replicas_of(const NodePtr& tasks) {
    long sum = 0;
    for (const NodePtr& item : tasks ? tasks->items : std::vector<NodePtr>()) {
        const std::string text = yaml::text_at(item, "replicas");
        long one = 1;
        std::from_chars(text.data(), text.data() + text.size(), one);
        sum += one;
    }
    return sum;
}

// The job waits for as many pods as it has: more would be refused by the webhook, fewer would call a failure Completed.
NodePtr with_available(const NodePtr& spec, const NodePtr& before, const NodePtr& after) {
    const std::string text = yaml::text_at(spec, "minAvailable");
    const long was = replicas_of(before), is = replicas_of(after);
    long available = 0;
    if (text.empty() || was == is || std::from_chars(text.data(), text.data() + text.size(), available).ec != std::errc()) return spec;
    if (available != was && available <= is) return spec;
    return yaml::with_entry(spec, "minAvailable", yaml::make_plain(std::to_string(is)));
}

NodePtr without_restart(const NodePtr& policies, std::size_t at) {
    const NodePtr policy = policies->items[at], events = yaml::find(policy, "events");
    if (!events || events->items.size() < 2) {
        const NodePtr rest = yaml::without_item(policies, at);
        return rest->items.empty() ? nullptr : rest;
    }
    NodePtr fewer = events;
    for (std::size_t i = 0; i < events->items.size(); ++i)
        if (events->items[i]->text == "PodFailed") fewer = yaml::without_item(events, i);
    return yaml::with_item(policies, at, yaml::with_entry(policy, "events", fewer));
}

NodePtr with_restart(const NodePtr& policies) {
    for (std::size_t i = 0; policies && i < policies->items.size(); ++i)
        if (yaml::text_at(policies->items[i], "event") == "PodFailed")   // one event, one action
            return yaml::with_item(policies, i, yaml::with_entry(policies->items[i], "action", yaml::make_string("RestartJob")));
    const NodePtr policy = MapMaker().text("event", "PodFailed").text("action", "RestartJob").make();
    return policies ? yaml::with_inserted(policies, policies->items.size(), policy) : yaml::make_sequence({policy});
}

NodePtr write_retry(NodePtr spec, const std::optional<Retry>& before, const std::optional<Retry>& after) {
    if (before == after) return spec;
    const NodePtr policies = yaml::find(spec, "policies");
    if (!after) {
        spec = with_list(spec, "policies", without_restart(policies, restart_policy(policies)));
        return yaml::find_entry(spec, "maxRetry") && !yaml::find(spec, "policies") ? yaml::without_entry(spec, "maxRetry") : spec;
    }
    int limit = 0;
    std::from_chars(after->limit->text.data(), after->limit->text.data() + after->limit->text.size(), limit);
    const NodePtr tries = yaml::make_plain(std::to_string(limit + 1));
    if (!before) spec = yaml::with_entry_after(spec, "queue", "policies", with_restart(policies));
    const NodePtr old = yaml::find(spec, "maxRetry");
    return old ? yaml::with_entry(spec, "maxRetry", yaml::styled_like(old, tries)) : yaml::with_entry_after(spec, "policies", "maxRetry", tries);
}

std::vector<Place> map_items(const Place& list) {
    std::vector<Place> out;
    for (const Place& item : list.items())
        if (item.is_map()) out.push_back(item);
    return out;
}

// The task of a body that became the only one.
std::size_t survivor(const Definition& before, const Definition& after) {
    const std::vector<TaskPtr>& tasks = before.body->tasks;
    const auto same = [&](const Task& task) {
        Definition own = task.own ? *task.own : Definition{};
        own.name = after.name;
        own.retry = after.retry;
        own.unsupported = after.unsupported;
        own.environment.volumes.insert(own.environment.volumes.end(), before.environment.volumes.begin(), before.environment.volumes.end());
        return own == after;
    };
    for (std::size_t i = 0; i < tasks.size(); ++i)
        if (same(*tasks[i])) return i;
    for (std::size_t i = 0; i < tasks.size(); ++i)
        if (tasks[i]->own && tasks[i]->own->detail == after.detail && (tasks[i]->own->command == after.command || tasks[i]->own->environment.image == after.environment.image)) return i;
    return 0;
}

NodePtr write_single(const Place& tasks, const Definition& before, const Definition& after) {
    const std::vector<Place> items = map_items(tasks);
    if (items.empty()) return yaml::make_sequence({task_node("main", after, {})});
    const std::size_t at = before.body ? survivor(before, after) : 0;
    if (at >= items.size()) return tasks.node;
    const Place& item = items[at];
    const Definition& was = before.body && before.body->tasks[at]->own ? *before.body->tasks[at]->own : before;
    const Shape shape = shape_of(item);
    const std::string name = item.text_at("name");
    const NodePtr wanted = task_node(name, after, {}, shape);
    NodePtr made = tidy(yaml::merge(item.node, task_node(name, was, {}, shape), wanted, keys), wanted);
    if (!before.body) return made == item.node ? tasks.node : yaml::with_item(tasks.node, 0, made);
    if (yaml::find_entry(made, "dependsOn")) made = yaml::without_entry(made, "dependsOn");   // those that it waited for are gone
    return yaml::make_sequence({made}, tasks.node->style);
}

}  // namespace

NodePtr write_tasks(const Place& tasks, const Body& before, const Body& after) {
    const std::vector<Place> items = map_items(tasks);
    std::unordered_map<TaskId, int> place;
    std::vector<NodePtr> was, is;
    std::vector<int> partner;
    for (std::size_t i = 0; i < before.tasks.size(); ++i) {
        const Task& task = *before.tasks[i];
        place.emplace(task.id, int(i));
        was.push_back(task_node(task.name, *task.own, task.needs, i < items.size() ? shape_of(items[i]) : Shape{}));
    }
    for (const TaskPtr& task : after.tasks) {
        const auto known = place.find(task->id);
        partner.push_back(known == place.end() ? -1 : known->second);
        const Shape shape = partner.back() >= 0 && std::size_t(partner.back()) < items.size() ? shape_of(items[std::size_t(partner.back())]) : Shape{};
        is.push_back(task_node(task->name, *task->own, task->needs, shape));
    }
    const NodePtr made = yaml::merge_items(tasks.node, was, is, partner, keys);
    if (!made || made == tasks.node) return made;
    NodePtr out = made;
    for (std::size_t i = 0; i < made->items.size(); ++i)
        for (const NodePtr& wanted : is)
            if (yaml::text_at(wanted, "name") == yaml::text_at(made->items[i], "name"))
                if (const NodePtr tidied = tidy(made->items[i], wanted); tidied != made->items[i]) out = yaml::with_item(out, i, tidied);
    return out;
}

NodePtr write_job_spec(const Place& place, const Definition& before, const Definition& after) {
    const Place tasks = place.at("tasks");
    NodePtr spec = place.node ? place.node : yaml::make_map({});
    const NodePtr made = after.body && before.body ? write_tasks(tasks, *before.body, *after.body) : write_single(tasks, before, after);
    if (made != tasks.node) {
        spec = yaml::with_entry(spec, "tasks", made);
        spec = with_available(spec, tasks.node, made);
    }
    const NodePtr volumes = yaml::find(spec, "volumes");
    const NodePtr mounted = yaml::merge(volumes, job_volumes_node(before.environment.volumes), job_volumes_node(after.environment.volumes), keys);
    spec = with_list(spec, "volumes", mounted);
    return write_retry(spec, before.retry, after.retry);
}

}  // namespace weft::volcano
