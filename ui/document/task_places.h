// Tasks and the places where a document's text speaks of them. Pure; shared by the YAML pane, the problems list and the inspector.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/lint/finding.h"
#include "core/targets/document.h"

namespace weft::ui {

std::optional<yaml::Span> span_of_task(const Document& document, TaskId id);
TaskId task_at_byte(const Document& document, std::size_t byte);      // 0 = none
std::string place_of_task(const Document& document, TaskId id);       // SourceMap path: "tasks.train", "definitions.bye.tasks.always"; "" = none
// Where the text speaks of a task: at its use, and at what it runs. Asked for once, then compared with every finding.
struct TaskPlaces { std::string use, definition; };
TaskPlaces places_of_task(const Document& document, TaskId id);
// What a finding about this task is about: "image", "env.HOME", "params.epochs", "name"; "" = another task, or the task as a whole.
std::string field_of_finding(const TaskPlaces& places, const lint::Finding& finding);
std::vector<const Task*> enclosing_tasks(const Flow& flow, TaskId id);   // outermost first

}  // namespace weft::ui
