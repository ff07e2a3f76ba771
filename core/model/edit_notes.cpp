#include "core/model/edit_notes.h"

#include <algorithm>
#include <set>

#include "core/model/rebuild.h"

namespace weft::edit {
namespace {

tl::unexpected<Error> no_such_note() { return fail({WEFT_TR("core", "there is no such note any more")}); }

bool says_nothing(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
}

}  // namespace

std::string home_of(const Flow& flow, const BodyRef& ref) {
    if (ref == BodyRef{}) return {};
    return ref.task ? rebuild::body_path(flow, ref.task) : ref.definition + ":";
}

BodyRef body_of_home(const Flow& flow, const std::string& home) {
    if (home.empty()) return {};
    if (home.back() == ':') {
        const Definition* definition = find_definition(flow, std::string_view(home).substr(0, home.size() - 1));
        return definition && definition->body ? BodyRef{definition->name, 0} : BodyRef{};
    }
    BodyRef found;
    for_each_task(flow, [&](const std::string& path, const Task& task, const Handler*) {
        if (path != home) return;
        const Definition* definition = definition_of(flow, task);
        if (definition && definition->body) found = task.definition.empty() ? BodyRef{{}, task.id} : BodyRef{task.definition, 0};
    });
    return found;
}

Result<Flow> add_note(const Flow& flow, Note note) {
    if (says_nothing(note.text)) return fail({WEFT_TR("core", "a note needs words")});
    note.w = std::max(note.w, smallest_note_width);
    note.h = std::max(note.h, smallest_note_height);
    Flow made = flow;
    made.notes.push_back(std::move(note));
    return made;
}

Result<Flow> change_note(const Flow& flow, std::size_t note, Note wanted) {
    if (note >= flow.notes.size()) return no_such_note();
    if (says_nothing(wanted.text)) return remove_note(flow, note);
    wanted.w = std::max(wanted.w, smallest_note_width);
    wanted.h = std::max(wanted.h, smallest_note_height);
    Flow made = flow;
    made.notes[note] = std::move(wanted);
    return made;
}

Result<Flow> remove_note(const Flow& flow, std::size_t note) {
    if (note >= flow.notes.size()) return no_such_note();
    Flow made = flow;
    made.notes.erase(made.notes.begin() + std::ptrdiff_t(note));
    return made;
}

Result<Flow> raise_note(const Flow& flow, std::size_t note) {
    if (note >= flow.notes.size()) return no_such_note();
    Flow made = flow;
    std::rotate(made.notes.begin() + std::ptrdiff_t(note), made.notes.begin() + std::ptrdiff_t(note) + 1, made.notes.end());
    return made;
}

Result<Flow> set_unfolded(const Flow& flow, TaskId id, bool unfolded) {
    const Task* task = find_task(flow, id);
    if (!task) return rebuild::no_such_task();
    const Definition* definition = definition_of(flow, *task);
    if (unfolded && !(definition && definition->body)) return fail({WEFT_TR("core", "%1 holds no tasks: there is nothing to unfold"), {task->name}});
    if (const int uses = task->definition.empty() ? 1 : uses_of(flow, task->definition); unfolded && uses > 1)   // its tasks cannot stand in two places
        return fail({WEFT_TR("core", "\"%1\" is used %2 times and cannot be drawn inside one of its tasks: open it instead"), {task->definition, std::to_string(uses)}});
    const std::string path = rebuild::body_path(flow, id);
    Flow made = flow;
    std::erase(made.unfolded, path);
    if (unfolded) made.unfolded.push_back(path);
    return made;
}

bool is_unfolded(const Flow& flow, TaskId id) {
    return !flow.unfolded.empty() && std::find(flow.unfolded.begin(), flow.unfolded.end(), rebuild::body_path(flow, id)) != flow.unfolded.end();
}

std::vector<TaskId> unfolded_tasks(const Flow& flow) {
    std::vector<TaskId> ids;
    if (flow.unfolded.empty()) return ids;
    const std::set<std::string> paths(flow.unfolded.begin(), flow.unfolded.end());
    for_each_task(flow, [&](const std::string& path, const Task& task, const Handler* handler) {
        if (handler || !paths.count(path)) return;
        const Definition* definition = definition_of(flow, task);
        if (definition && definition->body && (task.definition.empty() || uses_of(flow, task.definition) == 1)) ids.push_back(task.id);
    });
    std::sort(ids.begin(), ids.end());
    return ids;
}

BodyRef drawn_in(const Flow& flow, TaskId id) {
    BodyRef ref = body_of(flow, id);
    const std::vector<TaskId> open = unfolded_tasks(flow);
    for (int depth = 0; depth < 32 && !open.empty() && !(ref == BodyRef{}); ++depth) {
        const auto owner = std::find_if(open.begin(), open.end(), [&](TaskId one) {
            const Task* task = find_task(flow, one);
            return ref.task ? one == ref.task : task && task->definition == ref.definition;
        });
        if (owner == open.end()) break;
        ref = body_of(flow, *owner);
    }
    return ref;
}

}  // namespace weft::edit
