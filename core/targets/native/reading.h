// What the parts of the reader share. Every check that fails is an issue at its place; nothing is thrown away but the field itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/targets/format.h"
#include "core/targets/native/fields.h"

namespace weft::native {

// A node of the document and the way to it for yaml::with_path ("" inside a key that a path cannot say).
struct Spot {
    yaml::NodePtr node;      // alias followed; null when missing
    yaml::NodePtr key;       // of a map's entry
    std::string tree;
    bool reachable = true;   // false below a key that holds '/'

    // False for what is not there and for `key:` without a value.
    explicit operator bool() const { return node && node->kind != yaml::Kind::null; }
    bool is_map() const { return node && node->is_map(); }
    bool is_list() const { return node && node->is_sequence(); }
    bool is_scalar() const { return node && node->is_scalar(); }
};

class Reading {
  public:
    ReadResult out;
    std::size_t document = 0;

    Spot at(const Spot& map, std::string_view key) const;
    std::vector<Spot> entries(const Spot& map) const;   // every entry, with its key
    std::vector<Spot> items(const Spot& list) const;

    void place(const std::string& path, const Spot& spot);
    void place_key(const std::string& path, const Spot& spot);   // the name itself: its key in the map

    void issue(const char* rule, Message what, const Spot& at);
    // `name` is what the message calls the field.
    bool want_map(const Spot& spot, std::string_view name);
    bool want_list(const Spot& spot, std::string_view name);
    void check_keys(const Spot& map, const Keys& known);

    std::string text(const Spot& map, std::string_view key);               // "" when missing or wrong
    std::optional<std::string> optional_text(const Spot& map, std::string_view key);
    std::optional<Scalar> scalar(const Spot& map, std::string_view key);
    bool truth(const Spot& map, std::string_view key, bool otherwise = false);
    std::optional<int> number(const Spot& map, std::string_view key);
    // Index of the word in `allowed`, 0 when missing or wrong.
    std::size_t choice(const Spot& map, std::string_view key, const Keys& allowed);
};

std::string key_text(const Spot& spot);
Scalar scalar_of(const yaml::Node& node);

Value read_value(Reading&, const Spot&, std::string_view name);
std::vector<Binding> read_bindings(Reading&, const Spot& map, std::string_view name, const std::string& path);
std::vector<Parameter> read_parameters(Reading&, const Spot& map, std::string_view name, const std::string& path);
Environment read_environment(Reading&, const Spot& map, const std::string& path);
std::vector<Volume> read_volumes(Reading&, const Spot& list, const std::string& path);
std::vector<Toleration> read_tolerations(Reading&, const Spot& list, const std::string& path);
std::optional<Schedule> read_schedule(Reading&, const Spot&);
ValueType read_type(Reading&, const Spot& map);   // key `type`
std::optional<Retry> read_retry(Reading&, const Spot& spot, const std::string& path);
std::optional<Loop> read_loop(Reading&, const Spot& spot, const std::string& path);
std::vector<Need> read_needs(Reading&, const Spot& spot, const std::string& path);
std::vector<Output> read_outputs(Reading&, const Spot& spot, const std::string& path);
std::vector<InputFile> read_files(Reading&, const Spot& spot, const std::string& path);
std::vector<Scalar> read_words(Reading&, const Spot& spot, std::string_view name);

// `own`: the definition of one task, whose keys stand among the task's.
Definition read_definition(Reading&, const Spot& map, const std::string& path, bool own);
Body read_body(Reading&, const Spot& map, const std::string& prefix);

std::string json_text(const yaml::Node& node);     // {"a":1}, for a loop's items
// Items of a list of tasks that are tasks: maps. Reader and writer count the same ones.
bool is_task_node(const yaml::NodePtr& node);

}  // namespace weft::native
