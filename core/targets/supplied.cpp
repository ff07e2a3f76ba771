#include "core/targets/supplied.h"


namespace weft {
namespace {

bool makes_pods(const Target* target) { return target && target->id != "local"; }

// Kubernetes: Always for ":latest" and for no tag, IfNotPresent for everything else (digests too).
std::string pull_policy_for(const std::string& image) {
    if (image.find('@') != std::string::npos) return "IfNotPresent";
    const std::size_t slash = image.rfind('/'), colon = image.rfind(':');
    const bool tagged = colon != std::string::npos && (slash == std::string::npos || colon > slash);
    return tagged && image.substr(colon + 1) != "latest" ? "IfNotPresent" : "Always";
}

struct Words { const char *plain, *read_only; };
constexpr Words words[] = {
    {WEFT_TR("core", "claim %1 at %2"), WEFT_TR("core", "claim %1 at %2, read only")},
    {WEFT_TR("core", "new claim %1 at %2"), WEFT_TR("core", "new claim %1 at %2, read only")},
    {WEFT_TR("core", "secret %1 at %2"), WEFT_TR("core", "secret %1 at %2, read only")},
    {WEFT_TR("core", "config map %1 at %2"), WEFT_TR("core", "config map %1 at %2, read only")},
    {WEFT_TR("core", "empty folder %1 at %2"), WEFT_TR("core", "empty folder %1 at %2, read only")},
    {WEFT_TR("core", "host path %1 at %2"), WEFT_TR("core", "host path %1 at %2, read only")},
    {WEFT_TR("core", "volume %1 at %2"), WEFT_TR("core", "volume %1 at %2, read only")},
};

void add(const Environment& environment, std::vector<std::pair<std::string, Message>>& out) {
    for (const Volume& volume : environment.volumes) out.emplace_back(shown(volume), volume_sentence(volume));
}

}  // namespace

std::optional<Supplied> supplied_by_cluster(const Target* target, std::string_view column, const std::string& image) {
    if (!makes_pods(target)) return std::nullopt;
    if (column == "service_account") return Supplied{"default", {WEFT_TR("core", "the namespace's service account default, unless the engine is told otherwise")}};
    if (column == "pull_policy" && !image.empty()) return Supplied{pull_policy_for(image), {WEFT_TR("core", "Kubernetes: Always for no tag and for latest, otherwise IfNotPresent")}};
    if (column == "pull_secrets") return Supplied{{}, {WEFT_TR("core", "those of the service account, if it has any")}};
    for (const std::string_view limited : {"cpu", "memory", "cpu_limit", "memory_limit"})
        if (column == limited) return Supplied{{}, {WEFT_TR("core", "what the namespace's LimitRange says; without one, nothing is asked for")}};
    if (column == "shared_memory") return Supplied{"64Mi", {WEFT_TR("core", "the container runtime's default for /dev/shm")}};
    if (column == "disk") return Supplied{{}, {WEFT_TR("core", "what is free on the node")}};
    return std::nullopt;
}

Message volume_sentence(const Volume& volume) {
    const Words& word = words[std::size_t(volume.kind)];
    const std::string what = volume.size ? volume.source + (volume.source.empty() ? "" : " ") + "(" + volume.size->text + ")" : volume.source;
    return {volume.read_only ? word.read_only : word.plain, {what, volume.sub_path.empty() ? volume.path : volume.path + " ← " + volume.sub_path}};
}

std::vector<std::pair<std::string, Message>> volumes_of(const Flow& flow) {
    std::vector<std::pair<std::string, Message>> out;
    add(flow.environment, out);
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) {
        add(task.environment, out);
        if (const Definition* definition = definition_of(flow, task)) add(definition->environment, out);
    });
    return out;
}

}  // namespace weft
