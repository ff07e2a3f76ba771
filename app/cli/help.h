// Help as text, made from the table of verbs, so that it cannot say something else than the parser does.
#pragma once

#include <string>

#include "app/cli/arguments.h"

namespace weft::cli {

std::string overview();                      // "weft --help"
std::string verb_page(const Verb& verb);     // "weft lint --help"
std::string man_page();                      // troff, for resources/desktop/weft.1
std::string bash_completion();

}  // namespace weft::cli
