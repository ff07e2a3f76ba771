// What the reader's parts share: the nodes of one workflow, where they stand, what is noted on the way.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/targets/dolphinscheduler/dag.h"
#include "core/targets/dolphinscheduler/schema.h"
#include "core/targets/format.h"

namespace weft::dolphin {

// One task of the list. `tree` is "" when it stands inside a text: then an edit goes through the writer.
struct Entry {
    std::size_t index = 0;          // in the list
    NodePtr node;
    std::string code;
    std::string tree;
};

// The nodes of one workflow definition, opened.
struct Nodes {
    Dag dag;
    NodePtr head;
    Opened tasks, relations;
    std::vector<Entry> entries;     // of this workflow, file order
    std::vector<NodePtr> own_relations;
};
Nodes nodes_of(const Dag&);

struct Reading {
    const Nodes& nodes;
    ReadResult out;
    std::unordered_map<std::string, std::string> names;   // code -> task

    void issue(const char* rule, Message what, const NodePtr& at);
    void place(const std::string& path, const NodePtr& node, const std::string& tree = {});
    // Unknown fields become issues, known ones without a meaning in the drawing are listed.
    void look_over(const NodePtr& map, const Fields& fields, const std::string& path, const NodePtr& outer = nullptr);
};

Task read_task(Reading&, const Entry&);
void read_order(Reading&, std::vector<Task>&);
void read_head(Reading&);
std::vector<Placement> read_locations(const NodePtr& head, const std::unordered_map<std::string, std::string>& names);

// A property of localParams or globalParams.
struct Property {
    std::string name, direct, type;
    std::optional<std::string> value;
    NodePtr node;
};
Property property_of(const NodePtr&);
Value value_of(const Property&);

// Argv in a text that is a YAML or JSON list.
std::vector<Scalar> words_in(const NodePtr&);

}  // namespace weft::dolphin
