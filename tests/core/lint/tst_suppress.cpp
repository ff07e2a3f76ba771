// Comments that hide findings: this line or the next, a range, the file; only the rules that they name.
#include "core/lint/suppress.h"
#include "core/yaml/reader.h"
#include "tests/core/lint/lint_case.h"

using namespace weft;
using namespace weft::test;

class tst_suppress : public QObject {
    Q_OBJECT

    static std::string flow(const char* before, const char* behind) {
        return std::string("weftwork: 1\nname: demo\ntasks:\n  - name: fetch\n    command: echo\n    environment:\n") + before + "      image: alpine" + behind + "\n";
    }

  private slots:
    void comments_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hidden");
        const auto row = [](const char* name, const std::string& text, bool hidden) { QTest::newRow(name) << QString::fromStdString(text) << hidden; };
        row("none", flow("", ""), false);
        row("same line", flow("", "  # weftwork-ignore image/untagged -- pinned by the cluster"), true);
        row("line above", flow("      # weftwork-ignore image/untagged -- pinned by the cluster\n", ""), true);
        row("two lines above", flow("      # weftwork-ignore image/untagged\n      # more\n", ""), false);
        row("other rule", flow("", "  # weftwork-ignore image/latest"), false);
        row("several rules", flow("", "  # weftwork-ignore image/latest, image/untagged -- why"), true);
        row("all rules", flow("", "  # weftwork-ignore"), true);
        row("range", "# weftwork-ignore-begin image/untagged\n" + flow("", "") + "# weftwork-ignore-end\n", true);
        row("range ended before", "# weftwork-ignore-begin image/untagged\n# weftwork-ignore-end\n" + flow("", ""), false);
        row("open range", "# weftwork-ignore-begin image/untagged\n" + flow("", ""), true);
        row("file", flow("", "") + "# weftwork-ignore-file image/untagged -- old file\n", true);
        row("not a comment", flow("", "\n      env: {NOTE: \"# weftwork-ignore image/untagged\"}"), false);
        row("another word", flow("", "  # weftwork-ignored image/untagged"), false);
    }
    void comments() {
        QFETCH(QString, text);
        QFETCH(bool, hidden);
        const std::vector<lint::Finding> findings = findings_of(text.toStdString());
        QVERIFY2(fires(findings, "image/untagged") == !hidden, qPrintable(lines_of(findings)));
    }

    void reasons_are_kept() {
        const std::string text = "# weftwork-ignore image/untagged -- pinned by the cluster\na: 1\n";
        const Result<yaml::Stream> stream = yaml::read_yaml(text);
        QVERIFY(stream);
        const std::vector<lint::Suppression> all = lint::suppressions(*stream, text);
        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all[0].reason, std::string("pinned by the cluster"));
        QCOMPARE(all[0].first, 1);
        QCOMPARE(all[0].last, 2);
    }
};

QTEST_GUILESS_MAIN(tst_suppress)
#include "tst_suppress.moc"
