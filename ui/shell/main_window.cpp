// The window's frame: what stands where, and how the panels follow the current document.
#include "ui/shell/main_window.h"

#include <algorithm>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QScrollArea>
#include <QSettings>
#include <QStatusBar>
#include <QUuid>
#include <QVBoxLayout>

#include "core/targets/target.h"
#include "ui/base/state_glyph.h"
#include "ui/base/widgets.h"
#include "ui/bridge/folder_bridge.h"
#include "ui/bridge/lint_bridge.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/lineage_view.h"
#include "ui/canvas/panels.h"
#include "ui/document/flow_document.h"
#include "ui/document/in_turn.h"
#include "ui/document/journal.h"
#include "ui/environment/environment_panel.h"
#include "ui/inspector/inspector.h"
#include "ui/portability/portability_panel.h"
#include "ui/problems/problems_panel.h"
#include "ui/runs/log_panel.h"
#include "ui/runs/runs_panel.h"
#include "ui/shell/document_page.h"
#include "ui/shell/find_task.h"
#include "ui/shell/first_steps.h"
#include "ui/shell/first_steps_tour.h"
#include "ui/shell/help_viewer.h"
#include "ui/shell/main_window_private.h"
#include "ui/shell/open_strip.h"
#include "ui/shell/page_head.h"
#include "ui/shell/target_chooser.h"
#include "ui/shell/usages_panel.h"
#include "ui/compare/compare_panel.h"
#include "ui/source/source_panel.h"
#include "ui/tasks/task_table_panel.h"

namespace weft::ui {

MainWindow::MainWindow(std::unique_ptr<Dialogs> dialogs, QWidget* parent) : QMainWindow(parent), d(std::make_unique<Private>()) {
    setObjectName(QStringLiteral("main-window"));
    setAcceptDrops(true);
    d->settings = load_settings();
    d->dialogs = dialogs ? std::move(dialogs) : std::make_unique<QtDialogs>(this);
    d->bridge = new RunBridge(this);
    d->control = new RunControl(*d->bridge, *d->dialogs, this);
    d->actions = new Actions(this);
    lay_out();
    fill_menus();
    connect_panels();
    connect_runs();
    connect_folder();
    handle_file_actions();
    handle_edit_actions();
    handle_view_actions();
    handle_run_actions();
    handle_help_actions();
    handle_compare_actions();
    handle_tool_actions();
    d->actions->load_shortcuts();
    restore_layout();
    retranslate();
    page_changed();
    d->bridge->start();
}

MainWindow::~MainWindow() {
    disconnect(d->pages, nullptr, this, nullptr);
    delete d->tour;      // they look at a document
    delete d->lineage;
    d->control->disconnect();
    for (QWidget* panel : std::initializer_list<QWidget*>{d->bottom, d->inspector, d->left}) panel->setParent(nullptr), delete panel;   // before the documents they show
}

namespace {

// Wants as much room as its widget, and makes do with less.
class WholeArea : public QScrollArea {
  public:
    QSize sizeHint() const override { return widget() ? widget()->sizeHint() : QScrollArea::sizeHint(); }
};

}  // namespace

void MainWindow::lay_out() {
    d->top = new TopBar;
    d->left = new QWidget;
    d->left->setObjectName(QStringLiteral("left-column"));
    d->palette = new PalettePanel;
    d->outline = new OutlinePanel;
    auto* left = new QVBoxLayout(d->left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(0);
    auto* kinds = new WholeArea;   // in a low window the palette scrolls, the outline keeps some lines
    kinds->setObjectName(QStringLiteral("palette-scroll"));
    kinds->setFrameShape(QFrame::NoFrame);
    kinds->setWidgetResizable(true);
    kinds->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    kinds->setFocusPolicy(Qt::NoFocus);
    kinds->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    kinds->setWidget(d->palette);
    d->outline->setMinimumHeight(120);
    left->addWidget(kinds);
    left->addWidget(d->outline, 1);

    d->pages = new QTabWidget;
    d->pages->setObjectName(QStringLiteral("documents"));
    d->pages->setDocumentMode(true);
    d->pages->setTabsClosable(true);
    d->pages->setMovable(true);
    d->pages->setTabBarAutoHide(true);
    d->pages->setFocusPolicy(Qt::NoFocus);   // its focus is its bar's, and one that hides would hold Tab fast; the bar takes it by itself
    d->bottom = new QTabWidget;
    d->bottom->setObjectName(QStringLiteral("bottom"));
    d->bottom->setDocumentMode(true);
    d->problems = new ProblemsPanel;
    d->source = new SourcePanel;
    d->log = new LogPanel(*d->bridge);
    d->runs = new RunsPanel(*d->bridge);
    d->environment = new EnvironmentPanel;
    d->portability = new PortabilityPanel;
    d->usages = new UsagesPanel;
    d->compare = new ComparePanel;
    d->environment->set_default_images(d->settings.default_images);
    d->portability->set_default_images(d->settings.default_images);
    d->tasks = new TaskTablePanel;
    d->history = new QUndoView;
    d->history->setObjectName(QStringLiteral("history"));
    d->history->setUniformItemSizes(true);
    for (QWidget* panel : std::initializer_list<QWidget*>{d->problems, d->source, d->log, d->runs, d->environment, d->portability, d->tasks, d->history, d->usages, d->compare}) d->bottom->addTab(panel, QString());
    d->inspector = new Inspector;

    d->down = new QSplitter(Qt::Vertical);
    d->down->setObjectName(QStringLiteral("down"));
    d->down->addWidget(d->pages);
    d->down->addWidget(d->bottom);
    d->down->setStretchFactor(0, 1);
    d->across = new QSplitter(Qt::Horizontal);
    d->across->setObjectName(QStringLiteral("across"));
    for (QWidget* part : std::initializer_list<QWidget*>{d->left, d->down, d->inspector}) d->across->addWidget(part);
    d->across->setStretchFactor(1, 1);
    for (QSplitter* splitter : {d->down, d->across}) splitter->setHandleWidth(1);

    auto* all = new QWidget;
    auto* layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(d->top);
    layout->addWidget(hairline());
    d->strip = new OpenStrip;
    layout->addWidget(d->strip);
    layout->addWidget(d->across, 1);
    setCentralWidget(all);

    d->errors = button("status-errors", {}, "quiet");
    d->warnings = button("status-warnings", {}, "quiet");
    d->notice = label("status-notice", {}, "muted");
    d->counts = label("status-counts", {}, "muted");
    for (QPushButton* one : {d->errors, d->warnings}) {
        statusBar()->addWidget(one);
        connect(one, &QPushButton::clicked, this, [this] { show_panel("problems"); });
    }
    statusBar()->addWidget(d->notice, 1);
    statusBar()->addPermanentWidget(d->counts);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(8, 0, 16, 0);
}

// --- pages ---------------------------------------------------------------------------------------------------------------------------

DocumentPage* MainWindow::Private::page_at(int index) const { return static_cast<DocumentPage*>(pages->widget(index)); }

int MainWindow::Private::page_of(const FlowDocument* document) const {
    for (int i = 0; i < pages->count(); ++i)
        if (&page_at(i)->document() == document) return i;
    return -1;
}

DocumentPage* MainWindow::page() const { return d->page_at(d->pages->currentIndex()); }
FlowDocument* MainWindow::document() const { return page() ? &page()->document() : nullptr; }
Canvas* MainWindow::canvas() const { return page() ? &page()->canvas() : nullptr; }
int MainWindow::page_count() const { return d->pages->count(); }
const Settings& MainWindow::settings() const { return d->settings; }
Actions& MainWindow::actions() const { return *d->actions; }
RunBridge& MainWindow::runs() const { return *d->bridge; }
RunControl& MainWindow::run_control() const { return *d->control; }

DocumentPage* MainWindow::add_page(DocumentPtr document, const QString& file, layout::FlowPicture laid_out) {
    auto made = std::make_unique<FlowDocument>(std::move(document), file);
    const QString journals = journal_folder();
    made->keep_journal(file.isEmpty() ? journals + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".journal") : journal_path(journals, file));
    return add_page(std::move(made), std::move(laid_out));
}

DocumentPage* MainWindow::add_page(std::unique_ptr<FlowDocument> document, layout::FlowPicture laid_out) {
    auto* page = new DocumentPage(std::move(document), std::move(laid_out));
    FlowDocument* shown = &page->document();
    page->canvas().apply({d->settings.wheel});
    page->lint().set_options({d->settings.targets, utf8(d->settings.kubernetes), d->settings.advice, d->settings.default_images});
    const auto if_current = [this, page](void (MainWindow::*update)()) {
        return [this, page, update] {
            if (page == this->page()) (this->*update)();
        };
    };
    connect(shown, &FlowDocument::state_changed, this, &MainWindow::update_title);
    connect(shown, &FlowDocument::changed, this, if_current(&MainWindow::update_status));
    connect(shown, &FlowDocument::findings_changed, this, if_current(&MainWindow::update_status));
    connect(shown, &FlowDocument::selection_changed, this, in_turn(shown, page, if_current(&MainWindow::update_actions)));
    connect(shown, &FlowDocument::parse_state_changed, this, if_current(&MainWindow::update_actions));
    connect(shown, &FlowDocument::refused, this, [this](const Message& why) { show_notice(translated(why)); });
    connect(&page->canvas(), &Canvas::notice, this, &MainWindow::show_notice);
    connect(&page->canvas(), &Canvas::context_menu_requested, this, &MainWindow::context_menu);
    connect(&page->canvas(), &Canvas::inspect_requested, this, [this, shown](TaskId id) {
        if (id) shown->select({id});
        d->inspector->focus_form();
    });
    connect(page, &DocumentPage::file_changed_outside, this, [this, page] { reload_page(*page); });
    connect(&page->head(), &PageHead::users_asked, this, [this, shown] {
        shown->select({});
        find_usages();
    });
    connect(&page->head(), &PageHead::flow_chosen, this, [this, shown](int index) {
        shown->show_flow(std::size_t(index), [this](const Result<void>& done) {
            if (!done) show_notice(translated(done.error().message));
        });
    });
    d->pages->addTab(page, shown->title());
    d->pages->setCurrentWidget(page);
    page->canvas().setFocus();
    return page;
}

void MainWindow::page_changed() {
    FlowDocument* shown = document();
    d->outline->show_document(shown);
    d->inspector->show_document(shown);
    d->problems->show_document(shown);
    d->source->show_document(shown);
    d->log->show_document(shown);
    d->environment->show_document(shown);
    d->portability->show_document(shown);
    d->tasks->show_document(shown);
    d->compare->show_document(shown);
    d->history->setStack(shown ? &shown->undo_stack() : nullptr);
    d->top->find()->show_document(shown);
    d->folder->follow(shown ? shown->file() : QString());
    folder_changed();
    if (shown && !d->control->shown(shown).isEmpty()) d->runs->select(d->control->shown(shown));
    update_title();
    update_targets();
    update_status();
    update_actions();
}

void MainWindow::update_title() {
    for (int i = 0; i < d->pages->count(); ++i) {
        const FlowDocument& one = d->page_at(i)->document();
        d->pages->setTabText(i, QString(one.title()).replace(u'&', QLatin1String("&&")) + (one.modified() ? QStringLiteral(" •") : QString()));
        d->pages->setTabToolTip(i, one.file().toHtmlEscaped());
    }
    const FlowDocument* shown = document();
    setWindowTitle(shown ? shown->title() + QStringLiteral("[*] – Weftwork") : QStringLiteral("Weftwork"));
    setWindowModified(shown && shown->modified());
    const bool untitled = shown && shown->file().isEmpty() && !shown->read_only();
    d->top->show_name(!shown ? QString() : untitled ? qs(shown->flow()->name) : shown->title(), untitled ? tr("untitled") : QString());
    update_status();
}

void MainWindow::update_status() {
    const FlowDocument* shown = document();
    const auto count = [shown](lint::Severity severity) {   // from the document: the panel may hear of the news after this
        if (!shown) return 0;
        const std::vector<lint::Finding>& all = shown->findings();
        return int(std::count_if(all.begin(), all.end(), [severity](const lint::Finding& finding) { return finding.severity == severity; }));
    };
    const int errors = count(lint::Severity::error), warnings = count(lint::Severity::warning);
    d->errors->setText(tr("%n error(s)", nullptr, errors));
    d->warnings->setText(tr("%n warning(s)", nullptr, warnings));
    d->errors->setIcon(glyph_icon(errors ? Glyph::failed : Glyph::succeeded, 14));
    d->warnings->setIcon(warnings ? glyph_icon(Glyph::warning, 14) : QIcon());
    d->bottom->setTabText(0, errors + warnings ? tr("Problems  %1").arg(errors + warnings) : tr("Problems"));
    if (!shown) {
        d->counts->clear();
        return;
    }
    const Flow& flow = *shown->flow();
    const QString saved = shown->read_only() ? tr("read only") : shown->modified() ? tr("not saved") : shown->file().isEmpty() ? tr("untitled") : tr("saved");
    d->counts->setText(tr("%1 · %2 · %3").arg(tr("%n task(s)", nullptr, int(flow.main.tasks.size())), tr("%n exit handler(s)", nullptr, int(flow.main.handlers.size())), saved));
}

void MainWindow::update_targets() {
    const FlowDocument* shown = document();
    const std::vector<lint::TargetChoice> suggested = suggested_targets(shown ? shown->flow()->format : "native");
    d->top->targets()->choose(d->settings.targets);
    d->top->targets()->say_suggested(target_names(suggested));
    const int rules = int(all_rules().size());
    const std::vector<lint::TargetChoice>& checked = d->settings.targets.empty() ? suggested : d->settings.targets;
    for (const lint::TargetChoice& one : checked)
        if (one.id != "local") {   // whose names are worth a look
            d->inspector->look_at(one.id, one.version);
            break;
        }
    d->problems->say_checked(rules, target_names(d->settings.targets.empty() ? suggested : d->settings.targets));
}

void MainWindow::show_notice(const QString& text) {
    d->notice->setText(text);
    if (!text.isEmpty()) QTimer::singleShot(8000, d->notice, [notice = d->notice, text] {
        if (notice->text() == text) notice->clear();
    });
}

void MainWindow::show_panel(const QString& panel) {
    const QStringList names = {"problems", "yaml", "log", "runs", "environment", "engines", "tasks", "history", "usages", "compare"};
    const qsizetype index = names.indexOf(panel);
    if (index < 0) return;
    if (!d->bottom->isVisible()) d->actions->get("view.bottom")->trigger();
    d->bottom->setCurrentIndex(int(index));
}

void MainWindow::select_task(const QString& path) {
    if (!document()) return;
    const Task* task = at_path(*document()->flow(), utf8(path));
    if (!task) return;
    document()->open_scope(body_of(*document()->flow(), task->id));
    document()->select({task->id});
}

// --- look ------------------------------------------------------------------------------------------------------------------------------

void MainWindow::restore_layout() {
    const QSettings store;
    if (!restoreGeometry(store.value("window/geometry").toByteArray())) resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    if (!d->across->restoreState(store.value("window/across").toByteArray())) d->across->setSizes({212, 908, 320});
    if (!d->down->restoreState(store.value("window/down").toByteArray())) d->down->setSizes({height() - std::clamp(height() * 26 / 100, 120, 224), std::clamp(height() * 26 / 100, 120, 224)});   // a low window keeps its canvas
    for (auto [id, panel] : {std::pair<const char*, QWidget*>{"view.left", d->left}, {"view.inspector", d->inspector}, {"view.bottom", d->bottom}}) {
        panel->setVisible(store.value(QStringLiteral("window/") + QLatin1String(id), true).toBool());
        d->actions->get(id)->setChecked(panel->isVisibleTo(this));
    }
}

void MainWindow::keep_layout() {
    QSettings store;
    store.setValue("window/geometry", saveGeometry());
    store.setValue("window/across", d->across->saveState());
    store.setValue("window/down", d->down->saveState());
    for (const char* id : {"view.left", "view.inspector", "view.bottom"}) store.setValue(QStringLiteral("window/") + QLatin1String(id), d->actions->get(id)->isChecked());
}

void MainWindow::retranslate() {
    d->actions->retranslate();
    const QString tabs[] = {tr("Problems"), tr("YAML"), tr("Log"), tr("Runs"), tr("Environment"), tr("Engines"), tr("Tasks"), tr("History"), tr("Usages"), tr("Comparison")};
    for (int i = 0; i < int(std::size(tabs)); ++i) d->bottom->setTabText(i, tabs[i]);
    d->pages->setAccessibleName(tr("Open flows"));
    d->history->setEmptyLabel(tr("as it was opened"));
    d->history->setAccessibleName(tr("Changes: choose one to go back to it"));
    d->bottom->setAccessibleName(tr("Panels"));
    update_title();
    update_targets();
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && d->actions) retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    for (int i = d->pages->count() - 1; i >= 0; --i) {
        DocumentPage& one = *d->page_at(i);
        if (one.document().modified() && !ask_and_save(one)) {
            event->ignore();
            return;
        }
        end_journal(one);
    }
    keep_layout();
    event->accept();
}

}  // namespace weft::ui
