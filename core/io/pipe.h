// A pipe whose ends close themselves; the read end never blocks.
#pragma once

namespace weft::io {

struct Pipe {
    int read_end = -1, write_end = -1;
    Pipe() = default;
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe();
    bool open();
    int take_read_end();
    int take_write_end();
};

}  // namespace weft::io
