// The window finds what the command line finds: every case file of the rules, a file that Metaflow made, one that nobody may draw in, one that does not parse.
#include <QSignalSpy>
#include <QTest>

#include "tests/core/lint/lint_case.h"
#include "ui/bridge/lint_bridge.h"
#include "ui/document/flow_document.h"

using namespace weft;
using namespace weft::ui;

namespace {

const char* const made_by_metaflow =
    "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata:\n  generateName: train-\n  annotations: {metaflow/flow_name: Train}\nspec:\n  entrypoint: main\n"
    "  templates:\n    - name: main\n      container: {image: \"python:3.12\", command: [python, flow.py], env: [{name: dynamic.out, value: x}]}\n";

QStringList lines(const std::vector<lint::Finding>& findings) {
    QStringList out;
    for (const lint::Finding& finding : findings) {
        QString line = test::line_of(finding) + " | " + QString::fromStdString(finding.target);
        for (const lint::Fix& fix : finding.fixes) line += " | " + QString::fromStdString(english(fix.title));
        out << line;
    }
    return out;
}

std::vector<lint::Finding> shown(FlowDocument& document, const lint::Options& options = {}) {
    LintBridge lint(document);
    lint.set_options(options);
    QSignalSpy finished(&lint, &LintBridge::finished);
    if (!finished.wait(10000)) return {};
    return document.findings();
}

}  // namespace

class TestLintBridge : public QObject {
    Q_OBJECT
  private slots:
    void the_window_finds_what_the_command_line_finds_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("made by Metaflow") << QString(made_by_metaflow);
        const QDir root(QStringLiteral(WEFT_TEST_DATA "/lint"));
        for (const QString& rule : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            for (const QString& file : QDir(root.filePath(rule)).entryList({"bad*.yaml"}, QDir::Files))
                QTest::newRow(qPrintable(rule + "/" + file)) << QString::fromStdString(test::read_text(root.filePath(rule + "/" + file)));
    }
    void the_window_finds_what_the_command_line_finds() {
        QFETCH(QString, text);
        const auto opened = open_text(text.toStdString(), "case.yaml");
        if (!opened) return;   // its row stands in what_does_not_parse
        FlowDocument document(*opened, {});
        QCOMPARE(lines(shown(document, test::options_of(text.toStdString()))), lines(lint_document(**opened, test::options_of(text.toStdString()))));
    }

    void a_file_made_by_metaflow_is_checked_for_metaflow() {
        const auto opened = open_text(made_by_metaflow, "train.yaml");
        QVERIFY(opened);
        std::vector<lint::TargetChoice> asked = lint::default_targets("argo");
        asked.push_back({"metaflow", ""});
        lint::Options options;
        options.targets = asked;
        FlowDocument document(*opened, {});
        QCOMPARE(lines(shown(document)), lines(lint_document(**opened, options)));
    }

    // A fix that no click can apply is not offered.
    void a_file_that_nobody_may_draw_in_offers_no_drawn_fix() {
        const std::string text =
            "apiVersion: batch.volcano.sh/v1alpha1\nkind: Job\nmetadata: {name: j}\nspec:\n  minAvailable: 1\n  tasks:\n    - name: work\n      replicas: 1\n"
            "      template:\n        spec:\n          containers:\n            - name: c\n              image: \"python:3.12\"\n              env: [{name: \"dynamic.out(x)\", value: a}]\n";
        const auto opened = open_text(text, "job.yaml");
        QVERIFY(opened);
        if ((*opened)->format->abilities.edit) QSKIP("this kind of file can be drawn in");
        lint::Options options;
        options.targets = {{"volcano", ""}};
        FlowDocument document(*opened, {});
        const std::vector<lint::Finding> found = shown(document, options);
        QVERIFY(test::fires(found, "env/dynamic-out"));
        for (const lint::Finding& finding : found)
            for (const lint::Fix& fix : finding.fixes) QVERIFY2(!std::holds_alternative<lint::FlowFix>(fix.change), qPrintable(QString::fromStdString(english(fix.title))));
    }

    void what_does_not_parse_is_one_finding_at_its_byte() {
        const auto opened = open_text("weftwork: 1\nname: a\ntasks:\n  - {name: one, command: [\"true\"]}\n", "a.weft.yaml");
        QVERIFY(opened);
        FlowDocument document(*opened, {});
        document.type(int(document.text().size()), 0, "  - {name: [\n");
        QVERIFY(!document.parses());
        const std::vector<lint::Finding> found = shown(document);
        const FileLint said = lint_text(document.text().toStdString(), "a.weft.yaml");
        QCOMPARE(lines(found), lines(said.findings));
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].span.begin, said.findings[0].span.begin);
        QVERIFY(!found[0].span.fresh());
    }
};

QTEST_MAIN(TestLintBridge)
#include "tst_lint_bridge.moc"
