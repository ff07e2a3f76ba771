#include "core/targets/kfp/wrapper.h"

#include <algorithm>

namespace weft::kfp {
namespace {

std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

// KFP's words for how a group ended, in ours: clusters say COMPLETE, the local runner SUCCEEDED.
std::string status_lines(const std::string& variable, const std::string& value) {
    return "case " + value + " in\n  *COMPLETE*|*SUCCEEDED*|*CACHED*) " + variable + "=Succeeded ;;\n  *FAILED*|*CANCELED*) " + variable + "=Failed ;;\n  *) " + variable + "=Running ;;\nesac\n";
}

}  // namespace

bool is_variable(std::string_view name) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !name.empty() && letter(name.front()) && std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

bool Wrapper::needed() const {
    return !variables.empty() || !outputs.empty() || !files.empty() || !status.empty() || !working_dir.empty() || outputs_folder || script;
}

std::pair<std::vector<Scalar>, std::vector<Scalar>> Wrapper::words(const std::vector<Scalar>& program) const {
    std::string head, tail;
    std::vector<Scalar> values{{"weft"}};
    const auto value = [&](const std::string& text) {
        values.push_back({text});
        return "\"${" + std::to_string(values.size() - 1) + "}\"";
    };
    for (const Exported& one : variables) {
        const std::string from = value(one.value);
        head += one.status ? status_lines(one.variable, from) + "export " + one.variable + "\n" : "export " + one.variable + "=" + from + "\n";
    }
    if (!status.empty()) head += status_lines("weft_status", value(status));
    for (const Placed& one : files) {
        const std::string from = value(one.value), path = quoted(one.path);
        head += "mkdir -p \"$(dirname " + path + ")\" || exit\n";
        head += one.content ? "printf '%s' " + from + " > " + path + " || exit\n" : "cp -R " + from + " " + path + " || exit\n";
    }
    bool printed = false;
    if (!outputs.empty() || outputs_folder) head += "WEFT_OUTPUTS=$(mktemp -d) || exit\nexport WEFT_OUTPUTS\n";
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const Written& one = outputs[i];
        const std::string target = "weft_" + std::to_string(i + 1), from = one.file.empty() ? "\"$weft_printed\"" : one.file;
        head += target + "=" + value(one.target) + "\n";
        printed = printed || one.file.empty();
        const std::string folder = "mkdir -p \"$(dirname \"$" + target + "\")\" || exit\n";
        const std::string copy = one.artifact ? "cp -R " + from + " \"$" + target + "\" || exit\n"
                                              : "weft_text=$(cat " + from + ") || exit\nprintf '%s' \"$weft_text\" > \"$" + target + "\" || exit\n";
        if (!one.fallback) tail += folder + copy;
        else tail += folder + "if [ -e " + from + " ]; then\n" + copy + "else\nprintf '%s' " + quoted(*one.fallback) + " > \"$" + target + "\" || exit\nfi\n";
    }
    head += values.size() > 1 ? "shift " + std::to_string(values.size() - 1) + "\n" : std::string();
    if (!working_dir.empty()) head += "cd " + quoted(working_dir) + " || exit\n";
    if (!status.empty()) head += "for weft_word do\n  shift\n  set -- \"$@\" \"$(printf '%s' \"$weft_word\" | sed \"s/" + std::string(status_mark) + "/$weft_status/g\")\"\ndone\n";
    if (script) head += "weft_script=$(mktemp) || exit\nprintf '%s' \"$1\" > \"$weft_script\" || exit\nshift\nset -- \"$@\" \"$weft_script\"\n";
    if (printed) head += "weft_printed=$(mktemp) || exit\n{ \"$@\"; echo $? > \"$weft_printed.code\"; } | tee \"$weft_printed\"\n[ \"$(cat \"$weft_printed.code\")\" = 0 ] || exit \"$(cat \"$weft_printed.code\")\"\n";
    else if (tail.empty()) head += "exec \"$@\"\n";
    else head += "\"$@\" || exit\n";
    std::vector<Scalar> args{{head + tail}};
    args.insert(args.end(), values.begin(), values.end());
    args.insert(args.end(), program.begin(), program.end());
    return {{{"sh"}, {"-c"}}, std::move(args)};
}

}  // namespace weft::kfp
