#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

// Other formats are made of several documents (a JobFlow and its JobTemplates); an Argo file may carry a ConfigMap along.
void check(const Context& context, Report& report) {
    if (context.flow.format != "native" || !context.stream) return;
    for (const yaml::Document& document : context.stream->documents) {
        if (!document.root || document.root->kind == yaml::Kind::null || yaml::find_entry(document.root, "weftwork")) continue;
        Finding finding = finding_of("yaml/multi-doc", Severity::info, nullptr, "", WEFT_TR("core", "this document of the file is no flow: it is kept and not read"),
                                     WEFT_TR("core", "a flow says \"weftwork: 1\"; the other documents of the file stay as they are"));
        finding.where = {{}, document.root->line, document.root->column};
        finding.span = document.root->span;
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule yaml_multi_doc{"yaml/multi-doc", Severity::info, WEFT_TR("core", "a document of the file is no flow"), "", check};

}  // namespace weft::lint::rules
