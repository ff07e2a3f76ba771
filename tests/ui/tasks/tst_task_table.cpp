// The list editor: its selection is the canvas's, its cells edit the text, filter and order are its own.
#include <QtTest>

#include <QLineEdit>
#include <QTableView>

#include "ui/document/flow_document.h"
#include "ui/tasks/task_table_model.h"
#include "ui/tasks/task_table_panel.h"

using namespace weft;
using namespace weft::ui;

namespace {

std::unique_ptr<FlowDocument> open_case(const char* path) {
    const Result<DocumentPtr> document = open_file(std::string(WEFT_TEST_DATA "/") + path);
    if (!document) qFatal("%s", describe(document.error()).c_str());
    return std::make_unique<FlowDocument>(*document, QString());
}

QModelIndex cell(const TaskTablePanel& panel, const QString& name, int column) {
    const QAbstractItemModel* model = panel.table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        if (model->index(row, 0).data().toString() == name) return model->index(row, column);
    return {};
}

void click(TaskTablePanel& panel, const QModelIndex& index, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    panel.table()->scrollTo(index);
    QTest::mouseClick(panel.table()->viewport(), Qt::LeftButton, modifiers, panel.table()->visualRect(index).center());
}

void type_into(TaskTablePanel& panel, const QModelIndex& index, const QString& text) {
    click(panel, index);
    QTest::keyClick(panel.table(), Qt::Key_F2);
    auto* editor = panel.table()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents();   // the delegate commits behind the key
}

}  // namespace

class tst_task_table : public QObject {
    Q_OBJECT
  private:
    std::unique_ptr<FlowDocument> document_;
    std::unique_ptr<TaskTablePanel> panel_;

  private slots:
    void init() {
        document_ = open_case("environment/uneven.weft.yaml");
        panel_ = std::make_unique<TaskTablePanel>();
        panel_->resize(1300, 400);
        panel_->show();
        panel_->show_document(document_.get());
        QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
    }
    void cleanup() {
        panel_.reset();
        document_.reset();
    }

    void lists_every_task_and_handler() {
        int tasks = 0;
        for_each_task(*document_->flow(), [&tasks](const std::string&, const Task&, const Handler*) { ++tasks; });
        QCOMPARE(panel_->table()->model()->rowCount(), tasks);
        QVERIFY(tasks >= 5);
    }

    void a_click_selects_on_the_canvas_and_back() {
        const QModelIndex second = panel_->table()->model()->index(1, 0);
        click(*panel_, second);
        QCOMPARE(document_->selection(), std::vector<TaskId>{second.data(TaskTableModel::task_role).toUInt()});
        const TaskId third = panel_->table()->model()->index(2, 0).data(TaskTableModel::task_role).toUInt();
        document_->select({third});
        const QModelIndexList rows = panel_->table()->selectionModel()->selectedRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.front().data(TaskTableModel::task_role).toUInt(), third);
    }

    void a_cell_edits_the_text_as_one_step() {
        const QString before = document_->text();
        const QString name = panel_->table()->model()->index(1, 0).data().toString();
        type_into(*panel_, cell(*panel_, name, TaskTableModel::timeout_column), QStringLiteral("7m"));
        QVERIFY2(document_->text().contains(QStringLiteral("timeout: 7m")), qPrintable(document_->text()));
        QCOMPARE(document_->undo_stack().count(), 1);
        QCOMPARE(cell(*panel_, name, TaskTableModel::timeout_column).data().toString(), QStringLiteral("7m"));
        document_->undo_stack().undo();
        QCOMPARE(document_->text(), before);
        QVERIFY(cell(*panel_, name, TaskTableModel::timeout_column).data().toString() != QStringLiteral("7m"));
    }

    void a_rename_follows_everywhere() {
        const QString name = panel_->table()->model()->index(0, 0).data().toString();
        type_into(*panel_, cell(*panel_, name, TaskTableModel::name_column), QStringLiteral("renamed"));
        QVERIFY(cell(*panel_, QStringLiteral("renamed"), 0).isValid());
        QVERIFY(!cell(*panel_, name, 0).isValid());
        QVERIFY(document_->text().contains(QStringLiteral("name: renamed")));
    }

    void a_refused_name_changes_nothing() {
        const QString before = document_->text(), name = panel_->table()->model()->index(0, 0).data().toString();
        const QString taken = panel_->table()->model()->index(1, 0).data().toString();
        type_into(*panel_, cell(*panel_, name, TaskTableModel::name_column), taken);
        QCOMPARE(document_->text(), before);
        QVERIFY(cell(*panel_, name, 0).isValid());
    }

    void several_get_one_value_in_one_step() {
        std::vector<TaskId> ids;
        for (int row = 0; row < 3; ++row) ids.push_back(panel_->table()->model()->index(row, 0).data(TaskTableModel::task_role).toUInt());
        QVERIFY(panel_->model().set_for(ids, TaskTableModel::memory_column, QStringLiteral("3Gi")));
        QCOMPARE(document_->undo_stack().count(), 1);
        for (int row = 0; row < 3; ++row) QCOMPARE(panel_->table()->model()->index(row, TaskTableModel::memory_column).data().toString(), QStringLiteral("3Gi"));
    }

    void the_filter_narrows_and_sorting_orders() {
        const QString last = panel_->table()->model()->index(panel_->table()->model()->rowCount() - 1, 0).data().toString();
        const int all = panel_->table()->model()->rowCount();
        QTest::keyClicks(panel_->filter(), last);
        QVERIFY(panel_->table()->model()->rowCount() < all);
        QVERIFY(cell(*panel_, last, 0).isValid());
        panel_->filter()->clear();
        panel_->table()->sortByColumn(0, Qt::DescendingOrder);
        QStringList names;
        for (int row = 0; row < all; ++row) names << panel_->table()->model()->index(row, 0).data().toString();
        QStringList sorted = names;
        std::sort(sorted.begin(), sorted.end(), [](const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) > 0; });
        QCOMPARE(names, sorted);
    }

    void what_is_not_edited_is_not_editable() {
        QVERIFY(!(panel_->table()->model()->index(0, TaskTableModel::kind_column).flags() & Qt::ItemIsEditable));
        QVERIFY(panel_->table()->model()->index(0, TaskTableModel::when_column).flags() & Qt::ItemIsEditable);
    }

    void it_follows_new_and_gone_tasks() {
        const int rows = panel_->table()->model()->rowCount();
        Task task;
        task.name = "fresh";
        task.own = std::make_shared<Definition>();
        QVERIFY(document_->commit(QStringLiteral("add"), [&](const Flow& flow) { return edit::add_task(flow, {}, task); }));
        QCOMPARE(panel_->table()->model()->rowCount(), rows + 1);
        document_->undo_stack().undo();
        QCOMPARE(panel_->table()->model()->rowCount(), rows);
    }
};

QTEST_MAIN(tst_task_table)
#include "tst_task_table.moc"
