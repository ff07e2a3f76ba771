#include <algorithm>

#include "core/lint/support.h"
#include "core/model/environment.h"

namespace weft::lint::rules {
namespace {

bool any_volume(const Context& context, const Context::Item& item) {
    std::size_t all = context.flow.environment.volumes.size() + item.task->environment.volumes.size() + item.definition->environment.volumes.size();
    for (const Task* group : item.enclosing) {
        all += group->environment.volumes.size();
        if (const Definition* definition = definition_of(context.flow, *group)) all += definition->environment.volumes.size();
    }
    return all > 1;
}

void check(const Context& context, Report& report) {
    if (!context.on_kubernetes()) return;
    for (const Context::Item& item : context.items) {
        if (!runs_container(item) || (!item.first_use && item.task->environment.volumes.empty()) || !any_volume(context, item)) continue;
        std::vector<Volume> volumes = effective_environment(context.flow, *item.task, item.enclosing).merged.volumes;
        std::erase_if(volumes, [](const Volume& volume) { return volume.path.empty() || volume.path.find("{{") != std::string::npos; });
        for (std::size_t i = 1; i < volumes.size(); ++i) {
            const auto first = std::find_if(volumes.begin(), volumes.begin() + std::ptrdiff_t(i), [&](const Volume& volume) { return volume.path == volumes[i].path; });
            if (first == volumes.begin() + std::ptrdiff_t(i)) continue;
            Finding finding = finding_of("k8s/mount-duplicate", Severity::error, &item, join_path(item.definition_path + ".volumes", volumes[i].name),
                                         Message{WEFT_TR("core", "%1 and %2 are both mounted at %3 in %4"), {quoted(first->name), quoted(volumes[i].name), quoted(volumes[i].path), quoted(item.task->name)}},
                                         WEFT_TR("core", "a path of a container holds one volume: Kubernetes refuses the pod"));
            finding.subject = volumes[i].path;
            finding.target = context.kubernetes_target();
            report.add(std::move(finding));
        }
    }
}

}  // namespace

extern const Rule k8s_mount_duplicate{"k8s/mount-duplicate", Severity::error, WEFT_TR("core", "two volumes are mounted at one path"), "Kubernetes validation.go: mountPath \"must be unique\"; Argo v4.1 validateLeaf", check};

}  // namespace weft::lint::rules
