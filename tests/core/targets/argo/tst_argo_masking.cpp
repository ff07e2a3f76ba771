// What Argo reports for a DAG: the truth table of argo.md 3.4, row by row, and the single failures that are masked.
#include <QtTest>

#include "core/targets/argo/argo.h"
#include "core/targets/argo/masking.h"
#include "core/yaml/reader.h"

using namespace weft;
using argo::Phase;

namespace {

// "a; b: a; c: a.Failed" -> a body; "!" behind a name is continueOn.failed, "?" continueOn.error
Body body_of_text(const QString& text) {
    QStringList tasks;
    for (const QString& part : text.split(';', Qt::SkipEmptyParts)) {
        const qsizetype colon = part.indexOf(':');
        QString name = part.left(colon < 0 ? part.size() : colon).trimmed();
        const QString tolerance = name.endsWith('!') ? ", continueOn: {failed: true}" : name.endsWith('?') ? ", continueOn: {error: true}" : "";
        const QString depends = colon < 0 ? QString() : ", depends: \"" + part.mid(colon + 1).trimmed() + "\"";
        tasks << "{name: " + name.remove('!').remove('?') + ", template: x" + tolerance + depends + "}";
    }
    const QString file = "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: a}\nspec: {entrypoint: m, templates: [{name: m, dag: {tasks: [" + tasks.join(", ") +
                         "]}}, {name: x, container: {image: a}}]}\n";
    const Result<yaml::Stream> stream = yaml::read(file.toStdString());
    if (!stream) qFatal("%s", describe(stream.error()).c_str());
    return argo_format().read(*stream, 0)->flow.main;
}

Phase phase_of(QChar c) {
    switch (c.unicode()) {
        case 'F': return Phase::failed;
        case 'E': return Phase::errored;
        case 'S': return Phase::skipped;
        case 'O': return Phase::omitted;
        case '-': return Phase::pending;
        default: return Phase::succeeded;
    }
}

QString letters(const std::vector<Phase>& phases) {
    QString out;
    for (const Phase phase : phases)
        out += phase == Phase::failed ? 'F' : phase == Phase::errored ? 'E' : phase == Phase::skipped ? 'S' : phase == Phase::omitted ? 'O' : phase == Phase::pending ? '-' : '.';
    return out;
}

}  // namespace

class TestArgoMasking : public QObject {
    Q_OBJECT
  private slots:
    void table_data() {
        QTest::addColumn<QString>("dag");      // as body_of_text reads it
        QTest::addColumn<QString>("wanted");   // what each task ends with if it runs: . ok, F failed, E error, S skipped
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("tasks");    // what became of each; O omitted, - never started
        QTest::addColumn<QString>("word");     // Argo's word for the DAG
        const auto row = [](const char* name, const char* dag, const char* wanted, const char* target, const char* tasks, const char* word) {
            QTest::newRow(name) << dag << wanted << target << tasks << word;
        };
        row("A fails, B needs it", "A; B: A", "F.", "", "FO", "F");
        row("sibling exit task (#12530)", "work; exit: work.Succeeded || work.Failed || work.Errored", "F.", "", "F.", ".");
        row("the same with target work exit", "work; exit: work.Succeeded || work.Failed || work.Errored", "F.", "work exit", "F.", "F");
        row("the same with target work", "work; exit: work.Succeeded || work.Failed || work.Errored", "F.", "work", "F-", "F");
        row("t2 on success, t3 on failure (#13967)", "t1; t2: t1.Succeeded; t3: t1.Failed", "F..", "", "FO.", "F");
        row("continueOn of the leaf forgives (#13498)", "T1; T2!: T1", "F.", "", "FO", ".");
        row("leaf with continueOn.failed fails", "A!", "F", "", "F", ".");
        row("A with continueOn.failed, B after it", "A!; B: A", "F.", "", "F.", ".");
        row("A in error, continueOn.failed only", "A!; B: A", "E.", "", "EO", "E");
        row("A skipped, B after it", "A; B: A", "S.", "", "S.", ".");
        row("A skipped, B on its success", "A; B: A.Succeeded", "S.", "", "SO", ".");
        row("C runs because B was omitted", "A; B: A.Succeeded; C: B.Omitted", "F..", "", "FO.", ".");
        row("diamond, B fails, D needs both", "A; B: A; C: A; D: B && C", ".F..", "", ".F.O", "F");
        row("diamond, D takes B's failure", "A; B: A; C: A; D: (B.Succeeded || B.Failed) && C", ".F..", "", ".F..", ".");
        row("a leaf's hook does not count", "A", ".", "", ".", ".");
        row("all well", "A; B: A", "..", "", "..", ".");
        row("error beats failure", "A; B", "FE", "", "FE", "E");
    }
    void table() {
        QFETCH(QString, dag);
        QFETCH(QString, wanted);
        QFETCH(QString, target);
        QFETCH(QString, tasks);
        QFETCH(QString, word);
        std::vector<Phase> phases;
        for (const QChar c : wanted) phases.push_back(phase_of(c));
        const argo::DagAssessment seen = argo::assess_dag(body_of_text(dag), phases, target.toStdString());
        QCOMPARE(letters(seen.tasks), tasks);
        QCOMPARE(letters({seen.dag}), word);
    }

    void masked_data() {
        QTest::addColumn<QString>("dag");
        QTest::addColumn<QString>("masked");   // "failing<absorbers", blanks between
        QTest::addColumn<QString>("target");   // the one that tells the truth
        const auto row = [](const char* name, const char* dag, const char* masked, const char* target) { QTest::newRow(name) << dag << masked << target; };
        row("sibling exit task", "work; exit: work.Succeeded || work.Failed || work.Errored", "work<exit", "work exit");
        row("only on failure, nothing on success", "work; cry: work.Failed", "work<cry", "work cry");
        row("on failure, and something on success", "work; cry: work.Failed; next: work", "", "");
        row("plain chain", "a; b: a; c: b", "", "");
        row("tolerated on purpose", "a!; b: a", "", "");
        row("the leaf's continueOn forgives what was before it", "a; b!: a", "a<", "a b");
        row("after an omitted one", "a; b: a.Succeeded; c: b.Omitted", "a<c", "a c");
        row("diamond that takes one failure", "a; b: a; c: a; d: (b.Succeeded || b.Failed) && c", "b<d", "b d");
        row("two works, one exit task that takes all", "a; b; exit: (a.Succeeded || a.Failed) && (b.Succeeded || b.Failed)", "a<exit b<exit", "a b exit");
        row("an exit task that takes one of two", "a; b; exit: (a.Succeeded || a.Failed) && b", "a<exit", "a exit");
    }
    void masked() {
        QFETCH(QString, dag);
        QFETCH(QString, masked);
        QFETCH(QString, target);
        const Body body = body_of_text(dag);
        QStringList seen;
        for (const argo::Masked& one : argo::masked_failures(body)) {
            QStringList by;
            for (const Task* absorber : one.absorbers) by << QString::fromStdString(absorber->name);
            seen << QString::fromStdString(one.failing->name) + "<" + by.join(',');
        }
        QCOMPARE(seen.join(' '), masked);
        QCOMPARE(QString::fromStdString(argo::honest_target(body)), target);
        if (!target.isEmpty()) QVERIFY(argo::masked_failures(body, target.toStdString()).empty());
    }
};

QTEST_GUILESS_MAIN(TestArgoMasking)
#include "tst_argo_masking.moc"
