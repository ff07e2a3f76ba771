// The conditions of `when`, as Argo evaluates them: tags are replaced first, Knetic/govaluate reads the rest, bare words are strings, the result must be
// a boolean. '-' between words is a minus there, so `x == foo-bar` is an error that tells to quote.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <regex>
#include <variant>

#include "core/model/graph.h"

namespace weft {
namespace {

using Atom = std::variant<bool, double, std::string>;
using Operand = std::variant<Atom, std::vector<Atom>>;

struct Token {
    enum class Kind { end, word, number, quoted, sign } kind = Kind::end;
    std::string text;
    double number = 0;
};

constexpr int max_depth = 100;
constexpr std::size_t max_regex_text = 4096;  // std::regex recurses per character

bool name_char(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80; }
bool digit(char c) { return c >= '0' && c <= '9'; }

std::string shown(const Atom& atom) {
    if (const bool* truth = std::get_if<bool>(&atom)) return *truth ? "true" : "false";
    if (const double* number = std::get_if<double>(&atom)) {
        std::string out = std::to_string(*number);
        while (out.back() == '0') out.pop_back();
        if (out.back() == '.') out.pop_back();
        return out;
    }
    return "'" + std::get<std::string>(atom) + "'";
}

class Evaluator {
  public:
    explicit Evaluator(std::string_view text) : text_(text) {}

    Result<bool> run() {
        if (Result<void> read = next(); !read) return tl::unexpected(read.error());
        const Result<Operand> value = either(0);
        if (!value) return tl::unexpected(value.error());
        if (token_.kind != Token::Kind::end) return unexpected();
        const Atom* atom = std::get_if<Atom>(&*value);
        const bool* truth = atom ? std::get_if<bool>(atom) : nullptr;
        if (!truth) return fail({WEFT_TR("core", "condition \"%1\" is neither true nor false: compare with == != < > in and the like"), {std::string(text_)}});
        return *truth;
    }

  private:
    tl::unexpected<Error> unexpected() const {
        if (token_.kind == Token::Kind::end) return fail({WEFT_TR("core", "condition \"%1\" ends too early"), {std::string(text_)}});
        return fail({WEFT_TR("core", "condition \"%1\" is wrong at \"%2\": put text that holds signs or blanks in quotes"), {std::string(text_), token_.text}});
    }

    Result<void> next() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
        token_ = {};
        if (at_ >= text_.size()) return {};
        const char c = text_[at_];
        if (digit(c)) return number();
        if (name_char(c)) return word();
        if (c == '\'' || c == '"') return quoted(c);
        if (c == '[') return quoted(']');
        for (const std::string_view sign : {"==", "!=", "<=", ">=", "=~", "!~", "&&", "||", "<", ">", "!", "(", ")", ",", "+", "-", "*", "/", "%"}) {
            if (!text_.substr(at_).starts_with(sign)) continue;
            token_ = {Token::Kind::sign, std::string(sign)};
            at_ += sign.size();
            return {};
        }
        token_ = {Token::Kind::sign, std::string(1, c)};
        return unexpected();
    }
    Result<void> number() {
        const std::size_t from = at_;
        while (at_ < text_.size() && (name_char(text_[at_]) || text_[at_] == '.')) ++at_;
        token_ = {Token::Kind::number, std::string(text_.substr(from, at_ - from))};
        const char* begin = token_.text.data();
        const char* end = begin + token_.text.size();
        if (token_.text.starts_with("0x")) {
            std::uint64_t whole = 0;
            const auto [stop, problem] = std::from_chars(begin + 2, end, whole, 16);
            token_.number = double(whole);
            return problem == std::errc() && stop == end ? Result<void>() : unexpected();
        }
        const auto [stop, problem] = std::from_chars(begin, end, token_.number, std::chars_format::fixed);
        return problem == std::errc() && stop == end ? Result<void>() : unexpected();
    }
    Result<void> word() {
        const std::size_t from = at_;
        while (at_ < text_.size() && name_char(text_[at_])) ++at_;
        token_ = {Token::Kind::word, std::string(text_.substr(from, at_ - from))};
        return {};
    }
    Result<void> quoted(char close) {
        const std::size_t from = at_++;
        token_.kind = Token::Kind::quoted;
        while (at_ < text_.size() && text_[at_] != close) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
            token_.text += text_[at_++];
        }
        if (at_ >= text_.size()) return fail({WEFT_TR("core", "condition \"%1\" has an unclosed quote at \"%2\""), {std::string(text_), std::string(text_.substr(from))}});
        ++at_;
        return {};
    }
    bool is_sign(std::string_view sign) const { return token_.kind == Token::Kind::sign && token_.text == sign; }

    Result<Operand> logical(int depth, bool or_level) {
        Result<Operand> left = or_level ? logical(depth, false) : comparison(depth);
        while (left && is_sign(or_level ? "||" : "&&")) {
            if (Result<void> read = next(); !read) return tl::unexpected(read.error());
            const Result<Operand> right = or_level ? logical(depth, false) : comparison(depth);
            if (!right) return right;
            const Result<bool> a = truth(*left);
            if (!a) return tl::unexpected(a.error());
            const bool decided = or_level ? *a : !*a;  // govaluate does not look at the right side then
            const Result<bool> b = decided ? Result<bool>(*a) : truth(*right);
            if (!b) return tl::unexpected(b.error());
            left = Operand(Atom(or_level ? *a || *b : *a && *b));
        }
        return left;
    }
    Result<Operand> either(int depth) { return logical(depth, true); }

    Result<bool> truth(const Operand& operand) const {
        const Atom* atom = std::get_if<Atom>(&operand);
        if (const bool* value = atom ? std::get_if<bool>(atom) : nullptr) return *value;
        return fail({WEFT_TR("core", "condition \"%1\": && || and ! need true or false on both sides, not %2"), {std::string(text_), atom ? shown(*atom) : "a list"}});
    }

    Result<Operand> comparison(int depth) {
        Result<Operand> left = sum(depth);
        while (left && (is_comparator() || (token_.kind == Token::Kind::word && token_.text == "in"))) {
            const std::string op = token_.text;
            if (Result<void> read = next(); !read) return tl::unexpected(read.error());
            const Result<Operand> right = sum(depth);
            if (!right) return right;
            const Result<bool> answer = compare(*left, op, *right);
            if (!answer) return tl::unexpected(answer.error());
            left = Operand(Atom(*answer));
        }
        return left;
    }
    bool is_comparator() const {
        for (const char* sign : {"==", "!=", "<", "<=", ">", ">=", "=~", "!~"}) {
            if (is_sign(sign)) return true;
        }
        return false;
    }
    tl::unexpected<Error> cannot(const std::string& op, const Operand& a, const Operand& b) const {
        const auto text = [](const Operand& side) { return std::holds_alternative<Atom>(side) ? shown(std::get<Atom>(side)) : std::string("a list"); };
        return fail({WEFT_TR("core", "condition \"%1\": %2 %3 %4 cannot be worked out; put text that holds signs in quotes"), {std::string(text_), text(a), op, text(b)}});
    }
    Result<bool> compare(const Operand& a, const std::string& op, const Operand& b) const {
        if (op == "in") {
            const auto* list = std::get_if<std::vector<Atom>>(&b);
            const Atom* atom = std::get_if<Atom>(&a);
            if (!list || !atom) return cannot(op, a, b);
            return std::find(list->begin(), list->end(), *atom) != list->end();
        }
        if (op == "==" || op == "!=") return (a == b) == (op == "==");
        const Atom* x = std::get_if<Atom>(&a);
        const Atom* y = std::get_if<Atom>(&b);
        if (!x || !y || x->index() != y->index() || std::holds_alternative<bool>(*x)) return cannot(op, a, b);
        if (op == "=~" || op == "!~") return matches(a, op, b);
        if (op == "<") return *x < *y;
        if (op == "<=") return *x <= *y;
        if (op == ">") return *x > *y;
        return *x >= *y;
    }
    Result<bool> matches(const Operand& a, const std::string& op, const Operand& b) const {
        const std::string* text = std::get_if<std::string>(&std::get<Atom>(a));
        const std::string* pattern = std::get_if<std::string>(&std::get<Atom>(b));
        if (!text || !pattern || text->size() > max_regex_text || pattern->size() > max_regex_text) return cannot(op, a, b);
        try {
            return std::regex_search(*text, std::regex(*pattern)) == (op == "=~");
        } catch (const std::regex_error&) {
            return fail({WEFT_TR("core", "condition \"%1\": \"%2\" is no regular expression"), {std::string(text_), *pattern}});
        }
    }

    Result<Operand> sum(int depth) { return arithmetic(depth, "+-"); }
    Result<Operand> arithmetic(int depth, std::string_view signs) {
        const auto operand = [&] { return signs == "+-" ? arithmetic(depth, "*/%") : prefix(depth); };
        Result<Operand> left = operand();
        while (left && token_.kind == Token::Kind::sign && token_.text.size() == 1 && signs.find(token_.text) != std::string_view::npos) {
            const std::string op = token_.text;
            if (Result<void> read = next(); !read) return tl::unexpected(read.error());
            const Result<Operand> right = operand();
            if (!right) return right;
            left = calculate(*left, op, *right);
        }
        return left;
    }
    Result<Operand> calculate(const Operand& a, const std::string& op, const Operand& b) const {
        const Atom* x = std::get_if<Atom>(&a);
        const Atom* y = std::get_if<Atom>(&b);
        const double* m = x ? std::get_if<double>(x) : nullptr;
        const double* n = y ? std::get_if<double>(y) : nullptr;
        if (op == "+" && x && y && std::holds_alternative<std::string>(*x) && std::holds_alternative<std::string>(*y)) return Operand(Atom(std::get<std::string>(*x) + std::get<std::string>(*y)));
        if (!m || !n || ((op == "/" || op == "%") && *n == 0)) return cannot(op, a, b);
        if (op == "+") return Operand(Atom(*m + *n));
        if (op == "-") return Operand(Atom(*m - *n));
        if (op == "*") return Operand(Atom(*m * *n));
        return Operand(Atom(op == "/" ? *m / *n : std::fmod(*m, *n)));
    }

    Result<Operand> prefix(int depth) {
        if (depth > max_depth) return fail({WEFT_TR("core", "condition \"%1\" is nested too deeply"), {std::string(text_.substr(0, 40))}});
        const bool negate = is_sign("!"), minus = is_sign("-");
        if (!negate && !minus) return value(depth);
        if (Result<void> read = next(); !read) return tl::unexpected(read.error());
        const Result<Operand> inner = prefix(depth + 1);
        if (!inner) return inner;
        if (minus) return calculate(Operand(Atom(0.0)), "-", *inner);
        const Result<bool> answer = truth(*inner);
        if (!answer) return tl::unexpected(answer.error());
        return Operand(Atom(!*answer));
    }

    Result<Operand> value(int depth) {
        const Token token = token_;
        if (is_sign("(")) return parenthesis(depth);
        if (token.kind == Token::Kind::end || token.kind == Token::Kind::sign || (token.kind == Token::Kind::word && token.text == "in")) return unexpected();
        if (Result<void> read = next(); !read) return tl::unexpected(read.error());
        if (token.kind == Token::Kind::number) return Operand(Atom(token.number));
        if (token.kind == Token::Kind::word && (token.text == "true" || token.text == "false")) return Operand(Atom(token.text == "true"));
        if (token_.kind == Token::Kind::word && token_.text != "in") return unexpected();  // two words
        return Operand(Atom(token.text));
    }

    // "(a == b)" or the list of `in`: "(a, 'b', 3)".
    Result<Operand> parenthesis(int depth) {
        if (depth > max_depth) return fail({WEFT_TR("core", "condition \"%1\" is nested too deeply"), {std::string(text_.substr(0, 40))}});
        if (Result<void> read = next(); !read) return tl::unexpected(read.error());
        Result<Operand> first = logical(depth + 1, true);
        if (!first) return first;
        std::vector<Atom> list;
        const bool is_list = is_sign(",");
        while (is_sign(",")) {
            if (Result<void> read = next(); !read) return tl::unexpected(read.error());
            const Result<Operand> item = logical(depth + 1, true);
            if (!item) return item;
            if (!std::holds_alternative<Atom>(*item)) return unexpected();
            list.push_back(std::get<Atom>(*item));
        }
        if (!is_sign(")")) return unexpected();
        if (Result<void> read = next(); !read) return tl::unexpected(read.error());
        if (!is_list) return first;
        if (!std::holds_alternative<Atom>(*first)) return unexpected();
        list.insert(list.begin(), std::get<Atom>(*first));
        return Operand(std::move(list));
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Token token_;
};

}  // namespace

Result<bool> evaluate_condition(std::string_view text) {
    if (text.empty()) return true;
    return Evaluator(text).run();
}

}  // namespace weft
