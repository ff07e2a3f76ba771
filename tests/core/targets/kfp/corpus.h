// The real pipelines that the KFP tests walk, from the shared folder; empty where that is missing.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace weft::kfp_test {

inline std::string slurp(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> out;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->is_regular_file() && (at->path().extension() == ".yaml" || at->path().extension() == ".yml" || at->path().extension() == ".json")) out.push_back(at->path());
    std::sort(out.begin(), out.end());
    return out;
}

inline std::vector<std::filesystem::path> corpus(const std::filesystem::path& shared) {
    std::vector<std::filesystem::path> out = files_below(shared / "corpus/kfp/pipelines");
    for (const auto& file : files_below(shared / "corpus/kfp/k8s-platform")) out.push_back(file);
    return out;
}

inline std::string short_name(const std::filesystem::path& file) {
    const std::string text = file.string();
    const std::size_t at = text.find("corpus/");
    return at == std::string::npos ? text : text.substr(at + 7);
}

}  // namespace weft::kfp_test
