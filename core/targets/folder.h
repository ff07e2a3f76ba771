// A folder of files as a unit: which templates stand where, who uses them, and whether what a file refers to is there. Pure values; built by reading, never
// written. Argo's WorkflowTemplates and ClusterWorkflowTemplates are what other files refer to (templateRef, workflowTemplateRef).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/lint/finding.h"
#include "core/targets/document.h"

namespace weft {

struct FolderLimits {
    std::size_t files = 5'000;
    std::size_t file_bytes = 8u << 20;
    std::size_t all_bytes = 256u << 20;
    int depth = 32;
};

// A reference is what Definition::detail says of a task of kind `reference`: "template greeting/say", "cluster template greeting/say", "template greeting"
// (the whole of it, workflowTemplateRef).
struct FolderDefinition {
    std::string file;
    std::size_t flow_index = 0;
    FlowPtr flow;                  // that it stands in
    std::string name;              // of the template; "" = the whole flow
    DefinitionPtr definition;      // null for the whole flow
    Location where;
};

struct FolderUse {
    std::string file;
    std::size_t flow_index = 0;
    std::string flow;              // its name
    FlowPtr owner;
    std::string path;              // SourceMap prefix of the task
    std::string reference;
    TaskId task = 0;
    Location where;
};

// A value that a task reads from one that runs a template of another file.
struct FolderRead {
    FolderUse use;                 // the reading task; `reference` is what the other one runs
    std::string output;
    std::string tag;               // as it stands in the text
};

struct Folder {
    std::vector<std::string> files;                                    // that hold a flow
    std::vector<Message> passed_over;                                  // too many, too large, unreadable
    std::map<std::string, std::vector<FolderDefinition>, std::less<>> definitions;   // by reference
    std::map<std::string, std::vector<FolderUse>, std::less<>> uses;                 // by reference
    std::map<std::string, std::vector<FolderUse>, std::less<>> uses_in;              // by file
    std::map<std::string, std::vector<FolderRead>, std::less<>> reads_in;            // by file
};

// Folders are walked (no link is followed into a folder or out of the walked one, hidden ones are left out), files are taken as they are.
Folder index_folder(const std::vector<std::string>& paths, const FolderLimits& limits = {});
// What one more text adds, for an open document that is not saved, and for tests.
void add_to_folder(Folder& folder, const std::string& file, const std::string& text);
// The folder with this open document's flow as it stands now in place of what its file says.
Folder with_document(Folder folder, const Document& document);

// The nearest definition: of the same file, then of the same folder, then the only one there is. Null when there is none, or several that are as near.
const FolderDefinition* definition_of(const Folder& folder, std::string_view reference, std::string_view from_file = {});
// Who refers to it, by file and place. "template greeting" counts the uses of each of its templates too.
std::vector<FolderUse> usages(const Folder& folder, std::string_view reference);
std::size_t flows_using(const Folder& folder, std::string_view reference);   // "used by 14 flows"
// The references under which a definition of this file is known elsewhere, "" when it cannot be referred to.
std::string reference_to(const yaml::Stream& stream, std::size_t flow_index, const Flow& flow, std::string_view definition);

// The flow with every reference that the folder can answer knowing its inputs, outputs, files and image; it stays of kind reference.
Flow resolved(const Flow& flow, const Folder& folder, std::string_view from_file);

// What only the folder shows of a file: a template that its WorkflowTemplate does not have, an input that nobody supplies, an output that is read and not
// there, no entrypoint anywhere.
// `absent` too: references that no file of the folder answers (they may stand on the cluster).
std::vector<lint::Finding> lint_references(const Folder& folder, const std::string& file, bool absent = false);
// The same of one open document, whose flow the folder holds (with_document).
std::vector<lint::Finding> lint_references(const Folder& folder, const Document& document, bool absent = false);

}  // namespace weft
