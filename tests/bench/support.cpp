#include "tests/bench/bench.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

namespace weft::bench {

void print(const Figure& f) {
    std::printf(R"({"bench":"%s","case":"%s","metric":"%s","value":%.4g,"unit":"%s")", f.bench.c_str(), f.name.c_str(), f.metric.c_str(), f.value,
                f.unit.c_str());
    if (f.floor) std::printf(R"(,"floor":%.4g,"ratio":%.3g)", *f.floor, *f.floor > 0 ? f.value / *f.floor : 0.0);
    if (f.bar) std::printf(R"(,"bar":%.4g)", *f.bar);
    std::printf("}\n");
    std::fflush(stdout);
}

double wall_ms() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double median_ms(int times, const std::function<void()>& work) {
    std::vector<double> samples;
    for (int i = 0; i < times; ++i) {
        const double start = wall_ms();
        work();
        samples.push_back(wall_ms() - start);
    }
    std::sort(samples.begin(), samples.end());
    return samples[samples.size() / 2];
}

double fastest_ms(int times, const std::function<void()>& work) {
    double best = 0;
    for (int i = 0; i < times; ++i) {
        const double start = cpu_ms();
        work();
        const double took = cpu_ms() - start;
        if (i == 0 || took < best) best = took;
    }
    return best;
}

std::string native_text(int tasks) {
    std::ostringstream out;
    out << "weftwork: 1\nname: bench\nenvironment:\n  image: alpine:3.20\ntasks:\n";
    for (int i = 0; i < tasks; ++i) {
        out << "  - name: task-" << i << "\n    command: [sh, -c, \"echo " << i << "\"]\n";
        if (i >= 10) {
            out << "    needs: [task-" << i - 10;
            if (i % 2) out << ", task-" << i - 10 + (i % 7);
            out << "]\n";
        }
        out << "    params: {N: " << i << "}\n";
    }
    return out.str();
}

std::string argo_text(int tasks) {
    std::ostringstream out;
    out << "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata:\n  generateName: bench-\nspec:\n  entrypoint: main\n  templates:\n";
    for (int i = 0; i < 5; ++i)
        out << "    - name: work-" << i << "\n      inputs:\n        parameters:\n          - name: N\n      container:\n        image: alpine:3.20\n        command: [echo, \"{{inputs.parameters.N}}\"]\n";
    out << "    - name: main\n      dag:\n        tasks:\n";
    for (int i = 0; i < tasks; ++i) {
        out << "          - name: task-" << i << "\n            template: work-" << i % 5 << "\n";
        if (i >= 10) {
            out << "            dependencies: [task-" << i - 10;
            if (i % 2) out << ", task-" << i - 10 + (i % 7);
            out << "]\n";
        }
        out << "            arguments: {parameters: [{name: N, value: \"" << i << "\"}]}\n";
    }
    return out.str();
}

std::string argo_tall_text(int tasks) {
    std::ostringstream out;
    out << "# A flow of many tasks\napiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata:\n  generateName: bench-\nspec:\n  entrypoint: main\n  templates:\n";
    out << "    - name: work\n      inputs:\n        parameters:\n          - name: N\n      container:\n        image: alpine:3.20\n"
           "        command: [echo, \"{{inputs.parameters.N}}\"]\n    - name: main\n      dag:\n        tasks:\n";
    for (int i = 0; i < tasks; ++i) {
        out << "          - name: task-" << i << "   # number " << i << "\n            template: work\n";
        if (i >= 10) out << "            dependencies: [task-" << i - 10 << ", task-" << i - 7 << "]\n";
        out << "            arguments:\n              parameters:\n                - name: N\n                  value: \"number " << i << " of the many\"\n";
    }
    return out.str();
}

std::string true_flow(int tasks) {
    std::ostringstream out;
    out << "weftwork: 1\nname: bench-true\nparallelism: 2\ntasks:\n";
    for (int i = 0; i < tasks; ++i) out << "  - {name: t" << i << ", command: [/bin/true]}\n";
    return out.str();
}

Ran run_process(const std::vector<std::string>& argv, const std::vector<std::string>& extra_env) {
    Ran ran;
    int pipe_ends[2];
    if (pipe(pipe_ends) != 0) return ran;
    const double start = wall_ms();
    const pid_t child = fork();
    if (child == 0) {
        dup2(pipe_ends[1], 1);
        close(pipe_ends[0]);
        for (const std::string& pair : extra_env) putenv(const_cast<char*>(pair.c_str()));
        std::vector<char*> args;
        for (const std::string& arg : argv) args.push_back(const_cast<char*>(arg.c_str()));
        args.push_back(nullptr);
        execvp(args[0], args.data());
        _exit(127);
    }
    close(pipe_ends[1]);
    char buffer[4096];
    ssize_t got;
    while ((got = read(pipe_ends[0], buffer, sizeof buffer)) > 0) ran.out.append(buffer, std::size_t(got));
    close(pipe_ends[0]);
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    ran.wall_ms = wall_ms() - start;
    ran.cpu_ms = double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
    ran.most_mb = double(usage.ru_maxrss) / 1024;
    ran.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
}

double process_cpu_ms(int pid) {
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    std::string text((std::istreambuf_iterator<char>(stat)), {});
    const std::size_t after_name = text.rfind(')');
    if (after_name == std::string::npos) return 0;
    std::istringstream fields(text.substr(after_name + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i) fields >> skipped;
    double user = 0, system = 0;
    fields >> user >> system;
    return (user + system) * 1e3 / double(sysconf(_SC_CLK_TCK));
}

}  // namespace weft::bench
