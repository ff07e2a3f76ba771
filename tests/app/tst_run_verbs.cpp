// `weft run` and its relatives as a script sees them: exit codes, lines, what goes to stderr.
#include "tests/app/runner_world.h"

using namespace weft;
using namespace weft::test;

class TestRunVerbs : public QObject {
    Q_OBJECT

    struct Said { int code = -1; QString out, err; };
    QTemporaryDir files_;
    std::unique_ptr<RunnerWorld> world_;

    QString file(const char* name, const QByteArray& text) {
        QFile f(files_.filePath(name));
        if (f.open(QIODevice::WriteOnly)) f.write(text);
        return f.fileName();
    }
    static Said weft(const QStringList& words, const QByteArray& input = {}) {
        QProcess process;
        process.start(RunnerWorld::program(), words);
        process.write(input);
        process.closeWriteChannel();
        Said said;
        if (process.waitForFinished(30'000)) said.code = process.exitCode();
        said.out = process.readAllStandardOutput();
        said.err = process.readAllStandardError();
        return said;
    }
    static json last_line(const Said& said) { return run::parse_object(said.out.trimmed().section('\n', -1).toStdString()); }

  private slots:
    void initTestCase() {
        QVERIFY2(QFile::exists(RunnerWorld::program()), "build the target weft first");
        world_ = std::make_unique<RunnerWorld>();
        qputenv("WEFT_RUNNER", RunnerWorld::program().toUtf8());
    }
    void cleanupTestCase() {
        weft({"runner", "stop"});
        world_.reset();
    }

    void no_runner_yet() { QCOMPARE(weft({"runner", "status"}).code, 1); }

    void untrusted_file_is_not_run_without_yes() {
        const QString canary = files_.filePath("canary"), flow = file("u.weft.yaml", "weftwork: 1\nname: u\ntasks:\n  - {name: a, command: 'touch " + canary.toUtf8() + "'}\n");
        const Said said = weft({"run", flow});
        QCOMPARE(said.code, 2);
        QVERIFY(said.err.contains("--yes"));
        QVERIFY(!QFile::exists(canary));
        QCOMPARE(weft({"run", "--yes", flow}).code, 0);
        QVERIFY(QFile::exists(canary));
    }
    void exit_codes_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::newRow("succeeds") << QByteArray("weftwork: 1\nname: x\ntasks:\n  - {name: a, command: 'true'}\n") << 0;
        QTest::newRow("fails") << QByteArray("weftwork: 1\nname: x\ntasks:\n  - {name: a, command: 'false'}\n") << 1;
        QTest::newRow("handler fails") << QByteArray("weftwork: 1\nname: x\ntasks:\n  - {name: a, command: 'true'}\nhandlers:\n  - {name: h, command: 'false'}\n") << 1;
        QTest::newRow("unreadable") << QByteArray("weftwork: 1\nname: [\n") << 3;
        QTest::newRow("empty flow") << QByteArray("weftwork: 1\nname: x\ntasks: []\n") << 0;
    }
    void exit_codes() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const Said said = weft({"run", "--yes", "-"}, text);
        QVERIFY2(said.code == code, qPrintable(said.out + said.err));
        if (code == 3) QVERIFY2(QRegularExpression(":\\d+:\\d+: ").match(said.err).hasMatch(), qPrintable(said.err));
        else QVERIFY(last_line(said)["verdict"]["final"] == true);
    }
    void parameters_and_usage() {
        const QByteArray text = "weftwork: 1\nname: p\nparameters: {code: 1}\ntasks:\n  - {name: a, params: {C: {param: code}}, command: 'exit $C'}\n";
        QCOMPARE(weft({"run", "--yes", "--param", "code=0", "-"}, text).code, 0);
        QCOMPARE(weft({"run", "--yes", "-"}, text).code, 1);
        QCOMPARE(weft({"run", "--yes", "--param", "nonsense", "-"}, text).code, 2);
        QCOMPARE(weft({"run", "--yes", "--on", "mars", "-"}, text).code, 2);
        QCOMPARE(weft({"run", "--yes", files_.filePath("missing.yaml")}).code, 3);
    }
    void submit_watch_cancel_logs_export_verdict() {
        const QByteArray text = "weftwork: 1\nname: long\ntasks:\n  - {name: a, command: 'echo started; sleep 300'}\nhandlers:\n  - {name: bye, command: 'echo bye'}\n";
        const Said submitted = weft({"submit", "--yes", "-"}, text);
        QCOMPARE(submitted.code, 0);
        const QString run = submitted.out.trimmed();
        QTRY_VERIFY_WITH_TIMEOUT(weft({"runs", "logs", run, "a"}).out.contains("started"), 10'000);
        QVERIFY(weft({"runs"}).out.contains("running"));
        QCOMPARE(weft({"runs", "cancel", run}).code, 0);
        QCOMPARE(weft({"watch", run}).code, 4);
        QVERIFY(weft({"runs", "show", run}).out.contains("Cancelled"));
        const QString log = files_.filePath("events.jsonl");
        QCOMPARE(weft({"runs", "export", run, "-o", log}).code, 0);
        QCOMPARE(weft({"verdict", "--target", "native", log}).code, 4);
        QCOMPARE(weft({"runs", "show", "ghost"}).code, 2);
        QCOMPARE(weft({"runs", "dance"}).code, 2);
    }
    void verdict_of_a_broken_log_names_the_line() {
        const Said said = weft({"verdict", "--target", "native", file("bad.jsonl", "\n{\"run\":\n")});
        QCOMPARE(said.code, 3);
        QVERIFY2(said.err.contains("bad.jsonl:2"), qPrintable(said.err));
    }
    void simulate() {
        const QString flow = file("s.weft.yaml", "weftwork: 1\nname: s\ntasks:\n  - {name: a, command: 'true'}\n  - {name: b, needs: [a], command: 'true'}\nhandlers:\n  - {name: h, runs: on-failure, command: 'true'}\n");
        const Said said = weft({"simulate", flow, "--fail", "a", "--json"});
        QCOMPARE(said.code, 0);
        QCOMPARE(last_line(said)["verdict"]["outcome"].get<std::string>(), std::string("Failed"));
        QCOMPARE(weft({"simulate", flow, "--fail", "ghost"}).code, 2);
    }
    void argo_handlers_by_status() {
        const QString seed = QString(WEFT_SHARED) + "/corpus/seeds/argo-handlers-by-status.yaml";
        if (!QFile::exists(seed)) QSKIP("the shared corpus is not here");
        const Said said = weft({"run", "--yes", seed});
        QCOMPARE(said.code, 1);
        QCOMPARE(last_line(said)["verdict"]["cause"].get<std::string>(), std::string("main"));
        for (const auto& [path, kind] : {std::pair{"bye/always", "ended"}, std::pair{"bye/cry", "ended"}, std::pair{"bye/celebrate", "skipped"}})
            QVERIFY2(said.out.contains(QRegularExpression(QString("\"kind\":\"%1\",\"path\":\"%2\"|\"path\":\"%2\"[^\\n]*\"kind\":\"%1\"").arg(kind, path))), path);
    }
    void examples_end_as_they_say_data() {
        QTest::addColumn<int>("code");
        QTest::newRow("hello") << 0;
        QTest::newRow("fan-out") << 0;
        QTest::newRow("handlers-by-status") << 1;
        QTest::newRow("masked-failure") << 1;
        QTest::newRow("retry-and-timeout") << 0;
        QTest::newRow("morning-round") << 0;
        QTest::newRow("dye-and-dry") << 0;
    }
    void examples_end_as_they_say() {
        QFETCH(int, code);
        const Said said = weft({"run", "--yes", QString(WEFT_SOURCE) + "/resources/examples/" + QTest::currentDataTag() + ".weft.yaml"});
        QVERIFY2(said.code == code, qPrintable(said.out.right(600) + said.err));
    }
    void runner_status_and_stop() {
        QCOMPARE(weft({"runner", "status"}).code, 0);
        QCOMPARE(weft({"runner", "stop"}).code, 0);
        QCOMPARE(weft({"runner", "status"}).code, 1);
    }
};

QTEST_GUILESS_MAIN(TestRunVerbs)
#include "tst_run_verbs.moc"
