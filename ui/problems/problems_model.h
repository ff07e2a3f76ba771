// The findings of a document as rows: values only, the jump target is an id and a field, never a pointer.
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "core/lint/finding.h"

namespace weft::ui {

class ProblemsModel : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { rule_role = Qt::UserRole + 1, severity_role, task_role, line_role, fixes_role, why_role };

    explicit ProblemsModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    void show(std::vector<lint::Finding> findings);
    const lint::Finding* at(int row) const;
    int errors() const { return errors_; }
    int warnings() const { return warnings_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    void retranslate();

  private:
    std::vector<lint::Finding> findings_;
    int errors_ = 0, warnings_ = 0;
};

}  // namespace weft::ui
