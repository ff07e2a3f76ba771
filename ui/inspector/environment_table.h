// Every task's effective environment beside each other, each value with where it comes from.
#pragma once

#include <QPointer>
#include <QTableWidget>

#include "core/model/flow.h"

namespace weft::ui {

class FlowDocument;

class EnvironmentTable : public QTableWidget {
    Q_OBJECT
  public:
    explicit EnvironmentTable(QWidget* parent = nullptr);
    void show_document(FlowDocument* document);

  signals:
    void task_chosen(weft::TaskId id);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void fill();
    QPointer<FlowDocument> document_;
    bool stale_ = true;
};

}  // namespace weft::ui
