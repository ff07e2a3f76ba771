// Writes a value over another one: `head` goes behind the key on its line, `body` are the lines below; a comment on that line stays between them.
#include <algorithm>

#include "core/yaml/patcher.h"
#include "core/yaml/spans.h"
#include "core/yaml/text.h"
#include "core/yaml/writer.h"

namespace weft::yaml {

namespace {

constexpr std::size_t npos = std::string_view::npos;

struct Pieces {
    std::string head;  // without the space in front
    std::string body;  // starts with a line break, or is empty
};

Pieces split(const std::string& value, const std::string& newline) {
    const std::size_t line = std::min(value.find(newline), value.size());
    const std::size_t text = std::min(value.find_first_not_of(' '), line);
    return {value.substr(text, line - text), value.substr(line)};
}

bool is_block_scalar(const Node& node) { return node.kind == Kind::scalar && (node.style == Style::literal || node.style == Style::folded); }

// Old text on one or more lines that starts and ends like a word: quoted, plain, flow.
void over_inline(Patcher& patcher, const Place& place, std::size_t begin, std::size_t end, const Pieces& pieces) {
    const std::string_view text = patcher.text;
    if (!pieces.head.empty()) {
        patcher.replace(begin, end, pieces.head);
        if (!pieces.body.empty()) patcher.insert(line_end(text, end), pieces.body);
    } else if (place.after != npos && line_begin(text, place.after) == line_begin(text, begin)) {
        patcher.replace(place.after, end, "");
        patcher.insert(line_end(text, end), pieces.body);
    } else {
        patcher.replace(line_begin(text, begin) > 0 ? line_end(text, line_begin(text, begin) - 1) : 0, end, pieces.body);
    }
}

void over_block_scalar(Patcher& patcher, const Place& place, const Node& old, const Pieces& pieces, int parent_column) {
    const BlockScalar scan = scan_block_scalar(patcher.text, old.span.begin, parent_column);
    const std::size_t begin = properties_begin(patcher.text, old);
    if (pieces.head.empty()) patcher.replace(place.after == npos ? begin : place.after, scan.header_end, "");
    else patcher.replace(begin, scan.header_end, pieces.head);
    const std::size_t first_line = line_end(patcher.text, scan.header_end);
    patcher.replace(first_line, std::max(first_line, old.span.end), pieces.body);
}

void over_block_collection(Patcher& patcher, const Place& place, const Node& old, const Pieces& pieces) {
    const std::string_view text = patcher.text;
    const std::size_t begin = properties_begin(text, old);
    const std::size_t end = line_end(text, old.span.end);  // a comment behind the last line goes with it
    if (!starts_line(text, begin) || place.after == npos) return patcher.replace(begin, end, pieces.head + pieces.body);
    if (!pieces.head.empty()) patcher.insert(place.after, " " + pieces.head);
    // comment lines above the old value stay above new lines; behind a head they could become part of a literal text
    const std::size_t from = pieces.head.empty() ? line_end(text, line_begin(text, begin) - 1) : line_end(text, place.after);
    patcher.replace(from, end, pieces.body);
}

void over_root(Patcher& patcher, const Node& old, const Node& now) {
    const std::string_view text = patcher.text;
    Emit emit = patcher.emit;
    std::string fresh;
    if (is_block_collection(now) && now.anchor.empty() && now.tag.empty()) emit_block(fresh, now, 0, emit);
    else emit_value(fresh, now, -emit.indent, -1, emit);
    if (!fresh.empty() && fresh.front() == ' ') fresh.erase(0, 1);
    const std::size_t begin = properties_begin(text, old);
    const bool unwritten = begin == old.span.end;
    if (!unwritten) {
        const bool own_line = starts_line(text, begin);
        patcher.replace(begin, is_block_collection(old) ? line_end(text, old.span.end) : old.span.end, (own_line || !is_block_collection(now) ? "" : emit.newline) + fresh);
        return;
    }
    std::size_t at = old.span.begin;  // behind "---", or behind the comments of a file that holds nothing else
    for (const Document& document : patcher.before.documents)
        if (document.root.get() == &old) at = document.span.end;
    const bool fresh_line = at > bom_size(text) && text[at - 1] != '\n';
    patcher.insert(at, (fresh_line ? emit.newline : "") + fresh + emit.newline);
}

void over_flow(Patcher& patcher, const Place& place, const Node& old, const Node& now) {
    std::string fresh;
    const std::size_t begin = properties_begin(patcher.text, old);
    if (patcher.before.json) {
        patcher.replace(begin, old.span.end, json_text(patcher, now, begin, place.spread));
        return;
    }
    emit_flow(fresh, now, patcher.emit);
    if (begin != old.span.end) return patcher.replace(begin, old.span.end, fresh);
    patcher.insert(place.after != npos ? place.after : old.span.end, (place.after != npos ? " " : ": ") + fresh);
}

int body_parent(const Place& place) { return place.in == Place::In::root ? -1 : place.column; }

void write_pieces(Patcher& patcher, const Place& place, const Node& old, const Pieces& pieces) {
    const std::size_t begin = properties_begin(patcher.text, old);
    if (begin == old.span.end) {  // "key:" with nothing behind it
        patcher.insert(place.after, pieces.head.empty() ? "" : " " + pieces.head);
        patcher.insert(line_end(patcher.text, place.after), pieces.body);
    } else if (is_block_scalar(old)) {
        over_block_scalar(patcher, place, old, pieces, body_parent(place));
    } else if (is_block_collection(old) && old.style == Style::block) {
        over_block_collection(patcher, place, old, pieces);
    } else {
        over_inline(patcher, place, begin, old.span.end, pieces);
    }
}

// Emits `now` as it shall stand behind the key or dash, in the columns that the old value used.
std::string value_text(const Patcher& patcher, const Place& place, const Node& old, const Node& now) {
    Emit emit = patcher.emit;
    if (line_end(patcher.text, old.span.end) < patcher.text.size()) emit.literal = Literal::any;
    if (comment_follows(patcher.text, old.span.end, place.column)) emit.literal = Literal::none;
    const bool old_block = is_block_collection(old) && old.style == Style::block;
    int content = -1;
    if (place.in == Place::In::sequence) {
        const bool same_line = old.span.begin != old.span.end && line_begin(patcher.text, old.span.begin) == line_begin(patcher.text, place.after);
        content = same_line ? column_of(patcher.text, old.span.begin) : place.column + 2;
        if (old_block && !same_line) content = -2;
    }
    if (old_block && starts_line(patcher.text, old.span.begin)) {
        const int used = column_of(patcher.text, old.span.begin) - place.column;
        if (old.kind == now.kind && old.kind == Kind::sequence) emit.indent_sequences = used > 0;
        if (used > 0) emit.indent = used;
    }
    std::string value;
    emit_value(value, now, place.column, content, emit);
    return value;
}

}  // namespace

std::string json_text(const Patcher& patcher, const Node& now, std::size_t at, bool spread) {
    std::string fresh;
    const std::size_t line = line_begin(patcher.text, at);
    const int column = int(skip_blanks(patcher.text, line) - line);
    emit_json(fresh, now, column, spread ? patcher.emit.indent : 0, patcher.emit);
    return fresh;
}

void write_over(Patcher& patcher, const Place& place, const Node& old, const Node& now) {
    if (patcher.before.json || place.in == Place::In::flow) return over_flow(patcher, place, old, now);
    if (place.in == Place::In::root) return over_root(patcher, old, now);
    write_pieces(patcher, place, old, split(value_text(patcher, place, old, now), patcher.emit.newline));
}

void write_scalar_over(Patcher& patcher, const Place& place, const Node& old, const Node& now) {
    if (patcher.before.json) return over_flow(patcher, place, old, now);
    if (change_words(patcher, old, now)) return;
    const bool in_flow = place.in == Place::In::flow;
    const auto put = [&](std::string fresh) {
        if (is_block_scalar(old)) return over_block_scalar(patcher, {place.in, place.column, npos}, old, {fresh, ""}, body_parent(place));
        patcher.replace(old.span.begin, old.span.end, std::move(fresh));
    };
    if (now.kind == Kind::null || (now.style == Style::plain && type_of(now) != ScalarType::string)) return put(scalar_text(now, in_flow));
    const std::string& text = now.text;
    const int column = is_block_scalar(old) ? scan_block_scalar(patcher.text, old.span.begin, body_parent(place)).column : place.column + patcher.emit.indent;
    const bool ends_file = patcher.emit.literal == Literal::without_last_newline && line_end(patcher.text, old.span.end) >= patcher.text.size();
    const bool lines_fit = !(ends_file && !text.empty() && text.back() == '\n') &&
                           !comment_follows(patcher.text, old.span.end, is_block_scalar(old) ? column - 1 : place.column);
    const bool one_line = text.find('\n') == npos && !text.empty() && !is_space(text.front()) && can_be_literal(text + "\n");
    const bool keep_lines = is_block_scalar(old) && (one_line || can_be_literal(text)) && !now.quoted() && now.style != Style::plain;   // plain: the caller wants one line
    const bool become_lines = !is_block_scalar(old) && !in_flow && !now.quoted() && can_be_literal(text) && !(old.quoted() && old.text.find('\n') != npos);
    if (lines_fit && (keep_lines || become_lines) && place.in != Place::In::root) {
        const Pieces pieces = split(literal_text(text, column, place.column, patcher.emit.newline), patcher.emit.newline);
        if (keep_lines) return over_block_scalar(patcher, {place.in, place.column, npos}, old, pieces, body_parent(place));
        patcher.replace(old.span.begin, old.span.end, pieces.head);
        return patcher.insert(line_end(patcher.text, old.span.end), pieces.body);
    }
    Node wanted = now;
    if (!wanted.quoted()) wanted.style = old.quoted() ? old.style : Style::any;
    put(scalar_text(wanted, in_flow, patcher.emit.quote));
}

}  // namespace weft::yaml
