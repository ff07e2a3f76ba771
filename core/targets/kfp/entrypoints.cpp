#include "core/targets/kfp/entrypoints.h"

namespace weft::kfp {
namespace {

const std::vector<Entrypoint>& table() {
    static const std::vector<Entrypoint> all{
        {"alpine", "", {}, {"/bin/sh"}},
        {"busybox", "", {}, {"sh"}},
        {"debian", "", {}, {"bash"}},
        {"ubuntu", "", {}, {"/bin/bash"}},
        {"fedora", "", {}, {"/bin/bash"}},
        {"python", "", {}, {"python3"}},
        {"golang", "", {}, {"bash"}},
        {"perl", "", {}, {"perl"}},
        {"ruby", "", {}, {"irb"}},
        {"gcc", "", {}, {"bash"}},
        {"rust", "", {}, {"bash"}},
        {"amazon/aws-cli", "", {"/usr/local/bin/aws"}, {}},
        {"alpine/git", "", {"git"}, {"--help"}},
        {"argoproj/argosay", "v1", {"cowsay"}, {}},
        {"argoproj/argosay", "v2", {"/argosay"}, {}},
        {"docker/whalesay", "", {"cowsay"}, {}},
    };
    return all;
}

}  // namespace

const Entrypoint* known_entrypoint(std::string_view image) {
    for (const std::string_view registry : {"docker.io/library/", "index.docker.io/library/", "docker.io/", "index.docker.io/", "library/"})
        if (image.starts_with(registry)) {
            image.remove_prefix(registry.size());
            break;
        }
    const std::size_t digest = image.find('@');
    image = image.substr(0, digest);
    const std::size_t colon = image.find(':', image.rfind('/') == image.npos ? 0 : image.rfind('/'));
    const std::string_view name = image.substr(0, colon), tag = colon == image.npos ? std::string_view() : image.substr(colon + 1);
    for (const Entrypoint& one : table())
        if (one.image == name && (one.tag.empty() || one.tag == tag)) return &one;
    return nullptr;
}

}  // namespace weft::kfp
