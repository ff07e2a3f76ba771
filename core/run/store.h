// Run history in SQLite (WAL, synchronous NORMAL). Only the runner opens it for writing; others read. Every query names its run.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/run/state.h"

namespace weft::run {

struct RunRecord {
    std::string run;            // id: time-ordered, unique
    std::int64_t number = 0;    // "Run 14", per flow key
    std::string flow, flow_key; // name; key = absolute file path or "untitled:NAME"
    std::string file, target;
    std::string flow_text;      // the document as it was submitted
    std::size_t flow_index = 0;
    std::vector<Datum> params;
    std::int64_t created_ms = 0, ended_ms = 0;
    std::string outcome;        // last written verdict word; "" while running
    std::string cause, sentence;
};

class Store {
  public:
    // For writing: makes the folder and the file. A damaged file is moved aside to FILE.damaged-N and a new one begun; notice() then says so.
    // For reading: works beside a living writer and on a read-only disk; a damaged or missing file is an error.
    static Result<std::unique_ptr<Store>> open(const std::string& file, bool read_only);
    virtual ~Store() = default;
    virtual Message notice() const = 0;                                             // to show once; empty = all is well
    virtual Result<RunRecord> create(RunRecord record) = 0;                         // gives id (unless set), number, created_ms
    virtual Result<void> append(const std::vector<Event>& events) = 0;              // one transaction; acknowledged = committed. seq 0 = the next one; the same event twice is one
    virtual Result<void> finish(const RunRecord& record) = 0;
    virtual Result<std::vector<RunRecord>> list(std::size_t limit = 200) = 0;       // newest first, without flow_text
    virtual Result<RunRecord> find(const std::string& run) = 0;
    virtual Result<std::vector<Event>> events(const std::string& run, std::int64_t after_seq = 0) = 0;
    virtual Result<std::optional<Event>> first_event(const std::string& run, const std::string& path, int attempt, EventKind kind) = 0;   // looks through all of the run
    virtual Result<void> remove(const std::string& run) = 0;
};

std::string default_store_path();   // $WEFT_STATE_DIR or $XDG_STATE_HOME/weftwork or ~/.local/state/weftwork, + "/runs.db"

}  // namespace weft::run
