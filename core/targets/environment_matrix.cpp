#include "core/targets/environment_matrix.h"

#include <algorithm>

#include "core/lint/rule.h"
#include "core/model/pods.h"

namespace weft {
namespace {

struct Column { const char* field; const char* title; };
constexpr Column columns[] = {
    {"image", WEFT_TR("core", "Image")},
    {"pull_policy", WEFT_TR("core", "Pull policy")},
    {"pull_secrets", WEFT_TR("core", "Pull secrets")},
    {"cpu", WEFT_TR("core", "CPU")},
    {"cpu_limit", WEFT_TR("core", "CPU limit")},
    {"memory", WEFT_TR("core", "Memory")},
    {"memory_limit", WEFT_TR("core", "Memory limit")},
    {"disk", WEFT_TR("core", "Disk")},
    {"gpu", WEFT_TR("core", "GPU")},
    {"shared_memory", WEFT_TR("core", "Shared memory")},
    {"env", WEFT_TR("core", "Variables")},
    {"secrets", WEFT_TR("core", "Secrets")},
    {"volumes", WEFT_TR("core", "Volumes")},
    {"service_account", WEFT_TR("core", "Service account")},
    {"node_selector", WEFT_TR("core", "Node selector")},
    {"tolerations", WEFT_TR("core", "Tolerations")},
};

bool is_secret(const EffectiveEnvironment& environment, std::string_view variable) {
    for (const Binding& binding : environment.merged.env)
        if (binding.name == variable) return binding.value.source == Source::secret;
    return false;
}

// Which column a field of the effective environment stands in.
std::string_view column_of(const EffectiveEnvironment& environment, const Effective& field) {
    const std::string_view name = field.field;
    if (name.starts_with("env.")) return is_secret(environment, name.substr(4)) ? "secrets" : "env";
    if (name.starts_with("node_selector.")) return "node_selector";
    if (name.starts_with("toleration.")) return "tolerations";
    if (name.starts_with("volume.")) return "volumes";
    return name;
}

MatrixRow row_of(const Flow& flow, const lint::Context::Item& item, const Target* target, const ExportOptions& options) {
    EffectiveEnvironment environment = effective_environment(flow, *item.task, item.enclosing);
    if (!environment.merged.image && !options.default_image.empty()) {
        environment.merged.image = options.default_image;
        for (Effective& field : environment.fields)
            if (field.field == "image") field = {"image", options.default_image, Origin::engine, {}};
    }
    if (target && target->arriving) target->arriving(flow, *item.task, item.handler, options, environment);
    MatrixRow row{item.task->id, item.path, {}, item.handler != nullptr, {}};
    for (const Task* group : item.enclosing) row.name += group->name + " / ";
    row.name += item.task->name;
    row.cells.resize(std::size(columns));
    for (const Effective& field : environment.fields) {
        if (field.origin == Origin::nothing) continue;
        const std::string_view wanted = column_of(environment, field);
        const auto* const found = std::find_if(std::begin(columns), std::end(columns), [&](const Column& column) { return wanted == column.field; });
        if (found != std::end(columns)) row.cells[std::size_t(found - std::begin(columns))].values.push_back(field);
    }
    return row;
}

// One column's part of an environment, from one to another.
void take(Environment& into, const Environment& from, const std::string& column) {
    if (column == "image") into.image = from.image;
    if (column == "pull_policy") into.pull_policy = from.pull_policy;
    if (column == "pull_secrets") into.pull_secrets = from.pull_secrets;
    if (column == "cpu") into.cpu = from.cpu;
    if (column == "cpu_limit") into.cpu_limit = from.cpu_limit;
    if (column == "memory") into.memory = from.memory;
    if (column == "memory_limit") into.memory_limit = from.memory_limit;
    if (column == "disk") into.disk = from.disk;
    if (column == "gpu") into.gpu = from.gpu;
    if (column == "shared_memory") into.shared_memory = from.shared_memory;
    if (column == "volumes") into.volumes = from.volumes;
    if (column == "service_account") into.service_account = from.service_account;
    if (column == "node_selector") into.node_selector = from.node_selector;
    if (column == "tolerations") into.tolerations = from.tolerations;
    if (column != "env" && column != "secrets") return;
    const bool secrets = column == "secrets";
    std::erase_if(into.env, [&](const Binding& binding) { return (binding.value.source == Source::secret) == secrets; });
    for (const Binding& binding : from.env)
        if ((binding.value.source == Source::secret) == secrets) into.env.push_back(binding);
}

// Sets the column on every definition that makes a pod and clears it on groups and uses. What does not change keeps its pointer.
struct Spreader {
    const Flow& flow;
    const std::string& column;
    const Environment* wanted;   // null: cleared everywhere, the flow has it

    DefinitionPtr definition(const DefinitionPtr& given) const {
        if (!given) return given;
        Definition made = *given;
        take(made.environment, wanted && makes_pod(flow, made) ? *wanted : Environment{}, column);
        if (made.body) made.body = std::make_shared<const Body>(body(*made.body));
        return made == *given ? given : std::make_shared<const Definition>(std::move(made));
    }
    Body body(Body made) const {
        for (TaskPtr& task : made.tasks) task = this->task(task);
        if (flow.format == "metaflow") return made;   // an exit hook has no environment of its own: it takes the start step's
        for (Handler& handler : made.handlers) handler.task = task(handler.task);
        return made;
    }
    TaskPtr task(const TaskPtr& given) const {
        if (!given) return given;
        Task made = *given;
        take(made.environment, {}, column);
        made.own = definition(made.own);
        for (Handler& hook : made.handlers) hook.task = task(hook.task);
        return made == *given ? given : std::make_shared<const Task>(std::move(made));
    }
};

}  // namespace

const std::vector<std::string>& matrix_columns() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const Column& column : columns) all.emplace_back(column.field);
        return all;
    }();
    return names;
}

Message matrix_title(const std::string& wanted) {
    for (const Column& column : columns)
        if (wanted == column.field) return column.title;
    return wanted;
}

EnvironmentMatrix environment_matrix(const Flow& flow, const Target* target, const ExportOptions& options) {
    EnvironmentMatrix matrix;
    matrix.columns = matrix_columns();
    const lint::Context context = lint::make_context(flow, {});
    for (const lint::Context::Item& item : context.items)
        if (item.definition && makes_pod(flow, *item.definition)) matrix.rows.push_back(row_of(flow, item, target, options));
    std::stable_partition(matrix.rows.begin(), matrix.rows.end(), [](const MatrixRow& row) { return !row.handler; });
    for (std::size_t i = 0; i < matrix.columns.size(); ++i) {
        const auto set = std::count_if(matrix.rows.begin(), matrix.rows.end(), [&](const MatrixRow& row) { return !row.cells[i].values.empty(); });
        matrix.uneven.push_back(set > 0 && std::size_t(set) < matrix.rows.size());
    }
    return matrix;
}

Result<Flow> apply_to_all(const Flow& flow, const std::string& column, TaskId from, bool at_flow) {
    const lint::Context context = lint::make_context(flow, {});
    const auto source = std::find_if(context.items.begin(), context.items.end(), [&](const lint::Context::Item& item) { return item.task->id == from; });
    if (source == context.items.end()) return fail({WEFT_TR("core", "there is no such task")});
    const Environment wanted = effective_environment(flow, *source->task, source->enclosing).merged;
    Flow made = flow;
    if (at_flow) take(made.environment, wanted, column);
    const Spreader spreader{flow, column, at_flow ? nullptr : &wanted};
    for (DefinitionPtr& definition : made.definitions) definition = spreader.definition(definition);
    made.main = spreader.body(made.main);
    return made;
}

}  // namespace weft
