// A value as a person reads and types it: "20", "params.epochs", "fetch → path". What cannot be chosen from the list is typed as text.
#pragma once

#include <QString>
#include <vector>

#include "core/model/flow.h"

namespace weft::ui {

QString shown_value(const Value& value);
Value typed_value(const QString& text, const Value& before);        // keeps `before` when its text was not changed; knows {{tags}}

struct ValueChoice { QString text; Value value; };
// What may be bound at this task: what is in scope there (core/targets/completion.h).
std::vector<ValueChoice> value_choices(const Flow& flow, TaskId id);

// argv as lines and back: one argument a line; a further line of the same argument begins with a bar.
QString argv_lines(const std::vector<Scalar>& argv);
std::vector<Scalar> argv_of(const QString& lines, const std::vector<Scalar>& before);

}  // namespace weft::ui
