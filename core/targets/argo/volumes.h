// Volumes, tolerations and schedules between Argo's nodes and the model. Internal to targets/argo.
#pragma once

#include <string>
#include <vector>

#include "core/targets/argo/reading.h"
#include "core/targets/argo/sync.h"

namespace weft::argo {

struct Writing;

// --- reading ---------------------------------------------------------------------------------------------------------------------------
// The size of the memory volume that a container has at /dev/shm; empty Place when it has none.
Place shared_memory_of(const Reading& reading, const Place& container, const Place& tmpl);
// What a template mounts, then what it only declares. A mount of a volume of the workflow says what that is.
std::vector<Volume> read_volumes(const Reading& reading, const Place& container, const Place& tmpl);
// spec.volumes and spec.volumeClaimTemplates, with the place where templateDefaults mounts them.
std::vector<Volume> read_flow_volumes(const Reading& reading);
std::vector<Toleration> read_tolerations(const Place& list);
std::optional<Schedule> read_schedule(Reading& reading);

// --- fresh nodes -----------------------------------------------------------------------------------------------------------------------
const Volume* volume_named(const std::vector<Volume>& volumes, const std::string& name, bool declared_only = false);
bool same_source(const Volume& a, const Volume& b);
yaml::NodePtr volume_node(const Volume& volume);         // of spec.volumes or a template's; null for what only its file can say
yaml::NodePtr claim_template_node(const Volume& volume);
yaml::NodePtr mount_node(const Volume& volume);
yaml::NodePtr toleration_node(const Toleration& toleration);
yaml::NodePtr tolerations_node(const std::vector<Toleration>& tolerations);
// The entries of a CronWorkflow's spec, workflowSpec excepted.
std::vector<yaml::Entry> schedule_entries(const Schedule& schedule);

// --- writing ---------------------------------------------------------------------------------------------------------------------------
NodePtr write_mounts(const NodePtr& list, const std::vector<Volume>& before, const std::vector<Volume>& after);
// The template's own declarations; what the workflow declares is left to it.
NodePtr write_template_volumes(Writing& writing, const NodePtr& list, const std::vector<Volume>& before, const std::vector<Volume>& after);
NodePtr write_flow_volumes(Writing& writing, const NodePtr& spec);
NodePtr write_tolerations(const NodePtr& list, const std::vector<Toleration>& before, const std::vector<Toleration>& after);
NodePtr write_schedule(Writing& writing, const NodePtr& root);

// --- settling --------------------------------------------------------------------------------------------------------------------------
// Mounts first, declarations of the workflow left out; a volume says what its declaration says. An Error where a template wants another one.
Result<std::vector<Volume>> settled_volumes(const std::vector<Volume>& wanted, const std::vector<Volume>& before, const Flow& old, const Flow& now);
std::vector<Volume> settled_flow_volumes(const std::vector<Volume>& wanted);

}  // namespace weft::argo
