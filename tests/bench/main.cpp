// weft_bench [--short] [NAME…]: prints one JSON line a figure.
#include <cstring>
#include <libgen.h>
#include <unistd.h>

#include "tests/bench/bench.h"

using namespace weft::bench;

namespace {

struct Bench { const char* name; void (*run)(const Options&); };
constexpr Bench all[] = {{"open", open_and_lint}, {"layout", layout}, {"runner", runner}, {"window", window}};

std::string folder_of_this_program() {
    char path[4096];
    const ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0) return ".";
    path[length] = 0;
    return dirname(path);
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    options.bin = folder_of_this_program();
    std::vector<std::string> wanted;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--short") == 0) options.brief = true;
        else wanted.push_back(argv[i]);
    }
    for (const Bench& bench : all) {
        bool run = wanted.empty();
        for (const std::string& name : wanted) run |= name == bench.name;
        if (run) bench.run(options);
    }
}
