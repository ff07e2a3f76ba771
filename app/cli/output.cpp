#include "app/cli/output.h"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

#include "app/cli/arguments.h"
#include "core/io/file.h"

namespace weft::cli {

void complain(const Error& error) { std::fprintf(stderr, "%s\n", describe(error).c_str()); }

void complain(std::string_view message) { std::fprintf(stderr, "weft: %.*s\n", int(message.size()), message.data()); }

int usage_error(std::string_view message) {
    complain(message);
    return exit_usage;
}

bool coloured() {
    static const bool answer = isatty(STDOUT_FILENO) && !std::getenv("NO_COLOR");
    return answer;
}

std::string colour(std::string_view text, const char* sgr) {
    if (!coloured()) return std::string(text);
    return std::string("\x1b[") + sgr + "m" + std::string(text) + "\x1b[0m";
}

Result<std::string> read_input(const std::string& path) {
    auto text = path == "-" ? io::read_stdin() : io::read_file(path);
    if (!text && text.error().where.file.empty()) text.error().where.file = shown_name(path);
    return text;
}

Result<void> write_output(const std::string& path, std::string_view text) {
    if (path != "-") return io::write_file(path, text);
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        return fail(WEFT_TR("core", "standard output cannot be written"));
    return {};
}

std::string shown_name(const std::string& path) { return path == "-" ? "standard input" : path; }

}  // namespace weft::cli
