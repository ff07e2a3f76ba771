// The problems list: a click selects the place, a button mends it. Empty, it says what was checked.
#pragma once

#include <QWidget>
#include <memory>

#include "core/lint/finding.h"

class QListView;

namespace weft::ui {

class FlowDocument;
class ProblemsModel;

class ProblemsPanel : public QWidget {
    Q_OBJECT
  public:
    explicit ProblemsPanel(QWidget* parent = nullptr);
    ~ProblemsPanel() override;
    void show_document(FlowDocument* document);
    void say_checked(int rules, const QString& targets);     // for the empty state
    ProblemsModel& model();
    bool apply_current_fix();                                 // Ctrl+. : the first fix of the current problem; false when it has none
    void step(int by);                                        // F8, Shift+F8
    bool apply_fix(int row, int fix = 0);
    QRect fix_rect(int row, int fix = 0) const;              // in list()'s viewport
    QListView* list() const;

  signals:
    void go_to(const weft::lint::Finding& finding);
    void rule_page(const QString& rule);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Private;
    std::unique_ptr<Private> d;
};

// Carries a fix out on the document, as one undo step with the fix's title.
bool apply_fix(FlowDocument& document, const lint::Fix& fix);

}  // namespace weft::ui
