// The drawn change goes into the tree: templates, the entrypoint's tasks, exit handlers, parameters. Subtrees that did not change stay the same nodes.
#include "core/targets/argo/build.h"
#include "core/targets/argo/volumes.h"
#include "core/targets/argo/writing.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace weft::argo {
namespace {

bool is_body_template(const NodePtr& tmpl) { return yaml::find(tmpl, "dag") || yaml::find(tmpl, "steps"); }

NodePtr write_main(Writing& writing, const NodePtr& tmpl) {
    if (!is_body_template(tmpl)) return tmpl;
    return write_body(writing, tmpl, writing.before.main, writing.after.main, yaml::find(tmpl, "steps") != nullptr, true);
}

NodePtr fresh_entry(const Writing& writing, const Definition& definition) {
    NodePtr tmpl = template_node(definition);
    return yaml::with_entry(tmpl, "dag", dag_node(writing.after.main, Spelling{true, false}));
}

// Which items of spec.templates the reader made definitions of, in their order.
std::vector<std::size_t> definition_items(const Writing& writing, const NodePtr& list) {
    std::vector<std::size_t> out = map_items(list);
    if (!own_handlers_template(writing.reading)) return out;
    std::erase_if(out, [&](std::size_t i) { return yaml::text_at(list->items[i], "name") == handlers_template; });
    return out;
}

std::vector<NodePtr> write_templates(Writing& writing, const NodePtr& list) {
    const std::vector<std::size_t> places = definition_items(writing, list);
    const std::vector<int> partner = pair_definitions(writing.before, writing.after);
    std::vector<NodePtr> out;
    std::vector<bool> taken(list ? list->items.size() : 0, false);
    bool entry_done = false;
    const auto is_definition = [&](std::size_t i) { return std::find(places.begin(), places.end(), i) != places.end(); };
    // What is no definition of ours (the exit handlers' template) keeps its place behind its neighbour.
    const auto keep_others_from = [&](std::size_t i) {
        for (; i < taken.size() && !taken[i] && !is_definition(i); ++i) {
            out.push_back(list->items[i]);
            taken[i] = true;
        }
    };
    keep_others_from(0);
    for (std::size_t i = 0; i < writing.after.definitions.size(); ++i) {
        const Definition& now = *writing.after.definitions[i];
        const bool entry = !entry_done && !now.name.empty() && now.name == writing.after.entrypoint;
        entry_done = entry_done || entry;
        if (partner[i] < 0 || std::size_t(partner[i]) >= places.size()) {
            const int origin = copied_from(writing.before, writing.after, partner, i);
            if (origin >= 0 && std::size_t(origin) < places.size()) {  // fields that we do not know come along
                const NodePtr tmpl = followed(list->items[places[std::size_t(origin)]]);
                out.push_back(fresh_copy(write_definition(writing, tmpl, *writing.before.definitions[std::size_t(origin)], now)));
            } else {
                out.push_back(entry && now.kind == DefinitionKind::flow ? fresh_entry(writing, now) : template_node(now, {{}, &writing.after.environment.volumes}));
            }
            continue;
        }
        const std::size_t place = places[std::size_t(partner[i])];
        const NodePtr item = list->items[place], tmpl = followed(item);
        taken[place] = true;
        NodePtr changed = writing.before.definitions[std::size_t(partner[i])] == writing.after.definitions[i]
                              ? tmpl
                              : write_definition(writing, tmpl, *writing.before.definitions[std::size_t(partner[i])], now);
        if (entry) changed = write_main(writing, changed);
        out.push_back(changed == tmpl ? item : changed);
        keep_others_from(place + 1);
    }
    return out;
}

NodePtr write_arguments_of_flow(const Writing& writing, const NodePtr& spec) {
    if (writing.before.parameters == writing.after.parameters) return spec;
    return sync_below(spec, "arguments", [&](const NodePtr& arguments) {
        return sync_entry(arguments, "parameters", [&](const NodePtr& list) { return write_parameters(list, writing.before.parameters, writing.after.parameters, false); });
    }, "entrypoint");
}

NodePtr write_number(const NodePtr& map, const char* key, const std::string& before, const std::string& after) {
    if (before == after) return map;
    return sync_entry(map, key, [&](const NodePtr& old) -> NodePtr {
        if (after.empty()) return nullptr;
        return old && old->text == after ? old : yaml::make_plain(after);
    }, "entrypoint");
}

NodePtr write_spec(Writing& writing, const NodePtr& spec) {
    const Flow &before = writing.before, &after = writing.after;
    NodePtr out = spec;
    if (before.entrypoint != after.entrypoint) out = sync_text(out, "entrypoint", before.entrypoint + "\n", after.entrypoint);
    out = write_arguments_of_flow(writing, out);
    out = write_flow_environment(writing, out);
    out = write_number(out, "activeDeadlineSeconds", before.timeout, after.timeout);
    if (before.parallelism != after.parallelism)
        out = write_number(out, "parallelism", before.parallelism ? std::to_string(*before.parallelism) : "", after.parallelism ? std::to_string(*after.parallelism) : "");
    const NodePtr list = yaml::find(out, "templates");
    std::vector<NodePtr> templates = write_templates(writing, list);
    out = write_flow_handlers(writing, out, templates);
    if (list ? templates == list->items : templates.empty()) return out;
    return yaml::with_entry(out, "templates", yaml::make_sequence(std::move(templates), list ? list->style : yaml::Style::any));
}

NodePtr write_head(Writing& writing, const NodePtr& root) {
    const Flow &before = writing.before, &after = writing.after;
    NodePtr out = root;
    if (before.name != after.name) {
        const NodePtr meta = yaml::find(root, "metadata");
        const char* key = yaml::find(meta, "name") ? "name" : yaml::find(meta, "generateName") ? "generateName" : "name";
        out = sync_below(out, "metadata", [&](const NodePtr& map) { return sync_text(map, key, before.name, after.name); });
    }
    if (before.description == after.description) return out;
    return sync_below(out, "metadata", [&](const NodePtr& meta) {
        return sync_below(meta, "annotations", [&](const NodePtr& map) { return sync_text(map, "workflows.argoproj.io/description", before.description, after.description); });
    });
}

}  // namespace

namespace {

// One renamed and others added or removed in the same breath: it is the one that the same tasks run.
void pair_by_use(const Flow& before, const Flow& after, std::vector<int>& partner) {
    std::unordered_map<std::string, std::size_t> lost;
    for (std::size_t i = 0; i < before.definitions.size(); ++i)
        if (std::find(partner.begin(), partner.end(), int(i)) == partner.end()) lost.emplace(before.definitions[i]->name, i);
    if (lost.empty()) return;
    std::unordered_map<TaskId, std::size_t> ran;
    for_each_task(before, [&](const std::string&, const Task& task, const Handler*) {
        if (const auto found = lost.find(task.definition); found != lost.end()) ran.emplace(task.id, found->second);
    });
    std::unordered_map<std::string, std::size_t> fresh;
    for (std::size_t i = 0; i < partner.size(); ++i)
        if (partner[i] < 0) fresh.emplace(after.definitions[i]->name, i);
    for_each_task(after, [&](const std::string&, const Task& task, const Handler*) {
        const auto was = ran.find(task.id);
        const auto is = fresh.find(task.definition);
        if (was == ran.end() || is == fresh.end() || std::find(partner.begin(), partner.end(), int(was->second)) != partner.end()) return;
        partner[is->second] = int(was->second);
        fresh.erase(is);
    });
}

}  // namespace

// By object, by name and kind, by content under another name, by what uses it, by name alone, by place: a template may have been renamed, and its old name
// given to a new one, since the file was read.
std::vector<int> pair_definitions(const Flow& before, const Flow& after) {
    const std::vector<DefinitionPtr>&was = before.definitions, &now = after.definitions;
    std::vector<int> out(now.size(), -1);
    const auto used = [&](std::size_t at) { return std::find(out.begin(), out.end(), int(at)) != out.end(); };
    const auto pair_where = [&](const auto& same) {
        for (std::size_t i = 0; i < now.size(); ++i)
            for (std::size_t k = 0; k < was.size() && out[i] < 0; ++k) {
                const std::size_t at = (i + k) % was.size();   // the same place first: names may stand twice
                if (same(*was[at], *now[i]) && !used(at)) out[i] = int(at);
            }
    };
    pair_where([](const Definition& a, const Definition& b) { return &a == &b; });
    pair_where([](const Definition& a, const Definition& b) { return a.name == b.name && a.kind == b.kind; });
    pair_where([](const Definition& a, const Definition& b) {
        if (a.kind != b.kind || a.name == b.name) return false;
        Definition renamed = b;
        renamed.name = a.name;
        return renamed == a;
    });
    const auto open = [&] { return std::find(out.begin(), out.end(), -1) != out.end(); };
    if (was.size() != now.size() && open()) pair_by_use(before, after, out);
    pair_where([](const Definition& a, const Definition& b) { return a.name == b.name; });
    for (std::size_t i = 0; was.size() == now.size() && i < now.size(); ++i)
        if (out[i] < 0 && !used(i)) out[i] = int(i);
    return out;
}

namespace {

// A task that ran the one runs the other now.
bool taken_over(const Flow& before, const Flow& after, const std::string& was, const std::string& now) {
    std::unordered_set<TaskId> ran;
    for_each_task(before, [&](const std::string&, const Task& task, const Handler*) {
        if (task.definition == was) ran.insert(task.id);
    });
    bool runs = false;
    for_each_task(after, [&](const std::string&, const Task& task, const Handler*) { runs = runs || (task.definition == now && ran.count(task.id)); });
    return runs;
}

}  // namespace

// A copy for one task stands behind its original and is called "original-task" (model/edit); since then either may have been renamed, and more copies made.
int copied_from(const Flow& before, const Flow& after, const std::vector<int>& partner, std::size_t index) {
    const Definition& copy = *after.definitions[index];
    for (std::size_t k = index; k-- > 0;) {
        const Definition& original = *after.definitions[k];
        if (copy.kind != original.kind) return -1;
        if (partner[k] < 0) continue;   // a copy too
        const Definition& was = *before.definitions[std::size_t(partner[k])];
        if (was.kind != copy.kind) return -1;
        const bool called = copy.name.starts_with(original.name + "-") || copy.name.starts_with(was.name + "-");
        return called || taken_over(before, after, was.name, copy.name) ? partner[k] : -1;
    }
    return -1;
}

// A template that holds what the model cannot say and that the file does not have (any more): written afresh it would lose that without a word.
static void refuse_what_stands_nowhere(Writing& writing, const Flow& wanted) {
    const std::vector<int> partner = pair_definitions(writing.before, wanted);
    for (std::size_t i = 0; i < wanted.definitions.size(); ++i) {
        const Definition& definition = *wanted.definitions[i];
        const bool beyond = definition.kind == DefinitionKind::other || definition.kind == DefinitionKind::resource;
        if (!beyond || partner[i] >= 0 || copied_from(writing.before, wanted, partner, i) >= 0) continue;
        writing.refuse({WEFT_TR("core", "%1 uses `%2`, which only its own file can say"), {definition.name, definition.unsupported.empty() ? definition.detail : definition.unsupported.front()}});
    }
}

Result<std::vector<NodePtr>> write(const Flow& before, const Flow& wanted, const yaml::Stream& stream, std::size_t flow_index) {
    const Result<Reading> reading = find_document(stream, flow_index);
    if (!reading) return tl::unexpected<Error>(reading.error());
    const Result<Flow> after = settle(before, wanted);
    if (!after) return tl::unexpected<Error>(after.error());
    std::vector<NodePtr> roots;
    for (const yaml::Document& document : stream.documents) roots.push_back(document.root);
    Writing writing{before, *after, *reading, std::nullopt};
    if (reading->spec.has("workflowTemplateRef") && !(before.main == after->main))
        writing.refuse({WEFT_TR("core", "this workflow runs the workflow template `%1`, which stands elsewhere: its tasks cannot be drawn here"), {reading->spec.at("workflowTemplateRef").text_at("name")}});
    NodePtr root = write_schedule(writing, write_head(writing, roots[reading->document]));
    if (!reading->spec) {
        if (!(before.main == after->main)) writing.refuse({WEFT_TR("core", "the file has no `spec`")});
    } else {
        const NodePtr spec = write_spec(writing, reading->spec.node);
        if (spec != reading->spec.node) root = yaml::with_path(root, reading->spec.path, spec);
    }
    refuse_what_stands_nowhere(writing, wanted);
    if (writing.refusal) return tl::unexpected<Error>(*writing.refusal);
    roots[reading->document] = yaml::with_lost_aliases_copied(roots[reading->document], root);
    return roots;
}

}  // namespace weft::argo
