// Texts with tags as Python: plain literals, f-strings, conditions. Every character of the flow's texts goes through quoted() here.
#include <algorithm>

#include "core/lint/quantity.h"
#include "core/targets/metaflow/arguments.h"
#include "core/targets/metaflow/lower.h"

namespace weft::metaflow {
namespace {

// Braces doubled, without the quotes around it.
std::string in_format(const std::string& text, char quote) {
    std::string doubled;
    for (const char c : quoted_with(text, quote)) {
        doubled += c;
        if (c == '{' || c == '}') doubled += c;
    }
    return doubled.substr(1, doubled.size() - 2);
}

Pieces joined(const Pieces& pieces) {
    Pieces out;
    for (const Piece& piece : pieces) {
        if (!piece.code && piece.text.empty()) continue;
        if (!piece.code && !out.empty() && !out.back().code) out.back().text += piece.text;
        else out.push_back(piece);
    }
    return out;
}

}  // namespace

namespace {

// Inside an f-string Python before 3.12 takes neither its own quotes nor a backslash: such parts are added up.
std::string added(const Pieces& pieces, bool between) {
    std::string out = pieces.front().code && between ? "\"\"" : "";
    for (const Piece& piece : pieces) out += (out.empty() ? "" : " + ") + (piece.number ? "str(" + piece.text + ")" : piece.code ? piece.text : quoted(piece.text));
    return pieces.back().code && between ? out + " + \"\"" : out;
}

std::string formatted(const Pieces& pieces, bool between) {
    bool single = false, twofold = false, escape = false, text_twofold = false, text_single = false;
    for (const Piece& piece : pieces) {
        single = single || (piece.code && piece.text.find('\'') != std::string::npos);
        twofold = twofold || (piece.code && piece.text.find('"') != std::string::npos);
        escape = escape || (piece.code && piece.text.find('\\') != std::string::npos);
        text_twofold = text_twofold || (!piece.code && piece.text.find('"') != std::string::npos);
        text_single = text_single || (!piece.code && piece.text.find('\'') != std::string::npos);
    }
    if (twofold || escape) return added(pieces, between);
    const char quote = text_twofold && !text_single && !single ? '\'' : '"';
    std::string out = std::string("f") + quote;
    for (const Piece& piece : pieces) out += piece.code ? "{" + piece.text + "}" : in_format(piece.text, quote);
    return out + quote;
}

}  // namespace

std::string python(const Pieces& given) {
    const Pieces pieces = joined(given);
    if (pieces.empty()) return "\"\"";
    if (pieces.size() == 1 && pieces.front().number) return "str(" + pieces.front().text + ")";
    if (pieces.size() == 1) return pieces.front().code ? pieces.front().text : quoted(pieces.front().text);
    return formatted(pieces, false);
}

Lines python_lines(const Pieces& given) {
    Lines out;
    Pieces line;
    const auto flush = [&] {
        const Pieces pieces = joined(line);
        line.clear();
        if (pieces.empty()) return;
        const bool text = pieces.size() == 1 && !pieces.front().code;
        out.push_back(text ? quoted(pieces.front().text) : formatted(pieces, true));   // literals side by side are one text
    };
    for (const Piece& piece : joined(given)) {
        if (piece.code) {
            line.push_back(piece);
            continue;
        }
        for (std::size_t from = 0; from < piece.text.size();) {
            const std::size_t end = piece.text.find('\n', from);
            const std::size_t to = end == std::string::npos ? piece.text.size() : end + 1;
            line.push_back({false, piece.text.substr(from, to - from)});
            if (end != std::string::npos) flush();
            from = to;
        }
    }
    flush();
    if (out.empty()) out.push_back("\"\"");
    return out;
}

// --- conditions -------------------------------------------------------------------------------------------------------------------------
namespace {

struct Operand {
    enum class Kind { text, number, truth, tag, list, expression } kind = Kind::text;
    std::string code;      // of a tag: the expression that gives its text
};

class Condition {
  public:
    Condition(const std::string& text, const TextOf& text_of, Message& problem) : text_(text), text_of_(text_of), problem_(problem) {}

    std::string run() {
        const Operand all = either();
        skip();
        if (problem_.empty() && at_ < text_.size()) refuse();
        return truth(all);
    }

  private:
    void refuse() {
        if (problem_.empty()) problem_ = {WEFT_TR("core", "condition \"%1\" is more than comparisons with && || ! in and parentheses"), {text_}};
        at_ = text_.size();
    }
    void skip() {
        while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
    }
    bool sign(std::string_view wanted) {
        skip();
        if (text_.compare(at_, wanted.size(), wanted) != 0) return false;
        if (wanted == "!" && at_ + 1 < text_.size() && (text_[at_ + 1] == '=' || text_[at_ + 1] == '~')) return false;
        if (wanted == "in" && at_ + 2 < text_.size() && word_char(text_[at_ + 2])) return false;
        at_ += wanted.size();
        return true;
    }
    static bool word_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

    std::string truth(const Operand& operand) {
        switch (operand.kind) {
            case Operand::Kind::expression: return operand.code;
            case Operand::Kind::truth: return operand.code;
            case Operand::Kind::tag: return "value_of(" + operand.code + ") is True";
            default: refuse(); return "False";
        }
    }
    static Operand made(std::string code) { return {Operand::Kind::expression, std::move(code)}; }

    Operand either() {
        Operand left = both();
        bool more = false;
        std::string code;
        while (sign("||")) {
            if (!more) code = truth(left);
            more = true;
            code += " or " + truth(both());
        }
        return more ? made(code) : left;
    }
    Operand both() {
        Operand left = comparison();
        bool more = false;
        std::string code;
        while (sign("&&")) {
            if (!more) code = truth(left);
            more = true;
            code += " and " + truth(comparison());
        }
        return more ? made(code) : left;
    }

    // In a comparison with a word a tag is its text; with a number or for < and > it is what it looks like.
    static std::string side(const Operand& operand, bool as_text) { return operand.kind == Operand::Kind::tag && !as_text ? "value_of(" + operand.code + ")" : operand.code; }

    Operand comparison() {
        const Operand left = operand();
        for (const std::string_view op : {"==", "!=", "<=", ">=", "=~", "!~", "<", ">", "in"}) {
            if (!sign(op)) continue;
            const Operand right = operand();
            const bool text = left.kind == Operand::Kind::text || right.kind == Operand::Kind::text || (op == "in" && right.kind == Operand::Kind::list && !numbers_);
            if (left.kind == Operand::Kind::expression || right.kind == Operand::Kind::expression || (op == "in") != (right.kind == Operand::Kind::list)) refuse();
            if (op == "=~" || op == "!~") return made(std::string(op == "!~" ? "not " : "") + "re.search(" + side(right, true) + ", " + side(left, true) + ")");
            return made(side(left, text) + " " + std::string(op) + " " + side(right, text));
        }
        return left;
    }

    Operand operand() {
        if (sign("!")) return made("not " + truth_in_parentheses(operand()));
        skip();
        if (at_ >= text_.size()) return refuse(), Operand{};
        const char c = text_[at_];
        if (c == '(') return parenthesis();
        if (c == '\'' || c == '"') return quoted_text(c);
        if (text_.compare(at_, 2, "{{") == 0) return tag();
        const std::size_t from = at_;
        if (c == '-') ++at_;
        while (at_ < text_.size() && (word_char(text_[at_]) || text_[at_] == '.')) ++at_;
        const std::string word = text_.substr(from, at_ - from);
        if (word.empty() || word == "-" || (at_ < text_.size() && std::string_view("+-*/%{").find(text_[at_]) != std::string_view::npos)) return refuse(), Operand{};
        if (word == "true" || word == "false") return {Operand::Kind::truth, word == "true" ? "True" : "False"};
        if (std::isdigit(static_cast<unsigned char>(word.front())) || word.front() == '-') {
            if (word.find_first_not_of("0123456789.", word.front() == '-' ? 1 : 0) != std::string::npos) return refuse(), Operand{};
            return {Operand::Kind::number, word};
        }
        return {Operand::Kind::text, quoted(word)};
    }
    std::string truth_in_parentheses(const Operand& operand) {
        const std::string code = truth(operand);
        return code.find(' ') == std::string::npos || code.starts_with("(") ? code : "(" + code + ")";
    }

    Operand parenthesis() {
        ++at_;
        std::vector<Operand> list{either()};
        while (sign(",")) list.push_back(either());
        if (!sign(")")) return refuse(), Operand{};
        if (list.size() == 1) return made("(" + truth(list.front()) + ")");
        numbers_ = std::all_of(list.begin(), list.end(), [](const Operand& one) { return one.kind == Operand::Kind::number; });
        std::string code;
        for (const Operand& one : list) code += (code.empty() ? "" : ", ") + (one.kind == Operand::Kind::number && !numbers_ ? quoted(one.code) : one.code);
        return {Operand::Kind::list, "(" + code + ")"};
    }

    Operand quoted_text(char close) {
        std::string inner;
        for (++at_; at_ < text_.size() && text_[at_] != close; ++at_) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
            inner += text_[at_];
        }
        if (at_ >= text_.size()) return refuse(), Operand{};
        ++at_;
        return {Operand::Kind::text, python(text_of_(inner))};
    }

    Operand tag() {
        const std::size_t end = text_.find("}}", at_);
        if (end == std::string::npos) return refuse(), Operand{};
        const std::string whole = text_.substr(at_, end + 2 - at_);
        at_ = end + 2;
        if (at_ < text_.size() && (word_char(text_[at_]) || std::string_view("+-*/%{.").find(text_[at_]) != std::string_view::npos)) return refuse(), Operand{};
        const Pieces pieces = text_of_(whole);
        if (pieces.size() == 1 && pieces.front().code) return {Operand::Kind::tag, python(pieces)};
        return {Operand::Kind::tag, python(pieces)};
    }

    const std::string& text_;
    const TextOf& text_of_;
    Message& problem_;
    std::size_t at_ = 0;
    bool numbers_ = false;
};

}  // namespace

std::string condition(const std::string& when, const TextOf& text_of, Message& problem) { return Condition(when, text_of, problem).run(); }

}  // namespace weft::metaflow
