// The examples of the help pages are executed: the bad one fires exactly its rule, the good one is clean.
#include "core/targets/target.h"
#include "tests/core/lint/lint_case.h"

using namespace weft;
using namespace weft::test;

class tst_pages : public QObject {
    Q_OBJECT

    static std::string block(const QString& page, const QString& heading) {
        const QString behind = page.section("\n## " + heading + "\n", 1, 1);
        return behind.section("```yaml\n", 1, 1).section("```", 0, 0).toStdString();
    }

  private slots:
    void examples_data() {
        QTest::addColumn<QString>("rule");
        for (const lint::Rule* rule : all_rules()) QTest::newRow(rule->id) << QString(rule->id);
    }
    void examples() {
        QFETCH(QString, rule);
        const QString page = QString::fromStdString(read_text(QString(WEFT_SOURCE) + "/resources/help/rules/" + folder_of(rule.toStdString()) + ".md"));
        QVERIFY2(page.startsWith("# " + rule + "\n"), "the page begins with the rule's id");
        for (const char* heading : {"What it finds", "Why it matters", "Fix", "Source"}) QVERIFY2(page.contains(QString("\n## ") + heading + '\n'), heading);
        const std::string bad = block(page, "Bad"), good = block(page, "Good");
        QVERIFY(!bad.empty() && !good.empty());
        const std::vector<lint::Finding> findings = findings_of(bad);
        QVERIFY2(!findings.empty(), "the bad example is silent");
        for (const lint::Finding& finding : findings) QVERIFY2(finding.rule == rule.toStdString(), qPrintable(lines_of(findings)));
        QVERIFY2(findings_of(good).empty(), qPrintable(lines_of(findings_of(good))));
    }
};

QTEST_GUILESS_MAIN(tst_pages)
#include "tst_pages.moc"
