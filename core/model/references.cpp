// What a value, a text or a whole task refers to; and renaming inside them.
#include <algorithm>

#include "core/model/graph.h"
#include "core/model/tags.h"

namespace weft {
namespace {

std::string_view behind(std::string_view text, std::string_view prefix) { return text.substr(prefix.size()); }

void read_task_rest(Reference& reference, std::string_view rest) {
    if (!rest.starts_with("outputs")) {
        reference.kind = Reference::Kind::status;
        reference.name = rest;
        return;
    }
    reference.kind = Reference::Kind::output;
    for (const std::string_view prefix : {"outputs.parameters.", "outputs.artifacts.", "outputs."}) {
        if (!rest.starts_with(prefix)) continue;
        reference.artifact = prefix == "outputs.artifacts.";
        reference.name = behind(rest, prefix);
        return;
    }
}

Reference read_simple(std::string_view inner) {
    Reference reference;
    if (const tags::TaskTag task = tags::split_task_tag(inner); !task.name.empty()) {
        reference.task = task.name;
        read_task_rest(reference, task.rest);
        return reference;
    }
    for (const std::string_view prefix : {"params.", "inputs.parameters.", "inputs.artifacts."}) {
        if (!inner.starts_with(prefix) || inner.size() == prefix.size()) continue;
        reference.kind = Reference::Kind::param;
        reference.artifact = prefix == "inputs.artifacts.";
        reference.name = behind(inner, prefix);
        return reference;
    }
    for (const std::string_view prefix : {"workflow.", "flow."}) {
        if (!inner.starts_with(prefix)) continue;
        reference.kind = Reference::Kind::workflow;
        reference.name = behind(inner, prefix);
        return reference;
    }
    if (inner == "item" || inner.starts_with("item.")) {
        reference.kind = Reference::Kind::item;
        reference.name = inner == "item" ? std::string_view() : inner.substr(5);
    }
    return reference;
}

Reference read_chain(const tags::Chain& chain) {
    std::string dotted(chain.root);
    const bool of_task = (chain.root == "tasks" || chain.root == "steps") && !chain.parts.empty();
    for (std::size_t i = of_task ? 1 : 0; i < chain.parts.size(); ++i) dotted += '.' + chain.parts[i];
    if (!of_task) return read_simple(dotted);
    Reference reference;
    reference.task = chain.parts.front();
    read_task_rest(reference, dotted.size() > chain.root.size() ? std::string_view(dotted).substr(chain.root.size() + 1) : std::string_view());
    return reference;
}

Reference structured(Reference::Kind kind, std::string task, std::string name, std::string tag) {
    Reference reference;
    reference.kind = kind;
    reference.task = std::move(task);
    reference.name = std::move(name);
    reference.tag = std::move(tag);
    return reference;
}

struct Collector {
    std::vector<FieldReference> found;

    void text(std::string_view text, std::string_view field) {
        if (text.find("{{") == std::string_view::npos) return;
        for (Reference& reference : references_in(text)) found.push_back({std::move(reference), std::string(field)});
    }
    void value(const Value& value, const std::string& field) {
        for (Reference& reference : references(value)) found.push_back({std::move(reference), field});
    }
    void scalar(const std::optional<Scalar>& scalar, std::string_view field) {
        if (scalar) text(scalar->text, field);
    }
    void environment(const Environment& environment) {
        if (environment.image) text(*environment.image, "image");
        scalar(environment.cpu, "cpu");
        scalar(environment.memory, "memory");
        scalar(environment.disk, "disk");
        scalar(environment.gpu, "gpu");
        scalar(environment.cpu_limit, "cpu_limit");
        scalar(environment.memory_limit, "memory_limit");
        for (const Binding& binding : environment.env) value(binding.value, "env." + binding.name + ".value");
        for (const Binding& binding : environment.node_selector) value(binding.value, "node_selector." + binding.name);
    }
    void file(const InputFile& file) {
        if (file.from) value(*file.from, "files." + file.name);
        if (file.raw) text(*file.raw, "files." + file.name);
    }
    void definition(const Definition& definition) {
        for (const Scalar& word : definition.command) text(word.text, "command");
        for (const Scalar& word : definition.args) text(word.text, "args");
        text(definition.source, "script");
        text(definition.working_dir, "working_dir");
        for (const InputFile& input : definition.files) file(input);
        environment(definition.environment);
    }
};

// The same places as Collector's, told by name alone.
struct Names {
    const std::function<void(std::string_view)>& tell;

    void text(std::string_view text) const {
        if (text.find("{{") == std::string_view::npos) return;
        for (const Reference& reference : references_in(text)) {
            if (!reference.task.empty()) tell(reference.task);
        }
    }
    void value(const Value& value) const {
        if (value.source == Source::output) tell(value.task);
        else if (value.source == Source::literal || value.source == Source::text) text(value.text);
    }
    void scalar(const std::optional<Scalar>& scalar) const {
        if (scalar) text(scalar->text);
    }
    void environment(const Environment& e) const {
        if (e.image) text(*e.image);
        for (const auto* field : {&e.cpu, &e.memory, &e.disk, &e.gpu, &e.cpu_limit, &e.memory_limit}) scalar(*field);
        for (const Binding& binding : e.env) value(binding.value);
        for (const Binding& binding : e.node_selector) value(binding.value);
    }
    void files(const std::vector<InputFile>& files) const {
        for (const InputFile& file : files) {
            if (file.from) value(*file.from);
            if (file.raw) text(*file.raw);
        }
    }
};

// Replaces [begin, end) pieces from the back so that offsets stay right.
struct Piece { std::size_t begin, end; std::string text; };
std::string replaced(std::string_view text, std::vector<Piece> pieces) {
    std::string out(text);
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.begin > b.begin; });
    for (const Piece& piece : pieces) out.replace(piece.begin, piece.end - piece.begin, piece.text);
    return out;
}

std::string new_part(const tags::Chain& chain, const std::string& from, std::string_view to) {
    const bool stays_bracket = chain.bracket && (tags::is_identifier(from) || chain.quote == '"');  // tasks["a"]: somebody likes it so
    if (tags::is_identifier(to) && !stays_bracket) return "." + std::string(to);
    return std::string("[") + chain.quote + std::string(to) + chain.quote + "]";
}

void rename_chains(std::string_view text, std::size_t offset, std::string_view from, std::string_view to, std::vector<Piece>& pieces) {
    for (const tags::Chain& chain : tags::find_chains(text)) {
        if ((chain.root != "tasks" && chain.root != "steps") || chain.parts.empty() || chain.parts.front() != from) continue;
        pieces.push_back({offset + chain.name_begin, offset + chain.name_end, new_part(chain, chain.parts.front(), to)});
    }
}

}  // namespace

std::vector<Reference> references_in(std::string_view text) {
    std::vector<Reference> found;
    for (const tags::Tag& tag : tags::find_tags(text)) {
        const auto add = [&](Reference reference) {
            reference.tag = text.substr(tag.begin, tag.end - tag.begin);
            reference.at = tag.begin;
            reference.simple = !tag.expression;
            found.push_back(std::move(reference));
        };
        if (!tag.closed) {
            add({});
        } else if (!tag.expression) {
            add(read_simple(tag.inner));
        } else {
            const std::vector<tags::Chain> chains = tags::find_chains(tag.inner);
            for (const tags::Chain& chain : chains) add(read_chain(chain));
            if (chains.empty()) add({});
        }
    }
    return found;
}

std::vector<Reference> references(const Value& value) {
    using Kind = Reference::Kind;
    switch (value.source) {
        case Source::param: return {structured(Kind::param, {}, value.name, "{param: " + value.name + "}")};
        case Source::output: return {structured(Kind::output, value.task, value.name, "{output: " + value.task + "." + value.name + "}")};
        case Source::item: return {structured(Kind::item, {}, value.name, value.name.empty() ? "{{item}}" : "{{item." + value.name + "}}")};
        case Source::status: return {structured(Kind::workflow, {}, "status", "{status: flow}")};
        case Source::secret: return {};
        case Source::literal:
        case Source::text: break;
    }
    return references_in(value.text);
}

std::vector<FieldReference> references_of(const Flow&, const Task& task) {
    Collector collect;
    for (const Binding& param : task.params) collect.value(param.value, "params." + param.name + ".value");
    for (const InputFile& file : task.files) collect.file(file);
    collect.text(task.when, "when");
    if (task.loop) {
        collect.text(task.loop->param, "loop");
        for (const std::string& item : task.loop->items) collect.text(item, "loop");
        for (const Scalar* bound : {&task.loop->count, &task.loop->start, &task.loop->end}) collect.text(bound->text, "loop");
    }
    collect.environment(task.environment);
    if (task.own) collect.definition(*task.own);
    return std::move(collect.found);
}

void for_each_read(const Task& task, const std::function<void(std::string_view)>& fn) {
    const Names names{fn};
    for (const Binding& param : task.params) names.value(param.value);
    names.files(task.files);
    names.text(task.when);
    if (task.loop) {
        names.text(task.loop->param);
        for (const std::string& item : task.loop->items) names.text(item);
        for (const Scalar* bound : {&task.loop->count, &task.loop->start, &task.loop->end}) names.text(bound->text);
    }
    names.environment(task.environment);
    if (!task.own) return;
    for (const Scalar& word : task.own->command) names.text(word.text);
    for (const Scalar& word : task.own->args) names.text(word.text);
    names.text(task.own->source);
    names.text(task.own->working_dir);
    names.files(task.own->files);
    names.environment(task.own->environment);
}

std::string rename_in_tags(std::string_view text, std::string_view from, std::string_view to) {
    if (from.empty() || text.find("{{") == std::string_view::npos) return std::string(text);
    std::vector<Piece> pieces;
    for (const tags::Tag& tag : tags::find_tags(text)) {
        if (!tag.closed) continue;
        if (tag.expression) {
            rename_chains(tag.inner, tag.inner_at, from, to, pieces);
        } else if (const tags::TaskTag task = tags::split_task_tag(tag.inner); task.name == from) {
            pieces.push_back({tag.inner_at + task.name_at, tag.inner_at + task.name_at + from.size(), std::string(to)});
        }
    }
    return pieces.empty() ? std::string(text) : replaced(text, std::move(pieces));
}

std::string rename_in_expression(std::string_view text, std::string_view from, std::string_view to) {
    if (from.empty()) return std::string(text);
    if (text.find("{{") != std::string_view::npos) return rename_in_tags(text, from, to);
    std::vector<Piece> pieces;
    rename_chains(text, 0, from, to, pieces);
    return pieces.empty() ? std::string(text) : replaced(text, std::move(pieces));
}

}  // namespace weft
