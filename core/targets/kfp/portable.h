// A pipeline without KFP's launcher: what the launcher does around a container stands in the container's own words.
//   {{$}}               the executor's input as JSON: a few lines of Python put it together from arguments and run the program with it (launcher.h)
//   output files        their folders are made before the program starts, as the launcher does
//   IfPresent, Concat   settled where every use of the component gives the same answer
//   {{$.pipeline_…}}    names of the run
// What stays is listed in Definition::unsupported and refused by other engines.
#pragma once

#include "core/targets/portable.h"

namespace weft::kfp {

Portable portable(const Flow& flow);

}  // namespace weft::kfp
