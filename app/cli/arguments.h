// The command line taken apart: long options, positional arguments, what a verb accepts. A verb gets them already checked.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace weft::cli {

// Exit codes that all verbs share; a verb's own ones stand in its table entry (verbs.cpp) and in CLI.md.
enum Exit { exit_ok = 0, exit_found = 1, exit_usage = 2, exit_unreadable = 3, exit_cancelled = 4, exit_unknown = 5 };

struct Option {
    const char* name;             // "--target"; a short form may follow after a comma: "--output,-o"
    const char* value = nullptr;  // "FILE": takes a value ("--name value" or "--name=value"); null: a switch
    const char* help = "";
    bool repeats = false;
};

struct Arguments {
    std::vector<std::string> positional;                            // "-" stays "-"
    std::vector<std::pair<std::string, std::string>> options;       // long name with its dashes -> value, in order

    bool has(std::string_view name) const;
    std::string value(std::string_view name, std::string_view otherwise = {}) const;   // the last one given
    std::vector<std::string> values(std::string_view name) const;
};

struct Verb {
    const char* name;
    const char* usage;                  // "[OPTION]… PATH…"
    const char* summary;                // one line
    const char* description;            // for --help and the man page; may be ""
    std::vector<Option> options;
    std::size_t at_least = 0;           // positional arguments
    std::size_t at_most = std::size_t(-1);
    const char* exits;                  // "0 clean, 1 findings, 2 usage, 3 unreadable"
    int (*run)(const Arguments&);
};

// Fails with a sentence for the person who typed it; "--" ends the options.
Result<Arguments> parse_arguments(const Verb& verb, const std::vector<std::string>& words);
std::string long_name(const Option& option);                        // "--output"

}  // namespace weft::cli
