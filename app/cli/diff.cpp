// `weft diff`: what changed in meaning between two files. Also as git's external diff (GIT_EXTERNAL_DIFF="weft diff": path old-file … new-file …).
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/graph.h"
#include "app/cli/open.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "core/model/compare.h"

namespace weft::cli {

namespace {

const char* sign(Difference::Kind kind) { return kind == Difference::Kind::added ? "+" : kind == Difference::Kind::removed ? "-" : "~"; }
const char* sign_colour(Difference::Kind kind) { return kind == Difference::Kind::added ? "32" : kind == Difference::Kind::removed ? "31" : "33"; }

std::string line_of(const Difference& one) {
    std::string text = colour(sign(one.kind), sign_colour(one.kind)) + " " + word(one.what);
    if (!one.path.empty()) text += " " + one.path;
    if (one.kind == Difference::Kind::renamed) return text + "  (was " + one.before + ")";
    if (one.kind != Difference::Kind::changed) return text;
    const auto shown = [](const std::string& value) { return value.empty() ? std::string("(not set)") : value; };
    return text + "  " + one.field + ": " + shown(one.before) + " \xE2\x86\x92 " + shown(one.after);
}

nlohmann::ordered_json json_of(const std::vector<Difference>& differences) {
    nlohmann::ordered_json out{{"version", 2}, {"differences", nlohmann::ordered_json::array()}};
    for (const Difference& one : differences) {
        nlohmann::ordered_json entry{{"kind", word(one.kind)}, {"what", word(one.what)}, {"path", one.path}};
        if (!one.field.empty()) entry["field"] = one.field;
        if (!one.before.empty()) entry["before"] = one.before;
        if (!one.after.empty()) entry["after"] = one.after;
        out["differences"].push_back(std::move(entry));
    }
    return out;
}

// The newer drawing, every node with what became of it; what is gone stands below.
void mark(DrawnFlow& drawn, const Flow& flow, const std::vector<Difference>& differences) {
    const auto state = [&](DrawnTask& task) {
        const Task* found = at_path(flow, task.path);
        if (!found) return;
        for (const Difference& one : differences) {
            if (one.id != found->id || one.kind == Difference::Kind::removed || one.what == Difference::What::edge) continue;
            task.state = one.kind == Difference::Kind::added ? "added" : one.kind == Difference::Kind::renamed ? "renamed" : task.state.empty() ? "changed" : task.state;
        }
    };
    for (DrawnTask& task : drawn.tasks) state(task);
    for (DrawnHandler& handler : drawn.handlers) state(handler.task);
    for (DrawnFlow& below : drawn.flows) mark(below, flow, differences);
}

}  // namespace

int verb_diff(const Arguments& arguments) {
    const std::string format = arguments.value("--format", "text");
    if (format != "text" && format != "json" && format != "svg") return usage_error("--format knows text, json and svg, not \"" + format + "\"");
    const bool from_git = arguments.positional.size() == 7;
    if (arguments.positional.size() != 2 && !from_git) return usage_error("usage: weft diff A B");
    int code = exit_ok;
    const DocumentPtr before = open_argument(arguments.positional[from_git ? 1 : 0], arguments, code);
    if (!before) return code;
    const DocumentPtr after = open_argument(arguments.positional[from_git ? 4 : 1], arguments, code);
    if (!after) return code;
    const Comparison found = compare(*before->flow, *after->flow);
    if (format == "svg") {
        DrawnFlow drawn = draw(found.after);
        mark(drawn, found.after, found.differences);
        std::printf("%s", graph_svg({drawn}, arguments.value("--theme", "light") == "dark").c_str());
    } else if (format == "json") {
        std::printf("%s\n", json_of(found.differences).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace).c_str());
    } else {
        if (from_git) std::printf("%s\n", arguments.positional[0].c_str());
        for (const Difference& one : found.differences) std::printf("%s\n", line_of(one).c_str());
    }
    if (from_git) return exit_ok;   // git takes anything else for a crash of its external diff
    return found.differences.empty() ? exit_ok : exit_found;
}

}  // namespace weft::cli
