// `weft diff`: what changed in meaning between two files. Also as git's external diff (GIT_EXTERNAL_DIFF="weft diff": path old-file … new-file …).
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/open.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "core/model/edit.h"

namespace weft::cli {

int verb_diff(const Arguments& arguments) {
    const std::string format = arguments.value("--format", "text");
    if (format != "text" && format != "json") return usage_error("--format knows text and json, not \"" + format + "\"");
    const bool from_git = arguments.positional.size() == 7;
    if (arguments.positional.size() != 2 && !from_git) return usage_error("usage: weft diff A B");
    int code = exit_ok;
    const DocumentPtr before = open_argument(arguments.positional[from_git ? 1 : 0], arguments, code);
    if (!before) return code;
    const DocumentPtr after = open_argument(arguments.positional[from_git ? 4 : 1], arguments, code);
    if (!after) return code;
    std::vector<std::pair<std::string, std::string>> renamed;
    const Flow now = carry_ids(*before->flow, *after->flow, &renamed);
    const FlowChange change = diff(*before->flow, now);

    nlohmann::ordered_json out{{"version", 1}};
    bool different = false;
    const auto say = [&](const char* what, const std::string& which) {
        different = true;
        if (format == "json") out[what].push_back(which);
        else std::printf("%-14s %s\n", what, which.c_str());
    };
    for (const TaskId id : change.added) say("added", path_of(now, id));
    for (const TaskId id : change.removed) say("removed", path_of(*before->flow, id));
    for (const auto& [from, to] : renamed) say("renamed", from + " -> " + to);
    for (const TaskId id : change.changed) say("changed", path_of(now, id));
    if (change.edges) say("changed", "edges");
    if (change.environment) say("changed", "environment");
    if (change.parameters) say("changed", "parameters");
    if (change.definitions) say("changed", "definitions");
    if (before->flow->name != now.name) say("renamed", before->flow->name + " -> " + now.name);
    if (format == "json") std::printf("%s\n", out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace).c_str());
    return different ? exit_found : exit_ok;
}

}  // namespace weft::cli
