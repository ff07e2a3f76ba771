// What the builder notices on the way: tabs, template text, comments; and the issues it writes down.
#include <algorithm>

#include "core/yaml/builder.h"
#include "core/yaml/spans.h"
#include "core/yaml/templates.h"

namespace weft::yaml {

void Builder::issue(const char* rule, Message what, const Span& span) {
    if (out_.issues.size() >= 1000) return;  // enough for a person; an enemy's file must not fill memory
    const Location where = lines_.at(span.begin);
    out_.issues.push_back({rule, std::move(what), span, where.line, where.column});
}

void Builder::check_tab_indent(std::size_t at) {
    if (in_flow()) return;
    const std::size_t begin = line_begin(text_, at);
    const std::string_view indent = text_.substr(begin, at - begin);
    if (indent.find('\t') == indent.npos || indent.find_first_not_of(" \t-") != indent.npos) return;
    issue("yaml/tab-indent", WEFT_TR("core", "this line is indented with a tab; YAML allows only spaces"), {begin, at});
}

// "{{x}}" without quotes is a map whose key is a map: no engine can read that, so it is never what was meant.
void Builder::check_template(std::size_t at) {
    const bool as_key = in_flow() && stack_.back().node->kind == Kind::map && !stack_.back().key;
    if (!as_key || text_[at] != '{' || at == 0 || text_[at - 1] != '{') return;
    if (is_template_action(text_, at - 1)) refuse(template_message(text_, at - 1), at - 1);
    if (text_.substr(at, 2) == "{{") return;  // "{{{": not a tag either
    const std::size_t end = std::min({text_.find("}}", at), line_end(text_, at), at + 60});
    refuse({WEFT_TR("core", "'%1' starts a map in YAML; a tag must stand in quotes"), {std::string(text_.substr(at - 1, end - at + 1)) + "}}"}}, at - 1);
}

void Builder::gather_comments() {
    std::size_t at = bom_;
    const auto gap = [&](std::size_t end) {
        while (at < end) {
            const std::size_t found = text_.substr(at, end - at).find('#');  // never looks behind the gap: linear
            if (found == std::string_view::npos) break;
            at += found;
            if (at == bom_ || is_space(text_[at - 1])) {
                const std::size_t stop = line_end(text_, at);
                out_.comments.push_back({{at, stop}, lines_.at(at).line});
                at = stop;
            } else {
                ++at;
            }
        }
    };
    for (const Span& leaf : leaves_) {
        gap(leaf.begin);
        at = leaf.begin;
        const bool block = leaf.end > leaf.begin && (text_[at] == '|' || text_[at] == '>') && leaf.end > at;
        if (block) {  // "run: | # why"
            ++at;
            gap(std::min(line_end(text_, at), leaf.end));
        }
        at = std::max(at, leaf.end);
    }
    gap(text_.size());
}

void Builder::finish() {
    if (!out_.documents.empty()) end_document_span(text_.size());
    gather_comments();
    std::stable_sort(out_.issues.begin(), out_.issues.end(), [](const Issue& a, const Issue& b) { return a.span.begin < b.span.begin; });
}

}  // namespace weft::yaml
