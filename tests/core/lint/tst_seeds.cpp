// The five failures that Weftwork grew from: each file gives the rule that answers it, at the right line.
#include "tests/core/lint/lint_case.h"

using namespace weft;
using namespace weft::test;

class tst_seeds : public QObject {
    Q_OBJECT

  private slots:
    void seeds_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("line");
        QTest::newRow("F1 dynamic env") << "dolphinscheduler-dynamic-env.argo.yaml" << "env/dynamic-out" << 21;
        QTest::newRow("F1 collision") << "dolphinscheduler-dynamic-env.argo.yaml" << "env/collision-after-sanitise" << 22;
        QTest::newRow("F1 leak") << "dolphinscheduler-k8s-then-dynamic.3.2.json" << "env/dynamic-out" << 8;
        QTest::newRow("F2 Argo") << "flyte-no-image.argo.yaml" << "image/missing" << 9;
        QTest::newRow("F2 Flyte") << "flyte-no-image.task.json" << "image/missing" << 5;
        QTest::newRow("F3 masked") << "kfp-masked-failure.argo.yaml" << "exit/status-masked" << 13;
        QTest::newRow("F3 exitHandler field") << "kfp-exithandler-field.argo.yaml" << "yaml/unknown-field" << 16;
        QTest::newRow("F4 first flow") << "volcano-two-flows-one-template.yaml" << "graph/template-shared" << 26;
        QTest::newRow("F4 second flow") << "volcano-two-flows-one-template.yaml" << "graph/template-shared" << 33;
        QTest::newRow("F5") << "metaflow-undecorated-end.workflowtemplate.json" << "env/inconsistent" << 866;
    }
    void seeds() {
        QFETCH(QString, file);
        QFETCH(QString, rule);
        QFETCH(int, line);
        const QString path = QString(WEFT_SHARED) + "/corpus/seeds/" + file;
        if (!QFile::exists(path)) QSKIP("no corpus beside the sources");
        const std::vector<lint::Finding> findings = lint_text(read_text(path), file.toStdString()).findings;
        const bool found = std::any_of(findings.begin(), findings.end(), [&](const lint::Finding& one) { return one.rule == rule.toStdString() && one.where.line == line; });
        QVERIFY2(found, qPrintable(lines_of(findings)));
    }
};

QTEST_GUILESS_MAIN(tst_seeds)
#include "tst_seeds.moc"
