// The names that the controller makes: the vcjob "<flow>-<template>", the labels "<namespace>.<flow>" and "<namespace>.<template>". None of them is checked before.
#include <map>

#include "core/lint/support.h"
#include "core/targets/volcano/reading.h"
#include "core/targets/volcano/rules/rules.h"

namespace weft::volcano {
namespace {

using lint::Context;
using lint::Finding;
using lint::Report;
using lint::Severity;

constexpr std::size_t most = 63;

struct Pair { std::string flow, job; };

std::vector<Pair> pairs_of(const std::vector<Part>& parts) {
    std::vector<Pair> out;
    for (const Part& part : parts)
        if (part.role == Role::flow)
            for (const Place& item : part.root.down("spec/flows").items()) out.push_back({part.name, item.text_at("name")});
    return out;
}

// The flow that is looked at; empty Place for a vcjob, for templates alone and for flows of other formats.
Place flow_of(const Context& context, const std::vector<Part>& parts) {
    if (context.flow.format != "volcano") return {};
    for (const Part& part : parts)
        if (part.role == Role::flow && part.name == context.flow.name) return part.root;
    return {};
}

void check_joined(const Context& context, Report& report) {
    if (!context.stream) return;
    const std::vector<Part> parts = parts_of(*context.stream);
    if (!flow_of(context, parts)) return;
    const std::vector<Pair> pairs = pairs_of(parts);
    for (const Context::Item& item : context.items) {
        if (item.body != &context.flow.main) continue;
        const std::string job = context.flow.name + "-" + item.task->name;
        for (const Pair& other : pairs) {
            if (other.flow == context.flow.name || other.flow + "-" + other.job != job) continue;
            Finding finding = lint::finding_of("name/volcano-joined", Severity::error, &item, item.path + ".name",
                                               {WEFT_TR("core", "the JobFlow `%1` with its job `%2` makes the job `%3` too"), {other.flow, other.job, job}},
                                               {WEFT_TR("core", "Volcano takes the second one for done already: that flow waits for ever, or goes on with the other's result")});
            finding.target = "volcano";
            report.add(std::move(finding));
            break;
        }
        if (job.size() <= most) continue;
        Finding finding = lint::finding_of("name/volcano-joined", Severity::error, &item, item.path + ".name",
                                           {WEFT_TR("core", "the job's name `%1` has more than 63 characters"), {job}},
                                           {WEFT_TR("core", "a job is called as flow and template together; this one is refused, and the JobFlow's status says nothing of it")});
        finding.target = "volcano";
        report.add(std::move(finding));
    }
}

void check_label(const Context& context, Report& report) {
    if (!context.stream) return;
    const Place root = flow_of(context, parts_of(*context.stream));
    if (!root) return;
    const std::string given = root.at("metadata").text_at("namespace"), space = given.empty() ? "default" : given;
    const auto check = [&](const std::string& name, const Context::Item* item, const std::string& field) {
        const std::string label = space + "." + name;
        if (label.size() <= most) return;
        Finding finding = lint::finding_of("name/volcano-label", Severity::error, item, field, {WEFT_TR("core", "the label `%1` has more than 63 characters"), {label}},
                                           {WEFT_TR("core", "Volcano labels every job with namespace and name; with a label that is too long it makes no job and says nothing")});
        finding.target = "volcano";
        report.add(std::move(finding));
    };
    check(context.flow.name, nullptr, "name");
    for (const Context::Item& item : context.items)
        if (item.body == &context.flow.main) check(item.task->name, &item, item.path + ".name");
}

const lint::Rule joined_rule{"name/volcano-joined", Severity::error, WEFT_TR("core", "two flows make a job of one name, or its name is too long"),
                             "jobflow_controller_util.go getJobName; AlreadyExists counts as made", check_joined};
const lint::Rule label_rule{"name/volcano-label", Severity::error, WEFT_TR("core", "a label that Volcano makes of a name is too long"),
                            "jobflow_controller_util.go GenerateObjectString; Kubernetes LabelValueMaxLength", check_label};

}  // namespace

const lint::Rule& volcano_joined() { return joined_rule; }
const lint::Rule& volcano_label() { return label_rule; }

}  // namespace weft::volcano
