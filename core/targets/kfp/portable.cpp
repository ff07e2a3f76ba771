#include "core/targets/kfp/portable.h"

#include <algorithm>
#include <map>

#include "core/targets/kfp/launcher.h"
#include "core/targets/kfp/reading.h"
#include "core/targets/kfp/values.h"

namespace weft::kfp {
namespace {

// Who uses a component, and in which body: for the answers that must be the same everywhere.
struct Use { const Task* task; const Body* body; const Definition* around; };   // around: null in the pipeline's own body
using Uses = std::map<std::string, std::vector<Use>, std::less<>>;

void add_uses(Uses& uses, const Body& body, const Definition* around) {
    const auto add = [&](const Task& task) { uses[task.definition].push_back({&task, &body, around}); };
    for (const TaskPtr& task : body.tasks) {
        add(*task);
        for (const Handler& handler : task->handlers) add(*handler.task);
    }
    for (const Handler& handler : body.handlers) add(*handler.task);
}

struct Porting {
    const Flow& flow;
    Place components, executors, pods;       // of the file that it was read from: what the model has no field for
    Uses uses;
    bool folders = false;   // artifacts travel as folders with what is known about them

    Place artifact_type(const Definition& definition, const char* list, const std::string& name) const { return components.at(definition.name).at(list).at("artifacts").at(name); }
    Launcher::Artifact described(const Definition& definition, const char* list, const std::string& name) const {
        const Place type = artifact_type(definition, list, name).at("artifactType");
        const std::string title = type.text_at("schemaTitle"), version = type.text_at("schemaVersion");
        return {name, title.empty() ? "system.Artifact" : title, version.empty() ? "0.0.1" : version};
    }
    const std::vector<Use>& uses_of(const Definition& definition) const {
        static const std::vector<Use> none;
        const auto found = uses.find(definition.name);
        return found == uses.end() ? none : found->second;
    }
};

const Binding* given_to(const Task& task, const std::string& input) {
    for (const Binding& param : task.params)
        if (param.name == input) return &param;
    return nullptr;
}

// Whether an input holds something when the container starts; none: it is not the same every time.
std::optional<bool> present(const Porting& porting, const Definition& definition, const std::string& name) {
    for (const Parameter& input : definition.inputs)
        if (input.name == name && input.value && !is_optional_without_default(input)) return true;
    std::optional<bool> all;
    for (const Use& use : porting.uses_of(definition)) {
        bool here = std::any_of(use.task->files.begin(), use.task->files.end(), [&](const InputFile& f) { return f.name == name; });
        if (const Binding* given = given_to(*use.task, name)) {
            here = true;
            if (given->value.source == Source::param) {      // the parameter of the body around may be none itself
                const std::vector<Parameter>& outer = use.around ? use.around->inputs : porting.flow.parameters;
                const auto found = std::find_if(outer.begin(), outer.end(), [&](const Parameter& p) { return p.name == given->value.name; });
                if (found != outer.end() && is_optional_without_default(*found)) return std::nullopt;
            }
        }
        if (all && *all != here) return std::nullopt;
        all = here;
    }
    return all;
}

// {"Concat": [...]} and {"IfPresent": {"InputName", "Then", "Else"}} as plain words; false: they cannot be settled here.
bool settle_struct(const Porting& porting, const Definition& definition, const yaml::NodePtr& node, std::vector<std::string>& out) {
    if (!node) return true;
    if (node->is_scalar()) {
        out.push_back(read_text(node->text));
        return true;
    }
    if (node->is_sequence()) return std::all_of(node->items.begin(), node->items.end(), [&](const yaml::NodePtr& item) { return settle_struct(porting, definition, item, out); });
    if (const yaml::NodePtr parts = yaml::find(node, "Concat")) {
        std::vector<std::string> pieces;
        if (!settle_struct(porting, definition, parts, pieces)) return false;
        std::string all;
        for (const std::string& piece : pieces) all += piece;
        out.push_back(std::move(all));
        return true;
    }
    const yaml::NodePtr choice = yaml::find(node, "IfPresent");
    if (!choice) return false;
    const std::optional<bool> there = present(porting, definition, yaml::text_at(choice, "InputName"));
    return there && settle_struct(porting, definition, yaml::find(choice, *there ? "Then" : "Else"), out);
}

void settle_words(const Porting& porting, const Definition& definition, std::vector<Scalar>& words) {
    std::vector<Scalar> out;
    for (const Scalar& word : words) {
        std::vector<std::string> settled;
        const bool structure = word.text.starts_with("{\"IfPresent\"") || word.text.starts_with("{\"Concat\"");
        if (!structure || !settle_struct(porting, definition, node_of_json(word.text), settled)) out.push_back(word);
        else
            for (std::string& one : settled) out.push_back({std::move(one)});
    }
    words = std::move(out);
}

bool any_word(const Definition& definition, const std::string& text) {
    const auto in = [&](const std::vector<Scalar>& words) { return std::any_of(words.begin(), words.end(), [&](const Scalar& word) { return word.text.find(text) != std::string::npos; }); };
    return in(definition.command) || in(definition.args);
}

void replace_everywhere(Definition& definition, const std::string& from, const std::string& to) {
    for (std::vector<Scalar>* words : {&definition.command, &definition.args})
        for (Scalar& word : *words)
            for (std::size_t at = word.text.find(from); at != std::string::npos; at = word.text.find(from, at + to.size())) word.text.replace(at, from.size(), to);
}

bool takes_lists(const Porting& porting, const Definition& definition) {
    const auto list = [&](const char* where, const std::string& name) { return porting.artifact_type(definition, where, name).is_true("isArtifactList"); };
    return std::any_of(definition.files.begin(), definition.files.end(), [&](const InputFile& f) { return list("inputDefinitions", f.name); }) ||
           std::any_of(definition.outputs.begin(), definition.outputs.end(), [&](const Output& o) { return o.artifact && list("outputDefinitions", o.name); });
}

// The type that one element has of what a loop's task gives as a list.
std::string element_type(const Flow& flow, const Definition& looped, const std::string& output) {
    const Definition* definition = &looped;
    std::string name = output;
    for (int depth = 0; definition && depth < 50; ++depth) {
        const auto found = std::find_if(definition->outputs.begin(), definition->outputs.end(), [&](const Output& o) { return o.name == name; });
        if (found == definition->outputs.end()) return {};
        if (!definition->body) return name_of_type(found->type);
        const Task* inner = find_task(*definition->body, found->expression.task);
        name = found->expression.name;
        definition = inner ? definition_of(flow, *inner) : nullptr;
    }
    return {};
}

std::string items_of(const Porting& porting, const Definition& definition, const std::string& input, int depth = 0) {
    for (const Use& use : porting.uses_of(definition)) {
        const Binding* given = given_to(*use.task, input);
        if (!given || depth > 50) continue;
        if (given->value.source == Source::param && use.around) {      // handed on by the group around
            if (std::string found = items_of(porting, *use.around, given->value.name, depth + 1); !found.empty()) return found;
            continue;
        }
        const Task* producer = given->value.source == Source::output ? find_task(*use.body, given->value.task) : nullptr;
        const Definition* made_by = producer && producer->loop ? definition_of(porting.flow, *producer) : nullptr;
        if (made_by) return element_type(porting.flow, *made_by, given->value.name);
    }
    return {};
}

bool told_status(const Porting& porting, const Definition& definition, const std::string& input) {
    const std::vector<Use>& uses = porting.uses_of(definition);
    return std::any_of(uses.begin(), uses.end(), [&](const Use& use) {
        const Binding* given = given_to(*use.task, input);
        return given && given->value.source == Source::status;
    });
}

bool takes_everything(const Definition& definition) { return any_word(definition, "{{$}}") && any_word(definition, "python"); }

void put_launcher(const Porting& porting, Definition& definition) {
    Launcher launcher;
    for (const Parameter& input : definition.inputs) {
        const bool status = told_status(porting, definition, input.name);
        if (input.type == ValueType::any && !status && is_optional_without_default(input)) continue;      // TASK_CONFIG: nobody gives it
        launcher.parameters.push_back({input.name, status ? "TASK_FINAL_STATUS" : name_of_type(input.type), input.type == ValueType::list ? items_of(porting, definition, input.name) : std::string(), is_optional_without_default(input)});
    }
    for (const InputFile& file : definition.files) launcher.inputs.push_back(porting.described(definition, "inputDefinitions", file.name));
    for (const Output& output : definition.outputs) {
        if (output.artifact) launcher.artifacts.push_back(porting.described(definition, "outputDefinitions", output.name));
        else launcher.outputs.push_back(output.name);
    }
    for (const Launcher::Artifact& one : launcher.inputs) replace_everywhere(definition, "{{$.inputs.artifacts['" + one.name + "'].uri}}", input_path(one.name));
    for (const Launcher::Artifact& one : launcher.artifacts) replace_everywhere(definition, "{{$.outputs.artifacts['" + one.name + "'].uri}}", output_path(one.name));
    std::vector<Scalar> component = definition.command;
    component.insert(component.end(), definition.args.begin(), definition.args.end());
    std::tie(definition.command, definition.args) = launcher.words(any_word(definition, "python3") ? "python3" : "python", component);
}

// The launcher makes the folders of output files; here a line of sh does.
void put_folders(Definition& definition) {
    std::string folders;
    for (const Output& output : definition.outputs)
        if (any_word(definition, output_path(output.name)) && output.name.find('\'') == std::string::npos) folders += " '/tmp/outputs/" + output.name + "'";
    if (folders.empty() || definition.command.empty()) return;
    std::vector<Scalar> args = definition.command;
    args.insert(args.end(), definition.args.begin(), definition.args.end());
    definition.command = {{"sh"}, {"-c"}, {"mkdir -p" + folders + " || exit\nexec \"$0\" \"$@\"\n"}};
    definition.args = std::move(args);
}

void place_files(const Porting& porting, Definition& definition, bool launched) {
    for (InputFile& file : definition.files) {
        if (porting.folders) file.path = artifact_input(file.name);
        else if (file.path.empty() && any_word(definition, input_path(file.name))) file.path = input_path(file.name);
        file.optional = file.optional || (launched && present(porting, definition, file.name) != std::optional<bool>(true));
    }
    for (Output& output : definition.outputs)
        if (launched || !output.path.empty()) output.path = output.artifact && porting.folders ? artifact_output(output.name) : output_path(output.name);
}

constexpr std::pair<std::string_view, std::string_view> run_names[] = {
    {"{{$.pipeline_job_name}}", "{{workflow.name}}"}, {"{{$.pipeline_job_resource_name}}", "{{workflow.name}}"}, {"{{$.pipeline_job_uuid}}", "{{workflow.uid}}"}};

bool is_run_name(std::string_view text) {
    return text == "{{$.pipeline_task_name}}" || std::any_of(std::begin(run_names), std::end(run_names), [&](const auto& name) { return name.first == text; });
}

// "{{$.outputs.artifacts['x'].uri}}" out of a word, as a reason.
std::string launchers(const std::string& word) {
    const std::size_t start = word.find("{{$"), end = start == std::string::npos ? start : word.find("}}", start);
    return end == std::string::npos ? "IfPresent or Concat of the KFP launcher" : word.substr(start, end + 2 - start);
}

// What is told to a pod and the model has no field for. Labels and annotations do not change what runs: said, not refused.
void note_pod(const Porting& porting, Definition& definition) {
    const std::string label = porting.components.at(definition.name).text_at("executorLabel");
    const Place config = porting.pods.at(label);
    for (const char* key : {"configMapAsEnv", "fieldPathAsEnv", "initContainers", "securityContext", "nodeAffinity", "podAffinity"})
        if (config.has(key)) definition.unsupported.push_back(key);
    if (config.down("nodeSelector/nodeSelectorJson")) definition.unsupported.push_back("nodeSelectorJson");
    for (const Place& toleration : config.at("tolerations").items())
        if (toleration.has("tolerationJson")) definition.unsupported.push_back("tolerationJson");
    const Place accelerator = porting.executors.at(label).down("container/resources/accelerator");
    if (accelerator && !definition.environment.gpu) definition.unsupported.push_back("accelerator " + accelerator.text_at(accelerator.has("resourceType") ? "resourceType" : "type"));
    // The name of a secret or claim that comes out of a value.
    const auto named = [&](const std::string& name) {
        if (!references_in(name).empty()) definition.unsupported.push_back("a name from " + name);
    };
    for (const Binding& variable : definition.environment.env)
        if (variable.value.source == Source::secret) named(variable.value.task);
    for (const Volume& volume : definition.environment.volumes) named(volume.source);
    for (const std::string& secret : definition.environment.pull_secrets) named(secret);
}

// CEL that has no words elsewhere.
void note_condition(const Porting& porting, const Definition& from, Definition& definition) {
    for (const Use& use : porting.uses_of(from))
        if (is_cel(use.task->when) && is_cel(condition_text(use.task->when, [&](std::string_view input) { return tag_of_input(*use.task, input); })))
            definition.unsupported.push_back("the condition " + use.task->when);
}

DefinitionPtr ported(const Porting& porting, const Definition& from) {
    Definition definition = from;
    std::erase_if(definition.unsupported, [](const std::string& what) { return what == "{{$}} of the KFP launcher"; });
    if (definition.kind != DefinitionKind::container) return std::make_shared<const Definition>(std::move(definition));
    note_pod(porting, definition);
    settle_words(porting, definition, definition.command);
    settle_words(porting, definition, definition.args);
    const bool lists = takes_lists(porting, definition), launched = takes_everything(definition) && !lists;
    place_files(porting, definition, launched);
    if (launched) put_launcher(porting, definition);
    else put_folders(definition);
    for (const std::vector<Scalar>* words : {&definition.command, &definition.args})
        for (const Scalar& word : *words)
            if (needs_launcher(word.text)) definition.unsupported.push_back(lists ? std::string("a list of artifacts") : launchers(word.text));
    for (const Use& use : porting.uses_of(from))
        for (const InputFile& file : use.task->files)
            if (!use.around && file.from && file.from->source == Source::param) definition.unsupported.push_back("the pipeline's file " + file.from->name);
    note_condition(porting, from, definition);
    for (const Use& use : porting.uses_of(from))       // constants of its tasks
        for (const Binding& param : use.task->params)
            if (param.value.source == Source::literal && needs_launcher(param.value.text) && !is_run_name(param.value.text)) definition.unsupported.push_back(launchers(param.value.text));
    return std::make_shared<const Definition>(std::move(definition));
}

TaskPtr ported(const TaskPtr& from);

Handler ported(const Handler& from) {
    Handler handler = from;
    handler.task = ported(from.task);
    return handler;
}

TaskPtr ported(const TaskPtr& from) {
    Task task = *from;
    for (Binding& param : task.params) {
        if (param.value.source != Source::literal) continue;
        if (param.value.text == "{{$.pipeline_task_name}}") param.value.text = task.name;
        for (const auto& [theirs, ours] : run_names)
            if (param.value.text == theirs) param.value = Value{Source::text, std::string(ours)};
    }
    if (is_cel(task.when)) task.when = condition_text(task.when, [&](std::string_view input) { return tag_of_input(*from, input); });
    for (InputFile& file : task.files)      // a file that the group around was given, not a parameter of that name
        if (file.from && file.from->source == Source::param) file.from = Value{Source::text, "{{inputs.artifacts." + file.from->name + "}}"};
    for (Handler& handler : task.handlers) handler = ported(handler);
    return std::make_shared<const Task>(std::move(task));
}

Body ported(const Body& from) {
    Body body;
    for (const TaskPtr& task : from.tasks) body.tasks.push_back(ported(task));
    for (const Handler& handler : from.handlers) body.handlers.push_back(ported(handler));
    return body;
}

}  // namespace

namespace {

// What is left behind without changing what a task does.
void note(const Porting& porting, Portable& out) {
    const auto say = [&](Message what, const Task* task) {
        Remark remark;
        remark.fit = Fit::lowered;
        remark.what = std::move(what);
        remark.task = task ? task->id : 0;
        if (task) remark.path = "tasks." + task->name;
        out.remarks.push_back(std::move(remark));
    };
    bool cached = false;
    const auto look = [&](const Place& dag) {
        for (const Place::Named& task : dag.at("tasks").entries()) cached = cached || task.value.at("cachingOptions").is_true("enableCache");
    };
    for (const Place::Named& component : porting.components.entries()) look(component.value.at("dag"));
    look(Place{porting.flow.origin ? porting.flow.origin->items.front() : nullptr, "", 0}.down("root/dag"));
    if (cached) say({WEFT_TR("core", "KFP takes the results of an earlier run where nothing changed (caching); here every task runs")}, nullptr);
    if (porting.folders) say({WEFT_TR("core", "Python lines stand in for KFP's launcher: the URI of a file is its path in the pod, its metadata travels beside it")}, nullptr);
    for (const DefinitionPtr& definition : porting.flow.definitions) {
        const std::vector<Use>& uses = porting.uses_of(*definition);
        if (porting.pods.at(porting.components.at(definition->name).text_at("executorLabel")).has("podMetadata") && !uses.empty())
            say({WEFT_TR("core", "labels and annotations of the pod are left out")}, uses.front().task);
    }
}

}  // namespace

Portable portable(const Flow& flow) {
    const auto document = [&](std::size_t at) { return Place{flow.origin && at < flow.origin->items.size() ? flow.origin->items[at] : nullptr, "", at}; };
    Porting porting{flow, document(0).at("components"), document(0).down("deploymentSpec/executors"), document(1).down("platforms/kubernetes/deploymentSpec/executors"), {}, false};
    add_uses(porting.uses, flow.main, nullptr);
    for (const DefinitionPtr& definition : flow.definitions) {
        if (definition->body) add_uses(porting.uses, *definition->body, definition.get());
        porting.folders = porting.folders || takes_everything(*definition);
    }
    Portable out{flow, {}};
    out.flow.main = ported(flow.main);
    for (DefinitionPtr& definition : out.flow.definitions) {
        if (!definition->body) {
            definition = ported(porting, *definition);
            continue;
        }
        Definition group = *definition;
        note_condition(porting, *definition, group);
        group.body = std::make_shared<const Body>(ported(*definition->body));
        for (Output& output : group.outputs)
            if (output.artifact && output.expression.source == Source::output) output.expression = Value{Source::text, tag_of(output.expression, true)};
        definition = std::make_shared<const Definition>(std::move(group));
    }
    note(porting, out);
    return out;
}

}  // namespace weft::kfp
