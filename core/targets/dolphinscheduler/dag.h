// Where a workflow definition stands in a file, whatever shape the file has: export file, answer of the API, create form, test definitions of the master.
#pragma once

#include <string>
#include <vector>

#include "core/targets/dolphinscheduler/nested.h"

namespace weft::dolphin {

struct Dag {
    std::size_t document = 0;
    std::string at;                 // tree path of the holder: "", "0", "data"
    NodePtr holder;                 // the map with head, tasks and relations
    std::string head;               // tree path below the holder: "processDefinition", "workflows/1"; "" = the holder itself (create form)
    std::string tasks, relations;   // keys of the holder
    bool old_names = false;         // 3.1, 3.2: process*
    bool shared_lists = false;      // tasks and relations of several workflows in one list

    NodePtr head_node() const { return yaml::find_path(holder, head); }
    std::string path(std::string_view below) const;   // tree path within the document
};
// In file order.
std::vector<Dag> dags_of(const yaml::Stream&);

}  // namespace weft::dolphin
