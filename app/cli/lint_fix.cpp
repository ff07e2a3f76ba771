#include "app/cli/lint_fix.h"

#include <set>

#include "app/cli/open.h"
#include "core/targets/lint_document.h"

namespace weft::cli {

Result<std::string> apply_fixes(const std::string& text, const std::string& file, const lint::Options& options) {
    std::string current = text;
    std::size_t flows = 1;
    for (std::size_t index = 0; index < flows; ++index) {
        auto document = open_text(current, file, index);
        if (!document) return tl::unexpected(document.error());
        flows = flow_count(**document);
        std::set<std::string> tried;  // a fix that refuses, or does not remove its finding, is not tried again
        for (int rounds = 0; rounds < 500; ++rounds) {
            bool changed = false;
            for (const lint::Finding& finding : lint_document(**document, options)) {
                if (finding.fixes.empty() || !tried.insert(finding.key() + finding.subject).second) continue;
                auto edited = apply_fix(*document, finding.fixes.front());
                if (!edited || edited->document->text == (*document)->text) continue;
                *document = edited->document;
                changed = true;
                break;
            }
            if (!changed) break;
        }
        current = (*document)->text;
    }
    return current;
}

}  // namespace weft::cli
