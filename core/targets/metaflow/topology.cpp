// The topologies that Metaflow's own tests are made of: {"name", "graph": {step: {linear | branch | foreach | switch + condition, join, num_parallel}}}.
#include <algorithm>

#include "core/model/edit.h"
#include "core/targets/metaflow/flow_file.h"
#include "core/targets/metaflow/reading.h"

namespace weft::metaflow {
namespace {

GraphStep graph_step(const std::string& name, const yaml::NodePtr& node) {
    GraphStep out;
    out.name = name;
    out.join = yaml::text_at(node, "join") == "true";
    if (const std::string to = yaml::text_at(node, "linear"); !to.empty()) out.next.push_back(to);
    if (const yaml::NodePtr branch = yaml::find(node, "branch"))
        for (const yaml::NodePtr& to : branch->items) out.next.push_back(to->text);
    if (const std::string to = yaml::text_at(node, "foreach"); !to.empty()) {
        out.next.push_back(to);
        const std::string variable = yaml::text_at(node, "foreach_var");
        out.foreach = variable.empty() ? "items" : variable;
    }
    for (const char* key : {"num_parallel", "parallel"}) {
        const yaml::NodePtr found = yaml::find(node, key);
        if (!found || !found->is_scalar()) continue;
        if (yaml::type_of(*found) == yaml::ScalarType::integer) out.parallel = Scalar{found->text, true};
        else if (out.next.empty()) out.next.push_back(found->text);   // "parallel": the step; the number stands beside it
        out.foreach.reset();
    }
    if (const yaml::NodePtr cases = yaml::find(node, "switch")) {
        for (const yaml::Entry& entry : cases->entries) {
            if (!entry.value || !entry.value->is_scalar()) continue;
            out.next.push_back(entry.value->text);
            out.cases.emplace_back(entry.key->text, entry.value->text);
        }
        out.condition = yaml::text_at(node, "condition");
    }
    return out;
}

bool is_step(const yaml::NodePtr& node) {
    if (!node || !node->is_map()) return false;
    for (const char* key : {"linear", "branch", "foreach", "switch", "parallel", "num_parallel", "join", "quals"})
        if (yaml::find_entry(node, key)) return true;
    return node->entries.empty();
}

}  // namespace

bool is_topology(const yaml::Stream& stream) {
    if (stream.documents.size() != 1) return false;
    const yaml::NodePtr graph = yaml::find(stream.documents.front().root, "graph");
    if (!graph || !graph->is_map() || graph->entries.empty()) return false;
    return std::all_of(graph->entries.begin(), graph->entries.end(), [](const yaml::Entry& entry) { return is_step(entry.value); });
}

Result<ReadResult> read_topology(const yaml::Stream& stream, std::size_t) {
    const yaml::NodePtr root = stream.documents.front().root, graph = yaml::find(root, "graph");
    ReadResult out;
    std::vector<GraphStep> steps;
    for (const yaml::Entry& entry : graph->entries) steps.push_back(graph_step(entry.key->text, entry.value));
    const DrawnGraph drawn = draw_graph(steps, {});
    out.flow.format = "metaflow-graph";
    out.flow.name = yaml::text_at(root, "name");
    if (const yaml::Entry* name = yaml::find_entry(root, "name")) out.places.add("name", name->value);
    out.flow.main = body_of(drawn, [&](std::size_t step, const std::string& path, Task&, Definition& definition) {
        const yaml::Entry& entry = graph->entries[step];
        out.places.add(path, entry.value);
        out.places.add(path + ".name", entry.key);
        definition.kind = DefinitionKind::none;
        for (const auto& [reader, attribute] : drawn.read)
            if (reader == step && std::none_of(definition.outputs.begin(), definition.outputs.end(), [&, &attribute = attribute](const Output& one) { return one.name == attribute; }))
                definition.outputs.push_back(Output{.name = attribute});
    });
    for (const GraphIssue& issue : drawn.issues) {
        const yaml::NodePtr& key = graph->entries[issue.step].key;
        out.issues.push_back({"graph/metaflow", issue.what, key->span, key->line, key->column});
    }
    for (const yaml::Entry& entry : graph->entries)
        if (yaml::find_entry(entry.value, "quals")) out.kept.push_back("graph." + entry.key->text + ".quals");
    out.flow = number_tasks(std::move(out.flow));
    return out;
}

}  // namespace weft::metaflow
