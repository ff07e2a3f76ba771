// A recurring run as the server's API has it (v2beta1, body of POST /apis/v2beta1/recurringruns): when it starts, and the pipeline inside. A run or a pipeline
// version from the server holds a pipeline in the same place. Crons have six fields there, seconds first, weekdays from 0 = Sunday (robfig/cron v1); the model
// holds them with five. The server counts in its own time zone, UTC unless its administrator set another.
#pragma once

#include "core/targets/kfp/reading.h"

namespace weft::kfp {

// Where a document keeps its pipeline. JSON answers wrap it in `pipeline_spec`, once more when a platform document goes with it.
struct Inside {
    std::string spec, platform;      // paths; "" = the document itself, and none
};
std::optional<Inside> pipeline_inside(const yaml::NodePtr& root);

void read_recurring(Reading& reading);                                                          // into flow.schedule, when the document has a trigger
std::vector<Message> schedule_problems(const Schedule& schedule);                               // what a recurring run cannot say, empty = fine
yaml::NodePtr with_schedule(const yaml::NodePtr& root, const Schedule& before, const Schedule& after);   // only what differs
std::string write_recurring(const Flow& shaped, const Schedule& schedule);                      // afresh, JSON; one cron line

}  // namespace weft::kfp
