// A changed use of a template: arguments, edges, condition, loop, tolerance, hooks.
#include "core/model/graph.h"
#include "core/targets/argo/build.h"
#include "core/targets/argo/writing.h"

#include <algorithm>

namespace weft::argo {
namespace {

NodePtr write_binding(const NodePtr& item, const Binding& before, const Binding& after, const Spelling& spelling) {
    NodePtr out = sync_text(item, "name", before.name, after.name);
    if (before.value == after.value) return out;
    if (has_value(out, "valueFrom")) out = yaml::without_entry(out, "valueFrom");
    return sync_entry(out, "value", [&](const NodePtr& old) { return with_text(old, value_text(after.value, spelling)); });
}

NodePtr write_loop(const NodePtr& use, const Task& before, const Task& after) {
    if (before.loop == after.loop) return use;
    NodePtr out = use;
    if (before.loop && (!after.loop || before.loop->over != after.loop->over)) out = yaml::without_entry(out, loop_key(*before.loop));
    if (!after.loop) return out;
    return sync_entry(out, loop_key(*after.loop), [&](const NodePtr& old) -> NodePtr {
        const Loop& loop = *after.loop;
        if (!old) return loop_value(loop);
        if (loop.over == Loop::Over::param) return with_text(old, loop.param);
        if (loop.over == Loop::Over::items) {
            std::vector<NodePtr> items;
            for (std::size_t i = 0; i < loop.items.size(); ++i) {
                const bool kept = i < old->items.size() && item_text(old->items[i]) == loop.items[i];
                items.push_back(kept ? old->items[i] : item_node(loop.items[i]));
            }
            if (items == old->items) return old;
            return yaml::make_sequence(std::move(items), old->style);
        }
        NodePtr map = old;
        const auto bound = [&](const char* key, const Scalar& scalar) {
            map = sync_entry(map, key, [&](const NodePtr& was) -> NodePtr {
                if (was && was->text == scalar.text) return was;
                return scalar.text.empty() ? nullptr : was && was->quoted() ? with_text(was, scalar.text) : scalar_node(scalar);
            });
        };
        bound("count", loop.count);
        bound("start", loop.start);
        bound("end", loop.end);
        return sync_entry(map, "format", [&](const NodePtr& was) -> NodePtr { return loop.format.empty() ? nullptr : with_text(was, loop.format); });
    });
}

NodePtr write_tolerance(const NodePtr& use, const Task& before, const Task& after) {
    if (before.tolerated == after.tolerated && before.tolerated_error == after.tolerated_error) return use;
    return sync_below(use, "continueOn", [&](const NodePtr& map) {
        return sync_flag(sync_flag(map, "failed", before.tolerated, after.tolerated), "error", before.tolerated_error, after.tolerated_error);
    });
}

void refuse_use_level(Writing& writing, const Task& before, const Task& after) {
    if (after.muted != before.muted) writing.refuse({WEFT_TR("core", "an Argo file cannot mute `%1`; give it a condition, or remove it"), {after.name}});
    if (after.retry != before.retry || after.timeout != before.timeout || after.environment != before.environment)
        writing.refuse({WEFT_TR("core", "an Argo file keeps retry, time limit and environment of `%1` in its template"), {after.name}});
    if (after.note != before.note) writing.refuse({WEFT_TR("core", "an Argo file has no place for a note of `%1`"), {after.name}});
}

NodePtr write_own(Writing& writing, const NodePtr& use, const Task& before, const Task& after) {
    if (!after.own || before.own == after.own || (before.own && *before.own == *after.own)) return use;
    const NodePtr old = yaml::find(use, "inline");
    if (before.own && before.own->kind == DefinitionKind::reference && after.own->kind == DefinitionKind::reference) return use;
    if (old && before.own) return yaml::with_entry(use, "inline", write_definition(writing, old, *before.own, *after.own));
    if (after.own->kind == DefinitionKind::none || after.own->kind == DefinitionKind::reference) return use;
    return yaml::with_entry(use, "inline", template_node(*after.own));
}

// What the text says of the edges now; a rename may have been written already.
bool says_already(const NodePtr& use, const Task& after) {
    Task now;
    if (const std::string text = yaml::text_at(use, "depends"); !text.empty()) {
        if (const auto needs = needs_of_depends(text)) now.needs = *needs;
        else now.depends = text;
        if (!now.depends.empty()) return now.depends == after.depends;
    } else if (const NodePtr list = yaml::find(use, "dependencies")) {
        for (const NodePtr& item : list->items) now.needs.push_back({followed(item)->text});
    }
    return after.depends.empty() && now.needs == after.needs;
}

std::string changed_depends(const std::string& text, const Task& before, const Task& after) {
    if (text.empty() || !after.depends.empty()) return depends_text(after);
    std::string candidate = text;  // keeps the user's spaces and order where the change can be said by adding or dropping terms
    for (const Need& need : before.needs) {
        const bool stays = std::any_of(after.needs.begin(), after.needs.end(), [&](const Need& n) { return n.task == need.task; });
        if (!stays) candidate = depends_without(candidate, need.task);
    }
    for (const Need& need : after.needs) {
        const bool was = std::any_of(before.needs.begin(), before.needs.end(), [&](const Need& n) { return n.task == need.task; });
        if (was) continue;
        const std::string term = depends_term(need.task, need.results);
        const bool alternatives = candidate.find("||") != std::string::npos && candidate.find("&&") == std::string::npos && !candidate.starts_with('(');
        candidate = candidate.empty() ? term : (alternatives ? "(" + candidate + ")" : candidate) + " && " + term;
    }
    const auto needs = needs_of_depends(candidate);
    return needs && *needs == after.needs ? candidate : depends_text(after);
}

NodePtr changed_dependencies(const NodePtr& list, const Task& after) {
    std::vector<NodePtr> items;
    for (const Need& need : after.needs) {
        NodePtr kept;
        if (list)
            for (const NodePtr& item : list->items)
                if (followed(item) && followed(item)->text == need.task) kept = item;
        items.push_back(kept ? kept : string_node(need.task));
    }
    if (items.empty()) return nullptr;
    return yaml::make_sequence(std::move(items), list ? list->style : yaml::Style::flow);
}

}  // namespace

bool edges_written(const NodePtr& use, const Task& before, const Task& after) {
    return (before.needs == after.needs && before.depends == after.depends) || says_already(use, after);
}

NodePtr write_edges(Writing& writing, const NodePtr& use, const Task& before, const Task& after, bool depends) {
    const bool wrong_style = yaml::find(use, depends ? "dependencies" : "depends") != nullptr;
    if (!wrong_style && edges_written(use, before, after)) return use;
    if (depends && (after.tolerated || after.tolerated_error)) {
        writing.refuse({WEFT_TR("core", "`%1` goes on after a failure (continueOn); Argo does not take that in a DAG whose edges name results (depends)"), {after.name}});
        return use;
    }
    NodePtr out = wrong_style ? yaml::without_entry(use, depends ? "dependencies" : "depends") : use;
    const char* key = depends ? "depends" : "dependencies";
    const NodePtr old = yaml::find(out, key);
    NodePtr wanted;
    if (!depends) wanted = changed_dependencies(old, after);
    else if (const std::string text = changed_depends(old ? old->text : std::string(), before, after); !text.empty()) wanted = with_text(old, text);
    if (!wanted) return old ? yaml::without_entry(out, key) : out;
    return old ? yaml::with_entry(out, key, wanted) : yaml::with_entry_after(out, yaml::find_entry(out, "template") ? "template" : "name", key, wanted);
}

NodePtr write_arguments(const NodePtr& use, const Task& before, const Task& after, const Spelling& spelling) {
    if (before.params == after.params && before.files == after.files) return use;
    return sync_below(use, "arguments", [&](NodePtr arguments) {
        arguments = sync_entry(arguments, "parameters", [&](const NodePtr& list) {
            if (before.params == after.params) return list;
            return sync_list<Binding>(list, before.params, after.params,
                                      {[](const Binding& b) { return b.name; },
                                       [&](const NodePtr& item, const Binding& b, const Binding& a) { return write_binding(item, b, a, spelling); },
                                       [&](const Binding& b) { return binding_node(b, spelling); }});
        });
        return sync_entry(arguments, "artifacts", [&](const NodePtr& list) { return write_files(list, before.files, after.files, spelling); });
    });
}

NodePtr write_task(Writing& writing, const NodePtr& use, const Task& before, const Task& after, const Spelling& spelling) {
    refuse_use_level(writing, before, after);
    NodePtr out = sync_text(use, "name", before.name, after.name);
    out = sync_text(out, "template", before.definition, after.definition);
    if (before.definition.empty() && !after.definition.empty()) {
        for (const char* key : {"inline", "templateRef"})
            if (yaml::find_entry(out, key)) out = yaml::without_entry(out, key);
    }
    out = write_own(writing, out, before, after);
    out = write_arguments(out, before, after, spelling);
    out = sync_text(out, "when", before.when, after.when);
    out = write_loop(out, before, after);
    out = write_tolerance(out, before, after);
    return write_hooks(writing, out, before, after, spelling);
}

}  // namespace weft::argo
