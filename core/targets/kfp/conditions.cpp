// triggerPolicy.condition (CEL over the task's inputs) in the words of `when`, and back.
//   inputs.parameter_values['pipelinechannel--flip-Output'] == 'heads'      '{{tasks.flip.outputs.Output}}' == 'heads'
//   int(inputs.parameter_values['n']) > 5                                  {{params.n}} > 5
#include <algorithm>
#include <cctype>

#include "core/targets/kfp/values.h"

namespace weft::kfp {
namespace {

constexpr std::string_view head = "inputs.parameter_values['";

struct Token {
    enum class Kind { tag, quoted_tag, text, number, word, sign, input, number_input } kind = Kind::sign;
    std::string text;       // of a text: with its quotes as written
    Reference tag;
};

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '.' || static_cast<unsigned char>(c) >= 0x80; }

bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789.-") == std::string::npos && std::any_of(text.begin(), text.end(), [](char c) { return std::isdigit(static_cast<unsigned char>(c)); });
}

struct Scanner {
    std::string_view text;
    std::size_t at = 0;
    std::vector<Token> out;
    bool bad = false;

    bool starts(std::string_view what) const { return text.substr(at).starts_with(what); }

    bool input() {
        std::size_t from = at;
        const bool cast = starts("int(") || starts("double(");
        if (cast) from = text.find('(', at) + 1;
        if (!text.substr(from).starts_with(head)) return false;
        const std::size_t name = from + head.size(), end = text.find("']", name);
        if (end == text.npos || (cast && (end + 2 >= text.size() || text[end + 2] != ')'))) return false;
        out.push_back({cast ? Token::Kind::number_input : Token::Kind::input, std::string(text.substr(name, end - name)), {}});
        at = end + (cast ? 3 : 2);
        return true;
    }
    void quoted() {
        const char quote = text[at];
        std::size_t end = at + 1;
        while (end < text.size() && text[end] != quote) end += text[end] == '\\' ? 2 : 1;
        if (end >= text.size()) {
            bad = true;
            at = text.size();
            return;
        }
        const std::string inner(text.substr(at + 1, end - at - 1));
        const std::vector<Reference> tags = references_in(inner);
        if (tags.size() == 1 && tags[0].at == 0 && tags[0].tag.size() == inner.size()) out.push_back({Token::Kind::quoted_tag, inner, tags[0]});
        else if (tags.empty()) out.push_back({Token::Kind::text, std::string(text.substr(at, end + 1 - at)), {}});
        else bad = true;
        at = end + 1;
    }
    void tag() {
        const std::size_t end = text.find("}}", at);
        const std::vector<Reference> tags = end == text.npos ? std::vector<Reference>{} : references_in(text.substr(at, end + 2 - at));
        if (tags.size() != 1) {
            bad = true;
            at = text.size();
            return;
        }
        out.push_back({Token::Kind::tag, tags[0].tag, tags[0]});
        at = end + 2;
    }
    void sign() {
        for (const std::string_view one : {"==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "(", ")"}) {
            if (!starts(one)) continue;
            out.push_back({Token::Kind::sign, std::string(one), {}});
            at += one.size();
            return;
        }
        bad = true;
        ++at;
    }
    void word() {
        const std::size_t from = at++;
        while (at < text.size() && is_word(text[at])) ++at;
        std::string found(text.substr(from, at - from));
        out.push_back({is_number(found) ? Token::Kind::number : Token::Kind::word, std::move(found), {}});
    }
    void run() {
        while (at < text.size() && !bad) {
            const char c = text[at];
            if (std::isspace(static_cast<unsigned char>(c))) ++at;
            else if (starts("{{")) tag();
            else if (c == '\'' || c == '"') quoted();
            else if (input()) continue;
            else if (is_word(c) || (c == '-' && at + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[at + 1])))) word();
            else sign();
        }
    }
};

std::vector<Token> scan(std::string_view text, bool& bad) {
    Scanner scanner{text, 0, {}, false};
    scanner.run();
    bad = scanner.bad || scanner.out.empty();
    return std::move(scanner.out);
}

bool compares(const Token& token) {
    return token.kind == Token::Kind::sign && (token.text == "==" || token.text == "!=" || token.text == "<" || token.text == "<=" || token.text == ">" || token.text == ">=");
}

// The operand on the other side of a comparison; null when the token stands alone.
const Token* other_side(const std::vector<Token>& all, std::size_t at) {
    if (at + 2 < all.size() && compares(all[at + 1])) return &all[at + 2];
    if (at >= 2 && compares(all[at - 1])) return &all[at - 2];
    return nullptr;
}

bool is_truth(const Token& token) { return token.kind == Token::Kind::word && (token.text == "true" || token.text == "false"); }

// "a == 'b' && !(c)": blanks round operators, none inside brackets and behind a negation.
std::string joined(const std::vector<std::string>& pieces) {
    std::string out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const bool tight = out.empty() || pieces[i] == ")" || pieces[i - 1] == "(" || pieces[i - 1] == "!";
        if (!tight) out += ' ';
        out += pieces[i];
    }
    return out;
}

std::string cel_string(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

ValueType compared_as(const Token& token, const Token* other) {
    using Kind = Token::Kind;
    if (token.kind == Kind::quoted_tag) return other && other->kind == Kind::number ? ValueType::any : ValueType::string;
    if (!other || is_truth(*other)) return ValueType::boolean;
    if (other->kind != Kind::number) return ValueType::string;
    return other->text.find('.') == std::string::npos ? ValueType::integer : ValueType::number;
}

}  // namespace

bool is_cel(std::string_view when) { return when.find("inputs.parameter_values[") != when.npos; }

std::string condition_text(const std::string& cel, const TagOfInput& tag) {
    bool bad = false;
    const std::vector<Token> all = scan(cel, bad);
    if (bad) return cel;
    std::vector<std::string> pieces;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Token& token = all[i];
        using Kind = Token::Kind;
        if (token.kind == Kind::input || token.kind == Kind::number_input) {
            const std::string words = tag(token.text);
            if (words.empty()) return cel;
            const Token* other = other_side(all, i);
            const bool quoted = token.kind == Kind::input && other && (other->kind == Kind::text || other->kind == Kind::input);
            pieces.push_back(quoted ? "'" + words + "'" : words);
        } else if (token.kind == Kind::word && !is_truth(token)) {
            return cel;
        } else {
            pieces.push_back(token.text);
        }
    }
    return joined(pieces);
}

std::optional<std::string> condition_cel(const std::string& when, const InputOfTag& input) {
    if (is_cel(when)) return when;
    bool bad = false;
    const std::vector<Token> all = scan(when, bad);
    if (bad) return std::nullopt;
    std::vector<std::string> pieces;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Token& token = all[i];
        using Kind = Token::Kind;
        if (token.kind == Kind::tag || token.kind == Kind::quoted_tag) {
            const ValueType as = compared_as(token, other_side(all, i));
            const std::string name = as == ValueType::any || !token.tag.simple ? std::string() : input(token.tag, as);
            if (name.empty()) return std::nullopt;
            const std::string value = std::string(head) + name + "']";
            pieces.push_back(as == ValueType::integer ? "int(" + value + ")" : as == ValueType::number ? "double(" + value + ")" : value);
        } else if (token.kind == Kind::word && !is_truth(token)) {
            if (token.text == "in" || !other_side(all, i)) return std::nullopt;
            pieces.push_back(cel_string(token.text));
        } else if (token.kind == Kind::text) {
            const bool double_quoted = token.text.front() == '"' && token.text.find('\\') == std::string::npos;
            pieces.push_back(double_quoted ? cel_string(token.text.substr(1, token.text.size() - 2)) : token.text);
        } else {
            pieces.push_back(token.text);
        }
    }
    return joined(pieces);
}

}  // namespace weft::kfp
