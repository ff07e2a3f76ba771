// Exit handlers: a CONDITIONS task behind what ends, a copy of each handler for success and for failure, and a task that keeps a failed run failed.
#include "core/model/graph.h"
#include "core/targets/dolphinscheduler/derive.h"
#include "core/targets/dolphinscheduler/lower_maker.h"
#include "core/targets/dolphinscheduler/words.h"

namespace weft::dolphin {

void lower_handlers(Maker& maker, const std::vector<Handler>& handlers, const std::vector<std::string>& ends) {
    Scope& scope = maker.scope;
    std::vector<Need> asked;
    for (const std::string& end : ends) asked.push_back({end, on_succeeded, false});
    const std::string gate = maker.gate("exit-gate", asked, false);
    std::vector<std::string> failed_tasks;
    for (const bool good : {true, false}) {
        std::vector<const Handler*> wanted;
        for (const Handler& handler : handlers)
            if (handler.trigger == Trigger::always || (handler.trigger == Trigger::on_success) == good) wanted.push_back(&handler);
        const Results way = good ? on_met : on_unmet;
        std::string head;
        if (wanted.size() != 1) {
            head = maker.noop(good ? "on-success" : "on-failure");
            need(maker.named(head), gate, way);
            if (!good) failed_tasks.push_back(head);
        }
        for (const Handler* handler : wanted) {
            scope.status = good ? "Succeeded" : "Failed";
            const Task& task = *handler->task;
            const Definition* definition = definition_of(maker.lowering.flow, task);
            const bool twice = handler->trigger == Trigger::always;
            if (definition && definition->body) maker.lowering.refuse(scope, task, {WEFT_TR("core", "an exit handler of DolphinScheduler is one task, not a group"), {}});
            if (!task.when.empty() || task.loop || task.tolerated) maker.lowering.refuse(scope, task, {WEFT_TR("core", "conditions, loops and tolerance of exit handlers have no place in DolphinScheduler"), {}});
            Task made = lower_work(maker.lowering, scope, task, twice ? task.name + (good ? "-ok" : "-failed") : task.name);
            need(made, head.empty() ? gate : head, head.empty() ? way : results_default);
            if (!good) failed_tasks.push_back(made.name);
            maker.add(std::move(made));
        }
    }
    if (failed_tasks.size() > 1) failed_tasks.erase(failed_tasks.begin());   // the head stands before the others
    maker.keep_failed(failed_tasks, "keep-failed");
    scope.status.clear();
}

bool reads_tasks(const Handler& handler) {
    bool found = false;
    for_each_read(*handler.task, [&](std::string_view) { found = true; });
    return found;
}

}  // namespace weft::dolphin
