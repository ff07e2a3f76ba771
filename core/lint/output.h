// Findings as text, JSON, SARIF 2.1.0, GitHub commands and JUnit. Deterministic: the same findings give the same bytes.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/lint/rule.h"

namespace weft::lint {

enum class OutputFormat { text, json, sarif, github, junit };
std::optional<OutputFormat> output_format(std::string_view name);

struct OutputOptions {
    bool colour = false;                     // text only
    std::vector<const Rule*> rules;          // SARIF's catalogue; all rules that may appear
    std::vector<std::string> files;          // all that were looked at: JUnit counts the clean ones too
    std::string version;                     // of the program
    std::function<std::string_view(const std::string& file)> text_of;   // for SARIF's columns in UTF-16; may be null
};
std::string render(const std::vector<Finding>& findings, OutputFormat format, const OutputOptions& options = {});

// The worst of all, nothing for an empty list.
std::optional<Severity> worst(const std::vector<Finding>& findings);

}  // namespace weft::lint
