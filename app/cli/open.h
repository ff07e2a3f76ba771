// Opening what the command line names: a file or standard input, one flow of it, a target with its version.
#pragma once

#include <string>

#include "app/cli/arguments.h"
#include "core/lint/rule.h"
#include "core/targets/document.h"
#include "core/targets/target.h"

namespace weft::cli {

// FILE and --flow (a number from 1, or a name). Says on stderr why it fails; `code` is then the exit code.
DocumentPtr open_argument(const std::string& path, const Arguments& arguments, int& code);
std::size_t flow_count(const Document& document);

struct ChosenTarget {
    const Target* target = nullptr;
    std::string version;   // one that exists; the newest when none was given
};
Result<ChosenTarget> parse_target(const std::string& text);   // "argo", "argo@4.1"
// All --target values as lint's choice. Fails with the list of what exists.
Result<std::vector<lint::TargetChoice>> chosen_targets(const Arguments& arguments);

// Findings that make a verb say "problems": errors of the rule families given ("image/").
std::vector<lint::Finding> problems(const Document& document, const std::vector<lint::TargetChoice>& targets, const std::vector<std::string>& families, const std::string& default_image = {});
void complain(const std::vector<lint::Finding>& findings);

}  // namespace weft::cli
