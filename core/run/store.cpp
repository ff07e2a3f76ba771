#include "core/run/store.h"

#include <cstdlib>
#include <ctime>
#include <random>

#include <sqlite3.h>
#include <unistd.h>

#include "core/run/database.h"
#include "core/run/json_text.h"
#include "core/run/store_open.h"

namespace weft::run {

namespace {

std::int64_t wall_ms() {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return std::int64_t(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

// Ten letters of time, ten of chance: sorts by time, short enough to copy by hand.
std::string new_run_id(std::int64_t time_ms) {
    static const char* letters = "0123456789abcdefghjkmnpqrstvwxyz";
    std::random_device chance;
    std::uint64_t random = (std::uint64_t(chance()) << 32) | chance();
    std::string id(20, '0');
    for (int i = 9; i >= 0; --i, time_ms /= 32) id[std::size_t(i)] = letters[time_ms % 32];
    for (int i = 19; i >= 10; --i, random /= 32) id[std::size_t(i)] = letters[random % 32];
    return id;
}

constexpr const char* columns = "run, number, flow, flow_key, file, target, flow_index, params, created_ms, ended_ms, outcome, cause, sentence";

RunRecord record_of(const Query& row) {
    RunRecord r;
    r.run = row.text(0), r.number = row.number(1), r.flow = row.text(2), r.flow_key = row.text(3), r.file = row.text(4), r.target = row.text(5);
    r.flow_index = std::size_t(row.number(6)), r.params = pairs_from_text(row.text(7)), r.created_ms = row.number(8), r.ended_ms = row.number(9);
    r.outcome = row.text(10), r.cause = row.text(11), r.sentence = row.text(12);
    return r;
}

// A row of seq, epoch, path, attempt, kind, time_ms, data. Nothing for a newer version's kind: its own reader knows it.
std::optional<Event> event_of(const std::string& run, const Query& row) {
    Event event{run, int(row.number(1)), row.number(0), row.text(2), int(row.number(3))};
    if (!parse_kind(row.text(4), &event.kind)) return std::nullopt;
    event.time_ms = row.number(5);
    event.data = pairs_from_text(row.text(6));
    return event;
}

class SqliteStore final : public Store {
  public:
    SqliteStore(OpenedStore opened) : opened_(std::move(opened)), db_(*opened_.database) {}

    Message notice() const override { return opened_.notice; }

    Result<RunRecord> create(RunRecord record) override {
        if (record.created_ms == 0) record.created_ms = wall_ms();
        if (record.run.empty()) record.run = new_run_id(record.created_ms);
        Transaction transaction(db_);
        if (auto ok = transaction.begin(); !ok) return tl::unexpected(ok.error());
        auto counter = db_.query("INSERT INTO counter(flow_key, last) VALUES(?, 1) ON CONFLICT(flow_key) DO UPDATE SET last = last + 1 RETURNING last");
        if (!counter) return tl::unexpected(counter.error());
        const auto row = (*counter)->bind(record.flow_key).step();
        if (!row) return tl::unexpected(row.error());
        record.number = (*counter)->number(0);
        counter->reset();
        if (auto ok = insert(record); !ok) return tl::unexpected(ok.error());
        if (auto ok = transaction.commit(); !ok) return tl::unexpected(ok.error());
        return record;
    }

    Result<void> append(const std::vector<Event>& events) override {
        if (events.empty()) return {};
        Transaction transaction(db_);
        if (auto ok = transaction.begin(); !ok) return ok;
        auto insert = db_.query("INSERT INTO event(run, seq, epoch, path, attempt, kind, time_ms, data) VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
        if (!insert) return tl::unexpected(insert.error());
        for (const Event& event : events)
            if (auto ok = append(event, **insert); !ok) return ok;
        (*insert)->again();                           // a statement that is not reset would keep the transaction open
        return transaction.commit();
    }

    Result<void> finish(const RunRecord& record) override {
        auto query = db_.query("UPDATE run SET ended_ms = ?, outcome = ?, cause = ?, sentence = ? WHERE run = ? RETURNING run");
        if (!query) return tl::unexpected(query.error());
        const auto row = (*query)->bind(record.ended_ms).bind(record.outcome).bind(record.cause).bind(record.sentence).bind(record.run).step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return no_run(record.run);
        return (*query)->run();
    }

    Result<std::vector<RunRecord>> list(std::size_t limit) override {
        static const std::string sql = std::string("SELECT ") + columns + " FROM run ORDER BY rowid DESC LIMIT ?";
        auto query = db_.query(sql.c_str());
        if (!query) return tl::unexpected(query.error());
        (*query)->bind(std::int64_t(std::min<std::size_t>(limit, 1u << 30)));
        std::vector<RunRecord> all;
        for (;;) {
            const auto row = (*query)->step();
            if (!row) return tl::unexpected(row.error());
            if (!*row) return all;
            all.push_back(record_of(**query));
        }
    }

    Result<RunRecord> find(const std::string& run) override {
        static const std::string sql = std::string("SELECT ") + columns + ", flow_text FROM run WHERE run = ?";
        auto query = db_.query(sql.c_str());
        if (!query) return tl::unexpected(query.error());
        const auto row = (*query)->bind(run).step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return no_run(run);
        RunRecord record = record_of(**query);
        record.flow_text = (*query)->text(13);
        return record;
    }

    Result<std::vector<Event>> events(const std::string& run, std::int64_t after_seq) override {
        auto query = db_.query("SELECT seq, epoch, path, attempt, kind, time_ms, data FROM event WHERE run = ? AND seq > ? ORDER BY seq");
        if (!query) return tl::unexpected(query.error());
        (*query)->bind(run).bind(after_seq);
        std::vector<Event> all;
        for (;;) {
            const auto row = (*query)->step();
            if (!row) return tl::unexpected(row.error());
            if (!*row) return all;
            if (auto event = event_of(run, **query)) all.push_back(std::move(*event));
        }
    }

    Result<std::optional<Event>> first_event(const std::string& run, const std::string& path, int attempt, EventKind kind) override {
        auto query = db_.query("SELECT seq, epoch, path, attempt, kind, time_ms, data FROM event WHERE run = ? AND path = ? AND attempt = ? AND kind = ? ORDER BY seq LIMIT 1");
        if (!query) return tl::unexpected(query.error());
        const auto row = (*query)->bind(run).bind(path).bind(std::int64_t(attempt)).bind(kind_name(kind)).step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return std::nullopt;
        return event_of(run, **query);
    }

    Result<void> remove(const std::string& run) override {
        Transaction transaction(db_);
        if (auto ok = transaction.begin(); !ok) return ok;
        for (const char* sql : {"DELETE FROM event WHERE run = ?", "DELETE FROM run WHERE run = ?"}) {
            auto query = db_.query(sql);
            if (!query) return tl::unexpected(query.error());
            if (auto ok = (*query)->bind(run).run(); !ok) return ok;
        }
        return transaction.commit();
    }

  private:
    tl::unexpected<Error> no_run(const std::string& run) const { return fail({WEFT_TR("core", "there is no run \"%1\""), {run}}); }

    Result<void> insert(const RunRecord& r) {
        auto query = db_.query("INSERT INTO run(run, number, flow, flow_key, file, target, flow_text, flow_index, params, created_ms, ended_ms, outcome, cause, sentence) "
                               "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        if (!query) return tl::unexpected(query.error());
        (*query)->bind(r.run).bind(r.number).bind(r.flow).bind(r.flow_key).bind(r.file).bind(r.target).bind(r.flow_text).bind(std::int64_t(r.flow_index));
        return (*query)->bind(pairs_to_text(r.params)).bind(r.created_ms).bind(r.ended_ms).bind(r.outcome).bind(r.cause).bind(r.sentence).run();
    }

    Result<std::int64_t> next_seq(const std::string& run) {
        auto query = db_.query("SELECT coalesce(max(seq), 0) + 1 FROM event WHERE run = ?");
        if (!query) return tl::unexpected(query.error());
        const auto row = (*query)->bind(run).step();
        if (!row) return tl::unexpected(row.error());
        return (*query)->number(0);
    }

    Result<void> append(const Event& event, Query& insert) {
        std::int64_t seq = event.seq;
        if (seq <= 0) {
            const auto next = next_seq(event.run);
            if (!next) return tl::unexpected(next.error());
            seq = *next;
        }
        const std::string data = pairs_to_text(event.data);
        insert.again().bind_kept(event.run).bind(seq).bind(std::int64_t(event.epoch)).bind_kept(event.path).bind(std::int64_t(event.attempt));
        const auto row = insert.bind_kept(kind_name(event.kind)).bind(event.time_ms).bind_kept(data).step();
        if (!row) return explained(event.run);
        if (db_.changes() > 0) return {};             // not RETURNING: its temporary table would double the cost of an event
        return same_as_stored(event);
    }

    tl::unexpected<Error> explained(const std::string& run) const {
        if (db_.code() == SQLITE_CONSTRAINT_FOREIGNKEY) return no_run(run);
        return tl::unexpected(db_.error());
    }

    // The same event may be written twice (nobody knew whether the first commit went through), another one under its number may not.
    Result<void> same_as_stored(const Event& event) {
        auto query = db_.query("SELECT 1 FROM event WHERE run = ? AND seq = ? AND epoch = ? AND path = ? AND attempt = ? AND kind = ? AND time_ms = ? AND data = ?");
        if (!query) return tl::unexpected(query.error());
        (*query)->bind(event.run).bind(event.seq).bind(std::int64_t(event.epoch)).bind(event.path).bind(std::int64_t(event.attempt));
        const auto row = (*query)->bind(kind_name(event.kind)).bind(event.time_ms).bind(pairs_to_text(event.data)).step();
        if (!row) return tl::unexpected(row.error());
        if (*row) return {};
        return fail({WEFT_TR("core", "run \"%1\": event %2 is already recorded with other contents"), {event.run, std::to_string(event.seq)}});
    }

    OpenedStore opened_;
    Database& db_;
};

}  // namespace

Result<std::unique_ptr<Store>> Store::open(const std::string& file, bool read_only) {
    auto opened = read_only ? open_for_reading(file) : open_for_writing(file);
    if (!opened) return tl::unexpected(opened.error());
    return std::make_unique<SqliteStore>(std::move(*opened));
}

std::string default_store_path() {
    const auto variable = [](const char* name) { const char* text = std::getenv(name); return std::string(text ? text : ""); };
    if (const std::string folder = variable("WEFT_STATE_DIR"); !folder.empty()) return folder + "/runs.db";
    if (const std::string state = variable("XDG_STATE_HOME"); state.starts_with('/')) return state + "/weftwork/runs.db";
    if (const std::string home = variable("HOME"); !home.empty()) return home + "/.local/state/weftwork/runs.db";
    return "/tmp/weftwork-" + std::to_string(::getuid()) + "/runs.db";
}

}  // namespace weft::run
