#include "core/targets/document_decode.h"

#include <map>
#include <mutex>

namespace weft {
namespace {

// The same format without its way back: whoever asks a document's format whether it can be edited hears no.
const Format* read_only_of(const Format& format) {
    static std::mutex lock;
    static std::map<const Format*, std::unique_ptr<const Format>> all;
    const std::lock_guard guard(lock);
    std::unique_ptr<const Format>& made = all[&format];
    if (!made) {
        Format copy = format;
        copy.abilities.edit = false;
        copy.abilities.reason = WEFT_TR("core", "this was decoded from bytes and is read only: save it as a text of its own to draw in it");
        copy.write = nullptr;
        made = std::make_unique<const Format>(std::move(copy));
    }
    return made.get();
}

}  // namespace

const Format* encoding_of(const std::string& bytes, const std::string& file) {
    for (const Format* format : formats())
        if (format->encoded && format->decode && format->encoded(bytes, file)) return format;
    return nullptr;
}

Result<std::shared_ptr<Document>> read_encoded(const Format& format, const std::string& bytes, const std::string& file, const ReadText& read) {
    Result<std::string> text = format.decode(bytes, file);
    if (!text) {
        Error error = text.error();
        if (error.where.file.empty()) error.where.file = file;
        return tl::unexpected<Error>(std::move(error));
    }
    Result<std::shared_ptr<Document>> document = read(std::move(*text));
    if (!document) return document;
    (*document)->format = read_only_of(*(*document)->format);
    return document;
}

}  // namespace weft
