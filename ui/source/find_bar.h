// The find bar below a text field: all hits marked, Enter and Shift+Enter go on, Esc closes.
#pragma once

#include <QWidget>

class QLineEdit;
class QLabel;

namespace weft::ui {

class CodeEdit;

class FindBar : public QWidget {
    Q_OBJECT
  public:
    explicit FindBar(CodeEdit* edit, QWidget* parent = nullptr);
    void open();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void search();
    void step(bool back);
    void close_bar();
    void retranslate();

    CodeEdit* edit_;
    QLineEdit* text_;
    QLabel* count_;
};

}  // namespace weft::ui
