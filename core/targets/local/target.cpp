#include "core/targets/target.h"

namespace weft {
namespace {

using enum Feature;

// What runs as it is drawn, see README.md of this folder.
constexpr Feature as_drawn[] = {container, script, nested_flow, wait, approval, condition, on_other_result, depends_expression, recovers, tolerated, muted, loop_items,
                                loop_param, loop_sequence, parallelism, fail_slow, handler_flow, handler_group, handler_task, handler_on_success, handler_on_failure,
                                handler_warn_only, retry, retry_unlimited, retry_delay, retry_backoff, timeout_task, timeout_flow, parameters, outputs, output_of_stdout,
                                output_of_exit_code, artifacts, file_content, passing_value, status_value, env, no_image};

std::vector<Capability> capabilities() {
    std::vector<Capability> all;
    for (const Feature feature : as_drawn) all.push_back({feature, Fit::fits, {}, {}, {}});
    const auto without = [&](Feature feature, const char* how) { all.push_back({feature, Fit::lowered, how, {}, {}}); };
    const auto refused = [&](Feature feature, const char* how) { all.push_back({feature, Fit::refused, how, {}, {}}); };
    for (const Feature feature : {cpu, memory, limits, disk, gpu, shared_memory}) without(feature, WEFT_TR("core", "not enforced here: a task takes what it takes"));
    for (const Feature feature : {node_selection, tolerations, service_account, image_pull_policy, image_pull_secrets})
        without(feature, WEFT_TR("core", "means nothing here: there is one computer and no cluster"));
    without(schedule, WEFT_TR("core", "not started by itself here: cron or systemd with `weft run` does that"));
    refused(env_secret, WEFT_TR("core", "there is no cluster to take the secret from; the task is listed and not run"));
    refused(volumes, WEFT_TR("core", "there is no cluster to mount it from; the task is listed and not run"));
    refused(http, WEFT_TR("core", "no request is made; the task is listed and not run"));
    refused(resource, WEFT_TR("core", "there is no cluster to change; the task is listed and not run"));
    refused(reference, WEFT_TR("core", "what it runs stands elsewhere; the task is listed and not run"));
    refused(other_work, WEFT_TR("core", "only the engine that it was made for runs it; the task is listed and not run"));
    refused(nothing_to_run, WEFT_TR("core", "there is nothing to run: give the task a command or a script"));
    return all;
}

}  // namespace

// This computer: it runs flows of every format as they are, so there is nothing to export.
const Target& local_target() {
    static const Target target = [] {
        Target made;
        made.id = "local";
        made.title = "This computer";
        made.versions = {WEFT_VERSION};
        made.capabilities = capabilities();
        for (const ValueType type : {ValueType::any, ValueType::string, ValueType::integer, ValueType::number, ValueType::boolean, ValueType::list, ValueType::map}) {
            made.passing.push_back({type, Carrier::parameter, Fit::fits, WEFT_TR("core", "as its text, in a variable of the parameter's name")});
            made.passing.push_back({type, Carrier::variable, Fit::fits, WEFT_TR("core", "as its text")});
            made.passing.push_back({type, Carrier::file, Fit::lowered, WEFT_TR("core", "as a file that holds the text")});
        }
        made.passing.push_back({ValueType::file, Carrier::parameter, Fit::refused, WEFT_TR("core", "a file is no parameter: bind it to a file")});
        made.passing.push_back({ValueType::file, Carrier::variable, Fit::refused, WEFT_TR("core", "a file is no variable: bind it to a file")});
        made.passing.push_back({ValueType::file, Carrier::file, Fit::fits, WEFT_TR("core", "copied into the reader's folder")});
        return made;
    }();
    return target;
}

}  // namespace weft
