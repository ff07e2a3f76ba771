// The form of the flow itself, shown when nothing is selected: name, parameters, the environment that its tasks inherit.
#pragma once

#include <QPointer>
#include <QWidget>
#include <vector>

#include "core/model/lineage.h"

class QLabel;
class QLineEdit;

namespace weft::ui {

class Field;
class FlowDocument;
class ResourcesTable;
class Rows;
class ScheduleForm;

class FlowForm : public QWidget {
    Q_OBJECT
  public:
    explicit FlowForm(QWidget* parent = nullptr);
    void show_flow(FlowDocument* document);
    void refresh();

  signals:
    void lineage_asked(const std::vector<weft::ValuePlace>& about);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void lay_out();
    void connect_parts();
    void retranslate();

    QPointer<FlowDocument> document_;
    QLineEdit* name_ = nullptr;
    QLabel *format_ = nullptr, *description_ = nullptr, *params_title_ = nullptr, *env_title_ = nullptr, *resources_title_ = nullptr, *hint_ = nullptr;
    Field* image_ = nullptr;
    Rows *params_ = nullptr, *env_ = nullptr;
    ResourcesTable* resources_ = nullptr;
    ScheduleForm* schedule_ = nullptr;
};

}  // namespace weft::ui
