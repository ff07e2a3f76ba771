// F2: Flyte #6157. A container without an image, where the engine has no default.
#include <algorithm>

#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

Fix set_image(const Context& context, const Context::Item& item, const std::string& image) {
    if (context.flow.format == "native")
        return {Message{WEFT_TR("core", "Set the flow's image to %1"), {image}},
                environment_fix(Layer{context.flow.environment, item.path, nullptr, false}, [image](Environment& environment) { environment.image = image; })};
    return {Message{WEFT_TR("core", "Set the image to %1"), {image}},
            definition_fix(item.task->id, [image](Definition& definition) { definition.environment.image = image; })};
}

// There is no image to point at: the line of what the container runs says best which one is meant.
void place_in_container(const Context& context, const Context::Item& item, Finding& finding) {
    if (!context.places || context.places->find(finding.field)) return;
    for (const char* field : {".command", ".script", ".args"})
        if (const MappedField* place = context.places->find(item.definition_path + field); place && place->node) {
            finding.where = {{}, place->node->line, place->node->column};
            finding.span = place->node->span;
            return;
        }
}

void check(const Context& context, Report& report) {
    const std::string target = context.kubernetes_target();
    if (target.empty() || target.starts_with("metaflow")) return;  // images are not used on this computer; Metaflow has a default
    const std::string id = target.substr(0, target.find(' '));
    if (context.options.default_images.count(id)) return;   // the export puts it in
    const bool optional = context.options.image_optional.count(target) > 0, own = context.flow.format.ends_with(id);
    if (optional && !own) return;
    std::string common;
    bool searched = false;
    for (const Context::Item& item : context.items) {
        if (!runs_container(item) || !item.first_use || image_of(context, item)) continue;
        if (optional && item.definition->kind == DefinitionKind::script) continue;   // in the engine's own file only a container is a pod
        if (!searched) common = most_used_image(context);
        searched = true;
        Finding finding = finding_of("image/missing", context.has_target("local") ? Severity::warning : Severity::error, &item, item.definition_path + ".image",
                                     Message{WEFT_TR("core", "%1 has no image: nothing sets one"), {quoted(item.task->name)}},
                                     Message{WEFT_TR("core", "%1 has no default image and refuses the task, or its pod never starts; set one here or for the whole flow"), {target}});
        finding.target = target;
        place_in_container(context, item, finding);
        if (!common.empty()) finding.fixes.push_back(set_image(context, item, common));
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule image_missing{"image/missing", Severity::error, WEFT_TR("core", "a container task has no image and the engine has no default"),
                                "Flyte #6157 (still in flytekit 1.16.24); Argo v4.1 validate.go: \"image may not be empty\"", check};

}  // namespace weft::lint::rules
