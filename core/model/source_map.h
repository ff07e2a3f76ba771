// Which bytes of the file say what: field path -> span. Made by a format's reader; used for findings, cursor <-> node, `weft edit --set`.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/yaml/tree.h"

namespace weft {

// Field paths are name paths:
//   "name", "parameters.epochs", "environment.image", "environment.env.HOME", "environment.env.HOME.value"
//   "tasks.train" (the whole task), "tasks.train.name", ".image", ".command", ".script", ".cpu", ".memory", ".env.X" (name), ".env.X.value",
//   ".params.X", ".params.X.value", ".outputs.X", ".needs.fetch", ".when", ".loop", ".retry", ".retry.limit", ".timeout"
//   "handlers.notify…" the same; "definitions.say…" the same; tasks of a sub-flow's body: "definitions.bye.tasks.always…"
// A dot inside a name is written "\.".
struct MappedField {
    std::string path;
    yaml::NodePtr node;        // value (or whole entry) in the tree
    std::string tree_path;     // for yaml::with_path: "spec/templates/0/container/image" within its document
    std::size_t document = 0;
};

class SourceMap {
  public:
    void add(std::string path, yaml::NodePtr node, std::string tree_path = {}, std::size_t document = 0);
    const MappedField* find(std::string_view path) const;            // exact
    const MappedField* nearest(std::string_view path) const;         // exact, or the closest enclosing path
    std::string task_at(std::size_t offset) const;                   // innermost "tasks.x" / "handlers.x" / "definitions.x" path around a byte
    std::vector<const MappedField*> below(std::string_view path) const;
    const std::map<std::string, MappedField, std::less<>>& all() const { return fields_; }

  private:
    std::map<std::string, MappedField, std::less<>> fields_;
};

// "tasks" + "a.b" -> "tasks.a\.b"
std::string join_path(std::string_view head, std::string_view name);

}  // namespace weft
