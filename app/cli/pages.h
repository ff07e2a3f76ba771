// The help pages of the rules, carried inside the program (made from resources/help/rules at build time).
#pragma once

#include <string_view>
#include <vector>

namespace weft::cli {

struct Page {
    std::string_view name;   // "image-missing"
    std::string_view text;   // Markdown
};
const std::vector<Page>& rule_pages();
std::string_view rule_page(std::string_view rule);   // "image/missing"; empty when there is none

}  // namespace weft::cli
