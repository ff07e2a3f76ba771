// The texts of a component's container: KFP's placeholders in our words, and back.
#include <algorithm>
#include <cctype>

#include "core/targets/kfp/values.h"

namespace weft::kfp {
namespace {

// "$.inputs.parameters['x']" -> "x" and what follows the bracket.
struct Named { std::string name, rest; };
std::optional<Named> named_behind(std::string_view inner, std::string_view head) {
    if (!inner.starts_with(head)) return std::nullopt;
    inner.remove_prefix(head.size());
    if (inner.size() < 4 || inner[0] != '[' || (inner[1] != '\'' && inner[1] != '"')) return std::nullopt;
    const std::size_t end = inner.find(std::string(1, inner[1]) + "]", 2);
    if (end == inner.npos) return std::nullopt;
    return Named{std::string(inner.substr(2, end - 2)), std::string(inner.substr(end + 2))};
}

std::string readable(std::string_view inner) {
    if (const auto in = named_behind(inner, "$.inputs.parameters"); in && in->rest.empty()) return "{{params." + in->name + "}}";
    if (const auto in = named_behind(inner, "$.inputs.artifacts"); in && in->rest == ".path") return input_path(in->name);
    if (const auto out = named_behind(inner, "$.outputs.parameters"); out && out->rest == ".output_file") return output_path(out->name);
    if (const auto out = named_behind(inner, "$.outputs.artifacts"); out && out->rest == ".path") return output_path(out->name);
    return {};
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
        const std::size_t end = at + from.size();
        const bool longer = end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) || text[end] == '_');
        if (longer) {
            at = end;
            continue;
        }
        text.replace(at, from.size(), to);
        at += to.size();
    }
}

}  // namespace

std::string input_path(const std::string& name) { return "/tmp/inputs/" + name + "/data"; }
std::string output_path(const std::string& name) { return "/tmp/outputs/" + name + "/data"; }

std::string read_text(std::string_view text) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find("{{$.", at);
        const std::size_t close = open == text.npos ? open : text.find("}}", open);
        if (close == text.npos) break;
        const std::string words = readable(text.substr(open + 2, close - open - 2));
        out += text.substr(at, open - at);
        out += words.empty() ? std::string(text.substr(open, close + 2 - open)) : words;
        at = close + 2;
    }
    return out += text.substr(std::min(at, text.size()));
}

std::string written_text(std::string_view text, const Definition& definition) {
    std::string out(text);
    std::vector<Reference> tags = references_in(text);
    std::reverse(tags.begin(), tags.end());
    for (const Reference& tag : tags) {
        if (tag.kind != Reference::Kind::param || !tag.simple) continue;
        out.replace(tag.at, tag.tag.size(), tag.artifact ? "{{$.inputs.artifacts['" + tag.name + "'].path}}" : "{{$.inputs.parameters['" + tag.name + "']}}");
    }
    for (const InputFile& file : definition.files) replace_all(out, input_path(file.name), "{{$.inputs.artifacts['" + file.name + "'].path}}");
    for (const Output& output : definition.outputs)
        replace_all(out, output_path(output.name), output.artifact ? "{{$.outputs.artifacts['" + output.name + "'].path}}" : "{{$.outputs.parameters['" + output.name + "'].output_file}}");
    return out;
}

bool needs_launcher(std::string_view text) {
    return text.find("{{$") != text.npos || (text.starts_with("{\"") && (text.starts_with("{\"IfPresent\"") || text.starts_with("{\"Concat\"")));
}

}  // namespace weft::kfp
