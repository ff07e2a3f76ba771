#include "ui/library/catalogue.h"

#include <QCoreApplication>
#include <QStringList>

namespace weft::ui {

QString library_text(const char* source) { return QCoreApplication::translate("Library", source); }

const std::vector<LibraryEntry>& library() {
    static const std::vector<LibraryEntry> all = {
        {":/library/fan-out-fan-in.weft.yaml", QT_TRANSLATE_NOOP("Library", "Fan out, fan in"), QT_TRANSLATE_NOOP("Library", "Three tasks run side by side after one, and one waits for all of them."), "parallel join diamond split merge"},
        {":/library/loop.weft.yaml", QT_TRANSLATE_NOOP("Library", "Loop over a list"), QT_TRANSLATE_NOOP("Library", "One task that runs once for each item of a list."), "foreach withItems repeat iterate"},
        {":/library/map-reduce.weft.yaml", QT_TRANSLATE_NOOP("Library", "Map and reduce"), QT_TRANSLATE_NOOP("Library", "A task makes a list, one task runs for each of its items, and the last gets all their results as one list."), "loop collect aggregate dynamic"},
        {":/library/condition.weft.yaml", QT_TRANSLATE_NOOP("Library", "Condition"), QT_TRANSLATE_NOOP("Library", "A value decides which of two tasks runs."), "if else branch switch when"},
        {":/library/pass-a-value.weft.yaml", QT_TRANSLATE_NOOP("Library", "Pass a value on"), QT_TRANSLATE_NOOP("Library", "What one task writes is a variable of the next."), "output parameter argument xcom data"},
        {":/library/retry-with-backoff.weft.yaml", QT_TRANSLATE_NOOP("Library", "Retry with growing waits"), QT_TRANSLATE_NOOP("Library", "A task that is tried again, each time after a longer wait, and is ended when it hangs."), "backoff timeout attempts limit"},
        {":/library/repair-after-failure.weft.yaml", QT_TRANSLATE_NOOP("Library", "Repair after a failure"), QT_TRANSLATE_NOOP("Library", "A task that runs only when another has failed, and by its own success makes the flow good again."), "recover fallback on failed catch"},
        {":/library/notify-on-failure.weft.yaml", QT_TRANSLATE_NOOP("Library", "Tell somebody of a failure"), QT_TRANSLATE_NOOP("Library", "An exit handler that tells somebody when the flow has failed; its own failure is only a warning."), "notify alert mail on exit handler"},
        {":/library/cleanup-always.weft.yaml", QT_TRANSLATE_NOOP("Library", "Always clean up"), QT_TRANSLATE_NOOP("Library", "An exit handler that cleans up whatever happened, and can never turn a failure into a success."), "finally teardown on exit handler"},
        {":/library/group-with-handler.weft.yaml", QT_TRANSLATE_NOOP("Library", "Sub-flow with a handler"), QT_TRANSLATE_NOOP("Library", "A sub-flow with an exit handler of its own, which runs when the sub-flow has ended."), "group nested scope hooks"},
        {":/library/approval.weft.yaml", QT_TRANSLATE_NOOP("Library", "Approval"), QT_TRANSLATE_NOOP("Library", "The flow waits until a person lets it go on."), "suspend manual wait gate human"},
        {":/library/scheduled-report.weft.yaml", QT_TRANSLATE_NOOP("Library", "Report in three steps"), QT_TRANSLATE_NOOP("Library", "Collects, checks and sends; small requests, a time limit and one more try for each step."), "chain pipeline nightly"},

        {":/examples/hello.weft.yaml", QT_TRANSLATE_NOOP("Library", "Hello"), QT_TRANSLATE_NOOP("Library", "Greets somebody, counts the letters, shouts, and reports."), "first sample", true},
        {":/examples/fan-out.weft.yaml", QT_TRANSLATE_NOOP("Library", "Four words side by side"), QT_TRANSLATE_NOOP("Library", "Measures four words side by side and collects the results."), "loop parallel", true},
        {":/examples/handlers-by-status.weft.yaml", QT_TRANSLATE_NOOP("Library", "Exit handlers by status"), QT_TRANSLATE_NOOP("Library", "One task that fails and four exit handlers."), "on success on failure always", true},
        {":/examples/masked-failure.weft.yaml", QT_TRANSLATE_NOOP("Library", "The green run that was not"), QT_TRANSLATE_NOOP("Library", "A clean-up task that hides the failure in front of it from many engines."), "verdict status mask", true},
        {":/examples/retry-and-timeout.weft.yaml", QT_TRANSLATE_NOOP("Library", "Retry and timeout"), QT_TRANSLATE_NOOP("Library", "A download that fails the first time and a probe that hangs."), "attempts limit", true},
        {":/examples/morning-round.weft.yaml", QT_TRANSLATE_NOOP("Library", "Morning round"), QT_TRANSLATE_NOOP("Library", "Looks at three looms side by side and reports."), "every engine volcano", true},
        {":/examples/dye-and-dry.weft.yaml", QT_TRANSLATE_NOOP("Library", "Dye and dry"), QT_TRANSLATE_NOOP("Library", "Dyes two batches of yarn, dries them and folds them together."), "every engine retry timeout volcano", true},
    };
    return all;
}

bool library_matches(const LibraryEntry& entry, const QString& wanted) {
    QString all;
    for (const char* text : {entry.title, entry.about, entry.words}) all += QString::fromUtf8(text) + u' ';
    all += library_text(entry.title) + u' ' + library_text(entry.about) + u' ' + QString::fromLatin1(entry.file);
    for (const QString& word : wanted.split(u' ', Qt::SkipEmptyParts))
        if (!all.contains(word, Qt::CaseInsensitive)) return false;
    return true;
}

}  // namespace weft::ui
