// Following a run: a tree that is drawn anew in place, or one JSON object a line.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/cli/run_support.h"
#include "core/io/clock.h"
#include "core/run/protocol.h"

namespace weft::cli {

using nlohmann::json;

namespace {

volatile std::sig_atomic_t interrupts = 0;
void interrupted(int) { interrupts = interrupts + 1; }

std::string clean(const std::string& text) {             // names and reasons come from files: no control characters reach the terminal
    std::string out;
    for (const char c : text) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    return out;
}

class Tree {
  public:
    void draw(const run::RunState& state, bool last) {
        const std::int64_t now = io::real_clock().now_ms();
        if (!last && now - drawn_ < 80) return;
        drawn_ = now;
        std::vector<std::string> lines;
        for (const auto& [path, task] : state.tasks) lines.push_back(line(task));
        const std::size_t most = last ? lines.size() : height();
        std::size_t left_out = 0;
        if (lines.size() > most) {                        // what is not finished matters; the end prints all
            std::vector<std::string> shown;
            for (const auto& [path, task] : state.tasks)
                if (!run::terminal(task.stage) && shown.size() + 1 < most) shown.push_back(line(task));
            left_out = lines.size() - shown.size();
            lines = std::move(shown);
        }
        if (left_out) lines.push_back("  … " + std::to_string(left_out) + " more");
        std::string out = height_ > 0 ? "\x1b[" + std::to_string(height_) + "A\r\x1b[J" : "";
        for (const std::string& each : lines) out += each + "\n";
        height_ = lines.size();
        std::fputs(out.c_str(), stdout);
        std::fflush(stdout);
    }

  private:
    static std::size_t height() {
        winsize size{};
        return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 4 ? std::size_t(size.ws_row - 2) : 22;
    }
    static std::string line(const run::TaskState& task) {
        const auto depth = std::size_t(std::count(task.path.begin(), task.path.end(), '/')) + (task.path.ends_with(']') ? 1 : 0);
        std::string text(2 + 2 * depth, ' ');
        text += colour(stage_mark(task.stage), stage_colour(task.stage).c_str()) + " " + clean(task.name);
        if (task.handler) text += colour(" (exit handler)", "2");
        text += "  " + colour(run::stage_name(task.stage), stage_colour(task.stage).c_str());
        if (task.attempts.size() > 1) text += ", " + std::to_string(task.attempts.size()) + " attempts";
        if (task.ended_ms > 0 && task.started_ms > 0) text += colour("  " + duration_text(task.ended_ms - task.started_ms), "2");
        if (!task.reason.empty() && task.stage != run::Stage::succeeded) text += colour("  " + clean(task.reason.substr(0, 100)), "2");
        return text;
    }
    std::size_t height_ = 0;
    std::int64_t drawn_ = 0;
};

}  // namespace

int follow(run::Client& client, const std::string& run, bool as_json) {
    std::signal(SIGINT, interrupted);
    auto known = show_run(client, run, false);       // the events come with the subscription
    auto snapshot = known ? ask(client, {{"subscribe", {{"run", run}, {"after_seq", 0}}}}) : Result<json>(tl::unexpected(known.error()));
    if (!snapshot) {
        complain(snapshot.error());
        return exit_unknown;
    }
    run::RunState state;
    state.run = run;
    Tree tree;
    const bool terminal = !as_json && isatty(STDOUT_FILENO);
    const bool lines = !terminal;
    const auto take = [&](const json& object) {
        const std::string text = run::line_of(object);
        const auto event = run::event_from_json(text);
        if (!event) return;
        run::advance(state, *event);
        if (lines) std::printf("{\"event\":%s}\n", text.c_str());
    };
    if (lines) std::printf("%s\n", run::line_of({{"run", run::record_json(known->record)}, {"version", 1}}).c_str());
    for (const json& event : snapshot->value("events", json::array())) take(event);
    int asked = 0;
    while (!state.ended) {
        if (terminal) tree.draw(state, false);
        if (asked < interrupts) {
            asked = interrupts;
            (void)ask(client, {{"cancel", {{"run", run}, {"how", asked == 1 ? "stop" : "kill"}}}});
        }
        auto line = client.next_line(100);
        if (!line) {
            complain(line.error());
            return exit_unknown;
        }
        if (line->empty()) continue;
        const json object = run::parse_object(*line);
        if (object.contains("event")) take(object["event"]);
        if (object.contains("gap")) {
            auto again = ask(client, {{"subscribe", {{"run", run}, {"after_seq", state.last_seq}}}});
            if (again)
                for (const json& event : again->value("events", json::array())) take(event);
        }
        if (lines) std::fflush(stdout);
    }
    const run::Verdict verdict = run::verdict(*known->flow, state);
    if (terminal) {
        tree.draw(state, true);
        print_verdict(verdict);
    } else {
        std::printf("%s\n", run::line_of({{"verdict", verdict_json(verdict)}}).c_str());
    }
    return run::exit_code(verdict.outcome);
}

}  // namespace weft::cli
