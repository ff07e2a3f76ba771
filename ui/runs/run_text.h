// What the panels say about runs: durations, progress, plain log text.
#pragma once

#include <QByteArray>
#include <QString>

#include "ui/bridge/run_bridge.h"

namespace weft::ui {

QString duration_text(qint64 milliseconds);                  // "0.4 s", "2 min 5 s"
struct Progress { int done = 0, total = 0; };
Progress progress_of(const RunView& view);
run::Outcome outcome_of(const RunView& view);                // of the verdict, or the record's word for an older run
QString sentence_of(const RunView& view);                    // one sentence: what happened and why

// Takes terminal escape sequences out of log bytes; keeps what is incomplete at the end for the next piece.
class LogText {
  public:
    QString add(const QByteArray& bytes, bool end);

  private:
    QByteArray rest_;
};

}  // namespace weft::ui
