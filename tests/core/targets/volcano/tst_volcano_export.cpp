// A row is a folder of tests/data/volcano/export with flow.weft.yaml and expected.yaml (or refused.txt). WEFT_UPDATE=1 writes what is made and fails.
// "versions-X" is exported for version X.
#include <QtTest>

#include <fstream>
#include <map>
#include <set>

#include "core/targets/document.h"
#include "core/targets/environment_matrix.h"
#include "core/targets/portability.h"
#include "core/targets/submit.h"
#include "core/targets/volcano/lower.h"
#include "core/targets/volcano/volcano.h"
#include "tests/core/targets/volcano/files.h"

using namespace weft;
using volcano_test::read_all;

class TestVolcanoExport : public QObject {
    Q_OBJECT

    static FlowPtr native(const QString& path) {
        const Result<DocumentPtr> document = open_text(read_all(path), path.toStdString());
        if (!document) qFatal("%s", describe(document.error()).c_str());
        for (const yaml::Issue& issue : (*document)->issues) qWarning("%s: %s", qPrintable(path), english(issue.what).c_str());
        return (*document)->flow;
    }
    static std::string exported(const Flow& flow, const std::string& version = {}) {
        const Result<Exported> made = export_to(flow, volcano_target(), {version, {}});
        return made ? made->files.front().text : "refused: " + english(made.error().message) + "\n";
    }
    static QStringList folders() {
        QStringList out;
        for (const QFileInfo& folder : QDir(QStringLiteral(WEFT_TEST_DATA "/volcano/export")).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) out << folder.filePath();
        return out;
    }

  private slots:
    void golden_data() {
        QTest::addColumn<QString>("folder");
        for (const QString& folder : folders()) QTest::newRow(qPrintable(QFileInfo(folder).fileName())) << folder;
    }
    void golden() {
        QFETCH(QString, folder);
        const QString name = QFileInfo(folder).fileName();
        const std::string version = name.startsWith("versions-") ? name.mid(9).toStdString() : std::string();
        const FlowPtr flow = native(folder + "/flow.weft.yaml");
        const std::string made = exported(*flow, version);
        const bool refused = made.starts_with("refused: ");
        const QString expected = folder + (refused ? "/refused.txt" : "/expected.yaml");
        if (qEnvironmentVariableIsSet("WEFT_UPDATE")) {
            std::ofstream(expected.toStdString(), std::ios::binary) << made;
            QFAIL("written; look at the difference and run again");
        }
        QCOMPARE(QString::fromStdString(made), QString::fromStdString(read_all(expected)));
        QCOMPARE(name.startsWith("refused-"), refused);
        if (refused) return;
        const Result<DocumentPtr> again = open_text(made, "exported");   // it is a JobFlow with all its templates and their order
        QVERIFY(again);
        QVERIFY((*again)->issues.empty());
        const volcano::Plan plan = volcano::plan_of(*flow, {version, {}});
        QCOMPARE((*again)->flow->main.tasks.size(), plan.jobs.size());
        QCOMPARE((*again)->flow->definitions.size(), plan.jobs.size());
        for (std::size_t i = 0; i < plan.jobs.size(); ++i) {
            QCOMPARE((*again)->flow->main.tasks[i]->name, plan.jobs[i].name);
            QCOMPARE((*again)->flow->main.tasks[i]->needs.size(), plan.jobs[i].needs.size());
        }
    }

    // The exit handler leaves in a file of its own; what it is told of the end, it reads from one variable.
    void handlers_leave_apart() {
        const QString folder = QStringLiteral(WEFT_TEST_DATA "/volcano/apart");
        const FlowPtr flow = native(folder + "/flow.weft.yaml");
        const Portability refused = portability(*flow, volcano_target());
        QVERIFY(refused.fit == Fit::refused);
        QVERIFY(english(refused.remarks.front().advice).find("files of their own") != std::string::npos || english(refused.remarks.front().advice).find("a file of its own") != std::string::npos);
        ExportOptions options;
        options.handlers_apart = true;
        QVERIFY(portability(*flow, volcano_target(), options).fit == Fit::lowered);
        const Result<Exported> made = export_to(*flow, volcano_target(), options);
        QVERIFY2(made, made ? "" : describe(made.error()).c_str());
        std::string text;
        for (const ExportedFile& file : made->files) text += "# " + file.name + (file.handler ? ", an exit handler" : "") + "\n" + file.text;
        for (const Message& note : made->notes) text += "# " + english(note) + "\n";
        const QString expected = folder + "/expected.txt";
        if (qEnvironmentVariableIsSet("WEFT_UPDATE")) {
            std::ofstream(expected.toStdString(), std::ios::binary) << text;
            QFAIL("written; look at the difference and run again");
        }
        QCOMPARE(QString::fromStdString(text), QString::fromStdString(read_all(expected)));
        QCOMPARE(submissions(volcano_target(), made->files).size(), made->files.size());
    }

    // Every feature has a row that says yes, how, or why not; a handler is refused with the sentence that says what to do.
    void the_table_is_whole() {
        for (int i = 0; i < int(Feature::count_); ++i)
            for (const std::string& version : volcano_target().versions) {
                const Capability* row = capability(volcano_target(), Feature(i), version);
                QVERIFY2(row, feature_id(Feature(i)));
                QVERIFY2(row->fit == Fit::fits || !row->how.empty(), feature_id(Feature(i)));
            }
        const Capability* handler = capability(volcano_target(), Feature::handler_flow, "1.15");
        QVERIFY(handler->fit == Fit::refused);
        QVERIFY(english(handler->how).find("Run it from Weftwork, or export to Argo") != std::string::npos);
    }

    // "flow-template" can be split in one way only: no two flows make the same vcjob.
    void names_cannot_collide() {
        const std::vector<std::string> parts{"a", "b", "c", "a-b", "b-c", "a-b-c", "a b", "A", "a--b", "c-a", "b_c"};
        std::map<std::string, std::string> made;
        for (const std::string& flow : parts)
            for (const std::string& task : parts) {
                const std::string job = volcano::slug(flow) + "-" + volcano::template_name(task), pair = volcano::slug(flow) + " + " + volcano::slug(task);
                const auto [at, fresh] = made.emplace(job, pair);
                QVERIFY2(fresh || at->second == pair, (job + ": " + at->second + ", " + pair).c_str());
            }
    }

    void templates_are_cloned_only_where_flows_mix() {
        for (const char* version : {"1.9.0", "1.10.0", "1.11.0"}) QVERIFY2(volcano::mixes_flows(version), version);
        for (const char* version : {"1.10.1", "1.11.1", "1.12", "1.15", ""}) QVERIFY2(!volcano::mixes_flows(version), version);
    }

    // What the environment panel shows for Volcano is what stands in the file: parameters are variables there.
    void parameters_arrive_as_variables() {
        const FlowPtr flow = native(QStringLiteral(WEFT_TEST_DATA "/volcano/export/groups/flow.weft.yaml"));
        const Result<Exported> made = export_to(*flow, volcano_target(), {});
        QVERIFY(made);
        const Result<DocumentPtr> again = open_text(made->files.front().text, "flow.yaml");
        QVERIFY(again);
        const volcano::Plan plan = volcano::plan_of(*flow, {});
        const EnvironmentMatrix shown = environment_matrix(*flow, &volcano_target());
        const EnvironmentMatrix file = environment_matrix(*(*again)->flow);
        const auto column = std::size_t(std::find(shown.columns.begin(), shown.columns.end(), "env") - shown.columns.begin());
        int variables = 0;
        for (const MatrixRow& row : shown.rows)
            for (std::size_t i = 0; i < plan.jobs.size(); ++i) {
                if (plan.jobs[i].task != row.task || plan.jobs[i].original != row.name) continue;
                std::map<std::string, std::string> ours, theirs;
                for (const Effective& one : row.cells[column].values) ours[one.field] = one.value;
                for (const MatrixRow& other : file.rows)
                    if (other.name == plan.jobs[i].name)
                        for (const Effective& one : other.cells[column].values) theirs[one.field] = one.value;
                QCOMPARE(ours, theirs);
                variables += int(ours.size());
            }
        QVERIFY(variables > 0);
        int told = 0;
        for (const NameUse& use : volcano_target().names(*flow, "")) told += use.kind == NameUse::Kind::variable;
        QVERIFY(told > 0);
    }

    // Volcano sets no restart policy of its own, and a ttl runs a finished job again: both are written, and not written, everywhere.
    void every_export_ends_once() {
        int seen = 0;
        QDirIterator files(QStringLiteral(WEFT_TEST_DATA "/volcano/export"), {QStringLiteral("expected.yaml")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY(!text.contains("ttlSecondsAfterFinished"));
            QCOMPARE(text.count("restartPolicy: Never"), text.count("kind: JobTemplate"));
            QVERIFY(!text.contains("CompleteJob") && !text.contains("minSuccess"));
            ++seen;
        }
        QVERIFY(seen >= 5);
    }

    // 1.10.0 and 1.11.0 and below: each flow its own templates. Above: two flows share what has one name.
    void two_flows_share_templates_or_not() {
        const auto names = [](const char* flow, const char* version) {
            Flow made;
            made.name = flow;
            made.format = "native";
            Definition work;
            work.kind = DefinitionKind::container;
            work.command = {{"echo"}};
            work.environment.image = "alpine:3.20";
            Task task;
            task.name = "load";
            task.own = std::make_shared<const Definition>(work);
            made.main.tasks = {std::make_shared<const Task>(task)};
            return volcano::plan_of(number_tasks(made), {version, {}}).jobs.front().name;
        };
        for (const char* version : {"1.9.0", "1.10.0", "1.11.0"}) QVERIFY2(names("one", version) != names("two", version), version);
        for (const char* version : {"1.10.1", "1.11.1", "1.12", "1.13", "1.14", "1.15"}) QCOMPARE(names("one", version), names("two", version));
    }

    void names_say_what_happens_to_them() {
        const FlowPtr flow = native(QStringLiteral(WEFT_TEST_DATA "/volcano/export/names/flow.weft.yaml"));
        const std::vector<NameUse> uses = volcano_target().names(*flow, "1.15");
        QCOMPARE(uses.size(), std::size_t(4));
        QCOMPARE(uses[1].final, std::string("load--data"));
        QCOMPARE(uses[2].final, std::string("load--data--2"));
        QCOMPARE(uses[2].collides, std::string("Load_Data"));
        for (const NameUse& use : uses) QVERIFY(use.final.size() + uses[0].final.size() < 56);
    }
};

QTEST_GUILESS_MAIN(TestVolcanoExport)
#include "tst_volcano_export.moc"
