#include "core/targets/local/trust.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/io/file.h"
#include "core/io/sha256.h"
#include "core/targets/local/folders.h"

namespace weft::local {

using nlohmann::json;

namespace {

std::string trust_file() { return state_folder() + "/trust.json"; }

json load() {
    auto text = io::read_file(trust_file(), 4u << 20);
    json stored = text ? json::parse(*text, nullptr, false) : json::object();
    if (!stored.is_object()) stored = json::object();
    for (const char* key : {"folders", "commands"})
        if (!stored.contains(key) || !stored[key].is_array()) stored[key] = json::array();
    return stored;
}

bool holds(const json& list, const std::string& text) { return std::find(list.begin(), list.end(), json(text)) != list.end(); }

Result<void> remember(const char* key, const std::string& text) {
    json stored = load();
    if (holds(stored[key], text)) return {};
    stored[key].push_back(text);
    if (auto made = io::make_folders(state_folder()); !made) return made;
    return io::write_file(trust_file(), stored.dump(2, ' ', false, json::error_handler_t::replace) + "\n");
}

json value_json(const Value& value) { return {int(value.source), value.text, value.task, value.name}; }

json definition_json(const Definition& definition) {
    json words = json::array(), env = json::array(), files = json::array();
    for (const auto* list : {&definition.command, &definition.args})
        for (const Scalar& word : *list) words.push_back(word.text);
    for (const Binding& binding : definition.environment.env) env.push_back({binding.name, value_json(binding.value)});
    for (const InputFile& file : definition.files) files.push_back({file.path, file.raw.value_or("")});
    return {int(definition.kind), words, definition.source, definition.working_dir, env, files};
}

}  // namespace

std::string fingerprint(const Flow& flow) {
    json all = json::array();
    const auto env = [](const Environment& environment) {
        json list = json::array();
        for (const Binding& binding : environment.env) list.push_back({binding.name, value_json(binding.value)});
        return list;
    };
    all.push_back(env(flow.environment));
    for_each_task(flow, [&](const std::string& path, const Task& task, const Handler*) {
        json params = json::array();
        for (const Binding& binding : task.params) params.push_back({binding.name, value_json(binding.value)});
        all.push_back({path, task.definition, params, env(task.environment), task.own ? definition_json(*task.own) : json()});
    });
    for (const DefinitionPtr& definition : flow.definitions)
        if (definition) all.push_back({definition->name, definition_json(*definition)});
    for (const Parameter& parameter : flow.parameters) all.push_back({parameter.name, parameter.value ? value_json(*parameter.value) : json()});
    return io::sha256(all.dump(-1, ' ', false, json::error_handler_t::replace));
}

std::vector<std::string> what_it_runs(const Flow& flow) {
    std::vector<std::string> lines;
    for_each_task(flow, [&](const std::string& path, const Task& task, const Handler*) {
        const Definition* definition = definition_of(flow, task);
        if (!definition || (definition->kind != DefinitionKind::container && definition->kind != DefinitionKind::script)) return;
        std::string text;
        for (const auto* list : {&definition->command, &definition->args})
            for (const Scalar& word : *list) text += (text.empty() ? "" : " ") + word.text;
        if (!definition->source.empty()) text += (text.empty() ? "" : " ") + definition->source;
        lines.push_back(path + ": " + text);
    });
    return lines;
}

bool is_trusted(const std::string& file, const Flow& flow) {
    const json stored = load();
    for (std::string folder = file; folder.find('/') != std::string::npos;) {
        folder.resize(folder.rfind('/'));
        if (!folder.empty() && holds(stored["folders"], folder)) return true;
    }
    return holds(stored["commands"], fingerprint(flow));
}

Result<void> trust_commands(const Flow& flow) { return remember("commands", fingerprint(flow)); }

Result<void> trust_folder(const std::string& folder) {
    std::string plain = folder;
    while (plain.size() > 1 && plain.back() == '/') plain.pop_back();
    return remember("folders", plain);
}

}  // namespace weft::local
