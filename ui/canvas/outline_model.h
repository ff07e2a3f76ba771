// The flow as a tree: tasks, bodies below them, exit handlers under "On exit". Rows are values found by task id.
#pragma once

#include <QAbstractItemModel>
#include <unordered_map>
#include <vector>

#include "core/model/flow.h"
#include "core/run/state.h"
#include "ui/base/state_glyph.h"

namespace weft::ui {

class OutlineModel : public QAbstractItemModel {
    Q_OBJECT
  public:
    enum Role { task_role = Qt::UserRole, handler_role, note_role };   // note: -1 = none
    using QAbstractItemModel::QAbstractItemModel;

    void show(const FlowPtr& flow);                     // resets only when rows or names differ
    void show_run(const run::RunState* run);
    QModelIndex index_of(TaskId id) const;
    QModelIndex index_of_note(int note) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

  private:
    struct Row {
        TaskId task = 0;           // 0: a heading, or a note
        int note = -1;             // in Flow::notes
        bool notes = false;        // the heading "Notes" instead of "On exit"
        std::string name, path;
        int parent = -1, place = 0;
        bool handler = false;
        std::vector<int> children;
        Glyph glyph = Glyph::none;
        friend bool operator==(const Row& a, const Row& b) {
            return a.task == b.task && a.name == b.name && a.path == b.path && a.parent == b.parent && a.handler == b.handler && a.note == b.note;
        }
    };
    void add_body(std::vector<Row>& rows, const Flow& flow, const Body& body, int parent, const std::string& prefix, int depth) const;
    int add_row(std::vector<Row>& rows, Row row, int parent) const;
    std::vector<Row> rows_;
    std::vector<int> top_;
    std::unordered_map<TaskId, int> places_;
};

}  // namespace weft::ui
