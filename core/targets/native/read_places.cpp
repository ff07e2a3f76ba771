// Where and when it runs: volumes, tolerations, the schedule; and the words for types.
#include "core/targets/native/reading.h"

namespace weft::native {
namespace {

// The key that names what a volume is made of decides its kind.
Volume read_volume(Reading& reading, const Spot& map) {
    Volume volume;
    reading.check_keys(map, volume_keys());
    volume.name = reading.text(map, "name");
    volume.path = reading.text(map, "path");
    volume.sub_path = reading.text(map, "subPath");
    volume.read_only = reading.truth(map, "readOnly");
    volume.size = reading.scalar(map, "size");
    bool found = false;
    for (const VolumeWord& word : volume_words()) {
        const Spot source = reading.at(map, word.key);
        if (!source.node) continue;   // `emptyDir:` without a value is one
        if (found) reading.issue("yaml/wrong-type", {WEFT_TR("core", "a volume has one source, and \"%1\" is a second one"), {std::string(word.key)}}, source);
        found = true;
        volume.kind = word.kind;
        volume.source = source.is_scalar() ? source.node->text : std::string();
    }
    if (!found) reading.issue("yaml/wrong-type", {WEFT_TR("core", "a volume names its source: one of claim, claimTemplate, secret, configMap, emptyDir, hostPath, other")}, map);
    return volume;
}

Toleration read_toleration(Reading& reading, const Spot& map) {
    Toleration toleration;
    reading.check_keys(map, toleration_keys());
    toleration.key = reading.text(map, "key");
    toleration.op = reading.text(map, "operator");
    toleration.value = reading.text(map, "value");
    toleration.effect = reading.text(map, "effect");
    toleration.seconds = reading.scalar(map, "seconds");
    return toleration;
}

}  // namespace

ValueType read_type(Reading& reading, const Spot& map) {
    const Spot spot = reading.at(map, "type");
    if (!spot) return ValueType::any;
    Keys words;
    for (const TypeWord& word : type_words()) words.push_back(word.word);
    return type_words()[reading.choice(map, "type", words)].type;
}

std::vector<Volume> read_volumes(Reading& reading, const Spot& list, const std::string& path) {
    std::vector<Volume> volumes;
    if (!reading.want_list(list, "volumes")) return volumes;
    reading.place(path + ".volumes", list);
    for (const Spot& item : reading.items(list)) {
        Volume volume;
        if (reading.want_map(item, "volumes")) volume = read_volume(reading, item);
        reading.place(join_path(path + ".volumes", volume.name), item);
        volumes.push_back(std::move(volume));
    }
    return volumes;
}

std::vector<Toleration> read_tolerations(Reading& reading, const Spot& list, const std::string& path) {
    std::vector<Toleration> tolerations;
    if (!reading.want_list(list, "tolerations")) return tolerations;
    reading.place(path + ".tolerations", list);
    for (const Spot& item : reading.items(list)) {
        Toleration toleration;
        if (reading.want_map(item, "tolerations")) toleration = read_toleration(reading, item);
        reading.place(join_path(path + ".tolerations", toleration.key), item);
        tolerations.push_back(std::move(toleration));
    }
    return tolerations;
}

std::optional<Schedule> read_schedule(Reading& reading, const Spot& spot) {
    if (!spot) return std::nullopt;
    reading.place("schedule", spot);
    Schedule schedule;
    if (spot.is_scalar()) {   // schedule: "0 6 * * *"
        schedule.crons.push_back(spot.node->text);
        reading.place("schedule.cron", spot);
        return schedule;
    }
    if (!reading.want_map(spot, "schedule")) return std::nullopt;
    reading.check_keys(spot, schedule_keys());
    const Spot cron = reading.at(spot, "cron");
    reading.place("schedule.cron", cron);
    if (cron.is_scalar()) schedule.crons.push_back(cron.node->text);
    else if (reading.want_list(cron, "cron"))
        for (const Scalar& word : read_words(reading, cron, "cron")) schedule.crons.push_back(word.text);
    schedule.timezone = reading.text(spot, "timezone");
    static const Keys kinds = {"", "Allow", "Forbid", "Replace"};
    schedule.concurrency = std::string(kinds[reading.choice(spot, "concurrency", kinds)]);
    schedule.suspended = reading.truth(spot, "suspended");
    schedule.start = reading.text(spot, "start");
    schedule.end = reading.text(spot, "end");
    schedule.starting_deadline = reading.scalar(spot, "startingDeadline");
    schedule.keep_succeeded = reading.number(spot, "keepSucceeded");
    schedule.keep_failed = reading.number(spot, "keepFailed");
    for (const char* key : {"timezone", "concurrency", "suspended", "start", "end"}) reading.place(std::string("schedule.") + key, reading.at(spot, key));
    return schedule;
}

}  // namespace weft::native
