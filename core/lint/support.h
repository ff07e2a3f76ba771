// What rules share: findings in one call, every environment of a flow, order-only ancestry, fixes that change one place.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/lint/names.h"
#include "core/lint/rule.h"

namespace weft::lint {

// A finding of `rule` about a task (null: about the flow).
Finding finding_of(const char* rule, Severity severity, const Context::Item* item, std::string field, Message what, Message why);

// One place that can set image, env, cpu …: the flow, a task's use, or a definition (a shared one once).
struct Layer {
    const Environment& environment;
    const std::string& path;          // "environment", "tasks.train", "definitions.say"
    const Context::Item* item;        // null: the flow's
    bool of_definition;
};
template <class Fn> void for_each_layer(const Context& context, Fn&& fn) {
    static const std::string flow_path = "environment";
    fn(Layer{context.flow.environment, flow_path, nullptr, false});
    for (const Context::Item& item : context.items) {
        fn(Layer{item.task->environment, item.path, &item, false});
        if (item.definition && item.first_use) fn(Layer{item.definition->environment, item.definition_path, &item, true});
    }
}
// The same without those that set nothing at all: most of them.
bool sets_nothing(const Environment& environment);

// A fix that changes the environment of the layer's place.
FlowFix environment_fix(const Layer& layer, std::function<void(Environment&)> change);
FlowFix task_fix(TaskId id, std::function<void(Task&)> change);               // use-level fields
FlowFix definition_fix(TaskId id, std::function<void(Definition&)> change);   // for all tasks that share it
// Puts `change`d copies in the place of the task with this id, wherever it stands; used where edit functions would follow references.
Result<Flow> replace_task(const Flow& flow, TaskId id, const std::function<void(Task&)>& change);

// The text with every exact use of the variable replaced: "$from" and "${from}" -> "$to" and "${to}".
std::string replace_variable(std::string_view text, std::string_view from, std::string_view to);
bool uses_variable(const Definition& definition, std::string_view name);

// The reference as the file writes it: Argo's reader turns a whole tag into a structured value, a person wants to see the tag.
std::string shown_tag(const Context& context, const std::string& field, const Reference& reference);
// Where the n-th item with this name stands in the list that holds `path`: the places keep the first of equal names only. Null when unknown.
const yaml::Node* nth_of_name(const Context& context, std::string_view path, std::string_view name, int n);

// Makes a pod that needs an image: container or script.
bool runs_container(const Context::Item& item);
// The image after inheritance, null when nothing sets one.
const std::string* image_of(const Context& context, const Context::Item& item);
// The most used image of the flow, "" when no task has one; the smallest name among equals.
std::string most_used_image(const Context& context);

// Ancestry by order edges alone (needs, depends; data edges do not count): memo per scope, filled on demand.
class OrderAncestry {
  public:
    explicit OrderAncestry(const Context::Scope& scope);
    bool is_ancestor(int ancestor, int task);
    int index_of(std::string_view name) const;   // -1 when the scope has no such task
  private:
    std::vector<std::vector<int>> upstream_;
    std::unordered_map<std::string_view, int> index_;
    std::unordered_map<int, std::vector<bool>> reached_;   // per asked task
};

}  // namespace weft::lint
