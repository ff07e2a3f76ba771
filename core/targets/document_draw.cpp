// Drawing into a document. Nothing is read again while a person draws: every change since the last reading is written as one change of the document that
// was read last. Its tree has right positions, so none has to be moved; what the text pane and undo need is the difference of two such changes.
#include <algorithm>
#include <unordered_set>

#include "core/model/edit.h"
#include "core/targets/document.h"
#include "core/targets/document_compare.h"
#include "core/targets/document_text.h"
#include "core/yaml/compose.h"

namespace weft {

Result<std::shared_ptr<Document>> read_document(std::string text, const std::string& file, std::size_t flow_index, const Format* wanted);  // document.cpp

namespace {

using Edits = std::vector<yaml::TextEdit>;

std::size_t end_of(const yaml::TextEdit& edit) { return edit.offset + edit.removed.size(); }

Error placed(Error error, const std::string& file) {
    if (error.where.file.empty()) error.where.file = file;
    return error;
}

std::shared_ptr<Document> drawn_on(const DocumentPtr& base, Flow flow, Edits since) {
    auto document = std::make_shared<Document>();
    document->file = base->file;
    document->text = since.empty() ? base->text : yaml::apply(base->text, since);
    document->format = base->format;
    document->flow_index = base->flow_index;
    document->flow = std::make_shared<const Flow>(std::move(flow));
    document->notice = base->notice;
    document->kept = base->kept;
    document->base = base;
    document->since_base = std::move(since);
    return document;
}

std::string differs(const Flow& wanted, const Flow& got, const Format& format) {
    std::string what = difference(wanted, got, false);
    return what.empty() ? canvas_difference(wanted, got, format) : what;
}

// "" = the text says what was drawn; otherwise what it does not say.
struct Compared { std::shared_ptr<Document> document; std::string differs; };
Result<Compared> read_drawn(const Document& drawn) {
    Result<std::shared_ptr<Document>> again = read_document(drawn.text, drawn.file, drawn.flow_index, drawn.format);
    if (!again) return tl::unexpected<Error>(again.error());
    if (std::string what = differs(*drawn.flow, *(*again)->flow, *drawn.format); !what.empty()) return Compared{nullptr, std::move(what)};
    Flow flow = carry_ids(*drawn.flow, *(*again)->flow);
    carry_canvas(flow, *drawn.flow, *drawn.format);
    (*again)->flow = std::make_shared<const Flow>(std::move(flow));
    return Compared{std::move(*again), {}};
}

TaskId highest_id(const Body& body);

TaskId highest_id(const Task& task) {
    TaskId highest = task.id;
    if (task.own && task.own->body) highest = std::max(highest, highest_id(*task.own->body));
    for (const Handler& hook : task.handlers)
        if (hook.task) highest = std::max(highest, highest_id(*hook.task));
    return highest;
}

TaskId highest_id(const Body& body) {
    TaskId highest = 0;
    for (const TaskPtr& task : body.tasks)
        if (task) highest = std::max(highest, highest_id(*task));
    for (const Handler& handler : body.handlers)
        if (handler.task) highest = std::max(highest, highest_id(*handler.task));
    return highest;
}

TaskId highest_id(const Flow& flow) {
    TaskId highest = highest_id(flow.main);
    for (const DefinitionPtr& definition : flow.definitions)
        if (definition && definition->body) highest = std::max(highest, highest_id(*definition->body));
    return highest;
}

// A new task gets the number above all others, which may be that of one that was removed since the last reading: to the writer it would be that task.
bool takes_a_number_again(const Flow& base, const Flow& before, const Flow& after) {
    const TaskId highest = highest_id(before);
    return highest < highest_id(base) && highest_id(after) > highest;
}

bool twins(const Task& a, const Task& b) {
    if (a.name != b.name) return false;
    Task same = a;
    same.id = b.id;
    return same == b;
}

// Tasks that say the same in every word may have changed places, which a text does not show: they stand as they were read. Where one of them goes, it is the last.
void stand_as_read(Flow& flow, const Flow& base) {
    std::vector<TaskPtr>& tasks = flow.main.tasks;
    const std::vector<TaskPtr>& read = base.main.tasks;
    if (tasks.size() < read.size()) {
        std::unordered_set<TaskId> left;
        for (const TaskPtr& task : tasks) left.insert(task->id);
        for (std::size_t i = 0; i < read.size(); ++i) {
            if (left.count(read[i]->id)) continue;
            for (std::size_t k = i + 1; k < read.size(); ++k) {
                if (!left.count(read[k]->id) || !twins(*read[i], *read[k])) continue;
                const auto at = std::find_if(tasks.begin(), tasks.end(), [&](const TaskPtr& task) { return task->id == read[k]->id; });
                if (!(**at == *read[k])) continue;
                *at = read[i];
                left.erase(read[k]->id), left.insert(read[i]->id);
                break;
            }
        }
        return;
    }
    if (tasks.size() != read.size()) return;
    bool apart = false;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        if (tasks[i]->id == read[i]->id) continue;
        apart = true;
        if (!twins(*tasks[i], *read[i])) return;
    }
    if (!apart) return;
    for (std::size_t i = 0; i < tasks.size(); ++i)
        if (tasks[i]->id != read[i]->id) tasks[i] = read[i];
}

tl::unexpected<Error> cannot_hold(const Document& document, std::string what) {
    return fail(Message{WEFT_TR("core", "the file cannot hold this change: %1"), {std::move(what)}}, {document.file, 0, 0});
}

}  // namespace

bool is_checked(const Document& document) { return !document.base || document.since_base.empty(); }

const Document& as_read(const Document& document) { return document.base ? *document.base : document; }

std::size_t now_at(const Document& document, std::size_t base_byte) {
    std::ptrdiff_t shift = 0;
    for (const yaml::TextEdit& edit : document.since_base) {
        if (base_byte < edit.offset || (base_byte == edit.offset && !edit.removed.empty())) break;
        if (base_byte < end_of(edit)) return std::size_t(std::ptrdiff_t(edit.offset) + shift);
        shift += std::ptrdiff_t(edit.inserted.size()) - std::ptrdiff_t(edit.removed.size());
    }
    return std::size_t(std::ptrdiff_t(base_byte) + shift);
}

std::size_t then_at(const Document& document, std::size_t byte) {
    std::ptrdiff_t shift = 0;
    for (const yaml::TextEdit& edit : document.since_base) {
        const std::size_t begin = std::size_t(std::ptrdiff_t(edit.offset) + shift);
        if (byte < begin) break;
        if (byte < begin + edit.inserted.size()) return edit.offset;
        shift += std::ptrdiff_t(edit.inserted.size()) - std::ptrdiff_t(edit.removed.size());
    }
    return std::size_t(std::ptrdiff_t(byte) - shift);
}

namespace {

// The name of a definition that went since the last reading, given to a new one: a writer would take it for the old one.
bool takes_a_name_again(const Flow& base, const Flow& before, const Flow& after) {
    for (std::size_t i = 0; i < after.definitions.size(); ++i) {
        const DefinitionPtr& one = after.definitions[i];
        if ((i < before.definitions.size() && before.definitions[i] == one) || find_definition(before, one->name)) continue;
        const Definition* old = find_definition(base, one->name);
        if (old && old != one.get()) return true;
    }
    return false;
}

Result<Edited> draw_from_base(const DocumentPtr& document, const Flow& drawn) {
    const DocumentPtr base = document->base ? document->base : document;
    const Format& format = *base->format;
    if (!format.abilities.edit || !(format.write || format.text)) return fail(format.abilities.reason, {document->file, 0, 0});
    // from gesture to gesture: a format that renames one thing along with another must see which one was drawn
    const Result<Flow> settled = format.settle ? format.settle(*document->flow, drawn) : Result<Flow>(drawn);
    if (!settled) return tl::unexpected<Error>(placed(settled.error(), document->file));
    Flow after = *settled;
    if (!is_checked(*document) && format.settle) {   // seen from the last reading, one thing may be tied to another that was free from gesture to gesture: see draw()
        const Result<Flow> tied = format.settle(*base->flow, after);
        if (!tied || !(*tied == after)) return fail(WEFT_TR("core", "this change cannot be written without changing something else in the file; nothing was changed"));
    }
    stand_as_read(after, *base->flow);
    if (!is_checked(*document) && (after.entrypoint != base->flow->entrypoint || takes_a_name_again(*base->flow, *document->flow, after)))   // written by itself: see draw()
        return fail(WEFT_TR("core", "this change cannot be written without changing something else in the file; nothing was changed"));
    Result<Edits> since = drawn_edits(*base, after);
    if (!since) return tl::unexpected<Error>(placed(since.error(), document->file));
    if (since->empty())  // only what the text does not hold has changed, if anything
        if (std::string what = differs(after, *base->flow, format); !what.empty()) return cannot_hold(*document, std::move(what));
    Edits edits = yaml::between(base->text, document->since_base, *since);
    return Edited{drawn_on(base, std::move(after), std::move(*since)), std::move(edits)};
}

}  // namespace

// Several gestures at once may be more than a format can write as one change, although each is fine by itself: then the text is read in between after all.
Result<Edited> draw(const DocumentPtr& document, const Flow& drawn) {
    const bool apart = document->base && !is_checked(*document) && takes_a_number_again(*document->base->flow, *document->flow, drawn);
    Result<Edited> edited = apart ? Result<Edited>(fail(Message())) : draw_from_base(document, drawn);
    if (edited || is_checked(*document)) return edited;
    const Result<DocumentPtr> checked = check(document);
    return checked ? draw_from_base(*checked, drawn) : Result<Edited>(tl::unexpected<Error>(checked.error()));
}

Result<DocumentPtr> check(const DocumentPtr& drawn) {
    if (is_checked(*drawn)) return drawn;
    Result<Compared> compared = read_drawn(*drawn);
    if (!compared) return tl::unexpected<Error>(compared.error());
    if (!compared->document)
        return fail(Message{WEFT_TR("core", "the last change is taken back: the file cannot hold it (%1)"), {compared->differs}}, {drawn->file, 0, 0});
    return DocumentPtr(std::move(compared->document));
}

Result<Edited> commit(const DocumentPtr& document, const Flow& after) {
    Result<Edited> edited = draw(document, after);
    if (!edited || is_checked(*edited->document)) return edited;
    Result<Compared> compared = read_drawn(*edited->document);
    if (!compared) return tl::unexpected<Error>(compared.error());
    if (!compared->document) return cannot_hold(*document, std::move(compared->differs));
    edited->document = std::move(compared->document);
    return edited;
}

}  // namespace weft
