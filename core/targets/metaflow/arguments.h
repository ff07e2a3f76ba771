// Which argument of which decorator holds which field of an environment, and how a value stands there. Reading and patching share this table.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/flow.h"
#include "core/targets/metaflow/source.h"

namespace weft::metaflow {

// What the engine counts in: whole megabytes (4096 -> "4096M"), cores as a number, a count.
enum class Unit { megabytes, cores, count };
struct QuantityArgument { const char* argument; const char* field; std::optional<Scalar> Environment::*slot; Unit unit; };
struct TextArgument { const char* argument; const char* field; std::optional<std::string> Environment::*slot; };
const std::vector<QuantityArgument>& quantity_arguments();   // cpu, memory, disk, gpu, shared_memory
const std::vector<TextArgument>& text_arguments();           // image, image_pull_policy, service_account

// "8Gi" -> "8590" (rounded up), "500m" -> "0.5"; none when it is no quantity.
std::optional<std::string> number_of(const std::string& quantity, Unit unit);
// "4096" -> "4096M"; what is no plain number stays.
std::string quantity_of(const std::string& number, Unit unit);
// The quantity as it comes back from the file.
std::string settled_quantity(const std::string& quantity, Unit unit);

// "2h", "90s" -> seconds as Metaflow counts them; "" and what is no duration: none.
std::optional<long> seconds_of(const std::string& duration);
std::string duration_of(long seconds);                       // "2h", "5m", "90s"

std::string quoted(const std::string& text);                 // a Python string literal on one line; double quotes unless single ones need fewer signs
std::string quoted_with(const std::string& text, char quote);
bool is_identifier(const std::string& name);                 // and no keyword

}  // namespace weft::metaflow
