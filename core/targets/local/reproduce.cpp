#include "core/targets/local/reproduce.h"

#include <algorithm>
#include <set>

#include "core/model/environment.h"
#include "core/targets/local/launch.h"
#include "core/targets/local/sandbox.h"

namespace weft::local {

namespace {

struct List {
    std::vector<NotReproduced> all;
    std::set<std::string> seen;
    void add(const std::string& path, Message what, bool blocks) {
        if (seen.insert(path + "\n" + english(what)).second) all.push_back({path, std::move(what), blocks});
    }
};

void look_at_value(List& list, const std::string& path, const Value& value) {
    if (value.source == Source::secret) list.add(path, {WEFT_TR("core", "the secret \"%1\" is not available"), {value.task + "." + value.name}}, true);
    if (has_expression(value.text)) list.add(path, {WEFT_TR("core", "the expression in \"%1\" is not evaluated"), {value.text}}, true);
}

void look_at_text(List& list, const std::string& path, const std::string& text, const char* where) {
    if (has_expression(text)) list.add(path, {WEFT_TR("core", "the expression {{=…}} in its %1 is not evaluated"), {where}}, true);
}

void look_at_environment(List& list, const std::string& path, const Environment& environment) {
    for (const Binding& binding : environment.env) look_at_value(list, path, binding.value);
}

void look_at_kind(List& list, const std::string& path, const Definition& definition) {
    switch (definition.kind) {
        case DefinitionKind::http: list.add(path, {WEFT_TR("core", "an http request is not made (%1)"), {definition.detail}}, true); break;
        case DefinitionKind::resource: list.add(path, {WEFT_TR("core", "a Kubernetes object is not changed (%1)"), {definition.detail}}, true); break;
        case DefinitionKind::reference: list.add(path, {WEFT_TR("core", "it stands in another file or on a server (%1)"), {definition.detail}}, true); break;
        case DefinitionKind::other: list.add(path, {WEFT_TR("core", "this kind of task is not run (%1)"), {definition.detail}}, true); break;
        case DefinitionKind::container:
            if (definition.command.empty()) list.add(path, WEFT_TR("core", "it has no command, and the image's own is not known"), true);
            break;
        default: break;
    }
}

bool needs_it(const std::string& what) {
    for (const std::string_view word : {"sidecars", "initContainers", "daemon", "envFrom"})
        if (what == word) return true;
    return what.starts_with("valueFrom of env ") || what.starts_with("volume ") || what.find(" volume ") != std::string::npos;
}

// The kind of a task is named in a sentence of its own, and so are expressions.
bool said_already(const Definition& definition, const std::string& what) {
    const bool blocked_kind = definition.kind == DefinitionKind::http || definition.kind == DefinitionKind::resource || definition.kind == DefinitionKind::other;
    return (blocked_kind && what.find(' ') == std::string::npos) || what.starts_with("expression tags");
}

void look_at_definition(List& list, const std::string& path, const Definition& definition, bool sandbox) {
    look_at_kind(list, path, definition);
    look_at_environment(list, path, definition.environment);
    for (const auto* words : {&definition.command, &definition.args})
        for (const Scalar& word : *words) look_at_text(list, path, word.text, "command");
    look_at_text(list, path, definition.source, "script");
    for (const Output& output : definition.outputs) look_at_value(list, path, output.expression);
    const std::vector<std::string> paths = private_paths(definition);
    if (!paths.empty() && !sandbox) {
        list.add(path, {WEFT_TR("core", "the path \"%1\" cannot be made private to the task (bubblewrap is not usable)"), {paths.front()}}, true);
    } else if (auto planned = plan_sandbox(paths, "/private"); !planned) {
        list.add(path, planned.error().message, true);
    }
    for (const std::string& what : definition.unsupported)
        if (!said_already(definition, what)) list.add(path, what, needs_it(what));
}

bool makes_a_process(const Definition& definition) { return definition.kind == DefinitionKind::container || definition.kind == DefinitionKind::script; }

void look_at_task(List& list, const std::string& path, const Task& task, const Handler* handler) {
    for (const Binding& binding : task.params) look_at_value(list, path, binding.value);
    for (const InputFile& file : task.files)
        if (file.from) look_at_value(list, path, *file.from);
    look_at_environment(list, path, task.environment);
    look_at_text(list, path, task.when, "condition");
    if (task.loop) look_at_text(list, path, task.loop->param, "loop");
    if (task.retry && !task.retry->expression.empty()) list.add(path, {WEFT_TR("core", "the retry expression \"%1\" is not evaluated; the limit alone counts"), {task.retry->expression}}, false);
    if (handler && !handler->expression.empty() && handler->expression.find_first_of("?[{|") != std::string::npos && handler->expression.find("||") == std::string::npos)
        list.add(path, {WEFT_TR("core", "the expression \"%1\" may be more than can be evaluated"), {handler->expression}}, false);
}

}  // namespace

std::vector<NotReproduced> not_reproduced(const Flow& flow, bool sandbox) {
    List list;
    bool images = false;
    for (const std::string& what : flow.unsupported) list.add({}, what, false);
    for_each_task(flow, [&](const std::string& path, const Task& task, const Handler* handler) {
        look_at_task(list, path, task, handler);
        const Definition* definition = definition_of(flow, task);
        if (!definition) return;
        look_at_definition(list, path, *definition, sandbox);
        const EffectiveEnvironment environment = effective_environment(flow, task);
        if (const std::string volume = missing_volume(environment.merged); !volume.empty() && makes_a_process(*definition))
            list.add(path, {WEFT_TR("core", "the volume %1 is not mounted"), {volume}}, true);
        const Effective* image = environment.find("image");
        images = images || (image && image->origin != Origin::nothing);
    });
    look_at_environment(list, {}, flow.environment);
    if (images) list.all.insert(list.all.begin(), {{}, Message(WEFT_TR("core", "images not used")), false});
    return list.all;
}

std::string missing_for(const Definition& definition) {
    for (const std::string& what : definition.unsupported)
        if (needs_it(what)) return what;
    return {};
}

std::string missing_volume(const Environment& environment) {
    for (const Volume& volume : environment.volumes)
        if (!volume.path.empty()) return volume.name + ": " + shown(volume);
    return {};
}

std::string describe(const NotReproduced& one) { return one.path.empty() ? english(one.what) : one.path + ": " + english(one.what); }

}  // namespace weft::local
