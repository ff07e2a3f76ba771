// Random gestures on a flow, for tests that draw into real files.
#pragma once

#include <random>
#include <string>

#include "core/model/edit.h"

namespace weft::test {

struct Drawer {
    std::mt19937 random;

    int below(std::size_t n) { return n == 0 ? 0 : int(random() % n); }
    TaskId any_task(const Flow& flow) {
        std::vector<TaskId> ids;
        for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { ids.push_back(task.id); });
        return ids.empty() ? 0 : ids[std::size_t(below(ids.size()))];
    }
    TaskId main_task(const Flow& flow) { return flow.main.tasks.empty() ? 0 : flow.main.tasks[std::size_t(below(flow.main.tasks.size()))]->id; }

    Task fresh() {
        Task task;
        task.name = "new";
        Definition own;
        own.kind = below(2) ? DefinitionKind::container : DefinitionKind::script;
        own.environment.image = "alpine:3.20";
        own.command = {{"sh"}, {"-c"}};
        if (own.kind == DefinitionKind::script) own.source = "echo one\necho two: 2\n";
        task.own = std::make_shared<const Definition>(std::move(own));
        return task;
    }

    Result<Flow> change_definition(const Flow& flow, TaskId id) {
        const Task* task = find_task(flow, id);
        const Definition* definition = task ? definition_of(flow, *task) : nullptr;
        if (!definition || definition->kind == DefinitionKind::none) return flow;
        Definition wanted = *definition;
        switch (below(13)) {
            case 0: wanted.environment.image = "other:" + std::to_string(below(9)); break;
            case 1: wanted.environment.env.push_back({"VAR", Value{Source::literal, "yes"}}); break;
            case 2: wanted.environment.memory = Scalar{"1Gi"}; break;
            case 3: wanted.retry = Retry{Scalar{"2", true}, "10s"}; break;
            case 4: wanted.timeout = "5m"; break;
            case 5: wanted.inputs.push_back({"extra", Value{Source::literal, "012"}}); break;
            case 6: wanted.args.push_back({"--flag: #x"}); break;
            case 7: wanted.environment.volumes.push_back(volume()); break;
            case 8: wanted.environment.volumes.clear(); break;
            case 9: wanted.environment.tolerations.push_back(toleration()); break;
            case 10: wanted.environment.env.clear(); break;
            case 11: wanted.retry.reset(), wanted.timeout.clear(); break;
            default: wanted.environment.service_account = "robot"; break;
        }
        if (wanted.kind != DefinitionKind::container && wanted.kind != DefinitionKind::script) wanted = *definition, wanted.retry = Retry{Scalar{"1", true}};
        return edit::change_definition(flow, id, below(2) ? edit::Scope::all : edit::Scope::only_this, wanted);
    }

    Volume volume() {
        static const Volume volumes[] = {{Volume::Kind::claim, "data", "shared-data", {}, "/data"},
                                         {Volume::Kind::empty_dir, "scratch", {}, Scalar{"2Gi"}, "/scratch", "a"},
                                         {Volume::Kind::secret, "keys", "app-keys", {}, "/keys", {}, true},
                                         {Volume::Kind::config_map, "settings", "app", {}, "/etc/app"}};
        return volumes[below(4)];
    }
    Toleration toleration() { return below(2) ? Toleration{"gpu", "Exists", {}, "NoSchedule", {}} : Toleration{"team", {}, "red", {}, Scalar{"30", true}}; }

    Result<Flow> change_environment(const Flow& flow) {
        Environment wanted = flow.environment;
        switch (below(7)) {
            case 0: wanted.image = "flow:" + std::to_string(below(9)); break;
            case 1: wanted.env.push_back({"FLOW_VAR", Value{Source::literal, "on"}}); break;
            case 2: wanted.tolerations.push_back(toleration()); break;
            case 3: wanted.tolerations.clear(); break;
            case 4: wanted.volumes.push_back(volume()); break;
            case 5: wanted.node_selector = {{"disk", Value{Source::literal, "ssd"}}}; break;
            default: wanted.service_account = "flow-robot"; break;
        }
        return edit::set_flow_environment(flow, wanted);
    }

    Result<Flow> change_schedule(const Flow& flow) {
        Schedule wanted = flow.schedule.value_or(Schedule{});
        switch (below(4)) {
            case 0: wanted.crons = {"0 5 * * *"}; break;
            case 1: wanted.crons.push_back("15 4 * * 1-5"); break;
            case 2: wanted.timezone = "Asia/Tokyo", wanted.concurrency = "Forbid"; break;
            default: wanted.suspended = !wanted.suspended, wanted.keep_failed = below(5); break;
        }
        return edit::set_flow_schedule(flow, wanted);
    }

    Result<Flow> change_task(const Flow& flow, TaskId id) {
        const Task* task = find_task(flow, id);
        if (!task) return flow;
        Task wanted = *task;
        switch (below(5)) {
            case 0: wanted.params.push_back({"p", Value{Source::literal, "{{workflow.name}}"}}); break;
            case 1: wanted.when = "1 == 1"; break;
            case 2: wanted.loop = Loop{Loop::Over::items, {"a", "{\"b\":1}"}}; break;
            case 3: wanted.tolerated = !wanted.tolerated; break;
            default: wanted.params.clear(); break;
        }
        return edit::change_task(flow, id, wanted);
    }

    Result<Flow> gesture(const Flow& flow, std::string& name) {
        const int which = below(14);
        static const char* names[] = {"rename", "add", "remove", "connect", "disconnect", "handler", "task again", "trigger", "definition", "use", "parameters", "bind", "environment", "schedule"};
        name = names[which];
        switch (which) {
            case 0: return edit::rename_task(flow, any_task(flow), "name-" + std::to_string(below(1000)));
            case 1: return edit::add_task(flow, {}, fresh());
            case 2: return edit::remove_tasks(flow, {any_task(flow)});
            case 3: return edit::connect(flow, main_task(flow), main_task(flow), below(2) ? results_default : (on_failed | on_errored));
            case 4: return edit::disconnect(flow, main_task(flow), main_task(flow));
            case 5: return edit::make_handler(flow, main_task(flow), Trigger(below(3)));
            case 6: return edit::make_task(flow, flow.main.handlers.empty() ? 0 : flow.main.handlers[std::size_t(below(flow.main.handlers.size()))].task->id);
            case 7: return edit::set_trigger(flow, flow.main.handlers.empty() ? 0 : flow.main.handlers.front().task->id, Trigger(below(3)), below(2) == 1);
            case 8: return change_definition(flow, any_task(flow));
            case 9: return change_task(flow, any_task(flow));
            case 10: return edit::set_flow_parameters(flow, {{"first", Value{Source::literal, "1"}}, {"second", std::nullopt, {"a", "b"}}});
            case 12: return change_environment(flow);
            case 13: return change_schedule(flow);
            default: return edit::bind(flow, main_task(flow), "made", main_task(flow), "taken");
        }
    }
};

}  // namespace weft::test
