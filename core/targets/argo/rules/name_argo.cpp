#include <algorithm>
#include <cctype>

#include "core/lint/support.h"
#include "core/model/edit.h"
#include "core/targets/argo/lower.h"
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

constexpr std::size_t most = 128;

bool fits(std::string_view name) {
    const auto letter = [](char c) { return static_cast<unsigned char>(c) < 128 && std::isalnum(static_cast<unsigned char>(c)); };
    return !name.empty() && name.size() <= most && letter(name.front()) && std::all_of(name.begin(), name.end(), [&](char c) { return c == '-' || letter(c); });
}

Message what(const std::string& name) {
    if (name.size() > most) return {WEFT_TR("core", "%1 is longer than the 128 characters that Argo takes"), {quoted(name)}};
    return {WEFT_TR("core", "%1 is no name for Argo: letters, digits and '-', with a letter or digit first"), {quoted(name)}};
}

Fix rename_fix(const Context::Item& item, const std::string& better) {
    return {Message{WEFT_TR("core", "Rename to %1"), {better}}, [id = item.task->id, better](const Flow& flow) { return edit::rename_task(flow, id, better); }};
}

// Another format's names are made to fit by the export, and it is said what they become.
void check_task(const Context& context, const Context::Item& item, Report& report) {
    const std::string& name = item.task->name;
    if (name.empty() || fits(name)) return;
    const std::string better = argo_name(name);
    const bool file = detail::is_argo_file(context);
    Finding finding = finding_of("name/argo", file ? Severity::error : Severity::info, &item, item.path + ".name",
                                 file ? what(name) : Message{WEFT_TR("core", "%1 becomes %2 in Argo"), {quoted(name), quoted(better)}},
                                 file ? Message{WEFT_TR("core", "Argo refuses the workflow; rename it, references follow")}
                                      : Message{WEFT_TR("core", "Argo takes letters, digits and '-', with a letter or digit first; the export makes the name fit")});
    finding.target = detail::target_name(context);
    finding.subject = name;
    finding.fixes.push_back(rename_fix(item, better));
    report.add(std::move(finding));
}

void check(const Context& context, Report& report) {
    if (!context.has_target("argo")) return;
    for (const Context::Item& item : context.items)
        if (!item.handler || !context.places || !detail::is_argo_file(context) || context.places->find(item.path + ".name") != nullptr) check_task(context, item, report);
    if (!detail::is_argo_file(context)) return;
    for (const DefinitionPtr& definition : context.flow.definitions) {
        if (definition->name.empty() || fits(definition->name)) continue;
        // The lone template of a workflow is its task as well, and was told there.
        const bool told = std::any_of(context.items.begin(), context.items.end(), [&](const Context::Item& item) { return item.task->name == definition->name && item.task->definition == definition->name; });
        if (told) continue;
        Finding finding = finding_of("name/argo", Severity::error, nullptr, join_path("definitions", definition->name) + ".name", what(definition->name),
                                     WEFT_TR("core", "Argo refuses the workflow; rename it, references follow"));
        finding.target = detail::target_name(context);
        finding.subject = definition->name;
        const std::string from = definition->name, better = argo_name(definition->name);
        finding.fixes.push_back({Message{WEFT_TR("core", "Rename to %1"), {better}}, [from, better](const Flow& flow) { return edit::rename_definition(flow, from, better); }});
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule name_argo{"name/argo", Severity::error, WEFT_TR("core", "a name that Argo does not take"), "Argo v4.1 validate.go workflowFieldNameFmt", check};

}  // namespace weft::argo::rules_
