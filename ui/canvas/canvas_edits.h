// The canvas's gestures as pure edits: what they do to the flow, nothing about pixels.
#pragma once

#include <QString>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/model/edit.h"

namespace weft::ui {

using FlowEdit = std::function<Result<Flow>(const Flow&)>;
using TaskPair = std::pair<TaskId, TaskId>;   // a wire: from, to

struct AddWish {
    QString kind;
    QString name;                       // "" = the kind's own
    BodyRef scope;
    bool placed = false;
    Point at;                           // top left, in the frame
    TaskId connect_from = 0, connect_to = 0;   // a wire that was dropped on empty ground
    TaskPair splice{0, 0};              // a wire it was dropped on
    Results splice_results = results_default;
};
// `made` gets the new task's name; ids are read back after the commit.
FlowEdit add_edit(AddWish wish, std::string* made);
FlowEdit move_edit(std::vector<std::pair<TaskId, Point>> places);
FlowEdit splice_edit(TaskId task, TaskPair wire, Results results);
FlowEdit cut_edit(std::vector<TaskPair> wires);
FlowEdit chain_edit(std::vector<TaskId> tasks);               // connects them in order; what is connected stays
FlowEdit delete_edit(std::vector<TaskId> tasks, bool reconnect);
FlowEdit mute_edit(std::vector<TaskId> tasks, bool muted);
FlowEdit unplace_edit(BodyRef scope, std::string prefix, std::vector<std::string> names);   // back to the automatic layout
// One after the other; the first refusal ends it.
FlowEdit then(FlowEdit first, FlowEdit second);

}  // namespace weft::ui
