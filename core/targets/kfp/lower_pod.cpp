// A command or a script as a component with a container executor.
#include <algorithm>

#include "core/model/environment.h"
#include "core/targets/kfp/entrypoints.h"
#include "core/targets/kfp/lower.h"
#include "core/targets/kfp/reading.h"
#include "core/targets/kfp/settling.h"
#include "core/targets/kfp/wrapper.h"

namespace weft::kfp {
namespace {

struct Pod {
    Lowering& lowering;
    Scope& scope;          // around the task
    const Task& task;
    const Definition& definition;
    const std::string where;
    Task use;
    Definition made;
    Wrapper wrapper;
    NewInputs embedded;
    std::map<std::string, std::string, std::less<>> own;    // our input -> KFP's
    std::set<std::string> statuses;                         // inputs that hold the status

    bool input_exists(const std::string& name) const { return std::any_of(made.inputs.begin(), made.inputs.end(), [&](const Parameter& p) { return p.name == name; }); }

    std::string add_input(const std::string& wanted, ValueType type, std::optional<Value> value) {
        Parameter input;
        input.name = kfp_parameter_name(wanted);
        for (int n = 2; input_exists(input.name); ++n) input.name = kfp_parameter_name(wanted) + "_" + std::to_string(n);
        input.type = type;
        input.value = std::move(value);
        made.inputs.push_back(input);
        return input.name;
    }

    bool is_status(const Value& value) const {
        if (value.source == Source::status) return true;
        return scope.handler && scope.params.count("weft status") && value.source == Source::param && value.name == scope.params.at("weft status");
    }

    void own_inputs() {
        for (const Parameter& input : definition.inputs) {
            std::optional<Value> value;
            if (input.value && references(*input.value).empty()) value = settled_literal(Value{Source::literal, input.value->text}, ValueType::string);
            else if (input.value) value = std::nullopt;
            own[input.name] = add_input(input.name, ValueType::string, value);
            const bool given = std::any_of(task.params.begin(), task.params.end(), [&](const Binding& b) { return b.name == input.name; });
            if (input.value && !references(*input.value).empty() && !given) bind(own[input.name], *input.value);
        }
        for (const Binding& param : task.params) {
            if (!own.count(param.name)) own[param.name] = add_input(param.name, ValueType::string, std::nullopt);
            bind(own[param.name], param.value);
        }
    }

    void bind(const std::string& input, const Value& given) {
        const Value value = body_value(lowering, scope, use, embedded, given, where);
        if (is_status(value)) mark_status(input, value);
        use.params.push_back({input, value});
    }

    void mark_status(const std::string& input, const Value& value) {
        statuses.insert(input);
        for (Parameter& one : made.inputs) {
            if (one.name != input) continue;
            one.type = value.source == Source::status ? ValueType::any : ValueType::map;
            one.value = optional_without_default();
        }
    }

    // A value of the body around as an input; the same value comes in once.
    std::string passed(const Reference& tag) {
        bool known = false;
        const Value value = value_of(lowering, scope, tag, where, &known);
        if (!known) return {};
        for (const Binding& given : use.params)
            if (given.value == value && value.source != Source::literal) return given.name;
        const std::string wanted = is_status(value) ? "status" : value.source == Source::output ? value.task + "_" + value.name : tag.name.empty() ? "item" : tag.name.starts_with("parameters.") ? tag.name.substr(11) : tag.name;
        const std::string input = add_input(wanted, ValueType::string, std::nullopt);
        if (is_status(value)) mark_status(input, value);
        use.params.push_back({input, value});
        return input;
    }

    // A text that stands in the container.
    std::string text(const std::string& given) {
        std::string out = given;
        const std::vector<Reference> tags = references_in(given);
        for (auto tag = tags.rbegin(); tag != tags.rend(); ++tag) {
            if (tag->kind == Reference::Kind::param && tag->artifact && tag->simple) {
                out.replace(tag->at, tag->tag.size(), input_path(kfp_parameter_name(tag->name)));
                continue;
            }
            const auto mine = tag->kind == Reference::Kind::param && tag->simple ? own.find(tag->name) : own.end();
            const std::string input = mine != own.end() ? mine->second : passed(*tag);
            if (input.empty()) continue;
            const bool status = statuses.count(input) > 0;
            if (status) wrapper.status = "{{params." + input + "}}";
            out.replace(tag->at, tag->tag.size(), status ? std::string(status_mark) : "{{params." + input + "}}");
        }
        return out;
    }

    std::vector<Scalar> texts(const std::vector<Scalar>& words) {
        std::vector<Scalar> out;
        for (const Scalar& word : words) out.push_back({text(word.text)});
        return out;
    }

    void variables(const Environment& merged) {
        std::set<std::string> named;
        for (const Binding& variable : merged.env) named.insert(variable.name);
        if (lowering.flow.format != "argo")
            for (const auto& [ours, input] : own)
                if (!named.count(ours) && is_variable(ours)) wrapper.variables.push_back({ours, "{{params." + input + "}}", statuses.count(input) > 0});
        for (const Binding& variable : merged.env) {
            Value value = variable.value;
            if (value.source == Source::secret || (value.source == Source::literal && references_in(value.text).empty())) {
                made.environment.env.push_back(value.source == Source::secret ? Binding{variable.name, Value{Source::secret, {}, value.task, value.name}} : Binding{variable.name, Value{Source::literal, value.text}});
                continue;
            }
            std::string words = tag_of(value);
            if (value.source == Source::literal || value.source == Source::text) words = value.text;
            if (value.source == Source::status) words = "{{workflow.status}}";
            const std::vector<Reference> tags = references_in(words);
            if (tags.empty()) {
                made.environment.env.push_back({variable.name, Value{Source::literal, words}});
                continue;
            }
            if (!is_variable(variable.name)) {
                lowering.refuse({WEFT_TR("core", "%1: the variable `%2` is filled in when the task starts, and its name is none that a shell takes"), {where, variable.name}});
                continue;
            }
            const bool one_status = tags.size() == 1 && tags[0].tag.size() == words.size() && tags[0].kind == Reference::Kind::workflow && tags[0].name.ends_with("status");
            if (one_status) {
                const std::string input = passed(tags[0]);
                wrapper.variables.push_back({variable.name, "{{params." + input + "}}", true});
                continue;
            }
            wrapper.variables.push_back({variable.name, text(words), false});
        }
    }

    void outputs() {
        const auto read = lowering.read.find(original_of(scope, task.name) ? original_of(scope, task.name) : &task);
        for (const Output& output : definition.outputs) {
            const bool used = read != lowering.read.end() && read->second.count(output.name);
            const bool printed = output.from == OutputFrom::standard_output;
            if (output.from == OutputFrom::exit_code) continue;       // refused where it is read
            if (printed && !used) continue;
            if (output.from == OutputFrom::expression) {
                lowering.refuse({WEFT_TR("core", "%1: the output `%2` is an expression, which a container does not have"), {where, output.name}});
                continue;
            }
            if (output.from == OutputFrom::file && output.path.empty() && output.artifact && !used && lowering.flow.format == "argo") continue;
            Output out;
            out.name = kfp_parameter_name(output.name);
            out.artifact = output.artifact;
            const bool list = read != lowering.read.end() && lowering.lists.count({read->first, output.name}) > 0;
            out.type = output.artifact ? ValueType::any : list ? ValueType::list : output.type == ValueType::any || output.type == ValueType::file ? ValueType::string : output.type;
            made.outputs.push_back(out);
            std::string file = output.path.empty() ? "\"$WEFT_OUTPUTS\"/'" + output.name + "'" : "'" + output.path + "'";
            if (printed) file.clear();
            if (output.path.find('\'') != std::string::npos || output.name.find('\'') != std::string::npos || !references_in(output.path).empty())
                lowering.refuse({WEFT_TR("core", "%1: the path of the output `%2` must be fixed and without quotes"), {where, output.name}});
            std::optional<std::string> fallback = output.fallback;
            if (!fallback && output.optional) fallback = std::string();
            wrapper.outputs.push_back({std::move(file), output_path(out.name), output.artifact, std::move(fallback)});
        }
        std::stable_partition(made.outputs.begin(), made.outputs.end(), [](const Output& o) { return !o.artifact; });
        for (Output& output : made.outputs) output.path = output_path(output.name);
    }

    void files() {
        std::vector<InputFile> all = definition.files;
        for (const InputFile& given : task.files) {
            const auto known = std::find_if(all.begin(), all.end(), [&](const InputFile& f) { return f.name == given.name; });
            if (known == all.end()) {
                all.push_back(given);
                continue;
            }
            if (given.from) known->from = given.from, known->raw.reset();
            if (given.raw) known->raw = given.raw, known->from.reset();
            if (!given.path.empty()) known->path = given.path;
        }
        for (const InputFile& file : all) {
            if (file.raw) {
                if (!file.path.empty()) wrapper.files.push_back({file.path, text(*file.raw), true});
                continue;
            }
            if (!file.from && file.optional) continue;
            const std::vector<Reference> tags = file.from ? references(*file.from) : std::vector<Reference>{};
            const Task* producer = tags.size() == 1 ? original_of(scope, tags[0].task) : nullptr;
            const Definition* made_by = producer ? definition_of(lowering.flow, *producer) : nullptr;
            if (made_by && std::any_of(made_by->outputs.begin(), made_by->outputs.end(), [&](const Output& o) { return o.name == tags[0].name && !o.artifact; })) {
                if (!file.path.empty()) wrapper.files.push_back({file.path, "{{params." + passed(tags[0]) + "}}", true});
                continue;
            }
            const std::optional<Value> from = file_value(lowering, scope, file, where);
            if (!from) continue;
            InputFile input;
            input.name = kfp_parameter_name(file.name);
            made.files.push_back(input);
            InputFile argument;
            argument.name = input.name;
            argument.from = *from;
            use.files.push_back(std::move(argument));
            if (!file.path.empty()) wrapper.files.push_back({file.path, input_path(input.name), false});
        }
    }

    void environment(const Environment& merged) {
        Environment& e = made.environment;
        const std::vector<Binding> env = std::move(e.env);
        e = merged;
        e.env = env;
        if (!e.image && !lowering.options.default_image.empty()) e.image = lowering.options.default_image;
        if (!e.image) lowering.refuse({WEFT_TR("core", "%1 has no image"), {where}});
        else if (e.image->starts_with("argostub/")) lowering.refuse({WEFT_TR("core", "%1: KFP keeps the image name `%2` for itself"), {where, *e.image}});
        if (e.image) e.image = text(*e.image);
        for (std::optional<Scalar>* field : {&e.cpu, &e.memory, &e.cpu_limit, &e.memory_limit, &e.gpu})
            if (*field) *field = Scalar{text((*field)->text)};
        if (e.gpu && e.gpu->text == "0") e.gpu.reset();
        if (e.service_account) {
            if (lowering.flow.environment.service_account != e.service_account)
                lowering.refuse({WEFT_TR("core", "%1: KFP runs all tasks of a pipeline under one service account"), {where}});
            lowering.note({WEFT_TR("core", "the service account `%1` is not part of the file: choose it when you start the run"), {*e.service_account}});
            e.service_account.reset();
        }
        for (const Binding& label : e.node_selector)
            if (!references_in(label.value.text).empty()) lowering.refuse({WEFT_TR("core", "%1: the node selector `%2` must be fixed"), {where, label.name}});
        std::erase_if(e.volumes, [](const Volume& v) { return v.path.empty(); });
        for (Volume& volume : e.volumes) {
            if (volume.kind != Volume::Kind::claim_template || !lowering.claims.count(volume.name)) continue;
            const Value name = claim_value(lowering, scope, volume.name);
            volume.kind = Volume::Kind::claim;
            volume.source = tag_of(name);
            volume.size.reset();
        }
        Definition probe;
        probe.name = where;
        probe.kind = DefinitionKind::container;
        probe.args = {{"x"}};
        probe.environment = e;
        if (Message why = settle_definition(probe, nullptr); !why.empty()) lowering.refuse(std::move(why));
        else e = probe.environment;
    }

    // KFP puts its launcher where the image's entrypoint stood, so the entrypoint becomes the command.
    void write_entrypoint(const std::optional<std::string>& image, std::vector<Scalar>& command, std::vector<Scalar>& args) {
        const Entrypoint* known = image ? known_entrypoint(*image) : nullptr;
        if (!known) return;
        for (const char* word : known->entrypoint) command.push_back({word});
        if (args.empty())
            for (const char* word : known->command) (command.empty() ? command : args).push_back({word});
        if (command.empty()) {                   // no entrypoint: the arguments are the program
            command.push_back(args.front());
            args.erase(args.begin());
        }
        lowering.note({WEFT_TR("core", "%1: the program of the image `%2` is written out, because KFP replaces the entrypoint"), {where, *image}});
    }

    void run() {
        made.kind = DefinitionKind::container;
        own_inputs();
        refuse_missing(lowering, made.inputs, use, where);
        Environment merged = effective_environment(lowering.flow, task, scope.enclosing).merged;
        if (!merged.image) merged.image = definition.environment.image;      // of a container that was made up for it
        variables(merged);
        outputs();
        files();
        wrapper.working_dir = text(definition.working_dir);
        const auto mentions = [](const std::vector<Scalar>& words) { return std::any_of(words.begin(), words.end(), [](const Scalar& w) { return w.text.find(outputs_variable) != std::string::npos; }); };
        wrapper.outputs_folder = definition.source.find(outputs_variable) != std::string::npos || mentions(definition.command) || mentions(definition.args);
        std::vector<Scalar> command = texts(definition.command), args = texts(definition.args), program;
        if (definition.kind == DefinitionKind::script) {
            Definition script = definition;
            script.command = command;
            script.source = text(definition.source);
            program = script_words(script);
            program.insert(program.end(), args.begin(), args.end());
            command.assign(program.begin(), program.begin() + 1);
            args.assign(program.begin() + 1, program.end());
        } else {
            if (command.empty()) write_entrypoint(merged.image, command, args);
            if (command.empty()) lowering.refuse({WEFT_TR("core", "%1 relies on the entrypoint of its image; KFP replaces that, so write the command out"), {where}});
            program = command;
            program.insert(program.end(), args.begin(), args.end());
        }
        const bool dynamic = !command.empty() && command.front().text.find("{{params.") != std::string::npos;
        if (wrapper.needed() || dynamic) std::tie(command, args) = wrapper.words(program);
        made.command = std::move(command);
        made.args = std::move(args);
        environment(merged);
        const std::string& limit = task.timeout.empty() ? definition.timeout : task.timeout;
        made.timeout = limit.empty() ? std::string() : seconds_of(limit);
        if (!limit.empty() && made.timeout.empty()) lowering.refuse({WEFT_TR("core", "%1: the time limit `%2` is no duration"), {where, limit}});
        use.retry = lowered_retry(lowering, task.retry ? task.retry : definition.retry, where);
        for (const auto& [component, inputs] : embedded.by_component) add_inputs(made, inputs);
        use.definition = lowering.add_component(std::move(made), kfp_name(task.definition.empty() ? task.name : task.definition.starts_with("comp-") ? task.definition.substr(5) : task.definition));
    }
};

}  // namespace

TaskPtr lower_pod(Lowering& lowering, Scope& scope, const Task& task, const Definition& definition, Task use) {
    Pod pod{lowering, scope, task, definition, where_of(scope, task.name), std::move(use), {}, {}, {}, {}, {}};
    pod.run();
    return std::make_shared<const Task>(std::move(pod.use));
}

}  // namespace weft::kfp
