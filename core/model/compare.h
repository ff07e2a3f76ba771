// What differs in meaning between two flows, item by item, for people: `weft diff`, the comparison in the window. Placements, comments and the order of
// the text are no differences; a rename is a rename.
#pragma once

#include <string>
#include <vector>

#include "core/model/edit.h"

namespace weft {

struct Difference {
    enum class Kind { added, removed, renamed, changed } kind = Kind::changed;
    enum class What { task, handler, edge, definition, flow } what = What::task;
    TaskId id = 0;               // the task, as `after` has it (removed: as `before` has it); an edge: the task that waits
    TaskId from = 0;             // an edge: the task that is waited for
    std::string path;            // name path of the task, name of the definition; an edge: "clean → train"
    std::string field;           // changed: "image", "env.LANG", "command" …; "" otherwise
    std::string before, after;   // one line each, "" = not set
};

struct Comparison {
    Flow after;                  // with the ids of `before` where it is the same task
    std::vector<Difference> differences;   // flow first, then definitions, tasks and edges, each in the order of `after`, removed ones last
};
Comparison compare(const Flow& before, Flow after);
const char* word(Difference::Kind);      // "added" …
const char* word(Difference::What);      // "task" …

}  // namespace weft
