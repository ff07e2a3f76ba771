#include "core/targets/native/settle.h"

#include <algorithm>
#include <unordered_map>

#include "core/model/graph.h"
#include "core/model/rebuild.h"
#include "core/yaml/tree.h"

namespace weft::native {
namespace {

void settle_values(std::vector<Binding>& bindings) {
    for (Binding& binding : bindings) binding.value = settled(std::move(binding.value));
}

void settle_files(std::vector<InputFile>& files) {
    for (InputFile& file : files) {
        if (file.from) file.from = settled(std::move(*file.from));
    }
}

void settle_parameters(std::vector<Parameter>& parameters) {
    for (Parameter& parameter : parameters) {
        if (parameter.value) parameter.value = settled(std::move(*parameter.value));
    }
}

void settle_environment(Environment& environment) {
    settle_values(environment.env);
    settle_values(environment.node_selector);
}

bool is_number(const std::string& text) { return !text.empty() && text.find_first_not_of("0123456789.-+eE") == std::string::npos && is_plain(text); }

// `depends` alone stands in the file; the edges are read from it.
void settle_needs(Task& task) {
    for (Need& need : task.needs) {
        if (need.results == 0) need.results = results_default;
    }
    if (!task.depends.empty()) task.needs = needs_of_expression(task.depends);
}

void settle_loop(Task& task, const Task* before) {
    if (!task.loop || (before && before->loop == task.loop)) return;
    for (Scalar* bound : {&task.loop->count, &task.loop->start, &task.loop->end}) bound->plain = is_number(bound->text);
}

class Settler {
  public:
    explicit Settler(const Flow& before) {
        for_each_task(before, [&](const std::string&, const Task& task, const Handler*) { known_.emplace(task.id, &task); });
    }

    Definition definition(Definition d) {
        if (d.shell && d.command.size() != 3) d.shell = false;
        if (d.kind == DefinitionKind::wait) {
            const std::size_t blank = d.detail.rfind(' ');
            if (!d.timeout.empty()) d.detail = "wait " + d.timeout;
            else d.detail = blank == std::string::npos ? "wait" : "wait" + d.detail.substr(blank);
            d.timeout.clear();
        }
        d.sequential = false;  // the order of steps stands in the needs
        settle_parameters(d.inputs);
        settle_files(d.files);
        settle_environment(d.environment);
        for (Output& output : d.outputs) output.expression = settled(std::move(output.expression));
        if (d.body) d.body = std::make_shared<const Body>(body(*d.body));
        return d;
    }

    Body body(Body body) {
        for (TaskPtr& inner : body.tasks) inner = task(inner);
        for (Handler& handler : body.handlers) settle_handler(handler);
        return body;
    }

  private:
    void settle_handler(Handler& handler) {
        handler.task = task(handler.task);
        handler.expression.clear();
    }

    TaskPtr task(const TaskPtr& given) {
        if (!given) return given;
        const auto found = known_.find(given->id);
        const Task* before = found == known_.end() ? nullptr : found->second;
        if (before == given.get()) return given;
        Task copy = *given;
        if (copy.definition.empty() && !copy.own) copy.own = std::make_shared<const Definition>();
        if (!copy.definition.empty()) copy.own = nullptr;
        rebuild::settle_own(copy);
        copy.tolerated_error = copy.tolerated;
        settle_needs(copy);
        settle_loop(copy, before);
        settle_values(copy.params);
        settle_files(copy.files);
        settle_environment(copy.environment);
        for (Handler& hook : copy.handlers) settle_handler(hook);
        if (copy.own) {
            Definition own = definition(*copy.own);
            if (own.body && !copy.handlers.empty()) {  // a group's exit handlers stand inside it
                Body inner = *own.body;
                inner.handlers.insert(inner.handlers.end(), copy.handlers.begin(), copy.handlers.end());
                own.body = std::make_shared<const Body>(std::move(inner));
                copy.handlers.clear();
            }
            own.name.clear();
            copy.own = std::make_shared<const Definition>(std::move(own));
        }
        return std::make_shared<const Task>(std::move(copy));
    }

    std::unordered_map<TaskId, const Task*> known_;
};

}  // namespace

bool is_plain(const std::string& text) { return text.empty() || yaml::type_of(*yaml::make_plain(text)) != yaml::ScalarType::string; }

Value settled(Value value) {
    if (value.source != Source::literal && value.source != Source::text) {
        value.text.clear();
        value.plain = false;
        return value;
    }
    if (value.text.find("{{") == std::string::npos) {
        value.source = Source::literal;
        value.plain = value.plain && is_plain(value.text);
        return value;
    }
    value.plain = false;
    const std::vector<Reference> tags = references_in(value.text);
    const bool item = tags.size() == 1 && tags[0].kind == Reference::Kind::item && tags[0].simple && tags[0].tag.size() == value.text.size();
    value.source = item ? Source::item : Source::text;
    if (item) {
        value.name = tags[0].name;
        value.text.clear();
    }
    return value;
}

Flow settled(const Flow& before, const Flow& after) {
    Settler settler(before);
    Flow made = after;
    settle_parameters(made.parameters);
    settle_environment(made.environment);
    for (DefinitionPtr& definition : made.definitions) {
        const bool known = std::find(before.definitions.begin(), before.definitions.end(), definition) != before.definitions.end();
        if (definition && !known) definition = std::make_shared<const Definition>(settler.definition(*definition));
    }
    made.main = settler.body(std::move(made.main));
    return made;
}

Result<Flow> settle(const Flow& before, const Flow& after) { return settled(before, after); }

}  // namespace weft::native
