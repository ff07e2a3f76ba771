#include "core/targets/dolphinscheduler/nested.h"

#include "core/yaml/reader.h"
#include "core/yaml/writer.h"

namespace weft::dolphin {
namespace {

bool is_collection(const NodePtr& node) { return node && (node->is_map() || node->is_sequence()); }

}  // namespace

Opened opened(const NodePtr& node) {
    Opened out;
    out.outer = node;
    NodePtr at = node;
    while (at && at->kind == yaml::Kind::alias) at = at->target;
    if (is_collection(at)) {
        out.root = at;
        return out;
    }
    if (!at || !at->is_scalar()) return out;
    const std::size_t first = at->text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || (at->text[first] != '{' && at->text[first] != '[')) return out;
    Result<yaml::Stream> stream = yaml::read(at->text);
    if (!stream || stream->documents.size() != 1 || !is_collection(stream->documents[0].root)) return out;
    out.text = at->text;
    out.stream = std::move(*stream);
    out.root = out.stream.documents[0].root;
    out.inside = true;
    return out;
}

NodePtr Opened::closed(const NodePtr& now) const {
    if (now == root) return outer;
    if (!inside) return now;
    const Result<std::vector<yaml::TextEdit>> edits = yaml::patch(text, stream, {now});
    return like(outer, edits ? yaml::apply(text, *edits) : yaml::write_json(now, 0));
}

NodePtr like(const NodePtr& old, const std::string& text, bool number) {
    const yaml::Node* source = yaml::resolve(old.get());
    if (source && source->is_scalar() && source->text == text && (!number || !source->quoted())) return old;
    if (number && !(source && source->quoted())) return yaml::make_plain(text);
    auto made = std::make_shared<yaml::Node>(*yaml::make_string(text));
    if (source && source->is_scalar() && source->style != yaml::Style::plain) made->style = source->style;
    return made;
}

}  // namespace weft::dolphin
