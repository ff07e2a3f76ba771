// What differs between the open flow and another text of it: a file, or what git has committed. A line a difference; one that is chosen is shown.
#pragma once

#include <QPointer>
#include <QWidget>

#include "core/model/compare.h"

class QLabel;
class QTreeWidget;

namespace weft::ui {

class FlowDocument;

// One line for people: "image: python:3.11 → python:3.12".
QString sentence(const Difference& difference);

class ComparePanel : public QWidget {
    Q_OBJECT
  public:
    explicit ComparePanel(QWidget* parent = nullptr);
    void show_document(FlowDocument* document);               // another document: the comparison ends
    void compare_with(FlowPtr other, const QString& name);    // goes on as the document changes
    QTreeWidget* list() const { return list_; }
    const std::vector<Difference>& differences() const { return differences_; }   // ids are the open flow's; of what is gone, the other's
    FlowPtr other() const { return other_; }                  // null: nothing is compared
    const QString& other_name() const { return name_; }
    void choose_ghost(int number);                            // the line of the so-manyth task that is gone
    void stop();

  signals:
    void task_chosen(weft::TaskId id);
    void removed_chosen(const std::string& path);
    void compared();                                          // other() and differences() are new

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void fill();
    void follow_selection();
    bool following_ = false;
    QPointer<FlowDocument> document_;
    FlowPtr other_;
    QString name_;
    std::vector<Difference> differences_;
    QLabel* head_;
    QTreeWidget* list_;
};

// The text of the file as git has committed it; the Error says why there is none. Runs git, so only when asked.
Result<std::string> committed_text(const QString& file);

}  // namespace weft::ui
