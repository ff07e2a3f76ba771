// Tasks as KFP writes them: fields in the alphabet's order, as in compiled files.
#include <algorithm>

#include <fmt/format.h>

#include "core/targets/kfp/build.h"

namespace weft::kfp {
namespace {

using yaml::NodePtr;
using Channels = std::map<std::string, std::string>;

std::string channel_of(const Channels* channels, const std::string& name) {
    if (!channels) return name;
    const auto found = channels->find(name);
    return found == channels->end() ? name : found->second;
}

NodePtr from_output(const Value& value) {
    return MapMaker().node("outputParameterKey", yaml::make_string(value.name)).node("producerTask", yaml::make_string(value.task)).make();
}

// The input of the same task that is given what the tag says; "" when there is none.
std::string input_with_tag(const Task& task, const std::string& tag) {
    for (const Binding& param : task.params)
        if (tag_of(param.value) == tag) return param.name;
    const std::vector<Reference> wanted = references_in(tag);   // another spelling of the same thing
    const std::optional<Value> value = wanted.size() == 1 && wanted[0].simple ? value_of_tag(wanted[0]) : std::nullopt;
    for (const Binding& param : task.params)
        if (value && tag_of(param.value) == tag_of(*value)) return param.name;
    return {};
}

std::string embedded_text(const Task& task, const std::string& text) {
    std::string out = text;
    std::vector<Reference> tags = references_in(text);
    std::reverse(tags.begin(), tags.end());
    for (const Reference& tag : tags)
        if (const std::string input = input_with_tag(task, tag.tag); !input.empty()) out.replace(tag.at, tag.tag.size(), "{{$.inputs.parameters['" + input + "']}}");
    return out;
}

NodePtr constant(NodePtr value) { return MapMaker().node("runtimeValue", MapMaker().node("constant", std::move(value)).make()).make(); }

NodePtr input_node(const Task& task, const Value& given, ValueType type, const Channels* channels, const std::string& upstream) {
    MapMaker map;
    const std::optional<Selected> part = selection_of(given);
    const Value& value = part ? part->from : given;
    switch (value.source) {
        case Source::param: map.node("componentInputParameter", yaml::make_string(channel_of(channels, value.name))); break;
        case Source::output: map.node("taskOutputParameter", from_output(value)); break;
        case Source::status: map.node("taskFinalStatus", MapMaker().node("producerTask", yaml::make_string(upstream)).make()); break;
        case Source::text: return constant(yaml::make_string(embedded_text(task, value.text)));
        case Source::literal: return constant(constant_node(value, type));
        case Source::item:
        case Source::secret: return nullptr;
    }
    if (part) return MapMaker().node("componentInputParameter", yaml::find(map.make(), "componentInputParameter")).node("parameterExpressionSelector", yaml::make_string(part->selector)).make();
    return map.make();
}

NodePtr selected_output(const Task& task, const Value& given) {
    const std::optional<Selected> part = selection_of(given);
    (void)task;
    if (!part || part->from.source != Source::output) return nullptr;
    return MapMaker().node("parameterExpressionSelector", yaml::make_string(part->selector)).node("taskOutputParameter", from_output(part->from)).make();
}

NodePtr file_node(const InputFile& file) {
    if (!file.from) return yaml::make_map({});
    if (file.from->source == Source::item) return nullptr;
    if (file.from->source == Source::param) return MapMaker().node("componentInputArtifact", yaml::make_string(file.from->name)).make();
    const NodePtr from = MapMaker().node("outputArtifactKey", yaml::make_string(file.from->name)).node("producerTask", yaml::make_string(file.from->task)).make();
    return MapMaker().node("taskOutputArtifact", from).make();
}

NodePtr inputs_node(const Building& building, const Task& task, const Channels* channels, const std::string& upstream) {
    const Definition* definition = find_definition(building.flow, task.definition);
    const auto type_of = [&](const std::string& name) {
        for (const Parameter& input : definition ? definition->inputs : std::vector<Parameter>{})
            if (input.name == name) return input.type;
        return ValueType::any;
    };
    MapMaker artifacts, parameters;
    for (const InputFile& file : task.files) artifacts.node(file.name, file_node(file));
    for (const Binding& param : task.params) {
        const NodePtr part = selected_output(task, param.value);
        parameters.node(param.name, part ? part : input_node(task, param.value, type_of(param.name), channels, upstream));
    }
    return MapMaker().node("artifacts", artifacts.make_or_null()).node("parameters", parameters.make_or_null()).make_or_null();
}

struct Iterator { const char* key = nullptr; NodePtr node; };

Iterator iterator_of(const Task& task) {
    if (!task.loop) return {};
    for (const InputFile& file : task.files) {
        if (!file.from || file.from->source != Source::item) continue;
        std::string input;
        for (const InputFile& other : task.files)
            if (other.from && tag_of(*other.from, true) == task.loop->param) input = other.name;
        const NodePtr items = MapMaker().node("inputArtifact", yaml::make_string(input)).make();
        return {"artifactIterator", MapMaker().node("itemInput", yaml::make_string(file.name)).node("items", items).make()};
    }
    std::string item;
    for (const Binding& param : task.params)
        if (param.value.source == Source::item) item = param.name;
    MapMaker items;
    if (task.loop->over == Loop::Over::param) {
        items.node("inputParameter", yaml::make_string(input_with_tag(task, task.loop->param)));
    } else {
        std::vector<NodePtr> list;
        for (const std::string& one : task.loop->items) list.push_back(item_node(one));
        items.node("raw", yaml::make_string(json_text(yaml::make_sequence(std::move(list)).get())));
    }
    return {"parameterIterator", MapMaker().node("itemInput", yaml::make_string(item)).node("items", items.make()).make()};
}

NodePtr retry_node(const Retry& retry) {
    MapMaker map;
    map.text("backoffDuration", retry.delay);
    if (retry.factor) map.node("backoffFactor", yaml::make_plain(*retry.factor == double(long(*retry.factor)) ? fmt::format("{:.1f}", *retry.factor) : fmt::format("{}", *retry.factor)));
    map.text("backoffMaxDuration", retry.max_delay);
    if (retry.limit) map.node("maxRetryCount", yaml::make_plain(retry.limit->text));
    return map.make();
}

NodePtr trigger_node(const Task& task, bool ends) {
    MapMaker map;
    if (!task.when.empty()) {
        const auto input = [&](const Reference& tag, ValueType) { return input_with_tag(task, tag.tag); };
        const std::optional<std::string> cel = condition_cel(task.when, input);
        map.node("condition", yaml::make_string(cel.value_or(task.when)));
    }
    if (ends) map.node("strategy", yaml::make_string(completed));
    return map.make_or_null();
}

NodePtr any_task_node(const Building& building, const Task& task, const Channels* channels, const std::string& upstream) {
    const Definition* definition = find_definition(building.flow, task.definition);
    MapMaker map;
    const Iterator iterator = iterator_of(task);
    if (iterator.key && std::string_view(iterator.key) == "artifactIterator") map.node("artifactIterator", iterator.node);
    // A flow's tasks run when it is started; a result of another day is not asked for.
    if (!definition || definition->kind != DefinitionKind::flow) map.node("cachingOptions", yaml::make_map({}, yaml::Style::flow));
    if (!task.definition.empty()) map.node("componentRef", MapMaker().node("name", yaml::make_string(task.definition)).make());
    std::vector<NodePtr> needs;
    bool ends = !upstream.empty();
    if (ends) needs.push_back(yaml::make_string(upstream));
    for (const Need& need : task.needs) {
        needs.push_back(yaml::make_string(need.task));
        ends = ends || need.results == results_completed;
    }
    map.node("dependentTasks", list_or_null(std::move(needs)));
    map.node("inputs", inputs_node(building, task, channels, upstream));
    if (task.loop && task.loop->parallelism) map.node("iteratorPolicy", MapMaker().node("parallelismLimit", yaml::make_plain(std::to_string(*task.loop->parallelism))).make());
    if (iterator.key && std::string_view(iterator.key) == "parameterIterator") map.node("parameterIterator", iterator.node);
    if (task.retry) map.node("retryPolicy", retry_node(*task.retry));
    map.node("taskInfo", MapMaker().node("name", yaml::make_string(task.note.empty() ? task.name : task.note)).make());
    return map.node("triggerPolicy", trigger_node(task, ends)).make();
}

}  // namespace

NodePtr task_node(const Building& building, const Task& task, const Channels* channels) { return any_task_node(building, task, channels, {}); }
NodePtr exit_task_node(const Building& building, const Task& task, const std::string& upstream) { return any_task_node(building, task, nullptr, upstream); }

NodePtr tasks_node(const Building& building, const Body& body, const Channels* channels) {
    MapMaker tasks;
    for (const TaskPtr& task : body.tasks) tasks.node(task->name, task_node(building, *task, channels));
    for (const TaskPtr& task : body.tasks)
        for (const Handler& hook : task->handlers) tasks.node(hook.task->name, any_task_node(building, *hook.task, channels, task->name));
    return tasks.make();
}

}  // namespace weft::kfp
