// Comparing the open flow with a file, or with what git has committed of it.
#include <QFileInfo>

#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/compare/compare_panel.h"
#include "ui/document/flow_document.h"
#include "ui/shell/main_window_private.h"

namespace weft::ui {

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
    connect(d->compare, &ComparePanel::task_chosen, this, [this](TaskId id) {
        if (!document()) return;
        document()->open_scope(body_of(*document()->flow(), id));
        document()->select({id});
        canvas()->centre_on(id);
    });
}

}  // namespace weft::ui
