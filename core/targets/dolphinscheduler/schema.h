// Which fields the server knows, and which of them say something in the drawing. Everything else is kept in the text and listed.
#pragma once

#include <string_view>
#include <vector>

namespace weft::dolphin {

struct Field {
    std::string_view name;
    std::string_view usual;   // the value that is not worth a word; "*" = never listed
    bool drawn = false;
};
using Fields = std::vector<Field>;

const Fields& head_fields();         // of processDefinition, workflowDefinition
const Fields& form_fields();         // of a create form
const Fields& relation_fields();
const Fields& task_fields();
const Fields& schedule_fields();
const Fields* parameter_fields(std::string_view task_type);   // of taskParams; null for a type that we do not look into
const Field* find_field(const Fields&, std::string_view name);

}  // namespace weft::dolphin
