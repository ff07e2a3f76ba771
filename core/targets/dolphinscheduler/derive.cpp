#include "core/targets/dolphinscheduler/derive.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/targets/dolphinscheduler/words.h"

namespace weft::dolphin {
namespace {

using Index = std::unordered_map<std::string_view, std::size_t>;

Index index_of(const Body& body) {
    Index index;
    for (std::size_t i = 0; i < body.tasks.size(); ++i) index.emplace(body.tasks[i]->name, i);
    return index;
}

bool has_output(const Task& task, std::string_view name) {
    return task.own && std::any_of(task.own->outputs.begin(), task.own->outputs.end(), [&](const Output& output) { return output.name == name; });
}

void derive_needs(Task& task, const Body& body, const Index& index) {
    const auto source = [&](const Need& need) -> const Task* {
        const auto found = index.find(need.task);
        return found == index.end() ? nullptr : body.tasks[found->second].get();
    };
    std::vector<Need> implied;
    bool branch = false;
    for (const Need& need : task.needs) {
        const Task* gate = source(need);
        if (!gate || !is_type(*gate, "CONDITIONS") || !is_unmet(need)) continue;
        branch = true;
        if (const std::string asked = only_asked(*gate); !asked.empty()) implied.push_back({asked, implied_failure, true});
    }
    if (branch) std::erase_if(task.needs, [&](const Need& need) { return need.recovers && need.results == implied_failure; });
    for (Need& need : implied)
        if (std::none_of(task.needs.begin(), task.needs.end(), [&](const Need& n) { return n.task == need.task; })) task.needs.push_back(std::move(need));
    std::stable_sort(task.needs.begin(), task.needs.end(), [&](const Need& a, const Need& b) {
        const auto at = [&](const Need& need) {
            const auto found = index.find(need.task);
            return found == index.end() ? body.tasks.size() : found->second;
        };
        return at(a) < at(b);
    });
}

// The server hands every parameter of a workflow to its Kubernetes tasks as environment variables, among them the outputs of dynamic tasks, which it calls
// dynamic.out(name); in either order, because a rerun carries them backwards (DolphinScheduler #16509).
void derive_leaks(Task& task, const std::vector<std::string>& dynamic) {
    std::erase_if(task.environment.env, is_leak);
    if (!is_type(task, "K8S")) return;
    for (const std::string& name : dynamic) task.environment.env.push_back({"dynamic.out(" + name + ")", {}});
}

}  // namespace

bool is_met(const Need& need) { return need.results == on_met; }
bool is_unmet(const Need& need) { return need.results == on_unmet; }

bool is_leak(const Binding& binding) { return binding.name.starts_with("dynamic.out(") && binding.value == Value{}; }

std::string only_asked(const Task& gate) {
    if (!gate.depends.empty()) return {};
    std::string asked;
    for (const Need& need : gate.needs) {
        if (need.results == results_completed) continue;
        if (need.results != on_succeeded || !asked.empty()) return {};
        asked = need.task;
    }
    return asked;
}

Providers::Providers(const Body& body, const std::vector<Parameter>& globals) : body_(body), globals_(globals) {}

std::vector<std::size_t> Providers::before(const Task& task) const {
    const Index index = index_of(body_);
    std::vector<std::size_t> found;
    std::unordered_set<std::size_t> seen;
    const auto open = [&](const Task& at) {
        for (const Need& need : at.needs)
            if (const auto up = index.find(need.task); up != index.end() && seen.insert(up->second).second) found.push_back(up->second);
    };
    open(task);
    for (std::size_t i = 0; i < found.size(); ++i) open(*body_.tasks[found[i]]);
    return found;
}

Value Providers::resolve(const Task& task, Value literal) const {
    const std::string name = literal.source == Source::literal ? variable_in(literal.text) : std::string();
    if (name.empty()) return literal;
    const bool global = std::any_of(globals_.begin(), globals_.end(), [&](const Parameter& parameter) { return parameter.name == name; });
    const bool made = std::any_of(body_.tasks.begin(), body_.tasks.end(), [&](const TaskPtr& one) { return has_output(*one, name); });
    if (!global && !made) return literal;
    std::vector<std::string> makers;
    if (made)
        for (const std::size_t at : before(task))
            if (has_output(*body_.tasks[at], name)) makers.push_back(body_.tasks[at]->name);
    if (makers.size() == 1) return Value{Source::output, {}, makers.front(), name, false};
    if (makers.empty() && global) return Value{Source::param, {}, {}, name, false};
    return literal;   // which of them wins is decided while the workflow runs
}

Body derived(const Body& given, const std::vector<Parameter>& globals) {
    Body body = given;
    const Index index = index_of(given);
    std::vector<std::string> dynamic;
    for (const TaskPtr& task : given.tasks)
        if (is_type(*task, "DYNAMIC")) dynamic.push_back(task->name);
    for (TaskPtr& task : body.tasks) {
        Task copy = *task;
        derive_needs(copy, given, index);
        derive_leaks(copy, dynamic);
        if (!(copy == *task)) task = std::make_shared<const Task>(std::move(copy));
    }
    const Body ordered = body;
    const Providers providers(ordered, globals);
    for (TaskPtr& task : body.tasks) {
        if (task->params.empty()) continue;
        Task copy = *task;
        for (Binding& param : copy.params) param.value = providers.resolve(copy, std::move(param.value));
        if (copy.params != task->params) task = std::make_shared<const Task>(std::move(copy));
    }
    return body;
}

}  // namespace weft::dolphin
