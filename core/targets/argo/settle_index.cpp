// What a change touched, found without looking at what it did not: a flow of 10,000 tasks is settled in the time that its changed tasks take.
#include "core/model/unshared.h"
#include "core/targets/argo/settling.h"

namespace weft::argo {
namespace {

struct Indexing {
    TaskIndex out;

    // A task with everything below it.
    void was(const TaskPtr& task) {
        if (!task) return;
        out.before.emplace(task->id, task.get());
        if (task->own && task->own->body) was(*task->own->body);
        for (const Handler& hook : task->handlers) was(hook.task);
    }
    void was(const Body& body) {
        for (const TaskPtr& task : body.tasks) was(task);
        for (const Handler& handler : body.handlers) was(handler.task);
    }
    void is(const TaskPtr& task) {
        if (!task) return;
        out.after.push_back(task.get());
        out.fresh.insert(task.get());
        if (task->own && task->own->body) is(*task->own->body);
        for (const Handler& hook : task->handlers) is(hook.task);
    }
    void is(const Body& body) {
        for (const TaskPtr& task : body.tasks) is(task);
        for (const Handler& handler : body.handlers) is(handler.task);
    }

    void bodies(const Body& before, const Body& after) {
        const Unshared apart = unshared(before.tasks, after.tasks);
        for (const std::size_t i : apart.before) was(before.tasks[i]);
        for (const std::size_t i : apart.after) is(after.tasks[i]);
        for (const Handler& handler : before.handlers) was(handler.task);
        for (const Handler& handler : after.handlers) is(handler.task);
    }

    void definitions(const std::vector<DefinitionPtr>& before, const std::vector<DefinitionPtr>& after) {
        const Unshared apart = unshared(before, after);
        static const Body none;
        const auto body_of = [](const DefinitionPtr& definition) -> const Body& { return definition && definition->body ? *definition->body : none; };
        if (apart.before.size() == apart.after.size()) {
            for (std::size_t i = 0; i < apart.before.size(); ++i) bodies(body_of(before[apart.before[i]]), body_of(after[apart.after[i]]));
            return;
        }
        for (const DefinitionPtr& definition : before) was(body_of(definition));   // a copy may share its tasks with any of them
        for (const std::size_t i : apart.after) is(body_of(after[i]));
    }
};

}  // namespace

TaskIndex index_tasks(const Flow& before, const Flow& after) {
    Indexing indexing;
    indexing.bodies(before.main, after.main);
    indexing.definitions(before.definitions, after.definitions);
    return std::move(indexing.out);
}

}  // namespace weft::argo
