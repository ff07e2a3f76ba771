// Values, texts, conditions and cron lines in DolphinScheduler's spelling.
#include <algorithm>
#include <cctype>

#include "core/model/graph.h"
#include "core/targets/dolphinscheduler/lower.h"

namespace weft::dolphin {
namespace {

constexpr std::string_view heading = "names: ";

std::optional<std::string> property_of(Lowering& lowering, Scope& scope, const Task& task, const Reference& reference) {
    switch (reference.kind) {
        case Reference::Kind::param:
            if (const auto found = scope.params.find(reference.name); found != scope.params.end()) return "{" + found->second + "}";
            for (const Binding& own : task.params)
                if (own.name == reference.name) return "{" + variable_name(own.name) + "}";
            break;
        case Reference::Kind::output:
            if (const auto found = scope.outputs.find({reference.task, reference.name}); found != scope.outputs.end()) return "{" + found->second + "}";
            break;
        case Reference::Kind::workflow:
            if (reference.name == "status" && !scope.status.empty()) return scope.status;
            if (reference.name.starts_with("parameters."))
                if (const auto found = scope.params.find(reference.name.substr(11)); found != scope.params.end()) return "{" + found->second + "}";
            break;
        case Reference::Kind::item:
            if (lowering.in_loop && reference.name.empty()) return "{item}";
            break;
        case Reference::Kind::status:
        case Reference::Kind::unknown: break;
    }
    lowering.refuse(scope, task, {WEFT_TR("core", "DolphinScheduler has nothing for %1"), {reference.tag}});
    return std::nullopt;
}

bool is_name_start(char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '_'; }
bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '.' || c == '-' || c == '/'; }

}  // namespace

std::string variable_name(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const bool fits = std::isalnum(static_cast<unsigned char>(c)) && static_cast<unsigned char>(c) < 128;
        if (fits || c == '_') out += c;
        else if (!out.empty() && out.back() != '_') out += '_';
    }
    while (!out.empty() && out.back() == '_' && !name.ends_with('_')) out.pop_back();
    if (out.empty()) return "_";
    return std::isdigit(static_cast<unsigned char>(out.front())) ? "_" + out : out;
}

std::string with_names(const std::string& description, const std::vector<std::pair<std::string, std::string>>& names) {
    std::string line;
    for (const auto& [final, original] : names)
        if (final != original) line += (line.empty() ? std::string(heading) : "; ") + final + " = " + original;
    return line.empty() ? description : description.empty() ? line : description + "\n" + line;
}

std::map<std::string, std::string> names_in(const std::string& description) {
    std::map<std::string, std::string> out;
    std::size_t at = description.rfind(heading);
    if (at == std::string::npos || (at > 0 && description[at - 1] != '\n')) return out;
    std::string line = description.substr(at + heading.size());
    line = line.substr(0, line.find('\n'));
    for (std::size_t begin = 0; begin < line.size();) {
        const std::size_t end = std::min(line.find("; ", begin), line.size());
        const std::string pair = line.substr(begin, end - begin);
        if (const std::size_t is = pair.find(" = "); is != std::string::npos) out[pair.substr(0, is)] = pair.substr(is + 3);
        begin = end + 2;
    }
    return out;
}

Message name_of_the_server(const std::string& task) {
    return {WEFT_TR("core", "the server calls its output dynamic.out(%1) and gives it to every K8S task as a variable, which Kubernetes below 1.32 refuses"), {task}};
}

std::string lower_text(Lowering& lowering, Scope& scope, const Task& task, const std::string& text, bool pod) {
    std::string out;
    std::size_t at = 0;
    for (const Reference& reference : references_in(text)) {
        out += text.substr(at, reference.at - at);
        at = reference.at + reference.tag.size();
        std::optional<std::string> name = property_of(lowering, scope, task, reference);
        if (!name) continue;
        const bool variable = name->starts_with('{');
        if (variable && pod) name = "(" + name->substr(1, name->size() - 2) + ")";
        out += variable ? "$" + *name : *name;
    }
    return out + text.substr(at);
}

std::optional<std::string> lower_value(Lowering& lowering, Scope& scope, const Task& task, const Value& value) {
    switch (value.source) {
        case Source::literal:
        case Source::text: return lower_text(lowering, scope, task, value.text, false);
        case Source::param:
            if (const auto found = scope.params.find(value.name); found != scope.params.end()) return "${" + found->second + "}";
            break;
        case Source::output:
            if (const auto found = scope.outputs.find({value.task, value.name}); found != scope.outputs.end()) return "${" + found->second + "}";
            break;
        case Source::status:
            if (!scope.status.empty()) return scope.status;
            break;
        case Source::item:
            if (lowering.in_loop && value.name.empty()) return "${item}";
            break;
        case Source::secret: break;
    }
    lowering.refuse(scope, task, {WEFT_TR("core", "DolphinScheduler has nothing for %1"), {shown(value)}});
    return std::nullopt;
}

Result<std::string> javascript_of(const std::string& condition) {
    const auto no = [&](const std::string& what) { return fail(Message{WEFT_TR("core", "a SWITCH of DolphinScheduler cannot say \"%1\" (in %2)"), {what, condition}}); };
    std::string out;
    bool variable = false;
    for (std::size_t at = 0; at < condition.size();) {
        const char c = condition[at];
        if (std::isspace(static_cast<unsigned char>(c))) {
            if (!out.empty() && out.back() != ' ') out += ' ';
            ++at;
        } else if (condition.compare(at, 2, "${") == 0) {
            const std::size_t end = condition.find('}', at);
            if (end == std::string::npos) return no(condition.substr(at));
            out += condition.substr(at, end + 1 - at);   // the server puts texts in quotes by itself
            at = end + 1;
            variable = true;
        } else if (c == '"' || c == '\'') {
            const std::size_t end = condition.find(c, at + 1);
            if (end == std::string::npos) return no(condition.substr(at));
            const std::string inner = condition.substr(at + 1, end - at - 1);
            const bool only = inner.starts_with("${") && inner.find('}') == inner.size() - 1;
            if (!only && inner.find("${") != std::string::npos) return no(inner);
            variable = variable || only;
            out += only ? inner : "\"" + inner + "\"";
            at = end + 1;
        } else if (is_name_start(c)) {
            std::size_t end = at;
            while (end < condition.size() && is_name(condition[end])) ++end;
            const std::string word = condition.substr(at, end - at);
            if (word == "in" || word == "eval" || word == "Function") return no(word);
            out += word == "true" || word == "false" ? word : "\"" + word + "\"";
            at = end;
        } else if (condition.compare(at, 2, "=~") == 0 || condition.compare(at, 2, "!~") == 0 || c == '{') {
            return no(condition.substr(at, 2));
        } else {
            out += c;
            ++at;
        }
    }
    if (!variable) return fail(Message{WEFT_TR("core", "a SWITCH of DolphinScheduler needs a parameter in its condition, \"%1\" has none"), {condition}});
    return out;
}

Result<std::string> quartz_of(const std::string& cron) {
    std::vector<std::string> fields;
    for (std::size_t at = 0; at < cron.size();) {
        const std::size_t begin = cron.find_first_not_of(' ', at);
        if (begin == std::string::npos) break;
        const std::size_t end = std::min(cron.find(' ', begin), cron.size());
        fields.push_back(cron.substr(begin, end - begin));
        at = end;
    }
    if (fields.size() == 6) return cron + " *";
    if (fields.size() == 7) return cron;
    static const std::map<std::string, std::string> words{{"@hourly", "0 0 * * * ? *"}, {"@daily", "0 0 0 * * ? *"}, {"@midnight", "0 0 0 * * ? *"}, {"@weekly", "0 0 0 ? * SUN *"},
                                                          {"@monthly", "0 0 0 1 * ? *"}, {"@yearly", "0 0 0 1 1 ? *"}, {"@annually", "0 0 0 1 1 ? *"}};
    if (const auto word = words.find(cron); word != words.end()) return word->second;
    if (fields.size() != 5) return fail(Message{WEFT_TR("core", "\"%1\" is no cron line with five fields"), {cron}});
    std::string& day = fields[2];
    std::string& weekday = fields[4];
    if (weekday == "?") weekday = "*";
    if (day == "?") day = "*";
    if (weekday != "*" && day != "*") return fail(Message{WEFT_TR("core", "\"%1\" names a day of the month and of the week: Quartz takes one of the two"), {cron}});
    if (weekday == "*") {
        weekday = "?";
    } else {
        day = "?";
        static constexpr const char* names[] = {"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"};
        std::string named;
        bool step = false;
        for (const char c : weekday) {
            if (c >= '0' && c <= '7' && !step) named += names[c - '0'];
            else named += c;
            step = c == '/';
        }
        weekday = named;
    }
    return "0 " + fields[0] + " " + fields[1] + " " + day + " " + fields[3] + " " + weekday + " *";
}

}  // namespace weft::dolphin
