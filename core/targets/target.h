// An engine that a flow is checked for and exported to. Facts as data, functions by pointer, one line in catalogue.cpp.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/lint/rule.h"
#include "core/model/flow.h"

namespace weft {

struct ExportedFile { std::string name; std::string text; };

struct Target {
    std::string id;                            // "local", "argo" …
    std::string title;                         // a proper name, not translated
    std::vector<std::string> versions;         // newest first; [0] is the default
    std::vector<const lint::Rule*> rules;      // its own rules
    // Refused with reasons when the target cannot say what the flow says; null = not a file target.
    Result<std::vector<ExportedFile>> (*export_flow)(const Flow&, const std::string& version) = nullptr;
};

const std::vector<const Target*>& targets();
const Target* find_target(std::string_view id);
std::vector<const lint::Rule*> all_rules();    // lint::general_rules() and every target's

}  // namespace weft
