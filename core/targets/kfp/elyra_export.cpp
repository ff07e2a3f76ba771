#include "core/targets/kfp/elyra_export.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/lint/quantity.h"
#include "core/lint/rule.h"
#include "core/model/edit.h"
#include "core/model/environment.h"
#include "core/model/graph.h"
#include "core/targets/kfp/elyra.h"
#include "core/targets/kfp/values.h"

namespace weft::elyra {
namespace {

struct Made {
    Flow flow;
    std::vector<ExportedFile> files;
    std::vector<Remark> reasons;
};

std::optional<Scalar> whole(const std::optional<Scalar>& given, double unit, const char* suffix) {
    if (!given) return given;
    const std::optional<lint::Quantity> quantity = lint::parse_quantity(given->text);
    if (!quantity) return given;
    return Scalar{std::to_string(long(std::ceil(quantity->value / unit - 1e-9))) + suffix, *suffix == '\0'};
}

Environment in_whole_units(Environment e) {
    constexpr double giga = 1e9;
    e.cpu = whole(e.cpu, 1, "");
    e.cpu_limit = whole(e.cpu_limit, 1, "");
    e.gpu = e.gpu && e.gpu->text == "0" ? std::nullopt : e.gpu;
    e.memory = whole(e.memory, giga, "G");
    e.memory_limit = whole(e.memory_limit, giga, "G");
    e.shared_memory = whole(e.shared_memory, giga, "G");
    return e;
}

std::string python_string(const std::string& text) { return kfp::json_string(text); }      // a JSON text is one of Python's too

// A word in which parameters stand: "a" + os.environ["x"].
std::string python_word(const std::string& word) {
    std::string out;
    std::size_t at = 0;
    const auto add = [&](const std::string& piece) { out += (out.empty() ? "" : " + ") + piece; };
    for (const Reference& tag : references_in(word)) {
        if (tag.kind != Reference::Kind::param || !tag.simple || tag.artifact) continue;
        if (tag.at > at) add(python_string(word.substr(at, tag.at - at)));
        add("os.environ[" + python_string(tag.name) + "]");
        at = tag.at + tag.tag.size();
    }
    if (at < word.size() || out.empty()) add(python_string(word.substr(at)));
    return out;
}

struct Maker {
    const Flow& flow;
    const ExportOptions& options;
    Made made;
    std::set<std::string> files;

    void refuse(const lint::Context::Item& item, Message what) {
        Remark remark;
        remark.fit = Fit::refused;
        remark.task = item.task->id;
        remark.path = item.path;
        remark.what = std::move(what);
        made.reasons.push_back(std::move(remark));
    }

    std::string file_name(const std::string& task, const char* ending) {
        std::string stem;
        for (const char c : task) stem += std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' ? c : '_';
        std::string name = stem + ending;
        for (int n = 2; !files.insert(name).second; ++n) name = stem + "_" + std::to_string(n) + ending;
        return name;
    }

    // Variables that hold another parameter than their own name say, then the program.
    std::string starter(const Definition& definition, const std::vector<Binding>& renamed, const std::optional<Retry>& retry, const std::string& limit) {
        const bool script = definition.kind == DefinitionKind::script, watched = retry || !limit.empty();
        std::string text = std::string("import os\n") + (watched ? "import subprocess\nimport sys\n" : "") + (script ? "import tempfile\n" : "") + (retry ? "import time\n" : "") + "\n";
        for (const Binding& one : renamed) text += "os.environ[" + python_string(one.name) + "] = os.environ[" + python_string(one.value.name) + "]\n";
        if (!definition.working_dir.empty()) text += "os.chdir(" + python_word(definition.working_dir) + ")\n";
        std::string words;
        const auto add = [&](const std::string& word) { words += (words.empty() ? "" : ", ") + word; };
        for (const Scalar& word : definition.command) add(python_word(word.text));
        if (script) {
            text += "with tempfile.NamedTemporaryFile(\"w\", delete=False) as file:\n    file.write(" + python_word(definition.source) + ")\n";
            if (definition.command.empty()) add("\"sh\"");
            add("file.name");
        }
        for (const Scalar& word : definition.args) add(python_word(word.text));
        text += "command = [" + words + "]\n";
        return text + (watched ? attempts(retry, limit) : "os.execvp(command[0], command)\n");
    }

    // An Elyra node runs once: tries and their time limit are the starter's own.
    static std::string attempts(const std::optional<Retry>& retry, const std::string& limit) {
        const auto seconds = [](const std::string& text) {
            const Result<double> found = parse_duration(text);
            return fmt::format("{}", found ? *found : 0);
        };
        const std::string call = "subprocess.run(command, timeout=" + (limit.empty() ? std::string("None") : seconds(limit)) + ").returncode";
        const auto attempt = [&](const std::string& in) {
            return in + "try:\n" + in + "    code = " + call + "\n" + in + "except subprocess.TimeoutExpired:\n" + in + "    print(\"stopped: the time limit is over\", file=sys.stderr)\n" + in + "    code = 124\n";
        };
        if (!retry) return attempt({}) + "sys.exit(code)\n";
        std::string text = "delay = " + (retry->delay.empty() ? std::string("0") : seconds(retry->delay)) + "\nfor left in range(" + retry->limit->text + ", -1, -1):\n" + attempt("    ");
        text += "    if code == 0 or left == 0:\n        break\n    print(\"failed with\", code, \"- trying again in\", delay, \"s\", file=sys.stderr)\n    time.sleep(delay)\n";
        if (retry->factor) text += fmt::format("    delay *= {}\n", *retry->factor);
        if (!retry->max_delay.empty()) text += "    delay = min(delay, " + seconds(retry->max_delay) + ")\n";
        return text + "sys.exit(code)\n";
    }

    TaskPtr node(const lint::Context::Item& item) {
        const Task& task = *item.task;
        const Definition& definition = *item.definition;
        Environment merged = in_whole_units(effective_environment(flow, task, item.enclosing).merged);
        if (!merged.image && !options.default_image.empty()) merged.image = options.default_image;
        std::erase_if(merged.volumes, [](const Volume& v) { return v.path.empty(); });
        std::set<std::string> needed;       // parameters of the pipeline
        std::vector<Binding> renamed;
        const auto bind = [&](const std::string& name, const Value& value) {
            const std::vector<Reference> tags = references(value);
            const bool one = tags.size() == 1 && tags[0].simple && (tags[0].kind == Reference::Kind::param || (tags[0].kind == Reference::Kind::workflow && tags[0].name.starts_with("parameters."))) &&
                             (value.source == Source::param || tags[0].tag.size() == value.text.size());
            if (one) {
                const std::string from = tags[0].kind == Reference::Kind::param ? tags[0].name : tags[0].name.substr(11);
                needed.insert(from);
                if (from != name) renamed.push_back({name, Value{Source::param, {}, {}, from}});
            } else if (tags.empty() && value.source == Source::literal) {
                merged.env.push_back({name, Value{Source::literal, value.text}});
            } else {
                refuse(item, {WEFT_TR("core", "%1: `%2` must be a plain text or one parameter of the pipeline"), {task.name, name}});
            }
        };
        for (const Parameter& input : definition.inputs) {
            const bool given = std::any_of(task.params.begin(), task.params.end(), [&](const Binding& b) { return b.name == input.name; });
            if (!given && input.value) bind(input.name, *input.value);
        }
        const std::vector<Binding> env = std::move(merged.env);
        merged.env.clear();
        for (const Binding& variable : env) {
            if (variable.value.source == Source::secret) merged.env.push_back(variable);
            else bind(variable.name, variable.value);
        }
        for (const Binding& param : task.params) bind(param.name, param.value);
        const auto names = [&](const std::string& text) {
            for (const Reference& tag : references_in(text)) {
                const bool own = std::any_of(task.params.begin(), task.params.end(), [&](const Binding& b) { return b.name == tag.name; }) ||
                                 std::any_of(definition.inputs.begin(), definition.inputs.end(), [&](const Parameter& p) { return p.name == tag.name; });
                if (tag.kind == Reference::Kind::param && tag.simple && !tag.artifact) own ? void() : void(needed.insert(tag.name));
                else if (tag.kind != Reference::Kind::unknown) refuse(item, {WEFT_TR("core", "%1 holds %2, which an Elyra node does not have"), {task.name, tag.tag}});
            }
        };
        for (const Scalar& word : definition.command) names(word.text);
        for (const Scalar& word : definition.args) names(word.text);
        names(definition.source);
        names(definition.working_dir);
        for (const std::string& what : definition.unsupported)
            if (!what.starts_with("volume claim ")) refuse(item, {WEFT_TR("core", "%1 uses `%2`, which only its own file can say"), {task.name, what}});

        const std::optional<Retry>& retry = task.retry ? task.retry : definition.retry;
        const std::string& limit = task.timeout.empty() ? definition.timeout : task.timeout;
        if (!limit.empty() && !parse_duration(limit)) refuse(item, {WEFT_TR("core", "%1: the time limit `%2` is no duration"), {task.name, limit}});
        const auto counted = [](const std::string& text) { return !text.empty() && text.size() < 7 && text.find_first_not_of("0123456789") == std::string::npos; };
        if (retry && (!retry->limit || !counted(retry->limit->text) || !retry->expression.empty() || retry->policy == "OnError" || retry->policy == "OnTransientError"))
            refuse(item, {WEFT_TR("core", "%1: tries are counted by a number here, after every failure"), {task.name}});
        const bool watched = (retry && retry->limit && counted(retry->limit->text)) || !limit.empty();

        Definition own;
        own.kind = DefinitionKind::container;
        own.environment = std::move(merged);
        const bool names_a_file = definition.kind == DefinitionKind::container && definition.args.empty() && definition.working_dir.empty() && renamed.empty() && !op_of(definition.command).empty() &&
                                  std::none_of(definition.command.begin(), definition.command.end(), [](const Scalar& word) { return word.text.find("{{") != std::string::npos; });
        const bool python = definition.kind == DefinitionKind::script && definition.args.empty() && definition.working_dir.empty() && renamed.empty() && definition.command.size() == 1 && !watched &&
                            (definition.command[0].text == "python3" || definition.command[0].text == "python") && references_in(definition.source).empty();
        if (names_a_file) {
            own.command = definition.command;
            if (watched) refuse(item, {WEFT_TR("core", "%1 names a file of its own, so nothing is there that tries again or looks at the time; call the file from a command"), {task.name}});
        } else {
            if (definition.kind == DefinitionKind::container && definition.command.empty())
                refuse(item, {WEFT_TR("core", "%1 relies on the entrypoint of its image; an Elyra node runs a file, so write the command out"), {task.name}});
            const std::string file = file_name(task.name, ".py");
            own.command = {{"python3"}, {file}};
            made.files.push_back({file, python ? definition.source : starter(definition, renamed, watched && retry && retry->limit ? retry : std::nullopt, limit)});
        }
        Task out;
        out.id = task.id;
        out.name = task.name;
        out.needs = task.needs;
        for (Need& need : out.needs) need = {need.task, on_succeeded, false};
        for (const std::string& name : needed) out.params.push_back({name, Value{Source::param, {}, {}, name}});
        out.own = std::make_shared<const Definition>(std::move(own));
        return std::make_shared<const Task>(std::move(out));
    }
};

Made shaped(const Flow& flow, const ExportOptions& options) {
    Maker maker{flow, options, {}, {}};
    Flow& out = maker.made.flow;
    out.name = flow.name;
    out.description = flow.description;
    for (Parameter parameter : flow.parameters) {
        parameter.choices.clear();
        out.parameters.push_back(std::move(parameter));
    }
    for (const std::string& what : flow.unsupported) {
        Remark remark;
        remark.fit = Fit::refused;
        remark.what = {WEFT_TR("core", "the flow uses `%1`, which only its own file can say"), {what}};
        maker.made.reasons.push_back(std::move(remark));
    }
    const lint::Context context = lint::make_context(flow, {});
    for (const lint::Context::Item& item : context.items) {
        const bool runs = item.scope == 0 && !item.handler && item.definition && !item.task->muted;
        if (runs && (item.definition->kind == DefinitionKind::container || item.definition->kind == DefinitionKind::script)) out.main.tasks.push_back(maker.node(item));
    }
    return std::move(maker.made);
}

}  // namespace

Result<Exported> export_flow(const Flow& flow, const ExportOptions& options) {
    Exported out;
    const std::string file = (flow.name.empty() ? std::string("flow") : kfp::json_string(flow.name).find('\\') == std::string::npos && flow.name.find('/') == std::string::npos ? flow.name : "flow") + ".pipeline";
    if (flow.format == "elyra") {
        const Result<std::string> text = fresh(flow);
        if (!text) return tl::unexpected<Error>(text.error());
        out.files.push_back({file, *text});
        return out;
    }
    Made made = shaped(flow, options);
    const Result<std::string> text = fresh(made.flow);
    if (!text) return tl::unexpected<Error>(text.error());
    out.files.push_back({file, *text});
    for (ExportedFile& one : made.files) out.files.push_back(std::move(one));
    return out;
}

std::vector<Remark> check(const Flow& flow, const ExportOptions& options) {
    if (flow.format == "elyra") return {};
    Made made = shaped(flow, options);
    if (made.reasons.empty())
        if (const Result<std::string> text = fresh(made.flow); !text) {
            Remark remark;
            remark.fit = Fit::refused;
            remark.what = text.error().message;
            made.reasons.push_back(std::move(remark));
        }
    return std::move(made.reasons);
}

void arriving(const Flow& flow, const Task&, const Handler*, const ExportOptions& options, EffectiveEnvironment& environment) {
    if (flow.format == "elyra") return;
    Environment& merged = environment.merged;
    merged = in_whole_units(merged);
    if (!merged.image && !options.default_image.empty()) merged.image = options.default_image;
    for (Effective& field : environment.fields) {
        const auto now = [&](const char* name, const std::optional<Scalar>& value) {
            if (field.field == name && value) field.value = value->text;
        };
        now("cpu", merged.cpu);
        now("memory", merged.memory);
        now("cpu_limit", merged.cpu_limit);
        now("memory_limit", merged.memory_limit);
        now("shared_memory", merged.shared_memory);
    }
}

}  // namespace weft::elyra
