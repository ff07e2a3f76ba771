// Comparing the open flow with a file, or with what git has committed of it.
#include <QFileInfo>
#include <QTabWidget>
#include <algorithm>

#include "core/model/edit_notes.h"
#include "core/model/graph.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_diff.h"
#include "ui/compare/compare_panel.h"
#include "ui/document/flow_document.h"
#include "ui/shell/document_page.h"
#include "ui/shell/main_window_private.h"

namespace weft::ui {

namespace {

// What hung on a task that is gone, as far as the open flow still has it.
CanvasDiff::Ghost ghost_of(const Flow& other, const Flow& now, const Difference& gone, const std::vector<Difference>& all) {
    CanvasDiff::Ghost ghost;
    ghost.path = gone.path;
    const std::size_t slash = gone.path.find_last_of("/:");
    ghost.prefix = slash == std::string::npos ? std::string() : gone.path.substr(0, slash + 1);
    ghost.name = gone.path.substr(ghost.prefix.size());
    ghost.handler = gone.what == Difference::What::handler;
    const auto here = [&](TaskId id) -> TaskId {   // a task that was renamed is found by the name it has now
        const std::string path = path_of(other, id);
        const auto renamed = std::find_if(all.begin(), all.end(), [&](const Difference& one) { return one.kind == Difference::Kind::renamed && one.before == path; });
        if (renamed != all.end()) return renamed->id;
        const Task* task = at_path(now, path);
        return task ? task->id : 0;
    };
    const Body* body = body_at(other, body_of(other, gone.id));
    if (!body) return ghost;
    for (const Edge& edge : edges_of(other, *body)) {
        if (edge.kind != EdgeKind::order) continue;
        if (edge.to == gone.id) ghost.before.push_back(here(edge.from));
        if (edge.from == gone.id) ghost.after.push_back(here(edge.to));
    }
    std::erase(ghost.before, TaskId(0));
    std::erase(ghost.after, TaskId(0));
    return ghost;
}

std::shared_ptr<const CanvasDiff> drawn(const ComparePanel& panel, const Flow& now) {
    if (!panel.other()) return nullptr;
    auto diff = std::make_shared<CanvasDiff>();
    diff->name = panel.other_name();
    for (const Difference& one : panel.differences()) {
        const bool task = one.what == Difference::What::task || one.what == Difference::What::handler;
        if (one.what == Difference::What::edge && one.id && one.from) {
            const DiffKind kind = one.kind == Difference::Kind::added ? DiffKind::added : one.kind == Difference::Kind::removed ? DiffKind::removed : DiffKind::changed;
            diff->edges.push_back({{one.from, one.id}, kind});
        }
        if (!task) continue;
        if (one.kind == Difference::Kind::removed) {
            diff->ghosts.push_back(ghost_of(*panel.other(), now, one, panel.differences()));
            continue;
        }
        if (one.id == 0) continue;
        CanvasDiff::Mark mark;
        if (one.kind == Difference::Kind::added) mark.kind = DiffKind::added;
        if (one.kind == Difference::Kind::renamed) mark = {DiffKind::renamed, MainWindow::tr("was called %1").arg(qs(one.before))};
        const auto known = diff->tasks.find(one.id);
        if (known == diff->tasks.end() || mark.kind == DiffKind::renamed) diff->tasks[one.id] = std::move(mark);   // a name that is new says more than a field
    }
    return diff;
}

}  // namespace

void MainWindow::handle_compare_actions() {
    Actions& a = *d->actions;
    const auto show = [this](const Result<DocumentPtr>& other, const QString& name) {
        if (!other) return d->dialogs->tell(tr("Cannot compare with %1.").arg(name), qs(describe(other.error())));
        d->compare->compare_with((*other)->flow, name);
        show_panel(QStringLiteral("compare"));
    };
    a.handle("file.compare", [this, show] {
        if (!document()) return;
        const QString folder = document()->file().isEmpty() ? QString() : QFileInfo(document()->file()).absolutePath();
        const QStringList files = d->dialogs->open_files(folder);
        if (!files.isEmpty()) show(weft::open_file(utf8(files.front())), QFileInfo(files.front()).fileName());
    });
    a.handle("file.compare-git", [this, show] {
        if (!document() || document()->file().isEmpty()) return show_notice(tr("a flow without a file is in no repository"));
        const Result<std::string> text = committed_text(document()->file());
        if (!text) return d->dialogs->tell(tr("Cannot compare with what git has."), translated(text.error().message));
        show(open_text(*text, utf8(document()->file())), tr("the last commit"));
    });
    connect(d->compare, &ComparePanel::compared, this, [this] {
        const std::shared_ptr<const CanvasDiff> diff = document() ? drawn(*d->compare, *document()->flow()) : nullptr;
        for (int i = 0; i < d->pages->count(); ++i) {
            Canvas& one = d->page_at(i)->canvas();
            const bool here = diff && &one == canvas();
            if (here || one.shown_diff()) one.show_diff(here ? diff : nullptr);
            if (!here) continue;
            connect(&one, &Canvas::diff_left, d->compare, &ComparePanel::stop, Qt::UniqueConnection);
            connect(&one, &Canvas::ghost_chosen, d->compare, &ComparePanel::choose_ghost, Qt::UniqueConnection);
        }
    });
    connect(d->compare, &ComparePanel::removed_chosen, this, [this](const std::string& path) {
        const CanvasDiff* diff = canvas() ? canvas()->shown_diff() : nullptr;
        if (!diff) return;
        for (std::size_t i = 0; i < diff->ghosts.size(); ++i)
            if (diff->ghosts[i].path == path) canvas()->centre_on_ghost(int(i));
    });
    connect(d->compare, &ComparePanel::task_chosen, this, [this](TaskId id) {
        if (!document()) return;
        document()->open_scope(edit::drawn_in(*document()->flow(), id));
        document()->select({id});
        canvas()->centre_on(id);
    });
}

}  // namespace weft::ui
