#include "ui/canvas/canvas_edits.h"

#include <algorithm>

#include "core/model/graph.h"
#include "ui/bridge/text.h"
#include "ui/canvas/kinds.h"

namespace weft::ui {
namespace {

Result<Flow> splice(const Flow& flow, TaskId task, TaskPair wire, Results results) {
    Result<Flow> out = flow;
    // A wire that only carries data has no order edge to take apart.
    if (Result<Flow> cut = edit::disconnect(*out, wire.first, wire.second)) out = std::move(cut);
    if (out) out = edit::connect(*out, wire.first, task, results);
    if (out) out = edit::connect(*out, task, wire.second);
    return out;
}

const Task* task_in(const Flow& flow, const BodyRef& scope, const std::string& name) {
    const Body* body = body_at(flow, scope);
    return body ? find_task(*body, name) : nullptr;
}

}  // namespace

FlowEdit add_edit(AddWish wish, std::string* made) {
    return [wish = std::move(wish), made](const Flow& flow) -> Result<Flow> {
        Task task = new_task(wish.kind);
        if (!wish.name.isEmpty()) task.name = utf8(wish.name);
        TaskId id = 0;
        Result<Flow> out = edit::add_task(flow, wish.scope, std::move(task), &id);
        if (out && wish.kind == "handler") out = edit::make_handler(*out, id, Trigger::always);
        if (out && wish.splice.first) out = splice(*out, id, wish.splice, wish.splice_results);
        if (out && wish.connect_from) out = edit::connect(*out, wish.connect_from, id);
        if (out && wish.connect_to) out = edit::connect(*out, id, wish.connect_to);
        if (out && wish.placed) out = edit::move_tasks(*out, {{id, wish.at}});
        if (out && made) {
            const Task* added = find_task(*out, id);
            *made = added ? added->name : std::string();
        }
        return out;
    };
}

FlowEdit move_edit(std::vector<std::pair<TaskId, Point>> places) {
    return [places = std::move(places)](const Flow& flow) { return edit::move_tasks(flow, places); };
}

FlowEdit splice_edit(TaskId task, TaskPair wire, Results results) {
    return [=](const Flow& flow) { return splice(flow, task, wire, results); };
}

FlowEdit cut_edit(std::vector<TaskPair> wires) {
    return [wires = std::move(wires)](const Flow& flow) {
        Result<Flow> out = flow;
        for (const auto& [from, to] : wires) {
            if (out) out = edit::disconnect(*out, from, to);
        }
        return out;
    };
}

FlowEdit chain_edit(std::vector<TaskId> tasks) {
    return [tasks = std::move(tasks)](const Flow& flow) -> Result<Flow> {
        Result<Flow> out = flow;
        std::size_t made = 0;
        Error first;
        for (std::size_t i = 1; i < tasks.size(); ++i) {
            Result<Flow> next = edit::connect(*out, tasks[i - 1], tasks[i]);
            if (next) {
                out = std::move(next);
                ++made;
            } else if (first.message.empty()) {
                first = next.error();
            }
        }
        if (made == 0 && !first.message.empty()) return tl::unexpected<Error>(first);
        return out;
    };
}

FlowEdit delete_edit(std::vector<TaskId> tasks, bool reconnect) {
    return [tasks = std::move(tasks), reconnect](const Flow& flow) -> Result<Flow> {
        std::vector<TaskPair> bridges;
        if (reconnect && !tasks.empty()) {
            const BodyRef scope = body_of(flow, tasks.front());
            const Body* body = body_at(flow, scope);
            const auto gone = [&](TaskId id) { return std::find(tasks.begin(), tasks.end(), id) != tasks.end(); };
            const std::vector<Edge> edges = body ? edges_of(flow, *body) : std::vector<Edge>();
            for (const Edge& in : edges) {
                for (const Edge& out : edges) {
                    if (in.to == out.from && gone(in.to) && !gone(in.from) && !gone(out.to)) bridges.emplace_back(in.from, out.to);
                }
            }
        }
        Result<Flow> out = edit::remove_tasks(flow, tasks);
        for (const auto& [from, to] : bridges) {
            if (!out) break;
            if (Result<Flow> next = edit::connect(*out, from, to)) out = std::move(next);  // may stand already
        }
        return out;
    };
}

FlowEdit mute_edit(std::vector<TaskId> tasks, bool muted) {
    return [tasks = std::move(tasks), muted](const Flow& flow) {
        Result<Flow> out = flow;
        for (const TaskId id : tasks) {
            const Task* task = out ? find_task(*out, id) : nullptr;
            if (!task) continue;
            Task wanted = *task;
            wanted.muted = muted;
            out = edit::change_task(*out, id, wanted);
        }
        return out;
    };
}

FlowEdit unplace_edit(BodyRef scope, std::string prefix, std::vector<std::string> names) {
    return [scope = std::move(scope), prefix = std::move(prefix), names = std::move(names)](const Flow& flow) -> Result<Flow> {
        Flow out = flow;
        std::erase_if(out.placements, [&](const Placement& placement) {
            return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                return placement.path == prefix + name && task_in(flow, scope, name);
            });
        });
        return out;
    };
}

FlowEdit then(FlowEdit first, FlowEdit second) {
    return [first = std::move(first), second = std::move(second)](const Flow& flow) -> Result<Flow> {
        Result<Flow> half = first(flow);
        return half ? second(*half) : half;
    };
}

}  // namespace weft::ui
