// What the parts of the writer share. Internal to targets/volcano.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/targets/volcano/build.h"
#include "core/targets/volcano/reading.h"

namespace weft::volcano {

// What read() will say of `drawn` once it is written, or why the file cannot hold it: one template per task, named as the task; literals; no handlers.
Result<Flow> settle(const Flow& before, const Flow& drawn);
Result<std::vector<NodePtr>> write(const Flow& before, const Flow& after, const yaml::Stream& stream, std::size_t flow_index);

// --- settling, piece by piece; an empty message = fine ---
Message settle_job(const Definition* before, Definition& job);                          // what a JobTemplate runs
Message settle_pod(const Definition* before, Definition& pod, const std::string& name, bool whole_job);
Message settle_body(const Flow& flow, const Body* before, Body& body);                  // a vcjob's tasks
Message settle_use(const Task& task);                                                   // what the use of a job cannot say
Message fold_use(const Flow& flow, Task& task, Definition& into);                       // environment, retry and time limit of the use go into what it runs
Message name_message(const std::string& name);                                          // "" = Kubernetes takes it

// Why a Volcano file has no exit handlers, and what to do.
Message handler_message();

// The definition of `before` that each of `after` was, or -1.
std::vector<int> pair_definitions(const Flow& before, const Flow& after);
NodePtr write_tasks(const Place& tasks, const Body& before, const Body& after);
NodePtr write_job_spec(const Place& spec, const Definition& before, const Definition& after);

}  // namespace weft::volcano
