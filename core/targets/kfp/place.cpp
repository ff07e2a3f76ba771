#include "core/targets/kfp/place.h"

namespace weft::kfp {
namespace {

yaml::NodePtr followed(const yaml::NodePtr& node) { return node && node->kind == yaml::Kind::alias ? node->target : node; }

std::string below(const std::string& path, std::string_view key) {
    const std::string step = key.find('/') == key.npos ? std::string(key) : std::string("?");
    return path.empty() ? step : path + '/' + step;
}

}  // namespace

Place Place::at(std::string_view key) const {
    if (!is_map()) return {};
    yaml::NodePtr found = followed(yaml::find(node, key));
    if (!found || found->kind == yaml::Kind::null) return {};
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

std::vector<Place> Place::items() const {
    std::vector<Place> out;
    if (!is_sequence()) return out;
    for (std::size_t i = 0; i < node->items.size(); ++i) out.push_back({followed(node->items[i]), below(path, std::to_string(i)), document});
    return out;
}

std::vector<Place::Named> Place::entries() const {
    std::vector<Named> out;
    if (!is_map()) return out;
    for (const yaml::Entry& entry : node->entries)
        if (entry.key && entry.key->is_scalar()) out.push_back({entry.key->text, {entry.key, {}, document}, at(entry.key->text)});
    return out;
}

std::string Place::text() const { return is_scalar() ? node->text : std::string(); }

}  // namespace weft::kfp
