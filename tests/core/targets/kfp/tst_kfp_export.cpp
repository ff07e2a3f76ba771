// Export: a row is a folder of tests/data/kfp/export with flow.weft.yaml (or flow.argo.yaml) and expected.yaml (or refused.txt). WEFT_UPDATE=1 writes what is made and fails.
#include <QtTest>

#include "core/targets/document.h"
#include "core/targets/document_compare.h"
#include "core/targets/kfp/kfp.h"
#include "core/targets/portability.h"
#include "tests/core/targets/kfp/corpus.h"

using namespace weft;
namespace fs = std::filesystem;

namespace {

Flow native(const std::string& text) {
    const Result<DocumentPtr> document = open_text(text, "flow.yaml");
    if (!document) qFatal("%s\n%s", describe(document.error()).c_str(), text.c_str());
    return *(*document)->flow;
}

std::string exported(const Flow& flow, const std::string& version = {}) {
    const Result<Exported> made = export_to(flow, kfp_target(), {version, {}});
    return made ? made->files.front().text : "refused: " + english(made.error().message) + "\n";
}

}  // namespace

class tst_kfp_export : public QObject {
    Q_OBJECT
  private slots:
    void golden_data() {
        QTest::addColumn<QString>("folder");
        for (const auto& entry : fs::directory_iterator(std::string(WEFT_TEST_DATA) + "/kfp/export")) QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
    }
    void golden() {
        QFETCH(QString, folder);
        const fs::path path = folder.toStdString();
        const fs::path ours = path / "flow.weft.yaml";
        const std::string made = exported(native(kfp_test::slurp(fs::exists(ours) ? ours : path / "flow.argo.yaml")));
        const bool refused = made.starts_with("refused: ");
        const fs::path expected = path / (refused ? "refused.txt" : "expected.yaml");
        if (qEnvironmentVariableIsSet("WEFT_UPDATE")) {
            std::ofstream(expected, std::ios::binary) << made;
            QFAIL("written; look at the difference and run again");
        }
        QCOMPARE(QString::fromStdString(made), QString::fromStdString(kfp_test::slurp(expected)));
        QCOMPARE(path.filename().string().starts_with("refused-"), refused);
        if (refused) return;
        const Result<DocumentPtr> read = open_text(made, "made");      // and once more: nothing is lost on the way back
        QVERIFY2(read, made.c_str());
        QVERIFY2((*read)->issues.empty(), made.c_str());
        const Result<std::string> again = kfp_format().fresh(*(*read)->flow);
        QVERIFY(again);
        QCOMPARE(QString::fromStdString(*again), QString::fromStdString(made));
    }

    // A failed pipeline with an exit handler is reported as succeeded before 2.4: nothing is written for that.
    void old_versions_are_refused_handlers() {
        const Flow flow = native(kfp_test::slurp(std::string(WEFT_TEST_DATA) + "/kfp/export/lone-handler/flow.weft.yaml"));
        QVERIFY(exported(flow, "2.3").find("#11405") != std::string::npos);
        QVERIFY(!exported(flow, "2.4").starts_with("refused"));
    }

    void names_say_what_collides() {
        const Flow flow = native(kfp_test::slurp(std::string(WEFT_TEST_DATA) + "/kfp/export/names/flow.weft.yaml"));
        QStringList said;
        for (const NameUse& use : kfp_target().names(flow, "")) said << QString::fromStdString(use.original + " = " + use.final + (use.collides.empty() ? "" : " (" + use.collides + ")"));
        QVERIFY2(said.contains("my task = my-task-2 (My Task)"), said.join(", ").toUtf8());
        QVERIFY(said.contains("a_b = a_b_2 (a b)"));
        QVERIFY(said.contains("load-driver = load-driver-task"));
    }
};

QTEST_GUILESS_MAIN(tst_kfp_export)
#include "tst_kfp_export.moc"
