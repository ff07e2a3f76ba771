// The YAML pane: the document's text, live both ways. Typing goes to FlowDocument::type, drawn edits come back as text_edited; findings are
// squiggles; the cursor follows the selected node and the selection follows the cursor.
#pragma once

#include <QWidget>
#include <memory>

#include "core/lint/finding.h"

namespace weft::ui {

class FlowDocument;

class SourcePanel : public QWidget {
    Q_OBJECT
  public:
    explicit SourcePanel(QWidget* parent = nullptr);
    ~SourcePanel() override;
    void show_document(FlowDocument* document);
    void show_place(const lint::Finding& finding);
    void go_to_line(int line, int column = 1);
    void open_find();

  signals:
    void left();                         // Esc: the keys go back to the drawing

  protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace weft::ui
