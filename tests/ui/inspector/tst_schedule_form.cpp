// A schedule typed into the inspector stands in the text, a wrong line is refused at its place, and the next times are those of the clock given.
#include <QtTest>

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>

#include "ui/document/flow_document.h"
#include "ui/inspector/field.h"
#include "ui/inspector/schedule_form.h"

using namespace weft;
using namespace weft::ui;

namespace {

void type_lines(ScheduleForm& form, const QString& text) {
    auto* editor = form.findChild<QPlainTextEdit*>(QStringLiteral("schedule-cron"));
    editor->setFocus();
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QFocusEvent out(QEvent::FocusOut);
    QCoreApplication::sendEvent(editor, &out);
}

}  // namespace

class TestScheduleForm : public QObject {
    Q_OBJECT
  private slots:
    void typed() {
        const Result<DocumentPtr> opened = open_file(WEFT_TEST_DATA "/conformance/chain.weft.yaml");
        QVERIFY(opened);
        FlowDocument document(*opened, {});
        const QString before = document.text();
        ScheduleForm form;
        form.set_clock([] { return qint64(1795612800); });   // 2026-11-25 13:20 UTC
        form.show();
        form.show_flow(&document);
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        type_lines(form, QStringLiteral("30 6 * * 1-5"));
        QVERIFY2(document.text().contains(QStringLiteral("schedule: 30 6 * * 1-5")), qPrintable(document.text()));
        QVERIFY(form.next_times().contains(u':'));
        type_lines(form, QStringLiteral("30 26 * * *"));
        QVERIFY(document.text().contains(QStringLiteral("30 6 * * 1-5")));   // refused: nothing changed
        bool said = false;
        for (const QLabel* label : form.findChildren<QLabel*>()) said = said || label->text().contains(QStringLiteral("is no hour of a cron line"));
        QVERIFY(said);
        auto* suspended = form.findChild<QCheckBox*>(QStringLiteral("schedule-suspended"));
        QTest::mouseClick(suspended, Qt::LeftButton, {}, QPoint(8, suspended->height() / 2));
        QVERIFY2(document.text().contains(QStringLiteral("suspended: true")), qPrintable(document.text()));
        QCOMPARE(form.next_times(), QStringLiteral("Suspended: it does not start by itself."));
        while (document.undo_stack().canUndo()) document.undo_stack().undo();
        QCOMPARE(document.text(), before);
    }
};

QTEST_MAIN(TestScheduleForm)
#include "tst_schedule_form.moc"
