// F4: Volcano #4089. Two JobFlows that share a JobTemplate write into each other's status.
#include <charconv>
#include <map>

#include "core/targets/volcano/rules/rules.h"

namespace weft::volcano {
namespace {

using yaml::NodePtr;

// 1.10.1 and 1.11.1 filter the status by flow; nothing chosen means the newest.
bool status_is_mixed(const lint::Context& context) {
    const lint::TargetChoice* choice = context.target("volcano");
    int major = 0, minor = 0, patch = 0;
    const std::string version = choice ? choice->version : std::string();
    const char* at = version.data();
    const char* end = at + version.size();
    for (int* part : {&major, &minor, &patch}) {
        const auto [next, problem] = std::from_chars(at, end, *part);
        if (problem != std::errc()) break;
        at = next < end ? next + 1 : end;
    }
    if (version.empty() || major > 1 || minor > 11) return false;
    return minor < 10 || patch == 0;
}

std::map<std::string, std::vector<std::string>> users_of_templates(const yaml::Stream& stream) {
    std::map<std::string, std::vector<std::string>> users;
    for (const yaml::Document& document : stream.documents) {
        if (yaml::text_at(document.root, "kind") != "JobFlow") continue;
        const std::string flow = yaml::text_at(yaml::find(document.root, "metadata"), "name");
        if (const NodePtr flows = yaml::find_path(document.root, "spec/flows"))
            for (const NodePtr& item : flows->items) {
                std::vector<std::string>& names = users[yaml::text_at(item, "name")];
                if (names.empty() || names.back() != flow) names.push_back(flow);
            }
    }
    return users;
}

void check_shared(const lint::Context& context, lint::Report& report) {
    if (context.flow.format != "volcano" || !context.stream) return;
    const auto users = users_of_templates(*context.stream);
    const bool mixed = status_is_mixed(context);
    for (const lint::Context::Item& item : context.items) {
        const auto found = users.find(item.task->name);
        if (found == users.end() || found->second.size() < 2) continue;
        std::string others;
        for (const std::string& name : found->second)
            if (name != context.flow.name) others += (others.empty() ? "`" : ", `") + name + '`';
        lint::Finding finding;
        finding.rule = "graph/template-shared";
        finding.severity = mixed ? lint::Severity::error : lint::Severity::warning;
        finding.what = Message{WEFT_TR("core", "the JobTemplate `%1` is used by the JobFlow %2 as well: their states mix"), {item.task->name, others}};
        finding.why = WEFT_TR("core", "Volcano before 1.10.1 and 1.11.1 counts the jobs of both flows in each of them, so one may be reported as done by the other's work; "
                                      "later versions tell them apart by a label. Give each flow a template of its own");
        finding.task = item.task->id;
        finding.task_name = item.task->name;
        finding.field = item.path + ".name";
        finding.target = "volcano";
        report.add(std::move(finding));
    }
}

const lint::Rule shared_rule{"graph/template-shared", lint::Severity::warning, WEFT_TR("core", "a JobTemplate is used by several flows at once"),
                                 "Volcano #4089, fixed by PR #4090 in 1.10.1 and 1.11.1", check_shared};

}  // namespace

const lint::Rule& template_shared() { return shared_rule; }

}  // namespace weft::volcano
