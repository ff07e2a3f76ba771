// A change whose edits would meet in one line: what goes is taken away first; what comes is written into the text that is left, read again.
#include <algorithm>

#include "core/yaml/aliases.h"
#include "core/yaml/compose.h"
#include "core/yaml/patcher.h"
#include "core/yaml/reader.h"

namespace weft::yaml {
namespace {

// `old` without what `now` does not have; nothing is added, moved or changed yet.
NodePtr what_stays(const NodePtr& old, const NodePtr& now) {
    if (old == now || !old || !now || old->kind != now->kind || (old->kind != Kind::map && old->kind != Kind::sequence)) return old;
    const bool map = old->kind == Kind::map;
    const Pairing pairing = map ? pair_entries(*old, *now) : pair_items(*old, *now);
    auto left = std::make_shared<Node>(*old);
    left->items.clear();
    left->entries.clear();
    bool changed = false;
    for (std::size_t i = 0; i < pairing.new_of.size(); ++i) {
        const int j = pairing.new_of[i];
        if (j < 0) {
            changed = true;
            continue;
        }
        const NodePtr& child = map ? old->entries[i].value : old->items[i];
        const NodePtr stays = what_stays(child, map ? now->entries[std::size_t(j)].value : now->items[std::size_t(j)]);
        changed = changed || stays != child;
        if (map) left->entries.push_back({old->entries[i].key, stays});
        else left->items.push_back(stays);
    }
    if (!changed || (left->items.empty() && left->entries.empty())) return old;   // nothing stays: what is there is written over
    left->span = {};
    left->line = left->column = 0;
    return left;
}

}  // namespace

std::optional<std::vector<TextEdit>> patch_in_two(std::string_view text, const Stream& before, const std::vector<NodePtr>& after) {
    std::vector<NodePtr> between_roots;
    bool changed = false;
    for (std::size_t i = 0; i < before.documents.size(); ++i) {
        const NodePtr& root = before.documents[i].root;
        between_roots.push_back(with_lost_aliases_copied(root, what_stays(root, after[i])));
        changed = changed || between_roots.back() != root;
    }
    if (!changed) return std::nullopt;
    const auto gone = patch_as_one(text, before, between_roots, {});
    if (!gone || gone->empty()) return std::nullopt;
    const std::string left = apply(text, *gone);
    const Result<Stream> read = before.json ? read_json(left) : read_yaml(left);
    if (!read || read->documents.size() != before.documents.size()) return std::nullopt;
    const auto come = patch_as_one(left, *read, after, {});
    if (!come) return std::nullopt;
    return between(left, inverse(*gone), *come);
}

}  // namespace weft::yaml
