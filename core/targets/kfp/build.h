// A flow in KFP's shape (what reading a pipeline gives) as the trees of its two documents. Export writes them; an edit writes what differs between the
// trees of before and after.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/model/flow.h"
#include "core/targets/kfp/reading.h"

namespace weft::kfp {

struct Layout {
    ExitGroup group;                                // as the file has it; made up when a flow with exit handlers has none
    std::map<std::string, std::string> labels;      // component -> executor label; made up for others
};

struct Trees {
    yaml::NodePtr spec;        // never null
    yaml::NodePtr platform;    // the second document; null when there is nothing to say
};
Trees build(const Flow& flow, const Layout& layout);

// The layout with every name that build() makes up.
Layout complete_layout(const Flow& flow, const Layout& layout);
std::string free_name(const std::vector<std::string>& taken, const std::string& wanted);

// --- parts -----------------------------------------------------------------------------------------------------------------------------
// A map in the order of the calls; null nodes and empty texts are left out.
class MapMaker {
  public:
    MapMaker& node(std::string_view key, yaml::NodePtr value);
    MapMaker& text(std::string_view key, const std::string& value);
    bool empty() const { return entries_.empty(); }
    yaml::NodePtr make() { return yaml::make_map(std::move(entries_)); }
    yaml::NodePtr make_or_null() { return entries_.empty() ? nullptr : make(); }

  private:
    std::vector<yaml::Entry> entries_;
};
yaml::NodePtr list_or_null(std::vector<yaml::NodePtr> items);

struct Building {
    const Flow& flow;
    const Layout& layout;      // complete
};
yaml::NodePtr container_node(const Definition& definition);
yaml::NodePtr pod_config_node(const Definition& definition);      // of the platform document; null when there is nothing to say
yaml::NodePtr parameters_node(const Building& building, const std::vector<Parameter>& parameters, const std::string& component);
// `channels`: how the body calls the pipeline's parameters; null = by their names.
yaml::NodePtr task_node(const Building& building, const Task& task, const std::map<std::string, std::string>* channels);
yaml::NodePtr exit_task_node(const Building& building, const Task& task, const std::string& upstream);
yaml::NodePtr tasks_node(const Building& building, const Body& body, const std::map<std::string, std::string>* channels);
// The parameters of the pipeline that tasks of the main body read; `all`: whether the pipeline has them or not, of exit handlers too.
std::vector<std::string> parameters_read(const Flow& flow, bool all = false);

}  // namespace weft::kfp
