// One document, two ways in (drawing and typing), one undo stack: what it promises to every panel that shows it.
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/model/edit_notes.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/document/sidecar.h"
#include "ui/document/task_places.h"

using namespace weft;
using namespace weft::ui;

namespace {

const char* const flow_text =
    "# kept: ünïcödé and a pair beyond the plane 🙂\n"
    "weftwork: 1\n"
    "name: sample\n"
    "tasks:\n"
    "  - name: fetch   # the first one\n"
    "    command: [curl, -O, https://example.org/data]\n"
    "    outputs: [path]\n"
    "  - name:    train\n"
    "    needs: [ fetch ]\n"
    "    params: {DATA: {output: fetch.path}}\n"
    "    command: [python, train.py]\n"
    "  - name: report\n"
    "    needs: [train]\n"
    "    command: [echo, done]\n";

const char* const argo_text =
    "apiVersion: argoproj.io/v1alpha1\n"
    "kind: Workflow\n"
    "metadata: {generateName: sample-}\n"
    "spec:\n"
    "  entrypoint: main\n"
    "  templates:\n"
    "  - name: main\n"
    "    dag:\n"
    "      tasks:\n"
    "      - {name: fetch, template: say}\n"
    "      - {name: train, template: say, depends: fetch}   # stays\n"
    "  - name: say\n"
    "    container: {image: alpine, command: [echo, hello]}\n";

std::unique_ptr<FlowDocument> open(const QByteArray& text, const QString& file = {}) {
    Result<DocumentPtr> opened = open_text(text.toStdString(), utf8(file));
    if (!opened) {
        qWarning("%s", describe(opened.error()).c_str());
        return nullptr;
    }
    return std::make_unique<FlowDocument>(*opened, file);
}

QByteArray bytes_of(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("(cannot be read)");
}

// Does what the YAML pane does: keeps a text of its own by following text_edited.
struct Follower {
    QString text;
    explicit Follower(FlowDocument& document) : text(document.text()) {
        QObject::connect(&document, &FlowDocument::text_edited, &document, [this](int at, int removed, const QString& inserted) { text.replace(at, removed, inserted); });
    }
};

Result<void> rename_to(FlowDocument& document, const char* path, const std::string& name, const QString& key = {}) {
    const TaskId id = id_of(document, path);
    return document.commit("Rename", [id, name](const Flow& flow) { return edit::rename_task(flow, id, name); }, key);
}

Result<void> move(FlowDocument& document, const char* path, Point to) {
    const TaskId id = id_of(document, path);
    return document.commit("Move", [id, to](const Flow& flow) { return edit::move_tasks(flow, {{id, to}}); });
}

// `fresh` under the ids of `known`, so that the two can be compared.
FlowPtr carried(const Flow& known, const Flow& fresh) { return std::make_shared<Flow>(carry_ids(known, fresh)); }

// A name, which every file holds, and a detail on a command, which no native file does.
Result<void> draw_what_no_file_holds(FlowDocument& document) {
    const TaskId id = id_of(document, "train");
    return document.commit("Draw", [id](const Flow& flow) -> Result<Flow> {
        const Result<Flow> renamed = edit::rename_task(flow, id, "never");
        if (!renamed) return renamed;
        Definition odd = *find_task(*renamed, id)->own;
        odd.detail = "held by no file";
        return edit::change_definition(*renamed, id, edit::Scope::all, odd);
    });
}

// Types over the first `what`.
void type_over(FlowDocument& document, const QString& what, const QString& with) {
    const qsizetype at = document.text().indexOf(what);
    QVERIFY2(at >= 0, qPrintable(what));
    document.type(int(at), int(what.size()), with);
}

}  // namespace

class TestFlowDocument : public QObject {
    Q_OBJECT

    std::unique_ptr<FlowDocument> document;

  private slots:
    void init() {
        document = open(flow_text);
        QVERIFY(document);
    }
    void cleanup() { document.reset(); }

    void a_drawn_edit_patches_the_text_and_undo_restores_the_bytes() {
        const QString before = document->text();
        const FlowPtr flow_before = document->flow();
        Follower follower(*document);
        QSignalSpy changed(document.get(), &FlowDocument::changed);
        QVERIFY(rename_to(*document, "fetch", "get"));
        QCOMPARE(changed.count(), 1);
        QVERIFY(document->text().contains("- name: get   # the first one"));
        QVERIFY(document->text().contains("output: get.path"));
        QVERIFY(document->text().startsWith(before.left(before.indexOf("fetch"))));
        QVERIFY(document->modified());
        const QString after = document->text();
        document->undo_stack().undo();
        QCOMPARE(document->text(), before);
        QVERIFY(*document->flow() == *flow_before);
        QVERIFY(!document->modified());
        document->undo_stack().redo();
        QCOMPARE(document->text(), after);
        QCOMPARE(follower.text, after);
        QCOMPARE(document->undo_stack().undoText(), QString("Rename"));
    }

    void the_same_key_joins_edits_into_one_step() {
        const QString before = document->text();
        for (const char* name : {"f", "fe", "fet"}) QVERIFY(rename_to(*document, document->flow()->main.tasks.front()->name.c_str(), name, "name"));
        QCOMPARE(document->undo_stack().count(), 1);
        QVERIFY(task_of(*document, "fet"));
        QVERIFY(rename_to(*document, "fet", "fetcher", "another"));
        QVERIFY(rename_to(*document, "fetcher", "fetch-all"));
        QVERIFY(rename_to(*document, "fetch-all", "all"));
        QCOMPARE(document->undo_stack().count(), 4);
        while (document->undo_stack().canUndo()) document->undo_stack().undo();
        QCOMPARE(document->text(), before);
    }

    void an_edit_that_changes_nothing_leaves_no_step() {
        QSignalSpy changed(document.get(), &FlowDocument::changed);
        QVERIFY(document->commit("Nothing", [](const Flow& flow) -> Result<Flow> { return flow; }));
        QCOMPARE(changed.count(), 0);
        QCOMPARE(document->undo_stack().count(), 0);
        QVERIFY(rename_to(*document, "fetch", "get", "name"));
        QVERIFY(rename_to(*document, "get", "fetch", "name"));   // typed away again
        QCOMPARE(document->text(), QString::fromUtf8(flow_text));
        QCOMPARE(document->undo_stack().count(), 0);
        QVERIFY(!document->modified());
        document->type(0, 1, "#");                               // over a "#"
        QCOMPARE(document->undo_stack().count(), 0);
    }

    void a_refusal_changes_nothing_and_says_why() {
        QSignalSpy refused(document.get(), &FlowDocument::refused);
        const Result<void> done = rename_to(*document, "fetch", "train");
        QVERIFY(!done);
        QCOMPARE(refused.count(), 1);
        QVERIFY(translated(done.error().message).contains("train"));
        QCOMPARE(document->text(), QString::fromUtf8(flow_text));
        QCOMPARE(document->undo_stack().count(), 0);
    }

    void broken_text_keeps_the_last_flow_and_refuses_drawing() {
        const FlowPtr before = document->flow();
        QSignalSpy state(document.get(), &FlowDocument::parse_state_changed);
        type_over(*document, "[echo, done]", "[echo, done");
        QVERIFY(!document->parses());
        QCOMPARE(state.count(), 1);
        QVERIFY(document->flow() == before);
        QVERIFY(!document->can_draw());
        const int line = document->broken().where.line;
        QVERIFY2(line >= 13, qPrintable(QString::number(line)));
        QVERIFY2(translated(document->why_not_draw()).contains(QString("mend line %1").arg(line)), qPrintable(translated(document->why_not_draw())));
        const QString broken = document->text();
        const Result<void> drawn = rename_to(*document, "fetch", "get");
        QVERIFY(!drawn);
        QVERIFY(translated(drawn.error().message).contains("mend line"));
        QCOMPARE(document->text(), broken);
        document->undo_stack().undo();
        QVERIFY(document->parses() && document->can_draw());
        QCOMPARE(state.count(), 2);
        QCOMPARE(document->text(), QString::fromUtf8(flow_text));
        QVERIFY(rename_to(*document, "fetch", "get"));
    }

    void broken_text_can_be_mended_by_typing() {
        type_over(*document, "[echo, done]", "[echo, done");
        type_over(*document, "[echo, done", "[echo, over]");
        QVERIFY(document->parses());
        QCOMPARE(task_of(*document, "report")->own->command.back().text, std::string("over"));
        QCOMPARE(document->undo_stack().count(), 1);   // one typing
    }

    void ids_stay_while_a_name_is_typed() {
        const TaskId fetch = id_of(*document, "fetch"), train = id_of(*document, "train"), report = id_of(*document, "report");
        document->select({report});
        QSignalSpy selection(document.get(), &FlowDocument::selection_changed);
        type_over(*document, "name: report", "name: summary");
        QCOMPARE(id_of(*document, "fetch"), fetch);
        QCOMPARE(id_of(*document, "train"), train);
        QCOMPARE(id_of(*document, "summary"), report);
        QCOMPARE(document->selection(), std::vector<TaskId>{report});
        QCOMPARE(selection.count(), 0);
        document->undo_stack().undo();
        QCOMPARE(id_of(*document, "report"), report);
    }

    void typing_counts_in_utf16_and_the_text_in_bytes() {
        Follower follower(*document);
        type_over(*document, QString::fromUtf8("🙂"), QString::fromUtf8("ß🙂🙂"));
        type_over(*document, "[echo, done]", QString::fromUtf8("[echo, \"schön 🙂\"]"));
        QVERIFY(document->parses());
        QCOMPARE(follower.text, document->text());
        QVERIFY(rename_to(*document, "fetch", "get"));
        QCOMPARE(follower.text, document->text());
        while (document->undo_stack().canUndo()) document->undo_stack().undo();
        QCOMPARE(follower.text, QString::fromUtf8(flow_text));
    }

    void a_deleted_task_is_no_longer_selected() {
        document->select({id_of(*document, "train"), id_of(*document, "report")});
        const TaskId train = id_of(*document, "train"), report = id_of(*document, "report");
        QVERIFY(document->commit("Delete", [train](const Flow& flow) { return edit::remove_tasks(flow, {train}); }));
        QCOMPARE(document->selection(), std::vector<TaskId>{report});
    }

    void findings_of_an_older_text_are_not_taken() {
        const int old = document->revision();
        QVERIFY(rename_to(*document, "fetch", "get"));
        QSignalSpy findings(document.get(), &FlowDocument::findings_changed);
        document->set_findings({lint::Finding{}}, old);
        QCOMPARE(findings.count(), 0);
        document->set_findings({lint::Finding{}}, document->revision());
        QCOMPARE(findings.count(), 1);
        QCOMPARE(document->findings().size(), std::size_t(1));
    }

    void saving_writes_the_text_and_cleans_the_mark() {
        QTemporaryDir dir;
        const QString file = dir.filePath("sample.weft.yaml");
        QCOMPARE(document->title(), QString("untitled"));
        QVERIFY(rename_to(*document, "fetch", "get"));
        QSignalSpy state(document.get(), &FlowDocument::state_changed);
        QVERIFY(document->save(file));
        QVERIFY(state.count() > 0);
        QVERIFY(!document->modified());
        QCOMPARE(document->file(), file);
        QCOMPARE(document->title(), QString("sample.weft.yaml"));
        QCOMPARE(bytes_of(file), document->text().toUtf8());
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"sample.weft.yaml"});   // no temporary, no sidecar
        document->undo_stack().undo();
        QVERIFY(document->modified());
        document->undo_stack().redo();
        QVERIFY(!document->modified());
    }

    void a_save_that_fails_says_so_and_stays_modified() {
        QTemporaryDir dir;
        QFile in_the_way(dir.filePath("file"));
        QVERIFY(in_the_way.open(QIODevice::WriteOnly));
        QVERIFY(rename_to(*document, "fetch", "get"));
        QVERIFY(!document->save(dir.filePath("file/sample.weft.yaml")));
        QVERIFY(document->modified());
        QCOMPARE(document->file(), QString());
    }

    void reading_again_is_a_step_that_can_be_undone() {
        QTemporaryDir dir;
        const QString file = dir.filePath("sample.weft.yaml");
        QVERIFY(document->save(file));
        const QString before = document->text();
        const TaskId fetch = id_of(*document, "fetch");
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(QByteArray(flow_text).replace("name: report", "name: letter"));
        out.close();
        QVERIFY(document->reload());
        QVERIFY(!document->modified());
        QVERIFY(task_of(*document, "letter"));
        QCOMPARE(id_of(*document, "fetch"), fetch);
        document->undo_stack().undo();
        QCOMPARE(document->text(), before);
        QVERIFY(document->modified());
    }

    void a_run_s_text_is_only_shown() {
        document->show_only("sample, run 3", Message("only shown"));
        QVERIFY(document->read_only() && !document->can_draw());
        document->type(0, 0, "x");
        QVERIFY(!rename_to(*document, "fetch", "get"));
        QCOMPARE(document->text(), QString::fromUtf8(flow_text));
        QCOMPARE(document->title(), QString("sample, run 3"));
    }

    void an_engine_file_gets_placements_beside_it_and_only_after_a_move() {
        QTemporaryDir dir;
        const QString file = dir.filePath("sample.yaml"), beside = dir.filePath("sample.yaml.weft-canvas.yaml");
        document = open(argo_text, file);
        QVERIFY(document);
        QVERIFY(document->save(file));
        QVERIFY(!QFile::exists(beside));
        const QString before = document->text();
        QVERIFY(move(*document, "train", {320, 40}));
        QCOMPARE(document->text(), before);
        QVERIFY(document->modified());
        QVERIFY(!QFile::exists(beside));   // not before it is saved
        QVERIFY(document->save(file));
        QCOMPARE(bytes_of(file), QByteArray(argo_text));
        QVERIFY(QFile::exists(beside));
        const auto again = open(argo_text, file);
        QVERIFY(again);
        QCOMPARE(again->flow()->placements, (std::vector<Placement>{{"train", {320, 40}}}));
        QVERIFY(!again->modified());
    }

    void a_note_on_an_engine_file_lies_beside_it() {
        QTemporaryDir dir;
        const QString file = dir.filePath("sample.yaml");
        document = open(argo_text, file);
        const Note note{"", "# Why\nbecause: \"x\"", {-12, 40}, 200, 64, "green"};
        QVERIFY(document->commit("Add note", [&](const Flow& flow) { return edit::add_note(flow, note); }));
        QCOMPARE(document->text(), QString(argo_text));
        QVERIFY(document->modified());
        type_over(*document, "{name: train", "{name: study");
        QCOMPARE(document->flow()->notes, (std::vector<Note>{note}));
        document->undo_stack().undo();
        QVERIFY(document->save(file));
        QCOMPARE(bytes_of(file), QByteArray(argo_text));
        const auto again = open(argo_text, file);
        QCOMPARE(again->flow()->notes, (std::vector<Note>{note}));
        document->undo_stack().undo();
        QVERIFY(document->flow()->notes.empty());
        QVERIFY(document->save(file));
        QVERIFY(open(argo_text, file)->flow()->notes.empty());
    }

    void a_placed_task_keeps_its_place_over_a_rename_of_an_engine_file() {
        QTemporaryDir dir;
        document = open(argo_text, dir.filePath("sample.yaml"));
        QVERIFY(document);
        QVERIFY(move(*document, "train", {320, 40}));
        QVERIFY(rename_to(*document, "train", "learn"));
        QCOMPARE(document->flow()->placements, (std::vector<Placement>{{"learn", {320, 40}}}));
        QVERIFY(document->text().contains("# stays"));
        type_over(*document, "{name: learn", "{name: study");
        QCOMPARE(document->flow()->placements, (std::vector<Placement>{{"study", {320, 40}}}));
        document->undo_stack().undo();
        document->undo_stack().undo();
        QCOMPARE(document->flow()->placements, (std::vector<Placement>{{"train", {320, 40}}}));
        document->undo_stack().undo();
        QVERIFY(document->flow()->placements.empty());
        QCOMPARE(document->text(), QString::fromUtf8(argo_text));
    }

    void a_native_file_holds_its_placements_itself() {
        QTemporaryDir dir;
        const QString file = dir.filePath("sample.weft.yaml");
        QVERIFY(move(*document, "train", {320, 40}));
        QVERIFY(document->text() != QString::fromUtf8(flow_text));
        QVERIFY(document->save(file));
        QVERIFY(!QFile::exists(qs(sidecar_path(utf8(file)))));
        const auto again = open(bytes_of(file), file);
        QCOMPARE(again->flow()->placements, document->flow()->placements);
        document->undo_stack().undo();
        QCOMPARE(document->text(), QString::fromUtf8(flow_text));
    }

    // Whatever is drawn, typed, undone and redone in whatever order: who follows has the text, who undoes all has the first bytes, and the flow is the text's.
    void any_order_of_changes_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 8; ++seed) QTest::addRow("seed %d", seed) << seed;
    }
    void any_order_of_changes() {
        QFETCH(int, seed);
        QRandomGenerator random{quint32(seed)};
        Follower follower(*document);
        const QStringList snippets = {"x", " ", "\n", "  - name: more\n", "[", "]", "#", "\"", QString::fromUtf8("ü🙂"), "needs: [fetch]", ": "};
        const auto some_task = [&]() -> TaskId {
            const auto& tasks = document->flow()->main.tasks;
            return tasks.empty() ? 0 : tasks[std::size_t(random.bounded(int(tasks.size())))]->id;
        };
        for (int step = 0; step < 120; ++step) {
            const TaskId one = some_task(), other = some_task();
            switch (random.bounded(9)) {
                case 0: (void)document->commit("Rename", [&](const Flow& flow) { return edit::rename_task(flow, one, "t" + std::to_string(step)); }); break;
                case 1: (void)document->commit("Connect", [&](const Flow& flow) { return edit::connect(flow, one, other); }); break;
                case 2: (void)document->commit("Add", [&](const Flow& flow) { return edit::paste(flow, {}, edit::extract(flow, {one})); }); break;
                case 3: (void)document->commit("Move", [&](const Flow& flow) { return edit::move_tasks(flow, {{one, {double(random.bounded(900)), 8}}}); }, "move"); break;
                case 4: if (random.bounded(3) == 0) (void)document->commit("Delete", [&](const Flow& flow) { return edit::remove_tasks(flow, {one}); }); break;
                case 5: document->undo_stack().undo(); break;
                case 6: document->undo_stack().redo(); break;
                default: {
                    const QString text = document->text();
                    int at = int(random.bounded(text.size() + 1)), end = std::min(int(text.size()), at + int(random.bounded(4)));
                    while (at > 0 && at < text.size() && text[at].isLowSurrogate()) --at;      // a text field never parts a pair
                    while (end < text.size() && text[end].isLowSurrogate()) ++end;
                    document->type(at, end - at, snippets[random.bounded(int(snippets.size()))]);
                    if (!document->parses() && random.bounded(3)) document->undo_stack().undo();
                }
            }
            QCOMPARE(follower.text, document->text());
            if (!document->parses()) continue;
            const auto fresh = open(document->text().toUtf8());
            QVERIFY2(fresh, qPrintable(document->text()));
            QCOMPARE(fresh->flow()->main.tasks.size(), document->flow()->main.tasks.size());
            QVERIFY2(diff(*carried(*document->flow(), *fresh->flow()), *document->flow()).empty(), qPrintable(document->text()));
        }
        while (document->undo_stack().canUndo()) document->undo_stack().undo();
        QCOMPARE(document->text(), QString::fromUtf8(flow_text));
        QCOMPARE(follower.text, document->text());
    }

    void a_large_text_is_read_after_a_pause_or_when_it_is_needed() {
        QByteArray text = "weftwork: 1\nname: large\ntasks:\n";
        for (int i = 0; i < 3200; ++i) text += "  - name: task-" + QByteArray::number(i) + "\n    command: [echo, a, rather, long, line, to, fill]\n";
        QVERIFY(text.size() > 200'000);
        document = open(text);
        QVERIFY(document);
        const TaskId last = id_of(*document, "task-3199");
        type_over(*document, "name: task-3199", "name: final");
        QVERIFY(!task_of(*document, "final"));   // typing does not wait for it
        QTRY_VERIFY(task_of(*document, "final"));
        QCOMPARE(id_of(*document, "final"), last);
        type_over(*document, "name: final", "name: end");
        QVERIFY(rename_to(*document, "task-0", "start"));   // a drawn edit does
        QVERIFY(task_of(*document, "end") && task_of(*document, "start"));
        while (document->undo_stack().canUndo()) document->undo_stack().undo();
        QCOMPARE(document->text().toUtf8(), text);
    }

    // --- a large text: drawn at once, read by a worker ---------------------------------------------------------------------------

    void what_is_drawn_into_a_large_text_shows_before_it_is_read() {
        document->read_at_once_below(0);
        const QString before = document->text();
        Follower follower(*document);
        const TaskId id = id_of(*document, "fetch");
        QVERIFY(rename_to(*document, "fetch", "get"));
        QVERIFY(document->text().contains("output: get.path"));
        QVERIFY(document->waits_for_reading());
        QVERIFY(!is_checked(*document->document()));
        QVERIFY(rename_to(*document, "train", "learn"));   // drawn on what nobody has read yet
        QVERIFY(move(*document, "report", {300, 40}));
        QCOMPARE(follower.text, document->text());
        const FlowPtr drawn = document->flow();
        QVERIFY(document->wait_until_read());
        QVERIFY(is_checked(*document->document()) && !document->document()->base);
        QCOMPARE(id_of(*document, "get"), id);
        QVERIFY(*document->flow() == *drawn);
        QCOMPARE(document->document()->text, document->text().toStdString());
        for (int steps = document->undo_stack().count(); steps > 0; --steps) document->undo_stack().undo();
        QCOMPARE(document->text(), before);
        QCOMPARE(follower.text, before);
        document->undo_stack().redo();
        QVERIFY(document->wait_until_read());
        QVERIFY(id_of(*document, "get"));
    }

    // What the text turns out not to hold is undone and said; what was drawn before stays, and it cannot be done again.
    void what_a_large_text_does_not_hold_is_taken_back() {
        document->read_at_once_below(0);
        QVERIFY(rename_to(*document, "report", "tell"));
        const QString good = document->text();
        QSignalSpy refused(document.get(), &FlowDocument::refused);
        QVERIFY(draw_what_no_file_holds(*document));
        QVERIFY(document->text().contains("never"));
        QVERIFY(!document->wait_until_read());
        QCOMPARE(document->text(), good);
        QCOMPARE(refused.count(), 1);
        const Message why = refused[0][0].value<Message>();
        QVERIFY2(english(why).find("taken back") != std::string::npos, english(why).c_str());
        QCOMPARE(document->undo_stack().count(), 1);
        QVERIFY(!document->undo_stack().canRedo());
        QVERIFY(!document->waits_for_reading());
        QVERIFY(id_of(*document, "tell"));
    }

    void saving_waits_for_the_reading() {
        QTemporaryDir dir;
        const QString file = dir.filePath("sample.weft.yaml");
        document->read_at_once_below(0);
        QVERIFY(rename_to(*document, "report", "tell"));
        QVERIFY(document->save(file));
        QVERIFY(is_checked(*document->document()));
        const QByteArray good = bytes_of(file);
        QVERIFY(good.contains("tell"));
        QVERIFY(draw_what_no_file_holds(*document));
        QVERIFY(!document->save(file));
        QCOMPARE(bytes_of(file), good);
        QVERIFY(!document->modified());
    }

    void a_text_fix_of_a_large_text_is_taken_back_when_it_breaks_the_text() {
        document->read_at_once_below(0);
        const QString before = document->text();
        QVERIFY(document->apply_text("Mend", {{std::size_t(0), "", "a: [\n"}}));
        QVERIFY(!document->wait_until_read());
        QCOMPARE(document->text(), before);
        QVERIFY(document->parses());
        const std::size_t at = document->document()->text.find("train.py");
        QVERIFY(document->apply_text("Mend", {{at, "train.py", "learn.py"}}));
        QVERIFY(document->wait_until_read());
        QVERIFY(document->text().contains("learn.py"));
    }

    // Selecting a task shows its lines also while the worker has not come round to it.
    void places_of_a_large_text_follow_the_drawing() {
        document->read_at_once_below(0);
        QVERIFY(rename_to(*document, "fetch", "a-name-that-is-much-longer"));
        const auto span = span_of_task(*document->document(), id_of(*document, "report"));
        QVERIFY(span);
        QCOMPARE(document->document()->text.substr(span->begin, 12), std::string("name: report"));
        QCOMPARE(task_at_byte(*document->document(), span->begin), id_of(*document, "report"));
    }
};

QTEST_GUILESS_MAIN(TestFlowDocument)
#include "tst_flow_document.moc"
