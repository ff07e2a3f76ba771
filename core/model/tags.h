// Where names stand inside tags and expressions, for references.cpp (reads them) and rename.cpp (changes them).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weft::tags {

// "{{ inner }}" in a text. `closed` is false when the end is missing: the tag then runs to the end of its line.
struct Tag {
    std::size_t begin = 0, end = 0;
    std::string_view inner;      // trimmed; without the '=' of an expression
    std::size_t inner_at = 0;    // offset of `inner` in the text
    bool expression = false;     // {{=…}}
    bool closed = true;
};
std::vector<Tag> find_tags(std::string_view text);

// "tasks.NAME.rest" of a simple tag. Names may hold dots, so the name ends where a known field of a task begins. name empty = no such tag.
struct TaskTag {
    std::string_view name, rest;   // rest: "outputs.path", "status" …
    std::size_t name_at = 0;       // offset in the inner text
};
TaskTag split_task_tag(std::string_view inner);

// tasks.a.outputs.x and tasks['a'].outputs.x in an expression; root is "tasks", "steps", "inputs", "workflow", "params", "flow" or "item".
struct Chain {
    std::string_view root;
    std::vector<std::string> parts;          // names behind the root
    std::size_t begin = 0, end = 0;          // of the whole chain
    std::size_t name_begin = 0, name_end = 0;  // of the first part with its '.' or brackets
    bool bracket = false;                    // first part stands in brackets
    char quote = '\'';
};
std::vector<Chain> find_chains(std::string_view expression);

bool is_identifier(std::string_view name);

}  // namespace weft::tags
