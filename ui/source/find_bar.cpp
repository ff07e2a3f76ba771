#include "ui/source/find_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "ui/base/widgets.h"
#include "ui/source/code_edit.h"

namespace weft::ui {

namespace {
constexpr int most_hits = 2000;   // marking more would only cost time
}

FindBar::FindBar(CodeEdit* edit, QWidget* parent) : QWidget(parent), edit_(edit), text_(new QLineEdit), count_(label("find-count", {}, "faint")) {
    setObjectName(QStringLiteral("find-bar"));
    text_->setObjectName(QStringLiteral("find-text"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->addWidget(text_, 1);
    layout->addWidget(count_);
    struct Step { const char* name; Qt::ArrowType arrow; bool back; };
    for (const Step& spec : {Step{"find-previous", Qt::UpArrow, true}, Step{"find-next", Qt::DownArrow, false}}) {
        auto* tool = new QToolButton;
        tool->setObjectName(QLatin1String(spec.name));
        tool->setArrowType(spec.arrow);
        connect(tool, &QToolButton::clicked, this, [this, back = spec.back] { step(back); });
        layout->addWidget(tool);
    }
    connect(text_, &QLineEdit::textChanged, this, &FindBar::search);
    connect(edit_, &CodeEdit::find_asked, this, &FindBar::open);
    retranslate();
    hide();
}

void FindBar::retranslate() {
    text_->setPlaceholderText(tr("Find in the text"));
    text_->setAccessibleName(tr("Find in the text"));
    findChild<QToolButton*>("find-previous")->setToolTip(tr("Previous (Shift+Enter)"));
    findChild<QToolButton*>("find-next")->setToolTip(tr("Next (Enter)"));
}

void FindBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void FindBar::open() {
    show();
    if (const QString chosen = edit_->textCursor().selectedText(); !chosen.isEmpty() && !chosen.contains(QChar::ParagraphSeparator)) text_->setText(chosen);
    text_->setFocus();
    text_->selectAll();
    search();
}

void FindBar::search() {
    QList<QTextCursor> hits;
    const QString wanted = text_->text();
    if (!wanted.isEmpty() && isVisible()) {
        QTextCursor at(edit_->document());
        while (hits.size() < most_hits) {
            at = edit_->document()->find(wanted, at);
            if (at.isNull()) break;
            hits << at;
        }
    }
    edit_->show_hits(hits);
    count_->setText(wanted.isEmpty() ? QString() : tr("%n hit(s)", nullptr, int(hits.size())));
}

void FindBar::step(bool back) {
    const QTextDocument::FindFlags flags = back ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (edit_->find(text_->text(), flags)) return;
    edit_->moveCursor(back ? QTextCursor::End : QTextCursor::Start);   // once around
    edit_->find(text_->text(), flags);
}

void FindBar::close_bar() {
    hide();
    edit_->show_hits({});
    edit_->setFocus();
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) close_bar();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) step(event->modifiers() & Qt::ShiftModifier);
    else QWidget::keyPressEvent(event);
}

}  // namespace weft::ui
