// The canvas for a screen reader. Below the canvas stand its nodes (list items), then the verdict while a run is shown, then the widgets on it. Below a
// node stand its ports (buttons), what it waits for (one text an edge), its state and its findings. Each has a name, a role and a state; a node can be
// pressed (opens or shows its fields), a port connects, an edge can be deleted.
#pragma once

#include <QAccessible>

#include "ui/canvas/canvas.h"

namespace weft::ui {

void install_canvas_accessibility();                       // once, before the first canvas; cheap when nobody listens
// News, said only while somebody listens.
void say_focused(Canvas& canvas);
void say_note(Canvas& canvas, int note);     // an index in the flow
void say_states(Canvas& canvas, const std::vector<int>& nodes);

}  // namespace weft::ui
