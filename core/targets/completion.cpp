#include "core/targets/completion.h"

#include <algorithm>
#include <cctype>
#include <unordered_set>

#include "core/model/graph.h"
#include "core/targets/grammar.h"
#include "core/targets/source_place.h"

namespace weft {
namespace {

using Kind = Completion::Kind;

std::string folded(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = char(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

bool runs_in_steps(const Flow& flow, const BodyRef& where) {
    if (const Task* group = where.task ? find_task(flow, where.task) : nullptr) {
        const Definition* own = definition_of(flow, *group);
        return own && own->sequential;
    }
    const Definition* owner = find_definition(flow, where.definition.empty() ? flow.entrypoint : where.definition);
    return owner && owner->sequential;
}

ReferencePlace place_of(const Flow& flow, TaskId id, TextPlace place, Spelling spelling) {
    const BodyRef where = id ? body_of(flow, id) : BodyRef{};
    return {place, where == BodyRef{}, runs_in_steps(flow, where), spelling};
}

Kind kind_of(InScope::Kind kind) {
    switch (kind) {
        case InScope::Kind::flow_parameter:
        case InScope::Kind::parameter: return Kind::parameter;
        case InScope::Kind::output: return Kind::output;
        case InScope::Kind::item: return Kind::item;
        case InScope::Kind::status: return Kind::status;
        case InScope::Kind::secret: break;
    }
    return Kind::secret;
}

Completion made(const InScope& one, std::string text, std::string shown) {
    return {kind_of(one.kind), std::move(text), std::move(shown), one.type, one.kind == InScope::Kind::flow_parameter ? std::string() : one.task, one.detail};
}

// "{{tasks.a.outputs.b}}" is listed and found as what stands between the marks.
std::string inside(const ReferenceLanguage& language, const std::string& text) {
    std::string_view inner = text;
    inner.remove_prefix(std::min(language.opening.size(), inner.size()));
    inner.remove_suffix(std::min(language.closing.size(), inner.size()));
    return std::string(inner);
}

// The reference that is being typed: from its opening characters to the cursor, on one line and not closed.
struct Open { std::size_t from = std::string_view::npos; std::string typed; };
Open open_reference(const ReferenceLanguage& language, std::string_view text, std::size_t cursor) {
    const std::size_t line = cursor == 0 ? 0 : text.rfind('\n', cursor - 1) + 1;
    const std::string_view before = text.substr(line, cursor - line);
    const std::size_t opening = before.rfind(language.opening);
    if (opening == before.npos) return {};
    std::string_view typed = before.substr(opening + language.opening.size());
    if (typed.find(language.closing) != typed.npos || typed.starts_with("=")) return {};   // closed, or an expression
    while (typed.starts_with(" ")) typed.remove_prefix(1);
    return {line + opening, std::string(typed)};
}

// What is replaced behind the cursor: the rest of the word and the closing characters, where they stand already.
std::size_t end_of_reference(const ReferenceLanguage& language, std::string_view text, std::size_t cursor) {
    std::size_t at = cursor;
    const auto of_name = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-' || c == '.' || c == '\'' || c == '[' || c == ']' || c == '$'; };
    while (at < text.size() && of_name(text[at])) ++at;
    std::size_t close = at;
    while (close < text.size() && text[close] == ' ') ++close;
    if (text.substr(close).starts_with(language.closing)) return close + language.closing.size();
    return cursor;   // not closed: what follows is another text
}

Offer reference_offer(const ReferenceLanguage& language, std::string_view text, std::size_t cursor, std::vector<Completion> items) {
    const Open open = open_reference(language, text, cursor);
    Offer offer;
    if (open.from == std::string_view::npos) return offer;
    offer = {open.from, end_of_reference(language, text, cursor), open.typed, std::move(items)};
    return offer;
}

// --- the words of a YAML text -----------------------------------------------------------------------------------------------
// Follows the path through the grammar's types: the object whose key the last part is.
struct Found { std::string object, key, type; };   // type: of the value at the path; object and key: whose value it is
Found follow(const KeyGrammar& keys, const std::string& root, const std::vector<std::string>& path) {
    Found found{{}, {}, root};
    for (const std::string& part : path) {
        std::string type = found.type;
        if (part == "[]") {
            if (type.starts_with('[')) found.type = type.substr(1, type.size() - 2);
            else return {};
            continue;
        }
        if (type.starts_with('{')) {
            found = {{}, {}, type.substr(1, type.size() - 2)};
            continue;
        }
        const std::vector<GrammarField> fields = keys.fields(type);
        const auto field = std::find_if(fields.begin(), fields.end(), [&](const GrammarField& one) { return one.name == part; });
        if (field == fields.end()) return {};
        found = {type, part, std::string(field->type)};
    }
    return found;
}

bool is_plain_safe(std::string_view text) {
    return !text.empty() && text.find_first_of(":#{}[],&*!|>'\"%@` ") == text.npos && text.find_first_not_of("0123456789.") != text.npos && text != "true" && text != "false" && text != "null";
}

std::string as_scalar(const std::string& text, char quote) { return quote || is_plain_safe(text) ? text : '"' + text + '"'; }

void add_keys(const KeyGrammar& keys, const std::string& object, const YamlPlace& place, bool colon_follows, std::vector<Completion>& items) {
    for (const GrammarField& field : keys.fields(object)) {
        if (std::find(place.present.begin(), place.present.end(), field.name) != place.present.end()) continue;
        if (keys.together && !keys.together(object, field.name, place.present)) continue;
        items.push_back({Kind::key, std::string(field.name) + (colon_follows ? "" : ": "), std::string(field.name), ValueType::any, {}, {}});
    }
}

struct Names {
    const Document& document;
    const YamlPlace& place;
    SourceSpot spot;
    std::vector<Completion>& items;

    void tasks() {
        const Flow& flow = *document.flow;
        const Task* reader = find_task(flow, spot.task);
        const Body* body = reader ? body_at(flow, body_of(flow, spot.task)) : nullptr;
        if (!body) return;
        const BodyGraph graph = graph_of(flow, *body);
        const auto self = graph.index.find(reader->name);
        for (std::size_t i = 0; i < graph.tasks.size(); ++i) {
            const Task& task = *graph.tasks[i];
            const bool listed = std::find(place.listed.begin(), place.listed.end(), task.name) != place.listed.end() ||
                                std::any_of(reader->needs.begin(), reader->needs.end(), [&](const Need& need) { return need.task == task.name; });
            if (task.name.empty() || listed || self == graph.index.end() || int(i) == self->second || graph.is_upstream(self->second, int(i))) continue;
            items.push_back({Kind::task, as_scalar(task.name, place.quote), task.name, ValueType::any, {}, {}});
        }
    }
    void definitions() {
        const Flow& flow = *document.flow;
        const auto add = [&](const std::string& name) {
            const bool known = std::any_of(items.begin(), items.end(), [&](const Completion& one) { return one.shown == name; });
            if (!name.empty() && !known) items.push_back({Kind::definition, as_scalar(name, place.quote), name, ValueType::any, {}, {}});
        };
        for (const DefinitionPtr& one : flow.definitions)
            if (one) add(one->name);
        add(flow.entrypoint);
    }
    void scope(InScope::Kind kind) {
        const Grammar* grammar = grammar_of(document.flow->format);
        for (const InScope& one : in_scope(*document.flow, spot.task, TextPlace::use, grammar->language->rules)) {
            const bool fits = kind == InScope::Kind::parameter ? one.kind == kind || one.kind == InScope::Kind::flow_parameter : one.kind == kind;
            if (!fits || one.artifact) continue;
            std::string text = kind == InScope::Kind::parameter ? one.name : one.task + '.' + one.name;
            items.push_back(made(one, as_scalar(text, place.quote), text));
        }
    }
};

void add_values(const KeyGrammar& keys, const Found& at, Names names, std::vector<Completion>& items) {
    for (const std::string_view word : keys.words(at.object, at.key)) items.push_back({Kind::word, std::string(word), std::string(word), ValueType::any, {}, {}});
    if (at.type == "b")
        for (const char* word : {"true", "false"}) items.push_back({Kind::word, word, word, ValueType::boolean, {}, {}});
    using Names_ = KeyGrammar::Names;
    switch (keys.names ? keys.names(at.object, at.key) : Names_::none) {
        case Names_::task: return names.tasks();
        case Names_::definition: return names.definitions();
        case Names_::parameter: return names.scope(InScope::Kind::parameter);
        case Names_::output: return names.scope(InScope::Kind::output);
        case Names_::secret: return names.scope(InScope::Kind::secret);
        case Names_::none: return;
    }
}

// A tag that begins an unquoted value would be a map to YAML: the quotes come along.
void quote(Offer& offer, const YamlPlace& place) {
    const bool bare = place.part == YamlPlace::Part::value && !place.quote && offer.from == place.from;
    for (Completion& one : offer.items) {
        if (bare) one.text = '"' + one.text + '"';
        if (place.quote != '\'') continue;
        for (std::size_t at = one.text.find('\''); at != std::string::npos; at = one.text.find('\'', at + 2)) one.text.insert(at, 1, '\'');
    }
}

}  // namespace

std::vector<Completion> filtered(const Offer& offer) {
    const std::string wanted = folded(offer.typed);
    std::vector<Completion> first, later;
    for (const Completion& one : offer.items) {
        const std::string shown = folded(one.shown);
        const std::size_t at = shown.find(wanted);
        if (at == 0) first.push_back(one);
        else if (at != std::string::npos) later.push_back(one);
    }
    first.insert(first.end(), later.begin(), later.end());
    return first;
}

std::vector<Completion> references_at(const Flow& flow, TaskId id, TextPlace place, Spelling spelling) {
    std::vector<Completion> items;
    const Grammar* grammar = grammar_of(flow.format);
    if (!grammar || !grammar->language) return items;
    const ReferencePlace at = place_of(flow, id, place, spelling);
    std::unordered_set<std::string> known;
    for (const InScope& one : in_scope(flow, id, place, grammar->language->rules)) {
        std::string text = grammar->language->spell(one, at);
        if (text.empty() || !known.insert(text).second) continue;
        std::string shown = inside(*grammar->language, text);
        items.push_back(made(one, std::move(text), std::move(shown)));
    }
    return items;
}

std::vector<ValueOffer> values_at(const Flow& flow, TaskId id) {
    std::vector<ValueOffer> out;
    const Grammar* grammar = grammar_of(flow.format);
    const ScopeRules rules = grammar && grammar->language ? grammar->language->rules : ScopeRules{};
    const bool ours = flow.format == "native" || flow.format.empty();
    const ReferencePlace at = place_of(flow, id, TextPlace::use, Spelling::model);
    for (InScope& one : in_scope(flow, id, TextPlace::use, rules)) {
        Value value;
        if (one.artifact) continue;
        if (ours) {
            const bool output = one.kind == InScope::Kind::output, secret = one.kind == InScope::Kind::secret;
            value.source = output ? Source::output : secret ? Source::secret : one.kind == InScope::Kind::status ? Source::status : one.kind == InScope::Kind::item ? Source::item : Source::param;
            if (output || secret) value.task = one.task;
            value.name = one.kind == InScope::Kind::status ? "flow" : one.name;
        } else {
            value.source = Source::text;
            if (grammar && grammar->language) value.text = grammar->language->spell(one, at);
            if (value.text.empty()) continue;
            if (value.text.find("{{") == std::string::npos) value.source = Source::literal;
        }
        out.push_back({std::move(one), std::move(value)});
    }
    return out;
}

Offer complete_text(const Flow& flow, TaskId id, TextPlace place, std::string_view text, std::size_t cursor) {
    const Grammar* grammar = grammar_of(flow.format);
    if (!grammar || !grammar->language || open_reference(*grammar->language, text, cursor).from == std::string_view::npos) return {};
    return reference_offer(*grammar->language, text, cursor, references_at(flow, id, place, Spelling::model));
}

Offer complete_source(const Document& document, std::string_view text, std::size_t cursor, SourceSpot spot, bool asked) {
    const Grammar* grammar = document.format && document.flow ? grammar_of(document.format->id) : nullptr;
    if (!grammar) return {};
    const YamlPlace place = yaml_place(text, cursor);
    if (grammar->language && place.part != YamlPlace::Part::nothing && open_reference(*grammar->language, text, cursor).from != std::string_view::npos) {
        Offer offer = reference_offer(*grammar->language, text, cursor, references_at(*document.flow, spot.task, spot.place, Spelling::file));
        quote(offer, place);
        return offer;
    }
    Offer offer;
    if (!grammar->keys || place.part == YamlPlace::Part::nothing || place.part == YamlPlace::Part::block || place.from > cursor) return offer;
    offer.from = place.from;
    offer.to = cursor;
    offer.typed = text.substr(place.from, cursor - place.from);
    if (offer.typed.empty() && !asked && !place.flow && place.part == YamlPlace::Part::key) return offer;   // an empty line: only when asked for
    const Found at = follow(*grammar->keys, grammar->keys->root(as_read(document).stream), place.path);
    if (at.type.empty()) return offer;
    std::string_view rest = text.substr(cursor, std::min(text.find('\n', cursor), text.size()) - cursor);
    const bool colon = rest.starts_with(":");
    if (place.part == YamlPlace::Part::key || (place.part == YamlPlace::Part::value && !place.path.empty() && place.path.back() == "[]" && !place.flow))
        add_keys(*grammar->keys, at.type, place, colon, offer.items);
    if (place.part == YamlPlace::Part::value) {
        Found value = at;
        if (!place.path.empty() && place.path.back() == "[]") {   // an item: what the list's key may hold
            std::vector<std::string> list = place.path;
            list.pop_back();
            const Found whole = follow(*grammar->keys, grammar->keys->root(as_read(document).stream), list);
            value.object = whole.object;
            value.key = whole.key;
        }
        add_values(*grammar->keys, value, {document, place, spot, offer.items}, offer.items);
    }
    // A word that stands there whole already needs no list.
    if (!asked && offer.items.size() == 1 && offer.items.front().text == offer.typed) offer.items.clear();
    return offer;
}

}  // namespace weft
