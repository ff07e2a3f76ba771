#include "core/targets/flyte/place.h"

#include "core/targets/flyte/messages.h"

namespace weft::flyte {
namespace {

yaml::NodePtr followed(const yaml::NodePtr& node) { return node && node->kind == yaml::Kind::alias ? node->target : node; }

std::string child(const std::string& path, std::string_view key) {
    const std::string step = key.find('/') == key.npos ? std::string(key) : std::string("?");   // a path cannot say that key
    return path.empty() ? step : path + '/' + step;
}

}  // namespace

std::string key_of(const yaml::NodePtr& map, std::string_view camel) {
    if (!map || yaml::find_entry(map, camel)) return std::string(camel);
    std::string snake = snake_case(camel);
    if (snake == camel || yaml::find_entry(map, snake)) return snake;
    for (const yaml::Entry& entry : map->entries)
        if (entry.key && entry.key->text.find('_') != std::string::npos) return snake;
    return std::string(camel);
}

Place Place::at(std::string_view key) const {
    if (!is_map()) return {};
    const std::string name = key_of(node, key);
    yaml::NodePtr found = followed(yaml::find(node, name));
    if (!found || found->kind == yaml::Kind::null) return {};
    return {std::move(found), child(path, name), document};
}

Place Place::below(std::string_view keys) const {
    Place out = *this;
    for (std::size_t at = 0; at <= keys.size() && out;) {
        const std::size_t end = std::min(keys.find('/', at), keys.size());
        out = out.at(keys.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

Place Place::item(std::size_t index) const {
    if (!is_sequence() || index >= node->items.size()) return {};
    return {followed(node->items[index]), child(path, std::to_string(index)), document};
}

std::vector<Place> Place::items() const {
    std::vector<Place> out;
    if (!is_sequence()) return out;
    for (std::size_t i = 0; i < node->items.size(); ++i) out.push_back(item(i));
    return out;
}

std::vector<std::pair<std::string, Place>> Place::entries() const {
    std::vector<std::pair<std::string, Place>> out;
    if (!is_map()) return out;
    for (const yaml::Entry& entry : node->entries)
        if (entry.key) out.emplace_back(entry.key->text, Place{followed(entry.value), child(path, entry.key->text), document});
    return out;
}

std::string Place::text() const { return is_scalar() ? node->text : std::string(); }

}  // namespace weft::flyte
