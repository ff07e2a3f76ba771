#include "ui/bridge/completion_popup.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QTextBlock>

#include "ui/base/theme.h"
#include "ui/bridge/text.h"
#include "ui/bridge/text_offsets.h"

namespace weft::ui {

namespace {

constexpr int most_rows = 9, narrowest = 260, widest = 560;
constexpr std::size_t most_shown = 200;
constexpr int about_role = Qt::UserRole + 1;

QString type_word(ValueType type) {
    switch (type) {
        case ValueType::any: return {};
        case ValueType::string: return CompletionPopup::tr("text");
        case ValueType::integer: return CompletionPopup::tr("whole number");
        case ValueType::number: return CompletionPopup::tr("number");
        case ValueType::boolean: return CompletionPopup::tr("true or false");
        case ValueType::list: return CompletionPopup::tr("list");
        case ValueType::map: return CompletionPopup::tr("map");
        case ValueType::file: return CompletionPopup::tr("file");
    }
    return {};
}

QString origin(const Completion& one) {
    using Kind = Completion::Kind;
    switch (one.kind) {
        case Kind::parameter: return one.owner.empty() ? CompletionPopup::tr("parameter of the flow") : CompletionPopup::tr("parameter of %1").arg(qs(one.owner));
        case Kind::output: return CompletionPopup::tr("output of %1").arg(qs(one.owner));
        case Kind::item: return CompletionPopup::tr("the loop's item");
        case Kind::status: return CompletionPopup::tr("how the flow ended");
        case Kind::secret: return CompletionPopup::tr("secret");
        case Kind::task: return CompletionPopup::tr("task");
        case Kind::definition: return CompletionPopup::tr("definition");
        case Kind::key: return CompletionPopup::tr("field");
        case Kind::word: return {};
    }
    return {};
}

// Type and origin, each a word of its own: columns beside each other, no sentence.
QString about(const Completion& one) {
    QStringList parts{origin(one), type_word(one.type)};
    if (!one.detail.empty()) parts << u'=' + qs(one.detail).simplified().left(24);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

// The reference at the left, what it is in small grey type at the right.
class Rows : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {100, QFontMetrics(Theme::instance().mono(12)).height() + 9};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Colours& c = Theme::instance().colours();
        const bool chosen = option.state & QStyle::State_Selected;
        painter->fillRect(option.rect, chosen ? c.accent_bg : c.panel);
        const QRect inner = option.rect.adjusted(9, 0, -9, 0);
        const QFont small = Theme::instance().font(10.5), mono = Theme::instance().mono(12);
        const QString what = index.data(about_role).toString();
        const int words = std::min(QFontMetrics(mono).horizontalAdvance(index.data().toString()), inner.width() * 2 / 3);
        const int right = std::min(QFontMetrics(small).horizontalAdvance(what), inner.width() - words - 12);
        painter->setFont(small);
        painter->setPen(c.muted);
        painter->drawText(QRect(inner.right() - right, inner.top(), right + 1, inner.height()), Qt::AlignVCenter | Qt::AlignRight, QFontMetrics(small).elidedText(what, Qt::ElideRight, right + 1));
        painter->setFont(mono);
        painter->setPen(chosen ? c.accent : c.text);
        const int left = inner.width() - right - 12;
        painter->drawText(inner.adjusted(0, 0, -right - 12, 0), Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(mono).elidedText(index.data().toString(), Qt::ElideMiddle, left));
    }
};

QLineEdit* as_line(QWidget* field) { return qobject_cast<QLineEdit*>(field); }
QPlainTextEdit* as_text(QWidget* field) { return qobject_cast<QPlainTextEdit*>(field); }

}  // namespace

Offer in_units(Offer offer, std::string_view text) {
    const std::size_t from = offer.from;
    offer.from = std::size_t(utf16_of_byte(text, from));
    offer.to = std::size_t(utf16_of_byte(text, offer.to));
    return offer;
}

CompletionPopup::CompletionPopup(QWidget* field, Ask ask) : QObject(field), field_(field), ask_(std::move(ask)), list_(new QListWidget(field)) {
    list_->setObjectName(field->objectName() + QStringLiteral("-completion"));
    list_->setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    list_->setAttribute(Qt::WA_ShowWithoutActivating);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setFocusProxy(field);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setItemDelegate(new Rows(list_));
    list_->setUniformItemSizes(true);
    list_->hide();
    connect(list_, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { take(list_->row(item)); });
    if (QLineEdit* line = as_line(field)) {
        connect(line, &QLineEdit::textEdited, this, &CompletionPopup::typed);
        connect(line, &QLineEdit::cursorPositionChanged, this, [this](int, int) { if (is_open() && !changing_) typed(); });
    }
    if (QPlainTextEdit* text = as_text(field)) {
        connect(text, &QPlainTextEdit::textChanged, this, [this] { if (field_->hasFocus()) QMetaObject::invokeMethod(this, &CompletionPopup::typed, Qt::QueuedConnection); });
        connect(text, &QPlainTextEdit::cursorPositionChanged, this, [this] { if (is_open() && !changing_) QMetaObject::invokeMethod(this, &CompletionPopup::typed, Qt::QueuedConnection); });
    }
    field->installEventFilter(this);
}

bool CompletionPopup::is_open() const { return list_->isVisible(); }

QString CompletionPopup::text() const { return as_line(field_) ? as_line(field_)->text() : as_text(field_)->toPlainText(); }
int CompletionPopup::cursor() const { return as_line(field_) ? as_line(field_)->cursorPosition() : as_text(field_)->textCursor().position(); }

void CompletionPopup::replace(int from, int to, const QString& with) {
    changing_ = true;
    if (QLineEdit* line = as_line(field_)) {
        line->setSelection(from, to - from);
        line->insert(with);
    } else {
        QTextCursor cursor = as_text(field_)->textCursor();
        cursor.setPosition(from);
        cursor.setPosition(to, QTextCursor::KeepAnchor);
        cursor.insertText(with);
        as_text(field_)->setTextCursor(cursor);
    }
    changing_ = false;
}

void CompletionPopup::typed() {
    if (!changing_ && field_->hasFocus()) open(false);
}

void CompletionPopup::open(bool asked) {
    const bool locked = as_line(field_) ? as_line(field_)->isReadOnly() : as_text(field_)->isReadOnly();
    offer_ = locked ? Offer{} : ask_(text(), cursor(), asked);
    shown_ = filtered(offer_);
    if (shown_.size() > most_shown) shown_.resize(most_shown);   // typing narrows them down
    if (shown_.empty()) return close();
    list_->clear();
    for (const Completion& one : shown_) {
        auto* item = new QListWidgetItem(qs(one.shown), list_);
        item->setData(about_role, about(one));
        item->setData(Qt::AccessibleTextRole, tr("%1, %2", "completion: what is written, what it is").arg(qs(one.shown), about(one)));
    }
    place();
    if (!list_->isVisible()) list_->show();
    choose(0);
}

void CompletionPopup::place() {
    list_->setAccessibleName(tr("Suggestions"));
    const Colours& c = Theme::instance().colours();
    list_->setStyleSheet(QStringLiteral("QListWidget { background: %1; border: 1px solid %2; }").arg(c.panel.name(), c.node_line.name()));
    const QFontMetrics mono(Theme::instance().mono(12)), small(Theme::instance().font(10.5));
    int wide = narrowest;
    for (int row = 0; row < list_->count(); ++row)
        wide = std::max(wide, mono.horizontalAdvance(list_->item(row)->text()) + small.horizontalAdvance(list_->item(row)->data(about_role).toString()) + 56);
    const int rows = std::min(list_->count(), most_rows);
    list_->resize(std::min(wide, widest), rows * list_->sizeHintForRow(0) + 2);
    const QRect at = as_line(field_) ? as_line(field_)->inputMethodQuery(Qt::ImCursorRectangle).toRect() : as_text(field_)->cursorRect();
    QWidget* on = as_text(field_) ? as_text(field_)->viewport() : field_;
    QPoint corner = on->mapToGlobal(at.bottomLeft() + QPoint(0, 4));
    const QRect screen = field_->screen()->availableGeometry();
    if (corner.y() + list_->height() > screen.bottom()) corner.setY(on->mapToGlobal(at.topLeft()).y() - list_->height() - 4);
    corner.setX(std::max(screen.left(), std::min(corner.x(), screen.right() - list_->width())));
    list_->move(corner);
}

void CompletionPopup::choose(int row) {
    list_->setCurrentRow(row);
    // The field has the focus: a reader of screens hears the row as the field's description and as the list's current item.
    field_->setAccessibleDescription(tr("Suggestion %1 of %2: %3").arg(row + 1).arg(list_->count()).arg(list_->item(row)->data(Qt::AccessibleTextRole).toString()));
    QAccessibleEvent described(field_, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&described);
    QAccessibleEvent focused(list_, QAccessible::Focus);
    focused.setChild(row);
    QAccessible::updateAccessibility(&focused);
}

void CompletionPopup::close() {
    if (!list_->isVisible()) return;
    list_->hide();
    field_->setAccessibleDescription({});
    QAccessibleEvent focused(field_, QAccessible::Focus);
    QAccessible::updateAccessibility(&focused);
}

void CompletionPopup::take(int row) {
    if (row < 0 || row >= int(shown_.size())) return close();
    const QString with = qs(shown_[std::size_t(row)].text);
    close();
    replace(int(offer_.from), int(offer_.to), with);
    emit taken();
}

bool CompletionPopup::eventFilter(QObject* watched, QEvent* event) {
    if (watched != field_) return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide || event->type() == QEvent::Move) close();
    const bool override = event->type() == QEvent::ShortcutOverride;
    if (!override && event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier) {
        if (override) event->accept();
        else open(true);
        return true;
    }
    if (!is_open()) return QObject::eventFilter(watched, event);
    const int row = list_->currentRow(), last = list_->count() - 1;
    const auto act = [&](auto&& what) {
        if (override) event->accept();
        else what();
        return true;
    };
    if (key->modifiers() & ~Qt::KeypadModifier) {
        if (key->key() == Qt::Key_Backtab) close();
        return QObject::eventFilter(watched, event);
    }
    switch (key->key()) {
        case Qt::Key_Down: return act([&] { choose(row == last ? 0 : row + 1); });
        case Qt::Key_Up: return act([&] { choose(row <= 0 ? last : row - 1); });
        case Qt::Key_PageDown: return act([&] { choose(std::min(last, row + most_rows)); });
        case Qt::Key_PageUp: return act([&] { choose(std::max(0, row - most_rows)); });
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Tab: return act([&] { take(row); });
        case Qt::Key_Escape: return act([&] { close(); });
        default: return QObject::eventFilter(watched, event);
    }
}

}  // namespace weft::ui
