#include "ui/base/note_colours.h"
#include "ui/canvas/add_menu.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include "ui/base/theme.h"
#include "ui/canvas/kinds.h"

namespace weft::ui {
namespace {

enum Role { kind_role = Qt::UserRole, name_role };

QIcon tile_icon(KindGlyph glyph) {
    QPixmap pixmap(48, 48);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint_kind_tile(painter, QRectF(1, 1, 22, 22), glyph);
    painter.end();
    return QIcon(pixmap);
}

QIcon note_icon() {
    const NoteLook look = note_look({});
    QPixmap pixmap(48, 48);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.line, 1.2));
    painter.setBrush(look.ground);
    painter.drawRoundedRect(QRectF(2, 3, 20, 18), 3, 3);
    painter.setPen(QPen(look.text, 1.2));
    for (const qreal y : {8.5, 12.5, 16.5}) painter.drawLine(QPointF(6, y), QPointF(y > 16 ? 13 : 18, y));
    painter.end();
    return QIcon(pixmap);
}

}  // namespace

AddMenu::AddMenu(QWidget* parent) : QFrame(parent, Qt::Popup), filter_(new QLineEdit(this)), list_(new QListWidget(this)) {
    setObjectName("addMenu");
    setStyleSheet("#addMenu { border: 1px solid palette(mid); background: palette(window); }");
    filter_->setObjectName("addFilter");
    filter_->setPlaceholderText(tr("Type to add…"));
    filter_->setAccessibleName(tr("What to add"));
    list_->setObjectName("addList");
    list_->setIconSize(QSize(24, 24));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(filter_);
    column->addWidget(list_);
    filter_->installEventFilter(this);
    connect(filter_, &QLineEdit::textChanged, this, &AddMenu::refill);
    connect(list_, &QListWidget::itemClicked, this, &AddMenu::choose);
}

void AddMenu::open_at(QPoint global, bool with_handlers) {
    with_handlers_ = with_handlers;
    done_ = false;
    filter_->clear();
    refill();
    const QSize size(248, 9 * 34 + 64);
    resize(size);
    const QScreen* screen = QGuiApplication::screenAt(global);
    const QRect room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    move(std::min(global.x(), room.right() - size.width()), std::min(global.y(), room.bottom() - size.height()));
    show();
    filter_->setFocus();
}

void AddMenu::refill() {
    list_->clear();
    const QString text = filter_->text().trimmed();
    const auto add = [this](const Kind& kind, const QString& label, const QString& name) {
        auto* item = new QListWidgetItem(tile_icon(kind.glyph), label, list_);
        item->setData(kind_role, QString::fromLatin1(kind.id));
        item->setData(name_role, name);
        item->setSizeHint(QSize(0, 32));
        item->setToolTip(kind.subtitle());
    };
    const auto allowed = [this](const Kind& kind) { return with_handlers_ || kind.glyph != KindGlyph::handler; };
    for (const Kind& kind : kinds()) {
        const bool fits = text.isEmpty() || kind.title().contains(text, Qt::CaseInsensitive) || QString::fromLatin1(kind.id).startsWith(text, Qt::CaseInsensitive);
        if (allowed(kind) && fits) add(kind, kind.title(), {});
    }
    if (with_handlers_ && (text.isEmpty() || tr("Note").contains(text, Qt::CaseInsensitive) || QStringLiteral("note").startsWith(text, Qt::CaseInsensitive))) {
        auto* item = new QListWidgetItem(note_icon(), tr("Note"), list_);
        item->setData(kind_role, QStringLiteral("note"));
        item->setSizeHint(QSize(0, 32));
        item->setToolTip(tr("words in Markdown, for people"));
    }
    if (!text.isEmpty() && list_->count() == 0) {
        for (const Kind& kind : kinds()) {
            if (allowed(kind)) add(kind, tr("%1 “%2”", "kind of task and its new name").arg(kind.title(), text), text);
        }
    }
    list_->setCurrentRow(0);
}

void AddMenu::choose() {
    const QListWidgetItem* item = list_->currentItem();
    if (!item) return;
    done_ = true;
    const QString kind = item->data(kind_role).toString(), name = item->data(name_role).toString();
    hide();
    emit chosen(kind, name);
}

bool AddMenu::eventFilter(QObject* watched, QEvent* event) {
    if (watched != filter_ || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int rows = list_->count(), row = list_->currentRow();
    switch (key) {
        case Qt::Key_Down: list_->setCurrentRow(rows ? (row + 1) % rows : -1); return true;
        case Qt::Key_Up: list_->setCurrentRow(rows ? (row + rows - 1) % rows : -1); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: choose(); return true;
        case Qt::Key_Escape: hide(); return true;
        default: return false;
    }
}

void AddMenu::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    if (!done_) emit closed();
}

}  // namespace weft::ui
