// Who reads which output, noted before anything is lowered: groups hand on only what somebody reads.
#include "core/targets/kfp/lower.h"

namespace weft::kfp {
namespace {

void note_reads(Lowering& lowering, const Body& body) {
    const auto note = [&](const Task& reader) {
        for (const FieldReference& one : references_of(lowering.flow, reader)) {
            if (one.reference.kind != Reference::Kind::output) continue;
            for (const TaskPtr& task : body.tasks)
                if (task->name == one.reference.task) {
                    lowering.read[task.get()].insert(one.reference.name);
                    if (one.field.starts_with("loop")) lowering.lists.insert({task.get(), one.reference.name});
                }
        }
    };
    for (const TaskPtr& task : body.tasks) {
        note(*task);
        if (task->own && task->own->body) note_reads(lowering, *task->own->body);
    }
}

void note_expressions(Lowering& lowering, const Body& body, const std::vector<Output>& outputs) {
    for (const Output& output : outputs)
        for (const Reference& tag : references(output.expression))
            for (const TaskPtr& task : body.tasks)
                if (task->name == tag.task) lowering.read[task.get()].insert(tag.name);
}

}  // namespace

void note_all(Lowering& lowering) {
    note_reads(lowering, lowering.flow.main);
    for (const DefinitionPtr& definition : lowering.flow.definitions)
        if (definition->body) note_reads(lowering, *definition->body), note_expressions(lowering, *definition->body, definition->outputs);
    for_each_task(lowering.flow, [&](const std::string&, const Task& task, const Handler*) {
        if (task.own && task.own->body) note_expressions(lowering, *task.own->body, task.own->outputs);
        if (!task.loop || task.loop->over != Loop::Over::param) return;
        for (const Reference& tag : references_in(task.loop->param)) {
            if (tag.kind == Reference::Kind::param) lowering.list_params.insert(tag.name);
            if (tag.kind == Reference::Kind::workflow && tag.name.starts_with("parameters.")) lowering.list_params.insert(tag.name.substr(11));
        }
    });
}

}  // namespace weft::kfp
