// The card of the first minute: run the sample, break a task, see the truth about it, mend it. Each step is completed by the real event.
#pragma once

#include <QFrame>
#include <QPointer>

#include "core/base/result.h"
#include "core/lint/finding.h"
#include "core/model/flow.h"

class QLabel;
class QPushButton;

namespace weft::ui {

class FlowDocument;

// Renames an env var that the flow's report task reads; Error when there is none.
Result<Flow> break_a_task(const Flow& flow);
bool is_broken(const Flow& flow);                                        // by break_a_task, and not mended yet
const lint::Finding* break_finding(const FlowDocument& document);        // what lint says of it, with a fix; null = nothing (yet)

class FirstSteps : public QFrame {
    Q_OBJECT
  public:
    enum class Step { welcome, running, green, broken, breaking, failed, mended, running_again, done };
    explicit FirstSteps(FlowDocument& document, QWidget* parent = nullptr);
    Step step() const { return step_; }
    void run_started();
    void run_ended();

  signals:
    void run_asked();
    void new_asked();
    void open_asked();
    void tour_asked();
    void closed();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void go(Step step);
    void act();
    void look_at_findings();
    void retranslate();

    QPointer<FlowDocument> document_;
    Step step_ = Step::welcome;
    QLabel *title_, *text_;
    QPushButton *main_, *new_, *open_, *tour_, *close_;
};

}  // namespace weft::ui
