// What helps while drawing: where values come from, the library, the tour.
#include <QCursor>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QVBoxLayout>
#include <cmath>

#include "core/model/edit_paste.h"
#include "core/model/lineage.h"
#include "ui/bridge/background.h"
#include "ui/bridge/lineage_text.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/lineage_view.h"
#include "ui/canvas/panels.h"
#include "ui/document/flow_document.h"
#include "ui/library/catalogue.h"
#include "ui/library/library_dialog.h"
#include "ui/problems/problems_model.h"
#include "ui/problems/problems_panel.h"
#include "ui/shell/document_page.h"
#include "ui/shell/first_steps.h"
#include "ui/shell/first_steps_tour.h"
#include "ui/shell/flow_thumbnail.h"
#include "ui/shell/main_window_private.h"

namespace weft::ui {

void MainWindow::handle_tool_actions() {
    d->actions->handle("view.lineage", [this] { ask_lineage(); });
    d->actions->handle("file.library", [this] { open_library(); });
    d->actions->handle("help.tour", [this] { start_tour(); });
    connect(d->control, &RunControl::ended, this, [this](FlowDocument* document) { if (d->tour) d->tour->run_ended(document); });
    connect(this, &MainWindow::exported, this, [this] { if (d->tour) d->tour->exported(document()); });
}

namespace {

std::vector<ValuePlace> places_asked_for(const Flow& flow, const std::vector<TaskId>& chosen) {
    constexpr std::size_t most_places = 400;   // the way of more is not read
    std::vector<ValuePlace> about;
    for (const TaskId id : chosen) {
        for (const ValuePlace& place : places_of_task(flow, id)) about.push_back(place);
        if (about.size() >= most_places) break;
    }
    if (chosen.empty())
        for (const Parameter& parameter : flow.parameters) about.push_back({ValuePlace::Kind::flow_parameter, 0, parameter.name});
    return about;
}

}  // namespace

// The way of everything the selected task is given and gives; without a task, of the flow's parameters. Asked again it goes.
void MainWindow::ask_lineage() {
    if (!document()) return;
    if (d->lineage) {
        delete d->lineage;
        return;
    }
    const FlowPtr flow = document()->flow();
    const std::vector<TaskId> chosen = document()->selection();
    const auto show = [this, none = chosen.empty()](std::vector<ValuePlace> about) {
        if (about.empty()) show_notice(none ? tr("select a task to see where its values come from") : tr("this task is given no value and gives none"));
        else show_lineage(std::move(about));
    };
    if (traced_at_once(*flow)) return show(places_asked_for(*flow, chosen));
    in_background(this, [flow, chosen] { return places_asked_for(*flow, chosen); }, [this, show, flow, chosen](std::vector<ValuePlace> about) {
        if (document() && document()->flow() == flow && document()->selection() == chosen && !d->lineage) show(std::move(about));
    });
}

void MainWindow::show_lineage(std::vector<ValuePlace> about) {
    if (!canvas()) return;
    delete d->lineage;
    d->lineage = new LineageView(*canvas(), std::move(about));
    connect(d->lineage, &LineageView::left, this, [this, view = d->lineage] {
        if (view) view->deleteLater();
        if (d->lineage == view) d->lineage = nullptr;
        if (canvas()) canvas()->setFocus(Qt::OtherFocusReason);
    });
}

// --- the library ------------------------------------------------------------------------------------------------------------------------

namespace {

// The corner of what is put where the mouse is; none when it is elsewhere: then the layout finds a place.
std::optional<Point> corner_at_cursor(const Canvas& canvas) {
    const QPoint at = canvas.viewport()->mapFromGlobal(QCursor::pos());
    if (!canvas.viewport()->rect().contains(at) || !canvas.viewport()->isVisible()) return std::nullopt;
    const QPointF scene = canvas.visible_scene().topLeft() + QPointF(at) / canvas.zoom();
    return Point{std::max(12.0, std::round(scene.x() / 4) * 4), std::max(40.0, std::round(scene.y() / 4) * 4)};
}

QString entry_title(const QString& file) {
    for (const LibraryEntry& entry : library())
        if (file == QLatin1String(entry.file)) return library_text(entry.title);
    return QFileInfo(file).fileName().section(u'.', 0, 0);
}

}  // namespace

void MainWindow::open_library() {
    if (d->library) {
        d->library->raise();
        return;
    }
    const std::optional<Point> at = canvas() ? corner_at_cursor(*canvas()) : std::nullopt;
    d->library = new LibraryDialog(flow_thumbnail, document() && document()->can_draw(), this);
    d->library->setAttribute(Qt::WA_DeleteOnClose);
    connect(d->library, &LibraryDialog::insert_asked, this, [this, at](const QString& file) {
        d->library->close();
        insert_file(file, at);
        activateWindow();
        if (canvas()) canvas()->setFocus(Qt::OtherFocusReason);
    });
    connect(d->library, &LibraryDialog::open_asked, this, [this](const QString& file) {
        d->library->close();
        open_example(file);
    });
    d->library->open();
}

// Its tasks beside those that are there, in the body that is shown, with what they inherit; names that are taken are numbered.
void MainWindow::insert_file(const QString& name, std::optional<Point> at) {
    QFile file(name);
    if (!document() || !file.open(QIODevice::ReadOnly)) return;
    const Result<DocumentPtr> opened = open_text(file.readAll().toStdString());
    if (!opened) return;
    Flow clip = *(*opened)->flow;
    if (at) clip.placements = laid_out_placements(clip);
    std::vector<TaskId> made;
    const BodyRef scope = document()->scope();
    if (document()->commit(tr("Insert %1").arg(entry_title(name)), [&](const Flow& flow) { return edit::insert_flow(flow, scope, clip, at, &made); })) document()->select(made);
}

void MainWindow::insert_example(const QString& name) { insert_file(name, std::nullopt); }

// --- the tour ---------------------------------------------------------------------------------------------------------------------------

void MainWindow::start_tour() {
    if (d->tour) emit d->tour->ended();
    open_example(QStringLiteral(":/examples/hello.weft.yaml"));
    if (!page()) return;
    page()->hide_first_steps();
    FlowDocument* shown = document();
    const auto part = [this](QWidget* widget) {
        return widget && widget->isVisible() ? QRect(widget->mapTo(this, QPoint()), widget->size()) : QRect();
    };
    const auto where = [this, shown, part](Tour::Step step, TaskId added) -> std::vector<QRect> {
        if (document() != shown) return {};
        const auto on_canvas = [this](QRect rect) { return QRect(canvas()->viewport()->mapTo(this, rect.topLeft()), rect.size()); };
        switch (step) {
            case Tour::Step::add: return {part(d->palette->findChild<QWidget*>(QStringLiteral("add-script")))};
            case Tour::Step::connect: {
                if (!find_task(*shown->flow(), added)) return {};
                const QPoint port = canvas()->port_point(added, false);
                return {on_canvas(QRect(port - QPoint(7, 7), QSize(14, 14)))};
            }
            case Tour::Step::handler: return {part(d->palette->findChild<QWidget*>(QStringLiteral("add-handler")))};
            case Tour::Step::mend:
                for (int row = 0; row < d->problems->model().rowCount({}); ++row)
                    if (const QRect fix = d->problems->fix_rect(row); fix.isValid() && d->problems->isVisible())
                        return {QRect(d->problems->list()->viewport()->mapTo(this, fix.topLeft()), fix.size())};
                return {};
            case Tour::Step::run: return {part(d->top->run_button())};
            case Tour::Step::export_flow: return {QRect(menuBar()->mapTo(this, menuBar()->actionGeometry(menuBar()->actions().front()).topLeft()), menuBar()->actionGeometry(menuBar()->actions().front()).size())};
            case Tour::Step::done: break;
        }
        return {};
    };
    auto* row = new QWidget;
    row->setObjectName(QStringLiteral("tour-row"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(14, 10, 14, 10);
    d->tour = new Tour(*shown, where, this);
    layout->addWidget(d->tour);
    static_cast<QVBoxLayout*>(centralWidget()->layout())->insertWidget(2, row);   // under the bar and its line
    row->show();
    connect(&page()->canvas(), &Canvas::view_changed, d->tour, &Tour::place_ring, Qt::QueuedConnection);
    connect(d->pages, &QTabWidget::currentChanged, d->tour, &Tour::place_ring, Qt::QueuedConnection);
    connect(d->tour, &Tour::entered, this, [this](Tour::Step step) {
        if (step == Tour::Step::mend) show_panel(QStringLiteral("problems"));
    });
    connect(d->tour, &Tour::ended, row, [this, row] {
        row->hide();
        if (d->tour) {
            d->tour->ring()->hide();
            d->tour->blockSignals(true);   // over: its document may go before it does
        }
        d->tour = nullptr;
        row->deleteLater();
        if (canvas()) canvas()->setFocus(Qt::OtherFocusReason);
    });
    page()->canvas().setFocus(Qt::OtherFocusReason);
}

}  // namespace weft::ui
