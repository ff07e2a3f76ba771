// The bar above everything: the document's name, what it is checked for, where it runs, Run and Stop, search, the runner's state.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace weft::ui {

class FindTask;
class TargetChooser;

class TopBar : public QFrame {
    Q_OBJECT
  public:
    explicit TopBar(QWidget* parent = nullptr);
    TargetChooser* targets() const { return targets_; }
    FindTask* find() const { return find_; }
    QToolButton* run_on() const { return run_on_; }
    void show_run_on(const QString& engine);         // "" = this computer
    QPushButton* run_button() const { return run_; }
    QPushButton* stop_button() const { return stop_; }
    void show_name(const QString& name, const QString& remark);   // "hello.weft.yaml", or a flow's name and "untitled"
    void show_runner(bool connected, int running, int runs);
    void set_running(bool can_run, bool can_stop);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    QLabel *name_, *suffix_, *dot_, *runner_;
    TargetChooser* targets_;
    QToolButton* run_on_;
    QPushButton *run_, *stop_;
    QString engine_;
    FindTask* find_;
    bool connected_ = false;
    int running_ = 0, runs_ = 0;
};

}  // namespace weft::ui
