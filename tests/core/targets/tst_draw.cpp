// Drawing on and on without reading in between says the same as reading after every gesture: the text parses to what was drawn, the edits lead from text to
// text and back, places follow. On native files and on real Argo files; the seed is fixed, WEFT_SEED tries another.
#include <QDirIterator>
#include <QtTest>

#include "core/targets/document_compare.h"
#include "core/targets/lint_document.h"
#include "tests/core/targets/drawer.h"

using namespace weft;

namespace {

QStringList files(const QString& folder, const QStringList& masks) {
    QStringList found;
    QDirIterator it(folder, masks, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) found << it.next();
    found.sort();
    return found;
}

std::vector<DocumentPtr> drawable() {
    std::vector<DocumentPtr> documents;
    QStringList names = files(WEFT_TEST_DATA "/native", {"*.weft.yaml"}) + files(WEFT_TEST_DATA "/canvas", {"*.yaml"}) + files(WEFT_SOURCE "/resources/examples", {"*.yaml"});
    names += files(WEFT_TEST_DATA "/argo", {"*.yaml"}) + files(WEFT_SHARED "/corpus", {"*.yaml"});
    for (const QString& name : names) {
        if (QFileInfo(name).size() > 6000 || name.contains("malformed")) continue;
        if (auto opened = open_file(name.toStdString()); opened && (*opened)->format->abilities.edit && (*opened)->format->write) documents.push_back(*opened);
    }
    return documents;
}

// Where a new definition is put in the file is a matter of taste.
Flow in_order(Flow flow) {
    std::stable_sort(flow.definitions.begin(), flow.definitions.end(), [](const DefinitionPtr& a, const DefinitionPtr& b) { return a->name < b->name; });
    return flow;
}

const char* const small_native =
    "weftwork: 1\nname: demo\nenvironment:\n  image: alpine:3.20\ntasks:\n  - name: fetch   # first\n    command: echo hello\n  - name: train\n    needs: [fetch]\n    command: echo train\n"
    "  - name: report\n    needs: [train]\n    command: echo ünïcode\n";

DocumentPtr small() { return *open_text(small_native, "small.weft.yaml"); }
TaskId id_of(const Document& document, const char* name) { return find_task(document.flow->main, name)->id; }

}  // namespace

class TestDraw : public QObject {
    Q_OBJECT
  private slots:
    void on_and_on() {
        const std::vector<DocumentPtr> documents = drawable();
        QVERIFY(documents.size() > 5);
        const unsigned seed = qEnvironmentVariableIsSet("WEFT_SEED") ? unsigned(qEnvironmentVariableIntValue("WEFT_SEED")) : 11u;
        test::Drawer drawer{std::mt19937(seed)};
        const int rounds = qEnvironmentVariableIsSet("WEFT_THOROUGH") ? 3000 : 300;
        int drawn = 0, refused = 0, late = 0, stricter = 0;
        for (int round = 0; round < rounds; ++round) {
            DocumentPtr fast = documents[std::size_t(drawer.below(documents.size()))];
            DocumentPtr slow = fast;
            std::string story = fast->file;
            for (int step = 0; step < 8; ++step) {
                std::string gesture;
                const Result<Flow> wanted = drawer.gesture(*fast->flow, gesture);
                if (!wanted) continue;
                const Result<Edited> quick = draw(fast, *wanted);
                const Result<Edited> whole = commit(slow, *wanted);
                story += "\n" + gesture;
                if (!quick || !whole) {
                    // what one way refuses the other refuses too, at the latest when it is checked
                    if (quick && check(quick->document)) ++stricter, qInfo("only read in between it is refused: %s: %s", story.c_str(), describe(whole.error()).c_str());
                    if (!quick && whole) ++stricter, qInfo("only drawn on it is refused: %s: %s", story.c_str(), describe(quick.error()).c_str());
                    ++refused;
                    continue;
                }
                QVERIFY2(yaml::apply(fast->text, quick->edits) == quick->document->text, story.c_str());
                QVERIFY2(yaml::apply(quick->document->text, yaml::inverse(quick->edits)) == fast->text, story.c_str());
                const Result<DocumentPtr> checked = check(quick->document);
                if (!checked) {
                    ++late;
                    qInfo("taken back: %s: %s", story.c_str(), describe(checked.error()).c_str());
                    continue;
                }
                const std::string differs = difference(in_order(*whole->document->flow), in_order(*(*checked)->flow), fast->format->abilities.placements_inside);
                QVERIFY2(differs.empty(), (story + ": " + differs).c_str());
                ++drawn;
                fast = quick->document;
                slow = whole->document;
                if (drawer.below(5) == 0) fast = *checked;   // the worker was there
            }
        }
        qInfo("%d gestures drawn, %d refused, %d taken back late, %d judged differently", drawn, refused, late, stricter);
        QVERIFY(drawn > rounds * 2);
        // A step taken out of its group and put back: the file as it was read still knows its old place. It is taken back and said, never written wrong.
        QVERIFY2(late * 500 <= drawn, qPrintable(QString::number(late)));
        QCOMPARE(stricter, 0);
    }

    void drawing_reads_nothing_and_typing_goes_on_from_there() {
        DocumentPtr document = small();
        const Result<Flow> renamed = edit::rename_task(*document->flow, id_of(*document, "train"), "learn");
        QVERIFY(renamed);
        const Result<Edited> edited = draw(document, *renamed);
        QVERIFY(edited);
        QVERIFY(edited->document->base == document);
        QVERIFY(!is_checked(*edited->document));
        QVERIFY(edited->document->text.find("needs: [learn]") != std::string::npos);
        const Result<DocumentPtr> checked = check(edited->document);
        QVERIFY(checked && is_checked(**checked) && !(*checked)->base);
        QCOMPARE(id_of(**checked, "learn"), id_of(*document, "train"));
        const Result<DocumentPtr> typed = retype(edited->document, edited->document->text + "  - {name: more, command: echo}\n");
        QVERIFY(typed);
        QCOMPARE(id_of(**typed, "learn"), id_of(*document, "train"));
    }

    // Drawn there and back: the bytes are those of before, and nothing is left to check.
    void there_and_back() {
        const DocumentPtr document = small();
        const TaskId id = id_of(*document, "train");
        const Result<Edited> there = draw(document, *edit::rename_task(*document->flow, id, "learn"));
        QVERIFY(there);
        const Result<Edited> back = draw(there->document, *edit::rename_task(*there->document->flow, id, "train"));
        QVERIFY(back);
        QCOMPARE(back->document->text, document->text);
        QVERIFY(is_checked(*back->document));
        QCOMPARE(yaml::apply(there->document->text, back->edits), document->text);
    }

    void places_follow_what_was_drawn() {
        DocumentPtr document = small();
        const Result<Edited> edited = draw(document, *edit::rename_task(*document->flow, id_of(*document, "fetch"), "a-much-longer-name"));
        QVERIFY(edited);
        const Document& drawn = *edited->document;
        const std::size_t then = document->text.find("- name: report"), now = drawn.text.find("- name: report");
        QVERIFY(now > then);
        QCOMPARE(now_at(drawn, then), now);
        QCOMPARE(then_at(drawn, now), then);
        QCOMPARE(now_at(drawn, 0), std::size_t(0));
        QCOMPARE(then_at(drawn, drawn.text.size()), document->text.size());
    }

    // Findings of a drawn change stand at the lines of the new text before it was read again.
    void lint_of_what_was_drawn() {
        const std::string text = "weftwork: 1\nname: demo\nenvironment:\n  image: alpine:3.20\ntasks:\n  - name: one\n    command: echo\n  - name: two\n    command: echo\n    environment:\n"
                                 "      env: {\"dynamic.out(x)\": a}\n";
        const Result<DocumentPtr> document = open_text(text, "f.weft.yaml");
        QVERIFY(document);
        Definition longer = *find_task((*document)->flow->main, "one")->own;
        longer.environment.env.push_back({"A", Value{Source::literal, "1"}});
        longer.environment.env.push_back({"B", Value{Source::literal, "2"}});
        const Result<Flow> flow = edit::change_definition(*(*document)->flow, id_of(**document, "one"), edit::Scope::all, longer);
        QVERIFY(flow);
        const Result<Edited> edited = draw(*document, *flow);
        QVERIFY(edited);
        const Result<DocumentPtr> checked = check(edited->document);
        QVERIFY(checked);
        const auto drawn = lint_document(*edited->document), read = lint_document(**checked);
        QCOMPARE(drawn.size(), read.size());
        QVERIFY(!drawn.empty());
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            QCOMPARE(drawn[i].rule, read[i].rule);
            QCOMPARE(drawn[i].where.line, read[i].where.line);
            QCOMPARE(drawn[i].where.column, read[i].where.column);
            QCOMPARE(drawn[i].span.begin, read[i].span.begin);
        }
    }
};

QTEST_GUILESS_MAIN(TestDraw)
#include "tst_draw.moc"
