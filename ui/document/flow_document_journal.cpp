// The document's side of the journal: writing each step down, and doing them again.
#include <QFileInfo>

#include "ui/bridge/text.h"
#include "ui/document/flow_document_private.h"

namespace weft::ui {

void FlowDocument::Private::note(FlowDocument* self, JournalEntry entry) {
    if (!journal) journal = Journal::begin(journal_path, file, self->title(), journal_base, journal_canvas);
    if (!journal) {
        journal_path.clear();   // held by another window, or no room: said once by not being there after a crash
        return;
    }
    entry.checksum = journal_checksum(text);
    journal->add(entry);
}

void FlowDocument::keep_journal(const QString& path) { d->journal_path = path; }

// The file has all that was done; undo goes on from here after a restart. Under a new name the journal moves along.
void FlowDocument::save_journal() {
    if (d->journal_path.isEmpty() || d->file.isEmpty()) return;
    const QString wanted = ui::journal_path(QFileInfo(d->journal_path).absolutePath(), d->file);
    if (wanted != d->journal_path) {
        if (d->journal) d->journal->remove();
        d->journal.reset();
        d->journal_path = wanted;
        return;   // nothing to recover: a new one begins with the next change
    }
    if (!d->journal) return;
    JournalEntry entry;
    entry.op = JournalEntry::Op::saved;
    d->note(this, std::move(entry));
}

bool FlowDocument::continue_journal(const FoundJournal& found) {
    if (d->text != found.base || d->undo.count() > 0) return false;
    d->replaying = true;
    bool whole = true;
    for (const JournalEntry& entry : found.entries) {
        switch (entry.op) {
            case JournalEntry::Op::undo: d->undo.undo(); break;
            case JournalEntry::Op::redo: d->undo.redo(); break;
            case JournalEntry::Op::saved: d->undo.setClean(); break;
            case JournalEntry::Op::change: {
                const EditStep edits = entry.steps.empty() ? EditStep{} : entry.steps.front();
                const bool large = d->text.size() >= d->read_at_once;
                Snapshot after = edits.empty() ? Snapshot{document(), d->shown->broken}
                                 : large       ? Snapshot{document(), d->shown->broken, true}
                                               : read_again(*d->shown, yaml::apply(d->text, edits));
                if (entry.canvas) after.document = with_canvas(after.document, *entry.canvas);
                d->push(this, entry.label, entry.merge_key, edits, std::move(after));
                break;
            }
        }
        whole = whole && journal_checksum(d->text) == entry.checksum;
        if (!whole) break;
    }
    d->replaying = false;
    d->journal_path = found.path;
    if (whole) d->journal = Journal::resume(found);
    if (whole && !d->journal) d->journal_path.clear();
    emit state_changed();
    return whole;
}

void FlowDocument::drop_journal() {
    if (d->journal) d->journal->remove();
    d->journal.reset();
    d->journal_path.clear();
}

}  // namespace weft::ui
