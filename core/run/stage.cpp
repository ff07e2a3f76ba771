#include <algorithm>
#include <array>
#include <tuple>

#include "core/run/state.h"

namespace weft::run {

bool terminal(Stage stage) {
    switch (stage) {
        case Stage::skipped: case Stage::succeeded: case Stage::failed: case Stage::errored: case Stage::timed_out: case Stage::cancelled: return true;
        default: return false;
    }
}

const char* stage_name(Stage stage) {
    switch (stage) {
        case Stage::none: return "none";
        case Stage::waiting: return "waiting";
        case Stage::ready: return "ready";
        case Stage::starting: return "starting";
        case Stage::running: return "running";
        case Stage::suspended: return "suspended";
        case Stage::retrying: return "retrying";
        case Stage::skipped: return "skipped";
        case Stage::succeeded: return "succeeded";
        case Stage::failed: return "failed";
        case Stage::errored: return "errored";
        case Stage::timed_out: return "timed-out";
        case Stage::cancelled: return "cancelled";
        case Stage::lost: return "lost";
    }
    return "";
}

void Ending::say(Ending word) {
    const auto key = [](const Ending& e) { return std::tie(e.at, e.exit_code, e.reason, e.because, e.recovered_by); };
    const bool earlier = word.at != at ? word.at < at : word.stage != stage ? word.stage > stage : key(word) < key(*this);
    if (at.epoch == 0 || earlier) *this = std::move(word);
}

bool is_item(std::string_view path) {
    if (path.size() < 3 || path.back() != ']') return false;
    std::size_t i = path.size() - 1;
    while (i > 0 && path[i - 1] >= '0' && path[i - 1] <= '9') --i;
    return i > 1 && i < path.size() - 1 && path[i - 1] == '[';
}

std::string parent_path(std::string_view path) {
    const std::size_t cut = is_item(path) ? path.rfind('[') : path.rfind('/');
    return cut == std::string_view::npos ? std::string() : std::string(path.substr(0, cut));
}

}  // namespace weft::run
