#include "ui/document/note_choice.h"

#include "ui/document/flow_document.h"

namespace weft::ui {

NoteChoice& NoteChoice::of(FlowDocument& document) {
    if (auto* known = document.findChild<NoteChoice*>(QString(), Qt::FindDirectChildrenOnly)) return *known;
    return *new NoteChoice(document);
}

NoteChoice::NoteChoice(FlowDocument& document) : QObject(&document), document_(document) {
    connect(&document, &FlowDocument::changed, this, [this] {
        if (note_ >= int(document_.flow()->notes.size())) choose(-1);
    });
    connect(&document, &FlowDocument::selection_changed, this, [this] {
        if (!document_.selection().empty()) choose(-1);
    });
}

void NoteChoice::choose(int note) {
    const int wanted = note >= 0 && note < int(document_.flow()->notes.size()) ? note : -1;
    if (wanted == note_) return;
    note_ = wanted;
    if (note_ >= 0) document_.select({});
    emit changed();
}

}  // namespace weft::ui
