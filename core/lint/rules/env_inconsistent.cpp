// F5: Metaflow #1943. Image and resources are set on some steps only; the engine fills in the rest without a word.
#include <algorithm>
#include <map>

#include "core/lint/support.h"
#include "core/model/pods.h"

namespace weft::lint::rules {
namespace {

struct Pod {
    const Context::Item* item;
    std::string_view image, account;   // "" = nothing sets one
    bool resources;
    bool edge;                         // first, last or an exit handler
};

bool sets_resources(const Environment& e) { return e.cpu || e.memory || e.cpu_limit || e.memory_limit || e.gpu; }

std::vector<Pod> pods_of(const Context& context) {
    std::vector<Pod> pods;
    const std::vector<TargetChoice>& targets = context.options.targets;
    const bool only_metaflow = context.flow.format == "metaflow" || (!targets.empty() && std::all_of(targets.begin(), targets.end(), [](const TargetChoice& one) { return one.id == "metaflow"; }));
    const auto account = [](const Environment& e) { return e.service_account ? std::string_view(*e.service_account) : std::string_view(); };
    for (const Context::Item& item : context.items) {
        if (!item.definition || !makes_pod(context.flow, *item.definition)) continue;
        if (item.handler && only_metaflow) continue;   // an exit hook takes what the first step has
        const std::string* image = image_of(context, item);
        std::string_view user = account(item.task->environment);
        if (user.empty()) user = account(item.definition->environment);
        if (user.empty()) user = account(context.flow.environment);
        bool edge = item.handler != nullptr;
        if (!edge) {
            const BodyGraph& graph = context.scopes[item.scope].graph;
            const auto found = graph.index.find(item.task->name);
            edge = found != graph.index.end() && (graph.upstream[std::size_t(found->second)].empty() || graph.downstream[std::size_t(found->second)].empty());
        }
        const bool resources = sets_resources(item.task->environment) || sets_resources(item.definition->environment) || sets_resources(context.flow.environment);
        pods.push_back({&item, image ? std::string_view(*image) : std::string_view(), user, resources, edge});
    }
    return pods;
}

// What engines put in when nobody chose: Metaflow the launching Python's own image, Flyte its flytekit image.
bool engine_default(std::string_view image) {
    return image.empty() || image.starts_with("python:") || image.starts_with("cr.flyte.org/flyteorg/flytekit:");
}

std::string_view most_used(const std::vector<Pod>& pods) {
    std::map<std::string_view, int> count;
    for (const Pod& pod : pods) ++count[pod.image];
    return std::max_element(count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

std::string names_of(const std::vector<const Pod*>& odd) {
    std::vector<std::string> names;
    for (const Pod* pod : odd) names.push_back(pod->item->task->name);
    return listed(names, 4);
}

FlowFix fix_for(const Pod& odd, const std::string& image, const std::string& account) {
    return definition_fix(odd.item->task->id, [=](Definition& definition) {
        definition.environment.image = image;
        if (!account.empty()) definition.environment.service_account = account;
    });
}

void check(const Context& context, Report& report) {
    const std::vector<Pod> pods = pods_of(context);
    if (pods.size() < 3 || !context.on_kubernetes()) return;
    const std::string_view image = most_used(pods);
    if (image.empty()) return;
    std::vector<const Pod*> odd, even;
    for (const Pod& pod : pods) (pod.image == image ? even : odd).push_back(&pod);
    if (odd.empty() || even.size() <= odd.size()) return;

    // All odd ones must look alike, as what one engine fills in does, and stand where a person forgets to look.
    const auto all = [](const std::vector<const Pod*>& some, auto fits) { return std::all_of(some.begin(), some.end(), [&](const Pod* pod) { return fits(*pod); }); };
    if (!all(odd, [&](const Pod& pod) { return pod.image == odd[0]->image && pod.edge; })) return;
    const std::string_view account = even[0]->account;
    const bool no_account = !account.empty() && all(even, [&](const Pod& pod) { return pod.account == account; }) && all(odd, [](const Pod& pod) { return pod.account.empty(); });
    const bool no_resources = engine_default(odd[0]->image) && all(even, [](const Pod& pod) { return pod.resources; }) && all(odd, [](const Pod& pod) { return !pod.resources; });
    const bool filled = odd[0]->image.empty() && context.has_target("metaflow");
    if (!no_account && !no_resources && !filled) return;

    const Severity severity = context.has_target("metaflow") ? Severity::error : Severity::warning;
    const std::string count = std::to_string(even.size()), total = std::to_string(pods.size()), names = names_of(odd), used(image);
    const std::string left = odd[0]->image.empty() ? "the engine's default image" : std::string(odd[0]->image);
    for (const Pod* pod : odd) {
        Finding finding = finding_of(
            "env/inconsistent", severity, pod->item, pod->item->definition_path + ".image",
            no_account ? Message{WEFT_TR("core", "%1 of %2 tasks use %3 and service account %4; %5: %6 and none"), {count, total, used, std::string(account), names, left}}
            : no_resources ? Message{WEFT_TR("core", "%1 of %2 tasks use %3 and set resources; %4: %5 and none"), {count, total, used, names, left}}
                           : Message{WEFT_TR("core", "%1 of %2 tasks use %3; %4: %5"), {count, total, used, names, left}},
            WEFT_TR("core", "an environment that is set task by task misses the first, the last or the exit handler easily: the engine fills in its default there "
                            "and the task runs with another image, or without the rights of the others. Set it for the whole flow"));
        finding.subject = pod->item->task->name;
        finding.target = context.kubernetes_target();
        finding.fixes.push_back({Message{WEFT_TR("core", "Use %1 for %2 too"), {used, pod->item->task->name}},
                                 fix_for(*pod, used, no_account ? std::string(account) : std::string())});
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule env_inconsistent{"env/inconsistent", Severity::warning, WEFT_TR("core", "the first, the last or an exit task lacks the environment that all others set"),
                                   "Metaflow #1943", check};

}  // namespace weft::lint::rules
