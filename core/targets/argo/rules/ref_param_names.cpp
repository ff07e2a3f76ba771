// Names of parameters: of which letters, and each once in its list.
#include <algorithm>
#include <cctype>
#include <set>

#include "core/lint/support.h"
#include "core/targets/argo/lower.h"
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

bool fits(std::string_view name) {
    return std::all_of(name.begin(), name.end(), [](char c) { return c == '-' || c == '_' || (static_cast<unsigned char>(c) < 128 && std::isalnum(static_cast<unsigned char>(c))); });
}

// fn(item or null, path of the list, names in it)
template <class Fn> void for_each_list(const Context& context, const Fn& fn) {
    const auto names_of = [](const auto& things) {
        std::vector<std::string> out;
        for (const auto& thing : things) out.push_back(thing.name);
        return out;
    };
    fn(nullptr, std::string("parameters"), names_of(context.flow.parameters));
    for (const Context::Item& item : context.items)
        if (item.definition && item.first_use) fn(&item, item.definition_path + ".inputs", names_of(item.definition->inputs));
}

void check_letters(const Context& context, Report& report) {
    if (!context.has_target("argo") || !detail::is_argo_file(context)) return;
    for_each_list(context, [&](const Context::Item* item, const std::string& list, const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            if (name.empty() || fits(name)) continue;
            Finding finding = finding_of("ref/param-name-argo", Severity::error, item, join_path(list, name), Message{WEFT_TR("core", "%1 is no name of a parameter for Argo: letters, digits, '-' and '_'"), {quoted(name)}},
                                         WEFT_TR("core", "Argo refuses the workflow: a dot or a space in a name would end it inside a {{tag}}"));
            finding.target = detail::target_name(context);
            finding.subject = name;
            report.add(std::move(finding));
        }
    });
}

void check_once(const Context& context, Report& report) {
    if (!context.has_target("argo") || !detail::is_argo_file(context)) return;
    for_each_list(context, [&](const Context::Item* item, const std::string& list, const std::vector<std::string>& names) {
        std::set<std::string> seen, said;
        for (const std::string& name : names) {
            if (name.empty() || seen.insert(name).second || !said.insert(name).second) continue;
            Finding finding = finding_of("ref/param-duplicate", Severity::error, item, join_path(list, name), Message{WEFT_TR("core", "the parameter %1 stands twice in one list"), {quoted(name)}},
                                         WEFT_TR("core", "Argo refuses the workflow: a name of a parameter is unique where it stands"));
            finding.target = detail::target_name(context);
            finding.subject = name;
            if (const yaml::Node* place = nth_of_name(context, finding.field, name, 2)) {
                finding.where = {{}, place->line, place->column};
                finding.span = place->span;
            }
            report.add(std::move(finding));
        }
    });
}

}  // namespace

extern const Rule ref_param_name_argo{"ref/param-name-argo", Severity::error, WEFT_TR("core", "the name of a parameter has letters that Argo refuses"), "Argo v4.1 validate.go paramOrArtifactNameRegex", check_letters};
extern const Rule ref_param_duplicate{"ref/param-duplicate", Severity::error, WEFT_TR("core", "two parameters of one list have the same name"), "Argo v4.1 validate.go validateWorkflowFieldNames: \"is not unique\"", check_once};

}  // namespace weft::argo::rules_
