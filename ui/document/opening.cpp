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

Opened open_for_window(const std::string& file, std::size_t flow_index, OpeningState& state, const QString& journal) {
    Opened out{fail(Message{}), {}, {}};
    const auto stopped = [&] { return out.cancelled = bool(state.cancelled); };
    Result<std::string> text = io::read_file(file);
    if (stopped()) return out;
    if (!text) {
        text.error().where.file = file;
        out.document = tl::unexpected<Error>(text.error());
        return out;
    }
    state.stage = OpeningState::understanding;
    Result<DocumentPtr> document = open_text(std::move(*text), file, flow_index);
    if (stopped()) return out;
    if (document) {
        state.stage = OpeningState::laying_out;
        *document = with_sidecar(*document, file);
        out.picture = layout::layout_flow(*(*document)->flow, (*document)->flow->main);
    }
    out.document = std::move(document);
    if (out.document && !journal.isEmpty()) out.journal = read_journal(journal);
    stopped();
    return out;
}

}  // namespace weft::ui
