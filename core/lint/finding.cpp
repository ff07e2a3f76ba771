#include "core/lint/finding.h"

namespace weft::lint {

const char* severity_name(Severity severity) {
    switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: return "info";
    case Severity::hint: return "hint";
    }
    return "error";
}

std::string Finding::key() const { return rule + '|' + field + '|' + subject; }

}  // namespace weft::lint
