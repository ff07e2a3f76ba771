// Every file comes back byte for byte, after renaming every task and back too; one changed value changes one line; written afresh it reads back equal.
#include <QtTest>

#include <QProcess>

#include "core/model/edit.h"
#include "core/targets/document.h"
#include "core/targets/document_compare.h"
#include "tests/core/targets/volcano/files.h"

using namespace weft;
using namespace weft::volcano_test;

class TestVolcanoWrite : public QObject {
    Q_OBJECT

    static std::vector<DocumentPtr> flows_of(const std::string& text) {
        std::vector<DocumentPtr> out;
        const Result<DocumentPtr> first = open_text(text, "case");
        if (!first) return out;
        for (std::size_t i = 0; i < (*first)->format->flow_count((*first)->stream); ++i)
            if (Result<DocumentPtr> one = open_text(text, "case", i)) out.push_back(*one);
        return out;
    }
    static DocumentPtr renamed(const DocumentPtr& document, TaskId id, const std::string& name) {
        const Result<Flow> flow = edit::rename_task(*document->flow, id, name);
        if (!flow) return nullptr;
        const Result<Edited> edited = commit(document, *flow);
        if (!edited) qWarning("%s", describe(edited.error()).c_str());
        return edited ? edited->document : nullptr;
    }
    static int lines_changed(const std::string& a, const std::string& b) {
        const QStringList left = QString::fromStdString(a).split('\n'), right = QString::fromStdString(b).split('\n');
        if (left.size() != right.size()) return -1;
        int n = 0;
        for (int i = 0; i < left.size(); ++i) n += left[i] != right[i];
        return n;
    }

    void rows() {
        QTest::addColumn<QString>("path");
        for (const QString& file : own_files() + corpus_files()) QTest::newRow(qPrintable(QFileInfo(file).fileName())) << file;
    }

  private slots:
    void unchanged_and_renamed_and_back_data() { rows(); }
    void unchanged_and_renamed_and_back() {
        QFETCH(QString, path);
        const std::string text = read_all(path);
        for (const DocumentPtr& document : flows_of(text)) {
            QCOMPARE(document->format->id, std::string("volcano"));
            const Result<Edited> same = commit(document, *document->flow);
            QVERIFY2(same, same ? "" : describe(same.error()).c_str());
            QVERIFY(same->edits.empty());
            std::vector<std::pair<TaskId, std::string>> tasks;
            for_each_task(*document->flow, [&](const std::string&, const Task& task, const Handler*) { tasks.emplace_back(task.id, task.name); });
            for (const auto& [id, name] : tasks) {
                if (QString::fromStdString(text).count(QString::fromStdString("name: " + name)) > 1 && path.contains("duplicated")) continue;   // two tasks of one name
                const DocumentPtr away = renamed(document, id, "weft-probe");
                QVERIFY2(away, name.c_str());
                QVERIFY(away->text != text);
                const DocumentPtr back = renamed(away, id, name);
                QVERIFY2(back, name.c_str());
                QCOMPARE(QString::fromStdString(back->text), QString::fromStdString(text));
            }
        }
    }

    void one_value_is_one_line_data() { rows(); }
    void one_value_is_one_line() {
        QFETCH(QString, path);
        const std::string text = read_all(path);
        const Result<DocumentPtr> document = open_text(text, "case");
        QVERIFY(document);
        int tried = 0;
        for (const auto& [field, place] : (*document)->places.all()) {
            if (!place.node || !place.node->is_scalar() || place.tree_path.empty() || field.ends_with(".name") || field.find(".needs.") != field.npos || field == "name") continue;
            const bool number = place.node->style == yaml::Style::plain && yaml::type_of(*place.node) == yaml::ScalarType::integer;
            const Result<Edited> edited = set_field(*document, field, number ? "7" : place.node->text + "x");
            if (!edited) continue;
            ++tried;
            QVERIFY2(lines_changed(text, edited->document->text) == 1, (field + "\n" + edited->document->text).c_str());
        }
        if (path.contains("training")) QVERIFY2(tried > 14, qPrintable(QString::number(tried)));
    }

    void afresh_it_reads_back_equal_data() { rows(); }
    void afresh_it_reads_back_equal() {
        QFETCH(QString, path);
        for (const DocumentPtr& document : flows_of(read_all(path))) {
            const Result<std::string> text = document->format->fresh(*document->flow);
            QVERIFY2(text, text ? "" : describe(text.error()).c_str());
            const Result<DocumentPtr> again = open_text(*text, "fresh");
            QVERIFY2(again, again ? "" : describe(again.error()).c_str());
            QCOMPARE(difference(*document->flow, *(*again)->flow, false), std::string());
            QCOMPARE((*again)->kept, document->kept);
        }
    }

    // As many tasks and edges as somebody else counts in the same file.
    void counts_agree() {
        const QStringList files = own_files() + corpus_files();
        QProcess python;
        python.start(QStringLiteral("python3"), {QStringLiteral(WEFT_SOURCE "/tests/oracles/volcano/count.py")});
        if (!python.waitForStarted()) QSKIP("no python3");
        python.write(files.join('\n').toUtf8());
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished(60000));
        if (python.exitCode() == 77) QSKIP("no PyYAML");
        QStringList ours;
        for (const QString& file : files) {
            for (const DocumentPtr& document : flows_of(read_all(file))) {
                const Flow& flow = *document->flow;
                if (flow.main.tasks.empty()) continue;   // templates alone
                std::size_t edges = 0, inner = 0, inner_edges = 0, retries = 0;
                for (const TaskPtr& task : flow.main.tasks) edges += task->needs.size();
                for (const DefinitionPtr& definition : flow.definitions) {
                    retries += definition->retry.has_value();
                    if (!definition->body) continue;
                    inner += definition->body->tasks.size();
                    for (const TaskPtr& task : definition->body->tasks) inner_edges += task->needs.size();
                }
                ours << QString("%1 %2 %3 %4 %5").arg(flow.main.tasks.size()).arg(edges).arg(inner).arg(inner_edges).arg(retries);
            }
            ours << "-";
        }
        QCOMPARE(ours.join('\n'), QString::fromUtf8(python.readAllStandardOutput()).trimmed());
    }

    void the_corpus_has_no_unknown_fields_data() { rows(); }
    void the_corpus_has_no_unknown_fields() {
        QFETCH(QString, path);
        for (const DocumentPtr& document : flows_of(read_all(path)))
            for (const yaml::Issue& issue : document->issues) QVERIFY2(issue.rule != "yaml/unknown-field", english(issue.what).c_str());
    }
};

QTEST_GUILESS_MAIN(TestVolcanoWrite)
#include "tst_volcano_write.moc"
