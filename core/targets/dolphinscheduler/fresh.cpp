#include "core/targets/dolphinscheduler/fresh.h"

#include <algorithm>
#include <unordered_map>

#include "core/model/edit.h"
#include "core/targets/dolphinscheduler/format.h"
#include "core/targets/dolphinscheduler/settle.h"
#include "core/yaml/writer.h"

namespace weft::dolphin {
namespace {

using yaml::NodePtr;

// Left to right by rank, so that the server's canvas shows the graph.
std::vector<Placement> places_of(const Flow& flow) {
    std::unordered_map<std::string_view, std::size_t> rank;
    std::vector<Placement> out;
    std::vector<int> row;
    for (std::size_t round = 0; round < flow.main.tasks.size(); ++round) {
        bool changed = false;
        for (const TaskPtr& task : flow.main.tasks)
            for (const Need& need : task->needs) {
                const std::size_t wanted = rank[need.task] + 1;
                if (rank[task->name] >= wanted || wanted > flow.main.tasks.size()) continue;
                rank[task->name] = wanted;
                changed = true;
            }
        if (!changed) break;
    }
    for (const TaskPtr& task : flow.main.tasks) {
        const auto moved = std::find_if(flow.placements.begin(), flow.placements.end(), [&](const Placement& one) { return one.path == task->name; });
        if (moved != flow.placements.end()) {
            out.push_back(*moved);
            continue;
        }
        const std::size_t at = rank[task->name];
        if (row.size() <= at) row.resize(at + 1, 0);
        out.push_back({task->name, {100.0 + 220.0 * double(at), 100.0 + 100.0 * double(row[at]++)}});
    }
    return out;
}

NodePtr text(const char* value) { return yaml::make_string(value); }
NodePtr number(const std::string& value) { return yaml::make_plain(value); }
yaml::Entry entry(const char* key, NodePtr value) { return {yaml::make_string(key), std::move(value)}; }

NodePtr empty_definition(std::size_t index, bool old_names) {
    const NodePtr head = yaml::make_map({entry("code", number(flow_code(index))), entry("name", text("")), entry("version", number("1")), entry("releaseState", text("OFFLINE")),
                                         entry("projectCode", number("1")), entry("description", text("")), entry("globalParams", text("[]")), entry("locations", text("[]")),
                                         entry("flag", text("YES")), entry("timeout", number("0")), entry("executionType", text("PARALLEL"))});
    return yaml::make_map({entry(old_names ? "processDefinition" : "workflowDefinition", head),
                           entry(old_names ? "processTaskRelationList" : "workflowTaskRelationList", yaml::make_sequence({})), entry("taskDefinitionList", yaml::make_sequence({})),
                           entry("schedule", yaml::make_null())});
}

}  // namespace

Result<std::string> fresh_file(const std::vector<Flow>& flows, bool old_names) {
    yaml::Stream stream;
    stream.json = true;
    std::vector<NodePtr> definitions;
    for (std::size_t i = 0; i < flows.size(); ++i) definitions.push_back(empty_definition(i, old_names));
    stream.documents.push_back({yaml::make_sequence(std::move(definitions)), {}});
    for (std::size_t i = 0; i < flows.size(); ++i) {
        Flow nothing;
        nothing.format = "dolphinscheduler";
        Flow wanted = flows[i];
        wanted.format = nothing.format;
        wanted = number_tasks(std::move(wanted));
        Result<Flow> settled_flow = settled(nothing, wanted, Dialect::json);
        if (!settled_flow) return tl::unexpected(settled_flow.error());
        settled_flow->placements = places_of(*settled_flow);
        Result<std::vector<NodePtr>> roots = write(nothing, *settled_flow, stream, i);
        if (!roots) return tl::unexpected(roots.error());
        stream.documents[0].root = roots->front();
    }
    return yaml::write_json(stream.documents[0].root);
}

Result<std::string> fresh(const Flow& flow) {
    if (flow.main.tasks.empty()) return fail(Message{WEFT_TR("core", "a workflow of DolphinScheduler needs at least one task")});
    return fresh_file({flow}, false);
}

Result<Flow> settle(const Flow& before, const Flow& after) { return settled(before, after, Dialect::json); }

}  // namespace weft::dolphin
