// A file on its way into the window: read, understood and laid out on a worker; the window only takes over what has come out. Any thread.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "core/layout/flow_layout.h"
#include "core/targets/document.h"
#include "ui/document/journal.h"

namespace weft::ui {

// Shared by the worker and the window: how far it is, and whether anybody still waits for it.
struct OpeningState {
    enum Stage { reading, understanding, laying_out };
    std::atomic<int> stage{reading};
    std::atomic<bool> cancelled{false};
};

struct Opened {
    Result<DocumentPtr> document;      // with the placements of its sidecar
    layout::FlowPicture picture;       // of its main body
    std::optional<FoundJournal> journal;   // what was done to it before
    DocumentPtr base;                  // what the journal begins with; null: it does not fit
    bool cancelled = false;
};

// Gives up between the stages once it is cancelled.
Opened open_for_window(const std::string& file, std::size_t flow_index, OpeningState& state, const QString& journal = {});

// Where a person put the nodes of an engine's file; native files hold that themselves. Reads the sidecar of `file`.
DocumentPtr with_sidecar(const DocumentPtr& document, const std::string& file);

}  // namespace weft::ui
