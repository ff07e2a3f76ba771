// Every task's effective environment beside each other, as it arrives on an engine, each value with where it comes from; "apply to all" as one undo step.
#pragma once

#include <QPointer>
#include <QWidget>
#include <map>
#include <string>

#include "core/model/flow.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QTableView;

namespace weft::ui {

class EnvironmentModel;
class FlowDocument;
class TargetCombo;

class EnvironmentPanel : public QWidget {
    Q_OBJECT
  public:
    explicit EnvironmentPanel(QWidget* parent = nullptr);
    void show_document(FlowDocument* document);
    void set_default_images(std::map<std::string, std::string> images);   // by engine, of the settings
    EnvironmentModel& model() { return *model_; }
    QTableView* table() const { return table_; }
    TargetCombo* target() const { return target_; }
    void apply_to_all(int row, int column);     // the value that this task has, for every task

  signals:
    void task_chosen(weft::TaskId id);
    void filled();

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void fill();
    void show_menu(const QPoint& at);
    void update_button();
    void retranslate();

    QPointer<FlowDocument> document_;
    EnvironmentModel* model_ = nullptr;
    QTableView* table_ = nullptr;
    TargetCombo* target_ = nullptr;
    QCheckBox* empty_ = nullptr;
    QPushButton* apply_ = nullptr;
    QLabel* note_ = nullptr;
    bool stale_ = true;
    std::map<std::string, std::string> images_;
    int asked_ = 0;
};

}  // namespace weft::ui
