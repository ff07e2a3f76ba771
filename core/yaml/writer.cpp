#include "core/yaml/writer.h"

#include <algorithm>

#include "core/yaml/emit.h"

namespace weft::yaml {

namespace {

void indent_to(std::string& out, int column) { out.append(std::size_t(std::max(column, 0)), ' '); }

std::string properties_of(const Node& node) {
    std::string out;
    if (!node.anchor.empty()) out += "&" + node.anchor;
    if (!node.tag.empty()) out += (out.empty() ? "" : " ") + node.tag;
    return out;
}

// An implicit null ("key:") of the file stays implicit.
bool is_implicit_null(const Node& node) { return node.kind == Kind::null && node.text.empty() && !node.span.fresh(); }

bool as_literal(const Node& node, const Emit& emit) {
    if (node.kind != Kind::scalar || node.quoted() || !can_be_literal(node.text)) return false;
    return emit.literal == Literal::any || (emit.literal == Literal::without_last_newline && node.text.back() != '\n');
}

std::string spread_text(const Node& node, bool in_flow, const Emit& emit) {
    std::string out = properties_of(node);
    if (is_implicit_null(node)) return out;
    return out + (out.empty() ? "" : " ") + scalar_text(node, in_flow, emit.quote);
}

}  // namespace

bool is_block_collection(const Node& node) {
    if (node.style == Style::flow) return false;
    return (node.kind == Kind::map && !node.entries.empty()) || (node.kind == Kind::sequence && !node.items.empty());
}

void emit_key(std::string& out, const Node& key, int column, const Emit& emit) {
    const bool in_flow = column < 0;
    std::string text;
    if (key.kind == Kind::map || key.kind == Kind::sequence) {
        emit_flow(text, key, emit);
    } else {
        Node single = key;
        if (single.kind == Kind::scalar && (single.style == Style::literal || single.style == Style::folded)) single.style = Style::double_quoted;
        text = spread_text(single, in_flow, emit);
        if (text.empty()) text = "null";
        if (text.size() < 1000 && text.find('\n') == text.npos) {
            out += text + (key.kind == Kind::alias ? " :" : ":");
            return;
        }
    }
    out += "? " + text;  // a simple key is a scalar of at most 1024 characters
    if (in_flow) out += ' ';
    else out.append(emit.newline).append(std::size_t(column), ' ');
    out += ':';
}

void emit_flow(std::string& out, const Node& node, const Emit& emit) {
    if (node.kind != Kind::map && node.kind != Kind::sequence) {
        Node single = node;
        if (single.style == Style::literal || single.style == Style::folded) single.style = Style::any;
        out += is_implicit_null(single) ? "null" : spread_text(single, true, emit);
        return;
    }
    const std::string properties = properties_of(node);
    if (!properties.empty()) out += properties + " ";
    const bool map = node.kind == Kind::map;
    out += map ? '{' : '[';
    bool first = true;
    const auto comma = [&] { out += first ? "" : ", "; first = false; };
    for (const NodePtr& item : node.items) {
        comma();
        emit_flow(out, *item, emit);
    }
    for (const Entry& entry : node.entries) {
        comma();
        emit_key(out, *entry.key, -1, emit);
        out += ' ';
        emit_flow(out, *entry.value, emit);
    }
    out += map ? '}' : ']';
}

void emit_value(std::string& out, const Node& node, int parent_column, int content_column, const Emit& emit) {
    if (!is_block_collection(node)) {
        std::string text;
        if (as_literal(node, emit)) {
            text = properties_of(node);
            if (!text.empty()) text += ' ';
            text += literal_text(node.text, std::max(parent_column, 0) + emit.indent, parent_column, emit.newline);
        } else if (node.kind == Kind::map || node.kind == Kind::sequence) {
            emit_flow(text, node, emit);
        } else {
            text = spread_text(node, false, emit);
        }
        if (!text.empty()) out += " " + text;
        return;
    }
    const std::string properties = properties_of(node);
    if (!properties.empty()) out += " " + properties;
    if (content_column >= 0 && properties.empty()) {  // "- name: x", "- - x"
        out.append(std::size_t(std::max(content_column - parent_column - 1, 1)), ' ');
        emit_block(out, node, content_column, emit);
        return;
    }
    const bool flat = node.kind == Kind::sequence && !emit.indent_sequences && content_column == -1;
    const int column = flat ? parent_column : parent_column + emit.indent;
    out += emit.newline;
    indent_to(out, column);
    emit_block(out, node, column, emit);
}

void emit_block(std::string& out, const Node& node, int column, const Emit& emit) {
    bool first = true;
    const auto line = [&] {
        if (!first) {
            out += emit.newline;
            indent_to(out, column);
        }
        first = false;
    };
    for (const NodePtr& item : node.items) {
        line();
        out += '-';
        emit_value(out, *item, column, column + 2, emit);
    }
    for (const Entry& entry : node.entries) {
        line();
        emit_key(out, *entry.key, column, emit);
        emit_value(out, *entry.value, column, -1, emit);
    }
}

std::string write_yaml(const NodePtr& root, const WriteOptions& options) {
    Emit emit;
    emit.indent = std::clamp(options.indent, 1, 9);
    emit.indent_sequences = options.indent_sequences;
    emit.newline = options.newline;
    std::string out;
    if (!root) return out;
    if (is_block_collection(*root) && properties_of(*root).empty()) {
        emit_block(out, *root, 0, emit);
    } else {
        emit_value(out, *root, -emit.indent, -1, emit);
        if (!properties_of(*root).empty() && is_block_collection(*root)) out.insert(0, "---");
        else if (!out.empty()) out.erase(0, 1);
    }
    return out + emit.newline;
}

}  // namespace weft::yaml
