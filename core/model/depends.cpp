// Argo's `depends` (workflow/common/ancestry.go): task.Result terms with && || ! and parentheses.
#include <algorithm>
#include <memory>

#include "core/model/graph.h"

namespace weft {
namespace {

struct Named { std::string_view name; Results bit; };
constexpr Named named_results[] = {{"Succeeded", on_succeeded}, {"Failed", on_failed}, {"Errored", on_errored}, {"Skipped", on_skipped}, {"Omitted", on_omitted},
                                   {"AnySucceeded", on_any_succeeded}, {"AllFailed", on_all_failed}, {"Daemoned", on_daemoned}};

enum class Op { term, all, any, none };
struct Tree;
using TreePtr = std::unique_ptr<Tree>;
struct Tree {
    Op op = Op::term;
    DependsTerm term;
    std::size_t begin = 0, end = 0;   // in the text, parentheses included
    std::size_t name_end = 0;         // term: where the name ends
    std::vector<TreePtr> parts;
};

constexpr int max_depth = 100;

class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) {}

    Result<TreePtr> parse() {
        Result<TreePtr> tree = any(0);
        if (!tree) return tree;
        blank();
        if (at_ < text_.size()) return wrong();
        return tree;
    }

  private:
    tl::unexpected<Error> wrong() {
        if (at_ >= text_.size()) return fail({WEFT_TR("core", "depends \"%1\" ends too early: a task's name is missing"), {std::string(text_)}});
        return fail({WEFT_TR("core", "depends \"%1\" is wrong at \"%2\": it is made of task names with && || ! and parentheses"), {std::string(text_), std::string(text_.substr(at_))}});
    }
    void blank() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
    }
    bool eat(std::string_view token) {
        blank();
        if (!text_.substr(at_).starts_with(token)) return false;
        at_ += token.size();
        return true;
    }
    Result<TreePtr> chain(int depth, Op op, std::string_view token) {
        const auto operand = [&] { return op == Op::any ? chain(depth, Op::all, "&&") : factor(depth); };
        Result<TreePtr> first = operand();
        if (!first) return first;
        if (!eat(token)) return first;
        auto tree = std::make_unique<Tree>();
        tree->op = op;
        tree->begin = (*first)->begin;
        tree->parts.push_back(std::move(*first));
        do {
            Result<TreePtr> next = operand();
            if (!next) return next;
            tree->end = (*next)->end;
            tree->parts.push_back(std::move(*next));
        } while (eat(token));
        return tree;
    }
    Result<TreePtr> any(int depth) { return chain(depth, Op::any, "||"); }

    Result<TreePtr> factor(int depth) {
        if (depth > max_depth) return fail({WEFT_TR("core", "depends \"%1\" is nested too deeply"), {std::string(text_.substr(0, 40))}});
        blank();
        const std::size_t begin = at_;
        if (eat("!")) {
            Result<TreePtr> inner = factor(depth + 1);
            if (!inner) return inner;
            auto tree = std::make_unique<Tree>();
            tree->op = Op::none;
            tree->begin = begin;
            tree->end = (*inner)->end;
            tree->parts.push_back(std::move(*inner));
            return tree;
        }
        if (eat("(")) {
            Result<TreePtr> inner = any(depth + 1);
            if (!inner) return inner;
            if (!eat(")")) return wrong();
            (*inner)->begin = begin;
            (*inner)->end = at_;
            return inner;
        }
        return term();
    }

    Result<TreePtr> term() {
        blank();
        const std::size_t begin = at_;
        while (at_ < text_.size() && std::string_view(" \t\r\n&|!()").find(text_[at_]) == std::string_view::npos) ++at_;
        const std::string_view word = text_.substr(begin, at_ - begin);
        if (word.empty()) return wrong();
        auto tree = std::make_unique<Tree>();
        tree->begin = begin;
        tree->end = tree->name_end = at_;
        tree->term = {std::string(word), results_default};
        const std::size_t dot = word.rfind('.');
        if (dot == std::string_view::npos || dot == 0 || dot + 1 == word.size() || word[dot + 1] < 'A' || word[dot + 1] > 'Z') return tree;
        const std::string_view result = word.substr(dot + 1);
        tree->term = {std::string(word.substr(0, dot)), result_bit(result)};
        tree->name_end = begin + dot;
        if (tree->term.results == 0) {
            return fail({WEFT_TR("core", "\"%1\" is no result of a task: use Succeeded, Failed, Errored, Skipped, Omitted, Daemoned, AnySucceeded or AllFailed"),
                         {std::string(result)}});
        }
        return tree;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

template <class Fn> void each_term(const Tree& tree, Fn&& fn) {
    if (tree.op == Op::term) fn(tree);
    for (const TreePtr& part : tree.parts) each_term(*part, fn);
}

Result<bool> value_of(const Tree& tree, const std::vector<std::pair<std::string, Results>>& facts) {
    if (tree.op == Op::term) {
        const auto fact = std::find_if(facts.begin(), facts.end(), [&](const auto& known) { return known.first == tree.term.task; });
        if (fact == facts.end()) return fail({WEFT_TR("core", "depends names \"%1\", and there is no such task"), {tree.term.task}});
        return (fact->second & tree.term.results) != 0;
    }
    bool all = true, any = false;
    for (const TreePtr& part : tree.parts) {  // no short cut: an undefined name is always an error
        const Result<bool> value = value_of(*part, facts);
        if (!value) return value;
        all = all && *value;
        any = any || *value;
    }
    if (tree.op == Op::none) return !any;
    return tree.op == Op::all ? all : any;
}

bool mentions(const Tree& tree, std::string_view task) {
    bool found = false;
    each_term(tree, [&](const Tree& term) { found = found || term.term.task == task; });
    return found;
}

std::string without(std::string_view text, const Tree& tree, std::string_view task) {
    if (!mentions(tree, task)) return std::string(text.substr(tree.begin, tree.end - tree.begin));
    std::vector<std::string> kept;
    for (const TreePtr& part : tree.parts) {
        if (std::string left = without(text, *part, task); !left.empty()) kept.push_back(std::move(left));
    }
    if (kept.empty()) return {};
    if (tree.op == Op::none) return "!" + kept.front();
    if (kept.size() == 1) return kept.front();
    std::string out;
    for (const std::string& part : kept) out += (out.empty() ? "" : tree.op == Op::all ? " && " : " || ") + part;
    return text[tree.begin] == '(' && text[tree.end - 1] == ')' && tree.begin < tree.parts.front()->begin ? "(" + out + ")" : out;
}

// One task with a set of results: "a", "a.Failed", "(a.Succeeded || a.Failed)".
std::optional<Need> single_need(const Tree& tree) {
    if (tree.op == Op::term) return Need{tree.term.task, tree.term.results, false};
    if (tree.op != Op::any) return std::nullopt;
    Need need;
    need.results = 0;
    for (const TreePtr& part : tree.parts) {
        const std::optional<Need> one = single_need(*part);
        if (!one || (!need.task.empty() && one->task != need.task)) return std::nullopt;
        need.task = one->task;
        need.results |= one->results;
    }
    return need;
}

bool collect_needs(const Tree& tree, std::vector<Need>& needs) {
    if (tree.op == Op::all) return std::all_of(tree.parts.begin(), tree.parts.end(), [&](const TreePtr& part) { return collect_needs(*part, needs); });
    std::optional<Need> need = single_need(tree);
    if (!need || std::any_of(needs.begin(), needs.end(), [&](const Need& known) { return known.task == need->task; })) return false;
    needs.push_back(std::move(*need));
    return true;
}

}  // namespace

Results result_bit(std::string_view name) {
    for (const Named& known : named_results) {
        if (known.name == name) return known.bit;
    }
    return 0;
}

std::vector<std::string> result_names(Results results) {
    std::vector<std::string> names;
    for (unsigned bit = 1; bit != 0 && bit <= results; bit <<= 1) {
        for (const Named& known : named_results) {
            if (known.bit == (bit & results)) names.emplace_back(known.name);
        }
    }
    return names;
}

std::string depends_term(std::string_view task, Results results) {
    if (results == results_default) return std::string(task);
    const std::vector<std::string> names = result_names(results);
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : " || ") + std::string(task) + "." + name;
    return names.size() > 1 ? "(" + out + ")" : out;
}

Result<std::vector<DependsTerm>> depends_terms(std::string_view expression) {
    const Result<TreePtr> tree = Parser(expression).parse();
    if (!tree) return tl::unexpected(tree.error());
    std::vector<DependsTerm> terms;
    each_term(**tree, [&](const Tree& term) { terms.push_back(term.term); });
    return terms;
}

Result<bool> evaluate_depends(std::string_view expression, const std::vector<std::pair<std::string, Results>>& facts) {
    const Result<TreePtr> tree = Parser(expression).parse();
    if (!tree) return tl::unexpected(tree.error());
    return value_of(**tree, facts);
}

std::string rename_in_depends(std::string_view expression, std::string_view from, std::string_view to) {
    const Result<TreePtr> tree = Parser(expression).parse();
    std::string out(expression);
    if (!tree) return out;
    std::vector<const Tree*> hits;
    each_term(**tree, [&](const Tree& term) {
        if (term.term.task == from) hits.push_back(&term);
    });
    for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) out.replace((*hit)->name_end - from.size(), from.size(), to);   // a term begins at its bracket
    return out;
}

std::string depends_without(std::string_view expression, std::string_view task) {
    const Result<TreePtr> tree = Parser(expression).parse();
    if (!tree || !mentions(**tree, task)) return std::string(expression);
    return without(expression, **tree, task);
}

std::optional<std::vector<Need>> needs_of_depends(std::string_view expression) {
    const Result<TreePtr> tree = Parser(expression).parse();
    std::vector<Need> needs;
    if (!tree || !collect_needs(**tree, needs)) return std::nullopt;
    return needs;
}

std::vector<Need> needs_of_expression(std::string_view expression) {
    std::vector<Need> needs;
    const Result<std::vector<DependsTerm>> terms = depends_terms(expression);
    if (!terms) return needs;
    for (const DependsTerm& term : *terms) {
        const auto known = std::find_if(needs.begin(), needs.end(), [&](const Need& need) { return need.task == term.task; });
        if (known != needs.end()) known->results |= term.results;
        else needs.push_back({term.task, term.results, false});
    }
    return needs;
}

}  // namespace weft
