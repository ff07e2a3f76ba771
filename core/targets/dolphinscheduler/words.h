// The words of DolphinScheduler that reader, writer and export share: task types, parameter types, times, branches.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/model/flow.h"

namespace weft::dolphin {

// What a definition is to the server: "K8S", "SHELL", "SQL" …; an `other` says it in the first word of its detail.
std::string type_of(const Definition&);
bool is_type(const Task&, std::string_view type);
bool is_sub_flow(std::string_view type);   // SUB_PROCESS, SUB_WORKFLOW

// --- branches of a CONDITIONS task --------------------------------------------------------------------------------------------
// The gate "succeeds" when its condition holds. Whoever needs it succeeded is a success node, whoever needs it otherwise a failed node.
inline constexpr Results on_met = on_succeeded;
inline constexpr Results on_unmet = on_failed | on_errored | on_skipped | on_omitted;
inline constexpr Results implied_failure = on_failed | on_errored;   // of the edge that a failed node gets from what failed

// --- parameters ---------------------------------------------------------------------------------------------------------------
ValueType type_of_property(std::string_view word);           // "INTEGER" -> integer; DATE and its sisters are `any`
const char* property_type(ValueType);                        // what is written for it
bool is_plain_of(ValueType, const std::string& text);        // a number or boolean that the type means
const char* property_type_of(const Value&);                  // of a literal: INTEGER, DOUBLE, BOOLEAN, VARCHAR
// "${name}" and nothing else: the name; "" otherwise, also for what the server itself fills in (system.*).
std::string variable_in(std::string_view text);
// The text of a value; none when DolphinScheduler has no word for it.
std::optional<std::string> spelled(const Value&);

// --- times and sizes ------------------------------------------------------------------------------------------------------------
std::string minutes_text(std::string_view number);           // "10" -> "10m", "0" -> ""
// Whole minutes; an error names the text. With `up` it is rounded up instead.
Result<long> minutes_of(const std::string& text, bool up = false);
Result<double> cores_of(const std::string& text);            // "500m" -> 0.5
Result<double> mebibytes_of(const std::string& text);        // "1Gi" -> 1024
std::string number_text(double);                             // shortest, "0.5", "1024"

}  // namespace weft::dolphin
