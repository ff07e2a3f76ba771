#include "core/lint/support.h"

#include <map>

namespace weft::lint {

Finding finding_of(const char* rule, Severity severity, const Context::Item* item, std::string field, Message what, Message why) {
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.what = std::move(what);
    finding.why = std::move(why);
    finding.field = std::move(field);
    if (item) {
        finding.task = item->task->id;
        finding.task_name = item->task->name;
    }
    return finding;
}

bool sets_nothing(const Environment& e) {
    return !e.image && e.env.empty() && !e.cpu && !e.memory && !e.disk && !e.gpu && !e.shared_memory && !e.cpu_limit && !e.memory_limit;
}

bool runs_container(const Context::Item& item) {
    return item.definition && (item.definition->kind == DefinitionKind::container || item.definition->kind == DefinitionKind::script);
}

const std::string* image_of(const Context& context, const Context::Item& item) {
    const auto set = [](const Environment& environment) { return environment.image && !environment.image->empty() ? &*environment.image : nullptr; };
    if (const std::string* image = set(item.task->environment)) return image;
    if (item.definition)
        if (const std::string* image = set(item.definition->environment)) return image;
    for (auto group = item.enclosing.rbegin(); group != item.enclosing.rend(); ++group) {
        if (const std::string* image = set((*group)->environment)) return image;
        if ((*group)->own)
            if (const std::string* image = set((*group)->own->environment)) return image;
    }
    return set(context.flow.environment);
}

std::string most_used_image(const Context& context) {
    std::map<std::string_view, int> count;
    for (const Context::Item& item : context.items)
        if (const std::string* image = runs_container(item) ? image_of(context, item) : nullptr) ++count[*image];
    std::string_view best;
    int most = 0;
    for (const auto& [image, uses] : count)
        if (uses > most) most = uses, best = image;
    return std::string(best);
}

std::string shown_tag(const Context& context, const std::string& field, const Reference& reference) {
    const MappedField* place = context.places && reference.tag.starts_with("{") && !reference.tag.starts_with("{{") ? context.places->find(field) : nullptr;
    const yaml::Node* node = place ? yaml::resolve(place->node.get()) : nullptr;
    return quoted(node && node->is_scalar() && node->text.starts_with("{{") ? node->text : reference.tag);
}

const yaml::Node* nth_of_name(const Context& context, std::string_view path, std::string_view name, int n) {
    const MappedField* first = context.places ? context.places->find(path) : nullptr;
    if (!first || first->tree_path.empty() || !context.stream || first->document >= context.stream->documents.size()) return nullptr;
    std::string_view way = first->tree_path;
    if (way.ends_with("/name")) way.remove_suffix(5);
    if (way.rfind('/') == std::string_view::npos) return nullptr;
    const yaml::NodePtr list = yaml::find_path(context.stream->documents[first->document].root, way.substr(0, way.rfind('/')));
    if (!list || !list->is_sequence()) return nullptr;
    for (const yaml::NodePtr& item : list->items)
        if (const yaml::NodePtr found = yaml::find(item, "name"); found && found->text == name && --n == 0) return found.get();
    return nullptr;
}

bool uses_variable(const Definition& definition, std::string_view name) {
    const auto in = [&](std::string_view text) { return text.find('$') != std::string_view::npos && replace_variable(text, name, "") != text; };
    for (const std::vector<Scalar>* words : {&definition.command, &definition.args})
        for (const Scalar& word : *words)
            if (in(word.text)) return true;
    return in(definition.source);
}

OrderAncestry::OrderAncestry(const Context::Scope& scope) : upstream_(scope.graph.tasks.size()) {
    for (std::size_t i = 0; i < scope.graph.tasks.size(); ++i) index_.emplace(scope.graph.tasks[i]->name, int(i));
    for (std::size_t i = 0; i < scope.graph.tasks.size(); ++i) {
        const Task& task = *scope.graph.tasks[i];
        for (const Need& need : task.needs)
            if (const int from = index_of(need.task); from >= 0) upstream_[i].push_back(from);
        if (task.depends.empty()) continue;
        if (const Result<std::vector<DependsTerm>> terms = depends_terms(task.depends))
            for (const DependsTerm& term : *terms)
                if (const int from = index_of(term.task); from >= 0) upstream_[i].push_back(from);
    }
}

int OrderAncestry::index_of(std::string_view name) const {
    const auto found = index_.find(name);
    return found == index_.end() ? -1 : found->second;
}

bool OrderAncestry::is_ancestor(int ancestor, int task) {
    std::vector<bool>& reached = reached_[task];
    if (reached.empty()) {
        reached.resize(upstream_.size());
        std::vector<int> open = upstream_[std::size_t(task)];
        while (!open.empty()) {
            const auto at = std::size_t(open.back());
            open.pop_back();
            if (reached[at]) continue;
            reached[at] = true;
            open.insert(open.end(), upstream_[at].begin(), upstream_[at].end());
        }
    }
    return reached[std::size_t(ancestor)];
}

}  // namespace weft::lint
