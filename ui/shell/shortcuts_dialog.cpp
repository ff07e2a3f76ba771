#include "ui/shell/shortcuts_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QMenu>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/base/widgets.h"
#include "ui/shell/actions.h"
#include "ui/shell/command_palette.h"

namespace weft::ui {
namespace {

constexpr int id_role = Qt::UserRole + 1;

QString shown(const QList<QKeySequence>& keys) {
    QStringList parts;
    for (const QKeySequence& one : keys) parts << one.toString(QKeySequence::NativeText);
    return parts.join(QStringLiteral("   "));
}

}  // namespace

ShortcutsDialog::ShortcutsDialog(Actions& actions, QWidget* parent)
    : QDialog(parent), actions_(actions), filter_(new QLineEdit), list_(new QTreeWidget), edit_(new QKeySequenceEdit), none_(button("shortcut-none", tr("&No key"))),
      reset_(button("shortcut-reset", tr("&Original key"))), note_(label("shortcut-note", {}, "warn")) {
    setObjectName(QStringLiteral("shortcuts-dialog"));
    setWindowTitle(tr("Keys"));
    resize(620, 560);
    filter_->setObjectName(QStringLiteral("shortcut-filter"));
    filter_->setPlaceholderText(tr("Find a command"));
    filter_->setAccessibleName(tr("Find a command"));
    filter_->setClearButtonEnabled(true);
    list_->setObjectName(QStringLiteral("shortcut-list"));
    list_->setAccessibleName(tr("Commands and their keys"));
    list_->setHeaderLabels({tr("Command"), tr("Keys")});
    list_->setRootIsDecorated(false);
    list_->setTabKeyNavigation(false);
    list_->setStyleSheet(QStringLiteral("QTreeView::item { padding: 2px; }"));   // rows as airy as those of the tables
    list_->setUniformRowHeights(true);
    list_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    edit_->setObjectName(QStringLiteral("shortcut-edit"));
    edit_->setAccessibleName(tr("New keys"));
    note_->setWordWrap(true);
    for (const ActionSpec& spec : action_table()) {
        if (*spec.id == '-' || actions.get(spec.id)->menu()) continue;
        keys_[spec.id] = actions.get(spec.id)->shortcuts();
        auto* row = new QTreeWidgetItem(list_, {actions.plain_text(spec.id)});
        row->setData(0, id_role, QByteArray(spec.id));
        refresh_row(spec.id);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QPushButton* all = buttons->addButton(tr("&All original keys"), QDialogButtonBox::ResetRole);
    all->setObjectName(QStringLiteral("shortcut-reset-all"));
    auto* change = new QHBoxLayout;
    change->setSpacing(10);
    auto* caption = label("shortcut-caption", tr("New &keys"));
    caption->setBuddy(edit_);
    change->addWidget(caption);
    change->addWidget(edit_, 1);
    change->addWidget(none_);
    change->addWidget(reset_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 14);
    column->setSpacing(10);
    column->addWidget(filter_);
    column->addWidget(list_, 1);
    column->addLayout(change);
    column->addWidget(note_);
    column->addWidget(buttons);

    connect(filter_, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);
    connect(list_, &QTreeWidget::currentItemChanged, this, &ShortcutsDialog::show_current);
    connect(edit_, &QKeySequenceEdit::editingFinished, this, [this] { set_keys(edit_->keySequence()); });
    connect(none_, &QPushButton::clicked, this, [this] { set_keys({}); });
    connect(reset_, &QPushButton::clicked, this, [this] {
        const QByteArray id = current();
        if (id.isEmpty()) return;
        keys_[id] = Actions::table_shortcuts(id);
        refresh_row(id);
        show_current();
    });
    connect(all, &QPushButton::clicked, this, [this] {
        for (auto& [id, keys] : keys_) {
            keys = Actions::table_shortcuts(id);
            refresh_row(id);
        }
        show_current();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &ShortcutsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    list_->setCurrentItem(list_->topLevelItem(0));
}

QByteArray ShortcutsDialog::current() const { return list_->currentItem() ? list_->currentItem()->data(0, id_role).toByteArray() : QByteArray(); }

void ShortcutsDialog::refresh_row(const QByteArray& id) {
    for (int i = 0; i < list_->topLevelItemCount(); ++i) {
        QTreeWidgetItem* row = list_->topLevelItem(i);
        if (row->data(0, id_role).toByteArray() != id) continue;
        row->setText(1, shown(keys_[id]));
        QFont font = list_->font();
        font.setBold(keys_[id] != Actions::table_shortcuts(id));   // changed by hand
        row->setFont(1, font);
    }
}

void ShortcutsDialog::filter(const QString& text) {
    for (int i = 0; i < list_->topLevelItemCount(); ++i) {
        QTreeWidgetItem* row = list_->topLevelItem(i);
        row->setHidden(!text.isEmpty() && !fits(row->text(0), text) && !row->text(1).contains(text, Qt::CaseInsensitive));
    }
}

void ShortcutsDialog::show_current() {
    const QByteArray id = current();
    const QList<QKeySequence> keys = id.isEmpty() ? QList<QKeySequence>() : keys_[id];
    edit_->setKeySequence(keys.isEmpty() ? QKeySequence() : keys.front());
    reset_->setEnabled(!id.isEmpty() && keys != Actions::table_shortcuts(id));
    none_->setEnabled(!keys.isEmpty());
    note_->clear();
}

QByteArray ShortcutsDialog::owner_of(const QKeySequence& keys, const QByteArray& besides) const {
    for (const auto& [id, own] : keys_)
        if (id != besides && own.contains(keys)) return id;
    return {};
}

void ShortcutsDialog::set_keys(const QKeySequence& keys) {
    const QByteArray id = current();
    if (id.isEmpty() || (keys_[id].size() == 1 && keys_[id].front() == keys)) return;
    QString note;
    if (!keys.isEmpty())
        if (const QByteArray owner = owner_of(keys, id); !owner.isEmpty()) {
            keys_[owner].removeAll(keys);
            refresh_row(owner);
            note = tr("%1 was the key of “%2”, which has lost it.").arg(keys.toString(QKeySequence::NativeText), actions_.plain_text(owner));
        }
    keys_[id] = keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys};
    refresh_row(id);
    show_current();
    note_->setText(note);
}

void ShortcutsDialog::accept() {
    for (const auto& [id, keys] : keys_)
        if (actions_.get(id)->shortcuts() != keys) actions_.rebind(id, keys);
    QDialog::accept();
}

}  // namespace weft::ui
