// What must hold for every real pipeline: opened and saved alike, renamed and back alike, one scalar one line, written afresh read alike.
#include <QtTest>

#include <map>
#include <set>
#include <tuple>

#include <QProcess>

#include "core/model/edit.h"
#include "core/model/graph.h"
#include "core/targets/document.h"
#include "core/targets/document_compare.h"
#include "core/targets/kfp/export.h"
#include "core/targets/kfp/kfp.h"
#include "core/yaml/reader.h"
#include "tests/core/targets/kfp/corpus.h"

using namespace weft;
namespace fs = std::filesystem;

namespace {

std::vector<TaskId> all_ids(const Flow& flow) {
    std::vector<TaskId> ids;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { ids.push_back(task.id); });
    return ids;
}

int changed_lines(const std::string& a, const std::string& b) {
    std::istringstream left(a), right(b);
    std::string x, y;
    int changed = 0;
    while (true) {
        const bool l = bool(std::getline(left, x)), r = bool(std::getline(right, y));
        if (!l && !r) return changed;
        if (l != r) return 1000;
        changed += x != y;
    }
}

}  // namespace

class tst_kfp_corpus : public QObject {
    Q_OBJECT

    std::vector<fs::path> files;
    static DocumentPtr open(const fs::path& file) {
        const Result<DocumentPtr> document = open_text(kfp_test::slurp(file), file.string());
        if (!document) qWarning("%s", describe(document.error()).c_str());
        return document ? *document : nullptr;
    }

  private slots:
    void initTestCase() {
        files = kfp_test::corpus(WEFT_SHARED);
        if (files.empty()) QSKIP("the shared corpus is not there");
    }

    void opens_without_false_issues() {
        for (const fs::path& file : files) {
            const DocumentPtr document = open(file);
            QVERIFY2(document, file.c_str());
            QCOMPARE(document->format->id, std::string("kfp"));
            for (const yaml::Issue& issue : document->issues) QVERIFY2(false, (kfp_test::short_name(file) + ": " + issue.rule + ": " + english(issue.what)).c_str());
            const Result<Edited> same = commit(document, *document->flow);
            QVERIFY2(same && same->edits.empty(), file.c_str());
        }
    }

    void compiled_files_say_so() {
        const Result<yaml::Stream> stream = yaml::read(kfp_test::slurp(files.front()));
        const Result<ReadResult> read = kfp_format().read(*stream, 0);
        QVERIFY(read && english(read->notice).find("overwrites") != std::string::npos);
    }

    // Argo workflows that come out of KFP, too: of the server, and of version 1 of the SDK.
    void workflows_of_kfp_say_so() {
        for (const fs::path& file : kfp_test::files_below(fs::path(WEFT_SHARED) / "corpus/kfp/argo-compiled")) {
            const DocumentPtr document = open(file);
            QVERIFY2(document && english(document->notice).find("overwrites") != std::string::npos, file.c_str());
        }
        const Result<DocumentPtr> first = open_text("apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata:\n  generateName: old-\n  annotations: {pipelines.kubeflow.org/kfp_sdk_version: 1.8.22}\nspec:\n  entrypoint: a\n  templates:\n  - name: a\n    container: {image: alpine, command: [\"true\"]}\n");
        QVERIFY(first);
        QCOMPARE(english((*first)->notice), std::string("compiled by the KFP SDK (kfp-1.8.22): the next compile overwrites this file"));
        const Result<DocumentPtr> plain = open_text("apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata:\n  generateName: new-\nspec:\n  entrypoint: a\n  templates:\n  - name: a\n    container: {image: alpine, command: [\"true\"]}\n");
        QVERIFY(plain && (*plain)->notice.empty());
    }

    // An independent count of each file, in Python over PyYAML.
    void counts_agree() {
        QStringList arguments{QStringLiteral(WEFT_TESTS) + QStringLiteral("/oracles/kfp/count.py")};
        for (const fs::path& file : files) arguments << QString::fromStdString(file.string());
        QProcess counter;
        counter.start(QStringLiteral("python3"), arguments);
        if (!counter.waitForFinished(120'000) || counter.exitCode() == 77) QSKIP("count.py needs PyYAML");
        const QList<QByteArray> lines = counter.readAllStandardOutput().split('\n');
        QVERIFY(std::size_t(lines.size()) > files.size());
        for (std::size_t i = 0; i < files.size(); ++i) {
            const DocumentPtr document = open(files[i]);
            const Flow& flow = *document->flow;
            int tasks = 0, order = 0, data = 0, conditions = 0, loops = 0, handlers = 0;
            const auto count = [&](const Body& body) {
                std::set<std::tuple<bool, TaskId, TaskId>> edges;
                for (const Edge& edge : edges_of(flow, body)) edges.insert({edge.kind == EdgeKind::data, edge.from, edge.to});
                for (const auto& [is_data, from, to] : edges) (is_data ? data : order) += 1;
                handlers += int(body.handlers.size());
                for (const TaskPtr& task : body.tasks) ++tasks, conditions += !task->when.empty(), loops += task->loop.has_value(), handlers += int(task->handlers.size());
            };
            count(flow.main);
            for (const DefinitionPtr& definition : flow.definitions)
                if (definition->body) count(*definition->body);
            const QString ours = QStringLiteral("\"tasks\": %1, \"order\": %2, \"data\": %3, \"conditions\": %4, \"loops\": %5, \"handlers\": %6").arg(tasks).arg(order).arg(data).arg(conditions).arg(loops).arg(handlers);
            QVERIFY2(lines[qsizetype(i)].contains(ours.toUtf8()), (lines[qsizetype(i)] + " != " + ours.toUtf8()).constData());
        }
    }

    void fresh_reads_back_equal() {
        int equal = 0;
        for (const fs::path& file : files) {
            const DocumentPtr document = open(file);
            const Result<std::string> text = kfp_format().fresh(*document->flow);
            if (!text) {
                qWarning("%s: %s", kfp_test::short_name(file).c_str(), english(text.error().message).c_str());
                continue;
            }
            const Result<DocumentPtr> again = open_text(*text, "fresh");
            QVERIFY2(again, again ? "" : (describe(again.error()) + "\n" + *text).c_str());
            const std::string what = difference(*document->flow, *(*again)->flow, false);
            if (!what.empty()) qWarning("%s: %s", kfp_test::short_name(file).c_str(), what.c_str());
            equal += what.empty();
        }
        qInfo("%d of %zu files read back equal", equal, files.size());
        QCOMPARE(std::size_t(equal), files.size());
    }

    void renaming_every_task_and_back() {
        int wrong = 0;
        for (const fs::path& file : files) {
            const DocumentPtr document = open(file);
            Flow renamed = *document->flow;
            std::map<TaskId, std::string> names;
            for (const TaskId id : all_ids(renamed)) {
                names[id] = find_task(renamed, id)->name;
                const Result<Flow> next = edit::rename_task(renamed, id, names[id] + "-weft");
                QVERIFY2(next, file.c_str());
                renamed = *next;
            }
            const Result<Edited> away = commit(document, renamed);
            if (!away) {
                qWarning("%s: %s", kfp_test::short_name(file).c_str(), english(away.error().message).c_str());
                ++wrong;
                continue;
            }
            Flow back = *away->document->flow;
            for (const auto& [id, name] : names) {
                const Result<Flow> next = edit::rename_task(back, id, name);
                QVERIFY2(next, (kfp_test::short_name(file) + (next ? "" : english(next.error().message))).c_str());
                back = *next;
            }
            const Result<Edited> home = commit(away->document, back);
            if (!home || home->document->text != document->text) {
                qWarning("%s: %s", kfp_test::short_name(file).c_str(), home ? "other bytes" : english(home.error().message).c_str());
                ++wrong;
            }
        }
        QCOMPARE(wrong, 0);
    }

    void one_scalar_one_line() {
        int done = 0, wrong = 0;
        for (const fs::path& file : files) {
            const DocumentPtr document = open(file);
            for (const DefinitionPtr& definition : document->flow->definitions) {
                if (definition->kind != DefinitionKind::container) continue;
                const Result<Edited> edited = set_field(document, "definitions." + definition->name + ".image", "example.org/other:1");
                if (!edited) {
                    qWarning("%s: %s", kfp_test::short_name(file).c_str(), english(edited.error().message).c_str());
                    ++wrong;
                    continue;
                }
                ++done;
                if (const int lines = changed_lines(document->text, edited->document->text); lines != 1) qWarning("%s %s: %d lines", kfp_test::short_name(file).c_str(), definition->name.c_str(), lines), ++wrong;
            }
        }
        qInfo("%d images changed", done);
        QCOMPARE(wrong, 0);
    }
};

QTEST_GUILESS_MAIN(tst_kfp_corpus)
#include "tst_kfp_corpus.moc"
