// A file that another program has changed, and the other flows of a file.
#include "core/io/file.h"
#include "ui/bridge/background.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document_private.h"

namespace weft::ui {

namespace {

bool inside_character(const std::string& text, std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; }

// One edit from the first difference to the last, so that the text pane and the undo stack need not take in the whole file.
EditStep difference(const std::string& before, const std::string& after) {
    if (before == after) return {};
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = std::size_t(std::mismatch(before.begin(), before.begin() + std::ptrdiff_t(shorter), after.begin()).first - before.begin());
    while (head > 0 && (inside_character(before, head) || inside_character(after, head))) --head;
    std::size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
    while (tail > 0 && inside_character(before, before.size() - tail)) --tail;
    return {{head, before.substr(head, before.size() - tail - head), after.substr(head, after.size() - tail - head)}};
}

}  // namespace

Reread read_file_again(const Snapshot& before, const std::string& shown, const std::string& file) {
    Reread out;
    Result<std::string> text = io::read_file(file);
    if (!text) {
        out.unreadable = text.error();
        return out;
    }
    out.edits = difference(shown, *text);
    if (!out.edits.empty()) out.after = read_again(before, std::move(*text));
    return out;
}

void FlowDocument::Private::take_over(FlowDocument* self, Reread read) {
    if (!read.edits.empty()) push(self, FlowDocument::tr("Reload"), {}, std::move(read.edits), std::move(read.after));
    undo.setClean();
    self->save_journal();
    emit self->state_changed();
}

void FlowDocument::reload_in_background(std::function<bool()> may, std::function<void(Result<bool>)> done) {
    if (d->reloading) {
        d->reload_again = true;
        return;
    }
    d->reloading = true;
    const int asked = d->revision;
    in_background(this, [before = *d->shown, text = d->text, file = utf8(d->file)] { return read_file_again(before, text, file); },
                  [this, asked, may = std::move(may), done = std::move(done)](Reread read) {
                      if (d->revision != asked) {   // drawn on meanwhile
                          d->reloading = false;
                          reload_in_background(may, done);
                          return;
                      }
                      const auto tell = [&](Result<bool> how) {
                          d->reloading = false;
                          if (done) done(std::move(how));
                          if (std::exchange(d->reload_again, false)) reload_in_background(may, done);   // changed once more meanwhile
                      };
                      if (read.unreadable) return tell(tl::unexpected<Error>(std::move(*read.unreadable)));
                      if (read.edits.empty() || (may && !may())) return tell(false);
                      if (d->revision != asked) {   // while the question stood
                          d->reloading = false;
                          reload_in_background([] { return true; }, done);
                          return;
                      }
                      d->take_over(this, std::move(read));
                      tell(true);
                  });
}

void FlowDocument::show_flow(std::size_t index, std::function<void(Result<void>)> done) {
    if (index == document()->flow_index) {
        if (done) done({});
        return;
    }
    if (Result<void> read = wait_until_read(); !read || !parses()) {
        if (done) done(read ? Result<void>(tl::unexpected<Error>(broken())) : std::move(read));
        return;
    }
    const int asked = d->revision;
    in_background(this, [text = d->text, file = document()->file, index] { return open_text(text, file, index); },
                  [this, asked, index, done = std::move(done)](Result<DocumentPtr> read) {
                      if (d->revision != asked) return show_flow(index, done);
                      if (!read) {
                          if (done) done(tl::unexpected<Error>(read.error()));
                          return;
                      }
                      const FlowPtr before = flow();
                      read = with_canvas(*read, {before->placements, before->notes, before->unfolded});   // the sidecar is the whole file's
                      d->shown = std::make_shared<Snapshot>(Snapshot{std::move(*read), std::nullopt});
                      ++d->revision;
                      d->announce(this, before, std::nullopt);
                      if (done) done({});
                  });
}

}  // namespace weft::ui
