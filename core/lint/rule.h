// A lint rule: one file, one function, one help page (resources/help/rules/<family>-<slug>.md), cases in tests/data/lint/<family>-<slug>/.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/lint/finding.h"
#include "core/model/environment.h"
#include "core/model/graph.h"
#include "core/model/source_map.h"
#include "core/yaml/tree.h"

namespace weft::lint {

struct TargetChoice { std::string id; std::string version; };   // "argo", "4.1"

struct Options {
    std::vector<TargetChoice> targets;   // empty: what the document's format suggests (argo file: argo; native: local and argo)
    std::string kubernetes = "1.31";
    bool advice = false;                 // hints that are off by default
    std::map<std::string, std::string> default_images;   // by target id: what export puts where nothing sets an image (settings)
    std::set<std::string> image_optional;                // "dolphinscheduler 3.2": engines whose table takes a task without an image; filled by lint_document
};

// What every rule may look at: a snapshot. Indexes are built once per lint run.
struct Context {
    const Flow& flow;
    const SourceMap* places = nullptr;             // null for a flow without text
    const yaml::Stream* stream = nullptr;
    const std::vector<yaml::Issue>* issues = nullptr;
    std::string_view text;
    Options options;
    bool has_target(std::string_view id) const;
    const TargetChoice* target(std::string_view id) const;
    bool on_kubernetes() const;                    // any chosen target that makes pods
    std::string kubernetes_target() const;         // "argo 4.1": the first of those, "" when none
    // Every task with what is around it: computed once.
    struct Item {
        const Task* task;
        const Definition* definition;              // null when undefined
        const Handler* handler;                    // null for a body task
        const Body* body;
        std::vector<const Task*> enclosing;
        std::string path;                          // SourceMap prefix: "tasks.train", "handlers.notify", "definitions.bye.tasks.always"
        std::string definition_path;               // "definitions.say" for a shared one, else == path
        bool first_use;                            // a shared definition is reported once, at its first use
        std::vector<FieldReference> references;    // of the use and of an own definition (references_of)
        std::size_t scope;                         // index into scopes
        bool hook;                                 // a handler of a task rather than of a body
    };
    std::vector<Item> items;
    struct Scope { const Body* body; std::string path; BodyGraph graph; };   // main ("") and every body below
    std::vector<Scope> scopes;
};
// `flow` must outlive the context. Places, stream, issues and text are the caller's to fill in (targets/lint_document.h does for a Document).
Context make_context(const Flow& flow, Options options);
// What a flow of this format is checked for when nobody chose: argo: argo; native: local and argo; other engines: themselves.
std::vector<TargetChoice> default_targets(std::string_view format);

class Report {
  public:
    void add(Finding finding) { findings_.push_back(std::move(finding)); }
    std::vector<Finding> take() { return std::move(findings_); }
  private:
    std::vector<Finding> findings_;
};

struct Rule {
    const char* id;               // "env/dynamic-out"; "image/missing"
    Severity severity;            // the usual one; a finding may differ by target version
    const char* summary;          // WEFT_TR text, one line
    const char* source;           // document, issue number, engine version
    void (*check)(const Context&, Report&);   // null: the reader reports it as an issue
};

const std::vector<const Rule*>& general_rules();   // catalogue.cpp

// All findings of all rules given, places filled in, suppressions applied ("# weftwork-ignore image/missing -- reason"), sorted by place.
std::vector<Finding> run_lint(const Context&, const std::vector<const Rule*>& rules);

// A text that does not parse has no flow: its one finding, yaml/syntax.
Finding syntax_finding(const Error& error);

}  // namespace weft::lint
