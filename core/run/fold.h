// What reduce() remembers so that the order of events does not matter: registers in which the first or the latest word wins by its mark,
// ties by value. Readers of a RunState look at the plain fields, never here.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace weft::run {

// Stages rise; a lower one never replaces a higher one within (epoch, attempt).
enum class Stage { none, waiting, ready, starting, running, suspended, retrying, skipped, succeeded, failed, errored, timed_out, cancelled, lost };
bool terminal(Stage);
const char* stage_name(Stage);

struct Mark {
    int epoch = 0, attempt = 0;
    std::int64_t seq = 0, time_ms = 0;
    friend auto operator<=>(const Mark&, const Mark&) = default;
};

template <class T> struct Latest {
    T value{};
    Mark at;                                     // epoch 0 = nothing said yet
    void say(const Mark& mark, T word) {
        if (mark > at || (mark == at && word > value)) at = mark, value = std::move(word);
    }
    friend bool operator==(const Latest&, const Latest&) = default;
};

// The same for a text that everybody reads: it stands in the plain field and is not kept twice.
struct LatestText {
    Mark at;
    void say(const Mark& mark, const std::string& word, std::string* field) {
        if (mark > at || (mark == at && word > *field)) at = mark, *field = word;
    }
    friend bool operator==(const LatestText&, const LatestText&) = default;
};

// How an attempt ended. Terminal stays terminal: the first word counts, and of two at the same moment the worse one.
struct Ending {
    Mark at;                                     // epoch 0 = has not ended
    Stage stage = Stage::none;
    int exit_code = -1;
    std::string reason, because, recovered_by;
    void say(Ending word);
    friend bool operator==(const Ending&, const Ending&) = default;
};

struct AttemptLedger {
    Stage reached = Stage::none;                 // highest stage that is not terminal
    bool retry_announced = false;
    Ending ending;
    friend bool operator==(const AttemptLedger&, const AttemptLedger&) = default;
};

struct TaskLedger {
    int epoch = 0;
    Latest<bool> lost, suspended;
    LatestText name, image_note, engine_word;
    Latest<std::string> trigger, forced;
    std::map<std::string, LatestText> outputs;
    friend bool operator==(const TaskLedger&, const TaskLedger&) = default;
};

struct RunLedger {
    int body_ended = 0, ended = 0, stop = 0, kill = 0, timed_out = 0;   // newest epoch in which it happened
    std::int64_t ended_ms = 0;                                          // of epoch `ended`
    Latest<std::string> flow, file, target;
    Latest<std::pair<std::string, std::string>> engine, forced;
    Latest<bool> lost;
    friend bool operator==(const RunLedger&, const RunLedger&) = default;
};

}  // namespace weft::run
