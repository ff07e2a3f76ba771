// The Kubernetes pod of a k8sPod task: its primary container, and where the pod runs. Both ways.
#pragma once

#include "core/targets/flyte/reading.h"

namespace weft::flyte {

Place primary_container(const Place& pod);     // by primaryContainerName, else the first
void read_pod(Reading& reading, const Place& pod, const std::string& path, Definition& out);
void map_pod(Reading& reading, const Place& pod, const std::string& path);

// True where only a pod can say it: volumes, node selector, tolerations, pull policy and secrets, working folder.
bool needs_pod(const Definition& definition);
yaml::NodePtr pod_spec_node(const Definition& definition);
// Parts of it, for a changed pod; null when empty.
yaml::NodePtr env_list_node(const std::vector<Binding>& env);
yaml::NodePtr kubernetes_resources_node(const Environment& environment);
yaml::NodePtr selector_node(const std::vector<Binding>& selector);
yaml::NodePtr tolerations_node(const std::vector<Toleration>& tolerations);
yaml::NodePtr volumes_node(const std::vector<Volume>& volumes);
yaml::NodePtr mounts_node(const std::vector<Volume>& volumes);
yaml::NodePtr names_node(const std::vector<std::string>& names);   // [{name: a}]

}  // namespace weft::flyte
