// The folder of the open document as a unit: go to where a task's work is defined, find who else uses it, across files.
#include "core/targets/folder.h"
#include "ui/bridge/folder_bridge.h"
#include "ui/bridge/lint_bridge.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/document/flow_document.h"
#include "ui/document/task_places.h"
#include "ui/inspector/inspector.h"
#include "ui/shell/document_page.h"
#include "ui/shell/main_window_private.h"
#include "ui/shell/page_head.h"
#include "ui/shell/usages_panel.h"
#include "ui/source/source_panel.h"

namespace weft::ui {

namespace {

const Task* picked_task(const FlowDocument* document) {
    return document && document->selection().size() == 1 ? find_task(*document->flow(), document->selection().front()) : nullptr;
}

// "template greeting/say": what the task runs when that stands in another file.
std::string reference_of(const Task& task) { return task.own && task.own->kind == DefinitionKind::reference ? task.own->detail : std::string(); }

// Under which name other files know a definition of this document, or with "" the document's flow.
std::string known_as(const FlowDocument& document, std::string_view definition) {
    const Document& read = as_read(*document.document());
    return reference_to(read.stream, document.document()->flow_index, *document.flow(), definition);
}

int line_of(const FlowDocument& document, const std::string& place) {
    const MappedField* field = as_read(*document.document()).places.nearest(place);
    return field && field->node && !field->node->span.fresh() ? field->node->line : 0;
}

}  // namespace

void MainWindow::connect_folder() {
    d->folder = new FolderBridge(this);
    connect(d->folder, &FolderBridge::changed, this, &MainWindow::folder_changed);
    connect(d->usages, &UsagesPanel::chosen, this, [this](const UsagesPanel::Place& place) {
        const auto go = [this, place](DocumentPage* page) {
            if (page) show_task_at(*page, place.task);
        };
        if (place.file.isEmpty()) go(page());
        else open_then(place.file, place.flow_index, go);
    });
    Actions& a = *d->actions;
    a.handle("edit.definition", [this] { go_to_definition(); });
    a.handle("edit.usages", [this] { find_usages(); });
    connect(d->inspector, &Inspector::definition_asked, this, &MainWindow::go_to_definition);
    connect(d->inspector, &Inspector::usages_asked, this, &MainWindow::find_usages);
}

void MainWindow::folder_changed() {
    const std::shared_ptr<const Folder>& folder = d->folder->folder();
    d->inspector->show_folder(folder);
    for (int i = 0; i < d->pages->count(); ++i) {
        DocumentPage& one = *d->page_at(i);
        const bool here = folder && one.document().file().startsWith(d->folder->root());
        if (here || &one == page()) one.lint().set_folder(here ? folder : nullptr);
        const std::string name = here ? known_as(one.document(), {}) : std::string();
        one.head().show_users(name.empty() ? 0 : int(flows_using(*folder, name)));
    }
    update_actions();
}

// A task by its name path, opened and in the middle; the text goes along.
void MainWindow::show_task_at(DocumentPage& shown, const QString& path) {
    d->pages->setCurrentWidget(&shown);
    const Task* task = at_path(*shown.document().flow(), utf8(path));
    if (!task) return;
    const TaskId id = task->id;
    shown.document().open_scope(body_of(*shown.document().flow(), id));
    shown.document().select({id});
    shown.canvas().centre_on(id);
}

// A definition is opened when it is a flow of its own; what is no flow is shown in the text.
void MainWindow::show_definition(DocumentPage& shown, const std::string& name, int line) {
    d->pages->setCurrentWidget(&shown);
    FlowDocument& document = shown.document();
    const Definition* definition = find_definition(*document.flow(), name);
    if (definition && definition->body) document.open_scope(BodyRef{name, 0});
    if (const int now = name.empty() ? 0 : line_of(document, join_path("definitions", name))) line = now;
    show_panel(QStringLiteral("yaml"));
    if (line > 0) d->source->go_to_line(line, 1);
}

void MainWindow::go_to_definition() {
    const Task* task = picked_task(document());
    if (!task) return;
    if (!task->definition.empty()) {
        show_definition(*page(), task->definition, 0);
        return;
    }
    const std::string reference = reference_of(*task);
    if (reference.empty()) {
        show_panel(QStringLiteral("yaml"));   // what it runs stands with the task itself
        return;
    }
    const std::shared_ptr<const Folder> folder = d->folder->folder();
    const FolderDefinition* found = folder ? definition_of(*folder, reference, utf8(document()->file())) : nullptr;
    if (!found) {
        show_notice(folder && folder->definitions.count(reference) ? tr("%1 stands in several files of this folder, none nearer than the others").arg(qs(reference))
                                                                   : tr("%1 stands in no file of this folder: it must be on the cluster").arg(qs(reference)));
        return;
    }
    open_then(qs(found->file), found->flow_index, [this, name = found->name, line = found->where.line](DocumentPage* opened) {
        if (opened) show_definition(*opened, name, line);
    });
}

// Of what the picked task runs; with nothing picked, of everything that the open file offers to others.
void MainWindow::find_usages() {
    FlowDocument* shown = document();
    if (!shown) return;
    const Task* task = picked_task(shown);
    const std::string definition = task ? task->definition : std::string();
    const std::string reference = task ? (definition.empty() ? reference_of(*task) : known_as(*shown, definition)) : known_as(*shown, {});
    std::vector<UsagesPanel::Place> places;
    if (!definition.empty())
        for_each_task(*shown->flow(), [&](const std::string& path, const Task& one, const Handler*) {
            if (one.definition == definition)
                places.push_back({shown->file(), shown->document()->flow_index, qs(shown->flow()->name), qs(path), line_of(*shown, place_of_task(*shown->document(), one.id))});
        });
    if (const std::shared_ptr<const Folder> folder = d->folder->folder(); folder && !reference.empty())
        for (const FolderUse& use : usages(*folder, reference))
            places.push_back({qs(use.file), use.flow_index, qs(use.flow.empty() ? use.file.substr(use.file.rfind('/') + 1) : use.flow), qs(use.owner ? path_of(*use.owner, use.task) : std::string()), use.where.line});
    const QString what = qs(!reference.empty() ? reference : !definition.empty() ? definition : task ? task->name : shown->flow()->name);
    d->usages->show_places(what, std::move(places), d->folder->root());
    show_panel(QStringLiteral("usages"));
}

bool MainWindow::has_usages() const {
    const Task* task = picked_task(document());
    if (task) return !task->definition.empty() || !reference_of(*task).empty();
    return document() && document()->selection().empty() && !known_as(*document(), {}).empty();
}

bool MainWindow::has_definition() const {
    const Task* task = picked_task(document());
    return task && (!task->definition.empty() || !reference_of(*task).empty());
}

}  // namespace weft::ui
