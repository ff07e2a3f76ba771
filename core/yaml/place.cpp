#include "core/yaml/place.h"

namespace weft::yaml {
namespace {

NodePtr followed(const NodePtr& node) { return node && node->kind == Kind::alias ? node->target : node; }

std::string below(const std::string& path, std::string_view key) {
    const std::string step = key.find('/') == key.npos ? std::string(key) : std::string("?");
    return path.empty() ? step : path + '/' + step;
}

}  // namespace

Place Place::at(std::string_view key) const {
    if (!is_map()) return {};
    NodePtr found = followed(find(node, key));
    if (!found || found->kind == Kind::null) return {};
    return {std::move(found), below(path, key), document};
}

Place Place::down(std::string_view keys) const {
    Place here = *this;
    while (here && !keys.empty()) {
        const std::size_t slash = keys.find('/');
        here = here.at(keys.substr(0, slash));
        keys = slash == keys.npos ? std::string_view() : keys.substr(slash + 1);
    }
    return here;
}

Place Place::item(std::size_t index) const {
    if (!is_sequence() || index >= node->items.size()) return {};
    return {followed(node->items[index]), below(path, std::to_string(index)), document};
}

std::vector<Place> Place::items() const {
    std::vector<Place> out;
    if (!is_sequence()) return out;
    out.reserve(node->items.size());
    for (std::size_t i = 0; i < node->items.size(); ++i) out.push_back(item(i));
    return out;
}

}  // namespace weft::yaml
