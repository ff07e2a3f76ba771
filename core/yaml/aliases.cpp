#include "core/yaml/aliases.h"

#include <map>

#include "core/yaml/merge.h"

namespace weft::yaml {
namespace {

struct Walk {
    std::map<std::string, NodePtr> anchors;   // as they stand in front of the place that is looked at

    NodePtr node(const NodePtr& given) {
        if (!given) return given;
        if (given->kind == Kind::alias) {
            const auto found = anchors.find(given->text);
            const bool stands = found != anchors.end() && (found->second == given->target || same_value(found->second.get(), given->target.get()));
            return stands || !given->target ? given : fresh_copy(given->target);
        }
        if (given->is_scalar() || given->kind == Kind::null) {
            if (!given->anchor.empty()) anchors[given->anchor] = given;
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

}  // namespace

NodePtr with_lost_aliases_copied(const NodePtr& root) { return Walk{}.node(root); }

}  // namespace weft::yaml
