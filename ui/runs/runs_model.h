// Every flow and its runs, newest first, as a table: state, run, progress, duration, start, verdict.
#pragma once

#include <QAbstractTableModel>
#include <QTimer>
#include <vector>

namespace weft::ui {

class RunBridge;
struct RunView;

class RunsModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { state_column, flow_column, progress_column, duration_column, started_column, verdict_column, column_count };
    enum Role { run_role = Qt::UserRole + 1, outcome_role };
    explicit RunsModel(RunBridge& bridge, QObject* parent = nullptr);
    QString run_at(int row) const;
    int row_of(const QString& run) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    void sync();
    void touch(const QString& run);
    QVariant text(const RunView& view, int column) const;

    RunBridge& bridge_;
    std::vector<QString> rows_;
    QTimer clock_;      // only while something runs: durations grow
};

}  // namespace weft::ui
