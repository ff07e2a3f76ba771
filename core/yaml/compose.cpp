#include "core/yaml/compose.h"

#include <algorithm>

namespace weft::yaml {
namespace {

std::size_t end_of(const TextEdit& edit) { return edit.offset + edit.removed.size(); }

// Characters stay whole: the text pane counts in UTF-16.
bool inside_character(std::string_view text, std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; }

// "- load" in front of "- load-2" may go as its own line or as the end of it and the begin of the next: it goes as the line.
void from_the_line(TextEdit& edit, std::string_view front) {
    if (!edit.removed.empty() && !edit.inserted.empty()) return;
    std::string& text = edit.removed.empty() ? edit.inserted : edit.removed;
    std::string turned = text;
    for (std::size_t at = front.size(); !turned.empty(); --at) {
        if (at == 0 || front[at - 1] == '\n') {
            edit.offset -= front.size() - at;
            text = std::move(turned);
            return;
        }
        if (turned.back() != front[at - 1]) return;
        std::rotate(turned.begin(), turned.end() - 1, turned.end());
    }
}

void trim(TextEdit& edit) {
    const std::string whole = edit.removed;
    std::size_t same = 0;
    const std::size_t most = std::min(edit.removed.size(), edit.inserted.size());
    while (same < most && edit.removed[same] == edit.inserted[same]) ++same;
    while (same > 0 && (inside_character(edit.removed, same) || inside_character(edit.inserted, same))) --same;
    edit.offset += same;
    edit.removed.erase(0, same);
    edit.inserted.erase(0, same);
    std::size_t tail = 0;
    const std::size_t rest = std::min(edit.removed.size(), edit.inserted.size());
    while (tail < rest && edit.removed[edit.removed.size() - 1 - tail] == edit.inserted[edit.inserted.size() - 1 - tail]) ++tail;
    while (tail > 0 && inside_character(edit.removed, edit.removed.size() - tail)) --tail;
    edit.removed.resize(edit.removed.size() - tail);
    edit.inserted.resize(edit.inserted.size() - tail);
    from_the_line(edit, std::string_view(whole).substr(0, same));
}

}  // namespace

std::vector<TextEdit> between(std::string_view base, const std::vector<TextEdit>& old, const std::vector<TextEdit>& now) {
    std::vector<TextEdit> out;
    std::ptrdiff_t shift = 0;   // from base to the old text, in front of the region
    for (std::size_t i = 0, k = 0; i < old.size() || k < now.size();) {
        // one region: everything that overlaps or touches
        const std::size_t begin = std::min(i < old.size() ? old[i].offset : std::string_view::npos, k < now.size() ? now[k].offset : std::string_view::npos);
        std::size_t end = begin;
        std::size_t i_end = i, k_end = k;
        for (bool grown = true; grown;) {
            grown = false;
            for (; i_end < old.size() && old[i_end].offset <= end; ++i_end, grown = true) end = std::max(end, end_of(old[i_end]));
            for (; k_end < now.size() && now[k_end].offset <= end; ++k_end, grown = true) end = std::max(end, end_of(now[k_end]));
        }
        const auto text_of = [&](const std::vector<TextEdit>& edits, std::size_t first, std::size_t last) {
            std::string text;
            std::size_t at = begin;
            for (std::size_t e = first; e < last; ++e) {
                text.append(base.substr(at, edits[e].offset - at)).append(edits[e].inserted);
                at = end_of(edits[e]);
            }
            return text.append(base.substr(at, end - at));
        };
        TextEdit edit{std::size_t(std::ptrdiff_t(begin) + shift), text_of(old, i, i_end), text_of(now, k, k_end)};
        shift += std::ptrdiff_t(edit.removed.size()) - std::ptrdiff_t(end - begin);
        if (edit.removed != edit.inserted) {
            trim(edit);
            out.push_back(std::move(edit));
        }
        i = i_end;
        k = k_end;
    }
    return out;
}

}  // namespace weft::yaml
