#include "core/targets/portability.h"

#include <algorithm>
#include <charconv>

#include "core/targets/handlers_apart.h"
#include "core/targets/metaflow/metaflow.h"
#include "core/targets/passing.h"
#include "core/targets/portable.h"

namespace weft {
namespace {

// "1.10.0" -> {1, 10, 0}; what is no number counts as 0.
std::vector<int> numbers(const std::string& version) {
    std::vector<int> out;
    for (std::size_t start = 0; start <= version.size();) {
        const std::size_t end = std::min(version.find('.', start), version.size());
        int number = 0;
        std::from_chars(version.data() + start, version.data() + end, number);
        out.push_back(number);
        start = end + 1;
    }
    return out;
}

// "4.1" is all of 4.1: it is not below 4.1.2.
int compare(const std::string& a, const std::string& b) {
    const std::vector<int> left = numbers(a), right = numbers(b);
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i)
        if (left[i] != right[i]) return left[i] < right[i] ? -1 : 1;
    return 0;
}

Remark remark_of(const FeatureUse& use, const Capability* row, const Target& target) {
    Remark remark{row ? row->fit : Fit::refused, use.task, use.path, use.feature, use.detail, {}, {}};
    if (row && !row->how.empty()) remark.what = row->how;
    else if (remark.fit == Fit::refused) remark.what = Message{WEFT_TR("core", "%1 has nothing for this"), {target.title}};
    return remark;
}

// "task train: a retry without a limit: Flyte needs a number".
std::string sentence(const Remark& remark) {
    std::string out;
    if (remark.feature != Feature::count_) out = english(feature_title(remark.feature)) + ": ";
    if (!remark.path.empty()) out = remark.path + ": " + out;
    out += english(remark.what);
    if (!remark.advice.empty()) out += " (" + english(remark.advice) + ")";
    return out;
}

std::string sentences(const Portability& found, Fit fit) {
    std::string out, last;
    for (const Remark& remark : found.remarks) {
        if (remark.fit != fit) continue;
        std::string line = sentence(remark);
        if (line == last) continue;
        out += (out.empty() ? "" : "\n") + line;
        last = std::move(line);
    }
    return out;
}

std::vector<Remark> own_remarks(const Flow& read, const Target& target, const ExportOptions& options) {
    const std::optional<Portable> plain = portable(read, target);
    const Flow& flow = plain ? plain->flow : read;
    std::vector<Remark> out;
    if (target.id != "argo" && target.id != "local")
        if (std::optional<Remark> bound = bound_to_argo(flow)) out.push_back(std::move(*bound));
    for (const FeatureUse& use : features_of(flow)) {
        if (use.feature == Feature::no_image && !options.default_image.empty()) continue;
        const Capability* row = capability(target, use.feature, options.version);
        if (!row || row->fit != Fit::fits) out.push_back(remark_of(use, row, target));
    }
    const Capability* values = capability(target, Feature::passing_value, options.version);
    if (values && values->fit != Fit::refused)   // otherwise it has been said
        for (Remark& remark : passing_remarks(flow, target)) out.push_back(std::move(remark));
    if (target.check)
        for (Remark& remark : target.check(flow, options)) out.push_back(std::move(remark));
    if (plain) out.insert(out.end(), plain->remarks.begin(), plain->remarks.end());
    return out;
}

// The flow without its handlers and each handler on its own, one list.
Portability apart(const Flow& flow, const Target& target, ExportOptions options) {
    options.handlers_apart = false;
    const Apart parts = handlers_apart(flow);
    Portability out = portability(parts.flow, target, options);
    for (std::size_t i = 0; i < parts.handlers.size(); ++i) {
        const Handler& handler = flow.main.handlers[i];
        const std::string path = join_path("handlers", handler.task->name);
        for (Remark remark : portability(parts.handlers[i], target, options).remarks) {
            if (remark.task == handler.task->id) remark.path = path;
            if (std::none_of(out.remarks.begin(), out.remarks.end(), [&](const Remark& known) { return known.task == remark.task && known.path == remark.path && known.what == remark.what; }))
                out.remarks.push_back(std::move(remark));
        }
        const Message how = handler.trigger == Trigger::on_success   ? Message{WEFT_TR("core", "`%1` leaves in a file of its own: start it when the flow has ended, if it has succeeded"), {handler.task->name}}
                            : handler.trigger == Trigger::on_failure ? Message{WEFT_TR("core", "`%1` leaves in a file of its own: start it when the flow has ended, if it has failed"), {handler.task->name}}
                                                                     : Message{WEFT_TR("core", "`%1` leaves in a file of its own: start it when every job of the flow has ended"), {handler.task->name}};
        out.remarks.push_back({Fit::lowered, handler.task->id, path, Feature::handler_flow, handler.task->name, how, {}});
    }
    return out;
}

Result<Exported> export_apart(const Flow& flow, const Target& target, ExportOptions options) {
    options.handlers_apart = false;
    const Apart parts = handlers_apart(flow);
    Result<Exported> out = export_to(parts.flow, target, options);
    for (std::size_t i = 0; out && i < parts.handlers.size(); ++i) {
        Result<Exported> made = export_to(parts.handlers[i], target, options);
        if (!made) return made;
        for (ExportedFile& file : made->files) out->files.push_back({std::move(file.name), std::move(file.text), true});
    }
    return out;
}

void add_notes(Exported& exported, const Portability& found) {
    for (const Remark& remark : found.remarks) {
        const Message& note = remark.what;
        if (!note.empty() && std::find(exported.notes.begin(), exported.notes.end(), note) == exported.notes.end()) exported.notes.push_back(note);
    }
}

}  // namespace

bool version_within(const std::string& version, const std::string& since, const std::string& until) {
    if (version.empty()) return until.empty();
    return (since.empty() || compare(version, since) >= 0) && (until.empty() || compare(version, until) < 0);
}

const Capability* capability(const Target& target, Feature feature, const std::string& version) {
    for (const Capability& row : target.capabilities)
        if (row.feature == feature && version_within(version, row.since, row.until)) return &row;
    return nullptr;
}

Portability portability(const Flow& flow, const Target& target, const ExportOptions& given) {
    ExportOptions options = given;
    if (options.version.empty() && !target.versions.empty()) options.version = target.versions.front();
    Portability out;
    const bool could_stand_apart = may_stand_apart(flow, target, options.version);
    if (could_stand_apart && options.handlers_apart) out = apart(flow, target, options);
    else out.remarks = own_remarks(flow, target, options);
    if (could_stand_apart && !options.handlers_apart)
        for (Remark& remark : out.remarks)
            if (remark.fit == Fit::refused && remark.feature == Feature::handler_flow)
                remark.advice = {WEFT_TR("core", "the exit handlers can leave apart, each in a file of its own, to be started when the flow has ended")};
    std::stable_sort(out.remarks.begin(), out.remarks.end(), [](const Remark& a, const Remark& b) { return a.fit > b.fit; });
    if (!out.remarks.empty()) out.fit = out.remarks.front().fit;
    return out;
}

Result<Exported> export_to(const Flow& flow, const Target& target, const ExportOptions& given) {
    ExportOptions options = given;
    if (options.version.empty() && !target.versions.empty()) options.version = target.versions.front();
    if (!target.export_flow) return fail(Message{WEFT_TR("core", "%1 is not exported to as files"), {target.title}});
    const Portability found = portability(flow, target, options);
    const bool handlers_stand_apart = options.handlers_apart && may_stand_apart(flow, target, options.version);
    if (found.fit == Fit::refused)
        return fail(Message{WEFT_TR("core", "%1 cannot say what this flow says:\n%2"), {target.title, sentences(found, Fit::refused)}});
    if (handlers_stand_apart) {
        Result<Exported> made = export_apart(flow, target, options);
        if (made) add_notes(*made, found);
        return made;
    }
    const std::optional<Portable> plain = portable(flow, target);
    Result<Exported> exported = target.export_flow(plain ? plain->flow : flow, options);
    if (exported) add_notes(*exported, found);
    return exported;
}

}  // namespace weft
