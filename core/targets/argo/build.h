// Fresh nodes for what the file does not hold yet: a template, a task, a list of parameters. Export makes whole documents of them.
#pragma once

#include <string>
#include <vector>

#include "core/model/flow.h"
#include "core/targets/argo/values.h"

namespace weft::argo {

// A map in the order of the calls; what is empty is left out.
class MapMaker {
  public:
    MapMaker& node(const char* key, yaml::NodePtr value);                  // null: left out
    MapMaker& text(const char* key, const std::string& value);             // a string; "" is left out
    MapMaker& scalar(const char* key, const std::optional<Scalar>& value);
    bool empty() const { return entries_.empty(); }
    yaml::NodePtr make() { return yaml::make_map(std::move(entries_)); }
    yaml::NodePtr make_or_null() { return entries_.empty() ? nullptr : make(); }

  private:
    std::vector<yaml::Entry> entries_;
};

yaml::NodePtr list_or_null(std::vector<yaml::NodePtr> items);
yaml::NodePtr words_node(const std::vector<Scalar>& words);                      // null when empty
yaml::NodePtr env_node(const std::vector<Binding>& env, const Spelling& spelling);
yaml::NodePtr env_entry(const Binding& variable, const Spelling& spelling);
yaml::NodePtr selector_node(const std::vector<Binding>& selector);
yaml::NodePtr resources_node(const Environment& environment);
yaml::NodePtr retry_node(const Retry& retry);
yaml::NodePtr parameter_node(const Parameter& parameter, bool is_input);         // inputs have a `default`, arguments a `value`
yaml::NodePtr file_node(const InputFile& file, const Spelling& spelling);
yaml::NodePtr output_node(const Output& output);
yaml::NodePtr binding_node(const Binding& binding, const Spelling& spelling);
yaml::NodePtr arguments_node(const std::vector<Binding>& params, const std::vector<InputFile>& files, const Spelling& spelling);
yaml::NodePtr loop_value(const Loop& loop);
const char* loop_key(const Loop& loop);
yaml::NodePtr tolerance_node(const Task& task);
// "steps"/"tasks" condition of a task's hook; "" for always.
std::string hook_expression(const Handler& hook, const std::string& task, const Spelling& spelling);
yaml::NodePtr reference_node(const Definition& definition);    // templateRef of work that stands elsewhere; null when it is none of Argo's
yaml::NodePtr hook_node(const Handler& hook, const std::string& task, const Spelling& spelling);
yaml::NodePtr hooks_node(const Task& task, const Spelling& spelling);

// How a DAG says its edges; in one DAG Argo takes only one of the two.
enum class EdgeStyle { dependencies, depends };
EdgeStyle edge_style(const Body& body);
std::string depends_text(const Task& task);
void add_edges(MapMaker& map, const Task& task, EdgeStyle style);

struct TemplateOptions {
    std::string target;           // dag.target
    const std::vector<Volume>* flow_volumes = nullptr;   // declared by the workflow: not by the template again
};
yaml::NodePtr template_node(const Definition& definition, const TemplateOptions& options = {});
yaml::NodePtr dag_task_node(const Task& task, const Spelling& spelling, EdgeStyle style);
yaml::NodePtr step_node(const Task& task, const Spelling& spelling);
yaml::NodePtr dag_node(const Body& body, const Spelling& spelling, const std::string& target = {});
// One group per rank of the steps; needs say which group a step is in.
yaml::NodePtr steps_node(const Body& body, const Spelling& spelling);
// The step of the exit handlers' template.
yaml::NodePtr handler_step_node(const Handler& handler);

}  // namespace weft::argo
