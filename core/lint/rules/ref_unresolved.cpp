// A reference to a task, an output or a parameter that does not exist: the engine refuses the flow, or hands the braces to the program.
#include <algorithm>
#include <unordered_set>

#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

using Kind = Reference::Kind;
using Names = std::vector<std::string>;

void add_inputs(Names& names, const Definition& definition) {
    for (const Parameter& input : definition.inputs) names.push_back(input.name);
    for (const InputFile& file : definition.files) names.push_back(file.name);
}

// Which parameters the tasks of each body may name: the flow's, and those of the definition that the body belongs to.
std::vector<Names> visible_parameters(const Context& context) {
    Names of_flow;
    for (const Parameter& parameter : context.flow.parameters) of_flow.push_back(parameter.name);
    std::vector<Names> all(context.scopes.size(), of_flow);
    if (!all.empty())
        if (const Definition* entry = find_definition(context.flow, context.flow.entrypoint)) add_inputs(all[0], *entry);
    for (std::size_t i = 1; i < context.scopes.size(); ++i)
        for (const DefinitionPtr& definition : context.flow.definitions)
            if (definition && definition->body.get() == context.scopes[i].body) add_inputs(all[i], *definition);
    for (const Context::Item& item : context.items) {  // groups see what is around them: items come outer first
        if (!item.task->own || !item.task->own->body) continue;
        for (std::size_t i = 1; i < context.scopes.size(); ++i) {
            if (context.scopes[i].body != item.task->own->body.get()) continue;
            add_inputs(all[i], *item.task->own);
            all[i].insert(all[i].end(), all[item.scope].begin(), all[item.scope].end());
            for (const Binding& binding : item.task->params) all[i].push_back(binding.name);
        }
    }
    return all;
}

bool holds(const Names& names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

Message with_hint(const char* text, const char* text_with_hint, std::vector<std::string> arguments, std::string_view wrong, const Names& candidates) {
    const std::string near = nearest(wrong, candidates);
    arguments.push_back(near.empty() ? (candidates.empty() ? "none" : listed(candidates)) : near);
    return {near.empty() ? text : text_with_hint, std::move(arguments)};
}

// {{workflow.parameters.x}} can be judged where the file is the whole workflow: a template's parameters may come from whoever uses it.
bool knows_workflow_parameters(const Context& context) {
    if (context.flow.format != "argo" || !context.stream) return false;
    return std::all_of(context.stream->documents.begin(), context.stream->documents.end(), [](const yaml::Document& document) {
        const std::string kind = yaml::text_at(document.root, "kind");
        const yaml::NodePtr spec = yaml::find(document.root, "spec");
        return (kind == "Workflow" && !yaml::find(spec, "workflowTemplateRef")) || kind == "CronWorkflow";
    });
}

struct Checker {
    const Context& context;
    Report& report;
    std::vector<Names> parameters;
    bool whole = knows_workflow_parameters(context);

    void add(const Context::Item& item, const std::string& base, const FieldReference& found, Message what) {
        Finding finding = finding_of("ref/unresolved", Severity::error, &item, base + '.' + found.field, std::move(what),
                                     WEFT_TR("core", "engines refuse the flow or hand the text on as it stands: the program gets the braces instead of a value"));
        finding.subject = found.reference.tag;
        report.add(std::move(finding));
    }

    // The task that a reference means: in the item's own body, or in one around it.
    const Task* target(const Context::Item& item, const std::string& name) {
        if (const auto found = context.scopes[item.scope].graph.index.find(name); found != context.scopes[item.scope].graph.index.end())
            return context.scopes[item.scope].graph.tasks[std::size_t(found->second)];
        if (const Task* handler = find_task(*item.body, name)) return handler;
        for (const Task* group : item.enclosing)
            for (const Context::Scope& scope : context.scopes)
                if (const auto found = scope.graph.index.find(name); found != scope.graph.index.end() && holds_task(*scope.body, group))
                    return scope.graph.tasks[std::size_t(found->second)];
        return nullptr;
    }
    static bool holds_task(const Body& body, const Task* task) {
        return std::any_of(body.tasks.begin(), body.tasks.end(), [&](const TaskPtr& one) { return one.get() == task; });
    }

    void task_reference(const Context::Item& item, const FieldReference& found) {
        const Reference& reference = found.reference;
        if (reference.kind == Kind::status && reference.name.empty()) return;  // {{steps.name}}: the running step's own name
        const Task* task = target(item, reference.task);
        if (!task) {
            Names names;
            for (const TaskPtr& one : item.body->tasks)
                if (one && one.get() != item.task) names.push_back(one->name);
            add(item, item.path, found,
                with_hint(WEFT_TR("core", "%1: there is no task %2; there are %3"), WEFT_TR("core", "%1: there is no task %2; did you mean %3?"),
                          {shown_tag(context, item.path + '.' + found.field, reference), reference.task}, reference.task, names));
            return;
        }
        if (reference.kind != Kind::output || !reference.simple) return;
        const Definition* definition = definition_of(context.flow, *task);
        if (!definition || definition->kind == DefinitionKind::reference || definition->kind == DefinitionKind::other || definition->kind == DefinitionKind::none) return;
        for (const std::string_view always : {"", "result", "exitCode", "exit_code", "parameters", "artifacts"})
            if (reference.name == always) return;
        Names names;
        for (const Output& output : definition->outputs) names.push_back(output.name);
        if (holds(names, reference.name)) return;
        add(item, item.path, found,
            names.empty() ? Message{WEFT_TR("core", "%1: %2 has no outputs"), {shown_tag(context, item.path + '.' + found.field, reference), reference.task}}
                          : with_hint(WEFT_TR("core", "%1: %2 has no output %3; it has %4"), WEFT_TR("core", "%1: %2 has no output %3; did you mean %4?"),
                                      {shown_tag(context, item.path + '.' + found.field, reference), reference.task, reference.name}, reference.name, names));
    }

    void parameter_reference(const Context::Item& item, const std::string& base, const FieldReference& found, const Names& names) {
        const Reference& reference = found.reference;
        if (!reference.simple || holds(names, reference.name)) return;
        if (reference.artifact && reference.name.ends_with(".path") && holds(names, std::string_view(reference.name).substr(0, reference.name.size() - 5))) return;
        add(item, base, found,
            with_hint(WEFT_TR("core", "%1: there is no parameter %2; there are %3"), WEFT_TR("core", "%1: there is no parameter %2; did you mean %3?"),
                      {shown_tag(context, base + '.' + found.field, reference), reference.name}, reference.name, names));
    }

    void workflow_reference(const Context::Item& item, const std::string& base, const FieldReference& found) {
        constexpr std::string_view head = "parameters.";
        if (!whole || found.reference.kind != Kind::workflow || !found.reference.simple || !found.reference.name.starts_with(head)) return;
        FieldReference parameter = found;
        parameter.reference.name.erase(0, head.size());
        if (parameter.reference.name == "json") return;
        Names names;
        for (const Parameter& one : context.flow.parameters) names.push_back(one.name);
        parameter_reference(item, base, parameter, names);
    }

    void item(const Context::Item& item) {
        for (const FieldReference& found : item.references) {
            workflow_reference(item, item.path, found);
            if (found.reference.kind == Kind::output || found.reference.kind == Kind::status) task_reference(item, found);
            if (found.reference.kind != Kind::param || holds(parameters[item.scope], found.reference.name)) continue;
            if (context.flow.format == "kfp" && item.scope == 0 && found.field.starts_with("files.")) continue;   // a file that the pipeline is given
            Names names = parameters[item.scope];
            if (item.task->own) add_inputs(names, *item.task->own);
            for (const Binding& binding : item.task->params) names.push_back(binding.name);
            parameter_reference(item, item.path, found, names);
        }
        if (item.task->definition.empty() || !item.definition || !item.first_use) return;
        Task probe;  // a shared definition's own texts see its inputs alone
        probe.own = DefinitionPtr(DefinitionPtr(), item.definition);
        const std::vector<FieldReference> inside = references_of(context.flow, probe);
        if (inside.empty()) return;
        Names names;
        add_inputs(names, *item.definition);
        if (context.flow.format == "kfp")      // resources of a container may name what its task is given beyond the declared inputs
            for (const Binding& binding : item.task->params) names.push_back(binding.name);
        for (const FieldReference& found : inside) {
            workflow_reference(item, item.definition_path, found);
            if (found.reference.kind == Kind::param) parameter_reference(item, item.definition_path, found, names);
        }
    }
};

void check(const Context& context, Report& report) {
    Checker checker{context, report, visible_parameters(context)};
    for (const Context::Item& item : context.items) checker.item(item);
}

}  // namespace

extern const Rule ref_unresolved{"ref/unresolved", Severity::error, WEFT_TR("core", "a reference names a task, an output or a parameter that does not exist"),
                                 "Argo v4.1 validate.go resolveAllVariables", check};

}  // namespace weft::lint::rules
