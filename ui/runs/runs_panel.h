// The Runs panel: every flow and its runs with live state; select one to see it on the canvas; stop, kill and run again from here.
#pragma once

#include <QWidget>
#include <memory>

class QTableView;

namespace weft::ui {

class RunBridge;
class RunsModel;

class RunsPanel : public QWidget {
    Q_OBJECT
  public:
    explicit RunsPanel(RunBridge& bridge, QWidget* parent = nullptr);
    ~RunsPanel() override;
    QTableView* table() const;
    RunsModel& model();
    QString selected() const;
    void select(const QString& run);          // without asking to show it

  signals:
    void show_asked(const QString& run);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void retranslate();
    void update_buttons();
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace weft::ui
