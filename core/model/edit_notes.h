// Notes and what is unfolded: drawn changes that no engine sees. Pure, total.
#pragma once

#include "core/model/edit.h"

namespace weft::edit {

constexpr double smallest_note_width = 96, smallest_note_height = 40;

// What Note::in says for a body: "" = main, "name:" for a shared definition's, else the path of the task.
std::string home_of(const Flow&, const BodyRef&);
// And back; main when there is no such body any more.
BodyRef body_of_home(const Flow&, const std::string& home);

Result<Flow> add_note(const Flow&, Note note);                          // on top of the others; refuses one without words
Result<Flow> change_note(const Flow&, std::size_t note, Note wanted);   // never smaller than it can be grasped
Result<Flow> remove_note(const Flow&, std::size_t note);
Result<Flow> raise_note(const Flow&, std::size_t note);                 // to the front
Result<Flow> set_unfolded(const Flow&, TaskId, bool unfolded);          // refuses a task that holds no tasks
bool is_unfolded(const Flow&, TaskId);
std::vector<TaskId> unfolded_tasks(const Flow&);                        // ascending
// Where a task is drawn: the body it stands in, or the one around the unfolded groups that it stands in.
BodyRef drawn_in(const Flow&, TaskId);

}  // namespace weft::edit
