// What reaches a task's pod: its parameters as variables, everything written out, and the folder that its outputs go to.
#include <algorithm>

#include "core/model/environment.h"
#include "core/targets/volcano/lower.h"

namespace weft::volcano {
namespace {

struct Finder {
    const Flow& flow;
    const Task& wanted;
    const ExportOptions& options;
    std::vector<const Task*> enclosing;
    std::vector<const Definition*> open;      // groups that we are in: one that holds itself ends here

    std::optional<Environment> in(const Body& body, Values& values) {
        for (const TaskPtr& task : body.tasks) {
            const Definition* definition = task ? definition_of(flow, *task) : nullptr;
            if (!definition) continue;
            if (task->id == wanted.id) {
                if (definition->kind != DefinitionKind::container && definition->kind != DefinitionKind::script) return std::nullopt;
                return lowered_pod(values, *task, *definition, enclosing, options).environment;
            }
            if (definition->kind != DefinitionKind::flow || !definition->body || std::find(open.begin(), open.end(), definition) != open.end()) continue;
            open.push_back(definition);
            enclosing.push_back(task.get());
            Values inside = values.inside(definition->inputs, task->params, task->id, {});
            std::optional<Environment> found = in(*definition->body, inside);
            enclosing.pop_back();
            open.pop_back();
            if (found) return found;
        }
        return std::nullopt;
    }
};

void set(EffectiveEnvironment& environment, const std::string& field, const std::string& value, Origin origin, const char* name) {
    for (Effective& one : environment.fields)
        if (one.field == field) {
            one.value = value;
            return;
        }
    environment.fields.push_back({field, value, origin, name});
}

}  // namespace

void arriving(const Flow& flow, const Task& task, const Handler* handler, const ExportOptions& options, EffectiveEnvironment& environment) {
    if (handler || flow.format == "volcano") return;   // a handler is refused; a JobFlow's own documents stay as they are
    std::vector<Remark> remarks;                       // what cannot be said is the table's and the check's to tell
    Values values = flow_values(flow, remarks);
    const std::optional<Environment> pod = Finder{flow, task, options, {}, {}}.in(flow.main, values);
    if (!pod) return;
    for (const Binding& variable : pod->env) {
        const bool ours = variable.name == "WEFT_OUTPUTS";
        set(environment, "env." + variable.name, shown(variable.value), ours ? Origin::engine : Origin::task, ours ? "Volcano" : "");
    }
    for (const Volume& volume : pod->volumes)
        if (volume.name == "weft-outputs") set(environment, "volume." + volume.name, shown(volume), Origin::engine, "Volcano");
    if (pod->image && environment.merged.image != pod->image) set(environment, "image", *pod->image, Origin::task, "");
    environment.merged = *pod;
}

}  // namespace weft::volcano
