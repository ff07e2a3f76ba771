#include "core/base/message.h"

namespace weft {

std::string english(const Message& message) {
    std::string out;
    const std::string& text = message.text;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool last = i + 1 >= text.size();
        if (text[i] != '%' || last) {
            out += text[i];
            continue;
        }
        const char next = text[i + 1];
        const std::size_t index = next >= '1' && next <= '9' ? std::size_t(next - '1') : message.arguments.size();
        if (next == 'n' && message.count) {
            out += std::to_string(*message.count);
            ++i;
        } else if (index < message.arguments.size()) {
            out += message.arguments[index];
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace weft
