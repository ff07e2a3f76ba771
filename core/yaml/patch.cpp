#include "core/yaml/patch.h"

#include <algorithm>
#include <map>

#include "core/yaml/patcher.h"
#include "core/yaml/reader.h"
#include "core/yaml/text.h"
#include "core/yaml/verify.h"
#include "core/yaml/writer.h"

namespace weft::yaml {

void Patcher::replace(std::size_t begin, std::size_t end, std::string with) {
    if (begin == std::string_view::npos || end < begin) return;  // a place that the text does not have; reading again will tell
    const std::string_view old = text.substr(begin, end - begin);
    if (old != with) edits_.push_back({begin, std::string(old), std::move(with)});
}

const Node* last_scalar(const Node* node) {
    while (node && (node->kind == Kind::map || node->kind == Kind::sequence)) {
        if (node->style == Style::flow) return nullptr;
        if (node->kind == Kind::map) node = node->entries.empty() ? nullptr : node->entries.back().value.get();
        else node = node->items.empty() ? nullptr : node->items.back().get();
    }
    return node && node->kind == Kind::scalar ? node : nullptr;
}

namespace {

// What goes at the end of a file without a final line break takes the break in front of it along, and that may be the end of lines that go as well: then
// all of it is one change up to the end.
void join_at_the_end(std::string_view text, std::vector<TextEdit>& edits) {
    while (edits.size() > 1) {
        const TextEdit& last = edits.back();
        const std::string newline = last.removed.starts_with("\r\n") ? "\r\n" : "\n";
        if (!last.removed.starts_with(newline) || last.offset + last.removed.size() != text.size()) return;
        std::size_t first = edits.size() - 1;   // with what is inserted in front of that break
        while (first > 0 && edits[first - 1].removed.empty() && edits[first - 1].offset == last.offset) --first;
        if (first == 0) return;
        const TextEdit& gone = edits[first - 1];
        const bool lines = gone.removed.ends_with(newline) && starts_line(text, gone.offset) && column_of(text, gone.offset) == 0;
        if (!lines || !gone.inserted.empty() || gone.offset + gone.removed.size() != last.offset + newline.size()) return;
        std::string inserted;
        for (std::size_t i = first; i < edits.size(); ++i) inserted += edits[i].inserted;
        std::size_t begin = gone.offset;
        if (inserted.starts_with(newline)) inserted.erase(0, newline.size());
        else if (inserted.empty() && begin >= newline.size() && text.substr(begin - newline.size(), newline.size()) == newline) begin -= newline.size();
        const TextEdit joined{begin, std::string(text.substr(begin)), std::move(inserted)};
        edits.erase(edits.begin() + std::ptrdiff_t(first), edits.end());
        edits.back() = joined;
    }
}

// Of items that look alike it is the last one that goes, whichever was meant: as people and diffs say it.
void take_the_last_of_a_kind(std::string_view text, std::vector<TextEdit>& edits) {
    for (std::size_t i = 0; i < edits.size(); ++i) {
        TextEdit& edit = edits[i];
        if (edit.removed.empty() || !edit.inserted.empty()) continue;
        const std::size_t size = edit.removed.size(), stop = i + 1 < edits.size() ? edits[i + 1].offset : text.size();
        for (;;) {
            std::size_t same = 0;
            while (same < size && edit.offset + size + same < stop && text[edit.offset + same] == text[edit.offset + size + same]) ++same;
            const bool item = same > 0 && edit.removed.find_first_not_of(", \t\r\n", same) == std::string::npos && edit.removed.find_first_not_of(", \t\r\n") < same;
            const std::size_t behind = edit.offset + size + same;
            if (!item || (same < size && behind < text.size() && std::string_view(",]} \t\r\n").find(text[behind]) == std::string_view::npos)) break;   // "a" is no twin of "ab"
            edit.offset += same;
            edit.removed = std::string(text.substr(edit.offset, size));
            if (same < size) break;
        }
    }
}

// The last lines of a collection go and something follows the collection: it is inserted at the end of a line that is no more. It takes the place of the
// lines that went.
void put_behind_what_went(std::string_view text, std::vector<TextEdit>& edits) {
    for (std::size_t i = 0; i + 1 < edits.size(); ++i) {
        TextEdit& gone = edits[i];
        const std::size_t end = gone.offset + gone.removed.size();
        if (gone.removed.empty() || !gone.removed.ends_with('\n') || !starts_line(text, gone.offset) || column_of(text, gone.offset) != 0) continue;
        const std::string newline = gone.removed.ends_with("\r\n") ? "\r\n" : "\n";
        while (i + 1 < edits.size()) {
            const TextEdit& next = edits[i + 1];
            if (!next.removed.empty() || next.offset + newline.size() != end || !next.inserted.starts_with(newline)) break;
            gone.inserted += next.inserted.substr(newline.size()) + newline;
            edits.erase(edits.begin() + std::ptrdiff_t(i) + 1);
        }
    }
}

}  // namespace

std::vector<TextEdit> Patcher::take() {
    // at one offset: what is inserted behind the text before it comes first, inner before outer, then what replaces the text there
    std::stable_sort(edits_.begin(), edits_.end(), [](const TextEdit& a, const TextEdit& b) {
        return a.offset != b.offset ? a.offset < b.offset : a.removed.empty() && !b.removed.empty();
    });
    join_at_the_end(text, edits_);
    put_behind_what_went(text, edits_);
    take_the_last_of_a_kind(text, edits_);
    return std::move(edits_);
}

std::string apply(std::string_view text, const std::vector<TextEdit>& edits) {
    std::string out;
    out.reserve(text.size() + 64);
    std::size_t at = 0;
    for (const TextEdit& edit : edits) {
        if (edit.offset < at || edit.offset > text.size()) continue;  // overlaps cannot be applied; patch never makes them
        out.append(text.substr(at, edit.offset - at)).append(edit.inserted);
        at = std::min(edit.offset + edit.removed.size(), text.size());
    }
    return out.append(text.substr(at));
}

std::vector<TextEdit> inverse(const std::vector<TextEdit>& edits) {
    std::vector<TextEdit> back;
    std::ptrdiff_t shift = 0;
    for (const TextEdit& edit : edits) {
        back.push_back({std::size_t(std::ptrdiff_t(edit.offset) + shift), edit.inserted, edit.removed});
        shift += std::ptrdiff_t(edit.inserted.size()) - std::ptrdiff_t(edit.removed.size());
    }
    return back;
}

namespace {

bool overlap(const std::vector<TextEdit>& edits) {
    for (std::size_t i = 1; i < edits.size(); ++i)
        if (edits[i].offset < edits[i - 1].offset + edits[i - 1].removed.size()) return true;
    return false;
}

std::string appended(std::string_view text, const Stream& before, const std::vector<NodePtr>& after, const Emit& emit) {
    std::string out;
    WriteOptions options{emit.indent, emit.indent_sequences, emit.newline.c_str()};
    for (std::size_t i = before.documents.size(); i < after.size(); ++i) {
        if (out.empty() && !text.empty() && text.back() != '\n') out += emit.newline;
        out += "---" + emit.newline + write_yaml(after[i], options);
    }
    return out;
}

// A literal text that ends the file without a line break has none in its value either; what is written behind it must not give it one: "|" becomes "|-".
void keep_last_text(std::string_view text, const Stream& before, std::vector<TextEdit>& edits) {
    if (text.empty() || text.back() == '\n' || before.json || before.documents.empty() || edits.empty()) return;
    const Node* last = last_scalar(before.documents.back().root.get());
    if (!last || (last->style != Style::literal && last->style != Style::folded) || last->span.end < text.size() || last->text.ends_with('\n')) return;
    const std::size_t begin = last->span.begin, header_end = line_end(text, begin);
    if (text.substr(begin, header_end - begin).find_first_of("-+") != std::string_view::npos) return;
    const auto touches = [&](const TextEdit& edit) { return edit.offset < last->span.end && edit.offset + edit.removed.size() > begin; };
    if (edits.back().offset < last->span.end || std::any_of(edits.begin(), edits.end(), touches)) return;
    const auto place = std::find_if(edits.begin(), edits.end(), [&](const TextEdit& edit) { return edit.offset > begin; });
    edits.insert(place, TextEdit{begin + 1, {}, "-"});
}

std::vector<TextEdit> attempt(std::string_view text, const Stream& before, const std::vector<NodePtr>& after, const ForcedNodes& forced) {
    Patcher patcher(text, before, forced, detect_emit(text, before));
    for (std::size_t i = 0; i < before.documents.size(); ++i) {
        const Document& document = before.documents[i];
        patcher.document_begin = document.span.begin;
        const bool spread = text.substr(document.root->span.begin, document.root->span.end - document.root->span.begin).find('\n') != std::string_view::npos;
        patch_value(patcher, {before.json ? Place::In::flow : Place::In::root, 0, std::string_view::npos, spread}, document.root, after[i]);
    }
    patcher.insert(text.size(), appended(text, before, after, patcher.emit));
    std::vector<TextEdit> edits = patcher.take();
    keep_last_text(text, before, edits);
    return edits;
}

// The smallest old collection around all edits that still exists as the same kind.
const Node* enclosing(const Stream& before, const std::vector<NodePtr>& after, const std::vector<TextEdit>& edits, const ForcedNodes& taken) {
    const std::size_t low = edits.empty() ? 0 : edits.front().offset, high = edits.empty() ? std::size_t(-2) : edits.back().offset + edits.back().removed.size();
    const Node* found = nullptr;
    for (std::size_t i = 0; i < before.documents.size() && !found; ++i) {
        if (before.documents[i].root == after[i]) continue;
        const Node* node = before.documents[i].root.get();
        for (const Node* next = node; next;) {
            node = next;
            next = nullptr;
            const auto consider = [&](const NodePtr& child) {
                if ((child->kind == Kind::map || child->kind == Kind::sequence) && child->span.begin <= low && high <= child->span.end && !taken.count(child.get())) next = child.get();
            };
            for (const NodePtr& item : node->items) consider(item);
            for (const Entry& entry : node->entries) consider(entry.value);
        }
        found = node;
    }
    return found;
}

// What `removed` says is what `inserted` says: items that look alike changed places.
bool changes_nothing(std::string_view text, const std::vector<TextEdit>& edits) {
    std::size_t gone = 0, come = 0;
    for (const TextEdit& edit : edits) gone += edit.removed.size(), come += edit.inserted.size();
    return gone == come && apply(text, edits) == text;
}

std::map<std::string_view, int> comments_in(std::string_view text, const std::vector<Comment>& comments, const Span& span) {
    std::map<std::string_view, int> out;
    for (const Comment& comment : comments)
        if (span.begin <= comment.span.begin && comment.span.begin <= span.end) ++out[text.substr(comment.span.begin, comment.span.end - comment.span.begin)];
    return out;
}

// A block that was written anew has no comments: it is taken only where there were none.
bool keeps_comments(std::string_view text, const Stream& before, const Node& block, const std::vector<TextEdit>& edits) {
    const std::map<std::string_view, int> had = comments_in(text, before.comments, block.span);
    if (had.empty()) return true;
    const std::string now = apply(text, edits);
    const Result<Stream> read = read_yaml(now);
    if (!read) return false;
    const std::map<std::string_view, int> has = comments_in(now, read->comments, {0, now.size()});
    return std::all_of(had.begin(), had.end(), [&](const auto& one) { const auto found = has.find(one.first); return found != has.end() && found->second >= one.second; });
}

}  // namespace

std::optional<std::vector<TextEdit>> patch_as_one(std::string_view text, const Stream& before, const std::vector<NodePtr>& after, const ForcedNodes& forced, std::vector<TextEdit>* tried) {
    std::vector<TextEdit> edits = attempt(text, before, after, forced);
    if (edits.empty() || changes_nothing(text, edits)) {
        const bool same = std::equal(before.documents.begin(), before.documents.end(), after.begin(), [](const Document& a, const NodePtr& b) { return matches(a.root, b); });
        if (same && before.documents.size() == after.size()) return std::vector<TextEdit>{};
    } else if (!overlap(edits) && edits_hold(text, edits, before, after)) {
        return edits;
    }
    if (tried) *tried = std::move(edits);
    return std::nullopt;
}

Result<std::vector<TextEdit>> patch(std::string_view text, const Stream& before, const std::vector<NodePtr>& after) {
    const bool unreadable = after.size() < before.documents.size() || (before.json && after.size() != 1);
    if (unreadable) return fail(WEFT_TR("core", "the file has more documents than the change knows"));
    std::vector<TextEdit> tried;
    if (auto edits = patch_as_one(text, before, after, {}, &tried)) return *edits;
    if (auto edits = patch_in_two(text, before, after)) return *edits;
    if (const Node* smallest = enclosing(before, after, tried, {})) {
        if (auto edits = patch_as_one(text, before, after, {smallest}); edits && keeps_comments(text, before, *smallest, *edits)) return *edits;
    }
    return fail(WEFT_TR("core", "this change cannot be written without changing something else in the file; nothing was changed"));
}

}  // namespace weft::yaml
