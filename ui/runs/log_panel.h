// The log of the selected task in the shown run, as it streams: one attempt at a time, plain text, capped.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>

namespace weft::ui {

class FlowDocument;
class RunBridge;

class LogPanel : public QWidget {
    Q_OBJECT
  public:
    explicit LogPanel(RunBridge& bridge, QWidget* parent = nullptr);
    ~LogPanel() override;
    void show_document(FlowDocument* document);
    // The run's own path of the selected task may differ from the document's: it was renamed since.
    using PathOf = std::function<QString(const FlowDocument&, const QString& path)>;
    void translate_paths(PathOf path_of);
    QString text() const;

  signals:
    void last_line(const QString& path, const QString& line);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace weft::ui
