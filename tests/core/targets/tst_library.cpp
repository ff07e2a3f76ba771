// The library's flows: each lints clean, also for every engine that takes it, is what its name says, and stands in a new flow without a finding.
#include <QDir>
#include <QtTest>

#include "core/model/edit_paste.h"
#include "core/targets/lint_document.h"
#include "core/targets/portability.h"
#include "tests/core/lint/lint_case.h"

using namespace weft;
using namespace weft::test;

namespace {

QString worst(const std::vector<lint::Finding>& findings) {
    QString out;
    for (const lint::Finding& finding : findings)
        if (finding.severity == lint::Severity::error || finding.severity == lint::Severity::warning) out += line_of(finding) + '\n';
    return out;
}

}  // namespace

class tst_library : public QObject {
    Q_OBJECT
  private slots:
    void templates_data() {
        QTest::addColumn<QString>("file");
        const QDir folder(QString(WEFT_SOURCE) + "/resources/library");
        const QStringList all = folder.entryList({"*.weft.yaml"}, QDir::Files);
        QVERIFY(all.size() >= 12);
        for (const QString& name : all) QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }

    void templates() {
        QFETCH(QString, file);
        const std::string text = read_text(file);
        const Result<DocumentPtr> document = open_text(text, "case.yaml");
        QVERIFY2(document, document ? "" : describe(document.error()).c_str());
        QCOMPARE((*document)->flow->name + ".weft.yaml", QFileInfo(file).fileName().toStdString());
        QVERIFY(!(*document)->flow->description.empty());
        QCOMPARE(worst(lint_document(**document)), QString());
    }

    // "Fits" and "with a change" are what the library's dialog says.
    void engines_that_are_said_take_it() {
        QFETCH(QString, file);
        const Result<DocumentPtr> document = open_text(read_text(file), "case.yaml");
        int takers = 0;
        for (const Target* target : targets()) {
            if (!target->export_flow) continue;
            const bool said = portability(*(*document)->flow, *target).fit != Fit::refused;
            const Result<Exported> made = export_to(*(*document)->flow, *target);
            QVERIFY2(bool(made) == said, qPrintable(QString::fromStdString(target->id + ": ") + (made ? "taken" : english(made.error().message).c_str())));
            if (!said) continue;
            ++takers;
            lint::Options options;
            options.targets = {{target->id, target->versions.empty() ? std::string() : target->versions.front()}};
            for (const lint::Finding& finding : lint_document(**document, options))
                QVERIFY2(finding.severity != lint::Severity::error, qPrintable(QString::fromStdString(target->id + ": " + english(finding.what))));
        }
        QVERIFY2(takers >= 1, "no engine takes it");
    }
    void engines_that_are_said_take_it_data() { templates_data(); }

    void in_a_new_flow_it_lints_clean() {
        QFETCH(QString, file);
        const Result<DocumentPtr> clip = open_text(read_text(file));
        const Result<DocumentPtr> target = open_text("weftwork: 1\nname: untitled\ntasks: []\n");
        std::vector<TaskId> made;
        const Result<Flow> grown = edit::insert_flow(*(*target)->flow, {}, *(*clip)->flow, std::nullopt, &made);
        QVERIFY2(grown, grown ? "" : describe(grown.error()).c_str());
        const Result<Edited> edited = commit(*target, *grown);
        QVERIFY2(edited, edited ? "" : describe(edited.error()).c_str());
        QCOMPARE(worst(lint_document(*edited->document)), QString());
        QCOMPARE(made.size(), (*clip)->flow->main.tasks.size() + (*clip)->flow->main.handlers.size());
        // And a second time beside itself: names are numbered, nothing clashes.
        const Result<Flow> twice = edit::insert_flow(*grown, {}, *(*clip)->flow, std::nullopt, &made);
        QVERIFY(twice);
        const Result<Edited> again = commit(edited->document, *twice);
        QVERIFY2(again, again ? "" : describe(again.error()).c_str());
        QCOMPARE(worst(lint_document(*again->document)), QString());
    }
    void in_a_new_flow_it_lints_clean_data() { templates_data(); }
};

QTEST_GUILESS_MAIN(tst_library)
#include "tst_library.moc"
