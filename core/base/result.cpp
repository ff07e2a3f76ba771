#include "core/base/result.h"

namespace weft {

std::string describe(const Error& error) {
    std::string out = error.where.file;
    if (error.where.line > 0) {
        if (!out.empty()) out += ':';
        out += std::to_string(error.where.line);
        if (error.where.column > 0) out += ':' + std::to_string(error.where.column);
    }
    if (!out.empty()) out += ": ";
    return out + english(error.message);
}

}  // namespace weft
