#include "core/targets/kfp/export.h"

#include <algorithm>

#include "core/lint/rule.h"
#include "core/targets/kfp/build.h"
#include "core/targets/kfp/lower.h"
#include "core/targets/kfp/recurring.h"
#include "core/targets/portability.h"
#include "core/yaml/writer.h"

namespace weft::kfp {
namespace {

// What a flow in KFP's shape still cannot say afresh.
std::vector<Said> shape_problems(const Flow& flow) {
    std::vector<Said> out;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) {
        const Definition* definition = definition_of(flow, task);
        if (definition && definition->kind == DefinitionKind::other && !definition->detail.starts_with("importer"))
            out.push_back({{WEFT_TR("core", "`%1` is of a kind that only its own file can say (%2)"), {definition->name, definition->detail}}, task.id});
    });
    return out;
}

Lowered shaped(const Flow& flow, const ExportOptions& options) {
    if (flow.format != "kfp") return lower(flow, options);
    Lowered out;
    out.flow = flow;
    out.reasons = shape_problems(flow);
    out.notes.push_back({{WEFT_TR("core", "written afresh: caching is off, artifact types are system.Artifact, outputs of the whole pipeline are left out")}, 0});
    return out;
}

}  // namespace

Trees built_documents(const Flow& flow) {
    Trees trees = build(flow, {});
    trees.spec = yaml::with_entry(trees.spec, "schemaVersion", yaml::make_plain("2.1.0"));
    trees.spec = yaml::with_entry(trees.spec, "sdkVersion", yaml::make_string("weftwork-" WEFT_VERSION));
    return trees;
}

std::string write_documents(const Flow& flow) {
    const Trees trees = built_documents(flow);
    std::string text = yaml::write_yaml(trees.spec);
    if (trees.platform) text += "---\n" + yaml::write_yaml(trees.platform);
    return text;
}

Result<Exported> export_flow(const Flow& flow, const ExportOptions& options) {
    Lowered made = shaped(flow, options);
    if (!made.reasons.empty()) {
        std::string reasons;
        for (const Said& reason : made.reasons) {
            const std::string sentence = english(reason.what);
            if (reasons.find(sentence) == std::string::npos) reasons += (reasons.empty() ? "" : "\n") + sentence;
        }
        return fail(Message{WEFT_TR("core", "Kubeflow Pipelines cannot say what this flow says:\n%1"), {reasons}});
    }
    Exported out;
    out.files.push_back({kfp_name(flow.name) + ".kfp.yaml", write_documents(made.flow)});
    if (flow.schedule) {
        Schedule one = *flow.schedule;
        for (std::size_t i = 0; i < flow.schedule->crons.size(); ++i) {   // one cron line each
            one.crons = {flow.schedule->crons[i]};
            out.files.push_back({kfp_name(flow.name) + (i == 0 ? std::string() : "-" + std::to_string(i + 1)) + ".recurring-run.json", write_recurring(made.flow, one)});
        }
    }
    for (Said& note : made.notes)
        if (std::find(out.notes.begin(), out.notes.end(), note.what) == out.notes.end()) out.notes.push_back(std::move(note.what));
    return out;
}

Result<std::string> fresh(const Flow& flow) {
    Result<Exported> made = export_flow(flow, {});
    if (!made) return tl::unexpected<Error>(made.error());
    const bool recurring = flow.format == "kfp" && flow.schedule && made->files.size() > 1;
    return std::move(made->files[recurring ? 1 : 0].text);
}

std::vector<Remark> check(const Flow& flow, const ExportOptions& options) {
    std::vector<Remark> out;
    Lowered made = shaped(flow, options);
    if (flow.schedule)
        for (Message& why : schedule_problems(*flow.schedule)) made.reasons.push_back({std::move(why), 0});
    const lint::Context context = lint::make_context(flow, {});
    const auto add = [&](Said& said, Fit fit) {
        Remark remark;
        remark.fit = fit;
        remark.task = said.task;
        remark.what = std::move(said.what);
        for (const lint::Context::Item& item : context.items)
            if (said.task != 0 && item.task->id == said.task && remark.path.empty()) remark.path = item.path;
        out.push_back(std::move(remark));
    };
    for (Said& reason : made.reasons) add(reason, Fit::refused);
    for (Said& note : made.notes) add(note, Fit::lowered);
    return out;
}

}  // namespace weft::kfp
