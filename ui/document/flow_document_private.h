// What a document holds; private to the flow_document*.cpp files.
#pragma once

#include <QTimer>

#include "ui/document/flow_command.h"
#include "ui/document/flow_document.h"
#include "ui/document/journal.h"
#include "ui/document/sidecar.h"

namespace weft::ui {

// Reads `text` again as the successor of `before`. Pure: also runs on the worker.
Snapshot read_again(const Snapshot& before, std::string text);

// What a file that has changed means for what is shown: only what differs is an edit. Pure; runs on the worker.
struct Reread {
    std::optional<Error> unreadable;
    EditStep edits;                // empty: nothing has changed
    Snapshot after;
};
Reread read_file_again(const Snapshot& before, const std::string& text, const std::string& file);

struct FlowDocument::Private {
    SnapshotPtr shown;
    std::string text;                      // as it stands now, may not parse
    QString file, given_title;
    Message only_shown;                    // why nothing may be changed; empty = it may
    int revision = 0;
    QUndoStack undo;
    QTimer typing_pause;
    std::size_t read_at_once = 32u << 10;   // bytes: a reading that stays within a third of a frame
    bool checking = false;                  // the worker is reading what was drawn
    bool reloading = false;                 // the worker is reading the file
    bool reload_again = false;              // which has changed since
    CanvasPart saved_canvas;                // of what the file has no room for
    std::size_t flow_index = 0;             // of the flow that was announced last

    QString journal_path;                   // "" = no journal is kept
    std::unique_ptr<Journal> journal;       // begun with the first change
    std::string journal_base;               // the text before it
    CanvasPart journal_canvas;
    bool pushing = false, replaying = false;

    std::vector<TaskId> selection;
    BodyRef scope;
    std::vector<lint::Finding> findings;
    std::shared_ptr<const run::RunState> run_state;
    run::Verdict run_verdict;
    qint64 run_number = 0;

    void edit_text(FlowDocument* self, const std::vector<EditStep>& steps);
    void show(FlowDocument* self, const std::vector<EditStep>& steps, const SnapshotPtr& snapshot, bool back);
    void note(FlowDocument* self, JournalEntry entry);
    JournalPast past() const;
    const std::vector<EditStep>& steps_at(int index) const;
    void replay(FlowDocument* self, const JournalEntry& entry, const QString& label, const QString& key, std::size_t& read);
    void announce(FlowDocument* self, const FlowPtr& before, const std::optional<Error>& broken_before);
    void push(FlowDocument* self, const QString& label, const QString& key, EditStep edits, Snapshot after);
    void forget_missing(FlowDocument* self);
    void read_in_background(FlowDocument* self);
    void check_in_background(FlowDocument* self);
    void take_back(FlowDocument* self);
    void take_over(FlowDocument* self, Reread read);
};

}  // namespace weft::ui
