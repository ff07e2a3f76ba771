// What the parts of the reader and the writer share. Internal to targets/volcano.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/targets/format.h"
#include "core/yaml/merge.h"
#include "core/yaml/place.h"

namespace weft::volcano {

using yaml::NodePtr;
using yaml::Place;

// Where the description of a flow stands in metadata.annotations; the engine has no field for it.
inline constexpr const char* description_key = "weftwork/description";
// Items that have no name are told apart by these.
inline const yaml::MergeKeys keys{{"name", "key", "mountPath", "event"}};

enum class Role { none, flow, job_template, job };

struct Part {
    Role role = Role::none;
    std::string name;
    Place root;                // root.document = its place in the stream
};
Role role_of(const NodePtr& root);
Role role_of_flow(const Flow& flow);                                        // what it was read from: JobFlow, vcjob, or a file of templates alone
std::vector<Part> parts_of(const yaml::Stream& stream);                     // documents of other kinds are left out
const Part* flow_part(const std::vector<Part>& parts, std::size_t index);   // the JobFlow or vcjob of that number; null for a file of templates alone
const Part* template_part(const std::vector<Part>& parts, const std::string& name);

struct Reading {
    ReadResult out;
    std::set<std::string> kept;

    void map(const std::string& path, const Place& place);    // the first node of a path stays: names may stand twice in a file
    void issue(const char* rule, Message what, const Place& at);
    // Fields by the engine's own schema: an unknown one is an issue, one without meaning here is listed by its place.
    void check_fields(const Place& map, const char* schema, const std::set<std::string>& understood, const std::string& place);
};

// A vcjob's spec: one task is a command; several are a body, in which dependsOn draws the edges.
Definition read_job(Reading& reading, const Place& spec, const std::string& name, const std::string& path);
Body read_tasks(Reading& reading, const Place& tasks, const std::string& prefix);
std::vector<Volume> read_job_volumes(const Place& spec);
Definition read_pod(Reading& reading, const Place& task, const std::string& path);

// What a vcjob does when a pod fails: the item of `policies` that starts it again, npos = none.
std::size_t restart_policy(const NodePtr& policies);
std::optional<Retry> read_retry(const Place& spec);

Result<ReadResult> read(const yaml::Stream& stream, std::size_t flow_index);

// How one pod is spelt in its file, so that what we build of it meets what stands there.
struct Shape {
    std::string container = "main";
    std::string gpu = "nvidia.com/gpu";
    std::string memory_volume = "shared-memory";
};
Shape shape_of(const Place& task);
bool is_job_volume(const Volume& volume);   // of the vcjob's own list; its name is its path
bool is_gpu(std::string_view resource);

}  // namespace weft::volcano
