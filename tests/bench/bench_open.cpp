// Opening, linting and editing a native file of 1,000 and 10,000 tasks.
#include "core/lint/rule.h"
#include "core/model/edit.h"
#include "core/targets/document.h"
#include "core/targets/target.h"
#include "core/yaml/reader.h"
#include "tests/bench/bench.h"

namespace weft::bench {

namespace {

std::vector<lint::Finding> lint_document(const Document& document) {
    lint::Context context = lint::make_context(*document.flow, {});
    context.places = &document.places;
    context.stream = &document.stream;
    context.issues = &document.issues;
    context.text = document.text;
    return lint::run_lint(context, all_rules());
}

void one_size(int tasks, int times) {
    const std::string text = native_text(tasks);
    const std::string name = std::to_string(tasks) + "-tasks";
    const double parse = median_ms(times, [&] { (void)yaml::read_yaml(text); });
    const double open = median_ms(times, [&] { (void)open_text(text, "bench.weft.yaml"); });
    print({"open", name, "wall", open, "ms", parse, tasks == 1000 ? std::optional<double>(300) : std::nullopt});
    const auto document = open_text(text, "bench.weft.yaml");
    if (!document) return;
    print({"lint", name, "wall", median_ms(times, [&] { (void)lint_document(**document); }), "ms", std::nullopt, tasks == 1000 ? 100.0 : 60.0});
    const TaskId some = (*document)->flow->main.tasks[std::size_t(tasks) / 2]->id;
    print({"edit", name, "rename and patch",
           median_ms(times, [&] {
               const auto renamed = edit::rename_task(*(*document)->flow, some, "renamed");
               if (renamed) (void)commit(*document, *renamed);
           }),
           "ms", parse, std::nullopt});
}

}  // namespace

void open_and_lint(const Options& options) {
    one_size(1000, options.brief ? 3 : 7);
    one_size(10000, options.brief ? 1 : 3);
}

}  // namespace weft::bench
