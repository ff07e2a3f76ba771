// The program that stands in for KFP's launcher in front of a Python component: it makes the executor's input, runs the component, and puts what the
// component says of its outputs where other engines look for it. Internal to targets/kfp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/model/flow.h"

namespace weft::kfp {

struct Launcher {
    struct Given { std::string name, type, items; bool optional = false; };   // type: KFP's parameterType; items: type of what a LIST from a loop holds
    struct Artifact { std::string name, title, version; };
    std::vector<Given> parameters;
    std::vector<Artifact> inputs, artifacts;
    std::vector<std::string> outputs;         // parameters

    // {python, -c, program} and its arguments: description, values, the words of the component.
    std::pair<std::vector<Scalar>, std::vector<Scalar>> words(const std::string& python, const std::vector<Scalar>& component) const;
};

// Artifacts are folders: `data` is what KFP's path names, `about.json` its name, metadata and, where it is elsewhere, its URI.
std::string artifact_input(const std::string& name);      // /tmp/inputs/<name>
std::string artifact_output(const std::string& name);     // /tmp/outputs/<name>

}  // namespace weft::kfp
