#include "ui/shell/page_head.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>

#include "core/targets/document_text.h"
#include "ui/base/widgets.h"
#include "ui/bridge/background.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"

namespace weft::ui {

namespace {

constexpr std::size_t most_flows = 500;

// Of every flow of the file, in its order. Reads the tree again, not the text; any thread.
QStringList names_of_flows(const DocumentPtr& document) {
    const Document& read = as_read(*document);
    const std::size_t count = std::min(flows_in(*document), most_flows);
    QStringList names;
    if (count < 2) return names;
    for (std::size_t i = 0; i < count; ++i) {
        if (i == document->flow_index) {
            names << qs(document->flow->name);
            continue;
        }
        const Result<ReadResult> flow = read.format->text ? read.format->text->read(read.text, i) : read.format->read(read.stream, i);
        names << (flow ? qs(flow->flow.name) : QString());
    }
    return names;
}

}  // namespace

PageHead::PageHead(FlowDocument& document, QWidget* parent)
    : QFrame(parent), document_(document), caption_(label("page-flow-caption", {}, "muted")), notice_(label("page-notice", {}, "warn")), flows_(new QComboBox),
      users_(button("page-users", {}, "link")) {
    setObjectName(QStringLiteral("page-head"));
    setAutoFillBackground(true);
    flows_->setObjectName(QStringLiteral("page-flows"));
    flows_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    flows_->setMaximumWidth(360);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 5, 14, 5);
    layout->setSpacing(8);
    layout->addWidget(caption_);
    layout->addWidget(flows_);
    layout->addWidget(users_);
    layout->addWidget(notice_, 1);
    layout->addStretch(0);
    notice_->setWordWrap(true);
    hide();
    connect(flows_, &QComboBox::activated, this, &PageHead::flow_chosen);
    connect(users_, &QPushButton::clicked, this, &PageHead::users_asked);
    pause_.setSingleShot(true);
    pause_.setInterval(300);
    connect(&pause_, &QTimer::timeout, this, &PageHead::ask_names);
    connect(&document_, &FlowDocument::changed, this, [this] {
        if (flows_->count() > 0) pause_.start();
    });
    ask_names();
}

void PageHead::show_users(int flows) {
    if (flows == users_count_) return;
    users_count_ = flows;
    tell();
}

void PageHead::ask_names() {
    in_background(this, [document = document_.document()] { return names_of_flows(document); }, [this](const QStringList& names) {
        flows_->clear();
        for (qsizetype i = 0; i < names.size(); ++i) flows_->addItem(names[i].isEmpty() ? tr("flow %1").arg(i + 1) : names[i]);
        flows_->setCurrentIndex(int(document_.document()->flow_index));
        tell();
    });
}

void PageHead::tell() {
    const bool several = flows_->count() > 1;
    caption_->setText(tr("Flow in this file"));
    caption_->setVisible(several);
    flows_->setVisible(several);
    flows_->setAccessibleName(caption_->text());
    users_->setText(tr("Used by %n other flow(s) of this folder", nullptr, users_count_));
    users_->setToolTip(tr("Lists who uses what stands here: a change reaches all of them"));
    users_->setVisible(users_count_ > 0);
    const Message& said = document_.document()->notice;
    notice_->setText(said.empty() ? QString() : translated(said));
    notice_->setVisible(!said.empty());
    setVisible(several || users_count_ > 0 || !said.empty());
}

void PageHead::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) tell();
    QFrame::changeEvent(event);
}

}  // namespace weft::ui
