// The engine's tasks of one body while they are made, and the edges between them. Internal to lower*.cpp.
#pragma once

#include "core/targets/dolphinscheduler/lower.h"

namespace weft::dolphin {

struct Maker {
    Lowering& lowering;
    Scope& scope;

    Task& add(Task task);
    std::string noop(const std::string& wanted);                 // a task that does nothing; gives its name
    Task& named(const std::string& name);
    const std::vector<std::string>& ends_of(const std::string& ours) { return scope.after[ours]; }
    void follow(Task& task, const std::string& ours);            // edges from whatever stands for `ours` when it is over
    // A CONDITIONS task on the engine tasks of `asked`; `any`: one is enough. Gives its name.
    std::string gate(const std::string& wanted, const std::vector<Need>& asked, bool any);
    void keep_failed(const std::vector<std::string>& behind, const std::string& wanted);
};

void need(Task& task, const std::string& on, Results results = results_default);
void lower_needs(Maker&, const Task&, const std::string& name);       // lower_gates.cpp
void lower_when(Maker&, const Task&, const std::string& name);
void lower_tolerated(Maker&, const Task&, const std::string& name);
Task lower_group(Lowering&, Scope&, const Task&, const Definition& group);   // lower_nested.cpp
Task lower_loop(Lowering&, Scope&, const Task&);
Task sub_flow(const Lowering&, const std::string& name, std::size_t index);
// The handlers of a body behind a gate on `ends`.
void lower_handlers(Maker&, const std::vector<Handler>& handlers, const std::vector<std::string>& ends);   // lower_handlers.cpp
bool reads_tasks(const Handler&);

}  // namespace weft::dolphin
