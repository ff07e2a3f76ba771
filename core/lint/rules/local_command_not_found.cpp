// Only where nothing but this computer counts: then the program of a task must be here.
#include <unistd.h>

#include <cstdlib>

#include "core/lint/image_reference.h"
#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

bool is_there(const std::string& program) {
    if (program.find('/') != std::string::npos) return access(program.c_str(), F_OK) == 0;
    const char* path = std::getenv("PATH");
    if (!path) return true;  // not known: no finding
    const std::string_view folders = path;
    for (std::size_t begin = 0; begin <= folders.size();) {
        const std::size_t end = std::min(folders.find(':', begin), folders.size());
        if (end > begin && access((std::string(folders.substr(begin, end - begin)) + '/' + program).c_str(), X_OK) == 0) return true;
        begin = end + 1;
    }
    return false;
}

void check(const Context& context, Report& report) {
    if (context.on_kubernetes() || !context.has_target("local")) return;
    std::unordered_map<std::string, bool> known;
    for (const Context::Item& item : context.items) {
        if (!runs_container(item) || !item.first_use || item.definition->shell || item.definition->command.empty()) continue;
        const std::string& program = item.definition->command[0].text;
        const bool relative = program.find('/') != std::string::npos && program[0] != '/';  // depends on the working folder
        if (program.empty() || relative || is_templated(program)) continue;
        const auto [found, fresh] = known.emplace(program, true);
        if (fresh) found->second = is_there(program);
        if (found->second) continue;
        Finding finding = finding_of("local/command-not-found", Severity::warning, &item, item.definition_path + ".command",
                                     Message{WEFT_TR("core", "command not found on this computer: %1"), {quoted(program)}},
                                     WEFT_TR("core", "a run on this computer starts the program itself, without the image: install it, or run the flow elsewhere"));
        finding.subject = program;
        finding.target = "local";
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule local_command_not_found{"local/command-not-found", Severity::warning, WEFT_TR("core", "the program of a task is not on this computer"),
                                          "execvp(3): ENOENT", check};

}  // namespace weft::lint::rules
