#include "core/targets/metaflow/patch.h"

#include <algorithm>

#include "core/targets/metaflow/arguments.h"

namespace weft::metaflow {
namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

}  // namespace

Patch::Patch(std::string_view text, const PythonSource& source) : text_(text), source_(source) {
    const std::size_t first = text.find_first_of("\r\n");
    if (first == std::string_view::npos || text[first] == '\n') newline_ = "\n";
    else newline_ = first + 1 < text.size() && text[first + 1] == '\n' ? "\r\n" : "\r";
}

std::size_t Patch::begin_of_line(std::size_t at) const {
    while (at > 0 && text_[at - 1] != '\n' && text_[at - 1] != '\r') --at;
    return at;
}

std::size_t Patch::end_of_line(std::size_t at) const {
    while (at < text_.size() && text_[at] != '\n' && text_[at] != '\r') ++at;
    if (at < text_.size() && text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n') return at + 2;
    return std::min(at + 1, text_.size());
}

std::optional<std::string> Patch::own_line(std::size_t at) const {
    const std::string_view head = text_.substr(begin_of_line(at), at - begin_of_line(at));
    if (!std::all_of(head.begin(), head.end(), blank)) return std::nullopt;
    return std::string(head);
}

std::string Patch::line_of(std::size_t at) const { return std::to_string(1 + std::count(text_.begin(), text_.begin() + std::ptrdiff_t(std::min(at, text_.size())), '\n')); }

void Patch::replace(const Span& at, std::string with) {
    const auto after = changes_.lower_bound(at.begin);
    if (after != changes_.end() && after->first < at.end) overlap_ = true;
    if (after != changes_.begin() && std::prev(after)->second.end > at.begin) overlap_ = true;
    if (!changes_.emplace(at.begin, Change{at.end, std::move(with)}).second) overlap_ = true;
}

void Patch::insert(std::size_t at, const std::string& text) { inserted_[at] += text; }

void Patch::add(const Decorator& decorator, const std::vector<std::pair<std::string, std::string>>& arguments) {
    if (decorator.called) return add(decorator.arguments, arguments);
    std::string text;
    for (const auto& [name, value] : arguments) text += (text.empty() ? "" : ", ") + name + "=" + value;
    insert(decorator.at.end, "(" + text + ")");
}

void Patch::add(const Arguments& call, const std::vector<std::pair<std::string, std::string>>& arguments) {
    std::string text;
    if (call.all.empty()) {
        for (const auto& [name, value] : arguments) text += (text.empty() ? "" : ", ") + name + "=" + value;
        return insert(call.open, text);
    }
    const std::size_t end = call.all.back().whole.end;
    const std::optional<std::string> line = own_line(call.all.back().whole.begin);
    for (const auto& [name, value] : arguments) text += (line ? "," + newline_and(*line) : std::string(", ")) + name + "=" + value;
    insert(end, text);
}

void Patch::remove(const Arguments& call, const Argument& argument) {
    std::size_t begin = argument.whole.begin, end = argument.whole.end, at = end;
    while (at < call.close && blank(text_[at])) ++at;
    const bool comma = at < call.close && text_[at] == ',';
    const auto here = std::find_if(call.all.begin(), call.all.end(), [&](const Argument& one) { return one.whole == argument.whole; });
    if (comma) {
        end = at + 1;
        while (end < call.close && blank(text_[end])) ++end;
    } else if (here != call.all.begin() && here != call.all.end()) {
        const std::size_t before = std::prev(here)->whole.end;
        const std::string_view between = text_.substr(before, begin - before);
        if (std::all_of(between.begin(), between.end(), [](char c) { return blank(c) || c == ','; })) begin = before;
    }
    const bool whole_line = begin == argument.whole.begin && own_line(begin) && (end >= text_.size() || text_[end] == '\n' || text_[end] == '\r');
    if (whole_line && end_of_line(end) <= call.close) return erase(begin_of_line(begin), end_of_line(end));
    erase(begin, end);
}

void Patch::remove(const Decorator& decorator) { erase(begin_of_line(decorator.at.begin), end_of_line(decorator.at.end)); }

std::string Patch::imported(const std::string& name) {
    const Imports& imports = source_.imports;
    for (const auto& [original, known_as] : imports.names)
        if (original == name) return known_as;
    if (imports.star || imported_.count(name)) return name;
    if (!imports.end) {
        if (!imports.module.empty()) return imports.module + "." + name;
        insert(text_.starts_with("\xEF\xBB\xBF") ? 3 : 0, "from metaflow import " + name + newline_);
    } else {
        insert(*imports.end, imports.own_line ? "," + newline_and(imports.indent) + name : ", " + name);
    }
    imported_.insert(name);
    return name;
}

void Patch::add_decorator(std::size_t at, const std::string& indent, const std::string& name, const std::string& arguments) {
    insert(at, "@" + imported(name) + "(" + arguments + ")" + newline_and(indent));
}

void Patch::set_entry(const Argument& map, const std::string& name, const std::string& value) {
    for (const DictEntry& entry : map.entries)
        if (entry.name == name) return replace(entry.value, value);
    if (!map.is_map) return replace(map.at, "{**" + map.source + ", " + quoted(name) + ": " + value + "}");
    const std::string text = map.map_call ? name + "=" + value : quoted(name) + ": " + value;
    if (map.entries.empty()) return insert(map.at.end - 1, text);
    const DictEntry& last = map.entries.back();
    const std::optional<std::string> line = own_line(map.map_call ? last.value.begin - last.name.size() - 1 : last.key.begin);
    insert(last.value.end, (line ? "," + newline_and(*line) : std::string(", ")) + text);
}

Result<void> Patch::remove_entry(const Argument& map, const std::string& name) {
    Arguments entries{map.at.begin, map.at.end - 1, {}};
    for (const DictEntry& entry : map.entries) entries.all.push_back({entry.name, {map.map_call ? entry.value.begin - entry.name.size() - 1 : entry.key.begin, entry.value.end}, entry.value});
    const Argument* found = entries.find(name);
    if (!found) return fail(Message{WEFT_TR("core", "%1 comes from %2 and cannot be taken away here"), {name, map.source}});
    remove(entries, *found);
    return {};
}

bool Patch::overlaps() const {
    if (overlap_) return true;
    for (const auto& [at, text] : inserted_) {
        const auto after = changes_.upper_bound(at);
        if (after != changes_.begin() && std::prev(after)->second.end > at && std::prev(after)->first < at) return true;
    }
    return false;
}

std::vector<yaml::TextEdit> Patch::edits() const {
    std::map<std::size_t, yaml::TextEdit> all;
    for (const auto& [at, change] : changes_) all[at] = {at, std::string(text_.substr(at, change.end - at)), change.text};
    for (const auto& [at, text] : inserted_) {
        auto& edit = all[at];
        edit.offset = at;
        edit.inserted = text + edit.inserted;
    }
    std::vector<yaml::TextEdit> out;
    for (auto& [at, edit] : all)
        if (edit.removed != edit.inserted) out.push_back(std::move(edit));
    return out;
}

}  // namespace weft::metaflow
