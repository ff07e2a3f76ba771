// Files that run on real engines: no finding of level error, but for the list in tests/data/lint/reviewed.txt ("file rule line: reason").
#include <QDirIterator>
#include <set>

#include "tests/core/lint/lint_case.h"

using namespace weft;
using namespace weft::test;

class tst_false_positives : public QObject {
    Q_OBJECT

    std::set<QString> reviewed_;

  private slots:
    void initTestCase() {
        for (const QString& line : QString::fromStdString(read_text(QString(WEFT_TEST_DATA) + "/lint/reviewed.txt")).split('\n')) {
            if (line.isEmpty() || line.startsWith('#')) continue;
            QVERIFY2(line.section(": ", 1).size() > 10, qPrintable("a reviewed finding needs its reason: " + line));
            reviewed_.insert(line.section(": ", 0, 0));
        }
    }

    void examples_data() {
        QTest::addColumn<QString>("path");
        const QString root = QString(WEFT_SHARED) + "/corpus/argo/examples";
        QDirIterator walk(root, {"*.yaml"}, QDir::Files, QDirIterator::Subdirectories);
        QStringList all;
        while (walk.hasNext()) all << walk.next();
        all.sort();
        for (const QString& path : all) QTest::newRow(qPrintable(QDir(root).relativeFilePath(path))) << path;
        if (all.isEmpty()) QTest::newRow("none") << QString();
    }
    void examples() {
        QFETCH(QString, path);
        if (path.isEmpty()) QSKIP("no corpus beside the sources");
        const std::string text = read_text(path);
        const FileLint lint = lint_text(text, path.toStdString());
        if (lint.unreadable) QSKIP("no workflow in this file");
        QString wrong;
        for (const lint::Finding& finding : lint.findings) {
            if (finding.severity != lint::Severity::error) continue;
            const QString key = QString("%1 %2 %3").arg(QTest::currentDataTag(), QString::fromStdString(finding.rule)).arg(finding.where.line);
            if (!reviewed_.count(key)) wrong += line_of(finding) + '\n';
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
};

QTEST_GUILESS_MAIN(tst_false_positives)
#include "tst_false_positives.moc"
