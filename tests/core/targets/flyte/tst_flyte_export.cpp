// Goldens: a native flow as the file that Flyte takes, or the reasons why not. WEFT_BLESS=1 writes them.
#include <QtTest>

#include "core/targets/document.h"
#include "core/targets/portability.h"
#include "tests/core/targets/flyte/document.h"

using namespace weft;

class TestFlyteExport : public QObject {
    Q_OBJECT
  private slots:
    void goldens_data() {
        QTest::addColumn<QString>("folder");
        const std::filesystem::path root = std::filesystem::path(WEFT_TEST_DATA) / "flyte/export";
        for (const auto& entry : std::filesystem::directory_iterator(root)) QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
    }
    void goldens() {
        QFETCH(QString, folder);
        const std::filesystem::path at = folder.toStdString();
        const Result<DocumentPtr> document = open_text(flyte_test::slurp(at / "flow.weft.yaml"), "flow.weft.yaml");
        QVERIFY2(document.has_value(), document ? "" : describe(document.error()).c_str());
        ExportOptions options;
        options.default_image = QString::fromStdString(flyte_test::slurp(at / "default-image.txt")).trimmed().toStdString();
        const Result<Exported> made = export_to(*(*document)->flow, flyte_target(), options);
        const std::string text = made ? made->files.front().text : english(made.error().message) + "\n";
        const std::filesystem::path golden = at / (made ? "expected.yaml" : "refused.txt");
        if (qEnvironmentVariableIsSet("WEFT_BLESS")) {
            std::filesystem::remove(at / (made ? "refused.txt" : "expected.yaml"));
            std::ofstream(golden, std::ios::binary) << text;
        }
        QCOMPARE(QString::fromStdString(text), QString::fromStdString(flyte_test::slurp(golden)));
        if (!made) return;
        const Result<flyte_test::Doc> again = flyte_test::open(text);   // what was written is read without a complaint
        QVERIFY(again.has_value());
        for (const yaml::Issue& issue : again->issues) qWarning("line %d: %s", issue.line, english(issue.what).c_str());
        QVERIFY(again->issues.empty());
    }
};

QTEST_GUILESS_MAIN(TestFlyteExport)
#include "tst_flyte_export.moc"
