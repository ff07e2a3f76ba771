// Kubernetes quantities: "500m", "1.5Gi", "1e3". Source: apimachinery resource/quantity.go.
#pragma once

#include <optional>
#include <string_view>

namespace weft::lint {

struct Quantity {
    double value = 0;               // in whole units (cores, bytes)
    std::string_view suffix;        // "", "m", "Mi" …; an exponent counts as part of the number
};
std::optional<Quantity> parse_quantity(std::string_view text);

}  // namespace weft::lint
