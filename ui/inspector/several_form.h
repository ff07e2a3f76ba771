// What several selected tasks have in common and where they differ; a field changes all of them in one undo step.
#pragma once

#include <QWidget>

#include "ui/inspector/task_edit.h"

class QLabel;

namespace weft::ui {

class Field;
class ResourcesTable;
class Rows;
struct Row;

class SeveralForm : public QWidget {
    Q_OBJECT
  public:
    explicit SeveralForm(QWidget* parent = nullptr);
    TaskEdit& edit() { return edit_; }
    void show_tasks(FlowDocument* document, const std::vector<TaskId>& ids);
    void refresh();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void lay_out();
    void connect_parts();
    void retranslate();
    std::vector<const Task*> tasks(const Flow& flow) const;
    void fill_variables(const Flow& flow, const std::vector<const Task*>& tasks);
    void change_variables(const std::vector<Row>& rows);

    TaskEdit edit_;
    QLabel *title_, *names_, *resources_title_, *env_title_, *fails_title_;
    Field *image_, *retries_, *delay_, *timeout_;
    ResourcesTable* resources_;
    Rows* env_;
    std::vector<Row> shown_;      // of the variables
};

}  // namespace weft::ui
