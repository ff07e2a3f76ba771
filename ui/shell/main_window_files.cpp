// Files: new, open, save, export, recent, unsaved changes, changes from outside.
#include <QDir>
#include <QDirIterator>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSvgGenerator>
#include <QUrl>

#include "core/io/file.h"
#include "core/targets/handlers_apart.h"
#include "core/targets/portability.h"
#include "core/targets/submit.h"
#include "ui/bridge/background.h"
#include "ui/bridge/folder_bridge.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/document/flow_document.h"
#include "ui/document/journal.h"
#include "ui/portability/portability_model.h"
#include "ui/shell/document_page.h"
#include "ui/shell/first_steps.h"
#include "ui/shell/main_window_private.h"
#include "ui/shell/open_strip.h"

namespace weft::ui {

namespace {

constexpr const char* first_example = ":/examples/hello.weft.yaml";
constexpr const char* new_text = "weftwork: 1\nname: untitled\ntasks: []\n";

QString example_title(const QString& file) { return QFileInfo(file).fileName().section(u'.', 0, 0); }

Result<DocumentPtr> new_document() {
    Flow flow;
    flow.name = "untitled";
    flow.format = "native";
    if (const Format* native = find_format("native"); native && native->fresh)
        if (Result<std::string> text = native->fresh(flow))
            if (Result<DocumentPtr> document = open_text(*text)) return document;
    return open_text(new_text);
}

QString filter_of(const FlowDocument& document) {
    return document.flow()->format == "native" ? MainWindow::tr("Weftwork flows (*.weft.yaml);;All files (*)") : MainWindow::tr("YAML (*.yaml *.yml);;All files (*)");
}

Result<void> write_exported(const std::vector<ExportedFile>& files, const QString& chosen) {
    if (files.size() == 1) return io::write_file(utf8(chosen), files[0].text);
    for (const ExportedFile& file : files)   // several: beside each other in the folder that was chosen
        if (Result<void> written = io::write_file(utf8(QFileInfo(chosen).absolutePath() + u'/' + qs(file.name)), file.text); !written) return written;
    return {};
}

}  // namespace

void MainWindow::handle_file_actions() {
    Actions& a = *d->actions;
    a.handle("file.new", [this] { new_flow(); });
    a.handle("file.open", [this] {
        const QString folder = document() && !document()->file().isEmpty() ? QFileInfo(document()->file()).absolutePath() : QString();
        for (const QString& file : d->dialogs->open_files(folder)) open_file(file);
    });
    connect(d->strip, &OpenStrip::cancelled, this, &MainWindow::cancel_opening);
    a.handle("file.save", [this] { save(); });
    a.handle("file.save-as", [this] { save_as(); });
    a.handle("file.close", [this] { close_page(d->pages->currentIndex()); });
    a.handle("file.quit", [this] { close(); });
    connect(d->pages, &QTabWidget::tabCloseRequested, this, &MainWindow::close_page);
    connect(d->pages, &QTabWidget::currentChanged, this, &MainWindow::page_changed);

    connect(d->recent, &QMenu::aboutToShow, this, [this] {
        d->recent->clear();
        for (const QString& file : d->settings.recent)
            d->recent->addAction(QDir::toNativeSeparators(file).replace(u'&', QLatin1String("&&")), this, [this, file] { open_file(file); });
        if (d->settings.recent.isEmpty()) d->recent->addAction(tr("Nothing opened yet"))->setEnabled(false);
    });
    QDirIterator examples(QStringLiteral(":/examples"), {QStringLiteral("*.yaml")}, QDir::Files);
    QStringList names;
    while (examples.hasNext()) names << examples.next();
    names.sort();
    for (const QString& file : names) d->examples->addAction(example_title(file), this, [this, file] { open_example(file); });
    for (const QString& file : names) d->inserts->addAction(example_title(file), this, [this, file] { insert_example(file); });
    for (const Target* target : targets())
        if (target->export_flow)
            d->exports->addAction(tr("%1…").arg(qs(target->title)), this, [this, id = qs(target->id)] { export_target(id); })->setObjectName(QStringLiteral("export-") + qs(target->id));
    d->exports->addSeparator();
    d->exports->addAction(tr("Picture (PNG)…"), this, [this] { export_picture(Picture::png); })->setObjectName(QStringLiteral("export-png"));
    d->exports->addAction(tr("Picture (SVG)…"), this, [this] { export_picture(Picture::svg); })->setObjectName(QStringLiteral("export-svg"));
    d->exports->addAction(tr("Picture (PDF)…"), this, [this] { export_picture(Picture::pdf); })->setObjectName(QStringLiteral("export-pdf"));
    a.handle("file.print", [this] { print(); });
}

void MainWindow::new_flow() {
    Result<DocumentPtr> made = new_document();
    if (!made) {
        d->dialogs->tell(tr("Cannot make a new flow."), qs(describe(made.error())));
        return;
    }
    DocumentPage* made_page = add_page(*made, {});
    d->control->typed_here(&made_page->document());
}

// A journal of a file that is being opened: what was not saved is offered; what was saved brings its undo steps back.
DocumentPage* MainWindow::take_up(Opened& opened) {
    const FoundJournal& found = *opened.journal;
    if (found.unsaved > 0) {
        const QString title = QFileInfo(found.file).fileName();
        if (d->dialogs->confirm(tr("%1 has changes that were not saved when Weftwork ended: %n step(s). Get them back?", nullptr, found.unsaved).arg(title), tr("&Get back"))) return recover(found, opened.base);
    } else if (opened.base) {
        if (DocumentPage* page = recover(found, opened.base, *opened.document, std::move(opened.picture))) return page;
    }
    remove_journal(found.path);
    return nullptr;
}

DocumentPage* MainWindow::recover(const FoundJournal& found, const DocumentPtr& base, const DocumentPtr& now, layout::FlowPicture laid_out) {
    if (!base) return nullptr;
    auto again = std::make_unique<FlowDocument>(base, found.file);
    const bool whole = again->continue_journal(found, now);   // before anybody looks: each step would be shown
    DocumentPage* page = add_page(std::move(again), std::move(laid_out));
    if (!whole) show_notice(tr("the last changes could not be read"));
    return page;
}

void MainWindow::offer_recovery() {
    worker_pool().start([folder = journal_folder()] { clear_old_journals(folder); });
    std::vector<FoundJournal> all = abandoned_journals(journal_folder());
    std::erase_if(all, [this](const FoundJournal& found) {
        for (int i = 0; i < d->pages->count(); ++i)
            if (!found.file.isEmpty() && d->page_at(i)->document().file() == found.file) return true;
        return false;
    });
    if (all.empty()) return;
    QStringList names;
    for (const FoundJournal& found : all) names << (found.file.isEmpty() ? found.title : QFileInfo(found.file).fileName());
    if (!d->dialogs->confirm(tr("Weftwork ended before this was saved: %1. Get it back?").arg(names.join(QStringLiteral(", "))), tr("&Get back"))) return;   // asked again next time
    for (const FoundJournal& found : all)
        if (const Result<DocumentPtr> base = open_text(found.base, utf8(found.file))) recover(found, *base);
}

// Closed on purpose: what was not saved is thrown away, what has no file has nothing to go on with.
void MainWindow::end_journal(DocumentPage& ended) {
    ended.document().close_journal();
}

void MainWindow::open_example(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) return;
    Result<DocumentPtr> opened = open_text(file.readAll().toStdString());
    if (!opened) {
        d->dialogs->tell(tr("Cannot open the example."), qs(describe(opened.error())));
        return;
    }
    d->control->typed_here(&add_page(*opened, {})->document());   // ours: trusted by content
}

void MainWindow::open_first_screen() {
    open_example(QString::fromLatin1(first_example));
    if (!page()) {
        new_flow();
        return;
    }
    if (d->settings.welcome) d->actions->get("help.welcome")->trigger();
}

bool MainWindow::save() {
    if (!page() || document()->read_only()) return false;
    return document()->file().isEmpty() ? save_as() : save_page(*page(), document()->file());
}

bool MainWindow::save_as() {
    if (!page()) return false;
    const FlowDocument& shown = *document();
    const bool native = shown.flow()->format == "native";
    const QString name = qs(shown.flow()->name.empty() ? "flow" : shown.flow()->name) + (native ? QStringLiteral(".weft.yaml") : QStringLiteral(".yaml"));
    QString file = d->dialogs->save_file(shown.file().isEmpty() ? name : shown.file(), filter_of(shown));
    if (file.isEmpty()) return false;
    if (QFileInfo(file).suffix().isEmpty()) file += native ? QStringLiteral(".weft.yaml") : QStringLiteral(".yaml");
    return save_page(*page(), QFileInfo(file).absoluteFilePath());
}

bool MainWindow::save_page(DocumentPage& saved, const QString& file) {
    const Result<void> written = saved.document().save(file);
    saved.watch_file();
    if (!written) {
        d->dialogs->tell(tr("Cannot save %1.").arg(QFileInfo(file).fileName()), qs(describe(written.error())));
        return false;
    }
    remember_recent(d->settings, file);
    save_settings(d->settings);
    d->folder->follow(file);
    d->folder->read_again();
    show_notice(tr("Saved %1").arg(QFileInfo(file).fileName()));
    return true;
}

bool MainWindow::ask_and_save(DocumentPage& asked) {
    switch (d->dialogs->ask_save(asked.document().title())) {
        case Dialogs::Answer::cancel: return false;
        case Dialogs::Answer::discard: return true;
        case Dialogs::Answer::save: break;
    }
    d->pages->setCurrentWidget(&asked);
    return save();
}

bool MainWindow::close_page(int index) {
    DocumentPage* closed = d->page_at(index);
    if (!closed) return true;
    if (closed->document().modified() && !ask_and_save(*closed)) return false;
    end_journal(*closed);
    d->control->forget(&closed->document());
    d->pages->removeTab(d->pages->indexOf(closed));
    page_changed();
    delete closed;
    return true;
}

void MainWindow::export_target(const QString& id) {
    const Target* target = find_target(utf8(id));
    if (!page() || !target || !target->export_flow) return;
    std::string version = target->versions.empty() ? std::string() : target->versions.front();
    for (const lint::TargetChoice& choice : d->settings.targets)
        if (choice.id == target->id) version = choice.version;
    ExportOptions options{version, d->settings.default_images.count(target->id) ? d->settings.default_images.at(target->id) : std::string()};
    Portability found = portability(*document()->flow(), *target, options);
    if (found.fit == Fit::refused && may_stand_apart(*document()->flow(), *target, version)) {
        ExportOptions apart = options;
        apart.handlers_apart = true;
        if (Portability without = portability(*document()->flow(), *target, apart); without.fit != Fit::refused) {
            if (!d->dialogs->confirm(tr("%1 cannot run exit handlers. Export them apart, each in a file of its own, to be started when the flow has ended?").arg(qs(target->title)), tr("Export &apart"))) return;
            options = apart;
            found = std::move(without);
        }
    }
    const Result<Exported> made = export_to(*document()->flow(), *target, options);
    if (!made) {
        const QString reasons = found.fit == Fit::refused ? remark_sentences(found, Fit::refused) : translated(made.error().message);
        d->dialogs->tell(tr("%1 cannot say what this flow says.").arg(qs(target->title)), reasons);
        return;
    }
    const QString suggestion = made->files.empty() ? QString() : qs(made->files.front().name);
    const QString file = d->dialogs->save_file(suggestion, tr("YAML (*.yaml *.yml);;All files (*)"));
    if (file.isEmpty()) return;
    if (const Result<void> written = write_exported(made->files, file); !written) d->dialogs->tell(tr("Cannot export."), qs(describe(written.error())));
    else {
        show_notice(tr("Exported %1").arg(QFileInfo(file).fileName()));
        emit exported(file);
    }
    QStringList notes;
    for (const Message& note : made->notes) notes << translated(note);
    std::vector<ExportedFile> written = made->files;   // under the name that was chosen
    if (written.size() == 1) written.front().name = utf8(QFileInfo(file).fileName());
    QStringList steps;
    if (!notes.isEmpty() || d->run_on == target->id)   // a plain export of what fits says nothing more
        for (const Submission& step : submissions(*target, written)) steps << translated(step.what) + u'\n' + qs(step.command);
    if (notes.isEmpty() && steps.isEmpty()) return;
    const QString title = notes.isEmpty() ? tr("Exported %1.").arg(QFileInfo(file).fileName()) : tr("Exported %1, with changes.").arg(QFileInfo(file).fileName());
    QStringList parts;
    if (!notes.isEmpty()) parts << notes.join(u'\n');
    if (!steps.isEmpty()) parts << steps.join(QStringLiteral("\n\n"));
    d->dialogs->tell(title, parts.join(QStringLiteral("\n\n")));
}

void MainWindow::export_picture(Picture kind) {
    if (!page()) return;
    const QString name = qs(document()->flow()->name.empty() ? "flow" : document()->flow()->name);
    const QString ending = kind == Picture::svg ? QStringLiteral(".svg") : kind == Picture::pdf ? QStringLiteral(".pdf") : QStringLiteral(".png");
    const QString file = d->dialogs->save_file(name + ending, kind == Picture::svg ? tr("SVG (*.svg)") : kind == Picture::pdf ? tr("PDF (*.pdf)") : tr("PNG (*.png)"));
    if (file.isEmpty()) return;
    const QSizeF size = canvas()->picture_size();
    bool done = true;
    if (kind == Picture::png) {
        QImage image((size * 2).toSize().boundedTo(QSize(16'000, 16'000)), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        canvas()->render(painter, QRectF({0, 0}, QSizeF(image.size())));
        painter.end();
        done = image.save(file);
    } else if (kind == Picture::svg) {
        QSvgGenerator generator;
        generator.setFileName(file);
        generator.setSize(size.toSize());
        generator.setViewBox(QRectF({0, 0}, size));
        generator.setTitle(name);
        QPainter painter;
        done = painter.begin(&generator);
        if (done) canvas()->render(painter, QRectF({0, 0}, size));
    } else {
        QPdfWriter pdf(file);
        pdf.setTitle(name);
        pdf.setPageSize(QPageSize(size, QPageSize::Point, QString(), QPageSize::ExactMatch));
        pdf.setPageMargins(QMarginsF());
        QPainter painter;
        done = painter.begin(&pdf);
        if (done) canvas()->render(painter, QRectF(0, 0, pdf.width(), pdf.height()));
    }
    if (!done) d->dialogs->tell(tr("Cannot write %1.").arg(QFileInfo(file).fileName()), {});
    else {
        show_notice(tr("Exported %1").arg(QFileInfo(file).fileName()));
        emit exported(file);
    }
}

// On one page, as large as it fits, the page turned to the picture.
void MainWindow::print() {
    if (!page()) return;
    const QSizeF size = canvas()->picture_size();
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(document()->title());
    printer.setPageOrientation(size.width() > size.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted) return;
    QPainter painter;
    if (!painter.begin(&printer)) return d->dialogs->tell(tr("Cannot print."), {});
    const QRectF paper(0, 0, printer.width(), printer.height());
    QRectF target({0, 0}, size.scaled(paper.size(), Qt::KeepAspectRatio));
    target.moveCenter(paper.center());
    canvas()->render(painter, target);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) open_file(url.toLocalFile());
}

}  // namespace weft::ui
