#include "core/yaml/reader_errors.h"

#include <algorithm>

#include "core/yaml/templates.h"
#include "core/yaml/text.h"

namespace weft::yaml {

namespace {

namespace words = YAML::ErrorMsg;

struct Explanation {
    const char* theirs;
    const char* ours;         // %1 = what stands there
    const char* at_the_end;   // the same at the end of the file
};

// One line per message of yaml-cpp 0.7 that a user's text can cause.
const Explanation explanations[] = {
    {words::MAP_VALUE, WEFT_TR("core", "a second ': ' or one in the wrong column; 'key: value' stands on a line of its own at the column of its siblings, a text that holds ': ' stands in quotes"), nullptr},
    {words::MAP_KEY, WEFT_TR("core", "a key is not allowed here, found '%1'"), nullptr},
    {words::BLOCK_ENTRY, WEFT_TR("core", "a list cannot start here, found '%1'; its first '- ' stands on a line of its own"), nullptr},
    {words::END_OF_MAP, WEFT_TR("core", "a key at the column of its siblings or the end of the map was expected, found '%1'"),
     WEFT_TR("core", "a key or the end of the map was expected, found the end of the file")},
    {words::END_OF_SEQ, WEFT_TR("core", "'- ' at the column of its siblings or the end of the list was expected, found '%1'"),
     WEFT_TR("core", "'- ' or the end of the list was expected, found the end of the file")},
    {words::END_OF_MAP_FLOW, WEFT_TR("core", "',' or '}' was expected, found '%1'"), WEFT_TR("core", "',' or '}' was expected, found the end of the file")},
    {words::END_OF_SEQ_FLOW, WEFT_TR("core", "',' or ']' was expected, found '%1'"), WEFT_TR("core", "',' or ']' was expected, found the end of the file")},
    {words::FLOW_END, WEFT_TR("core", "a value was expected, found '%1', which closes nothing"), nullptr},
    {words::UNKNOWN_TOKEN, WEFT_TR("core", "a value was expected, found '%1', which cannot start one; write the text in quotes"), nullptr},
    {words::CHAR_IN_BLOCK, WEFT_TR("core", "the end of the line or a comment was expected behind '|' or '>', found '%1'"), nullptr},
    {words::CHAR_IN_ALIAS, WEFT_TR("core", "an alias name was expected, found '%1'"), nullptr},
    {words::ALIAS_NOT_FOUND, WEFT_TR("core", "an alias name was expected behind '*', found '%1'; write a text that starts with '*' in quotes"),
     WEFT_TR("core", "an alias name was expected behind '*', found the end of the file")},
    {words::ANCHOR_NOT_FOUND, WEFT_TR("core", "an anchor name was expected behind '&', found '%1'; write a text that starts with '&' in quotes"),
     WEFT_TR("core", "an anchor name was expected behind '&', found the end of the file")},
    {words::CHAR_IN_ANCHOR, WEFT_TR("core", "an anchor name was expected, found '%1'"), nullptr},
    {words::DOC_IN_SCALAR, WEFT_TR("core", "a text in quotes must end before the document marker '%1'"), nullptr},
    {words::EOF_IN_SCALAR, WEFT_TR("core", "the end of a text in quotes was expected, found '%1'"), WEFT_TR("core", "the end of a text in quotes was expected, found the end of the file")},
    {words::ALIAS_CONTENT, WEFT_TR("core", "an alias takes no tag, anchor or content, found '%1'"), nullptr},
    {words::MULTIPLE_TAGS, WEFT_TR("core", "a value has one tag at most, found a second one: '%1'"), nullptr},
    {words::MULTIPLE_ANCHORS, WEFT_TR("core", "a value has one anchor at most, found a second one: '%1'"), nullptr},
    {words::INVALID_HEX, WEFT_TR("core", "hexadecimal digits were expected in the escape, found '%1'"), nullptr},
};

bool starts_with(const std::string& text, std::string_view head) { return text.compare(0, head.size(), head) == 0; }

// A line with a tab in its indentation, the line of the error or one of the two above it: the true cause of many odd messages.
std::size_t tab_indent_near(std::string_view text, std::size_t at) {
    std::size_t line = line_begin(text, at);
    for (int back = 0; back < 3; ++back) {
        const std::size_t first = skip_blanks(text, line);
        const std::size_t tab = text.substr(line, first - line).find('\t');
        if (tab != std::string_view::npos && first < text.size() && !is_break(text[first]) && text[first] != '#') return line + tab;
        if (line == 0) break;
        line = line_begin(text, line - 1);
    }
    return std::string_view::npos;
}

Message said(std::string_view text, std::size_t at, const std::string& theirs) {
    const std::size_t here = skip_gap(text, at);
    for (const Explanation& entry : explanations) {
        if (theirs != entry.theirs) continue;
        if (here >= text.size() && entry.at_the_end) return entry.at_the_end;
        return {entry.ours, {word_at(text, here)}};
    }
    if (starts_with(theirs, words::UNKNOWN_ANCHOR)) {
        std::size_t end = at + 1;
        while (end < text.size() && !is_space(text[end]) && std::string_view(",[]{}").find(text[end]) == std::string_view::npos) ++end;
        return {WEFT_TR("core", "the anchor \"%1\" is not defined above"), {std::string(text.substr(std::min(at + 1, text.size()), end - at - 1))}};
    }
    if (starts_with(theirs, words::INVALID_ESCAPE))
        return {WEFT_TR("core", "the escape \"\\%1\" is not known in double quotes; write \"\\\\\" for a backslash"), {theirs.substr(std::string_view(words::INVALID_ESCAPE).size())}};
    return {WEFT_TR("core", "not valid YAML: %1"), {theirs}};
}

}  // namespace

Error explain(std::string_view text, const YAML::Exception& exception) {
    if (exception.mark.is_null()) return {{WEFT_TR("core", "not valid YAML: %1"), {exception.msg}}, {"", 1, 1}};
    const std::size_t at = std::min(std::size_t(std::max(exception.mark.pos, 0)) + bom_size(text), text.size());
    if (const std::size_t action = find_template_action(text, at); action != std::string_view::npos)
        return {template_message(text, action), locate(text, action)};
    const std::size_t first = skip_gap(text, bom_size(text));
    const bool flow = first < text.size() && (text[first] == '{' || text[first] == '[');  // tabs are fine there
    const std::size_t tab = exception.msg == words::TAB_IN_INDENTATION ? at : flow ? std::string_view::npos : tab_indent_near(text, at);
    if (tab != std::string_view::npos) return {WEFT_TR("core", "this line is indented with a tab; YAML allows only spaces"), locate(text, tab)};
    return {said(text, at, exception.msg), locate(text, std::min(skip_gap(text, at), text.size()))};
}

}  // namespace weft::yaml
