// What read.cpp, read_step.cpp and topology.cpp share. Internal to this folder.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
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
// What an attribute of self says as a tag.
using Attributes = std::map<std::string, std::string>;
struct FlowValues {                                              // of an exported flow
    std::vector<Attributes> of_step;                             // by step: the same attribute is another tag in a group
    Attributes of_hooks;
    std::set<std::pair<std::size_t, std::string>> settled;       // attributes that are said already: a loop's items, what a join collects, what a group takes
    std::map<std::size_t, Loop> loops;                           // by the step that lists the items
    std::map<std::string, std::vector<Binding>> group_params;    // by the group's place
    std::map<std::string, std::vector<Output>> group_outputs;
};
void read_hooks(Reading& reading, Body& body, const Attributes& attributes);
FlowValues values_of(const Class& flow, const DrawnGraph& drawn);
std::string output_name(const std::string& step, const std::string& attribute);
Value value_of(const std::string& text);                         // "{{params.x}}" -> the parameter x
// The work of an exported step as a command, and the condition around it; false when the step holds more. `settled`: attributes that are said already.
bool read_work(const std::vector<Worked>& work, const Attributes& attributes, const std::set<std::string>& settled, const std::string& step, Definition& definition, std::string& when);

DrawnGraph drawn_of(const PythonSource& source, const Class& flow);   // with the groups of an exported flow
void regroup(const Class& flow, std::vector<DrawnStep>& body);
std::map<std::string, std::size_t> steps_by_place(const DrawnGraph& drawn);   // "block/inner" -> step

// Tasks of a drawn graph; `make` fills in the definition of a step at a place.
using MakeStep = std::function<void(std::size_t step, const std::string& path, Task& task, Definition& definition)>;
Body body_of(const DrawnGraph& graph, const MakeStep& make, const FlowValues& values = {});

}  // namespace weft::metaflow
