// A selection becomes a group (a sub-flow of its own), and a group's tasks come back out. Values that cross the border go through the group's
// parameters and outputs; order edges that cross it become edges of the group.
#include "core/model/edit_group.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/model/environment.h"
#include "core/model/graph.h"
#include "core/model/texts.h"

namespace weft::edit {
namespace {

using Names = std::set<std::string, std::less<>>;

std::string all_replaced(std::string text, const std::string& what, const std::string& with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
    return text;
}

std::string param_tag(const Flow& flow, const std::string& name) { return flow.format == "argo" ? "{{inputs.parameters." + name + "}}" : "{{params." + name + "}}"; }
std::string output_tag(const Flow& flow, const std::string& task, const std::string& name) {
    return flow.format == "argo" ? "{{tasks." + task + ".outputs.parameters." + name + "}}" : "{{tasks." + task + ".outputs." + name + "}}";
}

// What goes into the group: parameter name -> the value that the group's task hands it.
class Border {
  public:
    Border(const Flow& flow, const Names& inside) : flow_(flow), inside_(inside) {}
    std::vector<Binding> params;
    Message refused;

    void member(Task& task) {
        const std::string name = task.name;
        texts::for_each(task, [this, &name](auto& place) { cross(name, place); });
    }

  private:
    bool comes_from_outside(const Reference& reference) const { return !reference.task.empty() && inside_.count(reference.task) == 0; }

    std::string hand_in(const std::string& wanted, Value value) {
        for (const Binding& known : params)
            if (known.value == value) return known.name;
        std::string name = wanted;
        for (int number = 2; std::any_of(params.begin(), params.end(), [&](const Binding& b) { return b.name == name; }); ++number) name = wanted + "-" + std::to_string(number);
        params.push_back({name, std::move(value)});
        return name;
    }

    void cross(const std::string& task, Value& value) {
        if (value.source == Source::output && inside_.count(value.task) == 0) {
            value = {Source::param, {}, {}, hand_in(value.task + "-" + value.name, value)};
        } else if (value.source == Source::param) {
            value.name = hand_in(value.name, value);
        } else if (value.source == Source::text || value.source == Source::literal) {
            cross(task, value.text);
        }
    }

    void cross(const std::string& task, std::string& text) {
        if (text.find("{{") == std::string::npos) return;
        for (const Reference& reference : references_in(text)) {
            const bool output = reference.kind == Reference::Kind::output, param = reference.kind == Reference::Kind::param;
            if (!(param || comes_from_outside(reference))) continue;
            if (!reference.simple || reference.artifact || !(param || output)) {
                if (refused.empty()) refused = {WEFT_TR("core", "%1 reads %2 from outside the group: give it a parameter that holds this value first"), {task, reference.tag}};
                continue;
            }
            const std::string wanted = param ? reference.name : reference.task + "-" + reference.name;
            const Value value = param ? Value{Source::param, {}, {}, reference.name} : Value{Source::output, {}, reference.task, reference.name};
            text = all_replaced(text, reference.tag, param_tag(flow_, hand_in(wanted, value)));
        }
    }

    const Flow& flow_;
    const Names& inside_;
};

bool asks_for_success(Results results) { return results == results_default || results == on_succeeded || results == results_completed; }

void add_need(std::vector<Need>& needs, const Need& need) {
    for (Need& known : needs)
        if (known.task == need.task) {
            known.results &= need.results;   // both must hold: the stricter of the two
            return;
        }
    needs.push_back(need);
}

// Which outside task stands both behind and before the selection: the group would wait for itself.
const Task* between(const Flow& flow, const Body& body, const Names& inside) {
    const BodyGraph graph = graph_of(flow, body);
    std::vector<char> below(graph.tasks.size(), 0);
    for (const int at : graph.order)
        for (const int up : graph.upstream[std::size_t(at)]) below[std::size_t(at)] |= below[std::size_t(up)] || inside.count(graph.tasks[std::size_t(up)]->name);
    for (std::size_t at = 0; at < graph.tasks.size(); ++at) {
        if (!inside.count(graph.tasks[at]->name)) continue;
        for (const int up : graph.upstream[at])
            if (!inside.count(graph.tasks[std::size_t(up)]->name) && below[std::size_t(up)]) return graph.tasks[std::size_t(up)];
    }
    return nullptr;
}

// Outside readers and waiters take the group for its members.
class Outside {
  public:
    Outside(const Flow& flow, const Names& inside, const std::string& group) : flow_(flow), inside_(inside), group_(group) {}
    std::vector<Output> outputs;
    Message refused;

    void task(Task& task) {
        std::vector<Need> kept;
        for (const Need& need : task.needs) {
            if (!inside_.count(need.task)) {
                add_need(kept, need);
                continue;
            }
            if (!asks_for_success(need.results) || need.recovers) refuse(task.name, need.task);
            add_need(kept, {group_, need.results, false});
        }
        task.needs = std::move(kept);
        if (!task.depends.empty())
            for (const Need& need : needs_of_expression(task.depends))
                if (inside_.count(need.task)) {
                    if (!asks_for_success(need.results)) refuse(task.name, need.task);
                    task.depends = rename_in_depends(task.depends, need.task, group_);
                }
        const std::string name = task.name;
        texts::for_each(task, [this, &name](auto& place) { cross(name, place); });
    }

  private:
    void refuse(const std::string& reader, const std::string& member) {
        if (refused.empty()) refused = {WEFT_TR("core", "%1 asks how %2 alone ended, and a group ends as a whole: leave %2 out of the group"), {reader, member}};
    }

    std::string hand_out(const std::string& task, const std::string& name) {
        const Value value{Source::output, {}, task, name};
        for (const Output& known : outputs)
            if (known.expression == value) return known.name;
        std::string wanted = name;
        if (std::any_of(outputs.begin(), outputs.end(), [&](const Output& o) { return o.name == wanted; })) wanted = task + "-" + name;
        Output output;
        output.name = wanted;
        output.from = OutputFrom::expression;
        output.expression = value;
        outputs.push_back(std::move(output));
        return wanted;
    }

    void cross(const std::string& reader, Value& value) {
        if (value.source == Source::output && inside_.count(value.task)) {
            value.name = hand_out(value.task, value.name);
            value.task = group_;
        } else if (value.source == Source::text || value.source == Source::literal) {
            cross(reader, value.text);
        }
    }

    void cross(const std::string& reader, std::string& text) {
        if (text.find("{{") == std::string::npos) return;
        for (const Reference& reference : references_in(text)) {
            if (reference.task.empty() || !inside_.count(reference.task)) continue;
            if (reference.kind == Reference::Kind::output && reference.simple && !reference.artifact)
                text = all_replaced(text, reference.tag, output_tag(flow_, group_, hand_out(reference.task, reference.name)));
            else refuse(reader, reference.task);
        }
    }

    const Flow& flow_;
    const Names& inside_;
    const std::string& group_;
};

Message crosses_as_file(const Body& body, const Names& inside) {
    for (const TaskPtr& task : body.tasks)
        for (const std::vector<InputFile>* files : {&task->files, task->own ? &task->own->files : nullptr}) {
            if (!files) continue;
            for (const InputFile& file : *files)
                if (file.from && file.from->source == Source::output && inside.count(file.from->task) != inside.count(task->name))
                    return {WEFT_TR("core", "%1 gets the file \"%2\" from %3, and files do not cross the border of a group: take both in, or neither"), {task->name, file.name, file.from->task}};
        }
    return {};
}

Point middle(const Flow& flow, const std::vector<std::string>& paths) {
    Point sum;
    double count = 0;
    for (const Placement& placement : flow.placements)
        if (std::find(paths.begin(), paths.end(), placement.path) != paths.end()) sum.x += placement.at.x, sum.y += placement.at.y, ++count;
    return count > 0 ? Point{sum.x / count, sum.y / count} : Point{-1, -1};
}

}  // namespace

Result<Flow> group_tasks(const Flow& flow, const std::vector<TaskId>& ids, const std::string& wanted, TaskId* made) {
    if (ids.empty()) return fail({WEFT_TR("core", "select the tasks that the group is to hold")});
    const BodyRef ref = body_of(flow, ids.front());
    const Body* body = body_at(flow, ref);
    if (!body) return rebuild::no_such_task();
    Names inside;
    Body inner, outer = *body;
    std::vector<std::string> paths;
    for (const TaskPtr& task : body->tasks)
        if (task && std::find(ids.begin(), ids.end(), task->id) != ids.end()) {
            inside.insert(task->name);
            inner.tasks.push_back(task);
            paths.push_back(rebuild::body_path(flow, task->id));
        }
    if (inner.tasks.size() != ids.size()) return fail({WEFT_TR("core", "a group takes tasks that stand in one flow, and no exit handlers")});
    if (const Task* loop = between(flow, *body, inside)) return fail({WEFT_TR("core", "%1 runs between tasks of the group, so the group would wait for itself: take it in too"), {loop->name}});
    if (Message files = crosses_as_file(*body, inside); !files.empty()) return fail(std::move(files));
    std::erase_if(outer.tasks, [&](const TaskPtr& task) { return task && inside.count(task->name); });
    const std::string name = unique_name(outer, wanted.empty() ? "group" : wanted);
    if (Message problem = rebuild::name_problem(name); !problem.empty()) return fail(std::move(problem));

    Task group;
    group.name = name;
    Border border(flow, inside);
    for (TaskPtr& member : inner.tasks) {
        Task copy = *member;
        if (!copy.depends.empty()) {
            const std::vector<Need> all = needs_of_expression(copy.depends);
            if (std::any_of(all.begin(), all.end(), [&](const Need& need) { return !inside.count(need.task); }))
                return fail({WEFT_TR("core", "%1 waits by the expression \"%2\" for tasks outside the group: give it plain edges first"), {copy.name, copy.depends}});
        }
        std::erase_if(copy.needs, [&](const Need& need) {
            if (inside.count(need.task)) return false;
            add_need(group.needs, need);
            return true;
        });
        border.member(copy);
        member = std::make_shared<const Task>(std::move(copy));
    }
    if (!border.refused.empty()) return fail(std::move(border.refused));

    Outside outside(flow, inside, name);
    for (TaskPtr& task : outer.tasks) {
        Task copy = *task;
        outside.task(copy);
        if (!(copy == *task)) task = std::make_shared<const Task>(std::move(copy));
    }
    for (Handler& handler : outer.handlers) {
        if (!handler.task) continue;
        Task copy = *handler.task;
        outside.task(copy);
        if (!(copy == *handler.task)) handler.task = std::make_shared<const Task>(std::move(copy));
    }
    if (!outside.refused.empty()) return fail(std::move(outside.refused));

    Definition own;
    own.kind = DefinitionKind::flow;
    own.body = std::make_shared<const Body>(std::move(inner));
    own.outputs = std::move(outside.outputs);
    if (flow.format != "native")
        for (const Binding& param : border.params) {
            Parameter input;
            input.name = param.name;
            own.inputs.push_back(std::move(input));
        }
    group.params = std::move(border.params);
    group.own = std::make_shared<const Definition>(std::move(own));
    group.id = rebuild::highest_id(flow) + 1;
    if (made) *made = group.id;
    const Point at = middle(flow, paths);
    // The group stands where its first member stood, so that the file reads in the old order.
    const auto first = std::find_if(body->tasks.begin(), body->tasks.end(), [&](const TaskPtr& task) { return task && inside.count(task->name); });
    outer.tasks.insert(outer.tasks.begin() + (first - body->tasks.begin()), std::make_shared<const Task>(group));
    std::optional<Flow> result = rebuild::with_body(flow, ref, std::move(outer));
    if (!result) return rebuild::no_such_task();
    const std::string group_path = rebuild::body_path(*result, group.id);
    for (const std::string& path : paths) {
        const std::size_t leaf = path.find_last_of("/:");
        rebuild::move_placements(*result, path, group_path + "/" + path.substr(leaf == std::string::npos ? 0 : leaf + 1));
    }
    if (at.x >= 0) result->placements.push_back({group_path, {double(int(at.x)), double(int(at.y))}});
    return std::move(*result);
}

}  // namespace weft::edit
