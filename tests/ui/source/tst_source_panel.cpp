// The YAML pane: the document's text live both ways.
#include <QSignalSpy>
#include <QTextBlock>
#include <QtTest>

#include "core/model/edit.h"
#include "ui/bridge/lint_bridge.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/source/code_edit.h"
#include "ui/source/places.h"
#include "ui/source/source_panel.h"

using namespace weft;
using namespace weft::ui;

namespace {

const QString unix_text = "weftwork: 1\nname: x   # 中\ntasks:\n  - name: one\n    command: echo 1\n  - name: two\n    needs: [one]\n    command: echo 2\n";

struct World {
    explicit World(QString text) : document(*open_text(utf8(text)), {}) {
        panel.resize(600, 300);
        panel.show_document(&document);
        panel.show();
        edit = panel.findChild<CodeEdit*>("source-text");
        edit->setFocus();
        QTest::qWait(0);
    }
    void put(const QString& before) {
        QTextCursor cursor = edit->textCursor();
        cursor.setPosition(int(edit->toPlainText().indexOf(before)));
        edit->setTextCursor(cursor);
    }
    FlowDocument document;
    SourcePanel panel;
    CodeEdit* edit = nullptr;
};

}  // namespace

class tst_source_panel : public QObject {
    Q_OBJECT
  private slots:
    void offsets_with_double_breaks() {
        const LineBreaks breaks = line_breaks("a\r\nb\r\nc");
        QVERIFY(breaks.crlf);
        for (auto [text, shown] : {std::pair{0, 0}, {1, 1}, {3, 2}, {4, 3}, {6, 4}}) {
            QCOMPARE(breaks.to_shown(text), shown);
            QCOMPARE(breaks.to_text(shown), text);
        }
    }

    void typing_changes_the_flow() {
        QFETCH(QString, text);
        World world(text);
        world.put("one\n    command");
        QTest::keyClicks(world.edit, "big-");
        QCOMPARE(world.document.flow()->main.tasks[0]->name, std::string("big-one"));
        QCOMPARE(world.document.text(), QString(text).replace("name: one", "name: big-one"));
        world.document.undo_stack().undo();
        QCOMPARE(world.document.text(), text);
        QCOMPARE(world.edit->toPlainText(), QString(text).replace("\r\n", "\n"));
    }
    void typing_changes_the_flow_data() { rows(); }

    void drawing_changes_the_text() {
        QFETCH(QString, text);
        World world(text);
        const TaskId id = world.document.flow()->main.tasks[0]->id;
        QVERIFY(world.document.commit("Rename", [id](const Flow& flow) { return edit::rename_task(flow, id, "first"); }));
        QCOMPARE(world.edit->toPlainText(), world.document.text().replace("\r\n", "\n"));
        QVERIFY(world.document.text().contains("needs: [first]"));
    }
    void drawing_changes_the_text_data() { rows(); }

    void enter_writes_the_texts_own_line_break() {
        World world(QString(unix_text).replace("\n", "\r\n"));
        world.put("    command: echo 1");
        world.edit->moveCursor(QTextCursor::EndOfBlock);
        QTest::keyClick(world.edit, Qt::Key_Return);
        QTest::keyClicks(world.edit, "timeout: 5s");
        QVERIFY(world.document.text().contains("echo 1\r\n    timeout: 5s\r\n"));
        QCOMPARE(world.document.flow()->main.tasks[0]->own->timeout, std::string("5s"));
    }

    void cursor_and_selection_follow_each_other() {
        World world(unix_text);
        world.put("command: echo 2");
        QCOMPARE(world.document.selection(), std::vector<TaskId>{world.document.flow()->main.tasks[1]->id});
        world.edit->clearFocus();
        world.document.select({world.document.flow()->main.tasks[0]->id});
        QCOMPARE(world.edit->textCursor().block().text().trimmed(), QString("- name: one"));
    }

    // Selected while the pane was hidden (another tab was in front): its lines stand in sight once it is shown.
    void a_selection_made_before_it_is_shown_is_in_sight() {
        QString text = "weftwork: 1\nname: x\ntasks:\n";
        for (int i = 0; i < 200; ++i) text += QString("  - name: t%1\n    command: echo\n").arg(i);
        FlowDocument document(*open_text(utf8(text)), {});
        SourcePanel panel;
        panel.show_document(&document);
        document.select({find_task(document.flow()->main, "t150")->id});
        panel.resize(600, 300);
        panel.show();
        auto* edit = panel.findChild<CodeEdit*>("source-text");
        QTRY_VERIFY(edit->viewport()->rect().contains(edit->cursorRect()));
        QCOMPARE(edit->textCursor().block().text(), QString("  - name: t150"));
        QVERIFY(edit->cursorRect().top() < edit->viewport()->height() / 2);   // with what follows it
    }

    void undo_goes_to_the_documents_stack() {
        World world(unix_text);
        world.put("echo 1");
        QTest::keyClicks(world.edit, "say ");
        QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        QApplication::sendEvent(world.edit, &event);
        QVERIFY2(!event.isAccepted(), "Ctrl+Z must reach the window's action");
    }

    void broken_text_is_said_below() {
        World world(unix_text);
        world.put("tasks:");
        QTest::keyClicks(world.edit, "\"");
        QVERIFY(!world.document.parses());
        QVERIFY(world.panel.findChild<QWidget*>("source-broken")->isVisible());
        QTest::keyClick(world.edit, Qt::Key_Backspace);
        QVERIFY(world.document.parses());
        QVERIFY(!world.panel.findChild<QWidget*>("source-broken")->isVisible());
    }

    void findings_are_squiggles_at_their_bytes() {
        World world(unix_text);
        LintBridge lint(world.document);
        QTRY_VERIFY(!lint.busy());
        world.put("one]");
        QTest::keyClicks(world.edit, "no");
        const auto marked = [&world] {
            for (const Mark& mark : world.edit->marks())
                if (world.edit->toPlainText().mid(mark.begin, mark.end - mark.begin).contains("noone")) return true;
            return false;
        };
        QTRY_VERIFY2(marked(), "the undefined task is underlined where it stands");
    }

  private:
    void rows() {
        QTest::addColumn<QString>("text");
        QTest::newRow("LF") << unix_text;
        QTest::newRow("CRLF") << QString(unix_text).replace("\n", "\r\n");
    }
};

QTEST_MAIN(tst_source_panel)
#include "tst_source_panel.moc"
