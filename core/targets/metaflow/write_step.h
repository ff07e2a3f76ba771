// The decorators of one step, and BASE of an exported flow.
#pragma once

#include "core/targets/metaflow/arguments.h"
#include "core/targets/metaflow/patch.h"

namespace weft::metaflow {

Result<void> write_step(Patch& patch, const PythonSource& source, const Step& step, const Task& before, const Task& after);
Result<void> write_flow_environment(Patch& patch, const PythonSource& source, const Environment& before, const Environment& after);

// {"disk": "ssd"} and the like; a reason where Metaflow has no such thing.
Result<std::string> python_text(const std::vector<Binding>& map);
Result<std::string> python_text(const std::vector<Toleration>& list);
Result<std::string> python_text(const std::vector<Volume>& claims);
std::string python_text(const std::vector<std::string>& list);

}  // namespace weft::metaflow
