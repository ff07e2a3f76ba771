// The form of one task: what it is, what it runs, what it is given and gives, where it runs, what happens when it fails.
// Layout in one function, connections in one, filling from the flow in one, texts in retranslate().
#pragma once

#include <QWidget>
#include <memory>

#include "core/model/lineage.h"
#include "ui/inspector/rows.h"
#include "ui/inspector/task_edit.h"

namespace weft {
struct Folder;
}

namespace weft::ui {

class FailCard;
class NamesSection;

class TaskForm : public QWidget {
    Q_OBJECT
  public:
    explicit TaskForm(QWidget* parent = nullptr);
    ~TaskForm() override;
    TaskEdit& edit();
    FailCard* fail_card() const;
    NamesSection* names() const;
    void show_task(FlowDocument* document, TaskId id);
    void show_folder(std::shared_ptr<const Folder> folder);
    void refresh();                 // the flow has changed
    void refresh_findings();
    void refresh_run();
    void focus_first();

  signals:
    void definition_asked();
    void usages_asked();
    void refused(const QString& why);
    void lineage_asked(const std::vector<weft::ValuePlace>& about);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Parts;
    void lay_out();
    void connect_identity();
    void connect_work();
    void connect_lists();
    void connect_completion();
    void connect_links();
    void ask_links();
    void fill_links(std::vector<Row>& rows, ValuePlace::Kind kind);
    void connect_failure();
    void connect_placement();
    void fill_identity();
    void fill_folder();
    void fill_work();
    void fill_lists();
    void fill_environment();
    void fill_failure();
    void retranslate();

    std::unique_ptr<Parts> d;
};

}  // namespace weft::ui
