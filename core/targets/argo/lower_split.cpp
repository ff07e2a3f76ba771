// Argo 4 takes at most 200 tasks in a DAG (its CRD says so): a longer flow becomes a DAG of parts, cut along the order of the tasks.
#include <algorithm>

#include "core/model/graph.h"
#include "core/targets/argo/lower.h"
#include "core/targets/argo/masking.h"

namespace weft::argo {
namespace {

constexpr std::size_t most = 200;

struct Part {
    std::string name;
    std::vector<int> tasks;
    Body body;
    Definition definition;
    Task use;
};

// A value of another part comes in as an input of this one and goes out as an output of that one.
struct Splitter {
    Lowering& lowering;
    const BodyGraph& graph;
    std::vector<Part>& parts;
    std::vector<std::size_t> part_of;

    std::string across(std::size_t here, const Reference& tag) {
        const auto found = graph.index.find(tag.task);
        if (found == graph.index.end() || part_of[std::size_t(found->second)] == here) return tag.tag;
        Part& from = parts[part_of[std::size_t(found->second)]];
        Part& to = parts[here];
        if (tag.kind != Reference::Kind::output) {
            lowering.refuse({WEFT_TR("core", "the status of %1 is read from another part of a flow with more than 200 tasks; Argo cannot hand that on"), {tag.task}});
            return tag.tag;
        }
        const std::string name = tag.task + "-" + tag.name;
        const auto known = [&](const auto& list) { return std::any_of(list.begin(), list.end(), [&](const auto& one) { return one.name == name; }); };
        if (!known(from.definition.outputs)) {
            Output output;
            output.name = name;
            output.from = OutputFrom::expression;
            output.artifact = tag.artifact;
            output.expression = read_text_value(tag.tag, {});
            from.definition.outputs.push_back(std::move(output));
        }
        const std::string kind = tag.artifact ? "artifacts." : "parameters.";
        const Value outer = read_text_value("{{tasks." + from.name + ".outputs." + kind + name + "}}", {});
        if (tag.artifact && !known(to.definition.files)) {
            to.definition.files.push_back({name});
            InputFile argument{name};
            argument.from = outer;
            to.use.files.push_back(std::move(argument));
        } else if (!tag.artifact && !known(to.definition.inputs)) {
            to.definition.inputs.push_back({name});
            to.use.params.push_back({name, outer});
        }
        return "{{inputs." + kind + name + "}}";
    }

    std::string text(std::size_t here, const std::string& given) {
        std::string out = given;
        std::vector<Reference> tags = references_in(given);
        std::reverse(tags.begin(), tags.end());
        for (const Reference& tag : tags)
            if (!tag.task.empty()) out.replace(tag.at, tag.tag.size(), across(here, tag));
        return out;
    }

    Task task(std::size_t here, const Task& given) {
        Task out = given;
        for (Binding& param : out.params) param.value = read_text_value(text(here, param.value.text), {});
        for (InputFile& file : out.files)
            if (file.from) file.from = read_text_value(text(here, file.from->text), {});
        out.when = text(here, out.when);
        if (out.loop) out.loop->param = text(here, out.loop->param);
        out.needs.clear();
        for (const Need& need : given.needs) {
            const auto found = graph.index.find(need.task);
            if (found == graph.index.end()) continue;
            const std::size_t from = part_of[std::size_t(found->second)];
            if (from == here) {
                out.needs.push_back(need);
                continue;
            }
            if (!given.depends.empty() || need.results != results_default)
                lowering.refuse({WEFT_TR("core", "%1 waits for a result of %2 other than success, and a flow with more than 200 tasks is cut between them"), {given.name, need.task}});
            auto& needs = parts[here].use.needs;
            if (std::none_of(needs.begin(), needs.end(), [&](const Need& n) { return n.task == parts[from].name; })) needs.push_back({parts[from].name});
        }
        return out;
    }
};

}  // namespace

void split_main(Lowering& lowering) {
    Flow& flow = lowering.out.flow;
    if (!lowering.nest || flow.main.tasks.size() <= most) return;
    const Body whole = flow.main;
    const BodyGraph graph = graph_of(Flow{}, whole);
    if (graph.order.size() != whole.tasks.size()) return lowering.refuse({WEFT_TR("core", "the tasks wait for each other in a circle")});
    const std::size_t count = (whole.tasks.size() + most - 1) / most;
    if (count > most) return lowering.refuse({WEFT_TR("core", "more than %1 tasks: Argo takes 200 parts of 200 tasks"), {std::to_string(most * most)}});
    std::vector<Part> parts(count);
    Splitter splitter{lowering, graph, parts, std::vector<std::size_t>(whole.tasks.size())};
    const std::size_t each = (whole.tasks.size() + count - 1) / count;
    for (std::size_t i = 0; i < graph.order.size(); ++i) {
        parts[i / each].tasks.push_back(graph.order[i]);
        splitter.part_of[std::size_t(graph.order[i])] = i / each;
    }
    for (std::size_t p = 0; p < count; ++p) parts[p].name = parts[p].use.name = free_name(lowering.templates, "part-" + std::to_string(p + 1));
    for (std::size_t p = 0; p < count; ++p) {
        std::sort(parts[p].tasks.begin(), parts[p].tasks.end());
        for (const int at : parts[p].tasks) parts[p].body.tasks.push_back(std::make_shared<const Task>(splitter.task(p, *whole.tasks[std::size_t(at)])));
    }
    const std::string old_target = lowering.out.targets[flow.entrypoint];
    lowering.out.targets.erase(flow.entrypoint);
    flow.main.tasks.clear();
    for (Part& part : parts) {
        part.definition.name = part.use.definition = part.name;
        part.definition.kind = DefinitionKind::flow;
        if (!old_target.empty())
            if (const std::string target = honest_target(part.body); !target.empty()) lowering.out.targets[part.name] = target;
        part.definition.body = std::make_shared<const Body>(std::move(part.body));
        flow.definitions.push_back(std::make_shared<const Definition>(std::move(part.definition)));
        flow.main.tasks.push_back(std::make_shared<const Task>(std::move(part.use)));
    }
}

}  // namespace weft::argo
