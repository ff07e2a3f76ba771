// pydolphinscheduler's YAML: what reader and writer share. Source: apache-dolphinscheduler 4.1.0, core/yaml_workflow.py.
#pragma once

#include <string>
#include <string_view>

#include "core/model/flow.h"
#include "core/targets/dolphinscheduler/schema.h"
#include "core/yaml/tree.h"

namespace weft::dolphin::python {

using yaml::NodePtr;

const Fields& workflow_fields();
const Fields& task_fields();                          // of every task
const Fields* own_fields(std::string_view type);      // of one type; null for a type that we do not look into
std::string lower_case(std::string_view);
// "Shell" -> "SHELL", "Condition" -> "CONDITIONS"; what we do not know keeps its word.
std::string type_of_class(std::string_view word);
const char* class_of_type(std::string_view type);     // "" for a type that has none here
NodePtr tasks_of(const NodePtr& root);
std::size_t document_of(const yaml::Stream&, std::size_t flow_index);   // npos

// "INTEGER(3)" as a parameter's value: the SDK takes the word in front for the type.
struct Typed {
    std::string type;     // "" = as YAML says
    std::string text;
};
Typed typed_in(const NodePtr& value);

}  // namespace weft::dolphin::python
