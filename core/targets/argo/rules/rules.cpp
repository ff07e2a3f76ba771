#include "core/targets/argo/rules/rules.h"

namespace weft::argo {

using lint::Rule;
namespace rules_ {
extern const Rule name_argo, name_argo_digit, name_flow_len, name_reserved, exit_status_masked, exit_hook_undefined, exit_bad_status, graph_entrypoint, graph_template_type,
    ref_unknown_prefix, graph_depends_mixed, graph_items_condition_no_items, graph_template_undefined, ref_input_missing, ref_wrong_scope, name_template_duplicate, ref_param_name_argo, ref_param_duplicate, ref_param_enum,
    limits_retry_policy, ref_item_outside_loop;
}

const std::vector<const Rule*>& rules() {
    static const std::vector<const Rule*> all{
        &rules_::name_argo,           &rules_::name_argo_digit,     &rules_::name_flow_len,
        &rules_::name_reserved,       &rules_::ref_unknown_prefix,  &rules_::graph_entrypoint,
        &rules_::graph_template_type, &rules_::graph_depends_mixed, &rules_::graph_items_condition_no_items,
        &rules_::graph_template_undefined, &rules_::ref_input_missing, &rules_::ref_wrong_scope,
        &rules_::name_template_duplicate, &rules_::ref_param_name_argo, &rules_::ref_param_duplicate,
        &rules_::ref_param_enum,      &rules_::limits_retry_policy, &rules_::ref_item_outside_loop,
        &rules_::exit_status_masked,  &rules_::exit_hook_undefined, &rules_::exit_bad_status,
    };
    return all;
}

namespace detail {

bool is_argo_file(const lint::Context& context) { return context.flow.format == "argo"; }

std::string target_name(const lint::Context& context) {
    const lint::TargetChoice* choice = context.target("argo");
    if (!choice) return {};
    return choice->version.empty() ? choice->id : choice->id + ' ' + choice->version;
}

bool is_steps(const lint::Context& context, const lint::Context::Scope& scope) {
    if (scope.path.empty()) {
        const Definition* entry = find_definition(context.flow, context.flow.entrypoint);
        return entry && entry->sequential;
    }
    for (const DefinitionPtr& definition : context.flow.definitions)
        if (definition->body.get() == scope.body) return definition->sequential;
    for (const lint::Context::Item& item : context.items)
        if (item.task->own && item.task->own->body.get() == scope.body) return item.task->own->sequential;
    return false;
}

const MappedField* template_of(const lint::Context& context, const lint::Context::Scope& scope) {
    if (!context.places) return nullptr;
    return context.places->find(scope.path.empty() ? join_path("definitions", context.flow.entrypoint) : scope.path);
}

const lint::Context::Item* item_of(const lint::Context& context, const Task* task) {
    for (const lint::Context::Item& item : context.items)
        if (item.task == task) return &item;
    return nullptr;
}

}  // namespace detail
}  // namespace weft::argo
