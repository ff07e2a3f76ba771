// The nodes of a workflow: renamed, changed, added, removed. What did not change keeps its node.
#include <algorithm>
#include <unordered_map>

#include "core/model/rebuild.h"
#include "core/targets/flyte/branches.h"
#include "core/targets/flyte/writing.h"

namespace weft::flyte {

using yaml::NodePtr;

namespace {

NodePtr followed(const NodePtr& node) { return node && node->kind == yaml::Kind::alias ? node->target : node; }

std::string renamed(const std::string& name, const Renames& renames) {
    for (const auto& [from, to] : renames)
        if (name == from) return to;
    return name;
}

bool is_target(std::string_view key) {
    for (const char* one : {"taskNode", "task_node", "workflowNode", "workflow_node", "branchNode", "branch_node", "gateNode", "gate_node", "arrayNode", "array_node"})
        if (key == one) return true;
    return false;
}

// Does the file say this value already? It is read as if it stood outside of all branches.
bool says(const NodePtr& input, const Value& wanted) {
    weft::flyte::Scope plain;
    const Place place{followed(input), {}, 0};
    const Value now = binding_value(plain, place.at("binding"));
    return now == wanted;
}

bool loop_says(const NodePtr& input, const Loop& loop, const Carried& carried) {
    const NodePtr data = loop_data_node(loop, carried);
    return data && yaml::same_value(data.get(), followed(yaml::find(followed(input), "binding")).get());
}

struct NodeWriter {
    Writing& writing;
    const Weaving& weaving;

    NodePtr inputs(const NodePtr& node, const Task& before, const Task& after, const Carried& carried, bool branch, const Renames& renames) {
        const NodePtr list = followed(yaml::find(node, "inputs"));
        std::vector<NodePtr> items;
        bool changed = false;
        const auto old_of = [&](const std::string& name) -> NodePtr {
            for (const NodePtr& item : list ? list->items : std::vector<NodePtr>())
                if (yaml::text_at(followed(item), "var") == name) return item;
            return nullptr;
        };
        std::vector<Binding> had = before.params;
        for (Binding& binding : had)
            for (const auto& [from, to] : renames) rebuild::rename_value(binding.value, from, to);
        const auto known = [&](const Binding& binding) { return std::find(had.begin(), had.end(), binding) != had.end(); };
        std::size_t written = 0;   // what the nodes of a branch carry in by themselves is written where a new or changed input of the branch stands behind it
        for (std::size_t i = 0; i < after.params.size(); ++i)
            if (!known(after.params[i])) written = i;
        for (const Binding& binding : after.params) {
            const NodePtr old = old_of(binding.name);
            const bool item = binding.value.source == Source::item;
            if (branch && !old && known(binding) && std::size_t(&binding - after.params.data()) >= written) continue;  // carried in, written nowhere
            const bool same_loop = item && before.loop == after.loop;
            if (old && (item ? same_loop || (after.loop && loop_says(old, *after.loop, carried)) : says(old, outward(binding.value, carried)))) {
                items.push_back(old);
                continue;
            }
            NodePtr fresh = binding_node(weaving, after, binding, carried);
            if (!fresh) {
                writing.refuse({WEFT_TR("core", "Flyte cannot bind %1 of `%2` to this value: it takes a parameter, a task's output, or a fixed value"), {binding.name, after.name}});
                continue;
            }
            if (old) fresh = yaml::with_entry(followed(old), "binding", yaml::find(fresh, "binding"));
            items.push_back(fresh);
            changed = true;
        }
        if (!changed && items.size() == (list ? list->items.size() : 0)) return node;
        return sync(node, "inputs", items.empty() ? nullptr : yaml::make_sequence(std::move(items), list ? list->style : yaml::Style::any));
    }

    NodePtr edges(const NodePtr& node, const Task& before, const Task& after, const Renames& renames) {
        std::vector<std::string> was, now;
        for (const Need& need : before.needs) was.push_back(renamed(need.task, renames));
        for (const Need& need : after.needs) now.push_back(need.task);
        if (was == now) return node;
        const std::string key = key_of(node, "upstreamNodeIds");
        const NodePtr list = followed(yaml::find(node, key));
        std::vector<NodePtr> items;
        for (const std::string& name : now) {
            NodePtr kept;
            for (const NodePtr& item : list ? list->items : std::vector<NodePtr>())
                if (followed(item)->text == name) kept = item;
            items.push_back(kept ? kept : string_node(name));
        }
        if (items.empty()) return sync(node, "upstreamNodeIds", nullptr);
        return yaml::with_entry(node, key, yaml::make_sequence(std::move(items), list ? list->style : yaml::Style::any));
    }

    NodePtr metadata(const NodePtr& node, const Task& before, const Task& after) {
        if (before.note == after.note && before.retry == after.retry && before.timeout == after.timeout) return node;
        return sync_below(node, "metadata", [&](NodePtr map) {
            if (before.note != after.note && !after.loop) map = sync_text(map, "name", after.note);
            if (before.retry != after.retry)
                map = sync_below(map, "retries", [&](const NodePtr& retries) { return sync_text(retries, "retries", after.retry && after.retry->limit ? after.retry->limit->text : ""); });
            return before.timeout == after.timeout ? map : sync_text(map, "timeout", seconds_of(after.timeout));
        });
    }

    NodePtr overrides(const NodePtr& node, const Task& before, const Task& after) {
        if (before.environment == after.environment) return node;
        if (!Place{node}.has("taskNode")) {
            writing.refuse({WEFT_TR("core", "`%1` is no task node, so it has no image or resources of its own"), {after.name}});
            return node;
        }
        const Environment &was = before.environment, &now = after.environment;
        Environment rest = now;
        rest.image = was.image, rest.cpu = was.cpu, rest.memory = was.memory, rest.disk = was.disk, rest.gpu = was.gpu, rest.shared_memory = was.shared_memory;
        rest.cpu_limit = was.cpu_limit, rest.memory_limit = was.memory_limit;
        if (rest != was) writing.refuse({WEFT_TR("core", "a node of Flyte sets image, resources and shared memory; the rest of `%1` stands in its task"), {after.name}});
        return sync_below(node, "taskNode", [&](const NodePtr& target) {
            return sync_below(target, "overrides", [&](NodePtr map) {
                if (was.image != now.image) map = sync_text(map, "containerImage", now.image.value_or(""));
                map = sync(map, "resources", resources_node(now));
                if (was.shared_memory == now.shared_memory) return map;
                return sync_below(map, "extendedResources", [&](const NodePtr& extended) {
                    return sync_below(extended, "sharedMemory", [&](const NodePtr& memory) { return sync_text(memory, "sizeLimit", now.shared_memory ? now.shared_memory->text : ""); });
                });
            });
        });
    }

    NodePtr replaced_target(const NodePtr& node, const Task& after, const Carried& carried) {
        NodePtr out = node;
        for (const yaml::Entry& entry : node->entries)
            if (is_target(entry.key->text)) out = yaml::without_entry(out, entry.key->text);
        const char* key = nullptr;
        NodePtr target = target_node(weaving, after, carried, key);
        if (!target) {
            writing.refuse({WEFT_TR("core", "`%1` runs nothing that a node of Flyte could name"), {after.name}});
            return node;
        }
        return sync(out, key, target);
    }

    bool same_target(const Task& before, const Task& after) const {
        if (bool(before.loop) != bool(after.loop) || before.definition.empty() != after.definition.empty()) return false;
        if (!before.definition.empty()) return true;   // its name follows the definition's
        return before.own && after.own && before.own->kind == after.own->kind;
    }

    NodePtr reference(const NodePtr& node, const Task& before, const Task& after) {
        if (before.definition == after.definition) return node;
        for (const auto& [outer, inner] : {std::pair{"taskNode", "referenceId"}, {"workflowNode", "subWorkflowRef"}})
            if (Place{node}.at(outer).has(inner))
                return sync_below(node, outer, [&, inner = inner](const NodePtr& map) { return sync_below(map, inner, [&](const NodePtr& id) { return sync_text(id, "name", after.definition); }); });
        return node;
    }

    NodePtr own_work(const NodePtr& node, const Task& before, const Task& after, const Carried& carried) {
        if (!before.own || !after.own) return node;
        const bool given_otherwise = after.own->body && before.params != after.params;   // to a branch, whose nodes name what they get themselves
        if (!given_otherwise && (before.own == after.own || *before.own == *after.own)) return node;
        const Definition &was = *before.own, &now = *after.own;
        if (now.kind == DefinitionKind::wait) {
            const bool sleeps = !was.timeout.empty() && !now.timeout.empty();
            if (!sleeps) return replaced_target(node, after, carried);
            return sync_below(node, "gateNode", [&](const NodePtr& gate) { return sync_below(gate, "sleep", [&](const NodePtr& sleep) { return sync_text(sleep, "duration", seconds_of(now.timeout)); }); });
        }
        if (now.kind == DefinitionKind::flow && now.body && was.body) return branch(node, before, after, carried);
        writing.refuse({WEFT_TR("core", "what `%1` runs stands elsewhere and is changed there"), {after.name}});
        return node;
    }

    NodePtr branch(const NodePtr& node, const Task& before, const Task& after, const Carried& carried) {
        const Body &was = *before.own->body, &now = *after.own->body;
        const BranchPlan plan = plan_branch(now), old = plan_branch(was);
        if (!plan.problem.empty()) writing.refuse(plan.problem);
        if (plan.cases.empty()) writing.refuse({WEFT_TR("core", "the branch `%1` needs a case: remove the whole branch instead"), {after.name}});
        if (writing.refusal) return node;
        bool same_shape = was.tasks.size() == now.tasks.size() && plan.cases.size() == old.cases.size();
        for (std::size_t i = 0; same_shape && i < was.tasks.size(); ++i) same_shape = was.tasks[i]->id == now.tasks[i]->id;
        if (!same_shape) return sync(node, "branchNode", yaml::make_map({{string_node("ifElse"), if_else_node(weaving, after, carried)}}));
        const Carried inside{&carried, &after.params};
        const NodePtr fresh = if_else_node(weaving, after, carried);
        const auto condition_of = [&](std::size_t i) { return i == 0 ? yaml::find_path(fresh, "case/condition") : yaml::find_path(fresh, "other/" + std::to_string(i - 1) + "/condition"); };
        const auto block = [&](const NodePtr& given, std::size_t i) {
            NodePtr out = given;
            if (text_of(plan.conditions[i]) != text_of(old.conditions[i])) out = sync(out, "condition", condition_of(i));
            return sync_below(out, "thenNode", [&](const NodePtr& inner) { return this->node(inner, *was.tasks[plan.cases[i]], *now.tasks[plan.cases[i]], inside, {}); });
        };
        return sync_below(node, "branchNode", [&](const NodePtr& outer) {
            return sync_below(outer, "ifElse", [&](NodePtr map) {
                map = sync_below(map, "case", [&](const NodePtr& one) { return block(one, 0); });
                const NodePtr other = followed(yaml::find(map, "other"));
                NodePtr list = other;
                for (std::size_t i = 1; list && i < plan.cases.size() && i - 1 < list->items.size(); ++i) {
                    const NodePtr changed = block(followed(list->items[i - 1]), i);
                    if (changed != followed(list->items[i - 1])) list = yaml::with_item(list, i - 1, changed);
                }
                if (list != other) map = yaml::with_entry(map, "other", list);
                if (!plan.otherwise) return map;
                return sync_below(map, "elseNode", [&](const NodePtr& inner) { return this->node(inner, *was.tasks[*plan.otherwise], *now.tasks[*plan.otherwise], inside, {}); });
            });
        });
    }

    NodePtr node(const NodePtr& given, const Task& before, const Task& after, const Carried& carried, const Renames& renames) {
        NodePtr out = sync(given, "id", with_text(yaml::find(given, "id"), after.name));
        if (!same_target(before, after)) {
            out = inputs(out, before, after, carried, false, renames);
            out = edges(out, before, after, renames);
            return metadata(replaced_target(out, after, carried), before, after);
        }
        const bool group = before.own && before.own->body;
        out = inputs(out, before, after, carried, group, renames);
        out = edges(out, before, after, renames);
        if (Place{out}.has("arrayNode")) {
            out = sync_below(out, "arrayNode", [&](NodePtr array) {
                const auto most = [](const Task& task) { return task.loop && task.loop->parallelism ? std::to_string(*task.loop->parallelism) : std::string(); };
                if (most(before) != most(after)) array = sync(array, "parallelism", most(after).empty() ? nullptr : yaml::make_plain(most(after)));
                return sync_below(array, "node", [&](const NodePtr& inner) { return reference(overrides(metadata(inner, before, after), before, after), before, after); });
            });
            if (before.note != after.note) out = sync_below(out, "metadata", [&](const NodePtr& map) { return sync_text(map, "name", after.note); });
            return out;
        }
        return own_work(reference(overrides(metadata(out, before, after), before, after), before, after), before, after, carried);
    }
};

struct Known { NodePtr node; const Task* task; bool handler = false; };

// A node of the text may stand there once only.
NodePtr fresh_copy(const NodePtr& from) {
    auto node = std::make_shared<yaml::Node>(*followed(from));
    node->span = {};
    node->anchor.clear();
    for (NodePtr& item : node->items) item = fresh_copy(item);
    for (yaml::Entry& entry : node->entries) entry = {fresh_copy(entry.key), fresh_copy(entry.value)};
    return node;
}

}  // namespace

Renames renames_of(const Body& before, const Body& after) {
    std::unordered_map<TaskId, const Task*> old;
    for (const TaskPtr& task : before.tasks) old.emplace(task->id, task.get());
    for (const Handler& handler : before.handlers) old.emplace(handler.task->id, handler.task.get());
    Renames out;
    const auto note = [&](const Task& task) {
        const auto was = old.find(task.id);
        if (was != old.end() && was->second->name != task.name) out.emplace_back(was->second->name, task.name);
    };
    for (const TaskPtr& task : after.tasks) note(*task);
    for (const Handler& handler : after.handlers) note(*handler.task);
    return out;
}

// Names of nodes in promises, upstream lists and the compiler's connections.
NodePtr renamed_nodes(const NodePtr& node, const Renames& renames, const std::string& key) {
    if (!node || renames.empty() || node->kind == yaml::Kind::alias) return node;
    if (node->is_scalar()) {
        const bool name = key == "nodeId" || key == "node_id" || key == "upstreamNodeIds" || key == "upstream_node_ids" || key == "ids";
        const std::string wanted = name ? renamed(node->text, renames) : node->text;
        return wanted == node->text ? node : with_text(node, wanted);
    }
    NodePtr out = node;
    for (std::size_t i = 0; i < node->items.size(); ++i) {
        const NodePtr changed = renamed_nodes(node->items[i], renames, key);
        if (changed != node->items[i]) out = yaml::with_item(out, i, changed);
    }
    for (const yaml::Entry& entry : node->entries) {
        if (!entry.key) continue;
        const NodePtr changed = renamed_nodes(entry.value, renames, entry.key->text);
        if (changed != entry.value) out = yaml::with_entry(out, entry.key->text, changed);
        if (key == "downstream" || key == "upstream")
            if (const std::string wanted = renamed(entry.key->text, renames); wanted != entry.key->text) out = yaml::with_renamed_key(out, entry.key->text, wanted);
    }
    return out;
}

NodePtr write_workflow(Writing& writing, const NodePtr& given, const Weaving& weaving, const BodyChange& change) {
    const Renames renames = renames_of(change.before, change.after);
    NodePtr tmpl = renamed_nodes(given, renames);
    NodeWriter writer{writing, weaving};
    const NodePtr list = followed(yaml::find(tmpl, "nodes"));
    std::unordered_map<TaskId, Known> known;
    std::vector<NodePtr> items;
    std::size_t at = 0;
    for (const NodePtr& item : list ? list->items : std::vector<NodePtr>()) {
        const NodePtr node = followed(item);
        const std::string id = yaml::text_at(node, "id");
        if (!node || !node->is_map() || id == start_node || id == end_node) items.push_back(item);
        else if (at < change.before.tasks.size()) known[change.before.tasks[at]->id] = {item, change.before.tasks[at].get()}, ++at;
    }
    const NodePtr failure = followed(yaml::find(tmpl, key_of(tmpl, "failureNode")));
    if (!change.before.handlers.empty()) known[change.before.handlers[0].task->id] = {failure, change.before.handlers[0].task.get(), true};
    const auto written = [&](const Task& task, bool handler) -> NodePtr {
        const auto found = known.find(task.id);
        if (found == known.end()) return workflow_node(weaving, task, {});
        const NodePtr node = followed(found->second.node);
        if (!node) return workflow_node(weaving, task, {});
        const NodePtr changed = writer.node(node, *found->second.task, task, {}, renames);
        if (handler != found->second.handler) return fresh_copy(changed);   // it moves
        return changed == node ? found->second.node : changed;
    };
    for (const TaskPtr& task : change.after.tasks) items.push_back(written(*task, false));
    if (!list || items != list->items) {
        tmpl = sync(tmpl, "nodes", yaml::make_sequence(std::move(items), list ? list->style : yaml::Style::any));
    }
    const NodePtr ending = change.after.handlers.empty() ? nullptr : written(*change.after.handlers[0].task, true);
    if (ending != failure) tmpl = sync(tmpl, "failureNode", ending);
    if (change.outputs_before == change.outputs) return tmpl;
    const NodePtr outputs = followed(yaml::find(tmpl, "outputs"));
    std::vector<NodePtr> bindings;
    std::set<std::string> done;
    for (const NodePtr& item : outputs ? outputs->items : std::vector<NodePtr>())   // the file's order, whatever the interface's is
        for (const Output& output : change.outputs) {
            if (yaml::text_at(followed(item), "var") != output.name || !done.insert(output.name).second) continue;
            const std::vector<NodePtr> fresh = says(item, output.expression) ? std::vector<NodePtr>{item} : output_nodes({output});
            bindings.insert(bindings.end(), fresh.begin(), fresh.end());
        }
    for (const Output& output : change.outputs) {
        if (done.count(output.name)) continue;
        const std::vector<NodePtr> fresh = output_nodes({output});
        bindings.insert(bindings.end(), fresh.begin(), fresh.end());
    }
    if (!outputs || bindings != outputs->items) tmpl = sync(tmpl, "outputs", bindings.empty() ? nullptr : yaml::make_sequence(std::move(bindings), outputs ? outputs->style : yaml::Style::any));
    std::vector<Parameter> was, now;
    for (const Output& output : change.outputs_before) was.push_back({output.name}), was.back().type = output.type;
    for (const Output& output : change.outputs) now.push_back({output.name}), now.back().type = output.type;
    return sync_below(tmpl, "interface", [&](const NodePtr& map) { return write_variables(map, "outputs", was, now); });
}

}  // namespace weft::flyte
