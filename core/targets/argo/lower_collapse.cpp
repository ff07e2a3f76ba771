// More than 200 templates: pods that differ in words, values of variables or the script's text become one template with inputs.
#include <algorithm>
#include <functional>
#include <map>

#include "core/targets/argo/build.h"
#include "core/targets/argo/lower.h"
#include "core/yaml/writer.h"

namespace weft::argo {
namespace {

// Every text of a pod that an input may stand in for, in a fixed order.
std::vector<std::string*> texts_of(Definition& pod) {
    std::vector<std::string*> out;
    if (pod.environment.image) out.push_back(&*pod.environment.image);
    for (Scalar& word : pod.command) out.push_back(&word.text);
    for (Scalar& word : pod.args) out.push_back(&word.text);
    for (Binding& variable : pod.environment.env)
        if (variable.value.source != Source::secret) out.push_back(&variable.value.text);
    out.push_back(&pod.source);
    return out;
}

// What is left when those texts are taken away: pods of one shape can share a template.
std::string shape_of(const Definition& pod) {
    Definition bare = pod;
    bare.name.clear();
    for (std::string* text : texts_of(bare)) *text = text->empty() ? "" : "x";
    for (Binding& variable : bare.environment.env)
        if (variable.value.source != Source::secret) variable.value = Value{Source::literal, "x"};
    return yaml::write_yaml(template_node(bare));
}

struct Shared {
    std::string name;
    std::vector<Binding> arguments;   // beside the use's own
};

void collapse_group(const std::vector<const Definition*>& group, std::vector<DefinitionPtr>& made, std::map<std::string, Shared>& shared) {
    Definition first = *group.front();
    const std::vector<std::string*> texts = texts_of(first);
    std::vector<std::size_t> differing;
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (const Definition* other : group) {
            Definition copy = *other;
            if (*texts_of(copy)[i] == *texts[i]) continue;
            differing.push_back(i);
            break;
        }
    // An argument is text of the body around it: what holds a tag of the template itself cannot go out there.
    for (const Definition* other : group) {
        Definition copy = *other;
        const std::vector<std::string*> own = texts_of(copy);
        if (std::any_of(differing.begin(), differing.end(), [&](std::size_t i) { return own[i]->find("{{") != std::string::npos; })) {
            for (const Definition* one : group) made.push_back(std::make_shared<const Definition>(*one));
            return;
        }
    }
    std::vector<std::string> names;
    for (std::size_t n = 0; n < differing.size(); ++n) {
        std::string name = "value-" + std::to_string(n + 1);
        while (std::any_of(first.inputs.begin(), first.inputs.end(), [&](const Parameter& p) { return p.name == name; })) name += "-own";
        names.push_back(name);
        first.inputs.push_back({name});
        *texts[differing[n]] = "{{inputs.parameters." + name + "}}";
    }
    for (Binding& variable : first.environment.env)
        if (variable.value.source != Source::secret) variable.value = read_text_value(variable.value.text, {});
    for (const Definition* other : group) {
        Definition copy = *other;
        const std::vector<std::string*> own = texts_of(copy);
        Shared use{first.name, {}};
        for (std::size_t n = 0; n < differing.size(); ++n) use.arguments.push_back({names[n], Value{Source::literal, *own[differing[n]]}});
        shared.emplace(other->name, std::move(use));
    }
    made.push_back(std::make_shared<const Definition>(std::move(first)));
}

TaskPtr redirected(const TaskPtr& task, const std::map<std::string, Shared>& shared) {
    Task out = *task;
    if (const auto found = shared.find(task->definition); found != shared.end()) {
        out.definition = found->second.name;
        out.params.insert(out.params.end(), found->second.arguments.begin(), found->second.arguments.end());
    }
    for (Handler& hook : out.handlers) {
        const std::string before = hook.task->definition;
        hook.task = redirected(hook.task, shared);
        if (before != hook.task->definition && hook.task->name == before) {   // an exit hook is called after its template
            Task named = *hook.task;
            named.name = named.definition;
            hook.task = std::make_shared<const Task>(std::move(named));
        }
    }
    return out == *task ? task : std::make_shared<const Task>(std::move(out));
}

Body redirected(const Body& body, const std::map<std::string, Shared>& shared) {
    Body out = body;
    for (TaskPtr& task : out.tasks) task = redirected(task, shared);
    for (Handler& handler : out.handlers) handler.task = redirected(handler.task, shared);
    return out;
}

}  // namespace

void collapse_templates(Lowering& lowering) {
    Flow& flow = lowering.out.flow;
    if (!lowering.nest || flow.definitions.size() <= most_templates) return;
    std::map<std::string, std::vector<const Definition*>> groups;
    std::vector<std::string> order;
    std::vector<DefinitionPtr> made;
    std::map<std::string, Shared> shared;
    const std::vector<DefinitionPtr> whole = flow.definitions;
    for (const DefinitionPtr& definition : whole) {
        if (definition->kind != DefinitionKind::container && definition->kind != DefinitionKind::script) continue;
        const std::string shape = shape_of(*definition);
        if (!groups.count(shape)) order.push_back(shape);
        groups[shape].push_back(definition.get());
    }
    for (const std::string& shape : order)
        if (groups[shape].size() > 1) collapse_group(groups[shape], made, shared);
    if (shared.empty()) return;
    std::vector<DefinitionPtr> kept;
    std::set<std::string> done;
    for (const DefinitionPtr& definition : whole) {
        const auto found = shared.find(definition->name);
        if (found == shared.end()) {
            Definition copy = *definition;
            if (copy.body) copy.body = std::make_shared<const Body>(redirected(*copy.body, shared));
            kept.push_back(copy == *definition ? definition : std::make_shared<const Definition>(std::move(copy)));
        } else if (done.insert(found->second.name).second) {
            kept.push_back(*std::find_if(made.begin(), made.end(), [&](const DefinitionPtr& d) { return d->name == found->second.name; }));
        }
    }
    flow.definitions = std::move(kept);
    flow.main = redirected(flow.main, shared);
}

}  // namespace weft::argo
