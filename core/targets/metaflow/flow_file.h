// flow.py as a format without a tree: read by python3, patched in its decorators. And the topologies of Metaflow's own tests (metaflow-graph), read only.
#pragma once

#include "core/targets/format.h"

namespace weft::metaflow {

bool recognises(std::string_view text, std::string_view file);
Result<ReadResult> read(std::string_view text, std::size_t flow_index);
std::size_t flow_count(std::string_view text);
Result<std::vector<yaml::TextEdit>> write(const Flow& before, const Flow& after, std::string_view text);
Result<Flow> settle(const Flow& before, const Flow& after);

Result<std::string> fresh(const Flow& flow);   // export.cpp

bool is_topology(const yaml::Stream&);
Result<ReadResult> read_topology(const yaml::Stream&, std::size_t flow_index);

}  // namespace weft::metaflow
