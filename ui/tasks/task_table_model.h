// Every task of the flow as a row, those of sub-flows and the exit handlers too; cells of what a person edits by the dozen are edited in place.
#pragma once

#include <QAbstractTableModel>
#include <QPointer>
#include <unordered_map>
#include <vector>

#include "core/model/edit.h"
#include "ui/inspector/task_edit.h"

namespace weft::ui {

class FlowDocument;

class TaskTableModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { name_column, kind_column, image_column, runs_column, after_column, when_column, retries_column, timeout_column, cpu_column, memory_column, columns };
    enum Role { task_role = Qt::UserRole + 1, sort_role };

    explicit TaskTableModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void show_document(FlowDocument* document);
    void ask_scope(TaskEdit::AskScope ask) { edit_.ask_scope = std::move(ask); }
    TaskId task_at(int row) const;
    int row_of(TaskId id) const;                 // -1
    // One value for several tasks, one undo step. False: refused, the document has said why.
    bool set_for(const std::vector<TaskId>& tasks, int column, const QString& text);
    bool several(int column) const { return column > runs_column && column != after_column ? true : column == image_column; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

  private:
    struct Row { const Task* task; const Handler* handler; std::string path; };
    void fill();
    void follow(const FlowChange& change);
    QString text(const Row& row, int column) const;
    bool editable(const Row& row, int column) const;

    QPointer<FlowDocument> document_;
    FlowPtr flow_;                               // keeps the tasks of the rows alive
    std::vector<Row> rows_;
    std::unordered_map<TaskId, int> row_of_;
    TaskEdit edit_;
};

}  // namespace weft::ui
