#include "core/targets/flyte/conditions.h"

#include <array>

#include "core/targets/flyte/values.h"

namespace weft::flyte {
namespace {

using yaml::NodePtr;
using Kind = Condition::Kind;
using Operand = Condition::Operand;

constexpr std::array<std::pair<const char*, const char*>, 6> operators = {
    {{"EQ", "=="}, {"NEQ", "!="}, {"GTE", ">="}, {"LTE", "<="}, {"GT", ">"}, {"LT", "<"}}};   // longer signs first

std::string operand_text(const Operand& operand) {
    if (operand.tag) return "{{" + operand.text + "}}";
    if (operand.plain) return operand.text;
    std::string out = "'";
    for (const char c : operand.text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

Operand read_operand(const Place& operand) {
    if (const Place var = operand.at("var")) return {true, "params." + var.text(), false};
    Place literal = operand;
    const LiteralText text = operand.has("scalar") ? literal_text(operand) : [&] {
        for (const auto& [key, value] : operand.at("primitive").entries()) {
            const bool words = key == "stringValue" || key == "string_value" || key == "datetime" || key == "duration";
            return LiteralText{value.text(), !words};
        }
        return LiteralText{};
    }();
    return {false, text.text, text.plain};
}

bool is_open(const Condition& condition) { return condition.kind == Kind::both || condition.kind == Kind::either; }

std::string part_text(const Condition& condition) { return is_open(condition) ? "(" + text_of(condition) + ")" : text_of(condition); }

class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) {}

    Result<Condition> run() {
        Result<Condition> out = either(0);
        skip();
        if (out && at_ < text_.size()) return wrong();
        return out;
    }

  private:
    void skip() {
        while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
    }
    bool take(std::string_view sign) {
        skip();
        if (!text_.substr(at_).starts_with(sign)) return false;
        at_ += sign.size();
        return true;
    }
    tl::unexpected<Error> wrong() const {
        return fail({WEFT_TR("core", "Flyte cannot ask `%1`: a branch compares two values with == != < <= > >= and joins comparisons with && and ||; it stops at `%2`"),
                     {std::string(text_), std::string(text_.substr(std::min(at_, text_.size())))}});
    }
    Result<Condition> chain(int depth, bool or_level) {
        Result<Condition> left = or_level ? chain(depth, false) : unary(depth);
        while (left && take(or_level ? "||" : "&&")) {
            Result<Condition> right = or_level ? chain(depth, false) : unary(depth);
            if (!right) return right;
            Condition made;
            made.kind = or_level ? Kind::either : Kind::both;
            made.parts = {std::move(*left), std::move(*right)};
            left = std::move(made);
        }
        return left;
    }
    Result<Condition> either(int depth) { return depth > 60 ? Result<Condition>(wrong()) : chain(depth, true); }

    Result<Condition> unary(int depth) {
        skip();
        if (depth > 60) return wrong();
        if (text_.substr(at_).starts_with("!") && !text_.substr(at_).starts_with("!=")) {
            ++at_;
            Result<Condition> inner = unary(depth + 1);
            return inner ? Result<Condition>(negated(std::move(*inner))) : inner;
        }
        if (take("(")) {
            Result<Condition> inner = either(depth + 1);
            if (inner && !take(")")) return wrong();
            return inner;
        }
        return comparison();
    }
    Result<Condition> comparison() {
        Condition out;
        if (!operand(out.left)) return wrong();
        const std::size_t before = at_;
        for (const auto& [word, sign] : operators)
            if (out.op.empty() && take(sign)) out.op = sign;
        if (out.op.empty()) {   // a lone boolean
            at_ = before;
            if (!out.left.tag && out.left.text != "true" && out.left.text != "false") return wrong();
            skip();
            const char next = at_ < text_.size() ? text_[at_] : ')';
            if (next != ')' && next != '&' && next != '|') return wrong();
            out.op = "==";
            out.right = {false, "true", true};
            return out;
        }
        if (out.op == "==" && at_ < text_.size() && text_[at_] == '~') return wrong();
        if (!operand(out.right)) return wrong();
        return out;
    }
    bool operand(Operand& out) {
        skip();
        const std::string_view rest = text_.substr(at_);
        const char quote = rest.empty() ? '\0' : rest.front();
        const bool quoted = quote == '\'' || quote == '"';
        const std::string_view inside = quoted ? rest.substr(1) : rest;
        if (inside.starts_with("{{")) {
            const std::size_t end = inside.find("}}");
            if (end == inside.npos) return false;
            const bool closes = !quoted || (end + 2 < inside.size() && inside[end + 2] == quote);
            if (!closes) return false;
            std::string_view name = inside.substr(2, end - 2);
            while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
            while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
            out = {true, std::string(name), false};
            at_ += end + 2 + (quoted ? 2 : 0);
            return true;
        }
        if (quoted) return quoted_word(quote, out);
        std::size_t end = 0;
        while (end < rest.size() && std::string_view(" \t\r\n()=!<>&|~").find(rest[end]) == std::string_view::npos) ++end;
        if (end == 0) return false;
        out.text = std::string(rest.substr(0, end));
        const bool word = out.text == "true" || out.text == "false";
        out.plain = word || out.text.find_first_not_of("+-.0123456789eE") == std::string::npos;
        out.tag = false;
        at_ += end;
        return true;
    }
    bool quoted_word(char quote, Operand& out) {
        out = {};
        for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
            if (text_[i] == quote) {
                at_ = i + 1;
                return true;
            }
            if (text_[i] == '\\' && i + 1 < text_.size()) ++i;
            out.text += text_[i];
        }
        return false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

NodePtr one(const char* key, NodePtr value) { return yaml::make_map({{yaml::make_string(key), std::move(value)}}); }

}  // namespace

std::string text_of(const Condition& condition) {
    if (condition.kind == Kind::negated) return "!(" + text_of(condition.parts.front()) + ")";
    if (condition.kind == Kind::comparison) return operand_text(condition.left) + " " + condition.op + " " + operand_text(condition.right);
    return part_text(condition.parts[0]) + (condition.kind == Kind::both ? " && " : " || ") + part_text(condition.parts[1]);
}

Condition read_condition(const Place& expression) {
    Condition out;
    if (const Place conjunction = expression.at("conjunction")) {
        out.kind = conjunction.text_at("operator") == "OR" || conjunction.text_at("operator") == "1" ? Kind::either : Kind::both;
        out.parts = {read_condition(conjunction.at("leftExpression")), read_condition(conjunction.at("rightExpression"))};
        return out;
    }
    const Place comparison = expression.at("comparison");
    out.op = "==";
    for (const auto& [word, sign] : operators)
        if (comparison.text_at("operator") == word) out.op = sign;
    out.left = read_operand(comparison.at("leftValue"));
    out.right = read_operand(comparison.at("rightValue"));
    return out;
}

Result<Condition> parse_condition(std::string_view text) { return Parser(text).run(); }

Condition both(Condition a, Condition b) {
    Condition out;
    out.kind = Kind::both;
    out.parts = {std::move(a), std::move(b)};
    return out;
}

Condition negated(Condition a) {
    Condition out;
    out.kind = Kind::negated;
    out.parts = {std::move(a)};
    return out;
}

Condition without_negation(const Condition& condition, bool negate) {
    if (condition.kind == Kind::negated) return without_negation(condition.parts.front(), !negate);
    Condition out = condition;
    if (condition.kind == Kind::comparison) {
        static constexpr std::pair<const char*, const char*> opposites[] = {{"==", "!="}, {"!=", "=="}, {"<", ">="}, {">=", "<"}, {">", "<="}, {"<=", ">"}};
        for (const auto& [from, to] : opposites)
            if (negate && condition.op == from) out.op = to;
        return out;
    }
    if (negate) out.kind = condition.kind == Kind::both ? Kind::either : Kind::both;
    for (Condition& part : out.parts) part = without_negation(part, negate);
    return out;
}

void for_each_operand(Condition& condition, const std::function<void(Operand&, Operand&)>& fn) {
    if (condition.kind == Kind::comparison) fn(condition.left, condition.right), fn(condition.right, condition.left);
    for (Condition& part : condition.parts) for_each_operand(part, fn);
}

NodePtr condition_node(const Condition& given, const std::function<std::string(const std::string&)>& variable, const std::function<ValueType(const std::string&)>& type) {
    const Condition condition = without_negation(given);
    if (condition.kind != Kind::comparison) {
        const NodePtr map = yaml::make_map({{string_node("operator"), string_node(condition.kind == Kind::both ? "AND" : "OR")},
                                            {string_node("leftExpression"), condition_node(condition.parts[0], variable, type)},
                                            {string_node("rightExpression"), condition_node(condition.parts[1], variable, type)}});
        return one("conjunction", map);
    }
    const auto operand = [&](const Operand& me, const Operand& other) {
        if (me.tag) return one("var", string_node(variable(me.text)));
        const ValueType wanted = other.tag ? type(other.text) : ValueType::any;
        return one("primitive", scalar_primitive(me.text, me.plain, wanted));
    };
    const char* word = "EQ";
    for (const auto& [name, sign] : operators)
        if (condition.op == sign) word = name;
    return one("comparison", yaml::make_map({{string_node("operator"), string_node(word)},
                                             {string_node("leftValue"), operand(condition.left, condition.right)},
                                             {string_node("rightValue"), operand(condition.right, condition.left)}}));
}

}  // namespace weft::flyte
