// What a flow asks of an engine, as a list: "task train has a condition", "handler tell runs on failure". Engines answer feature by feature
// (Target::capabilities); portability.h puts the two together.
#pragma once

#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/model/flow.h"

namespace weft {

enum class Feature {
    // what a task runs
    container, script, nested_flow, wait, approval, http, resource, reference, other_work, nothing_to_run,
    // order and choice
    condition, on_other_result, depends_expression, recovers, tolerated, muted, loop_items, loop_param, loop_sequence, parallelism, fail_slow,
    // endings
    handler_flow, handler_group, handler_task, handler_on_success, handler_on_failure, handler_warn_only,
    retry, retry_unlimited, retry_delay, retry_backoff, timeout_task, timeout_flow,
    // values
    parameters, outputs, output_of_stdout, output_of_exit_code, artifacts, file_content, passing_value, status_value,
    // environment
    env, env_secret, no_image, cpu, memory, limits, disk, gpu, shared_memory, volumes, node_selection, tolerations, service_account, image_pull_policy, image_pull_secrets,
    schedule,
    count_   // not a feature
};

const char* feature_id(Feature);        // "handler-on-failure": stable, for JSON
Message feature_title(Feature);         // "exit handler on failure"

struct FeatureUse {
    Feature feature;
    TaskId task = 0;          // 0 = the flow
    std::string path;         // SourceMap prefix ("tasks.train"), "" for the flow
    std::string detail;       // what exactly, as the file says it: "exit handler bye", "{output: fetch.path}"
};

// Every use, in drawing order; sub-flow bodies too. A feature of the flow's own (schedule, timeout) stands first.
std::vector<FeatureUse> features_of(const Flow&);

}  // namespace weft
