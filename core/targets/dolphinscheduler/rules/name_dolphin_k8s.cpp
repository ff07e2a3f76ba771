// The server makes Job, container and label of "<task in lower case>-<instance id>": a DNS label of at most 63 characters. Nothing checks it before the run.
#include <algorithm>
#include <cctype>

#include "core/lint/support.h"
#include "core/model/edit.h"
#include "core/targets/dolphinscheduler/rules/rules.h"
#include "core/targets/dolphinscheduler/words.h"

namespace weft::dolphin {
namespace {

using lint::Context;
using lint::Finding;
using lint::quoted;
using lint::Severity;

constexpr std::size_t most = 52;   // "-" and an id of ten digits stand behind it

bool letter(char c) { return static_cast<unsigned char>(c) < 128 && std::isalnum(static_cast<unsigned char>(c)); }
bool fits(const std::string& name) {
    return !name.empty() && name.size() <= most && letter(name.front()) && std::all_of(name.begin(), name.end(), [](char c) { return c == '-' || letter(c); });
}

std::string better_name(const std::string& name) {
    std::string out;
    for (const char c : name) {
        if (letter(c)) out += char(std::tolower(static_cast<unsigned char>(c)));
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    out = out.substr(0, most);
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.empty() ? "task" : out;
}

void check(const Context& context, lint::Report& report) {
    if (!is_own_file(context)) return;
    for (const Context::Item& item : context.items) {
        const std::string& name = item.task->name;
        if (!is_type(*item.task, "K8S") || name.empty() || fits(name)) continue;
        Finding finding = lint::finding_of("name/dolphin-k8s", Severity::error, &item, item.path + ".name",
                                           name.size() > most ? Message{WEFT_TR("core", "%1 is longer than the 52 characters that the name of a K8S task may have"), {quoted(name)}}
                                                              : Message{WEFT_TR("core", "%1 is no name of a K8S task: letters, digits and '-', with a letter or digit first"), {quoted(name)}},
                                           {WEFT_TR("core", "the Job in the cluster is called after the task and its number; Kubernetes refuses it when the task runs")});
        finding.subject = name;
        finding.target = "dolphinscheduler";
        const std::string better = better_name(name);
        finding.fixes.push_back({Message{WEFT_TR("core", "Rename to %1"), {better}}, [id = item.task->id, better](const Flow& flow) { return edit::rename_task(flow, id, better); }});
        report.add(std::move(finding));
    }
}

const lint::Rule rule{"name/dolphin-k8s", Severity::error, WEFT_TR("core", "the name of a K8S task makes no name of a Kubernetes Job"), "DolphinScheduler docs/guide/task/kubernetes.md, K8sTaskExecutor", check};

}  // namespace

const lint::Rule& name_dolphin_k8s() { return rule; }

}  // namespace weft::dolphin
