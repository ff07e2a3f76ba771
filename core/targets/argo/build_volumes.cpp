// Volumes, mounts, tolerations and a schedule as fresh nodes.
#include <algorithm>

#include "core/targets/argo/build.h"
#include "core/targets/argo/volumes.h"

namespace weft::argo {

const Volume* volume_named(const std::vector<Volume>& volumes, const std::string& name, bool declared_only) {
    for (const Volume& volume : volumes)
        if (volume.name == name && !(declared_only && volume.kind == Volume::Kind::other && volume.source.empty())) return &volume;
    return nullptr;
}

bool same_source(const Volume& a, const Volume& b) {
    return a.kind == b.kind && a.source == b.source && a.size.has_value() == b.size.has_value() && (!a.size || a.size->text == b.size->text);
}

NodePtr volume_node(const Volume& volume) {
    MapMaker map, source;
    map.node("name", string_node(volume.name));
    switch (volume.kind) {
        case Volume::Kind::claim: return map.node("persistentVolumeClaim", source.text("claimName", volume.source).make()).make();
        case Volume::Kind::secret: return map.node("secret", source.text("secretName", volume.source).make()).make();
        case Volume::Kind::config_map: return map.node("configMap", source.text("name", volume.source).make()).make();
        case Volume::Kind::empty_dir: return map.node("emptyDir", source.scalar("sizeLimit", volume.size).make()).make();
        case Volume::Kind::host_path: return map.node("hostPath", source.text("path", volume.source).make()).make();
        case Volume::Kind::claim_template:
        case Volume::Kind::other: break;
    }
    return nullptr;
}

NodePtr claim_template_node(const Volume& volume) {
    MapMaker spec;
    spec.node("accessModes", yaml::make_sequence({string_node("ReadWriteOnce")}, yaml::Style::flow)).text("storageClassName", volume.source);
    const NodePtr requests = MapMaker().node("storage", volume.size ? scalar_node(*volume.size) : string_node("1Gi")).make();
    spec.node("resources", MapMaker().node("requests", requests).make());
    return MapMaker().node("metadata", MapMaker().node("name", string_node(volume.name)).make()).node("spec", spec.make()).make();
}

NodePtr mount_node(const Volume& volume) {
    MapMaker map;
    map.node("name", string_node(volume.name)).node("mountPath", string_node(volume.path)).text("subPath", volume.sub_path);
    if (volume.read_only) map.node("readOnly", yaml::make_plain("true"));
    return map.make();
}

NodePtr toleration_node(const Toleration& toleration) {
    MapMaker map;
    map.text("key", toleration.key).text("operator", toleration.op).text("value", toleration.value).text("effect", toleration.effect);
    if (toleration.seconds) map.node("tolerationSeconds", yaml::make_plain(toleration.seconds->text));
    return map.make();
}

NodePtr tolerations_node(const std::vector<Toleration>& tolerations) {
    std::vector<NodePtr> items;
    for (const Toleration& toleration : tolerations) items.push_back(toleration_node(toleration));
    return list_or_null(std::move(items));
}

std::vector<yaml::Entry> schedule_entries(const Schedule& schedule) {
    std::vector<NodePtr> crons;
    for (const std::string& cron : schedule.crons) crons.push_back(string_node(cron));
    MapMaker map;
    map.node("schedules", yaml::make_sequence(std::move(crons))).text("timezone", schedule.timezone).text("concurrencyPolicy", schedule.concurrency);
    if (schedule.suspended) map.node("suspend", yaml::make_plain("true"));
    if (schedule.starting_deadline) map.node("startingDeadlineSeconds", yaml::make_plain(schedule.starting_deadline->text));
    if (schedule.keep_succeeded) map.node("successfulJobsHistoryLimit", yaml::make_plain(std::to_string(*schedule.keep_succeeded)));
    if (schedule.keep_failed) map.node("failedJobsHistoryLimit", yaml::make_plain(std::to_string(*schedule.keep_failed)));
    return map.make()->entries;
}

}  // namespace weft::argo
