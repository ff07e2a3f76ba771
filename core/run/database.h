// The few calls of SQLite that the store needs, as values and Results. Not thread safe: one connection, one thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace weft::run {

class Database;

// A prepared statement while it is in use; given back (reset, unbound) at the end of its scope.
class Query {
  public:
    Query(sqlite3_stmt* statement, Database* database) : statement_(statement), database_(database) {}
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    Query& again();                              // from the beginning, with new values
    Query& bind(std::int64_t value);
    Query& bind(std::string_view value);
    Query& bind_kept(std::string_view value);    // not copied: the text must outlive the next step
    Result<bool> step();                         // true = a row
    Result<void> run();                          // to the end
    std::int64_t number(int column) const;
    std::string text(int column) const;
  private:
    sqlite3_stmt* statement_;
    Database* database_;
    int next_ = 1;
};

class Database {
  public:
    static Result<std::unique_ptr<Database>> open(const std::string& file, bool read_only, bool immutable);
    ~Database();
    Result<void> execute(const char* sql);                   // several statements, no values
    Result<std::unique_ptr<Query>> query(const char* sql);   // prepared once; `sql` must be a literal
    Error error() const;                                     // of the last call
    int code() const;                                        // SQLITE_CORRUPT …
    long changes() const;                                    // rows that the last statement changed
    const std::string& file() const { return file_; }
  private:
    explicit Database(std::string file) : file_(std::move(file)) {}
    sqlite3* handle_ = nullptr;
    std::string file_;
    std::map<const char*, sqlite3_stmt*> statements_;
};

// All or nothing; rolled back unless committed.
class Transaction {
  public:
    explicit Transaction(Database& database) : database_(database) {}
    ~Transaction();
    Result<void> begin();
    Result<void> commit();
  private:
    Result<void> say(const char* sql);
    Database& database_;
    bool open_ = false;
};

}  // namespace weft::run
