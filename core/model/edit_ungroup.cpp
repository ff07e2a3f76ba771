// A group's tasks take its place.
#include "core/model/edit_group.h"

#include <algorithm>

#include "core/model/environment.h"
#include "core/model/graph.h"
#include "core/model/texts.h"

namespace weft::edit {
namespace {

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
    return text;
}

// A value inside a text: a tag of where it comes from, or the value itself. Empty optional: a text cannot hold it.
std::optional<std::string> as_text(const Flow& flow, const Value& value) {
    switch (value.source) {
        case Source::literal:
        case Source::text: return value.text;
        case Source::param: return (flow.format == "argo" ? "{{inputs.parameters." : "{{params.") + value.name + "}}";
        case Source::output: return "{{tasks." + value.task + (flow.format == "argo" ? ".outputs.parameters." : ".outputs.") + value.name + "}}";
        case Source::item: return value.name.empty() ? "{{item}}" : "{{item." + value.name + "}}";
        case Source::status:
        case Source::secret: break;
    }
    return std::nullopt;
}

const Value* given(const Task& group, const Definition& own, const std::string& name) {
    for (const Binding& param : group.params)
        if (param.name == name) return &param.value;
    for (const Parameter& input : own.inputs)
        if (input.name == name && input.value) return &*input.value;
    return nullptr;
}

struct Inward {
    const Flow& flow;
    const Task& group;
    const Definition& own;
    Message refused;

    void operator()(Value& value) {
        if (value.source == Source::param) {
            if (const Value* from = given(group, own, value.name)) value = *from;
        } else if (value.source == Source::text || value.source == Source::literal) {
            (*this)(value.text);
        }
    }
    void operator()(std::string& text) {
        if (text.find("{{") == std::string::npos) return;
        for (const Reference& reference : references_in(text)) {
            if (reference.kind != Reference::Kind::param) continue;
            const Value* from = given(group, own, reference.name);
            if (!from) continue;
            const std::optional<std::string> with = reference.simple && !reference.artifact ? as_text(flow, *from) : std::nullopt;
            if (with) text = replaced(text, reference.tag, *with);
            else if (refused.empty()) refused = {WEFT_TR("core", "%1 of the group reads its parameter in an expression: %2"), {group.name, reference.tag}};
        }
    }
};

struct Outward {
    const Flow& flow;
    const Task& group;
    const Definition& own;
    Message refused;

    const Output* output(const std::string& name) const {
        for (const Output& one : own.outputs)
            if (one.name == name) return &one;
        return nullptr;
    }
    void operator()(Value& value) {
        if (value.source == Source::output && value.task == group.name) {
            if (const Output* one = output(value.name); one && one->expression.source == Source::output) value = one->expression;
            else if (refused.empty()) refused = {WEFT_TR("core", "the output \"%1\" of %2 is not simply the output of one of its tasks"), {value.name, group.name}};
        } else if (value.source == Source::text || value.source == Source::literal) {
            (*this)(value.text);
        }
    }
    void operator()(std::string& text) {
        if (text.find("{{") == std::string::npos) return;
        for (const Reference& reference : references_in(text)) {
            if (reference.task != group.name) continue;
            const Output* one = reference.kind == Reference::Kind::output && reference.simple ? output(reference.name) : nullptr;
            if (one && one->expression.source == Source::output) text = replaced(text, reference.tag, *as_text(flow, one->expression));
            else if (refused.empty()) refused = {WEFT_TR("core", "%2 is read as a whole (%1), and there is no whole without the group"), {reference.tag, group.name}};
        }
    }
};

Message why_not(const Task& group, const Definition& own) {
    if (own.sequential) return {WEFT_TR("core", "the tasks of %1 run in the order of its steps, which edges do not say"), {group.name}};
    if (group.loop) return {WEFT_TR("core", "%1 is a loop: what runs for each item cannot stand outside of it"), {group.name}};
    if (!group.when.empty()) return {WEFT_TR("core", "%1 has a condition for all of its tasks: take it away first"), {group.name}};
    if (!own.body->handlers.empty() || !group.handlers.empty()) return {WEFT_TR("core", "%1 has exit handlers of its own: they would have no scope without it"), {group.name}};
    if (group.retry || own.retry) return {WEFT_TR("core", "%1 is tried again as a whole: take the retry away first"), {group.name}};
    if (!group.timeout.empty() || !own.timeout.empty()) return {WEFT_TR("core", "%1 has a time limit for all of its tasks: take it away first"), {group.name}};
    if (group.tolerated || group.muted) return {WEFT_TR("core", "%1 is muted or its failure is tolerated, for all of its tasks: undo that first"), {group.name}};
    return {};
}

}  // namespace

Result<Flow> ungroup_task(const Flow& flow, TaskId id, std::vector<TaskId>* made) {
    const Task* task = find_task(flow, id);
    if (!task) return rebuild::no_such_task();
    const Definition* definition = definition_of(flow, *task);
    if (!definition || !definition->body) return fail({WEFT_TR("core", "%1 is no group: it holds no tasks"), {task->name}});
    const Task group = *task;
    const Definition own = *definition;
    if (Message problem = why_not(group, own); !problem.empty()) return fail(std::move(problem));
    const BodyRef ref = body_of(flow, id);
    const Body* body = body_at(flow, ref);
    const auto at = body ? std::find_if(body->tasks.begin(), body->tasks.end(), [&](const TaskPtr& one) { return one && one->id == id; }) : std::vector<TaskPtr>::const_iterator();
    if (!body || at == body->tasks.end()) return fail({WEFT_TR("core", "an exit handler stays one: its tasks cannot stand in the flow")});

    // Names first: a member that is called like a task outside is numbered, and its siblings follow.
    Body inner = *own.body, outer = *body;
    outer.tasks.erase(outer.tasks.begin() + (at - body->tasks.begin()));
    std::vector<std::pair<std::string, std::string>> renamed;
    Body both = outer;
    for (const TaskPtr& member : inner.tasks) {
        const std::string fresh = unique_name(both, member->name);
        if (fresh != member->name) renamed.emplace_back(member->name, fresh);
        Task taken;
        taken.name = fresh;
        both.tasks.push_back(std::make_shared<const Task>(std::move(taken)));
    }
    Definition result = own;
    for (const auto& [from, to] : renamed) {
        for (TaskPtr& member : inner.tasks) {
            member = rebuild::refs_renamed(member, from, to);
            if (member->name != from) continue;
            Task copy = *member;
            copy.name = to;
            member = std::make_shared<const Task>(std::move(copy));
        }
        for (Output& output : result.outputs) rebuild::rename_value(output.expression, from, to);
    }

    std::set<std::string, std::less<>> waited_for;
    for (const TaskPtr& member : inner.tasks) {
        for (const Need& need : member->needs) waited_for.insert(need.task);
        if (!member->depends.empty())
            for (const Need& need : needs_of_expression(member->depends)) waited_for.insert(need.task);
    }
    Inward inward{flow, group, result, {}};
    TaskId last = rebuild::highest_id(flow);
    const bool shared = !group.definition.empty();   // its body serves others too: copies need ids of their own
    Flow base;
    base.environment = own.environment;
    Task use;
    use.environment = group.environment;
    const Environment inherited = effective_environment(base, use).merged;
    std::vector<std::string> sinks;
    for (TaskPtr& member : inner.tasks) {
        Task copy = *member;
        if (!waited_for.count(copy.name)) sinks.push_back(copy.name);
        if (copy.needs.empty() && copy.depends.empty()) {
            copy.needs = group.needs;
            copy.depends = group.depends;
        }
        texts::for_each(copy, inward);
        if (!(inherited == Environment{})) {
            Flow outside;
            outside.environment = inherited;
            Task inside;
            inside.environment = copy.environment;
            copy.environment = effective_environment(outside, inside).merged;
            if (copy.own) {   // what the member's own definition says wins over the group
                Flow group_first;
                group_first.environment = copy.environment;
                Task own_last;
                own_last.environment = copy.own->environment;
                copy.environment = effective_environment(group_first, own_last).merged;
            }
            if (flow.format == "native") rebuild::settle_own(copy);
        }
        member = std::make_shared<const Task>(std::move(copy));
        if (shared) member = rebuild::with_fresh_ids(member, last);
        if (made) made->push_back(member->id);
    }
    if (!inward.refused.empty()) return fail(std::move(inward.refused));

    Outward outward{flow, group, result, {}};
    const auto follow = [&](TaskPtr& other) {
        if (!other) return;
        Task copy = *other;
        std::vector<Need> needs;
        for (const Need& need : copy.needs) {
            if (need.task != group.name) {
                needs.push_back(need);
                continue;
            }
            for (const std::string& sink : sinks) needs.push_back({sink, need.results, need.recovers});
        }
        copy.needs = std::move(needs);
        if (!copy.depends.empty()) {
            const std::vector<Need> named = needs_of_expression(copy.depends);
            const bool waits = std::any_of(named.begin(), named.end(), [&](const Need& need) { return need.task == group.name; });
            if (waits && sinks.size() == 1) copy.depends = rename_in_depends(copy.depends, group.name, sinks.front());
            else if (waits && outward.refused.empty())
                outward.refused = {WEFT_TR("core", "%1 waits for the whole of %2 by an expression: give it plain edges first"), {copy.name, group.name}};
        }
        texts::for_each(copy, outward);
        if (!(copy == *other)) other = std::make_shared<const Task>(std::move(copy));
    };
    for (TaskPtr& other : outer.tasks) follow(other);
    for (Handler& handler : outer.handlers) follow(handler.task);
    if (!outward.refused.empty()) return fail(std::move(outward.refused));

    const std::string path = rebuild::body_path(flow, id);
    outer.tasks.insert(outer.tasks.begin() + (at - body->tasks.begin()), inner.tasks.begin(), inner.tasks.end());
    std::optional<Flow> done = rebuild::with_body(flow, ref, std::move(outer));
    if (!done) return rebuild::no_such_task();
    const auto placed = std::find_if(done->placements.begin(), done->placements.end(), [&](const Placement& one) { return one.path == path; });
    const Point corner = placed == done->placements.end() ? Point{} : placed->at;
    const std::size_t slash = path.find_last_of("/:");
    for (Note& note : done->notes) {             // a note is a person's words: it stays when its frame goes
        if (note.in != path) continue;
        note.in = slash == std::string::npos ? std::string() : path.substr(0, path[slash] == ':' ? slash + 1 : slash);
        note.at = {note.at.x + corner.x, note.at.y + corner.y};
    }
    rebuild::move_placements(*done, path, {});   // laid out anew: the places inside were counted from the group's corner
    return std::move(*done);
}

}  // namespace weft::edit
