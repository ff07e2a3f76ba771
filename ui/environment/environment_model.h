// The environment matrix as a table: first the task, then one column per field that anything sets.
#pragma once

#include <QAbstractTableModel>
#include <map>

#include "core/targets/environment_matrix.h"

namespace weft::ui {

class EnvironmentModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Role { task_role = Qt::UserRole + 1, field_role, set_role };

    explicit EnvironmentModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    // `volumes`: how those of the flow are said; `target`: whose cluster supplies what is not set, null = as drawn.
    void show(EnvironmentMatrix matrix, bool empty_columns, std::map<std::string, Message> volumes = {}, const Target* target = nullptr);
    TaskId task_at(int row) const;
    std::string field_at(int column) const;      // "" for the task's name
    int uneven_columns() const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QVariant cell(const MatrixRow& row, std::size_t column, int role) const;
    QString value_text(const Effective& value) const;
    EnvironmentMatrix matrix_;
    std::map<std::string, Message> volumes_;
    const Target* target_ = nullptr;
    std::vector<std::size_t> shown_;             // columns of the matrix
};

}  // namespace weft::ui
