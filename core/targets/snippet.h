// A piece of a file as people copy it from an editor: a whole flow of any format, one Argo template or several, tasks of a DAG or of a native flow.
#pragma once

#include "core/targets/document.h"

namespace weft {

// The flow that the text is, or that a frame around it makes of it. The error is that of the text as a whole file.
Result<FlowPtr> read_snippet(const std::string& text);

}  // namespace weft
