// One tab: a document with its canvas, its lint worker, the minimap over it and the first-steps card above.
#pragma once

#include <QFileSystemWatcher>
#include <QWidget>
#include <memory>

#include "core/layout/flow_layout.h"
#include "core/targets/document.h"

namespace weft::ui {

class Canvas;
class FirstSteps;
class FlowDocument;
class LintBridge;
class Minimap;
class PageHead;

class DocumentPage : public QWidget {
    Q_OBJECT
  public:
    DocumentPage(std::unique_ptr<FlowDocument> document, layout::FlowPicture laid_out = {}, QWidget* parent = nullptr);
    ~DocumentPage() override;
    FlowDocument& document() const { return *document_; }
    Canvas& canvas() const { return *canvas_; }
    LintBridge& lint() const { return *lint_; }
    FirstSteps* first_steps() const { return first_; }
    Minimap* minimap() const { return minimap_; }
    PageHead& head() const { return *head_; }
    void show_first_steps();
    void hide_first_steps();
    void watch_file();                     // after a save or open
    QString shown_run;                     // of a page that only shows a run's own text

  signals:
    void file_changed_outside();

  protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void place_minimap();

    std::unique_ptr<FlowDocument> document_;
    LintBridge* lint_;
    PageHead* head_;
    Canvas* canvas_;
    Minimap* minimap_;
    FirstSteps* first_ = nullptr;
    QFileSystemWatcher watcher_;
};

}  // namespace weft::ui
