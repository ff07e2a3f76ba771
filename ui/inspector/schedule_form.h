// When an engine starts the flow by itself: cron lines, time zone, what happens with overlapping runs, and the next five times.
#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>

#include "core/model/flow.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace weft::ui {

class Field;
class FlowDocument;

class ScheduleForm : public QWidget {
    Q_OBJECT
  public:
    explicit ScheduleForm(QWidget* parent = nullptr);
    void show_flow(FlowDocument* document);
    void refresh();
    // What "now" is, for the next times: seconds since 1970. The machine's clock unless said otherwise.
    void set_clock(std::function<qint64()> now);
    QString next_times() const;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void change(const std::function<void(Schedule&)>& change);
    void retranslate();
    void show_next(const std::optional<Schedule>& schedule);

    QPointer<FlowDocument> document_;
    std::function<qint64()> now_;
    QLabel *title_ = nullptr, *overlap_title_ = nullptr, *next_ = nullptr;
    Field *cron_ = nullptr, *zone_ = nullptr;
    QComboBox* overlap_ = nullptr;
    QCheckBox* suspended_ = nullptr;
    bool showing_ = false;
};

}  // namespace weft::ui
