#include "core/model/compare.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "core/model/environment.h"
#include "core/model/graph.h"

namespace weft {
namespace {

using Fields = std::map<std::string, std::string>;

std::string one_line(std::string text) {
    for (char& c : text)
        if (c == '\n' || c == '\t') c = ' ';
    return text;
}

void put(Fields& fields, const std::string& name, std::string value) {
    if (!value.empty()) fields[name] = one_line(std::move(value));
}

void put(Fields& fields, const std::string& name, const std::optional<Scalar>& value) {
    if (value) put(fields, name, value->text);
}

std::string words(const std::vector<Scalar>& all) {
    std::string out;
    for (const Scalar& word : all) out += (out.empty() ? "" : " ") + word.text;
    return out;
}

void add_environment(Fields& fields, const Environment& e) {
    put(fields, "image", e.image.value_or(""));
    put(fields, "pull policy", e.pull_policy.value_or(""));
    put(fields, "cpu", e.cpu);
    put(fields, "memory", e.memory);
    put(fields, "disk", e.disk);
    put(fields, "gpu", e.gpu);
    put(fields, "shared memory", e.shared_memory);
    put(fields, "cpu limit", e.cpu_limit);
    put(fields, "memory limit", e.memory_limit);
    put(fields, "service account", e.service_account.value_or(""));
    for (const std::string& secret : e.pull_secrets) put(fields, "pull secret " + secret, secret);
    for (const Binding& one : e.env) put(fields, "env." + one.name, shown(one.value).empty() ? "\"\"" : shown(one.value));
    for (const Binding& one : e.node_selector) put(fields, "node selector " + one.name, shown(one.value));
    for (const Toleration& one : e.tolerations) put(fields, "toleration " + one.key, shown(one));
    for (const Volume& one : e.volumes) put(fields, "volume " + one.name + (one.path.empty() ? "" : " at " + one.path), shown(one));
}

void add_retry(Fields& fields, const std::optional<Retry>& retry) {
    if (!retry) return;
    put(fields, "retry", retry->limit ? retry->limit->text : std::string("unlimited"));
    put(fields, "retry delay", retry->delay);
    if (retry->factor) put(fields, "retry factor", std::to_string(*retry->factor));
    put(fields, "retry policy", retry->policy + (retry->expression.empty() ? "" : " " + retry->expression));
}

void add_files(Fields& fields, const std::vector<InputFile>& files) {
    for (const InputFile& file : files) put(fields, "file " + file.name, file.path + (file.from ? " from " + shown(*file.from) : file.raw ? " holding " + *file.raw : ""));
}

void add_parameters(Fields& fields, const std::vector<Parameter>& parameters, const std::string& word) {
    for (const Parameter& one : parameters) put(fields, word + one.name, one.value ? shown(*one.value).empty() ? "\"\"" : shown(*one.value) : std::string("must be given"));
}

const char* kind_word(DefinitionKind kind) {
    constexpr const char* all[] = {"container", "script", "sub-flow", "wait", "http", "kubernetes object", "defined elsewhere", "other", ""};
    return all[std::size_t(kind)];
}

void add_definition(Fields& fields, const Definition& d) {
    put(fields, "kind", kind_word(d.kind));
    put(fields, "command", words(d.command));
    put(fields, "args", words(d.args));
    put(fields, "script", d.source);
    put(fields, "working folder", d.working_dir);
    put(fields, "detail", d.detail);
    put(fields, "timeout", d.timeout);
    if (d.parallelism) put(fields, "parallelism", std::to_string(*d.parallelism));
    add_parameters(fields, d.inputs, "input ");
    add_files(fields, d.files);
    for (const Output& output : d.outputs) put(fields, "output " + output.name, output.from == OutputFrom::standard_output ? "what it prints" : output.from == OutputFrom::exit_code ? "exit code" : output.path.empty() ? shown(output.expression).empty() ? output.name : shown(output.expression) : output.path);
    add_environment(fields, d.environment);
    add_retry(fields, d.retry);
}

Fields fields_of(const Task& task, const Handler* handler) {
    Fields fields;
    if (task.definition.empty() && task.own) add_definition(fields, *task.own);
    put(fields, "runs", task.definition);
    for (const Binding& param : task.params) put(fields, "param " + param.name, shown(param.value).empty() ? "\"\"" : shown(param.value));
    add_files(fields, task.files);
    add_environment(fields, task.environment);
    add_retry(fields, task.retry);
    put(fields, "timeout", task.timeout);
    put(fields, "when", task.when);
    put(fields, "waits by", task.depends);
    put(fields, "note", task.note);
    if (task.loop) {
        std::string items;
        for (const std::string& item : task.loop->items) items += (items.empty() ? "" : ", ") + item;
        put(fields, "loop", task.loop->over == Loop::Over::items ? "over " + items : task.loop->over == Loop::Over::param ? "over " + task.loop->param : task.loop->count.text.empty() ? task.loop->start.text + " to " + task.loop->end.text : task.loop->count.text + " times");
    }
    if (task.tolerated) put(fields, "failure", "tolerated");
    if (task.muted) put(fields, "muted", "yes");
    if (handler) {
        put(fields, "runs when", handler->trigger == Trigger::always ? "always" : handler->trigger == Trigger::on_success ? "on success" : "on failure");
        put(fields, "expression", handler->expression);
        if (handler->warn_only) put(fields, "its failure", "only warns");
    }
    return fields;
}

Fields fields_of(const Flow& flow) {
    Fields fields;
    put(fields, "name", flow.name);
    put(fields, "description", flow.description);
    put(fields, "timeout", flow.timeout);
    if (flow.parallelism) put(fields, "parallelism", std::to_string(*flow.parallelism));
    add_parameters(fields, flow.parameters, "parameter ");
    add_environment(fields, flow.environment);
    if (flow.schedule) {
        std::string crons;
        for (const std::string& cron : flow.schedule->crons) crons += (crons.empty() ? "" : ", ") + cron;
        put(fields, "schedule", crons + (flow.schedule->timezone.empty() ? "" : " " + flow.schedule->timezone) + (flow.schedule->suspended ? ", suspended" : ""));
        put(fields, "overlapping runs", flow.schedule->concurrency);
    }
    std::vector<std::string> notes;              // what they say: where they lie and how they look is layout
    for (const Note& note : flow.notes) notes.push_back(note.text);
    std::sort(notes.begin(), notes.end());
    std::string said;
    for (const std::string& note : notes) said += (said.empty() ? "" : " | ") + note;
    std::replace(said.begin(), said.end(), '\n', ' ');
    put(fields, "notes", said);
    return fields;
}

void add_changes(std::vector<Difference>& out, const Fields& before, const Fields& after, const Difference& about) {
    const auto changed = [&](const std::string& field, std::string was, std::string is) {
        Difference one = about;
        one.field = field;
        one.before = std::move(was);
        one.after = std::move(is);
        out.push_back(std::move(one));
    };
    for (const auto& [field, value] : after) {
        const auto old = before.find(field);
        if (old == before.end()) changed(field, {}, value);
        else if (old->second != value) changed(field, old->second, value);
    }
    for (const auto& [field, value] : before)
        if (!after.count(field)) changed(field, value, {});
}

struct Seen { const Task* task; const Handler* handler; std::string path; };

struct Side {
    std::vector<TaskId> order;
    std::unordered_map<TaskId, Seen> tasks;
    std::map<std::pair<TaskId, TaskId>, std::string> edges;    // (waits for, waits) -> label, order edges only

    explicit Side(const Flow& flow) {
        for_each_task(flow, [this](const std::string& path, const Task& task, const Handler* handler) {
            order.push_back(task.id);
            tasks.emplace(task.id, Seen{&task, handler, path});
        });
        add_edges(flow, flow.main);
        for (const DefinitionPtr& definition : flow.definitions)
            if (definition && definition->body) add_edges(flow, *definition->body);
        for (const auto& [id, seen] : tasks)
            if (seen.task->own && seen.task->own->body) add_edges(flow, *seen.task->own->body);
    }
    void add_edges(const Flow& flow, const Body& body) {
        for (const Edge& edge : edges_of(flow, body))
            if (edge.kind == EdgeKind::order) edges.emplace(std::pair(edge.from, edge.to), edge.label);
    }
    std::string edge_path(const std::pair<TaskId, TaskId>& edge) const {
        const auto from = tasks.find(edge.first), to = tasks.find(edge.second);
        return (from == tasks.end() ? "?" : from->second.path) + " \xE2\x86\x92 " + (to == tasks.end() ? "?" : to->second.path);
    }
};

Difference about(Difference::Kind kind, const Seen& seen) {
    Difference one;
    one.kind = kind;
    one.what = seen.handler ? Difference::What::handler : Difference::What::task;
    one.id = seen.task->id;
    one.path = seen.path;
    return one;
}

// `followed`: the old flow with the renames made in it, so that a text or a binding that only followed a name is no difference of its own.
void compare_tasks(std::vector<Difference>& out, const Side& old, const Side& followed, const Side& now) {
    for (const TaskId id : now.order) {
        const Seen& seen = now.tasks.at(id);
        const auto known = old.tasks.find(id);
        if (known == old.tasks.end()) {
            out.push_back(about(Difference::Kind::added, seen));
            continue;
        }
        if (known->second.task->name != seen.task->name) {
            Difference one = about(Difference::Kind::renamed, seen);
            one.before = known->second.path;
            one.after = seen.path;
            out.push_back(std::move(one));
        }
        Difference change = about(Difference::Kind::changed, seen);
        if (bool(known->second.handler) != bool(seen.handler)) {
            change.field = "role";
            change.before = known->second.handler ? "exit handler" : "task";
            change.after = seen.handler ? "exit handler" : "task";
            out.push_back(change);
        }
        change = about(Difference::Kind::changed, seen);
        const Seen& was = followed.tasks.at(id);
        add_changes(out, fields_of(*was.task, was.handler && seen.handler ? was.handler : nullptr), fields_of(*seen.task, was.handler && seen.handler ? seen.handler : nullptr), change);
    }
    for (const TaskId id : old.order)
        if (!now.tasks.count(id)) out.push_back(about(Difference::Kind::removed, old.tasks.at(id)));
}

// Edges between tasks that both have; those of a new or a gone task come and go with it.
void compare_edges(std::vector<Difference>& out, const Side& old, const Side& now) {
    const auto both_know = [&](const std::pair<TaskId, TaskId>& edge) {
        return old.tasks.count(edge.first) && old.tasks.count(edge.second) && now.tasks.count(edge.first) && now.tasks.count(edge.second);
    };
    const auto edge = [](Difference::Kind kind, const Side& side, const std::pair<TaskId, TaskId>& pair) {
        Difference one;
        one.kind = kind;
        one.what = Difference::What::edge;
        one.from = pair.first;
        one.id = pair.second;
        one.path = side.edge_path(pair);
        return one;
    };
    for (const auto& [pair, label] : now.edges) {
        if (!both_know(pair)) continue;
        const auto known = old.edges.find(pair);
        if (known == old.edges.end()) {
            out.push_back(edge(Difference::Kind::added, now, pair));
        } else if (known->second != label) {
            Difference one = edge(Difference::Kind::changed, now, pair);
            one.field = "result";
            one.before = known->second.empty() ? "succeeded" : known->second;
            one.after = label.empty() ? "succeeded" : label;
            out.push_back(std::move(one));
        }
    }
    for (const auto& [pair, label] : old.edges)
        if (both_know(pair) && !now.edges.count(pair)) out.push_back(edge(Difference::Kind::removed, old, pair));
}

void compare_definitions(std::vector<Difference>& out, const Flow& before, const Flow& after) {
    const auto entry = [](Difference::Kind kind, const std::string& name) {
        Difference one;
        one.kind = kind;
        one.what = Difference::What::definition;
        one.path = name;
        return one;
    };
    for (const DefinitionPtr& definition : after.definitions) {
        if (!definition) continue;
        const Definition* known = find_definition(before, definition->name);
        if (!known) {
            out.push_back(entry(Difference::Kind::added, definition->name));
            continue;
        }
        if (known == definition.get()) continue;
        Fields was, is;
        add_definition(was, *known);
        add_definition(is, *definition);
        add_changes(out, was, is, entry(Difference::Kind::changed, definition->name));
    }
    for (const DefinitionPtr& definition : before.definitions)
        if (definition && !find_definition(after, definition->name)) out.push_back(entry(Difference::Kind::removed, definition->name));
}

// A definition that is gone and one that is new and says the same: it was renamed.
std::vector<std::pair<std::string, std::string>> renamed_definitions(const Flow& before, const Flow& after) {
    std::vector<std::pair<std::string, std::string>> out;
    std::set<std::string> taken;
    for (const DefinitionPtr& is : after.definitions) {
        if (!is || find_definition(before, is->name)) continue;
        for (const DefinitionPtr& was : before.definitions) {
            if (!was || find_definition(after, was->name) || taken.count(was->name)) continue;
            Definition called = *was;
            called.name = is->name;
            if (called != *is) continue;
            taken.insert(was->name);
            out.emplace_back(was->name, is->name);
            break;
        }
    }
    return out;
}

constexpr std::size_t most_work = 20'000;   // tasks times renames: each rename goes through the whole flow. Beyond, references that followed are listed too

// The old flow with the renames made in it; none where nothing was renamed.
std::optional<Flow> with_renames(const Flow& before, const Flow& after, std::vector<Difference>& out) {
    std::optional<Flow> followed;
    const auto now = [&]() -> const Flow& { return followed ? *followed : before; };
    for (const auto& [was, is] : renamed_definitions(before, after)) {
        Difference one;
        one.kind = Difference::Kind::renamed;
        one.what = Difference::What::definition;
        one.path = one.after = is;
        one.before = was;
        out.push_back(std::move(one));
        if (Result<Flow> renamed = edit::rename_definition(now(), was, is)) followed = std::move(*renamed);
    }
    std::unordered_map<TaskId, std::string> names;
    for_each_task(before, [&](const std::string&, const Task& task, const Handler*) { names.emplace(task.id, task.name); });
    std::size_t renames = 0;
    for_each_task(after, [&](const std::string&, const Task& task, const Handler*) {
        const auto was = names.find(task.id);
        if (was == names.end() || was->second == task.name || ++renames * names.size() > std::max(most_work, names.size())) return;   // one is always followed
        if (Result<Flow> renamed = edit::rename_task(now(), task.id, task.name)) followed = std::move(*renamed);
    });
    return followed;
}

}  // namespace

Comparison compare(const Flow& before, Flow after) {
    Comparison made{carry_ids(before, std::move(after)), {}};
    Difference flow;
    flow.what = Difference::What::flow;
    add_changes(made.differences, fields_of(before), fields_of(made.after), flow);
    const std::optional<Flow> followed = with_renames(before, made.after, made.differences);
    compare_definitions(made.differences, followed ? *followed : before, made.after);
    const Side old(before), now(made.after);
    std::optional<Side> renamed;
    if (followed) renamed.emplace(*followed);
    compare_tasks(made.differences, old, renamed ? *renamed : old, now);
    compare_edges(made.differences, old, now);
    return made;
}

const char* word(Difference::Kind kind) {
    constexpr const char* all[] = {"added", "removed", "renamed", "changed"};
    return all[std::size_t(kind)];
}

const char* word(Difference::What what) {
    constexpr const char* all[] = {"task", "handler", "edge", "definition", "flow"};
    return all[std::size_t(what)];
}

}  // namespace weft
