#include "core/targets/document_text.h"

#include <algorithm>

#include "core/yaml/aliases.h"

namespace weft {

const Format* text_format_of(std::string_view text, const std::string& file, const Format* wanted) {
    if (wanted && wanted->text && wanted->text->recognises(text, file)) return wanted;
    for (const Format* format : formats())
        if (format->text && format->text->recognises(text, file)) return format;
    return nullptr;
}

Result<std::shared_ptr<Document>> read_text_document(const Format& format, std::string text, const std::string& file, std::size_t flow_index) {
    const std::size_t count = format.text->flow_count ? format.text->flow_count(text) : 1;
    if (flow_index > 0 && flow_index >= count)
        return fail(Message{WEFT_TR("core", "flow %1 does not exist: the file holds %2"), {std::to_string(flow_index + 1), std::to_string(count)}}, {file, 0, 0});
    Result<ReadResult> read = format.text->read(text, flow_index);
    if (!read) {
        Error error = read.error();
        if (error.where.file.empty()) error.where.file = file;
        return tl::unexpected<Error>(std::move(error));
    }
    auto document = std::make_shared<Document>();
    document->file = file;
    document->text = std::move(text);
    document->format = &format;
    document->flow_index = flow_index;
    document->issues = std::move(read->issues);
    document->flow = std::make_shared<const Flow>(std::move(read->flow));
    document->places = std::move(read->places);
    document->notice = std::move(read->notice);
    document->kept = std::move(read->kept);
    return document;
}

Result<std::vector<yaml::TextEdit>> drawn_edits(const Document& base, const Flow& after) {
    const Format& format = *base.format;
    if (format.text) {
        if (!format.text->write) return fail(format.abilities.reason, {base.file, 0, 0});
        return format.text->write(*base.flow, after, base.text);
    }
    Result<std::vector<yaml::NodePtr>> roots = format.write(*base.flow, after, base.stream, base.flow_index);
    if (!roots) return tl::unexpected<Error>(roots.error());
    if (!base.stream.json && base.text.find('&') != std::string::npos && base.text.find('*') != std::string::npos)   // a name of the file's that was taken away or has another value now
        for (yaml::NodePtr& root : *roots) root = yaml::with_lost_aliases_copied(root);
    return yaml::patch(base.text, base.stream, *roots);
}

std::size_t flows_in(const Document& document) {
    const Format& format = *document.format;
    const Document& read = as_read(document);
    if (format.text) return format.text->flow_count ? std::max<std::size_t>(1, format.text->flow_count(read.text)) : 1;
    return format.flow_count ? std::max<std::size_t>(1, format.flow_count(read.stream)) : 1;
}

}  // namespace weft
