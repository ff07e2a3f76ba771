#include "ui/problems/problem_delegate.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/base/state_glyph.h"
#include "ui/base/theme.h"
#include "ui/problems/problems_model.h"

namespace weft::ui {

namespace {

constexpr int left = 41, right = 16, button_height = 25, button_pad = 14;
constexpr std::size_t most_buttons = 2;   // further fixes would push the sentence away

QString details_behind_rule(const QModelIndex& index) {
    QString text;
    if (const QString task = index.data(ProblemsModel::task_role).toString(); !task.isEmpty()) text += QStringLiteral("  ·  ") + task;
    if (const int line = index.data(ProblemsModel::line_role).toInt(); line > 0) text += QStringLiteral("  ·  ") + QCoreApplication::translate("ProblemDelegate", "line %1").arg(line);
    return text;
}

int rule_width(const QModelIndex& index) {
    return QFontMetrics(Theme::instance().mono(10.5)).horizontalAdvance(index.data(ProblemsModel::rule_role).toString());
}

}  // namespace

ProblemDelegate::Places ProblemDelegate::places(const QRect& row, const QModelIndex& index) {
    Places places;
    const QFontMetrics metrics(Theme::instance().font(11.5, 600));
    int end = row.right() - right;
    const QStringList fixes = index.data(ProblemsModel::fixes_role).toStringList();
    for (std::size_t i = 0; i < std::min(most_buttons, std::size_t(fixes.size())); ++i) {
        const int width = std::min(metrics.horizontalAdvance(fixes[qsizetype(i)]) + 2 * button_pad, row.width() / 3);
        places.fixes.push_back(QRect(end - width, row.top() + (row.height() - button_height) / 2, width, button_height));
        end -= width + 8;
    }
    places.sentence = QRect(row.left() + left, row.top() + 8, end - row.left() - left - 8, 18);
    places.details = places.sentence.translated(0, 20);
    return places;
}

void ProblemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Colours& c = Theme::instance().colours();
    const Places at = places(option.rect, index);
    const bool chosen = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (chosen || option.state & QStyle::State_MouseOver) painter->fillRect(option.rect, c.panel2);
    if (chosen) painter->fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height()), c.accent);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
    const auto severity = static_cast<lint::Severity>(index.data(ProblemsModel::severity_role).toInt());
    const Glyph glyph = severity == lint::Severity::error ? Glyph::failed : severity == lint::Severity::warning ? Glyph::warning : Glyph::info;
    paint_glyph(*painter, QPointF(option.rect.left() + 23, at.sentence.center().y() + 1), glyph);

    const QFont sentence = Theme::instance().font(12), small = Theme::instance().font(10.5), mono = Theme::instance().mono(10.5), bold = Theme::instance().font(11.5, 600);
    painter->setFont(sentence);
    painter->setPen(c.text);
    painter->drawText(at.sentence, Qt::AlignVCenter | Qt::TextSingleLine, QFontMetrics(sentence).elidedText(index.data().toString(), Qt::ElideRight, at.sentence.width()));
    painter->setFont(mono);
    painter->setPen(c.faint);
    const QString rule = index.data(ProblemsModel::rule_role).toString();
    painter->drawText(at.details, Qt::AlignVCenter | Qt::TextSingleLine, rule);
    painter->setFont(small);
    painter->drawText(at.details.adjusted(rule_width(index), 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, details_behind_rule(index));

    const QStringList fixes = index.data(ProblemsModel::fixes_role).toStringList();
    for (std::size_t i = 0; i < at.fixes.size(); ++i) {
        painter->setPen(chosen && i == 0 && option.state & QStyle::State_HasFocus ? QPen(c.accent, 1) : QPen(Qt::NoPen));
        painter->setBrush(c.accent_bg);
        painter->drawRoundedRect(at.fixes[i], 6, 6);
        painter->setFont(bold);
        painter->setPen(c.accent);
        painter->drawText(at.fixes[i], Qt::AlignCenter | Qt::TextSingleLine,
                          QFontMetrics(bold).elidedText(fixes[qsizetype(i)], Qt::ElideRight, at.fixes[i].width() - button_pad));
    }
    painter->restore();
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {300, 52}; }

bool ProblemDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() != QEvent::MouseButtonRelease) return QStyledItemDelegate::editorEvent(event, model, option, index);
    const QPoint point = static_cast<QMouseEvent*>(event)->position().toPoint();
    const Places at = places(option.rect, index);
    for (std::size_t i = 0; i < at.fixes.size(); ++i)
        if (at.fixes[i].contains(point)) {
            emit fix_clicked(index.row(), int(i));
            return true;
        }
    QRect rule = at.details;
    rule.setWidth(rule_width(index));
    if (rule.contains(point)) emit rule_clicked(index.data(ProblemsModel::rule_role).toString());
    return false;
}

bool ProblemDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip || !index.isValid()) return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data().toString();
    if (const QString why = index.data(ProblemsModel::why_role).toString(); !why.isEmpty()) text += QStringLiteral("\n\n") + why;
    QToolTip::showText(event->globalPos(), QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped().replace(u'\n', QLatin1String("<br>"))), view);
    return true;
}

}  // namespace weft::ui
