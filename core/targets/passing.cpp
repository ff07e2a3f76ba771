#include "core/targets/passing.h"

#include <optional>

#include "core/lint/rule.h"

namespace weft {
namespace {

// What `value` is, when it is another task's output.
std::optional<ValueType> type_of(const Flow& flow, const Body& body, const Value& value) {
    if (value.source != Source::output) return std::nullopt;
    const Task* producer = find_task(body, value.task);
    const Definition* definition = producer ? definition_of(flow, *producer) : nullptr;
    if (!definition) return std::nullopt;
    for (const Output& output : definition->outputs)
        if (output.name == value.name) return output.artifact ? ValueType::file : output.type;
    return std::nullopt;
}

struct Walk {
    const Flow& flow;
    const Target& target;
    std::vector<Remark>& out;

    void value(const lint::Context::Item& item, const Value& bound, Carrier carrier) const {
        const std::optional<ValueType> type = type_of(flow, *item.body, bound);
        const Passing* row = type ? passing(target, *type, carrier) : nullptr;
        if (!row || row->fit == Fit::fits) return;
        out.push_back({row->fit, item.task->id, item.path, Feature::passing_value, bound.task + "." + bound.name, row->how, {}});
    }
    void files(const lint::Context::Item& item, const std::vector<InputFile>& files) const {
        for (const InputFile& file : files)
            if (file.from) value(item, *file.from, Carrier::file);
    }
    void variables(const lint::Context::Item& item, const Environment& environment) const {
        for (const Binding& binding : environment.env) value(item, binding.value, Carrier::variable);
    }
};

}  // namespace

const Passing* passing(const Target& target, ValueType type, Carrier carrier) {
    for (const Passing& row : target.passing)
        if (row.type == type && row.carrier == carrier) return &row;
    return nullptr;
}

std::vector<Remark> passing_remarks(const Flow& flow, const Target& target) {
    std::vector<Remark> out;
    const Walk walk{flow, target, out};
    for (const lint::Context::Item& item : lint::make_context(flow, {}).items) {
        for (const Binding& param : item.task->params) walk.value(item, param.value, Carrier::parameter);
        walk.variables(item, item.task->environment);
        walk.files(item, item.task->files);
        if (!item.definition) continue;
        walk.variables(item, item.definition->environment);
        walk.files(item, item.definition->files);
    }
    return out;
}

}  // namespace weft
