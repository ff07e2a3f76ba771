// What the patch_*.cpp files share: the edits in the making and the place that a value stands at. Internal to core/yaml.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/yaml/emit.h"
#include "core/yaml/pairing.h"
#include "core/yaml/patch.h"

namespace weft::yaml {

using ForcedNodes = std::unordered_set<const Node*>;  // old collections to be written anew as a whole

// Where a value stands, in the old text.
struct Place {
    enum class In { root, map, sequence, flow } in = In::root;
    int column = 0;                          // block: of the key or the dash
    std::size_t after = std::size_t(-1);     // behind "key:" or "-"; npos where there is none ("{a}", items of a flow list)
    bool spread = false;                     // JSON: the collection around it stands on several lines
};

class Patcher {
public:
    Patcher(std::string_view text, const Stream& before, const ForcedNodes& forced, Emit emit)
        : text(text), before(before), forced(forced), emit(std::move(emit)) {}

    void replace(std::size_t begin, std::size_t end, std::string with);
    void insert(std::size_t at, std::string what) { replace(at, at, std::move(what)); }
    std::vector<TextEdit> take();            // sorted
    Patcher fork() const { return {text, before, forced, emit}; }
    bool is_forced(const Node& node) const { return forced.count(&node) > 0; }

    std::string_view text;
    const Stream& before;
    const ForcedNodes& forced;
    Emit emit;
    std::size_t document_begin = 0;          // of the document at hand

private:
    std::vector<TextEdit> edits_;
};

// --- patch.cpp: the whole change at once; nothing when it does not say that, then `tried` is what it would have been
std::optional<std::vector<TextEdit>> patch_as_one(std::string_view text, const Stream& before, const std::vector<NodePtr>& after, const ForcedNodes& forced,
                                                  std::vector<TextEdit>* tried = nullptr);
const Node* last_scalar(const Node* node);   // the text at the end of a block; null where a bracket ends it
// --- patch_in_two.cpp: first what goes, then what comes
std::optional<std::vector<TextEdit>> patch_in_two(std::string_view text, const Stream& before, const std::vector<NodePtr>& after);
// --- patch_value.cpp
void patch_value(Patcher&, const Place&, const NodePtr& old, const NodePtr& now);
void patch_key(Patcher&, const NodePtr& old, const NodePtr& now, bool in_flow);
// --- patch_write.cpp: a whole value written over another one
void write_over(Patcher&, const Place&, const Node& old, const Node& now);
void write_scalar_over(Patcher&, const Place&, const Node& old, const Node& now);
std::string json_text(const Patcher&, const Node& now, std::size_t at, bool spread);
// --- patch_words.cpp: false when more than words of a text of several lines changed
bool change_words(Patcher&, const Node& old, const Node& now);
// --- patch_block.cpp, patch_flow.cpp: false when the form cannot be edited in place and must be written anew
bool patch_block(Patcher&, const Node& old, const Node& now, const Pairing&);
bool patch_flow(Patcher&, const Node& old, const Node& now, const Pairing&);

// One item or entry of an old collection.
struct Part {
    std::size_t begin = 0;   // the dash, or the key with its properties
    std::size_t end = 0;     // of the value
    std::size_t after = std::size_t(-1);  // as in Place
};
bool parts_of(std::string_view text, const Node& collection, std::vector<Part>& parts);

// --- layout.cpp
Emit detect_emit(std::string_view text, const Stream& stream);
// End of the last line that belongs to what ends at `end`: its comment on the same line, deeper comment lines below it.
std::size_t extent_end(std::string_view text, std::size_t end, int column);
// Begin of the first comment line directly above `begin` that is indented like it; a comment at the top of the document stays (it is the file's).
std::size_t lead_begin(std::string_view text, std::size_t begin, int column, std::size_t floor, std::size_t document_begin);
// A comment line or a line of blanks below what ends at `end`, deeper than `column`: a literal block written there would swallow it.
bool comment_follows(std::string_view text, std::size_t end, int column);
// A new item takes quotes and flow style from items that all agree.
NodePtr like_siblings(const NodePtr& item, const Node& sequence);

}  // namespace weft::yaml
