// Kubeflow Pipelines' own lint rules, one file each: what the server refuses or does otherwise in a pipeline's own file.
#pragma once

#include <vector>

#include "core/lint/rule.h"
#include "core/targets/kfp/place.h"

namespace weft::kfp {

extern const lint::Rule exit_final_status_misuse;
std::vector<const lint::Rule*> rules();

// Every DAG of a pipeline's own file, with the name of its component ("" = root).
struct NamedDag { std::string component; Place dag; };
std::vector<NamedDag> dags_of(const lint::Context& context);
bool waits_for_any_end(const Place& task);
// A finding that stands at this place.
lint::Finding finding_at(const char* rule, const Place& at, const std::string& task, Message what, Message why);

}  // namespace weft::kfp
