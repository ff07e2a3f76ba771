// Every structural gesture that a person can make, drawn at random on any flow: on tasks of sub-flows too, and aimed (edges that stand are cut, outputs that
// stand are bound) so that most scripts change something.
#pragma once

#include "tests/core/targets/drawer.h"

namespace weft::test {

struct Gestures : Drawer {
    explicit Gestures(unsigned seed) : Drawer{std::mt19937(seed)} {}

    const Body& body_around(const Flow& flow, TaskId id) {
        const Body* body = id ? body_at(flow, body_of(flow, id)) : nullptr;
        return body ? *body : flow.main;
    }
    TaskId one_of(const Body& body) { return body.tasks.empty() ? 0 : body.tasks[std::size_t(below(body.tasks.size()))]->id; }
    TaskId handler_of(const Body& body) { return body.handlers.empty() ? 0 : body.handlers[std::size_t(below(body.handlers.size()))].task->id; }
    const Body& any_body(const Flow& flow) { return below(3) ? flow.main : body_around(flow, any_task(flow)); }

    Result<Flow> disconnect_one(const Flow& flow) {
        const Body& body = any_body(flow);
        std::vector<std::pair<TaskId, TaskId>> edges;
        for (const TaskPtr& task : body.tasks)
            for (const Need& need : task->needs)
                if (const Task* from = find_task(body, need.task)) edges.emplace_back(from->id, task->id);
        if (edges.empty()) return flow;
        const auto [from, to] = edges[std::size_t(below(edges.size()))];
        return edit::disconnect(flow, from, to);
    }

    Result<Flow> bind_one(const Flow& flow) {
        const Body& body = any_body(flow);
        const TaskId from = one_of(body), to = one_of(body);
        const Task* giver = find_task(flow, from);
        const Task* taker = find_task(flow, to);
        if (!giver || !taker) return flow;
        const Definition* gives = definition_of(flow, *giver);
        const Definition* takes = definition_of(flow, *taker);
        const std::string output = gives && !gives->outputs.empty() && below(2) ? gives->outputs[std::size_t(below(gives->outputs.size()))].name : "made";
        const std::string param = takes && !takes->inputs.empty() && below(2) ? takes->inputs[std::size_t(below(takes->inputs.size()))].name : "taken";
        return edit::bind(flow, from, output, to, param);
    }

    // Reordering is a drag in the list of tasks.
    Result<Flow> reorder(const Flow& flow) {
        Flow after = flow;
        if (after.main.tasks.size() < 2) return after;
        const std::size_t from = std::size_t(below(after.main.tasks.size())), to = std::size_t(below(after.main.tasks.size()));
        const TaskPtr moved = after.main.tasks[from];
        after.main.tasks.erase(after.main.tasks.begin() + std::ptrdiff_t(from));
        after.main.tasks.insert(after.main.tasks.begin() + std::ptrdiff_t(to), moved);
        return after;
    }

    Result<Flow> remove_several(const Flow& flow) {
        const Body& body = any_body(flow);
        return edit::remove_tasks(flow, {one_of(body), one_of(body)});
    }

    Result<Flow> rename_shared(const Flow& flow) {
        if (flow.definitions.empty()) return flow;
        return edit::rename_definition(flow, flow.definitions[std::size_t(below(flow.definitions.size()))]->name, "shared-" + std::to_string(below(1000)));
    }

    Result<Flow> in_depth(const Flow& flow, std::string& name) {
        const Body& body = any_body(flow);
        switch (below(12)) {
            case 0: name = "disconnect"; return disconnect_one(flow);
            case 1: name = "bind"; return bind_one(flow);
            case 2: name = "reorder"; return reorder(flow);
            case 3: name = "remove several"; return remove_several(flow);
            case 4: name = "rename definition"; return rename_shared(flow);
            case 5: name = "add inside"; return edit::add_task(flow, body_of(flow, any_task(flow)), fresh());
            case 6: name = "connect"; return edit::connect(flow, one_of(body), one_of(body));
            case 7: name = "handler"; return edit::make_handler(flow, one_of(body), Trigger(below(3)));
            case 8: name = "task again"; return edit::make_task(flow, handler_of(body));
            case 9: name = "clip"; return edit::paste(flow, {}, edit::extract(flow, {main_task(flow), main_task(flow)}));
            case 10: name = "positions"; return edit::move_tasks(flow, {{main_task(flow), Point{double(below(900)), double(below(900)) + 0.5}}});
            default: name = "flow's name"; return edit::set_flow_name(flow, "flow-" + std::to_string(below(1000)));
        }
    }

    Result<Flow> any_gesture(const Flow& flow, std::string& name) { return below(2) ? gesture(flow, name) : in_depth(flow, name); }
};

}  // namespace weft::test
