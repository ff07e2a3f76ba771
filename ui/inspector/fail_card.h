// "Why it failed": the reason of the selected task in the shown run, its last log line, and what to do next.
#pragma once

#include <QFrame>
#include <QString>

class QLabel;
class QPushButton;

namespace weft::ui {

class FlowDocument;

class FailCard : public QFrame {
    Q_OBJECT
  public:
    explicit FailCard(QWidget* parent = nullptr);
    void show_task(const FlowDocument& document, const QString& path);   // hides itself when nothing failed there
    void show_last_line(const QString& line);
    QString path() const { return path_; }

  signals:
    void log_asked();
    void again_asked();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    QLabel *glyph_, *title_, *reason_, *last_;
    QPushButton *log_, *again_;
    QString path_;
};

}  // namespace weft::ui
