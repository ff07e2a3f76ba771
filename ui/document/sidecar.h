// FILE.weft-canvas.yaml beside an engine's file: where the user put the nodes, keyed by name path. Written on save, only after a hand move.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/flow.h"

namespace weft::ui {

std::string sidecar_path(const std::string& file);
std::vector<Placement> read_sidecar(const std::string& file);   // empty when there is none or it cannot be read: it is only a drawing
Result<void> write_sidecar(const std::string& file, const std::vector<Placement>& placements);

}  // namespace weft::ui
