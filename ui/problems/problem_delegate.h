// Paints a finding: its sentence, rule, task and line below in small type, its fixes as buttons at the right. Geometry in one function for
// painting, hit-testing and tests.
#pragma once

#include <QStyledItemDelegate>
#include <vector>

namespace weft::ui {

class ProblemDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    struct Places { QRect sentence, details; std::vector<QRect> fixes; };
    static Places places(const QRect& row, const QModelIndex& index);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index) override;

  signals:
    void fix_clicked(int row, int fix);
    void rule_clicked(const QString& rule);
};

}  // namespace weft::ui
