// Bodies as chains of steps. Metaflow wants every split joined, a join that splits no further, and one step at each end of a branch.
#include "core/targets/metaflow/lower.h"

#include <algorithm>
#include <utility>

#include "core/targets/metaflow/arguments.h"
#include "core/targets/metaflow/body_structure.h"
#include "core/targets/metaflow/lowering.h"

namespace weft::metaflow {
namespace {

struct Builder {
    Lowering& l;
    Scope& scope;
    std::vector<const Task*> tasks;              // muted ones left out
    std::set<std::string> result_read;           // tasks whose "result" another one reads
    Lines head;                                  // what the first task does before its own work
    static constexpr std::size_t none = std::size_t(-1);

    std::size_t add(PlanStep step) {
        l.plan.steps.push_back(std::move(step));
        return l.plan.steps.size() - 1;
    }
    PlanStep& at(std::size_t step) { return l.plan.steps[step]; }
    std::size_t insert(const std::string& wanted, const char* doc, bool join) {
        PlanStep step;
        step.name = l.pool.take(wanted);
        step.doc = doc;
        step.join = join;
        step.groups = scope.groups;
        return add(std::move(step));
    }

    // The chain so far: its last step, or the ends of a split that still have to be joined.
    struct Run {
        std::size_t first = none, last = none;
        std::vector<std::size_t> open;
        std::vector<std::string> attributes;     // set in this chain
        std::vector<std::string> inner;          // set inside an open loop: not merged
        Lines collect;                           // what a loop's join makes of them
        std::string opened;                      // name of what is open, for the join
        bool loop = false;
    };

    void put(Run& run, std::size_t step) {
        if (!run.open.empty()) close(run, step);
        else if (run.last != none) at(run.last).next.push_back(at(step).name);
        if (run.first == none) run.first = step;
        run.last = step;
    }

    void close(Run& run, std::size_t step) {
        PlanStep& join = at(step);
        join.join = true;
        for (const std::size_t end : run.open) at(end).next.push_back(join.name);
        std::string merge = "self.merge_artifacts(inputs)";
        if (run.loop && !run.inner.empty()) {
            std::sort(run.inner.begin(), run.inner.end());
            merge.clear();
            for (const std::string& name : run.inner) merge += (merge.empty() ? "" : ", ") + quoted(name);
            merge = "self.merge_artifacts(inputs, exclude=[" + merge + "])";
        }
        Lines lines = run.collect;
        for (const std::string& line : run.collect)
            if (line.starts_with("self.")) l.set_by[line.substr(5, line.find(' ') - 5)] = join.name;
        lines.push_back(std::move(merge));
        join.body.insert(join.body.begin(), lines.begin(), lines.end());
        run.open.clear();
        run.inner.clear();
        run.collect.clear();
        run.loop = false;
    }

    // A step that may split: not itself a join, not tolerated (@catch cannot stand where a foreach begins).
    void need_split(Run& run, const std::string& wanted, const char* doc) {
        finish(run);
        const bool fits = run.last != none && !at(run.last).join && std::none_of(at(run.last).own.begin(), at(run.last).own.end(), [](const auto& one) { return one.first == "tolerated"; });
        if (!fits) put(run, insert(wanted, doc, false));
    }

    void build(Run& run, const Structure& part) {
        switch (part.kind) {
            case Structure::Kind::series:
                for (const Structure& inner : part.parts) build(run, inner);
                break;
            case Structure::Kind::parallel: parallel(run, part); break;
            case Structure::Kind::task: task(run, *tasks[part.task]); break;
        }
    }

    void parallel(Run& run, const Structure& part) {
        const std::string name = first_name(part);
        need_split(run, name + "_split", "Starts the branches.");
        const std::size_t split = run.last;
        std::vector<std::size_t> ends;
        for (const Structure& branch : part.parts) {
            Run inner;
            build(inner, branch);
            finish(inner);
            if (inner.first == none) continue;
            at(split).next.push_back(at(inner.first).name);
            ends.push_back(inner.last);
            run.attributes.insert(run.attributes.end(), inner.attributes.begin(), inner.attributes.end());
        }
        run.open = std::move(ends);
        run.opened = name;
    }

    // One end: what is open is joined.
    void finish(Run& run) {
        if (!run.open.empty()) put(run, insert(run.opened + (run.loop ? "_collect" : "_join"), run.loop ? "Collects what the items left." : "Brings the branches together.", true));
    }

    std::string first_name(const Structure& part) const {
        const Structure* at = &part;
        while (at->kind != Structure::Kind::task && !at->parts.empty()) at = &at->parts.front();
        return at->kind == Structure::Kind::task ? scope.prefix + tasks[at->task]->name : scope.prefix + "split";
    }

    // --- one task ------------------------------------------------------------------------------------------------------------------
    void task(Run& run, const Task& task) {
        const Definition* definition = definition_of(l.flow, task);
        const std::string path = scope.path + join_name(task.name);
        if (!definition) return l.refuse(path, task.id, {WEFT_TR("core", "the definition %1 does not exist"), {task.definition}});
        if (!task.loop) return definition->kind == DefinitionKind::flow ? group(run, task, *definition, path) : leaf(run, task, *definition, path, scope, std::exchange(head, {}));
        loop(run, task, *definition, path);
    }
    static std::string join_name(const std::string& name) { return join_path("tasks", name); }

    void leaf(Run& run, const Task& task, const Definition& given, const std::string& path, Scope& inside, const Lines& head) {
        Definition definition = given;
        const bool prints = result_read.count(task.name) && std::none_of(given.outputs.begin(), given.outputs.end(), [](const Output& one) { return one.name == "result"; });
        if (prints) {   // Argo: what a task prints, without having to be declared
            Output result;
            result.name = "result";
            result.from = OutputFrom::standard_output;
            definition.outputs.push_back(std::move(result));
        }
        PlanStep step;
        std::string collides;
        step.name = l.pool.take(inside.prefix + task.name, &collides);
        note_name(NameUse::Kind::task, path, task.name, step.name, collides);
        step.doc = task.note;
        step.user = true;
        step.groups = inside.groups;
        Scope own = inside;
        own.task = &task;
        own.own = own_params(l, inside, task, definition, path);
        std::map<std::string, std::string> outputs;
        if (definition.kind == DefinitionKind::wait && !definition.outputs.empty())
            l.refuse(path, task.id, {WEFT_TR("core", "%1 hands on what somebody enters while it waits: Metaflow has no such step"), {task.name}});
        for (const Output& output : definition.outputs) {
            if (outputs.count(output.name)) l.refuse(path, task.id, {WEFT_TR("core", "%1 has two outputs called %2: in Metaflow they would be one attribute"), {task.name, output.name}});
            const std::string attribute = l.pool.take(step.name + "_" + output.name);
            outputs[output.name] = attribute;
            (*scope.results)[task.name + "." + output.name] = attribute;
            l.set_by[attribute] = step.name;
            run.attributes.push_back(attribute);
            note_name(NameUse::Kind::output, path, output.name, attribute, {});
        }
        Lines work = work_lines(l, own, task, definition, path, outputs);
        std::vector<std::string> guards = own.guards;
        if (!task.when.empty()) guards.push_back(condition_of(l, own, task, path));
        if (guards.empty() && (task.tolerated || task.tolerated_error)) {   // @catch leaves the step without what it should have set
            Lines defaults;
            for (const Output& output : definition.outputs) defaults.push_back("self." + outputs[output.name] + " = " + quoted(output.fallback.value_or("")));
            work.insert(work.begin(), defaults.begin(), defaults.end());
        }
        if (!guards.empty() && !work.empty()) {
            std::string all;
            for (const std::string& guard : guards) all += (all.empty() ? "" : " and ") + (guards.size() > 1 && guard.find(" or ") != std::string::npos ? "(" + guard + ")" : guard);
            Lines guarded;
            for (const Output& output : definition.outputs) guarded.push_back("self." + outputs[output.name] + " = " + quoted(output.fallback.value_or("")));
            guarded.push_back("if " + all + ":");
            for (const std::string& line : work) guarded.push_back(line.empty() ? line : "    " + line);
            work = std::move(guarded);
        }
        step.body = head;
        step.body.insert(step.body.end(), work.begin(), work.end());
        step.own = step_arguments(l, inside, task, definition, path);
        put(run, add(std::move(step)));
    }

    void note_name(NameUse::Kind kind, const std::string& path, const std::string& original, const std::string& final, const std::string& collides) {
        NameUse use{kind, path, original, final, {}, collides};
        if (!collides.empty()) use.how = {WEFT_TR("core", "%1 would have the same name"), {collides}};
        else if (original != final) use.how = kind == NameUse::Kind::output ? WEFT_TR("core", "an attribute of the flow, named after its step") : WEFT_TR("core", "a step is a Python function: a to z, 0 to 9 and _");
        l.plan.names.push_back(std::move(use));
    }

    // Steps of a group stand among the others; its condition is asked in each of them.
    void group(Run& run, const Task& task, const Definition& definition, const std::string& path) {
        Scope inner;
        if (!enter(inner, task, definition, path)) return;
        if (!task.when.empty()) inner.guards.push_back(condition_of(l, scope_with(task, definition, path), task, path));
        splice(run, inner);
        leave(run, inner, task, definition);
    }

    void splice(Run& run, Scope& inner) {
        Builder nested{l, inner, {}, {}, {}};
        nested.all(run);
    }

    Scope scope_with(const Task& task, const Definition& definition, const std::string& path) {
        Scope own = scope;
        own.task = &task;
        own.own = own_params(l, scope, task, definition, path);
        return own;
    }

    bool enter(Scope& inner, const Task& task, const Definition& definition, const std::string& path) {
        if (!definition.body || std::find(l.open.begin(), l.open.end(), &definition) != l.open.end()) {
            l.refuse(path, task.id, WEFT_TR("core", "a group that contains itself has no end in Metaflow"));
            return false;
        }
        l.open.push_back(&definition);
        inner.outer = &scope;
        inner.body = definition.body.get();
        inner.path = (task.definition.empty() ? path : join_path("definitions", task.definition)) + ".";
        inner.prefix = scope.prefix + task.name + "_";
        inner.guards = scope.guards;
        inner.enclosing = scope.enclosing;
        inner.enclosing.push_back(&task);
        inner.groups = scope.groups;
        inner.groups.push_back(task.name);
        inner.item = scope.item;
        inner.params = own_params(l, scope, task, definition, path);
        return true;
    }

    // Outputs of a group are outputs of tasks in it.
    void leave(Run&, const Scope& inner, const Task& task, const Definition& definition) {
        for (const Output& output : definition.outputs) {
            const auto found = inner.results->find(output.expression.task + "." + output.expression.name);
            if (found != inner.results->end()) (*scope.results)[task.name + "." + output.name] = found->second;
        }
        l.open.pop_back();
    }

    void loop(Run& run, const Task& task, const Definition& definition, const std::string& path) {
        const std::string base = scope.prefix + task.name;
        need_split(run, base + "_items", "Lists the items.");
        const std::string list = l.pool.take("items_of_" + base);
        at(run.last).body.push_back("self." + list + " = " + items(task, path));
        at(run.last).foreach = list;
        l.set_by[list] = at(run.last).name;
        const std::size_t split = run.last;
        Run inner;
        std::vector<std::pair<std::string, std::string>> outputs;   // result's key, inner attribute
        Task single = task;
        single.loop.reset();
        if (definition.kind == DefinitionKind::flow) {
            Scope body;
            Scope outside = scope;
            outside.item = true;
            Builder around{l, outside, {}, {}, {}};
            if (!around.enter(body, single, definition, path)) return;
            Lines head = settle_items(body, base);
            if (!task.when.empty()) {
                const std::string flag = l.pool.take(base + "_runs");
                head.push_back("self." + flag + " = " + condition_of(l, around.scope_with(single, definition, path), single, path));
                inner.attributes.push_back(flag);
                body.guards.push_back("self." + flag);
            }
            for (const std::string& line : head) inner.attributes.push_back(line.substr(5, line.find(' ') - 5));
            const Chain chain = lower_body(l, body, head);
            inner.first = chain.first;
            inner.last = chain.last;
            inner.attributes.insert(inner.attributes.end(), chain.attributes.begin(), chain.attributes.end());
            for (const Output& output : definition.outputs) {
                const auto found = body.results->find(output.expression.task + "." + output.expression.name);
                if (found != body.results->end()) outputs.emplace_back(task.name + "." + output.name, found->second);
            }
            l.open.pop_back();
        } else {
            Scope inside = scope;
            inside.item = true;
            leaf(inner, single, definition, path, inside, {});
            for (const Output& output : definition.outputs) outputs.emplace_back(task.name + "." + output.name, (*scope.results)[task.name + "." + output.name]);
        }
        if (inner.first == none) return;
        at(split).next.push_back(at(inner.first).name);
        run.open = {inner.last};
        run.opened = base;
        run.loop = true;
        run.inner = inner.attributes;
        for (const auto& [key, attribute] : outputs) {
            const std::string collected = l.pool.take(attribute + "_list");
            run.collect.push_back("self." + collected + " = json.dumps([one." + attribute + " for one in inputs])");
            (*scope.results)[key] = collected;
            run.attributes.push_back(collected);
        }
    }

    // Inside a loop's body another loop may stand: what the outer item gives is kept under a name of its own.
    Lines settle_items(Scope& body, const std::string& base) {
        Lines out;
        for (auto& [name, pieces] : body.params) {
            const bool item = std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.code && piece.text.find("self.input") != std::string::npos; });
            if (!item) continue;
            const std::string attribute = l.pool.take(base + "_" + name);
            out.push_back("self." + attribute + " = " + python(pieces));
            pieces = {{true, "self." + attribute}};
        }
        return out;
    }

    std::string items(const Task& task, const std::string& path) {
        const Loop& loop = *task.loop;
        if (loop.over == Loop::Over::items) {
            if (loop.items.empty()) l.refuse(path, task.id, WEFT_TR("core", "a loop over no items: Metaflow fails at a foreach without items"));
            if (loop.items.size() > 100) many(task, path, loop.items.size());
            std::string out;
            for (const std::string& item : loop.items) out += (out.empty() ? "" : ", ") + python(text_pieces(l, scope, item, path, task.id));
            return "[" + out + "]";
        }
        if (loop.over == Loop::Over::param) return "listed(" + python(text_pieces(l, scope, loop.param, path, task.id)) + ")";
        const auto number = [&](const Scalar& scalar, const char* fallback) {
            const std::string text = scalar.text.empty() ? fallback : scalar.text;
            if (text.find_first_not_of("0123456789", text.starts_with("-") ? 1 : 0) == std::string::npos) return text;
            return "int(" + python(text_pieces(l, scope, text, path, task.id)) + ")";
        };
        const std::string each = loop.format.empty() ? "str(n)" : quoted(loop.format) + " % n";
        if (!loop.count.text.empty()) {
            const std::string count = number(loop.count, "0"), start = number(loop.start, "0");
            return "[" + each + " for n in range(" + (start == "0" ? count : start + ", " + start + " + " + count) + ")]";
        }
        const std::string start = number(loop.start, "0"), end = number(loop.end, "0");
        const bool plain = !start.starts_with("int(") && !end.starts_with("int(") && start.size() < 16 && end.size() < 16;
        if (plain && std::stoll(start) > std::stoll(end)) return "[" + each + " for n in range(" + start + ", " + std::to_string(std::stoll(end) - 1) + ", -1)]";
        return "[" + each + " for n in range(" + start + ", " + (plain ? std::to_string(std::stoll(end) + 1) : end + " + 1") + ")]";
    }

    void many(const Task& task, const std::string& path, std::size_t count) {
        l.lowered(path, task.id, {WEFT_TR("core", "a loop over %1 items: give --max-num-splits %1 to `run` (Metaflow stops at 100)"), {std::to_string(count)}});
        l.plan.run_flags.push_back("--max-num-splits " + std::to_string(count));
    }

    // --- the body ------------------------------------------------------------------------------------------------------------------
    void all(Run& run) {
        const BodyStructure found = body_structure(l.flow, *scope.body);
        tasks = found.tasks;
        if (l.flow.format == "argo")
            for (const Task* one : tasks)
                for (const FieldReference& read : references_of(l.flow, *one))
                    if (read.reference.name == "result") result_read.insert(read.reference.task);
        if (found.cycle) return l.refuse(scope.path, 0, WEFT_TR("core", "the tasks wait for each other in a circle"));
        if (found.structured.crosses) {
            const Task& to = *tasks[found.structured.crossing.to];
            return l.refuse(scope.path + join_name(to.name), to.id, crossing_text(found), crossing_advice(found));
        }
        // Names of results must be known before they are read: parts are built in order, so they are.
        build(run, found.structured.whole);
        if (!scope.path.empty() && !scope.body->handlers.empty())
            l.refuse(scope.path, 0, WEFT_TR("core", "an exit handler of a group: Metaflow's exit hooks belong to the whole flow"));
    }
};

}  // namespace

// A task that was the step which takes the item apart, in a flow that was exported before, is so again.
static bool begins(const Flow& flow, const Body& body) {
    const BodyGraph graph = graph_of(flow, body);
    int first = -1;
    for (std::size_t i = 0; i < graph.tasks.size(); ++i)
        if (graph.upstream[i].empty()) first = first < 0 ? int(i) : int(graph.tasks.size());
    if (first < 0 || std::size_t(first) >= graph.tasks.size()) return false;
    const Task& task = *graph.tasks[std::size_t(first)];
    const Definition* definition = definition_of(flow, task);
    return task.name == "begin" && definition && definition->kind == DefinitionKind::none && !task.loop && !task.muted && !task.tolerated && task.when.empty();
}

Chain lower_body(Lowering& lowering, Scope& scope, const Lines& head) {
    Builder builder{lowering, scope, {}, {}, {}};
    Builder::Run run;
    if (!head.empty() && begins(lowering.flow, *scope.body)) builder.head = head;
    else if (!head.empty()) {   // a step of its own, so that whatever stands first may split or join
        PlanStep step;
        step.name = lowering.pool.take(scope.prefix + "begin");
        step.doc = "Takes the item apart.";
        step.body = head;
        step.groups = scope.groups;
        lowering.plan.steps.push_back(std::move(step));
        builder.put(run, lowering.plan.steps.size() - 1);
    }
    builder.all(run);
    builder.finish(run);
    return {run.first, run.last, std::move(run.attributes)};
}

}  // namespace weft::metaflow
