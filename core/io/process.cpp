#include "core/io/process.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/io/pipe.h"
#include "core/io/spawn.h"

namespace weft::io {

namespace {

std::string env_value(const std::vector<std::string>& env, std::string_view name) {
    for (const std::string& entry : env)
        if (entry.size() > name.size() && entry[name.size()] == '=' && std::string_view(entry).substr(0, name.size()) == name)
            return entry.substr(name.size() + 1);
    return {};
}

std::string in_folder(const std::string& folder, const std::string& path) {
    return path.empty() || path.front() == '/' || folder.empty() ? path : folder + "/" + path;
}

bool is_program(const std::string& path, bool* exists) {
    struct stat info{};
    if (stat(path.c_str(), &info) != 0) return false;
    *exists = true;
    return S_ISREG(info.st_mode) && access(path.c_str(), X_OK) == 0;
}

bool is_folder(const std::string& path) {
    struct stat info{};
    return stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

// The file to execute. posix_spawnp would look in *our* PATH and could not tell "missing" from "not executable".
// A name with a slash is tried as it is; diagnose() looks when that fails.
Result<std::string> find_program(const Program& program, int* error) {
    const std::string& name = program.argv.front();
    if (name.find('/') != std::string::npos) return name;
    const std::string path = env_value(program.env, "PATH");
    bool exists = false;
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t to = std::min(path.find(':', from), path.size());
        std::string candidate = path.substr(from, to - from) + "/" + name;
        if (to > from && is_program(in_folder(program.folder, candidate), &exists)) return candidate;
        from = to + 1;
    }
    *error = exists ? EACCES : ENOENT;
    if (exists) return fail({WEFT_TR("core", "not executable: %1"), {name}});
    return fail({WEFT_TR("core", "command not found: %1"), {name}});
}

Message spawn_message(int error, const Program& program) {
    const std::string& name = program.argv.front();
    switch (error) {
        case ENOENT: return {WEFT_TR("core", "the interpreter that %1 names in its first line was not found"), {name}};
        case EACCES: return {WEFT_TR("core", "not executable: %1"), {name}};
        case ENOEXEC: return {WEFT_TR("core", "not a program: %1 (no binary, and no first line with #!)"), {name}};
        case ETXTBSY: return {WEFT_TR("core", "%1 is being written by another process"), {name}};
        case E2BIG: return {WEFT_TR("core", "arguments or environment of %1 are too long: one string holds at most 128 KiB, all together about 2 MiB"), {name}};
        case EAGAIN: return {WEFT_TR("core", "no more processes allowed; %1 was not started"), {name}};
        case ENOMEM: return {WEFT_TR("core", "not enough memory to start %1"), {name}};
        case EMFILE:
        case ENFILE: return {WEFT_TR("core", "no more open files allowed; %1 was not started"), {name}};
        case ELOOP: return {WEFT_TR("core", "%1 leads through too many symbolic links"), {name}};
        default: return {WEFT_TR("core", "%1 cannot be started: %2"), {name, std::strerror(error)}};
    }
}

// What the system's number meant: it says ENOENT for a missing folder, a missing program and a missing interpreter alike.
Message diagnose(int error, const Program& program) {
    const std::string& name = program.argv.front();
    bool exists = false;
    if ((error == ENOENT || error == ENOTDIR) && !program.folder.empty() && !is_folder(program.folder))
        return {WEFT_TR("core", "working folder not found: %1"), {program.folder}};
    if ((error == ENOENT || error == ENOTDIR) && name.find('/') != std::string::npos && !is_program(in_folder(program.folder, name), &exists) && !exists)
        return {WEFT_TR("core", "command not found: %1"), {name}};
    return spawn_message(error, program);
}

std::vector<char*> pointers(const std::vector<std::string>& strings) {
    std::vector<char*> list;
    list.reserve(strings.size() + 1);
    for (const std::string& s : strings) list.push_back(const_cast<char*>(s.c_str()));
    list.push_back(nullptr);
    return list;
}

Result<void> check_strings(const Program& program) {
    for (const auto* list : {&program.argv, &program.env})
        for (const std::string& s : *list)
            if (s.find('\0') != std::string::npos)
                return fail(WEFT_TR("core", "an argument or environment value holds a NUL byte, which no program can receive"));
    return {};
}

}  // namespace

Result<Process> start(const Program& program, int* errno_out) {
    int error = 0;
    int& number = errno_out ? *errno_out : error;
    number = 0;
    if (program.argv.empty() || program.argv.front().empty()) return fail(WEFT_TR("core", "there is no command to start"));
    if (auto ok = check_strings(program); !ok) return tl::unexpected(ok.error());
    auto file = find_program(program, &number);
    if (!file) return tl::unexpected(file.error());

    Pipe both, apart;
    if (!both.open() || (program.separate_output && !apart.open())) {
        number = EMFILE;
        return fail(spawn_message(EMFILE, program));
    }
    Process process;
    process.start_time = boot_ticks();
    const std::vector<char*> argv = pointers(program.argv), env = pointers(program.env);
    const Spawn what{file->c_str(), argv.data(), env.data(), program.folder.empty() ? nullptr : program.folder.c_str(), program.input,
                     program.separate_output ? apart.write_end : both.write_end, both.write_end};
    // No race: the child stays a zombie until we reap it, so its number cannot be given away.
    number = spawn(what, &process.pid, &process.pidfd);
    if (number != 0) return fail(diagnose(number, program));
    process.output = both.take_read_end();
    if (program.separate_output) process.standard_output = apart.take_read_end();
    if (program.hold_output) process.held = both.take_write_end(), process.held_standard = apart.take_write_end();
    return process;
}

bool reap(const Process& process, Exit* exit) {
    siginfo_t info{};
    if (waitid(P_PID, id_t(process.pid), &info, WEXITED | WNOHANG) != 0) return errno == ECHILD;   // someone else reaped it: ended all the same
    if (info.si_pid == 0) return false;
    exit->signal = info.si_code == CLD_EXITED ? 0 : info.si_status;
    exit->code = info.si_code == CLD_EXITED ? info.si_status : 128 + info.si_status;
    return true;
}

}  // namespace weft::io
