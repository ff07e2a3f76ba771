// What the read-only readers share: values out of a foreign tree, always total, and the places they came from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/edit.h"
#include "core/targets/format.h"

namespace weft::thin {

std::vector<Scalar> words(const yaml::NodePtr& list);                 // command, args
Value value_of(const yaml::NodePtr& node);                            // literal, or text when it holds tags
std::optional<Scalar> scalar_at(const yaml::NodePtr& map, std::string_view key);

// A container as Kubernetes writes it: image, command, args, env, resources. Fields are mapped below `path`.
void read_container(const yaml::NodePtr& container, const std::string& path, Definition& definition, SourceMap& places);
// Maps `path` to the node and `path.name` to its name entry.
void map_named(SourceMap& places, const std::string& path, const yaml::NodePtr& node, std::string_view name_key = "name");
void map_at(SourceMap& places, const std::string& path, const yaml::NodePtr& map, std::string_view key);

FormatAbilities read_only(Message reason);

}  // namespace weft::thin
