// Every task's effective environment side by side, as it arrives on one target, each value with its origin. What stands here is what is exported.
#pragma once

#include <string>
#include <vector>

#include "core/model/edit.h"
#include "core/model/environment.h"
#include "core/targets/target.h"

namespace weft {

struct MatrixCell { std::vector<Effective> values; };   // one for an image, several for env; empty: nothing sets it

struct MatrixRow {
    TaskId task = 0;
    std::string path;          // SourceMap prefix
    std::string name;          // shown: "train", "block / inner"
    bool handler = false;
    std::vector<MatrixCell> cells;   // one per column
};

struct EnvironmentMatrix {
    std::vector<std::string> columns;   // field names of model/environment.h: image … ; "env", "secrets", "volumes", "node_selector", "tolerations" hold lists
    std::vector<MatrixRow> rows;        // what makes a pod or process: tasks in drawing order, sub-flows' too, then exit handlers
    std::vector<bool> uneven;           // per column: set for some rows, missing for others
};

const std::vector<std::string>& matrix_columns();
Message matrix_title(const std::string& column);

// `target` null: as the flow says it. ExportOptions::default_image stands as Origin::engine where nothing else sets an image.
EnvironmentMatrix environment_matrix(const Flow&, const Target* target = nullptr, const ExportOptions& = {});

// "Apply to all": what `from` has in this column is set for every task, first, last and exit handlers included. `at_flow` sets it once on the flow and clears it
// elsewhere (native); otherwise it is written on everything that makes a pod. One Flow, so one undo step.
Result<Flow> apply_to_all(const Flow&, const std::string& column, TaskId from, bool at_flow);

}  // namespace weft
