// A flow of any origin as a native one: what the format says in one place stands in one place, what it cannot say is a refusal.
#include <algorithm>
#include <unordered_set>

#include "core/model/edit.h"
#include "core/model/graph.h"
#include "core/targets/native/native.h"
#include "core/targets/native/writing.h"
#include "core/yaml/writer.h"

namespace weft::native {
namespace {

class Converter {
  public:
    std::string refusal;   // first thing that cannot be said

    Flow flow(Flow flow) {
        note_references(flow);
        if (!flow.unsupported.empty()) refuse(flow.unsupported.front());
        flow.format = "native";
        // Argo: the template that the main flow was made from says nothing new.
        std::erase_if(flow.definitions, [&](const DefinitionPtr& d) { return !d || (d->name == flow.entrypoint && edit::uses_of(flow, d->name) == 0); });
        flow.entrypoint.clear();
        for (Parameter& parameter : flow.parameters) parameter_of(parameter);
        environment(flow.environment);
        for (DefinitionPtr& shared : flow.definitions) shared = definition(*shared);
        body(flow.main);
        return flow;
    }

  private:
    bool result_wanted_ = false;

    void refuse(const std::string& what) {
        if (refusal.empty()) refusal = what;
    }
    void note_references(const Flow& flow) {
        const auto look = [&](const std::vector<FieldReference>& references) {
            for (const FieldReference& reference : references) result_wanted_ = result_wanted_ || reference.reference.name == "result";
        };
        for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { look(references_of(flow, task)); });
    }

    static void value(Value& value) {
        if (value.source != Source::literal && value.source != Source::text) value.text.clear();
    }
    static void parameter_of(Parameter& parameter) {
        if (parameter.value) value(*parameter.value);
    }
    static void environment(Environment& environment) {
        for (Binding& binding : environment.env) value(binding.value);
        for (Binding& binding : environment.node_selector) value(binding.value);
    }
    static void files(std::vector<InputFile>& files) {
        for (InputFile& file : files) {
            if (file.from) value(*file.from);
        }
    }

    DefinitionPtr definition(Definition definition) {
        using Kind = DefinitionKind;
        if (definition.kind == Kind::resource || definition.kind == Kind::reference || definition.kind == Kind::other) refuse(definition.name.empty() ? definition.detail : definition.name);
        if (!definition.unsupported.empty()) refuse(definition.unsupported.front());
        if (definition.retry && !definition.retry->expression.empty()) refuse("retry expression");
        definition.sequential = false;  // the groups' order stands in the needs
        if (!result_wanted_) std::erase_if(definition.outputs, [](const Output& output) { return output.name == "result" && output.from == OutputFrom::standard_output; });
        for (Parameter& input : definition.inputs) parameter_of(input);
        for (Output& output : definition.outputs) value(output.expression);
        files(definition.files);
        environment(definition.environment);
        if (definition.kind == Kind::wait) definition.detail = definition.timeout.empty() ? definition.detail : "wait " + definition.timeout, definition.timeout.clear();
        if (definition.body) {
            Body inner = *definition.body;
            body(inner);
            definition.body = std::make_shared<const Body>(std::move(inner));
        }
        return std::make_shared<const Definition>(std::move(definition));
    }

    TaskPtr task(Task task) {
        if (task.own) task.own = definition(*task.own);
        for (Binding& param : task.params) value(param.value);
        files(task.files);
        environment(task.environment);
        task.tolerated = task.tolerated_error = task.tolerated || task.tolerated_error;
        if (task.retry && !task.retry->expression.empty()) refuse("retry expression");
        for (Handler& hook : task.handlers) handler(hook);
        if (task.own && task.own->body && !task.handlers.empty()) {  // a group's exit handlers stand inside it
            Definition own = *task.own;
            Body inner = *own.body;
            inner.handlers.insert(inner.handlers.end(), task.handlers.begin(), task.handlers.end());
            own.body = std::make_shared<const Body>(std::move(inner));
            task.own = std::make_shared<const Definition>(std::move(own));
            task.handlers.clear();
        }
        return std::make_shared<const Task>(std::move(task));
    }

    void handler(Handler& handler) {
        if (!handler.expression.empty() && handler.trigger == Trigger::always) refuse(handler.expression);
        if (handler.task) handler.task = task(*handler.task);
    }
    void body(Body& body) {
        for (TaskPtr& inner : body.tasks) {
            if (inner) inner = task(*inner);
        }
        for (Handler& inner : body.handlers) handler(inner);
    }
};

}  // namespace

Result<std::string> fresh(const Flow& flow) {
    Converter converter;
    const Flow wanted = number_tasks(converter.flow(flow));
    if (!converter.refusal.empty()) return fail({WEFT_TR("core", "a .weft.yaml file cannot hold \"%1\""), {converter.refusal}});
    yaml::Stream stream;
    stream.documents.push_back({yaml::make_map({{yaml::make_string("weftwork"), yaml::make_plain("1")}}, yaml::Style::block), {}});
    Flow nothing;
    nothing.format = "native";
    const Result<std::vector<NodePtr>> roots = write(nothing, wanted, stream, 0);
    if (!roots) return tl::unexpected(roots.error());
    return yaml::write_yaml(roots->front());
}

}  // namespace weft::native

namespace weft {

const Format& native_format() {
    static const Format format = [] {
        Format made;
        made.id = "native";
        made.title = {WEFT_TR("core", "Weftwork flow")};
        made.abilities.placements_inside = true;
        made.recognises = native::recognises;
        made.read = native::read;
        made.flow_count = native::flow_count;
        made.write = native::write;
        made.fresh = native::fresh;
        return made;
    }();
    return format;
}

}  // namespace weft
