// Effective values with their origin: engine default < flow < group (enclosing sub-flow tasks) < definition < task.
#pragma once

#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/model/flow.h"

namespace weft {

enum class Origin { nothing, engine, flow, group, definition, task };

struct Effective {
    std::string field;          // "image", "cpu", "memory", "gpu", "service_account", "env.HOME" …
    std::string value;          // "" with Origin::nothing
    Origin origin = Origin::nothing;
    std::string origin_name;    // group's or definition's name
};

struct EffectiveEnvironment {
    Environment merged;                 // values after inheritance
    std::vector<Effective> fields;      // fixed order: image, pull_policy, cpu, memory, disk, gpu, shared_memory, service_account, then env.* , node_selector.*,
                                        // then what is set of cpu_limit, memory_limit, pull_secrets, toleration.KEY, volume.NAME
    const Effective* find(std::string_view field) const;
};

EffectiveEnvironment effective_environment(const Flow&, const Task&, const std::vector<const Task*>& enclosing = {});
// What a value says, for showing: "3.12", "{param: epochs}", "{output: fetch.path}", "{secret: db.password}".
std::string shown(const Value&);
std::string shown(const Volume&);       // "claim shared at /data, read only"
std::string shown(const Toleration&);   // "gpu=a100:NoSchedule"
// "python:3.12-slim, from the flow's environment"; "no image: nothing sets one".
Message origin_sentence(const Effective&);

}  // namespace weft
