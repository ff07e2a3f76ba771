// What the parts of the writer share. Every function gets the old node and the value before and after, and gives the old pointer where nothing changed.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/model/flow.h"
#include "core/targets/native/fields.h"
#include "core/yaml/tree.h"

namespace weft::native {

using yaml::NodePtr;

// A map that is being changed: new entries stand where the order of `keys` wants them.
class MapEdit {
  public:
    MapEdit(NodePtr map, const Keys& keys) : map_(std::move(map)), keys_(keys) {}
    void set(std::string_view key, NodePtr value);   // null removes
    NodePtr at(std::string_view key) const;          // the value as it stands, an alias not followed; null when missing
    bool empty() const;
    const NodePtr& node() const { return map_; }

    template <class T, class Make> void set_if(std::string_view key, const T& before, const T& after, Make&& make) {
        if (!(before == after)) set(key, make(at(key)));
    }

  private:
    NodePtr map_;
    const Keys& keys_;
};

std::shared_ptr<yaml::Node> copy_of(const NodePtr&, yaml::Kind kind);   // to be changed; empty when it is of another kind

NodePtr text_node(const NodePtr& old, const std::string& text);         // quotes and block style stay
NodePtr text_or_none(const NodePtr& old, const std::string& text);      // null for ""
NodePtr scalar_node(const NodePtr& old, const Scalar&);                 // numbers stay numbers
NodePtr quantity_node(const NodePtr& old, const std::optional<Scalar>&);
NodePtr truth_node(bool value, bool otherwise);                         // null for the default
NodePtr number_node(const std::optional<int>&);
NodePtr value_node(const NodePtr& old, const Value&);
NodePtr words_node(const NodePtr& old, const std::vector<Scalar>& before, const std::vector<Scalar>& after);
NodePtr bindings_node(const NodePtr& old, const std::vector<Binding>& before, const std::vector<Binding>& after);
NodePtr parameters_node(const NodePtr& old, const std::vector<Parameter>& before, const std::vector<Parameter>& after);
NodePtr environment_node(const NodePtr& old, const Environment& before, const Environment& after);
NodePtr type_node(const NodePtr& old, ValueType);                       // null for any
NodePtr volumes_node(const NodePtr& old, const std::vector<Volume>& before, const std::vector<Volume>& after);
NodePtr tolerations_node(const NodePtr& old, const std::vector<Toleration>& before, const std::vector<Toleration>& after);
NodePtr schedule_node(const NodePtr& old, const std::optional<Schedule>& before, const std::optional<Schedule>& after);
NodePtr retry_node(const NodePtr& old, const std::optional<Retry>& before, const std::optional<Retry>& after);
NodePtr loop_node(const NodePtr& old, const std::optional<Loop>& before, const std::optional<Loop>& after);
NodePtr needs_node(const NodePtr& old, const std::vector<Need>& before, const std::vector<Need>& after);
NodePtr outputs_node(const NodePtr& old, const std::vector<Output>& before, const std::vector<Output>& after);
NodePtr files_node(const NodePtr& old, const std::vector<InputFile>& before, const std::vector<InputFile>& after);
NodePtr notes_node(const NodePtr& old, const std::vector<Note>& before, const std::vector<Note>& after);
NodePtr unfolded_node(const NodePtr& old, const std::vector<std::string>& before, const std::vector<std::string>& after);
NodePtr canvas_node(const NodePtr& old, const std::vector<Placement>& before, const std::vector<Placement>& after);

// For each of `after`, the index of its partner in `before` or -1: the same key, else the same place when the key there is gone (a rename).
std::vector<int> partners(std::size_t before, std::size_t after, const std::function<bool(std::size_t, std::size_t)>& same_key);

// A map with one entry per element, and a list with one item per element.
template <class T, class Name, class Make>
NodePtr map_node(const NodePtr& old, const std::vector<T>& before, const std::vector<T>& after, Name&& name, Make&& make);
template <class T, class Same, class Make>
NodePtr list_node(const NodePtr& old, const std::vector<T>& before, const std::vector<T>& after, Same&& same, Make&& make, yaml::Style fresh_style);

// Where a task of the old flow stands in the tree.
struct OldTask {
    const Task* task = nullptr;
    const Handler* handler = nullptr;   // null for a task of the body
    NodePtr node;
};
using OldTasks = std::unordered_map<TaskId, OldTask>;
OldTasks old_tasks(const Flow& before, const NodePtr& root);

// Tasks and handlers of a body go into `map` (the flow, a definition, a task).
void write_body(MapEdit& map, const Body& before, const Body& after, const OldTasks& old, bool keep_empty);
NodePtr definition_node(const NodePtr& old, const Definition& before, const Definition& after, const OldTasks& tasks);

// A task as the format sees it: what belongs to the use and what belongs to its own definition stand side by side in one map.
struct Merged {
    Environment environment;
    std::optional<Retry> retry;
    std::string timeout;
    std::vector<InputFile> files;
};
Merged merged(const Task&);

// ---------------------------------------------------------------------------------------------------------------------------
template <class T, class Name, class Make>
NodePtr map_node(const NodePtr& old, const std::vector<T>& before, const std::vector<T>& after, Name&& name, Make&& make) {
    if (after.empty()) return nullptr;
    const yaml::Node* source = yaml::resolve(old.get());
    const bool usable = source && source->is_map() && source->entries.size() == before.size();
    const std::vector<int> pairs = partners(usable ? before.size() : 0, after.size(), [&](std::size_t i, std::size_t j) { return name(before[i]) == name(after[j]); });
    std::vector<yaml::Entry> entries;
    bool same = usable && before.size() == after.size();
    for (std::size_t j = 0; j < after.size(); ++j) {
        const int i = pairs[j];
        yaml::Entry entry;
        if (i >= 0) entry = source->entries[std::size_t(i)];
        const yaml::Entry kept = entry;
        if (i < 0 || name(before[std::size_t(i)]) != name(after[j])) entry.key = text_node(entry.key, name(after[j]));
        entry.value = make(entry.value, i < 0 ? nullptr : &before[std::size_t(i)], after[j]);
        same = same && i == int(j) && entry.key == kept.key && entry.value == kept.value;
        entries.push_back(std::move(entry));
    }
    if (same) return old;
    auto node = copy_of(old, yaml::Kind::map);
    node->entries = std::move(entries);
    return node;
}

template <class T, class Same, class Make>
NodePtr list_node(const NodePtr& old, const std::vector<T>& before, const std::vector<T>& after, Same&& same_key, Make&& make, yaml::Style fresh_style) {
    const yaml::Node* source = yaml::resolve(old.get());
    const bool usable = source && source->is_sequence() && source->items.size() == before.size();
    const std::vector<int> pairs = partners(usable ? before.size() : 0, after.size(), [&](std::size_t i, std::size_t j) { return same_key(before[i], after[j]); });
    std::vector<NodePtr> items;
    bool same = usable && before.size() == after.size();
    for (std::size_t j = 0; j < after.size(); ++j) {
        const int i = pairs[j];
        const NodePtr kept = i < 0 ? nullptr : source->items[std::size_t(i)];
        NodePtr item = i >= 0 && before[std::size_t(i)] == after[j] ? kept : make(kept, i < 0 ? nullptr : &before[std::size_t(i)], after[j]);
        same = same && i == int(j) && item == kept;
        items.push_back(std::move(item));
    }
    if (same) return old;
    auto node = copy_of(old, yaml::Kind::sequence);
    if (!source || !source->is_sequence()) node->style = fresh_style;
    node->items = std::move(items);
    return node;
}

}  // namespace weft::native
