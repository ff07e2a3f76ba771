// What the parts of the reader share: the two documents, the exit group, what has been read so far. Internal to targets/kfp.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/targets/format.h"
#include "core/targets/kfp/place.h"
#include "core/targets/kfp/values.h"

namespace weft::kfp {

inline constexpr const char* completed = "ALL_UPSTREAM_TASKS_COMPLETED";
inline constexpr const char* exit_group_prefix = "exit-handler-";
inline constexpr std::string_view channel_prefix = "pipelinechannel--";

// A pipeline that stands as a whole in one exit group (root: the group and its exit tasks) is drawn as its tasks and the exit handlers of the flow: the
// group is how KFP says "exit handler of the flow". Groups beside other tasks are drawn as groups, their exit tasks as handlers of the group.
struct ExitGroup {
    std::string task, component;                            // "" = there is none
    std::map<std::string, std::string> channels;            // parameter of the pipeline -> input of the group
    explicit operator bool() const { return !component.empty(); }
};

struct Spec {
    std::size_t document = 0;
    Place head;                                             // the document that holds the pipeline: the pipeline itself, or a recurring run round it
    Place root, platform;                                   // platform: platforms/kubernetes of the second document
    std::string inside, platform_inside;                    // where in `head` they stand; "" = head itself, and in a document of its own
    std::optional<std::size_t> platform_document;
    ExitGroup group;
    std::map<std::string, std::string> labels;              // component -> executor label

    Place component(std::string_view name) const { return root.at("components").at(name); }
    Place executor(std::string_view label) const { return root.down("deploymentSpec/executors").at(label); }
    Place platform_executor(std::string_view label) const { return platform.down("deploymentSpec/executors").at(label); }
    Place main_dag() const { return group ? component(group.component).at("dag") : root.down("root/dag"); }
};

bool recognises(const yaml::Stream& stream);
Result<Spec> find_spec(const yaml::Stream& stream);
Result<ReadResult> read(const yaml::Stream& stream, std::size_t flow_index);

// An exit task waits for its group to complete and is told how it ended; with the same strategy but without that a task just ignores a failure in front of it.
bool is_exit_task(const Place& task);
std::string waits_for(const Place& task);                   // its one upstream task, "" when there are none or more

struct Reading {
    Spec spec;
    ReadResult out;

    void map(const std::string& path, const Place& place);  // the first node of a path stays
    void issue(const char* rule, Message what, const Place& at);
    void keep(const Place& place);                          // without drawn meaning
};

Body read_body(Reading& reading, const Place& dag, const std::string& prefix, bool main);
Task read_task(Reading& reading, const std::string& name, const Place& task, const std::string& path, bool inside_group);
Definition read_component(Reading& reading, const std::string& name, const Place& component);
std::vector<Parameter> read_parameters(Reading& reading, const Place& parameters, const std::string& path);
void read_platform(Reading& reading, const Place& config, const std::string& path, Definition& definition);
// The tag that says what a task's input is given; "" for constants.
std::string tag_of_input(const Task& task, std::string_view input);
std::string tag_of_file(const Task& task, std::string_view input);

// Unknown fields and wrong types below a document's root.
void check_fields(const Spec& spec, std::vector<yaml::Issue>& issues);

}  // namespace weft::kfp
