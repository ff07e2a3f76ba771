// The names that things of a flow get in Argo.
#include <map>
#include <set>

#include "core/lint/rule.h"
#include "core/targets/argo/export.h"
#include "core/targets/argo/lower.h"

namespace weft::argo {
namespace {

struct Names {
    std::vector<NameUse> out;
    bool same = false;   // an Argo file keeps its names

    void add(NameUse::Kind kind, const std::string& path, const std::string& original, const std::string& final, Message how, const std::string& collides = {}) {
        NameUse use{kind, path, original, same ? original : final, {}, same ? std::string() : collides};
        if (use.final != original) use.how = std::move(how);
        out.push_back(std::move(use));
    }

    template <class List> void parameters(NameUse::Kind kind, const std::string& path, const List& list) {
        std::map<std::string, std::string> taken;
        for (const auto& one : list) {
            const std::string final = argo_parameter_name(one.name);
            const auto [known, fresh] = taken.emplace(final, one.name);
            add(kind, path, one.name, final, {WEFT_TR("core", "a parameter of Argo has letters, digits, `-` and `_`")}, fresh || known->second == one.name ? std::string() : known->second);
        }
    }
};

}  // namespace

std::vector<NameUse> names(const Flow& flow, const std::string&) {
    Names made;
    made.same = goes_out_as_it_is(flow);
    made.add(NameUse::Kind::flow, {}, flow.name, object_name(flow.name), {WEFT_TR("core", "an object of Kubernetes has small letters, digits and `-`, here at most 50")});
    made.parameters(NameUse::Kind::parameter, {}, flow.parameters);
    const lint::Context context = lint::make_context(flow, {});
    std::map<const Body*, std::set<std::string, std::less<>>> taken;
    std::map<const Body*, std::map<std::string, std::string>> first;   // Argo's name -> who has it
    for (const lint::Context::Item& item : context.items) {
        if (item.task->muted) continue;
        const Message how{WEFT_TR("core", "a task of Argo has letters, digits and `-`, and begins with a letter")};
        const std::string wanted = argo_name(item.task->name);
        const std::string final = free_name(taken[item.body], wanted);
        const auto [known, fresh] = first[item.body].emplace(wanted, item.task->name);
        made.add(NameUse::Kind::task, item.path, item.task->name, final, how, fresh ? std::string() : known->second);
        if (!item.definition || !item.first_use) continue;
        made.parameters(NameUse::Kind::parameter, item.path, item.definition->inputs);
        made.parameters(NameUse::Kind::output, item.path, item.definition->outputs);
    }
    return std::move(made.out);
}

}  // namespace weft::argo
