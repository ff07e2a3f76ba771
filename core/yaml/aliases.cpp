#include "core/yaml/aliases.h"

#include <algorithm>
#include <map>

#include "core/yaml/merge.h"

namespace weft::yaml {
namespace {

struct Walk {
    std::map<std::string, NodePtr> anchors;   // as they stand in front of the place that is looked at

    // A new scalar made like one with an anchor: where that stands in front with the same value it is meant, otherwise the anchor is not given twice.
    static NodePtr no_second(const NodePtr& given, const NodePtr& known) {
        auto out = std::make_shared<Node>(*given);
        out->anchor.clear();
        if (!same_value(known.get(), given.get())) return out;
        auto alias = std::make_shared<Node>();
        alias->kind = Kind::alias;
        alias->text = given->anchor;
        alias->target = known;
        return alias;
    }

    NodePtr node(const NodePtr& given) {
        if (!given) return given;
        if (given->kind == Kind::alias) {
            const auto found = anchors.find(given->text);
            const bool stands = found != anchors.end() && (found->second == given->target || same_value(found->second.get(), given->target.get()));
            return stands || !given->target ? given : fresh_copy(given->target);
        }
        if (given->is_scalar() || given->kind == Kind::null) {
            if (given->anchor.empty()) return given;
            if (const auto known = anchors.find(given->anchor); known != anchors.end() && given->span.fresh()) return no_second(given, known->second);
            anchors[given->anchor] = given;
            return given;
        }
        std::shared_ptr<Node> changed;
        const auto copy = [&]() -> Node& {
            if (!changed) changed = std::make_shared<Node>(*given);
            return *changed;
        };
        for (std::size_t i = 0; i < given->items.size(); ++i)
            if (NodePtr now = node(given->items[i]); now != given->items[i]) copy().items[i] = std::move(now);
        for (std::size_t i = 0; i < given->entries.size(); ++i) {
            if (NodePtr now = node(given->entries[i].key); now != given->entries[i].key) copy().entries[i].key = std::move(now);
            if (NodePtr now = node(given->entries[i].value); now != given->entries[i].value) copy().entries[i].value = std::move(now);
        }
        const NodePtr out = changed ? NodePtr(changed) : given;
        if (!given->anchor.empty()) anchors[given->anchor] = out;
        return out;
    }
};

bool holds_property(const NodePtr& node) {
    if (!node) return false;
    if (node->kind == Kind::alias || !node->anchor.empty()) return true;
    return std::any_of(node->items.begin(), node->items.end(), holds_property) ||
           std::any_of(node->entries.begin(), node->entries.end(), [](const Entry& entry) { return holds_property(entry.key) || holds_property(entry.value); });
}

// Whether an anchor went, an anchored value changed, or an alias came: only then can an alias have lost its target.
bool touches_anchors(const NodePtr& old, const NodePtr& now);

bool touches_anchors(const Entry& old, const Entry& now) { return touches_anchors(old.key, now.key) || touches_anchors(old.value, now.value); }
bool same_child(const NodePtr& a, const NodePtr& b) { return a == b; }
bool same_child(const Entry& a, const Entry& b) { return a.key == b.key && a.value == b.value; }

template <class Child> bool any_child_touches(const std::vector<Child>& old, const std::vector<Child>& now) {
    std::size_t head = 0, tail = 0;
    const std::size_t shorter = std::min(old.size(), now.size()), longer = std::max(old.size(), now.size());
    while (head < shorter && same_child(old[head], now[head])) ++head;
    while (tail < shorter - head && same_child(old[old.size() - 1 - tail], now[now.size() - 1 - tail])) ++tail;
    for (std::size_t i = head; i + tail < longer; ++i)
        if (touches_anchors(i + tail < old.size() ? old[i] : Child{}, i + tail < now.size() ? now[i] : Child{})) return true;
    return false;
}

bool touches_anchors(const NodePtr& old, const NodePtr& now) {
    if (old == now) return false;
    if (!old || !now || old->kind != now->kind) return holds_property(old) || holds_property(now);
    if (old->kind == Kind::alias || !old->anchor.empty() || !now->anchor.empty()) return true;
    return any_child_touches(old->items, now->items) || any_child_touches(old->entries, now->entries);
}

}  // namespace

NodePtr with_lost_aliases_copied(const NodePtr& root) { return Walk{}.node(root); }

NodePtr with_lost_aliases_copied(const NodePtr& before, const NodePtr& root) { return touches_anchors(before, root) ? Walk{}.node(root) : root; }

}  // namespace weft::yaml
