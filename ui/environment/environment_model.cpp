#include "ui/environment/environment_model.h"

#include <QBrush>
#include <algorithm>

#include "core/targets/supplied.h"
#include "ui/base/theme.h"
#include "ui/bridge/text.h"

namespace weft::ui {
namespace {

QString origin_word(const Effective& value) {
    switch (value.origin) {
        case Origin::engine: return EnvironmentModel::tr("engine");
        case Origin::flow: return EnvironmentModel::tr("flow");
        case Origin::group: return EnvironmentModel::tr("group %1").arg(qs(value.origin_name));
        case Origin::definition: return EnvironmentModel::tr("definition %1").arg(qs(value.origin_name));
        case Origin::task: return EnvironmentModel::tr("task");
        case Origin::nothing: break;
    }
    return {};
}

}  // namespace

// "python:3.12"; for lists "LANG=C.UTF-8": the name without its family.
QString EnvironmentModel::value_text(const Effective& value) const {
    const std::size_t dot = value.field.find('.');
    const std::string_view family = std::string_view(value.field).substr(0, dot);
    if (dot == std::string::npos || family == "toleration") return qs(value.value);
    const QString name = qs(value.field.substr(dot + 1));
    if (family != "volume") return name + u'=' + qs(value.value);
    const auto said = volumes_.find(value.value);
    return name + QStringLiteral(": ") + (said == volumes_.end() ? qs(value.value) : translated(said->second));
}

void EnvironmentModel::show(EnvironmentMatrix matrix, bool empty_columns, std::map<std::string, Message> volumes, const Target* target) {
    beginResetModel();
    matrix_ = std::move(matrix);
    volumes_ = std::move(volumes);
    target_ = target;
    shown_.clear();
    for (std::size_t i = 0; i < matrix_.columns.size(); ++i) {
        const bool set = std::any_of(matrix_.rows.begin(), matrix_.rows.end(), [&](const MatrixRow& row) { return !row.cells[i].values.empty(); });
        if (set || empty_columns || matrix_.columns[i] == "image") shown_.push_back(i);
    }
    endResetModel();
}

TaskId EnvironmentModel::task_at(int row) const { return row >= 0 && row < rowCount() ? matrix_.rows[std::size_t(row)].task : 0; }
std::string EnvironmentModel::field_at(int column) const { return column > 0 && column < columnCount() ? matrix_.columns[shown_[std::size_t(column - 1)]] : std::string(); }
int EnvironmentModel::uneven_columns() const { return int(std::count(matrix_.uneven.begin(), matrix_.uneven.end(), true)); }

void EnvironmentModel::retranslate() {
    if (columnCount() > 0) emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int EnvironmentModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(matrix_.rows.size()); }
int EnvironmentModel::columnCount(const QModelIndex& parent) const { return parent.isValid() || matrix_.columns.empty() ? 0 : int(shown_.size()) + 1; }

QVariant EnvironmentModel::cell(const MatrixRow& row, std::size_t column, int role) const {
    const Colours& colours = Theme::instance().colours();
    const MatrixCell& cell = row.cells[column];
    if (cell.values.empty()) {
        const std::string image = row.cells.empty() || row.cells[0].values.empty() ? std::string() : row.cells[0].values.front().value;   // the first column
        if (const std::optional<Supplied> supplied = supplied_by_cluster(target_, matrix_.columns[column], image)) {
            if (role == Qt::DisplayRole) return supplied->value.empty() ? tr("the cluster decides") : tr("%1  ·  cluster").arg(qs(supplied->value));
            if (role == Qt::ForegroundRole) return QBrush(colours.faint);
            if (role == Qt::ToolTipRole) return translated(supplied->why).toHtmlEscaped();
            return {};
        }
        const bool missing = matrix_.uneven[column];   // others have it
        if (role == Qt::DisplayRole) return missing ? tr("not set") : QStringLiteral("–");
        if (role == Qt::ForegroundRole) return QBrush(missing ? colours.warn : colours.faint);
        if (role == Qt::ToolTipRole) return missing ? tr("Nothing sets this here, while other tasks have it.") : QVariant();
        return {};
    }
    if (role == Qt::DisplayRole) {
        QStringList parts;
        for (const Effective& value : cell.values) parts << value_text(value);
        const bool one_origin = std::all_of(cell.values.begin(), cell.values.end(), [&](const Effective& v) { return v.origin == cell.values.front().origin; });
        return parts.join(QStringLiteral("  ")) + (one_origin ? QStringLiteral("  ·  ") + origin_word(cell.values.front()) : QString());
    }
    if (role == Qt::ToolTipRole) {
        QStringList lines;
        for (const Effective& value : cell.values) lines << (value.field.find('.') == std::string::npos ? QString() : value_text(value) + QStringLiteral("  –  ")) + translated(origin_sentence(value));
        return lines.join(u'\n').toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
    }
    const bool own = std::any_of(cell.values.begin(), cell.values.end(), [](const Effective& v) { return v.origin == Origin::task; });
    if (role == Qt::ForegroundRole) return QBrush(own ? colours.accent : colours.text);
    return {};
}

QVariant EnvironmentModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) return {};
    const MatrixRow& row = matrix_.rows[std::size_t(index.row())];
    if (role == task_role) return row.task;
    if (role == field_role) return qs(field_at(index.column()));
    if (index.column() > 0) {
        const std::size_t column = shown_[std::size_t(index.column() - 1)];
        if (role == set_role) return !row.cells[column].values.empty();
        return cell(row, column, role);
    }
    if (role == Qt::DisplayRole) return row.handler ? tr("%1 (exit handler)").arg(qs(row.name)) : qs(row.name);
    if (role == Qt::ToolTipRole) return qs(row.path).toHtmlEscaped();
    return {};
}

QVariant EnvironmentModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) return {};
    if (section == 0) return role == Qt::DisplayRole ? tr("Task") : QVariant();
    const std::size_t column = shown_[std::size_t(section - 1)];
    const QString title = translated(matrix_title(matrix_.columns[column]));
    if (role == Qt::DisplayRole) return matrix_.uneven[column] ? QStringLiteral("⚠ ") + title : title;
    if (role == Qt::ToolTipRole && matrix_.uneven[column]) return tr("Set for some tasks only: a right click on a value applies it to all.");
    return {};
}

}  // namespace weft::ui
