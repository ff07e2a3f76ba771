#include "core/targets/metaflow/export.h"

#include "core/targets/metaflow/emit.h"
#include "core/targets/metaflow/flow_file.h"
#include "core/targets/metaflow/metaflow.h"
#include "core/targets/portability.h"

namespace weft::metaflow {
namespace {

std::string sentence(const Remark& remark) { return (remark.path.empty() ? std::string() : remark.path + ": ") + english(remark.what); }

}  // namespace

Result<Exported> export_flow(const Flow& flow, const ExportOptions& options) {
    const Plan plan = lower(flow, options);
    std::string reasons;
    for (const Remark& remark : plan.remarks)
        if (remark.fit == Fit::refused) reasons += (reasons.empty() ? "" : "\n") + sentence(remark);
    if (!reasons.empty()) return fail(Message{WEFT_TR("core", "Metaflow cannot say what this flow says:\n%1"), {reasons}});
    Exported out;
    const std::string file = file_name(flow.name);
    out.files.push_back({file, emit(plan, flow.name, file)});
    return out;
}

Result<std::string> fresh(const Flow& flow) {
    Result<Exported> made = export_to(flow, metaflow_target(), {});
    if (!made) return tl::unexpected<Error>(made.error());
    return std::move(made->files.front().text);
}

}  // namespace weft::metaflow
