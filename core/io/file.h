// Guarded reading and atomic writing of files.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace weft::io {

// Refuses what is not a regular file (FIFO, device, socket, folder: opened with O_NONBLOCK|O_CLOEXEC, never blocks) and files above `limit` bytes.
Result<std::string> read_file(const std::string& path, std::size_t limit = 64u << 20);
Result<std::string> read_stdin(std::size_t limit = 64u << 20);
// Temporary file beside it + fsync + rename; mode and symlink target are kept; nothing is truncated in place.
Result<void> write_file(const std::string& path, std::string_view data);
Result<void> make_folders(const std::string& path, unsigned mode = 0700);
std::string absolute_path(const std::string& path);

}  // namespace weft::io
