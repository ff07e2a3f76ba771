// What the parts of the reader share. Internal to targets/flyte.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

#include "core/targets/flyte/unit.h"
#include "core/targets/flyte/values.h"
#include "core/targets/format.h"

namespace weft::flyte {

inline constexpr const char* branch_detail = "branch";   // of a group that is a branch node
inline constexpr const char* start_node = "start-node";
inline constexpr const char* end_node = "end-node";

struct Reading {
    const Unit& unit;
    const Entry* entry = nullptr;      // the flow's own message
    ReadResult out;

    void map(const std::string& path, const Place& place);   // the first node of a path stays
    void issue(const char* rule, Message what, const Place& at);
    // Fields of a message that nothing above draws: named once.
    void keep(const Place& map, const std::string& where, std::string_view message, std::initializer_list<std::string_view> drawn);
};

// Where nodes stand: a workflow, or inside a branch node. A branch's nodes bind to nodes around it; the group carries these values in as parameters.
struct Scope {
    std::string head;                                       // "tasks" of the SourceMap: "", "definitions.X.", "tasks.n0."
    Place workflow;                                         // whose nodes these are; a branch finds it in the scope around it
    Scope* outer = nullptr;                                 // of a branch
    Task* group = nullptr;
    Definition* carried = nullptr;
    std::vector<std::pair<std::string, std::string>> names; // promise -> parameter of the group
    const std::map<std::string, std::set<std::string>>* asked = nullptr;   // node -> outputs that somebody reads
};

Definition read_task_template(Reading& reading, const Entry& entry, const std::string& path);
void map_task_template(Reading& reading, const Entry& entry, const std::string& path);
void read_interface(const Place& interface, std::vector<Parameter>& inputs, std::vector<Output>& outputs);
void read_resources(const Place& resources, Environment& environment);
void map_resources(Reading& reading, const Place& resources, const std::string& path);

Body read_nodes(Reading& reading, const Place& workflow, const std::string& head);
std::vector<Output> read_outputs(Reading& reading, const Place& workflow, const std::string& path);
Value promise_value(Scope& scope, const Place& promise);
Value binding_value(Scope& scope, const Place& data);
std::string retries_of(const Place& metadata);              // "" when there is no retry
std::string timeout_of(const Place& metadata);              // "" for "0s"
bool is_map_task(const Unit& unit, const std::string& task);

// A node of a branch and the text of its condition.
struct BranchCase {
    Place node;
    std::string when;
    Place where;
};
Body read_cases(Reading& reading, const std::vector<BranchCase>& cases, const std::string& path, Scope& scope);
Definition branch_definition(Reading& reading, const Place& branch, const std::string& path, Scope& scope, Task& group);
void read_plan(Reading& reading, const Entry& plan);
std::string rate_text(const Place& rate);                   // {value: 5, unit: MINUTE} -> "@every 5m"

Result<ReadResult> read(const yaml::Stream& stream, std::size_t flow_index);
std::size_t flow_count(const yaml::Stream& stream);

}  // namespace weft::flyte
