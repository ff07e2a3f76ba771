#include "ui/runs/run_text.h"

#include <QCoreApplication>

#include "ui/base/state_glyph.h"
#include "ui/bridge/text.h"

namespace weft::ui {

namespace {

bool digit_or_mark(char c) { return c >= 0x20 && c <= 0x3f; }   // parameters and intermediates of a control sequence

// End of the escape sequence at `at` (one behind it), or -1 when it is not complete yet.
qsizetype escape_end(const QByteArray& bytes, qsizetype at) {
    if (at + 1 >= bytes.size()) return -1;
    const char kind = bytes[at + 1];
    if (kind == '[') {
        for (qsizetype i = at + 2; i < bytes.size(); ++i)
            if (!digit_or_mark(bytes[i])) return i + 1;
        return -1;
    }
    if (kind == ']') {   // title and the like: up to BEL or ESC backslash
        for (qsizetype i = at + 2; i < bytes.size(); ++i) {
            if (bytes[i] == '\a') return i + 1;
            if (bytes[i] == '\x1b' && i + 1 < bytes.size()) return i + 2;
        }
        return -1;
    }
    return at + 2;
}

// How many bytes at the end belong to a character whose rest is still to come.
qsizetype unfinished_utf8(const QByteArray& bytes) {
    for (qsizetype back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const unsigned char c = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (c < 0x80) return 0;
        if (c >= 0xC0) return (c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2) > back ? back : 0;
    }
    return 0;
}

}  // namespace

QString LogText::add(const QByteArray& bytes, bool end) {
    const QByteArray all = rest_ + bytes;
    rest_.clear();
    QByteArray plain;
    plain.reserve(all.size());
    for (qsizetype i = 0; i < all.size();) {
        const char c = all[i];
        if (c == '\x1b') {
            const qsizetype next = escape_end(all, i);
            if (next < 0) {
                if (!end && all.size() - i < 4096) rest_ = all.mid(i);
                break;
            }
            i = next;
            continue;
        }
        if (c == '\r') {
            if (i + 1 < all.size() && all[i + 1] != '\n') plain += '\n';   // a progress line written over: shown as lines
        } else if (c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20) {
            plain += c;
        }
        ++i;
    }
    if (!end && rest_.isEmpty()) {
        if (const qsizetype open = unfinished_utf8(plain); open > 0) {
            rest_ = plain.right(open);
            plain.chop(open);
        }
    }
    return QString::fromUtf8(plain);
}

QString duration_text(qint64 milliseconds) {
    const auto text = [](const char* source) { return QCoreApplication::translate("Runs", source); };
    const double seconds = double(std::max<qint64>(0, milliseconds)) / 1000;
    if (seconds < 60) return text(QT_TRANSLATE_NOOP("Runs", "%1 s")).arg(seconds, 0, 'f', seconds < 10 ? 1 : 0);
    const qint64 whole = qint64(seconds);
    if (whole < 3600) return text(QT_TRANSLATE_NOOP("Runs", "%1 min %2 s")).arg(whole / 60).arg(whole % 60);
    return text(QT_TRANSLATE_NOOP("Runs", "%1 h %2 min")).arg(whole / 3600).arg(whole / 60 % 60);
}

Progress progress_of(const RunView& view) {
    Progress progress;
    if (view.state)
        for (const auto& [path, task] : view.state->tasks) {
            if (task.group) continue;
            ++progress.total;
            progress.done += run::terminal(task.stage);
        }
    if (view.flow) progress.total = std::max(progress.total, int(task_count(*view.flow)));
    return progress;
}

run::Outcome outcome_of(const RunView& view) {
    if (view.state && view.flow && view.state->last_seq > 0) return view.verdict.outcome;
    for (run::Outcome outcome : {run::Outcome::succeeded, run::Outcome::failed, run::Outcome::cancelled, run::Outcome::unknown})
        if (view.record.outcome == run::outcome_name(outcome)) return outcome;
    return view.record.ended_ms ? run::Outcome::unknown : run::Outcome::running;
}

QString sentence_of(const RunView& view) {
    if (view.state && view.flow && !view.verdict.sentence.empty()) return translated(view.verdict.sentence);
    if (!view.record.sentence.empty()) return qs(view.record.sentence);
    return word_of(outcome_of(view));
}

}  // namespace weft::ui
