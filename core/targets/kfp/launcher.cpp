#include "core/targets/kfp/launcher.h"

#include "core/model/graph.h"
#include "core/targets/kfp/values.h"

namespace weft::kfp {
namespace {

constexpr const char* program = R"py(import json, os, shutil, signal, subprocess, sys, tempfile

spec = json.loads(sys.argv[1])
count = len(spec["parameters"])
texts = dict(zip([one["name"] for one in spec["parameters"]], sys.argv[2:2 + count]))
words = sys.argv[2 + count:]
result = os.path.join(tempfile.mkdtemp(), "executor_output.json")
states = {"Succeeded": "SUCCEEDED", "Failed": "FAILED", "Error": "FAILED"}


def value(one, text):
    kind = one["type"]
    if kind == "TASK_FINAL_STATUS":
        return {"state": states.get(text, text.upper()), "pipelineJobResourceName": "", "pipelineTaskName": "", "error": {}}
    if kind == "STRING":
        return text
    found = json.loads(text)
    if kind == "NUMBER_INTEGER":
        return int(found)
    if kind == "LIST" and one.get("items", "STRING") != "STRING":
        found = [json.loads(item) if isinstance(item, str) else item for item in found]
    return found


def artifact(one, folder):
    about = {"name": one["name"], "type": {"schemaTitle": one["title"], "schemaVersion": one["version"]}, "uri": folder + "/data", "metadata": {}}
    if os.path.exists(folder + "/about.json"):
        with open(folder + "/about.json") as file:
            about.update(json.load(file))
    return {"artifacts": [about]}


given = {"parameterValues": {}, "artifacts": {}}
for one in spec["parameters"]:
    if not (one["optional"] and texts[one["name"]] == "null"):
        given["parameterValues"][one["name"]] = value(one, texts[one["name"]])
for one in spec["inputs"]:
    if os.path.isdir("/tmp/inputs/" + one["name"]):
        given["artifacts"][one["name"]] = artifact(one, "/tmp/inputs/" + one["name"])
wanted = {"outputFile": result, "parameters": {}, "artifacts": {}}
for name in spec["outputs"]:
    wanted["parameters"][name] = {"outputFile": "/tmp/outputs/" + name + "/data"}
for one in spec["artifacts"]:
    wanted["artifacts"][one["name"]] = artifact(one, "/tmp/outputs/" + one["name"])
for name in spec["outputs"] + [one["name"] for one in spec["artifacts"]]:
    os.makedirs("/tmp/outputs/" + name, exist_ok=True)
everything = json.dumps({"inputs": given, "outputs": wanted})


def filled(word):
    if word in spec["words"]:
        word = "".join(part["text"] if "text" in part else texts[part["value"]] for part in spec["words"][word])
    return word.replace("@kfp:input@", everything)


child = subprocess.Popen([filled(word) for word in words])
signal.signal(signal.SIGTERM, lambda *_: child.terminate())
code = child.wait()
if code:
    sys.exit(code if code > 0 else 128 - code)
said = {}
if os.path.exists(result):
    with open(result) as file:
        said = json.load(file)
for name, found in said.get("parameterValues", {}).items():
    if name in spec["outputs"]:
        with open("/tmp/outputs/" + name + "/data", "w") as file:
            file.write(found if isinstance(found, str) else json.dumps(found))
for one in spec["artifacts"]:
    folder = "/tmp/outputs/" + one["name"]
    made = (said.get("artifacts", {}).get(one["name"], {}).get("artifacts") or [{}])[0]
    about = {"name": made.get("name") or one["name"], "metadata": made.get("metadata") or {}}
    uri = made.get("uri") or folder + "/data"
    elsewhere = made.get("custom_path") or uri
    for scheme, mount in (("gs://", "/gcs/"), ("minio://", "/minio/"), ("s3://", "/s3/")):
        if elsewhere.startswith(scheme):
            elsewhere = mount + elsewhere[len(scheme):]
    if uri.split("://")[0] != uri:
        about["uri"] = uri
    if elsewhere != folder + "/data" and os.path.exists(elsewhere):
        (shutil.copytree if os.path.isdir(elsewhere) else shutil.copy)(elsewhere, folder + "/data")
        about.pop("uri", None)
    with open(folder + "/about.json", "w") as file:
        json.dump(about, file)
)py";

// JSON whose text never holds what other engines take for a tag.
std::string quoted(std::string_view text) {
    std::string out;
    for (const char c : json_string(text)) out += c == '{' ? std::string("\\u007b") : std::string(1, c);
    return out;
}

std::string described(const std::vector<Launcher::Artifact>& artifacts) {
    std::string out;
    for (const Launcher::Artifact& one : artifacts)
        out += std::string(out.empty() ? "" : ", ") + "{\"name\": " + quoted(one.name) + ", \"title\": " + quoted(one.title) + ", \"version\": " + quoted(one.version) + "}";
    return "[" + out + "]";
}

// The word in pieces: text as it is, and values of parameters.
std::string pieces(const Launcher& launcher, const std::string& word) {
    std::string out;
    const auto text = [&](const std::string& piece) {
        if (!piece.empty()) out += std::string(out.empty() ? "" : ", ") + "{\"text\": " + quoted(piece) + "}";
    };
    std::size_t at = 0;
    for (const Reference& tag : references_in(word)) {
        const bool known = tag.kind == Reference::Kind::param && tag.simple && !tag.artifact &&
                           std::any_of(launcher.parameters.begin(), launcher.parameters.end(), [&](const Launcher::Given& one) { return one.name == tag.name; });
        if (!known) continue;
        text(word.substr(at, tag.at - at));
        out += std::string(out.empty() ? "" : ", ") + "{\"value\": " + quoted(tag.name) + "}";
        at = tag.at + tag.tag.size();
    }
    text(word.substr(at));
    return "[" + out + "]";
}

std::string with_input_mark(std::string word) {
    constexpr std::string_view everything = "{{$}}", mark = "@kfp:input@";
    for (std::size_t at = word.find(everything); at != std::string::npos; at = word.find(everything, at + mark.size())) word.replace(at, everything.size(), mark);
    return word;
}

}  // namespace

std::string artifact_input(const std::string& name) { return "/tmp/inputs/" + name; }
std::string artifact_output(const std::string& name) { return "/tmp/outputs/" + name; }

std::pair<std::vector<Scalar>, std::vector<Scalar>> Launcher::words(const std::string& python, const std::vector<Scalar>& component) const {
    std::string parameter_list, output_list, word_list;
    std::vector<Scalar> values, rest;
    for (const Given& one : parameters) {
        parameter_list += std::string(parameter_list.empty() ? "" : ", ") + "{\"name\": " + quoted(one.name) + ", \"type\": " + quoted(one.type) + ", \"optional\": " + (one.optional ? "true" : "false") +
                          (one.items.empty() ? std::string() : ", \"items\": " + quoted(one.items)) + "}";
        values.push_back({"{{params." + one.name + "}}"});
    }
    for (const std::string& one : outputs) output_list += std::string(output_list.empty() ? "" : ", ") + quoted(one);
    for (const Scalar& given : component) {
        const std::string word = with_input_mark(given.text);
        if (word.find("{{") == std::string::npos) {
            rest.push_back({word});
            continue;
        }
        const std::string mark = "@kfp:word:" + std::to_string(rest.size()) + "@";
        word_list += std::string(word_list.empty() ? "" : ", ") + quoted(mark) + ": " + pieces(*this, word);
        rest.push_back({mark});
    }
    const std::string spec = "{\"parameters\": [" + parameter_list + "], \"inputs\": " + described(inputs) + ", \"outputs\": [" + output_list + "], \"artifacts\": " + described(artifacts) +
                             ", \"words\": {" + word_list + "}}";
    std::vector<Scalar> args{{spec}};
    args.insert(args.end(), values.begin(), values.end());
    args.insert(args.end(), rest.begin(), rest.end());
    return {{{python}, {"-c"}, {program}}, std::move(args)};
}

}  // namespace weft::kfp
