// What names mean while a flow runs.
#include <algorithm>
#include <ctime>
#include <nlohmann/json.hpp>

#include "core/targets/local/planner.h"

namespace weft::local {

namespace {

using nlohmann::json;

const std::string* find_in(const std::vector<run::Datum>& data, const std::string& name) {
    const auto it = std::find_if(data.begin(), data.end(), [&](const run::Datum& d) { return d.key == name; });
    return it == data.end() ? nullptr : &it->value;
}

std::string dumped(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

std::string iso_time(std::int64_t wall_ms) {
    const std::time_t seconds = std::time_t(wall_ms / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

// Results of a loop's items as Argo joins them: what is JSON stays JSON, the rest becomes strings.
std::string joined(const Planner& planner, const Node& loop, const std::string& name) {
    json list = json::array();
    for (const int id : loop.items) {
        const auto value = output_of(planner, planner.node(id), name);
        if (!value) continue;
        json parsed = name == "result" ? json::parse(*value, nullptr, false) : json(json::value_t::discarded);
        list.push_back(parsed.is_discarded() ? json(*value) : std::move(parsed));
    }
    return dumped(list);
}

std::string all_outputs(const Planner& planner, const Node& node) {
    const auto object = [](const Node& n) {
        json fields = json::object();
        for (const run::Datum& output : n.outputs) fields[output.key] = output.value;
        return fields;
    };
    if (node.kind != Kind::loop) return dumped(object(node));
    json list = json::array();
    for (const int id : node.items) list.push_back(object(planner.node(id)));
    return dumped(list);
}

}  // namespace

std::string status_word(Ended ended) {
    switch (ended) {
        case Ended::none: return "Running";
        case Ended::succeeded: return "Succeeded";
        case Ended::errored: return "Error";
        case Ended::skipped: return "Skipped";
        case Ended::omitted: return "Omitted";
        default: return "Failed";
    }
}

std::optional<std::string> output_of(const Planner& planner, const Node& node, const std::string& name) {
    if (node.kind == Kind::loop && !node.items.empty()) return joined(planner, node, name);
    if (const std::string* value = find_in(node.outputs, name)) return *value;
    if (const std::string* file = find_in(node.artifacts, name)) return *file;
    if (node.definition)
        for (const Output& output : node.definition->outputs)
            if (output.name == name && output.fallback) return *output.fallback;
    return std::nullopt;
}

std::string Planner::failures_json() const {
    json list = json::array();
    for (const int id : failures) {
        const Node& n = node(id);
        list.push_back({{"displayName", n.task->name}, {"message", n.reason}, {"templateName", n.task->definition}, {"phase", status_word(n.ended)},
                        {"podName", n.path}, {"finishedAt", iso_time(n.ended_wall)}});
    }
    return dumped(list);
}

Result<std::string> NodeResolver::param(const std::string& name) const {
    if (own_)
        for (const auto& [key, value] : *own_)
            if (key == name) return value;
    const auto& params = p_.bodies[std::size_t(body_)].params;
    if (const auto it = params.find(name); it != params.end()) return it->second;
    return fail({WEFT_TR("core", "there is no parameter \"%1\" with a value here"), {name}});
}

Result<std::string> NodeResolver::workflow(const std::string& rest) const {
    const BodyRun& main = p_.bodies.front();
    if (rest == "status") return status_word(main.over ? main.result : Ended::none);
    if (rest == "failures") return p_.failures_json();
    if (rest == "name") return (p_.flow->name.empty() ? std::string("flow") : p_.flow->name) + "-" + std::to_string(p_.facts.number);
    if (rest == "uid") return p_.facts.run;
    if (rest == "namespace") return std::string("local");
    if (rest == "serviceAccountName") return std::string("default");
    if (rest == "mainEntrypoint") return p_.flow->entrypoint;
    if (rest == "priority") return std::string("0");
    if (rest.starts_with("creationTimestamp")) return iso_time(p_.clock.wall_ms());
    if (rest == "parameters") {
        json list = json::array();
        for (const std::string& name : main.param_order) list.push_back({{"name", name}, {"value", main.params.at(name)}});
        return dumped(list);
    }
    if (rest.starts_with("parameters.")) {
        const std::string name = rest.substr(11);
        if (name == "json") return workflow("parameters");
        if (const auto it = main.params.find(name); it != main.params.end()) return it->second;
        return fail({WEFT_TR("core", "the flow has no parameter \"%1\" with a value"), {name}});
    }
    return fail({WEFT_TR("core", "\"%1\" of the flow is not known on this computer"), {rest}});
}

Result<std::string> NodeResolver::task(const std::string& name, const std::string& rest) const {
    const BodyRun& body = p_.bodies[std::size_t(body_)];
    const auto at = body.graph->index.find(name);
    if (at == body.graph->index.end()) return fail({WEFT_TR("core", "there is no task \"%1\" here"), {name}});
    const Node& node = p_.node(body.nodes[std::size_t(at->second)]);
    if (node.ended == Ended::none) return fail({WEFT_TR("core", "task \"%1\" has not ended yet"), {name}});
    if (rest == "status") return status_word(node.ended);
    if (rest == "name") return node.task->name;
    if (rest == "id") return node.path;
    if (rest == "finishedAt") return iso_time(node.ended_wall);
    if (rest == "exitCode" && node.exit >= 0) return std::to_string(node.exit);
    if (rest == "outputs.parameters") return all_outputs(p_, node);
    std::string output = rest;
    for (const std::string_view head : {"outputs.parameters.", "outputs.artifacts.", "outputs."})
        if (output.starts_with(head)) {
            output.erase(0, head.size());
            if (auto value = output_of(p_, node, output)) return *value;
            return fail({WEFT_TR("core", "task \"%1\" has no output \"%2\" (it is %3)"), {name, output, status_word(node.ended)}});
        }
    return fail({WEFT_TR("core", "\"%2\" of task \"%1\" is not known on this computer"), {name, rest}});
}

Result<std::string> NodeResolver::item(const std::string& field) const {
    if (node_ < 0 || !p_.node(node_).item) return fail(WEFT_TR("core", "there is no loop here"));
    const std::string& item = *p_.node(node_).item;
    if (field.empty()) return item;
    const json object = json::parse(item, nullptr, false);
    if (!object.is_object() || !object.contains(field)) return fail({WEFT_TR("core", "the loop's item has no field \"%1\""), {field}});
    return object[field].is_string() ? object[field].get<std::string>() : dumped(object[field]);
}

Result<std::string> NodeResolver::attempt(const std::string& what) const {
    if (node_ < 0) return fail({WEFT_TR("core", "\"%1\" has no meaning here"), {what}});
    const Node& node = p_.node(node_);
    if (what == "retries") return std::to_string(std::max(0, node.tries - 1));
    if (what == "pod.name") return node.path;
    if (what == "node.name") return node.path;
    if (what == "lastRetry.exitCode") return std::to_string(node.exit);
    if (what == "lastRetry.status") return std::string(node.tries > 1 ? "Failed" : "");
    if (what == "lastRetry.message") return node.reason;
    return fail({WEFT_TR("core", "\"%1\" is not known on this computer"), {what}});
}

// {{inputs.artifacts.X.path}}, {{outputs.parameters.X.path}}, {{outputs.artifacts.X.path}}: paths that the definition itself names.
Result<std::string> NodeResolver::own_file(const std::string& rest) const {
    const Definition* definition = node_ >= 0 ? p_.node(node_).definition : nullptr;
    const bool input = rest.starts_with("inputs.artifacts.");
    std::string name = rest.substr(input ? 17 : rest.starts_with("outputs.parameters.") ? 19 : rest.starts_with("outputs.artifacts.") ? 18 : 8);
    if (name.ends_with(".path")) name.resize(name.size() - 5);
    if (definition && input)
        for (const InputFile& file : definition->files)
            if (file.name == name) return file.path;
    if (definition && !input)
        for (const Output& output : definition->outputs)
            if (output.name == name && !output.path.empty()) return output.path;
    // A body's input file is handed on to an inner task.
    const int owner = p_.bodies[std::size_t(body_)].owner;
    if (input && owner >= 0)
        for (const InputFile& file : p_.node(owner).task->files)
            if (file.name == name && file.from) return resolve(*file.from, NodeResolver(p_, p_.node(owner).body, owner));
    return fail({WEFT_TR("core", "there is no file \"%1\" here"), {name}});
}

Result<std::string> NodeResolver::status() const {
    int node = node_, body = body_;
    while (true) {
        if (node >= 0 && p_.node(node).handler) {
            const Node& n = p_.node(node);
            const Ended ended = n.hook_of >= 0 ? p_.node(n.hook_of).ended : p_.bodies[std::size_t(n.body)].result;
            return ended == Ended::cancelled ? std::string("Cancelled") : ended == Ended::errored ? std::string("Failed") : status_word(ended);
        }
        node = p_.bodies[std::size_t(body)].owner;
        if (node < 0) return workflow("status");
        body = p_.node(node).body;
    }
}

}  // namespace weft::local
