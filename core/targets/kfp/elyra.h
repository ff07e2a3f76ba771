// Elyra's .pipeline files: what the parts of reader and writer share. Internal to targets/kfp.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/targets/format.h"
#include "core/yaml/merge.h"
#include "core/yaml/place.h"

namespace weft::elyra {

using yaml::NodePtr;
using yaml::Place;

// Links, variables, volumes, tolerations and ports are told apart by these.
inline const yaml::MergeKeys keys{{"node_id_ref", "env_var", "path", "name", "key", "id"}};

// One pipeline of the file with the nodes that are tasks, in file order, and the names that they have here: labels may repeat, our names may not.
struct Pipeline {
    Place place;
    std::vector<Place> nodes;
    std::vector<std::string> names;
    std::unordered_map<std::string, std::string> name_of_id;
};
Place primary_pipeline(const Place& root);
Place pipeline_by_id(const Place& root, const std::string& id);
Pipeline pipeline_of(const Place& place);
std::string label_of(const Place& node);
std::vector<std::string> unique_names(const std::vector<std::string>& labels);

// "execute-python-node" runs files; everything else but a super node is a component of a catalog.
bool is_generic(const std::string& op);
std::vector<Scalar> command_of(const std::string& op, const std::string& file);
std::string op_of(const std::vector<Scalar>& command);           // "" = no command that Elyra runs
std::string file_of(const std::vector<Scalar>& command);

Result<ReadResult> read(const yaml::Stream& stream, std::size_t flow_index);

// How a node spells what may be spelt in several ways, so that what we build meets it.
struct Spelling {
    std::string id;
    bool env_words = false;            // "K=V" as in old versions
    NodePtr parameters;                // component_parameters as they stand: widgets of a component
    struct Port { std::string id; std::vector<std::string> from; };
    std::vector<Port> inputs;          // a super node has one for each node inside that waits for something outside
    std::string output;
};
Spelling spelling_of(const Place& node, const std::string& id);
using Ids = std::unordered_map<std::string, std::string>;       // name -> node id
NodePtr node_node(const Task& task, const std::string& label, const Ids& ids, const Spelling& spelling, std::size_t place);
NodePtr defaults_node(const Environment& environment, const Spelling& spelling);
NodePtr parameters_node(const std::vector<Parameter>& parameters);
std::string made_id(const std::string& seed);                   // the shape of a UUID, the same for the same seed

Result<Flow> settle(const Flow& before, const Flow& drawn);
Result<std::vector<NodePtr>> write(const Flow& before, const Flow& after, const yaml::Stream& stream, std::size_t flow_index);
Result<std::string> fresh(const Flow& flow);

}  // namespace weft::elyra
