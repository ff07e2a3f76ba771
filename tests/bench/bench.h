// What the benches share: a stopwatch on CPU and wall time, a line of figures, generated flows.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace weft::bench {

struct Figure {
    std::string bench, name, metric;
    double value = 0;
    std::string unit;
    std::optional<double> floor;   // the same work without us, measured in this run
    std::optional<double> bar;     // the goal for `value`
};
void print(const Figure& figure);   // one JSON line

double wall_ms();                        // monotonic
double median_ms(int times, const std::function<void()>& work);
double cpu_ms();                         // of this process
double fastest_ms(int times, const std::function<void()>& work);   // in time of the processor: what else runs on the machine does not count
std::string native_text(int tasks);      // a layered native flow, 1.5 edges a task
std::string argo_text(int tasks);        // the same as one DAG over five templates
std::string argo_tall_text(int tasks);   // in block style with comments: 10,000 tasks are 2.4 MB
std::string true_flow(int tasks);        // `tasks` independent tasks that run /bin/true

struct Ran { int exit_code = -1; std::string out; double wall_ms = 0; double cpu_ms = 0; double most_mb = 0; };   // most_mb: resident memory at its peak
Ran run_process(const std::vector<std::string>& argv, const std::vector<std::string>& extra_env = {});
double process_cpu_ms(int pid);          // own user + system time, children not counted

struct Options { bool brief = false; std::string bin; };   // folder of weft, weftwork, weft_bench_window
void open_and_lint(const Options&);
void layout(const Options&);
void runner(const Options&);
void window(const Options&);

}  // namespace weft::bench
