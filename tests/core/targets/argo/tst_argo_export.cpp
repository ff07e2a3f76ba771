// Export: a row is a folder of tests/data/argo/export with flow.weft.yaml and expected.yaml (or refused.txt). WEFT_UPDATE=1 writes what is made and fails.
#include <QtTest>

#include <set>

#include <fmt/format.h>

#include "core/model/graph.h"
#include "core/targets/argo/argo.h"
#include "core/targets/argo/lower.h"
#include "core/targets/document.h"
#include "core/targets/document_compare.h"
#include "core/yaml/reader.h"
#include "core/yaml/writer.h"
#include "tests/core/targets/argo/corpus.h"

using namespace weft;
namespace fs = std::filesystem;

namespace {

Flow native(const std::string& text) {
    const Result<DocumentPtr> document = open_text(text, "flow.weft.yaml");
    if (!document) qFatal("%s", describe(document.error()).c_str());
    return *(*document)->flow;
}

std::string exported(const Flow& flow, const std::string& version = "4.1") {
    const Result<Exported> made = argo_target().export_flow(flow, {version, {}});
    return made ? made->files.front().text : "refused: " + english(made.error().message);
}

Flow read_back(const std::string& text) {
    const Result<yaml::Stream> stream = yaml::read(text);
    if (!stream) qFatal("%s\n%s", describe(stream.error()).c_str(), text.c_str());
    const Result<ReadResult> read = argo_format().read(*stream, 0);
    if (!read) qFatal("%s", describe(read.error()).c_str());
    for (const yaml::Issue& issue : read->issues) qWarning("%s: %s", issue.rule.c_str(), english(issue.what).c_str());
    return read->flow;
}

std::string chain(int tasks, bool own_commands) {
    std::string text = "weftwork: 1\nname: big\nenvironment: {image: alpine:3.20}\ntasks:\n";
    for (int i = 0; i < tasks; ++i) {
        text += fmt::format("  - name: t{}\n    command: echo {} > \"$WEFT_OUTPUTS/o\"\n    outputs: [o]\n", i, own_commands ? i : 0);
        if (i > 0) text += fmt::format("    needs: [t{}]\n    params: {{IN: {{output: t{}.o}}}}\n", i - 1, i / 2);
    }
    return text;
}

std::vector<fs::path> cases() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(std::string(WEFT_TEST_DATA) + "/argo/export")) out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

class TestArgoExport : public QObject {
    Q_OBJECT
  private slots:
    void golden_data() {
        QTest::addColumn<QString>("folder");
        for (const fs::path& folder : cases()) QTest::newRow(folder.filename().c_str()) << QString::fromStdString(folder.string());
    }
    void golden() {
        QFETCH(QString, folder);
        const fs::path path = folder.toStdString();
        const std::string made = exported(native(argo_test::slurp(path / "flow.weft.yaml")));
        const bool refused = made.starts_with("refused: ");
        const fs::path expected = path / (refused ? "refused.txt" : "expected.yaml");
        if (qEnvironmentVariableIsSet("WEFT_UPDATE")) {
            std::ofstream(expected, std::ios::binary) << made;
            QFAIL("written; look at the difference and run again");
        }
        QCOMPARE(QString::fromStdString(made), QString::fromStdString(argo_test::slurp(expected)));
        QCOMPARE(path.filename().string().starts_with("refused-"), refused);
    }

    // The text says the graph: read again it is the flow that was lowered.
    void readsBackAsTheSameFlow_data() {
        golden_data();
        for (const auto& entry : fs::directory_iterator(std::string(WEFT_SOURCE) + "/resources/examples"))
            if (entry.path().extension() == ".yaml") QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
    }
    void readsBackAsTheSameFlow() {
        QFETCH(QString, folder);
        fs::path path = folder.toStdString();
        if (fs::is_directory(path)) path /= "flow.weft.yaml";
        const Flow flow = native(argo_test::slurp(path));
        const std::string text = exported(flow);
        if (text.starts_with("refused: ")) {
            QVERIFY(folder.contains("refused-"));
            return;
        }
        Flow wanted = argo::lower(flow, "4.1").flow;
        const Flow got = read_back(text);
        wanted.name = got.name;
        const Result<Flow> settled = argo_format().settle(Flow{}, wanted);
        QVERIFY(settled);
        QCOMPARE(QString::fromStdString(difference(*settled, got, false)), QString());
        // And a second export of what was read says the same again.
        QCOMPARE(QString::fromStdString(exported(flow)), QString::fromStdString(text));
    }

    void keepsTheGraph() {
        const Flow flow = native(argo_test::slurp(std::string(WEFT_TEST_DATA) + "/argo/export/data-and-handler/flow.weft.yaml"));
        const Flow got = read_back(exported(flow));
        QCOMPARE(got.main.tasks.size(), flow.main.tasks.size());
        QCOMPARE(got.main.tasks.at(1)->name, std::string("count-rows"));
        QCOMPARE(got.main.tasks.at(1)->needs, (std::vector<Need>{{"fetch"}}));
        QCOMPARE(got.main.handlers.at(0).task->name, std::string("tell"));
    }

    void longFlowsAreSplit() {
        const Flow flow = native(chain(450, false));
        const std::string text = exported(flow);
        QVERIFY2(!text.starts_with("refused"), text.c_str());
        const Flow got = read_back(text);
        QCOMPARE(got.main.tasks.size(), std::size_t(3));
        std::size_t tasks = 0;
        for (const DefinitionPtr& definition : got.definitions)
            if (definition->body) {
                QVERIFY(definition->body->tasks.size() <= 200);
                tasks += definition->body->tasks.size();
            }
        QCOMPARE(tasks, std::size_t(450));
        QCOMPARE(read_back(exported(flow, "3.7")).main.tasks.size(), std::size_t(450));
        const std::string many = exported(native(chain(450, true)));
        QVERIFY(read_back(many).definitions.size() <= 200);
        QCOMPARE(read_back(many).main.tasks.size(), std::size_t(3));
        QVERIFY(many.find("{{inputs.parameters.value-1}}") != std::string::npos);   // pods that differ in a word share a template
        checkSchema({{"split", text}, {"inline", many}});
    }

    void exportsPassArgosSchema() {
        std::vector<std::pair<std::string, std::string>> texts;
        for (const fs::path& folder : cases())
            if (const std::string text = exported(native(argo_test::slurp(folder / "flow.weft.yaml"))); !text.starts_with("refused")) texts.emplace_back(folder.filename().string(), text);
        for (const auto& entry : fs::directory_iterator(std::string(WEFT_SOURCE) + "/resources/examples"))
            if (entry.path().extension() == ".yaml") texts.emplace_back(entry.path().stem().string(), exported(native(argo_test::slurp(entry.path()))));
        checkSchema(texts);
    }

    // The oracle itself, on files that Argo wrote: what is known to be wrong is found, everything else passes.
    void corpusAgreesWithTheOracle() {
        const auto files = argo_test::files_below(std::string(WEFT_SHARED) + "/corpus/argo");
        if (files.empty()) QSKIP("the shared corpus is not there");
        QByteArray names;
        for (const fs::path& file : files) names += QByteArray(file.c_str()) + '\n';
        QByteArray output;
        const int code = runOracle(names, output);
        if (code == 77) QSKIP("python3-yaml is not there");
        std::set<std::string> wrong;
        for (const QByteArray& line : output.split('\n'))
            if (!line.isEmpty()) wrong.insert(fs::path(line.left(line.indexOf(": ")).toStdString()).filename().string());
        const std::set<std::string> known{"basic-invalid.yaml",           "convert-legacy-cron.yaml",    "convert-legacy-sync.yaml",
                                          "db-mutex-wf-level.yaml",       "malformed-clusterworkflowtemplate.yaml", "malformed-cronworkflow.yaml",
                                          "malformed-spec.yaml",          "malformed-workflow.yaml",     "massive-workflow.yaml",
                                          "workflow-template-invalid-entrypoint.yaml", "workflow-template-invalid-onexit.yaml", "malformed-workflowtemplate-2.yaml"};
        for (const std::string& name : wrong) QVERIFY2(known.count(name), (name + "\n" + output.toStdString()).c_str());
        QVERIFY(wrong.count("malformed-spec.yaml"));
    }

    // Files of other engines can be one task, or leave out what only their own server fills in: Argo wants a value for each input.
    void whatATaskIsGiven() {
        Definition say;
        say.name = "say";
        say.kind = DefinitionKind::container;
        say.command = {{"echo"}};
        say.environment.image = "alpine:3.20";
        say.inputs = {{"n"}};
        Flow flow;
        flow.name = "one";
        flow.format = "flyte";
        flow.definitions = {std::make_shared<const Definition>(say)};
        Task task;
        task.id = 1;
        task.name = task.definition = "say";
        flow.main.tasks = {std::make_shared<const Task>(task)};
        const Flow back = read_back(exported(flow));
        QVERIFY(back.parameters.size() == 1 && back.parameters[0].name == "n" && !back.parameters[0].value);
        QCOMPARE(QString::fromStdString(back.main.tasks[0]->params[0].value.text), QStringLiteral("{{workflow.parameters.n}}"));

        Task other = task;
        other.id = 2;
        other.name = "other";
        flow.main.tasks.push_back(std::make_shared<const Task>(other));
        QVERIFY2(exported(flow).find("other gives no value to `n`") != std::string::npos, exported(flow).c_str());
        other.params = {{"n", Value{Source::output, {}, "say", "nothing"}}};
        flow.main.tasks[1] = std::make_shared<const Task>(other);
        QVERIFY2(exported(flow).find("other reads `say.nothing`, which say does not give") != std::string::npos, exported(flow).c_str());
        other.params = {{"n", Value{Source::text, "{{workflow.labels.team}}"}}};
        flow.main.tasks[1] = std::make_shared<const Task>(other);
        QVERIFY2(exported(flow).find("other uses `{{workflow.labels.team}}`") != std::string::npos, exported(flow).c_str());
        say.files = {{"in", "/tmp/in"}};
        flow.definitions = {std::make_shared<const Definition>(say)};
        QVERIFY2(exported(flow).find("other gets no file `in`") != std::string::npos, exported(flow).c_str());
    }

  private:
    static int runOracle(const QByteArray& names, QByteArray& output) {
        QProcess python;
        python.start("python3", {QString(WEFT_SOURCE) + "/tests/oracles/argo_schema.py", QString(WEFT_SHARED) + "/corpus/argo/argo-v4.1.2-structural.min.json", "-"});
        if (!python.waitForStarted()) return 77;
        python.write(names);
        python.closeWriteChannel();
        if (!python.waitForFinished(120000)) return -1;
        output = python.readAllStandardOutput();
        return python.exitCode();
    }

    static void checkSchema(const std::vector<std::pair<std::string, std::string>>& texts) {
        QTemporaryDir folder;
        QByteArray names;
        for (const auto& [name, text] : texts) {
            const std::string path = folder.path().toStdString() + "/" + name + ".yaml";
            std::ofstream(path, std::ios::binary) << text;
            names += QByteArray(path.c_str()) + '\n';
        }
        QByteArray output;
        const int code = runOracle(names, output);
        if (code == 77) QSKIP("python3-yaml or the shared schema is not there");
        QVERIFY2(code == 0, output.constData());
    }
};

QTEST_GUILESS_MAIN(TestArgoExport)
#include "tst_argo_export.moc"
