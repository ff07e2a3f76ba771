// A sentence that core says to a person: English source text, arguments, count. Nobody glues sentences from pieces.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

// Marks a text for lupdate (alias of QT_TRANSLATE_NOOP) and is the text itself. Context is always "core".
#define WEFT_TR(context, text) text
// The same with a plural form: the text holds %n.
#define WEFT_TRN(context, text) text

namespace weft {

// `text` holds %1 … %9 for arguments and %n for count. ui translates it, everything else speaks english().
struct Message {
    std::string text;
    std::vector<std::string> arguments;
    std::optional<long> count;

    Message() = default;
    Message(std::string source) : text(std::move(source)) {}  // NOLINT: a sentence is a message
    Message(const char* source) : text(source) {}             // NOLINT
    Message(std::string source, std::vector<std::string> args, std::optional<long> n = std::nullopt)
        : text(std::move(source)), arguments(std::move(args)), count(n) {}

    bool empty() const { return text.empty(); }
    friend bool operator==(const Message&, const Message&) = default;
};

// The English sentence: placeholders replaced in one pass, so an argument that holds "%1" stays as it is.
std::string english(const Message& message);

}  // namespace weft
