// The real files that the argo tests walk, from the shared folder; empty where that is missing.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace weft::argo_test {

inline std::string slurp(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline bool is_flow_file(const std::filesystem::path& path) {
    const std::string extension = path.extension().string(), name = path.string();
    if (extension != ".yaml" && extension != ".yml" && extension != ".json") return false;
    return name.find("/crds/") == std::string::npos && name.find("structural.min") == std::string::npos && name.find("expected_lint") == std::string::npos;
}

inline std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> out;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->is_regular_file() && is_flow_file(at->path())) out.push_back(at->path());
    std::sort(out.begin(), out.end());
    return out;
}

// corpus/argo, what KFP's backend makes for Argo, and the seeds that are Argo files.
inline std::vector<std::filesystem::path> corpus(const std::filesystem::path& shared) {
    std::vector<std::filesystem::path> out = files_below(shared / "corpus/argo");
    for (const auto& file : files_below(shared / "corpus/kfp/argo-compiled")) out.push_back(file);
    for (const auto& file : files_below(shared / "corpus/seeds")) {
        const std::string name = file.filename().string();
        if (name.find("argo") != std::string::npos || name.find("workflowtemplate") != std::string::npos) out.push_back(file);
    }
    return out;
}

}  // namespace weft::argo_test
