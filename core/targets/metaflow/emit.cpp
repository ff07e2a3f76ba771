#include "core/targets/metaflow/emit.h"

#include <algorithm>
#include <set>

#include "core/targets/metaflow/arguments.h"

namespace weft::metaflow {
namespace {

// --- pieces of every file ---------------------------------------------------------------------------------------------------------------
constexpr const char* base_function = R"py(
def base(**own):
    """What every step gets, the first and the last too. What a step names itself stands on top."""
    given = {**BASE, **own, "env": {**BASE.get("env", {}), **own.get("env", {})}}
    env, tolerated = given.pop("env"), given.pop("tolerated", False)
    times, minutes, seconds = given.pop("retry", 0), given.pop("retry_minutes", 0), given.pop("timeout", 0)

    def decorate(function):
        if env:
            function = environment(vars=env)(function)
        if times:
            function = retry(times=times, minutes_between_retries=minutes)(function)
        if seconds:
            function = timeout(seconds=seconds)(function)
        if tolerated:
            function = catch(print_exception=True)(function)
        if DEFAULT_DATASTORE != "local":  # a run on this computer makes no pods, and @kubernetes refuses its datastore
            function = kubernetes(**given)(function)
        return function

    return decorate
)py";

constexpr const char* command_function = R"py(
def command(*words, env=None, cwd=None):
    """Runs a command with the step's variables. A failure fails the step."""
    subprocess.run(words, check=True, cwd=cwd, env={**os.environ, **(env or {})})
)py";

constexpr const char* full_command_function = R"py(
def command(*words, env=None, cwd=None, files=None, outputs=(), artifacts=(), defaults=None):
    """Runs a command with the step's variables and gives back what it left in its outputs. A failure fails the step."""
    for path, content in (files or {}).items():
        path = os.path.join(cwd or "", path)
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            words, check=True, cwd=cwd, env={**os.environ, "WEFT_OUTPUTS": folder, **(env or {})},
            stdout=subprocess.PIPE if "<stdout>" in outputs else None)
        found = {"<exit code>": str(done.returncode).encode()}
        if done.stdout is not None:
            print(done.stdout.decode(errors="replace"), end="")
            found["<stdout>"] = done.stdout
        for path in (*outputs, *artifacts):
            place = os.path.join(cwd or "", path) if os.path.dirname(path) else os.path.join(folder, path)
            if path not in found and (path not in (defaults or {}) or os.path.exists(place)):
                with open(place, "rb") as file:
                    found[path] = file.read()
    texts = [found[path].decode().removesuffix("\n") if path in found else defaults[path] for path in outputs]
    return texts + [found[path] if path in found else defaults[path].encode() for path in artifacts]
)py";

constexpr const char* script_function = R"py(
def script(interpreter, source, **given):
    """Gives a text to its interpreter, as a file."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(source)
        file.flush()
        return command(*interpreter, file.name, **given)
)py";

constexpr const char* text_function = R"py(
def text(value):
    """A value as it stands in a command."""
    return value if isinstance(value, str) else json.dumps(value)
)py";

constexpr const char* listed_function = R"py(
def listed(value):
    """The items of a list that comes as its JSON text."""
    return [text(item) for item in json.loads(value)]
)py";

constexpr const char* value_function = R"py(
def value_of(word):
    """What a word in a condition means: a number, true or false, or itself."""
    if word in ("true", "false"):
        return word == "true"
    try:
        return float(word)
    except ValueError:
        return word
)py";

constexpr const char* recorded_function = R"py(
def recorded(run, step, name):
    """What a step of the ended run left behind; empty when it never came so far."""
    try:
        value = getattr(run[step].task.data, name)
    except Exception:
        return ""
    return str(value).lower() if isinstance(value, bool) else text(value)
)py";

// --- writing ------------------------------------------------------------------------------------------------------------------------------
struct Writer {
    std::string out;
    void line(const std::string& text = {}) { out += text + '\n'; }
    void lines(const Lines& all, const std::string& indent) {
        for (const std::string& one : all) line(one.empty() ? one : indent + one);
    }
};

// A docstring; what would end it early is escaped.
void docstring(Writer& w, const std::string& text, const std::string& indent) {
    std::string safe;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' || (text[i] == '"' && (i + 1 == text.size() || text.compare(i, 3, "\"\"\"") == 0))) safe += '\\';
        if (text[i] != '\r' && (static_cast<unsigned char>(text[i]) >= 0x20 || text[i] == '\n' || text[i] == '\t')) safe += text[i];
    }
    while (!safe.empty() && safe.back() == '\n') safe.pop_back();
    std::string shown = indent + "\"\"\"";
    for (std::size_t from = 0; from <= safe.size();) {
        const std::size_t to = std::min(safe.find('\n', from), safe.size());
        const std::string part = safe.substr(from, to - from);
        shown += from == 0 ? part : "\n" + (part.empty() ? part : indent + part);
        from = to + 1;
    }
    w.line(shown + (safe.find('\n') == std::string::npos ? "" : "\n" + indent) + "\"\"\"");
}

bool uses(const Plan& plan, const std::string& word) {
    const auto in = [&](const Lines& lines) { return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.find(word) != std::string::npos; }); };
    return std::any_of(plan.steps.begin(), plan.steps.end(), [&](const PlanStep& step) { return in(step.body); }) ||
           std::any_of(plan.hooks.begin(), plan.hooks.end(), [&](const PlanHook& hook) { return in(hook.body); });
}

struct Needs { bool command, script, full, json, text, listed, value, recorded, search, tempfile; };
Needs needs_of(const Plan& plan) {
    Needs n{};
    n.script = uses(plan, "script(");
    n.full = n.script || uses(plan, "outputs=[") || uses(plan, "artifacts=[") || uses(plan, "files={");
    n.command = n.full || uses(plan, "command(");
    n.recorded = std::any_of(plan.hooks.begin(), plan.hooks.end(), [](const PlanHook& hook) { return hook.takes_run; });
    n.listed = uses(plan, "listed(");
    n.text = n.listed || n.recorded || uses(plan, "text(");
    n.json = n.text || uses(plan, "json.");
    n.value = uses(plan, "value_of(");
    n.search = uses(plan, "re.search(");
    n.tempfile = n.full;
    return n;
}

void imports(Writer& w, const Plan& plan, const Needs& n) {
    if (n.json) w.line("import json");
    if (n.command || uses(plan, "os.environ")) w.line("import os");
    if (n.search) w.line("import re");
    if (n.command) w.line("import subprocess");
    if (n.tempfile) w.line("import tempfile");
    if (plan.waits) w.line("import time");
    if (n.json || n.command || n.search || plan.waits) w.line();
    std::string names = "FlowSpec";
    if (!plan.parameters.empty()) names += ", Parameter";
    names += ", catch, environment";
    if (!plan.hooks.empty()) names += ", exit_hook";
    names += ", kubernetes, retry";
    if (!plan.schedule.empty()) names += ", schedule";
    w.line("from metaflow import " + names + ", step, timeout");
    w.line("from metaflow.metaflow_config import DEFAULT_DATASTORE");
}

std::string joined(const std::vector<std::pair<std::string, std::string>>& arguments) {
    std::string out;
    for (const auto& [name, value] : arguments) out += (out.empty() ? "" : ", ") + name + "=" + value;
    return out;
}

void hooks(Writer& w, const Plan& plan) {
    for (const PlanHook& hook : plan.hooks) {
        std::string given = hook.takes_status ? "status" : "";
        if (hook.takes_run) given += (given.empty() ? "" : ", ") + std::string("run");
        w.line();
        w.line();
        w.line("def " + hook.name + "(" + given + "):");
        if (!hook.doc.empty()) docstring(w, hook.doc, "    ");
        w.lines(hook.body.empty() && hook.doc.empty() ? Lines{"pass"} : hook.body, "    ");
        if (!hook.takes_status) continue;
        for (const auto& [suffix, status] : {std::pair{"_on_success", "Succeeded"}, std::pair{"_on_error", "Failed"}}) {
            w.line();
            w.line();
            w.line("def " + hook.name + suffix + "(" + (hook.takes_run ? "run" : "") + "):");
            w.line("    " + hook.name + "(" + quoted(status) + (hook.takes_run ? ", run" : "") + ")");
        }
    }
}

void class_decorators(Writer& w, const Plan& plan) {
    if (!plan.schedule.empty()) w.line("@schedule(" + joined(plan.schedule) + ")");
    if (plan.hooks.empty()) return;
    std::string success, failure;
    for (const PlanHook& hook : plan.hooks) {
        if (hook.on_success) success += (success.empty() ? "" : ", ") + hook.name + (hook.takes_status ? "_on_success" : "");
        if (hook.on_error) failure += (failure.empty() ? "" : ", ") + hook.name + (hook.takes_status ? "_on_error" : "");
    }
    std::string arguments;
    if (!success.empty()) arguments = "on_success=[" + success + "]";
    if (!failure.empty()) arguments += (arguments.empty() ? "" : ", ") + std::string("on_error=[") + failure + "]";
    w.line("@exit_hook(" + arguments + ")");
}

void step(Writer& w, const PlanStep& step) {
    w.line();
    std::string group;
    for (const std::string& one : step.groups) group += (group.empty() ? "" : ", ") + quoted(one);
    if (!group.empty()) group = "group=" + (step.groups.size() > 1 ? "[" + group + "]" : group) + (step.own.empty() ? "" : ", ");
    w.line("    @base(" + group + joined(step.own) + ")");
    w.line("    @step");
    w.line("    def " + step.name + (step.join ? "(self, inputs):" : "(self):"));
    if (!step.doc.empty()) docstring(w, step.doc, "        ");
    w.lines(step.body, "        ");
    if (step.next.empty()) {
        if (step.body.empty() && step.doc.empty()) w.line("        pass");
        return;
    }
    std::string next;
    for (const std::string& name : step.next) next += (next.empty() ? "" : ", ") + std::string("self.") + name;
    if (!step.foreach.empty()) next += ", foreach=" + quoted(step.foreach);
    w.line("        self.next(" + next + ")");
}

std::string head(const Plan& plan, const std::string& flow_name, const std::string& file) {
    const auto flags = [](const std::vector<std::string>& all) {
        std::string out;
        for (const std::string& one : all) out += " " + one;
        return out;
    };
    std::string text = flow_name.empty() ? plan.class_name : flow_name;
    if (const std::string first = plan.description.substr(0, plan.description.find('\n')); !first.empty()) text += ": " + first;
    text += "\n\n    python " + file + " run" + flags(plan.run_flags) + "\n    python " + file + " argo-workflows create" + flags(plan.deploy_flags) + "\n\n";
    text += "Written by Weftwork. BASE is the environment of every step; @base(...) above a step sets what it has of its own.";
    bool mapped = false;
    for (const NameUse& use : plan.names) {
        if (use.original == use.final || (use.kind != NameUse::Kind::task && use.kind != NameUse::Kind::parameter)) continue;
        text += std::string(mapped ? "\n" : "\n\nNames in Weftwork:\n") + "    " + use.final + ": " + (use.path.empty() ? use.original : use.path);
        mapped = true;
    }
    return text;
}

}  // namespace

std::string emit(const Plan& plan, const std::string& flow_name, const std::string& file) {
    Writer w;
    const Needs n = needs_of(plan);
    docstring(w, head(plan, flow_name, file), "");
    imports(w, plan, n);
    w.line();
    w.line("BASE = dict(");
    for (const auto& [name, value] : plan.base) w.line("    " + name + "=" + value + ",");
    w.line(")");
    const auto put = [&](bool wanted, const char* function) {
        if (wanted) w.out += std::string("\n") + function;
    };
    // which group a step is drawn in is nothing to Metaflow
    const bool groups = std::any_of(plan.steps.begin(), plan.steps.end(), [](const PlanStep& one) { return !one.groups.empty(); });
    std::string base = base_function;
    const std::string given = "    env, tolerated = given.pop(";
    if (groups) base.insert(base.find(given), "    given.pop(\"group\", None)  # where it is drawn\n");
    put(true, base.c_str());
    put(n.full, full_command_function);
    put(n.command && !n.full, command_function);
    put(n.script, script_function);
    put(n.text, text_function);
    put(n.listed, listed_function);
    put(n.value, value_function);
    put(n.recorded, recorded_function);
    hooks(w, plan);
    w.line();
    w.line();
    class_decorators(w, plan);
    w.line("class " + plan.class_name + "(FlowSpec):");
    if (!plan.description.empty()) docstring(w, plan.description, "    ");
    if (!plan.description.empty() && !plan.parameters.empty()) w.line();
    for (const PlanParameter& parameter : plan.parameters) w.line("    " + parameter.attribute + " = Parameter(" + parameter.arguments + ")");
    for (const PlanStep& one : plan.steps) step(w, one);
    w.line();
    w.line();
    w.line("if __name__ == \"__main__\":");
    w.line("    " + plan.class_name + "()");
    // The first step stands right below the class when nothing is above it.
    const std::string bare = "class " + plan.class_name + "(FlowSpec):\n\n";
    if (const std::size_t at = w.out.find(bare); at != std::string::npos) w.out.erase(at + bare.size() - 1, 1);
    return w.out;
}

}  // namespace weft::metaflow
