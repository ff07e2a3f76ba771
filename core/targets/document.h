// A document: the text of a file plus the flow read from it. Pure value; used by the command line, lint and the GUI's FlowDocument alike.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/targets/format.h"
#include "core/yaml/patch.h"

namespace weft {

struct Document {
    std::string file;                 // for messages; may be empty
    std::string text;
    yaml::Stream stream;
    const Format* format = nullptr;
    std::size_t flow_index = 0;
    FlowPtr flow;
    SourceMap places;
    std::vector<yaml::Issue> issues;  // of the reader and of the format
    Message notice;                   // see ReadResult
    std::vector<std::string> kept;

    // After draw() text and flow are new, but nothing was read again: stream, places and issues stay empty here and are those of `base`, the last document
    // that was read as a whole; `since_base` leads from its text to this one. Null: everything above comes from `text`.
    std::shared_ptr<const Document> base;
    std::vector<yaml::TextEdit> since_base;
};
using DocumentPtr = std::shared_ptr<const Document>;

// Fails with file:line:column when the text does not parse or no format recognises it ("no kind of file that Weftwork reads: …").
Result<DocumentPtr> open_text(std::string text, std::string file = {}, std::size_t flow_index = 0);
Result<DocumentPtr> open_file(const std::string& path, std::size_t flow_index = 0);   // guarded read of io/file.h

struct Edited {
    DocumentPtr document;
    std::vector<yaml::TextEdit> edits;
};
// The drawn change goes into the text: draw(), then check(). A mismatch is an Error, nothing changed.
Result<Edited> commit(const DocumentPtr&, const Flow& after);
// The fast half: format write -> yaml patch, which reads the block around the change again. Costs the size of the change and a walk over the tasks; reads
// no whole text. Successive draws are all written from the last document that was read, so that no position is ever moved.
Result<Edited> draw(const DocumentPtr&, const Flow& after);
// The other half, for a worker: the whole text read again and compared with what was drawn. The same document when there is nothing to check.
Result<DocumentPtr> check(const DocumentPtr& drawn);
bool is_checked(const Document&);               // its text was read as a whole
const Document& as_read(const Document&);       // the document whose stream and places to ask: itself, or its base
// Byte offsets in as_read(document).text, and the same place in document.text. What was replaced in between is taken for its begin.
std::size_t now_at(const Document&, std::size_t base_byte);
std::size_t then_at(const Document&, std::size_t byte);
// Typing: the text changed; ids are carried over. Fails where the text does not parse (the caller keeps the last good flow).
Result<DocumentPtr> retype(const DocumentPtr& before, std::string text, std::vector<std::pair<std::string, std::string>>* renamed = nullptr);
// `weft edit --set tasks.train.image=x`: a field path of SourceMap, also one that does not stand in the file yet.
Result<Edited> set_field(const DocumentPtr&, const std::string& path, const std::string& value, bool only_this_use = false);

const std::vector<const Format*>& formats();    // catalogue.cpp, an explicit array
const Format* format_of(const yaml::Stream&);
const Format* find_format(std::string_view id);

}  // namespace weft
