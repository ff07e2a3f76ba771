// FILE.weft-canvas.yaml beside an engine's file: what a person has drawn that the file itself has no room for. Written on save, only after a hand move, a note
// or a group that was unfolded; keyed by name path.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/targets/document.h"

namespace weft::ui {

struct CanvasPart {
    std::vector<Placement> placements;
    std::vector<Note> notes;
    std::vector<std::string> unfolded;
    bool empty() const { return placements.empty() && notes.empty() && unfolded.empty(); }
    friend bool operator==(const CanvasPart&, const CanvasPart&) = default;
};
// Only what the document's format does not hold; empty for a native file.
CanvasPart outside_part(const Document& document);
DocumentPtr with_canvas(const DocumentPtr& document, CanvasPart part);

std::string sidecar_path(const std::string& file);
CanvasPart read_sidecar(const std::string& file);   // empty when there is none or it cannot be read: it is only a drawing
Result<void> write_sidecar(const std::string& file, const CanvasPart& part);

}  // namespace weft::ui
