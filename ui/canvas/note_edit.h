// The words of a note being typed, in its place. Esc, Ctrl+Enter or a click elsewhere takes them.
#pragma once

#include <QPlainTextEdit>

namespace weft::ui {

class NoteEdit : public QPlainTextEdit {
    Q_OBJECT
  public:
    explicit NoteEdit(QWidget* parent);
    void begin(const QRectF& viewport, qreal zoom, const QString& colour, const QString& text);
    void take();                      // ends it, if it goes on
  signals:
    void finished(const QString& text);
  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
  private:
    bool open_ = false;
};

}  // namespace weft::ui
