// The files that edits are tried on: own fixtures and the shared corpus, by format. WEFT_EDIT_FILES=folder:folder takes others instead.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/io/file.h"
#include "core/targets/document.h"
#include "core/targets/document_text.h"

namespace weft::test {

struct EditFile {
    std::string path;
    std::string text;
    const Format* format = nullptr;
    std::size_t flows = 1;
};

inline std::vector<std::filesystem::path> files_below(const std::filesystem::path& root) {
    std::vector<std::filesystem::path> out;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(root, error), end; !error && at != end; at.increment(error))
        if (at->is_regular_file(error)) out.push_back(at->path());
    std::sort(out.begin(), out.end());
    return out;
}

inline std::vector<std::filesystem::path> roots_of_files(std::vector<std::filesystem::path> usual) {
    const char* others = std::getenv("WEFT_EDIT_FILES");
    if (!others) return usual;
    usual.clear();
    for (std::string rest = others; !rest.empty();) {
        const std::size_t colon = std::min(rest.find(':'), rest.size());
        usual.emplace_back(rest.substr(0, colon));
        rest.erase(0, std::min(colon + 1, rest.size()));
    }
    return usual;
}

inline bool can_be_drawn_into(const Document& document) {
    const Format& format = *document.format;
    return format.abilities.edit && (format.text ? format.text->write != nullptr : format.write != nullptr);
}

// What its reader calls wrong is edited by hand.
inline bool is_sound(const Document& document) {
    for (const yaml::Issue& issue : document.issues)
        if (issue.rule == "yaml/wrong-type" || issue.rule == "yaml/duplicate-key") return false;
    return true;
}

// By format: what opens and can be edited. `largest` in bytes.
inline std::map<std::string, std::vector<EditFile>> files_to_edit(const std::vector<std::filesystem::path>& roots, std::size_t largest, const std::string& only_format = {}) {
    std::map<std::string, std::vector<EditFile>> out;
    for (const std::filesystem::path& root : roots)
        for (const std::filesystem::path& path : files_below(root)) {
            const std::string extension = path.extension().string();
            if (extension != ".yaml" && extension != ".yml" && extension != ".json" && extension != ".pipeline" && extension != ".py") continue;
            if (!only_format.empty() && (only_format == "metaflow") != (extension == ".py")) continue;
            std::error_code error;
            if (std::filesystem::file_size(path, error) > largest) continue;
            Result<std::string> text = io::read_file(path.string());
            if (!text) continue;
            const Result<DocumentPtr> document = open_text(*text, path.filename().string());
            if (!document || !can_be_drawn_into(**document) || !is_sound(**document)) continue;
            out[(*document)->format->id].push_back({path.string(), std::move(*text), (*document)->format, flows_in(**document)});
        }
    return out;
}

}  // namespace weft::test
