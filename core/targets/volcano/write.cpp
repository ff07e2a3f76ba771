// A drawn change back into the documents: the JobFlow's list, the templates that changed, new templates behind them, other JobFlows that name a renamed one.
#include <unordered_map>

#include "core/targets/volcano/writing.h"

namespace weft::volcano {
namespace {

struct Writing {
    const Flow& before;
    const Flow& after;
    const std::vector<Part>& parts;
    std::vector<NodePtr> roots;
};

NodePtr renamed_head(const NodePtr& root, const std::string& before, const std::string& after, const std::string& old_text, const std::string& new_text) {
    const NodePtr metadata = yaml::find(root, "metadata");
    NodePtr made = metadata;
    if (before != after && !yaml::find(metadata, "name") && yaml::find(metadata, "generateName"))
        made = yaml::with_entry(metadata, "generateName", yaml::styled_like(yaml::find(metadata, "generateName"), yaml::make_string(after)));
    else
        made = yaml::merge(metadata, metadata_node(before, {}), metadata_node(after, {}));
    made = yaml::merge(made, metadata_node({}, old_text), metadata_node({}, new_text));
    return made == metadata ? root : yaml::with_entry(root, "metadata", made);
}

NodePtr write_flow_list(const NodePtr& list, const Body& before, const Body& after) {
    std::unordered_map<TaskId, int> place;
    std::vector<NodePtr> was, is;
    std::vector<int> partner;
    for (std::size_t i = 0; i < before.tasks.size(); ++i) {
        place.emplace(before.tasks[i]->id, int(i));
        was.push_back(flow_item_node(*before.tasks[i]));
    }
    for (const TaskPtr& task : after.tasks) {
        const auto known = place.find(task->id);
        partner.push_back(known == place.end() ? -1 : known->second);
        is.push_back(flow_item_node(*task));
    }
    return yaml::merge_items(list, was, is, partner, keys);
}

void write_main(Writing& writing, const Part& part) {
    NodePtr& root = writing.roots[part.root.document];
    root = renamed_head(root, writing.before.name, writing.after.name, writing.before.description, writing.after.description);
    const bool job = part.role == Role::job;
    const Place spec = part.root.at("spec");
    const char* key = job ? "tasks" : "flows";
    NodePtr made_spec = spec.node ? spec.node : yaml::make_map({});
    const NodePtr list = spec.at(key).node;
    const NodePtr made = job ? write_tasks(spec.at("tasks"), writing.before.main, writing.after.main) : write_flow_list(list, writing.before.main, writing.after.main);
    if (job) {   // the whole job's own volumes, and how many pods it waits for
        Definition was, is;
        was.environment.volumes = writing.before.environment.volumes;
        is.environment.volumes = writing.after.environment.volumes;
        was.body = std::make_shared<const Body>(writing.before.main);
        is.body = std::make_shared<const Body>(writing.after.main);
        made_spec = write_job_spec(spec, was, is);
    } else if (made != list) {
        made_spec = yaml::with_entry(made_spec, key, made ? made : yaml::make_sequence({}, yaml::Style::flow));
    }
    if (made_spec != spec.node) root = yaml::with_entry(root, "spec", made_spec);
}

// The other JobFlows of the file name the template too.
NodePtr follow_rename(const NodePtr& root, const std::string& from, const std::string& to) {
    const NodePtr flows = yaml::find_path(root, "spec/flows");
    if (!flows) return root;
    NodePtr out = flows;
    const auto said = [&](const NodePtr& node) { return node && node->is_scalar() && node->text == from; };
    for (std::size_t i = 0; i < flows->items.size(); ++i) {
        NodePtr item = flows->items[i];
        if (const NodePtr name = yaml::find(item, "name"); said(name)) item = yaml::with_entry(item, "name", yaml::styled_like(name, yaml::make_string(to)));
        if (const NodePtr targets = yaml::find_path(item, "dependsOn/targets"))
            for (std::size_t k = 0; k < targets->items.size(); ++k)
                if (said(targets->items[k]))
                    item = yaml::with_path(item, "dependsOn/targets", yaml::with_item(yaml::find_path(item, "dependsOn/targets"), k, yaml::styled_like(targets->items[k], yaml::make_string(to))));
        if (item != flows->items[i]) out = yaml::with_item(out, i, item);
    }
    return out == flows ? root : yaml::with_path(root, "spec/flows", out);
}

// A copy takes along what the model has no field for.
NodePtr called(const NodePtr& root, const std::string& name) { return yaml::with_path(yaml::fresh_copy(root), "metadata/name", yaml::make_string(name)); }

// A copy of a template brings along what we do not know of (replicas, policies …): of the one that is equal as read or as drawn, otherwise of the one that
// it was copied from and has the same details still, with the difference.
NodePtr new_template(const Writing& writing, const Definition& definition, const std::vector<const Part*>& templates, const std::vector<int>& pairs) {
    const auto equal = [&](const Definition& other) {
        Definition copy = other;
        copy.name = definition.name;
        return copy == definition;
    };
    const std::vector<DefinitionPtr>& before = writing.before.definitions;
    for (std::size_t i = 0; i < before.size() && i < templates.size(); ++i)
        if (equal(*before[i])) return called(templates[i]->root.node, definition.name);
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if (pairs[i] >= 0 && std::size_t(pairs[i]) < templates.size() && equal(*writing.after.definitions[i])) return called(writing.roots[templates[std::size_t(pairs[i])]->root.document], definition.name);
    for (std::size_t i = 0; !definition.detail.empty() && i < before.size() && i < templates.size(); ++i) {
        if (before[i]->detail != definition.detail || bool(before[i]->body) != bool(definition.body)) continue;
        const Place& root = templates[i]->root;
        return called(yaml::with_entry(root.node, "spec", write_job_spec(root.at("spec"), *before[i], definition)), definition.name);
    }
    return template_document(definition);
}

void write_templates(Writing& writing, const Part* main) {
    std::vector<const Part*> templates;
    for (const Part& part : writing.parts)
        if (part.role == Role::job_template) templates.push_back(&part);
    const std::vector<int> pairs = pair_definitions(writing.before, writing.after);
    const auto is_new = [&](std::size_t i) { return pairs[i] < 0 || std::size_t(pairs[i]) >= templates.size(); };
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const Definition& after = *writing.after.definitions[i];
        if (is_new(i)) continue;
        const Definition& before = *writing.before.definitions[std::size_t(pairs[i])];
        if (&before == &after) continue;
        const Part& part = *templates[std::size_t(pairs[i])];
        NodePtr& root = writing.roots[part.root.document];
        root = renamed_head(root, before.name, after.name, {}, {});
        const Place spec = part.root.at("spec");
        if (const NodePtr made = write_job_spec(spec, before, after); made != spec.node) root = yaml::with_entry(root, "spec", made);
        if (before.name == after.name) continue;
        for (const Part& other : writing.parts)
            if (other.role == Role::flow && &other != main) writing.roots[other.root.document] = follow_rename(writing.roots[other.root.document], before.name, after.name);
    }
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if (is_new(i)) writing.roots.push_back(new_template(writing, *writing.after.definitions[i], templates, pairs));
}

}  // namespace

Result<std::vector<NodePtr>> write(const Flow& before, const Flow& after, const yaml::Stream& stream, std::size_t flow_index) {
    const std::vector<Part> parts = parts_of(stream);
    Writing writing{before, after, parts, {}};
    for (const yaml::Document& document : stream.documents) writing.roots.push_back(document.root);
    const Part* main = flow_part(parts, flow_index);
    if (main) write_main(writing, *main);
    if (!main || main->role == Role::flow) write_templates(writing, main);
    return std::move(writing.roots);
}

}  // namespace weft::volcano
