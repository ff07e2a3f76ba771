#include "ui/canvas/outline_model.h"

#include <QIcon>

#include "ui/base/theme.h"
#include "ui/bridge/text.h"
#include "ui/canvas/note_painter.h"

namespace weft::ui {
namespace {

constexpr int deepest = 24;   // a sub-flow may use itself

const QIcon& icon_of(Glyph glyph) {
    static std::unordered_map<quint64, QIcon> icons;
    const quint64 key = quint64(glyph) << 32 | colour_of(glyph).rgba();
    auto found = icons.find(key);
    if (found == icons.end()) found = icons.emplace(key, glyph_icon(glyph, 16)).first;
    return found->second;
}

}  // namespace

int OutlineModel::add_row(std::vector<Row>& rows, Row row, int parent) const {
    const int at = int(rows.size());
    row.parent = parent;
    rows.push_back(std::move(row));
    if (parent >= 0) {
        rows[std::size_t(at)].place = int(rows[std::size_t(parent)].children.size());
        rows[std::size_t(parent)].children.push_back(at);
    }
    return at;
}

void OutlineModel::add_body(std::vector<Row>& rows, const Flow& flow, const Body& body, int parent, const std::string& prefix, int depth) const {
    const auto add_task = [&](const TaskPtr& task, bool handler, int under) {
        if (!task) return;
        Row row;
        row.task = task->id;
        row.name = task->name;
        row.path = prefix + task->name;
        row.handler = handler;
        const int at = add_row(rows, std::move(row), under);
        // The body of a shared definition stands once, on the canvas; here only a task's own.
        const Body* inner = task->own ? task->own->body.get() : nullptr;
        if (inner && depth < deepest) add_body(rows, flow, *inner, at, prefix + task->name + "/", depth + 1);
    };
    for (const TaskPtr& task : body.tasks) add_task(task, false, parent);
    if (body.handlers.empty()) return;
    const int heading = add_row(rows, Row{}, parent);
    for (const Handler& handler : body.handlers) add_task(handler.task, true, heading);
}

void OutlineModel::show(const FlowPtr& flow) {
    std::vector<Row> rows;
    if (flow) add_body(rows, *flow, flow->main, -1, {}, 0);
    if (flow && !flow->notes.empty()) {
        Row heading;
        heading.notes = true;
        const int under = add_row(rows, std::move(heading), -1);
        for (std::size_t i = 0; i < flow->notes.size(); ++i) {
            Row row;
            row.note = int(i);
            row.name = utf8(note_title(qs(flow->notes[i].text)));
            add_row(rows, std::move(row), under);
        }
    }
    if (rows == rows_) return;
    beginResetModel();
    rows_ = std::move(rows);
    top_.clear();
    places_.clear();
    for (int at = 0; at < int(rows_.size()); ++at) {
        Row& row = rows_[std::size_t(at)];
        if (row.task) places_.emplace(row.task, at);
        if (row.parent >= 0) continue;
        row.place = int(top_.size());
        top_.push_back(at);
    }
    endResetModel();
}

void OutlineModel::show_run(const run::RunState* run) {
    for (int at = 0; at < int(rows_.size()); ++at) {
        Row& row = rows_[std::size_t(at)];
        Glyph glyph = Glyph::none;
        if (run && row.task) {
            if (const auto found = run->tasks.find(row.path); found != run->tasks.end()) glyph = glyph_of(found->second.stage);
        }
        if (glyph == row.glyph) continue;
        row.glyph = glyph;
        const QModelIndex index = createIndex(row.place, 0, quintptr(at));
        emit dataChanged(index, index, {Qt::DecorationRole});
    }
}

QModelIndex OutlineModel::index_of(TaskId id) const {
    const auto found = places_.find(id);
    return found == places_.end() ? QModelIndex() : createIndex(rows_[std::size_t(found->second)].place, 0, quintptr(found->second));
}

QModelIndex OutlineModel::index_of_note(int note) const {
    for (int at = int(rows_.size()) - 1; note >= 0 && at >= 0; --at)   // they are the last
        if (rows_[std::size_t(at)].note == note) return createIndex(rows_[std::size_t(at)].place, 0, quintptr(at));
    return {};
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const {
    const std::vector<int>& children = parent.isValid() ? rows_[parent.internalId()].children : top_;
    if (column != 0 || row < 0 || row >= int(children.size())) return {};
    return createIndex(row, 0, quintptr(children[std::size_t(row)]));
}

QModelIndex OutlineModel::parent(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    const int up = rows_[index.internalId()].parent;
    return up < 0 ? QModelIndex() : createIndex(rows_[std::size_t(up)].place, 0, quintptr(up));
}

int OutlineModel::rowCount(const QModelIndex& parent) const {
    if (parent.column() > 0) return 0;
    return int((parent.isValid() ? rows_[parent.internalId()].children : top_).size());
}

int OutlineModel::columnCount(const QModelIndex&) const { return 1; }

QVariant OutlineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Row& row = rows_[index.internalId()];
    switch (role) {
        case Qt::DisplayRole: return row.task || row.note >= 0 ? qs(row.name) : row.notes ? tr("Notes") : tr("On exit");
        case Qt::DecorationRole: return row.glyph == Glyph::none ? QVariant() : QVariant(icon_of(row.glyph));
        case Qt::ForegroundRole: return row.task || row.note >= 0 ? QVariant() : QVariant(Theme::instance().colours().muted);
        case task_role: return row.task;
        case handler_role: return row.handler;
        case note_role: return row.note;
        default: return {};
    }
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    const Row& row = rows_[index.internalId()];
    return row.task || row.note >= 0 ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemFlags(Qt::ItemIsEnabled);
}

}  // namespace weft::ui
