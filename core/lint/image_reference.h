// The grammar of image references, written from the description of distribution/reference (regexp.go): [host[:port]/]path[:tag][@digest].
#pragma once

#include <string>
#include <string_view>

namespace weft::lint {

struct ImageReference {
    enum class Fault {
        none,
        empty,
        uppercase,      // the repository must be lower-case
        grammar,        // `at` = first byte that does not fit
        long_name,      // repository above 255
        long_tag,       // tag above 128
        digest,         // unknown algorithm or not the right number of hex digits
    } fault = Fault::none;
    std::size_t at = 0;
    std::string repository, tag, digest;
};

ImageReference parse_image(std::string_view text);
// Engine tags ("{{…}}", "${…}", "$(…)") make the reference unknown until the run: no finding.
bool is_templated(std::string_view text);

}  // namespace weft::lint
