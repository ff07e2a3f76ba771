// Groups come apart: what waits for a group waits for its last tasks, what a group waits for is waited for by its first. Muted tasks are left out, edges bridged.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "core/lint/rule.h"
#include "core/model/graph.h"
#include "core/targets/portability.h"
#include "core/targets/volcano/lower.h"

namespace weft::volcano {
namespace {

using Places = std::vector<std::size_t>;
constexpr std::size_t run_suffix = 7;         // "-abcde" behind the flow's name, one per run
constexpr std::size_t flow_length = 24;
constexpr std::size_t pod_rest = 8;           // "-" + "-main-0" of the pod's name

void join(Places& into, const Places& from) {
    for (const std::size_t one : from)
        if (std::find(into.begin(), into.end(), one) == into.end()) into.push_back(one);
}

struct Planner {
    const Flow& flow;
    const ExportOptions& options;
    Plan& plan;
    std::unordered_map<TaskId, std::string> paths;
    std::set<const Definition*> open;         // groups that we are in: a group that uses itself ends here

    Places body(const Body& body, Values& values, const std::string& prefix, const std::vector<const Task*>& enclosing, const Places& incoming);
    Places task(const Task& task, Values& values, const std::string& prefix, const std::vector<const Task*>& enclosing, const Places& needs);
};

Places Planner::task(const Task& task, Values& values, const std::string& prefix, const std::vector<const Task*>& enclosing, const Places& needs) {
    const Definition* definition = definition_of(flow, task);
    if (task.muted || !definition) return needs;
    const std::string name = prefix + task.name;
    const auto known = paths.find(task.id);
    const std::string path = known == paths.end() ? std::string() : known->second;
    if (definition->kind == DefinitionKind::flow && definition->body) {
        if (!open.insert(definition).second) return needs;
        std::vector<const Task*> inner = enclosing;
        inner.push_back(&task);
        values.task = task.id;
        values.path = path;
        Values inside = values.inside(definition->inputs, task.params, task.id, path);
        const Places out = body(*definition->body, inside, name + " / ", inner, needs);
        open.erase(definition);
        return out;
    }
    values.task = task.id;
    values.path = path;
    if (definition->kind == DefinitionKind::reference && flow.format != "volcano")
        values.refuse({WEFT_TR("core", "`%1` runs a definition of another file (%2)"), {task.name, definition->detail}});
    Job job{task.id, path, name, {}, {}, false, {}, {}, needs};
    for (const Parameter& input : definition->inputs) job.parameters.push_back(input.name);
    for (const Binding& given : task.params)
        if (std::find(job.parameters.begin(), job.parameters.end(), given.name) == job.parameters.end()) job.parameters.push_back(given.name);
    if (definition->kind == DefinitionKind::container || definition->kind == DefinitionKind::script) job.definition = lowered_pod(values, task, *definition, enclosing, options);
    plan.jobs.push_back(std::move(job));
    return {plan.jobs.size() - 1};
}

Places Planner::body(const Body& body, Values& values, const std::string& prefix, const std::vector<const Task*>& enclosing, const Places& incoming) {
    const BodyGraph graph = graph_of(flow, body);
    std::vector<Places> ends(body.tasks.size());
    if (!graph.cycle.empty()) {
        const Task& first = *graph.tasks[std::size_t(graph.cycle.front())];
        plan.remarks.push_back({Fit::refused, first.id, paths[first.id], Feature::count_, {}, {WEFT_TR("core", "`%1` waits for itself in the end: Volcano would never start it"), {first.name}}, {}});
        return incoming;
    }
    for (const int at : graph.order) {
        Places needs;
        for (const int up : graph.upstream[std::size_t(at)]) join(needs, ends[std::size_t(up)]);
        if (graph.upstream[std::size_t(at)].empty()) needs = incoming;
        ends[std::size_t(at)] = task(*body.tasks[std::size_t(at)], values, prefix, enclosing, needs);
    }
    Places out;
    for (std::size_t i = 0; i < body.tasks.size(); ++i)
        if (graph.downstream[i].empty()) join(out, ends[i]);
    return out.empty() ? incoming : out;
}

std::string digest(const std::string& text) {
    std::uint32_t hash = 2166136261u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return fmt::format("{:06x}", hash & 0xffffffu);
}

std::string doubled(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '-' ? std::string("--") : std::string(1, c);
    return out;
}

// "name" cut to `most` with what is left of it told apart by a digest.
std::string shortened(const std::string& name, std::size_t most, const std::string& joint) {
    if (name.size() <= most) return name;
    std::string out = name.substr(0, most - 6 - joint.size());
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out + joint + digest(name);
}

void give_names(Plan& plan, const Flow& flow, const ExportOptions& options) {
    const std::string whole = slug(flow.name.empty() ? "flow" : flow.name);
    plan.flow_name = shortened(whole, flow_length, "-");
    plan.flow_shortened = plan.flow_name != whole;
    const std::size_t most = 63 - run_suffix - pod_rest - plan.flow_name.size();
    std::map<std::string, std::string> taken;
    for (Job& job : plan.jobs) {
        const std::string wanted = mixes_flows(options.version) ? doubled(plan.flow_name) + "--" + template_name(job.original) : template_name(job.original);
        job.name = shortened(wanted, most, "--");
        job.shortened = job.name != wanted;
        const std::string first = job.name;
        for (int n = 2; !taken.emplace(job.name, job.original).second; ++n) {
            job.collides = taken[first];
            job.name = shortened(first + "--" + std::to_string(n), most, "--");
        }
    }
}

void sort_by_drawing(Plan& plan, const lint::Context& context) {
    std::unordered_map<TaskId, std::size_t> rank;
    for (std::size_t i = 0; i < context.items.size(); ++i) rank.emplace(context.items[i].task->id, i);
    Places order(plan.jobs.size()), place(plan.jobs.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {   // uses of one shared group stay apart by what leads to them
        const std::string left = plan.jobs[a].original.substr(0, plan.jobs[a].original.rfind(" / ")), right = plan.jobs[b].original.substr(0, plan.jobs[b].original.rfind(" / "));
        return left == right && rank[plan.jobs[a].task] < rank[plan.jobs[b].task];
    });
    std::vector<Job> jobs;
    for (const std::size_t from : order) {
        place[from] = jobs.size();
        jobs.push_back(std::move(plan.jobs[from]));
    }
    for (Job& job : jobs)
        for (std::size_t& need : job.needs) need = place[need];
    plan.jobs = std::move(jobs);
}

void check_claims(Plan& plan) {
    std::map<std::string, int> users;
    for (const Job& job : plan.jobs)
        for (const Volume& volume : job.definition.environment.volumes)
            if (volume.kind == Volume::Kind::claim_template) ++users[volume.name];
    for (const Job& job : plan.jobs)
        for (const Volume& volume : job.definition.environment.volumes)
            if (volume.kind == Volume::Kind::claim_template && users[volume.name] > 1)
                plan.remarks.push_back({Fit::refused, job.task, job.path, Feature::volumes, volume.name,
                                        {WEFT_TR("core", "the new claim at `%1` is shared by several tasks, and Volcano makes one for each job"), {volume.path}},
                                        {WEFT_TR("core", "name a claim that exists")}});
}

}  // namespace

bool mixes_flows(const std::string& version) {
    return !version.empty() && (version_within(version, "", "1.10.1") || version_within(version, "1.11.0", "1.11.1")) && version != "1.10" && version != "1.11";
}

std::string slug(const std::string& name) {
    std::string out;
    for (const char c : name) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
        else if (c >= 'A' && c <= 'Z') out += char(c - 'A' + 'a');
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.empty() ? "task" : out;
}

std::string template_name(const std::string& original) { return doubled(slug(original)); }

Plan plan_of(const Flow& flow, const ExportOptions& options) {
    Plan plan;
    const lint::Context context = lint::make_context(flow, {});
    Planner planner{flow, options, plan, {}, {}};
    for (const lint::Context::Item& item : context.items) planner.paths.emplace(item.task->id, item.path);
    Values values = flow_values(flow, plan.remarks);
    planner.body(flow.main, values, {}, {}, {});
    sort_by_drawing(plan, context);
    give_names(plan, flow, options);
    check_claims(plan);
    return plan;
}

}  // namespace weft::volcano
