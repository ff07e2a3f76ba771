#include "core/model/source_map.h"

namespace weft {
namespace {

// Where the last name of a path begins, an escaped dot is no border; npos when there is only one name.
std::size_t last_dot(std::string_view path) {
    for (std::size_t at = path.size(); at > 0; --at) {
        if (path[at - 1] != '.') continue;
        std::size_t slashes = 0;
        while (slashes + 1 < at && path[at - 2 - slashes] == '\\') ++slashes;
        if (slashes % 2 == 0) return at - 1;
    }
    return std::string_view::npos;
}

// "tasks.x", "definitions.bye.tasks.x": an even number of names that ends in the name of a task, handler or definition.
bool names_a_task(std::string_view path) {
    const std::size_t dot = last_dot(path);
    if (dot == std::string_view::npos) return false;
    const std::string_view head = path.substr(0, dot);
    const std::size_t before = last_dot(head);
    const std::string_view list = before == std::string_view::npos ? head : head.substr(before + 1);
    if (list != "tasks" && list != "handlers" && list != "definitions") return false;
    return before == std::string_view::npos || names_a_task(head.substr(0, before));
}

}  // namespace

std::string join_path(std::string_view head, std::string_view name) {
    std::string out(head);
    if (!head.empty()) out += '.';
    for (const char c : name) {
        if (c == '.' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

void SourceMap::add(std::string path, yaml::NodePtr node, std::string tree_path, std::size_t document) {
    // The first of two equal names keeps the path: it is the one that references mean.
    MappedField field{path, std::move(node), std::move(tree_path), document};
    fields_.emplace(std::move(path), std::move(field));
}

const MappedField* SourceMap::find(std::string_view path) const {
    const auto found = fields_.find(path);
    return found == fields_.end() ? nullptr : &found->second;
}

const MappedField* SourceMap::nearest(std::string_view path) const {
    while (!path.empty()) {
        if (const MappedField* found = find(path)) return found;
        const std::size_t dot = last_dot(path);
        path = dot == std::string_view::npos ? std::string_view() : path.substr(0, dot);
    }
    return nullptr;
}

std::string SourceMap::task_at(std::size_t offset) const {
    const MappedField* best = nullptr;
    for (const auto& [path, field] : fields_) {
        if (!field.node || !field.node->span.contains(offset) || !names_a_task(path)) continue;
        const auto length = [](const MappedField& f) { return f.node->span.end - f.node->span.begin; };
        if (!best || length(field) < length(*best) || (length(field) == length(*best) && path.size() > best->path.size())) best = &field;
    }
    return best ? best->path : std::string();
}

std::vector<const MappedField*> SourceMap::below(std::string_view path) const {
    std::vector<const MappedField*> found;
    const std::string prefix = path.empty() ? std::string() : std::string(path) + '.';
    for (auto at = fields_.lower_bound(prefix); at != fields_.end() && at->first.starts_with(prefix); ++at) found.push_back(&at->second);
    return found;
}

}  // namespace weft
