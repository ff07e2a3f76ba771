// The document's side of the journal: writing each step down, and doing them again.
#include <QFileInfo>
#include <algorithm>

#include "ui/bridge/text.h"
#include "ui/document/flow_document_private.h"

namespace weft::ui {

void FlowDocument::Private::note(FlowDocument* self, JournalEntry entry) {
    if (!journal) journal = Journal::begin(journal_path, file, self->title(), std::move(journal_base), std::move(journal_canvas));
    journal_base.clear();
    journal_canvas = {};
    if (!journal) {
        journal_path.clear();   // held by another window, or no room: said once by not being there after a crash
        return;
    }
    journal->add(std::move(entry), text);
}

void FlowDocument::keep_journal(const QString& path) { d->journal_path = path; }

bool FlowDocument::wait_until_kept() { return !d->journal || d->journal->wait(); }

const std::vector<EditStep>& FlowDocument::Private::steps_at(int index) const { return static_cast<const FlowCommand*>(undo.command(index))->steps(); }

// The newest steps behind what is shown, as many as are kept.
JournalPast FlowDocument::Private::past() const {
    JournalPast past{text, outside_part(*shown->document), {}};
    std::size_t bytes = 0;
    for (int i = undo.index(); i-- > 0 && int(past.steps.size()) < kept_steps;) {
        const auto& command = static_cast<const FlowCommand&>(*undo.command(i));
        for (const EditStep& step : command.steps())
            for (const yaml::TextEdit& edit : step) bytes += edit.removed.size() + edit.inserted.size();
        CanvasPart before = outside_part(*command.before()->document), after = outside_part(*command.after()->document);
        JournalEntry entry;
        entry.label = command.text();
        entry.steps = command.steps();
        if (before != after) {
            bytes += 40 * after.placements.size();
            for (const Note& note : after.notes) bytes += note.text.size();
            entry.canvas = std::move(after);
        }
        if (bytes > kept_bytes) break;
        past.steps.push_back(std::move(entry));
        past.canvas = std::move(before);
    }
    std::reverse(past.steps.begin(), past.steps.end());
    return past;
}

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
    if (d->journal->longer_than(4)) return d->journal->begin_again(d->past());
    JournalEntry entry;
    entry.op = JournalEntry::Op::saved;
    d->note(this, std::move(entry));
}

void FlowDocument::close_journal() {
    if (modified() || d->file.isEmpty()) drop_journal();
    else if (d->journal && d->journal->longer_than(1)) d->journal->begin_again(d->past());
}

void FlowDocument::Private::replay(FlowDocument* self, const JournalEntry& entry, const QString& label, const QString& key, std::size_t& read) {
    EditStep edits;
    for (std::size_t part = 0; part == 0 || part < entry.steps.size(); ++part) {
        if (part < entry.steps.size()) edits = entry.steps[part];
        // A third of a frame of reading, then the worker reads what is shown in the end.
        const bool unread = text.size() >= read_at_once || read > read_at_once;
        if (!edits.empty()) read += text.size();
        Snapshot after = edits.empty() ? Snapshot{shown->document, shown->broken, shown->unread}
                         : unread      ? Snapshot{shown->document, shown->broken, true}
                                       : read_again(*shown, yaml::apply(text, edits));
        if (entry.canvas) after.document = with_canvas(after.document, *entry.canvas);
        push(self, label, key, edits, std::move(after));
    }
}

bool FlowDocument::continue_journal(const FoundJournal& found, const DocumentPtr& now) {
    if (d->text != found.base || d->undo.count() > 0) return false;
    d->replaying = true;
    std::size_t read = 0;
    int again = 0;
    for (const JournalEntry& entry : found.entries) {
        // What was taken back from before the first step that is kept becomes a step itself.
        const QString own = QStringLiteral("again %1").arg(++again);
        switch (entry.op) {
            case JournalEntry::Op::undo:
                if (d->undo.canUndo() && taken_back(d->steps_at(d->undo.index() - 1)) == entry.steps) d->undo.undo();
                else d->replay(this, entry, tr("Undo"), own, read);
                break;
            case JournalEntry::Op::redo:
                if (d->undo.canRedo() && d->steps_at(d->undo.index()) == entry.steps) d->undo.redo();
                else d->replay(this, entry, tr("Redo"), own, read);
                break;
            case JournalEntry::Op::saved: d->undo.setClean(); break;
            case JournalEntry::Op::change: d->replay(this, entry, entry.label, entry.merge_key, read); break;
        }
    }
    const bool whole = d->text == found.text;
    if (whole && now && now->text == d->text && d->shown->unread) {   // the worker has read it already, as what follows on the first text
        d->shown->document = now;
        d->shown->unread = false;
        d->typing_pause.stop();
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
