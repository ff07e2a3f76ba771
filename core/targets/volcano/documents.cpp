// The documents of a file, and what the engine's schema knows of their fields.
#include <string_view>

#include "core/targets/volcano/reading.h"
#include "core/targets/volcano/schema.h"

namespace weft::volcano {

Role role_of(const NodePtr& root) {
    const std::string version = yaml::text_at(root, "apiVersion"), kind = yaml::text_at(root, "kind");
    if (version.starts_with("flow.volcano.sh/")) return kind == "JobFlow" ? Role::flow : kind == "JobTemplate" ? Role::job_template : Role::none;
    return version.starts_with("batch.volcano.sh/") && kind == "Job" ? Role::job : Role::none;
}

std::vector<Part> parts_of(const yaml::Stream& stream) {
    std::vector<Part> out;
    for (std::size_t i = 0; i < stream.documents.size(); ++i) {
        const Place root{stream.documents[i].root, {}, i};
        const Role role = role_of(root.node);
        if (role == Role::none) continue;
        const Place metadata = root.at("metadata");
        out.push_back({role, metadata.has("name") ? metadata.text_at("name") : metadata.text_at("generateName"), root});
    }
    return out;
}

const Part* flow_part(const std::vector<Part>& parts, std::size_t index) {
    for (const Part& part : parts)
        if (part.role != Role::job_template && index-- == 0) return &part;
    return nullptr;
}

const Part* template_part(const std::vector<Part>& parts, const std::string& name) {
    for (const Part& part : parts)
        if (part.role == Role::job_template && part.name == name) return &part;
    return nullptr;
}

void Reading::map(const std::string& path, const Place& place) {
    if (place && !out.places.find(path)) out.places.add(path, place.node, place.addressable() ? place.path : std::string(), place.document);
}

void Reading::issue(const char* rule, Message what, const Place& at) {
    const yaml::Span span = at ? at.node->span : yaml::Span{};
    out.issues.push_back({rule, std::move(what), span, at ? at.node->line : 0, at ? at.node->column : 0});
}

void Reading::check_fields(const Place& map, const char* schema, const std::set<std::string>& understood, const std::string& place) {
    if (!map.is_map()) return;
    for (const yaml::Entry& entry : map.node->entries) {
        if (!entry.key || !entry.key->is_scalar()) continue;
        const std::string& key = entry.key->text;
        if (understood.count(key)) continue;
        if (knows(schema, key)) {
            kept.insert(place + "." + key);
            continue;
        }
        const Place at{entry.key, {}, map.document};
        if (std::string_view(schema) == "patch" && key == "spec")
            issue("yaml/unknown-field", {WEFT_TR("core", "`spec` is no field of a patch: the documentation says so, the schema wants `jobSpec`, and the server drops it")}, at);
        else
            issue("yaml/unknown-field", {WEFT_TR("core", "`%1` is no field that Volcano knows at %2"), {key, place}}, at);
    }
}

}  // namespace weft::volcano
