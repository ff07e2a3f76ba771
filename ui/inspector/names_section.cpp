#include "ui/inspector/names_section.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>

#include "ui/base/widgets.h"
#include "ui/bridge/background.h"
#include "ui/bridge/target_combo.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/document/task_places.h"

namespace weft::ui {

namespace {

QString kind_word(NameUse::Kind kind) {
    switch (kind) {
        case NameUse::Kind::flow: return NamesSection::tr("flow");
        case NameUse::Kind::task: return NamesSection::tr("task");
        case NameUse::Kind::definition: return NamesSection::tr("what it runs");
        case NameUse::Kind::parameter: return NamesSection::tr("parameter");
        case NameUse::Kind::output: return NamesSection::tr("output");
        case NameUse::Kind::variable: return NamesSection::tr("variable");
    }
    return {};
}

}  // namespace

NamesSection::NamesSection(QWidget* parent)
    : QWidget(parent), title_(label("names-title", {}, "section")), summary_(label("names-summary", {}, "faint")), target_(new TargetCombo), grid_(new QGridLayout) {
    setObjectName(QStringLiteral("task-names"));
    target_->setObjectName(QStringLiteral("names-target"));
    target_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    target_->setMinimumContentsLength(14);
    summary_->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->addWidget(title_);
    head->addWidget(target_, 1);
    layout->addLayout(head);
    grid_->setHorizontalSpacing(8);
    grid_->setVerticalSpacing(3);
    grid_->setColumnStretch(1, 1);
    layout->addLayout(grid_);
    layout->addWidget(summary_);
    connect(target_, &QComboBox::currentIndexChanged, this, &NamesSection::ask);
    tell();
}

void NamesSection::show_task(FlowDocument* document, TaskId id) {
    document_ = document;
    id_ = id;
    ask();
}

void NamesSection::ask() {
    const Target* target = target_->target();
    const int asked = ++asked_;
    if (!document_ || !id_ || !target) {
        same_ = 0;
        fill({});
        return;
    }
    in_background(
        this,
        [document = document_->document(), id = id_, target, version = target_->version()] {
            std::vector<NameUse> names = target->names ? target->names(*document->flow, version) : std::vector<NameUse>();
            const std::string place = place_of_task(*document, id);
            std::erase_if(names, [&](const NameUse& one) { return one.path != place; });
            return names;
        },
        [this, asked](std::vector<NameUse> names) {
            if (asked != asked_) return;
            const auto changed = std::stable_partition(names.begin(), names.end(), [](const NameUse& one) { return one.original != one.final || !one.collides.empty(); });
            same_ = int(names.end() - changed);
            names.erase(changed, names.end());
            fill(std::move(names));
            emit filled();
        });
}

void NamesSection::fill(std::vector<NameUse> names) {
    for (QWidget* line : lines_) line->deleteLater();
    lines_.clear();
    names_ = std::move(names);
    int row = 0;
    for (const NameUse& one : names_) {
        const QString suffix = QString::number(row);
        QLabel* kind = label(QStringLiteral("names-kind-") + suffix, kind_word(one.kind), "faint");
        QLabel* name = label(QStringLiteral("names-name-") + suffix, qs(one.original) + QStringLiteral(" → ") + qs(one.final), "mono");
        name->setWordWrap(true);
        name->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid_->addWidget(kind, 2 * row, 0, Qt::AlignTop);
        grid_->addWidget(name, 2 * row, 1);
        lines_.insert(lines_.end(), {kind, name});
        const QString why = !one.collides.empty() ? tr("%1 wants the same name").arg(qs(one.collides)) : translated(one.how);
        if (!why.isEmpty()) {
            QLabel* reason = label(QStringLiteral("names-why-") + suffix, why, one.collides.empty() ? "faint" : "error");
            reason->setWordWrap(true);
            grid_->addWidget(reason, 2 * row + 1, 1);
            lines_.push_back(reason);
        }
        ++row;
    }
    tell();
}

void NamesSection::tell() {
    title_->setText(tr("Names on"));
    target_->setAccessibleName(tr("Engine whose names are shown"));
    if (!target_->target()) summary_->setText(tr("Choose an engine to see under which names it knows this task."));
    else if (names_.empty()) summary_->setText(tr("Every name arrives as it was typed."));
    else summary_->setText(same_ ? tr("%n other name(s) arrive as typed.", nullptr, same_) : QString());
    summary_->setVisible(!summary_->text().isEmpty());
}

void NamesSection::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) fill(std::move(names_));
    QWidget::changeEvent(event);
}

}  // namespace weft::ui
