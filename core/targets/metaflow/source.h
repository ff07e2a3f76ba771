// What stands in a flow.py, as flow_reader.py tells it: classes, steps, decorators and their arguments with the bytes they stand at.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/yaml/tree.h"

namespace weft::metaflow {

using yaml::Span;

struct Literal {
    enum class Kind { unknown, none, boolean, integer, number, text, list, map } kind = Kind::unknown;
    std::string text;                                            // scalars; booleans as true and false
    std::vector<Literal> items;
    std::vector<std::pair<std::string, Literal>> entries;
    bool known() const { return kind != Kind::unknown; }
    bool scalar() const { return kind == Kind::boolean || kind == Kind::integer || kind == Kind::number || kind == Kind::text; }
    const Literal* find(std::string_view key) const;
};

struct DictEntry { Span key, value; std::string name; Literal held; };

struct Argument {
    std::string name;              // "" by position, "*" and "**" for what is unpacked
    Span whole, at;                // "image='x'" and "'x'"
    std::string source;            // the value as it stands
    std::string id;                // a bare name's
    Literal value;                 // constants of the module are looked up; unknown when it takes running to know it
    bool plain = false;            // written as a literal right there
    bool is_map = false;           // a dict display or dict(...): `entries` can be edited one by one
    bool map_call = false;
    std::vector<DictEntry> entries;
    std::vector<std::string> names;   // of a list's items that are bare names
};

struct Arguments {
    std::size_t open = 0, close = 0;   // behind "(", at ")"
    std::vector<Argument> all;
    const Argument* find(std::string_view name) const;
    const Argument* at(std::size_t position, std::string_view name) const;   // by position or by name
};

struct Decorator { std::string name; Span at; bool called = false; Arguments arguments; };

struct StepReference { std::string name, key; Span at; };
struct Next {
    Span at;
    std::vector<StepReference> targets, cases;
    std::optional<Argument> foreach, parallel, condition;
};

// A text of an exported flow in its parts: plain text, or the name of an attribute of self.
struct Part { bool attribute = false; std::string text; };
using Parts = std::vector<Part>;
struct Listed {                        // the items of a foreach: one by one, a list's JSON text, or numbers
    std::vector<Parts> items;
    Parts over, start, end, count;
    std::string format;
};
struct Worked {                        // command(...), script(...), self.x = ...
    std::string call, set;
    std::optional<Parts> when;         // the `if` around it
    std::optional<Parts> pieces;       // what `set` is given, as a text
    std::string collect;               // `set` is given what the items left in this attribute
    std::optional<Listed> list;
    std::vector<std::string> takes;    // [self.a, self.b] = ...
    std::vector<Parts> words;
    std::vector<std::vector<Parts>> lists;                                  // an argument that is a list, by position (empty otherwise)
    std::vector<std::pair<std::string, std::vector<std::pair<std::string, Parts>>>> maps;   // env={...}, files={...}
    std::vector<std::pair<std::string, Parts>> keywords;
    Literal value;
};

struct Doc { Span at; std::string text; };
struct Step {
    std::string name, indent, inputs;                       // `inputs`: what a join calls its second argument
    Span at, name_at, body_at;
    std::optional<Doc> doc;
    std::vector<Decorator> decorators;
    std::optional<Next> next;
    bool join = false, inherited = false, empty = false;
    std::vector<std::string> outputs;                       // attributes that it sets
    std::vector<std::pair<std::string, Span>> mentions;     // self.NAME outside of self.next, ["NAME"], getattr
    std::vector<std::pair<std::string, Span>> input_mentions;   // inputs.NAME
    std::optional<std::vector<Worked>> work;                // none: more than what an exported flow holds
    const Decorator* find(std::string_view decorator) const;
};

struct ParameterCall { std::string attribute, kind; Span at; Arguments arguments; };

struct Class {
    std::string name, indent;
    Span at, name_at;
    std::optional<Doc> doc;
    std::vector<Decorator> decorators;
    std::vector<ParameterCall> parameters;
    std::vector<Step> steps;
    bool partial = false;      // a class from another file is among its bases
    bool started = false;      // this file makes one: it is a flow by itself, no base class
    const Step* find(std::string_view step) const;
    const Decorator* decorator(std::string_view name) const;
};

struct Function { std::string name, source; Span at; std::optional<Doc> doc; std::optional<std::vector<Worked>> work; };

// What the file imports from metaflow: a decorator that is added must be among it.
struct Imports {
    std::vector<std::pair<std::string, std::string>> names;   // name -> as what
    bool star = false, own_line = false;                      // the last name stands on a line of its own
    std::string module, indent;                               // "import metaflow as mf": "mf"
    std::optional<std::size_t> end;                           // behind the last name of the first "from metaflow import"
};

struct PythonSource {
    std::vector<Class> flows;
    std::vector<std::pair<Span, Message>> issues;
    std::vector<Function> functions;
    Imports imports;
    std::optional<Arguments> base;     // BASE = dict(...) of an exported flow
    Span base_at;
    const Function* function(std::string_view name) const;
};
using SourcePtr = std::shared_ptr<const PythonSource>;

extern const char* const flow_reader;   // flow_reader.py

// Reads with python3; the last texts are remembered, so that asking for the number of flows and then for one of them starts it once. Any thread.
Result<SourcePtr> source_of(std::string_view text);

}  // namespace weft::metaflow
