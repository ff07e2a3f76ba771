// `weft export`: the engine's files. A file that is the engine's own already comes out as it is.
#include <filesystem>

#include "app/cli/open.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "core/io/file.h"
#include "core/lint/output.h"
#include "core/targets/lint_document.h"
#include "core/targets/portability.h"

namespace weft::cli {

namespace {

int write_files(const std::vector<ExportedFile>& files, const std::string& out) {
    std::error_code error;
    const bool folder = files.size() > 1 || (!out.empty() && out != "-" && (out.back() == '/' || std::filesystem::is_directory(out, error)));
    if (!folder) {
        const auto written = write_output(out.empty() ? "-" : out, files.front().text);
        return written ? int(exit_ok) : (complain(written.error()), int(exit_unreadable));
    }
    if (out.empty() || out == "-") return usage_error(std::to_string(files.size()) + " files are written; name a folder with -o");
    if (const auto made = io::make_folders(out, 0777); !made) return complain(made.error()), exit_unreadable;
    for (const ExportedFile& file : files)
        if (const auto written = write_output((std::filesystem::path(out) / file.name).string(), file.text); !written) return complain(written.error()), exit_unreadable;
    return exit_ok;
}

// A file of the engine's own keeps its name.
std::string own_name(const Document& document) {
    const std::string name = std::filesystem::path(document.file).filename().string();
    return name.empty() || name == "-" ? document.flow->name + ".yaml" : name;
}

}  // namespace

int verb_export(const Arguments& arguments) {
    if (!arguments.has("--target")) return usage_error("export needs --target; \"weft targets\" lists them");
    const auto chosen = parse_target(arguments.value("--target"));
    if (!chosen) return usage_error(english(chosen.error().message));
    int code = exit_ok;
    const DocumentPtr document = open_argument(arguments.positional.front(), arguments, code);
    if (!document) return code;
    if (const std::string from = arguments.value("--from"); !from.empty() && from != document->format->id) {
        if (!find_format(from)) return usage_error("there is no format \"" + from + "\"");
        complain(Error{{WEFT_TR("core", "the file is no %1 file; it reads as %2"), {from, document->format->id}}, {document->file, 1, 1}});
        return exit_unreadable;
    }
    lint::Options options;
    options.targets = {{chosen->target->id, chosen->version}};
    if (const std::string image = arguments.value("--default-image"); !image.empty()) options.default_images[chosen->target->id] = image;   // the export puts it in
    auto findings = lint_document(*document, options);
    std::erase_if(findings, [](const lint::Finding& finding) { return finding.severity != lint::Severity::error; });
    complain(findings);
    if (!findings.empty() && !arguments.has("--force")) return exit_found;
    if (document->format->id == chosen->target->id && options.default_images.empty()) return write_files({{own_name(*document), document->text}}, arguments.value("--output"));
    if (!chosen->target->export_flow) {
        complain(Error{{WEFT_TR("core", "%1 is not exported to as files yet"), {chosen->target->title}}, {document->file, 0, 0}});
        return exit_found;
    }
    const Result<Exported> files = export_to(*document->flow, *chosen->target, {chosen->version, arguments.value("--default-image"), arguments.has("--handlers-apart")});
    if (!files) {
        Error error = files.error();
        if (error.where.file.empty()) error.where.file = document->file;
        return complain(error), exit_found;
    }
    for (const Message& note : files->notes) complain(english(note));
    return write_files(files->files, arguments.value("--output"));
}

}  // namespace weft::cli
