// Text -> tree. Assumes an enemy: every limit below is checked, every step advances, no yaml-cpp exception leaves.
// Source of the limits: DESIGN section 4, facts of yaml-cpp 0.7.0 (LoadAll(",") never returns, depth 500 overflows small stacks).
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/yaml/tree.h"

namespace weft::yaml {

struct Limits {
    std::size_t bytes = 64u << 20;          // yaml/size
    std::size_t scalar_bytes = 1u << 20;    // yaml/size
    int depth = 64;                         // yaml/depth
    std::size_t nodes = 600'000;            // about 350 bytes each: an enemy's file stays below 256 MB; 10,000 tasks have 230,000
    std::size_t expanded_nodes = 100'000;   // through aliases: yaml/alias-expansion
};

// All documents of a YAML file. Fails (with line and column) on syntax, depth, size, alias cycle, alias bomb, trailing content,
// encodings other than UTF-8. Lives with (issues) duplicate keys, merge keys, odd tags, tabs, unused anchors.
// Template text ("{{- if", "{{ .Values") fails with its own message.
Result<Stream> read_yaml(std::string_view text, const Limits& limits = {});

// Our own positioned JSON scanner (RFC 8259, surrogate pairs, same limits, duplicate keys are issues).
Result<Stream> read_json(std::string_view text, const Limits& limits = {});

// JSON if the first byte that is no white space is '{' or '[' and it reads as JSON, YAML otherwise.
Result<Stream> read(std::string_view text, const Limits& limits = {});

}  // namespace weft::yaml
