// Children of "[a, b]", "{a: 1}" and of JSON: text between commas; items on lines of their own stay on lines of their own.
#include <algorithm>

#include "core/yaml/patcher.h"
#include "core/yaml/spans.h"
#include "core/yaml/text.h"

namespace weft::yaml {

namespace {

constexpr std::size_t npos = std::string_view::npos;

struct Flow {
    Patcher& patcher;
    const Node& old;
    const Node& now;
    const Pairing& pairing;
    std::vector<Part> parts;
    bool spread = false;      // items stand on lines of their own
    std::string separator;    // behind the comma: " ", "", or a line break and the indentation
    Emit emit;

    std::string_view text() const { return patcher.text; }
    std::size_t comma_after(std::size_t i) const {
        const std::size_t at = skip_gap(text(), parts[i].end);
        return at < text().size() && text()[at] == ',' ? at : npos;
    }
};

void patch_child(Patcher& patcher, const Flow& flow, std::size_t i, std::size_t j) {
    const Place place{Place::In::flow, 0, flow.parts[i].after, flow.spread};
    if (flow.old.kind == Kind::map) {
        patch_key(patcher, flow.old.entries[i].key, flow.now.entries[j].key, true);
        patch_value(patcher, place, flow.old.entries[i].value, flow.now.entries[j].value);
    } else {
        patch_value(patcher, place, flow.old.items[i], flow.now.items[j]);
    }
}

std::string fresh_text(const Flow& flow, std::size_t j) {
    std::string out;
    if (flow.patcher.before.json) {
        Node shell;  // one entry or item, its brackets cut off again
        const int column = flow.spread ? column_of(flow.text(), flow.parts.front().begin) : 0;
        if (flow.old.kind == Kind::map) {
            const Node* key = resolve(flow.now.entries[j].key.get());
            out = json_string(key ? key->text : std::string()) + (flow.emit.tight_colon ? ":" : ": ");
            emit_json(out, *flow.now.entries[j].value, column, flow.spread ? flow.emit.indent : 0, flow.emit);
        } else {
            emit_json(out, *flow.now.items[j], column, flow.spread ? flow.emit.indent : 0, flow.emit);
        }
        return out;
    }
    if (flow.old.kind == Kind::map) {
        emit_key(out, *flow.now.entries[j].key, -1, flow.emit);
        out += ' ';
        emit_flow(out, *flow.now.entries[j].value, flow.emit);
    } else {
        emit_flow(out, *like_siblings(flow.now.items[j], flow.old), flow.emit);
    }
    return out;
}

std::string moved_text(const Flow& flow, std::size_t i, std::size_t j) {
    Patcher inner = flow.patcher.fork();
    patch_child(inner, flow, i, j);
    std::vector<TextEdit> edits = inner.take();
    for (TextEdit& edit : edits) edit.offset -= flow.parts[i].begin;
    return yaml::apply(flow.text().substr(flow.parts[i].begin, flow.parts[i].end - flow.parts[i].begin), edits);
}

// First comment in [begin, end) that has a line of its own; end if none.
std::size_t own_line_comment(std::string_view text, std::size_t begin, std::size_t end) {
    text = text.substr(0, end);
    for (std::size_t at = text.find('#', begin); at < end; at = text.find('#', line_end(text, at)))
        if (starts_line(text, at)) return at;
    return end;
}

// Moved items leave the comments beside them where they are, so only their own text and comma go.
void remove_each(const Flow& flow, std::size_t first, std::size_t last) {
    const bool tail = last + 1 == flow.parts.size() && first > 0;
    if (tail && flow.comma_after(last) == npos)
        if (const std::size_t comma = flow.comma_after(first - 1); comma != npos) flow.patcher.replace(comma, comma + 1, "");
    for (std::size_t i = first; i <= last; ++i) {
        const std::size_t comma = flow.comma_after(i);
        flow.patcher.replace(flow.parts[i].begin, comma == npos ? flow.parts[i].end : comma + 1, "");
    }
}

void remove_run(const Flow& flow, std::size_t first, std::size_t last) {
    const std::string_view text = flow.text();
    const std::size_t from = first > 0 ? flow.parts[first - 1].end : flow.parts[first].begin;
    const std::size_t to = last + 1 < flow.parts.size() ? flow.parts[last + 1].begin : line_end(text, flow.parts[last].end);
    bool moved = false;
    for (std::size_t i = first; i <= last; ++i) moved = moved || flow.pairing.new_of[i] >= 0;
    if (moved && text.substr(from, to - from).find('#') != npos) return remove_each(flow, first, last);
    if (last + 1 < flow.parts.size()) {
        const std::size_t next = flow.parts[last + 1].begin;
        return flow.patcher.replace(flow.parts[first].begin, own_line_comment(text, flow.parts[last].end, next), "");
    }
    const std::size_t before = flow.parts[first - 1].end;
    if (text.substr(before, flow.parts[first].begin - before).find('#') == npos) return flow.patcher.replace(before, flow.parts[last].end, "");
    std::size_t begin = flow.parts[first].begin;  // "x, # about x" stays: the comma goes, or stays when one follows the last item too
    while (begin > before && is_space(text[begin - 1])) --begin;
    const std::size_t trailing = flow.comma_after(last);
    const std::size_t comma = flow.comma_after(first - 1);
    if (trailing == npos && comma != npos) flow.patcher.replace(comma, comma + 1, "");
    flow.patcher.replace(begin, trailing == npos ? flow.parts[last].end : trailing + 1, "");
}

void insert_after(const Flow& flow, std::size_t i, const std::vector<std::string>& texts) {
    const std::string_view text = flow.text();
    std::string out;
    const std::size_t comma = flow.comma_after(i);
    const std::size_t behind = comma == npos ? flow.parts[i].end : comma + 1;
    const std::size_t next = skip_blanks(text, behind);
    if (flow.spread && next < text.size() && text[next] == '#') {  // "x, # about x": the new lines go below that comment
        for (std::size_t k = 0; k < texts.size(); ++k) out += flow.separator + texts[k] + (comma != npos || k + 1 < texts.size() ? "," : "");
        if (comma == npos) flow.patcher.insert(flow.parts[i].end, ",");
        return flow.patcher.insert(line_end(text, next), out);
    }
    for (const std::string& fresh : texts) out += "," + flow.separator + fresh;
    flow.patcher.insert(flow.parts[i].end, out);
}

void edit_structure(const Flow& flow) {
    const Pairing& pairing = flow.pairing;
    long behind = -1;
    std::vector<std::string> texts;
    const auto flush = [&](std::size_t next) {
        if (texts.empty()) return;
        std::string out;
        for (const std::string& fresh : texts) out += fresh + "," + flow.separator;
        if (behind >= 0) insert_after(flow, std::size_t(behind), texts);
        else flow.patcher.insert(flow.parts[next].begin, out);
        texts.clear();
    };
    for (std::size_t j = 0; j < pairing.old_of.size(); ++j) {
        const int i = pairing.old_of[j];
        if (i < 0) texts.push_back(fresh_text(flow, j));
        else if (pairing.moved[j]) texts.push_back(moved_text(flow, std::size_t(i), j));
        else flush(std::size_t(i)), behind = i;
    }
    flush(0);
    for (std::size_t i = 0; i < flow.parts.size(); ++i) {
        if (pairing.stays(int(i))) continue;
        std::size_t last = i;
        while (last + 1 < flow.parts.size() && !pairing.stays(int(last) + 1)) ++last;
        remove_run(flow, i, last);
        i = last;
    }
}

void study_layout(Flow& flow) {
    const std::string_view text = flow.text();
    flow.spread = starts_line(text, flow.parts.front().begin);
    const int column = column_of(text, flow.parts.front().begin);
    const bool tight = flow.patcher.before.json && (flow.parts.size() > 1 ? flow.parts[1].begin == flow.parts[0].end + 1 : flow.emit.tight_colon);
    flow.separator = flow.spread ? flow.emit.newline + std::string(std::size_t(column), ' ') : tight ? "" : " ";
    if (flow.spread) {  // the indentation may hold tabs
        const std::size_t begin = line_begin(text, flow.parts.front().begin);
        flow.separator = flow.emit.newline + std::string(text.substr(begin, flow.parts.front().begin - begin));
    }
    if (flow.old.kind == Kind::map && flow.patcher.before.json) flow.emit.tight_colon = flow.old.entries.front().value->span.begin == flow.parts.front().after;
    else flow.emit.tight_colon = tight;
}

}  // namespace

bool patch_flow(Patcher& patcher, const Node& old, const Node& now, const Pairing& pairing) {
    Flow flow{patcher, old, now, pairing, {}, false, {}, patcher.emit};
    if (!parts_of(patcher.text, old, flow.parts)) return false;
    const char opening = patcher.text[old.span.begin];
    const bool bracket = opening == (old.kind == Kind::map ? '{' : '[');
    if (!pairing.same_shape && !bracket) return false;  // "[a: b]" has no braces to put more into
    study_layout(flow);
    for (std::size_t i = 0; i < flow.parts.size(); ++i)
        if (pairing.stays(int(i))) patch_child(patcher, flow, i, std::size_t(pairing.new_of[i]));
    if (!pairing.same_shape) edit_structure(flow);
    return true;
}

}  // namespace weft::yaml
