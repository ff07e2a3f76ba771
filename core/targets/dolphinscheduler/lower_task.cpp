// One task's work: a pod (K8S), a script on a worker (SHELL, PYTHON) or a request (HTTP).
#include <algorithm>
#include <cctype>

#include "core/model/graph.h"
#include "core/targets/dolphinscheduler/lower.h"
#include "core/targets/dolphinscheduler/words.h"

namespace weft::dolphin {
namespace {

std::string single_quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::string python_quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\\' || c == '\'') out += '\\';
        if (c == '\n') out += "\\n";
        else out += c;
    }
    return out + "'";
}

std::string joined(const std::vector<Scalar>& words) {
    std::string out;
    for (const Scalar& word : words) out += (out.empty() ? "" : " ") + single_quoted(word.text);
    return out;
}

struct Work {
    Lowering& lowering;
    Scope& scope;
    const Task& task;
    const Definition& given;
    Environment environment;
    std::vector<std::pair<std::string, std::string>> variables;   // name, value as the server fills it in
    std::vector<std::pair<std::string, std::string>> renamed;     // final, original
    std::vector<Output> outputs;                                  // name = property
    std::vector<std::pair<const Output*, std::string>> wanted;    // output, property

    std::string text(const std::string& words, bool pod) const { return lower_text(lowering, scope, task, words, pod); }
    bool printed() const { return std::any_of(wanted.begin(), wanted.end(), [](const auto& one) { return one.first->from == OutputFrom::standard_output; }); }
};

void collect_variables(Work& work) {
    std::set<std::string> taken;
    const auto add = [&](const std::string& name, const Value& value) {
        const std::optional<std::string> text = lower_value(work.lowering, work.scope, work.task, value);
        if (!text) return;
        std::string final = variable_name(name);
        const std::string wanted = final;
        for (int n = 2; taken.count(final); ++n) final = wanted + "_" + std::to_string(n);
        taken.insert(final);
        work.variables.emplace_back(final, *text);
        if (final != name) work.renamed.emplace_back(final, name);
        work.lowering.out.names.push_back({NameUse::Kind::variable, work.scope.path + work.task.name, name, final,
                                           final == name ? Message() : Message{WEFT_TR("core", "every parameter becomes a variable of the pod: letters, digits and _ only"), {}}, final == wanted ? "" : wanted});
    };
    for (const Binding& variable : work.environment.env) {
        const bool over = std::any_of(work.task.params.begin(), work.task.params.end(), [&](const Binding& param) { return param.name == variable.name; });
        if (!over) add(variable.name, variable.value);
    }
    for (const Binding& param : work.task.params) add(param.name, param.value);
    for (const Parameter& input : work.given.inputs) {
        const bool bound = std::any_of(work.task.params.begin(), work.task.params.end(), [&](const Binding& param) { return param.name == input.name; });
        if (!bound && input.value) add(input.name, *input.value);
    }
}

void collect_outputs(Work& work) {
    for (const Output& output : work.given.outputs) {
        const auto property = work.scope.outputs.find({work.task.name, output.name});
        if (output.artifact) work.lowering.refuse(work.scope, work.task, {WEFT_TR("core", "DolphinScheduler carries no files between tasks (output \"%1\")"), {output.name}});
        if (output.from == OutputFrom::exit_code || output.from == OutputFrom::expression)
            work.lowering.refuse(work.scope, work.task, {WEFT_TR("core", "output \"%1\": DolphinScheduler takes only what the script says with #{setValue(…)}"), {output.name}});
        Output made;
        made.name = property == work.scope.outputs.end() ? variable_name(output.name) : property->second;
        made.from = OutputFrom::standard_output;
        made.type = output.type == ValueType::any || output.type == ValueType::map ? ValueType::string : output.type;
        work.outputs.push_back(made);
        work.wanted.emplace_back(&output, made.name);
    }
}

// The script around the work: a folder for outputs, what was printed, and at the end one setValue line each.
std::string shell_around(const Work& work, const std::string& inner) {
    if (work.wanted.empty()) return inner;
    std::string out = "export WEFT_OUTPUTS=\"$(mktemp -d)\"\n";
    out += "(\n" + inner + (inner.ends_with('\n') ? "" : "\n") + ")";
    if (work.printed()) out += " > \"$WEFT_OUTPUTS/.printed\"\nweft_status=$?\ncat \"$WEFT_OUTPUTS/.printed\"\n";
    else out += "\nweft_status=$?\n";
    out += "[ \"$weft_status\" -eq 0 ] || exit \"$weft_status\"\n";
    for (const auto& [output, property] : work.wanted) {
        const std::string file = output->from == OutputFrom::standard_output ? "$WEFT_OUTPUTS/.printed" : output->path.empty() ? "$WEFT_OUTPUTS/" + output->name : output->path;
        std::string read = "$(cat \"" + file + "\")";
        if (output->fallback) read = "$(cat \"" + file + "\" 2>/dev/null || printf %s " + single_quoted(*output->fallback) + ")";
        out += "echo \"#{setValue(" + property + "=" + read + ")}\"\n";
    }
    return out;
}

// A value that the server fills in may hold quotes: it stands between lines of its own.
std::string shell_head(const Work& work) {
    std::string out;
    for (const auto& [name, value] : work.variables) {
        if (value.find("${") == std::string::npos) out += "export " + name + "=" + single_quoted(value) + "\n";
        else out += name + "=$(cat <<'WEFT_VALUE'\n" + value + "\nWEFT_VALUE\n)\nexport " + name + "\n";
    }
    return out;
}

std::string python_head(const Work& work) {
    if (work.variables.empty() && work.wanted.empty()) return {};
    std::string out = "import atexit, os, tempfile\n";
    for (const auto& [name, value] : work.variables)
        out += "os.environ[" + python_quoted(name) + "] = " + (value.find("${") == std::string::npos ? python_quoted(value) : "r'''" + value + "'''") + "\n";
    if (work.wanted.empty()) return out;
    out += "os.environ['WEFT_OUTPUTS'] = tempfile.mkdtemp()\ndef weft_outputs():\n";
    for (const auto& [output, property] : work.wanted) {
        const std::string file = output->path.empty() ? "os.path.join(os.environ['WEFT_OUTPUTS'], " + python_quoted(output->name) + ")" : python_quoted(output->path);
        out += "    print('#{setValue(" + property + "=' + open(" + file + ").read().strip() + ')}', flush=True)\n";
    }
    return out + "atexit.register(weft_outputs)\n";
}

bool is_shell_text(const Definition& d) {
    if (d.shell) return true;
    const std::string name = d.command.empty() ? std::string() : d.command[0].text.substr(d.command[0].text.find_last_of('/') + 1);
    return d.command.size() == 3 && (name == "sh" || name == "bash") && d.command[1].text == "-c" && d.args.empty();
}

// A bad $[…] leaves a task of DolphinScheduler waiting for ever (#15685).
void check_script(Work& work, const std::string& script) {
    if (script.find("$[") != std::string::npos)
        work.lowering.refuse(work.scope, work.task, {WEFT_TR("core", "the server takes $[…] for a date and never starts the task"), {}}, {WEFT_TR("core", "write $((…)) for arithmetic"), {}});
}

void lower_worker(Work& work, Definition& own) {
    own.kind = DefinitionKind::script;
    const bool script = work.given.kind == DefinitionKind::script;
    const bool python = script && type_of(work.given) == "PYTHON";
    if (python) {
        own.command = {{"python3", false}};
        if (work.printed()) work.lowering.refuse(work.scope, work.task, {WEFT_TR("core", "what a PYTHON task prints cannot be its output"), {}});
        own.source = python_head(work) + work.text(work.given.source, false);
    } else {
        own.command = {{"bash", false}};
        std::string inner;
        if (script) inner = work.text(work.given.source, false);
        else if (is_shell_text(work.given)) inner = work.text(work.given.command[2].text, false);
        else {
            Definition words = work.given;
            words.command.insert(words.command.end(), words.args.begin(), words.args.end());
            inner = work.text(joined(words.command), false);
        }
        if (!work.given.working_dir.empty()) inner = "cd " + single_quoted(work.given.working_dir) + "\n" + inner;
        own.source = shell_head(work) + shell_around(work, inner);
    }
    check_script(work, own.source);
}

std::vector<Scalar> lowered_words(const Work& work, const std::vector<Scalar>& words) {
    std::vector<Scalar> out;
    for (const Scalar& word : words) out.push_back({work.text(word.text, true), false});
    return out;
}

void lower_pod(Work& work, Definition& own, Task& made) {
    own.kind = DefinitionKind::container;
    std::vector<Scalar> command, args;
    if (work.given.kind == DefinitionKind::script) {
        command = work.given.command.empty() ? std::vector<Scalar>{{"sh", false}} : work.given.command;
        command.push_back({"-c", false});
        args = {{work.text(work.given.source, true), false}};
    } else {
        command = lowered_words(work, work.given.command);
        args = lowered_words(work, work.given.args);
        if (is_shell_text(work.given)) args = {command.back()}, command.pop_back();
    }
    const bool folder = !work.given.working_dir.empty();
    if (!work.wanted.empty() || folder) {   // the pod needs a shell for it
        if (command.empty()) work.lowering.refuse(work.scope, work.task, {WEFT_TR("core", "the image's own command cannot be wrapped to hand on an output: name the command"), {}});
        std::vector<Scalar> words = command;
        words.insert(words.end(), args.begin(), args.end());
        const bool shell = words.size() == 3 && words[1].text == "-c" && (words[0].text == "sh" || words[0].text == "bash");
        std::string inner = shell ? words[2].text : "\"$@\"";
        if (folder) inner = "cd " + single_quoted(work.given.working_dir) + "\n" + inner;
        command = {{shell ? words[0].text : "sh", false}, {"-c", false}};
        args = {{shell_around(work, inner), false}};
        if (!shell) args.push_back({"sh", false}), args.insert(args.end(), words.begin(), words.end());
    }
    own.command = std::move(command);
    own.args = std::move(args);
    for (const auto& [name, value] : work.variables) made.params.push_back({name, Value{Source::literal, value}});
    const Environment& e = work.environment;
    own.environment.image = e.image;
    own.environment.pull_policy = e.pull_policy;
    own.environment.pull_secrets = e.pull_secrets;
    own.environment.node_selector = e.node_selector;
    const auto half = [&](const std::optional<Scalar>& limit, const std::optional<Scalar>& request, bool memory) -> std::optional<Scalar> {
        if (!limit) return request;
        const Result<double> size = memory ? mebibytes_of(limit->text) : cores_of(limit->text);
        return size ? std::optional<Scalar>(Scalar{number_text(*size / 2) + (memory ? "Mi" : ""), !memory}) : request;
    };
    own.environment.cpu = half(e.cpu_limit, e.cpu, false);
    own.environment.memory = half(e.memory_limit, e.memory, true);
    if (e.pull_secrets.size() > 1) work.lowering.refuse(work.scope, work.task, {WEFT_TR("core", "a K8S task takes one pull secret"), {}});
}

std::string pod_name(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)) && static_cast<unsigned char>(c) < 128) out += char(std::tolower(static_cast<unsigned char>(c)));
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    out = out.substr(0, 40);   // the server hangs "-" and an id behind it: 63 in all
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.empty() ? "task" : out;
}

std::string rounded(Work& work, const std::string& text, bool& changed) {
    const Result<long> exact = minutes_of(text), up = minutes_of(text, true);
    changed = changed || !exact;
    if (!up) {
        work.lowering.refuse(work.scope, work.task, up.error().message);
        return {};
    }
    return minutes_text(std::to_string(std::max(*up, 1L)));
}

void lower_limits(Work& work, Definition& own) {
    bool changed = false;
    const std::string& timeout = work.task.timeout.empty() ? work.given.timeout : work.task.timeout;
    if (!timeout.empty()) own.timeout = rounded(work, timeout, changed);
    std::optional<Retry> retry = work.task.retry ? work.task.retry : work.given.retry;
    if (retry) {
        if (!retry->expression.empty()) work.lowering.refuse(work.scope, work.task, {WEFT_TR("core", "DolphinScheduler retries after every failure, without a condition"), {}});
        Retry made;
        made.limit = retry->limit;
        if (!retry->delay.empty()) made.delay = rounded(work, retry->delay, changed);
        own.retry = std::move(made);
    }
    if (changed) work.lowering.note(work.scope, work.task, {WEFT_TR("core", "times are rounded up to whole minutes"), {}});
}

}  // namespace

std::string free_task_name(Scope& scope, const std::string& wanted) {
    std::string name = wanted.substr(0, 100);
    for (int n = 2; !scope.taken_tasks.insert(name).second; ++n) name = wanted + "-" + std::to_string(n);
    return name;
}

Task shell_task(const std::string& name, const std::string& script, const std::string& note) {
    Task task;
    task.name = name;
    task.note = note;
    Definition own;
    own.kind = DefinitionKind::script;
    own.command = {{"bash", false}};
    own.source = script;
    task.own = std::make_shared<const Definition>(std::move(own));
    return task;
}

Task lower_work(Lowering& lowering, Scope& scope, const Task& task, const std::string& wanted) {
    static const Definition nothing;
    const Definition* definition = definition_of(lowering.flow, task);
    Work work{lowering, scope, task, definition ? *definition : nothing, effective_environment(lowering.flow, task, scope.enclosing).merged, {}, {}, {}, {}};
    if ((!work.environment.image || work.environment.image->empty()) && !lowering.options.default_image.empty() &&
        (work.given.kind == DefinitionKind::container || work.given.kind == DefinitionKind::script) && lowering.flow.format != "dolphinscheduler")
        work.environment.image = lowering.options.default_image;
    const bool runs = work.given.kind == DefinitionKind::container || work.given.kind == DefinitionKind::script;
    const bool pod = runs && work.environment.image && !work.environment.image->empty();
    Task made;
    made.name = free_task_name(scope, pod ? pod_name(wanted) : wanted);
    made.muted = task.muted;
    Definition own;
    if (runs) collect_variables(work);
    if (runs) collect_outputs(work);
    if (pod) lower_pod(work, own, made);
    else if (runs) lower_worker(work, own);
    if (runs && !pod && work.environment.pull_policy) lowering.note(scope, task, {WEFT_TR("core", "without an image it runs on a worker of DolphinScheduler"), {}});
    if (work.given.kind == DefinitionKind::http) {
        own.kind = DefinitionKind::http;
        own.detail = lower_text(lowering, scope, task, work.given.detail, false);
        if (lowering.flow.format == "dolphinscheduler") own.source = work.given.source;
    } else if (work.given.kind == DefinitionKind::wait) {
        const std::size_t blank = work.given.detail.rfind(' ');
        const std::string text = !work.given.timeout.empty() ? work.given.timeout : blank == std::string::npos ? std::string() : work.given.detail.substr(blank + 1);
        const Result<double> seconds = parse_duration(text);
        own = *shell_task({}, "sleep " + number_text(seconds.value_or(0))).own;
        if (!seconds || text.empty()) lowering.refuse(scope, task, {WEFT_TR("core", "DolphinScheduler has no task that waits for a person"), {}});
    } else if (!runs) {
        own.kind = work.given.kind;
        own.detail = work.given.detail;
        own.source = work.given.source;
    }
    own.outputs = std::move(work.outputs);
    if (work.given.kind != DefinitionKind::wait) lower_limits(work, own);
    made.note = with_names(task.note, work.renamed);
    made.own = std::make_shared<const Definition>(std::move(own));
    lowering.out.names.push_back({NameUse::Kind::task, scope.path + task.name, task.name, made.name,
                                  made.name == task.name ? Message() : Message{WEFT_TR("core", "the name of a pod takes lower case letters, digits and -"), {}}, ""});
    return made;
}

}  // namespace weft::dolphin
