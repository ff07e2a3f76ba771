// What a screen reader meets on the canvas, and what it can do there. Walks the real tree of a flow that has run.
#include <QtTest>

#include <QAccessible>

#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/canvas.h"

using namespace weft;
using namespace weft::ui;

namespace {

QAccessibleInterface* child_called(QAccessibleInterface* parent, const QString& name) {
    for (int i = 0; i < parent->childCount(); ++i)
        if (QAccessibleInterface* child = parent->child(i); child && child->text(QAccessible::Name) == name) return child;
    return nullptr;
}

QAccessibleInterface* child_with(QAccessibleInterface* parent, QAccessible::Role role, const QString& part = {}) {
    for (int i = 0; i < parent->childCount(); ++i)
        if (QAccessibleInterface* child = parent->child(i); child && child->role() == role && child->text(QAccessible::Name).contains(part)) return child;
    return nullptr;
}

}  // namespace

class tst_canvas_accessible : public QObject {
    Q_OBJECT
  private slots:
    void initTestCase() { QAccessible::setActive(true); }   // off by itself under the offscreen platform
    void init() {
        document_ = document_of(nightly());
        canvas_ = std::make_unique<Canvas>(*document_);
        canvas_->resize(1200, 800);
        canvas_->show();
        QVERIFY(QTest::qWaitForWindowExposed(canvas_.get()));
        tree_ = QAccessible::queryAccessibleInterface(canvas_.get());
        QVERIFY(tree_ && tree_->isValid());
    }
    void cleanup() {
        canvas_.reset();
        document_.reset();
    }

    void every_node_has_name_role_place_and_state() {
        QVERIFY(tree_->text(QAccessible::Name).contains(QString::fromStdString(document_->flow()->name)));
        std::vector<TaskId> ids;
        for (const TaskPtr& task : document_->flow()->main.tasks) ids.push_back(task->id);
        for (const Handler& handler : document_->flow()->main.handlers) ids.push_back(handler.task->id);
        QVERIFY(tree_->childCount() >= int(ids.size()));
        for (std::size_t i = 0; i < ids.size(); ++i) {
            QAccessibleInterface* node = tree_->child(int(i));
            QVERIFY(node && node->isValid());
            QCOMPARE(node->role(), QAccessible::ListItem);
            QVERIFY(node->text(QAccessible::Name).startsWith(QString::fromStdString(find_task(*document_->flow(), ids[i])->name)));
            QCOMPARE(tree_->indexOfChild(node), int(i));
            QCOMPARE(node->parent(), tree_);
            QCOMPARE(node->rect().size(), canvas_->node_rect(ids[i]).size());
            QVERIFY(node->state().selectable && node->state().focusable);
            const QPoint middle = node->rect().center();
            if (canvas_->viewport()->rect().contains(canvas_->viewport()->mapFromGlobal(middle))) QCOMPARE(tree_->childAt(middle.x(), middle.y()), node);
        }
    }

    void a_handler_is_called_one() {
        const Handler& handler = document_->flow()->main.handlers.front();
        QVERIFY(child_called(tree_, QString::fromStdString(handler.task->name) + ", exit handler"));
    }

    void a_run_is_told() {
        show_failed_run(*document_);
        QTRY_VERIFY(!canvas_->verdict_rect().isEmpty());
        QAccessibleInterface* verdict = child_with(tree_, QAccessible::StatusBar);
        QVERIFY(verdict && verdict->text(QAccessible::Value).contains("failed"));
        QAccessibleInterface* train = child_called(tree_, "train");
        QVERIFY(train);
        QVERIFY2(train->text(QAccessible::Value).contains("Failed"), qPrintable(train->text(QAccessible::Value)));
        QAccessibleInterface* state = child_called(train, "State");
        QVERIFY(state && state->text(QAccessible::Value).contains("Failed"));
    }

    void findings_are_alerts_below_their_node() {
        lint::Finding finding;
        finding.rule = "image/missing";
        finding.severity = lint::Severity::error;
        finding.what = {"`train` has no image", {}};
        finding.task = id_of(*document_, "train");
        document_->set_findings({finding}, document_->revision());
        QAccessibleInterface* train = child_called(tree_, "train");
        QVERIFY(train->state().invalid);
        QAccessibleInterface* alert = child_with(train, QAccessible::AlertMessage);
        QVERIFY(alert && alert->text(QAccessible::Name).contains("no image"));
    }

    void edges_are_told_and_can_be_deleted() {
        QAccessibleInterface* train = child_called(tree_, "train");
        const std::vector<std::string> before = needs_of(*document_, "train");
        QVERIFY(!before.empty());
        QAccessibleInterface* edge = child_with(train, QAccessible::StaticText, QString::fromStdString("train runs after " + before.front()));
        QVERIFY(edge);
        edge->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(needs_of(*document_, "train").size(), before.size() - 1);
    }

    void a_port_connects_the_selected_task() {
        const TaskPtr first = document_->flow()->main.tasks.front(), last = document_->flow()->main.tasks.back();
        document_->select({first->id});
        QAccessibleInterface* node = child_called(tree_, QString::fromStdString(last->name));
        QAccessibleInterface* input = child_with(node, QAccessible::Button, "input");
        QVERIFY(input);
        const std::vector<std::string> before = needs_of(*document_, last->name.c_str());
        if (std::find(before.begin(), before.end(), first->name) != before.end()) QSKIP("the example connects them already");
        input->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(needs_of(*document_, last->name.c_str()).size(), before.size() + 1);
    }

    void focus_follows_the_selection() {
        canvas_->activateWindow();
        canvas_->setFocus();
        QTRY_VERIFY(canvas_->hasFocus());
        const TaskId train = id_of(*document_, "train");
        document_->select({train});
        QAccessibleInterface* focused = tree_->focusChild();
        QVERIFY(focused);
        QCOMPARE(focused->text(QAccessible::Name), QString("train"));
        QVERIFY(focused->state().selected && focused->state().focused);
    }

    void nodes_that_go_take_their_place_with_them() {
        QAccessibleInterface* train = child_called(tree_, "train");
        document_->select({id_of(*document_, "train")});
        canvas_->delete_selection();
        QVERIFY(!train->isValid());
        QVERIFY(!child_called(tree_, "train"));
        document_->undo_stack().undo();
        QVERIFY(child_called(tree_, "train"));
    }

  private:
    std::unique_ptr<FlowDocument> document_;
    std::unique_ptr<Canvas> canvas_;
    QAccessibleInterface* tree_ = nullptr;
};

QTEST_MAIN(tst_canvas_accessible)
#include "tst_canvas_accessible.moc"
