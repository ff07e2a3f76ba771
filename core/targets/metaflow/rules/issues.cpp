// What the reader of a flow.py reports while it reads, so none has a check here. Why they matter stands in core/lint/issue.cpp.
#include "core/targets/metaflow/rules/rules.h"

namespace weft::metaflow {

using lint::Rule;
using lint::Severity;

const Rule graph_metaflow_part{"graph/metaflow-part", Severity::warning, WEFT_TR("core", "a part of the flow stands in another file, and this part alone is no whole flow"),
                               "metaflow/lint.py of 2.19, on a class that is only a base", nullptr};
const Rule name_metaflow_step{"name/metaflow-step", Severity::error, WEFT_TR("core", "a step has a name that Metaflow does not take"), "metaflow/lint.py check_step_names, check_reserved_words", nullptr};

}  // namespace weft::metaflow
