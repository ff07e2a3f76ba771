// Result<T>: a value or an Error that names the place. No exception leaves core.
#pragma once

#include <string>
#include <utility>
#include <tl/expected.hpp>

#include "core/base/message.h"

namespace weft {

// A place in a text file. line and column count from 1, column in bytes; 0 = not known.
struct Location {
    std::string file;
    int line = 0;
    int column = 0;
    friend bool operator==(const Location&, const Location&) = default;
};

struct Error {
    Message message;
    Location where;
    friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Message message, Location where = {}) {
    return tl::unexpected<Error>(Error{std::move(message), std::move(where)});
}

// "FILE:LINE:COLUMN: message", leaving out what is not known.
std::string describe(const Error& error);

}  // namespace weft
