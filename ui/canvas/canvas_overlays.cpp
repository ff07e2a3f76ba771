#include "ui/canvas/canvas_overlays.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QToolTip>

#include "ui/base/theme.h"

namespace weft::ui {

ZoomBar::ZoomBar(QWidget* parent) : QFrame(parent), less_(new QToolButton(this)), percent_(new QToolButton(this)), more_(new QToolButton(this)) {
    setObjectName("zoomBar");
    setProperty("look", "card");
    setAttribute(Qt::WA_StyledBackground);
    setCursor(Qt::ArrowCursor);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2, 1, 2, 1);
    row->setSpacing(0);
    less_->setText(QStringLiteral("−"));
    more_->setText(QStringLiteral("+"));
    less_->setToolTip(tr("Zoom out"));
    more_->setToolTip(tr("Zoom in"));
    percent_->setToolTip(tr("100 % (Ctrl+0), everything (Home)"));
    less_->setAccessibleName(tr("Zoom out"));
    more_->setAccessibleName(tr("Zoom in"));
    percent_->setAccessibleName(tr("Zoom"));
    percent_->setMinimumWidth(56);
    for (QToolButton* button : {less_, percent_, more_}) {
        button->setFocusPolicy(Qt::NoFocus);
        button->setFixedHeight(24);
        row->addWidget(button);
    }
    less_->setFixedWidth(26);
    more_->setFixedWidth(26);
    connect(less_, &QToolButton::clicked, this, [this] { emit step(1 / 1.2); });
    connect(more_, &QToolButton::clicked, this, [this] { emit step(1.2); });
    connect(percent_, &QToolButton::clicked, this, &ZoomBar::reset);
    show_zoom(1);
    adjustSize();
}

void ZoomBar::show_zoom(qreal zoom) {
    const qreal percent = zoom * 100;
    percent_->setText(tr("%1 %", "zoom").arg(percent < 10 ? QString::number(percent, 'f', 1) : QString::number(qRound(percent))));
}

Breadcrumb::Breadcrumb(QWidget* parent) : QFrame(parent), row_(new QHBoxLayout(this)) {
    setObjectName("breadcrumb");
    setProperty("look", "card");
    setAttribute(Qt::WA_StyledBackground);
    setCursor(Qt::ArrowCursor);
    row_->setContentsMargins(8, 3, 10, 3);
    row_->setSpacing(4);
    hide();
}

void Breadcrumb::show_trail(const QStringList& names) {
    while (QLayoutItem* item = row_->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < names.size(); ++i) {
        const bool last = i + 1 == names.size();
        if (last) {
            auto* here = new QLabel(names[i], this);
            here->setProperty("look", "heading");
            row_->addWidget(here);
            auto* hint = new QLabel(tr("Esc goes up"), this);
            hint->setProperty("look", "faint");
            row_->addSpacing(8);
            row_->addWidget(hint);
            continue;
        }
        auto* button = new QPushButton(names[i], this);
        button->setProperty("look", "link");
        button->setFocusPolicy(Qt::NoFocus);
        button->setFont(Theme::instance().font(12, 600));
        button->setMinimumWidth(QFontMetrics(button->font()).horizontalAdvance(names[i]) + 12);
        connect(button, &QPushButton::clicked, this, [this, i] { emit chosen(i); });
        row_->addWidget(button);
        auto* chevron = new QLabel(QStringLiteral("›"), this);
        chevron->setProperty("look", "muted");
        row_->addWidget(chevron);
    }
    setVisible(names.size() > 1);
    row_->activate();
    resize(row_->sizeHint());
}

RenameField::RenameField(QWidget* parent) : QLineEdit(parent) {
    setObjectName("renameField");
    setAccessibleName(tr("New name"));
    hide();
    connect(this, &QLineEdit::textEdited, this, [this] {
        setProperty("bad", false);
        restyle(this);
        QToolTip::hideText();
    });
}

void RenameField::begin(const QRectF& title, qreal zoom, const QString& name) {
    before_ = name;
    setFont(Theme::instance().font(std::max(11.0, 13 * zoom), 600));
    setText(name);
    setProperty("bad", false);
    restyle(this);
    const int height = std::max(24, qRound(24 * zoom));
    setGeometry(qRound(title.left() - 9), qRound(title.center().y() - height / 2.0 - 3 * zoom), std::max(120, qRound(title.width() + 14)), height);
    open_ = true;
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
    selectAll();
}

void RenameField::refuse(const QString& why) {
    open_ = true;
    setProperty("bad", true);
    restyle(this);
    show();
    setFocus(Qt::OtherFocusReason);
    QToolTip::showText(mapToGlobal(QPoint(0, height() + 2)), why, this);
}

void RenameField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        open_ = false;
        hide();
        emit given_up();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        open_ = false;
        hide();
        if (text() == before_) emit given_up();
        else emit finished(text());
        return;
    }
    QLineEdit::keyPressEvent(event);
    event->accept();   // no letter becomes a shortcut of the canvas
}

void RenameField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (!open_ || event->reason() == Qt::PopupFocusReason) return;
    open_ = false;
    hide();
    if (text() != before_ && !property("bad").toBool()) emit finished(text());
    else emit given_up();
}

}  // namespace weft::ui
