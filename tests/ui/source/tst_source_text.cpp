// The YAML pane: text both ways, cursor and selection both ways, findings as marks.
#include <QLabel>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/bridge/lint_bridge.h"
#include "ui/bridge/text_offsets.h"
#include "ui/document/task_places.h"
#include "ui/source/code_edit.h"
#include "ui/source/places.h"
#include "ui/source/source_panel.h"

using namespace weft;
using namespace weft::ui;

class TestSourceText : public QObject {
    Q_OBJECT

    std::unique_ptr<FlowDocument> document;
    std::unique_ptr<SourcePanel> panel;

    void show(const QByteArray& text) {
        panel = std::make_unique<SourcePanel>();
        document = document_of(text);
        QVERIFY(document);
        panel->resize(700, 400);
        panel->show_document(document.get());
        panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel.get()));
        panel->activateWindow();
        edit().setFocus();
        QTRY_VERIFY(edit().hasFocus());
    }
    CodeEdit& edit() const { return *panel->findChild<CodeEdit*>("source-text"); }
    QString shown() const { return edit().toPlainText(); }
    void put_cursor(qsizetype at) const {
        QTextCursor cursor = edit().textCursor();
        cursor.setPosition(int(at));
        edit().setTextCursor(cursor);
    }
    std::vector<TaskId> only(const char* path) const { return {id_of(*document, path)}; }

  private slots:
    void cleanup() {
        panel.reset();
        document.reset();
    }

    void the_cursor_selects_the_task_it_stands_in() {
        show(nightly());
        put_cursor(shown().indexOf("python, train.py"));
        QCOMPARE(document->selection(), only("train"));
        put_cursor(shown().indexOf("cp -r logs"));
        QCOMPARE(document->selection(), only("keep-logs"));
        put_cursor(0);
        QVERIFY(document->selection().empty());
        QCOMPARE(edit().textCursor().position(), 0);
    }

    void the_selection_moves_the_cursor() {
        show(nightly());
        document->select(only("evaluate"));
        const int line = edit().textCursor().block().blockNumber();
        QVERIFY2(edit().textCursor().block().text().contains("evaluate"), qPrintable(edit().textCursor().block().text()));
        put_cursor(edit().textCursor().position() + 12);   // inside: a selection of the same task does not move it
        const int inside = edit().textCursor().position();
        document->select({});
        document->select(only("evaluate"));
        QCOMPARE(edit().textCursor().position(), inside);
        document->select(only("fetch"));
        QVERIFY(edit().textCursor().block().blockNumber() < line);
        QCOMPARE(document->selection(), only("fetch"));
    }

    void typing_goes_to_the_document_and_undo_comes_back() {
        show(nightly());
        const QString before = document->text();
        put_cursor(shown().indexOf("nightly-train"));
        QTest::keyClicks(&edit(), "my-");
        QCOMPARE(document->flow()->name, std::string("my-nightly-train"));
        QCOMPARE(document->text(), shown());
        QTest::keyClick(&edit(), Qt::Key_Backspace);
        QTest::keyClick(&edit(), Qt::Key_Delete);
        QCOMPARE(document->flow()->name, std::string("myightly-train"));
        QTest::keyClick(&edit(), Qt::Key_End);
        QTest::keyClick(&edit(), Qt::Key_Return);
        edit().insertPlainText(QString::fromUtf8("# schön 🙂"));   // as an input method does
        QCOMPARE(document->text(), shown());
        while (document->undo_stack().canUndo()) document->undo_stack().undo();
        QCOMPARE(document->text(), before);
        QCOMPARE(shown(), before);
    }

    void a_drawn_edit_is_seen_at_once() {
        show(nightly());
        const TaskId fetch = id_of(*document, "fetch");
        QVERIFY(document->commit("Rename", [fetch](const Flow& flow) { return edit::rename_task(flow, fetch, "get"); }));
        QCOMPARE(shown(), document->text());
        QVERIFY(shown().contains("output: get.path"));
        document->undo_stack().undo();
        QCOMPARE(shown(), document->text());
    }

    void windows_line_breaks_and_a_mark_at_the_start_stay() {
        const QByteArray text = QByteArray("\xEF\xBB\xBF") + nightly().replace("\n", "\r\n");
        show(text);
        QVERIFY(!shown().contains('\r'));
        put_cursor(shown().indexOf("python, train.py"));
        QCOMPARE(document->selection(), only("train"));
        put_cursor(shown().indexOf("nightly-train"));
        QTest::keyClick(&edit(), Qt::Key_End);
        QTest::keyClick(&edit(), Qt::Key_Return);
        QTest::keyClicks(&edit(), "# new");
        QVERIFY(document->text().contains("nightly-train\r\n# new\r\n"));
        QVERIFY(document->parses());
        const TaskId train = id_of(*document, "train");
        QVERIFY(document->commit("Rename", [train](const Flow& flow) { return edit::rename_task(flow, train, "learn"); }));
        QCOMPARE(QString(document->text()).replace("\r\n", "\n"), shown());
        while (document->undo_stack().canUndo()) document->undo_stack().undo();
        QCOMPARE(QString(document->text()).replace("\r\n", "\n"), shown());
        QCOMPARE(document->text().count("\r\n"), nightly().count('\n'));
    }

    void broken_text_is_said_below_and_goes_when_mended() {
        show(nightly());
        auto* broken = panel->findChild<QLabel*>("source-broken");
        QVERIFY(broken && !broken->isVisible());
        put_cursor(shown().indexOf("[curl") + 1);
        QTest::keyClicks(&edit(), "[");
        QVERIFY(!document->parses());
        QVERIFY(broken->isVisible());
        QVERIFY(broken->text().contains(QString::number(document->broken().where.line)));
        QTest::keyClick(&edit(), Qt::Key_Backspace);
        QVERIFY(document->parses());
        QVERIFY(!broken->isVisible());
    }

    void findings_are_marked_where_they_stand() {
        show("# 🙂 before it\nweftwork: 1\nname: demo\nenvironment: {image: python:3.12-slim}\ntasks:\n  - name: greet\n    command: echo \"$dynamic_out_greet\"\n"
             "    environment:\n      env: {\"dynamic.out(greet)\": hello}\n");
        QVERIFY(edit().marks().empty());
        LintBridge lint(*document);
        const auto mark = [this]() -> const Mark* {
            for (const Mark& one : edit().marks())
                if (one.what.contains("dynamic.out(greet)")) return &one;
            return nullptr;
        };
        QTRY_VERIFY(mark());
        QVERIFY2(shown().mid(mark()->begin, mark()->end - mark()->begin).contains("dynamic.out(greet)"), qPrintable(shown().mid(mark()->begin, mark()->end - mark()->begin)));
        QVERIFY(mark()->error);
        const auto squiggled = [this] {
            int count = 0;
            for (const QTextEdit::ExtraSelection& one : edit().extraSelections()) count += one.format.underlineStyle() != QTextCharFormat::NoUnderline;
            return count;
        };
        QVERIFY(squiggled() > 0);
        for (const lint::Finding& finding : document->findings())
            if (finding.rule == "env/dynamic-out") {
                panel->show_place(finding);
                QVERIFY(edit().textCursor().selectedText().contains("dynamic.out(greet)"));
            }
        document->set_findings({}, document->revision());
        QCOMPARE(squiggled(), 0);
    }

    void a_text_that_is_only_shown_cannot_be_typed_in() {
        show(nightly());
        document->show_only("nightly-train, run 3", Message("only shown"));
        QTest::keyClicks(&edit(), "x");
        QCOMPARE(shown(), document->text());
        QCOMPARE(document->text(), QString::fromUtf8(nightly()));
        QVERIFY(edit().isReadOnly());
    }

    static QByteArray large() {
        QByteArray text("weftwork: 1\nname: large\ntasks:\n");
        for (int i = 0; i < 2500; ++i) text += "  - name: task-" + QByteArray::number(i) + "\n    command: [make, all]   # of it\n";
        return text;
    }
    bool coloured() const { return !edit().document()->firstBlock().layout()->formats().isEmpty(); }

    // A large text leaves the pane piece by piece, out of sight; what comes next is there, coloured and typed in as ever.
    void another_text_follows_a_large_one() {
        show(large());
        QTRY_COMPARE(shown().size(), document->text().size());
        QVERIFY(coloured());
        const QPointer<QTextDocument> old = edit().document();
        const std::unique_ptr<FlowDocument> second = document_of(nightly());
        panel->show_document(second.get());
        QVERIFY(old && old != edit().document());           // not taken apart at once
        QCOMPARE(shown(), second->text());
        QVERIFY(coloured());
        QVERIFY(!edit().isUndoRedoEnabled() && edit().lineWrapMode() == QPlainTextEdit::NoWrap && edit().document()->defaultTextOption().wrapMode() == QTextOption::NoWrap);
        QCOMPARE(edit().document()->defaultFont(), old->defaultFont());
        QTRY_VERIFY(!old);
        put_cursor(shown().indexOf("name: fetch") + 11);
        QTest::keyClicks(&edit(), "er");
        QCOMPARE(second->text(), QString::fromUtf8(nightly()).replace("name: fetch\n", "name: fetcher\n"));
        panel->show_document(nullptr);
        QCOMPARE(shown(), QString());
    }

    void the_cursor_selects_in_a_large_text_too() {
        show(large());
        QTRY_COMPARE(shown().size(), document->text().size());
        put_cursor(shown().indexOf("task-1200\n"));
        put_cursor(shown().indexOf("task-1800\n") + 3);     // of two in a row the last counts
        QTRY_COMPARE(document->selection(), only("task-1800"));
        put_cursor(0);
        QTRY_VERIFY(document->selection().empty());
    }

    void a_large_edit_is_put_in_piece_by_piece() {
        show(large());
        QTRY_COMPARE(shown().size(), document->text().size());
        yaml::TextEdit most{40, document->text().toStdString().substr(40), {}};
        most.inserted = most.removed;
        for (std::size_t at = most.inserted.find("make"); at != std::string::npos; at = most.inserted.find("make", at)) most.inserted.replace(at, 4, "build");
        QVERIFY(document->apply_text("all of it", {most}));
        QVERIFY(shown() != document->text());
        QVERIFY(edit().isReadOnly());
        QTRY_COMPARE(shown(), document->text());
        QVERIFY(!edit().isReadOnly());
    }

    void offsets_of_a_long_text_are_those_of_its_letters() {
        QString text;
        for (int i = 0; i < 40; ++i) text += QString("plain letters %1 ").arg(i) + (i % 3 ? QString() : QString::fromUtf8("ä武😀"));
        const std::string bytes = text.toStdString();
        for (qsizetype at = 0; at <= text.size(); ++at) {
            if (at < text.size() && text[at].isLowSurrogate()) continue;
            const std::size_t byte = text.left(at).toUtf8().size();
            QCOMPARE(byte_of_utf16(bytes, at), byte);
            QCOMPARE(utf16_of_byte(bytes, byte), at);
            QCOMPARE(bytes_of_units(bytes, byte, text.size() - at), bytes.size() - byte);
        }
    }

    void line_breaks_follow_an_edit() {
        LineBreaks plain = line_breaks("a\nb\n");
        QVERIFY(plain.follow(1, "xyz\n"));
        QCOMPARE(plain.shown_size, qsizetype(7));
        QVERIFY(!plain.follow(0, "\r\n"));
        QVERIFY(!line_breaks("a\r\nb").follow(0, "c"));
        QVERIFY(!line_breaks("a\rb").follow(0, "\n"));     // may become a double one
    }

    void line_breaks_are_counted_both_ways() {
        const QString text = "a\r\nb\nc\r\n\r\nd";
        const LineBreaks breaks = line_breaks(text);
        const QString field = QString(text).replace("\r\n", "\n");
        QVERIFY(breaks.crlf);
        QCOMPARE(breaks.shown_size, field.size());
        for (int i = 0; i <= field.size(); ++i) {
            const int at = breaks.to_text(i);
            QCOMPARE(breaks.to_shown(at), i);
            if (i < field.size() && field[i] != '\n') QCOMPARE(text[at], field[i]);
        }
    }
};

QTEST_MAIN(TestSourceText)
#include "tst_source_text.moc"
