// Claims that a flow has for itself (Argo's volumeClaimTemplates): KFP makes and deletes them by tasks of their own, whose images only its backend knows.
#include <algorithm>

#include "core/targets/kfp/lower.h"
#include "core/targets/kfp/values.h"

namespace weft::kfp {
namespace {

std::string component(Lowering& lowering, const char* name, const char* image, std::vector<Parameter> inputs, bool makes) {
    Definition definition;
    definition.kind = DefinitionKind::container;
    definition.environment.image = image;
    definition.inputs = std::move(inputs);
    if (makes) {
        Output claim;
        claim.name = "name";
        claim.type = ValueType::string;
        definition.outputs.push_back(std::move(claim));
    }
    return lowering.add_component(std::move(definition), name);
}

Parameter input(const char* name, ValueType type) {
    Parameter out;
    out.name = name;
    out.type = type;
    return out;
}

Value text(std::string value) { return Value{Source::literal, std::move(value)}; }

}  // namespace

void find_claims(Lowering& lowering) {
    std::set<std::string> taken;
    for (const TaskPtr& task : lowering.flow.main.tasks)
        if (task) taken.insert(kfp_name(task->name));
    for (const Volume& volume : lowering.flow.environment.volumes)
        if (volume.kind == Volume::Kind::claim_template && volume.path.empty()) lowering.claims[volume.name] = free_name_in(taken, "create-" + kfp_name(volume.name), '-');
}

Value claim_value(Lowering& lowering, Scope& scope, const std::string& claim) {
    const std::string& maker = lowering.claims.find(claim)->second;
    lowering.mounted.insert(claim);
    if (scope.handler) lowering.refuse({WEFT_TR("core", "an exit handler mounts the claim `%1`, which is made by a task; an exit handler of a pipeline can read only its parameters"), {claim}});
    if (!scope.outer) return Value{Source::output, {}, maker, "name"};
    return pull(lowering, scope, claim_value(lowering, *scope.outer, claim), ValueType::string, maker + "-name");
}

void need_claims(Lowering& lowering, Task& made) {
    for (const std::string& claim : lowering.mounted) {
        const std::string& maker = lowering.claims.find(claim)->second;
        if (std::none_of(made.needs.begin(), made.needs.end(), [&](const Need& n) { return n.task == maker; })) made.needs.push_back({maker});
        if (made.needs.size() > 1 && std::any_of(made.needs.begin(), made.needs.end(), [](const Need& n) { return n.results == results_completed; }))
            lowering.refuse({WEFT_TR("core", "%1 mounts the claim `%2`, which is made by a task, and waits for any end of another; KFP takes that only from a task with one edge in"), {made.name, claim}});
    }
}

void lower_claims(Lowering& lowering, Body& made) {
    std::vector<TaskPtr> makers, deleters;
    std::set<std::string> taken;
    for (const TaskPtr& task : made.tasks) taken.insert(task->name);
    std::vector<Need> leaves;
    for (const TaskPtr& task : made.tasks)
        if (std::none_of(made.tasks.begin(), made.tasks.end(), [&](const TaskPtr& t) { return std::any_of(t->needs.begin(), t->needs.end(), [&](const Need& n) { return n.task == task->name; }); }))
            leaves.push_back({task->name});
    for (const Volume& volume : lowering.flow.environment.volumes) {
        const auto claim = lowering.claims.find(volume.name);
        if (claim == lowering.claims.end() || volume.kind != Volume::Kind::claim_template) continue;
        Task create, remove;
        create.name = claim->second;
        std::vector<Parameter> inputs{input("access_modes", ValueType::list), input("pvc_name_suffix", ValueType::string), input("size", ValueType::string)};
        create.params = {{"access_modes", text("[\"ReadWriteOnce\"]")}, {"pvc_name_suffix", text("-" + kfp_name(volume.name))}, {"size", text(volume.size ? volume.size->text : "1Gi")}};
        if (!volume.source.empty()) {
            inputs.push_back(input("storage_class_name", ValueType::string));
            create.params.push_back({"storage_class_name", text(volume.source)});
        }
        create.definition = component(lowering, "createpvc", "argostub/createpvc", std::move(inputs), true);
        makers.push_back(std::make_shared<const Task>(create));
        remove.name = free_name_in(taken, "delete-" + kfp_name(volume.name), '-');
        remove.params = {{"pvc_name", Value{Source::output, {}, create.name, "name"}}};
        remove.needs = leaves;
        remove.needs.push_back({create.name});
        remove.definition = component(lowering, "deletepvc", "argostub/deletepvc", {input("pvc_name", ValueType::string)}, false);
        deleters.push_back(std::make_shared<const Task>(std::move(remove)));
        lowering.note({WEFT_TR("core", "the claim `%1` (ReadWriteOnce) is made by a task and deleted by another when all others have succeeded"), {volume.name}});
    }
    made.tasks.insert(made.tasks.begin(), makers.begin(), makers.end());
    made.tasks.insert(made.tasks.end(), deleters.begin(), deleters.end());
}

}  // namespace weft::kfp
