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

    // The seed (#6157): no image and no default is told while drawing, in the list of images and by the export; a default arrives as the literal in the file.
    void noImageIsToldEverywhere() {
        const QString weft = QStringLiteral(WEFT_BIN "/weft");
        if (!QFile::exists(weft)) QSKIP("the program is not built");
        QTemporaryDir folder;
        const QString made = folder.filePath("made.yaml"), source = QStringLiteral(WEFT_TEST_DATA "/flyte/export/no-image/flow.weft.yaml");
        QString said;
        const auto run = [&](const QStringList& arguments) {
            QProcess process;
            process.setProcessChannelMode(QProcess::MergedChannels);
            process.start(weft, arguments);
            const bool ended = process.waitForFinished(60'000);
            said = QString::fromUtf8(process.readAll());
            return ended ? process.exitCode() : -1;
        };
        QCOMPARE(run({"lint", "--target", "flyte", source}), 1);
        QVERIFY2(said.contains("error") && said.contains("image/missing"), qPrintable(said));
        QCOMPARE(run({"images", "--target", "flyte", source}), 1);
        QVERIFY2(said.contains("no image"), qPrintable(said));
        QCOMPARE(run({"export", "--target", "flyte", source, "-o", made}), 1);
        QVERIFY(!QFile::exists(made));
        QCOMPARE(run({"export", "--force", "--target", "flyte", source, "-o", made}), 1);   // no gesture makes an empty one
        QVERIFY2(said.contains("Flyte has no default image"), qPrintable(said));
        QCOMPARE(run({"images", "--target", "flyte", "--default-image", "alpine:3.20", source}), 0);
        QVERIFY2(said.contains("alpine:3.20"), qPrintable(said));
        QCOMPARE(run({"export", "--target", "flyte", "--default-image", "alpine:3.20", source, "-o", made}), 0);
        QVERIFY(flyte_test::slurp(made.toStdString()).find("image: alpine:3.20") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestFlyteExport)
#include "tst_flyte_export.moc"
