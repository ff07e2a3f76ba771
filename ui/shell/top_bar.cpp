#include "ui/shell/top_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "ui/base/theme.h"
#include "ui/base/widgets.h"
#include "ui/shell/find_task.h"
#include "ui/shell/target_chooser.h"

namespace weft::ui {

namespace {

QPixmap dot(const QColor& colour, qreal ratio) {
    QPixmap pixmap(QSize(10, 10) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(1, 1, 8, 8));
    return pixmap;
}

QIcon play_icon(const QColor& colour) {
    QPixmap pixmap(24, 24);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({{2, 1}, {11, 6}, {2, 11}}));
    return QIcon(pixmap);
}

QIcon chevron_icon(const QColor& colour) {
    QPixmap pixmap(20, 20);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({{1.5, 3.5}, {5, 7}, {8.5, 3.5}}));
    return QIcon(pixmap);
}

}  // namespace

TopBar::TopBar(QWidget* parent)
    : QFrame(parent), name_(label("document-name")), suffix_(label("document-suffix")), dot_(label("runner-dot")),
      runner_(label("runner-state", {}, "muted")), targets_(new TargetChooser), run_on_(new QToolButton), run_(button("run", {}, "primary")), stop_(button("stop", {})), find_(new FindTask) {
    setObjectName(QStringLiteral("top-bar"));
    setFixedHeight(48);
    run_on_->setObjectName(QStringLiteral("run-on"));
    run_on_->setProperty("look", "primary");
    run_on_->setPopupMode(QToolButton::InstantPopup);
    run_on_->setFocusPolicy(Qt::StrongFocus);
    run_on_->setFixedWidth(28);
    run_on_->setMenu(new QMenu(run_on_));
    run_on_->menu()->setObjectName(QStringLiteral("run-on-menu"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 0, 16, 0);
    layout->setSpacing(10);
    auto* title = new QHBoxLayout;
    title->setSpacing(0);
    title->addWidget(name_);
    title->addWidget(suffix_);
    layout->addLayout(title);
    layout->addSpacing(24);
    layout->addWidget(targets_);
    auto* run = new QHBoxLayout;   // one button of two parts: run there, and where
    run->setSpacing(1);
    run->addWidget(run_);
    run->addWidget(run_on_);
    layout->addLayout(run);
    layout->addWidget(stop_);
    layout->addStretch(1);
    find_->setMinimumWidth(160);
    find_->setMaximumWidth(290);
    layout->addWidget(find_, 2);
    layout->addSpacing(8);
    layout->addWidget(dot_);
    layout->addWidget(runner_);
    const auto colour = [this] {
        name_->setFont(Theme::instance().font(14, 600));
        suffix_->setFont(Theme::instance().font(14));
        QPalette faint = suffix_->palette();
        faint.setColor(QPalette::WindowText, Theme::instance().colours().faint);
        suffix_->setPalette(faint);
        run_->setIcon(play_icon(Theme::instance().colours().on_accent));
        run_on_->setIcon(chevron_icon(Theme::instance().colours().on_accent));
        show_runner(connected_, running_, runs_);
    };
    connect(&Theme::instance(), &Theme::changed, this, colour);
    colour();
    retranslate();
}

void TopBar::show_name(const QString& name, const QString& remark) {
    const qsizetype point = remark.isEmpty() ? name.indexOf(u'.') : -1;
    name_->setText(name_->fontMetrics().elidedText(point > 0 ? name.left(point) : name, Qt::ElideMiddle, 260));
    suffix_->setText(point > 0 ? name.mid(point) : remark.isEmpty() ? QString() : QStringLiteral("  ") + remark);
    name_->setToolTip(name.toHtmlEscaped());
}

void TopBar::show_runner(bool connected, int running, int runs) {
    connected_ = connected;
    running_ = running;
    runs_ = runs;
    const Colours& c = Theme::instance().colours();
    dot_->setPixmap(dot(running > 0 ? c.run : connected ? c.ok : c.wait, devicePixelRatioF()));
    const QString state = running > 0 ? tr("%n running", nullptr, running) : connected ? tr("runner ready") : tr("runner asleep");
    runner_->setText(runs > 0 ? tr("%1 · %2").arg(state, tr("%n run(s)", nullptr, runs)) : state);
    runner_->setToolTip(connected ? tr("The process that runs flows; it goes on when the window is closed") : tr("It is started with the first run"));
}

void TopBar::show_run_on(const QString& engine) {
    engine_ = engine;
    retranslate();
}

void TopBar::set_running(bool can_run, bool can_stop) {
    run_->setEnabled(can_run);
    stop_->setEnabled(can_stop);
}

void TopBar::retranslate() {
    const QString here = tr("this computer");
    run_on_->setAccessibleName(tr("Run on: %1").arg(engine_.isEmpty() ? here : engine_));
    run_on_->setToolTip(tr("Where the flow runs"));
    run_on_->setFixedHeight(run_->sizeHint().height());
    run_->setText(engine_.isEmpty() ? tr("Run on this computer") : tr("Export for %1…").arg(engine_));
    run_->setToolTip(engine_.isEmpty() ? tr("Run the flow (F5)") : tr("Writes the file that the engine takes and says how to submit it (F5)"));
    stop_->setText(tr("Stop"));
    stop_->setToolTip(tr("Stop the run (Shift+F5); its exit handlers run"));
    show_runner(connected_, running_, runs_);
}

void TopBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QFrame::changeEvent(event);
}

}  // namespace weft::ui
