// Results and what follows from them: retries, hooks, the tasks downstream, the end of a loop.
#include <algorithm>
#include <cmath>

#include "core/model/tags.h"
#include "core/targets/local/planner.h"

namespace weft::local {

using run::EventKind;

bool is_bad(Ended ended) { return ended == Ended::failed || ended == Ended::errored || ended == Ended::timed_out || ended == Ended::cancelled; }

int Planner::shown_attempt(const Node& n) const {
    return n.kind == Kind::leaf || n.kind == Kind::wait || (n.kind == Kind::body && retry_of(n)) ? n.attempt : 0;
}

const Retry* Planner::retry_of(const Node& n) const {
    if (n.kind == Kind::loop) return nullptr;         // the items are tried again, not the loop
    if (n.task->retry) return &*n.task->retry;
    return n.definition && n.definition->retry ? &*n.definition->retry : nullptr;
}

bool Planner::wants_retry(int id, const AttemptResult& result) const {
    const Node& n = node(id);
    const Retry* retry = retry_of(n);
    if (!retry || !is_bad(result.ended) || result.ended == Ended::cancelled || killed || n.ending == Ended::cancelled) return false;
    if (body_of(n).cancelled != Ended::none && !n.handler) return false;
    if (retry->limit) {
        const NodeResolver resolver(*this, n.body, id);
        const auto text = substitute(retry->limit->text, resolver);
        char* end = nullptr;
        const long limit = text ? std::strtol(text->c_str(), &end, 10) : 0;
        if (!text || n.tries > limit) return false;
    }
    if (result.lost) return true;
    std::string policy;
    for (const char c : retry->policy)
        if (c != '-' && c != '_' && c != ' ') policy += char(std::tolower(static_cast<unsigned char>(c)));
    if (policy.empty()) policy = retry->expression.empty() ? "onfailure" : "always";
    if (policy == "always") return true;
    const bool error = result.ended == Ended::errored;
    return policy == "onfailure" ? !error : error;
}

// delay * factor^n, at most max_delay; never above a billion seconds, whatever the factor.
std::int64_t Planner::retry_delay_ms(int id) const {
    const Retry& retry = *retry_of(node(id));
    const NodeResolver resolver(*this, node(id).body, id);
    const auto seconds = [&](const std::string& written, double absent) {
        const auto text = substitute(written, resolver);
        const auto value = text ? parse_duration(*text) : Result<double>(tl::unexpected(text.error()));
        return value ? *value : absent;
    };
    const double factor = retry.factor && *retry.factor > 0 ? *retry.factor : 1;
    double delay = seconds(retry.delay, 0) * std::pow(factor, double(node(id).tries - 1));
    if (!(delay < 1e9)) delay = 1e9;
    return std::int64_t(std::min(delay, seconds(retry.max_delay, 1e9)) * 1000);
}

void Planner::schedule_retry(int id) {
    Node& n = node(id);
    const std::int64_t delay = retry_delay_ms(id);
    n.phase = Phase::retrying;
    n.inner = -1;
    emit(EventKind::retry_at, n.path, n.attempt, {{"at", std::to_string(clock.wall_ms() + delay)}});
    set_timer(delay, Due::retry, id, n.attempt);
}

void Planner::attempt_over(int id, AttemptResult result) {
    Node& n = node(id);
    if (!result.outputs.empty()) emit(EventKind::output, n.path, shown_attempt(n), result.outputs);
    std::vector<run::Datum> data = {{"result", result_word(result.ended)}};
    if (result.exit >= 0) data.push_back({"exit", std::to_string(result.exit)});
    if (!result.reason.empty()) data.push_back({"reason", result.reason});
    if (!n.because.empty()) data.push_back({"because", n.because});
    for (const run::Datum& artifact : result.artifacts) data.push_back({"artifact." + artifact.key, artifact.value});
    emit(EventKind::ended, n.path, shown_attempt(n), std::move(data));
    n.exit = result.exit;
    n.reason = result.reason;
    if (wants_retry(id, result)) {
        n.because.clear();
        give_slot(id);
        return schedule_retry(id);
    }
    n.ended = result.ended;
    n.outputs = std::move(result.outputs);
    n.artifacts = std::move(result.artifacts);
    settled(id);
}

// Ended without an attempt, or while it waited for one.
void Planner::finish(int id, Ended ended, std::string reason, std::string because) {
    Node& n = node(id);
    std::vector<run::Datum> data = {{"result", result_word(ended)}};
    if (!reason.empty()) data.push_back({"reason", reason});
    if (!because.empty()) data.push_back({"because", because});
    emit(EventKind::ended, n.path, 0, std::move(data));
    n.ended = ended;
    n.reason = std::move(reason);
    n.because = std::move(because);
    settled(id);
}

void Planner::skip(int id, Ended ended, const char* why, std::string because) {
    Node& n = node(id);
    std::vector<run::Datum> data = {{"reason", why}};
    if (!because.empty()) data.push_back({"because", because});
    emit(EventKind::skipped, n.path, 0, std::move(data));
    n.ended = ended;
    n.because = std::move(because);
    if (std::string_view(why) == "cancelled") n.ended = Ended::cancelled;
    if (std::string_view(why) != "upstream") n.because.clear();
    give_slot(id);
    n.phase = Phase::done;
    todo(Todo::propagate, id);
}

void Planner::settled(int id) {
    Node& n = node(id);
    n.ended_wall = clock.wall_ms();
    if (is_bad(n.ended) && !below_handler(n)) failures.push_back(id);
    give_slot(id);
    if (!n.task->handlers.empty() && n.hook_of < 0 && n.kind != Kind::loop && !killed) return start_hooks(id);
    n.phase = Phase::done;
    todo(Todo::propagate, id);
}

void Planner::start_hooks(int id) {
    node(id).phase = Phase::hooks;
    node(id).open_hooks = 0;
    for (const Handler& handler : node(id).task->handlers) {
        if (!handler.task) continue;
        const int made = make_node(node(id).body, *handler.task, &handler, node(id).path + "/" + handler.task->name);
        node(made).hook_of = id;
        node(id).hooks.push_back(made);
        ++node(id).open_hooks;
        emit_created(node(made));
        Message error;
        if (!trigger_met(handler, node(id).ended, status_word(node(id).ended), node(id).body, &error)) {
            if (error.empty()) skip(made, Ended::skipped, "trigger");
            else finish(made, Ended::errored, english(error));
        } else {
            emit(EventKind::handler_triggered, node(made).path, 0);
            todo(Todo::decide, made);
        }
    }
    if (node(id).open_hooks > 0) return;
    node(id).phase = Phase::done;
    todo(Todo::propagate, id);
}

void Planner::propagate(int id) {
    Node& n = node(id);
    BodyRun& b = body_of(n);
    if (n.loop >= 0) {
        if (--node(n.loop).open_items == 0) loop_over(n.loop);
        return;
    }
    if (n.handler) {
        if (is_bad(n.ended) && !n.handler->warn_only && b.failed_handler < 0) b.failed_handler = id;
        if (n.hook_of < 0) {
            if (--b.open_handlers == 0) todo(Todo::close_body, n.body);
        } else if (--node(n.hook_of).open_hooks == 0) {
            node(n.hook_of).phase = Phase::done;
            todo(Todo::propagate, n.hook_of);
        }
        return;
    }
    if (is_bad(n.ended) && !n.task->tolerated && b.fail_fast && !b.failed_fast) {
        b.failed_fast = true;
        b.cause = id;
        flush_queue(b);
    }
    // Of two tasks with one name the first is meant by every edge: nothing is downstream of the other.
    if (n.place >= 0)
        for (const int next : b.graph->downstream[std::size_t(n.place)]) {
            Node& down = node(b.nodes[std::size_t(next)]);
            if (down.waiting_on > 0 && --down.waiting_on == 0) todo(Todo::decide, b.nodes[std::size_t(next)]);
        }
    if (--b.open == 0) todo(Todo::end_body, n.body);
}

void Planner::loop_over(int id) {
    Node& n = node(id);
    AttemptResult result;
    result.ended = Ended::succeeded;
    long bad = 0;
    for (const int item : n.items) {
        const Ended ended = node(item).ended;
        if (!is_bad(ended)) continue;
        ++bad;
        if (n.because.empty()) n.because = node(item).path;
        if (result.ended == Ended::succeeded || result.ended == Ended::cancelled) result.ended = ended == Ended::timed_out ? Ended::failed : ended;
        else if (ended != Ended::cancelled && ended != Ended::errored) result.ended = Ended::failed;
    }
    if (bad > 0) result.reason = std::to_string(bad) + " of " + std::to_string(n.items.size()) + (result.ended == Ended::cancelled ? " items were cancelled" : " items failed");
    if (n.ending == Ended::timed_out && bad > 0) result.ended = Ended::timed_out, result.reason = "timed out";
    attempt_over(id, std::move(result));
}

// --- which handlers run ------------------------------------------------------------------------------------------------------------------
bool Planner::trigger_met(const Handler& handler, Ended scope, const std::string& status, int body, Message* error) const {
    if (handler.trigger == Trigger::on_success && scope != Ended::succeeded) return false;
    if (handler.trigger == Trigger::on_failure && !is_bad(scope)) return false;
    if (handler.expression.empty()) return true;
    // The engine's expression language is not ours; what hooks are made of (states and outputs, compared) is put in as quoted text and evaluated.
    const NodeResolver resolver(*this, body, -1);
    std::string text = handler.expression;
    const std::vector<tags::Chain> chains = tags::find_chains(text);
    for (auto chain = chains.rbegin(); chain != chains.rend(); ++chain) {
        std::string value = status;
        if (chain->root == "workflow" && chain->parts == std::vector<std::string>{"status"}) {
            if (auto known = resolver.workflow("status")) value = *known == "Running" ? status : *known;
        } else {
            std::string rest;
            for (std::size_t i = 1; i < chain->parts.size(); ++i) rest += (i > 1 ? "." : "") + chain->parts[i];
            const std::string first = chain->parts.empty() ? std::string() : chain->parts.front();
            auto known = chain->root == "tasks" || chain->root == "steps" ? resolver.task(first, rest) : resolver.param(chain->parts.empty() ? "" : chain->parts.back());
            if (!known) {
                *error = known.error().message;
                return false;
            }
            value = *known;
        }
        std::string quoted = "'";
        for (const char c : value) quoted += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
        text.replace(chain->begin, chain->end - chain->begin, quoted + "'");
    }
    const auto truth = evaluate_condition(text);
    if (!truth) *error = Message{WEFT_TR("core", "the expression \"%1\" is not evaluated on this computer"), {handler.expression}};
    return truth && *truth;
}

}  // namespace weft::local
