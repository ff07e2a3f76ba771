#include "app/cli/arguments.h"

#include <algorithm>

namespace weft::cli {

std::string long_name(const Option& option) {
    const std::string_view names = option.name;
    return std::string(names.substr(0, names.find(',')));
}

bool Arguments::has(std::string_view name) const {
    return std::any_of(options.begin(), options.end(), [&](const auto& option) { return option.first == name; });
}

std::string Arguments::value(std::string_view name, std::string_view otherwise) const {
    for (auto option = options.rbegin(); option != options.rend(); ++option)
        if (option->first == name) return option->second;
    return std::string(otherwise);
}

std::vector<std::string> Arguments::values(std::string_view name) const {
    std::vector<std::string> all;
    for (const auto& option : options)
        if (option.first == name) all.push_back(option.second);
    return all;
}

namespace {

const Option* find_option(const Verb& verb, std::string_view name) {
    for (const Option& option : verb.options) {
        std::string_view names = option.name;
        while (!names.empty()) {
            const std::size_t comma = std::min(names.find(','), names.size());
            if (names.substr(0, comma) == name) return &option;
            names.remove_prefix(std::min(comma + 1, names.size()));
        }
    }
    return nullptr;
}

}  // namespace

Result<Arguments> parse_arguments(const Verb& verb, const std::vector<std::string>& words) {
    Arguments arguments;
    bool options_end = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (options_end || word == "-" || word.empty() || word[0] != '-') {
            arguments.positional.push_back(word);
            continue;
        }
        if (word == "--") {
            options_end = true;
            continue;
        }
        const std::size_t equals = word.compare(0, 2, "--") == 0 ? std::min(word.find('='), word.size()) : word.size();
        const std::string name = word.substr(0, equals);
        const Option* option = find_option(verb, name);
        if (!option) return fail({WEFT_TR("core", "%1 does not know the option %2; see \"weft %1 --help\""), {verb.name, name}});
        std::string value;
        if (option->value && equals < word.size()) value = word.substr(equals + 1);
        else if (option->value && i + 1 < words.size()) value = words[++i];
        else if (option->value) return fail({WEFT_TR("core", "the option %1 needs a value: %1 %2"), {name, option->value}});
        else if (equals < word.size()) return fail({WEFT_TR("core", "the option %1 takes no value"), {name}});
        if (!option->repeats && arguments.has(long_name(*option))) return fail({WEFT_TR("core", "the option %1 may be given once"), {name}});
        arguments.options.emplace_back(long_name(*option), std::move(value));
    }
    if (arguments.positional.size() < verb.at_least || arguments.positional.size() > verb.at_most)
        return fail({WEFT_TR("core", "usage: weft %1 %2"), {verb.name, verb.usage}});
    return arguments;
}

}  // namespace weft::cli
