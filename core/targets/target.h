// An engine that a flow is checked for and exported to. Facts as data, functions by pointer, one line in catalogue.cpp.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/lint/rule.h"
#include "core/model/environment.h"
#include "core/model/flow.h"
#include "core/targets/features.h"

namespace weft {

struct ExportedFile {
    std::string name;
    std::string text;
    bool handler = false;   // an exit handler in a file of its own, to be started when the flow has ended
};

struct ExportOptions {
    std::string version;          // of the target; "" = its default
    std::string default_image;    // for tasks where nothing sets one (settings, per target); "" = none
    bool handlers_apart = false;  // exit handlers of the flow that the engine cannot run leave in files of their own (handlers_apart.h)
};

struct Exported {
    std::vector<ExportedFile> files;
    std::vector<Message> notes;   // what was changed or left out on the way, one sentence each; never dropped silently
};

enum class Fit { fits, lowered, refused };   // "fits", "fits with a change", "refused"

// One row of a target's table. Several rows of one feature: the first whose versions hold decides. A feature without a row is refused.
struct Capability {
    Feature feature;
    Fit fit;
    Message how;            // lowered: what is written instead; refused: why and what to do; fits: ""
    std::string since;      // first version it holds for, "" = all
    std::string until;      // first version it does not hold for any more, "" = still holds
};

// What one place of the flow is told: by the table or by the target's own check of names and structure.
struct Remark {
    Fit fit = Fit::fits;
    TaskId task = 0;        // 0 = the flow
    std::string path;       // SourceMap prefix
    Feature feature = Feature::count_;   // count_ = from the check
    std::string detail;
    Message what;           // refused: why; lowered: what is written instead
    Message advice;         // what to do; may be empty
};

// The final name of a thing on a target.
struct NameUse {
    enum class Kind { flow, task, definition, parameter, output, variable } kind = Kind::task;
    std::string path;       // SourceMap prefix of the thing's task, "" for the flow
    std::string original;
    std::string final;      // as the engine will know it
    Message how;            // why it differs, "" = it does not
    std::string collides;   // the other original that wanted the same name, "" = none
};

// How a task's output of a type arrives where another task is bound to it. All 24 rows stand; `how` may be empty where it fits.
enum class Carrier { parameter, variable, file };
struct Passing {
    ValueType type;
    Carrier carrier;
    Fit fit;
    Message how;            // "as its JSON text", "refused: a Volcano job hands nothing on"
};

struct Target {
    std::string id;                            // "local", "argo" …
    std::string title;                         // a proper name, not translated
    std::vector<std::string> versions;         // newest first; [0] is the default
    std::vector<const lint::Rule*> rules;      // its own rules
    // Refused with reasons when the target cannot say what the flow says; null = not a file target. Call export_to (portability.h), which asks the table first.
    Result<Exported> (*export_flow)(const Flow&, const ExportOptions&) = nullptr;
    std::vector<Capability> capabilities;
    std::vector<Remark> (*check)(const Flow&, const ExportOptions&) = nullptr;       // what no single feature decides: structure, sizes, names that cannot be had
    std::vector<NameUse> (*names)(const Flow&, const std::string& version) = nullptr;   // null: every name stays as it is
    // Turns a task's effective environment into what reaches the pod on this engine (Metaflow's exit hooks take the start step's image); null: as it is.
    void (*arriving)(const Flow&, const Task&, const Handler*, const ExportOptions&, EffectiveEnvironment&) = nullptr;
    std::vector<Passing> passing;
    bool handlers_may_stand_apart = false;     // refuses exit handlers, but can run each as a flow of its own
};

const std::vector<const Target*>& targets();
const Target* find_target(std::string_view id);
std::vector<const lint::Rule*> all_rules();    // lint::general_rules() and every target's

}  // namespace weft
