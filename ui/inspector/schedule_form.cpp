#include "ui/inspector/schedule_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QVBoxLayout>

#include "core/model/edit.h"
#include "core/targets/schedule.h"
#include "ui/base/widgets.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/inspector/field.h"

namespace weft::ui {
namespace {

constexpr const char* overlaps[] = {"", "Allow", "Forbid", "Replace"};

std::vector<std::string> lines_of(const QString& text) {
    std::vector<std::string> out;
    for (const QString& line : text.split(u'\n'))
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty()) out.push_back(utf8(trimmed));
    return out;
}

QString text_of(const std::vector<std::string>& lines) {
    QStringList out;
    for (const std::string& line : lines) out << qs(line);
    return out.join(u'\n');
}

}  // namespace

ScheduleForm::ScheduleForm(QWidget* parent) : QWidget(parent), now_([] { return QDateTime::currentSecsSinceEpoch(); }) {
    setObjectName(QStringLiteral("schedule-form"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    title_ = label("schedule-title", {}, "section");
    cron_ = new Field("schedule-cron", Field::Kind::text);
    zone_ = new Field("schedule-timezone", Field::Kind::line);
    overlap_title_ = label("schedule-overlap-title", {}, "muted");
    overlap_ = new QComboBox;
    overlap_->setObjectName(QStringLiteral("schedule-overlap"));
    for (std::size_t i = 0; i < std::size(overlaps); ++i) overlap_->addItem(QString());
    suspended_ = new QCheckBox;
    suspended_->setObjectName(QStringLiteral("schedule-suspended"));
    next_ = label("schedule-next", {}, "muted");
    next_->setWordWrap(true);
    for (QWidget* part : std::initializer_list<QWidget*>{title_, cron_, zone_, overlap_title_, overlap_, suspended_, next_}) layout->addWidget(part);

    connect(cron_, &Field::edited, this, [this](const QString& text) { change([lines = lines_of(text)](Schedule& schedule) { schedule.crons = lines; }); });
    connect(zone_, &Field::edited, this, [this](const QString& text) { change([zone = utf8(text.trimmed())](Schedule& schedule) { schedule.timezone = zone; }); });
    connect(overlap_, &QComboBox::activated, this, [this](int index) { change([index](Schedule& schedule) { schedule.concurrency = overlaps[index]; }); });
    connect(suspended_, &QCheckBox::clicked, this, [this](bool on) { change([on](Schedule& schedule) { schedule.suspended = on; }); });
    retranslate();
}

void ScheduleForm::set_clock(std::function<qint64()> now) {
    now_ = std::move(now);
    refresh();
}

void ScheduleForm::show_flow(FlowDocument* document) {
    document_ = document;
    refresh();
}

void ScheduleForm::change(const std::function<void(Schedule&)>& change) {
    if (!document_ || showing_) return;
    Schedule wanted = document_->flow()->schedule.value_or(Schedule{});
    change(wanted);
    const std::optional<Schedule> result = wanted.crons.empty() ? std::nullopt : std::optional<Schedule>(wanted);   // no line: no schedule
    const Result<void> done = document_->commit(tr("Change the schedule"), [&result](const Flow& flow) { return edit::set_flow_schedule(flow, result); });
    refresh();
    cron_->show_problem(done ? QString() : translated(done.error().message));
}

void ScheduleForm::show_next(const std::optional<Schedule>& schedule) {
    next_->setVisible(schedule.has_value());
    if (!schedule) return;
    const Result<std::vector<Firing>> times = next_firings(*schedule, now_());
    zone_->show_problem({});
    if (!times) {
        next_->setText({});
        cron_->show_problem(translated(times.error().message));
        return;
    }
    QStringList lines;
    for (const Firing& firing : *times) lines << qs(firing.local);
    if (schedule->suspended) next_->setText(tr("Suspended: it does not start by itself."));
    else next_->setText(lines.isEmpty() ? tr("It never starts.") : tr("Next times:") + u'\n' + lines.join(u'\n'));
}

void ScheduleForm::refresh() {
    if (!document_) return;
    showing_ = true;
    const std::optional<Schedule> schedule = document_->flow()->schedule;
    const Schedule shown = schedule.value_or(Schedule{});
    cron_->show_text(text_of(shown.crons), tr("none, as 30 6 * * 1-5"));
    cron_->show_problem({});
    zone_->show_text(qs(shown.timezone), tr("the server's"));
    for (std::size_t i = 0; i < std::size(overlaps); ++i)
        if (shown.concurrency == overlaps[i]) overlap_->setCurrentIndex(int(i));
    suspended_->setChecked(shown.suspended);
    for (QWidget* part : std::initializer_list<QWidget*>{zone_, overlap_title_, overlap_, suspended_}) part->setVisible(schedule.has_value());
    show_next(schedule);
    showing_ = false;
}

QString ScheduleForm::next_times() const { return next_->text(); }

void ScheduleForm::retranslate() {
    title_->setText(tr("Schedule"));
    cron_->set_caption(tr("&Cron lines"));
    zone_->set_caption(tr("Time &zone"));
    overlap_title_->setText(tr("When the last run has not ended"));
    const QString texts[] = {tr("the engine's default"), tr("start another beside it"), tr("leave this time out"), tr("end it and start anew")};
    for (int i = 0; i < overlap_->count(); ++i) overlap_->setItemText(i, texts[i]);
    overlap_->setAccessibleName(overlap_title_->text());
    suspended_->setText(tr("Suspended"));
}

void ScheduleForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

}  // namespace weft::ui
