#include "core/targets/flyte/export.h"

#include <algorithm>

#include "core/targets/flyte/lower.h"
#include "core/targets/flyte/restore.h"
#include "core/yaml/writer.h"

namespace weft::flyte {
namespace {

using yaml::NodePtr;

std::string file_name(const std::string& name) {
    std::string out = node_name(name);
    return (out.empty() ? "flow" : out) + ".flyte.yaml";
}

std::string text_of(const Flow& flow) {
    std::string out;
    for (const NodePtr& message : messages_of(flow, hashed_identity(flow))) out += (out.empty() ? "" : "---\n") + yaml::write_yaml(message);
    return out;
}

// The flow is in Flyte's terms already: it was read from a file of Flyte's, and nothing was drawn that its nodes cannot hold.
bool stands_as_it_is(const Flow& flow) {
    if (flow.format != "flyte") return false;
    bool as_is = true;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler* handler) {
        if (handler && handler->trigger != Trigger::on_failure) as_is = false;
        if (!task.handlers.empty() || !task.depends.empty()) as_is = false;
        const bool pod = task.own && (task.own->kind == DefinitionKind::container || task.own->kind == DefinitionKind::script);
        if (pod && (!flow.entrypoint.empty() || flow.main.tasks.size() != 1)) as_is = false;
    });
    return as_is;
}

DefinitionPtr with_image(const DefinitionPtr& definition, const std::string& image) {
    if (definition->kind != DefinitionKind::container || definition->environment.image || image.empty()) return definition;
    Definition copy = *definition;
    copy.environment.image = image;
    return std::make_shared<const Definition>(std::move(copy));
}

Flow with_images(Flow flow, const std::string& image) {
    for (DefinitionPtr& definition : flow.definitions) definition = with_image(definition, image);
    for (TaskPtr& task : flow.main.tasks)
        if (task->own) {
            Task copy = *task;
            copy.own = with_image(copy.own, image);
            task = std::make_shared<const Task>(std::move(copy));
        }
    return flow;
}

// Work that only a plugin knows goes out where its own file is still at hand.
Message unsayable(const Flow& flow) {
    const yaml::Stream origin = origin_of(flow);
    const Unit unit = find_unit(origin);
    const auto of = [&](const Definition& d, const std::string& name) -> Message {
        if (d.kind != DefinitionKind::other || d.detail.empty() || says_the_same(unit, name, d)) return {};
        return {WEFT_TR("core", "the work of a task of type %1 stands only in its own file"), {d.detail}};
    };
    for (const DefinitionPtr& definition : flow.definitions)
        if (Message why = of(*definition, definition->name); !why.empty()) return why;
    for (const TaskPtr& task : flow.main.tasks)
        if (task->own)
            if (Message why = of(*task->own, flow.name); !why.empty()) return why;
    return {};
}

std::string reasons_of(const std::vector<Remark>& refused) {
    std::string out;
    for (const Remark& remark : refused) {
        const std::string line = remark.path + ": " + english(remark.what);
        if (out.find(line) == std::string::npos) out += (out.empty() ? "" : "\n") + line;
    }
    return out;
}

std::vector<Remark> missing_images(const Flow& lowered) {
    std::vector<Remark> out;
    for (const DefinitionPtr& definition : lowered.definitions) {
        if (definition->kind != DefinitionKind::container || definition->environment.image) continue;
        Remark remark;
        remark.fit = Fit::refused;
        remark.path = definition->name;
        remark.what = {WEFT_TR("core", "%1 has no image, and Flyte has no default one"), {definition->name}};
        out.push_back(std::move(remark));
    }
    return out;
}

Result<Exported> exported(const Flow& flow, std::vector<Message> notes) {
    if (const std::vector<Remark> missing = missing_images(flow); !missing.empty()) return fail(Message{WEFT_TR("core", "Flyte cannot say what this flow says:\n%1"), {reasons_of(missing)}});
    if (flow.schedule && flow.schedule->crons.size() > 1) return fail(WEFT_TR("core", "a launch plan of Flyte has one schedule, this flow several: give each a flow of its own"));
    return Exported{{{file_name(flow.name), text_of(flow)}}, std::move(notes)};
}

}  // namespace

Result<Exported> export_flow(const Flow& flow, const ExportOptions& options) {
    if (stands_as_it_is(flow)) {
        if (Message why = unsayable(flow); !why.empty()) return fail(std::move(why));
        return exported(with_images(flow, options.default_image), {});
    }
    Lowered lowered = lower(flow, options);
    if (!lowered.refused.empty()) return fail(Message{WEFT_TR("core", "Flyte cannot say what this flow says:\n%1"), {reasons_of(lowered.refused)}});
    return exported(lowered.flow, std::move(lowered.notes));
}

Result<std::string> fresh(const Flow& flow) {
    if (stands_as_it_is(flow)) {
        if (Message why = unsayable(flow); !why.empty()) return fail(std::move(why));
        return text_of(flow);
    }
    Result<Exported> made = export_flow(flow, {});
    if (!made) return tl::unexpected<Error>(made.error());
    return std::move(made->files.front().text);
}

std::vector<Remark> check(const Flow& flow, const ExportOptions& options) {
    std::vector<Remark> out;
    if (!stands_as_it_is(flow)) out = lower(flow, options).refused;
    if (flow.schedule && flow.schedule->crons.size() > 1) {
        Remark remark;
        remark.fit = Fit::refused;
        remark.what = WEFT_TR("core", "a launch plan of Flyte has one schedule, this flow several");
        remark.advice = WEFT_TR("core", "give each schedule a flow of its own");
        out.push_back(std::move(remark));
    }
    return out;
}

std::vector<NameUse> names(const Flow& flow, const std::string& version) {
    if (stands_as_it_is(flow)) return {};
    ExportOptions options;
    options.version = version;
    return lower(flow, options).names;
}

}  // namespace weft::flyte
