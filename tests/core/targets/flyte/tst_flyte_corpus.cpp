// Real files of Flyte: they open, keep their bytes, rename and back, and are written afresh.
#include <QtTest>

#include <set>

#include "core/targets/document.h"
#include "core/targets/flyte/unit.h"
#include "tests/core/targets/flyte/document.h"

using namespace weft;
using flyte_test::Doc;

namespace {

std::vector<std::pair<std::string, Doc>> corpus_docs() {
    std::vector<std::pair<std::string, Doc>> out;
    for (const auto& [name, text] : flyte_test::corpus_texts(WEFT_SHARED)) {
        const Result<yaml::Stream> stream = yaml::read(text);
        const std::size_t flows = stream ? flyte_format().flow_count(*stream) : 0;
        for (std::size_t i = 0; i < flows; ++i)
            if (Result<Doc> doc = flyte_test::open(text, i)) out.emplace_back(name, std::move(*doc));
    }
    return out;
}

std::vector<TaskId> all_ids(const Flow& flow) {
    std::vector<TaskId> ids;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { ids.push_back(task.id); });
    return ids;
}

// A flow with what it uses, by name: a package's other workflows are no part of it once it is written afresh.
void reach(const Flow& flow, const Body& body, std::set<std::string>& names) {
    const auto visit = [&](const TaskPtr& task) {
        const Definition* definition = definition_of(flow, *task);
        if (definition && definition->body && (task->definition.empty() || names.insert(task->definition).second)) reach(flow, *definition->body, names);
    };
    for (const TaskPtr& task : body.tasks) visit(task);
    for (const Handler& handler : body.handlers) visit(handler.task);
}

Flow used(Flow flow) {
    std::set<std::string> names;
    reach(flow, flow.main, names);
    std::erase_if(flow.definitions, [&](const DefinitionPtr& one) { return one->body && !names.count(one->name); });
    std::sort(flow.definitions.begin(), flow.definitions.end(), [](const DefinitionPtr& a, const DefinitionPtr& b) { return a->name < b->name; });
    return flow;
}

bool stands_elsewhere(const Flow& flow) { return flow.entrypoint.empty() && flow.main.tasks.size() == 1 && flow.main.tasks[0]->own && flow.main.tasks[0]->own->kind == DefinitionKind::reference; }

}  // namespace

class TestFlyteCorpus : public QObject {
    Q_OBJECT
  private slots:
    void everyFileOpens() {
        int files = 0, issues = 0;
        for (const auto& [file, text] : flyte_test::corpus_texts(WEFT_SHARED)) {
            const Result<Doc> doc = flyte_test::open(text);
            QVERIFY2(doc.has_value(), file.c_str());
            for (const yaml::Issue& issue : doc->issues) qWarning("%s:%d %s", file.c_str(), issue.line, english(issue.what).c_str());
            issues += int(doc->issues.size());
            ++files;
        }
        if (files == 0) QSKIP("the shared corpus is not there");
        QCOMPARE(issues, 0);
        qInfo("%d files open", files);
    }

    void savingKeepsTheBytes() {
        for (const auto& [file, doc] : corpus_docs()) {
            std::vector<yaml::TextEdit> edits;
            const Result<Doc> again = flyte_test::commit(doc, doc.flow, &edits);
            QVERIFY2(again.has_value(), (file + ": " + (again ? "" : describe(again.error()))).c_str());
            QVERIFY2(edits.empty(), file.c_str());
        }
    }

    void renameEveryTaskAndBack() {
        int renamed = 0, wrong = 0;
        for (const auto& [file, doc] : corpus_docs()) {
            if (stands_elsewhere(doc.flow)) continue;   // a launch plan's workflow is renamed in its own file
            for (const TaskId id : all_ids(doc.flow)) {
                const std::string old = find_task(doc.flow, id)->name;
                const Result<Flow> there = edit::rename_task(doc.flow, id, "renamed-" + old);
                QVERIFY2(there.has_value(), file.c_str());
                const Result<Doc> once = flyte_test::commit(doc, *there);
                if (!once) {
                    qWarning("%s %s: %s", file.c_str(), old.c_str(), describe(once.error()).c_str());
                    ++wrong;
                    continue;
                }
                const Result<Flow> back = edit::rename_task(once->flow, id, old);
                QVERIFY2(back.has_value(), file.c_str());
                const Result<Doc> twice = flyte_test::commit(*once, *back);
                if (!twice || twice->text != doc.text) {
                    qWarning("%s %s back: %s", file.c_str(), old.c_str(), twice ? "other bytes" : describe(twice.error()).c_str());
                    ++wrong;
                }
                ++renamed;
            }
        }
        qInfo("%d tasks renamed and back", renamed);
        QCOMPARE(wrong, 0);
    }

    void writtenAfreshReadsBackEqual() {
        int same = 0, wrong = 0;
        for (const auto& [file, doc] : corpus_docs()) {
            const Result<std::string> text = flyte_format().fresh(doc.flow);
            const Result<Doc> again = text ? flyte_test::open(*text) : Result<Doc>(tl::unexpected<Error>(text.error()));
            const std::string what = again ? difference(used(doc.flow), used(again->flow), false) : describe(again.error());
            if (what.empty()) ++same;
            else ++wrong, qWarning("%s: %s", file.c_str(), what.c_str());
        }
        qInfo("%d written afresh, %d differ", same, wrong);
        QCOMPARE(wrong, 0);
    }

    // What the model has no words for comes along: element types, kinds of literals, plugins' work, caching, notifications.
    void afreshNothingIsLost() {
        const Result<Doc> doc = flyte_test::open(flyte_test::slurp(std::filesystem::path(WEFT_TEST_DATA) / "flyte/files/kinds.yaml"));
        QVERIFY2(doc.has_value(), doc ? "" : describe(doc.error()).c_str());
        QVERIFY2(doc->issues.empty(), doc->issues.empty() ? "" : english(doc->issues[0].what).c_str());
        const Result<std::string> text = flyte_format().fresh(doc->flow);
        QVERIFY2(text.has_value(), text ? "" : describe(text.error()).c_str());
        const Result<Doc> again = flyte_test::open(*text);
        QVERIFY(again.has_value());
        QCOMPARE(QString::fromStdString(difference(doc->flow, again->flow, false)), QString());
        for (const char* kept : {"mapValueType", "structure", "DATETIME", "DURATION", "datetime:", "duration:", "union:", "integer:", "floatValue: 2", "generic:", "png", "parquet", "discoveryVersion",
                                 "python-task", "bigquery_query_job_task", "ProjectID", "SELECT 1", "owner", "interruptible", "recipientsEmail", "team"})
            QVERIFY2(text->find(kept) != std::string::npos, (std::string(kept) + " in\n" + *text).c_str());
        const Result<Doc> described = flyte_test::open(flyte_test::slurp(std::filesystem::path(WEFT_TEST_DATA) / "flyte/files/described.yaml"));
        QVERIFY(described.has_value());
        const Result<Doc> toss = flyte_test::open(flyte_format().fresh(described->flow).value_or(""));
        QVERIFY(toss.has_value());
        QCOMPARE(QString::fromStdString(difference(described->flow, toss->flow, false)), QString());
        // what is drawn wins, the rest still comes along
        Flow drawn = doc->flow;
        for (DefinitionPtr& definition : drawn.definitions)
            if (definition->name == "take") {
                Definition other = *definition;
                other.environment.image = "other:1";
                definition = std::make_shared<const Definition>(std::move(other));
            }
        const Result<std::string> changed = flyte_format().fresh(drawn);
        QVERIFY(changed.has_value());
        QVERIFY(changed->find("other:1") != std::string::npos && changed->find("alpine:3.20") == std::string::npos);
        for (const char* kept : {"mapValueType", "DATETIME", "python-task", "discoveryVersion", "owner"}) QVERIFY2(changed->find(kept) != std::string::npos, kept);
    }

    void oneScalarChangesOneLine() {
        int changed = 0;
        for (const auto& [file, doc] : corpus_docs()) {
            for (const TaskId id : all_ids(doc.flow)) {
                const Task* task = find_task(doc.flow, id);
                const Definition* definition = definition_of(doc.flow, *task);
                if (!definition || !definition->environment.image) continue;
                Definition wanted = *definition;
                wanted.environment.image = "other:1";
                const Result<Flow> drawn = edit::change_definition(doc.flow, id, edit::Scope::all, wanted);
                QVERIFY2(drawn.has_value(), file.c_str());
                std::vector<yaml::TextEdit> edits;
                const Result<Doc> next = flyte_test::commit(doc, *drawn, &edits);
                QVERIFY2(next.has_value(), (file + ": " + (next ? "" : describe(next.error()))).c_str());
                const std::size_t copies = task->definition.empty() ? 1 : flyte::find_unit(doc.stream).all(flyte::Entry::Kind::task, task->definition).size();
                QCOMPARE(edits.size(), copies);   // one: only packages hold a message twice
                for (const yaml::TextEdit& one : edits) QVERIFY2(one.removed.find('\n') == std::string::npos && one.inserted.find('\n') == std::string::npos, file.c_str());
                ++changed;
            }
        }
        qInfo("%d images changed", changed);
    }
};

QTEST_GUILESS_MAIN(TestFlyteCorpus)
#include "tst_flyte_corpus.moc"
