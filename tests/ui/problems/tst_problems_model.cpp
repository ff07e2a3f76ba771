#include <QAbstractItemModelTester>
#include <QListView>
#include <QSignalSpy>
#include <QtTest>

#include "core/model/edit.h"
#include "ui/document/flow_document.h"
#include "ui/problems/problems_model.h"
#include "ui/problems/problems_panel.h"

using namespace weft;
using namespace weft::ui;

namespace {

lint::Finding finding(const char* rule, lint::Severity severity, const char* what, int line) {
    lint::Finding made;
    made.rule = rule;
    made.severity = severity;
    made.what = Message(what);
    made.where.line = line;
    return made;
}

QString printed(const ProblemsModel& model) {
    QStringList lines;
    for (int i = 0; i < model.rowCount(); ++i) {
        const QModelIndex index = model.index(i);
        lines << QString("%1 %2 @%3").arg(index.data(ProblemsModel::rule_role).toString(), index.data().toString()).arg(index.data(ProblemsModel::line_role).toInt());
    }
    return lines.join('\n');
}

}  // namespace

class tst_problems_model : public QObject {
    Q_OBJECT
  private slots:
    void errors_stand_before_warnings() {
        ProblemsModel model;
        QAbstractItemModelTester tester(&model);
        model.show({finding("image/untagged", lint::Severity::warning, "no tag", 3), finding("name/empty", lint::Severity::error, "no name", 9)});
        QCOMPARE(printed(model), QString("name/empty no name @9\nimage/untagged no tag @3"));
        QCOMPARE(model.errors(), 1);
        QCOMPARE(model.warnings(), 1);
    }

    void rows_that_stay_are_not_touched() {
        ProblemsModel model;
        QAbstractItemModelTester tester(&model);
        model.show({finding("a", lint::Severity::error, "one", 1), finding("b", lint::Severity::error, "two", 2)});
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved), inserted(&model, &QAbstractItemModel::rowsInserted), reset(&model, &QAbstractItemModel::modelReset);
        model.show({finding("a", lint::Severity::error, "one", 1), finding("c", lint::Severity::error, "three", 2)});
        QCOMPARE(printed(model), QString("a one @1\nc three @2"));
        QCOMPARE(removed.count(), 1);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(reset.count(), 0);
        model.show({});
        QCOMPARE(model.rowCount(), 0);
    }

    void a_click_on_the_button_mends_and_undo_brings_it_back() {
        FlowDocument document(*open_text("weftwork: 1\nname: x\ntasks:\n  - name: one\n    command: echo\n"), {});
        ProblemsPanel panel;
        panel.resize(800, 200);
        panel.show_document(&document);
        panel.show();
        lint::Finding bad = finding("name/argo", lint::Severity::error, "bad name", 4);
        const TaskId id = document.flow()->main.tasks[0]->id;
        bad.task = id;
        bad.fixes.push_back({Message("Rename to two"), lint::FlowFix([id](const Flow& flow) { return edit::rename_task(flow, id, "two"); })});
        document.set_findings({bad}, document.revision());
        QCOMPARE(panel.model().rowCount(), 1);

        QSignalSpy gone(&panel, &ProblemsPanel::go_to);
        QTest::mouseClick(panel.list()->viewport(), Qt::LeftButton, {}, panel.fix_rect(0).center());
        QCOMPARE(document.flow()->main.tasks[0]->name, std::string("two"));
        QCOMPARE(document.undo_stack().undoText(), QString("Rename to two"));
        document.undo_stack().undo();
        QCOMPARE(document.flow()->main.tasks[0]->name, std::string("one"));

        document.set_findings({bad}, document.revision());
        gone.clear();
        QTest::mouseClick(panel.list()->viewport(), Qt::LeftButton, {}, QPoint(120, 15));
        QCOMPARE(gone.count(), 1);
    }

    void findings_of_an_older_text_are_not_shown() {
        FlowDocument document(*open_text("weftwork: 1\nname: x\ntasks: []\n"), {});
        document.set_findings({finding("a", lint::Severity::error, "old", 1)}, document.revision() - 1);
        QVERIFY(document.findings().empty());
    }
};

QTEST_MAIN(tst_problems_model)
#include "tst_problems_model.moc"
