// An attempt's files: what is laid out before it starts and what is read when it has ended.
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include "core/targets/local/attempt.h"
#include "core/targets/local/folders.h"

namespace weft::local {

namespace {

constexpr std::size_t largest_value = 1 << 20;        // of an output parameter

Result<void> write_new(const std::string& path, const std::string& text, mode_t mode) {
    const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);
    const bool written = fd >= 0 && write(fd, text.data(), text.size()) == ssize_t(text.size());
    const int error = errno;
    if (fd >= 0) close(fd);
    if (!written) return fail({WEFT_TR("core", "cannot write %1: %2"), {path, std::strerror(error)}});
    return {};
}

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

// A value has no end of line of its own.
void drop_newline(std::string& text) {
    if (text.ends_with('\n')) text.pop_back();
    if (text.ends_with('\r')) text.pop_back();
}

std::optional<std::string> read_value(const std::string& path, std::string* problem) {
    const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat info{};
    if (fd < 0) return std::nullopt;
    std::string text;
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) *problem = "is no file";
    else if (std::size_t(info.st_size) > largest_value) *problem = "is larger than 1 MiB";
    else {
        text.resize(std::size_t(info.st_size));
        const ssize_t n = read(fd, text.data(), text.size());
        text.resize(n > 0 ? std::size_t(n) : 0);
    }
    close(fd);
    drop_newline(text);
    return text;
}

}  // namespace

std::string Attempt::host_path(const std::string& path) const {
    if (path.empty() || path.front() != '/') return working_folder() + "/" + path;
    for (const PrivateFolder& folder : sandbox_.binds)
        if (path.starts_with(folder.to + "/")) return folder.from + path.substr(folder.to.size());
    return path;
}

// What stays reachable under its own name when private folders hide the place where it lies.
std::vector<std::string> Attempt::own_places() const {
    std::vector<std::string> places = {place_.folder};
    if (launch_->own_outputs) places.push_back(place_.folder + ".outputs");
    if (launch_->has_script) places.push_back(place_.folder + ".script");
    return places;
}

Result<void> Attempt::prepare() {
    const auto refuse = [&] { return fail({WEFT_TR("core", "cannot make folder %1: %2"), {place_.folder, std::strerror(errno)}}); };
    if (!make_new_folder(place_.folder)) return refuse();
    if (launch_->own_outputs && !make_new_folder(place_.folder + ".outputs")) return refuse();
    log_.open_later(place_.folder + ".log", launch_->image_note + "\n");
    std::vector<std::string> paths;
    for (const LaunchFile& file : launch_->files)
        if (file.path.starts_with('/')) paths.push_back(file.path);
    for (const WantedOutput& output : launch_->outputs)
        if (output.from == OutputFrom::file && output.path.starts_with('/')) paths.push_back(output.path);
    if (!paths.empty()) {
        auto sandbox = plan_sandbox(paths, place_.folder + ".root");
        if (!sandbox) return tl::unexpected(sandbox.error());
        sandbox_ = std::move(*sandbox);
        for (const PrivateFolder& folder : sandbox_.binds)
            if (!make_folder_tree(folder.from)) return refuse();
        for (const std::string& path : paths)
            if (!make_folder_tree(folder_of(host_path(path)))) return refuse();
        argv_ = sandbox_argv(sandbox_, own_places());
    }
    if (!launch_->working_dir.empty() && launch_->working_dir.front() != '/' && !make_folder_tree(working_folder())) return refuse();
    argv_.insert(argv_.end(), launch_->argv.begin(), launch_->argv.end());
    if (auto files = place_files(); !files) return files;
    return launch_->has_script ? write_script() : Result<void>();
}

Result<void> Attempt::place_files() {
    for (const LaunchFile& file : launch_->files) {
        const std::string to = host_path(file.path);
        if (!make_folder_tree(folder_of(to))) return fail({WEFT_TR("core", "cannot make folder %1: %2"), {folder_of(to), std::strerror(errno)}});
        if (file.from.empty()) {
            if (auto written = write_new(to, file.content, 0600); !written) return written;
            continue;
        }
        std::error_code error;
        std::filesystem::copy(file.from, to, std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing, error);
        if (error) return fail({WEFT_TR("core", "cannot copy the file %1 for this task: %2"), {file.from, error.message()}});
    }
    return {};
}

Result<void> Attempt::write_script() {
    const std::string path = place_.folder + ".script";
    argv_.push_back(path);
    return write_new(path, launch_->script, 0700);
}

bool Attempt::one_output(const WantedOutput& wanted, int exit, AttemptResult& result) {
    std::string problem = "was not written";
    if (wanted.from == OutputFrom::exit_code) {
        result.outputs.push_back({wanted.name, std::to_string(exit)});
        return true;
    }
    if (wanted.from == OutputFrom::standard_output) {
        if (captured_.size() <= most_captured) {
            std::string text = captured_;
            drop_newline(text);
            result.outputs.push_back({wanted.name, std::move(text)});
            return true;
        }
        problem = "is larger than 256 KiB";
    } else {
        const std::string path = wanted.path.empty() ? place_.folder + ".outputs/" + wanted.name : host_path(wanted.path);
        if (wanted.artifact) {
            if (access(path.c_str(), F_OK) == 0) {
                result.artifacts.push_back({wanted.name, path});
                return true;
            }
        } else {
            std::string bad;
            auto value = read_value(path, &bad);
            if (value && bad.empty()) {
                result.outputs.push_back({wanted.name, std::move(*value)});
                return true;
            }
            if (value) problem = bad;
        }
    }
    if (wanted.fallback && !wanted.artifact) result.outputs.push_back({wanted.name, *wanted.fallback});
    if (wanted.fallback || wanted.optional) return true;
    if (result.reason.empty()) result.reason = "output \"" + wanted.name + "\" " + problem;
    return false;
}

AttemptResult Attempt::collect(const io::Exit& exit) {
    AttemptResult result;
    result.exit = exit.code;
    bool complete = true;
    for (const WantedOutput& wanted : launch_->outputs) complete = one_output(wanted, exit.code, result) && complete;
    if (exit.code != 0 || exit.signal != 0) {
        result.ended = Ended::failed;
        result.reason = exit.signal ? "ended by " + io::signal_name(exit.signal) : "exit " + std::to_string(exit.code);
    } else {
        result.ended = complete ? Ended::succeeded : Ended::failed;
        if (log_.failed() && complete) result.reason = "part of the log could not be written";
    }
    return result;
}

}  // namespace weft::local
