#include "core/targets/local/folders.h"

#include <cctype>
#include <cerrno>
#include <functional>
#include <sys/random.h>
#include <sys/stat.h>

#include "core/run/store.h"

namespace weft::local {

std::string state_folder() {
    const std::string store = run::default_store_path();
    const std::size_t slash = store.rfind('/');
    return slash == std::string::npos ? "." : store.substr(0, slash);
}

std::string disk_name(std::string_view part) {
    static const char* hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : part) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte < 0x80 && std::isalnum(byte)) || c == '_' || c == '-' || c == '[' || c == ']' || (c == '.' && !out.empty());
        if (plain) out += c;
        else out += {'%', hex[byte >> 4], hex[byte & 15]};
    }
    if (out.empty()) return "%";
    if (out.size() > 200) out = out.substr(0, 180) + "%" + std::to_string(std::hash<std::string_view>{}(part));
    return out;
}

std::string run_folder(const std::string& state, const std::string& run) { return state + "/runs/" + disk_name(run); }

std::string attempt_folder(const std::string& state, const std::string& run, const std::string& path, int attempt) {
    std::string folder = run_folder(state, run);
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t to = std::min(path.find('/', from), path.size());
        folder += "/" + disk_name(std::string_view(path).substr(from, to - from));
        from = to + 1;
    }
    return folder + "@" + std::to_string(attempt);                   // '@' never comes out of disk_name(): no task can be called so
}

bool make_folder_tree(const std::string& path) {
    if (mkdir(path.c_str(), 0700) == 0 || errno == EEXIST) return true;
    if (errno != ENOENT) return false;
    const std::size_t slash = path.rfind('/');
    if (slash == 0 || slash == std::string::npos) return false;
    return make_folder_tree(path.substr(0, slash)) && (mkdir(path.c_str(), 0700) == 0 || errno == EEXIST);
}

bool make_new_folder(const std::string& path) {
    if (mkdir(path.c_str(), 0700) == 0) return true;
    return errno == ENOENT && make_folder_tree(path.substr(0, path.rfind('/'))) && mkdir(path.c_str(), 0700) == 0;
}

std::string random_id() {
    static thread_local unsigned char drawn[256];            // sixteen at once; the most that the system gives without a break
    static thread_local std::size_t used = sizeof drawn;
    if (used == sizeof drawn) {
        if (getrandom(drawn, sizeof drawn, 0) != sizeof drawn) drawn[0] = 1;
        used = 0;
    }
    static const char* hex = "0123456789abcdef";
    std::string id;
    id.reserve(32);
    for (const std::size_t end = used + 16; used < end; ++used) id += {hex[drawn[used] >> 4], hex[drawn[used] & 15]};
    return id;
}

}  // namespace weft::local
