// Steps around tasks: several handlers of one scope as one exit sub-flow, a loop with a limit of its own. What the tasks read of the body around them comes
// in as inputs of the steps.
#include <algorithm>

#include "core/model/graph.h"
#include "core/targets/argo/lower.h"
#include "core/targets/argo/reading.h"

namespace weft::argo {
namespace {

// A steps template in the making and the use of it.
struct Wrapping {
    Definition steps;
    Task use;

    std::string parameter(const std::string& wanted, const std::string& tag) {
        for (const Binding& known : use.params)
            if (known.value.text == tag) return "{{inputs.parameters." + known.name + "}}";
        std::string name = argo_parameter_name(wanted);
        const auto taken = [&] { return std::any_of(use.params.begin(), use.params.end(), [&](const Binding& b) { return b.name == name; }); };
        for (int n = 2; taken(); ++n) name = argo_parameter_name(wanted) + "-" + std::to_string(n);
        steps.inputs.push_back({name});
        use.params.push_back({name, read_text_value(tag, {})});
        return "{{inputs.parameters." + name + "}}";
    }

    // {{item}} belongs to the loop inside, {{workflow.…}} is known everywhere.
    std::string text(const std::string& given) {
        std::string out = given;
        std::vector<Reference> tags = references_in(given);
        std::reverse(tags.begin(), tags.end());
        for (const Reference& tag : tags) {
            using Kind = Reference::Kind;
            if (!tag.simple || tag.kind == Kind::item || tag.kind == Kind::workflow || tag.kind == Kind::unknown) continue;
            out.replace(tag.at, tag.tag.size(), parameter(tag.task.empty() ? tag.name : tag.task + "-" + tag.name, tag.tag));
        }
        return out;
    }

    InputFile file(const InputFile& given) {
        InputFile out = given;
        if (!given.from) return out;
        std::string name = given.name;
        const auto taken = [&] { return std::any_of(steps.files.begin(), steps.files.end(), [&](const InputFile& f) { return f.name == name; }); };
        for (int n = 2; taken(); ++n) name = given.name + "-" + std::to_string(n);
        steps.files.push_back({name});
        InputFile argument{name};
        argument.from = given.from;
        use.files.push_back(std::move(argument));
        out.from = read_text_value("{{inputs.artifacts." + name + "}}", {});
        return out;
    }

    Task inside(const Task& given) {
        Task out = given;
        out.needs.clear();
        out.depends.clear();
        out.handlers.clear();
        for (Binding& param : out.params) param.value = read_text_value(text(param.value.text), {});
        for (InputFile& one : out.files) one = file(one);
        out.when = text(out.when);
        if (!out.loop) return out;
        out.loop->param = text(out.loop->param);
        for (Scalar* bound : {&out.loop->count, &out.loop->start, &out.loop->end}) bound->text = text(bound->text);
        return out;
    }

    void finish(Body body) {
        steps.kind = DefinitionKind::flow;
        steps.sequential = true;
        steps.body = std::make_shared<const Body>(std::move(body));
    }
};

bool reads_result(const Body& body, const std::string& task) {
    const std::string head = "tasks." + task + ".outputs.result";
    const auto in = [&](const std::string& text) { return text.find(head) != std::string::npos; };
    return std::any_of(body.tasks.begin(), body.tasks.end(), [&](const TaskPtr& one) {
        return in(one->when) || (one->loop && in(one->loop->param)) || std::any_of(one->params.begin(), one->params.end(), [&](const Binding& b) { return in(b.value.text); });
    });
}

const Definition* made_definition(const Lowering& lowering, const std::string& name) { return find_definition(lowering.out.flow, name); }

TaskPtr limited(Lowering& lowering, const Body& body, const Task& task) {
    if (reads_result(body, task.name)) {
        lowering.refuse({WEFT_TR("core", "%1 runs at most %2 items at once, which needs steps of its own, and what it prints is read elsewhere: name an output instead"),
                         {task.name, std::to_string(*task.loop->parallelism)}});
        return nullptr;
    }
    Wrapping wrapping;
    Task inner = wrapping.inside(task);
    wrapping.use.name = task.name;
    wrapping.use.needs = task.needs;
    wrapping.use.depends = task.depends;
    wrapping.use.when = task.when;
    wrapping.use.tolerated = task.tolerated;
    wrapping.use.tolerated_error = task.tolerated_error;
    wrapping.use.handlers = task.handlers;
    inner.when.clear();
    inner.tolerated = inner.tolerated_error = false;
    wrapping.steps.parallelism = inner.loop->parallelism;
    inner.loop->parallelism.reset();
    if (const Definition* runs = made_definition(lowering, task.definition))
        for (const Output& output : runs->outputs) {
            if (output.from == OutputFrom::standard_output || output.from == OutputFrom::exit_code) continue;
            Output outer;
            outer.name = output.name;
            outer.artifact = output.artifact;
            outer.from = OutputFrom::expression;
            outer.expression = read_text_value("{{steps." + task.name + ".outputs." + (output.artifact ? "artifacts." : "parameters.") + output.name + "}}", {});
            wrapping.steps.outputs.push_back(std::move(outer));
        }
    Body steps;
    steps.tasks.push_back(std::make_shared<const Task>(std::move(inner)));
    wrapping.finish(std::move(steps));
    wrapping.use.definition = lowering.add_template(std::move(wrapping.steps), task.name + "-items");
    return std::make_shared<const Task>(std::move(wrapping.use));
}

}  // namespace

void limit_loops(Lowering& lowering, Body& body) {
    const Body whole = body;
    for (TaskPtr& task : body.tasks)
        if (task->loop && task->loop->parallelism)
            if (TaskPtr made = limited(lowering, whole, *task)) {
                lowering.note({WEFT_TR("core", "the loop of %1 has a limit of its own: it is put into a steps template with `parallelism`"), {made->name}});
                task = std::move(made);
            }
}

// Argo runs one exit hook; the trigger of each handler becomes its step's condition.
Handler exit_subflow(Lowering& lowering, const std::vector<Handler>& handlers, const std::string& task) {
    Wrapping wrapping;
    Body steps;
    std::set<std::string, std::less<>> taken;
    for (const Handler& handler : handlers) {
        Task step = wrapping.inside(*handler.task);
        step.name = free_name(taken, argo_name(handler.task->name));
        step.tolerated = step.tolerated_error = false;
        if (handler.trigger != Trigger::always) {
            const std::string status = wrapping.parameter("status", "{{tasks." + task + ".status}}");
            const std::string own = status + (handler.trigger == Trigger::on_success ? " == Succeeded" : " != Succeeded");
            step.when = step.when.empty() ? own : own + " && (" + step.when + ")";
        }
        steps.tasks.push_back(std::make_shared<const Task>(std::move(step)));
    }
    wrapping.finish(std::move(steps));
    Handler out;
    wrapping.use.definition = lowering.add_template(std::move(wrapping.steps), task + "-exit");
    wrapping.use.name = wrapping.use.definition;
    out.task = std::make_shared<const Task>(std::move(wrapping.use));
    return out;
}

}  // namespace weft::argo
