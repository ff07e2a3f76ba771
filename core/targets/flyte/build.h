// Fresh nodes: messages, templates, nodes of a workflow. What a file does not hold yet, and whole files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/flow.h"
#include "core/yaml/tree.h"

namespace weft::flyte {

// A map in the order of the calls; what is empty is left out.
class MapMaker {
  public:
    MapMaker& node(const char* key, yaml::NodePtr value);                  // null: left out
    MapMaker& text(const char* key, const std::string& value);             // a string; "" is left out
    MapMaker& scalar(const char* key, const std::optional<Scalar>& value); // a quantity: a string, whatever it looks like
    bool empty() const { return entries_.empty(); }
    yaml::NodePtr make() { return yaml::make_map(std::move(entries_)); }
    yaml::NodePtr make_or_null() { return entries_.empty() ? nullptr : make(); }

  private:
    std::vector<yaml::Entry> entries_;
};

yaml::NodePtr list_or_null(std::vector<yaml::NodePtr> items);
yaml::NodePtr words_node(const std::vector<Scalar>& words);   // null when empty

// Who a message is: placeholders where a flow comes from elsewhere.
struct Identity {
    std::string project = "flytesnacks", domain = "development", version = "v1", org;
    std::string prefix;                       // in front of a new task's name
};
yaml::NodePtr id_node(const Identity& identity, const char* type, const std::string& name);

yaml::NodePtr resources_node(const Environment& environment);                    // [{name: CPU, value: 500m}]; null when empty
yaml::NodePtr container_env_node(const std::vector<Binding>& env);               // literal ones
yaml::NodePtr secrets_node(const std::vector<Binding>& env);
yaml::NodePtr variables_node(const std::vector<Parameter>& inputs);              // {variables: …}
yaml::NodePtr variables_node(const std::vector<Output>& outputs);
yaml::NodePtr task_template_node(const Definition& definition, const yaml::NodePtr& id);

// A node's values inside a branch group: parameter of the group -> the value that it carries in.
struct Carried { const Carried* outer = nullptr; const std::vector<Binding>* values = nullptr; };
// The workflow that nodes are made for.
struct Weaving {
    const Flow& flow;
    const Identity& identity;
    const Body* body = nullptr;
    const std::vector<Parameter>* inputs = nullptr;
};
Value outward(const Value& value, const Carried& carried);                       // through all groups to the workflow's nodes and inputs
ValueType type_of_value(const Weaving& weaving, const Value& outward_value);
ValueType type_of_input(const Weaving& weaving, const Task& task, const std::string& name);
// null for a value that Flyte cannot bind: a secret, text with tags in it.
yaml::NodePtr binding_data_node(const Value& value, ValueType type, const Carried& carried);
yaml::NodePtr binding_node(const Weaving& weaving, const Task& task, const Binding& binding, const Carried& carried);
yaml::NodePtr inputs_node(const Weaving& weaving, const Task& task, const Carried& carried);
yaml::NodePtr workflow_node(const Weaving& weaving, const Task& task, const Carried& carried);
yaml::NodePtr if_else_node(const Weaving& weaving, const Task& group, const Carried& carried);
// taskNode, workflowNode, branchNode …: what a task is, its loop left aside; `key` says which. Null where it runs nothing.
yaml::NodePtr target_node(const Weaving& weaving, const Task& task, const Carried& carried, const char*& key);
yaml::NodePtr loop_data_node(const Loop& loop, const Carried& carried);
yaml::NodePtr retries_node(const std::optional<Retry>& retry);
yaml::NodePtr overrides_node(const Environment& environment);                    // null when empty

struct WorkflowParts {
    std::string name;
    const Body* body = nullptr;
    const std::vector<Parameter>* inputs = nullptr;
    const std::vector<Output>* outputs = nullptr;
    bool fail_fast = true;
};
yaml::NodePtr workflow_template_node(const Flow& flow, const Identity& identity, const WorkflowParts& parts);
std::vector<yaml::NodePtr> output_nodes(const std::vector<Output>& outputs);     // the workflow's bindings
yaml::NodePtr schedule_node(const Schedule& schedule);
yaml::NodePtr launch_plan_node(const Flow& flow, const Identity& identity);      // null when nothing asks for one
yaml::NodePtr default_inputs_node(const std::vector<Parameter>& parameters);
// The messages of a flow that stands in Flyte's terms already, in the order in which they are registered.
std::vector<yaml::NodePtr> messages_of(const Flow& flow, const Identity& identity);
Identity hashed_identity(const Flow& flow);                                      // the version is a hash of all messages

}  // namespace weft::flyte
