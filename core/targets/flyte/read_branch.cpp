// A branch node as a group: one task for each case, with the condition that lets it run.
#include "core/targets/flyte/branches.h"
#include "core/targets/flyte/reading.h"

namespace weft::flyte {
namespace {

Output handed_on(const std::string& name, const std::string& task) {
    Output out;
    out.name = name;
    out.from = OutputFrom::expression;
    out.expression = Value{Source::output, {}, task, name};
    return out;
}

}  // namespace

std::vector<std::string> case_conditions(const std::vector<Condition>& cases, bool otherwise) {
    std::vector<std::string> out;
    std::optional<Condition> before;
    for (const Condition& own : cases) {
        out.push_back(text_of(before ? both(*before, own) : own));
        before = before ? both(*before, negated(own)) : negated(own);
    }
    if (otherwise && before) out.push_back(text_of(*before));
    return out;
}

BranchPlan plan_branch(const Body& body) {
    BranchPlan plan;
    std::optional<Condition> before;
    for (std::size_t i = 0; i < body.tasks.size(); ++i) {
        const std::string& when = body.tasks[i]->when;
        const bool last = i + 1 == body.tasks.size();
        if (last && before && (when.empty() || when == text_of(*before))) {
            plan.otherwise = i;
            break;
        }
        Result<Condition> parsed = parse_condition(when);
        if (!parsed) {
            if (plan.problem.empty()) plan.problem = parsed.error().message;
            continue;
        }
        Condition own = std::move(*parsed);
        if (before && own.kind == Condition::Kind::both && text_of(own.parts[0]) == text_of(*before)) own = Condition(own.parts[1]);
        plan.cases.push_back(i);
        plan.conditions.push_back(own);
        before = before ? both(*before, negated(own)) : negated(own);
    }
    return plan;
}

Definition branch_definition(Reading& reading, const Place& branch, const std::string& path, Scope& outer, Task& group) {
    const Place block = branch.at("ifElse");
    Definition own;
    own.kind = DefinitionKind::flow;
    own.detail = branch_detail;
    Scope scope;
    scope.head = path + '.';
    scope.outer = &outer;
    scope.group = &group;
    scope.carried = &own;
    for (const Binding& binding : group.params) {
        own.inputs.push_back({binding.name});
        if (binding.value.source == Source::param) scope.names.emplace_back("\n" + binding.value.name, binding.name);
        if (binding.value.source == Source::output) scope.names.emplace_back(binding.value.task + "\n" + binding.value.name, binding.name);
    }
    if (outer.outer) {   // inside another branch a parameter's name says nothing of its promise
        scope.names.clear();
        for (std::size_t i = 0; i < group.params.size(); ++i)
            for (const auto& [key, parameter] : outer.names)
                if (group.params[i].value.source == Source::param && group.params[i].value.name == parameter) scope.names.emplace_back(key, group.params[i].name);
    }
    std::vector<Place> blocks = {block.at("case")};
    for (const Place& other : block.at("other").items()) blocks.push_back(other);
    std::vector<Condition> conditions;
    for (const Place& one : blocks) conditions.push_back(read_condition(one.at("condition")));
    const std::vector<std::string> texts = case_conditions(conditions, true);
    std::vector<BranchCase> cases;
    for (std::size_t i = 0; i < blocks.size(); ++i) cases.push_back({blocks[i].at("thenNode"), texts[i], blocks[i].at("condition")});
    cases.push_back({block.at("elseNode"), texts.back(), {}});
    own.body = std::make_shared<const Body>(read_cases(reading, cases, path, scope));
    if (block.has("error")) reading.out.kept.push_back(path + ".branchNode.ifElse.error");
    if (outer.asked && !outer.outer && !own.body->tasks.empty())
        if (const auto found = outer.asked->find(group.name); found != outer.asked->end())
            for (const std::string& name : found->second) own.outputs.push_back(handed_on(name, own.body->tasks.front()->name));
    return own;
}

}  // namespace weft::flyte
