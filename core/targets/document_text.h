// Files that are no YAML and no JSON (Format::Text): the same document, without a tree. Called by document.cpp and document_draw.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/targets/document.h"

namespace weft {

// The format that takes this text for its own; `wanted` is asked first. Null: read it as YAML.
const Format* text_format_of(std::string_view text, const std::string& file, const Format* wanted = nullptr);
Result<std::shared_ptr<Document>> read_text_document(const Format& format, std::string text, const std::string& file, std::size_t flow_index);
// What a drawn change is in the text of `base`, by its format's Text::write or by its tree.
Result<std::vector<yaml::TextEdit>> drawn_edits(const Document& base, const Flow& after);
// How many flows the file of a document holds, at least 1.
std::size_t flows_in(const Document& document);

}  // namespace weft
