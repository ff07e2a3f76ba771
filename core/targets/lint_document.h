// Lint of a document or of a whole file: the command line, the designer and the tests ask here, so that all of them find the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/lint/rule.h"
#include "core/targets/document.h"

namespace weft {

struct Folder;

// Findings of one open document. Without chosen targets: what its format suggests, and Metaflow where a file says that Metaflow made it.
std::vector<lint::Finding> lint_document(const Document& document, lint::Options options = {});
// And what only its folder shows: references to templates of other files. The folder is taken as it is, this document's flow as it stands now.
std::vector<lint::Finding> lint_document(const Document& document, lint::Options options, const Folder& folder);

// What to say of a text that does not parse: its one finding, yaml/syntax, at the byte that the reader names.
std::vector<lint::Finding> lint_broken(const Error& broken, std::string_view text, const std::string& file);

// All flows of a text. One that does not parse is one finding (yaml/syntax) and unreadable; so is one that parses and is no flow, but a walk
// through folders leaves those out.
struct FileLint {
    std::vector<lint::Finding> findings;
    bool unreadable = false;
    bool no_flow = false;   // parses, but no format knows it: a ConfigMap, a chart's values
};
FileLint lint_text(const std::string& text, const std::string& file, const lint::Options& options = {});

// The finding's fix on this document, as text edits. A flow fix goes through commit().
Result<Edited> apply_fix(const DocumentPtr& document, const lint::Fix& fix);

}  // namespace weft
