// A drawn change back into the JSON tree: the nodes of the primary pipeline and of the pipelines behind its super nodes.
#include <algorithm>
#include <set>

#include "core/model/edit.h"
#include "core/targets/kfp/elyra.h"
#include "core/yaml/writer.h"

namespace weft::elyra {
namespace {

struct Writing {
    Place root;
    std::vector<std::pair<std::string, NodePtr>> pipelines;   // id -> the changed one
    std::set<std::string> gone;                               // pipelines of super nodes that were removed
};

std::string label_for(const Task& task, const Task* was, const Place& node) { return was && was->name == task.name ? label_of(node) : task.name; }

// The label stands twice, and either place may be empty: what was built is put where a label stands.
NodePtr with_label(const NodePtr& node, const std::string& label) {
    NodePtr out = node;
    for (const char* path : {"app_data/label", "app_data/ui_data/label"}) {
        const NodePtr old = yaml::find_path(node, path);
        const bool shown = std::string_view(path) == "app_data/ui_data/label";
        if (old && (shown || !old->text.empty()) && old->text != label) out = yaml::with_path(out, path, yaml::styled_like(old, yaml::make_string(label)));
        if (!old && shown && !yaml::find_path(node, "app_data/label")) out = yaml::with_path(out, path, yaml::make_string(label));
    }
    return out;
}

NodePtr without_links_to(const NodePtr& node, const std::set<std::string>& gone) {
    NodePtr out = node;
    const NodePtr inputs = yaml::find(node, "inputs");
    for (std::size_t i = 0; inputs && i < inputs->items.size(); ++i) {
        const NodePtr links = yaml::find(inputs->items[i], "links");
        std::vector<NodePtr> kept;
        for (const NodePtr& link : links ? links->items : std::vector<NodePtr>())
            if (!gone.count(yaml::text_at(link, "node_id_ref"))) kept.push_back(link);
        if (!links || kept.size() == links->items.size()) continue;
        out = yaml::with_path(out, "inputs/" + std::to_string(i) + "/links", yaml::make_sequence(std::move(kept), links->style));
    }
    return out;
}

Spelling new_spelling(const std::string& id) {
    Spelling out;
    out.id = id;
    return out;
}

Ids ids_of(const Pipeline& pipeline, const Body& before, const Body& after) {
    Ids out;
    for (const TaskPtr& task : after.tasks) {
        const auto known = std::find_if(before.tasks.begin(), before.tasks.end(), [&](const TaskPtr& t) { return t->id == task->id; });
        const std::size_t at = std::size_t(known - before.tasks.begin());
        const bool stands = known != before.tasks.end() && at < pipeline.nodes.size();
        std::string id = stands ? pipeline.nodes[at].text_at("id") : made_id(pipeline.place.text_at("id") + "/" + task->name);
        for (int n = 2; !stands && pipeline.name_of_id.count(id); ++n) id = made_id(pipeline.place.text_at("id") + "/" + task->name + "/" + std::to_string(n));
        out.emplace(task->name, std::move(id));
    }
    return out;
}

void write_pipeline(Writing& writing, const Place& place, const Body& before, const Body& after, NodePtr pipeline) {
    const Pipeline known = pipeline_of(place);
    const Ids old_ids = ids_of(known, before, before), new_ids = ids_of(known, before, after);
    std::vector<NodePtr> was, is;
    std::vector<int> partner;
    std::set<std::string> gone;
    for (std::size_t i = 0; i < before.tasks.size() && i < known.nodes.size(); ++i) {
        was.push_back(node_node(*before.tasks[i], {}, old_ids, spelling_of(known.nodes[i], {}), i));
        gone.insert(known.nodes[i].text_at("id"));
    }
    for (std::size_t k = 0; k < after.tasks.size(); ++k) {
        const Task& task = *after.tasks[k];
        const auto found = std::find_if(before.tasks.begin(), before.tasks.end(), [&](const TaskPtr& t) { return t->id == task.id; });
        const std::size_t at = std::size_t(found - before.tasks.begin());
        const bool stands = at < was.size();
        partner.push_back(stands ? int(at) : -1);
        if (stands) gone.erase(known.nodes[at].text_at("id"));
        const Spelling spelling = stands ? spelling_of(known.nodes[at], {}) : new_spelling(new_ids.at(task.name));
        is.push_back(node_node(task, stands ? std::string() : task.name, new_ids, spelling, stands ? at : k));
        if (stands && task.own && task.own->body && found->get()->own && found->get()->own->body && task.own->body != found->get()->own->body)
            if (const Place inner = pipeline_by_id(writing.root, known.nodes[at].at("subflow_ref").text_at("pipeline_id_ref")))
                write_pipeline(writing, inner, *found->get()->own->body, *task.own->body, inner.node);
    }
    const NodePtr nodes = place.at("nodes").node;
    NodePtr made = yaml::merge_items(nodes, was, is, partner, keys);
    if (!made) made = yaml::make_sequence({});
    for (std::size_t i = 0; i < made->items.size(); ++i) {
        NodePtr node = made->items[i];
        const std::string id = yaml::text_at(node, "id");
        for (std::size_t k = 0; k < after.tasks.size(); ++k)
            if (partner[k] >= 0 && known.nodes[std::size_t(partner[k])].text_at("id") == id && before.tasks[std::size_t(partner[k])]->name != after.tasks[k]->name)
                if (label_for(*after.tasks[k], before.tasks[std::size_t(partner[k])].get(), known.nodes[std::size_t(partner[k])]) != label_of(known.nodes[std::size_t(partner[k])]))
                    node = with_label(node, after.tasks[k]->name);
        if (!gone.empty()) node = without_links_to(node, gone);
        if (node != made->items[i]) made = yaml::with_item(made, i, node);
    }
    for (std::size_t i = 0; i < known.nodes.size(); ++i)
        if (gone.count(known.nodes[i].text_at("id")))
            if (const std::string inner = known.nodes[i].at("subflow_ref").text_at("pipeline_id_ref"); !inner.empty()) writing.gone.insert(inner);
    if (made != nodes) pipeline = yaml::with_entry(pipeline, "nodes", made);
    writing.pipelines.emplace_back(place.text_at("id"), pipeline);
}

NodePtr write_properties(const NodePtr& pipeline, const Flow& before, const Flow& after) {
    const NodePtr properties = yaml::find_path(pipeline, "app_data/properties");
    NodePtr made = properties ? properties : yaml::make_map({});
    const auto text = [&](const char* key, const std::string& was, const std::string& is) {
        if (was == is) return;
        const NodePtr old = yaml::find(made, key);
        made = yaml::with_entry(made, key, old ? yaml::styled_like(old, yaml::make_string(is)) : yaml::make_string(is));
    };
    text("name", before.name, after.name);
    text("description", before.description, after.description);
    const auto part = [&](const char* key, const NodePtr& was, const NodePtr& is) {
        const NodePtr old = yaml::find(made, key), now = yaml::merge(old, was, is, keys);
        if (now != old) made = now ? yaml::with_entry(made, key, now) : yaml::without_entry(made, key);
    };
    part("pipeline_defaults", defaults_node(before.environment, {}), defaults_node(after.environment, {}));
    part("pipeline_parameters", parameters_node(before.parameters), parameters_node(after.parameters));
    return made == properties ? pipeline : yaml::with_path(pipeline, "app_data/properties", made);
}

NodePtr with_pipelines(const Writing& writing) {
    const NodePtr list = writing.root.at("pipelines").node;
    std::vector<NodePtr> items;
    for (const NodePtr& item : list->items) {
        const std::string id = yaml::text_at(item, "id");
        if (writing.gone.count(id)) continue;
        NodePtr now = item;
        for (const auto& [changed, node] : writing.pipelines)
            if (changed == id) now = node;
        items.push_back(now);
    }
    if (items == list->items) return writing.root.node;
    return yaml::with_entry(writing.root.node, "pipelines", yaml::make_sequence(std::move(items), list->style));
}

// --- a whole file of version 8 ---
NodePtr modern_value(const NodePtr& value) {
    if (!value || yaml::find(value, "widget") || value->is_sequence()) return value;
    std::vector<yaml::Entry> entries;
    const bool path = yaml::find(value, "value") && yaml::find(value, "option");
    if (value->is_map() && !path) return value;
    const yaml::ScalarType type = yaml::type_of(*value);
    const char* widget = path ? "inputpath" : type == yaml::ScalarType::integer || type == yaml::ScalarType::real ? "number" : type == yaml::ScalarType::boolean ? "boolean" : "string";
    entries.push_back({yaml::make_string("widget"), yaml::make_string(widget)});
    entries.push_back({yaml::make_string("value"), path ? yaml::without_entry(value, "label") : value});
    return yaml::make_map(std::move(entries));
}

NodePtr modern_node(const NodePtr& node) {
    const NodePtr parameters = yaml::find_path(node, "app_data/component_parameters");
    if (!parameters || !parameters->is_map()) return node;
    NodePtr made = parameters;
    const bool generic = is_generic(yaml::text_at(node, "op"));
    for (const yaml::Entry& entry : parameters->entries) {
        const std::string& key = entry.key->text;
        if (generic && key == "env_vars" && entry.value->is_sequence() && !entry.value->items.empty() && entry.value->items[0]->is_scalar()) {
            std::vector<NodePtr> items;
            for (const NodePtr& item : entry.value->items) {
                const std::size_t equals = item->text.find('=');
                items.push_back(yaml::make_map({{yaml::make_string("env_var"), yaml::make_string(item->text.substr(0, equals))},
                                                {yaml::make_string("value"), yaml::make_string(equals == std::string::npos ? "" : item->text.substr(equals + 1))}}));
            }
            made = yaml::with_entry(made, key, yaml::make_sequence(std::move(items)));
        }
        const bool own = key.starts_with("output_") || key == "runtime_image" || key.starts_with("component_source") || key.starts_with("kubernetes_");
        if (!generic && !own)
            if (const NodePtr value = modern_value(entry.value); value != entry.value) made = yaml::with_entry(made, key, value);
    }
    return made == parameters ? node : yaml::with_path(node, "app_data/component_parameters", made);
}

NodePtr modern(const NodePtr& given) {
    NodePtr root = yaml::fresh_copy(given);
    const Place pipelines = Place{root, {}, 0}.at("pipelines");
    const std::string primary = primary_pipeline({root, {}, 0}).text_at("id");
    std::vector<NodePtr> items;
    for (const Place& place : pipelines.items()) {
        NodePtr pipeline = place.node;
        std::vector<NodePtr> nodes;
        for (const Place& node : place.at("nodes").items()) nodes.push_back(modern_node(node.node));
        pipeline = yaml::with_entry(pipeline, "nodes", yaml::make_sequence(std::move(nodes)));
        if (place.text_at("id") == primary) pipeline = yaml::with_path(pipeline, "app_data/version", yaml::make_plain("8"));
        if (!yaml::find_entry(pipeline, "runtime_ref")) pipeline = yaml::with_entry(pipeline, "runtime_ref", yaml::make_string(""));
        items.push_back(std::move(pipeline));
    }
    return yaml::with_entry(root, "pipelines", yaml::make_sequence(std::move(items)));
}

NodePtr empty_file(const Flow& flow) {
    const auto text = [](const char* key, const std::string& value) { return yaml::Entry{yaml::make_string(key), yaml::make_string(value)}; };
    const std::string id = made_id("pipeline " + flow.name);
    const bool parameters = !flow.parameters.empty();      // a generic pipeline has none
    const NodePtr properties = yaml::make_map({text("name", {}), text("runtime", parameters ? "Kubeflow Pipelines" : "Generic")});
    const NodePtr ui = yaml::make_map({{yaml::make_string("comments"), yaml::make_sequence({})}});
    std::vector<yaml::Entry> entries{{yaml::make_string("ui_data"), ui}, {yaml::make_string("version"), yaml::make_plain("8")}};
    if (parameters) entries.push_back(text("runtime_type", "KUBEFLOW_PIPELINES"));
    entries.push_back({yaml::make_string("properties"), properties});
    const NodePtr data = yaml::make_map(std::move(entries));
    const NodePtr pipeline = yaml::make_map({text("id", id), {yaml::make_string("nodes"), yaml::make_sequence({})}, {yaml::make_string("app_data"), data}, text("runtime_ref", {})});
    return yaml::make_map({text("doc_type", "pipeline"), text("version", "3.0"),
                           text("json_schema", "http://api.dataplatform.ibm.com/schemas/common-pipeline/pipeline-flow/pipeline-flow-v3-schema.json"), text("id", made_id("flow " + flow.name)),
                           text("primary_pipeline", id), {yaml::make_string("pipelines"), yaml::make_sequence({pipeline})}, {yaml::make_string("schemas"), yaml::make_sequence({})}});
}

}  // namespace

Result<std::vector<NodePtr>> write(const Flow& before, const Flow& after, const yaml::Stream& stream, std::size_t) {
    Writing writing{{stream.documents[0].root, {}, 0}, {}, {}};
    const Place primary = primary_pipeline(writing.root);
    write_pipeline(writing, primary, before.main, after.main, write_properties(primary.node, before, after));
    return std::vector<NodePtr>{with_pipelines(writing)};
}

Result<std::string> fresh(const Flow& flow) {
    const bool own = flow.format == "elyra" && flow.origin;
    if (!own && !flow.main.handlers.empty()) return fail({WEFT_TR("core", "an Elyra pipeline has no exit handlers")});
    yaml::Stream stream;
    stream.documents.push_back({own ? modern(flow.origin) : empty_file(flow), {}});
    const Result<ReadResult> was = read(stream, 0);
    if (!was) return tl::unexpected<Error>(was.error());
    const Flow before = carry_ids(flow, was->flow);
    const Result<Flow> after = settle(before, flow);
    if (!after) return tl::unexpected<Error>(after.error());
    const Result<std::vector<NodePtr>> roots = write(before, *after, stream, 0);
    if (!roots) return tl::unexpected<Error>(roots.error());
    return yaml::write_json(yaml::fresh_copy(roots->front())) + "\n";
}

}  // namespace weft::elyra
