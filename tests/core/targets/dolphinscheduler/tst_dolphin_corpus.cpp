// Real files against somebody else's eyes: a count in Python, the linter, lists of DYNAMIC tasks.
#include <QtTest>

#include "core/targets/dolphinscheduler/dynamic.h"
#include "core/targets/lint_document.h"
#include "tests/core/targets/dolphinscheduler/corpus.h"

using namespace weft;

namespace {

std::vector<std::filesystem::path> all_files() {
    std::vector<std::filesystem::path> files = dolphin_test::shared_files(WEFT_SHARED);
    for (const auto& file : dolphin_test::own_files(WEFT_TEST_DATA)) files.push_back(file);
    return files;
}

DocumentPtr opened(const std::filesystem::path& file) {
    const Result<DocumentPtr> document = open_file(file.string());
    if (!document) qFatal("%s", describe(document.error()).c_str());
    return *document;
}

}  // namespace

class TestDolphinCorpus : public QObject {
    Q_OBJECT
  private slots:
    void countsAgree() {
        const QString weft = QStringLiteral(WEFT_BIN "/weft");
        if (!QFile::exists(weft)) QSKIP("the program is not built");
        QStringList arguments{QStringLiteral(WEFT_SOURCE "/tests/oracles/dolphinscheduler/count.py"), weft};
        const std::vector<std::filesystem::path> files = all_files();
        for (const auto& file : files) arguments << QString::fromStdString(file.string());
        QProcess counter;
        counter.start(QStringLiteral("python3"), arguments);
        QVERIFY(counter.waitForFinished(300'000));
        if (counter.exitCode() == 77) QSKIP("count.py needs PyYAML");
        const QString said = QString::fromUtf8(counter.readAllStandardOutput());
        QVERIFY2(counter.exitCode() == 0, qPrintable(said + QString::fromUtf8(counter.readAllStandardError())));
        QCOMPARE(said.count(QStringLiteral("ok ")), qsizetype(files.size()));
        qInfo("%d files counted", int(files.size()));
    }

    // Tasks on a worker need no image; upstream's own files are no mistakes.
    void noFalseErrors() {
        int files = 0;
        for (const auto& file : all_files()) {
            const std::string name = file.filename().string();
            if (name == "Kubernetes.yaml" || name.find("k8s-then-dynamic") != std::string::npos) continue;   // refused by its own SDK; the seed
            lint::Options options;
            for (const lint::Finding& finding : lint_document(*opened(file), options))
                QVERIFY2(finding.severity != lint::Severity::error, (name + ": " + finding.rule + " " + english(finding.what)).c_str());
            ++files;
        }
        QVERIFY(files > 3);
    }

    void dynamicTasksAreLoops() {
        const DocumentPtr document = opened(std::string(WEFT_TEST_DATA) + "/dolphinscheduler/files/dynamic.json");
        const Task& pair = *find_task(document->flow->main, "each-pair");
        QVERIFY(pair.loop && pair.own->kind == DefinitionKind::reference);
        QCOMPARE(pair.own->detail, std::string("DYNAMIC 900"));
        QCOMPARE(pair.loop->items.size(), std::size_t(4));   // a3 and b2 are filtered out
        QCOMPARE(pair.loop->items[1], std::string("{\"a\":\"a1\",\"b\":\"b3\"}"));
        const Task& host = *find_task(document->flow->main, "each-host");
        QVERIFY(host.loop && host.loop->over == Loop::Over::param && host.loop->param == "${hosts}");
        Flow drawn = *document->flow;
        for (TaskPtr& task : drawn.main.tasks)
            if (task->name == "each-pair") {
                Task copy = *task;
                copy.loop->items.pop_back();
                task = std::make_shared<const Task>(std::move(copy));
            }
        const Result<Edited> edited = commit(document, drawn);
        QVERIFY(!edited && english(edited.error().message).find("part of its own parameters") != std::string::npos);
    }

    void listsOfDynamicTasks() {
        using dolphin::dynamic_words, dolphin::loop_of;
        QVERIFY(!loop_of(""));
        QVERIFY(!loop_of("{\"listParameters\":[]}"));
        QVERIFY(!loop_of("{\"listParameters\":3}"));
        QVERIFY(!loop_of("no json"));
        const auto loop = [](std::vector<std::string> items) {
            Loop made;
            made.items = std::move(items);
            return made;
        };
        for (const std::vector<std::string>& items : std::vector<std::vector<std::string>>{{"a"}, {"a,b", "c"}, {"a,b", "c;d"}, {"\"", "}"}}) {
            const std::optional<std::string> words = dynamic_words("7", "item", loop(items));
            QVERIFY(words);
            QCOMPARE(loop_of(*words)->items, items);
        }
        for (const std::vector<std::string>& items : std::vector<std::vector<std::string>>{{}, {""}, {" a"}, {",;|#"}, std::vector<std::string>(1025, "x")}) QVERIFY(!dynamic_words("7", "item", loop(items)));
        QCOMPARE(loop_of("{\"maxNumOfSubWorkflowInstances\":3,\"listParameters\":[{\"name\":\"a\",\"value\":\"1,2\"},{\"name\":\"b\",\"value\":\"1,2\"}]}")->items.size(), std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestDolphinCorpus)
#include "tst_dolphin_corpus.moc"
