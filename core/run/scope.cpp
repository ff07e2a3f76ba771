// How the tasks and the handlers of one scope (flow, group, sub-flow) make its outcome.
#include <algorithm>
#include <set>

#include "core/run/judge.h"

namespace weft::run {

namespace {

constexpr Results failing = on_failed | on_errored | on_all_failed;

// Reached only by "on failed" of its upstream, and succeeded.
bool recovers(const Need& need, const Part& by) {
    return need.recovers && need.results != 0 && (need.results & ~failing) == 0 && by.outcome == Outcome::succeeded && by.settled && by.ran && !by.forgiven;
}

void never_ran(Part* part, const std::string& path, const Around& around) {
    part->missing = part->skipped = false;
    part->settled = around.all_over;
    part->bits = on_failed;
    part->outcome = around.cut ? Outcome::cancelled : Outcome::failed;
    (around.cut ? part->cut : part->failures).push_back({path, 0, around.in_handler, Why::never_ran});
}

void omitted(Part* part, const Around& around) {
    part->missing = false;
    part->skipped = true;
    part->outcome = Outcome::succeeded;
    part->settled = around.all_over;
    part->bits = on_omitted;
}

void recover(const BodyGraph& graph, std::vector<Part>& parts, const std::string& prefix) {
    for (std::size_t i = 0; i < graph.tasks.size(); ++i) {
        for (const Need& need : graph.tasks[i]->needs) {
            const auto from = graph.index.find(need.task);
            if (from == graph.index.end() || !recovers(need, parts[i])) continue;
            Part& failed = parts[std::size_t(from->second)];
            if (failed.outcome != Outcome::failed || !failed.settled) continue;
            forgive(&failed, false);
            failed.notes.push_back({WEFT_TR("core", "%1 failed; %2 recovered it"), {prefix + need.task, prefix + graph.tasks[i]->name}});
        }
    }
}

// Topological, then whatever stands in a cycle.
std::vector<int> walk_order(const BodyGraph& graph) {
    std::vector<int> order = graph.order;
    std::vector<bool> seen(graph.tasks.size());
    for (const int i : order) seen[std::size_t(i)] = true;
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (!seen[i]) order.push_back(int(i));
    return order;
}

}  // namespace

// Returns the path of a task that says "not run because of upstream" while nothing upstream explains it; "" = none.
std::string Judge::body_tasks(const Body& body, const std::string& prefix, const Around& around, Part* whole) {
    const BodyGraph graph = graph_of(flow_, body);
    std::vector<Part> parts(graph.tasks.size());
    const auto fact = [&](const std::string& name) {
        const Part& part = parts[std::size_t(graph.index.at(name))];
        return Fact{part.bits, part.forgiven};
    };
    const auto first_of_its_name = [&](int i) { return graph.index.at(graph.tasks[std::size_t(i)]->name) == i; };
    for (const int i : walk_order(graph)) {
        if (!first_of_its_name(i)) continue;
        const Task& task = *graph.tasks[std::size_t(i)];
        const std::string path = prefix + task.name;
        Part part = instance(&task, path, around, false);
        const bool asks = (part.missing && around.over()) || part.unexplained;
        const Decision decision = asks ? decide(graph, i, fact) : Decision{};
        if (part.missing && around.over()) {
            if (decision.kind == Decision::omit || task.muted) omitted(&part, around);
            else never_ran(&part, path, around);
        } else if (part.unexplained) {
            part.unexplained = decision.kind != Decision::omit && !explains(state_of(path), prefix);
        }
        parts[std::size_t(i)] = std::move(part);
    }
    recover(graph, parts, prefix);
    std::string unexplained;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!first_of_its_name(int(i))) continue;
        worse(&whole->outcome, parts[i].outcome);
        if (parts[i].unexplained && unexplained.empty()) unexplained = prefix + graph.tasks[i]->name;
        merge_into(whole, std::move(parts[i]));
    }
    return unexplained;
}

// `because` of a skipped task names one that did not succeed: then that one carries the blame, or its tolerance does.
bool Judge::explains(const TaskState* skipped, const std::string& prefix) const {
    if (!skipped || skipped->because.empty()) return false;
    const TaskState* cause = state_of(skipped->because);
    if (!cause) cause = state_of(prefix + skipped->because);
    return cause && terminal(cause->stage) && cause->stage != Stage::succeeded;
}

// A task that the flow does not know: an engine's own node, or the flow was changed since.
Part Judge::stranger(const TaskState& state, const std::string& prefix, const Around& around) {
    Part part = instance(nullptr, state.path, around, false);
    if (part.missing && around.over()) {
        if (around.cut) never_ran(&part, state.path, around);
        else omitted(&part, around), part.unexplained = true;
    } else if (part.unexplained) {
        part.unexplained = !explains(&state, prefix);
    }
    return part;
}

Part Judge::scope(const Body* body, const std::string& prefix, const std::vector<const TaskState*>& children, const Around& around) {
    static const std::vector<Handler> no_handlers;
    const std::vector<Handler>& handlers = body ? body->handlers : no_handlers;
    Part whole;
    std::string unexplained = body ? body_tasks(*body, prefix, around, &whole) : std::string();
    std::set<std::string_view> known;
    if (body)
        for (const TaskPtr& task : body->tasks)
            if (task) known.insert(task->name);
    std::vector<const TaskState*> extra_handlers;
    for (const TaskState* child : children) {
        const std::string name = last_segment(child->path);
        const bool here = child->path.size() == prefix.size() + name.size();
        if (here && known.contains(name)) continue;
        if ((here && names_handler(handlers, name)) || child->handler) {
            extra_handlers.push_back(child);
            continue;
        }
        Part part = stranger(*child, prefix, around);
        worse(&whole.outcome, part.outcome);
        if (part.unexplained && unexplained.empty()) unexplained = child->path;
        merge_into(&whole, std::move(part));
    }
    if (!unexplained.empty() && whole.outcome == Outcome::succeeded && !whole.forgiven) {
        whole.outcome = Outcome::failed;
        whole.failures.push_back({unexplained, 0, around.in_handler, Why::not_explained});
    }
    if (prefix.empty() && state_.timed_out && whole.outcome == Outcome::cancelled) {
        const auto first = std::min_element(whole.cut.begin(), whole.cut.end(), earlier);
        whole.failures.push_back({first == whole.cut.end() ? std::string() : first->path, 0, false, Why::timeout});
        whole.outcome = Outcome::failed;
    }
    apply_handlers(handlers, extra_handlers, prefix, around, true, whole.outcome, &whole);
    if (whole.settled) whole.bits = whole.outcome == Outcome::succeeded ? on_succeeded : on_failed;
    return whole;
}

// What it adds to the outcome of its scope: succeeded when nothing. Failures and counts go into `sum`.
Outcome Judge::one_handler(const Handler* handler, const std::string& path, const Around& around, bool may_be_called, Outcome scope, bool settled, Part* sum) {
    const TaskState* state = state_of(path);
    const Task* task = handler ? handler->task.get() : nullptr;
    const bool warn_only = (handler && handler->warn_only) || (state && state->warn_only);
    const Trigger trigger = handler ? handler->trigger : state->trigger;
    const bool unconditional = (!handler || handler->expression.empty()) && (!task || (task->when.empty() && !task->muted));
    const bool called = may_be_called && settled && calls(trigger, scope);
    Around inner = around;
    inner.in_handler = true;
    Part part = instance(task, path, inner, false);

    if (part.missing && !around.all_over) {
        if (settled && !called && unconditional) {
            ++sum->handlers.skipped;
            return Outcome::succeeded;
        }
        sum->settled = false;
        sum->lost = sum->lost || part.lost;
        return part.outcome;
    }
    const bool by_condition = part.skipped && state && state->reason != "trigger" && state->reason != "upstream" && state->reason != "cancelled" && !state->reason.empty();
    if (part.missing || (part.skipped && !by_condition)) {
        if (!called || !unconditional) {
            ++sum->handlers.skipped;
            return Outcome::succeeded;
        }
        sum->handlers.never.push_back(path);
        sum->failures.push_back({path, 0, true, Why::never_ran});
        return around.cut ? Outcome::cancelled : Outcome::failed;
    }
    if (part.skipped) {
        ++sum->handlers.skipped;
        return Outcome::succeeded;
    }
    const Outcome outcome = part.outcome;
    part.tasks = part.done = part.ran_ok = 0;
    part.ran = false;                                     // "nothing ran" is about the body
    part.handlers = {};
    part.cut.clear();
    const bool pardoned = part.forgiven && task && state && is_tolerated(*task, state->stage);
    if (pardoned) sum->handlers.warned.push_back(path);
    else if (outcome == Outcome::succeeded) ++sum->handlers.succeeded;
    if (outcome == Outcome::running || outcome == Outcome::pending) ++sum->handlers.running;
    const bool bad = outcome == Outcome::failed || outcome == Outcome::cancelled;
    if (bad && warn_only) {
        if (part.failures.empty()) part.warnings.push_back(path);
        forgive(&part, true);
        sum->handlers.warned.push_back(path);
    } else if (outcome == Outcome::failed) {
        sum->handlers.failed.push_back(path);
    } else if (outcome == Outcome::cancelled) {
        ++sum->handlers.cancelled;
    }
    part.forgiven = false;
    merge_into(sum, std::move(part));
    return bad && warn_only ? Outcome::succeeded : outcome;
}

// A handler can make an outcome worse, never better; and a failed or cancelled body stays the cause.
void Judge::apply_handlers(const std::vector<Handler>& expected, const std::vector<const TaskState*>& known, const std::string& prefix, const Around& around,
                           bool scope_ran, Outcome scope, Part* part) {
    Part sum;
    Outcome worst = Outcome::succeeded;
    std::set<std::string> judged;
    const auto judge = [&](const Handler* handler, const std::string& path) {
        if (judged.insert(path).second) worse(&worst, one_handler(handler, path, around, scope_ran, scope, part->settled, &sum));
    };
    for (const Handler& handler : expected)
        if (handler.task) judge(&handler, prefix + handler.task->name);
    for (const TaskState* state : known) judge(nullptr, state->path);

    const bool decided = part->outcome == Outcome::failed || part->outcome == Outcome::cancelled;
    if (part->outcome == Outcome::succeeded) part->outcome = worst == Outcome::pending ? Outcome::running : worst;
    else if (!decided && worst == Outcome::failed) part->outcome = Outcome::failed;
    merge_into(part, std::move(sum));
}

Part Judge::whole() { return scope(&flow_.main, {}, children_of({}), outermost()); }

}  // namespace weft::run
