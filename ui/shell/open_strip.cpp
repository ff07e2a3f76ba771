#include "ui/shell/open_strip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>

#include "ui/base/widgets.h"

namespace weft::ui {

namespace {
constexpr int blink_ms = 200;    // what is there sooner needs no word
constexpr int tick_ms = 80;
}

OpenStrip::OpenStrip(QWidget* parent) : QFrame(parent), what_(label("open-strip-text")), bar_(new QProgressBar), cancel_(button("open-strip-cancel", {}, "link")) {
    setObjectName(QStringLiteral("open-strip"));
    bar_->setObjectName(QStringLiteral("open-strip-bar"));
    bar_->setRange(0, 4);
    bar_->setTextVisible(false);
    bar_->setFixedSize(160, 6);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 6, 16, 6);
    layout->setSpacing(12);
    layout->addWidget(what_);
    layout->addWidget(bar_);
    layout->addStretch(1);
    layout->addWidget(cancel_);
    hide();
    connect(cancel_, &QPushButton::clicked, this, &OpenStrip::cancelled);
    connect(&tick_, &QTimer::timeout, this, [this] {
        tell();
        show();
        tick_.setInterval(tick_ms);
    });
    tell();
}

void OpenStrip::follow(const QString& title, std::shared_ptr<const OpeningState> state) {
    title_ = title;
    state_ = std::move(state);
    tell();
    if (!isVisible()) tick_.start(blink_ms);
}

void OpenStrip::hide_now() {
    tick_.stop();
    state_.reset();
    hide();
}

void OpenStrip::tell() {
    cancel_->setText(tr("Cancel"));
    if (!state_) return;
    const int stage = state_->stage;
    what_->setText(stage == OpeningState::reading ? tr("Reading %1…").arg(title_) : stage == OpeningState::understanding ? tr("Understanding %1…").arg(title_) : tr("Drawing %1…").arg(title_));
    bar_->setValue(stage + 1);
    bar_->setAccessibleName(what_->text());
}

void OpenStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) tell();
    QFrame::changeEvent(event);
}

}  // namespace weft::ui
