// Where a cursor stands in a YAML text that may not parse at the moment: told by lines and indentation alone, from the cursor outwards.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weft {

struct YamlPlace {
    enum class Part {
        nothing,    // a comment
        key,        // a key is being typed, or nothing yet where one may stand
        value,      // behind "key:" or behind a dash
        block,      // inside a | or > text
    } part = Part::nothing;
    std::vector<std::string> path;        // keys from the document's root; "[]" for an item of a list. For a key: of the map that it will stand in
    std::size_t from = 0;                 // where the word at the cursor begins
    char quote = 0;                       // the word stands in ' or "
    bool flow = false;                    // inside { } or [ ] on this line
    bool begins = false;                  // the word is where its value begins (a "{{" there needs quotes)
    std::vector<std::string> present;     // keys that the map has already (for a key) or that stand beside (for a value: its own map's keys)
    std::vector<std::string> listed;      // items of the one-line list at the cursor
};
YamlPlace yaml_place(std::string_view text, std::size_t cursor);

}  // namespace weft
