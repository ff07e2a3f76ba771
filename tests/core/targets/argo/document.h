// A document in memory: read, drawn into, written, read again. What core/targets/document does, for one format and without files.
#pragma once

#include <string>

#include "core/model/edit.h"
#include "core/targets/argo/argo.h"
#include "core/targets/document_compare.h"
#include "core/yaml/patch.h"
#include "core/yaml/reader.h"

namespace weft::argo_test {

struct Doc {
    std::string text;
    yaml::Stream stream;
    std::size_t index = 0;
    Flow flow;
    SourceMap places;
};

inline Result<Doc> open(std::string text, std::size_t index = 0) {
    Doc doc{std::move(text), {}, index, {}, {}};
    Result<yaml::Stream> stream = yaml::read(doc.text);
    if (!stream) return tl::unexpected<Error>(stream.error());
    doc.stream = std::move(*stream);
    Result<ReadResult> read = argo_format().read(doc.stream, index);
    if (!read) return tl::unexpected<Error>(read.error());
    doc.flow = std::move(read->flow);
    doc.places = std::move(read->places);
    return doc;
}

inline Result<Doc> commit(const Doc& doc, const Flow& drawn, std::vector<yaml::TextEdit>* made = nullptr) {
    const Result<Flow> after = argo_format().settle(doc.flow, drawn);
    if (!after) return tl::unexpected<Error>(after.error());
    const Result<std::vector<yaml::NodePtr>> roots = argo_format().write(doc.flow, *after, doc.stream, doc.index);
    if (!roots) return tl::unexpected<Error>(roots.error());
    const Result<std::vector<yaml::TextEdit>> edits = yaml::patch(doc.text, doc.stream, *roots);
    if (!edits) return tl::unexpected<Error>(edits.error());
    if (made) *made = *edits;
    Result<Doc> again = open(yaml::apply(doc.text, *edits), doc.index);
    if (!again) return again;
    if (const std::string what = difference(*after, again->flow, false); !what.empty()) return fail(Message{"the file cannot hold this change: " + what});
    again->flow = carry_ids(*after, again->flow);
    return again;
}

}  // namespace weft::argo_test
