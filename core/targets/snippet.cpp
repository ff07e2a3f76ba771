#include "core/targets/snippet.h"

#include <algorithm>
#include <array>

#include "core/yaml/reader.h"

namespace weft {
namespace {

using yaml::NodePtr;

// Every line pushed to the right; block texts and comments keep their shape among themselves.
std::string indented(std::string_view text, std::size_t by) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        if (line.find_first_not_of(" \r") != line.npos) out += std::string(by, ' ') + std::string(line);
        out += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string without_common_indent(std::string_view text) {
    std::size_t least = std::string_view::npos;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::size_t first = text.substr(at, end - at).find_first_not_of(' ');
        if (first != std::string_view::npos && text[at + first] != '\r') least = std::min(least, first);
        at = end + 1;
    }
    if (least == std::string_view::npos || least == 0) return std::string(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        out += std::string(line.size() >= least ? line.substr(least) : std::string_view()) + '\n';
        at = end + 1;
    }
    return out;
}

// A single item that was copied with the indentation of its later lines: "- name: x" or "name: x" over lines that stand deeper.
std::string as_list(const std::string& text, bool list) {
    if (list) return text;
    std::string out = indented(text, 2);
    const std::size_t first = out.find_first_not_of(" \n");
    if (first != std::string::npos && first >= 2) out[first - 2] = '-';
    return out;
}

template <std::size_t N> bool has_any(const NodePtr& map, const std::array<const char*, N>& keys) {
    return std::any_of(keys.begin(), keys.end(), [&](const char* key) { return yaml::find(map, key) != nullptr; });
}

bool is_argo_template(const NodePtr& map) {
    static constexpr std::array keys{"container", "dag", "steps", "containerSet", "resource", "suspend", "data", "plugin"};
    if (has_any(map, keys)) return true;
    const NodePtr script = yaml::find(map, "script");
    return script && script->is_map();
}

bool is_argo_task(const NodePtr& map) {
    static constexpr std::array keys{"template", "templateRef", "inline"};
    return has_any(map, keys);
}

Result<FlowPtr> opened(const std::string& text) {
    const Result<DocumentPtr> document = open_text(text);
    if (!document) return tl::unexpected(document.error());
    return (*document)->flow;
}

std::string name_of(const NodePtr& map) {
    const std::string name(yaml::text_at(map, "name"));
    return name.empty() ? "pasted" : name;
}

std::string workflow(const std::string& entry, const std::string& templates) {
    return "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: pasted}\nspec:\n  entrypoint: \"" + entry + "\"\n  templates:\n" + templates;
}

// The template that uses the others, else the first.
std::string entry_of(const std::vector<NodePtr>& templates) {
    for (const NodePtr& one : templates)
        if (yaml::find(one, "dag") || yaml::find(one, "steps")) return name_of(one);
    return name_of(templates.front());
}

Result<FlowPtr> framed(const std::string& text, const NodePtr& root) {
    const bool list = root->is_sequence();
    std::vector<NodePtr> items = list ? root->items : std::vector<NodePtr>{root};
    std::erase_if(items, [](const NodePtr& one) { return !one || !one->is_map(); });
    if (items.empty()) return fail(Message{WEFT_TR("core", "this is no piece of a flow"), {}});
    if (!list) {
        if (const NodePtr templates = yaml::find(root, "templates"); templates && templates->is_sequence() && !templates->items.empty())
            return opened("apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: pasted}\nspec:\n" +
                          (yaml::find(root, "entrypoint") ? std::string() : "  entrypoint: \"" + entry_of(templates->items) + "\"\n") + indented(text, 2));
        if (yaml::find(root, "spec")) return opened("apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: pasted}\n" + text);
        if (yaml::find(root, "tasks") && !yaml::find(root, "name")) return opened("weftwork: 1\nname: pasted\n" + text);
    }
    if (is_argo_template(items.front())) return opened(workflow(entry_of(items), indented(as_list(text, list), 4)));
    if (is_argo_task(items.front()))
        return opened(workflow("pasted-tasks", "    - name: pasted-tasks\n      dag:\n        tasks:\n" + indented(as_list(text, list), 10)));
    return opened("weftwork: 1\nname: pasted\ntasks:\n" + indented(as_list(text, list), 2));
}

bool does_something(const FlowPtr& flow) {
    const auto works = [&](const TaskPtr& task) { return task && (!task->definition.empty() || (task->own && task->own->kind != DefinitionKind::none)); };
    return std::any_of(flow->main.tasks.begin(), flow->main.tasks.end(), works);
}

}  // namespace

Result<FlowPtr> read_snippet(const std::string& text) {
    Result<FlowPtr> whole = opened(text);
    if (whole) return whole;
    const std::string plain = without_common_indent(text);
    const Result<yaml::Stream> stream = yaml::read(plain);
    if (!stream || stream->documents.size() != 1 || !stream->documents.front().root) return whole;
    const NodePtr& root = stream->documents.front().root;
    if (!root->is_map() && !root->is_sequence()) return whole;
    Result<FlowPtr> made = framed(plain, root);
    return made && does_something(*made) ? made : whole;
}

}  // namespace weft
