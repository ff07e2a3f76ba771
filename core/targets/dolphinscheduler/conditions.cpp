#include "core/targets/dolphinscheduler/conditions.h"

#include <algorithm>
#include <cctype>

#include "core/model/graph.h"
#include "core/targets/dolphinscheduler/words.h"

namespace weft::dolphin {
namespace {

std::string trimmed(std::string text) {
    while (!text.empty() && text.front() == ' ') text.erase(0, 1);
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

// "a || (b && c)" -> parts between `op` outside of brackets.
std::vector<std::string> split(const std::string& text, std::string_view op) {
    std::vector<std::string> out;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        if (depth != 0 || text.compare(i, 2, op) != 0) continue;
        out.push_back(trimmed(text.substr(begin, i - begin)));
        begin = ++i + 1;
    }
    out.push_back(trimmed(text.substr(begin)));
    return out;
}

std::string unwrapped(std::string text) {
    text = trimmed(std::move(text));
    while (text.size() > 1 && text.front() == '(' && text.back() == ')') {
        int depth = 0;
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0) return text;
        }
        text = trimmed(text.substr(1, text.size() - 2));
    }
    return text;
}

std::optional<Item> item_in(const std::string& text) {
    const std::string term = unwrapped(text);
    if (term.empty() || term.find_first_of(" !()|&") != std::string::npos) return std::nullopt;
    const Result<std::vector<DependsTerm>> terms = depends_terms(term);
    if (!terms || terms->size() != 1) return std::nullopt;
    const Results results = terms->front().results;
    if (results & on_succeeded && !(results & on_failed)) return Item{terms->front().task, false};
    if (results == on_failed || results == (on_failed | on_errored)) return Item{terms->front().task, true};
    return std::nullopt;
}

std::optional<Condition> parsed(const std::string& text) {
    Condition out;
    const std::string whole = unwrapped(text);
    std::vector<std::string> parts = split(whole, "||");
    out.top_or = parts.size() > 1;
    if (!out.top_or) parts = split(whole, "&&");
    if (!out.top_or && std::none_of(parts.begin(), parts.end(), [](const std::string& part) { return part.find('(') != std::string::npos; })) {
        out.groups.push_back({false, {}});   // an "and" is one list
        for (const std::string& part : parts) {
            const std::optional<Item> item = item_in(part);
            if (!item) return std::nullopt;
            out.groups[0].second.push_back(*item);
        }
        return out;
    }
    const bool flat = out.top_or && std::all_of(parts.begin(), parts.end(), [](const std::string& part) { return item_in(part).has_value(); });
    if (flat) {
        out.top_or = false;
        out.groups.push_back({true, {}});
        for (const std::string& part : parts) out.groups[0].second.push_back(*item_in(part));
        return out;
    }
    for (const std::string& part : parts) {
        const std::vector<std::string> terms = split(unwrapped(part), out.top_or ? "&&" : "||");
        std::vector<Item> items;
        for (const std::string& term : terms) {
            const std::optional<Item> item = item_in(term);
            if (!item) return std::nullopt;
            items.push_back(*item);
        }
        out.groups.push_back({!out.top_or, std::move(items)});
    }
    return out;
}

Condition of_needs(const Task& gate) {
    Condition out;
    out.groups.push_back({false, {}});
    for (const Need& need : gate.needs)
        if (need.results == on_succeeded || need.results == on_failed) out.groups[0].second.push_back({need.task, need.results == on_failed});
    return out;
}

// Names that an expression can hold.
bool is_word(const std::string& name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; });
}

void set_need(Task& task, const std::string& name, Results results) {
    const auto found = std::find_if(task.needs.begin(), task.needs.end(), [&](const Need& need) { return need.task == name; });
    if (found != task.needs.end()) found->results = results;
    else task.needs.push_back({name, results, false});
}

}  // namespace

std::string expression_of(const Condition& condition) {
    std::string out;
    bool needed = false;
    for (const auto& [any, items] : condition.groups) {
        std::string part;
        for (const Item& one : items) part += (part.empty() ? "" : any ? " || " : " && ") + one.task + (one.failure ? ".Failed" : ".Succeeded");
        if (part.empty()) continue;
        needed = needed || (items.size() > 1 && any) || (condition.top_or && !out.empty());
        if (items.size() > 1 && condition.groups.size() > 1 && any != condition.top_or) part = "(" + part + ")";
        out += (out.empty() ? "" : condition.top_or ? " || " : " && ") + part;
    }
    return needed ? out : std::string();
}

bool ask(Task& gate, const Condition& condition) {
    bool words = true, twice = false;
    std::vector<std::string> seen;
    for (const auto& [any, items] : condition.groups)
        for (const Item& item : items) {
            words = words && is_word(item.task);
            twice = twice || std::find(seen.begin(), seen.end(), item.task) != seen.end();
            seen.push_back(item.task);
            set_need(gate, item.task, item.failure ? on_failed : on_succeeded);
        }
    std::string text = expression_of(condition);
    if (text.empty() && !twice) return true;
    if (!words || text.empty()) return false;
    gate.depends = std::move(text);
    for (const Need& need : needs_of_expression(gate.depends)) set_need(gate, need.task, need.results);
    return true;
}

std::optional<Condition> condition_of(const Task& gate) { return gate.depends.empty() ? of_needs(gate) : parsed(gate.depends); }

std::optional<Condition> coded(const Task& gate, const std::unordered_map<std::string, std::string>& codes) {
    std::optional<Condition> out = condition_of(gate);
    if (!out) return out;
    for (auto& [any, items] : out->groups)
        for (Item& item : items)
            if (const auto code = codes.find(item.task); code != codes.end()) item.task = code->second;
    return out;
}

bool same(const Condition& a, const Condition& b) {
    const auto same_items = [](const auto& x, const auto& y) {
        return x.first == y.first && std::equal(x.second.begin(), x.second.end(), y.second.begin(), y.second.end(),
                                                [](const Item& i, const Item& j) { return i.task == j.task && i.failure == j.failure; });
    };
    return a.top_or == b.top_or && std::equal(a.groups.begin(), a.groups.end(), b.groups.begin(), b.groups.end(), same_items);
}

}  // namespace weft::dolphin
