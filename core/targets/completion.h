// What may stand where the cursor is: references in the language of the open file, keys and words of its format. Pure; bytes in, bytes out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/in_scope.h"
#include "core/targets/document.h"

namespace weft {

struct Completion {
    enum class Kind { parameter, output, item, status, secret, task, definition, key, word } kind = Kind::word;
    std::string text;       // goes in the place of what was typed
    std::string shown;      // what the list says and what typing is compared with: "tasks.fetch.outputs.path", "environment"
    ValueType type = ValueType::any;
    std::string owner;      // output: the task; parameter: whose, "" = the flow's; otherwise ""
    std::string detail;     // a parameter's default
    friend bool operator==(const Completion&, const Completion&) = default;
};

// [from, to) is what accepting replaces; [from, cursor) less the opening is what was typed.
struct Offer {
    std::size_t from = 0, to = 0;
    std::string typed;
    std::vector<Completion> items;      // all that fit the place; filtered() takes those that fit `typed`
    bool empty() const { return items.empty(); }
};
std::vector<Completion> filtered(const Offer&);   // those that begin with what was typed first, then those that hold it; upper and lower case alike

// The model keeps texts as the file has them, except where a format says a reference in words of its own (KFP's {{$.inputs…}}).
enum class Spelling { model, file };

// Every reference that may stand in a text of this task, spelled. Empty where the format has no references in texts.
std::vector<Completion> references_at(const Flow&, TaskId, TextPlace, Spelling);
// The same as values, for a chooser: an engine's file binds by a tag in the text, ours by structure.
struct ValueOffer { InScope what; Value value; };
std::vector<ValueOffer> values_at(const Flow&, TaskId);

// A field of the inspector: something is offered once the language's opening characters stand before the cursor.
Offer complete_text(const Flow&, TaskId, TextPlace, std::string_view text, std::size_t cursor);

// The text of a whole file; `document` is the last one that could be read, `text` what stands there now. `asked`: by hand, so that also an empty word
// gets an answer. The task comes from the caller, who knows what stands at the cursor.
struct SourceSpot { TaskId task = 0; TextPlace place = TextPlace::use; };
Offer complete_source(const Document& document, std::string_view text, std::size_t cursor, SourceSpot spot, bool asked);

}  // namespace weft
