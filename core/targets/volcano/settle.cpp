// A JobFlow names templates, so a task, its template and the name in the file are one thing here. settle() makes them one after any gesture.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/model/edit.h"
#include "core/targets/volcano/writing.h"

namespace weft::volcano {
namespace {

using Old = std::unordered_map<TaskId, const Task*>;

Message flow_message(const Flow& before, const Flow& drawn, Role role) {
    if (!drawn.main.handlers.empty()) return handler_message();
    if (drawn.parameters != before.parameters) return {WEFT_TR("core", "a Volcano file has no parameters; write the values into the jobs")};
    Environment was = before.environment, is = drawn.environment;
    if (role == Role::job) {
        was.volumes.clear();
        is.volumes.clear();
        for (const Volume& volume : drawn.environment.volumes)
            if (volume.path.empty() || volume.name != volume.path) return {WEFT_TR("core", "a volume of a whole vcjob (`%1`) is called as the path where it is mounted"), {volume.name}};
    }
    if (was != is) return {WEFT_TR("core", "a Volcano file has no environment for all: it belongs to each job's template")};
    if (drawn.schedule != before.schedule) return {WEFT_TR("core", "a JobFlow has no schedule; start it from Weftwork or by a CronJob of your own")};
    if (drawn.timeout != before.timeout) return {WEFT_TR("core", "a JobFlow has no time limit; its jobs have one each")};
    if (drawn.parallelism != before.parallelism) return {WEFT_TR("core", "a JobFlow starts every job that can start; the queue limits what runs")};
    if (drawn.description != before.description && role == Role::job_template) return {WEFT_TR("core", "a file of templates alone has no description")};
    return {};
}

std::size_t index_of(const Flow& flow, const std::string& definition) {
    for (std::size_t i = 0; i < flow.definitions.size(); ++i)
        if (flow.definitions[i] && flow.definitions[i]->name == definition) return i;
    return std::size_t(-1);
}
bool has(const Flow& flow, const std::string& definition) { return index_of(flow, definition) != std::size_t(-1); }

DefinitionPtr named(const Definition& definition, const std::string& name) {
    Definition copy = definition;
    copy.name = name;
    return std::make_shared<const Definition>(std::move(copy));
}

std::string free_name(const Flow& flow, const std::string& wanted) {
    std::string name = wanted;
    for (int n = 2; has(flow, name) || find_task(flow.main, name); ++n) name = wanted + "-" + std::to_string(n);
    return name;
}

Definition reference(const std::string& name) {
    Definition out;
    out.kind = DefinitionKind::reference;
    out.detail = "JobTemplate " + name;
    return out;
}

Message rename_to(Flow& flow, TaskId id, const std::string& name) {
    const Result<Flow> renamed = edit::rename_task(flow, id, name);
    if (!renamed) return renamed.error().message;
    flow = *renamed;
    return {};
}

void set_task(Flow& flow, std::size_t at, Task task) { flow.main.tasks[at] = std::make_shared<const Task>(std::move(task)); }

// The task brings what it runs along: that becomes a template of its own.
Message take_own(Flow& flow, std::size_t at) {
    const TaskId id = flow.main.tasks[at]->id;
    if (has(flow, flow.main.tasks[at]->name))
        if (Message why = rename_to(flow, id, free_name(flow, flow.main.tasks[at]->name)); !why.empty()) return why;
    Task task = *flow.main.tasks[at];
    Definition own = *task.own;
    own.name = task.name;
    task.definition = task.name;
    task.own = nullptr;
    flow.definitions.push_back(std::make_shared<const Definition>(std::move(own)));
    set_task(flow, at, std::move(task));
    return {};
}

Message without_definition(Flow& flow, std::size_t at) {
    Task task = *flow.main.tasks[at];
    if (task.own && task.own->kind != DefinitionKind::reference && task.own->kind != DefinitionKind::none) return take_own(flow, at);
    if (has(flow, task.name)) {
        task.definition = task.name;
        task.own = nullptr;
    } else {
        const Definition plain = task.own && task.own->kind == DefinitionKind::reference ? *task.own : Definition{};
        Definition bare;
        bare.kind = DefinitionKind::reference;
        bare.detail = plain.detail;
        if (plain.kind == DefinitionKind::reference && plain != bare)
            return {WEFT_TR("core", "the JobTemplate of `%1` stands on the cluster: what it runs cannot be changed here"), {task.name}};
        if (task.own && task.own->detail == "JobTemplate " + task.name) return {};
        task.own = std::make_shared<const Definition>(reference(task.name));
    }
    set_task(flow, at, std::move(task));
    return {};
}

// The task uses the template `task.definition`, but is called otherwise.
Message make_one(const Flow& before, Flow& flow, std::size_t at, const Task* was) {
    Task task = *flow.main.tasks[at];
    const std::size_t used = index_of(flow, task.definition);
    if (used == std::size_t(-1)) {
        if (was && was->definition == task.definition) return {};
        return {WEFT_TR("core", "the file has no JobTemplate `%1`"), {task.definition}};
    }
    const bool renamed = was && was->definition == task.definition && was->name != task.name;
    const bool switched = was && was->name == task.name && was->definition != task.definition;
    if (switched && !has(flow, was->definition)) return rename_to(flow, task.id, task.definition);   // the template was renamed
    if (renamed && edit::uses_of(flow, task.definition) == 1) {
        if (has(flow, task.name)) return {WEFT_TR("core", "the file has a JobTemplate `%1` already"), {task.name}};
        flow.definitions[used] = named(*flow.definitions[used], task.name);
    } else if (switched && has(flow, task.name)) {   // a changed copy for this use, which is the only one
        flow.definitions[index_of(flow, task.name)] = named(*flow.definitions[used], task.name);
        if (index_of(before, task.definition) == std::size_t(-1)) flow.definitions.erase(flow.definitions.begin() + std::ptrdiff_t(used));
    } else {
        const DefinitionPtr from = flow.definitions[used];
        if (has(flow, task.name)) {
            if (Message why = rename_to(flow, task.id, free_name(flow, task.name)); !why.empty()) return why;
            task = *flow.main.tasks[at];
        }
        flow.definitions.push_back(named(*from, task.name));
    }
    task.definition = task.name;
    set_task(flow, at, std::move(task));
    return {};
}

Message fold_into_template(Flow& flow, std::size_t at) {
    Task task = *flow.main.tasks[at];
    for (Need& need : task.needs) need.results = on_succeeded;
    const std::size_t used = index_of(flow, task.definition);
    const bool own_fields = task.environment != Environment{} || task.retry || !task.timeout.empty();
    if (own_fields && used == std::size_t(-1)) return {WEFT_TR("core", "the JobTemplate of `%1` stands on the cluster: its environment cannot be changed here"), {task.name}};
    if (own_fields) {
        Definition changed = *flow.definitions[used];
        if (Message why = fold_use(flow, task, changed); !why.empty()) return why;
        flow.definitions[used] = std::make_shared<const Definition>(std::move(changed));
    }
    if (task == *flow.main.tasks[at]) return {};
    set_task(flow, at, std::move(task));
    return {};
}

Message settle_tasks(const Flow& before, Flow& flow, const Old& old) {
    for (std::size_t i = 0; i < flow.main.tasks.size(); ++i) {
        const TaskPtr task = flow.main.tasks[i];
        const auto found = old.find(task->id);
        const Task* was = found == old.end() ? nullptr : found->second;
        if (was && task.get() == was) continue;
        if (!was || was->name != task->name)
            if (Message why = name_message(task->name); !why.empty()) return why;
        if (Message why = settle_use(*task); !why.empty()) return why;
        Message why;
        if (task->definition.empty()) why = without_definition(flow, i);
        else if (task->definition != task->name) why = make_one(before, flow, i, was);
        if (why.empty()) why = fold_into_template(flow, i);
        if (!why.empty()) return why;
    }
    return {};
}

Message settle_definitions(const Flow& before, Flow& flow) {
    const std::vector<int> pairs = pair_definitions(before, flow);
    for (std::size_t i = 0; i < flow.definitions.size(); ++i) {
        const Definition* was = pairs[i] >= 0 ? before.definitions[std::size_t(pairs[i])].get() : nullptr;
        if (was == flow.definitions[i].get()) continue;
        Definition settled = *flow.definitions[i];
        if (!was || was->name != settled.name)
            if (Message why = name_message(settled.name); !why.empty()) return why;
        if (settled.kind == DefinitionKind::flow && settled.body) {
            Body body = *settled.body;
            if (Message why = settle_body(flow, was ? was->body.get() : nullptr, body); !why.empty()) return why;
            settled.body = std::make_shared<const Body>(std::move(body));
        }
        if (Message why = settle_job(was, settled); !why.empty()) return why;
        if (!was && std::none_of(before.definitions.begin(), before.definitions.end(), [&](const DefinitionPtr& d) { return *named(*d, settled.name) == settled; }))
            settled.detail.clear();   // "3 replicas" of the template that this one was copied from
        flow.definitions[i] = std::make_shared<const Definition>(std::move(settled));
    }
    return {};
}

// Tasks of one name cannot be told apart once one of them goes or moves; Volcano refuses such a job anyway.
Message twin_message(const Body& before, const Body& after) {
    const auto same = [](const TaskPtr& a, const TaskPtr& b) { return a->id == b->id; };
    if (std::equal(before.tasks.begin(), before.tasks.end(), after.tasks.begin(), after.tasks.end(), same)) return {};
    std::unordered_set<std::string_view> names;
    for (const TaskPtr& task : before.tasks)
        if (!names.insert(task->name).second) return {WEFT_TR("core", "several tasks of the job are called `%1`: give each a name of its own first"), {task->name}};
    return {};
}

}  // namespace

Message settle_body(const Flow& flow, const Body* before, Body& body) {
    if (!body.handlers.empty()) return handler_message();
    if (Message why = before ? twin_message(*before, body) : Message{}; !why.empty()) return why;
    Old old;
    if (before)
        for (const TaskPtr& task : before->tasks) old.emplace(task->id, task.get());
    for (TaskPtr& pointer : body.tasks) {
        const auto found = old.find(pointer->id);
        const Task* was = found == old.end() ? nullptr : found->second;
        if (was == pointer.get()) continue;
        Task task = *pointer;
        if (!was || was->name != task.name)
            if (Message why = name_message(task.name); !why.empty()) return why;
        if (Message why = settle_use(task); !why.empty()) return why;
        for (Need& need : task.needs) need.results = on_succeeded;
        const Definition* runs = definition_of(flow, task);
        if (!runs) return {WEFT_TR("core", "`%1` runs nothing"), {task.name}};
        Definition own = *runs;
        own.name.clear();
        if (Message why = fold_use(flow, task, own); !why.empty()) return why;
        if (!was) own.detail.clear();
        if (Message why = settle_pod(was ? was->own.get() : nullptr, own, task.name, false); !why.empty()) return why;
        task.definition.clear();
        task.own = std::make_shared<const Definition>(std::move(own));
        pointer = std::make_shared<const Task>(std::move(task));
    }
    return {};
}

Message settle_job(const Definition* before, Definition& job) {
    if (job.kind != DefinitionKind::flow) return before && *before == job ? Message{} : settle_pod(before, job, job.name, true);
    if (!job.inputs.empty() || !job.outputs.empty() || !job.timeout.empty() || job.parallelism)
        return {WEFT_TR("core", "the job `%1` of several tasks has no parameters, outputs, time limit or limit of tasks at once"), {job.name}};
    Definition head = job;   // what belongs to the whole job, checked as for a job of one task
    head.kind = DefinitionKind::container;
    head.body = nullptr;
    if (Message why = settle_pod(before, head, job.name, true); !why.empty()) return why;
    Environment rest = head.environment;
    std::erase_if(rest.volumes, is_job_volume);
    if (rest != Environment{}) return {WEFT_TR("core", "the environment of the job `%1` belongs to its tasks"), {job.name}};
    job.environment = head.environment;
    job.retry = head.retry;
    if (!job.body || job.body->tasks.empty()) return {WEFT_TR("core", "the job `%1` needs at least one task"), {job.name}};
    if (job.body->tasks.size() > 1) return {};
    Definition only = *job.body->tasks.front()->own;   // read back as a command of its own
    only.name = job.name;
    only.retry = job.retry;
    only.unsupported = job.unsupported;
    only.environment.volumes.insert(only.environment.volumes.end(), job.environment.volumes.begin(), job.environment.volumes.end());
    job = std::move(only);
    return {};
}

std::vector<int> pair_definitions(const Flow& before, const Flow& after) {
    std::vector<int> out(after.definitions.size(), -1);
    std::vector<bool> used(before.definitions.size());
    const auto take = [&](std::size_t i, std::size_t k) {
        if (k >= used.size() || used[k]) return;
        out[i] = int(k);
        used[k] = true;
    };
    for (std::size_t i = 0; i < out.size(); ++i)
        for (std::size_t k = 0; k < used.size() && out[i] < 0; ++k)
            if (before.definitions[k]->name == after.definitions[i]->name) take(i, k);
    // New ones stand behind: while every known one keeps its place, the others in between were renamed. Tasks come second, because the number of one that
    // was removed is given again.
    bool in_place = used.size() <= out.size();
    for (std::size_t i = 0; i < out.size(); ++i) in_place = in_place && (out[i] < 0 || std::size_t(out[i]) == i);
    for (std::size_t i = 0; in_place && i < used.size(); ++i)
        if (out[i] < 0) take(i, i);
    Old old;
    for (const TaskPtr& task : before.main.tasks) old.emplace(task->id, task.get());
    for (std::size_t i = 0; i < out.size(); ++i)
        for (const TaskPtr& task : after.main.tasks)
            if (const auto was = old.find(task->id); out[i] < 0 && task->definition == after.definitions[i]->name && was != old.end() && !was->second->definition.empty())
                take(i, index_of(before, was->second->definition));
    if (before.definitions.size() == after.definitions.size())
        for (std::size_t i = 0; i < out.size(); ++i)
            if (out[i] < 0) take(i, i);
    return out;
}

Result<Flow> settle(const Flow& before, const Flow& drawn) {
    const Role role = role_of_flow(before);
    if (Message why = flow_message(before, drawn, role); !why.empty()) return fail(std::move(why));
    Flow flow = drawn;
    Message why;
    if (role == Role::job) {
        if (flow.main.tasks.empty()) return fail({WEFT_TR("core", "a vcjob needs at least one task")});
        why = settle_body(flow, &before.main, flow.main);
        flow.definitions = before.definitions;
    } else {
        if (role == Role::job_template && !flow.main.tasks.empty()) return fail({WEFT_TR("core", "the file holds templates alone and no JobFlow that could run them")});
        if (role == Role::job_template && drawn.name != before.name) return fail({WEFT_TR("core", "the file holds templates alone and no JobFlow that could have a name")});
        Old old;
        for (const TaskPtr& task : before.main.tasks) old.emplace(task->id, task.get());
        why = settle_tasks(before, flow, old);
        if (why.empty()) why = settle_definitions(before, flow);
    }
    if (!why.empty()) return fail(std::move(why));
    if (flow.name != before.name)
        if (Message wrong = name_message(flow.name); !wrong.empty() && !flow.name.ends_with('-')) return fail(std::move(wrong));
    return flow;
}

}  // namespace weft::volcano
