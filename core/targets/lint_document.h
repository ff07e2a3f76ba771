// Lint of a document or of a whole file: the command line, the designer and the tests ask here, so that all of them find the same.
#pragma once

#include <string>
#include <vector>

#include "core/lint/rule.h"
#include "core/targets/document.h"

namespace weft {

// Findings of one open document. Without chosen targets: what its format suggests, and Metaflow where a file says that Metaflow made it.
std::vector<lint::Finding> lint_document(const Document& document, lint::Options options = {});

// All flows of a text. One that does not parse, or is no flow, is one finding (yaml/syntax); `unreadable` tells that apart.
struct FileLint {
    std::vector<lint::Finding> findings;
    bool unreadable = false;
};
FileLint lint_text(const std::string& text, const std::string& file, const lint::Options& options = {});

// The finding's fix on this document, as text edits. A flow fix goes through commit().
Result<Edited> apply_fix(const DocumentPtr& document, const lint::Fix& fix);

}  // namespace weft
