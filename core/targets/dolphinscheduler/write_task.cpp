// One entry of taskDefinitionList. Only what changed is touched.
#include <algorithm>

#include "core/targets/dolphinscheduler/words.h"
#include "core/targets/dolphinscheduler/writing.h"
#include "core/yaml/reader.h"
#include "core/yaml/writer.h"

namespace weft::dolphin {
namespace {

// Nodes of another text without their places.
NodePtr bare(const NodePtr& node) {
    auto copy = std::make_shared<yaml::Node>(*node);
    copy->span = {};
    if (copy->is_scalar()) copy->style = copy->style == yaml::Style::plain ? yaml::Style::plain : yaml::Style::any;
    else copy->style = yaml::Style::any;
    for (NodePtr& item : copy->items) item = bare(item);
    for (yaml::Entry& entry : copy->entries) entry = {yaml::make_string(entry.key->text), bare(entry.value)};
    return copy;
}

const Definition& own_of(const Task& task) {
    static const Definition nothing;
    return task.own ? *task.own : nothing;
}

NodePtr words_text(const std::vector<Scalar>& words) {
    std::vector<NodePtr> items;
    for (const Scalar& word : words) items.push_back(yaml::make_string(word.text));
    return yaml::make_sequence(std::move(items), yaml::Style::flow);
}

// command and args are lists in texts; what stands there as YAML is patched like any other inner text.
void set_words(Map& params, const char* key, const std::vector<Scalar>& before, const std::vector<Scalar>& after) {
    const auto same = std::equal(before.begin(), before.end(), after.begin(), after.end(), [](const Scalar& a, const Scalar& b) { return a.text == b.text; });
    if (same) return;
    if (after.empty()) return params.text(key, "");
    const Opened list = opened(params.at(key));
    if (!list.root || !list.root->is_sequence() || list.root->items.empty()) return params.text(key, yaml::write_json(words_text(after), 0));
    std::vector<NodePtr> items;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const bool known = i < list.root->items.size() && list.root->items[i]->is_scalar() && list.root->items[i]->text == after[i].text;
        items.push_back(known ? list.root->items[i] : yaml::make_string(after[i].text));
    }
    params.set(key, list.closed(yaml::make_sequence(std::move(items), list.root->style)));
}

void set_optional(Map& params, const char* key, const std::optional<std::string>& before, const std::optional<std::string>& after) {
    if (before == after) return;
    if (after) params.text(key, *after);
    else params.set(key, nullptr);
}

void set_size(Map& params, const char* key, const std::optional<Scalar>& before, const std::optional<Scalar>& after, bool memory) {
    if (before.has_value() == after.has_value() && (!before || before->text == after->text)) return;
    if (!after) return params.set(key, nullptr);
    const Result<double> number = memory ? mebibytes_of(after->text) : cores_of(after->text);
    if (number) params.number(key, number_text(*number));
}

void set_selectors(Map& params, const std::vector<Binding>& before, const std::vector<Binding>& after) {
    if (before == after) return;
    const NodePtr list = params.at("nodeSelectors");
    std::vector<NodePtr> items;
    std::vector<bool> done(after.size(), false);
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
        const NodePtr& item = list->items[i];
        const std::string key = yaml::text_at(item, "key"), op = yaml::text_at(item, "operator");
        if (op != "In" && !op.empty()) {
            items.push_back(item);
            continue;
        }
        for (std::size_t j = 0; j < after.size(); ++j) {
            if (done[j] || after[j].name != key) continue;
            done[j] = true;
            Map changed(item);
            changed.text("values", after[j].value.text);
            items.push_back(changed.node());
            break;
        }
    }
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (done[j]) continue;
        items.push_back(yaml::make_map({{yaml::make_string("key"), yaml::make_string(after[j].name)},
                                        {yaml::make_string("operator"), yaml::make_string("In")},
                                        {yaml::make_string("values"), yaml::make_string(after[j].value.text)}}));
    }
    params.set("nodeSelectors", yaml::make_sequence(std::move(items), list ? list->style : yaml::Style::any));
}

void set_pod(Map& params, const Definition& before, const Definition& after) {
    const Environment &was = before.environment, &is = after.environment;
    set_optional(params, "image", was.image, is.image);
    set_words(params, "command", before.command, after.command);
    set_words(params, "args", before.args, after.args);
    set_optional(params, "imagePullPolicy", was.pull_policy, is.pull_policy);
    if (was.pull_secrets != is.pull_secrets) params.text("pullSecret", is.pull_secrets.empty() ? "" : is.pull_secrets[0]);
    set_size(params, "minCpuCores", was.cpu, is.cpu, false);
    set_size(params, "minMemorySpace", was.memory, is.memory, true);
    set_selectors(params, was.node_selector, is.node_selector);
}

// The code that an export gives a sub flow stands in its detail: "SUB_WORKFLOW 2001 name".
std::string sub_flow_code(const Definition& own) {
    const std::size_t first = own.detail.find(' ');
    if (first == std::string::npos) return {};
    const std::string rest = own.detail.substr(first + 1);
    const std::string code = rest.substr(0, rest.find(' '));
    return code.find_first_not_of("0123456789") == std::string::npos ? code : std::string();
}

// What a new taskParams of that type must have.
void set_defaults(Map& params, const std::string& type, const Definition& own, bool old_names) {
    if (!params.at("localParams")) params.set("localParams", yaml::make_sequence({}));
    if (!params.at("resourceList")) params.set("resourceList", yaml::make_sequence({}));
    if (own.kind != DefinitionKind::script && !own.source.empty()) {   // what another file said of it
        set_words_of(params, own.source);
        if (type != "HTTP") return;
    }
    if (type == "HTTP") {
        const auto add = [&](const char* key, NodePtr value) {
            if (!params.at(key)) params.set(key, std::move(value));
        };
        add("httpMethod", yaml::make_string("GET"));
        add("httpParams", yaml::make_sequence({}));
        add("httpBody", yaml::make_string(""));
        add("httpCheckCondition", yaml::make_string("STATUS_CODE_DEFAULT"));
        add("condition", yaml::make_string(""));
        add("connectTimeout", yaml::make_plain("10000"));
    } else if (type == "K8S") {
        params.text("type", "K8S");
        params.text("namespace", old_names ? "{\"name\":\"default\",\"cluster\":\"default\"}" : "default");
        if (!old_names) params.number("datasource", "1");
    } else if (is_sub_flow(type)) {
        params.number(old_names ? "processDefinitionCode" : "workflowDefinitionCode", sub_flow_code(own).empty() ? "0" : sub_flow_code(own));
    }
}

NodePtr params_node(const Writing& w, const Task& task, const Task& before, const NodePtr& old, bool fresh) {
    static const Definition nothing;
    const Definition &was = fresh ? nothing : own_of(before), &is = own_of(task);
    const std::string type = type_of(is);
    Map params(old);
    if (fresh) set_defaults(params, type, is, w.old_names());
    if (is.kind == DefinitionKind::container) set_pod(params, was, is);
    if (is.kind == DefinitionKind::script && was.source != is.source) params.text("rawScript", is.source);
    if (is.kind == DefinitionKind::http && was.detail != is.detail) params.text("url", is.detail);
    const std::vector<Binding> none;
    const std::vector<Binding>& ins = fresh ? none : before.params;
    if (ins != task.params || was.outputs != is.outputs) params.set("localParams", properties_node(params.at("localParams"), ins, task.params, was.outputs, is.outputs));
    return params.node();
}

void set_limits(Map& node, const Definition& was, const Definition& is) {
    if (was.retry != is.retry) {
        node.number("failRetryTimes", is.retry && is.retry->limit ? is.retry->limit->text : "0");
        if (is.retry && (!was.retry || was.retry->delay != is.retry->delay)) node.number("failRetryInterval", std::to_string(minutes_of(is.retry->delay).value_or(1)));
    }
    if (was.timeout == is.timeout) return;
    node.number("timeout", std::to_string(minutes_of(is.timeout).value_or(0)));
    node.text("timeoutFlag", is.timeout.empty() ? "CLOSE" : "OPEN");
    const std::string strategy = yaml::text_at(node.node(), "timeoutNotifyStrategy");
    if (!is.timeout.empty() && strategy != "FAILED" && strategy != "WARNFAILED") node.text("timeoutNotifyStrategy", strategy == "WARN" ? "WARNFAILED" : "FAILED");
}

// A new entry with every field that the server's form asks for, in its order.
NodePtr fresh_task(const Writing& w, const Task& task) {
    const NodePtr sibling = w.nodes.entries.empty() ? nullptr : w.nodes.entries.front().node;
    const std::string type = type_of(own_of(task));
    Map node(nullptr);
    node.set("code", code_node(sibling ? yaml::find(sibling, "code") : nullptr, w.code.at(task.id)));
    node.set("name", yaml::make_string(task.name));
    node.set("version", yaml::make_plain("1"));
    node.set("description", yaml::make_string(task.note));
    for (const char* key : {"projectCode", "userId"})
        if (const NodePtr known = yaml::find(sibling, key); known && known->is_scalar()) node.set(key, like(nullptr, known->text, true));
    node.set("taskType", yaml::make_string(type));
    const Opened params = opened(yaml::find(sibling, "taskParams"));
    const NodePtr inner = params_node(w, task, Task{}, nullptr, true);
    node.set("taskParams", params.inside ? yaml::make_string(yaml::write_json(inner, 0)) : inner);
    node.set("flag", yaml::make_string(task.muted ? "NO" : "YES"));
    node.set("isCache", yaml::make_string("NO"));
    node.set("taskPriority", yaml::make_string("MEDIUM"));
    node.set("workerGroup", yaml::make_string("default"));
    node.set("environmentCode", yaml::make_plain("-1"));
    node.set("failRetryTimes", yaml::make_plain("0"));
    node.set("failRetryInterval", yaml::make_plain("1"));
    node.set("timeoutFlag", yaml::make_string("CLOSE"));
    node.set("timeoutNotifyStrategy", yaml::make_null());
    node.set("timeout", yaml::make_plain("0"));
    set_limits(node, Definition{}, own_of(task));
    for (const char* key : {"delayTime", "taskGroupId", "taskGroupPriority"}) node.set(key, yaml::make_plain("0"));
    for (const char* key : {"cpuQuota", "memoryMax"}) node.set(key, yaml::make_plain("-1"));
    node.set("taskExecuteType", yaml::make_string("BATCH"));
    return node.node();
}

}  // namespace

void set_words_of(Map& map, const std::string& json) {
    const Result<yaml::Stream> words = json.empty() ? yaml::read_json("{}") : yaml::read_json(json);
    if (!words || words->documents.size() != 1) return;
    for (const yaml::Entry& entry : words->documents[0].root->entries) map.set(entry.key->text, bare(entry.value));
}

Result<NodePtr> task_node(const Writing& w, const Task& task, const Entry* entry) {
    const Task* old = w.old_of(task);
    if (!entry || !old) return fresh_task(w, task);
    const std::string type = type_of(own_of(task));
    const bool same_type = type == yaml::text_at(entry->node, "taskType");
    Map node(entry->node);
    if (old->name != task.name) node.text("name", task.name);
    if (old->note != task.note) node.text("description", task.note);
    if (old->muted != task.muted) node.text("flag", task.muted ? "NO" : "YES");
    if (!same_type) node.text("taskType", type);
    const Opened params = opened(yaml::find(entry->node, "taskParams"));
    const NodePtr now = params_node(w, task, *old, same_type ? params.root : nullptr, !same_type);
    if (now != params.root && (same_type ? !(now->entries.empty() && !params.root) : true)) {
        if (!same_type && params.inside) node.set("taskParams", like(params.outer, yaml::write_json(now, 0)));
        else node.set("taskParams", params.closed(now));
    }
    set_limits(node, own_of(*old), own_of(task));
    return node.node();
}

}  // namespace weft::dolphin
