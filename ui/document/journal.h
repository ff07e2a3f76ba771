// What was done to a document, step by step, in a file of its own: after a crash nothing that was shown is lost, and undo goes on after a restart.
// One JSON object a line; each says the checksum of the text after it, so that a torn end is seen and left out. The file is locked while its document is
// open: a journal without a lock belongs to nobody living. Never holds more than the document's own text and edits.
//
// What may be lost: a thread of its own writes the steps in their order and syncs them to the disk, usually within a few milliseconds. wait() returns when
// every step so far is there: such a step survives a kill and a power cut. What was done in the milliseconds before a kill may be missing, always from the
// end and always whole steps. Closing a document and saving one wait for what was added.
//
// What is kept: the journal of a closed document that was saved holds its newest `kept_steps` steps and at most `kept_bytes` of edits; a longer one is
// cut when its document is closed, and while it is open at every save from four times that on. Journals of saved documents go after `kept_days`, or when
// there are more than `kept_journals`, or when their file is gone. Changes that were never saved are not thrown away by age.
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ui/document/flow_command.h"
#include "ui/document/sidecar.h"

namespace weft::ui {

struct JournalEntry {
    enum class Op { change, undo, redo, saved } op = Op::change;
    QString label, merge_key;                        // change
    std::vector<EditStep> steps;                     // as applied to the text before it
    std::optional<CanvasPart> canvas;                // where the file itself has no room for them
    std::uint32_t checksum = 0;                      // of the text after it
};

// A journal as it was found; nothing in it has been applied.
struct FoundJournal {
    QString path;                   // of the journal
    QString file, title;            // of the document; file "" = never saved
    std::string base, text;         // before the first and after the last entry
    CanvasPart canvas;
    std::vector<JournalEntry> entries;
    int unsaved = 0;                // changes since the last save, undone ones not counted twice
    qint64 written_ms = 0;
    qint64 bytes = 0, understood = 0;   // of the file, and up to the last whole step
};

// The steps of a saved document, the oldest first, to begin its journal anew with: what goes back from `text`.
struct JournalPast {
    std::string text;
    CanvasPart canvas;                   // before the first step
    std::vector<JournalEntry> steps;     // changes; one of several edits is joined again when it is read
};

constexpr int kept_steps = 50, kept_journals = 200, kept_days = 60;
constexpr std::size_t kept_bytes = 1u << 20;

QString journal_folder();                                   // $WEFT_STATE_DIR or ~/.local/state/weftwork, + "/journals"
QString journal_path(const QString& folder, const QString& file);   // where the journal of a file stands
// None when there is none, it is locked by a living window, or it cannot be read.
std::optional<FoundJournal> read_journal(const QString& path);
// Those with unsaved changes that no living window holds; the youngest first.
std::vector<FoundJournal> abandoned_journals(const QString& folder);
void remove_journal(const QString& path);
// Clears away what the rule above does not keep; any thread. Journals that are locked are left alone.
void clear_old_journals(const QString& folder);

class Journal {
  public:
    // Opens for writing and locks; null when somebody else holds it or the folder cannot be written (then there is no journal, and no error: the
    // document itself is not harmed). `text` and `canvas` begin a new one; `resume` goes on in the one that was found.
    static std::unique_ptr<Journal> begin(const QString& path, const QString& file, const QString& title, std::string text, CanvasPart canvas);
    static std::unique_ptr<Journal> resume(const FoundJournal& found);
    ~Journal();                             // waits for what was added
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    void add(JournalEntry entry, const std::string& text);   // on its way when this returns; `text` is the one after it
    void begin_again(JournalPast past);     // nothing but these steps, and that they are saved
    bool longer_than(int times) const;      // what the rule keeps
    bool wait();                            // until what was added is on the disk; false when there is no journal any more: the disk is full
    void remove();                          // deletes it, with what was not written yet
    const QString& path() const;

  private:
    struct Sink;
    explicit Journal(std::shared_ptr<Sink> sink) : sink_(std::move(sink)) {}
    std::shared_ptr<Sink> sink_;            // shared with the thread that writes
};

std::uint32_t journal_checksum(const std::string& text);

// How a journal is written; private to journal*.cpp.
QByteArray journal_head(const QString& file, const QString& title, const std::string& base, const CanvasPart& canvas);
QByteArray journal_line(const JournalEntry& entry);
int open_journal(const QString& path, int flags);   // locked, or -1

}  // namespace weft::ui
