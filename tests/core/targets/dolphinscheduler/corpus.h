// The real files that the tests of DolphinScheduler walk, from the shared folder; empty where that is missing. Our own fixtures stand beside them.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/targets/document.h"

namespace weft::dolphin_test {

namespace fs = std::filesystem;

inline std::string slurp(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline void add_below(std::vector<fs::path>& out, const fs::path& folder, const std::string& word) {
    std::error_code error;
    std::vector<fs::path> found;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string extension = at->path().extension().string();
        if (at->is_regular_file() && (extension == ".yaml" || extension == ".json") && at->path().filename().string().find(word) != std::string::npos) found.push_back(at->path());
    }
    std::sort(found.begin(), found.end());
    out.insert(out.end(), found.begin(), found.end());
}

inline std::vector<fs::path> shared_files(const fs::path& shared) {
    std::vector<fs::path> out;
    add_below(out, shared / "corpus/dolphinscheduler", "");
    add_below(out, shared / "corpus/seeds", "dolphinscheduler-k8s");
    if (const char* more = std::getenv("WEFT_MORE")) add_below(out, more, "");   // a folder of one's own files
    return out;
}

inline std::vector<fs::path> own_files(const fs::path& data) {
    std::vector<fs::path> out;
    add_below(out, data / "dolphinscheduler/files", "");
    return out;
}

inline bool is_ours(const Document& document) { return document.format->id == "dolphinscheduler" || document.format->id == "pydolphinscheduler"; }

struct Opened {
    fs::path file;
    DocumentPtr document;
};
// Every flow of every file.
inline std::vector<Opened> documents(const std::vector<fs::path>& files) {
    std::vector<Opened> out;
    for (const fs::path& file : files)
        for (std::size_t index = 0;; ++index) {
            const Result<DocumentPtr> document = open_text(slurp(file), file.string(), index);
            if (!document) break;
            out.push_back({file, *document});
            const std::size_t count = (*document)->format->flow_count ? (*document)->format->flow_count((*document)->stream) : 1;
            if (index + 1 >= count) break;
        }
    return out;
}

}  // namespace weft::dolphin_test
