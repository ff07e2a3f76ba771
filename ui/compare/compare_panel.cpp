#include "ui/compare/compare_panel.h"

#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QProcess>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/base/theme.h"
#include "ui/base/widgets.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"

namespace weft::ui {
namespace {

QString sign(Difference::Kind kind) { return kind == Difference::Kind::added ? QStringLiteral("+") : kind == Difference::Kind::removed ? QStringLiteral("−") : QStringLiteral("~"); }

QString word_for(Difference::Kind kind) {
    switch (kind) {
        case Difference::Kind::added: return ComparePanel::tr("added");
        case Difference::Kind::removed: return ComparePanel::tr("removed");
        case Difference::Kind::renamed: return ComparePanel::tr("renamed");
        case Difference::Kind::changed: break;
    }
    return ComparePanel::tr("changed");
}

QString subject(const Difference& one) {
    switch (one.what) {
        case Difference::What::flow: return ComparePanel::tr("the flow");
        case Difference::What::definition: return ComparePanel::tr("definition %1").arg(qs(one.path));
        case Difference::What::handler: return ComparePanel::tr("%1 (exit handler)").arg(qs(one.path));
        case Difference::What::edge:
        case Difference::What::task: break;
    }
    return qs(one.path);
}

}  // namespace

QString sentence(const Difference& one) {
    if (one.kind == Difference::Kind::renamed) return ComparePanel::tr("was called %1").arg(qs(one.before));
    if (one.kind != Difference::Kind::changed) return {};
    const QString none = ComparePanel::tr("not set");
    return QStringLiteral("%1:  %2  →  %3").arg(qs(one.field), one.before.empty() ? none : qs(one.before), one.after.empty() ? none : qs(one.after));
}

ComparePanel::ComparePanel(QWidget* parent) : QWidget(parent), head_(label("compare-head", {}, "muted")), list_(new QTreeWidget) {
    setObjectName(QStringLiteral("compare-panel"));
    list_->setObjectName(QStringLiteral("compare-list"));
    list_->setColumnCount(3);
    list_->setRootIsDecorated(false);
    list_->setTabKeyNavigation(false);
    list_->setStyleSheet(QStringLiteral("QTreeView::item { padding: 2px; }"));   // rows as airy as those of the tables
    list_->setUniformRowHeights(true);
    list_->header()->resizeSection(0, 110);
    list_->header()->resizeSection(1, 240);
    head_->setContentsMargins(14, 7, 14, 7);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head_);
    column->addWidget(list_, 1);
    const auto go = [this](QTreeWidgetItem* item) {
        const std::size_t at = std::size_t(list_->indexOfTopLevelItem(item));
        if (at >= differences_.size() || !document_) return;
        const TaskId id = differences_[at].id;
        if (differences_[at].kind == Difference::Kind::removed && differences_[at].what != Difference::What::edge) {   // its id is the other flow's
            emit removed_chosen(differences_[at].path);
            return;
        }
        if (id && find_task(*document_->flow(), id)) emit task_chosen(id);
    };
    connect(list_, &QTreeWidget::itemClicked, this, go);
    connect(list_, &QTreeWidget::itemActivated, this, go);
    fill();
}

void ComparePanel::show_document(FlowDocument* document) {
    if (document_ == document) return;
    if (document_) document_->disconnect(this);
    document_ = document;
    other_.reset();
    if (document) {
        connect(document, &FlowDocument::changed, this, [this] { if (other_) fill(); });
        connect(document, &FlowDocument::selection_changed, this, [this] { follow_selection(); });
    }
    fill();
}

// A task that is chosen on the canvas is chosen here.
void ComparePanel::follow_selection() {
    if (!document_ || !other_ || document_->selection().empty()) return;
    const TaskId id = document_->selection().back();
    for (std::size_t i = 0; i < differences_.size(); ++i)
        if (differences_[i].id == id && differences_[i].kind != Difference::Kind::removed && differences_[i].what != Difference::What::edge) {
            if (QTreeWidgetItem* now = list_->currentItem(); now && differences_[std::size_t(list_->indexOfTopLevelItem(now))].id == id) return;
            return list_->setCurrentItem(list_->topLevelItem(int(i)));
        }
    list_->setCurrentItem(nullptr);
}

void ComparePanel::choose_ghost(int number) {
    for (std::size_t i = 0; i < differences_.size(); ++i) {
        const Difference& one = differences_[i];
        if (one.kind != Difference::Kind::removed || (one.what != Difference::What::task && one.what != Difference::What::handler)) continue;
        if (number-- == 0) return list_->setCurrentItem(list_->topLevelItem(int(i)));
    }
}

void ComparePanel::stop() {
    other_.reset();
    fill();
}

void ComparePanel::compare_with(FlowPtr other, const QString& name) {
    other_ = std::move(other);
    name_ = name;
    fill();
}

void ComparePanel::fill() {
    list_->clear();
    differences_.clear();
    list_->setHeaderLabels({tr("Change"), tr("Where"), tr("What")});
    list_->setAccessibleName(tr("Differences"));
    if (!document_ || !other_) {
        head_->setText(tr("Nothing is compared: choose Compare in the File menu."));
        emit compared();
        return;
    }
    // The open document is the newer one; its ids are kept, so that a line can be shown.
    Comparison found = compare(*other_, *document_->flow());
    const FlowPtr flow = document_->flow();
    for (Difference& one : found.differences) {
        const auto here = [&](TaskId id) {
            const Task* task = id ? find_task(found.after, id) : nullptr;
            const Task* mine = task ? at_path(*flow, path_of(found.after, task->id)) : nullptr;
            return mine ? mine->id : 0;
        };
        const bool gone = one.kind == Difference::Kind::removed && one.what != Difference::What::edge;
        if (!gone) one.id = here(one.id);
        one.from = here(one.from);
        auto* row = new QTreeWidgetItem(list_, {sign(one.kind) + QStringLiteral("  ") + word_for(one.kind), subject(one), sentence(one)});
        const Colours& colours = Theme::instance().colours();
        row->setForeground(0, one.kind == Difference::Kind::added ? colours.ok : one.kind == Difference::Kind::removed ? colours.fail : colours.warn);
    }
    differences_ = std::move(found.differences);
    emit compared();
    head_->setText(differences_.empty() ? tr("The same as %1 in meaning.").arg(name_) : tr("%n difference(s) to %1", nullptr, int(differences_.size())).arg(name_));
}

void ComparePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) fill();
    QWidget::changeEvent(event);
}

Result<std::string> committed_text(const QString& file) {
    const QFileInfo info(file);
    QProcess git;
    git.setWorkingDirectory(info.absolutePath());
    // The folder may be a stranger's: nothing that its configuration names is run.
    git.start(QStringLiteral("git"), {"-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null", "show", "--no-textconv", "--no-ext-diff", "HEAD:./" + info.fileName()});
    if (!git.waitForStarted(5000)) return fail({WEFT_TR("core", "git cannot be started: %1"), {utf8(git.errorString())}});
    if (!git.waitForFinished(15'000) || git.exitCode() != 0)
        return fail({WEFT_TR("core", "git has no committed text of this file: %1"), {utf8(QString::fromUtf8(git.readAllStandardError()).trimmed().section(u'\n', 0, 0))}});
    return git.readAllStandardOutput().toStdString();
}

}  // namespace weft::ui
