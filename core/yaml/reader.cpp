#include "core/yaml/reader.h"

#include <istream>
#include <streambuf>

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "core/yaml/builder.h"
#include "core/yaml/json.h"
#include "core/yaml/reader_errors.h"

namespace weft::yaml {

namespace {

// The text as yaml-cpp's input. Stops it when it swallows much without an event: that is one scalar far above the limit.
class Input : public std::streambuf {
public:
    Input(std::string_view text, const Limits& limits, const Builder& builder) : builder_(builder), stretch_(limits.scalar_bytes + limits.scalar_bytes / 4), limit_(limits.scalar_bytes) {
        char* begin = const_cast<char*>(text.data());  // setg wants it so; nothing writes
        setg(begin, begin, begin + text.size());
        text_ = text;
    }

protected:
    std::streamsize xsgetn(char* to, std::streamsize count) override {
        const std::size_t fed = std::size_t(gptr() - eback());
        if (fed > builder_.last_event() + stretch_)
            throw Refusal{{{WEFT_TR("core", "a text of more than %1 bytes; at most %2 are read"), {std::to_string(stretch_), std::to_string(limit_)}},
                           locate(text_, builder_.last_event())}};
        return std::streambuf::xsgetn(to, count);
    }

private:
    const Builder& builder_;
    std::size_t stretch_, limit_;
    std::string_view text_;
};

bool has_crlf(std::string_view text) {
    const std::size_t first = text.find('\n');
    return first != text.npos && first > 0 && text[first - 1] == '\r';
}

}  // namespace

Result<Stream> read_yaml(std::string_view text, const Limits& limits) {
    auto checked = check_text(text, limits.bytes, Controls::yaml);
    if (!checked) return tl::unexpected(checked.error());
    Stream stream;
    stream.issues = std::move(*checked);
    stream.bom = bom_size(text) > 0;
    stream.crlf = has_crlf(text);
    try {
        Builder builder(text, limits, stream);
        Input buffer(text, limits, builder);
        std::istream input(&buffer);
        YAML::Parser parser(input);
        while (parser.HandleNextDocument(builder)) {}
        builder.finish();
    } catch (const Refusal& refusal) {
        return tl::unexpected(refusal.error);
    } catch (const YAML::Exception& exception) {
        return tl::unexpected(explain(text, exception));
    } catch (const std::exception& exception) {
        return fail({WEFT_TR("core", "not readable: %1"), {exception.what()}}, {"", 1, 1});
    }
    if (stream.documents.empty()) {
        auto root = std::make_shared<Node>();
        root->span = {bom_size(text), bom_size(text)};
        root->line = root->column = 1;
        stream.documents.push_back({root, {bom_size(text), text.size()}});
    }
    return stream;
}

Result<Stream> read(std::string_view text, const Limits& limits) {
    std::size_t first = bom_size(text);
    while (first < text.size() && is_space(text[first])) ++first;
    if (first >= text.size() || (text[first] != '{' && text[first] != '[')) return read_yaml(text, limits);
    JsonProgress progress;
    auto json = scan_json(text, limits, progress);
    if (json || progress.limited) return json;
    auto yaml = read_yaml(text, limits);
    // neither: three values that are JSON mean that JSON was meant ("{{ .Values.x }}" has fewer)
    return yaml || progress.values < 3 ? std::move(yaml) : std::move(json);
}

}  // namespace weft::yaml
