// What the worker does for a document: reading a large text that was typed, and checking that a large text holds what was drawn.
#include <QEventLoop>

#include "ui/bridge/background.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document_private.h"

namespace weft::ui {

namespace {

// A renamed task keeps its hand-made place, and so do the tasks and notes in it.
void follow_names(CanvasPart& part, const std::vector<std::pair<std::string, std::string>>& renamed) {
    const auto follow = [&](std::string& path) {
        for (const auto& [from, to] : renamed) {
            const bool inside = path.rfind(from + "/", 0) == 0;
            if (path != from && !inside) continue;
            path = inside ? to + path.substr(from.size()) : to;
            return;
        }
    };
    for (Placement& placement : part.placements) follow(placement.path);
    for (Note& note : part.notes) follow(note.in);
    for (std::string& path : part.unfolded) follow(path);
}

}  // namespace

Snapshot read_again(const Snapshot& before, std::string text) {
    std::vector<std::pair<std::string, std::string>> renamed;
    Result<DocumentPtr> read = retype(before.document, std::move(text), &renamed);
    if (!read) return {before.document, read.error()};
    const CanvasPart part = outside_part(**read);
    CanvasPart followed = part;
    follow_names(followed, renamed);
    if (followed == part) return {*read, std::nullopt};
    return {with_canvas(*read, std::move(followed)), std::nullopt};
}

void FlowDocument::Private::read_in_background(FlowDocument* self) {
    if (!shown->unread) return;
    const int asked = revision;
    const SnapshotPtr target = shown;
    in_background(self, [before = *shown, text = text] { return read_again(before, text); }, [self, target, asked](Snapshot read) {
        Private& d = *self->d;
        if (d.revision != asked || d.shown != target || !target->unread) return;   // typed on meanwhile: the pause has begun anew
        const FlowPtr before = target->document->flow;
        const std::optional<Error> broken_before = target->broken;
        if (target->must_parse && read.broken) {
            target->refused = read.broken;
            target->unread = false;
            d.take_back(self);
        } else {
            *target = std::move(read);
            ++d.revision;
            d.announce(self, before, broken_before);
        }
        emit self->was_read();
    });
}

// One reading at a time, always of what is shown now: while a person draws on, the steps in between need no reading of their own, because each stands on
// all before it.
void FlowDocument::Private::check_in_background(FlowDocument* self) {
    if (checking || shown->unread) return;
    if (shown->refused) {   // undone or done again onto what was refused before
        QTimer::singleShot(0, self, [self] {
            if (self->d->shown->refused) self->d->take_back(self);
        });
        return;
    }
    if (is_checked(*shown->document)) return;
    checking = true;
    const SnapshotPtr target = shown;
    in_background(self, [drawn = target->document] { return weft::check(drawn); }, [self, target, drawn = target->document](Result<DocumentPtr> read) {
        Private& d = *self->d;
        d.checking = false;
        const FlowPtr before = drawn->flow;
        if (target->document == drawn) {
            if (read) target->document = *read;
            else target->refused = read.error();
        }
        if (target == d.shown) {
            if (target->refused) {
                d.take_back(self);
            } else if (!target->unread) {
                ++d.revision;
                d.announce(self, before, target->broken);
            }
        }
        d.check_in_background(self);
        emit self->was_read();
    });
}

// The step that led here is undone and said. What led to the step before is checked next, so that everything down to the last text that holds what was
// drawn goes, and nothing else.
void FlowDocument::Private::take_back(FlowDocument* self) {
    const Error why = *shown->refused;
    if (undo.index() == 0) return;
    shown->forget = undo.index() == undo.count();
    undo.undo();
    emit self->refused(why.message);
}

void FlowDocument::read_at_once_below(std::size_t bytes) { d->read_at_once = bytes; }

bool FlowDocument::waits_for_reading() const { return d->shown->unread || d->shown->refused || !is_checked(*d->shown->document); }

Result<void> FlowDocument::wait_until_read() {
    std::optional<Message> taken_back;
    const auto listening = connect(this, &FlowDocument::refused, this, [&taken_back](const Message& why) { taken_back = why; });
    while (waits_for_reading()) {
        QEventLoop loop;
        connect(this, &FlowDocument::was_read, &loop, &QEventLoop::quit);
        if (d->shown->unread) {
            d->typing_pause.stop();
            d->read_in_background(this);
        } else {
            d->check_in_background(this);
        }
        if (d->shown->refused) d->take_back(this);
        else loop.exec(QEventLoop::ExcludeUserInputEvents);
    }
    disconnect(listening);
    if (taken_back) return fail(*taken_back);
    return {};
}

}  // namespace weft::ui
