// Argo's own rules, one file each; the list is the catalogue entry of the target.
#pragma once

#include "core/lint/rule.h"

namespace weft::argo {

const std::vector<const lint::Rule*>& rules();

namespace detail {

// A file of Argo's own: names in it reach Argo as they stand. Any other flow gets its names made to fit by the export.
bool is_argo_file(const lint::Context& context);
// "argo 4.1"
std::string target_name(const lint::Context& context);
// The body of this scope came from a `steps` template.
bool is_steps(const lint::Context& context, const lint::Context::Scope& scope);
// The template of an Argo file that holds the scope's tasks; null where there is none.
const MappedField* template_of(const lint::Context& context, const lint::Context::Scope& scope);
const lint::Context::Item* item_of(const lint::Context& context, const Task* task);

}  // namespace detail
}  // namespace weft::argo
