// Opening a document and typing into it. Drawing stands in document_draw.cpp, typing by path in document_set.cpp.
#include "core/targets/document.h"

#include "core/io/file.h"
#include "core/model/edit.h"
#include "core/targets/document_compare.h"
#include "core/targets/document_decode.h"
#include "core/targets/document_text.h"
#include "core/targets/kfp/kfp.h"
#include "core/targets/metaflow/metaflow.h"
#include "core/yaml/reader.h"

namespace weft {
namespace {

Error placed(Error error, const std::string& file) {
    if (error.where.file.empty()) error.where.file = file;
    return error;
}

std::string known_kinds() {
    std::string out;
    for (const Format* format : formats()) {
        if (!out.empty()) out += ", ";
        out += english(format->title);
    }
    return out;
}

Result<std::shared_ptr<Document>> read_with(const Format& format, yaml::Stream stream, std::string text, const std::string& file, std::size_t index) {
    const std::size_t count = format.flow_count ? format.flow_count(stream) : 1;
    if (index > 0 && index >= count)
        return fail(Message{WEFT_TR("core", "flow %1 does not exist: the file holds %2"), {std::to_string(index + 1), std::to_string(count)}}, {file, 0, 0});
    Result<ReadResult> read = format.read(stream, index);
    if (!read) return tl::unexpected<Error>(placed(read.error(), file));
    auto document = std::make_shared<Document>();
    document->file = file;
    document->text = std::move(text);
    document->format = &format;
    document->flow_index = index;
    document->issues = stream.issues;
    document->issues.insert(document->issues.end(), read->issues.begin(), read->issues.end());
    document->stream = std::move(stream);
    document->flow = std::make_shared<const Flow>(std::move(read->flow));
    document->places = std::move(read->places);
    document->notice = std::move(read->notice);
    for (Message (*made_by)(const yaml::Stream&) : {metaflow_notice, kfp_notice})
        if (document->notice.empty()) document->notice = made_by(document->stream);
    document->kept = std::move(read->kept);
    return document;
}

Result<std::shared_ptr<Document>> read_text(std::string text, const std::string& file, std::size_t index, const Format* wanted) {
    if (const Format* format = encoding_of(text, file)) return read_encoded(*format, text, file, [&](std::string decoded) { return read_text(std::move(decoded), {}, index, format); });
    if (const Format* format = text_format_of(text, file, wanted)) return read_text_document(*format, std::move(text), file, index);
    Result<yaml::Stream> stream = yaml::read(text);
    if (!stream) return tl::unexpected<Error>(placed(stream.error(), file));
    const Format* format = wanted && wanted->recognises && wanted->recognises(*stream) ? wanted : format_of(*stream);
    if (!format)
        return fail(Message{WEFT_TR("core", "no kind of file that Weftwork reads: expected one of %1"), {known_kinds()}}, {file, 1, 1});
    return read_with(*format, std::move(*stream), std::move(text), file, index);
}

}  // namespace

// Internal to the document_*.cpp files.
Result<std::shared_ptr<Document>> read_document(std::string text, const std::string& file, std::size_t flow_index, const Format* wanted) {
    return read_text(std::move(text), file, flow_index, wanted);
}

const Format* format_of(const yaml::Stream& stream) {
    for (const Format* format : formats())
        if (format->recognises && format->recognises(stream)) return format;
    return nullptr;
}

const Format* find_format(std::string_view id) {
    for (const Format* format : formats())
        if (format->id == id) return format;
    return nullptr;
}

Result<DocumentPtr> open_text(std::string text, std::string file, std::size_t flow_index) {
    Result<std::shared_ptr<Document>> document = read_text(std::move(text), file, flow_index, nullptr);
    if (!document) return tl::unexpected<Error>(document.error());
    return DocumentPtr(std::move(*document));
}

Result<DocumentPtr> open_file(const std::string& path, std::size_t flow_index) {
    Result<std::string> text = io::read_file(path);
    if (!text) return tl::unexpected<Error>(placed(text.error(), path));
    return open_text(std::move(*text), path, flow_index);
}

Result<DocumentPtr> retype(const DocumentPtr& before, std::string text, std::vector<std::pair<std::string, std::string>>* renamed) {
    Result<std::shared_ptr<Document>> document = read_text(std::move(text), before->file, before->flow_index, before->format);
    if (!document) return tl::unexpected<Error>(document.error());
    Flow flow = carry_ids(*before->flow, *(*document)->flow, renamed);
    carry_canvas(flow, *before->flow, *(*document)->format);
    (*document)->flow = std::make_shared<const Flow>(std::move(flow));
    return DocumentPtr(std::move(*document));
}

}  // namespace weft
