#include "app/cli/picture.h"

#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstdlib>

#include "core/io/file.h"
#include "core/io/process.h"

namespace weft::cli {
namespace {

std::string designer() {
    if (const char* given = std::getenv("WEFT_DESIGNER"); given && *given) return given;
    char self[4096];
    const ssize_t n = readlink("/proc/self/exe", self, sizeof self);
    const std::string path = n > 0 ? std::string(self, std::size_t(n)) : std::string();
    return path.substr(0, path.rfind('/') + 1) + "weftwork";
}

struct Folder {
    std::string path;
    Folder() {
        char name[] = "/tmp/weft-picture-XXXXXX";
        if (mkdtemp(name)) path = name;
    }
    ~Folder() {
        if (path.empty()) return;
        for (const char* file : {"/in.svg", "/out"}) unlink((path + file).c_str());
        rmdir(path.c_str());
    }
};

}  // namespace

Result<std::string> painted(const std::string& svg, const std::string& format) {
    const Folder folder;
    if (folder.path.empty()) return fail({WEFT_TR("core", "no temporary folder can be made for the picture")});
    const std::string in = folder.path + "/in.svg", out = folder.path + "/out";
    if (Result<void> written = io::write_file(in, svg); !written) return tl::unexpected(written.error());
    io::Program program;
    program.argv = {designer(), "--convert-picture", in, out, format};
    if (access(program.argv[0].c_str(), X_OK) != 0)
        return fail({WEFT_TR("core", "a picture of this kind is painted by the designer, and there is no %1; --format svg needs none"), {program.argv[0]}});
    program.env = {"QT_QPA_PLATFORM=offscreen", "LC_ALL=C.UTF-8"};
    for (const char* name : {"HOME", "PATH", "XDG_RUNTIME_DIR", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "FONTCONFIG_FILE"})
        if (const char* value = std::getenv(name)) program.env.push_back(std::string(name) + "=" + value);
    Result<io::Process> process = io::start(program);
    if (!process) return tl::unexpected(process.error());
    std::string said;
    char buffer[4096];
    for (ssize_t n; (n = read(process->output, buffer, sizeof buffer)) > 0 || (n < 0 && errno == EINTR);)
        if (n > 0) said.append(buffer, std::size_t(n));
    pollfd ended{process->pidfd, POLLIN, 0};
    while (poll(&ended, 1, -1) < 0 && errno == EINTR) {}
    io::Exit exit;
    io::reap(*process, &exit);
    io::close_fd(&process->output);
    io::close_fd(&process->pidfd);
    if (exit.code != 0) return fail({WEFT_TR("core", "the designer could not paint the picture: %1"), {said.empty() ? "exit " + std::to_string(exit.code) : said.substr(0, said.find('\n'))}});
    return io::read_file(out, 512u << 20);
}

}  // namespace weft::cli
