// "Names on <engine>": under which names the picked task, its parameters, outputs and variables are known there. What stays as it was typed is only counted;
// what changes says why, what collides is red.
#pragma once

#include <QPointer>
#include <QWidget>
#include <vector>

#include "core/targets/target.h"

class QGridLayout;
class QLabel;

namespace weft::ui {

class FlowDocument;
class TargetCombo;

class NamesSection : public QWidget {
    Q_OBJECT
  public:
    explicit NamesSection(QWidget* parent = nullptr);
    void show_task(FlowDocument* document, TaskId id);
    TargetCombo* target() const { return target_; }
    const std::vector<NameUse>& shown() const { return names_; }   // that differ or collide

  signals:
    void filled();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void ask();
    void fill(std::vector<NameUse> names);
    void tell();

    QPointer<FlowDocument> document_;
    TaskId id_ = 0;
    QLabel *title_, *summary_;
    TargetCombo* target_;
    QGridLayout* grid_;
    std::vector<QWidget*> lines_;
    std::vector<NameUse> names_;
    int same_ = 0, asked_ = 0;
};

}  // namespace weft::ui
