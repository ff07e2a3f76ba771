#include "core/lint/suppress.h"

#include <algorithm>
#include <limits>

namespace weft::lint {
namespace {

constexpr int whole_file = std::numeric_limits<int>::max();

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = text.find_first_not_of(" \t,", i);
        if (begin == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_of(" \t,", begin), text.size());
        out.emplace_back(text.substr(begin, end - begin));
        i = end;
    }
    return out;
}

}  // namespace

std::vector<Suppression> suppressions(const yaml::Stream& stream, std::string_view text) {
    constexpr std::string_view mark = "weftwork-ignore";
    std::vector<Suppression> out;
    std::vector<std::size_t> open;
    for (const yaml::Comment& comment : stream.comments) {
        if (comment.span.fresh() || comment.span.end > text.size()) continue;
        std::string_view body = text.substr(comment.span.begin, comment.span.end - comment.span.begin);
        body.remove_prefix(std::min(body.find_first_not_of("# \t"), body.size()));
        while (!body.empty() && (body.back() == '\r' || body.back() == ' ')) body.remove_suffix(1);
        if (!body.starts_with(mark)) continue;
        body.remove_prefix(mark.size());
        const bool begin = body.starts_with("-begin"), end = body.starts_with("-end"), file = body.starts_with("-file");
        if (begin || end || file) body.remove_prefix(end ? 4 : begin ? 6 : 5);
        if (!body.empty() && body[0] != ' ' && body[0] != '\t') continue;
        if (end) {
            if (!open.empty()) out[open.back()].last = comment.line, open.pop_back();
            continue;
        }
        Suppression made;
        if (const std::size_t dashes = body.find("--"); dashes != std::string_view::npos) {
            std::string_view reason = body.substr(dashes + 2);
            reason.remove_prefix(std::min(reason.find_first_not_of(' '), reason.size()));
            made.reason = reason;
            body = body.substr(0, dashes);
        }
        made.rules = words(body);
        made.first = file ? 0 : comment.line;
        made.last = file || begin ? whole_file : comment.line + 1;
        if (begin) open.push_back(out.size());
        out.push_back(std::move(made));
    }
    return out;
}

const Suppression* suppressed(const std::vector<Suppression>& all, const Finding& finding) {
    for (const Suppression& one : all) {
        const bool here = one.first == 0 || (finding.where.line >= one.first && finding.where.line <= one.last);
        if (here && (one.rules.empty() || std::find(one.rules.begin(), one.rules.end(), finding.rule) != one.rules.end())) return &one;
    }
    return nullptr;
}

}  // namespace weft::lint
