#include "core/targets/folder.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

#include "core/io/file.h"
#include "core/lint/rule.h"
#include "core/lint/support.h"
#include "core/yaml/reader.h"
#include "core/yaml/text.h"

namespace weft {
namespace {

namespace fs = std::filesystem;

bool may_hold_a_flow(const fs::path& path) {
    const std::string name = path.filename().string(), extension = path.extension().string();
    return name.find(".weft-canvas.") == name.npos && (extension == ".yaml" || extension == ".yml" || extension == ".json");
}

struct Walk {
    Folder& folder;
    const FolderLimits& limits;
    std::set<std::string> files;      // sorted, once each
    std::size_t bytes = 0;
    bool full = false;
    fs::path root;                    // of the folder being walked, without links

    void add(const fs::path& path) {
        std::error_code error;
        const std::uintmax_t size = fs::file_size(path, error);
        if (error) return;
        if (size > limits.file_bytes) {
            folder.passed_over.push_back({WEFT_TR("core", "%1 is passed over: it is larger than %2 bytes"), {path.string(), std::to_string(limits.file_bytes)}});
            return;
        }
        if (files.size() >= limits.files || bytes + size > limits.all_bytes) {
            if (!full) folder.passed_over.push_back({WEFT_TR("core", "only the first %1 files are looked at"), {std::to_string(files.size())}});
            full = true;
            return;
        }
        if (files.insert(path.lexically_normal().string()).second) bytes += size;
    }

    // A link may lead anywhere: to a file of the same folder it is followed, out of it never.
    bool leads_outside(const fs::path& link) const {
        std::error_code error;
        const fs::path real = fs::canonical(link, error);
        if (error) return true;
        const fs::path relative = real.lexically_relative(root);
        return relative.empty() || *relative.begin() == "..";
    }

    // Sorted at every level, so that a limit cuts off the same files each time. Links to folders are not followed: no loops.
    void walk(const fs::path& path, int depth) {
        std::error_code error;
        std::vector<fs::path> entries;
        for (fs::directory_iterator at(path, fs::directory_options::skip_permission_denied, error), end; !error && at != end; at.increment(error)) entries.push_back(at->path());
        std::sort(entries.begin(), entries.end());
        for (const fs::path& entry : entries) {
            if (full) return;
            const bool link = fs::is_symlink(entry, error);
            if (fs::is_directory(entry, error)) {
                if (!link && depth < limits.depth && !entry.filename().string().starts_with(".")) walk(entry, depth + 1);
            } else if (fs::is_regular_file(entry, error) && may_hold_a_flow(entry) && !(link && leads_outside(entry))) {
                add(entry);
            }
        }
    }
};

struct Offers {
    std::string head;   // "template " or "cluster template "; "" = nothing that others can refer to
    std::string name;
};

Offers offers_of(const yaml::Stream& stream, std::size_t flow_index) {
    std::size_t seen = 0;
    for (const yaml::Document& document : stream.documents) {
        const std::string kind = yaml::text_at(document.root, "kind"), version = yaml::text_at(document.root, "apiVersion");
        const bool flow = (kind == "Workflow" || kind == "WorkflowTemplate" || kind == "ClusterWorkflowTemplate" || kind == "CronWorkflow") && (version.empty() || version.starts_with("argoproj.io/"));
        if (!flow || seen++ != flow_index) continue;
        const std::string name = yaml::text_at(yaml::find(document.root, "metadata"), "name");
        if (kind == "WorkflowTemplate") return {"template ", name};
        if (kind == "ClusterWorkflowTemplate") return {"cluster template ", name};
        return {};
    }
    return {};
}

void add_flow(Folder& folder, const Document& document) {
    const Document& read = as_read(document);   // of an open document the places are those of its last reading
    const auto place = [&](const std::string& path) {
        const MappedField* field = read.places.nearest(path);
        Location where{document.file, 0, 0};
        if (field && field->node && !field->node->span.fresh()) where = {document.file, field->node->line, field->node->column};
        return where;
    };
    // What is kept for long needs no tree.
    const auto kept = std::make_shared<Flow>(*document.flow);
    kept->origin.reset();
    const Flow& flow = *kept;
    if (const Offers offers = offers_of(read.stream, document.flow_index); !offers.head.empty() && !offers.name.empty()) {
        const std::string whole = offers.head + offers.name;
        folder.definitions[whole].push_back({document.file, document.flow_index, kept, {}, nullptr, place("name")});
        for (const DefinitionPtr& definition : flow.definitions)
            folder.definitions[whole + "/" + definition->name].push_back({document.file, document.flow_index, kept, definition->name, definition, place(join_path("definitions", definition->name))});
    }
    std::set<TaskId> seen;
    const auto use = [&](const std::string& path, const Task& task) {
        if (!task.own || task.own->kind != DefinitionKind::reference || task.own->detail.empty() || !seen.insert(task.id).second) return;
        FolderUse found{document.file, document.flow_index, flow.name, kept, path, task.own->detail, task.id, place(path)};
        folder.uses[task.own->detail].push_back(found);
        folder.uses_in[document.file].push_back(std::move(found));
    };
    lint::Context context = lint::make_context(flow, {});
    context.places = &read.places;
    context.stream = &read.stream;
    context.text = read.text;
    for (const lint::Context::Item& item : context.items) {
        use(item.path, *item.task);
        for (const FieldReference& field : item.references) {
            if (field.reference.kind != Reference::Kind::output || !field.reference.simple) continue;
            const Task* from = find_task(*item.body, field.reference.task);
            if (!from || !from->own || from->own->kind != DefinitionKind::reference) continue;
            const std::string path = item.path + '.' + field.field;
            folder.reads_in[document.file].push_back({{document.file, document.flow_index, flow.name, kept, path, from->own->detail, item.task->id, place(path)}, field.reference.name, lint::shown_tag(context, path, field.reference)});
        }
    }
}

bool same_folder(std::string_view a, std::string_view b) { return fs::path(a).parent_path() == fs::path(b).parent_path(); }

}  // namespace

void add_to_folder(Folder& folder, const std::string& file, const std::string& text) {
    bool any = false;
    std::size_t count = 1;
    for (std::size_t i = 0; i < count; ++i) {
        const Result<DocumentPtr> document = open_text(text, file, i);
        if (!document) break;   // no flow, or one that does not parse: lint says so
        if (i == 0 && (*document)->format->flow_count) count = std::max<std::size_t>(1, (*document)->format->flow_count((*document)->stream));
        add_flow(folder, **document);
        any = true;
    }
    if (any) folder.files.push_back(file);
}

Folder index_folder(const std::vector<std::string>& paths, const FolderLimits& limits) {
    Folder folder;
    Walk walk{folder, limits, {}, 0, false};
    for (const std::string& path : paths) {
        std::error_code error;
        if (fs::is_directory(path, error)) {
            walk.root = fs::canonical(path, error);
            walk.walk(path, 0);
        }
        else if (fs::is_regular_file(path, error)) walk.add(path);
    }
    for (const std::string& file : walk.files) {
        const Result<std::string> text = io::read_file(file, limits.file_bytes);
        if (text) add_to_folder(folder, file, *text);
        else folder.passed_over.push_back(text.error().message);
    }
    return folder;
}

Folder with_document(Folder folder, const Document& document) {
    const auto same = [&](const auto& one) { return one.file == document.file && one.flow_index == document.flow_index; };
    for (auto* family : {&folder.uses, &folder.uses_in})
        for (auto& [key, uses] : *family) std::erase_if(uses, same);
    for (auto& [key, reads] : folder.reads_in) std::erase_if(reads, [&](const FolderRead& read) { return same(read.use); });
    for (auto& [key, definitions] : folder.definitions) std::erase_if(definitions, same);
    std::erase_if(folder.definitions, [](const auto& entry) { return entry.second.empty(); });
    if (std::find(folder.files.begin(), folder.files.end(), document.file) == folder.files.end()) folder.files.push_back(document.file);
    add_flow(folder, document);
    return folder;
}

const FolderDefinition* definition_of(const Folder& folder, std::string_view reference, std::string_view from_file) {
    const auto found = folder.definitions.find(reference);
    if (found == folder.definitions.end()) return nullptr;
    const std::vector<FolderDefinition>& all = found->second;
    const auto only = [&](const auto& near) -> const FolderDefinition* {
        const FolderDefinition* hit = nullptr;
        for (const FolderDefinition& one : all) {
            if (!near(one)) continue;
            if (hit) return nullptr;
            hit = &one;
        }
        return hit;
    };
    const auto any = [&](const auto& near) { return std::any_of(all.begin(), all.end(), near); };
    const auto here = [&](const FolderDefinition& one) { return one.file == from_file; };
    const auto beside = [&](const FolderDefinition& one) { return same_folder(one.file, from_file); };
    if (!from_file.empty() && any(here)) return &*std::find_if(all.begin(), all.end(), here);
    if (!from_file.empty() && any(beside)) return only(beside);
    return only([](const FolderDefinition&) { return true; });
}

std::vector<FolderUse> usages(const Folder& folder, std::string_view reference) {
    std::vector<FolderUse> out;
    const std::string inside = std::string(reference) + "/";
    const bool whole = reference.find('/') == std::string_view::npos;
    for (const auto& [key, uses] : folder.uses)
        if (key == reference || (whole && key.starts_with(inside))) out.insert(out.end(), uses.begin(), uses.end());
    std::stable_sort(out.begin(), out.end(), [](const FolderUse& a, const FolderUse& b) { return std::tie(a.file, a.flow_index, a.where.line) < std::tie(b.file, b.flow_index, b.where.line); });
    return out;
}

std::size_t flows_using(const Folder& folder, std::string_view reference) {
    std::set<std::pair<std::string, std::size_t>> flows;
    for (const FolderUse& use : usages(folder, reference)) flows.emplace(use.file, use.flow_index);
    return flows.size();
}

std::string reference_to(const yaml::Stream& stream, std::size_t flow_index, const Flow&, std::string_view definition) {
    const Offers offers = offers_of(stream, flow_index);
    if (offers.head.empty() || offers.name.empty()) return {};
    return offers.head + offers.name + (definition.empty() ? std::string() : "/" + std::string(definition));
}

}  // namespace weft
