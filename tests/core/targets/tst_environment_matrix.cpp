// The matrix of the Metaflow kind of mistake, and "apply to all" that mends it.
#include <QtTest>

#include "core/targets/document.h"
#include "core/targets/environment_matrix.h"

using namespace weft;

namespace {

DocumentPtr open_case(const char* name) {
    const Result<DocumentPtr> document = open_file(std::string(WEFT_TEST_DATA "/environment/") + name);
    if (!document) qFatal("%s", describe(document.error()).c_str());
    return *document;
}

QStringList column(const EnvironmentMatrix& matrix, const std::string& field) {
    const auto at = std::size_t(std::find(matrix.columns.begin(), matrix.columns.end(), field) - matrix.columns.begin());
    QStringList out;
    for (const MatrixRow& row : matrix.rows) {
        QStringList values;
        for (const Effective& value : row.cells[at].values) values << QString::fromStdString(value.value);
        out << QString::fromStdString(row.name) + u'=' + values.join(u'+');
    }
    return out;
}

bool uneven(const EnvironmentMatrix& matrix, const std::string& field) { return matrix.uneven[std::size_t(std::find(matrix.columns.begin(), matrix.columns.end(), field) - matrix.columns.begin())]; }

TaskId id(const Flow& flow, const char* path) { return at_path(flow, path)->id; }

}  // namespace

class TestEnvironmentMatrix : public QObject {
    Q_OBJECT
  private slots:
    void rows_and_columns() {
        const EnvironmentMatrix matrix = environment_matrix(*open_case("uneven.weft.yaml")->flow);
        QCOMPARE(column(matrix, "image").join(u' '), QStringLiteral("start= train=pytorch:2.3 block / inner=alpine:3.20 end= tell="));
        QCOMPARE(column(matrix, "memory").join(u' '), QStringLiteral("start=1Gi train=8Gi block / inner=1Gi end=1Gi tell=1Gi"));
        QCOMPARE(column(matrix, "env").join(u' '), QStringLiteral("start=C train=C+1 block / inner=C end=C tell=C"));
        QCOMPARE(column(matrix, "secrets").join(u' '), QStringLiteral("start= train={secret: hub.token} block / inner= end= tell="));
        QCOMPARE(column(matrix, "volumes").join(u' '), QStringLiteral("start= train=claim shared at /data, read only block / inner= end= tell="));
        QVERIFY(uneven(matrix, "image"));
        QVERIFY(!uneven(matrix, "memory"));
        QVERIFY(!uneven(matrix, "gpu"));
        QVERIFY(matrix.rows.back().handler);
    }

    void a_default_image_is_the_engines() {
        const EnvironmentMatrix matrix = environment_matrix(*open_case("uneven.weft.yaml")->flow, nullptr, {"", "busybox:1.36"});
        QCOMPARE(column(matrix, "image").first(), QStringLiteral("start=busybox:1.36"));
        QCOMPARE(int(matrix.rows[0].cells[0].values[0].origin), int(Origin::engine));
        QVERIFY(!uneven(matrix, "image"));
    }

    void apply_to_all_data() {
        QTest::addColumn<bool>("at_flow");
        QTest::newRow("at the flow") << true;
        QTest::newRow("on every task") << false;
    }
    // One step, first and last and exit handlers included; the text holds it and nothing else of the environment moves.
    void apply_to_all() {
        QFETCH(bool, at_flow);
        const DocumentPtr before = open_case("uneven.weft.yaml");
        const Result<Flow> wanted = weft::apply_to_all(*before->flow, "image", id(*before->flow, "train"), at_flow);
        QVERIFY(wanted);
        const Result<Edited> edited = commit(before, *wanted);
        QVERIFY2(edited, edited ? "" : describe(edited.error()).c_str());
        const Result<DocumentPtr> again = open_text(edited->document->text);
        QVERIFY(again);
        const EnvironmentMatrix was = environment_matrix(*before->flow), is = environment_matrix(*(*again)->flow);
        for (const QString& cell : column(is, "image")) QVERIFY2(cell.endsWith(QStringLiteral("=pytorch:2.3")), qPrintable(cell));
        for (const std::string& field : matrix_columns())
            if (field != "image") QCOMPARE(column(is, field), column(was, field));
        QCOMPARE((*again)->text.find("pytorch:2.3") != std::string::npos, true);
        QCOMPARE(yaml::apply(edited->document->text, yaml::inverse(edited->edits)), before->text);
    }

    void lists_too() {
        const DocumentPtr before = open_case("uneven.weft.yaml");
        for (const char* field : {"secrets", "volumes", "env", "memory"}) {
            const Result<Flow> wanted = weft::apply_to_all(*before->flow, field, id(*before->flow, "train"), true);
            QVERIFY(wanted);
            const EnvironmentMatrix matrix = environment_matrix(*wanted);
            const QStringList cells = column(matrix, field);
            for (const QString& cell : cells) QCOMPARE(cell.section(u'=', 1), cells[1].section(u'=', 1));
            const Result<Edited> edited = commit(before, *wanted);
            QVERIFY2(edited, edited ? "" : describe(edited.error()).c_str());
        }
    }

    void no_such_task() { QVERIFY(!weft::apply_to_all(*open_case("uneven.weft.yaml")->flow, "image", 4711, true)); }
};

QTEST_GUILESS_MAIN(TestEnvironmentMatrix)
#include "tst_environment_matrix.moc"
