// Places in a text: bytes of UTF-8 (core) and UTF-16 units (Qt). A byte order mark counts as bytes, but Qt's strings do not hold it.
#pragma once

#include <QString>
#include <cstddef>
#include <string>
#include <string_view>

namespace weft::ui {

std::size_t bom_size(std::string_view utf8);                                 // 3 or 0
std::size_t byte_of_utf16(std::string_view utf8, qsizetype utf16);           // clamped to the end
qsizetype utf16_of_byte(std::string_view utf8, std::size_t byte);
std::size_t bytes_of_units(std::string_view utf8, std::size_t from, qsizetype units);   // length in bytes of `units` UTF-16 units from byte `from`

// Many byte offsets of one text, ascending, in a single walk.
class Utf16Walk {
  public:
    explicit Utf16Walk(std::string_view utf8);
    qsizetype at(std::size_t byte);        // not below the last one asked for

  private:
    std::string_view text_;
    std::size_t byte_;
    qsizetype units_ = 0;
};

}  // namespace weft::ui
