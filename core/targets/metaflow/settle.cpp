// A drawn flow as reading it again will give it: quantities in whole megabytes, delays in whole minutes, a loop named after its first step.
#include <algorithm>
#include <map>

#include "core/model/edit.h"
#include "core/model/rebuild.h"
#include "core/targets/metaflow/arguments.h"
#include "core/targets/metaflow/flow_file.h"

namespace weft::metaflow {
namespace {

void settle_environment(Environment& now, const Environment& old) {
    for (const QuantityArgument& field : quantity_arguments()) {
        std::optional<Scalar>& value = now.*field.slot;
        if (!value || ((old.*field.slot) && (old.*field.slot)->text == value->text)) continue;
        value->text = settled_quantity(value->text, field.unit);
    }
    for (Binding& binding : now.env)
        if (std::find(old.env.begin(), old.env.end(), binding) == old.env.end()) binding.value.plain = false;
    for (Binding& binding : now.node_selector)
        if (std::find(old.node_selector.begin(), old.node_selector.end(), binding) == old.node_selector.end()) binding.value.plain = false;
    for (Volume& volume : now.volumes)
        if (volume.kind == Volume::Kind::claim) volume.name = volume.source;
}

std::string minutes(const std::string& delay) {
    const std::optional<long> seconds = seconds_of(delay);
    return !seconds ? delay : *seconds == 0 ? std::string() : duration_of((*seconds + 59) / 60 * 60);
}

void settle_definition(Definition& now, const Definition& old) {
    settle_environment(now.environment, old.environment);
    if (now.retry && now.retry != old.retry) {
        now.retry->delay = minutes(now.retry->delay);
        if (!now.retry->limit) now.retry->limit = Scalar{"3", true};
    }
    if (now.timeout != old.timeout)
        if (const auto seconds = seconds_of(now.timeout)) now.timeout = duration_of(*seconds);
}

// "inputs.train" in the Python of a join follows the step's name, as write() does it.
std::string with_inputs_renamed(std::string text, const std::string& from, const std::string& to) {
    const auto word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
    const std::string old = "inputs." + from;
    for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + 1)) {
        const std::size_t end = at + old.size();
        if ((at > 0 && (word(text[at - 1]) || text[at - 1] == '.')) || (end < text.size() && word(text[end]))) continue;
        text.replace(at, old.size(), "inputs." + to);
    }
    return text;
}

using Names = std::map<std::string, std::string>;   // old -> new
using Known = std::map<TaskId, const Task*>;

void settle_task(TaskPtr& task, const Known& known, const Names& renamed) {
    if (!task) return;
    Task copy = *task;
    const auto found = known.find(copy.id);
    if (copy.definition.empty() && !copy.own) copy.own = std::make_shared<const Definition>();
    rebuild::settle_own(copy);
    rebuild::settle_depends(copy);
    if (copy.own) {
        Definition own = *copy.own;
        static const Definition none;
        settle_definition(own, found != known.end() && found->second->own ? *found->second->own : none);
        for (const auto& [from, to] : renamed) own.source = with_inputs_renamed(std::move(own.source), from, to);
        if (own.body) {
            Body body = *own.body;
            for (TaskPtr& inner : body.tasks) settle_task(inner, known, renamed);
            own.body = std::make_shared<const Body>(std::move(body));
        }
        copy.own = std::make_shared<const Definition>(std::move(own));
    }
    if (!(copy == *task)) task = std::make_shared<const Task>(std::move(copy));
}

// Loops that were named after a step: "train-foreach-items" becomes "fit-foreach-items".
void rename_loops(Flow& flow, const Known& known) {
    std::vector<std::pair<TaskId, std::string>> wanted;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) {
        const auto old = known.find(task.id);
        if (old == known.end() || !task.own || !task.own->body || task.own->body->tasks.empty()) return;
        const TaskPtr& head = task.own->body->tasks.front();
        const auto old_head = known.find(head->id);
        if (old_head == known.end() || task.name != old->second->name || !task.name.starts_with(old_head->second->name + "-")) return;
        if (head->name != old_head->second->name) wanted.emplace_back(task.id, head->name + task.name.substr(old_head->second->name.size()));
    });
    for (const auto& [id, name] : wanted)
        if (Result<Flow> after = edit::rename_task(flow, id, name)) flow = std::move(*after);
}

}  // namespace

Result<Flow> settle(const Flow& before, const Flow& after) {
    Known known;
    Names renamed;
    for_each_task(before, [&](const std::string&, const Task& task, const Handler*) { known.emplace(task.id, &task); });
    Flow out = after;
    for_each_task(after, [&](const std::string&, const Task& task, const Handler*) {
        const auto old = known.find(task.id);
        if (old != known.end() && old->second->name != task.name) renamed[old->second->name] = task.name;
    });
    rename_loops(out, known);
    settle_environment(out.environment, before.environment);
    for (TaskPtr& task : out.main.tasks) settle_task(task, known, renamed);
    for (Handler& handler : out.main.handlers) settle_task(handler.task, known, {});
    if (out.schedule && out.schedule != before.schedule && out.schedule->crons.empty()) out.schedule.reset();
    return out;
}

}  // namespace weft::metaflow
