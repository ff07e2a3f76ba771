#include "core/targets/metaflow/source.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <mutex>
#include <nlohmann/json.hpp>

#include "core/targets/metaflow/python.h"

namespace weft::metaflow {
namespace {

using json = nlohmann::ordered_json;   // dictionaries stay in their order

const json& at(const json& object, const char* key) {
    static const json none;
    if (!object.is_object()) return none;
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}

std::string text(const json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }
bool truth(const json& value) { return value.is_boolean() && value.get<bool>(); }
std::size_t number(const json& value) { return value.is_number_integer() ? value.get<std::size_t>() : 0; }

Span span(const json& value) {
    if (!value.is_array() || value.size() < 2) return {};
    return {number(value[0]), number(value[1])};
}

Literal literal(const json& value, const std::string& spelled = {}) {
    Literal out;
    using Kind = Literal::Kind;
    if (value.is_null()) out.kind = Kind::none;
    else if (value.is_boolean()) out = {Kind::boolean, value.get<bool>() ? "true" : "false", {}, {}};
    else if (value.is_number_integer()) out = {Kind::integer, value.dump(), {}, {}};
    else if (value.is_number()) out = {Kind::number, spelled.empty() ? value.dump() : spelled, {}, {}};
    else if (value.is_string()) out = {Kind::text, value.get<std::string>(), {}, {}};
    else if (value.is_array()) {
        out.kind = Kind::list;
        for (const json& item : value) out.items.push_back(literal(item));
    } else if (value.is_object()) {
        out.kind = Kind::map;
        for (const auto& [key, item] : value.items()) out.entries.emplace_back(key, literal(item));
    }
    return out;
}

Argument argument(const json& value) {
    Argument out;
    out.name = text(at(value, "name"));
    out.whole = span(at(value, "whole"));
    out.at = span(at(value, "at"));
    out.source = text(at(value, "text"));
    out.id = text(at(value, "id"));
    out.plain = truth(at(value, "plain"));
    if (truth(at(value, "known"))) out.value = literal(at(value, "value"), text(at(value, "number")));
    if (const json& entries = at(value, "entries"); entries.is_array()) {
        out.is_map = true;
        out.map_call = truth(at(value, "call"));
        for (const json& one : entries) {
            DictEntry entry{span(one[0]), span(one[1]), one[2].is_string() ? text(one[2]) : one[2].dump(), {}};
            if (truth(one[3])) entry.held = literal(one[4]);
            out.entries.push_back(std::move(entry));
        }
    }
    if (const json& items = at(value, "items"); items.is_array())
        for (const json& one : items) out.names.push_back(text(at(one, "name")));
    return out;
}

Arguments arguments(const json& value) {
    Arguments out{number(at(value, "open")), number(at(value, "close")), {}};
    for (const json& one : at(value, "arguments")) out.all.push_back(argument(one));
    return out;
}

std::vector<Decorator> decorators(const json& list) {
    std::vector<Decorator> out;
    for (const json& one : list) out.push_back({text(at(one, "name")), span(at(one, "at")), truth(at(one, "called")), arguments(one)});
    return out;
}

std::optional<Doc> doc(const json& value) {
    if (!value.is_object()) return std::nullopt;
    return Doc{span(at(value, "at")), text(at(value, "text"))};
}

std::vector<StepReference> step_references(const json& list) {
    std::vector<StepReference> out;
    for (const json& one : list) out.push_back({text(at(one, "name")), text(at(one, "key")), span(at(one, "at"))});
    return out;
}

std::optional<Argument> optional_argument(const json& value) {
    if (!value.is_object()) return std::nullopt;
    return argument(value);
}

std::optional<Next> next(const json& value) {
    if (!value.is_object()) return std::nullopt;
    return Next{span(at(value, "at")), step_references(at(value, "targets")), step_references(at(value, "cases")),
                optional_argument(at(value, "foreach")), optional_argument(at(value, "parallel")), optional_argument(at(value, "condition"))};
}

// False when it is more than text and attributes.
bool parts(const json& value, Parts& out) {
    if (value.is_object() && value.contains("value")) {
        out.push_back({false, literal(value["value"]).text});
        return true;
    }
    if (!value.is_array()) return false;
    for (const json& one : value) {
        if (one.is_string()) out.push_back({false, text(one)});
        else out.push_back({true, text(one[0])});
    }
    return true;
}

bool keyword(const std::string& name, const json& value, Worked& out) {
    if (value.is_object() && value.contains("entries")) {
        auto& map = out.maps.emplace_back(name, std::vector<std::pair<std::string, Parts>>()).second;
        for (const json& entry : value["entries"]) {
            Parts held;
            if (!entry[0].is_string() || !parts(entry[1], held)) return false;
            map.emplace_back(text(entry[0]), std::move(held));
        }
        return true;
    }
    if (value.is_object() && value.contains("items")) {
        auto& map = out.maps.emplace_back(name, std::vector<std::pair<std::string, Parts>>()).second;
        for (const json& item : value["items"]) {
            Parts held;
            if (!parts(item, held)) return false;
            map.emplace_back("", std::move(held));
        }
        return true;
    }
    Parts held;
    if (!parts(value, held)) return false;
    out.keywords.emplace_back(name, std::move(held));
    return true;
}

std::optional<Listed> listed(const json& value) {
    if (!value.is_object()) return std::nullopt;
    Listed out;
    for (const json& item : at(value, "items")) parts(item, out.items.emplace_back());
    for (const auto& [name, into] : {std::pair{"over", &out.over}, std::pair{"start", &out.start}, std::pair{"end", &out.end}, std::pair{"count", &out.count}}) parts(at(value, name), *into);
    out.format = text(at(value, "format"));
    return out;
}

std::optional<Worked> worked(const json& value) {
    Worked out;
    if (const json& when = at(value, "when"); when.is_array()) parts(when, out.when.emplace());
    if (const json& pieces = at(value, "pieces"); pieces.is_array()) parts(pieces, out.pieces.emplace());
    out.collect = text(at(value, "collect"));
    out.list = listed(at(value, "list"));
    out.call = text(at(value, "call"));
    out.set = text(at(value, "set"));
    for (const json& name : at(value, "takes")) out.takes.push_back(text(name));
    if (truth(at(value, "known"))) out.value = literal(at(value, "value"));
    for (const json& word : at(value, "arguments")) {
        out.words.emplace_back();
        out.lists.emplace_back();
        if (word.is_object() && word.contains("items")) {
            for (const json& item : word["items"])
                if (!parts(item, out.lists.back().emplace_back())) return std::nullopt;
        } else if (!parts(word, out.words.back())) return std::nullopt;
    }
    if (const json& keywords = at(value, "keywords"); keywords.is_object())
        for (const auto& [name, held] : keywords.items())
            if (!keyword(name, held, out)) return std::nullopt;
    return out;
}

std::optional<std::vector<Worked>> work(const json& list) {
    if (!list.is_array()) return std::nullopt;
    std::vector<Worked> out;
    for (const json& one : list) {
        std::optional<Worked> found = worked(one);
        if (!found) return std::nullopt;
        out.push_back(std::move(*found));
    }
    return out;
}

std::vector<std::pair<std::string, Span>> mentions(const json& list) {
    std::vector<std::pair<std::string, Span>> out;
    for (const json& one : list) out.emplace_back(text(one[0]), Span{number(one[1]), number(one[2])});
    return out;
}

Step step(const json& value) {
    Step out;
    out.name = text(at(value, "name"));
    out.indent = text(at(value, "indent"));
    out.at = span(at(value, "at"));
    out.name_at = span(at(value, "name_at"));
    out.body_at = span(at(value, "body_at"));
    out.doc = doc(at(value, "doc"));
    out.decorators = decorators(at(value, "decorators"));
    out.next = next(at(value, "next"));
    out.join = truth(at(value, "join"));
    out.inputs = text(at(value, "inputs"));
    out.inherited = truth(at(value, "inherited"));
    out.empty = truth(at(value, "empty"));
    for (const json& one : at(value, "outputs")) out.outputs.push_back(text(one));
    out.mentions = mentions(at(value, "mentions"));
    out.input_mentions = mentions(at(value, "input_mentions"));
    out.work = work(at(value, "work"));
    return out;
}

Class flow_class(const json& value) {
    Class out;
    out.name = text(at(value, "name"));
    out.indent = text(at(value, "indent"));
    out.at = span(at(value, "at"));
    out.name_at = span(at(value, "name_at"));
    out.doc = doc(at(value, "doc"));
    out.decorators = decorators(at(value, "decorators"));
    for (const json& one : at(value, "parameters")) out.parameters.push_back({text(at(one, "attribute")), text(at(one, "kind")), span(at(one, "at")), arguments(one)});
    for (const json& one : at(value, "steps")) out.steps.push_back(step(one));
    out.partial = truth(at(value, "partial"));
    out.started = truth(at(value, "started"));
    return out;
}

Message message(const json& value) {
    Message out(text(at(value, "what")));
    for (const json& one : at(value, "arguments")) out.arguments.push_back(text(one));
    return out;
}

Result<SourcePtr> parse(const std::string& answer) {
    const json root = json::parse(answer, nullptr, false);
    if (!root.is_object()) return fail(WEFT_TR("core", "python3 gave no answer about the text"));
    if (root.contains("error"))
        return fail(Message{WEFT_TR("core", "no Python that can be read: %1"), {text(root["error"])}}, {{}, int(number(at(root, "line"))), int(number(at(root, "column")))});
    auto out = std::make_shared<PythonSource>();
    for (const json& one : at(root, "flows")) out->flows.push_back(flow_class(one));
    for (const json& one : at(root, "issues")) out->issues.emplace_back(span(at(one, "at")), message(one));
    if (const json& functions = at(root, "functions"); functions.is_object())
        for (const auto& [name, one] : functions.items())
            out->functions.push_back({name, text(at(one, "source")), span(at(one, "at")), doc(at(one, "doc")), work(at(one, "work"))});
    const json& imports = at(root, "imports");
    if (const json& names = at(imports, "names"); names.is_object())
        for (const auto& [name, known_as] : names.items()) out->imports.names.emplace_back(name, text(known_as));
    out->imports.star = truth(at(imports, "star"));
    out->imports.module = text(at(imports, "module"));
    out->imports.own_line = truth(at(imports, "own_line"));
    out->imports.indent = text(at(imports, "indent"));
    if (const json& end = at(imports, "end"); end.is_number_integer()) out->imports.end = number(end);
    if (const json& base = at(root, "base"); base.is_object()) {
        out->base = arguments(base);
        out->base_at = span(at(base, "at"));
    }
    return SourcePtr(std::move(out));
}

struct Remembered { std::string text; Result<SourcePtr> source; };

}  // namespace

const Literal* Literal::find(std::string_view key) const {
    for (const auto& [name, value] : entries)
        if (name == key) return &value;
    return nullptr;
}

const Argument* Arguments::find(std::string_view name) const {
    for (const Argument& one : all)
        if (one.name == name) return &one;
    return nullptr;
}

const Argument* Arguments::at(std::size_t position, std::string_view name) const {
    if (const Argument* found = find(name)) return found;
    return position < all.size() && all[position].name.empty() ? &all[position] : nullptr;
}

const Decorator* Step::find(std::string_view decorator) const {
    for (const Decorator& one : decorators)
        if (one.name == decorator) return &one;
    return nullptr;
}

const Step* Class::find(std::string_view step) const {
    for (const Step& one : steps)
        if (one.name == step) return &one;
    return nullptr;
}

const Decorator* Class::decorator(std::string_view name) const {
    for (const Decorator& one : decorators)
        if (one.name == name) return &one;
    return nullptr;
}

const Function* PythonSource::function(std::string_view name) const {
    for (const Function& one : functions)
        if (one.name == name) return &one;
    return nullptr;
}

Result<SourcePtr> source_of(std::string_view text) {
    static std::mutex guard;
    static std::deque<Remembered> last;   // a handful of texts: before and after an edit, both asked twice
    {
        const std::lock_guard lock(guard);
        for (const Remembered& one : last)
            if (one.text == text) return one.source;
    }
    const Result<std::string> answer = run_python(flow_reader, text);
    if (!answer) return tl::unexpected<Error>(answer.error());   // not remembered: python3 may be there the next time
    Result<SourcePtr> source = parse(*answer);
    const std::lock_guard lock(guard);
    last.push_front({std::string(text), source});
    if (last.size() > 6) last.pop_back();
    return source;
}

}  // namespace weft::metaflow
