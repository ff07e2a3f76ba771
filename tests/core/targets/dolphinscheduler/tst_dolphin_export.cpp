// Export: a row is a folder of tests/data/dolphinscheduler/export with flow.weft.yaml and expected.json (or refused.txt). WEFT_UPDATE=1 writes what is made
// and fails.
#include <QtTest>

#include <fstream>

#include "core/targets/document_compare.h"
#include "core/targets/dolphinscheduler/dolphinscheduler.h"
#include "core/targets/dolphinscheduler/lower.h"
#include "core/targets/portability.h"
#include "tests/core/targets/dolphinscheduler/corpus.h"

using namespace weft;
namespace fs = std::filesystem;

namespace {

Flow flow_in(const fs::path& file) {
    const Result<DocumentPtr> document = open_file(file.string());
    if (!document) qFatal("%s", describe(document.error()).c_str());
    return *(*document)->flow;
}

std::string exported(const Flow& flow, const std::string& version = "3.4") {
    const Result<Exported> made = export_to(flow, dolphinscheduler_target(), {version, {}});
    return made ? made->files.front().text : "refused: " + english(made.error().message) + "\n";
}

// "3.2" where a case is about an older version.
std::string version_in(const fs::path& folder) {
    const std::string text = dolphin_test::slurp(folder / "version.txt");
    return text.empty() ? "3.4" : text.substr(0, text.find('\n'));
}

std::vector<fs::path> cases() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(std::string(WEFT_TEST_DATA) + "/dolphinscheduler/export")) out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

DocumentPtr read_back(const std::string& text, std::size_t index = 0) {
    const Result<DocumentPtr> document = open_text(text, "export.json", index);
    if (!document) qFatal("%s\n%s", describe(document.error()).c_str(), text.c_str());
    return *document;
}

}  // namespace

class TestDolphinExport : public QObject {
    Q_OBJECT
  private slots:
    void golden_data() {
        QTest::addColumn<QString>("folder");
        for (const fs::path& folder : cases()) QTest::newRow(folder.filename().c_str()) << QString::fromStdString(folder.string());
    }
    void golden() {
        QFETCH(QString, folder);
        const fs::path path = folder.toStdString();
        const std::string made = exported(flow_in(path / "flow.weft.yaml"), version_in(path));
        const bool refused = made.starts_with("refused: ");
        const fs::path expected = path / (refused ? "refused.txt" : "expected.json");
        if (qEnvironmentVariableIsSet("WEFT_UPDATE")) {
            std::ofstream(expected, std::ios::binary) << made;
            QFAIL("written; look at the difference and run again");
        }
        QCOMPARE(QString::fromStdString(made), QString::fromStdString(dolphin_test::slurp(expected)));
        QCOMPARE(path.filename().string().starts_with("refused-"), refused);
    }

    // Read again, the file holds the flow that was lowered, and writing that afresh gives the same text.
    void readsBack_data() {
        golden_data();
        for (const auto& entry : fs::directory_iterator(std::string(WEFT_SOURCE) + "/resources/examples"))
            if (entry.path().extension() == ".yaml") QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
    }
    void readsBack() {
        QFETCH(QString, folder);
        fs::path path = folder.toStdString();
        if (fs::is_directory(path)) path /= "flow.weft.yaml";
        const Flow flow = flow_in(path);
        for (const char* version : {"3.4", "3.2"}) {
            const std::string text = exported(flow, version);
            if (text.starts_with("refused: ")) {
                qInfo("%s %s", version, text.c_str());
                continue;
            }
            const DocumentPtr document = read_back(text);
            QVERIFY2(document->issues.empty(), document->issues.empty() ? "" : english(document->issues[0].what).c_str());
            QCOMPARE(document->flow->name, flow.name);
            for (std::size_t i = 0; i < document->format->flow_count(document->stream); ++i) {
                const DocumentPtr one = read_back(text, i);
                const Result<std::string> again = one->format->fresh(*one->flow);
                QVERIFY2(again, again ? "" : english(again.error().message).c_str());
                QCOMPARE(QString::fromStdString(difference(*one->flow, *read_back(*again)->flow, false)), QString());
            }
            QVERIFY(text.find(std::string(version) == "3.2" ? "\"processDefinition\"" : "\"workflowDefinition\"") != std::string::npos);
        }
    }

    void aFailedRunStaysFailed() {
        const Flow flow = flow_in(std::string(WEFT_TEST_DATA) + "/dolphinscheduler/export/handlers/flow.weft.yaml");
        const DocumentPtr document = read_back(exported(flow));
        const Task* last = find_task(document->flow->main, "keep-failed");
        QVERIFY(last && last->own->source == "exit 1");
        const Task* gate = find_task(document->flow->main, "exit-gate");
        QVERIFY(gate && gate->needs.size() == 1 && gate->needs[0].task == "body");   // work behind work: one of them may never run
        QCOMPARE(document->format->flow_count(document->stream), std::size_t(2));
    }

    // Beside goldens: what the seed asks of a pod's variables, from our own file and through the program.
    void aDynamicNameArrivesAsOneThatAPodTakes() {
        const fs::path folder = std::string(WEFT_TEST_DATA) + "/dolphinscheduler/export/dynamic-names";
        QTemporaryDir made;
        const QString file = made.filePath("dispatch.json"), weft = QStringLiteral(WEFT_BIN "/weft");
        const auto run = [&](const QStringList& arguments) {
            QProcess process;
            process.start(weft, arguments);
            return process.waitForFinished(60'000) && process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()) : QStringLiteral("failed: ") + QString::fromUtf8(process.readAllStandardError());
        };
        if (!QFile::exists(weft)) QSKIP("the program is not built");
        const QString source = QString::fromStdString((folder / "flow.weft.yaml").string());
        QVERIFY(run({"names", "--target", "dolphinscheduler", source}).contains("dynamic.out(03-task) -> dynamic_out_03_task"));
        QVERIFY2(run({"export", "--target", "dolphinscheduler", source, "-o", file}).indexOf("failed") < 0, "exports");
        const QString told = run({"names", "--target", "dolphinscheduler", file});
        QVERIFY2(told.contains("dynamic.out(03-task) -> dynamic_out_03_task"), qPrintable(told));
        const DocumentPtr document = read_back(dolphin_test::slurp(file.toStdString()));
        QVERIFY(document->flow->description.find("dynamic_out_03_task = ") != std::string::npos);
        for (const TaskPtr& task : document->flow->main.tasks)
            for (const Binding& param : task->params) QCOMPARE(QString::fromStdString(param.name), QString::fromStdString(dolphin::variable_name(param.name)));
    }

    // The seed: a name that the engine made arrives as one that a pod takes; the description says what it was, and reading it back tells.
    void namesTellWhatTheyWere() {
        const fs::path seed = fs::path(WEFT_SHARED) / "corpus/seeds/dolphinscheduler-dynamic-env.argo.yaml";
        if (!fs::exists(seed)) QSKIP("the shared corpus is not there");
        const Flow flow = flow_in(seed);
        const std::string text = exported(flow);
        QVERIFY2(!text.starts_with("refused"), text.c_str());
        QVERIFY(text.find("\"dynamic_out_03_task_dispatcher\"") != std::string::npos);
        QVERIFY(text.find("\"dynamic_out_03_task_dispatcher_2\"") != std::string::npos);
        const DocumentPtr document = read_back(text);
        int told = 0;
        for (const NameUse& use : dolphinscheduler_target().names(*document->flow, "3.4")) told += use.final == "dynamic_out_03_task_dispatcher" && use.original == "dynamic.out(03-task-dispatcher)";
        QCOMPARE(told, 1);
    }

    void namesOfTheEngineItselfAreRefused() {
        const fs::path seed = fs::path(WEFT_SHARED) / "corpus/seeds/dolphinscheduler-k8s-then-dynamic.3.2.json";
        if (!fs::exists(seed)) QSKIP("the shared corpus is not there");
        const Flow flow = flow_in(seed);
        QVERIFY(exported(flow, "3.2").starts_with("refused: "));
        QVERIFY(exported(flow, "3.2").find("dynamic.out(03-task-dispatcher)") != std::string::npos);
        QVERIFY(exported(flow, "3.4").find("DYNAMIC tasks exist in 3.2 only") != std::string::npos);
    }

    void loopsOfOldVersionsAreDynamicTasks() {
        const fs::path folder = std::string(WEFT_TEST_DATA) + "/dolphinscheduler/export/loop-3.2";
        const DocumentPtr document = read_back(exported(flow_in(folder / "flow.weft.yaml"), "3.2"));
        const Task* fetch = find_task(document->flow->main, "fetch");
        QVERIFY(fetch && fetch->loop);
        QCOMPARE(fetch->loop->items, (std::vector<std::string>{"eu, west", "us", "it's"}));
        QVERIFY(exported(flow_in(folder / "flow.weft.yaml"), "3.3").starts_with("refused: "));
        // its own file goes out for 3.2 again, and for no version that has lost the task type
        QVERIFY(!exported(*document->flow, "3.2").starts_with("refused: "));
        QVERIFY(exported(*document->flow, "3.4").starts_with("refused: "));
    }

    void words() {
        QCOMPARE(dolphin::variable_name("dynamic.out(03-task)"), std::string("dynamic_out_03_task"));
        QCOMPARE(dolphin::variable_name("3rd"), std::string("_3rd"));
        QCOMPARE(dolphin::quartz_of("30 6 * * 1-5").value_or(""), std::string("0 30 6 ? * MON-FRI *"));
        QCOMPARE(dolphin::quartz_of("0 3 1 * *").value_or(""), std::string("0 0 3 1 * ? *"));
        QVERIFY(!dolphin::quartz_of("0 3 1 * 1"));
        QCOMPARE(dolphin::javascript_of("${mode} == full").value_or(""), std::string("${mode} == \"full\""));
        QCOMPARE(dolphin::javascript_of("'${n}' > 3 && ${m} != 'a b'").value_or(""), std::string("${n} > 3 && ${m} != \"a b\""));
        QVERIFY(!dolphin::javascript_of("a == b"));
        QVERIFY(!dolphin::javascript_of("${x} =~ 'a.*'"));
    }
};

QTEST_GUILESS_MAIN(TestDolphinExport)
#include "tst_dolphin_export.moc"
