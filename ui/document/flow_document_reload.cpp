// A file that another program has changed, and the other flows of a file.
#include "core/io/file.h"
#include "ui/bridge/background.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document_private.h"
#include "ui/document/text_difference.h"

namespace weft::ui {

Reread read_file_again(const Snapshot& before, const std::string& shown, const std::string& file) {
    Reread out;
    Result<std::string> text = io::read_file(file);
    if (!text) {
        out.unreadable = text.error();
        return out;
    }
    out.edits = text_difference(shown, *text);
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
