#include "ui/shell/command_palette.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/base/theme.h"
#include "ui/shell/actions.h"

namespace weft::ui {
namespace {

constexpr int shortcut_role = Qt::UserRole + 1, action_role = Qt::UserRole + 2;

// The command at the left, its keys at the right, faint.
class Delegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        const QString keys = index.data(shortcut_role).toString();
        if (keys.isEmpty()) return;
        const bool chosen = option.state & QStyle::State_Selected;
        painter->setPen(chosen ? option.palette.color(QPalette::HighlightedText) : Theme::instance().colours().faint);
        painter->drawText(option.rect.adjusted(0, 0, -12, 0), Qt::AlignRight | Qt::AlignVCenter, keys);
    }
};

}  // namespace

int fits(const QString& title, const QString& text) {
    const QStringList wanted = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (wanted.isEmpty()) return 1;
    const QString folded = title.toCaseFolded();
    int score = 0;
    for (const QString& word : wanted) {
        qsizetype at = folded.indexOf(word);
        if (at < 0) return 0;
        bool begins = false;
        for (; at >= 0 && !begins; at = folded.indexOf(word, at + 1)) begins = at == 0 || !folded[at - 1].isLetterOrNumber();
        score += begins ? 8 : 2;
    }
    if (folded.startsWith(wanted.front())) score += 4;
    return score * 16 + std::max(0, 15 - int(folded.size()) / 4);   // of equals the shorter
}

CommandPalette::CommandPalette(Actions& actions, QWidget* window)
    : QFrame(window, Qt::Popup), actions_(actions), window_(window), field_(new QLineEdit(this)), list_(new QListWidget(this)) {
    setObjectName(QStringLiteral("command-palette"));
    setStyleSheet(QStringLiteral("#command-palette { border: 1px solid palette(mid); background: palette(window); }"));
    field_->setObjectName(QStringLiteral("command-filter"));
    list_->setObjectName(QStringLiteral("command-list"));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setItemDelegate(new Delegate(list_));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->setSpacing(8);
    column->addWidget(field_);
    column->addWidget(list_);
    field_->installEventFilter(this);
    connect(field_, &QLineEdit::textChanged, this, &CommandPalette::refill);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::choose);
}

void CommandPalette::open() {
    before_ = QApplication::focusWidget();
    field_->setPlaceholderText(tr("Type a command…"));
    field_->setAccessibleName(tr("Command"));
    list_->setAccessibleName(tr("Commands"));
    field_->clear();
    refill();
    fit();
    move(window_->mapToGlobal(QPoint((window_->width() - width()) / 2, 72)));
    show();
    field_->setFocus();
}

// Menus that hold choices (recent files, examples, exports, themes) give each choice as "Export: Argo Workflows".
std::vector<CommandPalette::Command> CommandPalette::commands() const {
    std::vector<Command> found;
    for (const ActionSpec& spec : action_table()) {
        if (*spec.id == '-' || qstrcmp(spec.id, "view.commands") == 0) continue;
        QAction* action = actions_.get(spec.id);
        const QString title = actions_.plain_text(spec.id);
        if (const QMenu* menu = action->menu()) {
            for (QAction* choice : menu->actions())
                if (!choice->isSeparator() && !choice->menu()) found.push_back({choice, tr("%1: %2").arg(QString(title).remove(u'…'), QString(choice->text()).remove(u'&')), {}});
        } else {
            found.push_back({action, title, action->shortcut().toString(QKeySequence::NativeText)});
        }
    }
    return found;
}

void CommandPalette::refill() {
    struct Ranked { int score; bool enabled; Command command; };
    std::vector<Ranked> ranked;
    for (Command& command : commands())
        if (const int score = fits(command.title, field_->text())) ranked.push_back({score, command.action->isEnabled(), std::move(command)});
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return std::pair(a.enabled, a.score) > std::pair(b.enabled, b.score); });
    list_->clear();
    for (const Ranked& one : ranked) {
        auto* item = new QListWidgetItem(one.command.title, list_);
        item->setData(shortcut_role, one.command.shortcut);
        item->setData(action_role, QVariant::fromValue<QObject*>(one.command.action));
        item->setSizeHint(QSize(0, 30));
        if (!one.enabled) item->setFlags(Qt::NoItemFlags);
    }
    if (list_->count() == 0) {
        auto* none = new QListWidgetItem(tr("no command is called so"), list_);
        none->setFlags(Qt::NoItemFlags);
    }
    list_->setCurrentRow(0);
    if (isVisible()) fit();
}

// As high as what is found, twelve lines at the most: a list of two needs no empty sheet.
void CommandPalette::fit() {
    const int lines = std::clamp(list_->count(), 1, 12);
    resize(std::min(560, window_->width() - 40), std::min(lines * 30 + 64, window_->height() - 80));
}

void CommandPalette::choose() {
    const QListWidgetItem* item = list_->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled)) return;
    const QPointer<QAction> action = qobject_cast<QAction*>(item->data(action_role).value<QObject*>());
    hide();   // gives the focus back first: "copy" means the widget that had it
    if (action) action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched != field_ || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    const int rows = list_->count(), row = list_->currentRow();
    const auto go = [&](int to) { list_->setCurrentRow(std::clamp(to, 0, std::max(0, rows - 1))); };
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down: go(row + 1); return true;
        case Qt::Key_Up: go(row - 1); return true;
        case Qt::Key_PageDown: go(row + 10); return true;
        case Qt::Key_PageUp: go(row - 10); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: choose(); return true;
        case Qt::Key_Escape: hide(); return true;
        default: return false;
    }
}

void CommandPalette::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    field_->clearFocus();   // "select all" must not mean this field any more
    window_->activateWindow();
    if (before_) before_->setFocus(Qt::PopupFocusReason);
    before_ = nullptr;
}

}  // namespace weft::ui
