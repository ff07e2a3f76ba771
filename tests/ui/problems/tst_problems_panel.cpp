// The problems list: rows as values, order by severity, the fix button, F8.
#include <QAbstractItemModelTester>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include "core/lint/rule.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/bridge/lint_bridge.h"
#include "ui/problems/problems_model.h"
#include "ui/problems/problems_panel.h"

using namespace weft;
using namespace weft::ui;
using lint::Finding;
using lint::Severity;

namespace {

Finding finding(const char* rule, Severity severity = Severity::error, TaskId task = 0) {
    Finding made;
    made.rule = rule;
    made.severity = severity;
    made.what = Message(std::string("about ") + rule);
    made.why = Message("because");
    made.task = task;
    made.task_name = task ? "train" : "";
    made.where.line = task ? 7 : 0;
    return made;
}

QStringList rules(const ProblemsModel& model) {
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row) out << model.index(row).data(ProblemsModel::rule_role).toString();
    return out;
}

const char* const broken_flow =
    "weftwork: 1\nname: demo\nenvironment:\n  image: python:3.12-slim\ntasks:\n  - name: greet\n    command: echo \"$dynamic_out_greet\"\n    environment:\n"
    "      env: {\"dynamic.out(greet)\": hello}\n";

int row_of(const ProblemsModel& model, const QString& rule) { return int(rules(model).indexOf(rule)); }

}  // namespace

class TestProblems : public QObject {
    Q_OBJECT

  private slots:
    void errors_stand_first_and_are_counted() {
        ProblemsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show({finding("a/hint", Severity::hint), finding("b/warning", Severity::warning), finding("c/error", Severity::error, 3), finding("d/error")});
        QCOMPARE(rules(model), (QStringList{"c/error", "d/error", "b/warning", "a/hint"}));
        QCOMPARE(model.errors(), 2);
        QCOMPARE(model.warnings(), 1);
        const QModelIndex first = model.index(0);
        QCOMPARE(first.data().toString(), QString("about c/error"));
        QCOMPARE(first.data(ProblemsModel::task_role).toString(), QString("train"));
        QCOMPARE(first.data(ProblemsModel::line_role).toInt(), 7);
        QCOMPARE(first.data(ProblemsModel::why_role).toString(), QString("because"));
        QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains("c/error"));
        QCOMPARE(model.at(0)->task, TaskId(3));
        QVERIFY(!model.at(4) && !model.at(-1));
    }

    void equal_rows_stay_where_they_are() {
        ProblemsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show({finding("a/one"), finding("b/two"), finding("c/three")});
        const QPersistentModelIndex kept(model.index(0));
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted), removed(&model, &QAbstractItemModel::rowsRemoved), reset(&model, &QAbstractItemModel::modelReset);
        model.show({finding("a/one"), finding("b/two"), finding("c/three")});
        QCOMPARE(inserted.count() + removed.count() + reset.count(), 0);
        model.show({finding("a/one"), finding("c/three")});
        QCOMPARE(rules(model), (QStringList{"a/one", "c/three"}));
        QVERIFY(kept.isValid());
        model.show({finding("a/one"), finding("c/three"), finding("d/four")});
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(kept.isValid());
        model.show({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.errors(), 0);
        QVERIFY(!kept.isValid());
    }

    void a_row_that_stays_takes_the_newer_fix() {
        ProblemsModel model;
        std::vector<Finding> shown{finding("a/one")};
        shown[0].fixes.push_back({Message("Mend it"), lint::TextFix{{1, "a", "b"}}});
        model.show(shown);
        shown[0].fixes[0].change = lint::TextFix{{9, "a", "b"}};
        model.show(shown);
        QCOMPARE(std::get<lint::TextFix>(model.at(0)->fixes[0].change).front().offset, std::size_t(9));
    }

    void a_fix_that_is_named_anew_is_shown_anew() {
        ProblemsModel model;
        std::vector<Finding> shown{finding("a/one")};
        shown[0].fixes.push_back({Message("Map to b"), lint::TextFix{}});
        model.show(shown);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged), inserted(&model, &QAbstractItemModel::rowsInserted);
        shown[0].fixes[0].title = Message("Map to c");
        shown[0].why = Message("for another reason");
        model.show(shown);
        QVERIFY2(changed.count() + inserted.count() > 0, "a view would show the old words");
        QCOMPARE(model.index(0).data(ProblemsModel::fixes_role).toStringList(), QStringList{"Map to c"});
    }

    void an_empty_panel_says_what_was_checked() {
        ProblemsPanel panel;
        auto* empty = panel.findChild<QWidget*>("problems-empty");
        QVERIFY(empty);
        panel.say_checked(40, "Argo 4.1");
        const auto document = document_of(nightly());
        panel.show_document(document.get());
        QVERIFY(empty->property("text").toString().contains("Argo 4.1"));
        panel.step(1);
        QVERIFY(!panel.apply_fix(0));
    }

    void the_button_mends_in_one_step() {
        const auto document = document_of(broken_flow);
        QVERIFY(document);
        LintBridge lint(*document);
        ProblemsPanel panel;
        panel.resize(1000, 300);
        panel.show_document(document.get());
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QTRY_VERIFY(row_of(panel.model(), "env/dynamic-out") >= 0);
        const int row = row_of(panel.model(), "env/dynamic-out");
        const QString before = document->text();
        const QRect fix = panel.fix_rect(row);
        QVERIFY(panel.list()->viewport()->rect().contains(fix));
        QTest::mouseClick(panel.list()->viewport(), Qt::LeftButton, {}, fix.center());
        QTRY_COMPARE(row_of(panel.model(), "env/dynamic-out"), -1);
        QCOMPARE(document->undo_stack().count(), 1);
        QVERIFY(!document->undo_stack().undoText().isEmpty());
        document->undo_stack().undo();
        QCOMPARE(document->text(), before);
        QTRY_VERIFY(row_of(panel.model(), "env/dynamic-out") >= 0);
    }

    void keys_go_through_the_list_and_round() {
        const auto document = document_of(nightly());
        ProblemsPanel panel;
        panel.show_document(document.get());
        document->set_findings({finding("a/one"), finding("b/two")}, document->revision());
        QStringList went;
        connect(&panel, &ProblemsPanel::go_to, this, [&went](const Finding& to) { went << QString::fromStdString(to.rule); });
        panel.step(1);
        panel.step(1);
        panel.step(1);
        panel.step(-1);
        QCOMPARE(went, (QStringList{"a/one", "b/two", "a/one", "b/two"}));
    }

    void a_text_that_does_not_parse_is_the_only_problem() {
        const auto document = document_of(nightly());
        LintBridge lint(*document);
        ProblemsPanel panel;
        panel.show_document(document.get());
        const int at = int(document->text().indexOf("[fetch]"));
        document->type(at, 7, "[fetch");
        QTRY_COMPARE(rules(panel.model()), QStringList{"yaml/syntax"});
        QVERIFY(panel.model().at(0)->where.line > 0);
        document->undo_stack().undo();
        QTRY_VERIFY(!rules(panel.model()).contains("yaml/syntax"));
    }

    void a_document_that_goes_takes_its_problems_along() {
        ProblemsPanel panel;
        auto document = document_of(nightly());
        panel.show_document(document.get());
        document->set_findings({finding("a/one")}, document->revision());
        QCOMPARE(panel.model().rowCount(), 1);
        document.reset();
        QVERIFY(!panel.apply_fix(0));
        panel.step(1);
        panel.show_document(nullptr);
        QCOMPARE(panel.model().rowCount(), 0);
    }
};

QTEST_MAIN(TestProblems)
#include "tst_problems_panel.moc"
