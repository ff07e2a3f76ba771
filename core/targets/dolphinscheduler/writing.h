// What the writer's parts share. Nodes that say the same before and after are handed back as they are.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/targets/dolphinscheduler/dag.h"
#include "core/targets/dolphinscheduler/reading.h"

namespace weft::dolphin {

// A map that is being changed; a null value removes the entry.
class Map {
  public:
    explicit Map(NodePtr node) : node_(node ? std::move(node) : yaml::make_map({})) {}
    NodePtr at(std::string_view key) const;
    void set(std::string_view key, NodePtr value);
    void text(std::string_view key, const std::string& value);      // quotes stay
    void number(std::string_view key, const std::string& value);    // a number, or quoted as it was
    const NodePtr& node() const { return node_; }

  private:
    NodePtr node_;
};

// One workflow on its way back into its file.
struct Writing {
    const Flow& before;
    const Flow& after;
    Nodes nodes;
    std::unordered_map<TaskId, const Task*> old;               // by id
    std::unordered_map<TaskId, const Entry*> entry;            // where a task of `before` stands
    std::unordered_map<TaskId, std::string> code;              // of every task of `after` and `before`
    std::unordered_map<std::string, std::string> code_before, code_after;   // by name
    std::vector<std::string> gone;                             // codes of removed tasks
    long long last_code = 0;

    const Task* old_of(const Task& task) const {
        const auto found = old.find(task.id);
        return found == old.end() ? nullptr : found->second;
    }
    bool old_names() const { return nodes.dag.old_names; }
};

NodePtr code_node(const NodePtr& like_this, const std::string& code);
// localParams with the parameters and outputs of a task, or the list of global parameters.
NodePtr properties_node(const NodePtr& old, const std::vector<Binding>& ins_before, const std::vector<Binding>& ins, const std::vector<Output>& outs_before, const std::vector<Output>& outs);
NodePtr globals_node(const NodePtr& old, const std::vector<Parameter>& before, const std::vector<Parameter>& after);

// What a definition carries along as JSON text.
void set_words_of(Map& map, const std::string& json);
// An entry of the task list; `old` is null for a new task.
Result<NodePtr> task_node(const Writing&, const Task& task, const Entry* old);
// taskParams of CONDITIONS and SWITCH tasks follow the edges.
Result<NodePtr> with_branches(const Writing&, const Task& task, const NodePtr& node);
NodePtr relations_node(const Writing&);
Result<NodePtr> condition_node(const Writing&, const Task& gate, const NodePtr& old);

}  // namespace weft::dolphin
