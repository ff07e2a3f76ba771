// Running and watching, the view's and the help's actions, settings.
#include <QAbstractScrollArea>
#include <QApplication>
#include <QToolButton>

#include "core/targets/target.h"
#include "ui/bridge/lint_bridge.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/document/flow_document.h"
#include "ui/environment/environment_panel.h"
#include "ui/inspector/inspector.h"
#include "ui/problems/problems_panel.h"
#include "ui/runs/log_panel.h"
#include "ui/runs/run_text.h"
#include "ui/runs/runs_panel.h"
#include "ui/portability/portability_panel.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/document_page.h"
#include "ui/shell/first_steps.h"
#include "ui/shell/help_viewer.h"
#include "ui/shell/main_window_private.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/shortcuts_dialog.h"
#include "ui/shell/target_chooser.h"

namespace weft::ui {

void MainWindow::run() {
    if (!document()) return;
    show_notice({});
    if (!d->run_on.empty()) {
        export_target(qs(d->run_on));
        return;
    }
    (void)d->control->run(document());
    update_actions();
}

void MainWindow::run_on(const std::string& target) {
    d->run_on = target;
    const Target* found = find_target(target);
    d->top->show_run_on(found ? qs(found->title) : QString());
}

void MainWindow::handle_run_actions() {
    Actions& a = *d->actions;
    a.handle("run.run", [this] { run(); });
    a.handle("run.stop", [this] { d->control->stop(document(), false); });
    a.handle("run.kill", [this] { d->control->stop(document(), true); });
    a.handle("run.again", [this] { if (document()) d->control->again(document()); });
    a.handle("run.hide", [this] { if (document()) d->control->hide(document()); });
    QMenu* where = d->top->run_on()->menu();
    connect(where, &QMenu::aboutToShow, this, [this, where] {
        where->clear();
        const auto add = [&](const QString& title, const std::string& id) {
            QAction* action = where->addAction(title, this, [this, id] { run_on(id); });
            action->setObjectName(QStringLiteral("run-on-") + (id.empty() ? QStringLiteral("here") : qs(id)));
            action->setCheckable(true);
            action->setChecked(d->run_on == id);
        };
        add(tr("This computer"), {});
        where->addSection(tr("Export, then submit by hand"));
        for (const Target* target : targets())
            if (target->export_flow) add(qs(target->title), target->id);
    });
    connect(d->top->run_button(), &QPushButton::clicked, this, &MainWindow::run);
    connect(d->top->stop_button(), &QPushButton::clicked, this, [this] { d->control->stop(document(), false); });
    connect(d->inspector, &Inspector::log_asked, this, [this] { show_panel("log"); });
    connect(d->inspector, &Inspector::again_asked, this, [this] {   // what stands there now: the cause may have been mended
        if (document() && document()->read_only()) d->control->again(document());
        else run();
    });
}

void MainWindow::connect_runs() {
    d->log->translate_paths([this](const FlowDocument& shown, const QString& path) { return d->control->path_in_run(shown, path); });
    connect(d->log, &LogPanel::last_line, d->inspector, &Inspector::show_last_line);
    connect(d->runs, &RunsPanel::show_asked, this, &MainWindow::show_run);
    connect(d->control, &RunControl::notice, this, &MainWindow::show_notice);
    connect(d->control, &RunControl::changed, this, &MainWindow::update_actions);
    connect(d->control, &RunControl::started, this, [this](FlowDocument* started) {
        d->runs->select(d->control->shown(started));
        const int index = d->page_of(started);
        if (index >= 0 && d->page_at(index)->first_steps()) d->page_at(index)->first_steps()->run_started();
    });
    connect(d->control, &RunControl::ended, this, [this](FlowDocument* ended) {
        const int index = d->page_of(ended);
        if (index >= 0 && d->page_at(index)->first_steps()) d->page_at(index)->first_steps()->run_ended();
        // Nothing chosen after a failure: the task that is the cause is what one wants to see.
        const std::string cause = ended->shown_verdict().cause;
        if (ended->selection().empty() && !cause.empty() && ended->shown_verdict().outcome == run::Outcome::failed)
            if (const Task* task = at_path(*ended->flow(), cause)) ended->select({task->id});
    });
    const auto count = [this] {
        int running = 0;
        for (const QString& run : d->bridge->runs())
            if (const RunView* view = d->bridge->find(run)) running += outcome_of(*view) == run::Outcome::running || outcome_of(*view) == run::Outcome::pending;
        d->top->show_runner(d->bridge->connected(), running, int(d->bridge->runs().size()));
    };
    connect(d->bridge, &RunBridge::connection_changed, this, count);
    connect(d->bridge, &RunBridge::runs_changed, this, count);
    connect(d->bridge, &RunBridge::run_changed, this, count);
    connect(d->bridge, &RunBridge::failed, this, [this](const QString& why) { d->dialogs->tell(tr("Cannot run."), why); });
    connect(d->bridge, &RunBridge::submitted, this, [this](const QString& run) {
        if (!d->control->document_of(run)) show_run(run);   // run again from the Runs panel
    });
}

// On the canvas of its document when that is open, otherwise the run's own text, read only.
void MainWindow::show_run(const QString& run) {
    const RunView* view = d->bridge->find(run);
    if (!view) return;
    FlowDocument* target = d->control->document_of(run);
    if (target && d->page_of(target) < 0) target = nullptr;
    for (int i = 0; i < d->pages->count() && !target; ++i) {
        const DocumentPage& one = *d->page_at(i);
        const QString file = one.document().file();
        if (one.shown_run == run || (!file.isEmpty() && file == qs(view->record.file))) target = &one.document();
    }
    if (target) {
        d->pages->setCurrentIndex(d->page_of(target));
        d->control->show(target, run);
        return;
    }
    if (view->record.flow_text.empty()) {
        auto* once = new QObject(this);   // its text is on the way
        connect(d->bridge, &RunBridge::run_changed, once, [this, once, run](const QString& changed) {
            if (changed != run || d->bridge->find(run)->record.flow_text.empty()) return;
            once->deleteLater();
            show_run(run);
        });
        d->bridge->load(run);
        return;
    }
    Result<DocumentPtr> text = open_text(view->record.flow_text, view->record.file, view->record.flow_index);
    if (!text) {
        show_notice(translated(text.error().message));
        return;
    }
    DocumentPage* made = add_page(*text, {});
    made->shown_run = run;
    made->document().show_only(tr("%1, run %2").arg(qs(view->record.flow)).arg(view->record.number),
                               Message{WEFT_TR("core", "this is the text of a run that has been: it cannot be changed")});
    d->control->show(&made->document(), run);
    update_actions();
}

// --- view ------------------------------------------------------------------------------------------------------------------------------

void MainWindow::fill_menus() {
    std::map<QByteArray, QMenu*> submenus;
    struct Sub { const char* id; QMenu** menu; };
    for (const Sub& sub : {Sub{"file.recent", &d->recent}, Sub{"file.example", &d->examples}, Sub{"file.export", &d->exports}, Sub{"view.arrange", &d->arrange}, Sub{"edit.replace", &d->replace}, Sub{"file.insert", &d->inserts}, Sub{"view.theme", &d->themes}, Sub{"view.language", &d->languages}}) {
        *sub.menu = new QMenu(this);
        (*sub.menu)->setObjectName(QStringLiteral("menu-") + QLatin1String(sub.id));
        submenus[sub.id] = *sub.menu;
    }
    d->actions->fill(menuBar(), submenus);
}

void MainWindow::handle_view_actions() {
    Actions& a = *d->actions;
    a.handle("view.zoom-in", [this] { if (canvas()) canvas()->zoom_by(1.2); });
    a.handle("view.zoom-out", [this] { if (canvas()) canvas()->zoom_by(1 / 1.2); });
    a.handle("view.zoom-100", [this] { if (canvas()) canvas()->zoom_to(1); });
    a.handle("view.fit", [this] { if (canvas()) canvas()->fit(); });
    a.handle("view.tidy", [this] { if (canvas()) canvas()->tidy(); });
    for (auto [id, panel] : {std::pair<const char*, QWidget*>{"view.left", d->left}, {"view.inspector", d->inspector}, {"view.bottom", d->bottom}})
        a.handle(id, [action = a.get(id), panel = panel] { panel->setVisible(action->isChecked()); });
    for (const char* panel : {"problems", "yaml", "log", "runs", "environment", "engines", "tasks", "history", "usages", "compare"})
        a.handle(("view." + std::string(panel)).c_str(), [this, panel] {
            show_panel(QLatin1String(panel));
            focus_panel();
        });
    connect(d->themes, &QMenu::aboutToShow, this, [this] {
        d->themes->clear();
        for (auto [choice, text] : {std::pair{ThemeChoice::system, tr("The &system's")}, {ThemeChoice::light, tr("&Light")}, {ThemeChoice::dark, tr("&Dark")}, {ThemeChoice::high_contrast, tr("&High contrast")}}) {
            QAction* action = d->themes->addAction(text, this, [this, choice = choice] {
                Settings wanted = d->settings;
                wanted.theme = choice;
                apply(wanted);
            });
            action->setCheckable(true);
            action->setChecked(d->settings.theme == choice);
        }
    });
    connect(d->languages, &QMenu::aboutToShow, this, [this] {
        d->languages->clear();
        for (auto [language, text] : {std::pair{QString(), tr("The &system's")}, {QStringLiteral("en"), QStringLiteral("&English")}, {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}}) {
            QAction* action = d->languages->addAction(text, this, [this, language = language] {
                Settings wanted = d->settings;
                wanted.language = language;
                apply(wanted);
            });
            action->setCheckable(true);
            action->setChecked(d->settings.language == language);
        }
    });
    connect(d->top->targets(), &TargetChooser::changed, this, [this] {
        Settings wanted = d->settings;
        wanted.targets = d->top->targets()->chosen();
        apply(wanted);
    });
    fill_arrange_menu();
    connect(d->replace, &QMenu::aboutToShow, this, [this] { fill_replace_menu(); });
    a.handle("view.commands", [this] {
        if (!d->commands) d->commands = new CommandPalette(*d->actions, this);
        for (QMenu* menu : {d->recent, d->examples, d->exports, d->themes, d->languages, d->replace}) emit menu->aboutToShow();   // filled when shown
        d->commands->open();
    });
    a.handle("file.shortcuts", [this] { ShortcutsDialog(*d->actions, this).exec(); });
    a.handle("file.settings", [this] {
        SettingsDialog dialog(d->settings, this);
        if (dialog.exec() == QDialog::Accepted) apply(dialog.settings());
    });
}

// Its list, table or text takes the keys at once.
void MainWindow::focus_panel() {
    QWidget* panel = d->bottom->currentWidget();
    for (auto* view : panel->findChildren<QAbstractScrollArea*>())
        if (view->isVisible() && view->focusPolicy() & Qt::TabFocus) return view->setFocus(Qt::ShortcutFocusReason);
    panel->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::fill_arrange_menu() {
    d->arrange->clear();
    const auto add = [this](const QString& text, Arrange how) { d->arrange->addAction(text, this, [this, how] { if (canvas()) canvas()->arrange(how); }); };
    add(tr("Align &left edges"), Arrange::left);
    add(tr("Align &centres"), Arrange::centre);
    add(tr("Align &right edges"), Arrange::right);
    d->arrange->addSeparator();
    add(tr("Align &top edges"), Arrange::top);
    add(tr("Align &middles"), Arrange::middle);
    add(tr("Align &bottom edges"), Arrange::bottom);
    d->arrange->addSeparator();
    add(tr("&Same distance across"), Arrange::across);
    add(tr("Same distance &down"), Arrange::down);
}

void MainWindow::apply(const Settings& wanted) {
    const Settings before = d->settings;
    d->settings = wanted;
    save_settings(d->settings);
    if (before.theme != wanted.theme) Theme::instance().choose(wanted.theme);
    if (before.language != wanted.language) install_language(wanted.language);
    for (int i = 0; i < d->pages->count(); ++i) {
        DocumentPage& one = *d->page_at(i);
        one.canvas().apply({wanted.wheel});
        one.lint().set_options({wanted.targets, utf8(wanted.kubernetes), wanted.advice, wanted.default_images});
    }
    d->environment->set_default_images(wanted.default_images);
    d->portability->set_default_images(wanted.default_images);
    update_targets();
}

// --- help ------------------------------------------------------------------------------------------------------------------------------

HelpViewer& MainWindow::Private::help_viewer(MainWindow* window) {
    if (!help) help = new HelpViewer(window);
    help->show();
    help->raise();
    return *help;
}

void MainWindow::handle_help_actions() {
    Actions& a = *d->actions;
    a.handle("help.contents", [this] { d->help_viewer(this).show_page("index"); });
    a.handle("help.rules", [this] { d->help_viewer(this).show_page("rules"); });
    a.handle("help.shortcuts", [this] { d->help_viewer(this).show_page("drawing"); });
    a.handle("help.welcome", [this] {
        if (!page()) return;
        page()->show_first_steps();
        FirstSteps* card = page()->first_steps();
        connect(card, &FirstSteps::run_asked, this, &MainWindow::run, Qt::UniqueConnection);
        connect(card, &FirstSteps::new_asked, this, &MainWindow::new_flow, Qt::UniqueConnection);
        connect(card, &FirstSteps::tour_asked, d->actions->get("help.tour"), &QAction::trigger, static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::UniqueConnection));   // the card goes
        connect(card, &FirstSteps::open_asked, d->actions->get("file.open"), &QAction::trigger, Qt::UniqueConnection);
    });
    a.handle("help.about", [this] { d->dialogs->tell(QStringLiteral("Weftwork"), about_text()); });
    connect(d->problems, &ProblemsPanel::rule_page, this, [this](const QString& rule) { d->help_viewer(this).show_rule(rule); });
}

}  // namespace weft::ui
