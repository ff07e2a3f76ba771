// What reaches a task's pod, without writing the whole pipeline for it: parameters are variables that the shell lines in front of the program export, what a
// pipeline's file cannot hold is gone.
#include <algorithm>

#include "core/model/environment.h"
#include "core/targets/kfp/export.h"
#include "core/targets/kfp/wrapper.h"

namespace weft::kfp {
namespace {

struct Arrival {
    EffectiveEnvironment& environment;
    std::vector<Effective> added;

    bool has(const std::string& field) const {
        return environment.find(field) || std::any_of(added.begin(), added.end(), [&](const Effective& one) { return one.field == field; });
    }
    void variable(const std::string& name, const Value& value, Origin origin, const std::string& from) {
        if (!is_variable(name) || has("env." + name)) return;      // the task's own variable of that name is what the program sees
        added.push_back({"env." + name, shown(value), origin, from});
        environment.merged.env.push_back({name, value});
    }
    void gone(const std::string& field) {
        for (Effective& one : environment.fields)
            if (one.field == field) one = {field, {}, Origin::nothing, {}};
    }
};

void add_parameters(Arrival& arrival, const Task& task, const Definition& definition) {
    for (const Binding& param : task.params) arrival.variable(param.name, param.value, Origin::task, task.name);
    const bool own = task.definition.empty();
    for (const Parameter& input : definition.inputs)
        if (input.value) arrival.variable(input.name, *input.value, own ? Origin::task : Origin::definition, own ? task.name : definition.name);
}

bool knows_outputs_folder(const Definition& definition) {
    const auto mentioned = [](const std::vector<Scalar>& words) { return std::any_of(words.begin(), words.end(), [](const Scalar& word) { return word.text.find(outputs_variable) != std::string::npos; }); };
    if (definition.source.find(outputs_variable) != std::string::npos || mentioned(definition.command) || mentioned(definition.args)) return true;
    return std::any_of(definition.outputs.begin(), definition.outputs.end(), [](const Output& output) { return output.from == OutputFrom::file; });
}

}  // namespace

void arriving(const Flow& flow, const Task& task, const Handler*, const ExportOptions& options, EffectiveEnvironment& environment) {
    if (flow.format == "kfp") return;   // goes out as it is
    const Definition* definition = definition_of(flow, task);
    if (!definition) return;
    Environment& merged = environment.merged;
    if (!merged.image && !options.default_image.empty()) merged.image = options.default_image;
    Arrival arrival{environment, {}};
    if (flow.format != "argo") add_parameters(arrival, task, *definition);   // Argo puts parameters into texts, not into variables
    if (knows_outputs_folder(*definition)) arrival.variable(outputs_variable, Value{Source::literal, "$(mktemp -d)"}, Origin::engine, "Kubeflow Pipelines");
    for (Effective& one : arrival.added) environment.fields.push_back(std::move(one));
    merged.service_account.reset();     // chosen when the run is started
    arrival.gone("service_account");
    if (merged.gpu && merged.gpu->text == "0") {
        merged.gpu.reset();
        arrival.gone("gpu");
    }
    for (const Volume& volume : merged.volumes)
        if (volume.path.empty()) arrival.gone("volume." + volume.name);
    std::erase_if(merged.volumes, [](const Volume& volume) { return volume.path.empty(); });
}

}  // namespace weft::kfp
