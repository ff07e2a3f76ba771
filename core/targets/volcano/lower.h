// A flow of any origin as jobs of one JobFlow: groups taken apart, parameters written out, names that Kubernetes takes. Internal to targets/volcano.
#pragma once

#include <string>
#include <vector>

#include "core/targets/target.h"

namespace weft::volcano {

struct Job {
    TaskId task = 0;
    std::string path;                  // SourceMap prefix of the task
    std::string original;              // "group / task"
    std::string name;                  // of its JobTemplate
    std::string collides;              // the other original that wanted this name
    bool shortened = false;
    std::vector<std::string> parameters;   // of the task: variables of its container
    Definition definition;             // a container, all values literal
    std::vector<std::size_t> needs;    // places in Plan::jobs
};

struct Plan {
    std::string flow_name;
    bool flow_shortened = false;
    std::vector<Job> jobs;             // drawing order
    std::vector<Remark> remarks;       // refused and lowered
};

Plan plan_of(const Flow& flow, const ExportOptions& options);

// Volcano 1.9, 1.10.0 and 1.11.0 count the jobs of all flows that use a template: every flow then needs templates of its own (volcano-sh/volcano #4089).
bool mixes_flows(const std::string& version);

// A name's small letters, digits and single hyphens.
std::string slug(const std::string& name);
// The name of a template. Its hyphens are doubled, a flow's never are: "flow-template" can be split in one way only, so no two flows make the same vcjob.
std::string template_name(const std::string& original);

std::vector<Remark> check(const Flow& flow, const ExportOptions& options);
std::vector<NameUse> names(const Flow& flow, const std::string& version);
Result<Exported> export_flow(const Flow& flow, const ExportOptions& options);
Result<std::string> fresh(const Flow& flow);

void arriving(const Flow& flow, const Task& task, const Handler* handler, const ExportOptions& options, EffectiveEnvironment& environment);

// Values out of the flow's and the groups' parameters; the task's own references. Adds a remark for what cannot be known before the run.
struct Values {
    const Flow& flow;
    std::vector<Remark>& remarks;
    std::vector<Binding> params;       // known in this scope, the innermost last
    TaskId task = 0;
    std::string path;

    std::string text(const std::string& with_tags);
    std::string value(const Value& value);
    Values inside(const std::vector<Parameter>& inputs, const std::vector<Binding>& arguments, TaskId task, const std::string& path);
    void refuse(Message what, Message advice = {});
};
// The flow's own parameters, by the values that they have now.
Values flow_values(const Flow& flow, std::vector<Remark>& remarks);
Definition lowered_pod(Values& outside, const Task& task, const Definition& definition, const std::vector<const Task*>& enclosing, const ExportOptions& options);

}  // namespace weft::volcano
