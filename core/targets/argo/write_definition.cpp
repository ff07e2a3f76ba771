// A changed Definition back into its template.
#include "core/targets/argo/build.h"
#include "core/targets/argo/volumes.h"
#include "core/targets/argo/writing.h"

namespace weft::argo {
namespace {

const char* container_key(DefinitionKind kind) {
    if (kind == DefinitionKind::container) return "container";
    return kind == DefinitionKind::script ? "script" : nullptr;
}

NodePtr write_parameter(const NodePtr& item, const Parameter& before, const Parameter& after, bool inputs) {
    NodePtr out = sync_text(item, "name", before.name, after.name);
    out = sync_text(out, "description", before.description, after.description);
    if (before.value != after.value) {
        const char* key = yaml::find_entry(item, "value") ? "value" : yaml::find_entry(item, "default") ? "default" : inputs ? "default" : "value";
        out = sync_entry(out, key, [&](const NodePtr& old) -> NodePtr { return after.value ? with_text(old, value_text(*after.value, {})) : nullptr; });
        if (after.value && has_value(out, "valueFrom")) out = yaml::without_entry(out, "valueFrom");
    }
    if (before.choices == after.choices) return out;
    return sync_entry(out, "enum", [&](const NodePtr& old) {
        std::vector<Scalar> was, is;
        for (const std::string& choice : before.choices) was.push_back({choice});
        for (const std::string& choice : after.choices) is.push_back({choice});
        return sync_words(old, was, is);
    });
}

NodePtr write_output(const NodePtr& item, const Output& before, const Output& after) {
    if (before == after) return item;
    NodePtr out = sync_text(item, "name", before.name, after.name);
    if (before.artifact) {
        out = sync_text(out, "path", before.path, after.path);
        if (before.expression != after.expression) {
            const std::string text = value_text(after.expression, {}, true);
            const bool expression = text.starts_with("{{=") && text.ends_with("}}");
            out = sync_entry(out, expression ? "fromExpression" : "from", [&](const NodePtr& old) { return with_text(old, expression ? text.substr(3, text.size() - 5) : text); });
        }
        return sync_flag(out, "optional", before.optional, after.optional);
    }
    return sync_below(out, "valueFrom", [&](NodePtr from) {
        from = sync_text(from, "path", before.path, after.path);
        from = sync_optional(from, "default", before.fallback, after.fallback);
        if (before.expression == after.expression) return from;
        const std::string text = value_text(after.expression, {});
        const bool expression = text.starts_with("{{=") && text.ends_with("}}");
        return sync_entry(from, expression ? "expression" : "parameter",
                          [&](const NodePtr& old) { return with_text(old, expression ? text.substr(3, text.size() - 5) : text); });
    });
}

bool implied(const Output& output) { return output.from == OutputFrom::standard_output || output.from == OutputFrom::exit_code; }

std::vector<Output> written(const std::vector<Output>& outputs, bool artifacts) {
    std::vector<Output> out;
    for (const Output& output : outputs)
        if (!implied(output) && output.artifact == artifacts) out.push_back(output);
    return out;
}

NodePtr write_outputs(const NodePtr& tmpl, const std::vector<Output>& before, const std::vector<Output>& after) {
    if (before == after) return tmpl;
    const ListSync<Output> how{[](const Output& o) { return o.name; }, write_output, output_node};
    return sync_below(tmpl, "outputs", [&](NodePtr outputs) {
        outputs = sync_entry(outputs, "parameters", [&](const NodePtr& list) { return sync_list<Output>(list, written(before, false), written(after, false), how); });
        return sync_entry(outputs, "artifacts", [&](const NodePtr& list) { return sync_list<Output>(list, written(before, true), written(after, true), how); });
    }, "name");
}

NodePtr write_inputs(const NodePtr& tmpl, const Definition& before, const Definition& after) {
    if (before.inputs == after.inputs && before.files == after.files) return tmpl;
    return sync_below(tmpl, "inputs", [&](NodePtr inputs) {
        inputs = sync_entry(inputs, "parameters", [&](const NodePtr& list) { return write_parameters(list, before.inputs, after.inputs, true); });
        return sync_entry(inputs, "artifacts", [&](const NodePtr& list) { return write_files(list, before.files, after.files, {}); });
    }, "name");
}

NodePtr write_retry(const NodePtr& tmpl, const std::optional<Retry>& before, const std::optional<Retry>& after) {
    if (before == after) return tmpl;
    return sync_entry(tmpl, "retryStrategy", [&](const NodePtr& old) -> NodePtr {
        if (!after) return nullptr;
        if (!before || !old) return retry_node(*after);
        NodePtr out = sync_scalar(old, "limit", before->limit, after->limit);
        out = sync_text(out, "retryPolicy", before->policy, after->policy);
        out = sync_text(out, "expression", before->expression, after->expression);
        return sync_below(out, "backoff", [&](NodePtr backoff) {
            backoff = sync_text(backoff, "duration", before->delay, after->delay);
            backoff = sync_text(backoff, "maxDuration", before->max_delay, after->max_delay);
            if (before->factor == after->factor) return backoff;
            Retry only;
            only.factor = after->factor;
            const NodePtr fresh = after->factor ? yaml::find_path(retry_node(only), "backoff/factor") : nullptr;
            return sync_entry(backoff, "factor", [&](const NodePtr&) { return fresh; });
        });
    }, "name");
}

bool is_seconds(const std::string& text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos; }

NodePtr write_time_limit(const NodePtr& tmpl, const std::string& before, const std::string& after) {
    if (before == after) return tmpl;
    const bool has_timeout = yaml::find_entry(tmpl, "timeout") != nullptr;
    if (after.empty()) return yaml::without_entry(tmpl, has_timeout ? "timeout" : "activeDeadlineSeconds");
    const bool seconds = is_seconds(after);
    NodePtr out = tmpl;
    if (seconds == has_timeout && !before.empty()) out = yaml::without_entry(out, has_timeout ? "timeout" : "activeDeadlineSeconds");
    if (!seconds) return sync_entry(out, "timeout", [&](const NodePtr& old) { return with_text(old, after); }, "name");
    return sync_entry(out, "activeDeadlineSeconds", [&](const NodePtr& old) { return old && old->quoted() ? with_text(old, after) : yaml::make_plain(after); }, "name");
}

NodePtr write_container(Writing& writing, const NodePtr& tmpl, const Definition& before, const Definition& after) {
    const char* key = container_key(after.kind);
    NodePtr out = tmpl;
    if (container_key(before.kind) && before.kind != after.kind) out = yaml::with_renamed_key(out, container_key(before.kind), key);
    out = sync_entry(out, key, [&](const NodePtr& old) {
        NodePtr container = old && old->is_map() ? old : yaml::make_map({});
        const NodePtr start = container;
        container = sync_entry(container, "command", [&](const NodePtr& list) { return sync_words(list, before.command, after.command); });
        container = sync_entry(container, "args", [&](const NodePtr& list) { return sync_words(list, before.args, after.args); });
        container = sync_text(container, "source", before.source, after.source);
        container = sync_text(container, "workingDir", before.working_dir, after.working_dir);
        return container == start ? old : container;
    });
    return write_pod_environment(writing, out, key, before.environment, after.environment);
}

NodePtr write_work(Writing& writing, const NodePtr& tmpl, const Definition& before, const Definition& after) {
    if (container_key(after.kind) && (container_key(before.kind) || before.kind == after.kind)) return write_container(writing, tmpl, before, after);
    if (before.kind != after.kind) {  // another kind of work: that part is written afresh
        NodePtr out = tmpl;
        for (const std::string& key : template_kinds({tmpl, {}})) out = yaml::without_entry(out, key);
        const NodePtr fresh = template_node(after, {{}, &writing.after.environment.volumes});
        out = sync_entry(out, "volumes", [&](const NodePtr& list) { return write_template_volumes(writing, list, before.environment.volumes, after.environment.volumes); }, "name");
        for (const std::string& key : template_kinds({fresh, {}})) out = yaml::with_entry(out, key, yaml::find(fresh, key));
        return out;
    }
    NodePtr out = write_pod_environment(writing, tmpl, nullptr, before.environment, after.environment);
    if (before.detail == after.detail) return out;
    if (after.kind == DefinitionKind::http) return sync_below(out, "http", [&](const NodePtr& http) { return sync_text(http, "url", before.detail, after.detail); });
    if (after.kind == DefinitionKind::wait) {
        const NodePtr fresh = yaml::find(template_node(after), "suspend");
        return sync_entry(out, "suspend", [&](const NodePtr& old) { return yaml::same_value(old.get(), fresh.get()) ? old : fresh; });
    }
    return out;
}

}  // namespace

NodePtr write_parameters(const NodePtr& list, const std::vector<Parameter>& before, const std::vector<Parameter>& after, bool inputs) {
    if (before == after) return list;
    return sync_list<Parameter>(list, before, after,
                                {[](const Parameter& p) { return p.name; },
                                 [inputs](const NodePtr& item, const Parameter& b, const Parameter& a) { return b == a ? item : write_parameter(item, b, a, inputs); },
                                 [inputs](const Parameter& p) { return parameter_node(p, inputs); }});
}

NodePtr write_files(const NodePtr& list, const std::vector<InputFile>& before, const std::vector<InputFile>& after, const Spelling& spelling) {
    if (before == after) return list;
    const auto change = [&](const NodePtr& item, const InputFile& b, const InputFile& a) {
        NodePtr out = sync_text(item, "name", b.name, a.name);
        out = sync_text(out, "path", b.path, a.path);
        out = sync_flag(out, "optional", b.optional, a.optional);
        if (b.from != a.from) {
            const std::string text = a.from ? value_text(*a.from, spelling, true) : std::string();
            const bool expression = text.starts_with("{{=") && text.ends_with("}}");
            out = sync_entry(out, expression ? "fromExpression" : "from",
                             [&](const NodePtr& old) -> NodePtr { return a.from ? with_text(old, expression ? text.substr(3, text.size() - 5) : text) : nullptr; });
        }
        if (b.raw == a.raw) return out;
        if (!a.raw) return yaml::without_entry(out, "raw");
        return sync_below(out, "raw", [&](const NodePtr& raw) { return sync_entry(raw, "data", [&](const NodePtr& old) { return with_text(old, *a.raw); }); });
    };
    return sync_list<InputFile>(list, before, after, {[](const InputFile& f) { return f.name; }, change, [&](const InputFile& f) { return file_node(f, spelling); }});
}

NodePtr write_definition(Writing& writing, const NodePtr& tmpl, const Definition& before, const Definition& after) {
    if (before == after) return tmpl;
    NodePtr out = sync_text(tmpl, "name", before.name, after.name);
    out = write_inputs(out, before, after);
    out = write_outputs(out, before.outputs, after.outputs);
    out = write_retry(out, before.retry, after.retry);
    out = write_time_limit(out, before.timeout, after.timeout);
    if (before.parallelism != after.parallelism)
        out = sync_entry(out, "parallelism", [&](const NodePtr&) -> NodePtr { return after.parallelism ? yaml::make_plain(std::to_string(*after.parallelism)) : nullptr; }, "name");
    out = write_work(writing, out, before, after);
    if (before.fail_fast != after.fail_fast && !after.sequential)
        out = sync_below(out, "dag", [&](const NodePtr& dag) { return sync_flag(dag, "failFast", before.fail_fast, after.fail_fast, true); });
    if (before.body && after.body && before.body != after.body) out = write_body(writing, out, *before.body, *after.body, after.sequential, false);
    return out;
}

}  // namespace weft::argo
