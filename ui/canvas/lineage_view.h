// A veil over the canvas that leaves one way of values in sight: the tasks on it, the wires between them with the names that they carry. Lies over the
// canvas as a widget of its own and knows it through its public face; takes no mouse. Esc leaves.
#pragma once

#include <QPointer>
#include <QWidget>
#include <vector>

#include "core/model/lineage.h"

class QFrame;
class QLabel;

namespace weft::ui {

class Canvas;

class LineageView : public QWidget {
    Q_OBJECT
  public:
    LineageView(Canvas& canvas, std::vector<ValuePlace> about);
    ~LineageView() override;
    const std::vector<ValueStep>& steps() const { return steps_; }
    std::vector<int> lit_nodes() const;                 // of the canvas's scene
    struct Lit { int from = -1, to = -1; QString label; };   // nodes; from -1: the flow's own parameter
    const std::vector<Lit>& wires() const { return wires_; }

  signals:
    void left();

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    struct Way {
        std::vector<ValueStep> steps;
        bool cut = false;
        QString spoken, about;
    };
    static Way way_of(const Flow& flow, const std::vector<ValuePlace>& about);
    void follow();          // the flow has changed
    void show_way(Way way);
    void follow_drawing();  // what is drawn has changed
    void place();
    int node_of(TaskId task) const;

    Canvas& canvas_;
    std::vector<ValuePlace> about_;
    FlowPtr flow_;          // that the way was asked of
    std::vector<ValueStep> steps_;
    std::vector<Lit> wires_;
    QPointer<QFrame> bar_;
    QLabel* words_;
};

}  // namespace weft::ui
