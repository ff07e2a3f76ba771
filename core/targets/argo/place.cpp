#include "core/targets/argo/place.h"

namespace weft::argo {
namespace {

yaml::NodePtr followed(const yaml::NodePtr& node) { return node && node->kind == yaml::Kind::alias ? node->target : node; }

}  // namespace

std::string child_path(const std::string& path, std::string_view key) {
    const std::string step = key.find('/') == key.npos ? std::string(key) : std::string("?");
    return path.empty() ? step : path + '/' + step;
}

Place Place::at(std::string_view key) const {
    if (!is_map()) return {};
    yaml::NodePtr found = followed(yaml::find(node, key));
    if (!found || found->kind == yaml::Kind::null) return {};
    return {std::move(found), child_path(path, key)};
}

Place Place::item(std::size_t index) const {
    if (!is_sequence() || index >= node->items.size()) return {};
    return {followed(node->items[index]), child_path(path, std::to_string(index))};
}

std::vector<Place> Place::items() const {
    std::vector<Place> out;
    if (!is_sequence()) return out;
    out.reserve(node->items.size());
    for (std::size_t i = 0; i < node->items.size(); ++i) out.push_back(item(i));
    return out;
}

std::string Place::text() const { return is_scalar() ? node->text : std::string(); }

}  // namespace weft::argo
