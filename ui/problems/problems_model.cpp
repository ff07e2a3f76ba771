#include "ui/problems/problems_model.h"

#include <algorithm>

#include "ui/bridge/text.h"

namespace weft::ui {

namespace {

int rank(lint::Severity severity) { return int(severity); }

QString sentence(const lint::Finding& finding) { return translated(finding.what); }

QStringList titles(const lint::Finding& finding) {
    QStringList out;
    for (const lint::Fix& fix : finding.fixes) out << translated(fix.title);
    return out;
}

bool same_row(const lint::Finding& a, const lint::Finding& b) {
    return a.rule == b.rule && a.severity == b.severity && a.what == b.what && a.task == b.task && a.field == b.field && a.where == b.where && a.span == b.span &&
           a.fixes.size() == b.fixes.size();
}

}  // namespace

void ProblemsModel::show(std::vector<lint::Finding> findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const lint::Finding& a, const lint::Finding& b) { return rank(a.severity) < rank(b.severity); });
    errors_ = int(std::count_if(findings.begin(), findings.end(), [](const lint::Finding& f) { return f.severity == lint::Severity::error; }));
    warnings_ = int(std::count_if(findings.begin(), findings.end(), [](const lint::Finding& f) { return f.severity == lint::Severity::warning; }));
    const std::size_t kept = std::min(findings.size(), findings_.size());
    std::size_t same = 0;
    while (same < kept && same_row(findings[same], findings_[same])) ++same;
    // Equal rows at the front stay (selection and scroll position with them); fixes are taken anew, for they hold the newer snapshot.
    if (same < findings_.size()) {
        beginRemoveRows({}, int(same), int(findings_.size()) - 1);
        findings_.resize(same);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < same; ++i) {
        const bool other_words = findings_[i].why != findings[i].why || titles(findings_[i]) != titles(findings[i]);
        findings_[i] = findings[i];
        if (other_words) emit dataChanged(index(int(i)), index(int(i)));
    }
    if (same < findings.size()) {
        beginInsertRows({}, int(same), int(findings.size()) - 1);
        findings_.insert(findings_.end(), std::make_move_iterator(findings.begin() + std::ptrdiff_t(same)), std::make_move_iterator(findings.end()));
        endInsertRows();
    }
}

const lint::Finding* ProblemsModel::at(int row) const { return row >= 0 && row < int(findings_.size()) ? &findings_[std::size_t(row)] : nullptr; }

int ProblemsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(findings_.size()); }

QVariant ProblemsModel::data(const QModelIndex& index, int role) const {
    const lint::Finding* finding = index.isValid() && index.model() == this ? at(index.row()) : nullptr;
    if (!finding) return {};
    switch (role) {
        case Qt::DisplayRole: return sentence(*finding);
        case Qt::AccessibleTextRole: return tr("%1; rule %2").arg(sentence(*finding), qs(finding->rule));
        case rule_role: return qs(finding->rule);
        case severity_role: return int(finding->severity);
        case task_role: return qs(finding->task_name);
        case line_role: return finding->where.line;
        case fixes_role: return titles(*finding);
        case why_role: return translated(finding->why);
        default: return {};
    }
}

void ProblemsModel::retranslate() {
    if (!findings_.empty()) emit dataChanged(index(0), index(int(findings_.size()) - 1));
}

}  // namespace weft::ui
