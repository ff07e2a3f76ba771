// What the inspector changes: fields of a task, of what it runs, and of the whole flow.
#include <algorithm>

#include "core/model/cron.h"
#include "core/model/graph.h"
#include "core/model/rebuild.h"

namespace weft::edit {
namespace {

Result<Flow> found(std::optional<Flow> flow) {
    if (!flow) return rebuild::no_such_task();
    return std::move(*flow);
}

bool same_order(const Task& a, const Task& b) { return a.needs == b.needs && a.depends == b.depends; }

Message order_problem(const Flow& before, const Flow& after, TaskId id) {
    const BodyRef ref = body_of(after, id);
    const Body* body = body_at(after, ref);
    const Body* old = body_at(before, ref);
    if (!body || !old || !graph_of(before, *old, GraphEdges::order).cycle.empty()) return {};
    const BodyGraph graph = graph_of(after, *body, GraphEdges::order);
    if (graph.cycle.empty()) return {};
    if (graph.cycle.size() == 1) return {WEFT_TR("core", "a task cannot wait for itself")};
    std::string ring;
    for (const int at : graph.cycle) ring += graph.tasks[std::size_t(at)]->name + " → ";
    return {WEFT_TR("core", "this would close a loop: %1"), {ring + graph.tasks[std::size_t(graph.cycle.front())]->name}};
}

DefinitionPtr with_new_ids(Definition definition, TaskId last) {
    if (!definition.body) return std::make_shared<const Definition>(std::move(definition));
    Task carrier;
    carrier.own = std::make_shared<const Definition>(std::move(definition));
    const TaskPtr renumbered = rebuild::with_fresh_ids(std::make_shared<const Task>(std::move(carrier)), last);
    return renumbered->own;
}

std::string free_definition_name(const Flow& flow, const std::string& wanted) {
    std::string name = wanted;
    for (int number = 2; find_definition(flow, name); ++number) name = wanted + "-" + std::to_string(number);
    return name;
}

// A copy of a shared definition for one task: its own in our format, one more template in an engine's file.
Result<Flow> with_copy(const Flow& flow, const Task& task, Definition wanted) {
    const TaskId last = rebuild::highest_id(flow);
    if (flow.format == "native") {
        wanted.name.clear();
        const DefinitionPtr own = with_new_ids(std::move(wanted), last);
        return found(rebuild::with_task(flow, task.id, [&](Task& changed) {
            changed.definition.clear();
            changed.own = own;
            rebuild::settle_own(changed);
        }));
    }
    const std::string original = task.definition;
    wanted.name = free_definition_name(flow, original + "-" + task.name);
    Flow grown = flow;
    const auto at = std::find_if(grown.definitions.begin(), grown.definitions.end(), [&](const DefinitionPtr& d) { return d && d->name == original; });
    const std::string name = wanted.name;
    grown.definitions.insert(at == grown.definitions.end() ? at : at + 1, with_new_ids(std::move(wanted), last));
    return found(rebuild::with_task(grown, task.id, [&](Task& changed) { changed.definition = name; }));
}

}  // namespace

int uses_of(const Flow& flow, std::string_view definition) {
    int uses = 0;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { uses += !definition.empty() && task.definition == definition; });
    return uses;
}

Result<Flow> change_task(const Flow& flow, TaskId id, const Task& wanted) {
    const Task* old = find_task(flow, id);
    if (!old) return rebuild::no_such_task();
    if (!wanted.definition.empty() && wanted.definition != old->definition && !find_definition(flow, wanted.definition)) {
        return fail({WEFT_TR("core", "there is no definition \"%1\""), {wanted.definition}});
    }
    const std::string name = old->name;
    Result<Flow> made = found(rebuild::with_task(flow, id, [&](Task& task) {
        const DefinitionPtr own = task.own;
        task = wanted;
        task.id = id;
        task.name = name;
        if (task.definition.empty() && !task.own) task.own = own ? own : std::make_shared<const Definition>();
        if (!task.definition.empty()) task.own = nullptr;
        if (flow.format == "native") rebuild::settle_own(task);
    }));
    if (!made) return made;
    if (!same_order(*old, wanted)) {
        if (Message problem = order_problem(flow, *made, id); !problem.empty()) return fail(std::move(problem));
    }
    return wanted.name == name ? std::move(made) : rename_task(*made, id, wanted.name);
}

Result<Flow> change_definition(const Flow& flow, TaskId id, Scope scope, const Definition& wanted) {
    const Task* task = find_task(flow, id);
    if (!task) return rebuild::no_such_task();
    if (task->definition.empty()) {
        return found(rebuild::with_task(flow, id, [&](Task& changed) {
            Definition own = wanted;
            own.name = changed.own ? changed.own->name : std::string();
            changed.own = std::make_shared<const Definition>(std::move(own));
        }));
    }
    if (!find_definition(flow, task->definition)) return fail({WEFT_TR("core", "\"%1\" is not defined in this file, so it cannot be changed here"), {task->definition}});
    if (scope == Scope::only_this && uses_of(flow, task->definition) > 1) return with_copy(flow, *task, wanted);
    return found(rebuild::with_definition(flow, task->definition, [&](Definition& definition) {
        std::string name = definition.name;
        definition = wanted;
        definition.name = std::move(name);
    }));
}

Result<Flow> set_flow_environment(const Flow& flow, const Environment& environment) {
    Flow made = flow;
    made.environment = environment;
    return made;
}

Result<Flow> set_flow_parameters(const Flow& flow, const std::vector<Parameter>& parameters) {
    std::set<std::string, std::less<>> names;
    for (const Parameter& parameter : parameters) {
        if (parameter.name.empty()) return fail({WEFT_TR("core", "a parameter needs a name")});
        if (!names.insert(parameter.name).second) return fail({WEFT_TR("core", "parameter \"%1\" is there twice"), {parameter.name}});
    }
    Flow made = flow;
    made.parameters = parameters;
    return made;
}

Result<Flow> set_flow_schedule(const Flow& flow, const std::optional<Schedule>& schedule) {
    if (schedule && schedule->crons.empty()) return fail({WEFT_TR("core", "a schedule needs a cron line such as 30 6 * * 1-5")});
    if (schedule)
        for (const std::string& line : schedule->crons)
            if (const Result<Cron> cron = parse_cron(line); !cron) return tl::unexpected(cron.error());
    Flow made = flow;
    made.schedule = schedule;
    return made;
}

Result<Flow> set_flow_name(const Flow& flow, const std::string& name) {
    if (name.empty()) return fail({WEFT_TR("core", "a flow needs a name")});
    Flow made = flow;
    made.name = name;
    return made;
}

}  // namespace weft::edit
