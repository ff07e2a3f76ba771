// One task's container: the command in a small shell frame that sets variables from inputs and leaves outputs where Flyte fetches them.
#include <algorithm>

#include "core/model/graph.h"
#include "core/targets/flyte/lower.h"
#include "core/targets/flyte/reading.h"

namespace weft::flyte {
namespace {

std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
    return out + "'";
}

struct Pod {
    Lowering& lowering;
    Site& scope;
    const Task& task;
    std::map<std::string, Value, std::less<>> own;   // the task's parameters by name
    std::vector<Parameter> inputs;
    std::vector<Binding> arguments;
    std::vector<std::string> words;                  // in front of the command: "$1", "$2" … of the frame
    std::string frame;                               // lines that run first

    // The input that brings a value in; "" when the value is a text by itself, which then stands in `literal`.
    std::string input(const Value& given, const std::string& wanted, std::string& literal) {
        const Value value = given.source == Source::item ? given : lowered_value(lowering, scope, task, given);
        if (value.source == Source::literal) {
            literal = value.text;
            return {};
        }
        if (value.source == Source::text)
            lowering.refuse(task, scope, {WEFT_TR("core", "Flyte binds whole values, not the text %1 made of several"), {value.text}}, WEFT_TR("core", "build the text inside the task"));
        if (value.source == Source::item && !value.name.empty())
            lowering.refuse(task, scope, {WEFT_TR("core", "Flyte hands on an item as a whole, not its field %1"), {value.name}}, WEFT_TR("core", "loop over plain values"));
        if (value.source == Source::item && !task.loop) lowering.refuse(task, scope, WEFT_TR("core", "there is no loop whose item could be read"));
        for (const Binding& known : arguments)
            if (known.value == value) return known.name;
        std::set<std::string> taken;
        for (const Parameter& one : inputs) taken.insert(one.name);
        Parameter made{free_name(taken, variable_name(wanted))};
        made.type = value.source == Source::item ? ValueType::list : lowered_type(lowering, scope, value);
        inputs.push_back(made);
        arguments.push_back({made.name, value});
        return made.name;
    }

    // Flyte puts the values in before the container starts.
    // A parameter whose value is a text speaks of the parameters outside (`outside`): its own of the same name would go round for ever.
    std::string text(const std::string& given, bool outside = false) {
        std::string out;
        std::size_t at = 0;
        for (const Reference& tag : references_in(given)) {
            out += given.substr(at, tag.at - at);
            at = tag.at + tag.tag.size();
            bool known = false;
            Value value = value_of_tag(lowering, tag.tag, known);
            if (!known) {
                if (!tag.tag.starts_with("{{."))   // Flyte's own template
                    lowering.refuse(task, scope, {WEFT_TR("core", "Flyte has nothing for %1"), {tag.tag}}, WEFT_TR("core", "take it out, or pass a parameter"));
                out += tag.tag;
                continue;
            }
            const auto mine = value.source == Source::param && !outside ? own.find(value.name) : own.end();
            if (mine != own.end()) value = mine->second;
            if (value.source == Source::text) {
                out += text(value.text, mine != own.end() || outside);
                continue;
            }
            std::string literal;
            const std::string name = input(value, value.source == Source::output ? value.task + "." + value.name : value.name.empty() ? "item" : value.name, literal);
            out += name.empty() ? literal : "{{.inputs." + name + "}}";
        }
        return out + given.substr(std::min(at, given.size()));
    }

    std::string word(std::string value) {
        words.push_back(std::move(value));
        return "\"$" + (words.size() > 9 ? "{" + std::to_string(words.size()) + "}" : std::to_string(words.size())) + "\"";
    }

    // A variable: literal ones belong to the container, the others are set by the frame.
    void variable(const std::string& name, const Value& value, std::vector<Binding>& env, bool outside = false) {
        if (value.source == Source::secret) return env.push_back({name, value});
        if (value.source == Source::literal && value.text.find("{{") == std::string::npos) return env.push_back({name, Value{Source::literal, value.text}});
        std::string made = value.source == Source::literal || value.source == Source::text ? text(value.text, outside) : std::string();
        if (value.source != Source::literal && value.source != Source::text) {
            std::string literal;
            const std::string from = input(value, name, literal);
            made = from.empty() ? literal : "{{.inputs." + from + "}}";
        }
        if (made.find("{{.inputs.") == std::string::npos) return env.push_back({name, Value{Source::literal, made}});
        frame += "export " + name + "=" + word(made) + "\n";
    }
};

std::string folder_line(const std::string& path) { return path.find('/') == std::string::npos ? "" : "mkdir -p \"$(dirname " + quoted(path) + ")\"\n"; }

void add_files(Pod& pod, const Definition& definition) {
    std::vector<InputFile> files = definition.files;
    for (const InputFile& file : pod.task.files) {
        const auto known = std::find_if(files.begin(), files.end(), [&](const InputFile& f) { return f.name == file.name; });
        if (known == files.end()) files.push_back(file);
        else if (file.from) known->from = file.from, known->raw = file.raw;
        else if (file.raw) known->raw = file.raw;
    }
    for (const InputFile& file : files) {
        const std::string path = file.path.empty() ? file.name : file.path;
        if (file.raw) {
            pod.frame += folder_line(path) + "printf %s " + pod.word(pod.text(*file.raw)) + " > " + quoted(path) + "\n";
        } else if (file.from) {
            std::string literal;
            const std::string input = pod.input(*file.from, file.name, literal);
            for (Parameter& made : pod.inputs)
                if (made.name == input) made.type = ValueType::file;
            if (!input.empty()) pod.frame += folder_line(path) + "cp -R " + quoted(std::string(inputs_folder) + "/" + input) + " " + quoted(path) + "\n";
        } else if (!file.optional) {
            pod.lowering.refuse(pod.task, pod.scope, {WEFT_TR("core", "nothing says where the file %1 comes from"), {file.name}});
        }
    }
}

// Lines behind the command: every output as a file of its name, without the line feed at its end (a number would not be read with it).
std::string output_lines(Pod& pod, const Definition& definition, Definition& made) {
    std::string out;
    for (const Output& output : definition.outputs) {
        if (output.from == OutputFrom::exit_code || (output.from == OutputFrom::standard_output && pod.lowering.flow.format == "argo" && output.name == "result")) {
            bool read = output.from == OutputFrom::exit_code;
            for_each_task(pod.lowering.flow, [&](const std::string&, const Task& other, const Handler*) {
                for (const FieldReference& reference : references_of(pod.lowering.flow, other)) read = read || (reference.reference.task == pod.task.name && reference.reference.name == output.name);
            });
            if (!read) continue;
        }
        Output lowered;
        lowered.name = variable_name(output.name);
        lowered.path = std::string(outputs_folder) + "/" + lowered.name;
        lowered.type = output_type(pod.lowering, pod.task, output);
        lowered.artifact = lowered.type == ValueType::file;
        const std::string own = output.from == OutputFrom::standard_output ? "/tmp/weft-stdout" : output.path.empty() ? std::string(outputs_folder) + "/" + output.name : output.path;
        const std::string to = quoted(lowered.path);
        if (lowered.artifact) {
            if (own != lowered.path) out += "cp -R " + quoted(own) + " " + to + "\n";
        } else {
            if (output.fallback) out += "[ -e " + quoted(own) + " ] || printf %s " + quoted(*output.fallback) + " > " + to + "\n";
            out += (output.fallback ? "[ ! -e " + quoted(own) + " ] || " : "") + std::string("printf %s \"$(cat ") + quoted(own) + ")\" > " + to + ".new" + " && mv " + to + ".new " + to + "\n";
        }
        made.outputs.push_back(std::move(lowered));
    }
    return out;
}

std::vector<std::string> command_of(Pod& pod, const Definition& definition) {
    std::vector<std::string> argv;
    for (const Scalar& word : definition.command) argv.push_back(pod.text(word.text));
    if (definition.kind == DefinitionKind::script) {
        if (argv.empty()) argv = {"sh"};
        pod.frame += "printf %s " + pod.word(pod.text(definition.source)) + " > /tmp/weft-script\n";
        argv.push_back("/tmp/weft-script");
    }
    for (const Scalar& word : definition.args) argv.push_back(pod.text(word.text));
    return argv;
}

std::vector<Scalar> scalars(const std::vector<std::string>& words) {
    std::vector<Scalar> out;
    for (const std::string& word : words) out.push_back({word, false});
    return out;
}

void frame_command(Pod& pod, const Definition& definition, const std::vector<std::string>& argv, const std::string& after, bool forgiven, Definition& made) {
    const bool printed = std::any_of(made.outputs.begin(), made.outputs.end(), [](const Output&) { return true; }) &&
                         std::any_of(definition.outputs.begin(), definition.outputs.end(), [](const Output& o) { return o.from == OutputFrom::standard_output; }) &&
                         after.find("/tmp/weft-stdout") != std::string::npos;
    if (pod.frame.empty() && after.empty() && !forgiven) {
        made.command = scalars(argv);
        return;
    }
    std::string script = pod.frame;
    if (argv.empty()) pod.lowering.refuse(pod.task, pod.scope, WEFT_TR("core", "the task names no command: Flyte's export runs it in a shell and must know it"), WEFT_TR("core", "write the image's command into the task"));
    if (!pod.words.empty()) script += "shift " + std::to_string(pod.words.size()) + "\n";
    if (after.empty() && !forgiven) script += "exec \"$@\"\n";
    else if (printed) script += "\"$@\" > /tmp/weft-stdout; code=$?; cat /tmp/weft-stdout\n" + std::string(forgiven ? "" : "[ $code -eq 0 ] || exit $code\n");
    else script += forgiven ? "\"$@\" || echo \"failed with $?; the flow goes on\" >&2\n" : "\"$@\" || exit $?\n";
    script += after;
    made.command = {{"sh", false}, {"-c", false}, {script, false}};
    made.args = scalars({"weft"});
    for (const std::string& word : pod.words) made.args.push_back({word, false});
    for (const std::string& word : argv) made.args.push_back({word, false});
}

}  // namespace

void lower_pod(Lowering& lowering, Site& scope, const Task& task, const Definition& definition, Task& use) {
    Pod pod{lowering, scope, task, {}, {}, {}, {}, {}};
    Definition made;
    made.kind = DefinitionKind::container;
    for (const Parameter& input : definition.inputs)
        if (input.value) pod.own[input.name] = *input.value;
    for (const Binding& param : task.params) pod.own[param.name] = param.value;
    Environment merged = effective_environment(lowering.flow, task, scope.enclosing).merged;
    made.environment = merged;
    made.environment.env.clear();
    if (!made.environment.image && !lowering.options.default_image.empty()) made.environment.image = lowering.options.default_image;
    const auto set_later = [&](const std::string& name) { return std::any_of(merged.env.begin(), merged.env.end(), [&](const Binding& b) { return b.name == name; }); };
    std::vector<std::string> ordered;
    for (const Binding& param : task.params) ordered.push_back(param.name);
    for (const Parameter& input : definition.inputs)
        if (input.value && std::find(ordered.begin(), ordered.end(), input.name) == ordered.end()) ordered.push_back(input.name);
    if (lowering.flow.format != "argo")
        for (const std::string& name : ordered)
            if (!set_later(name)) pod.variable(name, pod.own[name], made.environment.env, true);
    for (const Binding& variable : merged.env) pod.variable(variable.name, variable.value, made.environment.env);
    add_files(pod, definition);
    const std::vector<std::string> argv = command_of(pod, definition);
    const std::string after = output_lines(pod, definition, made);
    if (!made.outputs.empty()) made.environment.env.push_back({"WEFT_OUTPUTS", Value{Source::literal, outputs_folder}});
    if (task.loop)
        for (Output& output : made.outputs) output.type = ValueType::list;
    const bool forgiven = task.tolerated;
    frame_command(pod, definition, argv, after, forgiven, made);
    made.working_dir = pod.text(definition.working_dir);
    std::stable_partition(made.environment.env.begin(), made.environment.env.end(), [](const Binding& b) { return b.value.source != Source::secret; });
    const std::optional<Retry>& retry = task.retry ? task.retry : definition.retry;
    if (retry && retry->limit && retry->limit->text != "0") made.retry = Retry{Scalar{retry->limit->text, true}};
    made.timeout = seconds_of(task.timeout.empty() ? definition.timeout : task.timeout);
    made.inputs = std::move(pod.inputs);
    use.params = std::move(pod.arguments);
    use.definition = lowering.add(std::move(made), task.definition.empty() ? task.name : task.definition);
}

}  // namespace weft::flyte
