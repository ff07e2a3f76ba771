// Bodies: opening one (the flow itself, a sub-flow), judging it when its tasks have ended, its exit handlers, its end.
#include <algorithm>

#include "core/targets/local/planner.h"

namespace weft::local {

using run::EventKind;

namespace {

const char* trigger_word(Trigger trigger) {
    return trigger == Trigger::on_success ? "on-success" : trigger == Trigger::on_failure ? "on-failure" : "always";
}

Kind kind_of(const Task& task, const Definition* definition, bool item) {
    if (task.loop && !item) return Kind::loop;
    if (!definition) return Kind::nothing;
    switch (definition->kind) {
        case DefinitionKind::container:
        case DefinitionKind::script: return Kind::leaf;
        case DefinitionKind::flow: return definition->body ? Kind::body : Kind::nothing;
        case DefinitionKind::wait: return Kind::wait;
        default: return Kind::nothing;
    }
}

}  // namespace

// In a later epoch "created" means that the task runs again: not so for what stands.
void Planner::emit_created(const Node& n) {
    if (n.kind != Kind::body && n.kind != Kind::loop && kept.count(n.path) && !below_handler(n)) return;
    std::vector<run::Datum> data = {{"name", n.loop < 0 ? n.task->name : n.path.substr(n.path.rfind('/') + 1)}, {"role", n.handler ? "handler" : "task"}};
    if (n.handler) data.push_back({"trigger", trigger_word(n.handler->trigger)});
    if (n.handler && n.handler->warn_only) data.push_back({"warn-only", "true"});
    if (n.task->tolerated || n.task->tolerated_error) data.push_back({"tolerated", "true"});
    emit(EventKind::created, n.path, 0, std::move(data));
}

int Planner::make_node(int body, const Task& task, const Handler* handler, std::string path) {
    const int id = int(nodes.size());
    Node& n = nodes.emplace_back();
    n.task = &task;
    n.definition = definition_of(*flow, task);
    n.handler = handler;
    n.body = body;
    n.kind = kind_of(task, n.definition, false);
    n.path = std::move(path);
    // A sub-flow that is tried again makes new instances of the same paths; attempt numbers go on.
    if (const auto before = by_path.find(n.path); before != by_path.end()) n.attempt = node(before->second).attempt;
    else if (const auto last = last_attempts.find(n.path); last != last_attempts.end()) n.attempt = last->second;
    by_path[n.path] = id;
    return id;
}

int Planner::open_body(int owner, const Body& body, const Definition* definition) {
    const int id = int(bodies.size());
    BodyRun& b = bodies.emplace_back();
    b.owner = owner;
    b.body = &body;
    b.graph = &graph(body);
    if (owner >= 0) {
        b.depth = body_of(node(owner)).depth + 1;
        b.below_handler = below_handler(node(owner));
    }
    if (definition && definition->parallelism && *definition->parallelism > 0) {
        b.limit = *definition->parallelism;
        b.fail_fast = definition->fail_fast;
    }
    if (auto filled = fill_params(id, definition, owner); !filled && owner >= 0) {
        b.cancelled = Ended::errored;                 // start_body() looks
        node(owner).reason = english(filled.error().message);
        return id;
    }
    const std::string prefix = owner < 0 ? std::string() : node(owner).path + "/";
    for (std::size_t i = 0; i < body.tasks.size(); ++i) {
        const int made = make_node(id, *body.tasks[i], nullptr, prefix + body.tasks[i]->name);
        node(made).place = int(i);
        node(made).waiting_on = int(b.graph->upstream[i].size());
        b.nodes.push_back(made);
        emit_created(node(made));
    }
    for (const Handler& handler : body.handlers) {
        if (!handler.task) continue;
        const int made = make_node(id, *handler.task, &handler, prefix + handler.task->name);
        b.handlers.push_back(made);
        emit_created(node(made));
    }
    b.open = int(b.nodes.size());
    if (owner >= 0) emit(EventKind::expanded, node(owner).path, 0, {{"children", std::to_string(b.nodes.size())}});
    for (const int made : b.nodes)
        if (node(made).waiting_on == 0) todo(Todo::decide, made);
    // Whoever stands on a cycle, or behind one, would wait for ever: it is decided now and refused there.
    if (b.graph->order.size() < b.nodes.size())
        for (const int on_cycle : b.graph->cycle)
            if (node(b.nodes[std::size_t(on_cycle)]).waiting_on > 0) {
                node(b.nodes[std::size_t(on_cycle)]).waiting_on = -1;
                todo(Todo::decide, b.nodes[std::size_t(on_cycle)]);
            }
    if (b.open == 0) todo(Todo::end_body, id);
    return id;
}

// The flow's parameters (given, then default); a sub-flow's are its definition's inputs with the task's arguments.
Result<void> Planner::fill_params(int body, const Definition* definition, int owner) {
    BodyRun& b = bodies[std::size_t(body)];
    const auto put = [&](const std::string& name, std::string value) {
        if (b.params.emplace(name, std::move(value)).second) b.param_order.push_back(name);
    };
    if (owner >= 0) {
        auto params = leaf_params(owner);
        if (!params) return tl::unexpected(params.error());
        for (auto& [name, value] : *params) put(name, std::move(value));
        return {};
    }
    for (const run::Datum& given : facts.params) put(given.key, given.value);
    const NodeResolver resolver(*this, 0, -1);
    const auto defaults = [&](const std::vector<Parameter>& parameters) {
        for (const Parameter& parameter : parameters) {
            if (!parameter.value || b.params.count(parameter.name)) continue;
            if (auto value = resolve(*parameter.value, resolver)) put(parameter.name, std::move(*value));
        }
    };
    defaults(flow->parameters);
    if (const Definition* entry = flow->entrypoint.empty() ? nullptr : find_definition(*flow, flow->entrypoint)) defaults(entry->inputs);
    (void)definition;
    return {};
}

// A body failed when a task failed, was not tolerated and nothing recovered it, or when a task never ran because of such a failure.
Ended Planner::judge(BodyRun& b) {
    Ended result = Ended::succeeded;
    const auto forgiven = [&](const Node& n) {
        return n.recovered || (n.ended == Ended::errored ? n.task->tolerated_error : n.task->tolerated && n.ended != Ended::cancelled);
    };
    for (const int id : b.nodes) {                    // recovery: reached only over "on failed" edges that recover, and succeeded
        const Node& n = node(id);
        if (n.ended != Ended::succeeded) continue;
        for (const Need& need : n.task->needs)
            if (need.recovers && !(need.results & on_succeeded))
                if (const auto it = b.graph->index.find(need.task); it != b.graph->index.end()) node(b.nodes[std::size_t(it->second)]).recovered = true;
    }
    for (const int id : b.nodes) {
        const Node& n = node(id);
        const bool failure = n.ended == Ended::failed || n.ended == Ended::errored || n.ended == Ended::timed_out;
        if (failure && !forgiven(n)) {
            if (result != Ended::failed) b.cause = id;
            else if (b.cause >= 0 && node(b.cause).ended_wall > n.ended_wall) b.cause = id;
            result = Ended::failed;
        } else if (n.ended == Ended::omitted && result != Ended::failed) {
            const int origin = find(n.because);
            if (origin < 0 || forgiven(node(origin)) || !is_bad(node(origin).ended)) continue;
            result = node(origin).ended == Ended::cancelled ? Ended::cancelled : Ended::failed;
            b.cause = origin;
        } else if (n.ended == Ended::cancelled && result == Ended::succeeded) {
            result = Ended::cancelled;
            b.cause = id;
        }
    }
    if (b.cancelled == Ended::timed_out) return Ended::timed_out;
    if (b.cancelled == Ended::cancelled && result == Ended::succeeded) return Ended::cancelled;
    return result;
}

void Planner::end_body(int id) {
    BodyRun& b = bodies[std::size_t(id)];
    if (b.over) return;
    b.over = true;
    b.result = judge(b);
    const std::string path = b.owner < 0 ? std::string() : node(b.owner).path;
    if (b.owner < 0 || !b.handlers.empty()) emit(EventKind::body_ended, path, b.owner < 0 ? 0 : node(b.owner).attempt, {{"result", result_word(b.result)}});
    start_handlers(id);
}

void Planner::start_handlers(int id) {
    BodyRun& b = bodies[std::size_t(id)];
    b.open_handlers = int(b.handlers.size());
    if (b.open_handlers == 0) return todo(Todo::close_body, id);
    for (const int handler : b.handlers) {
        Node& n = node(handler);
        Message error;
        if (killed) {
            skip(handler, Ended::skipped, "cancelled");
        } else if (!trigger_met(*n.handler, b.result, status_word(b.result), id, &error)) {
            if (error.empty()) skip(handler, Ended::skipped, "trigger");
            else finish(handler, Ended::errored, english(error));
        } else {
            emit(EventKind::handler_triggered, n.path, 0);
            todo(Todo::decide, handler);
        }
    }
}

void Planner::body_outputs(Node& owner, int inner) {
    if (!owner.definition) return;
    const NodeResolver resolver(*this, inner, -1);
    for (const Output& output : owner.definition->outputs) {
        auto value = resolve(output.expression, resolver);
        if (!value && output.fallback) value = *output.fallback;
        if (!value) continue;                         // its reader says what is missing
        (output.artifact ? owner.artifacts : owner.outputs).push_back({output.name, std::move(*value)});
    }
}

void Planner::close_body(int id) {
    BodyRun& b = bodies[std::size_t(id)];
    if (b.owner < 0) {
        closed = true;
        return;
    }
    Node& owner = node(b.owner);
    if (owner.inner != id || owner.phase != Phase::open) return;
    AttemptResult result;
    result.ended = b.result;
    if (b.cause >= 0) {
        const Node& cause = node(b.cause);
        result.reason = cause.task->name + (cause.reason.empty() ? " failed" : ": " + cause.reason);
        owner.because = cause.path;
    }
    if (b.result == Ended::timed_out) result.reason = "timed out";
    if (b.result == Ended::cancelled) result.reason = "cancelled";
    if (b.result == Ended::succeeded && b.failed_handler >= 0) {
        result.ended = Ended::failed;
        result.reason = "exit handler " + node(b.failed_handler).task->name + " failed";
        owner.because = node(b.failed_handler).path;
    }
    if (result.ended == Ended::succeeded) body_outputs(owner, id);
    result.outputs = std::exchange(owner.outputs, {});
    result.artifacts = std::exchange(owner.artifacts, {});
    attempt_over(b.owner, std::move(result));
}

void Planner::flush_queue(BodyRun& b) {
    std::deque<int> rest;
    for (const int id : b.queue) {
        if (node(id).bypassed || node(id).handler) rest.push_back(id);
        else skip(id, Ended::omitted, "upstream", b.cause >= 0 ? node(b.cause).path : std::string());
    }
    b.queue = std::move(rest);
}

}  // namespace weft::local
