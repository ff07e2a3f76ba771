// Every general rule, one line each, in the order of the help's list. Rules of one engine stand in its target folder.
#include "core/lint/rule.h"

namespace weft::lint {
namespace rules {
extern const Rule yaml_syntax, yaml_duplicate_key, yaml_unknown_field, yaml_wrong_type, yaml_merge_key, yaml_anchor, yaml_custom_tag, yaml_unsafe_characters, yaml_multi_doc;
extern const Rule name_empty, name_duplicate;
extern const Rule env_name_k8s_strict, env_name_k8s_relaxed, env_name_shell, env_dynamic_out, env_collision_after_sanitise, env_duplicate, env_inconsistent, env_value_not_string;
extern const Rule image_missing, image_grammar, image_untagged, image_latest, image_digest_bad, image_default_implicit;
extern const Rule ref_unresolved, ref_not_upstream, ref_self;
extern const Rule graph_cycle, graph_dep_undefined, graph_dep_self, graph_empty_dag;
extern const Rule exit_depends_on_main, exit_nested;
extern const Rule limits_quantity, limits_request_gt_limit, limits_retry_limit, limits_timeout_format, limits_gpu_fraction, limits_cron;
extern const Rule k8s_mount_duplicate;
extern const Rule local_command_not_found;
}  // namespace rules

const std::vector<const Rule*>& general_rules() {
    using namespace rules;
    static const std::vector<const Rule*> all{
        &yaml_syntax,
        &yaml_duplicate_key,
        &yaml_unknown_field,
        &yaml_wrong_type,
        &yaml_merge_key,
        &yaml_anchor,
        &yaml_custom_tag,
        &yaml_unsafe_characters,
        &yaml_multi_doc,
        &name_empty,
        &name_duplicate,
        &env_name_k8s_strict,
        &env_name_k8s_relaxed,
        &env_name_shell,
        &env_dynamic_out,
        &env_collision_after_sanitise,
        &env_duplicate,
        &env_inconsistent,
        &env_value_not_string,
        &image_missing,
        &image_grammar,
        &image_untagged,
        &image_latest,
        &image_digest_bad,
        &image_default_implicit,
        &ref_unresolved,
        &ref_not_upstream,
        &ref_self,
        &graph_cycle,
        &graph_dep_undefined,
        &graph_dep_self,
        &graph_empty_dag,
        &exit_depends_on_main,
        &exit_nested,
        &limits_quantity,
        &limits_request_gt_limit,
        &limits_retry_limit,
        &limits_timeout_format,
        &limits_gpu_fraction,
        &limits_cron,
        &k8s_mount_duplicate,
        &local_command_not_found,
    };
    return all;
}

}  // namespace weft::lint
