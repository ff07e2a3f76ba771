// yaml-cpp's exceptions in words a person can act on. Internal to core/yaml.
#pragma once

#include <string_view>

#include <yaml-cpp/exceptions.h>

#include "core/base/result.h"

namespace weft::yaml {

Error explain(std::string_view text, const YAML::Exception& exception);

}  // namespace weft::yaml
