#include "core/model/environment.h"

#include <algorithm>
#include <functional>

namespace weft {
namespace {

struct Layer {
    const Environment* environment;
    Origin origin;
    std::string name;
};

using Fields = std::vector<Effective>;

void set(Fields& fields, const std::string& field, std::string value, const Layer& layer) {
    const auto known = std::find_if(fields.begin(), fields.end(), [&](const Effective& e) { return e.field == field; });
    Effective& target = known != fields.end() ? *known : fields.emplace_back();
    target = {field, std::move(value), layer.origin, layer.name};
}

// One row per inherited scalar; `merged` and the list of origins are filled from the same table.
struct TextField { const char* name; std::optional<std::string> Environment::*member; };
struct ScalarField { const char* name; std::optional<Scalar> Environment::*member; };
constexpr TextField text_fields[] = {{"image", &Environment::image}, {"pull_policy", &Environment::pull_policy}};
constexpr ScalarField scalar_fields[] = {{"cpu", &Environment::cpu}, {"memory", &Environment::memory}, {"disk", &Environment::disk},
                                         {"gpu", &Environment::gpu}, {"shared_memory", &Environment::shared_memory}};
constexpr TextField late_text_fields[] = {{"service_account", &Environment::service_account}};
constexpr ScalarField quiet_fields[] = {{"cpu_limit", &Environment::cpu_limit}, {"memory_limit", &Environment::memory_limit}};

void merge(std::vector<Binding>& into, const std::vector<Binding>& from) {
    for (const Binding& binding : from) {
        const auto known = std::find_if(into.begin(), into.end(), [&](const Binding& b) { return b.name == binding.name; });
        if (known != into.end()) *known = binding;
        else into.push_back(binding);
    }
}

void merge_volumes(std::vector<Volume>& into, const std::vector<Volume>& from) {
    for (const Volume& volume : from) {
        const auto known = std::find_if(into.begin(), into.end(), [&](const Volume& v) { return v.name == volume.name && v.path == volume.path; });
        if (known != into.end()) *known = volume;
        else into.push_back(volume);
    }
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

// `late`: what stands behind the fixed fields, and only when something sets it.
struct Lists { Fields env, selector, late; };

void apply(EffectiveEnvironment& result, Lists& lists, const Layer& layer) {
    auto& [env, selector, late] = lists;
    const Environment& from = *layer.environment;
    const auto texts = [&](const auto& table) {
        for (const TextField& field : table) {
            if (!(from.*field.member)) continue;
            result.merged.*field.member = from.*field.member;
            set(result.fields, field.name, *(from.*field.member), layer);
        }
    };
    texts(text_fields);
    texts(late_text_fields);
    for (const ScalarField& field : scalar_fields) {
        if (!(from.*field.member)) continue;
        result.merged.*field.member = from.*field.member;
        set(result.fields, field.name, (from.*field.member)->text, layer);
    }
    for (const ScalarField& field : quiet_fields) {
        if (!(from.*field.member)) continue;
        result.merged.*field.member = from.*field.member;
        set(late, field.name, (from.*field.member)->text, layer);
    }
    if (!from.pull_secrets.empty()) {
        result.merged.pull_secrets = from.pull_secrets;
        set(late, "pull_secrets", joined(from.pull_secrets), layer);
    }
    merge(result.merged.env, from.env);
    for (const Toleration& toleration : from.tolerations)
        if (std::find(result.merged.tolerations.begin(), result.merged.tolerations.end(), toleration) == result.merged.tolerations.end())
            result.merged.tolerations.push_back(toleration);
    merge_volumes(result.merged.volumes, from.volumes);
    for (const Toleration& toleration : from.tolerations) set(late, "toleration." + toleration.key, shown(toleration), layer);
    for (const Volume& volume : from.volumes) set(late, "volume." + volume.name, shown(volume), layer);
    merge(result.merged.node_selector, from.node_selector);
    for (const Binding& binding : from.env) set(env, "env." + binding.name, shown(binding.value), layer);
    for (const Binding& binding : from.node_selector) set(selector, "node_selector." + binding.name, shown(binding.value), layer);
}

}  // namespace

std::string shown(const Value& value) {
    switch (value.source) {
        case Source::literal:
        case Source::text: return value.text;
        case Source::param: return "{param: " + value.name + "}";
        case Source::output: return "{output: " + value.task + "." + value.name + "}";
        case Source::item: return value.name.empty() ? "{{item}}" : "{{item." + value.name + "}}";
        case Source::status: return "{status: flow}";
        case Source::secret: return "{secret: " + value.task + "." + value.name + "}";
    }
    return {};
}

std::string shown(const Volume& volume) {
    static constexpr const char* kinds[] = {"claim", "new claim", "secret", "config map", "empty folder", "host path", "volume"};
    std::string out = kinds[std::size_t(volume.kind)];
    if (!volume.source.empty()) out += " " + volume.source;
    if (volume.size) out += " (" + volume.size->text + ")";
    if (!volume.path.empty()) out += " at " + volume.path;
    if (!volume.sub_path.empty()) out += " from " + volume.sub_path;
    return volume.read_only ? out + ", read only" : out;
}

std::string shown(const Toleration& toleration) {
    std::string out = toleration.key.empty() ? "*" : toleration.key;
    if (toleration.op != "Exists") out += "=" + toleration.value;
    if (!toleration.effect.empty()) out += ":" + toleration.effect;
    return toleration.seconds ? out + " for " + toleration.seconds->text + " s" : out;
}

const Effective* EffectiveEnvironment::find(std::string_view field) const {
    for (const Effective& effective : fields) {
        if (effective.field == field) return &effective;
    }
    return nullptr;
}

EffectiveEnvironment effective_environment(const Flow& flow, const Task& task, const std::vector<const Task*>& enclosing) {
    EffectiveEnvironment result;
    for (const TextField& field : text_fields) result.fields.push_back({field.name});
    for (const ScalarField& field : scalar_fields) result.fields.push_back({field.name});
    for (const TextField& field : late_text_fields) result.fields.push_back({field.name});
    Lists lists;
    apply(result, lists, {&flow.environment, Origin::flow, flow.name});
    for (const Task* group : enclosing) {
        if (!group) continue;
        if (const Definition* definition = definition_of(flow, *group)) apply(result, lists, {&definition->environment, Origin::group, group->name});
        apply(result, lists, {&group->environment, Origin::group, group->name});
    }
    if (const Definition* definition = definition_of(flow, task)) {
        const bool own = task.definition.empty();
        apply(result, lists, {&definition->environment, own ? Origin::task : Origin::definition, own ? task.name : definition->name});
    }
    apply(result, lists, {&task.environment, Origin::task, task.name});
    for (Fields* list : {&lists.env, &lists.selector, &lists.late}) std::move(list->begin(), list->end(), std::back_inserter(result.fields));
    return result;
}

Message origin_sentence(const Effective& effective) {
    switch (effective.origin) {
        case Origin::nothing:
            if (effective.field == "image") return {WEFT_TR("core", "no image: nothing sets one")};
            return {WEFT_TR("core", "no %1: nothing sets it"), {effective.field}};
        case Origin::engine: return {WEFT_TR("core", "%1, the engine's default"), {effective.value}};
        case Origin::flow: return {WEFT_TR("core", "%1, from the flow's environment"), {effective.value}};
        case Origin::group: return {WEFT_TR("core", "%1, from the group %2"), {effective.value, effective.origin_name}};
        case Origin::definition: return {WEFT_TR("core", "%1, from the definition %2"), {effective.value, effective.origin_name}};
        case Origin::task: return {WEFT_TR("core", "%1, set by the task itself"), {effective.value}};
    }
    return {};
}

}  // namespace weft
