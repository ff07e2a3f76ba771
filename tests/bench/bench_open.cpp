// Opening, linting and editing a native file and an Argo file of 1,000 and 10,000 tasks.
#include "core/model/edit.h"
#include "core/targets/document.h"
#include "core/targets/lint_document.h"
#include "core/yaml/reader.h"
#include "tests/bench/bench.h"

namespace weft::bench {

namespace {

// One drawn change to patched text, and the reading that a worker does after it. `rename` touches every reference, `env` one task.
void edits(const std::string& name, const DocumentPtr& document, double parse, int times) {
    const TaskPtr task = document->flow->main.tasks[document->flow->main.tasks.size() / 2];
    const auto rename = [&] { return edit::rename_task(*document->flow, task->id, "renamed"); };
    const auto set = [&] {
        Task wanted = *task;
        wanted.params.push_back({"EXTRA", Value{Source::literal, "1"}});
        return edit::change_task(*document->flow, task->id, wanted);
    };
    const auto bench = [&](const char* metric, auto edit) {
        print({"edit-commit", name, metric, median_ms(times, [&] {
                   const auto after = edit();
                   if (after) (void)draw(document, *after);
               }),
               "ms", parse, 20.0});
    };
    bench("rename to patched text", rename);
    bench("one field to patched text", set);
    const auto renamed = rename();
    const auto drawn = renamed ? draw(document, *renamed) : Result<Edited>(tl::unexpected<Error>(renamed.error()));
    if (!drawn) return;
    print({"edit-commit", name, "check on the worker", median_ms(times, [&] { (void)check(drawn->document); }), "ms", parse, std::nullopt});
    print({"edit-commit", name, "lint of what was drawn", median_ms(times, [&] { (void)lint_document(*drawn->document); }), "ms", std::nullopt, 60.0});
}

void one_size(int tasks, int times) {
    for (const bool argo : {false, true}) {
        const std::string text = argo ? argo_text(tasks) : native_text(tasks);
        const std::string name = std::to_string(tasks) + (argo ? "-argo" : "-tasks");
        const double parse = median_ms(times, [&] { (void)yaml::read_yaml(text); });
        const double open = median_ms(times, [&] { (void)open_text(text, "bench.yaml"); });
        print({"open", name, "wall", open, "ms", parse, tasks == 1000 ? std::optional<double>(300) : std::nullopt});
        const auto document = open_text(text, "bench.yaml");
        if (!document) return;
        print({"lint", name, "wall", median_ms(times, [&] { (void)lint_document(**document); }), "ms", std::nullopt, tasks == 1000 ? 100.0 : 60.0});
        edits(name, *document, parse, times);
    }
}

}  // namespace

void open_and_lint(const Options& options) {
    one_size(1000, options.brief ? 3 : 7);
    one_size(10000, options.brief ? 1 : 5);
}

}  // namespace weft::bench
