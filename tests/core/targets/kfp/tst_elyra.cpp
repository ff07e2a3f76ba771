// Elyra pipelines: every file comes back byte for byte, renamed and back too; written afresh as version 8 it reads back equal; random drawing.
#include <QtTest>

#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QRegularExpression>

#include <map>

#include "core/targets/document.h"
#include "core/targets/document_compare.h"
#include "core/targets/kfp/kfp.h"
#include "core/targets/portability.h"
#include "tests/core/targets/drawer.h"

using namespace weft;

class TestElyra : public QObject {
    Q_OBJECT

    static std::string read_all(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
    static QStringList files() {
        QStringList out;
        for (const char* root : {WEFT_TEST_DATA "/elyra/files", WEFT_SHARED "/corpus/elyra"}) {
            QDirIterator walk(QString::fromUtf8(root), {QStringLiteral("*.pipeline")}, QDir::Files, QDirIterator::Subdirectories);
            while (walk.hasNext()) out << walk.next();
        }
        out.sort();
        return out;
    }
    static void rows() {
        QTest::addColumn<QString>("path");
        for (const QString& file : files()) QTest::newRow(qPrintable(QFileInfo(file).fileName())) << file;
        if (files().isEmpty()) QTest::newRow("no shared corpus here") << QString();   // skips, saying so
    }
    static DocumentPtr renamed(const DocumentPtr& document, TaskId id, const std::string& name) {
        const Result<Flow> flow = edit::rename_task(*document->flow, id, name);
        if (!flow) return nullptr;
        const Result<Edited> edited = commit(document, *flow);
        if (!edited) qWarning("%s", describe(edited.error()).c_str());
        return edited ? edited->document : nullptr;
    }

    // Every file that an export makes, one behind the other.
    static QByteArray exported(const Flow& flow) {
        const Result<Exported> made = export_to(flow, elyra_target(), {});
        if (!made) return QByteArray::fromStdString("refused: " + english(made.error().message) + "\n");
        std::string out;
        for (const ExportedFile& file : made->files) out += "=== " + file.name + "\n" + file.text;
        return QByteArray::fromStdString(out);
    }

  private slots:
    // A row is a folder of tests/data/elyra/export; WEFT_UPDATE=1 writes what is made and fails.
    void golden_data() {
        QTest::addColumn<QString>("folder");
        for (const QString& name : QDir(QStringLiteral(WEFT_TEST_DATA "/elyra/export")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) QTest::newRow(qPrintable(name)) << QStringLiteral(WEFT_TEST_DATA "/elyra/export/") + name;
    }
    void golden() {
        QFETCH(QString, folder);
        const Result<DocumentPtr> document = open_text(read_all(folder + "/flow.weft.yaml"), "flow.weft.yaml");
        QVERIFY2(document, document ? "" : describe(document.error()).c_str());
        const QByteArray made = exported(*(*document)->flow);
        QFile expected(folder + "/expected.txt");
        if (qEnvironmentVariableIsSet("WEFT_UPDATE")) {
            QVERIFY(expected.open(QIODevice::WriteOnly));
            expected.write(made);
            QFAIL("written; look at the difference and run again");
        }
        QVERIFY(expected.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(made), QString::fromUtf8(expected.readAll()));
        QCOMPARE(QFileInfo(folder).fileName().startsWith("refused-"), made.startsWith("refused: "));
    }

    // The files that start commands do what the flow says: tries, the time limit, variables.
    void starters_run() {
        if (QStandardPaths::findExecutable("python3").isEmpty()) QSKIP("no python3 here");
        const Result<DocumentPtr> document = open_text(read_all(QStringLiteral(WEFT_TEST_DATA "/elyra/export/retries/flow.weft.yaml")), "flow.weft.yaml");
        QVERIFY(document);
        Flow flow = *(*document)->flow;
        Task task = *flow.main.tasks[0];
        Definition own = *task.own;
        QTemporaryDir folder;
        own.command = {{"sh"}, {"-c"}, {"echo x >> '" + folder.filePath("tries").toStdString() + "'; exit 3"}};
        task.own = std::make_shared<const Definition>(own);
        Retry retry;
        retry.limit = Scalar{"3", true};
        task.retry = retry;
        task.timeout = "1m";
        flow.main.tasks = {std::make_shared<const Task>(task)};
        const Result<Exported> made = export_to(flow, elyra_target(), {});
        QVERIFY2(made, made ? "" : describe(made.error()).c_str());
        QFile file(folder.filePath("starter.py"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(made->files[1].text));
        file.close();
        QProcess process;
        process.start("python3", {file.fileName()});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 3);
        QCOMPARE(read_all(folder.filePath("tries")), std::string("x\nx\nx\nx\n"));
    }

    void renamed_and_back_data() { rows(); }
    void renamed_and_back() {
        QFETCH(QString, path);
        const std::string text = read_all(path);
        const Result<DocumentPtr> document = open_text(text, "case");
        if (!document) QSKIP(describe(document.error()).c_str());
        QCOMPARE((*document)->format->id, std::string("elyra"));
        const Result<Edited> same = commit(*document, *(*document)->flow);
        QVERIFY2(same, same ? "" : describe(same.error()).c_str());
        QVERIFY(same->edits.empty());
        std::vector<std::pair<TaskId, std::string>> tasks;
        for_each_task(*(*document)->flow, [&](const std::string&, const Task& task, const Handler*) { tasks.emplace_back(task.id, task.name); });
        for (const auto& [id, name] : tasks) {
            // A label that repeats is numbered here; the numbers move up when one of them is renamed, and then its name is taken.
            static const QRegularExpression number(QStringLiteral("-[0-9]+$"));
            const QString label = QString::fromStdString(name).remove(number);
            const auto same_label = [&](const auto& other) { return QString::fromStdString(other.second).remove(number) == label; };
            if (std::count_if(tasks.begin(), tasks.end(), same_label) > 1) continue;
            const DocumentPtr away = renamed(*document, id, "weft-probe");
            QVERIFY2(away, name.c_str());
            const DocumentPtr back = renamed(away, id, name);
            QVERIFY2(back, name.c_str());
            // what the number of a repeated label is here stands in the file after a rename
            if (text.find("\"" + name + "\"") != std::string::npos) QCOMPARE(QString::fromStdString(back->text), QString::fromStdString(text));
        }
    }

    void afresh_it_reads_back_equal_data() { rows(); }
    void afresh_it_reads_back_equal() {
        QFETCH(QString, path);
        const Result<DocumentPtr> document = open_text(read_all(path), "case");
        if (!document) QSKIP(describe(document.error()).c_str());
        const Result<std::string> text = (*document)->format->fresh(*(*document)->flow);
        QVERIFY2(text, text ? "" : describe(text.error()).c_str());
        QVERIFY(QString::fromStdString(*text).contains("\"version\": 8"));
        const Result<DocumentPtr> again = open_text(*text, "fresh");
        QVERIFY2(again, again ? "" : describe(again.error()).c_str());
        QCOMPARE(difference(*(*document)->flow, *(*again)->flow, false), std::string());
    }

    // As many nodes and links as somebody else counts in the same file.
    void counts_agree() {
        QStringList known, ours;
        for (const QString& file : files()) {
            const Result<DocumentPtr> document = open_text(read_all(file), "case");
            if (!document || !file.endsWith(".pipeline")) continue;
            known << file;
            const Flow& flow = *(*document)->flow;
            std::size_t edges = 0, supers = 0, inside = 0, inputs = 0;
            const auto bound = [](const Task& task) { return std::count_if(task.params.begin(), task.params.end(), [](const Binding& b) { return b.value.source == Source::output; }); };
            for (const TaskPtr& task : flow.main.tasks) {
                edges += task->needs.size();
                inputs += std::size_t(bound(*task));
                if (!task->own->body) continue;
                ++supers;
                inside += task->own->body->tasks.size();
                for (const TaskPtr& inner : task->own->body->tasks) inputs += std::size_t(bound(*inner));
            }
            ours << QString("%1 %2 %3 %4 %5").arg(flow.main.tasks.size()).arg(edges).arg(supers).arg(inside).arg(inputs);
        }
        QProcess python;
        python.start(QStringLiteral("python3"), {QStringLiteral(WEFT_SOURCE "/tests/oracles/elyra/count.py")});
        if (known.isEmpty() || !python.waitForStarted()) QSKIP("no pipelines or no python3");
        python.write(known.join('\n').toUtf8());
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished(60000));
        QCOMPARE(ours.join('\n'), QString::fromUtf8(python.readAllStandardOutput()).trimmed());
    }

    void drawing() {
        std::vector<std::string> texts;
        for (const QString& file : files())
            if (const Result<DocumentPtr> document = open_text(read_all(file), "case")) texts.push_back((*document)->text);
        if (texts.empty()) QSKIP("the shared corpus is not there");
        const unsigned seed = qEnvironmentVariableIsSet("WEFT_SEED") ? unsigned(qEnvironmentVariableIntValue("WEFT_SEED")) : 7u;
        test::Drawer drawer{std::mt19937(seed)};
        int done = 0, refused = 0, wrong = 0;
        std::map<std::string, int> reasons;
        const int rounds = qEnvironmentVariableIsSet("WEFT_THOROUGH") ? 3000 : 150;
        for (int round = 0; round < rounds; ++round) {
            Result<DocumentPtr> document = open_text(texts[std::size_t(drawer.below(texts.size()))], "case");
            for (int step = 0; step < 8; ++step) {
                std::string gesture;
                Result<Flow> drawn = drawer.gesture(*(*document)->flow, gesture);
                if (drawn && gesture == "add" && drawer.below(2)) {   // one that Elyra can hold
                    Task task = drawer.fresh();
                    Definition own;
                    own.kind = DefinitionKind::container;
                    own.command = {{"python3"}, {"work.py"}};
                    own.environment.image = "python:3.12";
                    task.own = std::make_shared<const Definition>(std::move(own));
                    drawn = edit::add_task(*(*document)->flow, {}, task);
                }
                if (!drawn) continue;
                Result<Edited> next = commit(*document, *drawn);
                if (!next) {
                    const std::string reason = english(next.error().message);
                    const bool generic = reason.starts_with("this change cannot be written without") || reason.starts_with("the file cannot hold this change");
                    if (generic && ++wrong <= 6) {
                        qWarning("%s: %s", gesture.c_str(), reason.c_str());
                    }
                    if (generic) ++reasons["WRONG " + gesture + ": " + reason.substr(0, 90)];
                    ++refused;
                    continue;
                }
                QVERIFY(yaml::apply(next->document->text, yaml::inverse(next->edits)) == (*document)->text);
                document = next->document;
                ++done;
            }
        }
        for (const auto& [reason, n] : reasons) qInfo("%4d %s", n, reason.c_str());
        qInfo("%d gestures written, %d refused with a reason", done, refused);
        QCOMPARE(wrong, 0);
        QVERIFY(done > rounds);
    }
};

QTEST_GUILESS_MAIN(TestElyra)
#include "tst_elyra.moc"
