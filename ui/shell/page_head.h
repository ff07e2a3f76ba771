// The quiet line above a flow, only where there is something to say: which flow of a file with several is shown, who else uses what stands here, and what
// the file itself says about being edited ("the next compile overwrites this").
#pragma once

#include <QFrame>
#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;

namespace weft::ui {

class FlowDocument;

class PageHead : public QFrame {
    Q_OBJECT
  public:
    explicit PageHead(FlowDocument& document, QWidget* parent = nullptr);
    void show_users(int flows);            // of other files; 0 = nobody
    QComboBox* flows() const { return flows_; }
    QPushButton* users() const { return users_; }

  signals:
    void flow_chosen(int index);
    void users_asked();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void ask_names();
    void tell();

    FlowDocument& document_;
    QLabel *caption_, *notice_;
    QComboBox* flows_;
    QPushButton* users_;
    QTimer pause_;
    int users_count_ = 0;
};

}  // namespace weft::ui
