// spec.volumes, volumeClaimTemplates, a template's volumes and its container's mounts; tolerations; a CronWorkflow's schedule.
#include <algorithm>
#include <charconv>

#include "core/targets/argo/volumes.h"

namespace weft::argo {
namespace {

Place own_volume(const Place& tmpl, const std::string& name) {
    for (const Place& volume : tmpl.at("volumes").items())
        if (volume.text_at("name") == name) return volume;
    return {};
}

Volume read_volume(const Place& place) {
    Volume out;
    out.name = place.text_at("name");
    if (const Place claim = place.at("persistentVolumeClaim")) {
        out.source = claim.text_at("claimName");
    } else if (const Place secret = place.at("secret")) {
        out.kind = Volume::Kind::secret;
        out.source = secret.text_at("secretName");
    } else if (const Place map = place.at("configMap")) {
        out.kind = Volume::Kind::config_map;
        out.source = map.text_at("name");
    } else if (const Place empty = place.at("emptyDir")) {
        out.kind = Volume::Kind::empty_dir;
        if (const Place size = empty.at("sizeLimit"); size.is_scalar()) out.size = read_scalar(size.node);
    } else if (const Place path = place.at("hostPath")) {
        out.kind = Volume::Kind::host_path;
        out.source = path.text_at("path");
    } else {
        out.kind = Volume::Kind::other;
        if (place.is_map())
            for (const yaml::Entry& entry : place.node->entries)
                if (entry.key && entry.key->text != "name" && out.source.empty()) out.source = entry.key->text;
    }
    return out;
}

Volume read_claim(const Place& place) {
    Volume out;
    out.kind = Volume::Kind::claim_template;
    out.name = place.at("metadata").text_at("name");
    out.source = place.at("spec").text_at("storageClassName");
    if (const Place size = place.at("spec").at("resources").at("requests").at("storage"); size.is_scalar()) out.size = read_scalar(size.node);
    return out;
}

void add_mount(Volume& volume, const Place& mount) {
    volume.path = mount.text_at("mountPath");
    volume.sub_path = mount.text_at("subPath");
    volume.read_only = mount.is_true("readOnly");
}

// What the workflow declares under this name.
std::optional<Volume> flow_volume(const Reading& reading, const std::string& name) {
    if (const auto found = reading.volumes.find(name); found != reading.volumes.end()) return read_volume(found->second);
    if (!reading.claims.count(name)) return std::nullopt;
    for (const Place& claim : reading.spec.at("volumeClaimTemplates").items())
        if (claim.at("metadata").text_at("name") == name) return read_claim(claim);
    return std::nullopt;
}

}  // namespace

Place shared_memory_of(const Reading& reading, const Place& container, const Place& tmpl) {
    for (const Place& mount : container.at("volumeMounts").items()) {
        if (mount.text_at("mountPath") != "/dev/shm") continue;
        const std::string name = mount.text_at("name");
        if (const Place own = own_volume(tmpl, name)) return own.at("emptyDir").at("sizeLimit");
        if (const auto found = reading.volumes.find(name); found != reading.volumes.end()) return found->second.at("emptyDir").at("sizeLimit");
    }
    return {};
}

std::vector<Volume> read_volumes(const Reading& reading, const Place& container, const Place& tmpl) {
    std::vector<Volume> out;
    const bool memory = bool(shared_memory_of(reading, container, tmpl));
    std::string memory_volume;
    for (const Place& mount : container.at("volumeMounts").items()) {
        if (!mount.is_map()) continue;
        const std::string name = mount.text_at("name");
        if (memory && mount.text_at("mountPath") == "/dev/shm") {
            memory_volume = name;
            continue;
        }
        Volume volume{Volume::Kind::other, name};
        if (const Place own = own_volume(tmpl, name)) volume = read_volume(own);
        else if (const std::optional<Volume> declared = flow_volume(reading, name)) volume = *declared;
        add_mount(volume, mount);
        out.push_back(std::move(volume));
    }
    for (const Place& own : tmpl.at("volumes").items()) {
        if (!own.is_map()) continue;
        const std::string name = own.text_at("name");
        if ((!memory_volume.empty() && name == memory_volume) || volume_named(out, name)) continue;
        out.push_back(read_volume(own));
    }
    return out;
}

std::vector<Volume> read_flow_volumes(const Reading& reading) {
    std::vector<Volume> out;
    for (const Place& volume : reading.spec.at("volumes").items())
        if (volume.is_map()) out.push_back(read_volume(volume));
    for (const Place& claim : reading.spec.at("volumeClaimTemplates").items())
        if (claim.is_map()) out.push_back(read_claim(claim));
    for (const char* kind : {"container", "script"})
        for (const Place& mount : reading.defaults.at(kind).at("volumeMounts").items()) {
            const std::string name = mount.text_at("name"), path = mount.text_at("mountPath");
            if (std::any_of(out.begin(), out.end(), [&](const Volume& v) { return v.name == name && v.path == path; })) continue;
            const auto declared = std::find_if(out.begin(), out.end(), [&](const Volume& v) { return v.name == name && v.path.empty(); });
            Volume further = declared == out.end() ? Volume{Volume::Kind::other, name} : *declared;
            if (const std::optional<Volume> known = flow_volume(reading, name)) further = *known;
            add_mount(further, mount);
            if (declared == out.end()) out.push_back(std::move(further));
            else *declared = std::move(further);
        }
    return out;
}

std::vector<Toleration> read_tolerations(const Place& list) {
    std::vector<Toleration> out;
    for (const Place& place : list.items()) {
        if (!place.is_map()) continue;
        Toleration toleration{place.text_at("key"), place.text_at("operator"), place.text_at("value"), place.text_at("effect"), std::nullopt};
        if (const Place seconds = place.at("tolerationSeconds"); seconds.is_scalar()) toleration.seconds = read_scalar(seconds.node);
        out.push_back(std::move(toleration));
    }
    return out;
}

std::optional<Schedule> read_schedule(Reading& reading) {
    if (reading.root.text_at("kind") != "CronWorkflow") return std::nullopt;
    const Place spec = reading.root.at("spec");
    Schedule out;
    for (const Place& cron : spec.at("schedules").items()) out.crons.push_back(cron.text());
    if (out.crons.empty() && spec.has("schedule")) out.crons.push_back(spec.text_at("schedule"));   // before 4.0
    out.timezone = spec.text_at("timezone");
    out.concurrency = spec.text_at("concurrencyPolicy");
    out.suspended = spec.is_true("suspend");
    if (const Place deadline = spec.at("startingDeadlineSeconds"); deadline.is_scalar()) out.starting_deadline = read_scalar(deadline.node);
    const auto number = [&](const char* key) {
        const std::string text = spec.text_at(key);
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return !text.empty() && error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
    };
    out.keep_succeeded = number("successfulJobsHistoryLimit");
    out.keep_failed = number("failedJobsHistoryLimit");
    reading.map("schedule", spec);
    reading.map("schedule.crons", spec.at("schedules") ? spec.at("schedules") : spec.at("schedule"));
    reading.map("schedule.timezone", spec.at("timezone"));
    reading.map("schedule.concurrency", spec.at("concurrencyPolicy"));
    reading.map("schedule.suspended", spec.at("suspend"));
    reading.map("schedule.starting_deadline", spec.at("startingDeadlineSeconds"));
    reading.map("schedule.keep_succeeded", spec.at("successfulJobsHistoryLimit"));
    reading.map("schedule.keep_failed", spec.at("failedJobsHistoryLimit"));
    return out;
}

}  // namespace weft::argo
