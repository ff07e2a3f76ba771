#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

// A handler of a group that stands at the root is written as an exit group of its own; deeper there is no place for one.
bool nested(const Context& context, const Context::Item& item) {
    if (!item.handler) return false;
    if (context.flow.format == "kfp") return !context.scopes[item.scope].path.empty();
    return context.flow.format == "native" && item.enclosing.size() + (item.hook ? 1 : 0) > 1;
}

void check(const Context& context, Report& report) {
    if (!context.has_target("kfp")) return;
    for (const Context::Item& item : context.items) {
        if (!nested(context, item)) continue;
        Finding finding = finding_of("exit/nested", Severity::error, &item, item.path, Message{WEFT_TR("core", "the exit handler %1 stands inside a group"), {quoted(item.task->name)}},
                                     WEFT_TR("core", "Kubeflow Pipelines takes exit handlers only at the root of a pipeline: its compiler refuses others"));
        finding.target = "kfp";
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule exit_nested{"exit/nested", Severity::error, WEFT_TR("core", "an exit handler that is not at the root of a Kubeflow pipeline"), "Kubeflow Pipelines pipeline_spec_builder.py:1751", check};

}  // namespace weft::lint::rules
