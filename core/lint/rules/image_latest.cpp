#include "core/lint/rules/images.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    for_each_image(context, [&](const Layer& layer, const std::string& image, const ImageReference& reference) {
        if (reference.fault != ImageReference::Fault::none || reference.tag != "latest" || !reference.digest.empty()) return;
        Finding finding = finding_of("image/latest", Severity::warning, layer.item, layer.path + ".image",
                                     Message{WEFT_TR("core", "the image %1 is whatever is newest when the pod starts"), {quoted(image)}},
                                     WEFT_TR("core", "two runs of the same flow can use two different images; name a version, as in python:3.12-slim"));
        finding.subject = image;
        report.add(std::move(finding));
    });
}

}  // namespace

extern const Rule image_latest{"image/latest", Severity::warning, WEFT_TR("core", "an image has the tag latest"), "hadolint DL3007; kube-linter latest-tag", check};

}  // namespace weft::lint::rules
