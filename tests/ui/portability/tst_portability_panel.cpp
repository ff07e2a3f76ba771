// Engines that the open flow fits or not, live while it is drawn.
#include <QtTest>

#include "core/model/edit.h"
#include "ui/document/flow_document.h"
#include "ui/portability/portability_model.h"
#include "ui/portability/portability_panel.h"

using namespace weft;
using namespace weft::ui;

class TestPortabilityPanel : public QObject {
    Q_OBJECT
  private slots:
    void live() {
        const Result<DocumentPtr> opened = open_file(WEFT_TEST_DATA "/conformance/chain.weft.yaml");
        QVERIFY(opened);
        FlowDocument document(*opened, {});
        PortabilityPanel panel;
        QSignalSpy filled(&panel, &PortabilityPanel::filled), chosen(&panel, &PortabilityPanel::task_chosen);
        panel.resize(800, 400);
        panel.show();
        panel.show_document(&document);
        QTRY_COMPARE(filled.count(), 1);
        int argo = -1;
        for (int i = 0; i < int(panel.rows().rows().size()) && argo < 0; ++i)
            if (panel.rows().rows()[std::size_t(i)].target->id == "argo") argo = i;
        QVERIFY(argo >= 0);
        const QModelIndex row = panel.rows().index(argo, 1);
        QVERIFY2(row.data().toString().startsWith(u'✓'), qPrintable(row.data().toString()));   // a sign and a word, not only a colour
        QVERIFY(document.commit(QStringLiteral("break"), [](const Flow& flow) {
            Task task = *find_task(flow.main, "second");
            Definition nothing;
            return edit::change_definition(flow, task.id, edit::Scope::all, nothing);
        }));
        QTRY_COMPARE(filled.count(), 2);
        QVERIFY2(panel.rows().index(argo, 1).data().toString().startsWith(u'✕'), qPrintable(panel.rows().index(argo, 1).data().toString()));
        const QModelIndex engine = panel.rows().index(argo, 0);
        panel.expand(engine);
        const QModelIndex reason = panel.rows().index(0, 0, engine);
        QVERIFY(reason.isValid());
        QTest::mouseClick(panel.viewport(), Qt::LeftButton, {}, panel.visualRect(reason).center());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<TaskId>(), find_task(document.flow()->main, "second")->id);
    }

    // Picked, clicked, inserted, undone: as a person does it.
    void aRefusedValueGetsATaskBetween() {
        const Result<DocumentPtr> opened = open_file(WEFT_TEST_DATA "/converting/file.weft.yaml");
        QVERIFY(opened);
        FlowDocument document(*opened, {});
        const QString text = document.text();
        PortabilityPanel panel;
        QSignalSpy filled(&panel, &PortabilityPanel::filled), looked(&panel, &PortabilityPanel::target_chosen);
        panel.resize(900, 500);
        panel.show();
        panel.show_document(&document);
        QTRY_COMPARE(filled.count(), 1);
        int argo = -1;
        for (int i = 0; i < int(panel.rows().rows().size()) && argo < 0; ++i)
            if (panel.rows().rows()[std::size_t(i)].target->id == "argo") argo = i;
        const QModelIndex engine = panel.rows().index(argo, 0);
        panel.expand(engine);
        QModelIndex refused;
        for (int i = 0; i < panel.rows().rowCount(engine); ++i)
            if (const QModelIndex one = panel.rows().index(i, 0, engine); one.data(PortabilityModel::fit_role).toInt() == int(Fit::refused)) refused = one;
        QVERIFY(refused.isValid());
        QVERIFY(!panel.fix()->isVisible());
        panel.scrollTo(refused);
        QTest::mouseClick(panel.viewport(), Qt::LeftButton, {}, panel.visualRect(refused).center());
        QVERIFY(panel.fix()->isVisible());
        QCOMPARE(looked.last()[0].value<std::string>(), std::string("argo"));
        QVERIFY(panel.rect().contains(panel.fix()->geometry()));
        QTest::mouseClick(panel.fix(), Qt::LeftButton);
        QCOMPARE(document.flow()->main.tasks.size(), std::size_t(3));
        QTRY_COMPARE(filled.count(), 2);
        QVERIFY(panel.rows().rows()[std::size_t(argo)].found.fit != Fit::refused);
        QVERIFY(!panel.fix()->isVisible());
        QCOMPARE(document.undo_stack().count(), 1);
        document.undo_stack().undo();
        QCOMPARE(document.text(), text);
    }
};

QTEST_MAIN(TestPortabilityPanel)
#include "tst_portability_panel.moc"
