// What read.cpp, read_step.cpp and topology.cpp share. Internal to this folder.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "core/targets/format.h"
#include "core/targets/metaflow/graph.h"
#include "core/targets/metaflow/source.h"
#include "core/yaml/text.h"

namespace weft::metaflow {

struct Reading {
    const PythonSource& source;
    const Class& flow;
    std::string_view text;
    ReadResult& out;
    std::optional<yaml::LineIndex> lines = std::nullopt;            // of the text, when a place was asked for

    void place(const std::string& path, const Span& at);            // span only: no tree here
    void keep(const std::string& path, const std::string& what);    // "tasks.train @conda libraries"
};

// A step's decorators into its definition (environment, retry, timeout) and its task (tolerated); `path` is its place prefix.
void read_decorators(Reading& reading, const std::vector<Decorator>& decorators, const std::string& path, Definition& definition, Task& task);
// The environment that one call names: @kubernetes(...), BASE = dict(...). Fields that are set already stay.
void read_environment(Reading& reading, const Arguments& arguments, const std::string& decorator, const std::string& path, Environment& environment);
void read_variables(Reading& reading, const Argument* map, const std::string& path, Environment& environment);
std::optional<Retry> read_retry(const Argument* times, const Argument* minutes, int default_times, int default_minutes);
std::optional<Schedule> read_schedule(Reading& reading);
void read_hooks(Reading& reading, Body& body);
// The work of an exported step as a command; false when the step holds more. `attributes`: what an attribute of self says as a tag.
using Attributes = std::map<std::string, std::string>;
bool read_work(const std::vector<Worked>& work, const Attributes& attributes, const std::string& step, Definition& definition);
Attributes attributes_of(const Class& flow, const DrawnGraph& drawn);   // parameters, and outputs of the steps of the main body

// Tasks of a drawn graph; `make` fills in the definition of a step at a place.
using MakeStep = std::function<void(std::size_t step, const std::string& path, Task& task, Definition& definition)>;
Body body_of(const DrawnGraph& graph, const MakeStep& make);

}  // namespace weft::metaflow
