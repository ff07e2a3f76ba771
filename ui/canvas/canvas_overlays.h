// The few real widgets on the canvas: the zoom bar, the way back out of a sub-flow, the field for a new name.
#pragma once

#include <QFrame>
#include <QLineEdit>

class QHBoxLayout;
class QToolButton;

namespace weft::ui {

class ZoomBar : public QFrame {
    Q_OBJECT
  public:
    explicit ZoomBar(QWidget* parent);
    void show_zoom(qreal zoom);
  signals:
    void step(qreal factor);
    void reset();                // to 100 %, and from there to everything
  private:
    QToolButton *less_, *percent_, *more_;
};

class Breadcrumb : public QFrame {
    Q_OBJECT
  public:
    explicit Breadcrumb(QWidget* parent);
    void show_trail(const QStringList& names);   // hidden for one name or none
  signals:
    void chosen(int index);
  private:
    QHBoxLayout* row_;
};

class RenameField : public QLineEdit {
    Q_OBJECT
  public:
    explicit RenameField(QWidget* parent);
    void begin(const QRectF& title, qreal zoom, const QString& name);
    void refuse(const QString& why);             // stays open
  signals:
    void finished(const QString& name);          // Enter, or focus went elsewhere
    void given_up();
  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
  private:
    bool open_ = false;
    QString before_;
};

}  // namespace weft::ui
