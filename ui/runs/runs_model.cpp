#include "ui/runs/runs_model.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>

#include "ui/base/state_glyph.h"
#include "ui/bridge/run_bridge.h"
#include "ui/bridge/text.h"
#include "ui/runs/run_text.h"

namespace weft::ui {

namespace {

QString started_text(qint64 created_ms) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(created_ms);
    const bool today = time.date() == QDate::currentDate();
    return today ? QLocale().toString(time.time(), QStringLiteral("HH:mm:ss")) : QLocale().toString(time, QLocale::ShortFormat);
}

// The flow's name, and the file's where that says more.
QString flow_text(const run::RunRecord& record) {
    const QString file = QFileInfo(qs(record.file)).fileName();
    const QString name = qs(record.flow);
    return file.isEmpty() || file.section(u'.', 0, 0) == name ? name : QStringLiteral("%1 (%2)").arg(name, file);
}

}  // namespace

RunsModel::RunsModel(RunBridge& bridge, QObject* parent) : QAbstractTableModel(parent), bridge_(bridge) {
    clock_.setInterval(1000);
    connect(&clock_, &QTimer::timeout, this, [this] {
        for (const QString& run : rows_)
            if (const RunView* view = bridge_.find(run); view && outcome_of(*view) == run::Outcome::running) touch(run);
        if (!bridge_.working()) clock_.stop();
    });
    connect(&bridge, &RunBridge::runs_changed, this, &RunsModel::sync);
    connect(&bridge, &RunBridge::run_changed, this, &RunsModel::touch);
    sync();
}

void RunsModel::sync() {
    const std::vector<QString>& wanted = bridge_.runs();
    // Runs only appear; they stand newest first, so nearly always at the front. Anything else shows the list anew.
    const std::size_t grown = wanted.size() >= rows_.size() ? wanted.size() - rows_.size() : 0;
    const bool at_front = wanted.size() >= rows_.size() && std::equal(rows_.begin(), rows_.end(), wanted.begin() + std::ptrdiff_t(grown));
    if (at_front && grown > 0) {
        beginInsertRows({}, 0, int(grown) - 1);
        rows_ = wanted;
        endInsertRows();
    } else if (!at_front) {
        beginResetModel();
        rows_ = wanted;
        endResetModel();
    }
    if (bridge_.working() && !clock_.isActive()) clock_.start();
}

void RunsModel::touch(const QString& run) {
    const int row = row_of(run);
    if (row >= 0) emit dataChanged(index(row, 0), index(row, column_count - 1));
    if (bridge_.working() && !clock_.isActive()) clock_.start();
}

QString RunsModel::run_at(int row) const { return row >= 0 && row < int(rows_.size()) ? rows_[std::size_t(row)] : QString(); }

int RunsModel::row_of(const QString& run) const {
    const auto found = std::find(rows_.begin(), rows_.end(), run);
    return found == rows_.end() ? -1 : int(found - rows_.begin());
}

int RunsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(rows_.size()); }
int RunsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

QVariant RunsModel::text(const RunView& view, int column) const {
    switch (column) {
        case state_column: return word_of(outcome_of(view));
        case flow_column: return view.record.number ? tr("%1, run %2").arg(flow_text(view.record)).arg(view.record.number) : flow_text(view.record);
        case progress_column: {
            const Progress progress = progress_of(view);
            return progress.total ? QStringLiteral("%1/%2").arg(progress.done).arg(progress.total) : QString();
        }
        case duration_column: {
            if (!view.record.created_ms) return {};
            const bool running = outcome_of(view) == run::Outcome::running || outcome_of(view) == run::Outcome::pending;
            const qint64 end = view.record.ended_ms ? view.record.ended_ms : running ? QDateTime::currentMSecsSinceEpoch() : 0;
            return end ? duration_text(end - view.record.created_ms) : QString();
        }
        case started_column: return view.record.created_ms ? started_text(view.record.created_ms) : QString();
        case verdict_column: return sentence_of(view);
        default: return {};
    }
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    const RunView* view = index.isValid() && index.model() == this ? bridge_.find(run_at(index.row())) : nullptr;
    if (!view) return {};
    if (role == Qt::DisplayRole) return text(*view, index.column());
    if (role == Qt::DecorationRole && index.column() == state_column) return glyph_icon(glyph_of(outcome_of(*view)));
    if (role == Qt::ToolTipRole && index.column() == verdict_column) return sentence_of(*view).toHtmlEscaped();
    if (role == Qt::ToolTipRole && index.column() == flow_column) return qs(view->record.file).toHtmlEscaped();
    if (role == run_role) return run_at(index.row());
    if (role == outcome_role) return int(outcome_of(*view));
    return {};
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case state_column: return tr("State");
        case flow_column: return tr("Flow and run");
        case progress_column: return tr("Tasks");
        case duration_column: return tr("Time");
        case started_column: return tr("Started");
        case verdict_column: return tr("Verdict");
        default: return {};
    }
}

void RunsModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, column_count - 1);
    if (!rows_.empty()) emit dataChanged(index(0, 0), index(int(rows_.size()) - 1, column_count - 1));
}

}  // namespace weft::ui
