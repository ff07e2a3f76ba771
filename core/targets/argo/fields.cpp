#include "core/targets/argo/fields.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace weft::argo {
namespace {

using yaml::Kind;
using yaml::Node;
using yaml::NodePtr;
using yaml::ScalarType;

std::vector<Field> split_fields(std::string_view text) {
    std::vector<Field> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view one = text.substr(0, end);
        if (const std::size_t colon = one.find(':'); colon != one.npos) out.push_back({one.substr(0, colon), one.substr(colon + 1)});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::map<std::string_view, std::vector<Field>> build_index() {
    std::map<std::string_view, std::vector<Field>> index;
    for (const auto* tables : {&argo_field_tables(), &pod_field_tables()})
        for (const FieldTable& table : *tables) index[table.name] = split_fields(table.fields);
    return index;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            const bool same = std::tolower(static_cast<unsigned char>(a[i - 1])) == std::tolower(static_cast<unsigned char>(b[j - 1]));
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, corner + (same ? 0 : 1)});
            corner = above;
        }
    }
    return row[b.size()];
}

struct Checker {
    std::vector<yaml::Issue>& issues;

    void add(const char* rule, Message what, const Node& at) { issues.push_back({rule, std::move(what), at.span, at.line, at.column}); }

    void wrong(const std::string& field, const char* wanted, const Node& value) {
        // The sentences are whole, one per kind, so that a translator sees each.
        const std::string kind = wanted;
        const char* text = kind == "list"      ? WEFT_TR("core", "`%1` must be a list")
                           : kind == "map"     ? WEFT_TR("core", "`%1` must be a map")
                           : kind == "string"  ? WEFT_TR("core", "`%1` must be a string, `%2` is not; write it in quotes")
                           : kind == "integer" ? WEFT_TR("core", "`%1` must be a whole number, `%2` is not")
                           : kind == "number"  ? WEFT_TR("core", "`%1` must be a number, `%2` is not")
                           : kind == "boolean" ? WEFT_TR("core", "`%1` must be true or false, `%2` is not")
                                               : WEFT_TR("core", "`%1` must be a single value");
        add("yaml/wrong-type", {text, {field, value.text}}, value);
    }

    void scalar(const std::string& field, char type, const Node& value) {
        if (!value.is_scalar()) return wrong(field, "scalar", value);
        const ScalarType seen = yaml::type_of(value);
        if (type == 's' && seen != ScalarType::string) wrong(field, "string", value);
        if (type == 'i' && seen != ScalarType::integer) wrong(field, "integer", value);
        if (type == 'n' && seen != ScalarType::integer && seen != ScalarType::real) wrong(field, "number", value);
        if (type == 'b' && seen != ScalarType::boolean) wrong(field, "boolean", value);
    }

    void unknown(std::string_view object, const Node& key) {
        const bool use = object == "Step" || object == "Task";
        if (use && key.text == "exitHandler") {
            add("yaml/unknown-field",
                {object == "Step" ? WEFT_TR("core", "`exitHandler` is not a field of a step; it never runs; move it to spec.onExit")
                                  : WEFT_TR("core", "`exitHandler` is not a field of a DAG task; it never runs; move it to spec.onExit")},
                key);
            return;
        }
        std::vector<std::string_view> known;
        for (const Field& field : fields_of(object)) known.push_back(field.name);
        const std::string near = nearest_word(key.text, known);
        if (near.empty()) add("yaml/unknown-field", {WEFT_TR("core", "unknown field `%1`; Argo drops it without a word"), {key.text}}, key);
        else add("yaml/unknown-field", {WEFT_TR("core", "unknown field `%1`; did you mean `%2`?"), {key.text, near}}, key);
    }

    void object(const std::string& field, std::string_view name, const Node& value) {
        if (!value.is_map()) return wrong(field, "map", value);
        const std::vector<Field>& fields = fields_of(name);
        for (const yaml::Entry& entry : value.entries) {
            if (!entry.key || !entry.value || entry.key->text == "<<") continue;
            const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == entry.key->text; });
            if (found == fields.end()) unknown(name, *entry.key);
            else check(entry.key->text, found->type, entry.value.get());
        }
    }

    void check(const std::string& field, std::string_view type, const Node* given) {
        const Node* value = yaml::resolve(given);
        if (!value || type.empty() || type == "*" || value->kind == Kind::null) return;
        if (type.front() == '[') {
            if (!value->is_sequence()) return wrong(field, "list", *value);
            for (const NodePtr& item : value->items) check(field, type.substr(1, type.size() - 2), item.get());
        } else if (type.front() == '{') {
            if (!value->is_map()) return wrong(field, "map", *value);
            for (const yaml::Entry& entry : value->entries)
                if (entry.key) check(entry.key->text, type.substr(1, type.size() - 2), entry.value.get());
        } else if (type.size() == 1) {
            scalar(field, type.front(), *value);
        } else {
            object(field, type, *value);
        }
    }
};

}  // namespace

const std::vector<Field>& fields_of(std::string_view object) {
    static const std::map<std::string_view, std::vector<Field>> index = build_index();
    static const std::vector<Field> none;
    const auto found = index.find(object);
    return found == index.end() ? none : found->second;
}

void check_fields(const NodePtr& root, std::string_view kind, std::vector<yaml::Issue>& issues) {
    Checker checker{issues};
    checker.check(std::string(kind), kind, root.get());
}

std::string nearest_word(std::string_view word, const std::vector<std::string_view>& known) {
    std::string_view best;
    std::size_t best_distance = word.size() <= 4 ? 2 : 3;  // one slip in a short word, two in a long one
    for (const std::string_view candidate : known) {
        if (candidate.size() > word.size() + 2 || word.size() > candidate.size() + 2) continue;
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best_distance) best = candidate, best_distance = distance;
    }
    return std::string(best);
}

}  // namespace weft::argo
