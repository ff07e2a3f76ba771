// The converting task between two others: what the engine's table refuses fits afterwards, and the text holds it.
#include <QtTest>

#include "core/targets/converting.h"
#include "core/targets/document.h"
#include "core/targets/passing.h"
#include "core/targets/portability.h"

using namespace weft;

namespace {

const std::string data = std::string(WEFT_TEST_DATA) + "/converting/";

std::vector<Remark> passings(const Flow& flow, const char* target) {
    std::vector<Remark> out = passing_remarks(flow, *find_target(target));
    std::erase_if(out, [](const Remark& one) { return one.fit == Fit::fits; });
    return out;
}

}  // namespace

class TestConverting : public QObject {
    Q_OBJECT
  private slots:
    void aFileIsPrinted() {
        const Result<DocumentPtr> document = open_file(data + "file.weft.yaml");
        QVERIFY2(document, document ? "" : english(document.error().message).c_str());
        for (const char* target : {"local", "argo", "kfp"}) {
            const std::vector<Remark> before = passings(*(*document)->flow, target);
            QCOMPARE(before.size(), std::size_t(1));
            QCOMPARE(before[0].fit, Fit::refused);
            const std::optional<Conversion> fix = conversion(*(*document)->flow, *find_target(target), before[0]);
            QVERIFY2(fix, target);
            const Result<Flow> after = fix->insert(*(*document)->flow);
            QVERIFY2(after, after ? "" : english(after.error().message).c_str());
            for (const Remark& left : passings(*after, target)) QVERIFY2(left.fit != Fit::refused, target);
            const Result<Edited> drawn = commit(*document, *after);
            QVERIFY2(drawn, drawn ? "" : english(drawn.error().message).c_str());
            QVERIFY(drawn->document->text.find("# The report's text is wanted in a variable") != std::string::npos);
            QCOMPARE(drawn->document->flow->main.tasks.size(), std::size_t(3));
            if (std::string_view(target) == "local") continue;
            const Result<Exported> exported = export_to(*drawn->document->flow, *find_target(target));
            QVERIFY2(exported, exported ? "" : english(exported.error().message).c_str());
            QVERIFY(!export_to(*(*document)->flow, *find_target(target)));
        }
    }

    void theOrderGoesThroughTheNewTask() {
        const Result<DocumentPtr> document = open_file(data + "file.weft.yaml");
        const Flow& flow = *(*document)->flow;
        const Result<Flow> after = conversion(flow, *find_target("argo"), passings(flow, "argo")[0])->insert(flow);
        const Task* read = find_task(after->main, "read");
        QCOMPARE(read->needs.size(), std::size_t(1));
        QCOMPARE(read->needs[0].task, std::string("report-as-text"));
        QCOMPARE(find_task(after->main, "report-as-text")->needs[0].task, std::string("make"));
        QCOMPARE(read->params[0].value.task, std::string("report-as-text"));
    }

    void aListBecomesLines() {
        const Result<DocumentPtr> document = open_file(data + "list.weft.yaml");
        const Flow& flow = *(*document)->flow;
        const std::vector<Remark> before = passings(flow, "argo");
        QCOMPARE(before.size(), std::size_t(1));
        QCOMPARE(before[0].fit, Fit::lowered);   // as its JSON text
        const std::optional<Conversion> fix = conversion(flow, *find_target("argo"), before[0]);
        QVERIFY(fix);
        const Result<Flow> after = fix->insert(flow);
        QVERIFY(after);
        const Result<Edited> drawn = commit(*document, *after);
        QVERIFY2(drawn, drawn ? "" : english(drawn.error().message).c_str());
        QVERIFY(drawn->document->text.find("json.loads") != std::string::npos);
        // Once is enough: the reader has lines now.
        const Task* read = find_task(drawn->document->flow->main, "read");
        for (const Remark& left : passings(*drawn->document->flow, "argo")) QVERIFY(left.task != read->id);
    }

    void whereATaskBetweenIsRefusedAsWellNothingIsOffered() {
        const Result<DocumentPtr> document = open_file(data + "file.weft.yaml");
        const Flow& flow = *(*document)->flow;
        const std::vector<Remark> before = passings(flow, "volcano");
        QVERIFY(!before.empty());
        for (const Remark& one : before) QVERIFY(!conversion(flow, *find_target("volcano"), one));
    }

    // Argo's own file: the new task is a template, the reader's argument is its result.
    void inAnArgoFile() {
        const Result<DocumentPtr> document = open_file(data + "file.argo.yaml");
        Flow flow = *(*document)->flow;
        auto make = std::make_shared<Definition>(*find_definition(flow, "make"));
        QVERIFY(!make->outputs.empty());
        make->outputs[0].type = ValueType::list;   // no Argo file says so; the gesture is the same
        for (DefinitionPtr& one : flow.definitions)
            if (one->name == "make") one = make;
        const std::vector<Remark> before = passings(flow, "argo");
        QCOMPARE(before.size(), std::size_t(1));
        const std::optional<Conversion> fix = conversion(flow, *find_target("argo"), before[0]);
        QVERIFY(fix);
        const Result<Flow> after = fix->insert(*(*document)->flow);
        QVERIFY2(after, after ? "" : english(after.error().message).c_str());
        const Result<Edited> drawn = commit(*document, *after);
        QVERIFY2(drawn, drawn ? "" : english(drawn.error().message).c_str());
        QVERIFY2(drawn->document->text.find("{{tasks.names-as-lines.outputs.result}}") != std::string::npos, drawn->document->text.c_str());
    }
};

QTEST_APPLESS_MAIN(TestConverting)
#include "tst_converting.moc"
