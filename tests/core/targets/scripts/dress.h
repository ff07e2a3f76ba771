// The same file as other editors and programs leave it. A dress that does not suit a file leaves its text as it is.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/yaml/patch.h"
#include "core/yaml/reader.h"
#include "core/yaml/writer.h"

namespace weft::test {

enum class Dress { none, crlf, byte_order_mark, no_final_newline, comments_around, comments_between, other_style, anchors, documents, all_of_it, count };
enum class Dialect { yaml, json, python };

inline Dialect dialect_of(const std::string& file) {
    if (file.ends_with(".py")) return Dialect::python;
    return file.ends_with(".json") || file.ends_with(".pipeline") ? Dialect::json : Dialect::yaml;
}

inline std::string with_crlf(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '\n' && !out.ends_with('\r') ? "\r\n" : std::string(1, c);
    return out;
}

inline std::string trimmed(std::string text) {
    while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
    return text;
}

inline void each_node(const yaml::NodePtr& node, const std::function<void(const yaml::NodePtr&, bool key)>& fn, bool key = false) {
    fn(node, key);
    for (const yaml::NodePtr& item : node->items) each_node(item, fn);
    for (const yaml::Entry& entry : node->entries) {
        each_node(entry.key, fn, true);
        each_node(entry.value, fn);
    }
}

inline bool begins_line(const std::string& text, std::size_t at, std::size_t& line) {
    line = at == 0 ? 0 : text.rfind('\n', at - 1);
    line = line == std::string::npos || at == 0 ? 0 : line + 1;
    for (std::size_t i = line; i < at; ++i)
        if (text[i] != ' ' && !(text[i] == '-' && i + 1 < text.size() && text[i + 1] == ' ')) return false;
    return true;
}

// A comment of its own above every third line that begins with a key or an item, another behind every fifth plain value.
inline std::string with_comments(const std::string& text) {
    const Result<yaml::Stream> stream = yaml::read(text);
    if (!stream || stream->json) return text;
    std::map<std::size_t, std::string> insert;
    int n = 0;
    for (const yaml::Document& document : stream->documents)
        each_node(document.root, [&](const yaml::NodePtr& node, bool key) {
            if (node->span.fresh()) return;
            std::size_t line = 0;
            ++n;
            if (key && n % 3 == 0 && begins_line(text, node->span.begin, line)) {
                std::size_t indent = line;
                while (indent < text.size() && text[indent] == ' ') ++indent;
                insert.try_emplace(line, std::string(indent - line, ' ') + "# note " + std::to_string(n) + "\n");
            }
            const bool simple = node->is_scalar() && (node->style == yaml::Style::plain || node->quoted());
            if (!key && simple && n % 5 == 0 && node->span.end < text.size() && text[node->span.end] == '\n' && text.substr(node->span.begin, node->span.end - node->span.begin).find('\n') == std::string::npos)
                insert.try_emplace(node->span.end, "  # why " + std::to_string(n));
        });
    std::string out;
    std::size_t at = 0;
    for (const auto& [offset, what] : insert) {
        out.append(text, at, offset - at).append(what);
        at = offset;
    }
    return out.append(text, at);
}

// Comments in front of decorators and steps.
inline std::string with_python_comments(const std::string& text) {
    std::string out;
    bool in_text = false;
    int n = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        const std::string line = text.substr(at, end - at);
        const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        if (!in_text && line.substr(indent).starts_with("@") && ++n % 2) out += std::string(indent, ' ') + "# note " + std::to_string(n) + "\n";
        out += line;
        for (const char* quote : {"\"\"\"", "'''"})
            for (std::size_t q = line.find(quote); q != std::string::npos; q = line.find(quote, q + 3)) in_text = !in_text;
        at = end;
    }
    return out;
}

// The second of two equal texts becomes an alias of the first, three times at most.
inline std::string with_anchors(const std::string& text) {
    const Result<yaml::Stream> stream = yaml::read(text);
    if (!stream || stream->json || text.find(" *") != std::string::npos) return text;
    std::vector<yaml::TextEdit> edits;
    for (const yaml::Document& document : stream->documents) {
        std::map<std::string, std::vector<yaml::NodePtr>> by_text;
        each_node(document.root, [&](const yaml::NodePtr& node, bool key) {
            if (key || node->span.fresh() || !node->anchor.empty() || !node->tag.empty()) return;
            const bool simple = node->is_scalar() && (node->style == yaml::Style::plain || node->quoted()) && node->text.size() > 3;
            const bool list = (node->is_map() || node->is_sequence()) && node->style == yaml::Style::flow && node->span.end > node->span.begin + 2;
            if (simple || list) by_text[text.substr(node->span.begin, node->span.end - node->span.begin)].push_back(node);
        });
        for (const auto& [written, nodes] : by_text) {
            if (nodes.size() < 2 || edits.size() >= 6 || written.find('\n') != std::string::npos) continue;
            const std::string name = "same" + std::to_string(edits.size());
            edits.push_back({nodes[0]->span.begin, "", "&" + name + " "});
            edits.push_back({nodes[1]->span.begin, written, "*" + name});
        }
    }
    std::sort(edits.begin(), edits.end(), [](const yaml::TextEdit& a, const yaml::TextEdit& b) { return a.offset < b.offset; });
    for (std::size_t i = 1; i < edits.size(); ++i)   // one inside the other
        if (edits[i].offset < edits[i - 1].offset + edits[i - 1].removed.size()) return text;
    const std::string out = yaml::apply(text, edits);
    return yaml::read(out) ? out : text;
}

// JSON in block style, YAML in flow style.
inline std::string in_other_style(const std::string& text) {
    const Result<yaml::Stream> stream = yaml::read(text);
    if (!stream || stream->documents.size() != 1 || text.find('&') != std::string::npos) return text;
    return stream->json ? yaml::write_yaml(stream->documents[0].root) : yaml::write_json(stream->documents[0].root, 2);
}

inline std::string dressed(const std::string& text, Dress dress, Dialect dialect) {
    switch (dress) {
        case Dress::crlf: return with_crlf(text);
        case Dress::byte_order_mark: return text.starts_with("\xEF\xBB\xBF") ? text : "\xEF\xBB\xBF" + text;
        case Dress::no_final_newline: return trimmed(text);
        case Dress::comments_around: {
            if (dialect == Dialect::json) return text;
            const std::size_t mark = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
            return text.substr(0, mark) + "# first\n" + text.substr(mark) + (text.ends_with('\n') ? "" : "\n") + "# last\n";
        }
        case Dress::comments_between: return dialect == Dialect::json ? text : dialect == Dialect::python ? with_python_comments(text) : with_comments(text);
        case Dress::other_style: return dialect == Dialect::python ? text : in_other_style(text);
        case Dress::anchors: return dialect == Dialect::yaml ? with_anchors(text) : text;
        case Dress::documents: return dialect == Dialect::yaml && !text.starts_with("\xEF\xBB\xBF") ? "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: beside\n---\n" + text : text;
        case Dress::all_of_it: {
            const std::string bare = text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
            const std::string noted = dialect == Dialect::json ? bare : dialect == Dialect::python ? with_python_comments(bare) : with_anchors(with_comments(bare));
            return "\xEF\xBB\xBF" + with_crlf(trimmed(noted));
        }
        default: return text;
    }
}

}  // namespace weft::test
