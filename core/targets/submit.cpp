#include "core/targets/submit.h"

namespace weft {
namespace {

bool says(const ExportedFile& file, const char* words) { return file.text.find(words) != std::string::npos; }

std::string quoted_name(const std::string& name) { return name.find_first_of(" '\"$()&;") == std::string::npos ? name : "'" + name + "'"; }

void argo(const ExportedFile& file, const std::string& name, std::vector<Submission>& out) {
    if (says(file, "kind: CronWorkflow")) out.push_back({"argo cron create -n NAMESPACE " + name, WEFT_TR("core", "Put the schedule on the cluster:")});
    else if (says(file, "kind: ClusterWorkflowTemplate")) out.push_back({"argo cluster-template create " + name, WEFT_TR("core", "Put the template on the cluster:")});
    else if (says(file, "kind: WorkflowTemplate")) out.push_back({"argo template create -n NAMESPACE " + name, WEFT_TR("core", "Put the template on the cluster:")});
    else out.push_back({"argo submit -n NAMESPACE --watch " + name, WEFT_TR("core", "Submit it and watch it run:")});
}

}  // namespace

std::vector<Submission> submissions(const Target& target, const std::vector<ExportedFile>& files) {
    std::vector<Submission> out;
    for (const ExportedFile& file : files) {
        const std::string name = quoted_name(file.name);
        if (target.id == "argo") argo(file, name, out);
        else if (target.id == "kfp" && file.name.ends_with(".yaml")) out.push_back({"kfp run create --experiment-name EXPERIMENT --package-file " + name, WEFT_TR("core", "Start a run of the compiled pipeline:")});
        else if (target.id == "volcano" && file.handler)
            out.push_back({"sed 's/value: Unknown/value: Failed/' " + name + " | kubectl create -n NAMESPACE -f -", WEFT_TR("core", "When every job has ended, start the exit handler and tell it how the flow ended (Succeeded or Failed):")});
        else if (target.id == "volcano") out.push_back({"kubectl apply -n NAMESPACE -f " + name, WEFT_TR("core", "Create the jobs and the flow over them:")});
        else if (target.id == "dolphinscheduler" && file.name.ends_with(".yaml")) out.push_back({"pydolphinscheduler yaml -f " + name, WEFT_TR("core", "Put the workflow on the server:")});
        else if (target.id == "metaflow" && file.name.ends_with(".py")) {
            out.push_back({"python " + name + " run", WEFT_TR("core", "Run it where you are:")});
            out.push_back({"python " + name + " argo-workflows create", WEFT_TR("core", "Or put it on a cluster with Argo Workflows:")});
        }
    }
    return out;
}

}  // namespace weft
