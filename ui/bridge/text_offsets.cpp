#include "ui/bridge/text_offsets.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace weft::ui {

namespace {

// Bytes and UTF-16 units of the character that starts at `lead`; stray bytes count as one of each (Qt shows U+FFFD for them).
struct Step { std::size_t bytes; qsizetype units; };
Step step_at(std::string_view utf8, std::size_t at) {
    const unsigned char lead = static_cast<unsigned char>(utf8[at]);
    std::size_t bytes = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    bytes = std::min(bytes, utf8.size() - at);
    return {bytes, bytes == 4 ? 2 : 1};
}

constexpr std::size_t word = sizeof(std::uint64_t);
// Eight bytes of which each is a character of its own: most of a large text is walked over in these.
bool plain_word(std::string_view utf8, std::size_t at) {
    std::uint64_t bytes;
    std::memcpy(&bytes, utf8.data() + at, word);
    return (bytes & 0x8080808080808080u) == 0;
}

}  // namespace

std::size_t bom_size(std::string_view utf8) { return utf8.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0; }

std::size_t bytes_of_units(std::string_view utf8, std::size_t from, qsizetype units) {
    std::size_t at = from;
    while (units > 0 && at < utf8.size()) {
        if (units >= qsizetype(word) && at + word <= utf8.size() && plain_word(utf8, at)) {
            at += word;
            units -= qsizetype(word);
            continue;
        }
        const Step step = step_at(utf8, at);
        at += step.bytes;
        units -= step.units;
    }
    return at - from;
}

std::size_t byte_of_utf16(std::string_view utf8, qsizetype utf16) {
    const std::size_t start = bom_size(utf8);
    return start + bytes_of_units(utf8, start, utf16);
}

Utf16Walk::Utf16Walk(std::string_view utf8) : text_(utf8), byte_(bom_size(utf8)) {}

qsizetype Utf16Walk::at(std::size_t byte) {
    while (byte_ < text_.size() && byte_ < byte) {
        if (byte_ + word <= text_.size() && byte_ + word <= byte && plain_word(text_, byte_)) {
            byte_ += word;
            units_ += qsizetype(word);
            continue;
        }
        const Step step = step_at(text_, byte_);
        byte_ += step.bytes;
        units_ += step.units;
    }
    return units_;
}

qsizetype utf16_of_byte(std::string_view utf8, std::size_t byte) { return Utf16Walk(utf8).at(byte); }

}  // namespace weft::ui
