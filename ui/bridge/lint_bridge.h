// Keeps the findings of one document fresh: takes a snapshot after each change, lints it on another thread, hands findings and revision back.
// Soon after a drawn edit, after a pause while changes keep coming; never two lint runs of one document at once.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

#include "core/lint/rule.h"

namespace weft {
struct Folder;
}

namespace weft::ui {

class FlowDocument;

class LintBridge : public QObject {
    Q_OBJECT
  public:
    explicit LintBridge(FlowDocument& document, QObject* parent = nullptr);
    void set_options(lint::Options options);
    const lint::Options& options() const { return options_; }
    void set_folder(std::shared_ptr<const Folder> folder);   // what the files around it say; null = nothing known
    bool busy() const { return running_ || pause_.isActive(); }

  signals:
    void finished(qint64 milliseconds);

  private:
    void changed();
    void check();

    FlowDocument& document_;
    lint::Options options_;
    std::shared_ptr<const Folder> folder_;
    QTimer pause_;
    QElapsedTimer since_change_;
    bool running_ = false;
    bool again_ = false;
};

}  // namespace weft::ui
