#include "core/targets/flyte/wire.h"

namespace weft::flyte {

std::optional<std::uint64_t> read_varint(std::string_view bytes, std::size_t& at) {
    std::uint64_t out = 0;
    for (int shift = 0; shift < 64 && at < bytes.size(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        out |= std::uint64_t(byte & 0x7F) << shift;
        if (byte < 0x80) return out;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> WireReader::varint() { return read_varint(bytes_, at_); }

std::optional<std::uint64_t> WireReader::fixed(int size) {
    if (bytes_.size() - at_ < std::size_t(size)) return std::nullopt;
    std::uint64_t out = 0;
    for (int i = 0; i < size; ++i) out |= std::uint64_t(static_cast<unsigned char>(bytes_[at_++])) << (8 * i);
    return out;
}

std::optional<WireField> WireReader::next() {
    const auto key = varint();
    if (!key || (*key >> 3) == 0 || (*key >> 3) > 536'870'911) return std::nullopt;
    WireField field;
    field.number = int(*key >> 3);
    field.type = int(*key & 7);
    std::optional<std::uint64_t> value;
    if (field.type == 0) value = varint();
    else if (field.type == 1) value = fixed(8);
    else if (field.type == 5) value = fixed(4);
    else if (field.type == 2) value = varint();
    if (!value) return std::nullopt;
    field.value = *value;
    if (field.type != 2) return field;
    if (*value > bytes_.size() - at_) return std::nullopt;
    field.bytes = bytes_.substr(at_, std::size_t(*value));
    at_ += std::size_t(*value);
    return field;
}

}  // namespace weft::flyte
