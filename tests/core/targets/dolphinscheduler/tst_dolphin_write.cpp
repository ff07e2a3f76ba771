// Reading and writing the files that people have: the same bytes where nothing changed, one line where one value changed, every gesture read back or refused.
#include <QtTest>

#include "core/lint/rule.h"
#include "core/model/edit.h"
#include "core/targets/document_compare.h"
#include "tests/core/targets/dolphinscheduler/corpus.h"

using namespace weft;
using dolphin_test::Opened;

namespace {

std::vector<Opened> all() {
    std::vector<std::filesystem::path> files = dolphin_test::shared_files(WEFT_SHARED);
    for (const auto& file : dolphin_test::own_files(WEFT_TEST_DATA)) files.push_back(file);
    return dolphin_test::documents(files);
}

int lines_changed(const std::string& before, const std::string& after) {
    const QStringList a = QString::fromStdString(before).split('\n'), b = QString::fromStdString(after).split('\n');
    if (a.size() != b.size()) return 1000;
    int changed = 0;
    for (qsizetype i = 0; i < a.size(); ++i) changed += a[i] != b[i];
    return changed;
}

DocumentPtr fixture(const char* name) {
    const std::string path = std::string(WEFT_TEST_DATA) + "/dolphinscheduler/files/" + name;
    const Result<DocumentPtr> document = open_file(path);
    if (!document) qFatal("%s", describe(document.error()).c_str());
    return *document;
}

TaskId id_of(const DocumentPtr& document, const char* name) {
    const Task* task = find_task(document->flow->main, name);
    if (!task) qFatal("no task %s", name);
    return task->id;
}

QString reason(const Result<Edited>& edited) { return edited ? QString() : QString::fromStdString(english(edited.error().message)); }

}  // namespace

class TestDolphinWrite : public QObject {
    Q_OBJECT
  private slots:
    void everyFileOpens() {
        const std::vector<std::filesystem::path> files = dolphin_test::shared_files(WEFT_SHARED);
        if (files.empty()) QSKIP("the shared corpus is not there");
        for (const auto& file : files) {
            const Result<DocumentPtr> document = open_text(dolphin_test::slurp(file), file.string());
            QVERIFY2(document, document ? "" : describe(document.error()).c_str());
            QVERIFY2(dolphin_test::is_ours(**document), file.c_str());
            for (const yaml::Issue& issue : (*document)->issues)   // only the upstream sample that its own SDK refuses has unknown fields
                QVERIFY2(issue.rule.find("unknown") == std::string::npos || file.filename() == "Kubernetes.yaml", (file.string() + ": " + english(issue.what)).c_str());
        }
    }

    void nothingDrawnNothingWritten() {
        for (const Opened& one : all()) {
            const Result<Edited> same = commit(one.document, *one.document->flow);
            QVERIFY2(same, qPrintable(reason(same)));
            for (const yaml::TextEdit& edit : same->edits) qWarning("%zu -%s +%s", edit.offset, edit.removed.c_str(), edit.inserted.c_str());
            QVERIFY2(same->document->text == one.document->text, one.file.c_str());
            // the whole way through the writer, without shared pointers
            Flow copy = *one.document->flow;
            for (TaskPtr& task : copy.main.tasks) task = std::make_shared<const Task>(*task);
            const Result<Edited> again = commit(one.document, copy);
            QVERIFY2(again, qPrintable(QString::fromStdString(one.file.string()) + ": " + reason(again)));
            QCOMPARE(QString::fromStdString(again->document->text), QString::fromStdString(one.document->text));
        }
    }

    void renamedAndBackIsTheSame() {
        int tasks = 0;
        for (const Opened& one : all())
            for (const TaskPtr& task : one.document->flow->main.tasks) {
                const Result<Flow> away = edit::rename_task(*one.document->flow, task->id, "renamed-" + task->name);
                QVERIFY(away);
                const Result<Edited> there = commit(one.document, *away);
                QVERIFY2(there, qPrintable(QString::fromStdString(one.file.string()) + ": " + reason(there)));
                const Result<Flow> home = edit::rename_task(*there->document->flow, task->id, task->name);
                QVERIFY(home);
                const Result<Edited> back = commit(there->document, *home);
                QVERIFY2(back, qPrintable(QString::fromStdString(one.file.string()) + ": " + reason(back)));
                QVERIFY2(back->document->text == one.document->text, (one.file.string() + "\n" + back->document->text).c_str());
                ++tasks;
            }
        qInfo("%d tasks renamed and back", tasks);
        QVERIFY(tasks > 10);
    }

    void oneValueOneLine() {
        int changed = 0;
        for (const Opened& one : all())
            for (const auto& [path, place] : one.document->places.all()) {
                if (!place.node || place.tree_path.empty() || !place.node->is_scalar() || place.node->text.find('\n') != std::string::npos) continue;
                if (place.node->style == yaml::Style::literal || place.node->style == yaml::Style::folded) continue;
                if (path.find(".note") == std::string::npos && path.find(".image") == std::string::npos && path.find(".script") == std::string::npos && path.find(".url") == std::string::npos &&
                    !path.ends_with(".value") && path != "name" && path != "description")
                    continue;
                const Result<Edited> edited = set_field(one.document, path, "changed");
                QVERIFY2(edited, qPrintable(QString::fromStdString(path) + " in " + QString::fromStdString(one.file.string()) + ": " + reason(edited)));
                QVERIFY2(lines_changed(one.document->text, edited->document->text) == 1, qPrintable(QString::fromStdString(edited->document->text)));
                ++changed;
            }
        qInfo("%d values changed, one line each", changed);
        QVERIFY(changed > 20);
    }

    void freshSaysTheSame() {
        int said = 0, refused = 0;
        for (const Opened& one : all()) {
            if (!one.document->format->fresh) continue;
            const Result<std::string> text = one.document->format->fresh(*one.document->flow);
            if (!text) {
                qInfo("%s: %s", one.file.filename().c_str(), english(text.error().message).c_str());
                ++refused;
                continue;
            }
            const Result<DocumentPtr> again = open_text(*text, "fresh");
            QVERIFY2(again, text->c_str());
            Flow wanted = *one.document->flow;
            QVERIFY2(difference(wanted, *(*again)->flow, false).empty(), (one.file.string() + ": " + difference(wanted, *(*again)->flow, false) + "\n" + *text).c_str());
            QCOMPARE(QString::fromStdString(*one.document->format->fresh(*one.document->flow)), QString::fromStdString(*text));
            ++said;
        }
        qInfo("%d flows afresh, %d refused", said, refused);
    }

    void conditionsAreEdges() {
        const DocumentPtr document = fixture("branches.json");
        const Flow& flow = *document->flow;
        const Task& gate = *find_task(flow.main, "gate");
        QCOMPARE(gate.needs, (std::vector<Need>{{"train", on_succeeded, false}}));
        const Task& bad = *find_task(flow.main, "cleanup_failed");
        QCOMPARE(bad.needs.size(), std::size_t(2));
        QVERIFY(bad.needs[0].task == "train" && bad.needs[0].recovers);
        QVERIFY(bad.needs[1].task == "gate" && !(bad.needs[1].results & on_succeeded));
        QCOMPARE(find_task(flow.main, "big")->when, std::string("${count} > 1"));
        QCOMPARE(find_task(flow.main, "small")->when, std::string());
        QCOMPARE(find_task(flow.main, "off")->muted, true);
        const Task& train = *find_task(flow.main, "train");
        QCOMPARE(train.params.size(), std::size_t(3));
        QVERIFY((train.params[0].value == Value{Source::literal, "3", {}, {}, true}));
        QVERIFY((train.params[1].value == Value{Source::output, {}, "prepare", "count", false}));
        QVERIFY((train.params[2].value == Value{Source::param, {}, {}, "region", false}));
        QCOMPARE(train.own->environment.memory->text, std::string("128Mi"));
        QCOMPARE(train.own->timeout, std::string("10m"));
        QCOMPARE(train.own->retry->limit->text, std::string("2"));
        QCOMPARE(flow.schedule->crons, (std::vector<std::string>{"0 30 6 * * ? *"}));
        QCOMPARE(flow.schedule->timezone, std::string("Europe/Zurich"));
        QVERIFY(std::find(document->kept.begin(), document->kept.end(), "tasks.train.taskPriority") != document->kept.end());
    }

    void gestures() {
        const DocumentPtr document = fixture("branches.json");
        const Flow& flow = *document->flow;
        // another edge is one relation more
        Result<Flow> drawn = edit::connect(flow, id_of(document, "prepare"), id_of(document, "off"));
        QVERIFY(drawn);
        Result<Edited> edited = commit(document, *drawn);
        QVERIFY2(edited, qPrintable(reason(edited)));
        QVERIFY(find_task(edited->document->flow->main, "off")->needs.size() == 2);
        // removing takes relations, branches and positions along
        drawn = edit::remove_tasks(flow, {id_of(document, "cleanup_failed")});
        edited = commit(document, *drawn);
        QVERIFY2(edited, qPrintable(reason(edited)));
        QVERIFY(edited->document->text.find("3005") == std::string::npos);
        // a new task gets a code and a root relation
        Task fresh;
        fresh.name = "fresh";
        Definition own;
        own.kind = DefinitionKind::script;
        own.source = "echo fresh";
        fresh.own = std::make_shared<const Definition>(own);
        TaskId made = 0;
        drawn = edit::add_task(flow, {}, fresh, &made);
        edited = commit(document, *drawn);
        QVERIFY2(edited, qPrintable(reason(edited)));
        QVERIFY(edited->document->text.find("\"taskType\": \"SHELL\",\n        \"taskParams\": {\n          \"localParams\": []") != std::string::npos);
        // bound values are names
        drawn = edit::bind(*edited->document->flow, id_of(edited->document, "prepare"), "count", id_of(edited->document, "fresh"), "N");
        QVERIFY(drawn);
        edited = commit(edited->document, *drawn);
        QVERIFY2(edited, qPrintable(reason(edited)));
        QVERIFY(edited->document->text.find("\"${count}\"") != std::string::npos);
        // what it cannot hold says why
        drawn = edit::make_handler(flow, id_of(document, "off"), Trigger::always);
        QVERIFY(drawn);
        QVERIFY(reason(commit(document, *drawn)).contains("no exit handlers"));
        drawn = edit::connect(flow, id_of(document, "prepare"), id_of(document, "off"), on_failed);
        QVERIFY(reason(commit(document, *drawn)).contains("needs a CONDITIONS task"));
        // a value that would come no more is named
        drawn = edit::set_flow_parameters(flow, {});
        QVERIFY2(reason(commit(document, *drawn)).contains("region"), qPrintable(reason(commit(document, *drawn))));
    }

    void textsInsideTextsArePatched() {
        const DocumentPtr document = fixture("strings.json");
        const Result<Edited> edited = set_field(document, "tasks.train.memory", "1Gi");
        QVERIFY2(edited, qPrintable(reason(edited)));
        QVERIFY(edited->document->text.find("\\\"minMemorySpace\\\":1024") != std::string::npos);
        QCOMPARE(lines_changed(document->text, edited->document->text), 1);
        std::string back = edited->document->text;
        back.replace(back.find("minMemorySpace\\\":1024"), 21, "minMemorySpace\\\":128");
        QCOMPARE(QString::fromStdString(back), QString::fromStdString(document->text));
    }
};

QTEST_GUILESS_MAIN(TestDolphinWrite)
#include "tst_dolphin_write.moc"
