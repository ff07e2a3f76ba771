#include "core/targets/portable.h"

#include "core/targets/kfp/portable.h"

namespace weft {
namespace {

struct Row { const char* format; Portable (*portable)(const Flow&); };
constexpr Row rows[] = {{"kfp", kfp::portable}};

}  // namespace

std::optional<Portable> portable(const Flow& flow, const Target& target) {
    if (flow.format == target.id) return std::nullopt;
    for (const Row& row : rows)
        if (flow.format == row.format) return row.portable(flow);
    return std::nullopt;
}

}  // namespace weft
