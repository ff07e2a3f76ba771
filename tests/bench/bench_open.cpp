// Opening, linting and editing a native file and an Argo file of 1,000 and 10,000 tasks.
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "core/model/edit.h"
#include "core/targets/document.h"
#include "core/targets/lint_document.h"
#include "core/yaml/reader.h"
#include "tests/bench/bench.h"

namespace weft::bench {

namespace {

// Drawn changes to patched text, and the reading that a worker does after them. `rename` touches every reference, the others one task and its neighbours.
void edits(const std::string& name, const DocumentPtr& document, double parse, int times) {
    const Flow& flow = *document->flow;
    const std::vector<TaskPtr>& tasks = flow.main.tasks;
    const TaskPtr task = tasks[tasks.size() / 2], other = tasks[tasks.size() / 2 - 1];
    const auto rename = [&] { return edit::rename_task(flow, task->id, "renamed"); };
    const auto set = [&] {
        Task wanted = *task;
        wanted.params.push_back({"EXTRA", Value{Source::literal, "1"}});
        return edit::change_task(flow, task->id, wanted);
    };
    const auto add = [&] {
        Task added;
        added.name = "added";
        added.definition = task->definition;
        added.own = task->own;
        return edit::add_task(flow, {}, added);
    };
    const auto remove = [&] { return edit::remove_tasks(flow, {task->id}); };
    const auto connect = [&] { return edit::connect(flow, other->id, task->id); };
    const auto disconnect = [&] { return edit::disconnect(flow, find_task(flow.main, task->needs.at(0).task)->id, task->id); };
    const auto bench = [&](const char* metric, auto edit) {
        bool held = true;
        const double wall = fastest_ms(5 * times, [&] {
            const auto after = edit();
            held = after && draw(document, *after) && held;
        });
        print({"edit-commit", name, held ? metric : "refused: an edit could not be written", wall, "ms", parse, 20.0});
    };
    bench("rename to patched text", rename);
    bench("one field to patched text", set);
    bench("add a task to patched text", add);
    bench("remove a task to patched text", remove);
    bench("connect to patched text", connect);
    bench("disconnect to patched text", disconnect);
    const auto renamed = rename();
    const auto drawn = renamed ? draw(document, *renamed) : Result<Edited>(tl::unexpected<Error>(renamed.error()));
    if (!drawn) return;
    print({"edit-commit", name, "check on the worker", fastest_ms(times, [&] { (void)check(drawn->document); }), "ms", parse, std::nullopt});
    print({"edit-commit", name, "lint of what was drawn", fastest_ms(times, [&] { (void)lint_document(*drawn->document); }), "ms", std::nullopt, 60.0});
}

// What other programs take to parse the same file, comments kept, and to write it again: whoever edits with them does both for every edit.
void peers(const std::string& name, const std::string& file, double ours, int times) {
    const char* folder = std::getenv("WEFT_BENCH_PEERS");
    const std::string home = folder ? folder : "";
    const std::pair<const char*, std::vector<std::string>> all[] = {
        {"open and one field to text; floor: yaml.v3 of Go, parse and write", {home + "/goyaml", file, std::to_string(times)}},
        {"open and one field to text; floor: npm yaml, parse and write", {"node", home + "/npmyaml.mjs", file, std::to_string(times)}},
    };
    for (const auto& [metric, argv] : all) {
        const Ran peer = home.empty() ? Ran{} : run_process(argv);
        if (peer.exit_code == 0) print({"edit-commit", name, metric, ours, "ms", std::atof(peer.out.c_str()), std::nullopt});
        else std::fprintf(stderr, "skipped: %s (not installed; tests/bench/run.sh builds it)\n", metric);
    }
}

void one_text(const Options& options, const std::string& name, const std::string& text, int times, std::optional<double> open_bar, bool tall) {
    const double parse = fastest_ms(times, [&] { (void)yaml::read_yaml(text); });
    const double open = fastest_ms(times, [&] { (void)open_text(text, "bench.yaml"); });
    print({"open", name, "wall", open, "ms", parse, open_bar});
    const auto document = open_text(text, "bench.yaml");
    if (!document) return;
    print({"lint", name, "wall", fastest_ms(times, [&] { (void)lint_document(**document); }), "ms", std::nullopt, open_bar == 300.0 ? 100.0 : 60.0});
    edits(name, *document, parse, times);
    if (!tall) return;
    const std::string file = options.bin + "/bench-" + name + ".yaml";
    std::ofstream(file) << text;
    const Ran whole = run_process({options.bin + "/weft", "edit", file, "-o", "-"});
    if (whole.exit_code == 0) {
        print({"open", name, "memory of the process at its peak", whole.most_mb, "MB", std::nullopt, 250.0});
        print({"open", name, "process: open, save", whole.cpu_ms, "ms", std::nullopt, 1500.0});
    }
    const TaskPtr task = (*document)->flow->main.tasks.front();
    const double edit = fastest_ms(5 * times, [&] {
        Task wanted = *task;
        wanted.params.push_back({"EXTRA", Value{Source::literal, "1"}});
        if (const auto after = edit::change_task(*(*document)->flow, task->id, wanted)) (void)draw(*document, *after);
    });
    peers(name, file, open + edit, times);
    std::remove(file.c_str());
}

void one_size(const Options& options, int tasks, int times) {
    const std::optional<double> bar = tasks == 1000 ? 300.0 : 1500.0;
    one_text(options, std::to_string(tasks) + "-tasks", native_text(tasks), times, bar, false);
    one_text(options, std::to_string(tasks) + "-argo", argo_text(tasks), times, bar, false);
    if (tasks == 10000) one_text(options, std::to_string(tasks) + "-argo-2mb", argo_tall_text(tasks), times, bar, true);
}

}  // namespace

void open_and_lint(const Options& options) {
    one_size(options, 1000, options.brief ? 3 : 7);
    one_size(options, 10000, options.brief ? 1 : 5);
}

}  // namespace weft::bench
