// All messages of a file: what they are, where they stand, and which of them one flow is made of.
#pragma once

#include <string>
#include <vector>

#include "core/targets/flyte/place.h"

namespace weft::flyte {

struct Entry {
    enum class Kind { task, workflow, plan, execution } kind = Kind::task;
    Place body;                  // template of a task or workflow, spec of a launch plan or execution
    std::vector<Place> ids;      // every place that says its name
    Place description;           // DescriptionEntity
    Place connections;           // of a compiled closure
    std::string name;            // in its first id
    bool below = false;          // a sub-workflow of another message
    bool compiled = false;       // of a closure: made by the compiler
};

struct Unit {
    std::vector<Entry> entries;
    Place tasks;                 // the list that takes further tasks: `tasks` of a closure or compiler input, a root that is a list
    bool wrapped = false;        // items of `tasks` are {template: …}
    bool requests = false;       // items are whole requests
    std::vector<std::size_t> flows;   // entries that open as flows, in file order

    const Entry* find(Entry::Kind kind, const std::string& name) const;   // first of its name
    std::vector<const Entry*> all(Entry::Kind kind, const std::string& name) const;   // a package brings sub-workflows along in every message that uses them
    const Entry* plan_of(const std::string& workflow) const;
};

Unit find_unit(const yaml::Stream& stream);
bool recognises(const yaml::Stream& stream);
// Which message a root is, for check_message; "" = none of Flyte's.
std::string message_of(const Place& root);

}  // namespace weft::flyte
