#include "ui/canvas/note_edit.h"

#include <QKeyEvent>
#include <algorithm>

#include "ui/base/note_colours.h"
#include "ui/base/theme.h"

namespace weft::ui {

NoteEdit::NoteEdit(QWidget* parent) : QPlainTextEdit(parent) {
    setObjectName("noteEdit");
    setAccessibleName(tr("Words of the note, in Markdown"));
    setPlaceholderText(tr("Markdown: # heading, **bold**, - list"));
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);   // lines wrap as they do in the note
    hide();
}

void NoteEdit::begin(const QRectF& viewport, qreal zoom, const QString& colour, const QString& text) {
    const NoteLook look = note_look(colour);
    setStyleSheet(QStringLiteral("#noteEdit { background: %1; color: %2; border: 2px solid %3; border-radius: 6px; padding: 6px; }")
                      .arg(look.ground.name(), look.text.name(), Theme::instance().colours().accent.name()));
    setFont(Theme::instance().font(std::max(11.0, 12 * zoom)));
    setGeometry(QRect(viewport.topLeft().toPoint(), QSize(std::max(180, qRound(viewport.width())), std::max(72, qRound(viewport.height())))));
    setPlainText(text);
    moveCursor(QTextCursor::End);
    open_ = true;
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void NoteEdit::take() {
    if (!open_) return;
    open_ = false;
    hide();
    emit finished(toPlainText());
}

namespace {

bool ends(const QKeyEvent& event) {
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return event.key() == Qt::Key_Escape || (enter && event.modifiers() & Qt::ControlModifier);
}

}  // namespace

// Ctrl+Enter means this field while it is typed in, and not the window's Run.
bool NoteEdit::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && ends(*static_cast<QKeyEvent*>(event))) event->accept();
    return QPlainTextEdit::event(event);
}

void NoteEdit::keyPressEvent(QKeyEvent* event) {
    if (ends(*event)) return take();
    QPlainTextEdit::keyPressEvent(event);
    event->accept();   // no letter becomes a shortcut of the canvas
}

void NoteEdit::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) take();
}

}  // namespace weft::ui
