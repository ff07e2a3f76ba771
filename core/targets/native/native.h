// The format of *.weft.yaml, version 1: resources/help/format.md tells it to people, resources/schema/weft-1.schema.json to programs.
#pragma once

#include "core/targets/format.h"

namespace weft {

const Format& native_format();

namespace native {

bool recognises(const yaml::Stream& stream);
std::size_t flow_count(const yaml::Stream& stream);
// A field that is wrong is an issue and is left out; only a version that this program does not know is an Error.
Result<ReadResult> read(const yaml::Stream& stream, std::size_t flow_index);
Result<std::vector<yaml::NodePtr>> write(const Flow& before, const Flow& after, const yaml::Stream& stream, std::size_t flow_index);
// A new text for a flow of any origin. Refuses what the format cannot say ("an Argo resource template").
Result<std::string> fresh(const Flow& flow);

}  // namespace native
}  // namespace weft
