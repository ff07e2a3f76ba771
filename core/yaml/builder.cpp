#include "core/yaml/builder.h"

#include <algorithm>

#include "core/yaml/spans.h"

namespace weft::yaml {

using YAML::anchor_t;
using YAML::Mark;

Builder::Builder(std::string_view text, const Limits& limits, Stream& out)
    : text_(text), limits_(limits), out_(out), lines_(text), bom_(bom_size(text)) {
    cursor_ = bom_;
}

void Builder::refuse(Message message, std::size_t at) const { throw Refusal{{std::move(message), lines_.at(at)}}; }

// Every event passes here: counts, and turns yaml-cpp's position (a BOM not counted) into ours.
std::size_t Builder::event(const Mark& mark) {
    const std::size_t at = std::min(std::size_t(std::max(mark.pos, 0)) + bom_, text_.size());
    last_event_ = at;
    if (++nodes_ > limits_.nodes) refuse({WEFT_TR("core", "the file has more than %1 values"), {std::to_string(limits_.nodes)}}, at);
    return at;
}

void Builder::OnDocumentStart(const Mark& mark) {
    const std::size_t at = event(mark);
    // yaml-cpp 0.7 hands out empty documents for ever on "," : a document must start behind the one before
    if (last_start_ == at) refuse({WEFT_TR("core", "a value was expected, found '%1'"), {word_at(text_, at)}}, at);
    last_start_ = at;
    const bool marker = text_.substr(at, 3) == "---";
    if (!out_.documents.empty()) {
        bool ended = marker;
        for (std::size_t line = skip_gap(text_, cursor_); !ended && line < at; line = skip_gap(text_, next_line(text_, line)))
            ended = text_.substr(line, 3) == "..." || text_.substr(line, 3) == "---";
        if (!ended) refuse({WEFT_TR("core", "the end of the document was expected, found '%1'; a file holds one value, or several behind '---'"), {word_at(text_, at)}}, at);
        end_document_span(marker ? at : text_.size());
    }
    cursor_ = marker ? at + 3 : std::max(cursor_, skip_gap(text_, cursor_) == at ? cursor_ : at);
    out_.documents.push_back({nullptr, {marker || out_.documents.size() > 0 ? cursor_ : bom_, text_.size()}});
    anchors_.clear();
    root_.reset();
}

void Builder::OnDocumentEnd() {
    if (!root_) {
        root_ = make(Kind::null, cursor_);
        place(*root_, cursor_, cursor_);
    }
    out_.documents.back().root = root_;
    for (const auto& [id, anchor] : anchors_)
        if (!anchor.used) issue("yaml/anchor", {WEFT_TR("core", "the anchor \"%1\" is never used"), {anchor.name}}, anchor.span);
    anchors_.clear();
    stack_.clear();
}

void Builder::end_document_span(std::size_t limit) {
    Span& span = out_.documents.back().span;
    for (std::size_t line = next_line(text_, cursor_); line < limit; line = next_line(text_, line))
        if (text_.substr(line, 3) == "...") { limit = line; break; }
    span.end = std::max(span.begin, limit);
}

std::shared_ptr<Node> Builder::make(Kind kind, std::size_t at) {
    auto node = std::make_shared<Node>();
    node->kind = kind;
    node->span = {at, at};
    return node;
}

void Builder::place(Node& node, std::size_t begin, std::size_t end) {
    node.span = {begin, end};
    const Location where = lines_.at(begin);
    node.line = where.line;
    node.column = where.column;
}

std::size_t Builder::read_properties(Node& node, std::size_t at) {
    const Properties found = scan_properties(text_, at);
    node.anchor = found.anchor;
    node.tag = found.tag;
    static constexpr std::string_view known[] = {"", "!", "!!str", "!!int", "!!float", "!!bool", "!!null", "!!map", "!!seq", "!!binary", "!!timestamp"};
    if (std::find(std::begin(known), std::end(known), found.tag) == std::end(known))
        issue("yaml/custom-tag", {WEFT_TR("core", "the tag \"%1\" means nothing to an engine"), {found.tag}}, {at, found.end});
    return found.end;
}

void Builder::register_anchor(anchor_t id, const std::shared_ptr<Node>& node, bool open) {
    if (id == 0) return;
    const Span span{properties_begin(text_, *node), node->span.begin};
    for (const auto& [other, anchor] : anchors_)
        if (anchor.name == anchor_name_) {
            issue("yaml/anchor", {WEFT_TR("core", "the anchor \"%1\" is defined twice; an alias takes the one above it"), {anchor_name_}}, span);
            break;
        }
    anchors_[id] = {node, anchor_name_, 1, open, false, span};
    node->anchor = anchor_name_;
}

void Builder::OnAnchor(const Mark&, const std::string& name) { anchor_name_ = name; }

bool Builder::in_flow() const { return !stack_.empty() && stack_.back().node->style == Style::flow; }

int Builder::block_column() const {
    for (auto frame = stack_.rbegin(); frame != stack_.rend(); ++frame)
        if (frame->node->style == Style::block) return column_of(text_, frame->node->span.begin);
    return -1;
}

// --- scalars, nulls and aliases ---

void Builder::place_scalar(Node& node, std::size_t at, bool non_plain) {
    const char first = at < text_.size() ? text_[at] : '\0';
    std::size_t end = at;
    node.style = Style::plain;
    if (first == '"' || first == '\'') {
        node.style = first == '"' ? Style::double_quoted : Style::single_quoted;
        end = end_of_quoted(text_, at);
        if (end == std::string_view::npos) refuse(WEFT_TR("core", "the quote that opens here is never closed"), at);
    } else if ((first == '|' || first == '>') && non_plain) {
        node.style = first == '|' ? Style::literal : Style::folded;
        end = scan_block_scalar(text_, at, block_column()).end;
    } else {
        end = end_of_plain(text_, at, node.text);
        if (end == std::string_view::npos) {  // not seen yet; the line is a safe answer because every patch is read again
            end = line_end(text_, at);
            while (end > at && is_blank(text_[end - 1])) --end;
        }
    }
    place(node, at, end);
}

void Builder::OnScalar(const Mark& mark, const std::string& tag, anchor_t anchor, const std::string& value) {
    const std::size_t at = event(mark);
    if (value.size() > limits_.scalar_bytes)
        refuse({WEFT_TR("core", "a text of %1 bytes; at most %2 are read"), {std::to_string(value.size()), std::to_string(limits_.scalar_bytes)}}, at);
    auto node = make(Kind::scalar, at);
    node->text = value;
    std::size_t begin = at;
    const bool properties = at < text_.size() && (text_[at] == '&' || text_[at] == '!');
    if (properties) {
        const std::size_t end = read_properties(*node, at);
        begin = value.empty() ? skip_blanks(text_, end) : skip_gap(text_, end);
        if (value.empty() && (begin >= text_.size() || std::string_view("\"'|>").find(text_[begin]) == std::string_view::npos)) begin = end;
    }
    place_scalar(*node, begin, properties || tag == "!");
    register_anchor(anchor, node, false);
    leaves_.push_back(node->span);
    check_tab_indent(begin);
    cursor_ = node->span.end;
    add(std::move(node), 1, 0);
}

// A null that is written (~, null) stands at the mark; one that is not written has the mark of whatever comes next.
bool Builder::explicit_null(std::size_t at) const {
    std::size_t length = 0;
    for (const std::string_view word : {"~", "null", "Null", "NULL"})
        if (text_.substr(at, word.size()) == word) length = word.size();
    if (length == 0) return false;
    const char next = at + length < text_.size() ? text_[at + length] : '\n';
    if (!is_space(next) && std::string_view(",:]}").find(next) == std::string_view::npos) return false;
    if (stack_.empty() || stack_.back().node->style == Style::flow) return true;
    const Frame& frame = stack_.back();
    const bool awaited = frame.node->kind == Kind::sequence || frame.key;
    return !awaited || column_of(text_, at) > column_of(text_, frame.node->span.begin) || line_begin(text_, at) == line_begin(text_, cursor_);
}

std::size_t Builder::implicit_null(std::size_t at) const {
    if (stack_.empty()) return cursor_;
    const Frame& frame = stack_.back();
    if (frame.node->kind == Kind::map) {
        if (!frame.key) return at;
        const std::size_t colon = behind_colon(text_, cursor_);
        return colon == std::string_view::npos || colon > at + 1 ? cursor_ : colon;
    }
    if (frame.node->style == Style::flow) return at;
    const std::size_t dash = skip_gap(text_, cursor_);
    return dash < text_.size() && text_[dash] == '-' ? dash + 1 : cursor_;
}

void Builder::OnNull(const Mark& mark, anchor_t anchor) {
    const std::size_t at = event(mark);
    auto node = make(Kind::null, at);
    const bool properties = anchor != 0 && at < text_.size() && (text_[at] == '&' || text_[at] == '!');
    std::size_t begin = at;
    if (properties) begin = skip_blanks(text_, cursor_ = read_properties(*node, at));
    if (explicit_null(begin)) {
        node->style = Style::plain;
        node->text = text_[begin] == '~' ? "~" : std::string(text_.substr(begin, 4));
        place(*node, begin, begin + node->text.size());
        leaves_.push_back(node->span);
    } else {
        const std::size_t where = properties ? cursor_ : implicit_null(at);
        place(*node, where, where);
    }
    register_anchor(anchor, node, false);
    cursor_ = node->span.end;
    add(std::move(node), 1, 0);
}

void Builder::OnAlias(const Mark& mark, anchor_t id) {
    const std::size_t at = event(mark);
    const auto found = anchors_.find(id);
    auto node = make(Kind::alias, at);
    std::size_t end = at + 1;
    while (end < text_.size() && !is_space(text_[end]) && std::string_view(",[]{}").find(text_[end]) == std::string_view::npos) ++end;
    node->text = std::string(text_.substr(at + 1, end - at - 1));
    if (found == anchors_.end()) refuse({WEFT_TR("core", "the anchor \"%1\" is not defined above"), {node->text}}, at);
    if (found->second.open) refuse({WEFT_TR("core", "the alias \"*%1\" stands inside the value that it repeats"), {node->text}}, at);
    found->second.used = true;
    end = std::min(at + 1 + found->second.name.size(), text_.size());
    node->text = found->second.name;
    node->target = found->second.node;
    place(*node, at, end);
    leaves_.push_back(node->span);
    cursor_ = end;
    add(std::move(node), found->second.size, found->second.size);
}

// --- collections ---

void Builder::open(Kind kind, std::size_t at, const std::string& tag, anchor_t anchor, YAML::EmitterStyle::value style) {
    if (int(stack_.size()) >= limits_.depth)
        refuse({WEFT_TR("core", "nested deeper than %1 levels"), {std::to_string(limits_.depth)}}, at);
    check_template(at);
    auto node = make(kind, at);
    node->style = style == YAML::EmitterStyle::Flow || in_flow() ? Style::flow : Style::block;
    const bool properties = (anchor != 0 || tag != "?") && at < text_.size() && (text_[at] == '&' || text_[at] == '!');
    std::size_t begin = at;
    if (properties) begin = skip_gap(text_, read_properties(*node, at));
    place(*node, begin, begin);
    register_anchor(anchor, node, true);
    if (node->style == Style::block) check_tab_indent(begin);
    cursor_ = begin;
    const bool bracket = begin < text_.size() && (text_[begin] == '[' || text_[begin] == '{');
    if (node->style == Style::flow && bracket) cursor_ = begin + 1;
    stack_.push_back({std::move(node), nullptr, anchor, 1, 0, {}});
}

void Builder::close() {
    Frame frame = std::move(stack_.back());
    stack_.pop_back();
    Node& node = *frame.node;
    std::size_t end = cursor_;
    const char opening = node.span.begin < text_.size() ? text_[node.span.begin] : '\0';
    if (node.style == Style::flow && opening == (node.kind == Kind::map ? '{' : '[')) {
        end = skip_gap(text_, cursor_);
        while (end < text_.size() && (text_[end] == ',' || text_[end] == ':' || text_[end] == '?')) end = skip_gap(text_, end + 1);
        const char closing = node.kind == Kind::map ? '}' : ']';
        end = end < text_.size() && text_[end] == closing ? end + 1 : cursor_;
    }
    node.span.end = std::max(node.span.begin, end);
    cursor_ = node.span.end;
    if (frame.anchor != 0) {
        Anchor& anchor = anchors_[frame.anchor];
        anchor.open = false;
        anchor.size = frame.size;
    }
    add(std::move(frame.node), frame.size, frame.expanded);
}

void Builder::OnSequenceStart(const Mark& mark, const std::string& tag, anchor_t anchor, YAML::EmitterStyle::value style) {
    open(Kind::sequence, event(mark), tag, anchor, style);
}
void Builder::OnMapStart(const Mark& mark, const std::string& tag, anchor_t anchor, YAML::EmitterStyle::value style) {
    open(Kind::map, event(mark), tag, anchor, style);
}
void Builder::OnSequenceEnd() { close(); }
void Builder::OnMapEnd() { close(); }

void Builder::add(std::shared_ptr<Node> node, std::size_t size, std::size_t expanded) {
    if (stack_.empty()) {
        root_ = std::move(node);
        return;
    }
    Frame& frame = stack_.back();
    frame.size += size;
    frame.expanded += expanded;
    if (frame.expanded > limits_.expanded_nodes)
        refuse({WEFT_TR("core", "aliases make more than %1 values of this file"), {std::to_string(limits_.expanded_nodes)}}, node->span.begin);
    if (frame.node->kind == Kind::sequence) {
        frame.node->items.push_back(std::move(node));
    } else if (!frame.key) {
        add_key(frame, std::move(node));
    } else {
        frame.node->entries.push_back({std::move(frame.key), std::move(node)});
        frame.key = nullptr;
    }
}

void Builder::add_key(Frame& frame, NodePtr key) {
    const Node* name = resolve(key.get());
    if (name->kind == Kind::scalar || name->kind == Kind::null) check_key(*name, frame);
    frame.key = std::move(key);
}

void Builder::check_key(const Node& key, Frame& frame) {
    if (key.text == "<<" && key.style == Style::plain)
        issue("yaml/merge-key", WEFT_TR("core", "the merge key \"<<\" is read by some engines and ignored by others"), key.span);
    if (key.text.find("\xC2\xA0") != std::string::npos)
        issue("yaml/unsafe-characters", {WEFT_TR("core", "the key \"%1\" holds a no-break space"), {key.text}}, key.span);
    const auto [first, fresh] = frame.seen.emplace(key.text, key.line);
    if (!fresh)
        issue("yaml/duplicate-key", {WEFT_TR("core", "key \"%1\" appears twice (lines %2, %3); parsers disagree on which wins"),
                                     {key.text, std::to_string(first->second), std::to_string(key.line)}}, key.span);
}

}  // namespace weft::yaml
