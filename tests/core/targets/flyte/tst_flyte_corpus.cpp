// Real files of Flyte: they open, keep their bytes, rename and back, and are written afresh.
#include <QtTest>

#include "core/targets/document.h"
#include "tests/core/targets/flyte/document.h"

using namespace weft;
using flyte_test::Doc;

namespace {

std::vector<std::pair<std::string, Doc>> corpus_docs() {
    std::vector<std::pair<std::string, Doc>> out;
    for (const auto& file : flyte_test::files_below(std::filesystem::path(WEFT_SHARED) / "corpus/flyte"))
        if (Result<Doc> doc = flyte_test::open(flyte_test::slurp(file))) out.emplace_back(file.filename().string(), std::move(*doc));
    return out;
}

std::vector<TaskId> all_ids(const Flow& flow) {
    std::vector<TaskId> ids;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { ids.push_back(task.id); });
    return ids;
}

bool stands_elsewhere(const Flow& flow) { return flow.entrypoint.empty() && flow.main.tasks.size() == 1 && flow.main.tasks[0]->own && flow.main.tasks[0]->own->kind == DefinitionKind::reference; }

}  // namespace

class TestFlyteCorpus : public QObject {
    Q_OBJECT
  private slots:
    void everyFileOpens() {
        int files = 0, issues = 0;
        for (const auto& file : flyte_test::files_below(std::filesystem::path(WEFT_SHARED) / "corpus/flyte")) {
            const Result<Doc> doc = flyte_test::open(flyte_test::slurp(file));
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
            const std::string what = again ? difference(doc.flow, again->flow, false) : describe(again.error());
            if (what.empty()) ++same;
            else ++wrong, qWarning("%s: %s", file.c_str(), what.c_str());
        }
        qInfo("%d written afresh, %d differ", same, wrong);
        QCOMPARE(wrong, 0);
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
                QVERIFY2(edits.size() == 1 && edits[0].removed.find('\n') == std::string::npos && edits[0].inserted.find('\n') == std::string::npos, file.c_str());
                ++changed;
            }
        }
        qInfo("%d images changed", changed);
    }
};

QTEST_GUILESS_MAIN(TestFlyteCorpus)
#include "tst_flyte_corpus.moc"
