#include "core/targets/dolphinscheduler/dynamic.h"

#include <algorithm>
#include <charconv>

#include "core/yaml/reader.h"
#include "core/yaml/writer.h"

namespace weft::dolphin {
namespace {

using yaml::NodePtr;

constexpr int most_instances = 1024;   // the server's default for maxNumOfSubWorkflowInstances

std::string trimmed(std::string text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n')) text.erase(0, 1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n')) text.pop_back();
    return text;
}

// As the server splits: every character of `separators` separates, nothing between two of them is no item.
std::vector<std::string> split(const std::string& text, const std::string& separators) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
        if (end > at) out.push_back(trimmed(text.substr(at, end - at)));
        at = end + 1;
    }
    return out;
}

int number_at(const NodePtr& map, const char* key, int otherwise) {
    const std::string text = yaml::text_at(map, key);
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() && !text.empty() ? value : otherwise;
}

struct List { std::string name; std::vector<std::string> items; };

std::string combination_text(const std::vector<List>& lists, const std::vector<std::size_t>& at) {
    std::vector<yaml::Entry> entries;
    for (std::size_t i = 0; i < lists.size(); ++i) entries.push_back({yaml::make_string(lists[i].name), yaml::make_string(lists[i].items[at[i]])});
    return yaml::write_json(yaml::make_map(std::move(entries)), 0);
}

// The first list moves slowest, as in the server's documentation: a1 b1, a1 b2, a2 b1 …
std::vector<std::string> combinations(const std::vector<List>& lists, int most) {
    std::vector<std::string> out;
    std::vector<std::size_t> at(lists.size(), 0);
    while (int(out.size()) < most) {
        out.push_back(combination_text(lists, at));
        std::size_t wheel = lists.size();
        while (wheel > 0 && ++at[wheel - 1] == lists[wheel - 1].items.size()) at[--wheel] = 0;
        if (wheel == 0) break;
    }
    return out;
}

}  // namespace

std::optional<Loop> loop_of(const std::string& words) {
    const Result<yaml::Stream> stream = words.empty() ? yaml::read_json("{}") : yaml::read_json(words);
    if (!stream || stream->documents.size() != 1) return std::nullopt;
    const NodePtr& params = stream->documents[0].root;
    const NodePtr given = yaml::find(params, "listParameters");
    if (!given || !given->is_sequence() || given->items.empty()) return std::nullopt;
    const std::vector<std::string> skipped = split(yaml::text_at(params, "filterCondition"), ",");
    Loop loop;
    std::vector<List> lists;
    for (const NodePtr& one : given->items) {
        const std::string value = yaml::text_at(one, "value"), separator = yaml::text_at(one, "separator");
        if (value.find("${") != std::string::npos) {   // known only when the workflow runs
            loop.over = Loop::Over::param;
            loop.param = value;
            return loop;
        }
        List list{yaml::text_at(one, "name"), split(value, separator.empty() ? "," : separator)};
        std::erase_if(list.items, [&](const std::string& item) { return std::find(skipped.begin(), skipped.end(), item) != skipped.end(); });
        lists.push_back(std::move(list));
    }
    const bool none = std::any_of(lists.begin(), lists.end(), [](const List& list) { return list.items.empty(); });
    if (none) return loop;
    if (lists.size() == 1) loop.items = std::move(lists[0].items);
    else loop.items = combinations(lists, std::max(1, number_at(params, "maxNumOfSubWorkflowInstances", most_instances)));
    return loop;
}

std::optional<std::string> dynamic_words(const std::string& code, const std::string& parameter, const Loop& loop) {
    for (const char* separator : {",", ";", "|", "#"}) {
        std::string value;
        bool free = !loop.items.empty() && int(loop.items.size()) <= most_instances;
        for (const std::string& item : loop.items) {
            free = free && !item.empty() && trimmed(item) == item && item.find(separator) == std::string::npos;
            value += (value.empty() ? "" : separator) + item;
        }
        if (!free) continue;
        const NodePtr list = yaml::make_map({{yaml::make_string("name"), yaml::make_string(parameter)}, {yaml::make_string("value"), yaml::make_string(value)},
                                             {yaml::make_string("separator"), yaml::make_string(separator)}});
        return yaml::write_json(yaml::make_map({{yaml::make_string("processDefinitionCode"), yaml::make_plain(code)},
                                                {yaml::make_string("maxNumOfSubWorkflowInstances"), yaml::make_plain(std::to_string(most_instances))},
                                                {yaml::make_string("degreeOfParallelism"), yaml::make_plain(std::to_string(loop.items.size()))},
                                                {yaml::make_string("filterCondition"), yaml::make_string("")}, {yaml::make_string("listParameters"), yaml::make_sequence({list})}}), 0);
    }
    return std::nullopt;
}

}  // namespace weft::dolphin
