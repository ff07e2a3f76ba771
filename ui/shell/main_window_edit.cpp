// Editing by menu and keyboard: undo, clipboard as YAML text, handlers, problems.
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "core/model/edit.h"
#include "core/model/edit_group.h"
#include "core/model/edit_notes.h"
#include "core/model/edit_paste.h"
#include "core/targets/snippet.h"
#include "ui/bridge/target_combo.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/kinds.h"
#include "ui/canvas/panels.h"
#include "ui/document/flow_document.h"
#include "ui/document/note_choice.h"
#include "ui/environment/environment_panel.h"
#include "ui/portability/portability_panel.h"
#include "ui/inspector/inspector.h"
#include "ui/problems/problems_panel.h"
#include "ui/shell/document_page.h"
#include "ui/shell/find_task.h"
#include "ui/shell/main_window_private.h"
#include "ui/source/source_panel.h"
#include "ui/tasks/task_table_panel.h"

namespace weft::ui {

namespace {

// The menu's cut, copy, paste … mean the text field while one has the focus.
template <class Line, class Lines>
bool in_text_field(Line line, Lines lines) {
    QWidget* focus = QApplication::focusWidget();
    if (auto* field = qobject_cast<QLineEdit*>(focus)) {
        line(*field);
        return true;
    }
    if (auto* field = qobject_cast<QPlainTextEdit*>(focus)) {
        lines(*field);
        return true;
    }
    return false;
}

QString clip_text(FlowDocument& document) {
    const Format* native = find_format("native");
    if (!native || !native->fresh) return {};
    Flow clip = edit::extract_with_wires(*document.flow(), document.selection());   // a plain paste leaves the wires from outside aside
    if (const int note = NoteChoice::of(document).note(); note >= 0) {
        clip.notes = {document.flow()->notes[std::size_t(note)]};
        clip.notes.front().in.clear();
    }
    clip.format = "native";
    const Result<std::string> text = native->fresh(clip);
    return text ? qs(*text) : QString();
}

// Beside where they were copied, on top of what is there; the last one is the chosen one.
void paste_notes(FlowDocument& document, const std::vector<Note>& notes, const QString& label) {
    const Result<void> done = document.commit(label, [&](const Flow& flow) {
        Result<Flow> made = flow;
        for (Note note : notes) {
            note.in = edit::home_of(flow, document.scope());
            note.at = {note.at.x + 24, note.at.y + 24};
            if (made) made = edit::add_note(*made, std::move(note));
        }
        return made;
    });
    if (done) NoteChoice::of(document).choose(int(document.flow()->notes.size()) - 1);
}

}  // namespace

void MainWindow::copy() {
    if (!document() || (document()->selection().empty() && NoteChoice::of(*document()).note() < 0)) return;
    const QString text = clip_text(*document());
    if (text.isEmpty()) show_notice(tr("this selection cannot be written as YAML"));
    else QApplication::clipboard()->setText(text);
}

void MainWindow::paste(bool keep_wires) {
    if (!document()) return;
    const Result<FlowPtr> clip = read_snippet(utf8(QApplication::clipboard()->text()));
    if (!clip) {
        show_notice(tr("the clipboard holds no flow: %1").arg(translated(clip.error().message)));
        return;
    }
    if (const Flow& flow = **clip; flow.main.tasks.empty() && flow.main.handlers.empty() && !flow.notes.empty()) return paste_notes(*document(), flow.notes, tr("Paste"));
    std::vector<TaskId> made;
    const BodyRef scope = document()->scope();
    const Result<void> done = document()->commit(keep_wires ? tr("Paste with wires") : tr("Paste"), [&](const Flow& flow) {
        return keep_wires ? edit::paste_with_wires(flow, scope, **clip, &made) : edit::paste(flow, scope, **clip, &made);
    });
    if (done) document()->select(made);
}

void MainWindow::handle_edit_actions() {
    Actions& a = *d->actions;
    a.handle("edit.undo", [this] { if (document()) document()->undo_stack().undo(); });
    a.handle("edit.redo", [this] { if (document()) document()->undo_stack().redo(); });
    a.handle("edit.copy", [this] {
        if (!in_text_field([](QLineEdit& f) { f.copy(); }, [](QPlainTextEdit& f) { f.copy(); })) copy();
    });
    a.handle("edit.cut", [this] {
        if (in_text_field([](QLineEdit& f) { f.cut(); }, [](QPlainTextEdit& f) { f.cut(); })) return;
        copy();
        if (canvas()) canvas()->delete_selection();
    });
    a.handle("edit.paste", [this] {
        if (!in_text_field([](QLineEdit& f) { f.paste(); }, [](QPlainTextEdit& f) { f.paste(); })) paste();
    });
    a.handle("edit.paste-wires", [this] {
        if (!in_text_field([](QLineEdit& f) { f.paste(); }, [](QPlainTextEdit& f) { f.paste(); })) paste(true);
    });
    a.handle("edit.duplicate", [this] {
        if (!document()) return;
        if (const int note = NoteChoice::of(*document()).note(); note >= 0) return paste_notes(*document(), {document()->flow()->notes[std::size_t(note)]}, tr("Duplicate"));
        if (document()->selection().empty()) return;
        std::vector<TaskId> made;
        const Flow clip = edit::extract(*document()->flow(), document()->selection());
        const BodyRef scope = document()->scope();
        if (document()->commit(tr("Duplicate"), [&](const Flow& flow) { return edit::paste(flow, scope, clip, &made); })) document()->select(made);
    });
    a.handle("edit.delete", [this] {
        if (!in_text_field([](QLineEdit& f) { f.del(); }, [](QPlainTextEdit& f) { f.textCursor().deleteChar(); }) && canvas()) canvas()->delete_selection();
    });
    a.handle("edit.rename", [this] { if (canvas() && document()->selection().size() == 1) canvas()->start_rename(document()->selection().front()); });
    a.handle("edit.select-all", [this] {
        if (!in_text_field([](QLineEdit& f) { f.selectAll(); }, [](QPlainTextEdit& f) { f.selectAll(); }) && canvas()) canvas()->select_all();
    });
    a.handle("view.unfold", [this] { if (canvas()) canvas()->toggle_unfolded(); });
    a.handle("edit.note", [this] { if (canvas()) canvas()->add_note(); });
    a.handle("edit.add", [this] { if (canvas()) canvas()->open_add_menu(); });
    a.handle("edit.connect", [this] { if (canvas()) canvas()->connect_selection(); });
    const auto make_handler = [this](Trigger trigger) {
        if (!document()) return;
        const std::vector<TaskId> chosen = document()->selection();
        (void)document()->commit(tr("Make an exit handler"), [&](const Flow& flow) {
            Result<Flow> made = flow;
            for (const TaskId id : chosen)
                if (made) made = edit::make_handler(*made, id, trigger);
            return made;
        });
    };
    a.handle("edit.handler-always", [make_handler] { make_handler(Trigger::always); });
    a.handle("edit.handler-success", [make_handler] { make_handler(Trigger::on_success); });
    a.handle("edit.handler-failure", [make_handler] { make_handler(Trigger::on_failure); });
    a.handle("edit.make-task", [this] {
        if (!document()) return;
        const std::vector<TaskId> chosen = document()->selection();
        (void)document()->commit(tr("Make an ordinary task"), [&](const Flow& flow) {
            Result<Flow> made = flow;
            for (const TaskId id : chosen)
                if (made) made = edit::make_task(*made, id);
            return made;
        });
    });
    a.handle("edit.group", [this] {
        if (!document() || document()->selection().empty()) return;
        TaskId made = 0;
        const std::vector<TaskId> chosen = document()->selection();
        if (document()->commit(tr("Group"), [&](const Flow& flow) { return edit::group_tasks(flow, chosen, "group", &made); })) {
            document()->select({made});
            canvas()->start_rename(made);
        }
    });
    a.handle("edit.ungroup", [this] {
        if (!document() || document()->selection().size() != 1) return;
        std::vector<TaskId> made;
        const TaskId group = document()->selection().front();
        if (document()->commit(tr("Ungroup"), [&](const Flow& flow) { return edit::ungroup_task(flow, group, &made); })) document()->select(made);
    });
    a.handle("edit.find", [this] { d->top->find()->open(); });
    a.handle("edit.next-problem", [this] { d->problems->step(1); });
    a.handle("edit.fix", [this] {
        if (!d->problems->apply_current_fix()) show_notice(tr("no fix is known for this problem"));
    });
    a.handle("edit.previous-problem", [this] { d->problems->step(-1); });
}

// Other work in the same place: name, wires, condition, parameters stay.
void MainWindow::fill_replace_menu() {
    d->replace->clear();
    for (const Kind& kind : kinds()) {
        const QString id = QLatin1String(kind.id);
        if (id == QLatin1String("handler") || id == QLatin1String("condition") || id == QLatin1String("loop")) continue;   // no work of their own
        d->replace->addAction(kind.title(), this, [this, id] {
            if (!document()) return;
            const std::vector<TaskId> chosen = document()->selection();
            const Definition wanted = *new_task(id).own;
            (void)document()->commit(tr("Replace"), [&](const Flow& flow) {
                Result<Flow> made = flow;
                for (const TaskId task : chosen)
                    if (made) made = edit::change_definition(*made, task, edit::Scope::only_this, wanted);
                return made;
            });
        });
    }
}

void MainWindow::connect_panels() {
    connect(d->palette, &PalettePanel::add_requested, this, [this](const QString& kind) { if (canvas()) canvas()->add_kind(kind); });
    connect(d->problems, &ProblemsPanel::go_to, this, &MainWindow::fix_and_go);
    connect(d->source, &SourcePanel::left, this, [this] { if (canvas()) canvas()->setFocus(Qt::ShortcutFocusReason); });
    connect(d->top->find(), &FindTask::found, this, [this](TaskId id) {
        if (!document()) return;
        document()->open_scope(edit::drawn_in(*document()->flow(), id));
        document()->select({id});
        canvas()->centre_on(id);
        canvas()->setFocus();
    });
    connect(d->top->find(), &FindTask::found_note, this, [this](int note) {
        if (!canvas()) return;
        canvas()->centre_on_note(note);
        canvas()->setFocus();
    });
    connect(d->portability, &PortabilityPanel::task_chosen, this, [this](TaskId id) { if (document()) document()->select({id}); });
    connect(d->environment, &EnvironmentPanel::task_chosen, this, [this](TaskId id) { if (document()) document()->select({id}); });
    connect(d->tasks, &TaskTablePanel::task_chosen, this, [this](TaskId id) {
        if (canvas()) canvas()->centre_on(id);
    });
    d->tasks->ask_scope([this](const QString& definition, int uses) { return d->dialogs->ask_scope(definition, uses); });
    connect(d->portability, &PortabilityPanel::target_chosen, this, &MainWindow::look_at);
    connect(d->inspector, &Inspector::refused, this, &MainWindow::show_notice);
    connect(d->inspector, &Inspector::lineage_asked, this, &MainWindow::show_lineage);
    connect(d->inspector, &Inspector::target_chosen, this, &MainWindow::look_at);
    connect(d->environment->target(), &QComboBox::activated, this, [this] {
        const TargetCombo& chosen = *d->environment->target();
        look_at(chosen.target() ? chosen.target()->id : std::string(), chosen.version());
    });
    d->inspector->ask_scope([this](const QString& definition, int uses) { return d->dialogs->ask_scope(definition, uses); });
}

// One engine is looked at: its names in the inspector, its environment in the matrix, its row in the Engines panel.
void MainWindow::look_at(const std::string& target, const std::string& version) {
    d->inspector->look_at(target, version);
    d->environment->target()->choose(target, version);
}

void MainWindow::fix_and_go(const lint::Finding& finding) {
    if (!document()) return;
    if (finding.task && find_task(*document()->flow(), finding.task)) {
        document()->open_scope(edit::drawn_in(*document()->flow(), finding.task));
        document()->select({finding.task});
        canvas()->centre_on(finding.task);
    }
    d->source->show_place(finding);
}

void MainWindow::context_menu(TaskId id, QPoint at) {
    QMenu menu;
    menu.setObjectName(QStringLiteral("canvas-menu"));
    const auto add = [&](std::initializer_list<const char*> ids) {
        for (const char* one : ids) menu.addAction(d->actions->get(one));
        menu.addSeparator();
    };
    if (id) {
        const std::vector<TaskId> chosen = document()->selection();
        if (std::find(chosen.begin(), chosen.end(), id) == chosen.end()) document()->select({id});
        add({"edit.rename", "edit.duplicate", "edit.delete"});
        add({"edit.definition", "edit.usages", "view.lineage"});
        add({"edit.cut", "edit.copy", "edit.paste", "edit.paste-wires"});
        add({"edit.group", "edit.ungroup", "view.unfold", "edit.replace"});
        add({"edit.handler-always", "edit.handler-success", "edit.handler-failure", "edit.make-task"});
    } else {
        add({"edit.add", "edit.note", "file.library", "edit.paste", "edit.select-all"});
        add({"view.tidy", "view.fit"});
        add({"run.run"});
    }
    menu.exec(at);
}

void MainWindow::update_actions() {
    const FlowDocument* shown = document();
    const bool draw = shown && shown->can_draw();
    const bool any = draw && !shown->selection().empty();
    bool handlers = any, tasks = any;
    if (any)
        if (const Body* body = body_at(*shown->flow(), shown->scope()))
            for (const TaskId id : shown->selection()) {
                const bool is_handler = std::any_of(body->handlers.begin(), body->handlers.end(), [id](const Handler& h) { return h.task && h.task->id == id; });
                handlers = handlers && is_handler;
                tasks = tasks && !is_handler;
            }
    Actions& a = *d->actions;
    for (const char* id : {"edit.duplicate", "edit.cut"}) a.get(id)->setEnabled(any || QApplication::focusWidget());
    for (const char* id : {"edit.handler-always", "edit.handler-success", "edit.handler-failure"}) a.get(id)->setEnabled(tasks);
    a.get("edit.make-task")->setEnabled(handlers);
    a.get("edit.group")->setEnabled(tasks);
    a.get("edit.replace")->setEnabled(any);
    a.get("file.insert")->setEnabled(draw);
    a.get("view.lineage")->setEnabled(shown);
    const Task* only = any && shown->selection().size() == 1 ? find_task(*shown->flow(), shown->selection().front()) : nullptr;
    const Definition* holds = only ? definition_of(*shown->flow(), *only) : nullptr;
    a.get("edit.ungroup")->setEnabled(tasks && holds && holds->body);
    a.get("edit.definition")->setEnabled(has_definition());
    a.get("edit.usages")->setEnabled(has_usages());
    a.get("edit.rename")->setEnabled(draw && shown->selection().size() == 1);
    a.get("edit.connect")->setEnabled(draw && shown->selection().size() > 1);
    for (const char* id : {"edit.add", "edit.note", "view.tidy", "view.unfold"}) a.get(id)->setEnabled(draw);
    for (const char* id : {"file.save", "file.save-as", "file.close", "file.export", "file.print", "file.compare", "file.compare-git", "view.fit", "view.zoom-in", "view.zoom-out", "view.zoom-100"}) a.get(id)->setEnabled(shown);
    if (shown && shown->read_only()) a.get("file.save")->setEnabled(false);
    const bool live = shown && d->control->live(document());
    a.get("run.run")->setEnabled(shown && shown->parses() && !shown->read_only());
    for (const char* id : {"run.stop", "run.kill"}) a.get(id)->setEnabled(live);
    const bool has_run = shown && !d->control->shown(document()).isEmpty();
    for (const char* id : {"run.again", "run.hide"}) a.get(id)->setEnabled(has_run);
    d->top->set_running(a.get("run.run")->isEnabled(), live);
}

}  // namespace weft::ui
