#include "core/targets/document_compare.h"

#include <algorithm>

namespace weft {
namespace {

// A number's quotes do not matter for a quantity or a limit: readers of all engines take both.
bool same(const std::optional<Scalar>& a, const std::optional<Scalar>& b) { return a.has_value() == b.has_value() && (!a || a->text == b->text); }

bool same_texts(const std::vector<Scalar>& a, const std::vector<Scalar>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Scalar& x, const Scalar& y) { return x.text == y.text; });
}

bool same_lists(std::vector<Toleration> a, std::vector<Toleration> b) {
    for (auto* list : {&a, &b})
        for (Toleration& one : *list)
            if (one.seconds) one.seconds->plain = false;
    return a == b;
}

bool same_lists(std::vector<Volume> a, std::vector<Volume> b) {
    for (auto* list : {&a, &b})
        for (Volume& one : *list)
            if (one.size) one.size->plain = false;
    return a == b;
}

std::string environment_difference(const Environment& a, const Environment& b) {
    if (a.image != b.image) return "image";
    if (a.pull_policy != b.pull_policy) return "pull policy";
    if (a.pull_secrets != b.pull_secrets) return "pull secrets";
    if (!same(a.cpu, b.cpu)) return "cpu";
    if (!same(a.memory, b.memory)) return "memory";
    if (!same(a.disk, b.disk)) return "disk";
    if (!same(a.gpu, b.gpu)) return "gpu";
    if (!same(a.shared_memory, b.shared_memory)) return "shared memory";
    if (!same(a.cpu_limit, b.cpu_limit)) return "cpu limit";
    if (!same(a.memory_limit, b.memory_limit)) return "memory limit";
    if (a.env != b.env) return "env";
    if (a.service_account != b.service_account) return "service account";
    if (a.node_selector != b.node_selector) return "node selector";
    if (!same_lists(a.tolerations, b.tolerations)) return "tolerations";
    if (!same_lists(a.volumes, b.volumes)) return "volumes";
    return {};
}

bool same_retry(const std::optional<Retry>& a, const std::optional<Retry>& b) {
    if (a.has_value() != b.has_value()) return false;
    if (!a) return true;
    return same(a->limit, b->limit) && a->delay == b->delay && a->factor == b->factor && a->max_delay == b->max_delay && a->policy == b->policy &&
           a->expression == b->expression;
}

std::string body_difference(const Body& a, const Body& b);

std::string definition_difference(const Definition& a, const Definition& b) {
    if (a.name != b.name) return "name";
    if (a.kind != b.kind) return "kind";
    if (a.shell != b.shell || !same_texts(a.command, b.command)) return "command";
    if (!same_texts(a.args, b.args)) return "args";
    if (a.source != b.source) return "script";
    if (a.working_dir != b.working_dir) return "working folder";
    if (a.inputs != b.inputs) return "inputs";
    if (a.files != b.files) return "files";
    if (a.outputs != b.outputs) return "outputs";
    if (std::string what = environment_difference(a.environment, b.environment); !what.empty()) return what;
    if (!same_retry(a.retry, b.retry)) return "retry";
    if (a.timeout != b.timeout) return "timeout";
    if (a.detail != b.detail || a.parallelism != b.parallelism || a.sequential != b.sequential || a.fail_fast != b.fail_fast) return "details";
    if (bool(a.body) != bool(b.body)) return "body";
    return a.body && a.body != b.body ? body_difference(*a.body, *b.body) : std::string();
}

std::string definition_difference(const DefinitionPtr& a, const DefinitionPtr& b) {
    if (a == b) return {};
    if (!a || !b) return "definition";
    return definition_difference(*a, *b);
}

std::string task_difference(const Task& a, const Task& b);

std::string handler_difference(const Handler& a, const Handler& b) {
    if (!a.task || !b.task) return a.task == b.task ? std::string() : std::string("exit handler");
    if (a.trigger != b.trigger || a.warn_only != b.warn_only || a.expression != b.expression) return "exit handler " + a.task->name + ": trigger";
    const std::string what = task_difference(*a.task, *b.task);
    return what.empty() ? what : "exit handler " + a.task->name + ": " + what;
}

std::string handlers_difference(const std::vector<Handler>& a, const std::vector<Handler>& b) {
    if (a.size() != b.size()) return "number of exit handlers";
    for (std::size_t i = 0; i < a.size(); ++i)
        if (std::string what = handler_difference(a[i], b[i]); !what.empty()) return what;
    return {};
}

std::string task_difference(const Task& a, const Task& b) {
    if (a.name != b.name) return "name";
    if (a.definition != b.definition) return "definition";
    if (a.params != b.params) return "params";
    if (a.files != b.files) return "files";
    if (std::string what = environment_difference(a.environment, b.environment); !what.empty()) return what;
    if (a.needs != b.needs || a.depends != b.depends) return "needs";
    if (a.when != b.when) return "when";
    if (a.loop != b.loop) return "loop";
    if (!same_retry(a.retry, b.retry)) return "retry";
    if (a.timeout != b.timeout) return "timeout";
    if (a.tolerated != b.tolerated || a.tolerated_error != b.tolerated_error) return "tolerated";
    if (a.muted != b.muted) return "muted";
    if (a.note != b.note) return "note";
    if (std::string what = definition_difference(a.own, b.own); !what.empty()) return what;
    return handlers_difference(a.handlers, b.handlers);
}

std::string body_difference(const Body& a, const Body& b) {
    if (a.tasks.size() != b.tasks.size()) return "number of tasks";
    for (std::size_t i = 0; i < a.tasks.size(); ++i) {
        if (a.tasks[i] == b.tasks[i] || !a.tasks[i] || !b.tasks[i]) continue;
        if (std::string what = task_difference(*a.tasks[i], *b.tasks[i]); !what.empty()) return "task " + a.tasks[i]->name + ": " + what;
    }
    return handlers_difference(a.handlers, b.handlers);
}

std::vector<Placement> sorted(std::vector<Placement> placements) {
    std::sort(placements.begin(), placements.end(), [](const Placement& a, const Placement& b) { return a.path < b.path; });
    return placements;
}

}  // namespace

std::string difference(const Flow& wanted, const Flow& got, bool with_placements) {
    if (wanted.name != got.name) return "name";
    if (wanted.description != got.description) return "description";
    if (wanted.parameters != got.parameters) return "parameters";
    if (std::string what = environment_difference(wanted.environment, got.environment); !what.empty()) return what;
    if (wanted.schedule != got.schedule) return "schedule";
    if (wanted.timeout != got.timeout) return "timeout";
    if (wanted.parallelism != got.parallelism) return "parallelism";
    if (wanted.definitions.size() != got.definitions.size()) return "number of definitions";
    for (std::size_t i = 0; i < wanted.definitions.size(); ++i)
        if (std::string what = definition_difference(wanted.definitions[i], got.definitions[i]); !what.empty())
            return "definition " + (wanted.definitions[i] ? wanted.definitions[i]->name : std::string()) + ": " + what;
    if (std::string what = body_difference(wanted.main, got.main); !what.empty()) return what;
    if (with_placements && sorted(wanted.placements) != sorted(got.placements)) return "placements";
    return {};
}

std::string canvas_difference(const Flow& wanted, const Flow& got, const Format& format) {
    if (format.abilities.placements_inside && sorted(wanted.placements) != sorted(got.placements)) return "placements";
    if (!format.abilities.notes_inside) return {};
    if (wanted.notes != got.notes) return "notes";
    return wanted.unfolded == got.unfolded ? std::string() : "unfolded";
}

void carry_canvas(Flow& to, const Flow& from, const Format& format) {
    if (!format.abilities.placements_inside) to.placements = from.placements;
    if (format.abilities.notes_inside) return;
    to.notes = from.notes;
    to.unfolded = from.unfolded;
}

}  // namespace weft
