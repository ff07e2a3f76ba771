#include "ui/tasks/task_table_model.h"

#include <QBrush>

#include "core/model/environment.h"
#include "core/model/walk.h"
#include "ui/base/theme.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"

namespace weft::ui {
namespace {

QString quantity(const Task& task, const Definition* definition, std::optional<Scalar> Environment::*field) {
    if (const std::optional<Scalar>& own = task.environment.*field) return qs(own->text);
    return definition && definition->environment.*field ? qs((definition->environment.*field)->text) : QString();
}

void set_scalar(std::optional<Scalar>& value, const QString& text) {
    if (text.isEmpty()) value.reset();
    else value = Scalar{utf8(text), true};
}

QString kind_word(const Definition* definition, const Handler* handler) {
    if (handler) return TaskTableModel::tr("exit handler");
    switch (definition ? definition->kind : DefinitionKind::none) {
        case DefinitionKind::container: return TaskTableModel::tr("container");
        case DefinitionKind::script: return TaskTableModel::tr("script");
        case DefinitionKind::flow: return TaskTableModel::tr("sub-flow");
        case DefinitionKind::wait: return TaskTableModel::tr("wait");
        case DefinitionKind::http: return TaskTableModel::tr("HTTP request");
        case DefinitionKind::resource: return TaskTableModel::tr("Kubernetes object");
        case DefinitionKind::reference: return TaskTableModel::tr("defined elsewhere");
        case DefinitionKind::other: return TaskTableModel::tr("other");
        case DefinitionKind::none: break;
    }
    return TaskTableModel::tr("nothing to run");
}

QString runs_text(const Definition& definition) {
    if (!definition.source.empty()) return qs(definition.source).simplified().left(200);
    if (!definition.detail.empty()) return qs(definition.detail);
    QStringList words;
    const bool shell = definition.shell && definition.command.size() == 3;
    for (std::size_t i = shell ? 2 : 0; i < definition.command.size(); ++i) words << qs(definition.command[i].text);
    for (const Scalar& word : definition.args) words << qs(word.text);
    return words.join(u' ').simplified().left(200);
}

const Retry* retry_of(const Task& task, const Definition* definition) {
    if (task.retry) return &*task.retry;
    return definition && definition->retry ? &*definition->retry : nullptr;
}

}  // namespace

void TaskTableModel::show_document(FlowDocument* document) {
    if (document_) document_->disconnect(this);
    document_ = document;
    if (document) connect(document, &FlowDocument::changed, this, &TaskTableModel::follow);
    fill();
}

void TaskTableModel::fill() {
    beginResetModel();
    rows_.clear();
    row_of_.clear();
    flow_ = document_ ? document_->flow() : nullptr;
    if (flow_)
        for_each_task(*flow_, [this](const std::string& path, const Task& task, const Handler* handler) {
            row_of_[task.id] = int(rows_.size());
            rows_.push_back({&task, handler, path});
        });
    endResetModel();
}

// The same tasks in the same order: the rows stay, and with them selection, scrolling and sorting.
void TaskTableModel::follow(const FlowChange& change) {
    if (!change.added.empty() || !change.removed.empty() || change.edges) return fill();
    const FlowPtr fresh = document_->flow();
    std::vector<Row> rows;
    rows.reserve(rows_.size());
    for_each_task(*fresh, [&rows](const std::string& path, const Task& task, const Handler* handler) { rows.push_back({&task, handler, path}); });
    const bool same = rows.size() == rows_.size() && std::equal(rows.begin(), rows.end(), rows_.begin(), [](const Row& a, const Row& b) { return a.task->id == b.task->id; });
    if (!same) return fill();
    rows_ = std::move(rows);
    flow_ = fresh;
    if (change.definitions || change.environment) {
        if (!rows_.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        return;
    }
    for (const TaskId id : change.changed)
        if (const int row = row_of(id); row >= 0) emit dataChanged(index(row, 0), index(row, columns - 1));
}

TaskId TaskTableModel::task_at(int row) const { return row >= 0 && row < rowCount() ? rows_[std::size_t(row)].task->id : 0; }

int TaskTableModel::row_of(TaskId id) const {
    const auto found = row_of_.find(id);
    return found == row_of_.end() ? -1 : found->second;
}

int TaskTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(rows_.size()); }
int TaskTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QString TaskTableModel::text(const Row& row, int column) const {
    const Task& task = *row.task;
    const Definition* definition = definition_of(*flow_, task);
    switch (column) {
        case name_column: return qs(row.path);
        case kind_column: return kind_word(definition, row.handler);
        case image_column: {
            const std::optional<std::string>& own = task.environment.image ? task.environment.image : definition ? definition->environment.image : task.environment.image;
            return own ? qs(*own) : QString();
        }
        case runs_column: return definition ? runs_text(*definition) : QString();
        case after_column: {
            if (!task.depends.empty()) return qs(task.depends);
            QStringList names;
            for (const Need& need : task.needs) names << qs(need.task);
            return names.join(QStringLiteral(", "));
        }
        case when_column: return qs(task.when);
        case retries_column: {
            const Retry* retry = retry_of(task, definition);
            return !retry ? QString() : retry->limit ? qs(retry->limit->text) : tr("unlimited");
        }
        case timeout_column: return qs(task.timeout.empty() && definition ? definition->timeout : task.timeout);
        case cpu_column: return quantity(task, definition, &Environment::cpu);
        case memory_column: return quantity(task, definition, &Environment::memory);
        default: return {};
    }
}

bool TaskTableModel::editable(const Row& row, int column) const {
    if (!document_ || !document_->can_draw()) return false;
    const Definition* definition = definition_of(*flow_, *row.task);
    const bool works = definition && (definition->kind == DefinitionKind::container || definition->kind == DefinitionKind::script);
    switch (column) {
        case name_column: return true;
        case when_column: return !row.handler;
        case retries_column:
        case timeout_column: return true;
        case image_column:
        case cpu_column:
        case memory_column: return works;
        default: return false;
    }
}

QVariant TaskTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columns) return {};
    const Row& row = rows_[std::size_t(index.row())];
    switch (role) {
        case Qt::DisplayRole: {
            const QString value = text(row, index.column());
            const bool inherited = value.isEmpty() && index.column() == image_column && flow_->environment.image && editable(row, image_column);
            return inherited ? qs(*flow_->environment.image) : value;
        }
        case Qt::EditRole: return index.column() == name_column ? qs(row.task->name) : text(row, index.column());
        case Qt::ForegroundRole:   // the flow's image is shown, but faint: it is not the task's own
            if (index.column() == image_column && text(row, image_column).isEmpty()) return QBrush(Theme::instance().colours().faint);
            return row.task->muted ? QVariant(QBrush(Theme::instance().colours().faint)) : QVariant();
        case Qt::ToolTipRole: {
            const QString value = text(row, index.column());
            return value.size() > 24 ? value.toHtmlEscaped() : QString();
        }
        case task_role: return row.task->id;
        case sort_role: {
            const QString value = text(row, index.column());
            if (index.column() == retries_column) return value.isEmpty() ? -1 : value.toInt();
            return value;
        }
        default: return {};
    }
}

QVariant TaskTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case name_column: return tr("Name");
        case kind_column: return tr("Kind");
        case image_column: return tr("Image");
        case runs_column: return tr("What it runs");
        case after_column: return tr("Runs after");
        case when_column: return tr("Only when");
        case retries_column: return tr("Retries");
        case timeout_column: return tr("Timeout");
        case cpu_column: return tr("CPU");
        case memory_column: return tr("Memory");
        default: return {};
    }
}

Qt::ItemFlags TaskTableModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.row() < rowCount() && editable(rows_[std::size_t(index.row())], index.column())) flags |= Qt::ItemIsEditable;
    return flags;
}

bool TaskTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid()) return false;
    const QString typed = value.toString().trimmed();
    if (typed == data(index, Qt::EditRole).toString()) return true;
    return set_for({task_at(index.row())}, index.column(), typed);
}

bool TaskTableModel::set_for(const std::vector<TaskId>& tasks, int column, const QString& typed) {
    if (tasks.empty() || !document_) return false;
    edit_.aim(document_, tasks);
    const std::string value = utf8(typed);
    const auto environment = [&](const QString& label, auto field, auto set) {
        return edit_.environment(label, [field](const Environment& use) { return bool(use.*field); }, [&](Environment& wanted) { set(wanted.*field); });
    };
    const auto quantity = [&](std::optional<Scalar>& wanted) { set_scalar(wanted, typed); };
    switch (column) {
        case name_column: return edit_.rename(typed);
        case when_column: return edit_.use(tr("Change the condition"), [&](Task& wanted) { wanted.when = value; });
        case timeout_column: return edit_.timeout(tr("Change the timeout"), value);
        case retries_column:
            return edit_.retry(tr("Change the retries"), [&](std::optional<Retry>& retry) {
                if (value.empty() || value == "0") return retry.reset();
                if (!retry) retry.emplace();
                retry->limit = Scalar{value, !retry->limit || retry->limit->plain};
            });
        case image_column:
            return environment(tr("Change the image"), &Environment::image, [&](std::optional<std::string>& image) {
                if (value.empty()) image.reset();
                else image = value;
            });
        case cpu_column: return environment(tr("Change the CPU request"), &Environment::cpu, quantity);
        case memory_column: return environment(tr("Change the memory request"), &Environment::memory, quantity);
        default: return false;
    }
}

void TaskTableModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!rows_.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

}  // namespace weft::ui
