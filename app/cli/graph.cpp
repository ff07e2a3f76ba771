#include "app/cli/graph.h"

#include <map>
#include <set>

#include "app/cli/open.h"
#include "app/cli/output.h"
#include "app/cli/picture.h"
#include "app/cli/run_support.h"
#include "app/cli/verbs.h"
#include "core/layout/flow_layout.h"
#include "core/model/environment.h"
#include "core/model/graph.h"

namespace weft::cli {

namespace {

const char* kind_of(const Definition* definition) {
    if (!definition) return "undefined";
    switch (definition->kind) {
    case DefinitionKind::container: return "container";
    case DefinitionKind::script: return "script";
    case DefinitionKind::flow: return "flow";
    case DefinitionKind::wait: return "wait";
    case DefinitionKind::http: return "http";
    case DefinitionKind::resource: return "resource";
    case DefinitionKind::reference: return "reference";
    case DefinitionKind::other: return "other";
    case DefinitionKind::none: break;
    }
    return "none";
}

std::string loop_text(const Loop& loop) {
    if (loop.over == Loop::Over::param) return loop.param;
    if (loop.over == Loop::Over::items) return std::to_string(loop.items.size()) + " items";
    return loop.count.text.empty() ? loop.start.text + ".." + loop.end.text : "sequence of " + loop.count.text;
}

const char* trigger_text(Trigger trigger) {
    return trigger == Trigger::always ? "always" : trigger == Trigger::on_success ? "on success" : "on failure";
}

struct Drawing {
    const Flow& flow;
    std::set<std::string> drawn;     // definitions whose bodies are done: each once, and recursion ends

    DrawnTask task(const Task& task, const std::string& prefix, std::set<std::string>& taken) const {
        const Definition* definition = definition_of(flow, task);
        DrawnTask out;
        out.name = task.name;
        out.path = prefix + task.name;
        out.id = task.name.empty() ? "task" : task.name;
        for (int n = 2; !taken.insert(out.id).second; ++n) out.id = task.name + "#" + std::to_string(n);
        out.kind = kind_of(definition);
        const bool pod = definition && (definition->kind == DefinitionKind::container || definition->kind == DefinitionKind::script);
        if (pod) out.image = effective_environment(flow, task).merged.image.value_or("");
        out.when = task.when;
        if (task.loop) out.loop = loop_text(*task.loop);
        if (definition) out.detail = definition->detail;
        return out;
    }

    void hooks(DrawnFlow& out, const Task& owner, const std::string& scope, std::set<std::string>& taken, std::vector<DrawnFlow>& inner, const std::string& prefix) {
        for (const Handler& hook : owner.handlers) {
            if (!hook.task) continue;
            out.handlers.push_back({task(*hook.task, prefix + owner.name + "/", taken), scope, hook.expression.empty() ? trigger_text(hook.trigger) : hook.expression, hook.warn_only});
            bodies(*hook.task, prefix + owner.name + "/", inner);
        }
    }

    void bodies(const Task& task, const std::string& prefix, std::vector<DrawnFlow>& inner) {
        const Definition* definition = definition_of(flow, task);
        if (!definition || !definition->body) return;
        if (!task.definition.empty() && !drawn.insert(task.definition).second) return;
        inner.push_back(body(*definition->body, task.definition.empty() ? task.name : task.definition, prefix + task.name + "/"));
    }

    DrawnFlow body(const Body& body, const std::string& name, const std::string& prefix) {
        DrawnFlow out;
        out.name = name;
        out.of = flow.name;
        std::map<TaskId, std::string> ids;
        std::set<std::string> taken;
        const layout::FlowPicture picture = layout::layout_flow(flow, body, prefix);
        std::map<TaskId, layout::Placed> places;
        for (const layout::Placed& placed : picture.tasks) places.emplace(placed.id, placed);
        const auto put = [&](DrawnTask drawn, TaskId id) {
            const auto found = places.find(id);
            if (found != places.end()) drawn.x = found->second.x, drawn.y = found->second.y, drawn.w = found->second.w, drawn.h = found->second.h;
            ids.emplace(id, drawn.id);
            return drawn;
        };
        for (const TaskPtr& one : body.tasks)
            if (one) out.tasks.push_back(put(task(*one, prefix, taken), one->id));
        for (const Handler& handler : body.handlers)
            if (handler.task)
                out.handlers.push_back({put(task(*handler.task, prefix, taken), handler.task->id), "flow", handler.expression.empty() ? trigger_text(handler.trigger) : handler.expression, handler.warn_only});
        std::map<std::pair<TaskId, TaskId>, std::vector<Point>> bends;
        for (const layout::Bent& bent : picture.bends) bends.emplace(std::pair(bent.from, bent.to), bent.through);
        for (const Edge& edge : edges_of(flow, body)) {
            if (!ids.count(edge.from) || !ids.count(edge.to)) continue;
            const auto bent = bends.find({edge.from, edge.to});
            out.edges.push_back({ids[edge.from], ids[edge.to], edge.kind == EdgeKind::data, edge.label, bent == bends.end() ? std::vector<Point>() : bent->second});
        }
        for (const TaskPtr& one : body.tasks)
            if (one) bodies(*one, prefix, out.flows), hooks(out, *one, ids[one->id], taken, out.flows, prefix);
        for (const Handler& handler : body.handlers)
            if (handler.task) bodies(*handler.task, prefix, out.flows);
        out.width = picture.width;
        out.height = picture.height;
        out.lane_top = picture.lane_top;
        out.lane_bottom = picture.lane_bottom;
        return out;
    }
};

}  // namespace

DrawnFlow draw(const Flow& flow) {
    Drawing drawing{flow, {}};
    if (!flow.entrypoint.empty()) drawing.drawn.insert(flow.entrypoint);
    DrawnFlow out = drawing.body(flow.main, flow.entrypoint.empty() ? flow.name : flow.entrypoint, "");
    for (const DefinitionPtr& definition : flow.definitions)  // templates that nobody uses yet, or only another file
        if (definition && definition->body && drawing.drawn.insert(definition->name).second) out.flows.push_back(drawing.body(*definition->body, definition->name, definition->name + "/"));
    return out;
}

void add_states(DrawnFlow& drawn, const run::RunState& state) {
    const auto add = [&](DrawnTask& task) {
        const auto found = state.tasks.find(task.path);
        task.state = found == state.tasks.end() ? "" : run::stage_name(found->second.stage);
    };
    for (DrawnTask& task : drawn.tasks) add(task);
    for (DrawnHandler& handler : drawn.handlers) add(handler.task);
    for (DrawnFlow& below : drawn.flows) add_states(below, state);
}

namespace {

Result<run::RunState> state_of(const std::string& name) {
    auto client = run::Client::connect(true);
    if (!client) return tl::unexpected(client.error());
    const auto id = find_run(**client, name);
    if (!id) return tl::unexpected(id.error());
    const auto known = show_run(**client, *id);
    if (!known) return tl::unexpected(known.error());
    return run::reduce_all(*id, known->events);
}

}  // namespace

int verb_graph(const Arguments& arguments) {
    const std::string format = arguments.value("--format", "json"), theme = arguments.value("--theme", "light");
    const bool paint = format == "png" || format == "pdf";
    if (!paint && format != "json" && format != "dot" && format != "svg") return usage_error("--format knows json, dot, svg, png and pdf, not \"" + format + "\"");
    if (theme != "light" && theme != "dark") return usage_error("--theme knows light and dark, not \"" + theme + "\"");
    int code = exit_ok;
    const DocumentPtr first = open_argument(arguments.positional.front(), arguments, code);
    if (!first) return code;
    std::vector<DrawnFlow> flows{draw(*first->flow)};
    for (std::size_t i = 1; i < flow_count(*first); ++i) {
        const auto next = open_text(first->text, first->file, i);
        if (!next) return complain(next.error()), exit_unreadable;
        flows.push_back(draw(*(*next)->flow));
    }
    if (arguments.has("--run")) {
        const auto state = state_of(arguments.value("--run"));
        if (!state) return complain(state.error()), exit_usage;
        for (DrawnFlow& flow : flows) add_states(flow, *state);
    }
    if (paint) {
        const auto picture = painted(graph_svg(flows, theme == "dark"), format);
        if (!picture) return complain(picture.error()), int(exit_unreadable);
        const auto written = write_output(arguments.value("--output", "-"), *picture);
        return written ? int(exit_ok) : (complain(written.error()), int(exit_unreadable));
    }
    const std::string text = format == "json" ? graph_json(flows) : format == "dot" ? graph_dot(flows) : graph_svg(flows, theme == "dark");
    const auto written = write_output(arguments.value("--output", "-"), text);
    return written ? int(exit_ok) : (complain(written.error()), int(exit_unreadable));
}

}  // namespace weft::cli
