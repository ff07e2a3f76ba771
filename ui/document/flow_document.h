// One open document: text and flow, one undo stack for both, file and clean state. One way in (commit, type), one signal out (changed).
// Knows no widget. Reading and verifying large texts happens on a worker; small ones at once.
#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>
#include <functional>
#include <memory>

#include "core/lint/finding.h"
#include "core/model/edit.h"
#include "core/run/state.h"
#include "core/run/verdict.h"
#include "core/targets/document.h"

namespace weft::ui {

struct FoundJournal;

class FlowDocument : public QObject {
    Q_OBJECT
  public:
    explicit FlowDocument(DocumentPtr document, QString file, QObject* parent = nullptr);   // file "" = untitled
    ~FlowDocument() override;

    // --- what it holds ---
    const DocumentPtr& document() const;       // the last one that parsed
    FlowPtr flow() const;
    QString text() const;                      // as typed, may not parse
    QString file() const;
    QString title() const;                     // file name or "untitled"
    bool parses() const;                       // false: drawing is off, broken() says where
    Error broken() const;
    bool can_draw() const;
    Message why_not_draw() const;
    void show_only(const QString& title, Message why);   // a run's own text: neither drawn in nor typed in
    bool read_only() const;
    int revision() const;                      // rises with every change
    bool modified() const;
    QUndoStack& undo_stack();

    // --- changes ---
    // A drawn edit: pure function on the flow; the text is patched; one undo step `label`. merge_key joins successive edits (typing in a field).
    // A refusal comes back as Error and nothing changed.
    Result<void> commit(const QString& label, const std::function<Result<Flow>(const Flow&)>& edit, const QString& merge_key = {});
    void type(int offset_utf16, int removed_utf16, const QString& inserted);   // from the YAML pane
    Result<void> apply_text(const QString& label, const std::vector<yaml::TextEdit>& edits);   // text fixes
    // Texts from this size on (bytes; 32 kB when not said otherwise) are read by a worker: what was drawn or mended shows at once, and is taken back with
    // `refused` should the text turn out not to hold it.
    void read_at_once_below(std::size_t bytes);
    bool waits_for_reading() const;
    // Lets the window live on until the worker has read everything. An Error: the last change was taken back.
    Result<void> wait_until_read();
    // atomic, and only what was read; also the sidecar of placements for engine files
    Result<void> save(const QString& file);
    Result<void> reload();
    // Every step is written to a journal there from now on, on a thread of its own: what a crash would take is found again with read_journal(). `found`:
    // its steps come first and can be undone; false when they do not fit the text any more (then the journal begins anew). `now`: the last text read
    // as what follows on this document, where that has been done.
    void keep_journal(const QString& path);
    bool continue_journal(const FoundJournal& found, const DocumentPtr& now = {});
    bool wait_until_kept();                    // every step so far is on the disk; false when no journal can be kept
    void close_journal();                      // on purpose: what was not saved is thrown away, of what was saved the newest steps are kept
    void drop_journal();                       // the changes are thrown away on purpose
    // The same on a worker: `may` is asked when the text is there and differs, and whether it may replace what is shown; `done` hears false when it did not.
    void reload_in_background(std::function<bool()> may, std::function<void(Result<bool>)> done);
    // Another flow of the same file. No undo step: undoing something goes back to the flow it was done in.
    void show_flow(std::size_t index, std::function<void(Result<void>)> done = {});

    // --- selection: shared by canvas, outline, inspector, YAML pane ---
    const std::vector<TaskId>& selection() const;
    void select(std::vector<TaskId> ids);
    BodyRef scope() const;                     // which body the canvas shows (main or an opened sub-flow)
    void open_scope(const BodyRef& scope);

    // --- lint results (set by the lint worker) and the run shown on the canvas (set by the runs bridge) ---
    const std::vector<lint::Finding>& findings() const;
    void set_findings(std::vector<lint::Finding> findings, int revision);
    const run::RunState* shown_run() const;    // null = none
    const run::Verdict& shown_verdict() const;
    qint64 shown_run_number() const;
    void show_run(std::shared_ptr<const run::RunState> state, run::Verdict verdict, qint64 number);

  signals:
    void changed(const weft::FlowChange& change);   // flow and text have changed
    void text_edited(int offset_utf16, int removed_utf16, const QString& inserted);  // text changed by a drawn edit or undo: the YAML pane follows
    void parse_state_changed();
    void selection_changed();
    void scope_changed();
    void findings_changed();
    void run_changed();
    void was_read();                                // the worker has looked at what was drawn or typed
    void state_changed();                           // title, file, modified
    void refused(const weft::Message& why);         // an edit was refused: shown as a short notice

  private:
    void save_journal();
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace weft::ui
