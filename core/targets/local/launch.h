// Everything the runner needs to start one attempt, resolved: a plain value made by the planner.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/model/environment.h"
#include "core/model/flow.h"
#include "core/targets/local/scope.h"

namespace weft::local {

struct LaunchFile {
    std::string path;           // where the task reads it
    std::string content;        // literal, or
    std::string from;           // a file that another task of the run made
};

struct WantedOutput {
    std::string name;
    OutputFrom from = OutputFrom::file;
    std::string path;           // "" = $WEFT_OUTPUTS/<name>
    std::optional<std::string> fallback;
    bool artifact = false, optional = false;
};

struct Launch {
    std::vector<std::string> argv;
    std::vector<std::pair<std::string, std::string>> env;     // on top of the clean base
    std::string script;         // written to a file whose path is appended to argv
    bool has_script = false;
    std::string working_dir;
    std::vector<LaunchFile> files;
    std::vector<WantedOutput> outputs;
    bool capture = false;       // standard output is wanted as a value
    bool own_outputs = false;   // it may write into $WEFT_OUTPUTS: declared outputs, or a command that speaks of it; a folder costs more than a spawn
    std::string image_note;
};

// How a leaf asks: its definition and use, where it stands, what it may see. `params` are its own, in order.
struct LeafRequest {
    const Flow& flow;
    const Task& task;
    const Definition& definition;
    std::vector<const Task*> enclosing;
    std::vector<std::pair<std::string, std::string>> params;
    const Resolver& resolver;   // own parameters first, then the body's
    const EffectiveEnvironment& inherited;   // what the flow alone gives: most tasks add nothing to it
    bool capture = false;
    bool sandbox = false;
};
Result<std::shared_ptr<const Launch>> make_launch(const LeafRequest& request);

// Names that change the loader, a shell or an interpreter; a value computed by a run never lands in one of them.
bool is_dangerous_env(std::string_view name);
bool is_env_identifier(std::string_view name);
// Absolute paths that a definition's files and outputs name: they are made private to the attempt.
std::vector<std::string> private_paths(const Definition& definition);

}  // namespace weft::local
