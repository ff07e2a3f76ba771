// Kubeflow Pipelines' compiled pipelines (IR YAML) and Elyra's .pipeline files, both read only. See README.md of this folder.
#pragma once

#include "core/targets/format.h"
#include "core/targets/target.h"

namespace weft {

const Format& kfp_format();
const Format& elyra_format();
const Target& kfp_target();

}  // namespace weft
