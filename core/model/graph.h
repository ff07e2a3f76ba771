// Graph questions about one body: edges, cycle, ancestors. Names in, indexes out; undefined names are no edge.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/model/flow.h"

namespace weft {

struct BodyGraph {
    std::vector<const Task*> tasks;                       // body.tasks, same order (no handlers)
    std::vector<std::vector<int>> upstream, downstream;   // by order and data edges, no duplicates
    std::unordered_map<std::string, int> index;           // first task of a name
    std::vector<int> order;                               // topological; shorter than tasks if there is a cycle
    std::vector<int> cycle;                               // the cycle with the smallest first index, empty if none
    bool is_upstream(int ancestor, int task) const;       // transitive
};
// Which edges count: Argo does not wait for a task whose output is only named in a tag, so "is it upstream" asks for `order` alone.
enum class GraphEdges { order_and_data, order };
BodyGraph graph_of(const Flow&, const Body&, GraphEdges edges = GraphEdges::order_and_data);

enum class EdgeKind { order, data };
struct Edge {
    TaskId from = 0, to = 0;
    EdgeKind kind = EdgeKind::order;
    Results results = results_default;
    std::string label;    // "succeeded" is not said; "failed", "completed", "output → param"
};
std::vector<Edge> edges_of(const Flow&, const Body&);     // for drawing; handlers' data edges included

// Tags and structured references inside a value. Native and Argo tags alike:
//   param     {{params.X}}  {{inputs.parameters.X}}  {{inputs.artifacts.X}}           name = X
//   output    {{tasks.T.outputs.X}}  {{tasks.T.outputs.parameters.X}}  {{steps.T.outputs.artifacts.X}}  {{tasks.T.outputs.result}}   task = T, name = X
//   status    {{tasks.T.status}}, exitCode, id, ip, startedAt, finishedAt …            task = T, name = "status" …
//   item      {{item}}  {{item.K}}                                                     name = K or ""
//   workflow  {{flow.status}}  {{workflow.parameters.X}} …                             name = all behind the first dot
//   unknown   anything else: {{pod.name}}, {{retries}}, a typing mistake, an unclosed tag
struct Reference {
    enum class Kind { param, output, status, item, workflow, unknown } kind = Kind::unknown;
    std::string task;       // output, status
    std::string name;       // parameter or output
    std::string tag;        // the whole text "{{…}}", or the native form for messages
    std::size_t at = 0;     // byte offset in the text
    bool artifact = false;
    bool simple = true;     // false for {{=expr}}
};
std::vector<Reference> references(const Value&);
std::vector<Reference> references_in(std::string_view text);     // every {{…}} tag
// Every reference of a task: params, files, when, loop, environment, command, args, source of its OWN or use-level fields. `field` is a SourceMap suffix.
struct FieldReference { Reference reference; std::string field; };
std::vector<FieldReference> references_of(const Flow&, const Task&);
// Only the names of the tasks that a task reads from, in no order and with repetitions, without building references: for walks over all tasks.
void for_each_read(const Task&, const std::function<void(std::string_view task)>& fn);
// Replaces the task's name in every tag and `task` field.
std::string rename_in_tags(std::string_view text, std::string_view from, std::string_view to);
// The same in an expression without braces (a hook's `expression`).
std::string rename_in_expression(std::string_view text, std::string_view from, std::string_view to);

// "when": Argo's govaluate subset on text whose tags are already replaced: == != < <= > >= =~ !~ && || ! ( ) in, quoted and bare words, numbers.
Result<bool> evaluate_condition(std::string_view text);
// "depends": task.Result terms with && || ! ( ). lookup(task) gives its Results bits (0 = not ended). Grammar: argo-workflows workflow/common/ancestry.go.
struct DependsTerm { std::string task; Results results; };
Result<std::vector<DependsTerm>> depends_terms(std::string_view expression);
Result<bool> evaluate_depends(std::string_view expression, const std::vector<std::pair<std::string, Results>>& facts);
// The expression with a task renamed, or without its terms ("" when nothing is left). Everything else keeps its bytes.
std::string rename_in_depends(std::string_view expression, std::string_view from, std::string_view to);
std::string depends_without(std::string_view expression, std::string_view task);
// "fetch", "fetch.Failed", "(fetch.Failed || fetch.Errored)"
std::string depends_term(std::string_view task, Results results);
// The needs that say the same, when the expression is nothing but an AND of terms (of one task each); `depends` can then stay "".
std::optional<std::vector<Need>> needs_of_depends(std::string_view expression);
// The edges that an expression draws: one need for each task that it names, with all results that it asks for.
std::vector<Need> needs_of_expression(std::string_view expression);
// "Succeeded" …; 0 when there is no such result. Order of the bits.
Results result_bit(std::string_view name);
std::vector<std::string> result_names(Results results);

// Durations of files: "90", "10s", "2m", "1h30m" -> seconds.
Result<double> parse_duration(std::string_view text);

}  // namespace weft
