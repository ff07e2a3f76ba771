// Final names: what lower.cpp calls things, told without lowering.
#include <set>

#include "core/lint/rule.h"
#include "core/targets/kfp/export.h"
#include "core/targets/kfp/lower.h"

namespace weft::kfp {
namespace {

using Kind = NameUse::Kind;

struct Names {
    std::vector<NameUse>& out;
    std::map<std::string, std::string> owners;      // final -> original, of one scope and kind
    std::set<std::string> taken;

    void add(Kind kind, const std::string& path, const std::string& original, const std::string& wanted, char glue) {
        NameUse use;
        use.kind = kind;
        use.path = path;
        use.original = original;
        use.final = free_name_in(taken, wanted, glue);
        if (use.final != wanted) {
            use.collides = owners[wanted];
            use.how = {WEFT_TR("core", "`%1` has that name already, so a number follows"), {use.collides}};
        } else if (use.final != original) {
            use.how = kind == Kind::task || kind == Kind::flow ? Message{WEFT_TR("core", "KFP takes small letters, digits and dashes")} : Message{WEFT_TR("core", "KFP takes names as Python does")};
        }
        owners.emplace(use.final, original);
        out.push_back(std::move(use));
    }
};

}  // namespace

std::vector<NameUse> names(const Flow& flow, const std::string&) {
    std::vector<NameUse> out;
    const bool same = flow.format == "kfp";
    const auto task_name = [&](const std::string& name) { return same ? name : kfp_name(name); };
    const auto parameter_name = [&](const std::string& name) { return same ? name : kfp_parameter_name(name); };
    Names(Names{out, {}, {}}).add(Kind::flow, "", flow.name, task_name(flow.name), '-');
    Names parameters{out, {}, {}};
    for (const Parameter& parameter : flow.parameters) parameters.add(Kind::parameter, "", parameter.name, parameter_name(parameter.name), '_');
    const lint::Context context = lint::make_context(flow, {});
    std::map<std::size_t, Names> scopes;
    for (const lint::Context::Item& item : context.items) {
        const Task& task = *item.task;
        if (task.muted) continue;
        scopes.try_emplace(item.scope, Names{out, {}, {}}).first->second.add(Kind::task, item.path, task.name, task_name(task.name), '-');
        Names inputs{out, {}, {}}, outputs{out, {}, {}};
        std::set<std::string> seen;
        if (item.definition)
            for (const Parameter& input : item.definition->inputs)
                if (seen.insert(input.name).second) inputs.add(Kind::parameter, item.path, input.name, parameter_name(input.name), '_');
        for (const Binding& param : task.params)
            if (seen.insert(param.name).second) inputs.add(Kind::parameter, item.path, param.name, parameter_name(param.name), '_');
        if (item.definition)
            for (const Output& output : item.definition->outputs) outputs.add(Kind::output, item.path, output.name, parameter_name(output.name), '_');
    }
    return out;
}

}  // namespace weft::kfp
