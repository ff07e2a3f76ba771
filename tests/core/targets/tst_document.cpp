// Opening, drawing into a text, typing, setting by path: what did not change keeps its bytes.
#include <QtTest>

#include "core/model/edit.h"
#include "core/targets/document.h"

using namespace weft;

class tst_document : public QObject {
    Q_OBJECT

    const std::string native_ = "# a flow\nweftwork: 1\nname: demo\nenvironment:\n  image: 'python:3.12-slim'   # pinned\nparameters:\n  epochs: 3\ntasks:\n  - name: fetch\n    command: echo hello\n"
                                "    outputs: [path]\n  - name: train   # the long one\n    needs: [fetch]\n    command: echo train\n    environment:\n      env: {MODE: fast}\n";
    const std::string argo_ = "# two tasks, one template\napiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {generateName: demo-}\nspec:\n  entrypoint: main\n  templates:\n    - name: main\n"
                              "      dag:\n        tasks:\n          - {name: a, template: say}\n          - {name: b, template: say, dependencies: [a]}\n    - name: say\n      container:\n"
                              "        image: alpine:3.20   # small\n        command: [echo, hello]\n";

    static DocumentPtr open(const std::string& text) {
        Result<DocumentPtr> document = open_text(text, "case.yaml");
        if (!document) qWarning("%s", describe(document.error()).c_str());
        return document ? *document : nullptr;
    }
    static TaskId id_of(const DocumentPtr& document, const char* name) { return find_task(document->flow->main, name)->id; }

  private slots:
    void refusals_name_file_and_place_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("no flow") << "a: 1\n" << "f.yaml:1:1: no kind of file that Weftwork reads";
        QTest::newRow("broken") << "a: [1\n" << "f.yaml:2:1: ";
        QTest::newRow("comma") << "," << "f.yaml:1:";
        QTest::newRow("empty") << "" << "f.yaml:1:1: no kind of file";
        QTest::newRow("newer") << "weftwork: 2\n" << "f.yaml:1:";
    }
    void refusals_name_file_and_place() {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        const Result<DocumentPtr> document = open_text(text.toStdString(), "f.yaml");
        QVERIFY(!document);
        QVERIFY2(QString::fromStdString(describe(document.error())).startsWith(wanted), describe(document.error()).c_str());
    }

    void drawing_changes_only_its_lines() {
        const DocumentPtr before = open(native_);
        QVERIFY(before);
        const Result<Flow> drawn = edit::rename_task(*before->flow, id_of(before, "train"), "learn");
        QVERIFY(drawn);
        const Result<Edited> edited = commit(before, *drawn);
        QVERIFY2(edited, edited ? "" : describe(edited.error()).c_str());
        std::string wanted = native_;
        wanted.replace(wanted.find("name: train"), 11, "name: learn");
        QCOMPARE(edited->document->text, wanted);
        QCOMPARE(id_of(edited->document, "learn"), id_of(before, "train"));
        QCOMPARE(yaml::apply(before->text, edited->edits), edited->document->text);
        QCOMPARE(yaml::apply(edited->document->text, yaml::inverse(edited->edits)), before->text);
    }

    void nothing_drawn_nothing_written() {
        for (const std::string& text : {native_, argo_}) {
            const DocumentPtr before = open(text);
            QVERIFY(before);
            const Result<Edited> edited = commit(before, *before->flow);
            QVERIFY(edited);
            QVERIFY(edited->edits.empty());
            QCOMPARE(edited->document->text, text);
        }
    }

    void typing_keeps_ids() {
        const DocumentPtr before = open(native_);
        QVERIFY(before);
        std::string typed = native_;
        typed.replace(typed.find("echo train"), 10, "python train.py");
        const Result<DocumentPtr> after = retype(before, typed);
        QVERIFY(after);
        QCOMPARE(id_of(*after, "train"), id_of(before, "train"));
        QVERIFY(!retype(before, "a: ["));
    }

    void set_field_data() {
        QTest::addColumn<bool>("argo");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("quotes stay") << false << "environment.image" << "python:3.13" << "'python:3.12-slim'" << "'python:3.13'";
        QTest::newRow("number stays a number") << false << "parameters.epochs" << "5" << "epochs: 3" << "epochs: 5";
        QTest::newRow("command") << false << "tasks.fetch.command" << "echo bye" << "command: echo hello" << "command: echo bye";
        QTest::newRow("env value") << false << "tasks.train.env.MODE" << "slow" << "{MODE: fast}" << "{MODE: slow}";
        QTest::newRow("text that looks like a number") << false << "tasks.train.env.MODE" << "3" << "{MODE: fast}" << "{MODE: '3'}";
        QTest::newRow("flow name") << false << "name" << "other" << "name: demo" << "name: other";
        QTest::newRow("rename") << false << "tasks.train.name" << "learn" << "name: train " << "name: learn ";
        QTest::newRow("argo image through a task") << true << "tasks.a.image" << "alpine:3.21" << "alpine:3.20" << "alpine:3.21";
        QTest::newRow("argo image of a template") << true << "definitions.say.image" << "alpine:3.21" << "alpine:3.20" << "alpine:3.21";
    }
    void set_field() {
        QFETCH(bool, argo);
        QFETCH(QString, path);
        QFETCH(QString, value);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const std::string text = argo ? argo_ : native_;
        const DocumentPtr before = open(text);
        QVERIFY(before);
        const Result<Edited> edited = weft::set_field(before, path.toStdString(), value.toStdString());
        QVERIFY2(edited, edited ? "" : describe(edited.error()).c_str());
        const QString wanted = QString::fromStdString(text).replace(from, to);
        QVERIFY2(QString::fromStdString(edited->document->text) == wanted, edited->document->text.c_str());
    }

    // A block that shrinks to one short line stands behind its key; where the file writes even one line as a block, and for a long line, it stays one.
    void a_block_set_to_one_line_data() {
        QTest::addColumn<QString>("block");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("wanted");
        const QString longer(70, 'x');
        QTest::newRow("several lines") << "|\n      echo one\n      echo two\n" << "echo three" << "echo three\n";
        QTest::newRow("a word that needs quotes") << "|-\n      echo one\n      echo two\n" << "true" << "\"true\"\n";
        QTest::newRow("one line") << "|-\n      echo one\n" << "echo two" << "|-\n      echo two\n";
        QTest::newRow("a long line") << "|\n      echo one\n      echo two\n" << longer << "|-\n      " + longer + "\n";
        QTest::newRow("looks like a comment") << "|\n      echo one\n      echo two\n" << "echo #1" << "\"echo #1\"\n";
        QTest::newRow("lines again") << "|\n      echo one\n      echo two\n" << "a\nb\n" << "|\n      a\n      b\n";
    }
    void a_block_set_to_one_line() {
        QFETCH(QString, block);
        QFETCH(QString, value);
        QFETCH(QString, wanted);
        const QString head = "weftwork: 1\nname: a\ntasks:\n  - name: t\n    command: ", tail = "  - name: u   # next\n    command: echo\n";
        const DocumentPtr before = open((head + block + tail).toStdString());
        QVERIFY(before);
        const Result<Edited> edited = weft::set_field(before, "tasks.t.command", value.toStdString());
        QVERIFY2(edited, edited ? "" : describe(edited.error()).c_str());
        QCOMPARE(QString::fromStdString(edited->document->text), head + wanted + tail);
    }

    void a_field_that_does_not_stand_there_yet_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        for (const auto& [path, value] : std::initializer_list<std::pair<const char*, const char*>>{{"tasks.fetch.image", "alpine:3.20"}, {"tasks.fetch.env.HOME", "/tmp"}, {"tasks.fetch.cpu", "500m"},
                                                                                                   {"tasks.train.when", "{{params.epochs}} > 1"}, {"tasks.fetch.retry.limit", "2"}, {"tasks.fetch.timeout", "2m"},
                                                                                                   {"environment.memory", "1Gi"}, {"parameters.rate", "0.1"}, {"description", "a flow"}})
            QTest::newRow(path) << QString(path) << QString(value);
    }
    void a_field_that_does_not_stand_there_yet() {
        QFETCH(QString, path);
        QFETCH(QString, value);
        const DocumentPtr before = open(native_);
        QVERIFY(before);
        const Result<Edited> edited = weft::set_field(before, path.toStdString(), value.toStdString());
        QVERIFY2(edited, edited ? "" : describe(edited.error()).c_str());
        QStringList kept;
        const QStringList after = QString::fromStdString(edited->document->text).split('\n');
        for (const QString& line : QString::fromStdString(native_).split('\n')) QVERIFY2(after.contains(line), qPrintable(line + " is gone from\n" + after.join('\n')));
        QVERIFY(edited->document->text.find(value.toStdString()) != std::string::npos);
        // a second time it stands there and is replaced in place
        const Result<Edited> again = weft::set_field(edited->document, path.toStdString(), value.toStdString());
        QVERIFY(again);
        QCOMPARE(again->document->text, edited->document->text);
    }

    void one_use_of_a_shared_template() {
        const DocumentPtr before = open(argo_);
        QVERIFY(before);
        const Result<Edited> edited = weft::set_field(before, "tasks.b.image", "alpine:3.21", true);
        QVERIFY2(edited, edited ? "" : describe(edited.error()).c_str());
        const Flow& flow = *edited->document->flow;
        QCOMPARE(definition_of(flow, *find_task(flow.main, "a"))->environment.image.value_or(""), std::string("alpine:3.20"));
        QCOMPARE(definition_of(flow, *find_task(flow.main, "b"))->environment.image.value_or(""), std::string("alpine:3.21"));
        QVERIFY(edited->document->text.find("alpine:3.20   # small") != std::string::npos);
    }

    void unknown_fields_are_refused_with_a_list() {
        const DocumentPtr before = open(native_);
        QVERIFY(before);
        for (const char* path : {"tasks.fetch.colour", "tasks.nobody.image", "colour"}) {
            const Result<Edited> edited = weft::set_field(before, path, "x");
            QVERIFY2(!edited, path);
            QCOMPARE(edited.error().where.file, std::string("case.yaml"));
        }
    }
};

QTEST_GUILESS_MAIN(tst_document)
#include "tst_document.moc"
