#include "core/model/lineage.h"

#include <algorithm>
#include <deque>
#include <set>

#include "core/model/graph.h"

namespace weft {
namespace {

using Kind = ValuePlace::Kind;
using RefKind = Reference::Kind;

constexpr std::size_t most_steps = 400;

struct Read {
    ValuePlace to;
    Reference reference;
    bool work = false;      // stands in what the task runs: sees its own inputs first
};

ValuePlace place_of_field(TaskId task, const std::string& field) {
    const auto named = [&](std::string_view head, Kind kind) -> std::optional<ValuePlace> {
        if (!field.starts_with(head)) return std::nullopt;
        std::string name = field.substr(head.size());
        if (name.ends_with(".value")) name.resize(name.size() - 6);
        return ValuePlace{kind, task, std::move(name)};
    };
    if (auto place = named("params.", Kind::input)) return *place;
    if (auto place = named("env.", Kind::variable)) return *place;
    if (auto place = named("files.", Kind::file)) return *place;
    if (field == "when") return {Kind::condition, task, {}};
    if (field == "loop") return {Kind::loop, task, {}};
    return {Kind::text, task, {}};
}

bool is_use(const ValuePlace& place) { return place.kind == Kind::input || place.kind == Kind::condition || place.kind == Kind::loop; }

std::vector<Read> reads_of(const Flow& flow, const Task& task) {
    std::vector<Read> reads;
    for (FieldReference& one : references_of(flow, task)) {
        ValuePlace to = place_of_field(task.id, one.field);
        const bool work = !is_use(to);
        reads.push_back({std::move(to), std::move(one.reference), work});
    }
    const Definition* definition = task.definition.empty() ? nullptr : find_definition(flow, task.definition);
    if (!definition || definition->body) return reads;
    Task probe;     // a shared definition's own texts
    probe.own = DefinitionPtr(DefinitionPtr(), definition);
    for (FieldReference& one : references_of(flow, probe)) reads.push_back({place_of_field(task.id, one.field), std::move(one.reference), true});
    return reads;
}

bool has_input(const Flow& flow, const Task& task, const std::string& name) {
    const auto given = [&](const Binding& one) { return one.name == name; };
    if (std::any_of(task.params.begin(), task.params.end(), given)) return true;
    const Definition* definition = definition_of(flow, task);
    return definition && std::any_of(definition->inputs.begin(), definition->inputs.end(), [&](const Parameter& one) { return one.name == name; });
}

template <class Fn> void for_each_user(const Flow& flow, const std::string& definition, Fn&& fn) {
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) {
        if (task.definition == definition) fn(task);
    });
}

// A parameter's name, from the inside outwards: the task's own, the group's around it, whoever uses the definition, the flow's.
// `known`: the body the task stands in; finding it walks through the flow.
void resolve_parameter(const Flow& flow, const Task& task, bool work, const std::string& name, std::vector<ValuePlace>& out, const BodyRef* known = nullptr) {
    if (work && has_input(flow, task, name)) return out.push_back({Kind::input, task.id, name});
    const BodyRef where = known ? *known : body_of(flow, task.id);
    if (where.task) {
        if (const Task* group = find_task(flow, where.task)) return resolve_parameter(flow, *group, true, name, out);
    } else if (!where.definition.empty()) {
        for_each_user(flow, where.definition, [&](const Task& user) { out.push_back({Kind::input, user.id, name}); });
        return;
    }
    const auto is = [&](const Parameter& one) { return one.name == name; };
    const Definition* entry = find_definition(flow, flow.entrypoint);
    if (std::any_of(flow.parameters.begin(), flow.parameters.end(), is) || (entry && std::any_of(entry->inputs.begin(), entry->inputs.end(), is))) out.push_back({Kind::flow_parameter, 0, name});
}

void resolve(const Flow& flow, const Task& task, const Read& read, std::vector<ValuePlace>& out, const BodyRef* known = nullptr) {
    const Reference& reference = read.reference;
    if (reference.kind == RefKind::param) return resolve_parameter(flow, task, read.work, reference.name, out, known);
    if (reference.kind == RefKind::workflow && reference.name.starts_with("parameters.")) return out.push_back({Kind::flow_parameter, 0, reference.name.substr(11)});
    if (reference.kind == RefKind::item && read.to.kind != Kind::loop) return out.push_back({Kind::loop, task.id, {}});
    if (reference.kind != RefKind::output) return;
    const Body* body = body_at(flow, known ? *known : body_of(flow, task.id));
    const Task* source = body ? find_task(*body, reference.task) : nullptr;
    if (source && source->id != task.id) out.push_back({Kind::output, source->id, reference.name});
}

void unique(std::vector<ValuePlace>& all) {
    std::set<ValuePlace> seen;
    std::erase_if(all, [&](const ValuePlace& one) { return !seen.insert(one).second; });
}

// What a nested flow gives is what one of its tasks gives.
void inner_outputs(const Definition& definition, const std::string& name, std::vector<ValuePlace>& out) {
    for (const Output& output : definition.outputs) {
        if (output.name != name || !definition.body) continue;
        for (const Reference& reference : references(output.expression))
            if (reference.kind == RefKind::output)
                if (const Task* inner = find_task(*definition.body, reference.task)) out.push_back({Kind::output, inner->id, reference.name});
    }
}

// The outputs of the nested flow around a task that come from this one of its.
void outer_outputs(const Flow& flow, const Task& task, const std::string& name, std::vector<ValuePlace>& out) {
    const BodyRef where = body_of(flow, task.id);
    const Task* group = where.task ? find_task(flow, where.task) : nullptr;
    const Definition* owner = group ? definition_of(flow, *group) : where.definition.empty() ? nullptr : find_definition(flow, where.definition);
    if (!owner) return;
    for (const Output& output : owner->outputs)
        for (const Reference& reference : references(output.expression)) {
            if (reference.kind != RefKind::output || reference.task != task.name || reference.name != name) continue;
            if (group) out.push_back({Kind::output, group->id, output.name});
            else for_each_user(flow, where.definition, [&](const Task& user) { out.push_back({Kind::output, user.id, output.name}); });
        }
}

bool mentions(const Task& task, const std::string& name) {
    bool found = false;
    for_each_read(task, [&](std::string_view read) { found = found || read == name; });
    return found;
}

template <class Fn> void for_each_of(const Body& body, Fn&& fn) {
    for (const TaskPtr& task : body.tasks)
        if (task) fn(*task);
    for (const Handler& handler : body.handlers)
        if (handler.task) fn(*handler.task);
}

// The tasks beside this one that read from it: one walk over the body.
std::vector<const Task*> readers_of(const Flow& flow, const Task& task) {
    std::vector<const Task*> readers;
    if (const Body* body = body_at(flow, body_of(flow, task.id)))
        for_each_of(*body, [&](const Task& reader) {
            if (reader.id != task.id && mentions(reader, task.name)) readers.push_back(&reader);
        });
    return readers;
}

void readers_of_output(const Flow& flow, const Task& task, const std::string& name, const std::vector<const Task*>& readers, std::vector<ValuePlace>& out) {
    for (const Task* reader : readers)
        for (const Read& read : reads_of(flow, *reader))
            if (read.reference.kind == RefKind::output && read.reference.task == task.name && read.reference.name == name) out.push_back(read.to);
    outer_outputs(flow, task, name, out);
}

// Everything below a body that reads this place, groups included: a name means the nearest parameter.
void readers_of_parameter(const Flow& flow, const ValuePlace& place, const Body& body, const BodyRef& where, std::vector<ValuePlace>& out) {
    for_each_of(body, [&](const Task& reader) {
        for (const Read& read : reads_of(flow, reader)) {
            const bool by_name = read.reference.kind == RefKind::param && read.reference.name == place.name;
            const bool of_flow = read.reference.kind == RefKind::workflow && read.reference.name == "parameters." + place.name;
            if (!by_name && !of_flow) continue;
            std::vector<ValuePlace> sources;
            resolve(flow, reader, read, sources, &where);
            if (std::find(sources.begin(), sources.end(), place) != sources.end()) out.push_back(read.to);
        }
        if (reader.own && reader.own->body) readers_of_parameter(flow, place, *reader.own->body, {{}, reader.id}, out);
    });
}

}  // namespace

std::vector<ValuePlace> sources_of(const Flow& flow, const ValuePlace& place) {
    std::vector<ValuePlace> out;
    const Task* task = place.task ? find_task(flow, place.task) : nullptr;
    if (!task) return out;
    const Definition* definition = definition_of(flow, *task);
    if (place.kind == Kind::output) {
        if (definition) inner_outputs(*definition, place.name, out);
        return out;
    }
    for (const Read& read : reads_of(flow, *task))
        if (read.to == place) resolve(flow, *task, read, out);
    if (place.kind == Kind::input && definition) {     // not given: the default, which may name a parameter itself
        const bool given = std::any_of(task->params.begin(), task->params.end(), [&](const Binding& one) { return one.name == place.name; });
        for (const Parameter& input : definition->inputs)
            if (!given && input.name == place.name && input.value)
                for (Reference& reference : references(*input.value)) resolve(flow, *task, {place, std::move(reference), false}, out);
    }
    std::erase(out, place);
    unique(out);
    return out;
}

std::vector<ValuePlace> sinks_of(const Flow& flow, const ValuePlace& place) {
    std::vector<ValuePlace> out;
    const Task* task = place.task ? find_task(flow, place.task) : nullptr;
    if (place.kind == Kind::flow_parameter) {
        readers_of_parameter(flow, place, flow.main, {}, out);
        for (const DefinitionPtr& definition : flow.definitions)
            if (definition && definition->body) readers_of_parameter(flow, place, *definition->body, {definition->name, 0}, out);
    }
    if (task && place.kind == Kind::output) readers_of_output(flow, *task, place.name, readers_of(flow, *task), out);
    if (task && (place.kind == Kind::input || place.kind == Kind::loop)) {
        for (const Read& read : reads_of(flow, *task)) {
            std::vector<ValuePlace> sources;
            const bool may = place.kind == Kind::input ? read.reference.kind == RefKind::param && read.reference.name == place.name : read.reference.kind == RefKind::item;
            if (may && read.to != place) resolve(flow, *task, read, sources);
            if (std::find(sources.begin(), sources.end(), place) != sources.end()) out.push_back(read.to);
        }
        const Definition* definition = definition_of(flow, *task);
        if (definition && definition->body) readers_of_parameter(flow, place, *definition->body, task->definition.empty() ? BodyRef{{}, task->id} : BodyRef{task->definition, 0}, out);
    }
    std::erase(out, place);
    unique(out);
    return out;
}

Lineage lineage(const Flow& flow, const ValuePlace& about) {
    Lineage found;
    for (const bool up : {true, false}) {
        std::set<ValuePlace> seen{about};
        std::deque<ValuePlace> open{about};
        std::vector<ValueStep>& steps = up ? found.from : found.to;
        while (!open.empty()) {
            const ValuePlace here = open.front();
            open.pop_front();
            for (const ValuePlace& next : up ? sources_of(flow, here) : sinks_of(flow, here)) {
                if (steps.size() >= most_steps) {
                    found.cut = true;
                    break;
                }
                steps.push_back(up ? ValueStep{next, here} : ValueStep{here, next});
                if (seen.insert(next).second) open.push_back(next);
            }
        }
    }
    return found;
}

namespace {

std::vector<ValuePlace> places_of(const Flow& flow, const Task& task, const std::vector<const Task*>& readers) {
    std::vector<ValuePlace> places;
    for (const Read& read : reads_of(flow, task)) places.push_back(read.to);
    for (const Binding& one : task.params) places.push_back({Kind::input, task.id, one.name});
    if (const Definition* definition = definition_of(flow, task)) {
        for (const Parameter& one : definition->inputs) places.push_back({Kind::input, task.id, one.name});
        for (const Output& one : definition->outputs) places.push_back({Kind::output, task.id, one.name});
    }
    for (const Task* reader : readers)   // an output that nobody declares (a script's "result")
        for (const Read& read : reads_of(flow, *reader))
            if (read.reference.kind == RefKind::output && read.reference.task == task.name) places.push_back({Kind::output, task.id, read.reference.name});
    unique(places);
    return places;
}

}  // namespace

std::vector<ValuePlace> places_of_task(const Flow& flow, TaskId id) {
    const Task* task = find_task(flow, id);
    return task ? places_of(flow, *task, readers_of(flow, *task)) : std::vector<ValuePlace>();
}

std::vector<ValueStep> steps_of_task(const Flow& flow, TaskId id) {
    std::vector<ValueStep> steps;
    const Task* task = find_task(flow, id);
    if (!task) return steps;
    const std::vector<const Task*> readers = readers_of(flow, *task);
    for (const ValuePlace& place : places_of(flow, *task, readers)) {
        for (const ValuePlace& source : sources_of(flow, place)) steps.push_back({source, place});
        std::vector<ValuePlace> sinks;
        if (place.kind == Kind::output) readers_of_output(flow, *task, place.name, readers, sinks);
        else if (place.kind == Kind::input) sinks = sinks_of(flow, place);
        unique(sinks);
        for (const ValuePlace& sink : sinks)
            if (sink.task != id) steps.push_back({place, sink});
    }
    return steps;
}

}  // namespace weft
