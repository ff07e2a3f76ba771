// JSON written straight into a string. The runner says every event to the store and to its clients: building a JSON value for each of them cost
// more than starting the process did.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/run/event.h"

namespace weft::run {

void append_json(std::string& out, std::string_view text);      // in quotes; bytes that are no UTF-8 become U+FFFD
void append_json(std::string& out, std::int64_t number);
void append_json(std::string& out, const Event& event);         // as to_json()

// The store's own form, which keeps order and repeated keys: [["key","value"],…]
std::string pairs_to_text(const std::vector<Datum>& data);
std::vector<Datum> pairs_from_text(std::string_view text);      // what is no pair of texts is left out

}  // namespace weft::run
