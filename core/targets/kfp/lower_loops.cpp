// A loop is a group of its own (ParallelFor): its list, and the group round one item.
#include "core/targets/kfp/lower.h"
#include "core/targets/kfp/values.h"

namespace weft::kfp {
namespace {

std::optional<Loop> lower_loop(Lowering& lowering, Scope& scope, const Task& task, Scope& inner) {
    const std::string where = where_of(scope, task.name);
    Loop loop = *task.loop;
    // Every item is a string: a number would arrive as 4.0, and a field of a map is read from its JSON text.
    const auto as_string = [](const std::string& item) { return item_text(node_of_json("[" + json_string(item) + "]")->items[0]); };
    if (loop.over == Loop::Over::sequence) {
        const auto number = [](const Scalar& s) -> std::optional<long> {
            if (s.text.empty() || s.text.size() > 9 || s.text.find_first_not_of("0123456789-") != std::string::npos) return std::nullopt;
            return std::stol(s.text);
        };
        const std::optional<long> count = number(loop.count), start = loop.start.text.empty() ? std::optional<long>(0) : number(loop.start), end = number(loop.end);
        const bool readable = start && (loop.count.text.empty() ? end.has_value() : count.has_value()) && loop.format.empty();
        const long last = !readable ? 0 : count ? *start + *count - 1 : *end;
        if (!readable || last - *start > 5000 || last - *start < -5000) {
            lowering.refuse({WEFT_TR("core", "%1: KFP loops over a list, and these numbers cannot be listed beforehand"), {where}});
            return std::nullopt;
        }
        Loop list;
        list.parallelism = loop.parallelism;
        if (last >= *start)
            for (long n = *start; n <= last; ++n) list.items.push_back(as_string(std::to_string(n)));
        else if (!count)
            for (long n = *start; n >= last; --n) list.items.push_back(as_string(std::to_string(n)));
        return list;
    }
    if (loop.over == Loop::Over::items) {
        for (std::string& item : loop.items) {
            if (!references_in(item).empty()) lowering.refuse({WEFT_TR("core", "%1: an item of a list cannot be read from elsewhere"), {where}});
            item = as_string(item);
        }
        return loop;
    }
    const std::vector<Reference> tags = references_in(loop.param);
    if (const yaml::NodePtr list = tags.empty() ? node_of_json(loop.param) : nullptr; list && list->is_sequence()) {   // the list itself
        Loop items;
        items.parallelism = loop.parallelism;
        for (const yaml::NodePtr& item : list->items) items.items.push_back(as_string(item_text(item)));
        return items;
    }
    bool known = false;
    const Value from = tags.size() == 1 ? value_of(lowering, scope, tags[0], where, &known) : Value{};
    if (!known) {
        lowering.refuse({WEFT_TR("core", "%1: a loop needs a list from a parameter or an output, not `%2`"), {where, loop.param}});
        return std::nullopt;
    }
    const Value input = pull(lowering, inner, from, ValueType::list, from.source == Source::output ? from.task + "-" + from.name : from.name);
    for (Parameter& one : inner.inputs)
        if (one.name == input.name) one.type = ValueType::list;
    loop.param = tag_of(from);
    return loop;
}

}  // namespace

TaskPtr lower_looped(Lowering& lowering, Scope& scope, const Task& task, const std::string& name) {
    std::optional<Loop> loop;
    Task once = task;
    once.loop.reset();
    once.handlers.clear();
    const auto prepare = [&](Scope& inner) {
        Parameter item;
        item.name = inner.item = "pipelinechannel--loop-item-param-1";
        item.type = ValueType::string;
        inner.inputs.push_back(item);
        loop = lower_loop(lowering, scope, task, inner);
    };
    const TaskPtr group = around(lowering, scope, once, name, "for-loop-" + name, prepare, true);
    if (!group || !loop) return nullptr;
    Task made = *group;
    made.loop = loop;
    made.params.push_back({"pipelinechannel--loop-item-param-1", Value{Source::item}});
    return std::make_shared<const Task>(std::move(made));
}

// A condition of the whole loop stands on a group round it: a task has either a condition or an iterator.
TaskPtr lower_conditional_loop(Lowering& lowering, Scope& scope, const Task& task, const std::string& name) {
    Task loop = task;
    loop.when.clear();
    loop.handlers.clear();
    const TaskPtr group = around(lowering, scope, loop, name, "condition-" + name, {}, true, true);
    if (!group) return nullptr;
    Task made = *group;
    NewInputs inputs;
    lower_when(lowering, scope, task, made, inputs);
    return std::make_shared<const Task>(std::move(made));
}

}  // namespace weft::kfp
