// The shell lines round a task's program: KFP fills placeholders in arguments only, Weftwork's tasks read variables and write files.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/model/flow.h"

namespace weft::kfp {

struct Wrapper {
    struct Exported { std::string variable, value; bool status = false; };                     // value: a text of the component
    struct Written { std::string file, target; bool artifact = false; std::optional<std::string> fallback; };   // file "" = what the program prints
    struct Placed { std::string path, value; bool content = false; };                          // a file made before the program starts
    std::vector<Exported> variables;
    std::vector<Written> outputs;
    std::vector<Placed> files;
    std::string status;             // text that is the scope's status, where an argument names it as status_mark
    std::string working_dir;
    bool outputs_folder = false;    // the program knows $WEFT_OUTPUTS
    bool script = false;            // the first argument of the program is a script's text, the rest its interpreter

    bool needed() const;
    // command and args: sh, the lines, the values, the program.
    std::pair<std::vector<Scalar>, std::vector<Scalar>> words(const std::vector<Scalar>& program) const;
};

inline constexpr const char* status_mark = "@weft-status@";
inline constexpr const char* outputs_variable = "WEFT_OUTPUTS";
bool is_variable(std::string_view name);      // a name that a shell can export

}  // namespace weft::kfp
