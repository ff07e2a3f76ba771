// Type-to-add: a small popup with a filter. Enter adds the first that fits; a text that fits nothing becomes the new task's name.
#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace weft::ui {

class AddMenu : public QFrame {
    Q_OBJECT
  public:
    explicit AddMenu(QWidget* parent);
    void open_at(QPoint global, bool with_handlers);   // a wire cannot end in a handler
  signals:
    void chosen(const QString& kind, const QString& name);
    void closed();                                     // without a choice
  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
  private:
    void refill();
    void choose();
    QLineEdit* filter_;
    QListWidget* list_;
    bool with_handlers_ = true, done_ = false;
};

}  // namespace weft::ui
