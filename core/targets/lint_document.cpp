#include "core/targets/lint_document.h"

#include <algorithm>
#include <tuple>

#include "core/model/edit.h"
#include "core/targets/document_text.h"
#include "core/targets/folder.h"
#include "core/targets/metaflow/metaflow.h"
#include "core/targets/portability.h"
#include "core/targets/target.h"
#include "core/yaml/reader.h"
#include "core/yaml/text.h"

namespace weft {
namespace {

bool same(const lint::Finding& a, const lint::Finding& b) {
    return a.rule == b.rule && a.where == b.where && a.subject == b.subject && a.what == b.what;
}

std::size_t byte_at(std::string_view text, const Location& where) {
    std::size_t at = 0;
    for (int line = 1; line < where.line; ++line) {
        at = text.find('\n', at);
        if (at == std::string_view::npos) return text.size();
        ++at;
    }
    return std::min(text.size(), at + std::size_t(std::max(0, where.column - 1)));
}

// A fix of the text that was read last, in the text as it stands; false where a drawn change has gone over its place.
bool move_fix(const Document& document, lint::Fix& fix) {
    auto* edits = std::get_if<lint::TextFix>(&fix.change);
    if (!edits) return true;
    for (yaml::TextEdit& edit : *edits) {
        edit.offset = now_at(document, edit.offset);
        if (document.text.compare(edit.offset, edit.removed.size(), edit.removed) != 0) return false;
    }
    return true;
}

// What was drawn since the last reading is linted at once; the places are those of that reading, moved by the edits since. The next reading mends those
// of what was drawn itself.
void move_along(const Document& document, std::vector<lint::Finding>& findings) {
    const Document& read = as_read(document);
    const yaml::LineIndex lines(document.text);
    for (lint::Finding& finding : findings) {
        if (finding.where.line <= 0) continue;
        const std::size_t at = now_at(document, finding.span.fresh() ? byte_at(read.text, finding.where) : finding.span.begin);
        const std::size_t length = finding.span.fresh() ? 0 : finding.span.end - finding.span.begin;
        if (!finding.span.fresh()) finding.span = {at, std::min(document.text.size(), at + length)};
        const Location now = lines.at(at);
        finding.where.line = now.line;
        finding.where.column = now.column;
        std::erase_if(finding.fixes, [&](lint::Fix& fix) { return !move_fix(document, fix); });
    }
}

}  // namespace

std::vector<lint::Finding> lint_document(const Document& document, lint::Options options) {
    const Document& read = as_read(document);
    if (options.targets.empty()) {
        options.targets = lint::default_targets(document.format->id);
        if (made_by_metaflow(read.stream)) options.targets.push_back({"metaflow", ""});
    }
    for (const lint::TargetChoice& choice : options.targets) {
        const Target* target = find_target(choice.id);
        const Capability* row = target ? capability(*target, Feature::no_image, choice.version) : nullptr;
        if (row && row->fit != Fit::refused) options.image_optional.insert(choice.version.empty() ? choice.id : choice.id + ' ' + choice.version);
    }
    lint::Context context = lint::make_context(*document.flow, std::move(options));
    context.places = &read.places;
    context.stream = &read.stream;
    context.issues = &read.issues;
    context.text = read.text;
    std::vector<lint::Finding> findings = lint::run_lint(context, all_rules());
    for (lint::Finding& finding : findings) {
        finding.where.file = document.file;
        if (!document.format->abilities.edit) std::erase_if(finding.fixes, [](const lint::Fix& fix) { return std::holds_alternative<lint::FlowFix>(fix.change); });
    }
    if (!document.since_base.empty()) move_along(document, findings);
    return findings;
}

std::vector<lint::Finding> lint_document(const Document& document, lint::Options options, const Folder& folder) {
    const bool advice = options.advice;
    std::vector<lint::Finding> findings = lint_document(document, std::move(options));
    std::vector<lint::Finding> more = lint_references(with_document(folder, document), document, advice);
    if (!document.since_base.empty()) move_along(document, more);
    std::move(more.begin(), more.end(), std::back_inserter(findings));
    return findings;
}

std::vector<lint::Finding> lint_broken(const Error& broken, std::string_view text, const std::string& file) {
    lint::Finding finding = lint::syntax_finding(broken);
    finding.where.file = file;
    finding.span.begin = byte_at(text, broken.where);
    finding.span.end = std::min(text.size(), finding.span.begin + 1);
    return {std::move(finding)};
}

FileLint lint_text(const std::string& text, const std::string& file, const lint::Options& options) {
    FileLint out;
    std::size_t count = 1;
    for (std::size_t i = 0; i < count; ++i) {
        const Result<DocumentPtr> document = open_text(text, file, i);
        if (!document) {
            for (lint::Finding& finding : lint_broken(document.error(), text, file)) out.findings.push_back(std::move(finding));
            out.unreadable = true;
            const Result<yaml::Stream> stream = yaml::read(text);
            out.no_flow = stream && !format_of(*stream);
            return out;
        }
        if (i == 0) count = flows_in(**document);
        for (lint::Finding& finding : lint_document(**document, options)) out.findings.push_back(std::move(finding));
    }
    if (count > 1) {
        const auto order = [](const lint::Finding& f) { return std::tie(f.where.line, f.where.column, f.rule, f.subject); };
        std::stable_sort(out.findings.begin(), out.findings.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
        out.findings.erase(std::unique(out.findings.begin(), out.findings.end(), same), out.findings.end());
    }
    return out;
}

Result<Edited> apply_fix(const DocumentPtr& document, const lint::Fix& fix) {
    if (const auto* change = std::get_if<lint::FlowFix>(&fix.change)) {
        Result<Flow> after = (*change)(*document->flow);
        if (!after) return tl::unexpected<Error>(after.error());
        return commit(document, *after);
    }
    const lint::TextFix& edits = std::get<lint::TextFix>(fix.change);
    Result<DocumentPtr> after = retype(document, yaml::apply(document->text, edits));
    if (!after) return tl::unexpected<Error>(after.error());
    return Edited{*after, edits};
}

}  // namespace weft
