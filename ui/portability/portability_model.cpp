#include "ui/portability/portability_model.h"

#include <QBrush>

#include "ui/base/theme.h"
#include "ui/bridge/text.h"

namespace weft::ui {
namespace {

constexpr std::size_t most_remarks = 500;   // of one row; the sum stands beside the engine's name

// A sign and a word: never colour alone.
QString fit_sign(Fit fit) { return fit == Fit::fits ? QStringLiteral("✓") : fit == Fit::lowered ? QStringLiteral("≈") : QStringLiteral("✕"); }

QString fit_word(Fit fit) {
    switch (fit) {
        case Fit::fits: return PortabilityModel::tr("fits");
        case Fit::lowered: return PortabilityModel::tr("fits with a change");
        case Fit::refused: return PortabilityModel::tr("refused");
    }
    return {};
}

QColor fit_colour(Fit fit) {
    const Colours& colours = Theme::instance().colours();
    return fit == Fit::fits ? colours.ok : fit == Fit::lowered ? colours.warn : colours.fail;
}

// "tasks.train" -> "train", "handlers.bye.handlers.x" -> "bye / x"
QString path_text(const std::string& path) {
    QStringList out;
    const QStringList parts = qs(path).split(u'.');
    for (const QString& part : parts)
        if (part != QLatin1String("tasks") && part != QLatin1String("handlers") && part != QLatin1String("definitions")) out << part;
    return out.join(QStringLiteral(" / "));
}

}  // namespace

QString remark_sentences(const Portability& found, Fit fit) {
    QStringList lines;
    for (const Remark& remark : found.remarks) {
        if (remark.fit != fit) continue;
        const QString what = remark.feature == Feature::count_ ? translated(remark.what) : translated(feature_title(remark.feature)) + QStringLiteral(": ") + translated(remark.what);
        const QString line = (remark.path.empty() ? QString() : path_text(remark.path) + QStringLiteral(": ")) + what + (remark.advice.empty() ? QString() : QStringLiteral(" – ") + translated(remark.advice));
        if (!lines.contains(line)) lines << line;
    }
    const qsizetype most = 20, more = lines.size() - most;
    if (more > 0) lines = lines.mid(0, most) << PortabilityModel::tr("… and %n more", nullptr, int(more));
    return lines.join(u'\n');
}

std::vector<PortabilityRow> portability_rows(const Flow& flow, const std::map<std::string, std::string>& images) {
    std::vector<PortabilityRow> rows;
    for (const Target* target : targets()) {
        std::vector<std::string> versions = target->versions;
        if (target->id == "local" || versions.empty()) versions.assign(1, versions.empty() ? std::string() : versions.front());
        for (const std::string& version : versions) {
            const auto image = images.find(target->id);
            rows.push_back({target, version, portability(flow, *target, {version, image == images.end() ? std::string() : image->second})});
        }
    }
    return rows;
}

void PortabilityModel::show(std::vector<PortabilityRow> rows) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

void PortabilityModel::retranslate() {
    if (rows_.empty()) return;
    emit dataChanged(index(0, 0), index(int(rows_.size()) - 1, 1));
    emit headerDataChanged(Qt::Horizontal, 0, 1);
}

QModelIndex PortabilityModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex PortabilityModel::parent(const QModelIndex& child) const {
    return child.isValid() && child.internalId() ? createIndex(int(child.internalId()) - 1, 0, quintptr(0)) : QModelIndex();
}

int PortabilityModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return int(rows_.size());
    if (parent.internalId() || parent.column() > 0) return 0;
    return int(std::min(rows_[std::size_t(parent.row())].found.remarks.size(), most_remarks));
}

QVariant PortabilityModel::remark_data(const Remark& remark, int column, int role) const {
    if (role == task_role) return remark.task;
    if (role == fit_role) return int(remark.fit);
    const QString what = remark.feature == Feature::count_ ? translated(remark.what) : translated(feature_title(remark.feature)) + QStringLiteral(": ") + translated(remark.what);
    const QString advice = remark.advice.empty() ? QString() : QStringLiteral("  ") + translated(remark.advice);
    if (role == Qt::ToolTipRole) return QString(what + advice).toHtmlEscaped();
    if (role == Qt::ForegroundRole) return column == 0 ? QBrush(fit_colour(remark.fit)) : QVariant();
    if (role != Qt::DisplayRole) return {};
    if (column == 0) return fit_sign(remark.fit) + QStringLiteral("  ") + (remark.path.empty() ? tr("the flow") : path_text(remark.path));
    return what + advice;
}

QVariant PortabilityModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (index.internalId()) return remark_data(rows_[index.internalId() - 1].found.remarks[std::size_t(index.row())], index.column(), role);
    const PortabilityRow& row = rows_[std::size_t(index.row())];
    if (role == fit_role) return int(row.found.fit);
    if (role == Qt::ForegroundRole) return index.column() == 1 ? QBrush(fit_colour(row.found.fit)) : QVariant();
    if (role == Qt::ToolTipRole) return index.column() == 1 ? QVariant(data(index, Qt::DisplayRole).toString().toHtmlEscaped()) : QVariant();
    if (role != Qt::DisplayRole) return {};
    if (index.column() == 0) return row.target->id == "local" ? tr("This computer") : qs(row.target->title) + u' ' + qs(row.version);
    const int more = int(row.found.remarks.size()) - 1;
    const QString word = fit_sign(row.found.fit) + QStringLiteral("  ") + fit_word(row.found.fit);
    if (more < 0) return word;
    const Remark& first = row.found.remarks.front();   // the worst stands first
    const QString reason = (first.path.empty() ? QString() : path_text(first.path) + QStringLiteral(": ")) + remark_data(first, 1, Qt::DisplayRole).toString();
    return word + QStringLiteral("  ·  ") + reason + (more ? QStringLiteral("  ") + tr("(and %n more)", nullptr, more) : QString());
}

QVariant PortabilityModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == 0 ? tr("Engine") : tr("The open flow there");
}

}  // namespace weft::ui
