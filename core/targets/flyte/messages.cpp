// Looking things up in the table of messages, and checking a file against it.
#include "core/targets/flyte/messages.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace weft::flyte {
namespace {

using yaml::Kind;
using yaml::Node;

std::vector<std::string_view> split(std::string_view text, char mark) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(mark, at), text.size());
        if (end > at) out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

template <class T> T number_of(std::string_view text) {
    T number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::unordered_map<std::string_view, std::vector<Field>> index_messages() {
    std::unordered_map<std::string_view, std::vector<Field>> out;
    for (const MessageRow& row : message_rows())
        for (const std::string_view entry : split(row.fields, '|')) {
            const std::vector<std::string_view> parts = split(entry, ' ');
            out[row.name].push_back({number_of<int>(parts[0]), parts[1], parts[2]});
        }
    for (const MessageRow& row : message_rows()) out.try_emplace(row.name);
    return out;
}

std::unordered_map<std::string_view, std::vector<Word>> index_enums() {
    std::unordered_map<std::string_view, std::vector<Word>> out;
    for (const EnumRow& row : enum_rows())
        for (const std::string_view entry : split(row.words, '|')) {
            const std::vector<std::string_view> parts = split(entry, ' ');
            out[row.name].push_back({number_of<long>(parts[0]), parts[1]});
        }
    return out;
}

struct Checker {
    std::vector<yaml::Issue>& issues;

    void add(const char* rule, Message what, const Node& at) { issues.push_back({rule, std::move(what), at.span, at.line, at.column}); }

    void message(std::string_view name, const Node& map) {
        if (!map.is_map()) return add("yaml/wrong-type", {WEFT_TR("core", "a map of the fields of %1 is wanted here"), {std::string(name)}}, map);
        for (const yaml::Entry& entry : map.entries) {
            if (!entry.key || !entry.value || entry.key->text == "<<") continue;
            const Field* field = find_field(name, entry.key->text);
            if (field) value(entry.key->text, field->type, entry.value.get());
            else add("yaml/unknown-field", {WEFT_TR("core", "unknown field `%1` of %2; Flyte refuses the message"), {entry.key->text, std::string(name)}}, *entry.key);
        }
    }

    void value(const std::string& key, std::string_view type, const Node* given) {
        const Node* node = yaml::resolve(given);
        if (!node || node->kind == Kind::null) return;
        const bool list = type.front() == '[', map = type.front() == '{';
        if (list || map) {
            const std::string_view inner = type.substr(1, type.size() - 2);
            if (list != node->is_sequence() || map != node->is_map())
                return add("yaml/wrong-type", {list ? WEFT_TR("core", "`%1` is a list") : WEFT_TR("core", "`%1` is a map"), {key}}, *node);
            for (const yaml::NodePtr& item : node->items) value(key, inner, item.get());
            for (const yaml::Entry& entry : node->entries) value(entry.key ? entry.key->text : std::string(), inner, entry.value.get());
        } else if (type.starts_with("e:")) {
            word(key, type.substr(2), *node);
        } else if (is_wellknown(type)) {
            if (type == "Duration" && !is_duration(*node))
                add("yaml/wrong-type", {WEFT_TR("core", "`%1: %2` is no duration of Flyte: seconds with an s, as in 600s"), {key, node->text}}, *node);
        } else if (type.size() > 1) {
            message(type, *node);
        } else if (!node->is_scalar()) {
            add("yaml/wrong-type", {WEFT_TR("core", "`%1` is one value, not a list or a map"), {key}}, *node);
        }
    }

    void word(const std::string& key, std::string_view enumeration, const Node& node) {
        const std::vector<Word>& words = words_of(enumeration);
        if (node.is_scalar() && !node.text.empty() && node.text.find_first_not_of("0123456789") == std::string::npos) return;
        if (std::any_of(words.begin(), words.end(), [&](const Word& one) { return node.is_scalar() && one.name == node.text; })) return;
        std::string known;
        for (const Word& one : words) known += (known.empty() ? "" : ", ") + std::string(one.name);
        add("yaml/wrong-type", {WEFT_TR("core", "`%1: %2`: Flyte knows %3 here"), {key, node.text, known}}, node);
    }

    static bool is_duration(const Node& node) {
        return node.is_scalar() && node.text.size() > 1 && node.text.back() == 's' && node.text.find_first_not_of("-.0123456789") == node.text.size() - 1;
    }
};

}  // namespace

const std::vector<Field>& fields_of(std::string_view message) {
    static const auto index = index_messages();
    static const std::vector<Field> none;
    const auto found = index.find(message);
    return found == index.end() ? none : found->second;
}

const Field* find_field(std::string_view message, std::string_view name) {
    for (const Field& field : fields_of(message))
        if (field.name == name || (name.find('_') != name.npos && snake_case(field.name) == name)) return &field;
    return nullptr;
}

const std::vector<Word>& words_of(std::string_view enumeration) {
    static const auto index = index_enums();
    static const std::vector<Word> none;
    const auto found = index.find(enumeration);
    return found == index.end() ? none : found->second;
}

bool is_wellknown(std::string_view type) {
    static constexpr std::string_view all[] = {"Duration", "Timestamp", "Struct", "Value", "ListValue", "BoolValue", "Any"};
    return std::find(std::begin(all), std::end(all), type) != std::end(all);
}

std::string snake_case(std::string_view camel) {
    std::string out;
    for (const char c : camel) {
        if (c >= 'A' && c <= 'Z') out += '_', out += char(c - 'A' + 'a');
        else out += c;
    }
    return out;
}

void check_message(const yaml::NodePtr& root, std::string_view message, std::vector<yaml::Issue>& issues) {
    if (root) Checker{issues}.value(std::string(message), message, root.get());
}

}  // namespace weft::flyte
