// One file format: how its text becomes a Flow and how a changed Flow goes back into its tree. Plain functions, one struct per format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/flow.h"
#include "core/model/source_map.h"
#include "core/yaml/patch.h"
#include "core/yaml/tree.h"

namespace weft {

struct ReadResult {
    Flow flow;                          // numbered (number_tasks)
    SourceMap places;
    std::vector<yaml::Issue> issues;    // yaml/unknown-field, yaml/wrong-type, what the model cannot hold …: lint shows them
    Message notice;                     // "made by the KFP compiler: the next compile overwrites this"; empty = none. Shown above the canvas.
    std::vector<std::string> kept;      // fields kept as text without drawn meaning, by place ("spec.affinity")
};

// What the document can hold; a gesture beyond it is refused where it is made.
struct FormatAbilities {
    bool edit = true;            // false: read-only, `reason` says why
    Message reason;
    bool groups = true;          // own bodies inside tasks
    bool placements_inside = false;   // native: canvas section; otherwise FILE.weft-canvas.yaml beside it
    bool notes_inside = false;        // notes and what is unfolded; otherwise there too
    bool task_environment = true;
    bool structured_bindings = true;  // {output: …}; false: engine tags in text
};

struct Format {
    std::string id;                                                             // "native", "argo", "volcano" …
    Message title;                                                              // "Argo Workflow"
    FormatAbilities abilities;
    bool (*recognises)(const yaml::Stream&);                                    // cheap look at kind, apiVersion, first keys
    Result<ReadResult> (*read)(const yaml::Stream&, std::size_t flow_index);    // a file may hold several flows
    std::size_t (*flow_count)(const yaml::Stream&);
    // New roots, one per document; untouched subtrees are the same pointers. `before` is what read() gave for this stream.
    Result<std::vector<yaml::NodePtr>> (*write)(const Flow& before, const Flow& after, const yaml::Stream&, std::size_t flow_index);
    // A whole new text for a flow of any origin (export and New); null where the format cannot be written afresh.
    Result<std::string> (*fresh)(const Flow&);
    // What read() will say of `after` once it is written, for formats that tie together what the model keeps apart (a value's tag stands as text, steps
    // run in groups …): commit() compares with this. Null: `after` itself.
    Result<Flow> (*settle)(const Flow& before, const Flow& after) = nullptr;

    // For files that are no YAML and no JSON. `decode` turns bytes into text that `read` understands (a protobuf message into its JSON); such a document is
    // read only and untitled. `text` formats (a Python FlowSpec) do not use the tree at all: `stream` is empty, SourceMap nodes carry spans only.
    struct Text {
        bool (*recognises)(std::string_view text, std::string_view file);
        Result<ReadResult> (*read)(std::string_view text, std::size_t flow_index);
        std::size_t (*flow_count)(std::string_view text);
        Result<std::vector<yaml::TextEdit>> (*write)(const Flow& before, const Flow& after, std::string_view text);  // null: read only
    };
    const Text* text = nullptr;
    bool (*encoded)(std::string_view bytes, std::string_view file) = nullptr;
    Result<std::string> (*decode)(std::string_view bytes, std::string_view file) = nullptr;
};

}  // namespace weft
