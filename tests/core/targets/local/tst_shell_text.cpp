// A value pasted into a shell script never becomes code: checked by asking real shells.
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/targets/local/shell_text.h"

using namespace weft::local;

class TestShellText : public QObject {
    Q_OBJECT

    static bool allowed(const std::string& script, const std::string& value) {
        const std::size_t at = script.find("{{");
        return why_not_paste(quoting_at(script, {at}).front(), "{{x}}", value).empty();
    }

  private slots:
    void contexts_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("ok");
        QTest::newRow("bare word") << "echo {{x}}" << "hello" << true;
        QTest::newRow("bare words") << "echo {{x}}" << "hello world" << true;
        QTest::newRow("bare, semicolon") << "echo {{x}}" << "a; touch b" << false;
        QTest::newRow("bare, newline") << "echo {{x}}" << "a\ntouch b" << false;
        QTest::newRow("bare, glob") << "echo {{x}}" << "*" << false;
        QTest::newRow("bare, assignment") << "{{x}} ls" << "LD_PRELOAD=/x" << false;
        QTest::newRow("single, everything") << "echo '{{x}}'" << "$(touch a); `b` \"c\"" << true;
        QTest::newRow("single, quote") << "echo '{{x}}'" << "a'; touch b; '" << false;
        QTest::newRow("double, text") << "echo \"{{x}}\"" << "a; b 'c' | d\n&" << true;
        QTest::newRow("double, dollar") << "echo \"{{x}}\"" << "$(touch a)" << false;
        QTest::newRow("double, backtick") << "echo \"{{x}}\"" << "`touch a`" << false;
        QTest::newRow("double, backslash") << "echo \"{{x}}\"" << "a\\" << false;
        QTest::newRow("after a comment's apostrophe") << "# don't\necho {{x}}" << "a; touch b" << false;
        QTest::newRow("comment's apostrophe does not open a quote") << "# don't\necho '{{x}}'" << "a; touch b" << true;
        QTest::newRow("in a comment, newline") << "# {{x}}" << "a\ntouch b" << false;
        QTest::newRow("here-document") << "cat <<EOF\nit's {{x}}\nEOF" << "$(touch a)" << false;
        QTest::newRow("nested in double quotes") << "echo \"$(echo '{{x}}')\"" << "'; touch a; '" << false;
        QTest::newRow("nested in double quotes, quote free") << "echo \"$(echo '{{x}}')\"" << ";a" << false;
        QTest::newRow("eval") << "eval 'echo {{x}}'" << "$(touch a)" << false;
        QTest::newRow("inner shell") << "sh -c 'echo {{x}}'" << "$(touch a)" << false;
        QTest::newRow("plain in inner shell") << "sh -c 'echo {{x}}'" << "abc" << true;
        QTest::newRow("escaped quote") << "echo \\'{{x}}" << "a; b" << false;
        QTest::newRow("dollar name before") << "echo ${HOME} $1 '{{x}}'" << "a; b" << true;
        QTest::newRow("ansi-c quote") << "echo $'{{x}}'" << "\\'; touch a" << false;
    }
    void contexts() {
        QFETCH(QString, script);
        QFETCH(QString, value);
        QFETCH(bool, ok);
        QCOMPARE(allowed(script.toStdString(), value.toStdString()), ok);
    }

    // Whatever is allowed may not create the canary, in any of the shells that are here.
    void allowed_values_never_run() {
        QTemporaryDir dir;
        const QStringList scripts = {"echo {{x}}", "echo '{{x}}'", "echo \"{{x}}\"", "# {{x}}", "cat <<E\n{{x}}\nE", "echo \"a'{{x}}'\"", "echo 'a\"{{x}}\"'", "echo a\\\"{{x}}",
                                     "X=\"$(echo '{{x}}')\"", "echo `echo '{{x}}'`", "case a in a) echo \"{{x}}\";; esac", "echo $(( 1 )) \"{{x}}\"", "echo ${X:-'{{x}}'}",
                                     "f() { echo '{{x}}'; }; f", "echo \"${X:-\"{{x}}\"}\"", "# it's\necho \"{{x}}\"", "echo $'a{{x}}'", "sh -c \"echo '{{x}}'\""};
        const QStringList payloads = {";touch canary", "$(touch canary)", "`touch canary`", "';touch canary;'", "\";touch canary;\"", "\ntouch canary\n", "|touch canary", "&touch canary",
                                      "a'$(touch canary)'", "\\\";touch canary;\\\"", "')\ntouch canary\n('", "\nE\ntouch canary\n", "}; touch canary; {", "${X:-$(touch canary)}", "\\';touch canary;#"};
        for (const QString& script : scripts)
            for (const QString& payload : payloads) {
                if (!allowed(script.toStdString(), payload.toStdString())) continue;
                for (const char* shell : {"sh", "bash"}) {
                    QProcess process;
                    process.setWorkingDirectory(dir.path());
                    QString text = script;
                    process.start(shell, {"-c", text.replace("{{x}}", payload)});
                    process.waitForFinished();
                    QVERIFY2(!QFile::exists(dir.filePath("canary")), qPrintable(script + "   <-   " + payload));
                }
            }
    }

    void script_argument_of_a_shell() {
        QCOMPARE(script_argument({"sh", "-c", "echo"}), 2);
        QCOMPARE(script_argument({"/bin/bash", "-euo", "pipefail", "-c", "echo"}), 4);
        QCOMPARE(script_argument({"sh", "-ec", "echo", "a"}), 2);
        QCOMPARE(script_argument({"env", "sh", "-c", "echo"}), 3);
        QCOMPARE(script_argument({"python3", "-c", "print()"}), -1);
        QCOMPARE(script_argument({"sh", "file.sh"}), -1);
    }
};

QTEST_GUILESS_MAIN(TestShellText)
#include "tst_shell_text.moc"
