// The tree of a YAML or JSON document with the byte span of every node. Immutable: an edit makes new nodes and shares the rest.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"

namespace weft::yaml {

enum class Kind { null, scalar, sequence, map, alias };

// How the node stands (or shall stand) in the text.
enum class Style {
    any,            // fresh node: the writer chooses (quotes what YAML 1.1 or 1.2 would read as another type)
    plain, single_quoted, double_quoted, literal, folded,  // scalars
    block, flow,    // sequences and maps
};

// Bytes [begin, end) of the whole file text, a BOM counted. A fresh node (made by an edit) has begin == npos.
struct Span {
    static constexpr std::size_t npos = std::size_t(-1);
    std::size_t begin = npos;
    std::size_t end = npos;
    bool fresh() const { return begin == npos; }
    bool contains(std::size_t at) const { return !fresh() && begin <= at && at <= end; }
    friend bool operator==(const Span&, const Span&) = default;
};

struct Node;
using NodePtr = std::shared_ptr<const Node>;

struct Entry {
    NodePtr key;
    NodePtr value;
};

struct Node {
    Kind kind = Kind::null;
    Style style = Style::any;
    std::string text;            // scalar: the value after unquoting; alias: the anchor's name
    std::string tag;             // explicit tag as written ("!!str", "!Ref"), else empty
    std::string anchor;          // "&name" without the ampersand, else empty
    std::vector<NodePtr> items;  // sequence
    std::vector<Entry> entries;  // map, in file order, duplicates included
    NodePtr target;              // alias: the anchored node (never an ancestor; the reader refuses cycles)
    Span span;                   // without anchor and tag; block collections: first byte of the first item to end of the last
    int line = 0;                // from 1
    int column = 0;              // from 1, in bytes

    bool is_map() const { return kind == Kind::map; }
    bool is_sequence() const { return kind == Kind::sequence; }
    bool is_scalar() const { return kind == Kind::scalar; }
    bool quoted() const { return style == Style::single_quoted || style == Style::double_quoted; }
};

struct Comment {
    Span span;  // from '#' to the end of the line
    int line = 0;
};

// What the reader saw and could live with; lint turns these into findings. `rule` is a lint rule id ("yaml/duplicate-key").
struct Issue {
    std::string rule;
    Message what;
    Span span;
    int line = 0;
    int column = 0;
};

struct Document {
    NodePtr root;  // never null; an empty document is a Kind::null node
    Span span;
};

// One file: all its documents (JSON: exactly one).
struct Stream {
    std::vector<Document> documents;
    std::vector<Comment> comments;
    std::vector<Issue> issues;
    bool json = false;
    bool bom = false;
    bool crlf = false;  // the first line break is CRLF
};

// --- reading the tree; all are total: a null pointer or another kind gives null / empty ---
const Node* resolve(const Node* node);                                  // follows an alias
NodePtr find(const NodePtr& map, std::string_view key);                 // value of the first entry with that key, alias followed; nullptr if none
NodePtr find_path(const NodePtr& root, std::string_view path);          // "spec/templates/0/name"; keys must not hold '/'
std::string text_at(const NodePtr& map, std::string_view key);          // scalar text or ""
const Entry* find_entry(const NodePtr& map, std::string_view key);
// What a YAML 1.2 core schema reader would make of a scalar.
enum class ScalarType { null, boolean, integer, real, string };
ScalarType type_of(const Node& scalar);
bool same_value(const Node* a, const Node* b);                          // kinds, texts and types, not style or place; map order does not count

// --- making new nodes; untouched children are shared ---
NodePtr make_null();
NodePtr make_string(std::string text);                 // a string whatever it looks like: quoted when it must be
NodePtr make_plain(std::string text);                  // written as it is: numbers, true, null
NodePtr make_map(std::vector<Entry> entries, Style style = Style::any);
NodePtr make_sequence(std::vector<NodePtr> items, Style style = Style::any);
NodePtr with_entry(const NodePtr& map, std::string_view key, NodePtr value);                 // replaces the first entry of that key, else appends
NodePtr with_entry_after(const NodePtr& map, std::string_view after, std::string_view key, NodePtr value);  // new entry stands behind `after` (or last)
NodePtr without_entry(const NodePtr& map, std::string_view key);
NodePtr with_renamed_key(const NodePtr& map, std::string_view key, std::string_view new_key);
NodePtr with_item(const NodePtr& sequence, std::size_t index, NodePtr item);                 // replaces
NodePtr with_inserted(const NodePtr& sequence, std::size_t index, NodePtr item);
NodePtr without_item(const NodePtr& sequence, std::size_t index);
NodePtr with_path(const NodePtr& root, std::string_view path, NodePtr value);                // creates missing maps on the way; nullptr value removes

}  // namespace weft::yaml
