// The outline: the same tasks as a list, for long flows and for those who do not use a mouse. Shares the document's selection.
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QTreeView>
#include <algorithm>
#include <utility>
#include <vector>
#include <QVBoxLayout>

#include "core/model/edit_notes.h"
#include "ui/base/theme.h"
#include "ui/canvas/outline_model.h"
#include "ui/canvas/panels.h"
#include "ui/document/flow_document.h"
#include "ui/document/in_turn.h"
#include "ui/document/note_choice.h"

namespace weft::ui {
namespace {

// Rounded rows as on the canvas; a handler without a state shows as a small tag.
class RowPainter : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {80, 24}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Theme& theme = Theme::instance();
        const Colours& c = theme.colours();
        const bool selected = option.state & QStyle::State_Selected, focused = option.state & QStyle::State_HasFocus;
        const bool note = index.data(OutlineModel::note_role).toInt() >= 0;
        const bool heading = index.data(OutlineModel::task_role).toUInt() == 0 && !note;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected || (option.state & QStyle::State_MouseOver && !heading)) {
            QRectF row = option.rect;
            row.setLeft(8);
            row.setRight(option.widget->width() - 8);
            painter->setPen(selected && focused ? QPen(c.accent, 1.6) : QPen(Qt::NoPen));
            painter->setBrush(selected ? c.accent_bg : c.panel2);
            painter->drawRoundedRect(row.adjusted(0.8, 0.8, -0.8, -0.8), 6, 6);
        }
        QRectF text = option.rect.adjusted(18, 0, -12, 0);
        const QVariant icon = index.data(Qt::DecorationRole);
        if (icon.isValid()) {
            icon.value<QIcon>().paint(painter, QRect(int(text.left()), option.rect.center().y() - 7, 16, 16));
            text.setLeft(text.left() + 22);
        } else if (!heading) {
            const QPointF at(text.left() + 8, option.rect.center().y() + 0.5);
            painter->setPen(QPen(c.wait, 1.3));
            painter->setBrush(Qt::NoBrush);
            if (note) {
                painter->drawRect(QRectF(at.x() - 5, at.y() - 5, 10, 10));
                painter->drawLine(at + QPointF(-2.5, -1), at + QPointF(2.5, -1));
                painter->drawLine(at + QPointF(-2.5, 2), at + QPointF(1, 2));
            } else if (index.data(OutlineModel::handler_role).toBool()) {
                painter->drawPolygon(QPolygonF({at + QPointF(-5, -4), at + QPointF(2, -4), at + QPointF(6, 0), at + QPointF(2, 4), at + QPointF(-5, 4)}));
            } else {
                painter->drawRoundedRect(QRectF(at.x() - 5, at.y() - 3.5, 10, 7), 2, 2);
            }
            text.setLeft(text.left() + 22);
        }
        painter->setFont(theme.font(heading ? 11.5 : 12, selected ? 500 : 400));
        painter->setPen(heading ? c.muted : c.text);
        painter->drawText(text, Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, int(text.width())));
        painter->restore();
    }
};

// Rows are painted by RowPainter alone: the style would lay its own square selection under them.
class OutlineView : public QTreeView {
  public:
    using QTreeView::QTreeView;
  protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem row = option;
        row.rect = visualRect(index);
        row.widget = viewport();
        row.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        row.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
        row.state.setFlag(QStyle::State_MouseOver, viewport()->underMouse() && indexAt(viewport()->mapFromGlobal(QCursor::pos())) == index);
        itemDelegateForIndex(index)->paint(painter, row, index);
    }
};

// Neighbours as one range: "select all" is a handful of ranges instead of ten thousand.
QItemSelection runs_of(std::vector<QModelIndex> rows) {
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) { return std::pair(a.parent(), a.row()) < std::pair(b.parent(), b.row()); });
    QItemSelection chosen;
    for (std::size_t first = 0, end; first < rows.size(); first = end) {
        end = first + 1;
        while (end < rows.size() && rows[end].parent() == rows[first].parent() && rows[end].row() == rows[end - 1].row() + 1) ++end;
        chosen.append(QItemSelectionRange(rows[first], rows[end - 1]));
    }
    return chosen;
}

}  // namespace

namespace {
constexpr int large_outline = 1000;   // rows
}

struct OutlinePanel::Private {
    QTreeView* view = nullptr;
    OutlineModel* model = nullptr;
    QPointer<FlowDocument> document;
    bool following = false;   // our own selection comes back as news
    QTimer later;

    void show_flow() {
        model->show(document ? document->flow() : nullptr);
        view->expandToDepth(1);
        show_run();
        show_selection();
    }
    void show_run() { model->show_run(document ? document->shown_run() : nullptr); }
    void show_selection() {
        if (!document) return;
        following = true;
        QModelIndex last;
        std::vector<QModelIndex> rows;
        rows.reserve(document->selection().size());
        for (const TaskId id : document->selection())
            if (const QModelIndex row = model->index_of(id); row.isValid()) rows.push_back(last = row);
        if (const QModelIndex note = model->index_of_note(NoteChoice::of(*document).note()); rows.empty() && note.isValid()) rows.push_back(last = note);
        const QItemSelection chosen = runs_of(rows);
        view->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
        if (last.isValid()) {
            view->selectionModel()->setCurrentIndex(last, QItemSelectionModel::NoUpdate);
            view->scrollTo(last);
        }
        following = false;
    }
    void select_from_view() {
        if (following || !document) return;
        std::vector<TaskId> ids;
        const QModelIndexList chosen = view->selectionModel()->selectedIndexes();
        if (const int note = chosen.size() == 1 ? chosen.front().data(OutlineModel::note_role).toInt() : -1; note >= 0) {
            if (std::size_t(note) >= document->flow()->notes.size()) return;
            document->open_scope(edit::body_of_home(*document->flow(), document->flow()->notes[std::size_t(note)].in));
            return NoteChoice::of(*document).choose(note);
        }
        for (const QModelIndex& index : chosen) {
            if (const TaskId id = index.data(OutlineModel::task_role).toUInt()) ids.push_back(id);
        }
        if (ids == document->selection()) return;
        if (!ids.empty()) document->open_scope(edit::drawn_in(*document->flow(), ids.back()));
        document->select(std::move(ids));
    }
};

OutlinePanel::OutlinePanel(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>()) {
    setObjectName("outline");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 8);
    column->setSpacing(4);
    auto* title = new QLabel(tr("Outline"), this);
    title->setObjectName("outlineTitle");
    title->setProperty("look", "section");
    title->setContentsMargins(18, 4, 0, 2);
    column->addWidget(title);
    d->model = new OutlineModel(this);
    d->view = new OutlineView(this);
    d->view->setObjectName("outlineTree");
    d->view->setTabKeyNavigation(false);   // Tab goes on to the next part of the window
    d->view->setAccessibleName(tr("Outline"));
    d->view->setModel(d->model);
    d->view->setItemDelegate(new RowPainter(d->view));
    d->view->setHeaderHidden(true);
    d->view->setRootIsDecorated(false);
    d->view->setIndentation(16);
    d->view->setUniformRowHeights(true);
    d->view->setMouseTracking(true);
    d->view->setFrameShape(QFrame::NoFrame);
    d->view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    d->view->setTextElideMode(Qt::ElideRight);
    column->addWidget(d->view);
    connect(d->view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { d->select_from_view(); });
    d->later.setSingleShot(true);
    connect(&d->later, &QTimer::timeout, this, [this] { d->show_flow(); });
    connect(&Theme::instance(), &Theme::changed, d->view->viewport(), qOverload<>(&QWidget::update));
}

OutlinePanel::~OutlinePanel() = default;

void OutlinePanel::show_document(FlowDocument* document) {
    if (d->document == document) return;
    if (d->document) {
        d->document->disconnect(this);
        NoteChoice::of(*d->document).disconnect(this);
    }
    d->document = document;
    if (document) {
        connect(document, &FlowDocument::changed, this, [this] {
            if (d->model->rowCount() > large_outline) d->later.start(0);   // not in the same breath as the edit
            else d->show_flow();
        });
        connect(document, &FlowDocument::run_changed, this, [this] { d->show_run(); });
        connect(document, &FlowDocument::selection_changed, this, in_turn(document, this, [this] { d->show_selection(); }));
        connect(&NoteChoice::of(*document), &NoteChoice::changed, this, [this] { d->show_selection(); });
    }
    d->show_flow();
}

void OutlinePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    findChild<QLabel*>("outlineTitle")->setText(tr("Outline"));
    d->view->setAccessibleName(tr("Outline"));
    d->view->viewport()->update();
}

}  // namespace weft::ui
