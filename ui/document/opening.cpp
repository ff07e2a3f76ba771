#include "ui/document/opening.h"

#include "core/io/file.h"
#include "ui/document/flow_document_private.h"
#include "ui/document/sidecar.h"

namespace weft::ui {

DocumentPtr with_sidecar(const DocumentPtr& document, const std::string& file) {
    if (!document->format || file.empty() || (document->format->abilities.placements_inside && document->format->abilities.notes_inside)) return document;
    CanvasPart part = read_sidecar(file);
    return part.empty() ? document : with_canvas(document, std::move(part));
}

// What the journal begins with; and, where nothing is to be asked, the text read as what follows on it, so that a task keeps its id through all undo steps.
static DocumentPtr after_journal(Opened& out, const std::string& text, std::size_t flow_index, const std::string& file) {
    const bool asked = out.journal->unsaved > 0;
    if (!asked && (out.journal->text != text || out.journal->entries.empty())) return nullptr;
    Result<DocumentPtr> base = open_text(out.journal->base, file, flow_index);
    if (!base) return nullptr;
    out.base = with_sidecar(*base, file);
    if (asked) return nullptr;
    Snapshot after = read_again({out.base, std::nullopt}, text);
    if (!after.broken) return after.document;
    out.base.reset();
    return nullptr;
}

Opened open_for_window(const std::string& file, std::size_t flow_index, OpeningState& state, const QString& journal) {
    Opened out{fail(Message{}), {}, {}, {}};
    const auto stopped = [&] { return out.cancelled = bool(state.cancelled); };
    Result<std::string> text = io::read_file(file);
    if (stopped()) return out;
    if (!text) {
        text.error().where.file = file;
        out.document = tl::unexpected<Error>(text.error());
        return out;
    }
    state.stage = OpeningState::understanding;
    if (!journal.isEmpty()) out.journal = read_journal(journal);
    Result<DocumentPtr> document = out.journal ? after_journal(out, *text, flow_index, file) : nullptr;
    if (!*document) document = open_text(std::move(*text), file, flow_index);
    if (stopped()) return out;
    if (document) {
        state.stage = OpeningState::laying_out;
        *document = with_sidecar(*document, file);
        out.picture = layout::layout_flow(*(*document)->flow, (*document)->flow->main);
    }
    out.document = std::move(document);
    stopped();
    return out;
}

}  // namespace weft::ui
