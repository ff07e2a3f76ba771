// The pieces of the writer that the patcher shares: a node as text that stands at a given column. Internal to core/yaml.
#pragma once

#include <string>
#include <string_view>

#include "core/yaml/tree.h"

namespace weft::yaml {

// Whether several lines may become a literal block: not when a comment would stand where its next line is expected,
// and not with a line feed at its end when it would be the last text of a file without a final newline.
enum class Literal { any, without_last_newline, none };

struct Emit {
    int indent = 2;
    bool indent_sequences = true;
    std::string newline = "\n";
    char quote = '"';             // for strings that must be quoted and may take either
    Literal literal = Literal::any;
    bool tight_colon = false;     // JSON: {"a":1}
};

// One line. `node` is a scalar, a null or an alias.
std::string scalar_text(const Node& node, bool in_flow, char quote = '"');
std::string quoted_text(std::string_view text, char quote);   // "'" only where it can hold the text, else '"'
bool can_be_plain(const Node& node, bool in_flow);
bool can_be_literal(std::string_view text);
// "|-" and the body's lines at `column`; `parent_column` is that of the enclosing block collection (0 at the root).
std::string literal_text(std::string_view text, int column, int parent_column, const std::string& newline);

// The node as it stands behind "key:" or "-": starts with " " or with a newline, or is empty. `parent_column`: of the key or the dash.
// `content_column` is where a compact collection behind a dash starts; -1 behind a key, -2 behind a dash whose content has its own lines.
void emit_value(std::string& out, const Node& node, int parent_column, int content_column, const Emit& emit);
// A collection's lines at `column`, the first one without its indentation, no final newline.
void emit_block(std::string& out, const Node& node, int column, const Emit& emit);
void emit_key(std::string& out, const Node& key, int column, const Emit& emit);   // with the ':' behind it; column -1 = inside flow
void emit_flow(std::string& out, const Node& node, const Emit& emit);
bool is_block_collection(const Node& node);   // not empty, and may stand as a block

// JSON; `column` is the indentation of the line that it starts on; indent 0 = one line.
std::string json_string(std::string_view text);
void emit_json(std::string& out, const Node& node, int column, int indent, const Emit& emit);

}  // namespace weft::yaml
