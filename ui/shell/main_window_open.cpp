// Opening: a small file at once, a large one by a worker that can be told to stop; and a file that another program has changed.
#include <QFileInfo>

#include "ui/bridge/background.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/shell/document_page.h"
#include "ui/shell/main_window_private.h"
#include "ui/shell/open_strip.h"

namespace weft::ui {

namespace {
constexpr qint64 at_once_below = 32 << 10;   // bytes: read, understood and laid out within a frame
}

bool MainWindow::opening() const { return !d->openings.empty(); }

DocumentPage* MainWindow::open_page_of(const QString& file) const {
    for (int i = 0; i < d->pages->count(); ++i)
        if (d->page_at(i)->document().file() == file) return d->page_at(i);
    return nullptr;
}

bool MainWindow::open_file(const QString& given) {
    const QFileInfo info(given);
    const QString file = info.absoluteFilePath();
    if (DocumentPage* known = open_page_of(file)) {
        d->pages->setCurrentWidget(known);
        return true;
    }
    const QString journal = journal_path(journal_folder(), file);
    if (!info.isFile() || info.size() + QFileInfo(journal).size() / 4 < at_once_below) {
        OpeningState state;
        return take_opened(open_for_window(utf8(file), 0, state, journal), file);
    }
    open_then(file, 0, {});
    return true;
}

void MainWindow::open_then(const QString& given, std::size_t flow_index, std::function<void(DocumentPage*)> then) {
    const QString file = QFileInfo(given).absoluteFilePath();
    if (DocumentPage* known = open_page_of(file)) {
        d->pages->setCurrentWidget(known);
        known->document().show_flow(flow_index, [this, known, then = std::move(then)](const Result<void>& shown) {
            if (!shown) show_notice(translated(shown.error().message));
            if (then) then(shown ? known : nullptr);
        });
        return;
    }
    for (const Private::Opening& one : d->openings)
        if (one.file == file) return;
    auto state = std::make_shared<OpeningState>();
    d->openings.push_back({file, state});
    show_opening();
    in_background(this, [path = utf8(file), flow_index, state, journal = journal_path(journal_folder(), file)] { return open_for_window(path, flow_index, *state, journal); }, [this, file, state, then = std::move(then)](Opened opened) {
        std::erase_if(d->openings, [&state](const Private::Opening& one) { return one.state == state; });
        show_opening();
        DocumentPage* page = opened.cancelled || state->cancelled ? nullptr : take_opened(std::move(opened), file);
        if (then) then(page);
        if (d->openings.empty()) emit opening_ended();
    });
}

DocumentPage* MainWindow::take_opened(Opened opened, const QString& file) {
    if (!opened.document) {
        d->dialogs->tell(tr("Cannot open %1.").arg(QFileInfo(file).fileName()), qs(describe(opened.document.error())));
        return nullptr;
    }
    // An untouched first screen or new flow makes room.
    DocumentPage* again = opened.journal ? take_up(opened) : nullptr;
    DocumentPage* spare = again ? nullptr : d->pages->count() == 1 ? d->page_at(0) : nullptr;
    const bool replace = spare && spare->document().file().isEmpty() && !spare->document().modified() && d->control->shown(&spare->document()).isEmpty();
    DocumentPage* page = again ? again : add_page(std::move(*opened.document), file, std::move(opened.picture));
    if (replace) close_page(0);
    remember_recent(d->settings, file);
    save_settings(d->settings);
    let_go(std::move(opened));   // what the journal brought along
    return page;
}

void MainWindow::show_opening() {
    if (d->openings.empty()) d->strip->hide_now();
    else d->strip->follow(QFileInfo(d->openings.back().file).fileName(), d->openings.back().state);
}

// What the worker still does comes to nothing; the window forgets it at once.
void MainWindow::cancel_opening() {
    for (const Private::Opening& one : d->openings) one.state->cancelled = true;
    d->openings.clear();
    show_opening();
    show_notice(tr("Opening was cancelled"));
    if (!page()) open_first_screen();
    emit opening_ended();
}

void MainWindow::reload_page(DocumentPage& changed) {
    changed.watch_file();
    FlowDocument& shown = changed.document();
    const auto may = [this, &shown] {
        return !shown.modified() || d->dialogs->confirm(tr("%1 was changed by another program. Read it again? Your changes can be had back with Undo.").arg(shown.title()), tr("&Read again"));
    };
    shown.reload_in_background(may, [this, &shown](const Result<bool>& done) {
        if (done && *done) show_notice(tr("%1 was changed by another program and has been read again").arg(shown.title()));
    });
}

}  // namespace weft::ui
