// Starting an attempt of a leaf, a wait or a sub-flow.
#include <algorithm>

#include "core/targets/local/planner.h"

namespace weft::local {

using run::EventKind;

void Planner::start(int id) {
    Node& n = node(id);
    if (n.phase != Phase::waiting && n.phase != Phase::queued) return;
    if (killed || n.ending == Ended::cancelled || (body_of(n).cancelled != Ended::none && !n.handler)) return skip(id, Ended::skipped, "cancelled");
    n.ending = Ended::none;
    if (n.kind == Kind::nothing) {
        const std::string what = n.definition && !n.definition->detail.empty() ? n.definition->detail : "";
        if (!n.definition) return finish(id, Ended::errored, "no definition \"" + n.task->definition + "\"");
        switch (n.definition->kind) {
            case DefinitionKind::http: return finish(id, Ended::errored, "an http request is not made on this computer: " + what);
            case DefinitionKind::resource: return finish(id, Ended::errored, "a Kubernetes object cannot be changed on this computer: " + what);
            case DefinitionKind::reference: return finish(id, Ended::errored, "it stands in another file or on a server: " + what);
            case DefinitionKind::none: return finish(id, Ended::errored, "there is nothing to run");
            default: return finish(id, Ended::errored, "this computer cannot run it: " + what);
        }
    }
    ++n.tries;
    if (const auto stands = kept.find(n.path); stands != kept.end() && !below_handler(n) && n.kind != Kind::body) {
        n.phase = Phase::launching;                   // an earlier epoch's success: no event, the record has it
        n.exit = stands->second.exit;
        n.outputs = stands->second.outputs;
        n.artifacts = stands->second.artifacts;
        n.ended = Ended::succeeded;
        return settled(id);
    }
    ++n.attempt;
    if (n.kind == Kind::body) return start_body(id);
    if (n.kind == Kind::wait) return start_wait(id);
    n.phase = Phase::launching;
    actions.push_back({Action::Kind::start, id, n.path, n.attempt});
}

std::shared_ptr<const Launch> Planner::prepare(int id, int attempt) {
    if (id < 0 || std::size_t(id) >= nodes.size() || node(id).phase != Phase::launching || node(id).attempt != attempt) return nullptr;
    const Node& n = node(id);
    auto params = leaf_params(id);
    auto launch = Result<std::shared_ptr<const Launch>>(nullptr);
    if (params) {
        const NodeResolver resolver(*this, n.body, id, &*params);
        launch = make_launch({*flow, *n.task, *n.definition, enclosing(n), *params, resolver, flow_environment, capture_all, facts.sandbox});
    } else {
        launch = tl::unexpected(params.error());
    }
    if (launch) return *launch;
    emit(EventKind::starting, n.path, n.attempt);
    attempt_over(id, {Ended::errored, -1, english(launch.error().message), {}, {}});
    settle();
    return nullptr;
}

void Planner::start_wait(int id) {
    Node& n = node(id);
    n.phase = Phase::suspended;
    emit(EventKind::suspended, n.path, n.attempt);
    // The duration is the definition's timeout, or the last word of its detail ("suspend 10s").
    std::string text = n.definition->timeout;
    if (text.empty()) text = n.definition->detail.substr(n.definition->detail.find_last_of(' ') + 1);
    const NodeResolver resolver(*this, n.body, id);
    if (auto plain = substitute(text, resolver)) text = *plain;
    if (const auto seconds = parse_duration(text)) set_timer(std::int64_t(std::min(*seconds, 1e9) * 1000), Due::wake, id, n.attempt);
    if (!n.task->timeout.empty()) set_timer(timeout_of(id), Due::timeout, id, n.attempt);
}

void Planner::start_body(int id) {
    const Body* body = node(id).definition->body.get();
    if (body_of(node(id)).depth + 1 > deepest_body || nodes.size() + body->tasks.size() > most_nodes) {
        node(id).phase = Phase::open;
        return attempt_over(id, {Ended::errored, -1, "sub-flows are nested too deeply (at most " + std::to_string(deepest_body) + ")", {}, {}});
    }
    node(id).phase = Phase::open;
    emit(EventKind::started, node(id).path, shown_attempt(node(id)));
    const int inner = open_body(id, *body, node(id).definition);
    node(id).inner = inner;
    if (bodies[std::size_t(inner)].cancelled == Ended::errored) return attempt_over(id, {Ended::errored, -1, node(id).reason, {}, {}});
    if (const std::int64_t ms = timeout_of(id); ms > 0) set_timer(ms, Due::timeout, id, node(id).attempt);
}

// A task's own parameters: its definition's inputs (argument, then default), then arguments that match no input (a task with a definition of its own).
Result<std::vector<std::pair<std::string, std::string>>> Planner::leaf_params(int id) {
    const Node& n = node(id);
    const NodeResolver resolver(*this, n.body, id);
    std::vector<std::pair<std::string, std::string>> params;
    const auto argument = [&](const std::string& name) -> const Binding* {
        for (const Binding& binding : n.task->params)
            if (binding.name == name) return &binding;
        return nullptr;
    };
    for (const Parameter& input : n.definition->inputs) {
        const Binding* given = argument(input.name);
        auto value = given ? resolve(given->value, resolver) : Result<std::string>(fail({WEFT_TR("core", "parameter \"%1\" has no value"), {input.name}}));
        if (!value && input.value) value = resolve(*input.value, resolver);
        if (!value && given) return fail({WEFT_TR("core", "parameter \"%1\": %2"), {input.name, english(value.error().message)}});
        if (!value) return tl::unexpected(value.error());
        if (!input.choices.empty() && std::find(input.choices.begin(), input.choices.end(), *value) == input.choices.end())
            return fail({WEFT_TR("core", "parameter \"%1\" is \"%2\", which is none of its choices"), {input.name, *value}});
        params.emplace_back(input.name, std::move(*value));
    }
    for (const Binding& binding : n.task->params) {
        if (std::any_of(params.begin(), params.end(), [&](const auto& known) { return known.first == binding.name; })) continue;
        auto value = resolve(binding.value, resolver);
        if (!value) return fail({WEFT_TR("core", "parameter \"%1\": %2"), {binding.name, english(value.error().message)}});
        params.emplace_back(binding.name, std::move(*value));
    }
    return params;
}

std::vector<const Task*> Planner::enclosing(const Node& n) const {
    std::vector<const Task*> chain;
    for (int body = n.body; bodies[std::size_t(body)].owner >= 0; body = node(bodies[std::size_t(body)].owner).body)
        chain.push_back(node(bodies[std::size_t(body)].owner).task);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

}  // namespace weft::local
