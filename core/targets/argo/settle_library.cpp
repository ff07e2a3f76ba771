// A file without an entrypoint: its main tasks stand for templates that nobody calls, so they come, go and are renamed with those.
#include <algorithm>

#include "core/model/edit.h"
#include "core/targets/argo/settling.h"

namespace weft::argo {
namespace {

TaskId highest_id(const Flow& flow) {
    TaskId highest = 0;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { highest = std::max(highest, task.id); });
    return highest;
}

bool same_but_names(const Task& was, const Task& now) {
    Task renamed = now;
    renamed.name = was.name;
    renamed.definition = was.definition;
    return renamed == was;
}

const Task* with_id(const Flow& flow, TaskId id) {
    const auto found = std::find_if(flow.main.tasks.begin(), flow.main.tasks.end(), [&](const TaskPtr& task) { return task->id == id; });
    return found == flow.main.tasks.end() ? nullptr : found->get();
}

// A task that is new stands for a template of its own; one that is gone had a template that somebody calls now. Their order says nothing.
bool stand_for_templates(const Flow& before, const Flow& after, std::vector<std::string> uncalled) {
    for (const TaskPtr& task : after.main.tasks) {
        const Task* was = with_id(before, task->id);
        Task plain;
        plain.id = task->id;
        plain.name = task->name;
        plain.definition = task->definition;
        if (was ? !same_but_names(*was, *task) : !(plain == *task)) return false;
        if (std::erase(uncalled, task->definition) == 0 && !was) return false;
    }
    return std::none_of(before.main.tasks.begin(), before.main.tasks.end(), [&](const TaskPtr& was) {
        return !with_id(after, was->id) && std::find(uncalled.begin(), uncalled.end(), was->definition) != uncalled.end();
    });
}

}  // namespace

// All templates may be called by each other and by exit handlers: then nothing stands there, and the file is a library all the same.
bool is_library(const Flow& flow) {
    const auto stands_elsewhere = [](const TaskPtr& task) { return task->definition.empty() && task->own && task->own->kind == DefinitionKind::reference; };
    return flow.entrypoint.empty() && std::none_of(flow.main.tasks.begin(), flow.main.tasks.end(), stands_elsewhere) &&
           std::any_of(flow.definitions.begin(), flow.definitions.end(), [](const DefinitionPtr& definition) { return !definition->name.empty(); });
}

Result<Flow> settle_library(const Flow& before, Flow flow) {
    for (const TaskPtr& was : before.main.tasks) {
        const Task* now = with_id(flow, was->id);
        if (!now || now->name == was->name || now->definition != was->definition) continue;
        Result<Flow> renamed = edit::rename_definition(flow, now->definition, now->name);
        if (!renamed) return renamed;
        flow = std::move(*renamed);
    }
    const std::vector<std::string> uncalled = uncalled_templates(flow);
    if (!stand_for_templates(before, flow, uncalled))
        return fail({WEFT_TR("core", "this file names no entrypoint, so its templates stand here side by side and nothing runs them: name the one to start with as `entrypoint` in the text first")});
    TaskId last = std::max(highest_id(before), highest_id(flow));
    std::vector<TaskPtr> tasks;
    for (const std::string& name : uncalled) {
        const auto known = std::find_if(flow.main.tasks.begin(), flow.main.tasks.end(), [&](const TaskPtr& task) { return task->definition == name; });
        if (known != flow.main.tasks.end() && (*known)->name == name) {
            tasks.push_back(*known);
            continue;
        }
        Task task;
        if (known != flow.main.tasks.end()) task = **known;
        else task.id = ++last;
        task.name = task.definition = name;
        tasks.push_back(std::make_shared<const Task>(std::move(task)));
    }
    flow.main.tasks = std::move(tasks);
    return flow;
}

}  // namespace weft::argo
