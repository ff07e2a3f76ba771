// Files that are bytes of an engine's own encoding (Format::encoded): decoded into text that the format reads. Such a document is read only and has no
// file name: saving it never writes text over the bytes. Called by document.cpp.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/targets/document.h"

namespace weft {

// The format whose encoding these bytes are; null for a text.
const Format* encoding_of(const std::string& bytes, const std::string& file);
using ReadText = std::function<Result<std::shared_ptr<Document>>(std::string text)>;
Result<std::shared_ptr<Document>> read_encoded(const Format& format, const std::string& bytes, const std::string& file, const ReadText& read);

}  // namespace weft
