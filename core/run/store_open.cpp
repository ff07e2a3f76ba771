#include "core/run/store_open.h"

#include <array>
#include <cstdlib>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/io/file.h"

namespace weft::run {

namespace {

constexpr std::int64_t our_mark = 0x77656674;    // "weft" as SQLite's application_id
constexpr std::int64_t our_version = 1;          // user_version
constexpr std::size_t largest_copy = 2u << 30;
constexpr std::array<const char*, 3> parts{"", "-wal", "-shm"};

constexpr const char* schema = R"(
    BEGIN IMMEDIATE;
    CREATE TABLE IF NOT EXISTS run(
        run TEXT NOT NULL PRIMARY KEY, number INTEGER NOT NULL, flow TEXT NOT NULL, flow_key TEXT NOT NULL, file TEXT NOT NULL, target TEXT NOT NULL,
        flow_text TEXT NOT NULL, flow_index INTEGER NOT NULL, params TEXT NOT NULL, created_ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL,
        outcome TEXT NOT NULL, cause TEXT NOT NULL, sentence TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS counter(flow_key TEXT NOT NULL PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS event(
        run TEXT NOT NULL REFERENCES run(run), seq INTEGER NOT NULL, epoch INTEGER NOT NULL, path TEXT NOT NULL, attempt INTEGER NOT NULL,
        kind TEXT NOT NULL, time_ms INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY(run, seq)) STRICT, WITHOUT ROWID;
    PRAGMA application_id = 2003134068;
    PRAGMA user_version = 1;
    COMMIT;
)";

bool exists(const std::string& file) { return ::access(file.c_str(), F_OK) == 0; }

std::size_t size_of(const std::string& file) {
    struct stat info {};
    return ::stat(file.c_str(), &info) == 0 ? std::size_t(info.st_size) : 0;
}

Result<std::int64_t> pragma(Database& database, const char* sql) {
    auto query = database.query(sql);
    if (!query) return tl::unexpected(query.error());
    const auto row = (*query)->step();
    if (!row) return tl::unexpected(row.error());
    return *row ? (*query)->number(0) : 0;
}

bool is_damage(int code) { return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB; }

enum class Health { good, empty, damaged, foreign, newer, unreadable };
struct Checkup { Health health; Error error; };

Checkup check(Database& database) {
    const auto trouble = [&] { return Checkup{is_damage(database.code()) ? Health::damaged : Health::unreadable, database.error()}; };
    const auto mark = pragma(database, "PRAGMA application_id"), version = pragma(database, "PRAGMA user_version");
    if (!mark || !version) return trouble();
    const auto tables = pragma(database, "SELECT count(*) FROM sqlite_schema");
    if (!tables) return trouble();
    if (*tables == 0 && *mark == 0) return {Health::empty, {}};
    const std::string& file = database.file();
    if (*mark != our_mark) return {Health::foreign, {Message{WEFT_TR("core", "\"%1\" is a database, but not a run history"), {file}}, {file}}};
    if (*version > our_version)
        return {Health::newer, {Message{WEFT_TR("core", "the run history \"%1\" was made by a newer version of Weftwork; this one cannot use it"), {file}}, {file}}};
    auto query = database.query("PRAGMA quick_check(1)");
    if (!query) return trouble();
    const auto row = (*query)->step();
    if (!row) return trouble();
    const std::string word = (*query)->text(0);
    if (word == "ok") return {Health::good, {}};
    return {Health::damaged, {Message{WEFT_TR("core", "the run history \"%1\" is damaged: %2"), {file, word}}, {file}}};
}

// The file with its log, so that somebody can still mend it.
Result<std::string> move_aside(const std::string& file) {
    std::string to;
    for (int n = 1; to.empty() || exists(to); ++n) to = file + ".damaged-" + std::to_string(n);
    if (::rename(file.c_str(), to.c_str()) != 0) return fail({WEFT_TR("core", "the run history \"%1\" is damaged and cannot be moved aside"), {file}}, {file});
    for (const char* part : {"-wal", "-shm"})
        if (exists(file + part)) ::rename((file + part).c_str(), (to + part).c_str());
    return to;
}

Result<std::unique_ptr<Database>> prepared(std::unique_ptr<Database> database, bool make_tables) {
    for (const char* sql : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON", "PRAGMA journal_size_limit = 4194304"})
        if (auto ok = database->execute(sql); !ok) return tl::unexpected(ok.error());
    if (make_tables)
        if (auto ok = database->execute(schema); !ok) return tl::unexpected(ok.error());
    return database;
}

Result<OpenedStore> begin_anew(const std::string& file) {
    const auto aside = move_aside(file);
    if (!aside) return tl::unexpected(aside.error());
    auto database = Database::open(file, false, false);
    if (!database) return tl::unexpected(database.error());
    auto ready = prepared(std::move(*database), true);
    if (!ready) return tl::unexpected(ready.error());
    return OpenedStore{nullptr, std::move(*ready), {WEFT_TR("core", "the run history was damaged. It now lies in \"%1\", and a new one was begun"), {*aside}}};
}

// A log that has not been folded in needs a writable place beside it.
Result<OpenedStore> open_copy(const std::string& file) {
    const char* base = std::getenv("TMPDIR");
    std::string folder = std::string(base && *base ? base : "/tmp") + "/weft-history-XXXXXX";
    if (!::mkdtemp(folder.data())) return fail({WEFT_TR("core", "the run history \"%1\" can only be read through a copy, and there is no room for one"), {file}}, {file});
    OpenedStore opened{std::make_unique<TemporaryFolder>(folder), nullptr, {}};
    for (const char* part : {"", "-wal"}) {
        const auto data = io::read_file(file + part, largest_copy);
        if (!data) return tl::unexpected(data.error());
        if (auto ok = io::write_file(folder + "/runs.db" + part, *data); !ok) return tl::unexpected(ok.error());
    }
    auto database = Database::open(folder + "/runs.db", true, false);
    if (!database) return tl::unexpected(database.error());
    opened.database = std::move(*database);
    return opened;
}

Result<OpenedStore> checked(OpenedStore opened) {
    const Checkup found = check(*opened.database);
    if (found.health == Health::good) return opened;
    if (found.health == Health::empty)
        return fail({WEFT_TR("core", "\"%1\" is no run history"), {opened.database->file()}}, {opened.database->file()});
    return tl::unexpected(found.error);
}

}  // namespace

TemporaryFolder::~TemporaryFolder() {
    if (path.empty()) return;
    for (const char* part : parts) ::unlink((path + "/runs.db" + part).c_str());
    ::rmdir(path.c_str());
}

Result<OpenedStore> open_for_writing(const std::string& file) {
    const std::size_t slash = file.rfind('/');
    if (slash != std::string::npos && slash > 0)
        if (auto ok = io::make_folders(file.substr(0, slash)); !ok) return tl::unexpected(ok.error());
    auto database = Database::open(file, false, false);
    if (!database) return tl::unexpected(database.error());
    const Checkup found = check(**database);
    if (found.health == Health::damaged) {
        database->reset();
        return begin_anew(file);
    }
    if (found.health != Health::good && found.health != Health::empty) return tl::unexpected(found.error);
    auto ready = prepared(std::move(*database), found.health == Health::empty);
    if (!ready) return tl::unexpected(ready.error());
    return OpenedStore{nullptr, std::move(*ready), {}};
}

Result<OpenedStore> open_for_reading(const std::string& file) {
    if (!exists(file)) return fail({WEFT_TR("core", "there is no run history at \"%1\" yet"), {file}}, {file});
    auto database = Database::open(file, true, false);
    if (database) {
        // The first read tells whether SQLite may lay its index of the log beside the file.
        const auto first = pragma(**database, "PRAGMA user_version");
        const int code = (*database)->code() & 0xff;
        if (first || (code != SQLITE_CANTOPEN && code != SQLITE_READONLY && code != SQLITE_IOERR)) return checked({nullptr, std::move(*database), {}});
    }
    if (size_of(file + "-wal") > 0) {
        auto copy = open_copy(file);
        if (!copy) return tl::unexpected(copy.error());
        return checked(std::move(*copy));
    }
    auto still = Database::open(file, true, true);
    if (!still) return tl::unexpected(still.error());
    return checked({nullptr, std::move(*still), {}});
}

}  // namespace weft::run
