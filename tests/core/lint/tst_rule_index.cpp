// resources/help/rules.md names every rule of the catalogue once, with its severity and its sentence.
#include <QFile>
#include <QtTest>

#include "core/targets/target.h"

using namespace weft;

class tst_rule_index : public QObject {
    Q_OBJECT
  private slots:
    void every_rule_stands_in_the_list() {
        QFile file(QStringLiteral(WEFT_SOURCE "/resources/help/rules.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString page = QString::fromUtf8(file.readAll());
        int rules = 0;
        for (const lint::Rule* rule : all_rules()) {
            const QString id = rule->id;
            const QString row = QStringLiteral("| [%1](rules/%2.md) | %3 | %4 |").arg(id, QString(id).replace('/', '-'), lint::severity_name(rule->severity), rule->summary);
            QVERIFY2(page.count(row) == 1, qPrintable("missing in resources/help/rules.md: " + row));
            ++rules;
        }
        QCOMPARE(page.count("](rules/"), rules);
    }
};

QTEST_GUILESS_MAIN(tst_rule_index)
#include "tst_rule_index.moc"
