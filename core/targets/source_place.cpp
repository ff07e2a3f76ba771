#include "core/targets/source_place.h"

#include <algorithm>

namespace weft {
namespace {

constexpr std::size_t farthest = 4000;    // lines; nobody waits for more, and the head of a document that long is far away

struct Line {
    std::size_t begin = 0, end = 0;                     // in the text, without the line break
    std::vector<std::size_t> dashes;                    // columns
    std::size_t indent = 0;                             // column of the first character that is no blank
    std::size_t content = 0;                            // column behind the dashes
    std::string key;                                    // "" = none
    std::size_t value = 0;                              // column where the value begins; end of the line when there is none
    bool empty = false, comment = false;
};

std::string unquoted(std::string_view word) {
    if (word.size() >= 2 && (word.front() == '"' || word.front() == '\'') && word.back() == word.front()) word = word.substr(1, word.size() - 2);
    return std::string(word);
}

// The colon that ends a key: followed by a blank or nothing, outside quotes and brackets.
std::size_t colon_in(std::string_view line, std::size_t from) {
    char quote = 0;
    for (std::size_t i = from; i < line.size(); ++i) {
        const char c = line[i];
        if (quote) {
            if (c == quote) quote = 0;
        } else if ((c == '"' || c == '\'') && i == from) {
            quote = c;
        } else if (c == '{' || c == '[' || (c == '#' && i > from && line[i - 1] == ' ')) {
            return std::string_view::npos;
        } else if (c == ':' && (i + 1 == line.size() || line[i + 1] == ' ' || line[i + 1] == '\t')) {
            return i;
        }
    }
    return std::string_view::npos;
}

Line read_line(std::string_view text, std::size_t at) {
    Line line;
    line.begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;   // npos + 1 is 0
    line.end = std::min(text.find('\n', line.begin), text.size());
    std::string_view shown = text.substr(line.begin, line.end - line.begin);
    if (shown.ends_with('\r')) shown.remove_suffix(1);
    std::size_t i = shown.find_first_not_of(' ');
    line.indent = i == shown.npos ? shown.size() : i;
    line.empty = i == shown.npos;
    line.comment = !line.empty && shown[i] == '#';
    if (line.empty || line.comment) {
        line.content = line.value = line.indent;
        return line;
    }
    while (i < shown.size() && shown[i] == '-' && (i + 1 == shown.size() || shown[i + 1] == ' ')) {
        line.dashes.push_back(i);
        i = std::min(shown.find_first_not_of(' ', i + 1), shown.size());
    }
    line.content = i;
    line.value = i;
    if (const std::size_t colon = colon_in(shown, i); colon != shown.npos) {
        line.key = unquoted(shown.substr(i, colon - i));
        line.value = std::min(shown.find_first_not_of(' ', colon + 1), shown.size());
    }
    return line;
}

bool opens_block(std::string_view text, const Line& line) {
    std::string_view rest = text.substr(line.begin + line.value, line.end - line.begin - line.value);
    if (const std::size_t comment = rest.find(" #"); comment != rest.npos) rest = rest.substr(0, comment);
    while (!rest.empty() && (rest.back() == ' ' || rest.back() == '\r')) rest.remove_suffix(1);
    if (rest.empty() || (rest.front() != '|' && rest.front() != '>')) return false;
    return rest.find_first_not_of("|>+-0123456789") == rest.npos;
}

// Walks upwards and collects what encloses the column.
struct Climb {
    std::string_view text;
    std::vector<std::string> path;     // innermost first
    std::size_t limit;
    bool dash = false;                 // what was met last
    std::vector<std::string>* beside = nullptr;   // keys of the map at the starting column, until something encloses it
    std::size_t own;

    void line(const Line& line) {
        if (!line.key.empty()) {
            if (line.content < limit || (line.content == limit && dash)) {
                path.push_back(line.key);
                limit = line.content;
                dash = false;
                beside = nullptr;
            } else if (beside && line.content == own) {
                beside->push_back(line.key);
            }
        }
        for (std::size_t i = line.dashes.size(); i-- > 0;) {
            if (line.dashes[i] >= limit) continue;
            path.push_back("[]");
            limit = line.dashes[i];
            dash = true;
            beside = nullptr;
        }
    }
    void climb(std::size_t begin) {
        for (std::size_t n = 0; begin > 0 && n < farthest && (limit > 0 || dash); ++n) {
            const Line above = read_line(text, begin - 1);
            if (text.substr(above.begin, 3) == "---") break;
            if (!above.empty && !above.comment) line(above);
            begin = above.begin;
        }
    }
};

void keys_below(std::string_view text, std::size_t end, std::size_t column, std::vector<std::string>& keys) {
    for (std::size_t n = 0; end < text.size() && n < farthest; ++n) {
        const Line line = read_line(text, end + 1);
        if (!line.empty && !line.comment) {
            if (line.indent < column || (!line.dashes.empty() && line.dashes.front() < column)) break;
            if (line.content == column && line.dashes.empty() && !line.key.empty()) keys.push_back(line.key);
        }
        if (line.end <= end) break;
        end = line.end;
    }
}

bool in_block(std::string_view text, const Line& here, std::size_t column) {
    std::size_t limit = here.empty ? std::max(column, std::size_t(1)) : here.indent;
    std::size_t begin = here.begin;
    for (std::size_t n = 0; begin > 0 && limit > 0 && n < farthest; ++n) {
        const Line above = read_line(text, begin - 1);
        begin = above.begin;
        if (above.empty || above.indent >= limit) continue;
        const std::size_t owner = !above.key.empty() ? above.content : above.dashes.empty() ? above.indent : above.dashes.back();
        if (opens_block(text, above)) return owner < limit;
        if (!above.comment) return false;
    }
    return false;
}

// The part of a line behind the key, when it opens { or [: which of its words the cursor is in.
void read_flow(std::string_view value, std::size_t at, YamlPlace& place) {
    struct Level { bool map; std::string key; bool behind_colon; std::vector<std::string> keys; std::vector<std::string> items; };
    std::vector<Level> levels;
    std::size_t word = 0;
    char quote = 0;
    const auto taken = [&](std::size_t end) {
        std::string_view one = value.substr(word, end - word);
        while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
        while (!one.empty() && one.back() == ' ') one.remove_suffix(1);
        return unquoted(one);
    };
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (quote) {
            if (c == quote) quote = 0;
            continue;
        }
        if (c == '"' || c == '\'') {
            if (value.substr(word, i - word).find_first_not_of(' ') == value.npos) quote = c;
        } else if (c == '{' || c == '[') {
            if (c == '{' && value.substr(i, 2) == "{{") {   // a tag that is being typed without quotes
                break;
            }
            levels.push_back({c == '{', {}, false, {}, {}});
            word = i + 1;
        } else if (levels.empty()) {
            continue;
        } else if (c == ':' && levels.back().map && (i + 1 == value.size() || value[i + 1] == ' ')) {
            levels.back().key = taken(i);
            levels.back().keys.push_back(levels.back().key);
            levels.back().behind_colon = true;
            word = i + 1;
        } else if (c == ',') {
            if (!levels.back().map) levels.back().items.push_back(taken(i));
            levels.back().behind_colon = false;
            word = i + 1;
        } else if (c == '}' || c == ']') {
            levels.pop_back();
            word = i + 1;
        }
    }
    place.quote = quote;
    if (levels.empty()) return;
    place.flow = true;
    for (const Level& level : levels) {
        if (!level.map) place.path.push_back("[]");
        else if (level.behind_colon) place.path.push_back(level.key);
    }
    place.part = levels.back().map && !levels.back().behind_colon ? YamlPlace::Part::key : YamlPlace::Part::value;
    place.present = levels.back().keys;
    place.listed = levels.back().items;
    const std::size_t first = std::min(value.find_first_not_of(' ', word), value.size());
    place.from = at + first + (quote ? 1 : 0);
    place.begins = true;
}

}  // namespace

YamlPlace yaml_place(std::string_view text, std::size_t cursor) {
    YamlPlace place;
    cursor = std::min(cursor, text.size());
    const Line here = read_line(text, cursor);
    const std::size_t column = cursor - here.begin;
    place.from = cursor;
    if (in_block(text, here, column)) {
        place.part = YamlPlace::Part::block;
        place.from = here.begin + std::min(here.indent, column);
    } else if (here.comment) {
        return place;
    }
    const bool block = place.part == YamlPlace::Part::block;
    const Line before = read_line(text.substr(0, cursor), cursor);   // the line as far as the cursor
    const bool behind_key = !before.key.empty() && !block;

    Climb climb{text, {}, 0, false, &place.present, 0};
    if (block) {
        climb.limit = climb.own = here.empty ? std::max(column, std::size_t(1)) : here.indent;
    } else {
        climb.own = climb.limit = before.empty ? column : before.content;
        if (behind_key) climb.path.push_back(before.key);
        for (std::size_t i = before.dashes.size(); i-- > 0;) {
            climb.path.push_back("[]");
            climb.limit = before.dashes[i];
            climb.dash = true;
            climb.beside = nullptr;
        }
    }
    climb.climb(here.begin);
    std::reverse(climb.path.begin(), climb.path.end());
    if (!block) keys_below(text, here.end, climb.own, place.present);
    place.path = std::move(climb.path);
    if (block) return place;

    if (!behind_key) {
        place.part = before.dashes.empty() ? YamlPlace::Part::key : YamlPlace::Part::value;   // behind a dash: an item, which may be a map's first key
        place.from = here.begin + (before.empty ? column : before.content);
        const std::string_view word = text.substr(place.from, cursor - place.from);
        if (!word.empty() && (word.front() == '"' || word.front() == '\'')) {
            place.quote = word.front();
            ++place.from;
        }
        place.begins = true;
        if (!word.empty() && (word.front() == '{' || word.front() == '[')) read_flow(word, place.from, place);
        return place;
    }
    place.part = YamlPlace::Part::value;
    place.from = here.begin + std::min(before.value, column);
    place.begins = true;
    const std::string_view value = text.substr(place.from, cursor - place.from);
    const std::size_t at = place.from;
    if (value.starts_with("\"") || value.starts_with("'")) {
        place.quote = value.front();
        ++place.from;
    } else if ((value.starts_with("{") && !value.starts_with("{{")) || value.starts_with("[")) {
        read_flow(value, at, place);
    }
    return place;
}

}  // namespace weft
