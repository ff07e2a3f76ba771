// One lint result as a value.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/model/flow.h"
#include "core/yaml/patch.h"

namespace weft::lint {

enum class Severity { error, warning, info, hint };
const char* severity_name(Severity);   // "error" …

// A fix is safe: applying it removes the finding, adds no error, and a second time changes nothing.
using FlowFix = std::function<Result<Flow>(const Flow&)>;
using TextFix = std::vector<yaml::TextEdit>;
struct Fix {
    Message title;                          // starts with a verb: "Map to dynamic_out_greet"
    std::variant<FlowFix, TextFix> change;
};

struct Finding {
    std::string rule;                       // "env/dynamic-out"
    Severity severity = Severity::error;
    Message what;                           // one lower-case sentence that quotes the text and says what is allowed
    Message why;                            // what the engine will do, how to mend it
    TaskId task = 0;                        // 0: the flow or the file
    std::string task_name;
    std::string field;                      // SourceMap path, e.g. "tasks.train.env.dynamic\.out(x)"
    std::string target;                     // "argo 4.1" when only that target minds
    Location where;                         // filled by run_lint from `field` or the span
    yaml::Span span;
    std::vector<Fix> fixes;
    std::string key() const;                // rule + field + subject: stable for approvals, baselines, fingerprints
    std::string subject;                    // what distinguishes two findings of one rule on one field
};

}  // namespace weft::lint
