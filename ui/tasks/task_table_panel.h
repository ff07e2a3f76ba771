// The list editor beside the canvas: thousands of tasks as a table to sort, filter and edit, its selection that of the canvas.
#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/inspector/task_edit.h"

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace weft::ui {

class FlowDocument;
class TaskTableModel;

class TaskTablePanel : public QWidget {
    Q_OBJECT
  public:
    explicit TaskTablePanel(QWidget* parent = nullptr);
    void show_document(FlowDocument* document);
    void ask_scope(TaskEdit::AskScope ask);
    QTableView* table() const { return table_; }
    QLineEdit* filter() const { return filter_; }
    TaskTableModel& model() { return *model_; }

  signals:
    void task_chosen(weft::TaskId id);           // a double click on what is not edited: show it on the canvas

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void load();
    void selected_here();
    void selected_elsewhere();
    void say_count();
    void retranslate();
    bool set_for_selection();

    QPointer<FlowDocument> document_;
    TaskTableModel* model_;
    QSortFilterProxyModel* sorted_;
    QTableView* table_;
    QLineEdit* filter_;
    QLabel* count_;
    bool following_ = false;                     // the selection comes from elsewhere or goes there: not both at once
    bool stale_ = true;                          // hidden panels cost nothing
};

}  // namespace weft::ui
