// RFC 8259 with positions, into the same tree as YAML. Strict: what is not JSON is refused here and may still be read as YAML.
#include <unordered_map>

#include "core/yaml/json.h"
#include "core/yaml/text.h"

namespace weft::yaml {

namespace {

class Scanner {
public:
    Scanner(std::string_view text, const Limits& limits, Stream& out) : text_(text), limits_(limits), out_(out) {
        at_ = line_start_ = bom_size(text);
    }

    Result<NodePtr> document() {
        NodePtr root;
        if (!value(root, 0)) return tl::unexpected(error_);
        space();
        if (at_ < text_.size()) {
            expected(WEFT_TR("core", "the end of the document was expected, found '%1'"));
            return tl::unexpected(error_);
        }
        return root;
    }

    JsonProgress progress() const { return {limited_, nodes_}; }

private:
    Location here() const { return {"", line_, int(at_ - line_start_) + 1}; }
    bool too_much(Message message) {
        limited_ = true;
        return refuse(std::move(message));
    }
    bool refuse(Message message) {
        error_ = {std::move(message), here()};
        return false;
    }
    bool expected(const char* what) { return refuse({what, {at_ < text_.size() ? word_at(text_, at_) : std::string("end of file")}}); }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    void space() {
        while (at_ < text_.size() && is_space(text_[at_])) {
            if (text_[at_++] == '\n') {
                ++line_;
                line_start_ = at_;
            }
        }
    }

    std::shared_ptr<Node> start(Kind kind, Style style) {
        auto node = std::make_shared<Node>();
        node->kind = kind;
        node->style = style;
        node->span.begin = at_;
        node->line = line_;
        node->column = int(at_ - line_start_) + 1;
        return node;
    }

    bool value(NodePtr& out, int depth) {
        space();
        if (++nodes_ > limits_.nodes) return too_much({WEFT_TR("core", "the file has more than %1 values"), {std::to_string(limits_.nodes)}});
        const char c = peek();
        if (c == '{' || c == '[') {
            if (depth >= limits_.depth) return too_much({WEFT_TR("core", "nested deeper than %1 levels"), {std::to_string(limits_.depth)}});
            return c == '{' ? object(out, depth + 1) : array(out, depth + 1);
        }
        if (c == '"') return string(out);
        return word(out);
    }

    bool object(NodePtr& out, int depth) {
        auto node = start(Kind::map, Style::flow);
        std::unordered_map<std::string_view, int> seen;
        ++at_;
        space();
        while (peek() != '}') {
            if (!node->entries.empty()) {
                if (peek() != ',') return expected(WEFT_TR("core", "',' or '}' was expected, found '%1'"));
                ++at_;
                space();
            }
            if (peek() != '"') return expected(WEFT_TR("core", "a key in double quotes was expected, found '%1'"));
            Entry entry;
            if (!string(entry.key)) return false;
            const auto [first, fresh] = seen.emplace(entry.key->text, entry.key->line);
            if (!fresh && out_.issues.size() < 1000)
                out_.issues.push_back({"yaml/duplicate-key", {WEFT_TR("core", "key \"%1\" appears twice (lines %2, %3); parsers disagree on which wins"),
                                       {entry.key->text, std::to_string(first->second), std::to_string(entry.key->line)}}, entry.key->span, entry.key->line, entry.key->column});
            space();
            if (peek() != ':') return expected(WEFT_TR("core", "':' was expected, found '%1'"));
            ++at_;
            if (!value(entry.value, depth)) return false;
            node->entries.push_back(std::move(entry));
            space();
        }
        node->span.end = ++at_;
        out = std::move(node);
        return true;
    }

    bool array(NodePtr& out, int depth) {
        auto node = start(Kind::sequence, Style::flow);
        ++at_;
        space();
        while (peek() != ']') {
            if (!node->items.empty()) {
                if (peek() != ',') return expected(WEFT_TR("core", "',' or ']' was expected, found '%1'"));
                ++at_;
            }
            NodePtr item;
            if (!value(item, depth)) return false;
            node->items.push_back(std::move(item));
            space();
        }
        node->span.end = ++at_;
        out = std::move(node);
        return true;
    }

    bool word(NodePtr& out) {
        auto node = start(Kind::scalar, Style::plain);
        std::size_t end = at_;
        while (end < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[end])) || std::string_view("+-._").find(text_[end]) != std::string_view::npos)) ++end;
        const std::string_view word = text_.substr(at_, end - at_);
        if (word == "null") node->kind = Kind::null;
        else if (word != "true" && word != "false" && !number(word)) return expected(WEFT_TR("core", "a value was expected, found '%1'"));
        node->text = std::string(word);
        node->span.end = at_ = end;
        out = std::move(node);
        return true;
    }

    static bool number(std::string_view word) {
        std::size_t at = 0;
        const auto digits = [&] {
            const std::size_t begin = at;
            while (at < word.size() && word[at] >= '0' && word[at] <= '9') ++at;
            return at - begin;
        };
        if (at < word.size() && word[at] == '-') ++at;
        const bool zero = at < word.size() && word[at] == '0';
        const std::size_t whole = digits();
        if (whole == 0 || (zero && whole > 1)) return false;
        if (at < word.size() && word[at] == '.') {
            ++at;
            if (digits() == 0) return false;
        }
        if (at < word.size() && (word[at] == 'e' || word[at] == 'E')) {
            ++at;
            if (at < word.size() && (word[at] == '+' || word[at] == '-')) ++at;
            if (digits() == 0) return false;
        }
        return at == word.size();
    }

    bool string(NodePtr& out) {
        auto node = start(Kind::scalar, Style::double_quoted);
        ++at_;
        std::string& text = node->text;
        for (;;) {
            const std::size_t plain = at_;
            while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' && static_cast<unsigned char>(text_[at_]) >= 0x20) ++at_;
            text.append(text_.substr(plain, at_ - plain));
            if (text.size() > limits_.scalar_bytes)
                return too_much({WEFT_TR("core", "a text of more than %1 bytes; at most %2 are read"), {std::to_string(limits_.scalar_bytes), std::to_string(limits_.scalar_bytes)}});
            if (at_ >= text_.size()) return refuse(WEFT_TR("core", "the end of a text in quotes was expected, found the end of the file"));
            if (text_[at_] == '"') break;
            if (text_[at_] != '\\') return refuse(WEFT_TR("core", "a line break or tab inside a text in quotes; write \\n or \\t"));
            if (!escape(text)) return false;
        }
        node->span.end = ++at_;
        out = std::move(node);
        return true;
    }

    bool hex4(std::size_t at, char32_t& code) const {
        code = 0;
        for (std::size_t i = at; i < at + 4; ++i) {
            const char c = i < text_.size() ? text_[i] : '\0';
            const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
            if (digit < 0) return false;
            code = code * 16 + char32_t(digit);
        }
        return true;
    }

    bool escape(std::string& text) {
        const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
        constexpr std::string_view names = "\"\\/bfnrt", values = "\"\\/\b\f\n\r\t";
        if (const std::size_t known = names.find(c); c != '\0' && known != names.npos) {
            text += values[known];
            at_ += 2;
            return true;
        }
        char32_t code = 0, low = 0;
        if (c != 'u' || !hex4(at_ + 2, code)) return refuse({WEFT_TR("core", "the escape \"\\%1\" is not known in JSON"), {word_at(text_, at_ + 1)}});
        std::size_t length = 6;
        if (code >= 0xD800 && code < 0xDC00 && text_.substr(at_ + 6, 2) == "\\u" && hex4(at_ + 8, low) && low >= 0xDC00 && low < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            length = 12;
        }
        if (code >= 0xD800 && code < 0xE000) return refuse(WEFT_TR("core", "half of a surrogate pair; a character needs both halves"));
        append_utf8(text, code);
        at_ += length;
        return true;
    }

    static void append_utf8(std::string& text, char32_t code) {
        if (code < 0x80) { text += char(code); return; }
        if (code < 0x800) text += char(0xC0 | code >> 6);
        else if (code < 0x10000) text += char(0xE0 | code >> 12);
        else text += char(0xF0 | code >> 18), text += char(0x80 | (code >> 12 & 0x3F));
        if (code >= 0x800) text += char(0x80 | (code >> 6 & 0x3F));
        text += char(0x80 | (code & 0x3F));
    }

    std::string_view text_;
    const Limits& limits_;
    Stream& out_;
    Error error_;
    std::size_t at_ = 0, line_start_ = 0, nodes_ = 0;
    int line_ = 1;
    bool limited_ = false;
};

}  // namespace

Result<Stream> scan_json(std::string_view text, const Limits& limits, JsonProgress& progress) {
    auto checked = check_text(text, limits.bytes, Controls::json);
    if (!checked) return tl::unexpected(checked.error());
    Stream stream;
    stream.issues = std::move(*checked);
    stream.json = true;
    stream.bom = bom_size(text) > 0;
    const std::size_t first = text.find('\n');
    stream.crlf = first != text.npos && first > 0 && text[first - 1] == '\r';
    Scanner scanner(text, limits, stream);
    auto root = scanner.document();
    progress = scanner.progress();
    if (!root) return tl::unexpected(root.error());
    stream.documents.push_back({std::move(*root), {bom_size(text), text.size()}});
    return stream;
}

Result<Stream> read_json(std::string_view text, const Limits& limits) {
    JsonProgress progress;
    return scan_json(text, limits, progress);
}

}  // namespace weft::yaml
