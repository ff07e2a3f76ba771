// Nodes built from the model: for new jobs, for export, and for the writer, which puts the difference of two of them into the file.
#pragma once

#include <string>
#include <vector>

#include "core/targets/volcano/reading.h"

namespace weft::volcano {

// A map in the order of the calls; what is empty is left out.
class MapMaker {
  public:
    MapMaker& node(const std::string& key, NodePtr value);                  // null: left out
    MapMaker& text(const std::string& key, const std::string& value);       // a string; "" is left out
    MapMaker& plain(const std::string& key, const std::string& value);      // a number
    MapMaker& scalar(const std::string& key, const std::optional<Scalar>& value);
    NodePtr make() { return yaml::make_map(std::move(entries_)); }
    NodePtr make_or_null() { return entries_.empty() ? nullptr : make(); }

  private:
    std::vector<yaml::Entry> entries_;
};

NodePtr metadata_node(const std::string& name, const std::string& description);
NodePtr flow_item_node(const Task& task);                                                   // of spec.flows
NodePtr task_node(const std::string& name, const Definition& definition, const std::vector<Need>& needs, const Shape& shape = {});   // of a vcjob's spec.tasks
NodePtr job_volumes_node(const std::vector<Volume>& volumes);                               // those of the vcjob itself
// A whole vcjob spec; `main` names the only task of a single one.
NodePtr job_spec_node(const Definition& definition, const std::string& main);
NodePtr template_document(const Definition& definition, const std::string& main = "main");
NodePtr flow_document(const Flow& flow, const std::string& name);

}  // namespace weft::volcano
