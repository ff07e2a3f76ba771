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

// Processes that run inside a run's folder or carry one of its marks, and recorded leaders that are still the same process (boot, pid, start time).
void Service::kill_leftovers(const std::vector<run::RunRecord>& records) {
    std::vector<std::pair<std::string, pid_t>> leaders;                 // mark, pid
    std::set<std::string> marks;
    for (const run::RunRecord& record : records) {
        const auto events = store_->events(record.run);
        if (!events) continue;
        std::map<std::pair<std::string, int>, std::string> mark_at;
        for (const run::Event& event : *events) {
            if (event.kind == EventKind::starting) marks.insert(mark_at[{event.path, event.attempt}] = event.get("mark"));
            if (event.kind != EventKind::started || event.get("boot") != io::boot_id()) continue;
            const pid_t pid = pid_t(std::strtol(event.get("pid").c_str(), nullptr, 10));
            const std::int64_t start = std::strtoll(event.get("start-time").c_str(), nullptr, 10);
            if (pid > 1 && io::is_same_process(pid, start)) leaders.emplace_back(mark_at[{event.path, event.attempt}], pid);
        }
    }
    for (const auto& [mark, pid] : leaders) io::kill_tree({pid, mark.empty() ? "" : "WEFT_ATTEMPT=" + mark});
    const std::string inside = options_.state + "/runs/";
    for (int round = 0; round < 50; ++round) {
        bool found = false;
        if (DIR* proc = opendir("/proc")) {
            while (const dirent* entry = readdir(proc)) {
                const pid_t pid = pid_t(std::atol(entry->d_name));
                if (pid <= 1 || pid == getpid()) continue;
                char cwd[4096];
                const ssize_t n = readlink(("/proc/" + std::to_string(pid) + "/cwd").c_str(), cwd, sizeof cwd);
                const bool in_folder = n > 0 && std::string_view(cwd, std::size_t(n)).starts_with(inside);
                const std::string mark = io::mark_of(pid, "WEFT_ATTEMPT");
                if (!in_folder && (mark.empty() || !marks.count(mark))) continue;
                found = io::kill_tree({mark.empty() || in_folder ? pid : 0, mark.empty() ? "" : "WEFT_ATTEMPT=" + mark}, 20) > 0 || found;
                ::kill(pid, SIGKILL);
                found = true;
            }
            closedir(proc);
        }
        if (!found) return;
        usleep(2000);
    }
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
