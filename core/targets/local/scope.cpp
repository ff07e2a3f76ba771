#include "core/targets/local/scope.h"

#include "core/model/tags.h"

namespace weft::local {

namespace {

bool take(std::string_view* text, std::string_view head) {
    if (!text->starts_with(head)) return false;
    text->remove_prefix(head.size());
    return true;
}

// nullopt: not a tag of ours.
std::optional<Result<std::string>> answer(std::string_view inner, const Resolver& resolver) {
    std::string_view rest = inner;
    if (take(&rest, "inputs.parameters.") || take(&rest, "params.")) return resolver.param(std::string(rest));
    if (inner.starts_with("inputs.artifacts.") || inner.starts_with("outputs.")) return resolver.own_file(std::string(inner));
    if (take(&rest, "workflow.") || take(&rest, "flow.")) return resolver.workflow(std::string(rest));
    if (const tags::TaskTag task = tags::split_task_tag(inner); !task.name.empty()) return resolver.task(std::string(task.name), std::string(task.rest));
    if (inner == "item") return resolver.item({});
    if (take(&rest, "item.")) return resolver.item(std::string(rest));
    if (inner == "retries" || inner == "pod.name" || inner == "node.name" || inner.starts_with("lastRetry.")) return resolver.attempt(std::string(inner));
    return std::nullopt;
}

}  // namespace

Result<std::string> substitute(std::string_view text, const Resolver& resolver, const TagCheck& check) {
    if (text.find("{{") == std::string_view::npos) return std::string(text);
    std::string out;
    std::size_t done = 0;
    for (const tags::Tag& tag : tags::find_tags(text)) {
        const std::string whole(text.substr(tag.begin, tag.end - tag.begin));
        if (tag.expression) return fail({WEFT_TR("core", "the expression \"%1\" is not evaluated on this computer"), {whole}});
        if (!tag.closed) continue;
        auto value = answer(tag.inner, resolver);
        if (!value) continue;
        if (!*value) return fail({WEFT_TR("core", "\"%1\": %2"), {whole, english((*value).error().message)}});
        if (check)
            if (Message refusal = check(tag.begin, whole, **value); !refusal.empty()) return fail(std::move(refusal));
        out.append(text.substr(done, tag.begin - done));
        out.append(**value);
        done = tag.end;
    }
    out.append(text.substr(done));
    return out;
}

Result<std::string> resolve(const Value& value, const Resolver& resolver) {
    switch (value.source) {
        case Source::literal: return value.text;
        case Source::text: return substitute(value.text, resolver);
        case Source::param: return resolver.param(value.name);
        case Source::output: return resolver.task(value.task, "outputs." + value.name);
        case Source::item: return resolver.item(value.name);
        case Source::status: return resolver.status();
        case Source::secret: return fail({WEFT_TR("core", "the secret \"%1\" is not available on this computer"), {value.task + "." + value.name}});
    }
    return std::string();
}

bool has_expression(std::string_view text) {
    if (text.find("{{=") == std::string_view::npos && text.find("{{ =") == std::string_view::npos) return false;
    for (const tags::Tag& tag : tags::find_tags(text))
        if (tag.expression) return true;
    return false;
}

}  // namespace weft::local
