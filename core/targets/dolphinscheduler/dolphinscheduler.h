// See README.md of this folder: what is read and written, what is checked, against which versions.
#pragma once

#include "core/targets/format.h"
#include "core/targets/target.h"

namespace weft {

const Format& dolphinscheduler_format();   // definition JSON: export files, answers of the API, create forms
const Format& pydolphinscheduler_format(); // the YAML of its Python SDK
const Target& dolphinscheduler_target();

}  // namespace weft
