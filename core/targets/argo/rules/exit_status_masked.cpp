#include <algorithm>

#include "core/lint/support.h"
#include "core/model/edit.h"
#include "core/targets/argo/masking.h"
#include "core/targets/argo/rules/rules.h"
#include "core/yaml/patch.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

std::string written_target(const Context& context, const Context::Scope& scope) {
    const MappedField* place = detail::template_of(context, scope);
    return place ? yaml::text_at(yaml::find(place->node, "dag"), "target") : std::string();
}

// A leaf that waits for the end of everything in front of it, whatever came of it: that is an exit handler drawn as a task.
bool is_exit_task(const Context::Scope& scope, const Task& task) {
    const auto found = scope.graph.index.find(task.name);
    if (!scope.path.empty() || found == scope.graph.index.end() || !task.depends.empty() || task.needs.empty()) return false;
    const auto self = std::size_t(found->second);
    if (!scope.graph.downstream[self].empty()) return false;
    const bool takes_all = std::all_of(task.needs.begin(), task.needs.end(), [](const Need& need) { return (need.results & on_succeeded) && (need.results & on_failed); });
    if (!takes_all) return false;
    for (std::size_t i = 0; i < scope.graph.tasks.size(); ++i)  // another leaf may end after it
        if (i != self && scope.graph.downstream[i].empty()) return false;
    return true;
}

std::optional<Fix> handler_fix(const Context::Scope& scope, const Masked& masked) {
    if (masked.absorbers.size() != 1 || !is_exit_task(scope, *masked.absorbers.front())) return std::nullopt;
    const Task& exit = *masked.absorbers.front();
    return Fix{Message{WEFT_TR("core", "Make %1 an exit handler"), {exit.name}}, [id = exit.id](const Flow& flow) { return edit::make_handler(flow, id, Trigger::always); }};
}

// dag.target stands outside what is drawn, so the fix is one of the text.
std::optional<Fix> target_fix(const Context& context, const Context::Scope& scope) {
    const MappedField* place = detail::template_of(context, scope);
    const std::string target = honest_target(*scope.body);
    if (!place || place->tree_path.empty() || !context.stream || target.empty()) return std::nullopt;
    std::vector<yaml::NodePtr> roots;
    for (const yaml::Document& document : context.stream->documents) roots.push_back(document.root);
    yaml::NodePtr& root = roots[place->document];
    const std::string path = place->tree_path + "/dag";
    const yaml::NodePtr dag = yaml::find_path(root, path);
    if (!dag || !dag->is_map()) return std::nullopt;
    std::vector<yaml::Entry> entries{{yaml::make_string("target"), yaml::make_string(target)}};
    for (const yaml::Entry& entry : dag->entries)
        if (!entry.key || entry.key->text != "target") entries.push_back(entry);
    root = yaml::with_path(root, path, yaml::make_map(std::move(entries), dag->style));
    Result<TextFix> edits = yaml::patch(context.text, *context.stream, roots);
    if (!edits) return std::nullopt;
    return Fix{Message{WEFT_TR("core", "Name in dag.target the tasks that must succeed: %1"), {target}}, std::move(*edits)};
}

void report_one(const Context& context, const Context::Scope& scope, const Masked& masked, Report& report) {
    const Task* shown = masked.absorbers.empty() ? masked.failing : masked.absorbers.front();
    const Context::Item* at = detail::item_of(context, shown);
    if (!at) return;
    std::vector<std::string> names;
    for (const Task* task : masked.absorbers) names.push_back(quoted(task->name));
    const bool file = detail::is_argo_file(context);
    Message what = masked.absorbers.empty() ? Message{WEFT_TR("core", "if %1 fails, Argo still reports Succeeded: a continueOn forgives it"), {quoted(masked.failing->name)}}
                   : file && names.size() > 1 ? Message{WEFT_TR("core", "if %1 fails, Argo still reports Succeeded: %2 absorb it"), {quoted(masked.failing->name), listed(names)}}
                   : file ? Message{WEFT_TR("core", "if %1 fails, Argo still reports Succeeded: %2 absorbs it"), {quoted(masked.failing->name), listed(names)}}
                          : Message{WEFT_TR("core", "%2 goes on after a failure of %1, and engines judge a flow by its last tasks"), {quoted(masked.failing->name), listed(names)}};
    Finding finding = finding_of("exit/status-masked", file ? Severity::warning : Severity::info, at, masked.absorbers.empty() ? at->path : at->path + ".needs", std::move(what),
                                 file ? Message{WEFT_TR("core", "Argo judges a DAG by the tasks that nobody waits for; make the clean-up an exit handler, or name the tasks that must succeed in dag.target")}
                                      : Message{WEFT_TR("core", "an export to Argo names the tasks that must succeed (dag.target), other engines have nothing like it; an exit handler tells the truth everywhere")});
    finding.target = detail::target_name(context);
    finding.subject = masked.failing->name;
    if (std::optional<Fix> fix = handler_fix(scope, masked)) finding.fixes.push_back(std::move(*fix));
    if (std::optional<Fix> fix = file ? target_fix(context, scope) : std::nullopt) finding.fixes.push_back(std::move(*fix));
    report.add(std::move(finding));
}

void check(const Context& context, Report& report) {
    if (!context.has_target("argo")) return;
    for (const Context::Scope& scope : context.scopes) {
        if (scope.body->tasks.size() < 2 && scope.path.empty()) continue;
        if (detail::is_steps(context, scope)) continue;  // a group fails with any of its steps
        for (const Masked& masked : masked_failures(*scope.body, written_target(context, scope))) report_one(context, scope, masked, report);
    }
}

}  // namespace

extern const Rule exit_status_masked{"exit/status-masked", Severity::warning, WEFT_TR("core", "a failure that the engine reports as success"),
                                     "Argo v4.1 dag.go assessDAGPhase, #12530, #13498, #13967; KFP #10917, #11405", check};

}  // namespace weft::argo::rules_
