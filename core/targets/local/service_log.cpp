// What a task has said, piece by piece.
#include <algorithm>

#include "core/io/log_file.h"
#include "core/targets/local/folders.h"
#include "core/targets/local/service.h"
#include "core/targets/local/service_json.h"

namespace weft::local {

namespace {

// Cuts a half character at the end off, so that the next piece begins with it.
std::size_t whole_characters(const std::string& data) {
    std::size_t end = data.size();
    for (std::size_t back = 1; back <= 3 && back <= end; ++back) {
        const auto byte = static_cast<unsigned char>(data[end - back]);
        if ((byte & 0xC0) == 0x80) continue;
        const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? end - back : end;
    }
    return end;
}

bool has_begun(const run::RunState& state, const std::string& path, int attempt) {
    const auto task = state.tasks.find(path);
    return task != state.tasks.end() && std::any_of(task->second.attempts.begin(), task->second.attempts.end(), [&](const run::Attempt& a) { return a.number == attempt; });
}

}  // namespace

// A task that said nothing has no log on disk; what would be the first line of one stands in the record of its start.
std::string Service::log_head(const std::string& run, const std::string& path, int attempt) {
    if (const ActiveRun* one = active(run); one && !has_begun(one->state(), path, attempt)) return {};     // asked again and again: no look at the disk
    const auto start = store_->first_event(run, path, attempt, run::EventKind::starting);
    if (!start || !*start) return {};
    const std::string& note = (*start)->get("image-note");
    return note.empty() ? note : note + "\n";
}

void Service::log(Client& client, const Json& id, const Json& body) {
    const std::string run = text_of(body, "run"), path = text_of(body, "path");
    const int attempt = int(number_of(body, "attempt", 1));
    const ActiveRun* live = active(run);
    const bool may_grow = live && live->is_live(path, attempt);
    const std::int64_t offset = number_of(body, "offset");
    io::LogPart part = io::read_log(attempt_folder(options_.state, run, path, std::max(1, attempt)) + ".log", offset, 256u << 10);
    if (offset <= 0 && part.next == 0) {
        part.data = log_head(run, path, attempt);
        part.next = std::int64_t(part.data.size());
    }
    const std::size_t whole = part.end && !may_grow ? part.data.size() : whole_characters(part.data);
    part.next -= std::int64_t(part.data.size() - whole);
    part.data.resize(whole);
    answer(client, id, {{"data", part.data}, {"next", part.next}, {"missing", part.missing}, {"end", part.end && !may_grow}});
}

}  // namespace weft::local
