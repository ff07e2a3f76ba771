// What fixes write, by the byte, for those whose text matters.
#include "core/lint/shell_variables.h"
#include "tests/core/lint/lint_case.h"

using namespace weft;
using namespace weft::test;

class tst_fixes : public QObject {
    Q_OBJECT

    static std::string fixed(const std::string& text, const std::string& rule, std::size_t which = 0) {
        const Result<DocumentPtr> document = open_text(text, "case.yaml");
        if (!document) return describe(document.error());
        for (const lint::Finding& finding : lint_document(**document, options_of(text))) {
            if (finding.rule != rule || finding.fixes.size() <= which) continue;
            const Result<Edited> edited = apply_fix(*document, finding.fixes[which]);
            return edited ? edited->document->text : describe(edited.error());
        }
        return "no fix";
    }

  private slots:
    void texts_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const QString head = "# top\nweftwork: 1\nname: demo\nenvironment: {image: 'alpine:3.20'}   # small\ntasks:\n  - name: a\n    command: echo a\n";
        QTest::newRow("the variable that the task reads") << "env/dynamic-out" << head + "  - name: b\n    command: echo \"${GREETING:?is missing}\" $A\n    params: {A: x}\n    environment:\n      env:\n        dynamic.out(greet): hi   # why\n"
                                                          << "dynamic.out(greet): hi" << "GREETING: hi";
        QTest::newRow("no variable is missing") << "env/dynamic-out" << head + "  - name: b\n    command: env\n    environment:\n      env:\n        dynamic.out(greet): hi\n" << "dynamic.out(greet)" << "dynamic_out_greet";
        QTest::newRow("two are missing") << "env/dynamic-out" << head + "  - name: b\n    command: echo $X $Y\n    environment:\n      env:\n        dynamic.out(greet): hi\n" << "dynamic.out(greet)"
                                         << "dynamic_out_greet";
        QTest::newRow("typing mistake in a name") << "graph/dep-undefined" << head + "  - name: b\n    needs: [aa]  # first\n    command: echo b\n" << "[aa]" << "[a]";
        QTest::newRow("quantity") << "limits/quantity" << head + "  - name: b\n    command: echo b\n    environment: {memory: 512mb}\n" << "512mb" << "512Mi";
        QTest::newRow("unknown field") << "yaml/unknown-field" << head + "  - name: b\n    comand: echo b  # say b\n" << "comand:" << "command:";
        QTest::newRow("keep the first") << "yaml/duplicate-key" << head + "  - name: b\n    command: echo b  # one\n    command: echo c  # two\n" << "\n    command: echo c  # two" << "";
    }
    void texts() {
        QFETCH(QString, rule);
        QFETCH(QString, text);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const QString wanted = QString(text).replace(from, to);
        const std::string got = fixed(text.toStdString(), rule.toStdString());
        QVERIFY2(QString::fromStdString(got) == wanted, got.c_str());
    }

    void variables_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char* text, const char* wanted) { QTest::newRow(text) << QString(text) << QString(wanted); };
        row("echo $A ${B} ${C:-x}", "A B C");
        row("A=1; echo $A $B", "B");
        row("for f in *; do echo $f; done", "");
        row("read LINE; echo $LINE", "");
        row("echo \\$A '$B' $1 $? $$ $(date)", "B");
        row("echo $PATH $WEFT_OUTPUTS $LC_ALL", "");
        row("test \"$A\" = 1", "A");
        row("", "");
        row("$", "");
    }
    void variables() {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        QStringList names;
        for (const std::string& name : lint::variables_read(text.toStdString())) names << QString::fromStdString(name);
        QCOMPARE(names.join(' '), wanted);
    }
};

QTEST_GUILESS_MAIN(tst_fixes)
#include "tst_fixes.moc"
