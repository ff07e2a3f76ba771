// The library: what it holds as a list with small drawings, a field to search, and beside it the drawing, what it is for and which engines take it.
// Inserting and opening are told; drawing comes from outside.
#pragma once

#include <QDialog>
#include <functional>
#include <vector>

#include "core/model/flow.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace weft::ui {

class LibraryDialog : public QDialog {
    Q_OBJECT
  public:
    using Draw = std::function<QPixmap(const Flow& flow, QSize size, qreal ratio)>;
    LibraryDialog(Draw draw, bool can_insert, QWidget* parent);

  signals:
    void insert_asked(const QString& file);
    void open_asked(const QString& file);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void fill();
    void draw_all();
    void filter();
    void show_entry();
    QString chosen() const;
    FlowPtr flow_of(const QString& file);

    Draw draw_;
    QLineEdit* filter_;
    QListWidget* list_;
    QLabel *picture_, *title_, *about_, *engines_, *nothing_;
    QPushButton *insert_, *open_;
    std::vector<FlowPtr> flows_;      // by entry, read when first seen
};

}  // namespace weft::ui
