// After a death of the runner: nothing of its processes is left, no run says "running" for ever.
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <dirent.h>
#include <unistd.h>

#include "core/run/verdict.h"
#include "core/targets/document.h"
#include "core/targets/local/folders.h"
#include "core/targets/local/reproduce.h"
#include "core/targets/local/service.h"

namespace weft::local {

using run::EventKind;

Result<std::unique_ptr<ActiveRun>> Service::make_run(run::RunRecord record, int epoch, FlowPtr flow) {
    if (!flow) {
        auto document = open_text(record.flow_text, record.file, record.flow_index);
        if (!document) return tl::unexpected(document.error());
        flow = (*document)->flow;
    }
    record.flow_text.clear();                                            // the store has it
    RunFacts facts;
    facts.run = record.run;
    facts.number = record.number;
    facts.epoch = epoch;
    facts.file = record.file;
    facts.params = record.params;
    facts.sandbox = sandbox_works();
    for (const NotReproduced& one : not_reproduced(*flow, facts.sandbox)) facts.not_reproduced.push_back(describe(one));
    return std::make_unique<ActiveRun>(loop_, options_.state, std::move(record), std::move(flow), std::move(facts));
}

namespace {

// What the logs say about processes that the dead runner may have left.
struct Leftovers {
    std::vector<std::pair<std::string, pid_t>> leaders;                 // mark and pid of recorded processes that are still the same ones
    std::set<std::string> folders;                                      // of attempts without an end
};

void note_leftovers(const std::vector<run::Event>& events, const std::string& state, Leftovers& out) {
    std::map<std::pair<std::string, int>, std::string> mark_at;
    for (const run::Event& event : events) {
        const std::pair<std::string, int> key(event.path, event.attempt);
        const std::string folder = attempt_folder(state, event.run, event.path, event.attempt);
        if (event.kind == EventKind::starting) mark_at[key] = event.get("mark"), out.folders.insert(folder);
        if (event.kind == EventKind::ended) out.folders.erase(folder);
        if (event.kind != EventKind::started || event.get("boot") != io::boot_id()) continue;
        const pid_t pid = pid_t(std::strtol(event.get("pid").c_str(), nullptr, 10));
        if (pid > 1 && io::is_same_process(pid, std::strtoll(event.get("start-time").c_str(), nullptr, 10))) out.leaders.emplace_back(mark_at[key], pid);
    }
}

bool works_in(pid_t pid, const std::set<std::string>& folders) {
    char cwd[4096];
    const ssize_t n = folders.empty() ? 0 : readlink(("/proc/" + std::to_string(pid) + "/cwd").c_str(), cwd, sizeof cwd);
    const std::string at(cwd, n > 0 ? std::size_t(n) : 0);
    return std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) { return at.starts_with(folder) && (at.size() == folder.size() || at[folder.size()] == '/'); });
}

// One walk over all processes; true when it met one of ours.
bool kill_once(const std::set<std::string>& folders, const std::string& outputs) {
    DIR* proc = opendir("/proc");
    if (!proc) return false;
    bool met = false;
    while (const dirent* entry = readdir(proc)) {
        const pid_t pid = pid_t(std::atol(entry->d_name));
        if (pid <= 1 || pid == getpid()) continue;
        const bool marked = io::mark_of(pid, "WEFT_OUTPUTS").starts_with(outputs);
        if (!marked && !works_in(pid, folders)) continue;
        const std::string mark = marked ? io::mark_of(pid, "WEFT_ATTEMPT") : std::string();
        io::kill_tree({pid, mark.empty() ? "" : "WEFT_ATTEMPT=" + mark}, 20);
        met = true;
    }
    closedir(proc);
    return met;
}

}  // namespace

// Three ways to know them: recorded leaders (boot, pid, start time), the environment of a task of this history, the folder of an attempt that has no
// end (for one that cleaned its environment). A person's shell that stands in some old run's folder is none of these.
void Service::kill_leftovers(const std::vector<run::RunRecord>& open) {
    Leftovers left;
    for (const run::RunRecord& record : open)
        if (const auto events = store_->events(record.run)) note_leftovers(*events, options_.state, left);
    for (const auto& [mark, pid] : left.leaders) io::kill_tree({pid, mark.empty() ? "" : "WEFT_ATTEMPT=" + mark});
    for (int round = 0; round < 50 && kill_once(left.folders, options_.state + "/runs/"); ++round) usleep(2000);
}

void Service::recover() {
    const auto records = store_->list(100'000);
    if (!records) return;
    std::vector<run::RunRecord> open;
    for (const run::RunRecord& record : *records)
        if (record.outcome.empty() && record.target == "local") open.push_back(record);
    kill_leftovers(open);                                                // also what an ended run left: the death may have come before the sweep
    std::reverse(open.begin(), open.end());                              // oldest first
    for (const run::RunRecord& record : open) take_over(record);
}

void Service::take_over(const run::RunRecord& listed) {
    auto record = store_->find(listed.run);
    auto events = store_->events(listed.run);
    if (!record || !events) return;
    int epoch = 1;
    for (const run::Event& event : *events) epoch = std::max(epoch, event.epoch);
    auto run = make_run(*record, epoch);
    if (!run) {                                                          // its text cannot be read any more: it has an end all the same
        record->ended_ms = loop_.clock().wall_ms();
        record->outcome = run::outcome_name(run::Outcome::failed);
        record->sentence = english(run.error().message);
        [[maybe_unused]] const auto written = store_->finish(*record);
        return;
    }
    (*run)->replay(*events);
    runs_.push_back(std::move(*run));
}

}  // namespace weft::local
