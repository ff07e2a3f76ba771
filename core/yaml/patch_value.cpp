// Decides for one value: nothing, its scalar, its children, or written anew.
#include "core/yaml/patcher.h"
#include "core/yaml/spans.h"
#include "core/yaml/text.h"
#include "core/yaml/writer.h"

namespace weft::yaml {

namespace {

bool is_single(const Node& node) { return node.kind == Kind::scalar || (node.kind == Kind::null && node.span.begin != node.span.end); }

bool same_single(const Node& old, const Node& now) {
    const bool nulls = type_of(old) == ScalarType::null && type_of(now) == ScalarType::null;
    return nulls || (old.kind == now.kind && old.text == now.text && type_of(old) == type_of(now));
}

// A changed copy keeps tag and anchor; a node made from nothing has none, and then an anchor of the file stays.
bool properties_stay(const Node& old, const Node& now) { return old.tag == now.tag && (now.anchor.empty() || now.anchor == old.anchor); }

bool patch_children(Patcher& patcher, const Node& old, const Node& now) {
    if (now.style != Style::any && now.style != old.style && !patcher.before.json) return false;
    const bool map = old.kind == Kind::map;
    if (map ? old.entries.empty() || now.entries.empty() : old.items.empty() || now.items.empty())
        return map ? old.entries.empty() && now.entries.empty() : old.items.empty() && now.items.empty();
    const Pairing pairing = map ? pair_entries(old, now) : pair_items(old, now);
    if (!pairing.any_kept) return false;
    return old.style == Style::flow ? patch_flow(patcher, old, now, pairing) : patch_block(patcher, old, now, pairing);
}

}  // namespace

void patch_value(Patcher& patcher, const Place& place, const NodePtr& old, const NodePtr& now) {
    static const NodePtr nothing = make_null();
    const Node& wanted = now ? *now : *nothing;
    if (old.get() == &wanted) return;
    if (!patcher.is_forced(*old) && properties_stay(*old, wanted)) {
        if (old->kind == Kind::alias && wanted.kind == Kind::alias && old->text == wanted.text) return;
        if (old->kind == Kind::null && type_of(wanted) == ScalarType::null && wanted.kind != Kind::alias && wanted.kind != Kind::map && wanted.kind != Kind::sequence) return;
        if (is_single(*old) && (wanted.kind == Kind::scalar || wanted.kind == Kind::null)) {
            if (!same_single(*old, wanted)) write_scalar_over(patcher, place, *old, wanted);
            return;
        }
        if (old->kind == wanted.kind && (old->kind == Kind::map || old->kind == Kind::sequence) && patch_children(patcher, *old, wanted)) return;
    }
    write_over(patcher, place, *old, wanted);
}

void patch_key(Patcher& patcher, const NodePtr& old, const NodePtr& now, bool in_flow) {
    if (old == now || same_value(old.get(), now.get())) return;
    if (old->kind != Kind::scalar || now->kind != Kind::scalar) return write_over(patcher, Place{Place::In::flow}, *old, *now);
    if (patcher.before.json) return patcher.replace(old->span.begin, old->span.end, json_string(now->text));
    Node wanted = *now;
    if (wanted.style == Style::any || wanted.style == Style::literal || wanted.style == Style::folded) wanted.style = old->quoted() ? old->style : Style::any;
    patcher.replace(old->span.begin, old->span.end, scalar_text(wanted, in_flow, patcher.emit.quote));
}

}  // namespace weft::yaml
