// The environment beside each other, and the value of one task given to all: driven with the mouse, checked in the text.
#include <QtTest>

#include <QComboBox>
#include <QPushButton>
#include <QTableView>

#include "ui/document/flow_document.h"
#include "ui/environment/environment_model.h"
#include "ui/environment/environment_panel.h"
#include "ui/bridge/target_combo.h"

using namespace weft;
using namespace weft::ui;

namespace {

std::unique_ptr<FlowDocument> open_case(const char* path) {
    const Result<DocumentPtr> document = open_file(std::string(WEFT_TEST_DATA "/") + path);
    if (!document) qFatal("%s", describe(document.error()).c_str());
    return std::make_unique<FlowDocument>(*document, QString());
}

int column_of(const EnvironmentModel& model, const std::string& field) {
    for (int i = 0; i < model.columnCount(); ++i)
        if (model.field_at(i) == field) return i;
    return -1;
}

}  // namespace

class TestEnvironmentPanel : public QObject {
    Q_OBJECT
  private slots:
    void shows_what_is_uneven() {
        const auto document = open_case("environment/uneven.weft.yaml");
        EnvironmentPanel panel;
        QSignalSpy filled(&panel, &EnvironmentPanel::filled);
        panel.show();
        panel.show_document(document.get());
        QTRY_VERIFY(filled.count() > 0);
        const EnvironmentModel& model = panel.model();
        QCOMPARE(model.rowCount(), 5);
        const int image = column_of(model, "image");
        QCOMPARE(model.index(0, image).data().toString(), QStringLiteral("not set"));
        QVERIFY(model.index(1, image).data().toString().startsWith(QStringLiteral("pytorch:2.3")));
        QVERIFY(model.headerData(image, Qt::Horizontal, Qt::DisplayRole).toString().startsWith(u'⚠'));
        QCOMPARE(column_of(model, "gpu"), -1);   // nothing sets one
        QVERIFY(model.index(4, 0).data().toString().contains(QStringLiteral("exit handler")));
    }

    void apply_to_all_is_one_step() {
        const auto document = open_case("environment/uneven.weft.yaml");
        const QString before = document->text();
        EnvironmentPanel panel;
        panel.resize(900, 300);
        QSignalSpy filled(&panel, &EnvironmentPanel::filled);
        panel.show();
        panel.show_document(document.get());
        QTRY_VERIFY(filled.count() > 0);
        auto* apply = panel.findChild<QPushButton*>(QStringLiteral("environment-apply"));
        QVERIFY(!apply->isEnabled());
        const QModelIndex cell = panel.model().index(1, column_of(panel.model(), "image"));
        QTest::mouseClick(panel.table()->viewport(), Qt::LeftButton, {}, panel.table()->visualRect(cell).center());
        QVERIFY(apply->isEnabled());
        filled.clear();
        QTest::mouseClick(apply, Qt::LeftButton);
        QTRY_VERIFY(filled.count() > 0);
        const int image = column_of(panel.model(), "image");
        for (int row = 0; row < panel.model().rowCount(); ++row) QVERIFY(panel.model().index(row, image).data().toString().startsWith(QStringLiteral("pytorch:2.3")));
        QCOMPARE(document->undo_stack().count(), 1);
        QVERIFY(document->text().contains(QStringLiteral("# the middle step")));
        document->undo_stack().undo();
        QCOMPARE(document->text(), before);
    }

    void a_click_selects_the_task() {
        const auto document = open_case("environment/uneven.weft.yaml");
        EnvironmentPanel panel;
        panel.resize(900, 300);
        QSignalSpy filled(&panel, &EnvironmentPanel::filled), chosen(&panel, &EnvironmentPanel::task_chosen);
        panel.show();
        panel.show_document(document.get());
        QTRY_VERIFY(filled.count() > 0);
        QTest::mouseClick(panel.table()->viewport(), Qt::LeftButton, {}, panel.table()->visualRect(panel.model().index(2, 0)).center());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<TaskId>(), panel.model().task_at(2));
    }
};

QTEST_MAIN(TestEnvironmentPanel)
#include "tst_environment_panel.moc"
