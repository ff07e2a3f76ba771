#include "ui/source/source_panel.h"

#include <QEvent>
#include <QLabel>
#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/base/widgets.h"
#include "ui/bridge/background.h"
#include "ui/bridge/text.h"
#include "ui/bridge/text_offsets.h"
#include "ui/document/flow_document.h"
#include "ui/document/task_places.h"
#include "ui/bridge/completion_popup.h"
#include "ui/source/code_edit.h"
#include "ui/source/completing.h"
#include "ui/source/find_bar.h"
#include "ui/source/highlighter.h"
#include "ui/source/places.h"

namespace weft::ui {

namespace {
constexpr int lines_above = 2;
constexpr std::size_t most_marks = 500;
constexpr qsizetype at_once = 64 << 10;      // characters that a field takes within a frame; more are put in piece by piece, and only where they are seen
constexpr qsizetype piece = 24 << 10;
}

struct SourcePanel::Private {
    QPointer<FlowDocument> document;
    CodeEdit* edit = nullptr;
    FindBar* find = nullptr;
    QLabel* broken = nullptr;
    LineBreaks breaks;
    QString coming;            // the rest of a large text that is being put in
    qsizetype taken = 0;       // of it
    bool waiting = false;      // a large text that nobody has looked at yet
    QTimer next_piece;
    std::function<void()> then; // once all is there: the place that was asked for
    bool by_hand = false;      // the last change was typed here: nothing is suggested after an undo or a change from outside
    bool asking = false;       // which task the cursor stands in
    bool following = false;    // the text or the cursor is being set by us: not typed, not moved by hand

    void attend(SourcePanel* panel);
    void load(SourcePanel* panel);
    void take_piece(SourcePanel* panel);
    void all_there(SourcePanel* panel);
    bool there() const { return !waiting && coming.isEmpty(); }
    void typed(int at, int removed, int added);
    void follow_edit(int at, int removed, const QString& inserted);
    void follow_selection();
    void select_at_cursor();
    void select(TaskId id);
    void show_findings();
    void show_state();
    void put_cursor(int begin, int end, bool select);
    void bring_in_sight();
};

SourcePanel::SourcePanel(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>()) {
    setObjectName(QStringLiteral("source-panel"));
    d->edit = new CodeEdit;
    d->edit->setObjectName(QStringLiteral("source-text"));
    d->edit->setAccessibleName(tr("Text of the flow"));
    connect(d->edit, &CodeEdit::left, this, &SourcePanel::left);
    d->find = new FindBar(d->edit);
    d->broken = label(QStringLiteral("source-broken"), {}, "error");
    d->broken->setMargin(6);
    d->broken->setWordWrap(true);
    d->broken->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(d->edit, 1);
    layout->addWidget(d->broken);
    layout->addWidget(d->find);
    new CompletionPopup(d->edit, [this](const QString& text, int cursor, bool asked) {
        return d->document && d->there() && (asked || d->by_hand) ? complete_at(*d->document, text, cursor, d->breaks.to_text(cursor), asked) : Offer{};
    });
    d->next_piece.setSingleShot(true);
    connect(&d->next_piece, &QTimer::timeout, this, [this] { d->take_piece(this); });
    d->attend(this);
    connect(d->edit, &QPlainTextEdit::cursorPositionChanged, this, [this] { d->select_at_cursor(); });
}

SourcePanel::~SourcePanel() = default;

void SourcePanel::show_document(FlowDocument* document) {
    if (d->document) d->document->disconnect(this);
    d->document = document;
    d->then = {};
    d->edit->setEnabled(document);
    d->edit->setReadOnly(!document || document->read_only());
    d->load(this);
    if (!document) return;
    connect(document, &FlowDocument::text_edited, this, [this](int at, int removed, const QString& inserted) {
        d->follow_edit(at, removed, inserted);
        if (d->waiting && isVisible())
            QMetaObject::invokeMethod(this, [this] { if (d->waiting && isVisible()) d->load(this); }, Qt::QueuedConnection);   // once, with the text as it stands then
    });
    connect(document, &FlowDocument::selection_changed, this, [this] { d->follow_selection(); });
    connect(document, &FlowDocument::findings_changed, this, [this] { d->show_findings(); });
    connect(document, &FlowDocument::parse_state_changed, this, [this] {
        if (d->there()) d->edit->setReadOnly(d->document->read_only());
        d->show_state();
    });
    d->show_findings();
    d->show_state();
    d->follow_selection();
}

// Of the field's text: told anew whenever that is another one.
void SourcePanel::Private::attend(SourcePanel* panel) {
    new Highlighter(edit->document());
    QObject::connect(edit->document(), &QTextDocument::contentsChange, panel, [this](int at, int removed, int added) { typed(at, removed, added); });
}

void SourcePanel::Private::load(SourcePanel* panel) {
    following = true;
    coming.clear();
    next_piece.stop();
    if (edit->begin_anew()) attend(panel);
    waiting = document && document->document()->text.size() > std::size_t(at_once) && !panel->isVisible();
    const QString text = document && !waiting ? document->text() : QString();   // a large one that nobody looks at is not even taken over
    breaks = line_breaks(text);
    if (!waiting && text.size() <= at_once) {
        edit->setPlainText(text);
    } else {
        edit->setReadOnly(true);
        if (!waiting) {
            coming = text;
            coming.replace(QLatin1String("\r\n"), QLatin1String("\n"));
            taken = 0;
            next_piece.start(0);
        }
    }
    following = false;
}

void SourcePanel::Private::take_piece(SourcePanel* panel) {
    following = true;
    qsizetype end = std::min(coming.size(), taken + piece);
    if (const qsizetype line = coming.indexOf(u'\n', end); line >= 0 && line - end < piece) end = line + 1;
    QTextCursor cursor(edit->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(coming.mid(taken, end - taken));
    taken = end;
    following = false;
    if (taken < coming.size()) next_piece.start(0);
    else all_there(panel);
}

void SourcePanel::Private::all_there(SourcePanel*) {
    coming.clear();
    edit->setReadOnly(!document || document->read_only());
    show_findings();
    follow_selection();
    if (const std::function<void()> place = std::exchange(then, {})) place();
}

// The field has changed by hand: say the same to the document, in the document's own offsets and line breaks.
void SourcePanel::Private::typed(int at, int removed, int added) {
    if (following || !document) return;
    by_hand = true;
    const int size = edit->document()->characterCount() - 1;   // Qt counts the last paragraph's end as well
    added = std::min(added, size - at);
    const int before = int(breaks.shown_size);
    removed = std::min(removed, before - at);
    if (before - removed + added != size) removed = before + added - size;
    QTextCursor cursor(edit->document());
    cursor.setPosition(at);
    cursor.setPosition(at + added, QTextCursor::KeepAnchor);
    QString inserted = cursor.selectedText();
    inserted.replace(QChar::ParagraphSeparator, u'\n');
    const int from = breaks.to_text(at), to = breaks.to_text(at + removed);
    if (breaks.crlf) inserted.replace(QLatin1String("\n"), QLatin1String("\r\n"));
    following = true;
    const int asked = document->revision();
    document->type(from, to - from, inserted);
    following = false;
    if (document->revision() != asked + 1 || !breaks.follow(to - from, inserted)) breaks = line_breaks(document->text());   // one step, and that as it was typed
    show_state();
}

void SourcePanel::Private::follow_edit(int at, int removed, const QString& inserted) {
    if (following || waiting) return;   // our own typing, coming back; or nobody has looked yet
    if (!there() || removed + inserted.size() > at_once) {   // begins anew with the text as it will stand then
        waiting = true;
        edit->setReadOnly(true);
        coming.clear();
        next_piece.stop();
        return;
    }
    by_hand = false;
    following = true;
    const int from = breaks.to_shown(at), to = breaks.to_shown(at + removed);
    QTextCursor cursor(edit->document());
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    QString shown = inserted;
    shown.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    cursor.insertText(shown);
    if (!breaks.follow(removed, inserted)) breaks = line_breaks(document->text());
    following = false;
}

void SourcePanel::Private::put_cursor(int begin, int end, bool select) {
    following = true;
    QTextCursor cursor(edit->document());
    const int last = edit->document()->characterCount() - 1;
    cursor.setPosition(std::clamp(select ? end : begin, 0, last));
    if (select) {
        cursor.setPosition(std::clamp(begin, 0, last));
        cursor.setPosition(std::clamp(end, 0, last), QTextCursor::KeepAnchor);
    }
    const bool in_sight = edit->viewport()->rect().contains(edit->cursorRect(cursor));
    edit->setTextCursor(cursor);
    if (!in_sight) bring_in_sight();
    following = false;
}

void SourcePanel::Private::bring_in_sight() {
    edit->verticalScrollBar()->setValue(std::max(0, edit->textCursor().blockNumber() - lines_above));   // with what follows it, not at the foot
    edit->ensureCursorVisible();
}

void SourcePanel::Private::follow_selection() {
    if (following || !there() || !document || !document->parses() || document->selection().size() != 1) return;
    const std::optional<yaml::Span> span = span_of_task(*document->document(), document->selection().front());
    if (!span) return;
    const std::string& text = document->document()->text;
    const int begin = breaks.to_shown(int(utf16_of_byte(text, span->begin)));
    const int end = breaks.to_shown(int(utf16_of_byte(text, span->end)));
    const int now = edit->textCursor().position();
    if (now >= begin && now <= end) return;   // already there: do not disturb
    put_cursor(begin, begin, false);
}

void SourcePanel::Private::select_at_cursor() {
    if (following || !there() || !document || !document->parses() || !edit->hasFocus()) return;
    const DocumentPtr read = document->document();
    const int at = breaks.to_text(edit->textCursor().position());
    const auto ask = [read, at] { return task_at_byte(*read, byte_of_utf16(read->text, at)); };
    if (read->text.size() <= std::size_t(at_once)) return select(ask());
    // In a large text every task's place is looked at, on another thread; of many keys in a row the last one counts.
    if (std::exchange(asking, true)) return;
    in_background(edit, ask, [this, read, at](TaskId id) {
        asking = false;
        if (following || !there() || !document || !edit->hasFocus()) return;
        if (document->document() == read && breaks.to_text(edit->textCursor().position()) == at) select(id);
        else select_at_cursor();
    });
}

void SourcePanel::Private::select(TaskId id) {
    following = true;
    if (id) document->select({id});
    else document->select({});
    following = false;
}

void SourcePanel::Private::show_findings() {
    if (!there()) return;   // asked again when it is
    std::vector<Mark> marks;
    if (document) {
        std::vector<const lint::Finding*> placed;
        for (const lint::Finding& finding : document->findings())
            if (!finding.span.fresh()) placed.push_back(&finding);
        std::sort(placed.begin(), placed.end(), [](const lint::Finding* a, const lint::Finding* b) { return a->span.begin < b->span.begin; });
        if (placed.size() > most_marks) placed.resize(most_marks);   // nobody reads more; the list has them all
        const std::string text = utf8(document->text());
        Utf16Walk walk(text);
        for (const lint::Finding* finding : placed) {
            Mark mark;
            mark.begin = breaks.to_shown(int(walk.at(finding->span.begin)));
            Utf16Walk on = walk;
            mark.end = std::min(breaks.to_shown(int(on.at(finding->span.end))), end_of_line(edit, mark.begin));
            mark.error = finding->severity == lint::Severity::error;
            mark.what = translated(finding->what);
            marks.push_back(std::move(mark));
        }
    }
    edit->show_marks(std::move(marks));
}

void SourcePanel::Private::show_state() {
    const bool bad = document && !document->parses();
    broken->setVisible(bad);
    if (!bad) return;
    const Error error = document->broken();
    broken->setText(SourcePanel::tr("Line %1, column %2: %3. The drawing shows the last text that could be read.")
                        .arg(error.where.line).arg(error.where.column).arg(translated(error.message)));
}

void SourcePanel::show_place(const lint::Finding& finding) {
    if (!d->document) return;
    if (!d->there()) {
        d->then = [this, finding] { show_place(finding); };
        return;
    }
    if (finding.span.fresh()) {
        if (finding.where.line > 0) go_to_line(finding.where.line, finding.where.column);
        return;
    }
    const std::string text = utf8(d->document->text());
    const int begin = d->breaks.to_shown(int(utf16_of_byte(text, finding.span.begin)));
    const int end = d->breaks.to_shown(int(utf16_of_byte(text, finding.span.end)));
    d->put_cursor(begin, std::min(end, end_of_line(d->edit, begin)), true);
}

void SourcePanel::go_to_line(int line, int column) {
    if (!d->there()) {
        d->then = [this, line, column] { go_to_line(line, column); };
        return;
    }
    const QTextBlock block = d->edit->document()->findBlockByNumber(line - 1);
    if (!block.isValid()) return;
    const int at = block.position() + std::clamp(column - 1, 0, block.length() - 1);
    d->put_cursor(at, at, false);
}

void SourcePanel::open_find() { d->find->open(); }

// What was selected while the pane was hidden had no lines to scroll to.
void SourcePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (d->waiting) d->load(this);
    QMetaObject::invokeMethod(this, [this] {
        if (!d->edit->viewport()->rect().contains(d->edit->cursorRect())) d->bring_in_sight();
    }, Qt::QueuedConnection);   // laid out by then
}

void SourcePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) d->show_state();
    QWidget::changeEvent(event);
}

}  // namespace weft::ui
