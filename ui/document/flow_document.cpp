#include "ui/document/flow_document.h"

#include <QFileInfo>
#include <algorithm>
#include <unordered_set>

#include "core/io/file.h"
#include "ui/bridge/text.h"
#include "ui/bridge/text_offsets.h"
#include "ui/document/flow_document_private.h"
#include "ui/document/opening.h"
#include "ui/document/sidecar.h"

namespace weft::ui {

namespace {

constexpr int typing_pause_ms = 150;

}  // namespace

FlowDocument::FlowDocument(DocumentPtr document, QString file, QObject* parent) : QObject(parent), d(std::make_unique<Private>()) {
    d->file = std::move(file);
    d->text = document->text;
    if (outside_part(*document).empty()) document = with_sidecar(document, utf8(d->file));
    d->saved_canvas = outside_part(*document);
    d->flow_index = document->flow_index;
    d->shown = std::make_shared<Snapshot>(Snapshot{std::move(document), std::nullopt});
    d->undo.setUndoLimit(d->text.size() > 1'000'000 ? 50 : 500);   // a step of a large text holds its whole tree
    d->typing_pause.setSingleShot(true);
    connect(&d->typing_pause, &QTimer::timeout, this, [this] { d->read_in_background(this); });
    connect(&d->undo, &QUndoStack::cleanChanged, this, &FlowDocument::state_changed);
}

FlowDocument::~FlowDocument() {
    disconnect(&d->undo, nullptr, this, nullptr);   // the dying stack says "clean"
}

const DocumentPtr& FlowDocument::document() const { return d->shown->document; }
FlowPtr FlowDocument::flow() const { return d->shown->document->flow; }
QString FlowDocument::text() const { return qs(d->text); }
QString FlowDocument::file() const { return d->file; }
QString FlowDocument::title() const { return !d->given_title.isEmpty() ? d->given_title : d->file.isEmpty() ? tr("untitled") : QFileInfo(d->file).fileName(); }
bool FlowDocument::parses() const { return !d->shown->broken; }
Error FlowDocument::broken() const { return d->shown->broken.value_or(Error{}); }
bool FlowDocument::can_draw() const { return why_not_draw().empty(); }
int FlowDocument::revision() const { return d->revision; }
bool FlowDocument::modified() const { return !d->undo.isClean(); }
QUndoStack& FlowDocument::undo_stack() { return d->undo; }

bool FlowDocument::read_only() const { return !d->only_shown.empty(); }

void FlowDocument::show_only(const QString& title, Message why) {
    d->given_title = title;
    d->only_shown = std::move(why);
    emit state_changed();
    emit parse_state_changed();
}

Message FlowDocument::why_not_draw() const {
    if (read_only()) return d->only_shown;
    if (d->shown->broken) {
        const int line = d->shown->broken->where.line;
        return line > 0 ? Message{WEFT_TR("core", "the text does not parse: mend line %1 first"), {std::to_string(line)}}
                        : Message{WEFT_TR("core", "the text does not parse: mend it first")};
    }
    if (d->shown->document->format && !d->shown->document->format->abilities.edit) return d->shown->document->format->abilities.reason;
    return {};
}

// --- changes --------------------------------------------------------------------------------------------------------------------

Result<void> FlowDocument::commit(const QString& label, const std::function<Result<Flow>(const Flow&)>& edit, const QString& merge_key) {
    const auto refuse = [this](Error error) -> Result<void> {
        emit refused(error.message);
        return tl::unexpected<Error>(std::move(error));
    };
    if (d->shown->unread)
        if (Result<void> read = wait_until_read(); !read) return read;
    if (!can_draw()) return refuse({why_not_draw(), broken().where});
    const DocumentPtr before = document();
    Result<Flow> wanted = edit(*before->flow);
    if (!wanted) return refuse(wanted.error());
    if (*wanted == *before->flow) return {};
    Result<Edited> edited = before->text.size() < d->read_at_once ? weft::commit(before, *wanted) : weft::draw(before, *wanted);
    if (!edited) return refuse(edited.error());
    d->push(this, label, merge_key, std::move(edited->edits), {edited->document, std::nullopt});
    return {};
}

void FlowDocument::type(int offset_utf16, int removed_utf16, const QString& inserted) {
    if (read_only()) return;
    yaml::TextEdit edit;
    edit.offset = byte_of_utf16(d->text, offset_utf16);
    edit.removed = d->text.substr(edit.offset, bytes_of_units(d->text, edit.offset, removed_utf16));
    edit.inserted = utf8(inserted);
    if (edit.removed == edit.inserted) return;
    const EditStep edits{edit};
    Snapshot after = d->text.size() >= d->read_at_once ? Snapshot{document(), d->shown->broken, true}
                                                       : read_again(*d->shown, yaml::apply(d->text, edits));
    d->push(this, tr("Type"), QStringLiteral("type"), edits, std::move(after));
}

Result<void> FlowDocument::apply_text(const QString& label, const std::vector<yaml::TextEdit>& edits) {
    if (edits.empty()) return {};
    if (read_only()) {
        emit refused(d->only_shown);
        return fail(d->only_shown);
    }
    if (d->text.size() >= d->read_at_once) {
        d->push(this, label, {}, edits, Snapshot{document(), d->shown->broken, true, !d->shown->broken && !d->shown->unread});
        return {};
    }
    Snapshot after = read_again(*d->shown, yaml::apply(d->text, edits));
    if (after.broken && !d->shown->broken) {
        emit refused(after.broken->message);
        return tl::unexpected<Error>(*after.broken);
    }
    d->push(this, label, {}, edits, std::move(after));
    return {};
}

Result<void> FlowDocument::save(const QString& file) {
    if (Result<void> read = wait_until_read(); !read) return read;
    const std::string path = utf8(file);
    if (Result<void> written = io::write_file(path, d->text); !written) return written;
    CanvasPart canvas = outside_part(*d->shown->document);
    const bool elsewhere = file != d->file;
    if (canvas != d->saved_canvas || (elsewhere && !canvas.empty()))
        if (Result<void> written = write_sidecar(path, canvas); !written) return written;
    d->saved_canvas = std::move(canvas);
    d->file = file;
    d->undo.setClean();
    save_journal();
    emit state_changed();
    return {};
}

Result<void> FlowDocument::reload() {
    Reread read = read_file_again(*d->shown, d->text, utf8(d->file));
    if (read.unreadable) return tl::unexpected<Error>(std::move(*read.unreadable));
    d->take_over(this, std::move(read));
    return {};
}

void FlowDocument::Private::push(FlowDocument* self, const QString& label, const QString& key, EditStep edits, Snapshot after) {
    const auto show_it = [self](const std::vector<EditStep>& steps, const SnapshotPtr& snapshot, bool back) { self->d->show(self, steps, snapshot, back); };
    JournalEntry entry;
    if (!journal_path.isEmpty() && !replaying) {
        entry.label = label;
        entry.merge_key = key;
        if (!edits.empty()) entry.steps = {edits};
        if (CanvasPart wanted = outside_part(*after.document); wanted != outside_part(*shown->document)) entry.canvas = std::move(wanted);
        if (!journal) {
            journal_base = text;
            journal_canvas = outside_part(*shown->document);
        }
    }
    pushing = true;
    undo.push(new FlowCommand(label, key, std::move(edits), shown, std::make_shared<Snapshot>(std::move(after)), show_it,
                              [self] { return self->d->text; }));
    pushing = false;
    if (!journal_path.isEmpty() && !replaying) note(self, std::move(entry));
}

void FlowDocument::Private::edit_text(FlowDocument* self, const std::vector<EditStep>& steps) {
    for (const EditStep& step : steps)
        for (auto edit = step.rbegin(); edit != step.rend(); ++edit) {   // from behind, so that the offsets before it stay right
            const int at = int(utf16_of_byte(text, edit->offset));
            text.replace(edit->offset, edit->removed.size(), edit->inserted);
            emit self->text_edited(at, int(qs(edit->removed).size()), qs(edit->inserted));
        }
}

void FlowDocument::Private::show(FlowDocument* self, const std::vector<EditStep>& steps, const SnapshotPtr& snapshot, bool back) {
    const FlowPtr before = shown->document->flow;
    const std::optional<Error> broken_before = shown->broken;
    shown = snapshot;
    ++revision;
    edit_text(self, steps);
    if (!pushing && !replaying && !journal_path.isEmpty()) {
        JournalEntry entry;
        entry.op = back ? JournalEntry::Op::undo : JournalEntry::Op::redo;
        entry.steps = steps;
        note(self, std::move(entry));
    }
    if (shown->unread) typing_pause.start(shown->must_parse ? 0 : typing_pause_ms);
    announce(self, before, broken_before);
    check_in_background(self);
}

void FlowDocument::Private::announce(FlowDocument* self, const FlowPtr& before, const std::optional<Error>& broken_before) {
    FlowChange change = before == shown->document->flow ? FlowChange{} : diff(*before, *shown->document->flow);
    if (const std::size_t index = shown->document->flow_index; index != flow_index) {   // another flow of the file: its numbers mean other tasks
        flow_index = index;
        change.edges = change.placements = true;
        scope = {};
        selection.clear();
        run_state.reset();
        emit self->scope_changed();
        emit self->selection_changed();
        emit self->run_changed();
        emit self->state_changed();
    }
    forget_missing(self);
    emit self->changed(change);
    if (shown->broken != broken_before) emit self->parse_state_changed();
}

void FlowDocument::Private::forget_missing(FlowDocument* self) {
    const Flow& flow = *shown->document->flow;
    if (!body_at(flow, scope)) {
        scope = {};
        emit self->scope_changed();
    }
    std::unordered_set<TaskId> all;   // of a large selection: one walk instead of a search each
    if (constexpr std::size_t few = 16; selection.size() > few) for_each_task(flow, [&all](const std::string&, const Task& task, const Handler*) { all.insert(task.id); });
    const auto gone = std::remove_if(selection.begin(), selection.end(), [&](TaskId id) { return all.empty() ? !find_task(flow, id) : !all.count(id); });
    if (gone == selection.end()) return;
    selection.erase(gone, selection.end());
    emit self->selection_changed();
}

// --- selection, findings, run ------------------------------------------------------------------------------------------------------

const std::vector<TaskId>& FlowDocument::selection() const { return d->selection; }

void FlowDocument::select(std::vector<TaskId> ids) {
    if (ids == d->selection) return;
    d->selection = std::move(ids);
    emit selection_changed();
}

BodyRef FlowDocument::scope() const { return d->scope; }

void FlowDocument::open_scope(const BodyRef& scope) {
    if (scope == d->scope || !body_at(*d->shown->document->flow, scope)) return;
    d->scope = scope;
    emit scope_changed();
}

const std::vector<lint::Finding>& FlowDocument::findings() const { return d->findings; }

void FlowDocument::set_findings(std::vector<lint::Finding> findings, int revision) {
    if (revision != d->revision) return;   // of an older text: its places would lie
    d->findings = std::move(findings);
    emit findings_changed();
}

const run::RunState* FlowDocument::shown_run() const { return d->run_state.get(); }
const run::Verdict& FlowDocument::shown_verdict() const { return d->run_verdict; }
qint64 FlowDocument::shown_run_number() const { return d->run_number; }

void FlowDocument::show_run(std::shared_ptr<const run::RunState> state, run::Verdict verdict, qint64 number) {
    d->run_state = std::move(state);
    d->run_verdict = std::move(verdict);
    d->run_number = number;
    emit run_changed();
}

}  // namespace weft::ui
