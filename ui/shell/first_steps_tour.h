// The tour: six steps on the sample flow, each completed by the real event and by nothing else. A row above the pages, and a ring around what to touch.
#pragma once

#include <QFrame>
#include <QPointer>
#include <functional>
#include <vector>

#include "core/model/flow.h"

class QLabel;
class QPushButton;

namespace weft::ui {

class FlowDocument;

// Rings around parts of the window; takes no mouse.
class TourRing : public QWidget {
    Q_OBJECT
  public:
    explicit TourRing(QWidget* window);
    void show_around(std::vector<QRect> rects);       // in the window's coordinates; none hides it
    const std::vector<QRect>& rects() const { return rects_; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::vector<QRect> rects_;
};

class Tour : public QFrame {
    Q_OBJECT
  public:
    enum class Step { add, connect, handler, mend, run, export_flow, done };
    static constexpr int count = 6;
    using Where = std::function<std::vector<QRect>(Step step, TaskId added)>;
    Tour(FlowDocument& document, Where where, QWidget* window);
    ~Tour() override;
    Step step() const { return step_; }
    TaskId added() const { return added_; }
    const FlowDocument* document() const { return document_; }
    void run_ended(const FlowDocument* document);
    void exported(const FlowDocument* document);
    TourRing* ring() const { return ring_; }

  public slots:
    void place_ring();           // something has moved
    void skip();

  signals:
    void entered(weft::ui::Tour::Step step);
    void ended();

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void go(Step step);
    void look_at_flow();
    void look_at_findings();
    void retranslate();

    QPointer<FlowDocument> document_;
    Where where_;
    QPointer<TourRing> ring_;
    Step step_ = Step::add;
    TaskId added_ = 0;
    std::size_t tasks_ = 0, wires_ = 0, handlers_ = 0;   // when the step began
    bool seen_finding_ = false;
    QLabel *number_, *title_, *text_;
    QPushButton *skip_, *end_;
};

}  // namespace weft::ui
