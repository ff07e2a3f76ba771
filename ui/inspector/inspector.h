// The inspector at the right: the form of the selected task, of the flow when nothing is selected, a sentence when several are.
#pragma once

#include <QWidget>
#include <memory>

#include "core/model/lineage.h"
#include "ui/inspector/task_edit.h"

namespace weft {
struct Folder;
}

namespace weft::ui {

class FlowDocument;

class Inspector : public QWidget {
    Q_OBJECT
  public:
    explicit Inspector(QWidget* parent = nullptr);
    ~Inspector() override;
    void ask_scope(TaskEdit::AskScope ask);
    void show_document(FlowDocument* document);
    void show_folder(std::shared_ptr<const Folder> folder);   // what the files around the document say; null = nothing known
    void look_at(const std::string& target, const std::string& version);   // whose names are shown
    void focus_form();                        // Enter on a node
    void show_last_line(const QString& path, const QString& line);

  signals:
    void definition_asked();
    void usages_asked();
    void refused(const QString& why);
    void lineage_asked(const std::vector<weft::ValuePlace>& about);
    void target_chosen(const std::string& target, const std::string& version);
    void log_asked();
    void again_asked();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace weft::ui
