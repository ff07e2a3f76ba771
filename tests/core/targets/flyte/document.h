// A document of Flyte in memory: read, drawn into, written, read again. And the real files that the tests walk.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "core/model/edit.h"
#include "core/targets/document_compare.h"
#include "core/targets/flyte/decode.h"
#include "core/targets/flyte/flyte.h"
#include "core/yaml/patch.h"
#include "core/yaml/reader.h"

namespace weft::flyte_test {

inline std::string slurp(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> out;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->is_regular_file()) out.push_back(at->path());
    std::sort(out.begin(), out.end());
    return out;
}

// The texts that the tests walk: the corpus, and with WEFT_MORE a folder of one's own; bytes of protobuf and packages as the JSON that they open as.
inline std::vector<std::pair<std::string, std::string>> corpus_texts(const std::filesystem::path& shared) {
    std::vector<std::filesystem::path> files = files_below(shared / "corpus/flyte");
    if (const char* more = std::getenv("WEFT_MORE"))
        for (const std::filesystem::path& file : files_below(more)) files.push_back(file);
    std::vector<std::pair<std::string, std::string>> out;
    for (const std::filesystem::path& file : files) {
        const std::string name = file.filename().string(), bytes = slurp(file);
        const Result<std::string> text = flyte::encoded(bytes, name) ? flyte::decode(bytes, name) : Result<std::string>(bytes);
        if (text) out.emplace_back(name, *text);
    }
    return out;
}

struct Doc {
    std::string text;
    yaml::Stream stream;
    std::size_t index = 0;
    Flow flow;
    SourceMap places;
    std::vector<yaml::Issue> issues;
};

inline Result<Doc> open(std::string text, std::size_t index = 0) {
    Doc doc{std::move(text), {}, index, {}, {}, {}};
    Result<yaml::Stream> stream = yaml::read(doc.text);
    if (!stream) return tl::unexpected<Error>(stream.error());
    doc.stream = std::move(*stream);
    Result<ReadResult> read = flyte_format().read(doc.stream, index);
    if (!read) return tl::unexpected<Error>(read.error());
    doc.flow = std::move(read->flow);
    doc.places = std::move(read->places);
    doc.issues = std::move(read->issues);
    return doc;
}

inline Result<Doc> commit(const Doc& doc, const Flow& drawn, std::vector<yaml::TextEdit>* made = nullptr) {
    const Result<Flow> after = flyte_format().settle(doc.flow, drawn);
    if (!after) return tl::unexpected<Error>(after.error());
    const Result<std::vector<yaml::NodePtr>> roots = flyte_format().write(doc.flow, *after, doc.stream, doc.index);
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

}  // namespace weft::flyte_test
