// A text of several lines in which only words changed (a renamed task in a folded condition): its lines, folds and indentation stay.
#include <algorithm>

#include "core/yaml/patcher.h"
#include "core/yaml/text.h"

namespace weft::yaml {

namespace {

struct Word { std::size_t begin, end; };

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && is_space(text[at])) ++at;
        const std::size_t begin = at;
        while (at < text.size() && !is_space(text[at])) ++at;
        if (at > begin) words.push_back({begin, at});
    }
    return words;
}

bool same_gaps(std::string_view a, const std::vector<Word>& in_a, std::string_view b, const std::vector<Word>& in_b) {
    if (in_a.size() != in_b.size()) return false;
    std::size_t at_a = 0, at_b = 0;
    for (std::size_t i = 0; i < in_a.size(); ++i) {
        if (a.substr(at_a, in_a[i].begin - at_a) != b.substr(at_b, in_b[i].begin - at_b)) return false;
        at_a = in_a[i].end;
        at_b = in_b[i].end;
    }
    return a.substr(at_a) == b.substr(at_b);
}

// A word as a text of that style says it: quotes doubled or escaped. False where the file says it in another way (an escape we would not choose).
bool says(std::string_view written, std::string_view word, Style style) {
    if (!(style == Style::double_quoted || style == Style::single_quoted)) return written == word;
    std::string plain;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (style == Style::double_quoted && written[i] == '\\') {
            if (i + 1 >= written.size() || (written[i + 1] != '"' && written[i + 1] != '\\')) return false;
            ++i;
        } else if (style == Style::single_quoted && written[i] == '\'') {
            ++i;
        }
        if (i < written.size()) plain += written[i];
    }
    return plain == word;
}

std::string in_style(std::string_view word, Style style) {
    std::string out;
    for (const char c : word) {
        if (style == Style::double_quoted && (c == '"' || c == '\\')) out += '\\';
        if (style == Style::single_quoted && c == '\'') out += c;
        out += c;
    }
    return out;
}

// In a plain text a word may only hold the marks that the word it replaces held: what they mean hangs on where the text stands.
bool may_stand(std::string_view word, std::string_view was, Style style) {
    constexpr std::string_view marks = ":#,[]{}";
    if (style != Style::plain || word.find_first_of(marks) == word.npos) return true;
    const auto known = [&](char c) { return marks.find(c) == marks.npos || was.find(c) != was.npos; };
    const bool ends = (word.front() == was.front() || marks.find(word.front()) == marks.npos) && (word.back() == was.back() || word.back() != ':');
    return ends && std::all_of(word.begin(), word.end(), known);
}

}  // namespace

bool change_words(Patcher& patcher, const Node& old, const Node& now) {
    if (old.kind != Kind::scalar || now.kind != Kind::scalar) return false;
    std::size_t begin = old.span.begin, end = old.span.end;
    if (patcher.text.substr(begin, end - begin).find('\n') == std::string_view::npos) return false;
    if (old.style == Style::literal || old.style == Style::folded) begin = next_line(patcher.text, begin);
    if (old.quoted()) ++begin, --end;
    const std::string_view raw = patcher.text.substr(begin, end - begin);
    const std::vector<Word> written = words_of(raw), was = words_of(old.text), is = words_of(now.text);
    if (written.size() != was.size() || !same_gaps(old.text, was, now.text, is)) return false;
    const auto part = [](std::string_view text, const Word& word) { return text.substr(word.begin, word.end - word.begin); };
    for (std::size_t i = 0; i < was.size(); ++i) {
        const bool changed = part(old.text, was[i]) != part(now.text, is[i]);
        if (!changed) continue;
        if (!says(part(raw, written[i]), part(old.text, was[i]), old.style) || !may_stand(part(now.text, is[i]), part(old.text, was[i]), old.style)) return false;
    }
    for (std::size_t i = 0; i < was.size(); ++i)
        if (part(old.text, was[i]) != part(now.text, is[i])) patcher.replace(begin + written[i].begin, begin + written[i].end, in_style(part(now.text, is[i]), old.style));
    return true;
}

}  // namespace weft::yaml
