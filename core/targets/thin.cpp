#include "core/targets/thin.h"

namespace weft::thin {

using yaml::NodePtr;

std::vector<Scalar> words(const NodePtr& list) {
    std::vector<Scalar> out;
    if (!list) return out;
    for (const NodePtr& item : list->items)
        if (const yaml::Node* word = yaml::resolve(item.get()); word && word->is_scalar()) out.push_back({word->text, word->style == yaml::Style::plain});
    return out;
}

Value value_of(const NodePtr& node) {
    Value value;
    if (!node || !node->is_scalar()) return value;
    value.text = node->text;
    value.plain = node->style == yaml::Style::plain && yaml::type_of(*node) != yaml::ScalarType::string;
    if (node->text.find("{{") != std::string::npos) value.source = Source::text;
    return value;
}

std::optional<Scalar> scalar_at(const NodePtr& map, std::string_view key) {
    const NodePtr found = yaml::find(map, key);
    if (!found || !found->is_scalar()) return std::nullopt;
    return Scalar{found->text, found->style == yaml::Style::plain};
}

void map_at(SourceMap& places, const std::string& path, const NodePtr& map, std::string_view key) {
    if (NodePtr found = yaml::find(map, key)) places.add(path, std::move(found));
}

void map_named(SourceMap& places, const std::string& path, const NodePtr& node, std::string_view name_key) {
    places.add(path, node);
    map_at(places, path + ".name", node, name_key);
}

void read_container(const NodePtr& container, const std::string& path, Definition& definition, SourceMap& places) {
    definition.kind = DefinitionKind::container;
    definition.command = words(yaml::find(container, "command"));
    definition.args = words(yaml::find(container, "args"));
    Environment& environment = definition.environment;
    if (const NodePtr image = yaml::find(container, "image"); image && image->is_scalar()) environment.image = image->text;
    map_at(places, path + ".image", container, "image");
    map_at(places, path + ".command", container, "command");
    if (std::string policy = yaml::text_at(container, "imagePullPolicy"); !policy.empty()) environment.pull_policy = std::move(policy);
    if (const NodePtr env = yaml::find(container, "env"))
        for (const NodePtr& item : env->items) {
            const std::string key = yaml::find(item, "name") ? "name" : "key";  // Flyte says key
            const NodePtr value = yaml::find(item, "value");
            environment.env.push_back({yaml::text_at(item, key), value_of(value)});
            const std::string field = join_path(path + ".env", environment.env.back().name);
            map_at(places, field, item, key);
            if (value) places.add(field + ".value", value);
        }
    const NodePtr resources = yaml::find(container, "resources"), requests = yaml::find(resources, "requests"), limits = yaml::find(resources, "limits");
    environment.cpu = scalar_at(requests, "cpu");
    environment.memory = scalar_at(requests, "memory");
    environment.disk = scalar_at(requests, "ephemeral-storage");
    environment.cpu_limit = scalar_at(limits, "cpu");
    environment.memory_limit = scalar_at(limits, "memory");
    map_at(places, path + ".cpu", requests, "cpu");
    map_at(places, path + ".memory", requests, "memory");
    map_at(places, path + ".cpu_limit", limits, "cpu");
    map_at(places, path + ".memory_limit", limits, "memory");
}

FormatAbilities read_only(Message reason) {
    FormatAbilities abilities;
    abilities.edit = false;
    abilities.reason = std::move(reason);
    abilities.groups = false;
    abilities.task_environment = false;
    abilities.structured_bindings = false;
    return abilities;
}

}  // namespace weft::thin
