// The program of images whose file names none. KFP replaces an image's entrypoint, and a file is written without asking a registry: what is known by heart are
// images without an entrypoint (Docker's official ones, by their Dockerfiles) and those that Argo's own installation lists for the same reason
// (manifests/quick-start, `images` of the workflow-controller-configmap).
#pragma once

#include <string_view>
#include <vector>

namespace weft::kfp {

struct Entrypoint {
    std::string_view image, tag;                 // tag "": any
    std::vector<const char*> entrypoint;         // empty: the arguments are the program
    std::vector<const char*> command;            // where there are no arguments either
};
const Entrypoint* known_entrypoint(std::string_view image);    // null: not known

}  // namespace weft::kfp
