#include <algorithm>
#include <cctype>

#include "core/lint/rules/images.h"

namespace weft::lint::rules {
namespace {

using Fault = ImageReference::Fault;

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}

Message sentence(const std::string& image, const ImageReference& reference) {
    switch (reference.fault) {
    case Fault::uppercase: return {WEFT_TR("core", "the image %1 has capitals: the repository must be lower-case"), {quoted(image)}};
    case Fault::long_name: return {WEFT_TR("core", "the name of the image %1 is longer than 255 characters"), {quoted(image)}};
    case Fault::long_tag: return {WEFT_TR("core", "the tag of the image %1 is longer than 128 characters"), {quoted(image)}};
    default: break;
    }
    const std::string rest = reference.at < image.size() ? image.substr(reference.at, 1) : std::string();
    if (rest.empty()) return {WEFT_TR("core", "the image %1 ends too early: it is [registry/]name[:tag][@digest]"), {quoted(image)}};
    return {WEFT_TR("core", "the image %1 has \"%2\" at %3: it is [registry/]name[:tag][@digest]"), {quoted(image), rest, std::to_string(reference.at + 1)}};
}

void check(const Context& context, Report& report) {
    for_each_image(context, [&](const Layer& layer, const std::string& image, const ImageReference& reference) {
        if (reference.fault == Fault::none || reference.fault == Fault::digest) return;
        Finding finding = finding_of("image/grammar", Severity::error, layer.item, layer.path + ".image", sentence(image, reference),
                                     WEFT_TR("core", "the container runtime cannot parse the name: the pod stays at InvalidImageName"));
        finding.subject = image;
        if (reference.fault == Fault::uppercase) {
            const std::size_t tail = reference.repository.size();
            const std::string small = lower_case(image.substr(0, tail)) + image.substr(tail);
            finding.fixes.push_back({Message{WEFT_TR("core", "Make it %1"), {small}}, environment_fix(layer, [small](Environment& e) { e.image = small; })});
        }
        report.add(std::move(finding));
    });
}

}  // namespace

extern const Rule image_grammar{"image/grammar", Severity::error, WEFT_TR("core", "the name of an image does not follow the grammar of image references"),
                                "distribution/reference regexp.go, ErrNameContainsUppercase, RepositoryNameTotalLengthMax", check};

}  // namespace weft::lint::rules
