#include "ui/library/library_dialog.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPixmap>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/targets/document.h"
#include "core/targets/portability.h"
#include "ui/base/theme.h"
#include "ui/base/widgets.h"
#include "ui/bridge/text.h"
#include "ui/library/catalogue.h"

namespace weft::ui {

namespace {

constexpr QSize thumb{96, 54};
constexpr int entry_role = Qt::UserRole + 1;

// The engines that take it as it is or with a change, as the Engines panel says.
QString engines_of(const Flow& flow) {
    QStringList fits, changed;
    for (const Target* target : targets()) {
        if (!target->export_flow && target->id != "local") continue;
        const Fit fit = portability(flow, *target).fit;
        if (fit == Fit::fits) fits << qs(target->title);
        else if (fit == Fit::lowered) changed << qs(target->title);
    }
    QStringList lines;
    if (!fits.isEmpty()) lines << LibraryDialog::tr("Fits %1.").arg(fits.join(QStringLiteral(", ")));
    if (!changed.isEmpty()) lines << LibraryDialog::tr("With a change: %1.").arg(changed.join(QStringLiteral(", ")));
    return lines.join(u'\n');
}

}  // namespace

LibraryDialog::LibraryDialog(Draw draw, bool can_insert, QWidget* parent)
    : QDialog(parent), draw_(std::move(draw)), filter_(new QLineEdit), list_(new QListWidget), picture_(label("library-picture")), title_(label("library-title", {}, "title")), about_(label("library-about")),
      engines_(label("library-engines", {}, "muted")), nothing_(label("library-nothing", tr("Nothing of that kind."), "muted")), insert_(button("library-insert", tr("&Insert here"), "primary")),
      open_(button("library-open", tr("&Open as a flow of its own"))) {
    setObjectName(QStringLiteral("library"));
    setWindowTitle(tr("Library"));
    resize(900, 600);
    filter_->setObjectName(QStringLiteral("library-filter"));
    filter_->setPlaceholderText(tr("Search: loop, retry, approval…"));
    filter_->setAccessibleName(tr("Search the library"));
    filter_->setClearButtonEnabled(true);
    filter_->installEventFilter(this);
    list_->setObjectName(QStringLiteral("library-list"));
    list_->setAccessibleName(tr("Templates and examples"));
    list_->setIconSize(thumb);
    list_->setWordWrap(true);
    list_->setSpacing(2);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setFixedWidth(330);
    picture_->setAlignment(Qt::AlignCenter);
    picture_->setMinimumSize(320, 240);
    picture_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    for (QLabel* text : {about_, engines_}) text->setWordWrap(true);
    nothing_->setAlignment(Qt::AlignCenter);

    auto* left = new QVBoxLayout;
    left->addWidget(filter_);
    left->addWidget(list_, 1);
    left->addWidget(nothing_);
    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(title_);
    right->addWidget(about_);
    right->addWidget(picture_, 1);
    right->addWidget(engines_);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(18);
    columns->addLayout(left);
    columns->addLayout(right, 1);
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(insert_, QDialogButtonBox::ActionRole);
    buttons->addButton(open_, QDialogButtonBox::ActionRole);
    buttons->addButton(QDialogButtonBox::Close);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 16, 16, 14);
    all->addLayout(columns, 1);
    all->addWidget(buttons);
    insert_->setEnabled(can_insert);
    (can_insert ? insert_ : open_)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(filter_, &QLineEdit::textChanged, this, &LibraryDialog::filter);
    connect(list_, &QListWidget::currentRowChanged, this, &LibraryDialog::show_entry);
    connect(list_, &QListWidget::itemActivated, this, [this] { (insert_->isEnabled() ? insert_ : open_)->click(); });
    connect(insert_, &QPushButton::clicked, this, [this] {
        if (!chosen().isEmpty()) emit insert_asked(chosen());
    });
    connect(open_, &QPushButton::clicked, this, [this] {
        if (!chosen().isEmpty()) emit open_asked(chosen());
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        draw_all();
        show_entry();
    });
    flows_.resize(library().size());
    fill();
    filter_->setFocus();
}

FlowPtr LibraryDialog::flow_of(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) return nullptr;
    const Result<DocumentPtr> opened = open_text(file.readAll().toStdString());
    return opened ? (*opened)->flow : nullptr;
}

void LibraryDialog::draw_all() {
    for (int row = 0; row < list_->count(); ++row) {
        const FlowPtr& flow = flows_[std::size_t(list_->item(row)->data(entry_role).toInt())];
        if (!flow) continue;
        const QPixmap small = draw_(*flow, thumb, devicePixelRatioF());
        QIcon icon(small);
        icon.addPixmap(small, QIcon::Selected);    // not tinted
        list_->item(row)->setIcon(icon);
    }
}

void LibraryDialog::fill() {
    for (std::size_t i = 0; i < library().size(); ++i) {
        const LibraryEntry& entry = library()[i];
        flows_[i] = flow_of(QString::fromLatin1(entry.file));
        auto* item = new QListWidgetItem(library_text(entry.title), list_);
        item->setData(entry_role, int(i));
        item->setData(Qt::AccessibleDescriptionRole, library_text(entry.about));
        item->setToolTip(library_text(entry.about));
        item->setSizeHint({300, thumb.height() + 10});
    }
    draw_all();
    filter();
}

void LibraryDialog::filter() {
    int first = -1;
    for (int row = 0; row < list_->count(); ++row) {
        const bool fits = library_matches(library()[std::size_t(list_->item(row)->data(entry_role).toInt())], filter_->text());
        list_->item(row)->setHidden(!fits);
        if (fits && first < 0) first = row;
    }
    nothing_->setVisible(first < 0);
    list_->setVisible(first >= 0);
    if (first < 0) list_->setCurrentRow(-1);
    else if (!list_->currentItem() || list_->currentItem()->isHidden()) list_->setCurrentRow(first);
    show_entry();
}

QString LibraryDialog::chosen() const {
    const QListWidgetItem* item = list_->currentItem();
    return item && !item->isHidden() ? QString::fromLatin1(library()[std::size_t(item->data(entry_role).toInt())].file) : QString();
}

void LibraryDialog::show_entry() {
    const QListWidgetItem* item = list_->currentItem();
    const bool any = item && !item->isHidden();
    open_->setEnabled(any);
    for (QWidget* part : std::initializer_list<QWidget*>{picture_, title_, about_, engines_}) part->setVisible(any);
    if (!any) return;
    const std::size_t at = std::size_t(item->data(entry_role).toInt());
    const LibraryEntry& entry = library()[at];
    title_->setText(library_text(entry.title));
    about_->setText(library_text(entry.about));
    if (!flows_[at]) return;
    engines_->setText(engines_of(*flows_[at]));
    picture_->setPixmap(draw_(*flows_[at], picture_->size().expandedTo({320, 240}), devicePixelRatioF()));
    picture_->setAccessibleName(tr("Drawing of %1").arg(title_->text()));
}

void LibraryDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    QMetaObject::invokeMethod(this, &LibraryDialog::show_entry, Qt::QueuedConnection);   // laid out by then
}

// The arrows walk through the list while the search has the keys.
bool LibraryDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == filter_ && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const int by = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        for (int row = list_->currentRow() + by; by && row >= 0 && row < list_->count(); row += by)
            if (!list_->item(row)->isHidden()) {
                list_->setCurrentRow(row);
                break;
            }
        if (by) return true;
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace weft::ui
