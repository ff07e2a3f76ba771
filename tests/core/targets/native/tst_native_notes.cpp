// Notes in a native file: read, written where they changed and nowhere else, kept over an edit; and as edits of the flow.
#include <QtTest>

#include "core/model/compare.h"
#include "core/model/edit_group.h"
#include "core/model/edit_notes.h"
#include "core/targets/document.h"
#include "core/targets/document_compare.h"

using namespace weft;

static const char* const text =
    "weftwork: 1\n"
    "name: sample\n"
    "tasks:\n"
    "  - name: group   # stays\n"
    "    tasks:\n"
    "      - {name: inner, command: [echo, a]}\n"
    "  - {name: last, needs: [group], command: [echo, b]}\n"
    "notes:\n"
    "  # for the next reader\n"
    "  - text: |\n"
    "      # Read me\n"
    "      - one\n"
    "    at: [12, -80]\n"
    "    size: [300, 90]\n"
    "    colour: blue\n"
    "  - {text: inside, in: group, at: [1.5, 2]}\n"
    "unfolded: [group]\n";

static DocumentPtr opened() {
    Result<DocumentPtr> document = open_text(text, "sample.weft.yaml");
    if (!document) qFatal("%s", describe(document.error()).c_str());
    return *document;
}

static std::string after(const DocumentPtr& document, const Result<Flow>& wanted) {
    if (!wanted) return english(wanted.error().message);
    const Result<Edited> edited = commit(document, *wanted);
    return edited ? edited->document->text : english(edited.error().message);
}

static std::string replaced(std::string where, const std::string& what, const std::string& with) {
    const std::size_t at = where.find(what);
    return at == std::string::npos ? "not there: " + what : where.replace(at, what.size(), with);
}

class TestNativeNotes : public QObject {
    Q_OBJECT
  private slots:
    void are_read() {
        const DocumentPtr document = opened();
        QVERIFY(document->issues.empty());
        const Flow& flow = *document->flow;
        QCOMPARE(flow.notes.size(), std::size_t(2));
        QCOMPARE(flow.notes[0], (Note{"", "# Read me\n- one\n", {12, -80}, 300, 90, "blue"}));
        QCOMPARE(flow.notes[1].in, std::string("group"));
        QCOMPARE(flow.notes[1].w, Note().w);
        QCOMPARE(flow.unfolded, std::vector<std::string>{"group"});
    }

    void a_moved_note_changes_its_place_alone() {
        const DocumentPtr document = opened();
        Note moved = document->flow->notes[0];
        moved.at = {20, 40};
        QCOMPARE(after(document, edit::change_note(*document->flow, 0, moved)), replaced(text, "at: [12, -80]", "at: [20, 40]"));
    }

    void other_words_change_the_words_alone() {
        const DocumentPtr document = opened();
        Note said = document->flow->notes[1];
        said.text = "outside";
        QCOMPARE(after(document, edit::change_note(*document->flow, 1, said)), replaced(text, "text: inside", "text: outside"));
    }

    void a_new_one_is_the_last_of_the_list() {
        const DocumentPtr document = opened();
        const std::string now = after(document, edit::add_note(*document->flow, {"", "**new**", {4, 8}, 200, 80, "green"}));
        QVERIFY2(now.find("# for the next reader") != std::string::npos && now.find("'**new**'") > now.find("text: inside") && now.find("colour: green") != std::string::npos, now.c_str());
        const Result<DocumentPtr> again = open_text(now);
        QVERIFY(again && (*again)->flow->notes.size() == 3);
        QCOMPARE((*again)->flow->notes[2], (Note{"", "**new**", {4, 8}, 200, 80, "green"}));
    }

    void the_last_that_goes_takes_the_list_along() {
        const DocumentPtr document = opened();
        Result<Flow> flow = edit::remove_note(*document->flow, 0);
        flow = edit::remove_note(*flow, 0);
        const std::string now = after(document, flow);
        QVERIFY2(now.find("notes:") == std::string::npos && now.find("unfolded: [group]") != std::string::npos, now.c_str());
    }

    void a_file_without_notes_gets_the_list() {
        const Result<DocumentPtr> document = open_text("weftwork: 1\ntasks:\n  - {name: a, command: [echo]}\n");
        const std::string now = after(*document, edit::add_note(*(*document)->flow, {"", "hello\nyou", {1, 2}, 240, 120, ""}));
        const Result<DocumentPtr> again = open_text(now);
        QVERIFY2(again, now.c_str());
        QCOMPARE((*again)->flow->notes, (std::vector<Note>{{"", "hello\nyou", {1, 2}, 240, 120, ""}}));
    }

    void notes_follow_a_renamed_group_and_stay_when_it_is_taken_apart() {
        const DocumentPtr document = opened();
        const TaskId group = document->flow->main.tasks[0]->id;
        const Result<Flow> renamed = edit::rename_task(*document->flow, group, "stage");
        QCOMPARE(renamed->notes[1].in, std::string("stage"));
        QCOMPARE(renamed->unfolded, std::vector<std::string>{"stage"});
        const Result<Flow> gone = edit::remove_tasks(*document->flow, {group});
        QVERIFY(gone);
        QCOMPARE(gone->notes.size(), std::size_t(1));
        QVERIFY(gone->unfolded.empty());
        const Result<Flow> apart = edit::ungroup_task(*document->flow, group);
        QVERIFY2(apart, apart ? "" : english(apart.error().message).c_str());
        QCOMPARE(apart->notes.size(), std::size_t(2));
        QCOMPARE(apart->notes[1].in, std::string());
    }

    void refusals() {
        const DocumentPtr document = opened();
        QVERIFY(!edit::add_note(*document->flow, {"", " \n", {}, 10, 10, ""}));
        QVERIFY(!edit::change_note(*document->flow, 7, {}));
        QVERIFY(!edit::remove_note(*document->flow, 2));
        QVERIFY(!edit::set_unfolded(*document->flow, document->flow->main.tasks[1]->id, true));
        const Result<Flow> small = edit::add_note(*document->flow, {"", "x", {}, 1, 1, ""});
        QCOMPARE(small->notes.back().w, edit::smallest_note_width);
    }

    void what_cannot_be_read_is_an_issue_and_stays() {
        const std::string bad = "weftwork: 1\ntasks:\n  - {name: a, command: [echo]}\nnotes:\n  - {text: x, at: [1]}\n  - only words\n  - {text: y, color: red}\n";
        const Result<DocumentPtr> document = open_text(bad);
        QVERIFY(document);
        QCOMPARE((*document)->issues.size(), std::size_t(3));
        const Result<Flow> added = edit::add_note(*(*document)->flow, {"", "z", {}, 240, 120, ""});
        const std::string now = after(*document, added);
        QVERIFY2(now.find("only words") != std::string::npos && now.find("color: red") != std::string::npos, now.c_str());
    }

    void moving_one_is_no_difference_and_saying_something_else_is() {
        const DocumentPtr document = opened();
        Note note = document->flow->notes[0];
        note.at = {500, 500};
        note.colour = "red";
        QVERIFY(compare(*document->flow, *edit::change_note(*document->flow, 0, note)).differences.empty());
        note.text = "other words";
        const Comparison said = compare(*document->flow, *edit::change_note(*document->flow, 0, note));
        QCOMPARE(said.differences.size(), std::size_t(1));
        QCOMPARE(said.differences[0].field, std::string("notes"));
    }
};

QTEST_APPLESS_MAIN(TestNativeNotes)
#include "tst_native_notes.moc"
