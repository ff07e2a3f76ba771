#include "core/run/database.h"

#include <sqlite3.h>

namespace weft::run {

namespace {

constexpr int patience_ms = 5000;                // a reader may hold the file while a checkpoint waits

// file: names let us ask for "immutable"; every other character of a path must survive the trip.
std::string as_uri(const std::string& file, bool immutable) {
    static const char* hex = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : file) {
        const unsigned char byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '/' || byte == '.' || byte == '-' || byte == '_';
        if (plain) uri += c;
        else uri += {'%', hex[byte >> 4], hex[byte & 15]};
    }
    return immutable ? uri + "?immutable=1" : uri;
}

}  // namespace

Query::~Query() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

Query& Query::again() {
    sqlite3_reset(statement_);
    next_ = 1;
    return *this;
}

Query& Query::bind(std::int64_t value) {
    sqlite3_bind_int64(statement_, next_++, value);
    return *this;
}

Query& Query::bind(std::string_view value) {
    sqlite3_bind_text64(statement_, next_++, value.data() ? value.data() : "", value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Query& Query::bind_kept(std::string_view value) {
    sqlite3_bind_text64(statement_, next_++, value.data() ? value.data() : "", value.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Result<bool> Query::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return tl::unexpected(database_->error());
}

Result<void> Query::run() {
    for (;;) {
        const Result<bool> row = step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return {};
    }
}

std::int64_t Query::number(int column) const { return sqlite3_column_int64(statement_, column); }

std::string Query::text(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return data ? std::string(data, std::size_t(sqlite3_column_bytes(statement_, column))) : std::string();
}

Result<std::unique_ptr<Database>> Database::open(const std::string& file, bool read_only, bool immutable) {
    // SQLite's own count of its memory takes a lock at every allocation, and nobody reads it. Only the first call of a process counts.
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    std::unique_ptr<Database> database(new Database(file));
    const int flags = (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(as_uri(file, immutable).c_str(), &database->handle_, flags, nullptr);
    if (!database->handle_) return fail(WEFT_TR("core", "the run history cannot be opened: out of memory"));
    if (code != SQLITE_OK) return tl::unexpected(database->error());
    sqlite3_extended_result_codes(database->handle_, 1);
    sqlite3_busy_timeout(database->handle_, patience_ms);
    // A damaged or crafted file must not make SQL of its own run, nor may a statement write past the tables' rules.
    sqlite3_db_config(database->handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database->handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    return database;
}

Database::~Database() {
    for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(handle_);
}

Result<void> Database::execute(const char* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) return tl::unexpected(error());
    return {};
}

Result<std::unique_ptr<Query>> Database::query(const char* sql) {
    sqlite3_stmt*& statement = statements_[sql];
    if (!statement && sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) return tl::unexpected(error());
    return std::make_unique<Query>(statement, this);
}

long Database::changes() const { return handle_ ? long(sqlite3_changes64(handle_)) : 0; }
int Database::code() const { return handle_ ? sqlite3_extended_errcode(handle_) : SQLITE_NOMEM; }

Error Database::error() const {
    const int primary = code() & 0xff;
    if (primary == SQLITE_FULL || code() == SQLITE_IOERR_WRITE)
        return {Message{WEFT_TR("core", "the run history \"%1\" cannot be written: the disk is full (%2)"), {file_, sqlite3_errmsg(handle_)}}, {file_}};
    if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED)
        return {Message{WEFT_TR("core", "the run history \"%1\" is in use by another program"), {file_}}, {file_}};
    if (primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB) return {Message{WEFT_TR("core", "the run history \"%1\" is damaged: %2"), {file_, sqlite3_errmsg(handle_)}}, {file_}};
    if (primary == SQLITE_READONLY) return {Message{WEFT_TR("core", "the run history \"%1\" is open for reading only"), {file_}}, {file_}};
    return {Message{WEFT_TR("core", "the run history \"%1\": %2"), {file_, handle_ ? sqlite3_errmsg(handle_) : "out of memory"}}, {file_}};
}

// Prepared once: these three words are said for every task.
Result<void> Transaction::say(const char* sql) {
    auto query = database_.query(sql);
    if (!query) return tl::unexpected(query.error());
    return (*query)->run();
}

Transaction::~Transaction() {
    if (open_) (void)say("ROLLBACK");
}

Result<void> Transaction::begin() {
    auto result = say("BEGIN IMMEDIATE");
    open_ = result.has_value();
    return result;
}

Result<void> Transaction::commit() {
    auto result = say("COMMIT");
    if (result) open_ = false;
    return result;
}

}  // namespace weft::run
