// A flow of any origin as a fresh native text; what the format cannot say is refused by name.
#include <algorithm>

#include "core/model/edit.h"
#include "core/model/graph.h"
#include "core/targets/native/native.h"
#include "core/targets/native/settle.h"
#include "core/targets/native/writing.h"
#include "core/yaml/writer.h"

namespace weft::native {
namespace {

std::string unsayable(const Definition& definition) {
    using Kind = DefinitionKind;
    if (!definition.unsupported.empty()) return definition.unsupported.front();
    if (definition.retry && !definition.retry->expression.empty()) return definition.retry->expression;
    const bool other = definition.kind == Kind::resource || definition.kind == Kind::reference || definition.kind == Kind::other;
    if (!other) return {};
    return !definition.name.empty() ? definition.name : definition.detail.empty() ? "template" : definition.detail;
}

// The first thing that the format has no word for, "" when there is none.
std::string unsayable(const Flow& flow) {
    if (!flow.unsupported.empty()) return flow.unsupported.front();
    std::string found;
    const auto note = [&](const std::string& what) {
        if (found.empty()) found = what;
    };
    for (const DefinitionPtr& definition : flow.definitions) {
        if (definition) note(unsayable(*definition));
    }
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler* handler) {
        if (task.own) note(unsayable(*task.own));
        if (task.retry) note(task.retry->expression);
        if (handler && handler->trigger == Trigger::always) note(handler->expression);
    });
    return found;
}

bool reads_results(const Flow& flow) {
    bool found = false;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) {
        for (const FieldReference& reference : references_of(flow, task)) found = found || reference.reference.name == "result";
    });
    return found;
}

DefinitionPtr without_results(const DefinitionPtr& definition) {
    const auto is_result = [](const Output& output) { return output.name == "result" && output.from == OutputFrom::standard_output; };
    if (!definition) return definition;
    Definition copy = *definition;
    std::erase_if(copy.outputs, is_result);
    if (copy.body) {
        Body body = *copy.body;
        for (TaskPtr& task : body.tasks) {
            Task changed = *task;
            changed.own = without_results(changed.own);
            task = std::make_shared<const Task>(std::move(changed));
        }
        copy.body = std::make_shared<const Body>(std::move(body));
    }
    return std::make_shared<const Definition>(std::move(copy));
}

// Argo offers what a pod prints as an output without a word in the file; where nobody reads it, it is not worth a line in ours.
void drop_unread_results(Flow& flow) {
    if (reads_results(flow)) return;
    for (DefinitionPtr& definition : flow.definitions) definition = without_results(definition);
    for (TaskPtr& task : flow.main.tasks) {
        Task changed = *task;
        changed.own = without_results(changed.own);
        task = std::make_shared<const Task>(std::move(changed));
    }
    for (Handler& handler : flow.main.handlers) {
        Task changed = *handler.task;
        changed.own = without_results(changed.own);
        handler.task = std::make_shared<const Task>(std::move(changed));
    }
}

}  // namespace

Result<std::string> fresh(const Flow& flow) {
    if (const std::string what = unsayable(flow); !what.empty()) return fail({WEFT_TR("core", "a .weft.yaml file cannot hold \"%1\""), {what}});
    Flow wanted = flow;
    // Argo: the template that the main flow was made from says nothing new.
    std::erase_if(wanted.definitions, [&](const DefinitionPtr& d) { return !d || (d->name == flow.entrypoint && edit::uses_of(flow, d->name) == 0); });
    wanted.entrypoint.clear();
    if (flow.format != "native") drop_unread_results(wanted);
    wanted.format = "native";
    wanted = number_tasks(settled(Flow{}, wanted));
    yaml::Stream stream;
    stream.documents.push_back({yaml::make_map({{yaml::make_string("weftwork"), yaml::make_plain("1")}}, yaml::Style::block), {}});
    Flow nothing;
    nothing.format = "native";
    const Result<std::vector<NodePtr>> roots = write(nothing, wanted, stream, 0);
    if (!roots) return tl::unexpected(roots.error());
    return yaml::write_yaml(roots->front());
}

}  // namespace weft::native

namespace weft {

const Format& native_format() {
    static const Format format = [] {
        Format made;
        made.id = "native";
        made.title = {WEFT_TR("core", "Weftwork flow")};
        made.abilities.placements_inside = made.abilities.notes_inside = true;
        made.recognises = native::recognises;
        made.read = native::read;
        made.flow_count = native::flow_count;
        made.write = native::write;
        made.fresh = native::fresh;
        made.settle = native::settle;
        return made;
    }();
    return format;
}

}  // namespace weft
