// The flow a user draws, as a value. Plain structs; no engine, no file, no Qt. Tasks and definitions are shared between snapshots,
// so copying a Flow of 10,000 tasks copies pointers. Edits are pure functions in model/edit.h.
//
// One shape for every format:  Flow = main body + definitions;  Body = tasks + exit handlers;  a definition of kind `flow` has a body of its own.
// Inside a body tasks refer to each other by name (files do, and they hold undefined and duplicate names). Ids are for selection and run state.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace weft::yaml {
struct Node;
}

namespace weft {

// Unique within one open document, stable while it is open; 0 = none.
using TaskId = std::uint32_t;

// "3", "1.5", "true", "null" or text: `plain` tells whether the file had it unquoted, so that a number stays a number.
struct Scalar {
    std::string text;
    bool plain = false;
    friend bool operator==(const Scalar&, const Scalar&) = default;
};

// --- values ---------------------------------------------------------------------------------------------------------------
enum class Source {
    literal,   // `text` as it stands
    param,     // `name` = an input parameter of the body (native: {param: epochs})
    output,    // `task` . `name` (native: {output: fetch.path})
    item,      // the loop's current item, `name` = a field of it or ""
    status,    // of the scope that has ended; for exit handlers (native: {status: flow})
    secret,    // `task` = secret's name, `name` = its key; never a value
    text,      // `text` holds engine tags ("ended as {{workflow.status}}"); references(text) lists them
};

struct Value {
    Source source = Source::literal;
    std::string text;
    std::string task;
    std::string name;
    bool plain = false;  // literal written without quotes: a number, boolean or null in the file's eyes
    friend bool operator==(const Value&, const Value&) = default;
};

// A value carried into a parameter or env var of a task.
struct Binding {
    std::string name;
    Value value;
    friend bool operator==(const Binding&, const Binding&) = default;
};

// What a value is, for formats that say so (KFP parameterType, Flyte SimpleType, DolphinScheduler's Property type); `any` = the file does not say.
enum class ValueType { any, string, integer, number, boolean, list, map, file };

struct Parameter {
    std::string name;
    std::optional<Value> value;          // default; none = must be supplied
    std::vector<std::string> choices;    // enum
    std::string description;
    ValueType type = ValueType::any;
    friend bool operator==(const Parameter&, const Parameter&) = default;
};

enum class OutputFrom { file, standard_output, expression, exit_code };
struct Output {
    std::string name;
    OutputFrom from = OutputFrom::file;
    std::string path;        // file; empty = $WEFT_OUTPUTS/<name> (native)
    Value expression;        // an inner task's output, for a body's output
    std::optional<std::string> fallback;
    bool artifact = false;   // a file carried as a file
    bool optional = false;
    ValueType type = ValueType::any;
    friend bool operator==(const Output&, const Output&) = default;
};

struct InputFile {           // an artifact that a task reads
    std::string name;
    std::string path;
    std::optional<Value> from;
    std::optional<std::string> raw;   // literal content
    bool optional = false;
    friend bool operator==(const InputFile&, const InputFile&) = default;
};

// --- environment: inherited engine default < flow < group < task; see model/environment.h for effective values with origin --------
struct Volume {
    enum class Kind { claim, claim_template, secret, config_map, empty_dir, host_path, other } kind = Kind::claim;
    std::string name;                    // of the volume; unique among the volumes of a scope
    std::string source;                  // claim's, secret's or config map's name, host path; storage class for claim_template
    std::optional<Scalar> size;          // claim_template, empty_dir
    std::string path;                    // where it is mounted; "" = declared here, mounted by nobody here
    std::string sub_path;
    bool read_only = false;
    friend bool operator==(const Volume&, const Volume&) = default;
};

struct Toleration {
    std::string key, op, value, effect;  // op: "Equal" (default ""), "Exists"; effect "" = every
    std::optional<Scalar> seconds;
    friend bool operator==(const Toleration&, const Toleration&) = default;
};

struct Environment {
    std::optional<std::string> image;
    std::optional<std::string> pull_policy;
    std::vector<std::string> pull_secrets;
    std::optional<Scalar> cpu, memory, disk, gpu, shared_memory;   // requests, Kubernetes quantities
    std::optional<Scalar> cpu_limit, memory_limit;
    std::vector<Binding> env;                                      // order kept, duplicates kept (lint sees them)
    std::optional<std::string> service_account;
    std::vector<Binding> node_selector;
    std::vector<Toleration> tolerations;
    std::vector<Volume> volumes;                                   // merged by (name, path)
    friend bool operator==(const Environment&, const Environment&) = default;
};

struct Retry {
    std::optional<Scalar> limit;       // tries after the first; none = unlimited (Argo)
    std::string delay;                 // "10s", "2m"; "" = at once
    std::optional<double> factor;
    std::string max_delay;
    std::string policy;                // Argo retryPolicy, "" = default
    std::string expression;
    friend bool operator==(const Retry&, const Retry&) = default;
};

struct Loop {
    enum class Over { items, param, sequence } over = Over::items;
    std::vector<std::string> items;    // each as JSON text for maps, plain text for scalars
    std::string param;                 // text of the list's reference
    Scalar count, start, end;          // sequence
    std::string format;
    std::optional<int> parallelism;    // at most so many items at once (KFP iteratorPolicy, Flyte arrayNode)
    friend bool operator==(const Loop&, const Loop&) = default;
};

// --- what a task runs ---------------------------------------------------------------------------------------------------------
struct Body;
using BodyPtr = std::shared_ptr<const Body>;

enum class DefinitionKind {
    container,   // command and args
    script,      // source given to an interpreter
    flow,        // has a body: sub-flow, DAG, steps, group
    wait,        // suspend, approve, duration
    http,
    resource,    // creates or changes a Kubernetes object
    reference,   // stands in another file or on the server (templateRef)
    other,       // containerSet, data, plugin …: kept, shown, not run here
    none,        // the file names nothing to run
};

struct Definition {
    std::string name;                       // "" for a task's own
    DefinitionKind kind = DefinitionKind::none;
    std::vector<Scalar> command;            // argv; native `command: "text"` is {"sh","-c",text} with shell = true
    std::vector<Scalar> args;
    bool shell = false;
    std::string source;                     // script text
    std::string working_dir;
    std::vector<Parameter> inputs;
    std::vector<InputFile> files;
    std::vector<Output> outputs;
    Environment environment;
    std::optional<Retry> retry;
    std::string timeout;                    // "2h", "30s", "90" (seconds); "" = none
    std::string detail;                     // one line for the node's subtitle: URL, "suspend 10s", template reference
    std::optional<int> parallelism;
    bool sequential = false;                // body came from steps: order edges are implied by groups
    bool fail_fast = true;
    std::vector<std::string> unsupported;   // what the local engine cannot reproduce, as the file names it ("synchronization", "volume claim work")
    BodyPtr body;                           // kind flow
    friend bool operator==(const Definition&, const Definition&);  // deep
};
using DefinitionPtr = std::shared_ptr<const Definition>;

// --- one node of work -----------------------------------------------------------------------------------------------------------
// Bit set of results of the upstream task that let this task start.
enum Result_ : unsigned { on_succeeded = 1, on_failed = 2, on_errored = 4, on_skipped = 8, on_omitted = 16, on_any_succeeded = 32, on_all_failed = 64, on_daemoned = 128 };
using Results = unsigned;
constexpr Results results_default = on_succeeded | on_skipped | on_daemoned;          // a bare name
constexpr Results results_completed = on_succeeded | on_failed | on_errored | on_skipped | on_daemoned;

struct Need {                   // an order edge into this task
    std::string task;
    Results results = results_default;
    bool recovers = false;      // this edge's success makes the failure of `task` "recovered"
    friend bool operator==(const Need&, const Need&) = default;
};

enum class Trigger { always, on_success, on_failure };

struct Task;
using TaskPtr = std::shared_ptr<const Task>;

// A handler is a task that runs when its scope has ended.
struct Handler {
    TaskPtr task;
    Trigger trigger = Trigger::always;
    bool warn_only = false;      // a failure of the handler is a warning instead of changing the verdict
    std::string expression;      // engine expression that starts it, "" = trigger alone
    friend bool operator==(const Handler& a, const Handler& b);   // deep
};

struct Task {
    TaskId id = 0;
    std::string name;
    std::string definition;             // name in Flow::definitions; "" = own
    DefinitionPtr own;                  // used when definition is ""; never null then
    std::vector<Binding> params;        // arguments
    std::vector<InputFile> files;       // artifact arguments
    Environment environment;            // of this use, on top of the definition's
    std::vector<Need> needs;            // edges drawn into this task
    std::string depends;                // boolean expression that is not an AND of needs; "" = all needs
    std::string when;                   // condition; "" = always
    std::optional<Loop> loop;
    std::optional<Retry> retry;
    std::string timeout;
    bool tolerated = false;             // continueOn.failed: a failure is a warning
    bool tolerated_error = false;       // continueOn.error
    bool muted = false;
    std::vector<Handler> handlers;      // task scope (hooks)
    std::string note;                   // description
    friend bool operator==(const Task&, const Task&);             // deep, includes id
};

struct Body {
    std::vector<TaskPtr> tasks;
    std::vector<Handler> handlers;      // of this scope
    friend bool operator==(const Body& a, const Body& b);         // deep
};

// --- the whole ------------------------------------------------------------------------------------------------------------------
struct Point { double x = 0, y = 0; friend bool operator==(const Point&, const Point&) = default; };
struct Placement { std::string path; Point at; friend bool operator==(const Placement&, const Placement&) = default; };  // name path, top left

// A text on the canvas, for people; no engine sees it. Stands in the coordinates of the body it belongs to, as placements do.
struct Note {
    std::string in;             // name path of the task whose body it lies in, "name:" for a shared definition's, "" = main
    std::string text;           // Markdown
    Point at;
    double w = 240, h = 120;
    std::string colour;         // "yellow", "blue" …; "" = yellow; what is not known is drawn as yellow and kept
    friend bool operator==(const Note&, const Note&) = default;
};

// When an engine starts the flow by itself.
struct Schedule {
    std::vector<std::string> crons;      // as the format writes them: five fields, six or seven in DolphinScheduler (Quartz)
    std::string timezone;                // IANA name; "" = the server's
    std::string concurrency;             // "Allow", "Forbid", "Replace"; "" = default
    bool suspended = false;
    std::string start, end;              // RFC 3339 or as the format has it
    std::optional<Scalar> starting_deadline;   // seconds
    std::optional<int> keep_succeeded, keep_failed;
    friend bool operator==(const Schedule&, const Schedule&) = default;
};

struct Flow {
    std::string name;
    std::string format;                         // "native", "argo" …: which format read it
    std::string description;
    std::vector<Parameter> parameters;
    Environment environment;
    std::vector<DefinitionPtr> definitions;     // shared ones, file order
    Body main;
    std::string entrypoint;                     // Argo: the template that main came from
    std::string timeout;
    std::optional<int> parallelism;
    std::optional<Schedule> schedule;
    std::vector<Placement> placements;          // hand-moved nodes
    std::vector<Note> notes;                    // from the back to the front
    std::vector<std::string> unfolded;          // name paths of tasks whose body is drawn in its place, as a frame
    std::vector<std::string> unsupported;       // at flow level
    // The root it was read from, where its format writes a fresh text with it: what the model has no field for comes along. Not compared.
    std::shared_ptr<const yaml::Node> origin;
    friend bool operator==(const Flow&, const Flow&);             // deep
};
using FlowPtr = std::shared_ptr<const Flow>;

// --- looking things up; total ------------------------------------------------------------------------------------------------------
const Definition* definition_of(const Flow& flow, const Task& task);            // shared or own; null when undefined
const Definition* find_definition(const Flow& flow, std::string_view name);
const Task* find_task(const Body& body, std::string_view name);                 // handlers too
const Task* find_task(const Flow& flow, TaskId id);                             // everywhere, bodies of definitions too
// A name path: "train", "bye/always" (task in a sub-flow body reached through task or handler "bye").
std::string path_of(const Flow& flow, TaskId id);                               // "" when unknown
const Task* at_path(const Flow& flow, std::string_view path);
// Calls fn(path, task, handler or null) for every task and handler of main and of all bodies below, each body once per definition.
template <class Fn> void for_each_task(const Flow& flow, Fn&& fn);
std::size_t task_count(const Flow& flow);                                       // main body: tasks and handlers

// Where a body stands: {} = main, otherwise the definition's name, or the id of the task whose own definition has the body.
struct BodyRef {
    std::string definition;
    TaskId task = 0;
    friend bool operator==(const BodyRef&, const BodyRef&) = default;
};
const Body* body_at(const Flow& flow, const BodyRef& ref);
BodyRef body_of(const Flow& flow, TaskId id);                                   // the body a task stands in

}  // namespace weft

#include "core/model/walk.h"  // IWYU pragma: export  (for_each_task)
