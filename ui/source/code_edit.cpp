#include "ui/source/code_edit.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPlainTextDocumentLayout>
#include <QTextBlock>
#include <QTimer>
#include <QToolTip>

#include "ui/base/theme.h"

namespace weft::ui {

namespace {
constexpr int piece = 24 << 10;   // characters that are taken away within a frame
}

class CodeEdit::Gutter : public QWidget {
  public:
    explicit Gutter(CodeEdit* edit) : QWidget(edit), edit_(edit) { setObjectName(QStringLiteral("line-numbers")); }
    QSize sizeHint() const override { return {edit_->gutter_width(), 0}; }

  protected:
    void paintEvent(QPaintEvent* event) override { edit_->paint_gutter(event); }

  private:
    CodeEdit* edit_;
};

CodeEdit::CodeEdit(QWidget* parent) : QPlainTextEdit(parent), gutter_(new Gutter(this)) {
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);   // the document's own stack undoes
    setProperty("look", "pane");
    setFrameShape(QFrame::NoFrame);
    const auto refit = [this] {
        setFont(Theme::instance().mono(12));
        setTabStopDistance(2 * fontMetrics().horizontalAdvance(u' '));
        setViewportMargins(gutter_width(), 0, 0, 0);
        update_selections();
    };
    refit();
    connect(&Theme::instance(), &Theme::changed, this, refit);
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { setViewportMargins(gutter_width(), 0, 0, 0); });
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy) gutter_->scroll(0, dy);
        else gutter_->update(0, rect.y(), gutter_->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CodeEdit::update_selections);
}

bool CodeEdit::begin_anew() {
    marks_.clear();
    hits_.clear();
    setExtraSelections({});
    QTextDocument* old = document();
    if (old->characterCount() <= piece) {
        clear();
        return false;
    }
    auto* fresh = new QTextDocument(this);
    fresh->setDocumentLayout(new QPlainTextDocumentLayout(fresh));
    fresh->setUndoRedoEnabled(false);
    fresh->setDefaultFont(old->defaultFont());
    fresh->setDefaultTextOption(old->defaultTextOption());
    old->setParent(this);   // the field would take it apart at once
    setDocument(fresh);
    old->disconnect();
    update_selections();
    gutter_->update();
    empty_piece(old);
    return true;
}

void CodeEdit::empty_piece(QTextDocument* old) {
    QTextCursor end(old);
    end.movePosition(QTextCursor::End);
    end.setPosition(std::max(0, end.position() - piece), QTextCursor::KeepAnchor);
    end.removeSelectedText();
    if (old->characterCount() <= 1) old->deleteLater();
    else QTimer::singleShot(0, old, [this, old] { empty_piece(old); });
}

int CodeEdit::gutter_width() const {
    const int digits = std::max(3, int(QString::number(blockCount()).size()));
    return 18 + fontMetrics().horizontalAdvance(u'9') * digits;
}

void CodeEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    const QRect inside = contentsRect();
    gutter_->setGeometry(inside.left(), inside.top(), gutter_width(), inside.height());
}

void CodeEdit::paint_gutter(QPaintEvent* event) {
    const Colours& c = Theme::instance().colours();
    QPainter painter(gutter_);
    painter.fillRect(event->rect(), c.panel2);
    painter.setFont(Theme::instance().mono(11));
    const int here = textCursor().blockNumber();
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const qreal height = blockBoundingRect(block).height();
        const auto marked = [&block](const Mark& mark) { return mark.begin <= block.position() + block.length() - 1 && mark.end >= block.position(); };
        const auto mark = std::find_if(marks_.begin(), marks_.end(), marked);
        painter.setPen(mark != marks_.end() ? (mark->error ? c.fail : c.warn) : block.blockNumber() == here ? c.text : c.faint);
        painter.drawText(QRectF(0, top, gutter_->width() - 10, height), Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
        top += height;
        block = block.next();
    }
}

void CodeEdit::show_marks(std::vector<Mark> marks) {
    if (marks == marks_) return;
    marks_ = std::move(marks);
    update_selections();
    gutter_->update();
}

void CodeEdit::show_hits(const QList<QTextCursor>& hits) {
    hits_ = hits;
    update_selections();
}

void CodeEdit::update_selections() {
    const Colours& c = Theme::instance().colours();
    QList<QTextEdit::ExtraSelection> all;
    QTextEdit::ExtraSelection line;
    line.format.setBackground(c.panel2);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor = textCursor();
    line.cursor.clearSelection();
    all << line;
    for (const QTextCursor& hit : hits_) {
        QTextEdit::ExtraSelection found;
        found.cursor = hit;
        found.format.setBackground(c.warn_bg);
        all << found;
    }
    const int end = document()->characterCount() - 1;
    for (const Mark& mark : marks_) {
        QTextEdit::ExtraSelection squiggle;
        squiggle.cursor = QTextCursor(document());
        squiggle.cursor.setPosition(std::clamp(mark.begin, 0, end));
        squiggle.cursor.setPosition(std::clamp(std::max(mark.end, mark.begin + 1), 0, end), QTextCursor::KeepAnchor);
        squiggle.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        squiggle.format.setUnderlineColor(mark.error ? c.fail : c.warn);
        all << squiggle;
    }
    setExtraSelections(all);
}

bool CodeEdit::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int at = cursorForPosition(viewport()->mapFrom(this, help->pos())).position();
        QStringList lines;
        for (const Mark& mark : marks_)
            if (mark.begin <= at && at <= mark.end) lines << mark.what;
        QToolTip::showText(help->globalPos(), lines.isEmpty() ? QString() : lines.join('\n').toHtmlEscaped().replace('\n', "<br>"), this);
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();   // goes to the document's undo stack
            return false;
        }
        if (key->matches(QKeySequence::Find)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void CodeEdit::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Find)) {
        emit find_asked();
        return;
    }
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        emit left();
        return;
    }
    if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier && !isReadOnly()) {
        textCursor().insertText(QStringLiteral("  "));
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) && !isReadOnly()) {   // the next line starts where this one does
        const QString line = textCursor().block().text().left(textCursor().positionInBlock());
        qsizetype blank = 0;
        while (blank < line.size() && line[blank] == u' ') ++blank;
        textCursor().insertText(u'\n' + line.left(blank));
        ensureCursorVisible();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

}  // namespace weft::ui
