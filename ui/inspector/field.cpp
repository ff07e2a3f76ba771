#include "ui/inspector/field.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTextOption>
#include <QVBoxLayout>

#include "ui/base/theme.h"
#include "ui/base/widgets.h"

namespace weft::ui {

namespace {
constexpr int most_lines = 14;
}

Field::Field(const QString& name, Kind kind, QWidget* parent) : QWidget(parent), caption_(label(name + "-caption", {}, "section")), beneath_(label(name + "-note", {}, "faint")) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    beneath_->setWordWrap(true);
    beneath_->hide();
    QWidget* editor = nullptr;
    if (kind == Kind::text) {
        editor = lines_ = new QPlainTextEdit;
        lines_->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        lines_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        lines_->setTabChangesFocus(true);
        lines_->setProperty("look", "mono");
        lines_->setFont(Theme::instance().mono(12));
        lines_->installEventFilter(this);
        connect(lines_, &QPlainTextEdit::textChanged, this, &Field::fit_height);
        fit_height();
    } else {
        editor = line_ = new QLineEdit;
        if (kind == Kind::mono_line) line_->setProperty("look", "mono");
        connect(line_, &QLineEdit::editingFinished, this, &Field::finished);
    }
    editor->setObjectName(name);
    caption_->setBuddy(editor);
    layout->addWidget(caption_);
    layout->addWidget(editor);
    layout->addWidget(beneath_);
}

void Field::set_caption(const QString& caption) {
    caption_->setText(caption);
    editor()->setAccessibleName(QString(caption).remove(u'&'));
}

QWidget* Field::editor() const { return line_ ? static_cast<QWidget*>(line_) : lines_; }

QString Field::text() const { return line_ ? line_->text() : lines_->toPlainText(); }

void Field::show_text(const QString& text, const QString& placeholder) {
    if (line_) line_->setPlaceholderText(placeholder);
    else lines_->setPlaceholderText(placeholder);
    if (text == shown_ && this->text() == text) return;
    const bool typing = editor()->hasFocus() && this->text() != shown_;
    shown_ = text;
    if (typing) return;   // what is being typed stays; it is compared with the new value when it is finished
    if (line_) {
        line_->setText(text);
        line_->setCursorPosition(0);
    } else {
        lines_->setPlainText(text);
    }
}

void Field::show_note(const QString& note) {
    note_ = note;
    show_problem(problem_);
}

void Field::show_problem(const QString& problem) {
    problem_ = problem;
    set_bad(editor(), !problem.isEmpty());
    set_look(beneath_, problem.isEmpty() ? "faint" : "error");
    beneath_->setText(problem.isEmpty() ? note_ : problem);
    beneath_->setVisible(!beneath_->text().isEmpty());
}

void Field::set_read_only(bool read_only) {
    if (line_) line_->setReadOnly(read_only);
    else lines_->setReadOnly(read_only);
}

void Field::set_completion(CompletionPopup::Ask ask) { new CompletionPopup(editor(), std::move(ask)); }

void Field::finished() {
    const QString now = text();
    if (now == shown_) return;
    shown_ = now;
    emit edited(now);
}

bool Field::eventFilter(QObject* watched, QEvent* event) {
    if (watched == lines_ && event->type() == QEvent::FocusOut) finished();
    if (watched == lines_ && event->type() == QEvent::Resize) QMetaObject::invokeMethod(this, &Field::fit_height, Qt::QueuedConnection);   // wrapped anew
    return QWidget::eventFilter(watched, event);
}

void Field::fit_height() {
    const int lines = std::clamp(int(lines_->document()->size().height()), 1, most_lines);   // in lines, wrapped ones counted
    lines_->setVerticalScrollBarPolicy(lines < most_lines ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    const int height = lines * lines_->fontMetrics().lineSpacing() + 18;
    if (height != lines_->height()) lines_->setFixedHeight(height);
}

}  // namespace weft::ui
