// What a text at a place of the flow may refer to: parameters, outputs of tasks that have ended by then, the loop's item, the scope's status, secrets.
// Pure, no engine and no spelling: core/targets/completion.h writes them in the language of the file.
#pragma once

#include <string>
#include <vector>

#include "core/model/flow.h"

namespace weft {

struct InScope {
    enum class Kind { flow_parameter, parameter, output, item, status, secret } kind = Kind::parameter;
    std::string task;       // output: the task; parameter: the definition or task that declares it, "" for an entry point's; secret: its name
    std::string name;       // parameter, output; item: a field of it or ""; secret: its key
    ValueType type = ValueType::any;
    std::string detail;     // a parameter's default value, "" = none or not a plain text
    bool artifact = false;
    friend bool operator==(const InScope&, const InScope&) = default;
};

// Where the text stands: at the use of a task (arguments, condition, loop) or in what it runs (command, script, environment of its definition).
enum class TextPlace { use, work };

struct ScopeRules {
    bool reading_waits = true;        // a task waits for what it reads (native, KFP): every task that is not behind it can be read; otherwise only order edges count
    bool work_sees_tasks = true;      // what an own definition runs may name other tasks and the loop's item; otherwise only its own inputs
    bool prints_result = false;       // containers and scripts have the output "result" without declaring it (Argo)
};

// task 0: what the flow's own fields may name. Total: unknown ids give what the flow has.
std::vector<InScope> in_scope(const Flow&, TaskId, TextPlace, const ScopeRules& = {});

}  // namespace weft
