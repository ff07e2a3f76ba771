// A JobFlow has no parameters: what a flow's parameters and literals say is written out, the rest is refused.
#include <algorithm>

#include "core/model/environment.h"
#include "core/model/graph.h"
#include "core/targets/handlers_apart.h"
#include "core/targets/volcano/lower.h"
#include "core/targets/volcano/writing.h"

namespace weft::volcano {
namespace {

constexpr const char* outputs_folder = "/tmp/weft-outputs";

bool has_env(const Environment& environment, const std::string& name) {
    return std::any_of(environment.env.begin(), environment.env.end(), [&](const Binding& b) { return b.name == name; });
}

// What the webhook's own check takes; newer Kubernetes alone is laxer.
bool is_variable_name(const std::string& name) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '.'; };
    const auto good = [&](char c) { return letter(c) || (c >= '0' && c <= '9'); };
    return !name.empty() && letter(name.front()) && name != "." && !name.starts_with("..") && std::all_of(name.begin(), name.end(), good);
}

void add_params(Values& inside, const std::vector<Parameter>& inputs, const std::vector<Binding>& given, Environment& environment) {
    const auto add = [&](const std::string& name) {
        if (has_env(environment, name)) return;
        Value param;
        param.source = Source::param;
        param.name = name;
        environment.env.push_back({name, Value{Source::literal, inside.value(param)}});
    };
    for (const Parameter& input : inputs) add(input.name);
    for (const Binding& param : given) add(param.name);
}

}  // namespace

void Values::refuse(Message what, Message advice) { remarks.push_back({Fit::refused, task, path, Feature::count_, {}, std::move(what), std::move(advice)}); }

std::string Values::value(const Value& wanted) {
    switch (wanted.source) {
        case Source::literal:
        case Source::text: return text(wanted.text);
        case Source::param:
            for (auto at = params.rbegin(); at != params.rend(); ++at)
                if (at->name == wanted.name) return at->value.text;
            refuse({WEFT_TR("core", "the parameter `%1` has no value, and a JobFlow takes none when it starts"), {wanted.name}}, {WEFT_TR("core", "give it a default")});
            return {};
        default: break;   // the table says why
    }
    return {};
}

std::string Values::text(const std::string& with_tags) {
    std::string out = with_tags;
    std::vector<Reference> tags = references_in(with_tags);
    std::reverse(tags.begin(), tags.end());
    for (const Reference& tag : tags) {
        Value param;
        param.source = Source::param;
        param.name = tag.kind == Reference::Kind::workflow && tag.name.starts_with("parameters.") ? tag.name.substr(11) : tag.name;
        const bool known = tag.simple && !tag.artifact && (tag.kind == Reference::Kind::param || param.name != tag.name);
        if (known) out.replace(tag.at, tag.tag.size(), value(param));
        else if (tag.kind == Reference::Kind::workflow && tag.name == "status" && has_env(flow.environment, apart_status_variable)) out.replace(tag.at, tag.tag.size(), std::string("$(") + apart_status_variable + ")");
        else if (tag.kind == Reference::Kind::workflow && tag.name == "name") out.replace(tag.at, tag.tag.size(), slug(flow.name));
        else refuse({WEFT_TR("core", "%1 is known only while the flow runs, and Volcano puts nothing in its place"), {tag.tag}});
    }
    return out;
}

Values Values::inside(const std::vector<Parameter>& inputs, const std::vector<Binding>& arguments, TaskId of, const std::string& at) {
    Values out{flow, remarks, params, of, at};
    task = of;
    path = at;
    for (const Parameter& input : inputs) {
        const bool given = std::any_of(arguments.begin(), arguments.end(), [&](const Binding& b) { return b.name == input.name; });
        if (!given && input.value) out.params.push_back({input.name, Value{Source::literal, value(*input.value)}});
    }
    for (const Binding& argument : arguments) out.params.push_back({argument.name, Value{Source::literal, value(argument.value)}});
    return out;
}

Values flow_values(const Flow& flow, std::vector<Remark>& remarks) {
    Values out{flow, remarks, {}, 0, {}};
    for (const Parameter& parameter : flow.parameters)
        if (parameter.value) out.params.push_back({parameter.name, Value{Source::literal, parameter.value->text}});
    return out;
}

Definition lowered_pod(Values& outside, const Task& task, const Definition& definition, const std::vector<const Task*>& enclosing, const ExportOptions& options) {
    Values inside = outside.inside(definition.inputs, task.params, outside.task, outside.path);
    Definition out = definition;
    out.environment = effective_environment(outside.flow, task, enclosing).merged;
    out.retry = task.retry ? task.retry : definition.retry;
    if (!task.timeout.empty()) out.timeout = task.timeout;
    if (!out.environment.image && !options.default_image.empty()) out.environment.image = options.default_image;
    if (out.environment.image) out.environment.image = inside.text(*out.environment.image);
    for (std::vector<Scalar>* words : {&out.command, &out.args})
        for (Scalar& word : *words) word.text = inside.text(word.text);
    out.source = inside.text(out.source);
    for (Binding& variable : out.environment.env) {
        if (variable.value.source == Source::secret) variable.value.task = inside.text(variable.value.task), variable.value.name = inside.text(variable.value.name);
        else variable.value = Value{Source::literal, inside.value(variable.value)};
    }
    for (std::string& secret : out.environment.pull_secrets) secret = inside.text(secret);   // a pipeline may name these by a parameter
    for (Volume& volume : out.environment.volumes) volume.source = inside.text(volume.source);
    for (std::optional<Scalar>* amount : {&out.environment.cpu, &out.environment.memory, &out.environment.disk, &out.environment.gpu, &out.environment.shared_memory, &out.environment.cpu_limit, &out.environment.memory_limit})
        if (*amount) (*amount)->text = inside.text((*amount)->text);
    if (out.environment.service_account) out.environment.service_account = inside.text(*out.environment.service_account);
    for (Binding& label : out.environment.node_selector) label.value = Value{Source::literal, inside.value(label.value)};
    add_params(inside, definition.inputs, task.params, out.environment);
    for (const Binding& variable : out.environment.env)
        if (!is_variable_name(variable.name))
            outside.refuse({WEFT_TR("core", "`%1` is no variable that Volcano takes: letters, digits, `_`, `-` and `.`, no digit in front"), {variable.name}}, {WEFT_TR("core", "rename it here and where it is read")});
    const bool writes = std::any_of(out.outputs.begin(), out.outputs.end(), [](const Output& o) { return o.from == OutputFrom::file && o.path.empty(); });
    if (writes && !has_env(out.environment, "WEFT_OUTPUTS")) {   // its command writes there, though nobody reads it
        out.environment.env.push_back({"WEFT_OUTPUTS", Value{Source::literal, outputs_folder}});
        out.environment.volumes.push_back({Volume::Kind::empty_dir, "weft-outputs", {}, std::nullopt, outputs_folder});
    }
    out.inputs.clear();
    out.outputs.clear();
    out.files.clear();
    out.unsupported.clear();
    out.detail.clear();
    if (out.retry && out.retry->limit) out.retry = out.retry->limit->text == "0" ? std::nullopt : std::optional(Retry{out.retry->limit});
    else out.retry.reset();
    if (Message why = settle_pod(nullptr, out, task.name, true); !why.empty()) outside.refuse(std::move(why));
    return out;
}

}  // namespace weft::volcano
