// The environment matrix as a table: first the task, then one column per field that anything sets.
#pragma once

#include <QAbstractTableModel>

#include "core/targets/environment_matrix.h"

namespace weft::ui {

class EnvironmentModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Role { task_role = Qt::UserRole + 1, field_role, set_role };

    explicit EnvironmentModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void show(EnvironmentMatrix matrix, bool empty_columns);
    TaskId task_at(int row) const;
    std::string field_at(int column) const;      // "" for the task's name
    int uneven_columns() const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QVariant cell(const MatrixCell& cell, std::size_t column, int role) const;
    EnvironmentMatrix matrix_;
    std::vector<std::size_t> shown_;             // columns of the matrix
};

}  // namespace weft::ui
