// Opening the run history: the tables, the check for damage, the ways to read what one may not write.
#pragma once

#include <memory>
#include <string>

#include "core/run/database.h"

namespace weft::run {

// Files that go when the object goes: the copy through which a read-only history with an unfinished log is read.
struct TemporaryFolder {
    std::string path;
    TemporaryFolder() = default;
    explicit TemporaryFolder(std::string folder) : path(std::move(folder)) {}
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
};

struct OpenedStore {
    std::unique_ptr<TemporaryFolder> copy;       // outlives the database
    std::unique_ptr<Database> database;
    Message notice;
};

Result<OpenedStore> open_for_writing(const std::string& file);
Result<OpenedStore> open_for_reading(const std::string& file);

}  // namespace weft::run
