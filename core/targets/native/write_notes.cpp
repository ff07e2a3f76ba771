// Notes and what is unfolded: the parts of a file that only the drawing reads.
#include <fmt/format.h>

#include "core/targets/native/writing.h"

namespace weft::native {
namespace {

NodePtr pair_node(double first, double second) {
    return yaml::make_sequence({yaml::make_plain(fmt::format("{}", first)), yaml::make_plain(fmt::format("{}", second))}, yaml::Style::flow);
}

NodePtr note_node(const NodePtr& old, const Note* before, const Note& after) {
    const yaml::Node* source = yaml::resolve(old.get());
    const bool usable = before && source && source->is_map();
    MapEdit map(usable ? old : yaml::make_map({}), note_keys());
    const Note nothing;
    const Note& known = usable ? *before : nothing;
    if (!usable || known.text != after.text) map.set("text", text_node(map.at("text"), after.text));
    map.set_if("in", known.in, after.in, [&](const NodePtr& node) { return text_or_none(node, after.in); });
    if (!usable || !(known.at == after.at)) map.set("at", pair_node(after.at.x, after.at.y));
    if (!usable || known.w != after.w || known.h != after.h) map.set("size", pair_node(after.w, after.h));
    map.set_if("colour", known.colour, after.colour, [&](const NodePtr& node) { return text_or_none(node, after.colour); });
    return map.node();
}

// What two notes have in common is as good as a name: one that was moved or recoloured says the same, one that was typed in lies where it lay.
bool same_note(const Note& a, const Note& b) { return a.in == b.in && (a.text == b.text || (a.at == b.at && a.w == b.w && a.h == b.h)); }

}  // namespace

NodePtr notes_node(const NodePtr& old, const std::vector<Note>& before, const std::vector<Note>& after) {
    return after.empty() ? nullptr : list_node(old, before, after, same_note, note_node, yaml::Style::block);
}

NodePtr unfolded_node(const NodePtr& old, const std::vector<std::string>& before, const std::vector<std::string>& after) {
    if (after.empty()) return nullptr;
    const auto words = [](const std::vector<std::string>& texts) {
        std::vector<Scalar> out;
        for (const std::string& text : texts) out.push_back({text, false});
        return out;
    };
    return words_node(old, words(before), words(after));
}

}  // namespace weft::native
