// `weft edit`: the same edits as in the designer, one after the other on the document, then the text.
#include "app/cli/open.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "core/model/edit.h"

namespace weft::cli {

namespace {

std::pair<std::string, std::string> cut(const std::string& text, char at) {
    const std::size_t place = text.find(at);
    return place == text.npos ? std::pair<std::string, std::string>{text, ""} : std::pair<std::string, std::string>{text.substr(0, place), text.substr(place + 1)};
}

Result<TaskId> task_named(const Flow& flow, const std::string& path) {
    const Task* task = at_path(flow, path);
    if (!task) return fail({WEFT_TR("core", "there is no task \"%1\""), {path}});
    return task->id;
}

Result<Flow> renamed(const Flow& flow, const std::string& from, const std::string& to) {
    if (const Task* task = at_path(flow, from)) return edit::rename_task(flow, task->id, to);
    if (find_definition(flow, from)) return edit::rename_definition(flow, from, to);
    return fail({WEFT_TR("core", "there is no task or definition \"%1\""), {from}});
}

// "NAME", or "BODY/NAME": BODY is a definition, or the path of a task whose own body or definition it is.
Result<Flow> added(const Flow& flow, const std::string& path) {
    BodyRef body;
    std::string name = path;
    if (const std::size_t slash = path.rfind('/'); slash != path.npos) {
        const std::string owner = path.substr(0, slash);
        name = path.substr(slash + 1);
        const Task* task = at_path(flow, owner);
        if (find_definition(flow, owner)) body.definition = owner;
        else if (task && !task->definition.empty()) body.definition = task->definition;
        else if (task) body.task = task->id;
        else return fail({WEFT_TR("core", "there is no sub-flow \"%1\""), {owner}});
    }
    Definition definition;
    definition.kind = DefinitionKind::container;
    definition.command = {{"sh", false}, {"-c", false}, {"echo " + name, false}};
    definition.shell = true;
    Task task;
    task.name = name;
    task.own = std::make_shared<const Definition>(std::move(definition));
    return edit::add_task(flow, body, std::move(task));
}

Result<Flow> linked(const Flow& flow, const std::string& pair, bool connect) {
    const auto [from, to] = cut(pair, ':');
    const auto a = task_named(flow, from), b = task_named(flow, to);
    if (!a) return tl::unexpected(a.error());
    if (!b) return tl::unexpected(b.error());
    return connect ? edit::connect(flow, *a, *b) : edit::disconnect(flow, *a, *b);
}

Result<DocumentPtr> edited(const DocumentPtr& document, const std::string& option, const std::string& value, bool only_this) {
    const Flow& flow = *document->flow;
    if (option == "--set") {
        const auto [path, text] = cut(value, '=');
        auto after = set_field(document, path, text, only_this);
        return after ? Result<DocumentPtr>(after->document) : tl::unexpected(after.error());
    }
    Result<Flow> after = flow;
    if (option == "--rename") after = renamed(flow, cut(value, '=').first, cut(value, '=').second);
    else if (option == "--add-task") after = added(flow, value);
    else if (option == "--connect" || option == "--disconnect") after = linked(flow, value, option == "--connect");
    else if (const auto id = task_named(flow, value)) after = edit::remove_tasks(flow, {*id});
    else after = tl::unexpected(id.error());
    if (!after) return tl::unexpected(after.error());
    auto committed = commit(document, *after);
    return committed ? Result<DocumentPtr>(committed->document) : tl::unexpected(committed.error());
}

bool is_edit(const std::string& option) {
    for (const char* name : {"--set", "--rename", "--add-task", "--remove-task", "--connect", "--disconnect"})
        if (option == name) return true;
    return false;
}

std::string malformed(const std::string& option, const std::string& value) {
    const char separator = option == "--set" || option == "--rename" ? '=' : option == "--connect" || option == "--disconnect" ? ':' : '\0';
    if (separator == '\0' || (value.find(separator) != value.npos && value.find(separator) > 0)) return {};
    return option + " takes " + (separator == ':' ? "A:B" : option == "--set" ? "PATH=VALUE" : "OLD=NEW") + ", not \"" + value + "\"";
}

}  // namespace

int verb_edit(const Arguments& arguments) {
    const std::string path = arguments.positional.front(), scope = arguments.value("--scope", "all");
    if (scope != "all" && scope != "this") return usage_error("--scope knows all and this, not \"" + scope + "\"");
    if (arguments.has("--in-place") && (arguments.has("--output") || path == "-")) return usage_error("--in-place goes with a file and without -o");
    for (const auto& [option, value] : arguments.options)
        if (is_edit(option))
            if (const std::string problem = malformed(option, value); !problem.empty()) return usage_error(problem);
    int code = exit_ok;
    DocumentPtr document = open_argument(path, arguments, code);
    if (!document) return code;
    const std::string original = document->text;
    for (const auto& [option, value] : arguments.options) {
        if (!is_edit(option)) continue;
        auto after = edited(document, option, value, scope == "this");
        if (!after) {
            Error error = after.error();
            if (error.where.file.empty()) error.where.file = document->file;
            return complain(error), exit_found;
        }
        document = std::move(*after);
    }
    if (arguments.has("--in-place") && document->text == original) return exit_ok;
    const auto written = write_output(arguments.has("--in-place") ? path : arguments.value("--output", "-"), document->text);
    return written ? int(exit_ok) : (complain(written.error()), int(exit_unreadable));
}

}  // namespace weft::cli
