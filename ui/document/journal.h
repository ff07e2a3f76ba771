// What was done to a document, step by step, in a file of its own: after a crash nothing that was shown is lost, and undo goes on after a restart.
// One JSON object a line; each says the checksum of the text after it, so that a torn end is seen and left out. The file is locked while its document is
// open: a journal without a lock belongs to nobody living. Never holds more than the document's own text and edits.
#pragma once

#include <QByteArray>
#include <QString>
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
    std::optional<CanvasPart> canvas;                // where the file itself has no room for it
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
};

QString journal_folder();                                   // $WEFT_STATE_DIR or ~/.local/state/weftwork, + "/journals"
QString journal_path(const QString& folder, const QString& file);   // where the journal of a file stands
// None when there is none, it is locked by a living window, or it cannot be read.
std::optional<FoundJournal> read_journal(const QString& path);
// Those with unsaved changes that no living window holds; the youngest first.
std::vector<FoundJournal> abandoned_journals(const QString& folder);
void remove_journal(const QString& path);

class Journal {
  public:
    // Opens for writing and locks; null when somebody else holds it or the folder cannot be written (then there is no journal, and no error: the
    // document itself is not harmed). `text` and `canvas` begin a new one; `resume` goes on in the one that was found.
    static std::unique_ptr<Journal> begin(const QString& path, const QString& file, const QString& title, const std::string& text, const CanvasPart& canvas);
    static std::unique_ptr<Journal> resume(const FoundJournal& found);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    void add(const JournalEntry& entry);    // in the file when this returns
    void remove();                          // closes and deletes it
    const QString& path() const { return path_; }

  private:
    Journal(int fd, QString path) : fd_(fd), path_(std::move(path)) {}
    int fd_;
    QString path_;
};

std::uint32_t journal_checksum(const std::string& text);

}  // namespace weft::ui
