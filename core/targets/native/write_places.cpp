// Where and when it runs, back into the tree: volumes, tolerations, the schedule; and the words for types.
#include "core/targets/native/writing.h"

namespace weft::native {
namespace {

NodePtr scalar_or_none(const NodePtr& old, const std::optional<Scalar>& value) { return value ? scalar_node(old, *value) : nullptr; }

NodePtr volume_node(const NodePtr& old, const Volume* before, const Volume& after) {
    const yaml::Node* source = yaml::resolve(old.get());
    const bool map_form = source && source->is_map();
    static const Volume nothing;
    const Volume& known = before && map_form ? *before : nothing;
    MapEdit map(map_form ? old : yaml::make_map({}, yaml::Style::flow), volume_keys());
    map.set_if("name", known.name, after.name, [&](const NodePtr& node) { return text_or_none(node, after.name); });
    if (!map_form || known.kind != after.kind || known.source != after.source)
        for (const VolumeWord& word : volume_words()) {
            const NodePtr there = map.at(word.key);
            if (word.kind != after.kind) map.set(word.key, nullptr);
            else map.set(word.key, after.source.empty() ? there && known.source.empty() ? there : yaml::make_map({}, yaml::Style::flow) : text_node(there, after.source));
        }
    map.set_if("size", known.size, after.size, [&](const NodePtr& node) { return scalar_or_none(node, after.size); });
    map.set_if("path", known.path, after.path, [&](const NodePtr& node) { return text_or_none(node, after.path); });
    map.set_if("subPath", known.sub_path, after.sub_path, [&](const NodePtr& node) { return text_or_none(node, after.sub_path); });
    map.set_if("readOnly", known.read_only, after.read_only, [&](const NodePtr&) { return truth_node(after.read_only, false); });
    return map.node();
}

NodePtr toleration_node(const NodePtr& old, const Toleration* before, const Toleration& after) {
    const yaml::Node* source = yaml::resolve(old.get());
    const bool map_form = source && source->is_map();
    static const Toleration nothing;
    const Toleration& known = before && map_form ? *before : nothing;
    MapEdit map(map_form ? old : yaml::make_map({}, yaml::Style::flow), toleration_keys());
    map.set_if("key", known.key, after.key, [&](const NodePtr& node) { return text_or_none(node, after.key); });
    map.set_if("operator", known.op, after.op, [&](const NodePtr& node) { return text_or_none(node, after.op); });
    map.set_if("value", known.value, after.value, [&](const NodePtr& node) { return text_or_none(node, after.value); });
    map.set_if("effect", known.effect, after.effect, [&](const NodePtr& node) { return text_or_none(node, after.effect); });
    map.set_if("seconds", known.seconds, after.seconds, [&](const NodePtr& node) { return scalar_or_none(node, after.seconds); });
    return map.node();
}

NodePtr crons_node(const NodePtr& old, const std::vector<std::string>& before, const std::vector<std::string>& after) {
    if (after.empty()) return nullptr;
    const yaml::Node* source = yaml::resolve(old.get());
    if (after.size() == 1 && !(source && source->is_sequence())) return text_node(old, after.front());
    const auto same = [](const std::string& a, const std::string& b) { return a == b; };
    return list_node(
        old, before, after, same, [](const NodePtr& item, const std::string*, const std::string& text) { return text_node(item, text); }, yaml::Style::flow);
}

}  // namespace

NodePtr type_node(const NodePtr& old, ValueType type) {
    for (const TypeWord& word : type_words())
        if (word.type == type) return text_node(old, std::string(word.word));
    return nullptr;
}

NodePtr volumes_node(const NodePtr& old, const std::vector<Volume>& before, const std::vector<Volume>& after) {
    if (after.empty()) return nullptr;
    return list_node(old, before, after, [](const Volume& a, const Volume& b) { return a.name == b.name && a.path == b.path; }, volume_node, yaml::Style::block);
}

NodePtr tolerations_node(const NodePtr& old, const std::vector<Toleration>& before, const std::vector<Toleration>& after) {
    if (after.empty()) return nullptr;
    return list_node(old, before, after, [](const Toleration& a, const Toleration& b) { return a.key == b.key; }, toleration_node, yaml::Style::block);
}

NodePtr schedule_node(const NodePtr& old, const std::optional<Schedule>& before, const std::optional<Schedule>& after) {
    if (!after) return nullptr;
    const yaml::Node* source = yaml::resolve(old.get());
    Schedule only_cron;
    only_cron.crons = after->crons;
    if (*after == only_cron && after->crons.size() == 1 && !(source && source->is_map())) return text_node(old, after->crons.front());
    const bool map_form = source && source->is_map();
    static const Schedule nothing;
    const Schedule& known = before && map_form ? *before : nothing;
    MapEdit map(map_form ? old : yaml::make_map({}), schedule_keys());
    map.set_if("cron", known.crons, after->crons, [&](const NodePtr& node) { return crons_node(node, known.crons, after->crons); });
    map.set_if("timezone", known.timezone, after->timezone, [&](const NodePtr& node) { return text_or_none(node, after->timezone); });
    map.set_if("concurrency", known.concurrency, after->concurrency, [&](const NodePtr& node) { return text_or_none(node, after->concurrency); });
    map.set_if("suspended", known.suspended, after->suspended, [&](const NodePtr&) { return truth_node(after->suspended, false); });
    map.set_if("start", known.start, after->start, [&](const NodePtr& node) { return text_or_none(node, after->start); });
    map.set_if("end", known.end, after->end, [&](const NodePtr& node) { return text_or_none(node, after->end); });
    map.set_if("startingDeadline", known.starting_deadline, after->starting_deadline, [&](const NodePtr& node) { return scalar_or_none(node, after->starting_deadline); });
    map.set_if("keepSucceeded", known.keep_succeeded, after->keep_succeeded, [&](const NodePtr&) { return number_node(after->keep_succeeded); });
    map.set_if("keepFailed", known.keep_failed, after->keep_failed, [&](const NodePtr&) { return number_node(after->keep_failed); });
    return map.node();
}

}  // namespace weft::native
