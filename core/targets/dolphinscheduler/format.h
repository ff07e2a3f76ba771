// The functions of the two formats, for the tables in target.cpp.
#pragma once

#include "core/targets/format.h"

namespace weft::dolphin {

bool recognises(const yaml::Stream&);
std::size_t flow_count(const yaml::Stream&);
Result<ReadResult> read(const yaml::Stream&, std::size_t flow_index);
Result<std::vector<yaml::NodePtr>> write(const Flow& before, const Flow& after, const yaml::Stream&, std::size_t flow_index);
Result<Flow> settle(const Flow& before, const Flow& after);
// A flow that DolphinScheduler can hold as it is (read from one of its files, or lowered) as a new file.
Result<std::string> fresh(const Flow&);

}  // namespace weft::dolphin

// pydolphinscheduler's YAML.
namespace weft::dolphin::python {

bool recognises(const yaml::Stream&);
std::size_t flow_count(const yaml::Stream&);
Result<ReadResult> read(const yaml::Stream&, std::size_t flow_index);
Result<std::vector<yaml::NodePtr>> write(const Flow& before, const Flow& after, const yaml::Stream&, std::size_t flow_index);
Result<Flow> settle(const Flow& before, const Flow& after);
Result<std::string> fresh(const Flow&);

}  // namespace weft::dolphin::python
