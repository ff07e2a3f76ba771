// A random change of a random place of a tree, and what it may touch. For the random tests and for nothing else.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "core/yaml/tree.h"

namespace weft::yaml::random {

struct Change {
    NodePtr root;
    std::string what;      // for the failure text: "remove spec/templates/0"
    NodePtr inside;        // the old collection that holds the change
    NodePtr gone;          // the old subtree that vanishes, if one does: its comments may go with it
    bool none = false;     // the tree had no place for it
};

using Engine = std::mt19937;

inline std::size_t pick(Engine& engine, std::size_t count) { return count ? engine() % count : 0; }

inline const std::vector<std::string>& hard_texts() {
    static const std::vector<std::string> texts = {
        "plain", "with space", "a: b", "x #y", "it's", "say \"hi\"", "back\\slash", "true", "yes", "null", "~", "3", "1e3", "0755", "12:30", "2024-01-31", "", " lead", "trail ", "- dash",
        "? ask", "{{inputs.parameters.x}}", "[a]", "{a}", "a, b", "*star", "&and", "!bang", "%pct", "@at", "`tick", "|", ">", "#hash", "---", "...", "key:", ":", "-", "tab\there",
        "two\nlines", "two\nlines\n", "\n\nlead", "end\n\n", "  in\n dent\n", "a\n\n  b\nc\n", "snow \xE2\x98\x83", "\xF0\x9F\x98\x80", "esc\x1b", "del\x7f", "ls\xE2\x80\xA8", "=", "<<"};
    return texts;
}

inline NodePtr fresh_node(Engine& engine, int depth = 0) {
    const std::size_t kind = pick(engine, depth > 2 ? 5 : 9);
    const std::string& text = hard_texts()[pick(engine, hard_texts().size())];
    if (kind < 4) return make_string(text);
    if (kind == 4) return make_plain(std::vector<std::string>{"3", "1.5", "true", "null", "false"}[pick(engine, 5)]);
    if (kind == 5) return make_null();
    const std::size_t count = pick(engine, 3);
    if (kind == 6) {
        std::vector<NodePtr> items;
        for (std::size_t i = 0; i < count; ++i) items.push_back(fresh_node(engine, depth + 1));
        return make_sequence(items);
    }
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < count; ++i) entries.push_back({make_string("k" + std::to_string(i)), fresh_node(engine, depth + 1)});
    return make_map(entries);
}

struct Spot { NodePtr node; std::vector<std::size_t> path; };

inline void gather(const NodePtr& node, std::vector<std::size_t>& path, std::vector<Spot>& spots) {
    if (node->is_map() || node->is_sequence()) spots.push_back({node, path});
    const std::size_t count = node->is_map() ? node->entries.size() : node->items.size();
    for (std::size_t i = 0; i < count; ++i) {
        path.push_back(i);
        gather(node->is_map() ? node->entries[i].value : node->items[i], path, spots);
        path.pop_back();
    }
}

inline NodePtr rebuilt(const NodePtr& node, const std::vector<std::size_t>& path, std::size_t at, const NodePtr& changed) {
    if (at == path.size()) return changed;
    auto copy = std::make_shared<Node>(*node);
    copy->span = {};
    NodePtr& child = node->is_map() ? copy->entries[path[at]].value : copy->items[path[at]];
    child = rebuilt(child, path, at + 1, changed);
    return copy;
}

inline Change change(const NodePtr& root, Engine& engine) {
    std::vector<Spot> spots;
    std::vector<std::size_t> path;
    gather(root, path, spots);
    if (spots.empty()) return {root, "", nullptr, nullptr, true};
    const Spot spot = spots[pick(engine, spots.size())];
    auto copy = std::make_shared<Node>(*spot.node);
    copy->span = {};
    Change made{nullptr, "", spot.node, nullptr, false};
    const std::size_t kind = pick(engine, 6);
    const bool map = spot.node->is_map();
    const std::size_t count = map ? copy->entries.size() : copy->items.size();
    const std::size_t at = pick(engine, count);
    if (kind == 0) {
        made.what = "add";
        const std::size_t place = pick(engine, count + 1);
        if (map) copy->entries.insert(copy->entries.begin() + long(place), Entry{make_string("new" + std::to_string(pick(engine, 1000))), fresh_node(engine)});
        else copy->items.insert(copy->items.begin() + long(place), fresh_node(engine));
    } else if (count == 0) {
        return {root, "", nullptr, nullptr, true};
    } else if (kind == 1) {
        made.what = "remove " + std::to_string(at);
        made.gone = map ? copy->entries[at].value : copy->items[at];
        if (map) copy->entries.erase(copy->entries.begin() + long(at));
        else copy->items.erase(copy->items.begin() + long(at));
        if (count == 1) made.gone = spot.node;
    } else if (kind == 2 && map) {
        made.what = "rename " + std::to_string(at);
        copy->entries[at].key = make_string("key " + hard_texts()[pick(engine, hard_texts().size())] + std::to_string(pick(engine, 1000)));
    } else if (kind == 2 || (kind == 3 && !map)) {
        const std::size_t to = pick(engine, count);
        made.what = "move " + std::to_string(at) + " to " + std::to_string(to);
        NodePtr item = copy->items[at];
        copy->items.erase(copy->items.begin() + long(at));
        copy->items.insert(copy->items.begin() + long(to), item);
    } else {
        NodePtr& child = map ? copy->entries[at].value : copy->items[at];
        made.what = "set " + std::to_string(at);
        const bool single = child->is_scalar() || child->kind == Kind::null;
        if (!single) made.gone = child;
        child = single ? make_string(hard_texts()[pick(engine, hard_texts().size())]) : fresh_node(engine);
    }
    for (const std::size_t step : spot.path) made.what += "/" + std::to_string(step);
    made.root = rebuilt(root, spot.path, 0, copy);
    return made;
}

}  // namespace weft::yaml::random
