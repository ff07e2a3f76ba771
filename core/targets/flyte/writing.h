// A drawn change goes into the file's messages. Internal to targets/flyte.
#pragma once

#include <optional>

#include "core/targets/flyte/build.h"
#include "core/targets/flyte/reading.h"

namespace weft::flyte {

// What read() will say of `after` once it is written; what Flyte cannot say is refused.
Result<Flow> settle(const Flow& before, const Flow& after);
Result<std::vector<yaml::NodePtr>> write(const Flow& before, const Flow& after, const yaml::Stream& stream, std::size_t flow_index);

struct Writing {
    const Flow& before;
    const Flow& after;
    const Unit& unit;
    const Entry& entry;
    Identity identity;
    std::vector<yaml::NodePtr> roots;
    std::optional<Error> refusal;   // the first one

    void refuse(Message why) {
        if (!refusal) refusal = Error{std::move(why), {}};
    }
    Place now(const Place& place) const;                       // the same place after what was written already
    void put(const Place& place, const yaml::NodePtr& node);   // null removes
};

// Small changes of a tree; the same pointer back when there is nothing to change. Keys are found in both spellings.
yaml::NodePtr with_text(const yaml::NodePtr& old, const std::string& text);
yaml::NodePtr sync(const yaml::NodePtr& map, const char* key, const yaml::NodePtr& value);           // null removes
yaml::NodePtr sync_text(const yaml::NodePtr& map, const char* key, const std::string& text);         // "" removes
yaml::NodePtr sync_below(const yaml::NodePtr& map, const char* key, const std::function<yaml::NodePtr(const yaml::NodePtr&)>& change);

yaml::NodePtr write_template(Writing& writing, const yaml::NodePtr& tmpl, const Definition& before, const Definition& after);
yaml::NodePtr write_variables(const yaml::NodePtr& holder, const char* key, const std::vector<Parameter>& before, const std::vector<Parameter>& after);
struct BodyChange { const Body& before; const Body& after; const std::vector<Output>& outputs_before; const std::vector<Output>& outputs; };
yaml::NodePtr write_workflow(Writing& writing, const yaml::NodePtr& tmpl, const Weaving& weaving, const BodyChange& change);
using Renames = std::vector<std::pair<std::string, std::string>>;
yaml::NodePtr renamed_nodes(const yaml::NodePtr& node, const Renames& renames, const std::string& key = {});
Renames renames_of(const Body& before, const Body& after);
void write_plan(Writing& writing);

}  // namespace weft::flyte
