// One field by its path. A scalar that stands in the file is changed in place; one that does not goes through a typed edit of the flow.
#include <algorithm>
#include <charconv>

#include "core/lint/rule.h"
#include "core/model/edit.h"
#include "core/targets/document.h"
#include "core/targets/field_edit.h"

namespace weft {
namespace {

Error error_at(const DocumentPtr& document, Message message) { return {std::move(message), {document->file, 0, 0}}; }

// "tasks.train.env.X" is the variable's name, its value stands one step below.
const MappedField* value_place(const SourceMap& places, const std::string& path) {
    for (const std::string& candidate : {path + ".value", path})
        if (const MappedField* found = places.find(candidate); found && found->node && !found->tree_path.empty()) {
            const yaml::Node* node = found->node.get();
            if (node->is_scalar() || node->kind == yaml::Kind::null) return found;
        }
    return nullptr;
}

// One short line in place of several needs no block: a person would write it behind the key. A block of one line is how the file writes such a value, and
// a script is a block for the lines to come.
bool shrinks(const yaml::Node& old, const std::string& value) {
    constexpr std::size_t short_line = 60;   // bytes
    const bool block = old.style == yaml::Style::literal || old.style == yaml::Style::folded;
    return block && !value.empty() && value.size() <= short_line && value.find('\n') == std::string::npos && old.text.find('\n') < old.text.find_last_not_of('\n');
}

// Keeps quotes as they are; a plain number stays a number when the new text is one, everything else is a string.
yaml::NodePtr like(const yaml::Node& old, const std::string& value, bool script) {
    if (old.is_scalar() && old.style == yaml::Style::plain && yaml::type_of(old) != yaml::ScalarType::string) {
        const yaml::NodePtr plain = yaml::make_plain(value);
        const yaml::ScalarType type = yaml::type_of(*plain);
        if (type != yaml::ScalarType::string && type != yaml::ScalarType::null) return plain;
    }
    const yaml::NodePtr made = yaml::make_string(value);
    if (!script && shrinks(old, value)) {
        auto one_line = std::make_shared<yaml::Node>(*made);
        one_line->style = yaml::type_of(*yaml::make_plain(value)) == yaml::ScalarType::string ? yaml::Style::plain : yaml::Style::double_quoted;
        return one_line;
    }
    if (!old.quoted() || !old.tag.empty()) return made;
    auto quoted = std::make_shared<yaml::Node>(*made);
    quoted->style = old.style;
    return quoted;
}

Result<Edited> replace_scalar(const DocumentPtr& document, const MappedField& place, const std::string& value) {
    if (place.node->is_scalar() && place.node->text == value) return Edited{document, {}};
    std::vector<yaml::NodePtr> roots;
    const yaml::Stream& stream = as_read(*document).stream;
    for (const yaml::Document& one : stream.documents) roots.push_back(one.root);
    roots[place.document] = yaml::with_path(roots[place.document], place.tree_path, like(*place.node, value, place.path.ends_with(".script") || place.path.ends_with(".source")));
    Result<std::vector<yaml::TextEdit>> edits = yaml::patch(document->text, stream, roots);
    if (!edits) return tl::unexpected<Error>(edits.error());
    Result<DocumentPtr> after = retype(document, yaml::apply(document->text, *edits));
    if (!after) return tl::unexpected<Error>(after.error());
    return Edited{std::move(*after), std::move(*edits)};
}

// The task whose path is the longest head of `path`; the rest is the field.
const lint::Context::Item* find_item(const lint::Context& context, std::string_view path, std::string& field) {
    const lint::Context::Item* best = nullptr;
    for (const lint::Context::Item& item : context.items) {
        if (path.size() <= item.path.size() || path[item.path.size()] != '.' || !path.starts_with(item.path)) continue;
        if (!best || item.path.size() > best->path.size()) best = &item;
    }
    if (best) field = path.substr(best->path.size() + 1);
    return best;
}

// A task that uses the definition, for edits of "definitions.say.image".
const lint::Context::Item* find_user(const lint::Context& context, std::string_view path, std::string& field) {
    for (const lint::Context::Item& item : context.items) {
        if (item.task->definition.empty() || !path.starts_with(item.definition_path + '.')) continue;
        field = path.substr(item.definition_path.size() + 1);
        return &item;
    }
    return nullptr;
}

}  // namespace

Result<Edited> set_field(const DocumentPtr& given, const std::string& path, const std::string& value, bool only_this_use) {
    const Result<DocumentPtr> checked = check(given);
    if (!checked) return tl::unexpected<Error>(checked.error());
    const DocumentPtr& document = *checked;
    if (!document->format->abilities.edit) return tl::unexpected<Error>(error_at(document, document->format->abilities.reason));
    const Flow& flow = *document->flow;
    const lint::Context context = lint::make_context(flow, {});
    std::string field;
    const lint::Context::Item* item = find_item(context, path, field);
    const bool shared = item && !item->task->definition.empty();
    if (item && field == "name") {  // references follow
        const Result<Flow> after = edit::rename_task(flow, item->task->id, value);
        return after ? commit(document, *after) : Result<Edited>(tl::unexpected<Error>(after.error()));
    }
    const bool copy = only_this_use && shared && !is_use_field(field) && edit::uses_of(flow, item->task->definition) > 1;
    if (!copy) {
        const MappedField* place = value_place(as_read(*document).places, path);
        if (!place && shared && !is_use_field(field)) place = value_place(as_read(*document).places, item->definition_path + '.' + field);
        if (place) return replace_scalar(document, *place, value);
    }
    bool of_definition = false;
    if (!item) {
        item = find_user(context, path, field);
        of_definition = item != nullptr;
    }
    const Result<Flow> after = item ? edit_task_field(flow, *item->task, field, value, copy && !of_definition ? edit::Scope::only_this : edit::Scope::all, of_definition)
                                    : edit_flow_field(flow, path, value);
    if (!after) return tl::unexpected<Error>(Error{after.error().message, {document->file, 0, 0}});
    return commit(document, *after);
}

}  // namespace weft
