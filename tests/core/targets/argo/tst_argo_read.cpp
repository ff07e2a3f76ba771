// Reading Argo files: the flow, its places, its issues; and every file of the corpus.
#include <QtTest>

#include <set>

#include <nlohmann/json.hpp>

#include "core/model/graph.h"
#include "core/targets/argo/argo.h"
#include "core/targets/argo/fields.h"
#include "core/yaml/reader.h"
#include "tests/core/targets/argo/corpus.h"

using namespace weft;

namespace {

ReadResult must_read(const std::string& text, std::size_t index = 0) {
    const Result<yaml::Stream> stream = yaml::read(text);
    if (!stream) qFatal("%s", describe(stream.error()).c_str());
    Result<ReadResult> read = argo_format().read(*stream, index);
    if (!read) qFatal("%s", describe(read.error()).c_str());
    return std::move(*read);
}

const char* dag_text = R"(apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: demo-}
spec:
  entrypoint: main
  onExit: bye
  serviceAccountName: runner
  arguments: {parameters: [{name: epochs, value: "3"}]}
  templateDefaults: {container: {image: "python:3.12"}}
  hooks:
    running: {template: say, expression: workflow.status == "Running"}
  templates:
  - name: main
    dag:
      tasks:
      - {name: fetch, template: say}
      - name: train
        template: train
        dependencies: [fetch]
        arguments:
          parameters:
          - {name: data, value: "{{tasks.fetch.outputs.parameters.path}}"}
          - {name: n, value: "{{workflow.parameters.epochs}}"}
          - {name: note, value: "got {{tasks.fetch.outputs.result}}"}
      - {name: rescue, template: say, depends: "train.Failed || train.Errored"}
      - {name: odd, template: say, depends: "train.Failed || !fetch.Succeeded"}
      - name: fan
        template: say
        when: "{{workflow.parameters.epochs}} > 1"
        withItems: [1, two, {a: 1}]
        hooks: {exit: {template: say, expression: 'tasks["fan"].status != "Succeeded"'}}
  - name: train
    inputs: {parameters: [{name: data}, {name: n, default: "1", enum: ["1", "3"]}, {name: note}]}
    outputs: {parameters: [{name: acc, valueFrom: {path: /tmp/acc, default: "0"}}]}
    retryStrategy: {limit: 2, backoff: {duration: 10s, factor: 2}}
    timeout: 1h
    container:
      image: train:1
      command: [python, -m, train]
      args: [--n, "{{inputs.parameters.n}}"]
      env:
      - {name: HOME, value: /root}
      - {name: TOKEN, valueFrom: {secretKeyRef: {name: keys, key: token}}}
      resources: {requests: {cpu: 500m, memory: 1Gi}, limits: {nvidia.com/gpu: 1}}
  - name: say
    script: {image: "alpine:3.20", command: [sh], source: "echo hi"}
  - name: bye
    steps:
    - - {name: one, template: say}
    - - {name: two, template: say}
      - {name: three, template: say}
    - - {name: four, template: say}
)";

const Task& task(const ReadResult& read, const char* name) {
    const Task* found = find_task(read.flow.main, name);
    if (!found) qFatal("no task %s", name);
    return *found;
}

}  // namespace

class TestArgoRead : public QObject {
    Q_OBJECT
  private slots:
    void readsTheDag() {
        const ReadResult read = must_read(dag_text);
        QCOMPARE(read.flow.name, std::string("demo-"));
        QCOMPARE(read.flow.format, std::string("argo"));
        QCOMPARE(read.flow.entrypoint, std::string("main"));
        QCOMPARE(read.flow.main.tasks.size(), std::size_t(5));
        QCOMPARE(*read.flow.environment.image, std::string("python:3.12"));
        QCOMPARE(*read.flow.environment.service_account, std::string("runner"));
        QCOMPARE(read.flow.parameters.at(0).value->text, std::string("3"));
        const Task& train = task(read, "train");
        QCOMPARE(train.needs, (std::vector<Need>{{"fetch"}}));
        QCOMPARE(train.params.at(0).value.source, Source::output);
        QCOMPARE(train.params.at(0).value.task, std::string("fetch"));
        QCOMPARE(train.params.at(0).value.name, std::string("path"));
        QCOMPARE(train.params.at(1).value.source, Source::param);
        QCOMPARE(train.params.at(2).value.source, Source::text);
        QCOMPARE(task(read, "rescue").needs, (std::vector<Need>{{"train", on_failed | on_errored}}));
        QCOMPARE(task(read, "odd").depends, std::string("train.Failed || !fetch.Succeeded"));
        QCOMPARE(task(read, "odd").needs.size(), std::size_t(2));
        const Task& fan = task(read, "fan");
        QCOMPARE(fan.when, std::string("{{workflow.parameters.epochs}} > 1"));
        QCOMPARE(fan.loop->items, (std::vector<std::string>{"1", "two", "{\"a\":1}"}));
        QCOMPARE(fan.handlers.at(0).trigger, Trigger::on_failure);
        QCOMPARE(fan.handlers.at(0).expression, std::string());
        const Definition& definition = *find_definition(read.flow, "train");
        QCOMPARE(definition.kind, DefinitionKind::container);
        QCOMPARE(definition.environment.env.at(1).value.source, Source::secret);
        QCOMPARE(definition.environment.gpu->text, std::string("1"));
        QCOMPARE(definition.retry->limit->text, std::string("2"));
        QCOMPARE(*definition.retry->factor, 2.0);
        QCOMPARE(definition.timeout, std::string("1h"));
        QCOMPARE(*definition.outputs.at(0).fallback, std::string("0"));
        QVERIFY(!find_definition(read.flow, "main")->body);
    }

    void readsHandlersAndSteps() {
        const ReadResult read = must_read(dag_text);
        QCOMPARE(read.flow.main.handlers.size(), std::size_t(2));
        QCOMPARE(read.flow.main.handlers[0].task->name, std::string("bye"));
        QCOMPARE(read.flow.main.handlers[1].task->name, std::string("running"));
        QCOMPARE(read.flow.main.handlers[1].expression, std::string("workflow.status == \"Running\""));
        const Definition& bye = *find_definition(read.flow, "bye");
        QVERIFY(bye.sequential);
        QCOMPARE(bye.body->tasks.at(0)->needs.size(), std::size_t(0));
        QCOMPARE(bye.body->tasks.at(2)->needs, (std::vector<Need>{{"one"}}));
        QCOMPARE(bye.body->tasks.at(3)->needs, (std::vector<Need>{{"two"}, {"three"}}));
    }

    void mapsPlaces_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tree_path");
        QTest::newRow("image of a task") << "tasks.train.image" << "train:1" << "spec/templates/1/container/image";
        QTest::newRow("image of a definition") << "definitions.train.image" << "train:1" << "spec/templates/1/container/image";
        QTest::newRow("name") << "tasks.train.name" << "train" << "spec/templates/0/dag/tasks/1/name";
        QTest::newRow("need") << "tasks.train.needs.fetch" << "fetch" << "spec/templates/0/dag/tasks/1/dependencies/0";
        QTest::newRow("argument") << "tasks.train.params.data.value" << "{{tasks.fetch.outputs.parameters.path}}" << "spec/templates/0/dag/tasks/1/arguments/parameters/0/value";
        QTest::newRow("env") << "tasks.train.env.HOME.value" << "/root" << "spec/templates/1/container/env/0/value";
        QTest::newRow("gpu has no tree path") << "tasks.train.gpu" << "1" << "";
        QTest::newRow("step") << "definitions.bye.tasks.two.name" << "two" << "spec/templates/3/steps/1/0/name";
        QTest::newRow("handler") << "handlers.bye.name" << "bye" << "spec/onExit";
        QTest::newRow("hook") << "tasks.fan.handlers.say.definition" << "say" << "spec/templates/0/dag/tasks/4/hooks/exit/template";
        QTest::newRow("parameter") << "parameters.epochs.value" << "3" << "spec/arguments/parameters/0/value";
        QTest::newRow("flow image") << "environment.image" << "python:3.12" << "spec/templateDefaults/container/image";
        QTest::newRow("retry") << "tasks.train.retry.limit" << "2" << "spec/templates/1/retryStrategy/limit";
    }
    void mapsPlaces() {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(QString, tree_path);
        const ReadResult read = must_read(dag_text);
        const MappedField* field = read.places.find(path.toStdString());
        QVERIFY2(field, qPrintable(path));
        QCOMPARE(QString::fromStdString(field->node->text), text);
        QCOMPARE(QString::fromStdString(field->tree_path), tree_path);
    }

    void issues_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* line, const char* rule, const char* words) { QTest::newRow(name) << line << rule << words; };
        row("typo", "    container: {image: a, comand: [x]}", "yaml/unknown-field", "did you mean `command`?");
        row("far off", "    container: {image: a, whatever: [x]}", "yaml/unknown-field", "unknown field `whatever`");
        row("exitHandler", "    steps: [[{name: a, template: m, exitHandler: b}]]", "yaml/unknown-field", "not a field of a step; it never runs; move it to spec.onExit");
        row("list for map", "    container: [a]", "yaml/wrong-type", "`container` must be a map");
        row("number for string", "    container: {image: 1}", "yaml/wrong-type", "must be a string");
        row("two kinds", "    container: {image: a}\n    script: {image: a, source: b}", "graph/template-type", "both `container` and `script`");
        row("no kind", "    metadata: {}", "graph/template-type", "says nothing to run");
        row("mixed", "    dag: {tasks: [{name: a, template: m}, {name: b, template: m, depends: a}, {name: c, template: m, dependencies: [a]}]}", "graph/depends-mixed", "task `c`");
        row("good", "    container: {image: a, command: [x], ports: [{containerPort: 80}], livenessProbe: {httpGet: {port: http}}}", "", "");
    }
    void issues() {
        QFETCH(QString, line);
        QFETCH(QString, rule);
        QFETCH(QString, words);
        const std::string text = "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: a}\nspec:\n  entrypoint: m\n  templates:\n  - name: m\n" + line.toStdString() + "\n";
        const ReadResult read = must_read(text);
        if (rule.isEmpty()) {
            for (const yaml::Issue& issue : read.issues) QFAIL(english(issue.what).c_str());
            return;
        }
        QCOMPARE(read.issues.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(read.issues[0].rule), rule);
        QVERIFY2(QString::fromStdString(english(read.issues[0].what)).contains(words), english(read.issues[0].what).c_str());
    }

    void ownHandlersTemplate() {
        const std::string text = R"yaml(apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {name: a}
spec:
  entrypoint: m
  onExit: exit-handlers
  templates:
  - {name: m, container: {image: a}}
  - name: exit-handlers
    steps:
    - - {name: clean, template: m}
      - {name: cry, template: m, when: "{{workflow.status}} != Succeeded", continueOn: {failed: true, error: true}}
      - {name: tell, template: m, when: "{{workflow.status}} == Succeeded && (1 == 1)"}
)yaml";
        const ReadResult read = must_read(text);
        QCOMPARE(read.flow.main.handlers.size(), std::size_t(3));
        QCOMPARE(read.flow.main.handlers[2].trigger, Trigger::on_success);
        QCOMPARE(read.flow.main.handlers[2].task->when, std::string("1 == 1"));
        QCOMPARE(read.flow.main.handlers[1].task->name, std::string("cry"));
        QCOMPARE(read.flow.main.handlers[1].trigger, Trigger::on_failure);
        QVERIFY(read.flow.main.handlers[1].warn_only);
        QCOMPARE(read.flow.definitions.size(), std::size_t(1));
    }

    // Without an entrypoint the templates that nobody calls stand side by side; one that calls itself is called by nobody else.
    void libraryOfTemplates() {
        const std::string text = argo_test::slurp(WEFT_TEST_DATA "/edit/cases/argo-library-of-templates/before.yaml");
        const ReadResult read = must_read(text);
        QCOMPARE(read.flow.main.tasks.size(), std::size_t(2));
        QCOMPARE(read.flow.main.tasks[0]->definition, std::string("diamond"));
        QCOMPARE(read.flow.main.tasks[1]->name, std::string("lonely"));
        QCOMPARE(definition_of(read.flow, *read.flow.main.tasks[0])->body->tasks.size(), std::size_t(2));
        QCOMPARE(read.flow.main.handlers.size(), std::size_t(1));
        QVERIFY(read.issues.empty());
        const ReadResult circle = must_read("apiVersion: argoproj.io/v1alpha1\nkind: WorkflowTemplate\nmetadata: {name: a}\nspec:\n  templates:\n"
                                            "  - {name: m, steps: [[{name: again, template: m}]]}\n");
        QCOMPARE(circle.flow.main.tasks.size(), std::size_t(1));
    }

    // Every property of Argo's own schema is known to us, and we claim none that it does not have.
    void fieldsAgreeWithTheSchema() {
        const std::string text = argo_test::slurp(std::string(WEFT_SHARED) + "/corpus/argo/argo-v4.1.2-structural.min.json");
        if (text.empty()) QSKIP("the shared folder with Argo's schema is not there");
        const nlohmann::json schema = nlohmann::json::parse(text);
        std::set<std::pair<std::string, std::string>> seen;
        int checked = 0;
        for (const auto& [root, node] : schema["roots"].items()) compareObject(schema, node, root, root, seen, checked);
        QVERIFY2(checked > 900, qPrintable(QString::number(checked)));
    }

    void corpusReads() {
        const auto files = argo_test::corpus(WEFT_SHARED);
        if (files.empty()) QSKIP("the shared corpus is not there");
        std::size_t flows = 0, tasks = 0, refused = 0;
        for (const auto& file : files) {
            const std::string text = argo_test::slurp(file);
            const Result<yaml::Stream> stream = yaml::read(text);
            if (!stream || !argo_format().recognises(*stream)) {
                ++refused;
                continue;
            }
            for (std::size_t i = 0; i < argo_format().flow_count(*stream); ++i) {
                const Result<ReadResult> read = argo_format().read(*stream, i);
                QVERIFY2(read, file.c_str());
                ++flows;
                tasks += task_count(read->flow);
                for (const auto& [path, field] : read->places.all()) QVERIFY2(field.node, (file.string() + " " + path).c_str());
                const std::string head = file.string();
                const bool example = head.find("/argo/examples/") != std::string::npos && head.find("k8s-patch-json") == std::string::npos;
                if (example)
                    for (const yaml::Issue& issue : read->issues) QFAIL((head + ":" + std::to_string(issue.line) + ": " + issue.rule + ": " + english(issue.what)).c_str());
            }
        }
        qInfo("%zu files, %zu refused, %zu flows, %zu tasks", files.size(), refused, flows, tasks);
        QVERIFY(flows > 350);
        QVERIFY(refused < 10);
    }

    // The same count of flows, by a program that shares nothing with ours.
    void countsAgreeWithPython() {
        const auto files = argo_test::corpus(WEFT_SHARED);
        if (files.empty()) QSKIP("the shared corpus is not there");
        QProcess python;
        python.start("python3", {QString(WEFT_SOURCE) + "/tests/oracles/argo_count.py"});
        if (!python.waitForStarted()) QSKIP("python3 is not there");
        QByteArray input;
        for (const auto& file : files) input += QByteArray(file.c_str()) + '\n';
        python.write(input);
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished(120000));
        if (python.exitCode() == 77) QSKIP("python3-yaml is not there");
        QCOMPARE(python.exitCode(), 0);
        const QList<QByteArray> lines = python.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(std::size_t(lines.size()), files.size());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const Result<yaml::Stream> stream = yaml::read(argo_test::slurp(files[std::size_t(i)]));
            const QByteArray ours = stream ? QByteArray::number(qulonglong(argo_format().flow_count(*stream))) : QByteArray("-");
            QVERIFY2(ours == lines[i] || (ours == "-" && lines[i] == "0"), (files[std::size_t(i)].string() + ": ours " + ours.toStdString() + ", python " + lines[i].toStdString()).c_str());
        }
    }

  private:
    static const nlohmann::json& resolved(const nlohmann::json& schema, const nlohmann::json& node) {
        const nlohmann::json* at = &node;
        while (at->contains("$ref")) at = &schema["defs"][(*at)["$ref"].get<std::string>()];
        return *at;
    }

    static void compareType(const nlohmann::json& schema, const nlohmann::json& given, std::string_view type, const std::string& where,
                            std::set<std::pair<std::string, std::string>>& seen, int& checked) {
        const nlohmann::json& node = resolved(schema, given);
        if (type == "*") return;
        if (type.front() == '[') {
            QVERIFY2(node.value("type", "") == "array", where.c_str());
            return compareType(schema, node["items"], type.substr(1, type.size() - 2), where, seen, checked);
        }
        if (type.front() == '{') {
            QVERIFY2(node.contains("additionalProperties"), where.c_str());
            return compareType(schema, node["additionalProperties"], type.substr(1, type.size() - 2), where, seen, checked);
        }
        if (type.size() > 1) return compareObject(schema, node, std::string(type), where, seen, checked);
        const std::string wanted = node.contains("x-kubernetes-int-or-string") ? "q" : node.value("type", "").substr(0, 1);
        const bool scalar_anyway = type == "v" && wanted == "s";
        QVERIFY2(wanted == type || scalar_anyway, (where + ": schema " + wanted + ", ours " + std::string(type)).c_str());
    }

    static void compareObject(const nlohmann::json& schema, const nlohmann::json& given, const std::string& object, const std::string& where,
                              std::set<std::pair<std::string, std::string>>& seen, int& checked) {
        const nlohmann::json& node = resolved(schema, given);
        if (!node.contains("properties")) return;
        if (!seen.insert({object, node.dump()}).second) return;
        const auto& fields = argo::fields_of(object);
        QVERIFY2(!fields.empty(), (where + ": no table " + object).c_str());
        for (const auto& [name, inner] : node["properties"].items()) {
            const auto found = std::find_if(fields.begin(), fields.end(), [&](const argo::Field& field) { return field.name == name; });
            QVERIFY2(found != fields.end(), (where + "." + name + " is not in " + object).c_str());
            ++checked;
            compareType(schema, inner, found->type, where + "." + name, seen, checked);
        }
        for (const argo::Field& field : fields) {
            if (field.name == "status" || field.type == "*" || object == "ObjectMeta" || object == "ClaimMeta") continue;
            if (!node["properties"].contains(std::string(field.name))) qWarning("%s: ours alone: %s.%s", where.c_str(), object.c_str(), std::string(field.name).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestArgoRead)
#include "tst_argo_read.moc"
