// The drawn change goes into the tree: names, parameters, task templates, workflows, the launch plan. Untouched subtrees stay the same nodes.
#include "core/targets/flyte/writing.h"

#include <algorithm>
#include <unordered_map>

#include "core/targets/flyte/messages.h"

namespace weft::flyte {

using yaml::NodePtr;

namespace {

NodePtr followed(const NodePtr& node) { return node && node->kind == yaml::Kind::alias ? node->target : node; }

void write_names(Writing& writing) {
    if (writing.before.name == writing.after.name) return;
    if (writing.entry.ids.empty()) return writing.refuse(WEFT_TR("core", "this message of Flyte has no name of its own: it is called after what it starts, which stands in another file"));
    for (const Place& id : writing.entry.ids) writing.put(id, sync_text(writing.now(id).node, "name", writing.after.name));
    const Entry* plan = writing.entry.kind == Entry::Kind::workflow ? writing.unit.plan_of(writing.entry.name) : nullptr;
    if (!plan) return;
    const Place id = plan->body.at("workflowId");
    writing.put(id, sync_text(writing.now(id).node, "name", writing.after.name));
}

void write_description(Writing& writing) {
    if (writing.before.description == writing.after.description) return;
    if (!writing.entry.description)
        return writing.refuse(WEFT_TR("core", "this message has no place for a description: it stands in the `description` of a workflow's spec"));
    writing.put(writing.entry.description, sync_text(writing.now(writing.entry.description).node, "shortDescription", writing.after.description));
}

// Definitions pair by name, then, where one was renamed, by place.
int partner_of(const Flow& before, const Flow& after, std::size_t index) {
    for (std::size_t i = 0; i < before.definitions.size(); ++i)
        if (before.definitions[i]->name == after.definitions[index]->name) return int(i);
    const bool gone = index < before.definitions.size() && before.definitions.size() == after.definitions.size() &&
                      !find_definition(after, before.definitions[index]->name);
    if (gone || before.definitions.size() == after.definitions.size()) return gone ? int(index) : -1;
    // others were added in the same breath: the one that the same tasks ran
    std::unordered_map<TaskId, std::string> ran;
    for_each_task(before, [&](const std::string&, const Task& task, const Handler*) { ran.emplace(task.id, task.definition); });
    int found = -1;
    for_each_task(after, [&](const std::string&, const Task& task, const Handler*) {
        const auto was = ran.find(task.id);
        if (found >= 0 || task.definition != after.definitions[index]->name || was == ran.end() || was->second.empty() || find_definition(after, was->second)) return;
        for (std::size_t i = 0; i < before.definitions.size(); ++i)
            if (before.definitions[i]->name == was->second) found = int(i);
    });
    return found;
}

NodePtr renamed_reference(const NodePtr& node, const std::string& from, const std::string& to, const std::string& key) {
    if (!node || node->kind == yaml::Kind::alias || node->is_scalar()) return node;
    NodePtr out = node;
    const bool id = key == "referenceId" || key == "reference_id" || key == "subWorkflowRef" || key == "sub_workflow_ref";
    if (id && yaml::text_at(node, "name") == from) return sync_text(node, "name", to);
    for (std::size_t i = 0; i < node->items.size(); ++i) {
        const NodePtr changed = renamed_reference(node->items[i], from, to, key);
        if (changed != node->items[i]) out = yaml::with_item(out, i, changed);
    }
    for (const yaml::Entry& entry : node->entries) {
        const NodePtr changed = entry.key ? renamed_reference(entry.value, from, to, entry.key->text) : entry.value;
        if (changed != entry.value) out = yaml::with_entry(out, entry.key->text, changed);
    }
    return out;
}

void rename_definition(Writing& writing, const Entry& entry, const std::string& from, const std::string& to) {
    for (const Place& id : entry.ids) writing.put(id, sync_text(writing.now(id).node, "name", to));
    for (NodePtr& root : writing.roots) root = renamed_reference(root, from, to, {});
}

NodePtr new_message(const Writing& writing, const Definition& definition) {
    const NodePtr id = id_node(writing.identity, "TASK", definition.name), tmpl = task_template_node(definition, id);
    if (writing.unit.tasks && !writing.unit.requests) return writing.unit.wrapped ? MapMaker().node("template", tmpl).make() : tmpl;
    return MapMaker().node("id", id).node("spec", MapMaker().node("template", tmpl).make()).make();
}

void add_definition(Writing& writing, const Definition& definition, const yaml::Stream& stream) {
    const NodePtr message = new_message(writing, definition);
    if (writing.unit.tasks) {
        const NodePtr list = writing.now(writing.unit.tasks).node;
        return writing.put(writing.unit.tasks, yaml::with_inserted(list, list->items.size(), message));
    }
    if (stream.json)
        return writing.refuse({WEFT_TR("core", "this file holds one message, so there is no place for the new task %1: use a task that the file knows, or export the flow anew"), {definition.name}});
    writing.roots.push_back(message);
}

void write_definitions(Writing& writing, const yaml::Stream& stream) {
    const Flow &before = writing.before, &after = writing.after;
    std::size_t paired = 0;
    for (std::size_t i = 0; i < after.definitions.size(); ++i) {
        const Definition& now = *after.definitions[i];
        const int partner = partner_of(before, after, i);
        if (partner < 0) {
            add_definition(writing, now, stream);
            continue;
        }
        ++paired;
        const DefinitionPtr& was = before.definitions[std::size_t(partner)];
        if (was == after.definitions[i] || was->name == before.entrypoint) continue;
        const bool flow = was->kind == DefinitionKind::flow;
        for (const Entry* entry : writing.unit.all(flow ? Entry::Kind::workflow : Entry::Kind::task, was->name)) {
            if (was->name != now.name) rename_definition(writing, *entry, was->name, now.name);
            NodePtr tmpl = writing.now(entry->body).node;
            if (flow && was->body && now.body) {
                const Weaving weaving{after, writing.identity, now.body.get(), &now.inputs};
                tmpl = write_workflow(writing, tmpl, weaving, {*was->body, *now.body, was->outputs, now.outputs});
                if (was->inputs != now.inputs) tmpl = sync_below(tmpl, "interface", [&](const NodePtr& map) { return write_variables(map, "inputs", was->inputs, now.inputs); });
            } else if (!flow) {
                tmpl = write_template(writing, tmpl, *was, now);
            }
            writing.put(entry->body, tmpl);
        }
    }
    if (paired < before.definitions.size()) writing.refuse(WEFT_TR("core", "a task's message stays in the file: others may use it"));
}

void write_main(Writing& writing) {
    const Flow &before = writing.before, &after = writing.after;
    static const std::vector<Output> none;
    const Definition* was = find_definition(before, before.entrypoint);
    const Definition* now = find_definition(after, after.entrypoint);
    const Weaving weaving{after, writing.identity, &after.main, &after.parameters};
    for (const Entry* entry : writing.unit.all(Entry::Kind::workflow, writing.entry.name)) {
        NodePtr tmpl = writing.now(entry->body).node;
        tmpl = write_workflow(writing, tmpl, weaving, {before.main, after.main, was ? was->outputs : none, now ? now->outputs : none});
        if (was && now && was->fail_fast != now->fail_fast)
            tmpl = sync_below(tmpl, "metadata", [&](const NodePtr& map) { return sync_text(map, "onFailure", now->fail_fast ? "FAIL_IMMEDIATELY" : "FAIL_AFTER_EXECUTABLE_NODES_COMPLETE"); });
        if (before.parameters != after.parameters)
            tmpl = sync_below(tmpl, "interface", [&](const NodePtr& map) { return write_variables(map, "inputs", before.parameters, after.parameters); });
        writing.put(entry->body, tmpl);
    }
    if (!writing.entry.connections) return;
    const auto order = [](const Body& body) {
        std::vector<std::vector<Need>> all;
        for (const TaskPtr& task : body.tasks) all.push_back(task->needs);
        return all;
    };
    Renames renames = renames_of(before.main, after.main);
    for (std::size_t i = 0; i < std::min(before.main.tasks.size(), after.main.tasks.size()); ++i) {
        const TaskPtr &a = before.main.tasks[i], &b = after.main.tasks[i];
        if (a->own && b->own && a->own->body && b->own->body)
            for (auto& one : renames_of(*a->own->body, *b->own->body)) renames.push_back(std::move(one));
    }
    writing.put(writing.entry.connections, renamed_nodes(writing.now(writing.entry.connections).node, renames));
    if (renames.empty() && order(before.main) != order(after.main))
        writing.refuse(WEFT_TR("core", "the compiler made this file and wrote all edges down twice: draw in the workflow's own message instead"));
}

void write_lone(Writing& writing) {
    const Body &was = writing.before.main, &now = writing.after.main;
    if (now.tasks.size() != 1 || !now.handlers.empty() || !now.tasks[0]->own || now.tasks[0]->id != was.tasks[0]->id)
        return writing.refuse(WEFT_TR("core", "this file is one task's message: a workflow is needed to draw more"));
    if (writing.entry.kind != Entry::Kind::task) {
        if (!(*was.tasks[0]->own == *now.tasks[0]->own)) writing.refuse(WEFT_TR("core", "what a launch plan starts stands in another file and is changed there"));
        return;
    }
    const NodePtr tmpl = writing.now(writing.entry.body).node;
    writing.put(writing.entry.body, write_template(writing, tmpl, *was.tasks[0]->own, *now.tasks[0]->own));
}

Identity identity_of(const Entry& entry) {
    Identity out;
    if (entry.ids.empty()) return out;
    const Place& id = entry.ids.back();
    out.project = id.text_at("project");
    out.domain = id.text_at("domain");
    out.version = id.text_at("version");
    out.org = id.text_at("org");
    return out;
}

}  // namespace

Place Writing::now(const Place& place) const {
    Place out = place;
    out.node = followed(yaml::find_path(roots[place.document], place.path));
    if (place.path.empty()) out.node = followed(roots[place.document]);
    return out;
}

void Writing::put(const Place& place, const NodePtr& node) {
    if (node == now(place).node) return;
    if (!place.addressable()) return refuse(WEFT_TR("core", "a name on the way to this place holds a slash: change the text by hand"));
    roots[place.document] = yaml::with_path(roots[place.document], place.path, node);
}

NodePtr with_text(const NodePtr& given, const std::string& text) {
    const NodePtr old = followed(given);
    if (!old || !old->is_scalar()) return yaml::make_string(text);
    if (old->text == text) return given;
    if (old->style == yaml::Style::plain) return yaml::type_of(*old) == yaml::ScalarType::string ? yaml::make_string(text) : yaml::make_plain(text);
    auto node = std::make_shared<yaml::Node>(*yaml::make_string(text));
    node->style = old->style;
    return node;
}

NodePtr sync(const NodePtr& map, const char* key, const NodePtr& value) {
    const std::string name = key_of(map, key);
    const yaml::Entry* entry = yaml::find_entry(map, name);
    if (entry && value && (followed(entry->value) == value || yaml::same_value(followed(entry->value).get(), value.get()))) return map;
    if (value) return yaml::with_entry(map, name, value);
    return entry ? yaml::without_entry(map, name) : map;
}

NodePtr sync_text(const NodePtr& map, const char* key, const std::string& text) {
    const yaml::Entry* entry = yaml::find_entry(map, key_of(map, key));
    return sync(map, key, text.empty() ? nullptr : with_text(entry ? entry->value : nullptr, text));
}

NodePtr sync_below(const NodePtr& map, const char* key, const std::function<NodePtr(const NodePtr&)>& change) {
    const std::string name = key_of(map, key);
    const yaml::Entry* entry = yaml::find_entry(map, name);
    const NodePtr old = entry ? followed(entry->value) : nullptr, base = old && old->is_map() ? old : yaml::make_map({});
    const NodePtr wanted = change(base);
    if (wanted == base) return map;
    return wanted ? yaml::with_entry(map, name, wanted) : entry ? yaml::without_entry(map, name) : map;
}

Result<std::vector<NodePtr>> write(const Flow& before, const Flow& wanted, const yaml::Stream& stream, std::size_t flow_index) {
    const Unit unit = find_unit(stream);
    if (flow_index >= unit.flows.size()) return fail(WEFT_TR("core", "no task, workflow, launch plan or execution of Flyte stands in this file"));
    const Result<Flow> after = settle(before, wanted);
    if (!after) return tl::unexpected<Error>(after.error());
    const Entry& entry = unit.entries[unit.flows[flow_index]];
    Writing writing{before, *after, unit, entry, identity_of(entry), {}, std::nullopt};
    for (const yaml::Document& document : stream.documents) writing.roots.push_back(document.root);
    if (entry.kind == Entry::Kind::workflow) {
        write_main(writing);
        write_definitions(writing, stream);
    } else if (!(before.main == after->main) || !(before.definitions == after->definitions)) {
        write_lone(writing);
    }
    write_plan(writing);
    write_description(writing);
    write_names(writing);
    if (writing.refusal) return tl::unexpected<Error>(*writing.refusal);
    return std::move(writing.roots);
}

}  // namespace weft::flyte
