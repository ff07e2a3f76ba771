// Every image that somebody wrote, parsed once per rule run; references that are filled in later by the engine are left out.
#pragma once

#include "core/lint/image_reference.h"
#include "core/lint/support.h"

namespace weft::lint::rules {

// fn(layer, image text, reference). Silent where images are not used at all: checked for this computer alone.
template <class Fn> void for_each_image(const Context& context, Fn&& fn) {
    if (!context.on_kubernetes()) return;
    std::unordered_map<std::string_view, ImageReference> known;
    for_each_layer(context, [&](const Layer& layer) {
        if (!layer.environment.image || layer.environment.image->empty()) return;
        const std::string& image = *layer.environment.image;
        if (is_templated(image)) return;
        auto found = known.find(image);
        if (found == known.end()) found = known.emplace(image, parse_image(image)).first;
        fn(layer, image, found->second);
    });
}

}  // namespace weft::lint::rules
