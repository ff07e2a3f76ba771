#include <algorithm>
#include <cctype>

#include "core/targets/metaflow/arguments.h"
#include "core/targets/metaflow/lower.h"

namespace weft::metaflow {
namespace {

// What FlowSpec and an exported file have already, and what the command line of a flow keeps for itself.
constexpr const char* reserved[] = {"name", "next", "input", "inputs", "index", "cmd", "self", "foreach_stack", "merge_artifacts", "script_name", "start", "end", "cli", "mro",
                                    "base", "command", "script", "params", "tag", "namespace", "obj", "tags", "decospecs", "run_id_file", "max_num_splits", "max_workers",
                                    "max_log_size", "user_namespace", "run_id", "task_id", "runner_attribute_file", "os", "json", "re", "subprocess", "tempfile", "time", "text",
                                    "listed", "value_of", "recorded", "keep", "environment", "kubernetes", "retry", "timeout", "catch", "step", "schedule", "exit_hook", "to_pod"};

bool alphanumeric(char c) { return std::isalnum(static_cast<unsigned char>(c)) && static_cast<unsigned char>(c) < 0x80; }

}  // namespace

std::string folded(const std::string& wanted) {
    std::string out;
    for (const char c : wanted) {
        if (alphanumeric(c)) out += char(std::tolower(static_cast<unsigned char>(c)));
        else if (!out.ends_with("_")) out += '_';
    }
    while (out.starts_with("_")) out.erase(0, 1);
    while (out.ends_with("_")) out.pop_back();
    if (out.empty()) out = "task";
    if (std::isdigit(static_cast<unsigned char>(out.front()))) out = "n" + out;
    return out;
}

std::string class_name(const std::string& flow) {
    std::string out;
    bool upper = true;
    for (const char c : flow) {
        if (!alphanumeric(c)) upper = true;
        else {
            out += upper ? char(std::toupper(static_cast<unsigned char>(c))) : c;
            upper = false;
        }
    }
    if (out.empty() || std::isdigit(static_cast<unsigned char>(out.front()))) out = "Flow" + out;
    if (!is_identifier(out) || out == "FlowSpec" || out == "Parameter" || out == "BASE") out += "Flow";
    return out;
}

std::string argo_name(const std::string& class_name) {
    std::string out;
    for (const char c : class_name)
        if (c != '_' && c != '@' && c != '+') out += char(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

// Not "copy.py": Metaflow cuts ".", "p" and "y" off the end to find the module of an exit hook.
std::string file_name(const std::string& flow) { return folded(flow) + "_flow.py"; }

NamePool::NamePool() {
    for (const char* name : reserved) taken_.emplace(name, std::string());
}

std::string NamePool::take(const std::string& wanted, std::string* collides) {
    const std::string plain = folded(wanted);
    std::string name = plain;
    for (int n = 2; taken_.count(name) || !is_identifier(name); ++n) {
        if (collides && n == 2 && taken_.count(name)) *collides = taken_[name];
        name = plain + "_" + std::to_string(n);
    }
    taken_.emplace(name, wanted);
    return name;
}

}  // namespace weft::metaflow
