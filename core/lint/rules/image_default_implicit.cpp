#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

// A flow.py is written by people who know that default; what is exported to Metaflow comes from elsewhere.
void check(const Context& context, Report& report) {
    if (!context.has_target("metaflow") || context.options.default_images.count("metaflow")) return;
    if (context.flow.format == "metaflow" && !context.options.advice) return;
    for (const Context::Item& item : context.items) {
        if (!runs_container(item) || !item.first_use || image_of(context, item)) continue;
        Finding finding = finding_of("image/default-implicit", Severity::warning, &item, item.definition_path + ".image",
                                     Message{WEFT_TR("core", "%1 names no image: it runs in the python image of whoever deploys the flow"), {quoted(item.task->name)}},
                                     WEFT_TR("core", "Metaflow takes the image python with the version of the machine that deploys: the same flow runs in another one when somebody else deploys it"));
        finding.target = "metaflow";
        if (const std::string common = most_used_image(context); !common.empty())
            finding.fixes.push_back({Message{WEFT_TR("core", "Set the image to %1"), {common}},
                                     definition_fix(item.task->id, [common](Definition& definition) { definition.environment.image = common; })});
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule image_default_implicit{"image/default-implicit", Severity::warning, WEFT_TR("core", "Metaflow chooses the image by the machine that deploys"), "metaflow kubernetes_decorator.py:284; Metaflow #1943", check};

}  // namespace weft::lint::rules
