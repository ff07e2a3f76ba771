// JobFlow, JobTemplate and vcjob files: read only. One Flow per JobFlow; its JobTemplates in the same file are shared definitions.
#include <algorithm>

#include "core/targets/thin.h"
#include "core/targets/volcano/volcano.h"

namespace weft {
namespace {

using yaml::NodePtr;

bool is_kind(const NodePtr& root, std::string_view group, std::string_view kind) {
    return root && yaml::text_at(root, "apiVersion").starts_with(group) && yaml::text_at(root, "kind") == kind;
}
bool is_flow(const NodePtr& root) { return is_kind(root, "flow.volcano.sh/", "JobFlow"); }
bool is_template(const NodePtr& root) { return is_kind(root, "flow.volcano.sh/", "JobTemplate"); }
bool is_job(const NodePtr& root) { return is_kind(root, "batch.volcano.sh/", "Job"); }

bool recognises(const yaml::Stream& stream) {
    return std::any_of(stream.documents.begin(), stream.documents.end(), [](const yaml::Document& d) { return is_flow(d.root) || is_template(d.root) || is_job(d.root); });
}

std::size_t flow_count(const yaml::Stream& stream) {
    const auto whole = [](const yaml::Document& d) { return is_flow(d.root) || is_job(d.root); };
    return std::max<std::size_t>(1, std::size_t(std::count_if(stream.documents.begin(), stream.documents.end(), whole)));
}

// The pod of one vcjob task. More containers than one are kept in the text and named.
void read_pod(const NodePtr& task, const std::string& path, Definition& definition, SourceMap& places) {
    const NodePtr spec = yaml::find_path(task, "template/spec"), containers = yaml::find(spec, "containers");
    if (containers && !containers->items.empty()) thin::read_container(containers->items[0], path, definition, places);
    else definition.kind = DefinitionKind::container;
    if (containers && containers->items.size() > 1) definition.unsupported.push_back("more than one container");
    if (std::string account = yaml::text_at(spec, "serviceAccountName"); !account.empty()) definition.environment.service_account = std::move(account);
    if (const std::string replicas = yaml::text_at(task, "replicas"); !replicas.empty() && replicas != "1") definition.unsupported.push_back("replicas");
}

DefinitionPtr read_template(const NodePtr& root, SourceMap& places) {
    Definition definition;
    definition.name = yaml::text_at(yaml::find(root, "metadata"), "name");
    const std::string path = join_path("definitions", definition.name);
    places.add(path, root);
    thin::map_at(places, path + ".name", yaml::find(root, "metadata"), "name");
    const NodePtr tasks = yaml::find_path(root, "spec/tasks");
    const std::size_t count = tasks ? tasks->items.size() : 0;
    if (count > 0) read_pod(tasks->items[0], path, definition, places);
    if (count > 1) {
        definition.unsupported.push_back("several tasks in one job");
        definition.detail = std::to_string(count) + " tasks";
    }
    return std::make_shared<const Definition>(std::move(definition));
}

void read_jobflow(const NodePtr& root, const yaml::Stream& stream, ReadResult& out) {
    out.flow.name = yaml::text_at(yaml::find(root, "metadata"), "name");
    thin::map_at(out.places, "name", yaml::find(root, "metadata"), "name");
    for (const yaml::Document& document : stream.documents)
        if (is_template(document.root)) out.flow.definitions.push_back(read_template(document.root, out.places));
    const NodePtr flows = yaml::find_path(root, "spec/flows");
    if (!flows) return;
    out.places.add("tasks", flows);
    for (const NodePtr& item : flows->items) {
        Task task;
        task.name = yaml::text_at(item, "name");
        const std::string path = join_path("tasks", task.name);
        thin::map_named(out.places, path, item);
        if (find_definition(out.flow, task.name)) {
            task.definition = task.name;
        } else {
            Definition own;
            own.kind = DefinitionKind::reference;
            own.detail = "JobTemplate " + task.name;
            task.own = std::make_shared<const Definition>(std::move(own));
        }
        if (const NodePtr targets = yaml::find_path(item, "dependsOn/targets"))
            for (const NodePtr& target : targets->items) {
                task.needs.push_back({target->text, on_succeeded, false});
                out.places.add(join_path(path + ".needs", target->text), target);
            }
        out.flow.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    }
    for (const char* ignored : {"patch", "probe"})
        if (std::any_of(flows->items.begin(), flows->items.end(), [&](const NodePtr& item) { return yaml::find(item, ignored) || yaml::find_path(item, std::string("dependsOn/") + ignored); }))
            out.flow.unsupported.push_back(ignored);
}

// A vcjob alone: its tasks run together unless dependsOn says otherwise.
void read_job(const NodePtr& root, ReadResult& out) {
    out.flow.name = yaml::text_at(yaml::find(root, "metadata"), "name");
    thin::map_at(out.places, "name", yaml::find(root, "metadata"), "name");
    const NodePtr tasks = yaml::find_path(root, "spec/tasks");
    if (!tasks) return;
    out.places.add("tasks", tasks);
    for (const NodePtr& item : tasks->items) {
        Task task;
        task.name = yaml::text_at(item, "name");
        const std::string path = join_path("tasks", task.name);
        thin::map_named(out.places, path, item);
        Definition own;
        read_pod(item, path, own, out.places);
        task.own = std::make_shared<const Definition>(std::move(own));
        if (const NodePtr names = yaml::find_path(item, "dependsOn/name"))
            for (const NodePtr& name : names->items) task.needs.push_back({name->text, on_succeeded, false});
        out.flow.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    }
}

Result<ReadResult> read(const yaml::Stream& stream, std::size_t flow_index) {
    ReadResult out;
    out.flow.format = "volcano";
    std::size_t at = 0;
    NodePtr chosen;
    for (const yaml::Document& document : stream.documents)
        if ((is_flow(document.root) || is_job(document.root)) && at++ == flow_index) chosen = document.root;
    if (chosen && is_flow(chosen)) read_jobflow(chosen, stream, out);
    if (chosen && is_job(chosen)) read_job(chosen, out);
    if (!chosen)  // a file of JobTemplates alone
        for (const yaml::Document& document : stream.documents)
            if (is_template(document.root)) out.flow.definitions.push_back(read_template(document.root, out.places));
    out.flow = number_tasks(std::move(out.flow));
    return out;
}

}  // namespace

const Format& volcano_format() {
    static const Format format{"volcano", WEFT_TR("core", "Volcano JobFlow"),
                               thin::read_only(WEFT_TR("core", "Volcano files are read only for now; convert to .weft.yaml to edit the drawing")),
                               recognises, read, flow_count, nullptr, nullptr};
    return format;
}

}  // namespace weft
