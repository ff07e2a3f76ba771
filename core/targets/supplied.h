// What a Kubernetes cluster puts where the flow says nothing: for showing beside the environment matrix, never exported.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "core/targets/environment_matrix.h"

namespace weft {

struct Supplied {
    std::string value;   // "default", "IfNotPresent"; "" = it depends on the namespace
    Message why;         // one sentence
};

// For an empty cell of this column; nothing where nobody supplies anything, and for engines that run no pods.
std::optional<Supplied> supplied_by_cluster(const Target* target, std::string_view column, const std::string& image);
// How a person reads a volume: "claim shared at /data, read only".
Message volume_sentence(const Volume&);
// Every volume that the flow names, by its shown() text.
std::vector<std::pair<std::string, Message>> volumes_of(const Flow&);

}  // namespace weft
