// Deep comparison of snapshots. Equal pointers are equal values, so comparing two versions of one flow looks only at what was touched.
#include <algorithm>
#include <tuple>

#include "core/model/flow.h"

namespace weft {
namespace {

template <class T> bool same(const std::shared_ptr<const T>& a, const std::shared_ptr<const T>& b) {
    return a == b || (a && b && *a == *b);
}

template <class T> bool same(const std::vector<std::shared_ptr<const T>>& a, const std::vector<std::shared_ptr<const T>>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) { return same(x, y); });
}

}  // namespace

bool operator==(const Handler& a, const Handler& b) {
    return a.trigger == b.trigger && a.warn_only == b.warn_only && a.expression == b.expression && same(a.task, b.task);
}

bool operator==(const Body& a, const Body& b) { return same(a.tasks, b.tasks) && a.handlers == b.handlers; }

bool operator==(const Definition& a, const Definition& b) {
    const auto fields = [](const Definition& d) {
        return std::tie(d.name, d.kind, d.command, d.args, d.shell, d.source, d.working_dir, d.inputs, d.files, d.outputs, d.environment, d.retry, d.timeout,
                        d.detail, d.parallelism, d.sequential, d.fail_fast, d.unsupported);
    };
    return fields(a) == fields(b) && same(a.body, b.body);
}

bool operator==(const Task& a, const Task& b) {
    const auto fields = [](const Task& t) {
        return std::tie(t.id, t.name, t.definition, t.params, t.files, t.environment, t.needs, t.depends, t.when, t.loop, t.retry, t.timeout, t.tolerated,
                        t.tolerated_error, t.muted, t.handlers, t.note);
    };
    return fields(a) == fields(b) && same(a.own, b.own);
}

bool operator==(const Flow& a, const Flow& b) {
    const auto fields = [](const Flow& f) {
        return std::tie(f.name, f.format, f.description, f.parameters, f.environment, f.entrypoint, f.timeout, f.parallelism, f.schedule, f.placements, f.notes, f.unfolded, f.unsupported);
    };
    return fields(a) == fields(b) && same(a.definitions, b.definitions) && a.main == b.main;
}

}  // namespace weft
