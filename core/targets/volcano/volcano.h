// See README.md of this folder: what is read, what is checked, against which versions.
#pragma once

#include "core/targets/format.h"
#include "core/targets/target.h"

namespace weft {

const Format& volcano_format();
const Target& volcano_target();

}  // namespace weft
