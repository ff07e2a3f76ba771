#include "ui/source/completing.h"

#include <algorithm>

#include "core/targets/source_place.h"
#include "ui/bridge/completion_popup.h"
#include "ui/bridge/text.h"
#include "ui/bridge/text_offsets.h"
#include "ui/document/flow_document.h"
#include "ui/document/task_places.h"

namespace weft::ui {

namespace {

// A native task holds both in one map: what is given to it, and what it runs.
bool is_use_key(const std::vector<std::string>& path) {
    static const std::vector<std::string> use{"params", "when", "loop", "needs", "depends", "use"};
    for (std::size_t i = path.size(); i-- > 1;) {
        if (path[i - 1] != "tasks" && path[i - 1] != "handlers") continue;
        return path[i] == "[]" && i + 1 < path.size() && std::find(use.begin(), use.end(), path[i + 1]) != use.end();
    }
    return false;
}

TextPlace text_place(const Document& document, std::string_view text, std::size_t cursor, std::size_t byte) {
    if (document.format && document.format->id == "native") return is_use_key(yaml_place(text, cursor).path) ? TextPlace::use : TextPlace::work;
    const std::string place = as_read(document).places.task_at(then_at(document, byte));
    const bool inside = place.find(".tasks.") != std::string::npos || place.find(".handlers.") != std::string::npos;
    return place.starts_with("definitions.") && !inside ? TextPlace::work : TextPlace::use;
}

}  // namespace

Offer complete_at(const FlowDocument& document, const QString& text, int cursor, int in_document, bool asked) {
    const Document& known = *document.document();
    // While a word is half typed the last text that could be read is another one; up to where they part the places are the same.
    std::size_t byte = byte_of_utf16(known.text, in_document);
    if (!document.parses()) {
        const std::string now = utf8(document.text());
        const std::size_t most = std::min({now.size(), known.text.size(), byte_of_utf16(now, in_document)});
        byte = std::size_t(std::mismatch(now.begin(), now.begin() + std::ptrdiff_t(most), known.text.begin()).first - now.begin());
    }
    const std::string all = utf8(text);
    const std::size_t at = byte_of_utf16(all, cursor);
    return in_units(complete_source(known, all, at, {task_at_byte(known, byte ? byte - 1 : 0), text_place(known, all, at, byte)}, asked), all);
}

}  // namespace weft::ui
