#include "core/lint/rules/images.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    for_each_image(context, [&](const Layer& layer, const std::string& image, const ImageReference& reference) {
        if (reference.fault != ImageReference::Fault::digest) return;
        Finding finding = finding_of("image/digest-bad", Severity::error, layer.item, layer.path + ".image",
                                     Message{WEFT_TR("core", "the digest %1 is no digest: it is sha256: and 64 hexadecimal digits"), {quoted(reference.digest)}},
                                     WEFT_TR("core", "the container runtime cannot parse the name: the pod stays at InvalidImageName"));
        finding.subject = image;
        report.add(std::move(finding));
    });
}

}  // namespace

extern const Rule image_digest_bad{"image/digest-bad", Severity::error, WEFT_TR("core", "the digest of an image has a wrong length or algorithm"),
                                   "opencontainers/go-digest", check};

}  // namespace weft::lint::rules
