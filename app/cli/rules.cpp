// `weft rules`: the catalogue of lint, or one rule's page.
#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/pages.h"
#include "app/cli/verbs.h"
#include "core/targets/target.h"

namespace weft::cli {

std::string_view rule_page(std::string_view rule) {
    std::string name(rule);
    std::replace(name.begin(), name.end(), '/', '-');
    for (const Page& page : rule_pages())
        if (page.name == name) return page.text;
    return {};
}

namespace {

int show_one(const std::string& id, bool json) {
    for (const lint::Rule* rule : all_rules()) {
        if (rule->id != id) continue;
        const std::string_view page = rule_page(id);
        if (json) {
            const nlohmann::ordered_json out{{"version", 1}, {"rule", rule->id}, {"severity", lint::severity_name(rule->severity)}, {"summary", rule->summary}, {"source", rule->source}, {"page", page}};
            std::printf("%s\n", out.dump(2).c_str());
        } else if (page.empty()) {
            std::printf("%s (%s): %s\nsource: %s\n", rule->id, lint::severity_name(rule->severity), rule->summary, rule->source);
        } else {
            std::printf("%.*s", int(page.size()), page.data());
        }
        return exit_ok;
    }
    return usage_error("there is no rule \"" + id + "\"; \"weft rules\" lists them");
}

}  // namespace

int verb_rules(const Arguments& arguments) {
    const bool json = arguments.has("--json");
    if (!arguments.positional.empty()) return show_one(arguments.positional.front(), json);
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const lint::Rule* rule : all_rules()) {
        if (json) list.push_back({{"rule", rule->id}, {"severity", lint::severity_name(rule->severity)}, {"summary", rule->summary}, {"source", rule->source}});
        else std::printf("%-32s %-8s %s\n", rule->id, lint::severity_name(rule->severity), rule->summary);
    }
    if (json) std::printf("%s\n", nlohmann::ordered_json{{"version", 1}, {"rules", std::move(list)}}.dump(2).c_str());
    return exit_ok;
}

}  // namespace weft::cli
