// Tree -> fresh text. Deterministic; quotes every string that YAML 1.1 or 1.2 would read as another type; several lines become a literal block.
#pragma once

#include <string>

#include "core/yaml/tree.h"

namespace weft::yaml {

struct WriteOptions {
    int indent = 2;
    bool indent_sequences = true;   // "key:\n  - item" instead of "key:\n- item"
    const char* newline = "\n";
};

std::string write_yaml(const NodePtr& root, const WriteOptions& options = {});
std::string write_json(const NodePtr& root, int indent = 2);

// One scalar on one line, for a place inside `flow` or block context; quotes when it must.
std::string write_scalar(const Node& scalar, bool in_flow);

// True if a plain `text` would be read as null, bool, number, date … by YAML 1.1 or 1.2, or cannot stand plain at all.
bool needs_quotes(std::string_view text, bool in_flow);

}  // namespace weft::yaml
