// The JSON scanner, telling apart what is no JSON (it may be YAML) from what is too large to go on with. Internal to core/yaml.
#pragma once

#include <string_view>

#include "core/yaml/reader.h"

namespace weft::yaml {

struct JsonProgress {
    bool limited = false;       // refused for its size or depth
    std::size_t values = 0;     // read before the end or the mistake
};
Result<Stream> scan_json(std::string_view text, const Limits& limits, JsonProgress& progress);

}  // namespace weft::yaml
