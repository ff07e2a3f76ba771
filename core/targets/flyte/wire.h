// Protobuf's wire format, read with every length checked. Internal to the decoder.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace weft::flyte {

struct WireField {
    int number = 0;
    int type = 0;                   // 0 varint, 1 eight bytes, 2 length, 5 four bytes
    std::uint64_t value = 0;        // types 0, 1, 5
    std::string_view bytes;         // type 2
};

class WireReader {
  public:
    explicit WireReader(std::string_view bytes) : bytes_(bytes) {}
    bool done() const { return at_ >= bytes_.size(); }
    std::optional<WireField> next();            // none: these bytes are no message

  private:
    std::optional<std::uint64_t> varint();
    std::optional<std::uint64_t> fixed(int size);

    std::string_view bytes_;
    std::size_t at_ = 0;
};

std::optional<std::uint64_t> read_varint(std::string_view bytes, std::size_t& at);

}  // namespace weft::flyte
