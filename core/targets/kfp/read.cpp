// Compiled pipelines of Kubeflow Pipelines (IR YAML, schema 2.1.0): read only. Components that are DAGs become sub-flows.
#include <algorithm>

#include "core/targets/kfp/kfp.h"
#include "core/targets/thin.h"

namespace weft {
namespace {

using yaml::NodePtr;

NodePtr pipeline(const yaml::Stream& stream) {
    for (const yaml::Document& document : stream.documents)
        if (yaml::find(document.root, "pipelineInfo") && yaml::find(document.root, "root")) return document.root;
    return nullptr;
}

bool recognises(const yaml::Stream& stream) { return pipeline(stream) != nullptr; }
std::size_t flow_count(const yaml::Stream&) { return 1; }

struct Reading {
    NodePtr root;
    ReadResult out;

    // An exit task waits for its group to complete and is told how it ended.
    static bool is_exit_task(const NodePtr& task) {
        const NodePtr parameters = yaml::find_path(task, "inputs/parameters");
        const bool told = parameters && std::any_of(parameters->entries.begin(), parameters->entries.end(),
                                                    [](const yaml::Entry& entry) { return yaml::find(entry.value, "taskFinalStatus") != nullptr; });
        if (told) return true;
        const NodePtr waits = yaml::find(task, "dependentTasks");
        return yaml::text_at(yaml::find(task, "triggerPolicy"), "strategy") == "ALL_UPSTREAM_TASKS_COMPLETED" && waits && waits->items.size() == 1 &&
               waits->items[0]->text.starts_with("exit-handler-");
    }

    Task task(const yaml::Entry& entry, const std::string& path) {
        Task task;
        task.name = entry.key->text;
        out.places.add(path, entry.value);
        out.places.add(path + ".name", entry.key);
        task.definition = yaml::text_at(yaml::find(entry.value, "componentRef"), "name");
        task.note = yaml::text_at(yaml::find(entry.value, "taskInfo"), "name");
        task.when = yaml::text_at(yaml::find(entry.value, "triggerPolicy"), "condition");
        const bool completed = yaml::text_at(yaml::find(entry.value, "triggerPolicy"), "strategy") == "ALL_UPSTREAM_TASKS_COMPLETED";
        if (const NodePtr needs = yaml::find(entry.value, "dependentTasks"))
            for (const NodePtr& need : needs->items) {
                task.needs.push_back({need->text, completed ? results_completed : results_default, false});
                out.places.add(join_path(path + ".needs", need->text), need);
            }
        if (yaml::find(entry.value, "parameterIterator") || yaml::find(entry.value, "artifactIterator")) {
            task.loop.emplace();
            task.loop->over = Loop::Over::param;
        }
        return task;
    }

    Body body(const NodePtr& dag, const std::string& head) {
        Body body;
        const NodePtr tasks = yaml::find(dag, "tasks");
        if (!tasks) return body;
        for (const yaml::Entry& entry : tasks->entries) {
            if (!entry.key || !entry.value) continue;
            const bool exit = is_exit_task(entry.value);
            Task made = task(entry, join_path(head + (exit ? "handlers" : "tasks"), entry.key->text));
            if (exit) made.needs.clear();
            TaskPtr shared = std::make_shared<const Task>(std::move(made));
            if (exit) body.handlers.push_back({std::move(shared), Trigger::always, false, {}});
            else body.tasks.push_back(std::move(shared));
        }
        return body;
    }

    void component(const yaml::Entry& entry) {
        Definition definition;
        definition.name = entry.key->text;
        const std::string path = join_path("definitions", definition.name);
        out.places.add(path, entry.value);
        out.places.add(path + ".name", entry.key);
        if (const NodePtr dag = yaml::find(entry.value, "dag")) {
            definition.kind = DefinitionKind::flow;
            definition.body = std::make_shared<const Body>(body(dag, path + '.'));
        } else {
            const NodePtr executor = yaml::find_path(root, "deploymentSpec/executors/" + yaml::text_at(entry.value, "executorLabel"));
            if (const NodePtr container = yaml::find(executor, "container")) thin::read_container(container, path, definition, out.places);
            else definition.kind = DefinitionKind::other, definition.detail = "importer";
        }
        out.flow.definitions.push_back(std::make_shared<const Definition>(std::move(definition)));
    }
};

Result<ReadResult> read(const yaml::Stream& stream, std::size_t) {
    Reading reading{pipeline(stream), {}};
    Flow& flow = reading.out.flow;
    flow.format = "kfp";
    flow.name = yaml::text_at(yaml::find(reading.root, "pipelineInfo"), "name");
    thin::map_at(reading.out.places, "name", yaml::find(reading.root, "pipelineInfo"), "name");
    flow.description = yaml::text_at(yaml::find(reading.root, "pipelineInfo"), "description");
    if (const NodePtr components = yaml::find(reading.root, "components"))
        for (const yaml::Entry& entry : components->entries)
            if (entry.key && entry.value) reading.component(entry);
    const NodePtr dag = yaml::find_path(reading.root, "root/dag");
    if (!dag)
        return fail(Message{WEFT_TR("core", "`root` of a pipeline must be a `dag`")}, {{}, reading.root->line, reading.root->column});
    flow.main = reading.body(dag, "");
    flow = number_tasks(std::move(flow));
    return std::move(reading.out);
}

}  // namespace

const Format& kfp_format() {
    static const Format format{"kfp", WEFT_TR("core", "Kubeflow Pipelines IR"),
                               thin::read_only(WEFT_TR("core", "compiled pipelines are read only for now; convert to .weft.yaml to edit the drawing")), recognises, read, flow_count,
                               nullptr, nullptr};
    return format;
}

const Target& kfp_target() {
    static const Target target{"kfp", "Kubeflow Pipelines", {"2.17", "2.4", "2.3"}, {}, nullptr};
    return target;
}

}  // namespace weft
