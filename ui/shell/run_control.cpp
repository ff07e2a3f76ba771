#include "ui/shell/run_control.h"

#include <QFileInfo>

#include "core/targets/local/trust.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/will_run.h"

namespace weft::ui {

RunControl::RunControl(RunBridge& bridge, Dialogs& dialogs, QObject* parent) : QObject(parent), bridge_(bridge), dialogs_(dialogs) {
    connect(&bridge, &RunBridge::submitted, this, [this](const QString& run) {
        if (!submitting_) return;   // "run again" from the list: the window shows it
        FlowDocument* document = submitting_;
        submitting_ = nullptr;
        started_from_[run] = document;
        submitted_flow_[run] = submitting_flow_;
        show(document, run);
        emit started(document);
    });
    connect(&bridge, &RunBridge::waiting, this, &RunControl::notice);
    connect(&bridge, &RunBridge::failed, this, [this](const QString& why) {
        submitting_ = nullptr;
        emit notice(why);
        emit changed();
    });
    connect(&bridge, &RunBridge::run_changed, this, [this](const QString& run) {
        for (auto& [document, shown] : std::map<FlowDocument*, Shown>(shown_))
            if (shown.run == run) bring(document);
    });
}

bool RunControl::allowed(FlowDocument* document) {
    const Flow& flow = *document->flow();
    if (ours_.count(document) || local::is_trusted(utf8(document->file()), flow)) return true;
    const Dialogs::Trust answer = dialogs_.ask_trust(document->title(), tr("this computer"), will_run(flow));
    if (answer == Dialogs::Trust::no) return false;
    if (answer == Dialogs::Trust::folder && !document->file().isEmpty()) (void)local::trust_folder(utf8(QFileInfo(document->file()).absolutePath()));
    else (void)local::trust_commands(flow);
    ours_.insert(document);
    return true;
}

bool RunControl::run(FlowDocument* document) {
    if (!document || submitting_) return false;
    if (!document->parses()) {
        emit notice(translated(document->why_not_draw()));
        return false;
    }
    if (!allowed(document)) return false;
    std::vector<Parameter> missing;
    for (const Parameter& parameter : document->flow()->parameters)
        if (!parameter.value) missing.push_back(parameter);
    std::vector<run::Datum> params;
    if (!missing.empty()) {
        std::optional<std::vector<run::Datum>> values = dialogs_.ask_parameters(missing);
        if (!values) return false;
        params = std::move(*values);
    }
    submitting_ = document;
    submitting_flow_ = document->flow();
    if (const QString missing_here = not_reproduced_here(*document->flow()); !missing_here.isEmpty()) emit notice(missing_here);
    bridge_.submit(document->file(), qs(document->flow()->name), document->text(), document->document()->flow_index, params);
    return true;
}

void RunControl::stop(FlowDocument* document, bool kill) {
    if (live(document)) bridge_.cancel(shown(document), kill);
}

void RunControl::again(FlowDocument* document) {
    const QString run = shown(document);
    if (run.isEmpty()) {
        (void)this->run(document);
        return;
    }
    const auto flow = submitted_flow_.find(run);
    submitting_ = document;
    submitting_flow_ = flow == submitted_flow_.end() ? document->flow() : flow->second;
    bridge_.again(run);
}

void RunControl::show(FlowDocument* document, const QString& run) {
    const auto flow = submitted_flow_.find(run);
    const bool same_document = started_from_.count(run) && started_from_[run] == document;
    shown_[document] = {run, same_document && flow != submitted_flow_.end() ? flow->second : nullptr, false};
    if (const RunView* view = bridge_.find(run); view && (!view->flow || !view->state)) bridge_.load(run);
    bring(document);
}

void RunControl::hide(FlowDocument* document) {
    shown_.erase(document);
    document->show_run(nullptr, {}, 0);
    emit changed();
}

void RunControl::forget(FlowDocument* document) {
    shown_.erase(document);
    ours_.erase(document);
}

void RunControl::typed_here(FlowDocument* document) { ours_.insert(document); }

QString RunControl::shown(FlowDocument* document) const {
    const auto found = shown_.find(document);
    return found == shown_.end() ? QString() : found->second.run;
}

FlowDocument* RunControl::document_of(const QString& run) const {
    const auto found = started_from_.find(run);
    return found == started_from_.end() ? nullptr : found->second.data();
}

bool RunControl::live(FlowDocument* document) const {
    const RunView* view = bridge_.find(shown(document));
    return view && view->record.ended_ms == 0 && !(view->state && view->state->ended);
}

// Run states go by name path; a task renamed since the start is found by its id.
std::map<std::string, std::string> RunControl::renames(const FlowDocument& document) const {
    std::map<std::string, std::string> changed;
    const auto found = shown_.find(const_cast<FlowDocument*>(&document));
    if (found == shown_.end() || !found->second.submitted || found->second.submitted == document.flow()) return changed;
    std::map<TaskId, std::string> now;
    for_each_task(*document.flow(), [&now](const std::string& path, const Task& task, const Handler*) { now[task.id] = path; });
    for_each_task(*found->second.submitted, [&](const std::string& path, const Task& task, const Handler*) {
        const auto here = now.find(task.id);
        if (here != now.end() && here->second != path) changed[path] = here->second;
    });
    return changed;
}

QString RunControl::path_in_run(const FlowDocument& document, const QString& path) const {
    const std::string wanted = utf8(path);
    for (const auto& [then, now] : renames(document))
        if (now == wanted) return qs(then);
    return path;
}

void RunControl::bring(FlowDocument* document) {
    const auto found = shown_.find(document);
    const RunView* view = found == shown_.end() ? nullptr : bridge_.find(found->second.run);
    if (!view) return;
    std::shared_ptr<const run::RunState> state = view->state;
    if (const auto names = renames(*document); state && !names.empty()) {
        auto renamed = std::make_shared<run::RunState>(*state);
        renamed->tasks.clear();
        for (const auto& [path, task] : state->tasks) {
            const auto now = names.find(path);
            run::TaskState copy = task;
            if (now != names.end()) copy.path = now->second;
            renamed->tasks[copy.path] = std::move(copy);
        }
        state = renamed;
    }
    document->show_run(state, view->verdict, view->record.number);
    emit changed();
    const bool over = state && state->ended;
    if (over && !found->second.ended_said) {
        found->second.ended_said = true;
        emit ended(document);
    }
}

}  // namespace weft::ui
