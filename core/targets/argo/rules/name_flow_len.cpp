#include "core/lint/support.h"
#include "core/model/edit.h"
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

// Kubernetes cuts a generated name so that its five letters fit; a CronWorkflow hangs a time behind its name.
void check(const Context& context, Report& report) {
    if (!context.has_target("argo") || !detail::is_argo_file(context) || !context.places || !context.stream) return;
    const MappedField* place = context.places->find("name");
    if (!place || place->document >= context.stream->documents.size()) return;
    const bool cron = yaml::text_at(context.stream->documents[place->document].root, "kind") == "CronWorkflow";
    const bool generated = place->tree_path.ends_with("generateName");
    const std::size_t most = cron ? 52 : 63, size = context.flow.name.size() + (generated ? 5 : 0);
    if (size <= most) return;
    Finding finding = finding_of("name/flow-len", generated ? Severity::warning : Severity::error, nullptr, "name",
                                 generated ? Message{WEFT_TR("core", "the names generated from %1 are longer than the %2 characters that Argo takes"), {quoted(context.flow.name), std::to_string(most)}}
                                           : Message{WEFT_TR("core", "the name %1 is longer than the %2 characters that Argo takes"), {quoted(context.flow.name), std::to_string(most)}},
                                 generated ? Message{WEFT_TR("core", "Kubernetes cuts the generated name, so that runs of two flows may look alike")}
                                           : Message{WEFT_TR("core", "the name becomes a label of every pod, and labels end at 63 characters; a CronWorkflow needs 11 of them for the time")});
    finding.target = detail::target_name(context);
    std::string shorter = context.flow.name.substr(0, most - (generated ? 6 : 0));
    while (!shorter.empty() && (shorter.back() == '-' || shorter.back() == '.')) shorter.pop_back();
    if (generated) shorter += '-';
    finding.fixes.push_back({Message{WEFT_TR("core", "Shorten to %1"), {shorter}}, [shorter](const Flow& flow) { return edit::set_flow_name(flow, shorter); }});
    report.add(std::move(finding));
}

}  // namespace

extern const Rule name_flow_len{"name/flow-len", Severity::error, WEFT_TR("core", "the workflow's name is too long"), "Argo v4.1 validate.go maxCharsInObjectName", check};

}  // namespace weft::argo::rules_
