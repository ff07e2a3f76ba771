// Kubeflow Pipelines' compiled pipelines (IR YAML) and Elyra's .pipeline files. See README.md of this folder.
#pragma once

#include "core/targets/format.h"
#include "core/targets/target.h"

namespace weft {

const Format& kfp_format();
const Format& elyra_format();
const Target& kfp_target();
const Target& elyra_target();

// "compiled by the KFP SDK …: the next compile overwrites this file", of an Argo workflow that KFP 1 compiled or that KFP's server made; empty for others.
Message kfp_notice(const yaml::Stream& stream);

}  // namespace weft
