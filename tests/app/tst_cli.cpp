// The real `weft`, as a script would call it: exit codes, what goes to which stream, bytes that stay.
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <sys/stat.h>

namespace {

struct Said {
    int code = -1;
    QByteArray out, err;
};

Said weft(const QStringList& arguments, const QByteArray& input = {}) {
    QProcess process;
    process.setProgram(QStringLiteral(WEFT_BIN "/weft"));
    process.setArguments(arguments);
    process.setWorkingDirectory(QStringLiteral(WEFT_TEST_DATA "/cli"));
    process.start();
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30000)) return {-2, {}, "did not end within 30 s"};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -3, process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray data(const char* name) { return content(QStringLiteral(WEFT_TEST_DATA "/cli/") + QLatin1String(name)); }

bool well_formed(const QByteArray& xml) {
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) reader.readNext();
    return !reader.hasError();
}

}  // namespace

class TestCli : public QObject {
    Q_OBJECT

private slots:
    void exits_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char* words, int code, const char* error = "") {
            QTest::newRow(words) << QString::fromUtf8(words).split(QLatin1Char(' '), Qt::SkipEmptyParts) << code << QByteArray(error);
        };
        row("", 2, "usage: weft VERB");
        row("--help", 0);
        row("--version", 0);
        row("nonsense", 2, "there is no verb \"nonsense\"");
        row("lint", 2, "usage: weft lint");
        row("lint --nonsense x", 2, "does not know the option --nonsense");
        row("lint --format", 2, "--format needs a value");
        row("lint --format xml clean.weft.yaml", 2, "--format knows text");
        row("lint --fail-on hint clean.weft.yaml", 2, "--fail-on knows error");
        row("lint --target nix clean.weft.yaml", 2, "there is no target \"nix\"; there are local, argo");
        row("lint --target argo@9 clean.weft.yaml", 2, "there is no version \"9\" of argo");
        row("lint clean.weft.yaml", 0);
        row("lint argo.yaml clean.weft.yaml", 0);
        row("lint --target argo@4.1 --k8s 1.31 argo.yaml", 0);
        row("lint no-image.argo.yaml", 1);
        row("lint broken.yaml", 3);
        row("lint other.yaml", 3);
        row("lint missing.yaml", 3, "missing.yaml");
        row("lint /dev/zero", 3, "/dev/zero");
        row("lint --explain image/missing", 0);
        row("lint --explain no/such", 2, "there is no rule \"no/such\"");
        row("rules", 0);
        row("rules image/missing", 0);
        row("rules no/such", 2);
        row("targets", 0);
        row("targets --matrix argo.yaml", 0);
        row("targets --matrix missing.yaml", 3);
        row("env clean.weft.yaml", 0);
        row("env no-image.argo.yaml", 1);
        row("images clean.weft.yaml", 0);
        row("images no-image.argo.yaml", 1, "image/missing");
        row("names --target argo clean.weft.yaml", 0);
        row("graph broken.yaml", 3, "broken.yaml:2:4: ");
        row("graph argo.yaml --format gif", 2);
        row("graph argo.yaml --format dot", 0);
        const bool designer = QFile::exists(QStringLiteral(WEFT_BIN "/weftwork"));   // not where only the command line is built
        row("graph argo.yaml --format png", designer ? 0 : 3, designer ? "" : "painted by the designer");
        row("graph argo.yaml --format pdf", designer ? 0 : 3, designer ? "" : "painted by the designer");
        row("edit missing.yaml", 3);
        row("edit argo.yaml --rename a", 2, "--rename takes OLD=NEW");
        row("edit argo.yaml --connect a", 2, "--connect takes A:B");
        row("edit argo.yaml --scope some", 2, "--scope knows all and this");
        row("edit argo.yaml --in-place -o x", 2, "--in-place");
        row("edit argo.yaml --rename zzz=y", 1, "there is no task or definition \"zzz\"");
        row("edit argo.yaml --connect b:a", 1, "argo.yaml: ");
        row("edit argo.yaml --set nowhere.at.all=1", 1);
        row("export argo.yaml", 2, "--target");
        row("export --target argo missing.yaml", 3);
        row("export --target argo --from native argo.yaml", 3, "the file is no native file");
        row("export --target argo no-image.argo.yaml", 1, "image/missing");
        row("diff argo.yaml argo.yaml", 0);
        row("diff argo.yaml clean.weft.yaml", 1);
        row("diff argo.yaml missing.yaml", 3);
        row("diff argo.yaml clean.weft.yaml --format json", 1);
        row("diff argo.yaml clean.weft.yaml --format svg", 1);
        row("diff argo.yaml clean.weft.yaml --format xml", 2, "--format knows text, json and svg");
        row("diff argo.yaml argo.yaml 0000000 100644 clean.weft.yaml 1111111 100644", 0);   // as git calls it
        row("completion bash", 0);
        row("completion tcsh", 2);
        row("help lint", 0);
        row("help nonsense", 2);
    }
    void exits() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, error);
        const Said said = weft(arguments);
        QVERIFY2(said.code == code, "exit " + QByteArray::number(said.code) + ", said: " + said.err);
        QVERIFY2(said.err.contains(error), said.err);
    }

    void every_verb_has_help() {
        const QByteArray overview = weft({QStringLiteral("--help")}).out;
        int verbs = 0;
        for (const QByteArray& line : overview.split('\n')) {
            if (!line.startsWith("  ")) continue;
            const QString verb = QString::fromUtf8(line.trimmed()).section(QLatin1Char(' '), 0, 0);
            const Said said = weft({verb, QStringLiteral("--help")});
            QCOMPARE(said.code, 0);
            QVERIFY2(said.out.contains("usage: weft " + verb.toUtf8()) && said.out.contains("exit: "), qPrintable(verb));
            QVERIFY2(weft({QStringLiteral("completion"), QStringLiteral("bash")}).out.contains("        " + verb.toUtf8() + ") "), qPrintable(verb));
            ++verbs;
        }
        QVERIFY(verbs >= 20);
    }

    void a_graph_is_laid_out_again_without_moving_anything() {
        QTemporaryDir folder;
        const auto write = [&](const char* name, const QByteArray& text) {
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("old.json", R"({"n":4,"m":4,"h":48,"w":[96,200,96,96],"edges":[[0,1],[1,2],[2,3],[0,3]]})");
        write("new.json", R"({"n":5,"m":5,"h":48,"w":[96,200,96,96,120],"edges":[[0,1],[1,2],[2,3],[0,3],[3,4]]})");
        QCOMPARE(weft({QStringLiteral("layout"), folder.filePath(QStringLiteral("old.json")), QStringLiteral("-o"), folder.filePath(QStringLiteral("old.lay"))}).code, 0);
        const QList<QByteArray> old = content(folder.filePath(QStringLiteral("old.lay"))).split('\n');
        const Said said = weft({QStringLiteral("layout"), folder.filePath(QStringLiteral("new.json")), QStringLiteral("--previous"), folder.filePath(QStringLiteral("old.lay"))});
        QCOMPARE(said.code, 0);
        const QList<QByteArray> now = said.out.split('\n');
        QCOMPARE(now.mid(1, 4), old.mid(1, 4));                             // the nodes
        QCOMPARE(now.mid(6, 4), old.mid(5, 4));                             // the edges, one of them with its bends
        QCOMPARE(now[5].split(' ')[1].toDouble(), now[4].split(' ')[1].toDouble() + 108);
        QCOMPARE(weft({QStringLiteral("layout"), folder.filePath(QStringLiteral("new.json")), QStringLiteral("--previous"), folder.filePath(QStringLiteral("none.lay"))}).code, 3);
    }

    void man_page_is_current() {
        const Said said = weft({QStringLiteral("help"), QStringLiteral("--man")});
        QVERIFY(said.out.startsWith(".TH WEFT 1"));
        QVERIFY2(said.out == content(QStringLiteral(WEFT_SOURCE "/resources/desktop/weft.1")), "the verbs changed: weft help --man > resources/desktop/weft.1");
    }

    void completion_is_a_script() {
        const QString bash = QStandardPaths::findExecutable(QStringLiteral("bash"));
        if (bash.isEmpty()) QSKIP("no bash here");
        QProcess process;
        process.start(bash, {QStringLiteral("-n")});
        process.write(weft({QStringLiteral("completion"), QStringLiteral("bash")}).out);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 0);
    }

    void lint_formats() {
        const QString file = QStringLiteral("no-image.argo.yaml");
        QVERIFY(weft({QStringLiteral("lint"), file}).out.contains("no-image.argo.yaml:12:19: error: "));
        const QJsonObject json = QJsonDocument::fromJson(weft({QStringLiteral("lint"), QStringLiteral("--format=json"), file}).out).object();
        QCOMPARE(json[QStringLiteral("version")].toInt(), 1);
        const QJsonArray findings = json[QStringLiteral("findings")].toArray();
        QCOMPARE(findings.size(), 2);
        QCOMPARE(findings[1].toObject()[QStringLiteral("rule")].toString(), QStringLiteral("env/dynamic-out"));
        QCOMPARE(findings[1].toObject()[QStringLiteral("line")].toInt(), 12);
        QCOMPARE(findings[1].toObject()[QStringLiteral("fixes")].toArray().size(), 1);
        const QJsonObject sarif = QJsonDocument::fromJson(weft({QStringLiteral("lint"), QStringLiteral("--format"), QStringLiteral("sarif"), file}).out).object();
        QCOMPARE(sarif[QStringLiteral("version")].toString(), QStringLiteral("2.1.0"));
        QVERIFY(weft({QStringLiteral("lint"), QStringLiteral("--format"), QStringLiteral("github"), file}).out.startsWith("::error file=no-image.argo.yaml,line="));
        QVERIFY(well_formed(weft({QStringLiteral("lint"), QStringLiteral("--format"), QStringLiteral("junit"), file}).out));
        QVERIFY(!weft({QStringLiteral("lint"), file}).out.contains('\x1b'));  // no colours into a pipe
    }

    void lint_walks_a_folder_and_reads_standard_input() {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("deep/.hidden")));
        for (const char* name : {"clean.weft.yaml", "no-image.argo.yaml", "other.yaml"})
            QVERIFY(QFile::copy(QStringLiteral(WEFT_TEST_DATA "/cli/") + QLatin1String(name), folder.filePath(QStringLiteral("deep/") + QLatin1String(name))));
        QVERIFY(QFile::copy(QStringLiteral(WEFT_TEST_DATA "/cli/broken.yaml"), folder.filePath(QStringLiteral("deep/.hidden/broken.yaml"))));
        const Said said = weft({QStringLiteral("lint"), folder.path()});
        QCOMPARE(said.code, 1);  // other.yaml is no flow, .hidden is passed over
        QCOMPARE(said.out.count(": error: "), 2);
        const Said piped = weft({QStringLiteral("lint"), QStringLiteral("-")}, data("no-image.argo.yaml"));
        QCOMPARE(piped.code, 1);
        QVERIFY(piped.out.contains("standard input:12:19: "));
    }

    void a_fifo_does_not_block() {
        QTemporaryDir folder;
        const QByteArray fifo = folder.filePath(QStringLiteral("pipe.yaml")).toUtf8();
        QCOMPARE(mkfifo(fifo.constData(), 0600), 0);
        QCOMPARE(weft({QStringLiteral("lint"), QString::fromUtf8(fifo)}).code, 3);
        QCOMPARE(weft({QStringLiteral("lint"), folder.path()}).code, 0);
    }

    void lint_baseline_and_fix() {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("flow.yaml")), baseline = folder.filePath(QStringLiteral("baseline.json"));
        QVERIFY(QFile::copy(QStringLiteral(WEFT_TEST_DATA "/cli/no-image.argo.yaml"), file));
        QFile known(baseline);
        QVERIFY(known.open(QIODevice::WriteOnly));
        known.write(weft({QStringLiteral("lint"), QStringLiteral("--format"), QStringLiteral("json"), file}).out);
        known.close();
        QCOMPARE(weft({QStringLiteral("lint"), QStringLiteral("--baseline"), baseline, file}).code, 0);
        QCOMPARE(weft({QStringLiteral("lint"), QStringLiteral("--baseline"), file, file}).code, 3);
        const Said fixed = weft({QStringLiteral("lint"), QStringLiteral("--fix"), file});
        QCOMPARE(fixed.code, 1);  // no safe fix gives it an image
        QCOMPARE(fixed.out.count(": error: "), 1);
        QCOMPARE(content(file), data("no-image.argo.yaml").replace("dynamic.out(greet)", "dynamic_out_greet"));
    }

    void graph_of_an_argo_file() {
        const QJsonObject root = QJsonDocument::fromJson(weft({QStringLiteral("graph"), QStringLiteral("argo.yaml"), QStringLiteral("--format"), QStringLiteral("json")}).out).object();
        const QJsonArray flows = root[QStringLiteral("flows")].toArray();
        QCOMPARE(flows.size(), 1);
        const QJsonObject main = flows[0].toObject();
        QCOMPARE(main[QStringLiteral("name")].toString(), QStringLiteral("main"));
        const QJsonArray tasks = main[QStringLiteral("tasks")].toArray(), edges = main[QStringLiteral("edges")].toArray(), handlers = main[QStringLiteral("handlers")].toArray();
        QCOMPARE(tasks.size(), 2);
        QCOMPARE(tasks[0].toObject()[QStringLiteral("image")].toString(), QStringLiteral("alpine:3.20"));
        QVERIFY(tasks[1].toObject()[QStringLiteral("x")].toDouble() > tasks[0].toObject()[QStringLiteral("x")].toDouble());
        QCOMPARE(edges.size(), 1);
        QCOMPARE(edges[0].toObject()[QStringLiteral("from")].toString(), QStringLiteral("a"));
        QCOMPARE(edges[0].toObject()[QStringLiteral("kind")].toString(), QStringLiteral("order"));
        QCOMPARE(handlers.size(), 1);
        QCOMPARE(handlers[0].toObject()[QStringLiteral("task")].toString(), QStringLiteral("bye"));
        QCOMPARE(handlers[0].toObject()[QStringLiteral("scope")].toString(), QStringLiteral("flow"));
        QVERIFY(well_formed(weft({QStringLiteral("graph"), QStringLiteral("argo.yaml"), QStringLiteral("--format"), QStringLiteral("svg"), QStringLiteral("--theme"), QStringLiteral("dark")}).out));
        QVERIFY(weft({QStringLiteral("graph"), QStringLiteral("argo.yaml"), QStringLiteral("--format"), QStringLiteral("dot")}).out.contains("\"main/a\" -> \"main/b\""));
    }

    // Each cubic of a path is a "C": an edge over several layers has more than one, an edge to the next layer one.
    void a_written_picture_bends_its_long_edges_too() {
        const QByteArray svg = weft({QStringLiteral("graph"), QStringLiteral("long-edges.weft.yaml"), QStringLiteral("--format"), QStringLiteral("svg")}).out;
        QVERIFY(well_formed(svg));
        const auto cubics = [&](const char* title) {
            const qsizetype end = svg.indexOf(QByteArray("<title>") + title + "</title>");
            return end < 0 ? -1 : int(svg.mid(svg.lastIndexOf("<path", end), end - svg.lastIndexOf("<path", end)).count(" C"));
        };
        QCOMPARE(cubics("b \xE2\x86\x92 c"), 1);
        QVERIFY2(cubics("a \xE2\x86\x92 g") > 1, svg.constData());
    }

    void edit_keeps_every_byte() {
        for (const char* name : {"clean.weft.yaml", "argo.yaml", "no-image.argo.yaml"}) {
            const Said said = weft({QStringLiteral("edit"), QLatin1String(name), QStringLiteral("-o"), QStringLiteral("-")});
            QCOMPARE(said.code, 0);
            QCOMPARE(said.out, data(name));
        }
        const Said piped = weft({QStringLiteral("edit"), QStringLiteral("-")}, data("argo.yaml").replace("\n", "\r\n"));
        QCOMPARE(piped.out, data("argo.yaml").replace("\n", "\r\n"));
    }

    void edit_changes_only_what_was_asked() {
        const auto edited = [](const char* file, const QStringList& edits) { return weft(QStringList{QStringLiteral("edit"), QLatin1String(file)} + edits).out; };
        QCOMPARE(edited("clean.weft.yaml", {QStringLiteral("--set"), QStringLiteral("environment.image=busybox:1")}), data("clean.weft.yaml").replace("alpine:3.20", "busybox:1"));
        QCOMPARE(edited("clean.weft.yaml", {QStringLiteral("--rename"), QStringLiteral("first=start")}), data("clean.weft.yaml").replace("first", "start"));
        QCOMPARE(edited("clean.weft.yaml", {QStringLiteral("--rename"), QStringLiteral("first=start"), QStringLiteral("--rename"), QStringLiteral("start=first")}), data("clean.weft.yaml"));
        QCOMPARE(edited("argo.yaml", {QStringLiteral("--disconnect"), QStringLiteral("a:b")}), data("argo.yaml").replace("            depends: a\n", ""));
        QCOMPARE(edited("argo.yaml", {QStringLiteral("--set"), QStringLiteral("tasks.a.image=busybox")}), data("argo.yaml").replace("\"alpine:3.20\"", "\"busybox\""));
        const QByteArray copied = edited("argo.yaml", {QStringLiteral("--scope"), QStringLiteral("this"), QStringLiteral("--set"), QStringLiteral("tasks.a.image=busybox")});
        QVERIFY(copied.contains("\"alpine:3.20\"") && copied.contains("busybox") && copied.contains("# shared by both"));
        const QByteArray grown = edited("argo.yaml", {QStringLiteral("--add-task"), QStringLiteral("c"), QStringLiteral("--connect"), QStringLiteral("b:c")});
        QVERIFY(grown.contains("- name: c\n") && grown.contains("depends: b\n"));
        const Said checked = weft({QStringLiteral("diff"), QStringLiteral("argo.yaml"), QStringLiteral("-")}, grown);
        QCOMPARE(checked.code, 1);
        QVERIFY2(checked.out.contains("+ task c"), checked.out);
    }

    void edit_in_place() {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("flow.yaml"));
        QVERIFY(QFile::copy(QStringLiteral(WEFT_TEST_DATA "/cli/argo.yaml"), file));
        const Said refused = weft({QStringLiteral("edit"), file, QStringLiteral("--remove-task"), QStringLiteral("a"), QStringLiteral("--remove-task"), QStringLiteral("zzz"), QStringLiteral("--in-place")});
        QCOMPARE(refused.code, 1);
        QCOMPARE(content(file), data("argo.yaml"));  // all or nothing
        QCOMPARE(weft({QStringLiteral("edit"), file, QStringLiteral("--remove-task"), QStringLiteral("b"), QStringLiteral("--in-place")}).code, 0);
        QVERIFY(!content(file).contains("# after a"));
        QVERIFY(content(file).contains("# shared by both"));
    }

    void export_of_a_native_file() {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("out.yaml"));
        const Said said = weft({QStringLiteral("export"), QStringLiteral("--target"), QStringLiteral("argo@4.1"), QStringLiteral("clean.weft.yaml"), QStringLiteral("-o"), file});
        QVERIFY2(said.code == 0, said.err);
        QVERIFY(content(file).contains("onExit: "));
        QCOMPARE(weft({QStringLiteral("lint"), QStringLiteral("--target"), QStringLiteral("argo"), file}).code, 0);
        const Said again = weft({QStringLiteral("export"), QStringLiteral("--target"), QStringLiteral("argo"), QStringLiteral("-")}, data("clean.weft.yaml"));
        QCOMPARE(again.out, content(file));  // deterministic to the byte
    }

    void export_of_an_argo_file_is_the_file() {
        const Said said = weft({QStringLiteral("export"), QStringLiteral("--target"), QStringLiteral("argo"), QStringLiteral("argo.yaml")});
        QCOMPARE(said.code, 0);
        QCOMPARE(said.out, data("argo.yaml"));
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
