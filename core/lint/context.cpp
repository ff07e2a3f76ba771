// The snapshot that all rules share: every task with its surroundings, every body with its graph. Built once per run, linear in the flow.
#include <unordered_set>

#include "core/lint/rule.h"

namespace weft::lint {
namespace {

constexpr std::string_view pod_makers[] = {"argo", "kfp", "elyra", "volcano", "flyte", "dolphinscheduler", "metaflow"};

struct Builder {
    const Flow& flow;
    Context& context;
    std::unordered_map<std::string_view, const Definition*> definitions;
    std::unordered_set<const Definition*> used;
    std::vector<const Task*> enclosing;

    void body(const Body& body, const std::string& path) {
        const std::size_t scope = context.scopes.size();
        context.scopes.push_back({&body, path, graph_of(flow, body)});
        const std::string head = path.empty() ? std::string() : path + '.';
        for (const TaskPtr& task : body.tasks)
            if (task) item(*task, nullptr, body, join_path(head + "tasks", task->name), scope, false);
        for (const Handler& handler : body.handlers)
            if (handler.task) item(*handler.task, &handler, body, join_path(head + "handlers", handler.task->name), scope, false);
    }

    void item(const Task& task, const Handler* handler, const Body& around, std::string path, std::size_t scope, bool hook) {
        const Definition* definition = task.own.get();
        std::string definition_path = path;
        bool first = true;
        if (!task.definition.empty()) {
            const auto found = definitions.find(task.definition);
            definition = found == definitions.end() ? nullptr : found->second;
            definition_path = join_path("definitions", task.definition);
            first = definition && used.insert(definition).second;
        }
        context.items.push_back({&task, definition, handler, &around, enclosing, path, std::move(definition_path), first, references_of(flow, task), scope, hook});
        enclosing.push_back(&task);
        if (task.own && task.own->body) this->body(*task.own->body, path);
        enclosing.pop_back();
        for (const Handler& hook : task.handlers)
            if (hook.task) item(*hook.task, &hook, around, join_path(path + ".handlers", hook.task->name), scope, true);
    }
};

}  // namespace

std::vector<TargetChoice> default_targets(std::string_view format) {
    if (format == "native" || format.empty()) return {{"local", ""}, {"argo", "4.1"}};
    if (format == "argo") return {{"argo", "4.1"}};
    if (format == "elyra") return {{"kfp", ""}};
    if (format == "pydolphinscheduler") return {{"dolphinscheduler", "3.2"}};
    return {{std::string(format), format == "dolphinscheduler" ? "3.2" : ""}};
}

Context make_context(const Flow& flow, Options options) {
    if (options.targets.empty()) options.targets = default_targets(flow.format);
    Context context{flow};
    context.options = std::move(options);
    context.items.reserve(flow.main.tasks.size() + flow.main.handlers.size());
    Builder builder{flow, context, {}, {}, {}};
    for (const DefinitionPtr& definition : flow.definitions)
        if (definition) builder.definitions.emplace(definition->name, definition.get());
    builder.body(flow.main, "");
    for (const DefinitionPtr& definition : flow.definitions)
        if (definition && definition->body) builder.body(*definition->body, join_path("definitions", definition->name));
    return context;
}

const TargetChoice* Context::target(std::string_view id) const {
    for (const TargetChoice& choice : options.targets)
        if (choice.id == id) return &choice;
    return nullptr;
}

bool Context::has_target(std::string_view id) const { return target(id) != nullptr; }

std::string Context::kubernetes_target() const {
    for (const TargetChoice& choice : options.targets)
        for (const std::string_view maker : pod_makers)
            if (choice.id == maker) return choice.version.empty() ? choice.id : choice.id + ' ' + choice.version;
    return {};
}

bool Context::on_kubernetes() const { return !kubernetes_target().empty(); }

}  // namespace weft::lint
