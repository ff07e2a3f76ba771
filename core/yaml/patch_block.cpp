// Children of a block map or block sequence: whole lines come, go and move; comments go with the item they belong to.
#include <algorithm>

#include "core/yaml/patcher.h"
#include "core/yaml/spans.h"
#include "core/yaml/text.h"

namespace weft::yaml {

namespace {

struct Block {
    Patcher& patcher;
    const Node& old;
    const Node& now;
    const Pairing& pairing;
    std::vector<Part> parts;
    int column = 0;
    Emit emit;

    std::string_view text() const { return patcher.text; }
    std::size_t end_of(std::size_t i) const { return extent_end(text(), parts[i].end, column); }
    std::size_t lead_of(std::size_t i) const {
        const std::size_t floor = i == 0 ? patcher.document_begin : next_line(text(), end_of(i - 1));
        return lead_begin(text(), parts[i].begin, column, floor, patcher.document_begin);
    }
    std::string indent() const { return std::string(std::size_t(column), ' '); }
};

void patch_child(Patcher& patcher, const Block& block, std::size_t i, std::size_t j) {
    const Place place{block.old.kind == Kind::map ? Place::In::map : Place::In::sequence, block.column, block.parts[i].after};
    if (block.old.kind == Kind::map) {
        patch_key(patcher, block.old.entries[i].key, block.now.entries[j].key, false);
        patch_value(patcher, place, block.old.entries[i].value, block.now.entries[j].value);
    } else {
        patch_value(patcher, place, block.old.items[i], block.now.items[j]);
    }
}

// The column offset of content behind the dashes, as the first item on its dash's line has it.
int dash_gap(const Block& block) {
    for (std::size_t i = 0; i < block.parts.size(); ++i) {
        const Node& item = *block.old.items[i];
        const std::size_t begin = properties_begin(block.text(), item);
        if (begin > block.parts[i].after && begin < line_end(block.text(), block.parts[i].begin)) return int(begin - block.parts[i].begin);
    }
    return 2;
}

// `behind`: the part that it is written behind, or -1.
std::string fresh_text(const Block& block, std::size_t j, long behind) {
    std::string out;
    Emit emit = block.emit;
    if (behind >= 0 && comment_follows(block.text(), block.end_of(std::size_t(behind)), block.column)) emit.literal = Literal::none;
    if (block.old.kind == Kind::map) {
        emit_key(out, *block.now.entries[j].key, block.column, emit);
        emit_value(out, *block.now.entries[j].value, block.column, -1, emit);
        return out;
    }
    const NodePtr item = like_siblings(block.now.items[j], block.old);
    const int gap = dash_gap(block);
    out = "-";
    std::string value;
    emit_value(value, *item, block.column, block.column + gap, emit);
    if (gap > 2 && !value.empty() && value.front() == ' ' && !is_block_collection(*item)) out.append(std::size_t(gap - 2), ' ');
    return out + value;
}

// A literal text at the end of a file without a final line break has none in its value: where a line follows it, "|" becomes "|-".
void keep_without_break(const Block& block, std::size_t i, std::vector<TextEdit>& edits) {
    const std::string_view text = block.text();
    const Node* last = last_scalar(block.old.kind == Kind::map ? block.old.entries[i].value.get() : block.old.items[i].get());
    if (!last || (last->style != Style::literal && last->style != Style::folded) || last->span.end < text.size() || text.ends_with('\n') || last->text.ends_with('\n')) return;
    const std::size_t begin = last->span.begin;
    const bool touched = std::any_of(edits.begin(), edits.end(), [&](const TextEdit& edit) { return edit.offset + edit.removed.size() > begin; });
    if (touched || text.substr(begin, line_end(text, begin) - begin).find_first_of("-+") != std::string_view::npos) return;
    edits.push_back({begin + 1, {}, "-"});
}

// A moved item takes its own lines along, comments included, with the changes inside it made.
std::string moved_text(const Block& block, std::size_t i, std::size_t j) {
    Patcher inner = block.patcher.fork();
    inner.document_begin = block.patcher.document_begin;
    patch_child(inner, block, i, j);
    const std::size_t begin = starts_line(block.text(), block.parts[i].begin) ? block.lead_of(i) : block.parts[i].begin;
    const std::size_t end = block.end_of(i);
    std::vector<TextEdit> edits = inner.take();
    keep_without_break(block, i, edits);
    for (TextEdit& edit : edits) edit.offset -= begin;
    std::string moved = yaml::apply(block.text().substr(begin, end - begin), edits);
    moved.erase(0, std::min(moved.find_first_not_of(' '), moved.size()));
    return moved;
}

// What ends with a text of several lines needs the line break behind it.
bool ends_with_break(const Node* node) {
    while (node && node->style != Style::flow && (node->kind == Kind::map || node->kind == Kind::sequence)) {
        if (node->kind == Kind::map) node = node->entries.empty() ? nullptr : node->entries.back().value.get();
        else node = node->items.empty() ? nullptr : node->items.back().get();
    }
    return node && node->kind == Kind::scalar && (node->style == Style::literal || node->style == Style::folded) && node->text.ends_with('\n');
}

void remove_run(const Block& block, std::size_t first, std::size_t last) {
    const std::string_view text = block.text();
    const std::size_t end = block.end_of(last);
    if (!starts_line(text, block.parts[first].begin)) {  // "- name: x": the entry shares its line with the dash, and some entry follows
        const std::size_t next = block.parts[last + 1].begin;
        std::size_t begin = block.parts[first].begin;
        const bool comments = text.substr(end, next - end).find('#') != std::string_view::npos;
        if (!comments) return block.patcher.replace(begin, next, "");
        while (begin > 0 && is_blank(text[begin - 1])) --begin;
        return block.patcher.replace(begin, end, "");
    }
    std::size_t begin = block.lead_of(first);
    std::size_t stop = next_line(text, end);
    if (end == text.size() || stop == end) {  // no final newline: the one before goes instead
        const Node* before = first == 0 ? nullptr : block.old.kind == Kind::map ? block.old.entries[first - 1].value.get() : block.old.items[first - 1].get();
        if (!ends_with_break(before)) begin = begin > 0 ? line_end(text, begin - 1) : 0;
        return block.patcher.replace(begin, end, "");
    }
    const bool blank_above = begin > 0 && line_begin(text, begin - 1) < begin && is_blank_line(text, begin - 1);
    const bool blank_below = stop >= text.size() || is_blank_line(text, stop);
    if (first > 0 && blank_above && blank_below) begin = line_begin(text, begin - 1);
    block.patcher.replace(begin, stop, "");
}

// A blank line between new items if the neighbours have one between them.
bool spaced(const Block& block, std::size_t i) {
    if (block.old.kind != Kind::sequence || block.parts.size() < 2) return false;
    const std::size_t upper = i + 1 < block.parts.size() ? i : i - 1;
    return is_blank_line(block.text(), next_line(block.text(), line_end(block.text(), block.parts[upper].end)));
}

void insert_after(const Block& block, std::size_t i, const std::vector<std::string>& texts) {
    std::string out;
    const std::string gap = spaced(block, i) ? block.emit.newline : "";
    for (const std::string& text : texts) out += block.emit.newline + gap + block.indent() + text;
    block.patcher.insert(block.end_of(i), out);
}

void insert_before(const Block& block, std::size_t i, const std::vector<std::string>& texts) {
    std::string out;
    const bool own_line = starts_line(block.text(), block.parts[i].begin);
    for (const std::string& text : texts) out += own_line ? block.indent() + text + block.emit.newline : text + block.emit.newline + block.indent();
    block.patcher.insert(own_line ? block.lead_of(i) : block.parts[i].begin, out);
}

void edit_structure(const Block& block) {
    const Pairing& pairing = block.pairing;
    for (std::size_t i = 0; i < block.parts.size(); ++i) {
        if (pairing.stays(int(i))) continue;
        std::size_t last = i;
        while (last + 1 < block.parts.size() && !pairing.stays(int(last) + 1)) ++last;
        remove_run(block, i, last);
        i = last;
    }
    long behind = -1;
    std::vector<std::string> texts;
    const auto flush = [&](long next) {
        if (!texts.empty()) behind >= 0 ? insert_after(block, std::size_t(behind), texts) : insert_before(block, std::size_t(next), texts);
        texts.clear();
    };
    for (std::size_t j = 0; j < pairing.old_of.size(); ++j) {
        const int i = pairing.old_of[j];
        if (i < 0) texts.push_back(fresh_text(block, j, behind));
        else if (pairing.moved[j]) texts.push_back(moved_text(block, std::size_t(i), j));
        else flush(i), behind = i;
    }
    flush(0);
}

// New values indent like those of their siblings in the same map.
Emit sibling_emit(const Block& block) {
    Emit emit = block.patcher.emit;
    for (const Entry& entry : block.old.entries) {
        if (entry.value->style != Style::block || entry.value->span.fresh()) continue;
        const int used = column_of(block.text(), entry.value->span.begin) - block.column;
        if (entry.value->kind == Kind::sequence) emit.indent_sequences = used > 0;
        if (used > 0) emit.indent = used;
    }
    const std::size_t end = block.end_of(block.parts.size() - 1);
    if (end < block.text().size()) emit.literal = comment_follows(block.text(), end, block.column) ? Literal::none : Literal::any;
    return emit;
}

}  // namespace

bool patch_block(Patcher& patcher, const Node& old, const Node& now, const Pairing& pairing) {
    Block block{patcher, old, now, pairing, {}, column_of(patcher.text, old.span.begin), patcher.emit};
    if (!parts_of(patcher.text, old, block.parts)) return false;
    for (std::size_t i = 0; i < block.parts.size(); ++i)
        if (pairing.stays(int(i))) patch_child(patcher, block, i, std::size_t(pairing.new_of[i]));
    if (pairing.same_shape) return true;
    block.emit = sibling_emit(block);
    edit_structure(block);
    return true;
}

}  // namespace weft::yaml
