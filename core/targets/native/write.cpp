// The flow goes back into its tree, top down like the document.
#include "core/targets/native/native.h"
#include "core/targets/native/writing.h"

namespace weft::native {
namespace {

NodePtr definitions_node(const NodePtr& old, const Flow& before, const Flow& after, const OldTasks& tasks) {
    static const Definition nothing;
    return map_node(
        old, before.definitions, after.definitions, [](const DefinitionPtr& definition) { return definition ? definition->name : std::string(); },
        [&](const NodePtr& node, const DefinitionPtr* known, const DefinitionPtr& wanted) {
            if (known && (*known == wanted || (*known && wanted && **known == *wanted))) return node;
            return definition_node(node, known && *known ? **known : nothing, wanted ? *wanted : nothing, tasks);
        });
}

}  // namespace

Result<std::vector<NodePtr>> write(const Flow& before, const Flow& after, const yaml::Stream& stream, std::size_t flow_index) {
    std::vector<NodePtr> roots;
    std::size_t place = stream.documents.size();
    for (std::size_t i = 0; i < stream.documents.size(); ++i) {
        roots.push_back(stream.documents[i].root);
        if (yaml::find_entry(roots.back(), "weftwork") && flow_index-- == 0) place = i;
    }
    if (place == roots.size()) return fail({WEFT_TR("core", "no flow: the file does not say \"weftwork: 1\"")});

    const OldTasks old = old_tasks(before, roots[place]);
    MapEdit map(roots[place], flow_keys());
    map.set_if("name", before.name, after.name, [&](const NodePtr& node) { return text_or_none(node, after.name); });
    map.set_if("description", before.description, after.description, [&](const NodePtr& node) { return text_or_none(node, after.description); });
    map.set_if("parameters", before.parameters, after.parameters, [&](const NodePtr& node) { return parameters_node(node, before.parameters, after.parameters); });
    map.set_if("environment", before.environment, after.environment, [&](const NodePtr& node) { return environment_node(node, before.environment, after.environment); });
    map.set_if("schedule", before.schedule, after.schedule, [&](const NodePtr& node) { return schedule_node(node, before.schedule, after.schedule); });
    map.set_if("timeout", before.timeout, after.timeout, [&](const NodePtr& node) { return text_or_none(node, after.timeout); });
    map.set_if("parallelism", before.parallelism, after.parallelism, [&](const NodePtr&) { return number_node(after.parallelism); });
    if (before.definitions != after.definitions) map.set("definitions", definitions_node(map.at("definitions"), before, after, old));
    if (!(before.main == after.main) || !map.at("tasks")) write_body(map, before.main, after.main, old, before.main != after.main);
    map.set_if("notes", before.notes, after.notes, [&](const NodePtr& node) { return notes_node(node, before.notes, after.notes); });
    map.set_if("unfolded", before.unfolded, after.unfolded, [&](const NodePtr& node) { return unfolded_node(node, before.unfolded, after.unfolded); });
    map.set_if("canvas", before.placements, after.placements, [&](const NodePtr& node) { return canvas_node(node, before.placements, after.placements); });
    roots[place] = map.node();
    return roots;
}

}  // namespace weft::native
