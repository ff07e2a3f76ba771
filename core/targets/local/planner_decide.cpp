// May a task run, how often, and when is there room for it.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/targets/local/planner.h"

namespace weft::local {

using run::EventKind;

// The result bits of a task that has ended, for edges and `depends`.
Results Planner::results_of(const Node& n) const {
    Results bits = 0;
    switch (n.ended) {
        case Ended::succeeded: bits = on_succeeded; break;
        case Ended::errored: bits = on_errored; break;
        case Ended::skipped: bits = on_skipped; break;
        case Ended::omitted: bits = on_omitted; break;
        case Ended::none: return 0;
        default: bits = on_failed; break;
    }
    if (n.kind == Kind::loop && !n.items.empty()) {
        const auto is = [&](Ended wanted) { return [this, wanted](int id) { return node(id).ended == wanted; }; };
        if (std::any_of(n.items.begin(), n.items.end(), is(Ended::succeeded))) bits |= on_any_succeeded;
        if (std::all_of(n.items.begin(), n.items.end(), is(Ended::failed))) bits |= on_all_failed;
    }
    return bits;
}

bool Planner::needs_met(Node& n, bool* upstream_failed, std::string* because, Message* error) {
    const BodyRun& b = body_of(n);
    const BodyGraph& g = *b.graph;
    bool met = true;
    const auto unmet = [&](const Node& up) {
        met = false;
        if (*upstream_failed) return;
        const bool origin = up.ended == Ended::omitted && !up.because.empty();
        *upstream_failed = is_bad(up.ended) || origin;
        if (*upstream_failed) *because = origin ? up.because : up.path;
    };
    if (!n.task->depends.empty()) {
        std::vector<std::pair<std::string, Results>> known;
        const auto terms = depends_terms(n.task->depends);
        if (!terms) { *error = terms.error().message; return false; }
        for (const DependsTerm& term : *terms) {
            const auto it = g.index.find(term.task);
            if (it == g.index.end()) continue;
            const Node& up = node(b.nodes[std::size_t(it->second)]);
            known.emplace_back(term.task, results_of(up));
            if ((term.results & (on_failed | on_errored | on_all_failed)) != 0) n.bypassed = true;
        }
        const auto value = evaluate_depends(n.task->depends, known);
        if (!value) { *error = value.error().message; return false; }
        if (*value) return true;
        for (const DependsTerm& term : *terms)
            if (const auto it = g.index.find(term.task); it != g.index.end()) {
                const Node& up = node(b.nodes[std::size_t(it->second)]);
                if (!(results_of(up) & term.results)) unmet(up);
            }
        met = false;
        return false;
    }
    for (const Need& need : n.task->needs) {
        const auto it = g.index.find(need.task);
        if (it == g.index.end()) {
            *error = Message{WEFT_TR("core", "it needs \"%1\", and there is no such task"), {need.task}};
            return false;
        }
        const Node& up = node(b.nodes[std::size_t(it->second)]);
        Results wanted = need.results;
        if (wanted == results_default) wanted |= (up.task->tolerated ? on_failed : 0u) | (up.task->tolerated_error ? on_errored : 0u);
        if (wanted & on_failed) n.bypassed = n.bypassed || !(need.results & on_succeeded);
        if (!(results_of(up) & wanted)) unmet(up);
    }
    return met;
}

void Planner::decide(int id) {
    Node& n = node(id);
    if (n.phase != Phase::waiting) return;
    BodyRun& b = body_of(n);
    if (n.ending == Ended::cancelled || (b.cancelled != Ended::none && !n.handler) || killed) return skip(id, Ended::skipped, "cancelled");
    if (n.waiting_on < 0) {
        std::string round;
        for (const int on_cycle : b.graph->cycle) round += b.graph->tasks[std::size_t(on_cycle)]->name + " -> ";
        return finish(id, Ended::errored, "stands on a cycle: " + round + b.graph->tasks[std::size_t(b.graph->cycle.front())]->name);
    }
    if (n.loop < 0) {
        if (n.task->muted) return skip(id, Ended::skipped, "muted");
        bool upstream_failed = false;
        std::string because;
        Message error;
        if (!n.handler && !needs_met(n, &upstream_failed, &because, &error)) {
            if (!error.empty()) return finish(id, Ended::errored, english(error));
            return skip(id, Ended::omitted, upstream_failed ? "upstream" : "condition", because);
        }
        if (n.kind == Kind::loop) return expand(id);
    }
    if (!n.task->when.empty()) {
        const NodeResolver resolver(*this, n.body, id);
        auto text = substitute(n.task->when, resolver);
        auto truth = text ? evaluate_condition(*text) : Result<bool>(tl::unexpected(text.error()));
        if (!truth) return finish(id, Ended::errored, "when: " + english(truth.error().message));
        if (!*truth) return skip(id, Ended::skipped, "condition");
    }
    go(id);
}

// --- loops ---------------------------------------------------------------------------------------------------------------------------
namespace {

std::string item_text(const nlohmann::json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

// printf-like formats of withSequence: one integer conversion; everything else is text.
std::string formatted(const std::string& format, long long value) {
    const std::size_t percent = format.find('%');
    if (format.empty() || percent == std::string::npos) return format.empty() ? std::to_string(value) : format;
    std::size_t end = percent + 1;
    while (end < format.size() && std::string_view("0123456789-+ #").find(format[end]) != std::string_view::npos) ++end;
    if (end >= format.size() || std::string_view("dxXo").find(format[end]) == std::string_view::npos || end - percent > 6) return std::to_string(value);
    char buffer[128];
    const std::string one = format.substr(percent, end - percent) + "ll" + format[end];
    std::snprintf(buffer, sizeof buffer, one.c_str(), value);
    return format.substr(0, percent) + buffer + format.substr(end + 1);
}

Result<long long> whole_number(const Scalar& scalar, const Resolver& resolver, long long absent) {
    auto text = substitute(scalar.text, resolver);
    if (!text) return tl::unexpected(text.error());
    if (text->empty()) return absent;
    char* end = nullptr;
    const long long value = std::strtoll(text->c_str(), &end, 10);
    if (*end != '\0') return fail({WEFT_TR("core", "\"%1\" is no whole number"), {*text}});
    return value;
}

Result<std::vector<std::string>> sequence(const Loop& loop, const Resolver& resolver) {
    const auto count = whole_number(loop.count, resolver, -1), start = whole_number(loop.start, resolver, 0), end = whole_number(loop.end, resolver, -1);
    for (const auto* number : {&count, &start, &end})
        if (!*number) return tl::unexpected(number->error());
    const bool counted = !loop.count.text.empty();
    const long long last = counted ? *start + *count - 1 : *end;
    const long long step = last < *start && !counted ? -1 : 1;
    std::vector<std::string> items;
    for (long long i = *start; counted ? i <= last : (step > 0 ? i <= last : i >= last); i += step) {
        if (items.size() > most_items) break;
        items.push_back(formatted(loop.format, i));
    }
    return items;
}

Result<std::vector<std::string>> listed(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_array())
        return fail({WEFT_TR("core", "\"%1\" is no JSON list"), {text.size() > 60 ? text.substr(0, 60) + "…" : text}});
    std::vector<std::string> items;
    for (const auto& value : json) items.push_back(item_text(value));
    return items;
}

}  // namespace

Result<std::vector<std::string>> Planner::items_of(int id) {
    const Loop& loop = *node(id).task->loop;
    const NodeResolver resolver(*this, node(id).body, id);
    if (loop.over == Loop::Over::sequence) return sequence(loop, resolver);
    if (loop.over == Loop::Over::param) {
        auto text = substitute(loop.param, resolver);
        if (!text) return tl::unexpected(text.error());
        if (text->find("{{") == std::string::npos && text->find('[') == std::string::npos)        // native: the bare name of a parameter
            if (auto value = resolver.param(*text)) return listed(*value);
        return listed(*text);
    }
    std::vector<std::string> items;
    for (const std::string& item : loop.items) {
        auto text = substitute(item, resolver);
        if (!text) return tl::unexpected(text.error());
        items.push_back(std::move(*text));
    }
    return items;
}

void Planner::expand(int id) {
    auto items = items_of(id);
    if (!items) return finish(id, Ended::errored, "loop: " + english(items.error().message));
    if (items->empty()) return skip(id, Ended::skipped, "condition");
    if (items->size() > most_items || nodes.size() + items->size() > most_nodes)
        return finish(id, Ended::errored, "loop: " + std::to_string(items->size()) + " items are too many (at most " + std::to_string(most_items) + ")");
    node(id).phase = Phase::open;
    node(id).open_items = int(items->size());
    emit(EventKind::expanded, node(id).path, 0, {{"children", std::to_string(items->size())}});
    for (std::size_t i = 0; i < items->size(); ++i) {
        const int made = make_node(node(id).body, *node(id).task, node(id).handler, node(id).path + "[" + std::to_string(i) + "]");
        Node& item = node(made);
        item.loop = id;
        item.item = std::move((*items)[i]);
        item.bypassed = node(id).bypassed;
        item.kind = !item.definition ? Kind::nothing : item.definition->kind == DefinitionKind::flow && item.definition->body ? Kind::body
                    : item.definition->kind == DefinitionKind::wait ? Kind::wait
                    : item.definition->kind == DefinitionKind::container || item.definition->kind == DefinitionKind::script ? Kind::leaf : Kind::nothing;
        node(id).items.push_back(made);
        emit_created(item);
        todo(Todo::decide, made);
    }
}

// --- room ------------------------------------------------------------------------------------------------------------------------------
bool Planner::room_for(const Node& n) const {
    const BodyRun& b = body_of(n);
    const bool run_full = n.kind == Kind::leaf && flow->parallelism && *flow->parallelism > 0 && run_active >= *flow->parallelism && !b.below_handler;
    return !run_full && !(b.limit > 0 && b.active >= b.limit);
}

void Planner::hold_slot(Node& n) {
    ++body_of(n).active;
    if (n.kind == Kind::leaf) ++run_active;
    n.has_slot = true;
}

bool Planner::take_slot(int id) {
    Node& n = node(id);
    if (n.has_slot || n.handler) return true;
    if (room_for(n)) {
        hold_slot(n);
        return true;
    }
    BodyRun& b = body_of(n);
    (b.limit > 0 && b.active >= b.limit ? b.queue : run_queue).push_back(id);
    n.phase = Phase::queued;
    emit(EventKind::ready, n.path, 0);
    return false;
}

// A slot that becomes free goes to the one who waited longest; a node that waits for another limit instead moves to that queue.
void Planner::pump(std::deque<int>& queue) {
    for (std::size_t left = queue.size(); left > 0 && !queue.empty(); --left) {
        const int first = queue.front();
        Node& n = node(first);
        if (n.phase == Phase::queued && !room_for(n)) {
            BodyRun& b = body_of(n);
            std::deque<int>& right = b.limit > 0 && b.active >= b.limit ? b.queue : run_queue;
            if (&right == &queue) return;
            queue.pop_front();
            right.push_back(first);
            continue;
        }
        queue.pop_front();
        if (n.phase != Phase::queued) continue;
        hold_slot(n);
        todo(Todo::start, first);
    }
}

void Planner::give_slot(int id) {
    Node& n = node(id);
    if (!n.has_slot) return;
    n.has_slot = false;
    BodyRun& b = body_of(n);
    --b.active;
    if (n.kind == Kind::leaf) --run_active;
    if (!b.queue.empty()) pump(b.queue);
    if (!run_queue.empty()) pump(run_queue);
}

void Planner::go(int id) {
    if (take_slot(id)) start(id);
}

}  // namespace weft::local
