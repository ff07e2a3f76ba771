// What a format's text may say where: references in its own language, keys object by object, words of a key. One entry a format, in grammar.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/in_scope.h"
#include "core/targets/completion.h"
#include "core/yaml/tree.h"

namespace weft {

struct ReferencePlace {
    TextPlace place = TextPlace::use;
    bool main = true;       // in the flow's own body
    bool steps = false;     // in a body whose tasks run in groups
    Spelling spelling = Spelling::file;
};

// A reference's characters in texts.
struct ReferenceLanguage {
    std::string_view opening, closing;      // "{{" "}}"
    ScopeRules rules;
    std::string (*spell)(const InScope&, const ReferencePlace&);   // "" = cannot be said there
};

// Types as core/targets/argo/fields.h writes them: "s" "b" "i" …, Name, [Name], {Name}.
struct GrammarField { std::string_view name, type; };
struct KeyGrammar {
    std::string (*root)(const yaml::Stream&);                                   // the object of a document's root, "" = unknown
    std::vector<GrammarField> (*fields)(std::string_view object);               // empty = any key
    std::vector<std::string_view> (*words)(std::string_view object, std::string_view key);
    bool (*together)(std::string_view object, std::string_view key, const std::vector<std::string>& present) = nullptr;   // may `key` stand beside these
    enum class Names { none, task, definition, parameter, output, secret };
    Names (*names)(std::string_view object, std::string_view key) = nullptr;    // values that name things of the flow
};

struct Grammar {
    std::string_view format;
    const ReferenceLanguage* language = nullptr;
    const KeyGrammar* keys = nullptr;
};
const Grammar* grammar_of(std::string_view format);     // null: nothing is offered

// One function per engine, in its folder.
const Grammar& native_grammar();
const Grammar& argo_grammar();
const Grammar& kfp_grammar();
const Grammar& dolphinscheduler_grammar();
const Grammar& flyte_grammar();

}  // namespace weft
