// What a file refers to, looked up in its folder.
#include <algorithm>

#include "core/targets/folder.h"

namespace weft {
namespace {

// "template greeting/say" -> "template greeting"
std::string whole_of(const std::string& reference) { return reference.substr(0, reference.find('/')); }

Task enriched(const Task& task, const FolderDefinition& found) {
    Definition own = *task.own;
    if (found.definition) {
        own.inputs = found.definition->inputs;
        own.files = found.definition->files;
        own.outputs = found.definition->outputs;
        own.environment = found.definition->environment;
        if (!own.environment.image && found.flow) own.environment.image = found.flow->environment.image;
    } else if (found.flow) {
        own.inputs = found.flow->parameters;
        own.environment = found.flow->environment;
    }
    Task out = task;
    out.own = std::make_shared<const Definition>(std::move(own));
    return out;
}

TaskPtr resolved_task(const TaskPtr& task, const Folder& folder, std::string_view file) {
    Task out = *task;
    bool changed = false;
    if (task->own && task->own->kind == DefinitionKind::reference)
        if (const FolderDefinition* found = definition_of(folder, task->own->detail, file)) {
            out = enriched(*task, *found);
            changed = true;
        }
    for (Handler& hook : out.handlers) {
        const TaskPtr now = resolved_task(hook.task, folder, file);
        changed = changed || now != hook.task;
        hook.task = now;
    }
    return changed ? std::make_shared<const Task>(std::move(out)) : task;
}

bool resolve_body(Body& body, const Folder& folder, std::string_view file) {
    bool changed = false;
    for (TaskPtr& task : body.tasks) {
        TaskPtr now = resolved_task(task, folder, file);
        changed = changed || now != task;
        task = std::move(now);
    }
    for (Handler& handler : body.handlers) {
        TaskPtr now = resolved_task(handler.task, folder, file);
        changed = changed || now != handler.task;
        handler.task = std::move(now);
    }
    return changed;
}

lint::Finding finding_at(const FolderUse& use, const char* rule, lint::Severity severity, Message what, Message why) {
    lint::Finding out;
    out.rule = rule;
    out.severity = severity;
    out.what = std::move(what);
    out.why = std::move(why);
    out.where = use.where;
    out.field = use.path;
    out.subject = use.reference;
    out.task = use.task;
    const Task* task = use.owner ? find_task(*use.owner, use.task) : nullptr;
    out.task_name = task ? task->name : use.path;
    return out;
}

std::string templates_of(const FolderDefinition& whole) {
    std::string out;
    for (const DefinitionPtr& definition : whole.flow->definitions) out += (out.empty() ? "`" : ", `") + definition->name + "`";
    return out;
}

void check_arguments(const FolderUse& use, const Task& task, const FolderDefinition& found, std::vector<lint::Finding>& out) {
    if (!found.definition) return;
    for (const Parameter& input : found.definition->inputs) {
        const bool given = std::any_of(task.params.begin(), task.params.end(), [&](const Binding& b) { return b.name == input.name; });
        if (input.value || given) continue;
        out.push_back(finding_at(use, "ref/unresolved", lint::Severity::error,
                                 {WEFT_TR("core", "the input `%1` of %2 is not supplied"), {input.name, use.reference}},
                                 {WEFT_TR("core", "Argo refuses the workflow: the template in %1 has no default for it"), {found.file}}));
    }
}

// Their arguments are the workflow's, by name.
bool runs_whole_template(const Task& task) { return task.own && std::any_of(task.own->unsupported.begin(), task.own->unsupported.end(), [](const std::string& what) { return what.starts_with("workflowTemplateRef "); }); }

void check_use(const Folder& folder, const FolderUse& use, const Flow& flow, bool absent, std::vector<lint::Finding>& out) {
    const Task* task = find_task(flow, use.task);
    if (!task) return;
    if (const FolderDefinition* found = definition_of(folder, use.reference, use.file)) {
        if (!found->definition && flow.entrypoint.empty() && found->flow && found->flow->entrypoint.empty())
            out.push_back(finding_at(use, "graph/entrypoint", lint::Severity::error, {WEFT_TR("core", "no entrypoint: neither this workflow nor %1 names the template that starts it"), {use.reference}},
                                     {WEFT_TR("core", "Argo refuses the workflow: `spec.entrypoint` is required in one of the two")}));
        if (!runs_whole_template(*task)) check_arguments(use, *task, *found, out);
        return;
    }
    if (folder.definitions.count(use.reference)) return;   // several, none nearer
    const FolderDefinition* whole = use.reference.find('/') == std::string::npos ? nullptr : definition_of(folder, whole_of(use.reference), use.file);
    if (whole) {
        out.push_back(finding_at(use, runs_whole_template(*task) ? "graph/entrypoint" : "ref/unresolved", lint::Severity::error,
                                 {WEFT_TR("core", "%1 does not exist: %2 in %3 has %4"), {use.reference, whole_of(use.reference), whole->file, templates_of(*whole)}},
                                 {WEFT_TR("core", "Argo refuses a reference to a template that is not there")}));
    } else if (absent && !folder.definitions.count(whole_of(use.reference))) {
        out.push_back(finding_at(use, "ref/unresolved", lint::Severity::hint, {WEFT_TR("core", "%1 stands in no file of this folder"), {use.reference}},
                                 {WEFT_TR("core", "it must be on the cluster when the workflow starts")}));
    }
}

// An output of a task that runs a template of another file: that file says which there are.
void check_output(const Folder& folder, const FolderRead& read, std::vector<lint::Finding>& out) {
    const FolderDefinition* found = definition_of(folder, read.use.reference, read.use.file);
    if (!found || !found->definition) return;
    const DefinitionKind kind = found->definition->kind;
    if (kind == DefinitionKind::reference || kind == DefinitionKind::other || kind == DefinitionKind::none) return;
    for (const std::string_view always : {"", "result", "exitCode", "exit_code", "parameters", "artifacts"})
        if (read.output == always) return;
    std::string names;
    for (const Output& output : found->definition->outputs) {
        if (output.name == read.output) return;
        names += (names.empty() ? "" : ", ") + output.name;
    }
    out.push_back(finding_at(read.use, "ref/unresolved", lint::Severity::error,
                             names.empty() ? Message{WEFT_TR("core", "%1: %2 has no outputs"), {read.tag, read.use.reference}}
                                           : Message{WEFT_TR("core", "%1: %2 has no output %3; it has %4"), {read.tag, read.use.reference, read.output, names}},
                             {WEFT_TR("core", "Argo refuses the workflow: the template stands in %1"), {found->file}}));
    out.back().subject = read.tag;
}

}  // namespace

Flow resolved(const Flow& flow, const Folder& folder, std::string_view file) {
    Flow out = flow;
    resolve_body(out.main, folder, file);
    for (DefinitionPtr& definition : out.definitions) {
        if (!definition->body) continue;
        Body body = *definition->body;
        if (!resolve_body(body, folder, file)) continue;
        Definition copy = *definition;
        copy.body = std::make_shared<const Body>(std::move(body));
        definition = std::make_shared<const Definition>(std::move(copy));
    }
    return out;
}

namespace {

template <class Wanted>
std::vector<lint::Finding> references_of_file(const Folder& folder, const std::string& file, bool absent, const Wanted& wanted) {
    std::vector<lint::Finding> out;
    if (const auto uses = folder.uses_in.find(file); uses != folder.uses_in.end())
        for (const FolderUse& use : uses->second)
            if (use.owner && wanted(use)) check_use(folder, use, *use.owner, absent, out);
    if (const auto reads = folder.reads_in.find(file); reads != folder.reads_in.end())
        for (const FolderRead& read : reads->second)
            if (wanted(read.use)) check_output(folder, read, out);
    return out;
}

}  // namespace

std::vector<lint::Finding> lint_references(const Folder& folder, const std::string& file, bool absent) {
    return references_of_file(folder, file, absent, [](const FolderUse&) { return true; });
}

std::vector<lint::Finding> lint_references(const Folder& folder, const Document& document, bool absent) {
    return references_of_file(folder, document.file, absent, [&](const FolderUse& use) { return use.flow_index == document.flow_index; });
}

}  // namespace weft
