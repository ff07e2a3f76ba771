// The plan as documents: every template first, then the JobFlow, so that a server that takes them in order never sees a JobFlow without its templates.
#include "core/targets/volcano/build.h"
#include "core/targets/volcano/lower.h"
#include "core/targets/volcano/writing.h"
#include "core/model/edit.h"
#include "core/yaml/writer.h"

#include <algorithm>

namespace weft::volcano {
namespace {

bool own_documents(const Flow& flow) { return flow.format == "volcano" && flow.origin && !flow.origin->items.empty(); }

std::string written(const std::vector<NodePtr>& documents) {
    std::string out;
    for (const NodePtr& document : documents) {
        if (!out.empty()) out += "---\n";
        out += yaml::write_yaml(document);
    }
    return out;
}

// Read from Volcano: its documents with the change in them, and all that the model has no field for.
Result<std::string> own_text(const Flow& flow) {
    yaml::Stream stream;
    for (const NodePtr& root : flow.origin->items) stream.documents.push_back({yaml::fresh_copy(root), {}});
    Result<ReadResult> was = read(stream, 0);
    if (!was) return tl::unexpected<Error>(was.error());
    const Flow before = carry_ids(flow, std::move(was->flow));
    const Result<Flow> after = settle(before, flow);
    if (!after) return tl::unexpected<Error>(after.error());
    const Result<std::vector<NodePtr>> roots = write(before, *after, stream, 0);
    if (!roots) return tl::unexpected<Error>(roots.error());
    return written(*roots);
}

std::string planned_text(const Flow& flow, const Plan& plan) {
    std::vector<NodePtr> documents;
    Flow made;
    made.description = flow.description;
    for (const Job& job : plan.jobs) {
        Definition definition = job.definition;
        definition.name = job.name;
        documents.push_back(template_document(definition));
        Task task;
        task.name = job.name;
        for (const std::size_t need : job.needs) task.needs.push_back({plan.jobs[need].name, on_succeeded, false});
        made.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    }
    documents.push_back(flow_document(made, plan.flow_name));
    return written(documents);
}

void add_names(Plan& plan) {
    if (plan.flow_shortened)
        plan.remarks.push_back({Fit::lowered, 0, {}, Feature::count_, {}, {WEFT_TR("core", "the flow is called `%1`: job names have 63 characters for flow and task together"), {plan.flow_name}}, {}});
    for (const Job& job : plan.jobs) {
        if (!job.shortened && job.collides.empty()) continue;
        const Message what = job.collides.empty() ? Message{WEFT_TR("core", "the template of `%1` is called `%2`: job names have 63 characters for flow and task together"), {job.original, job.name}}
                                                  : Message{WEFT_TR("core", "the template of `%1` is called `%2`: `%3` has the other name already"), {job.original, job.name, job.collides}};
        plan.remarks.push_back({Fit::lowered, job.task, job.path, Feature::count_, {}, what, {}});
    }
}

}  // namespace

std::vector<Remark> check(const Flow& flow, const ExportOptions& options) {
    if (own_documents(flow)) return {};
    Plan plan = plan_of(flow, options);
    if (plan.jobs.empty())
        plan.remarks.push_back({Fit::refused, 0, {}, Feature::count_, {}, {WEFT_TR("core", "the flow has no task: a JobFlow without jobs stays Pending for ever")}, {}});
    if (std::any_of(flow.main.tasks.begin(), flow.main.tasks.end(), [](const TaskPtr& task) { return !task->note.empty(); }))
        plan.remarks.push_back({Fit::lowered, 0, {}, Feature::count_, {}, {WEFT_TR("core", "notes of tasks are left out")}, {}});
    add_names(plan);
    return std::move(plan.remarks);
}

std::vector<NameUse> names(const Flow& flow, const std::string& version) {
    std::vector<NameUse> out;
    if (own_documents(flow)) {
        out.push_back({NameUse::Kind::flow, {}, flow.name, flow.name, {}, {}});
        for (const TaskPtr& task : flow.main.tasks) out.push_back({NameUse::Kind::task, join_path("tasks", task->name), task->name, task->name, {}, {}});
        return out;
    }
    const Plan plan = plan_of(flow, {version, {}});
    const Message spelt{WEFT_TR("core", "small letters, digits and hyphens")};
    out.push_back({NameUse::Kind::flow, {}, flow.name, plan.flow_name, flow.name == plan.flow_name ? Message() : spelt, {}});
    for (const Job& job : plan.jobs) {
        Message how;
        if (!job.collides.empty()) how = {WEFT_TR("core", "numbered, because the name is taken")};
        else if (job.shortened) how = {WEFT_TR("core", "cut, with a digest of the whole name")};
        else if (mixes_flows(version)) how = {WEFT_TR("core", "with the flow's name: this version counts the jobs of all flows that share a template")};
        else if (job.name != job.original) how = {WEFT_TR("core", "hyphens are doubled, so that no other flow makes a job of the same name")};
        out.push_back({NameUse::Kind::task, job.path, job.original, job.name, how, job.collides});
        for (const std::string& parameter : job.parameters)
            out.push_back({NameUse::Kind::variable, job.path, parameter, parameter, {WEFT_TR("core", "a parameter of the task: its value is a variable of the container")}, {}});
    }
    return out;
}

Result<Exported> export_flow(const Flow& flow, const ExportOptions& options) {
    const std::string file = slug(flow.name.empty() ? "flow" : flow.name) + ".volcano.yaml";
    if (own_documents(flow)) {
        const Result<std::string> text = own_text(flow);
        if (!text) return tl::unexpected<Error>(text.error());
        return Exported{{{file, *text}}, {}};
    }
    Plan plan = plan_of(flow, options);
    for (const Remark& remark : plan.remarks)
        if (remark.fit == Fit::refused) return fail(remark.what);
    return Exported{{{file, planned_text(flow, plan)}}, {}};
}

Result<std::string> fresh(const Flow& flow) {
    if (own_documents(flow)) return own_text(flow);
    const Result<Exported> made = export_flow(flow, {});
    if (!made) return tl::unexpected<Error>(made.error());
    return made->files.front().text;
}

}  // namespace weft::volcano
