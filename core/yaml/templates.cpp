#include "core/yaml/templates.h"

#include <algorithm>

#include "core/yaml/text.h"

namespace weft::yaml {

bool is_template_action(std::string_view text, std::size_t at) {
    const std::string_view open = text.substr(at, 2);
    if (open == "{%") return true;
    if (open != "{{") return false;
    std::size_t next = at + 2;
    const bool trims = next < text.size() && text[next] == '-' && next + 1 < text.size() && is_space(text[next + 1]);
    if (trims) return true;
    next = skip_blanks(text, next);
    if (next >= text.size()) return false;
    if (text[next] == '.' || text[next] == '$' || text.substr(next, 2) == "/*") return true;
    for (const std::string_view word : {"if", "else", "end", "range", "with", "include", "template", "define", "block", "toYaml", "tpl", "required", "default"})
        if (text.substr(next, word.size()) == word) {
            const char behind = next + word.size() < text.size() ? text[next + word.size()] : ' ';
            if (is_space(behind) || behind == '}') return true;
        }
    return false;
}

std::size_t find_template_action(std::string_view text, std::size_t at) {
    const std::size_t end = line_end(text, at);
    for (std::size_t line = bom_size(text); line <= end && line < text.size(); line = next_line(text, line)) {
        const std::size_t first = skip_blanks(text, line);
        if (is_template_action(text, first)) return first;
    }
    for (std::size_t open = text.find('{', line_begin(text, at)); open < end; open = text.find('{', open + 1))
        if (is_template_action(text, open)) return open;
    return std::string_view::npos;
}

Message template_message(std::string_view text, std::size_t at) {
    const std::size_t stop = std::min({text.find("}}", at), text.find("%}", at), line_end(text, at)});
    const std::size_t end = std::min(stop == line_end(text, at) ? stop : stop + 2, at + 60);
    return {WEFT_TR("core", "'%1' is template text, not YAML; render the template first and open the result"), {std::string(text.substr(at, end - at))}};
}

}  // namespace weft::yaml
