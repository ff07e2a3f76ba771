// A real document on a native text, and a run that ended as in the design's picture.
#pragma once

#include <QFile>
#include <QString>
#include <memory>

#include "core/targets/document.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"

namespace weft::ui {

inline QByteArray text_of(const char* file) {
    QFile in(QStringLiteral(WEFT_TEST_DATA "/canvas/") + QLatin1String(file));
    if (!in.open(QIODevice::ReadOnly)) qWarning("cannot read %s", qPrintable(in.fileName()));
    return in.readAll();
}

inline QByteArray nightly() { return text_of("nightly.weft.yaml"); }

inline std::unique_ptr<FlowDocument> document_of(const QByteArray& text) {
    Result<DocumentPtr> opened = open_text(text.toStdString(), "nightly.weft.yaml");
    if (!opened) {
        qWarning("%s", describe(opened.error()).c_str());
        return nullptr;
    }
    return std::make_unique<FlowDocument>(*opened, QString());
}

inline TaskId id_of(const FlowDocument& document, const char* path) {
    const Task* task = at_path(*document.flow(), path);
    return task ? task->id : 0;
}

inline const Task* task_of(const FlowDocument& document, const char* path) { return at_path(*document.flow(), path); }

inline std::vector<std::string> needs_of(const FlowDocument& document, const char* path) {
    std::vector<std::string> out;
    if (const Task* task = task_of(document, path)) {
        for (const Need& need : task->needs) out.push_back(need.task);
    }
    return out;
}

inline void add_state(run::RunState& run, const char* path, run::Stage stage, qint64 ms, const char* reason = "", int attempts = 1, bool handler = false) {
    run::TaskState state;
    state.path = state.name = path;
    state.stage = stage;
    state.handler = handler;
    state.reason = reason;
    if (ms > 0) {
        state.started_ms = 1000000;
        state.ended_ms = 1000000 + ms;
    }
    for (int number = 1; number <= attempts; ++number) state.attempts.push_back({1, number, stage, state.started_ms, state.ended_ms, 1, reason});
    run.tasks[path] = state;
}

inline void show_failed_run(FlowDocument& document, const char* culprit = "train") {
    auto state = std::make_shared<run::RunState>();
    state->run = "r14";
    state->target = "local";
    add_state(*state, "fetch", run::Stage::succeeded, 400);
    add_state(*state, "clean", run::Stage::succeeded, 1100);
    add_state(*state, culprit, run::Stage::failed, 2000, "exit 1", 2);
    add_state(*state, "evaluate", run::Stage::skipped, 0, "upstream", 0);
    state->tasks["evaluate"].because = culprit;
    add_state(*state, "notify", run::Stage::succeeded, 200, "", 1, true);
    add_state(*state, "keep-logs", run::Stage::succeeded, 300, "", 1, true);
    run::Verdict verdict;
    verdict.outcome = run::Outcome::failed;
    verdict.final = true;
    verdict.cause = culprit;
    verdict.sentence = Message("train exited with 1, twice");
    verdict.handlers = Message("both exit handlers succeeded; they do not change the verdict");
    document.show_run(state, verdict, 14);
}

inline void show_running(FlowDocument& document) {
    auto state = std::make_shared<run::RunState>();
    state->run = "r15";
    state->target = "local";
    add_state(*state, "fetch", run::Stage::succeeded, 400);
    add_state(*state, "clean", run::Stage::running, 0);
    add_state(*state, "train", run::Stage::retrying, 0, "", 1);
    add_state(*state, "evaluate", run::Stage::waiting, 0, "", 0);
    run::Verdict verdict;
    verdict.outcome = run::Outcome::running;
    document.show_run(state, verdict, 15);
}

}  // namespace weft::ui
