#include "core/targets/dolphinscheduler/dag.h"

namespace weft::dolphin {
namespace {

constexpr const char* old_relations = "processTaskRelationList";
constexpr const char* new_relations = "workflowTaskRelationList";

void add_definition(std::vector<Dag>& out, const NodePtr& node, std::size_t document, const std::string& at) {
    if (!node || !node->is_map()) return;
    const bool old_names = yaml::find(node, "processDefinition") != nullptr;
    if (yaml::find(node, "taskDefinitionList") && (old_names || yaml::find(node, "workflowDefinition"))) {
        const bool old_relation = yaml::find(node, old_relations) || (old_names && !yaml::find(node, new_relations));
        out.push_back({document, at, node, old_names ? "processDefinition" : "workflowDefinition", "taskDefinitionList", old_relation ? old_relations : new_relations, old_names, false});
    } else if (yaml::find(node, "taskDefinitionJson") && yaml::find(node, "name")) {
        const std::string tasks = yaml::text_at(node, "taskDefinitionJson"), relations = yaml::text_at(node, "taskRelationJson");
        const bool old_form = relations.find("processDefinition") != std::string::npos || tasks.find("processDefinitionCode") != std::string::npos;
        out.push_back({document, at, node, "", "taskDefinitionJson", "taskRelationJson", old_form, false});
    }
}

void add_tests(std::vector<Dag>& out, const NodePtr& root, std::size_t document) {
    const NodePtr flows = yaml::find(root, "workflows");
    if (!flows || !flows->is_sequence() || !yaml::find(root, "taskRelations")) return;
    for (std::size_t i = 0; i < flows->items.size(); ++i)
        if (flows->items[i]->is_map()) out.push_back({document, "", root, "workflows/" + std::to_string(i), "tasks", "taskRelations", false, true});
}

}  // namespace

std::string Dag::path(std::string_view below) const {
    if (at.empty()) return std::string(below);
    return below.empty() ? at : at + '/' + std::string(below);
}

std::vector<Dag> dags_of(const yaml::Stream& stream) {
    std::vector<Dag> out;
    for (std::size_t d = 0; d < stream.documents.size(); ++d) {
        const NodePtr& root = stream.documents[d].root;
        if (!root) continue;
        add_definition(out, root, d, "");
        add_definition(out, yaml::find(root, "data"), d, "data");
        for (std::size_t i = 0; root->is_sequence() && i < root->items.size(); ++i) add_definition(out, root->items[i], d, std::to_string(i));
        add_tests(out, root, d);
    }
    return out;
}

}  // namespace weft::dolphin
