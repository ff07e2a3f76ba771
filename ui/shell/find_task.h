// The search field of the top bar: finds a task by name, image or command while typing; Enter selects it.
#pragma once

#include <QLineEdit>
#include <QPointer>
#include <vector>

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
    void found_note(int note);

  protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct Entry { TaskId id = 0; int note = -1; QString label, search; };   // search: folded name path, image, command
    void read();
    void offer(const QString& text);
    void take(TaskId id, int note);
    void retranslate();

    QPointer<FlowDocument> document_;
    QStandardItemModel* model_;          // the first hits for what is typed, never all tasks
    std::vector<Entry> entries_;
    int read_revision_ = -1, reading_ = 0;
};

}  // namespace weft::ui
