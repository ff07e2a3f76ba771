// The search field of the top bar: finds a task by name, image or command while typing; Enter selects it.
#pragma once

#include <QLineEdit>
#include <QPointer>

#include "core/model/flow.h"

class QStandardItemModel;

namespace weft::ui {

class FlowDocument;

class FindTask : public QLineEdit {
    Q_OBJECT
  public:
    explicit FindTask(QWidget* parent = nullptr);
    void show_document(FlowDocument* document);
    void open();

  signals:
    void found(weft::TaskId id);

  protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void list();
    void retranslate();

    QPointer<FlowDocument> document_;
    QStandardItemModel* model_;
};

}  // namespace weft::ui
