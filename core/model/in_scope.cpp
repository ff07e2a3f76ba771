#include "core/model/in_scope.h"

#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/model/edit.h"
#include "core/model/graph.h"
#include "core/yaml/reader.h"

namespace weft {
namespace {

constexpr std::size_t large_body = 1500, most_in_large = 600;

struct Found {
    std::vector<InScope> all;
    std::set<std::pair<std::string, std::string>> outputs;
    std::set<std::string> parameters;     // the nearest of equal names hides the others

    void parameter(InScope::Kind kind, const std::string& owner, const Parameter& one) {
        if (one.name.empty() || !parameters.insert((kind == InScope::Kind::flow_parameter ? "flow " : "") + one.name).second) return;
        all.push_back({kind, owner, one.name, one.type, one.value && one.value->source == Source::literal ? one.value->text : std::string(), false});
    }
    void inputs(const std::string& owner, const Definition& definition) {
        for (const Parameter& one : definition.inputs) parameter(InScope::Kind::parameter, owner, one);
    }
    void arguments(const Task& task) {
        for (const Binding& one : task.params) {
            Parameter made;
            made.name = one.name;
            if (one.value.source == Source::literal) made.value = one.value;
            parameter(InScope::Kind::parameter, task.name, made);
        }
    }
    void output(const std::string& task, const Output& one) {
        if (!one.name.empty() && outputs.insert({task, one.name}).second) all.push_back({InScope::Kind::output, task, one.name, one.type, {}, one.artifact});
    }
};

bool is_handler_of(const Body& body, TaskId id) {
    return std::any_of(body.handlers.begin(), body.handlers.end(), [id](const Handler& one) { return one.task && one.task->id == id; });
}

// From the innermost group outwards.
bool chain_to(const Body& body, TaskId id, std::vector<const Task*>& chain) {
    const auto look = [&](const TaskPtr& task) {
        if (!task) return false;
        if (task->id == id) return true;
        if (task->own && task->own->body && chain_to(*task->own->body, id, chain)) {
            chain.push_back(task.get());
            return true;
        }
        return std::any_of(task->handlers.begin(), task->handlers.end(), [id](const Handler& hook) { return hook.task && hook.task->id == id; });
    };
    return std::any_of(body.tasks.begin(), body.tasks.end(), look) ||
           std::any_of(body.handlers.begin(), body.handlers.end(), [&](const Handler& one) { return look(one.task); });
}

void add_around(const Flow& flow, const BodyRef& where, TaskId id, Found& found) {
    std::vector<const Task*> chain;
    if (!chain_to(flow.main, id, chain) && !where.definition.empty())
        if (const Body* body = body_at(flow, where)) chain_to(*body, id, chain);
    for (const Task* group : chain) {
        found.inputs(group->name, *group->own);
        found.arguments(*group);
    }
    const Definition* owner = find_definition(flow, where.definition.empty() ? flow.entrypoint : where.definition);
    const bool drawn = owner && owner->kind == DefinitionKind::flow;   // a lone template is no body: its inputs are its own
    if (drawn && (!where.definition.empty() || where == BodyRef{})) found.inputs(owner->name, *owner);
}

void add_outputs_of(const Flow& flow, const Task& task, const ScopeRules& rules, bool handler, Found& found) {
    const Definition* definition = definition_of(flow, task);
    if (!definition || task.muted) return;
    for (const Output& one : definition->outputs)
        if (!handler || one.fallback) found.output(task.name, one);   // an output that a handler may read is there even if the task never ran
    const bool prints = definition->kind == DefinitionKind::container || definition->kind == DefinitionKind::script;
    Output printed;
    printed.name = "result";
    if (rules.prints_result && prints && !handler) found.output(task.name, printed);
}

// Which tasks a reader may read from, by their place in the body.
std::vector<bool> readable_from(const Flow& flow, const Body& body, std::size_t self, const ScopeRules& rules) {
    const BodyGraph graph = graph_of(flow, body, rules.reading_waits ? GraphEdges::order_and_data : GraphEdges::order);
    const auto& next = rules.reading_waits ? graph.downstream : graph.upstream;   // tasks behind the reader would wait for themselves
    std::vector<bool> reached(body.tasks.size());
    std::vector<int> open{int(self)};
    reached[self] = true;
    while (!open.empty()) {
        const auto at = std::size_t(open.back());
        open.pop_back();
        for (const int other : next[at])
            if (!reached[std::size_t(other)]) {
                reached[std::size_t(other)] = true;
                open.push_back(other);
            }
    }
    if (rules.reading_waits) reached.flip();
    reached[self] = false;
    return reached;
}

// In a large body nobody looks through thousands of names: those of the tasks before the reader, nearest first, found without the whole graph.
void add_nearest(const Flow& flow, const Body& body, const Task& reader, const ScopeRules& rules, Found& found) {
    std::unordered_map<std::string_view, const Task*> index;
    index.reserve(body.tasks.size());
    for (const TaskPtr& task : body.tasks)
        if (task) index.emplace(task->name, task.get());
    std::unordered_set<const Task*> seen{&reader};
    std::vector<const Task*> open{&reader};
    for (std::size_t i = 0; i < open.size() && found.all.size() < most_in_large; ++i) {
        const Task* here = open[i];
        if (here != &reader) add_outputs_of(flow, *here, rules, false, found);
        const auto go = [&](std::string_view name) {
            const auto to = index.find(name);
            if (to != index.end() && seen.insert(to->second).second) open.push_back(to->second);
        };
        for (const Need& need : here->needs) go(need.task);
        if (!here->depends.empty())
            for (const Need& need : needs_of_expression(here->depends)) go(need.task);
        if (rules.reading_waits) for_each_read(*here, go);
    }
}

void add_outputs(const Flow& flow, const Body& body, const Task& reader, const ScopeRules& rules, Found& found) {
    const bool handler = is_handler_of(body, reader.id);
    const auto self = std::find_if(body.tasks.begin(), body.tasks.end(), [&](const TaskPtr& one) { return one && one->id == reader.id; });
    if (self == body.tasks.end() && !handler) return;   // a hook: it starts while its task's neighbours may still run
    if (!handler && body.tasks.size() > large_body) return add_nearest(flow, body, reader, rules, found);
    const std::vector<bool> readable = handler ? std::vector<bool>(body.tasks.size(), true) : readable_from(flow, body, std::size_t(self - body.tasks.begin()), rules);
    std::unordered_set<std::string_view> names;   // the first of equal names is the one that is meant
    for (std::size_t i = 0; i < body.tasks.size(); ++i) {
        const TaskPtr& task = body.tasks[i];
        const bool first = task && names.insert(task->name).second;
        if (first && readable[i] && task->name != reader.name) add_outputs_of(flow, *task, rules, handler, found);
        if (found.all.size() >= most_in_large && body.tasks.size() > large_body) return;
    }
}

std::vector<std::string> fields_of_item(const std::string& item) {
    std::vector<std::string> names;
    if (item.empty() || item.front() != '{') return names;
    const Result<yaml::Stream> read = yaml::read_json(item);
    if (!read || read->documents.empty() || !read->documents.front().root) return names;
    for (const yaml::Entry& entry : read->documents.front().root->entries)
        if (entry.key) names.push_back(entry.key->text);
    return names;
}

void add_item(const Task& task, Found& found) {
    if (!task.loop) return;
    std::vector<std::string> names;
    for (const std::string& item : task.loop->items)
        for (std::string& name : fields_of_item(item))
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    if (names.empty()) found.all.push_back({InScope::Kind::item, task.name, {}, ValueType::any, {}, false});
    for (const std::string& name : names) found.all.push_back({InScope::Kind::item, task.name, name, ValueType::any, {}, false});
}

void add_secrets(const Flow& flow, Found& found) {
    std::set<std::pair<std::string, std::string>> seen;
    const auto values = [&](const std::vector<Binding>& all) {
        for (const Binding& one : all)
            if (one.value.source == Source::secret && seen.insert({one.value.task, one.value.name}).second)
                found.all.push_back({InScope::Kind::secret, one.value.task, one.value.name, ValueType::string, {}, false});
    };
    values(flow.environment.env);
    for (const DefinitionPtr& definition : flow.definitions)
        if (definition) values(definition->environment.env);
    const std::function<void(const Body&)> walk = [&](const Body& body) {
        const auto one = [&](const TaskPtr& task) {
            if (!task) return;
            values(task->environment.env);
            values(task->params);
            if (!task->own) return;
            values(task->own->environment.env);
            if (task->own->body) walk(*task->own->body);
        };
        for (const TaskPtr& task : body.tasks) one(task);
        for (const Handler& handler : body.handlers) one(handler.task);
    };
    walk(flow.main);
    for (const DefinitionPtr& definition : flow.definitions)
        if (definition && definition->body) walk(*definition->body);
}

}  // namespace

std::vector<InScope> in_scope(const Flow& flow, TaskId id, TextPlace place, const ScopeRules& rules) {
    Found found;
    const Task* task = id ? find_task(flow, id) : nullptr;
    const BodyRef where = task ? body_of(flow, id) : BodyRef{};
    const Body* body = task ? body_at(flow, where) : nullptr;
    const Definition* definition = task ? definition_of(flow, *task) : nullptr;
    const bool shared = task && !task->definition.empty();
    const bool work = place == TextPlace::work;
    const bool around = !work || (!shared && rules.work_sees_tasks);
    if (task && work) {
        if (definition) found.inputs(shared ? task->definition : task->name, *definition);
        if (!shared && rules.work_sees_tasks) found.arguments(*task);
    }
    if (task && around) add_around(flow, where, id, found);
    if (!work || !shared || !rules.work_sees_tasks)   // Argo's templates see the workflow's parameters, ours only their own
        for (const Parameter& one : flow.parameters) found.parameter(InScope::Kind::flow_parameter, {}, one);
    if (body && around) {
        add_outputs(flow, *body, *task, rules, found);
        add_item(*task, found);
    }
    const bool alone = !shared || edit::uses_of(flow, task->definition) == 1;
    if (body && is_handler_of(*body, id) && (!work || alone)) found.all.push_back({InScope::Kind::status, {}, "status", ValueType::string, {}, false});
    if (task) add_secrets(flow, found);
    return std::move(found.all);
}

}  // namespace weft
