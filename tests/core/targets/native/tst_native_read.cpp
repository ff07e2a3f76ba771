// Reading *.weft.yaml: every field, every wrong field, every place.
#include <QtTest>

#include "core/model/edit.h"
#include "core/targets/document_compare.h"
#include "core/targets/native/native.h"
#include "core/yaml/reader.h"

using namespace weft;

class TestNativeRead : public QObject {
    Q_OBJECT
  private slots:
    void reads_every_field();
    void places_of_every_field();
    void issues_data();
    void issues();
    void a_wrong_field_loses_nothing_else();
    void versions_data();
    void versions();
    void several_flows_in_one_file();
    void fresh_text_reads_the_same();
    void fresh_refuses_what_it_cannot_say();
};

static std::string file(const QString& name) {
    QFile f(QStringLiteral(WEFT_TEST_DATA "/native/") + name);
    return f.open(QIODevice::ReadOnly) ? f.readAll().toStdString() : std::string();
}

static ReadResult read(const std::string& text) {
    const auto stream = yaml::read_yaml(text);
    if (!stream) qFatal("%s", english(stream.error().message).c_str());
    auto result = native::read(*stream, 0);
    if (!result) qFatal("%s", english(result.error().message).c_str());
    return std::move(*result);
}

static const Task& at(const Flow& flow, const char* path) {
    const Task* task = at_path(flow, path);
    if (!task) qFatal("no task %s", path);
    return *task;
}

void TestNativeRead::reads_every_field() {
    const ReadResult result = read(file("full.weft.yaml"));
    for (const yaml::Issue& issue : result.issues) QFAIL(english(issue.what).c_str());
    const Flow& f = result.flow;
    QCOMPARE(f.name, std::string("nightly-train"));
    QCOMPARE(f.description, std::string("Trains, every night"));
    QCOMPARE(f.timeout, std::string("1h"));
    QCOMPARE(f.parallelism.value_or(0), 4);
    QCOMPARE(f.parameters.size(), std::size_t(3));
    QVERIFY(f.parameters[0].value->plain && f.parameters[0].value->text == "20");
    QCOMPARE(f.parameters[1].choices, (std::vector<std::string>{"quick", "full"}));
    QVERIFY(!f.parameters[2].value);
    QCOMPARE(f.environment.image.value_or(""), std::string("python:3.12-slim"));
    QCOMPARE(f.environment.env[1].value.source, Source::param);
    QCOMPARE(f.environment.env[2].value.task + "/" + f.environment.env[2].value.name, std::string("hub/token"));
    QCOMPARE(f.environment.cpu_limit->text, std::string("2"));
    QVERIFY(f.environment.gpu->plain && !f.environment.cpu_limit->plain);
    QCOMPARE(f.definitions.size(), std::size_t(2));
    QVERIFY(f.definitions[1]->kind == DefinitionKind::flow);
    QCOMPARE(f.definitions[1]->body->handlers.size(), std::size_t(1));

    const Task& fetch = at(f, "fetch");
    QVERIFY(fetch.own->kind == DefinitionKind::container && !fetch.own->shell);
    QVERIFY(fetch.own->command[2].plain && !fetch.own->command[3].plain);
    QVERIFY(fetch.own->outputs[1].from == OutputFrom::standard_output && fetch.own->outputs[2].artifact);
    QCOMPARE(fetch.own->files[0].raw.value_or(""), std::string("a: b"));
    const Task& clean = at(f, "clean");
    QVERIFY(!clean.own);
    QCOMPARE(clean.environment.memory->text, std::string("2Gi"));
    QCOMPARE(clean.retry->limit->text, std::string("2"));
    const Task& train = at(f, "train");
    QVERIFY(train.own->kind == DefinitionKind::script);
    QCOMPARE(train.own->command.size(), std::size_t(2));
    QVERIFY(QString::fromStdString(train.own->source).contains("import os\nprint"));
    QCOMPARE(train.needs[1], (Need{"clean", on_failed | on_errored, true}));
    QCOMPARE(train.own->environment.gpu->text, std::string("1"));
    QCOMPARE(train.params[4].value.source, Source::text);
    QCOMPARE(train.loop->items, (std::vector<std::string>{"a", "1", "{\"city\":\"Berlin\",\"n\":2}"}));
    QCOMPARE(train.own->timeout, std::string("2h"));
    QVERIFY(train.tolerated && train.muted);
    QVERIFY(train.handlers[0].warn_only);
    const Task& block = at(f, "block");
    QCOMPARE(block.needs[0].task, std::string("train"));
    QVERIFY(block.handlers.empty());
    QCOMPARE(block.own->body->handlers[0].task->name, std::string("block-end"));
    QVERIFY(at(f, "block/other").own->kind == DefinitionKind::wait);
    QCOMPARE(block.own->outputs[0].expression.task, std::string("inner"));
    QCOMPARE(at(f, "probe").own->detail, std::string("https://example.org/health"));
    QCOMPARE(at(f, "probe").depends, std::string("fetch.Failed || train"));
    QCOMPARE(at(f, "twice").loop->param, std::string("{{params.mode}}"));
    QVERIFY(f.main.handlers[0].trigger == Trigger::on_failure);
    QVERIFY(f.main.handlers[0].task->params[0].value.source == Source::status);
    QCOMPARE(f.placements[1], (Placement{"train", {240.5, -60}}));
}

void TestNativeRead::places_of_every_field() {
    const std::string text = file("full.weft.yaml");
    const ReadResult result = read(text);
    const auto stream = yaml::read_yaml(text);
    for (const char* path : {"name", "parameters.epochs", "parameters.epochs.value", "environment.image", "environment.env.LANG", "environment.env.LANG.value", "tasks.train",
                             "tasks.train.name", "tasks.fetch.command", "tasks.train.script", "tasks.train.memory", "tasks.train.gpu", "tasks.train.env.A", "tasks.train.env.A.value",
                             "tasks.train.params.DATA", "tasks.train.params.DATA.value", "tasks.fetch.outputs.path", "tasks.train.needs.fetch", "tasks.train.when", "tasks.train.loop",
                             "tasks.train.retry", "tasks.train.retry.limit", "tasks.train.timeout", "tasks.clean.memory", "handlers.notify", "handlers.notify.command", "handlers.notify.trigger",
                             "definitions.greet", "definitions.greet.cpu", "definitions.pair.tasks.second.needs.first", "definitions.pair.handlers.tidy", "tasks.block.tasks.inner.command",
                             "tasks.train.handlers.after-train.verdict", "tasks.block.handlers.block-end", "canvas.fetch", "environment.node_selector.disk"}) {
        QVERIFY2(result.places.find(path), path);
    }
    for (const auto& [path, field] : result.places.all()) {
        QVERIFY2(field.node && !field.node->span.fresh(), path.c_str());
        QVERIFY2(!field.tree_path.empty(), path.c_str());
        QVERIFY2(yaml::find_path(stream->documents[0].root, field.tree_path), path.c_str());
    }
    const MappedField* when = result.places.find("tasks.train.when");
    QCOMPARE(text.substr(when->node->span.begin, when->node->span.end - when->node->span.begin), std::string("\"{{params.mode}} == full\""));
    const std::size_t inside = text.find("import os");
    QCOMPARE(result.places.task_at(inside), std::string("tasks.train"));
    QCOMPARE(result.places.task_at(text.find("wait: 10s")), std::string("tasks.block.tasks.other"));
    QCOMPARE(result.places.task_at(text.find("pullPolicy")), std::string());
}

void TestNativeRead::issues_data() {
    QTest::addColumn<QString>("text");      // behind "weftwork: 1\n"
    QTest::addColumn<QString>("message");   // "" = none
    QTest::addColumn<int>("line");
    const auto row = [](const char* name, const char* text, const char* message, int line) { QTest::newRow(name) << text << message << line; };
    row("fine", "tasks:\n- name: a\n  command: [true]\n", "", 0);
    row("extension", "x-owner: me\ntasks:\n- name: a\n  x-note: 1\n", "", 0);
    row("typing mistake", "taks: []\n", "unknown field \"taks\": did you mean \"tasks\"?", 2);
    row("other case", "environment: {pull_policy: Always}\n", "unknown field \"pull_policy\": did you mean \"pullPolicy\"?", 2);
    row("exit handler of a task", "tasks:\n- name: a\n  exitHandler: b\n", "unknown field \"exitHandler\": here it is called \"handlers\"", 4);
    row("image beside the command", "tasks:\n- name: a\n  image: x\n", "unknown field \"image\": here it is called \"environment.image\"", 4);
    row("argo word", "tasks:\n- name: a\n  dependencies: [b]\n", "unknown field \"dependencies\": here it is called \"needs\"", 4);
    row("nothing like it", "retry: {blubb: 1}\n", "unknown field \"retry\": known here are weftwork, name, description, parameters, environment, schedule, timeout, parallelism, definitions, tasks, handlers, notes, unfolded, canvas", 2);
    row("tasks is no list", "tasks: {a: b}\n", "\"tasks\" must be a list (- item, or [a, b])", 2);
    row("a task is a text", "tasks:\n- hello\n", "\"tasks\" lists tasks: each has a name and runs something", 3);
    row("environment is a text", "environment: alpine\n", "\"environment\" must be a map (key: value)", 2);
    row("name is a list", "name: [a]\n", "\"name\" must be one value, neither a list nor a map", 2);
    row("parallelism", "parallelism: many\n", "\"parallelism\" must be a whole number, not \"many\"", 2);
    row("volume without a source", "environment: {volumes: [{name: a, path: /a}]}\n", "a volume names its source: one of claim, claimTemplate, secret, configMap, emptyDir, hostPath, other", 2);
    row("volume with two", "environment:\n  volumes:\n  - name: a\n    claim: x\n    secret: y\n", "a volume has one source, and \"secret\" is a second one", 6);
    row("type", "parameters: {a: {type: float}}\n", "\"type\" must be one of string, integer, number, boolean, list, map, file, not \"float\"", 2);
    row("schedule", "schedule: {cron: x, timezon: y}\n", "unknown field \"timezon\": did you mean \"timezone\"?", 2);
    row("truth", "tasks:\n- name: a\n  tolerated: maybe\n", "\"tolerated\" must be true or false, not \"maybe\"", 4);
    row("runs", "handlers:\n- name: a\n  runs: sometimes\n", "\"runs\" must be one of always, on-success, on-failure, not \"sometimes\"", 4);
    row("on", "tasks:\n- name: a\n  needs: [{task: b, on: [done]}]\n",
        "\"on\" takes succeeded, failed, errored, skipped, omitted, completed, any-succeeded or all-failed, not \"done\"", 4);
    row("value", "tasks:\n- name: a\n  params: {X: [1]}\n", "\"X\" must be one value or one of {param: …}, {output: task.name}, {secret: name.key}, {status: flow}", 4);
    row("value key", "tasks:\n- name: a\n  params: {X: {outptu: a.b}}\n", "unknown field \"outptu\": did you mean \"output\"?", 4);
    row("output without a dot", "tasks:\n- name: a\n  params: {X: {output: fetch}}\n", "\"output\" names a task and its output as in fetch.path", 4);
    row("two kinds", "tasks:\n- name: a\n  command: x\n  script: y\n", "\"script\" and \"command\" exclude each other: a task runs one thing", 4);
    row("use and command", "tasks:\n- name: a\n  use: b\n  command: x\n", "\"use\" and \"command\" exclude each other: a task runs one thing", 5);
    row("loop", "tasks:\n- name: a\n  loop: {}\n", "\"loop\" goes over one of items, param, output, list, count, or from and to", 4);
    row("needs and depends", "tasks:\n- name: a\n  needs: [b]\n  depends: c || b\n", "\"needs\" and \"depends\" exclude each other: \"depends\" is used", 4);
    row("loop over a text", "tasks:\n- name: a\n  loop: {list: '[1, 2]'}\n- name: b\n  loop: {list: ''}\n- name: c\n  loop: {output: a.b}\n", "", 0);
    row("factor", "tasks:\n- name: a\n  retry: {factor: x}\n", "\"factor\" must be a number, not \"x\"", 4);
    row("place", "canvas: {a: [1]}\n", "\"a\" must be a place [x, y]", 2);
    row("null is nothing", "tasks:\nhandlers:\nenvironment:\nparameters:\ncanvas:\n", "", 0);
}

void TestNativeRead::issues() {
    QFETCH(QString, text);
    QFETCH(QString, message);
    QFETCH(int, line);
    const ReadResult result = read("weftwork: 1\n" + text.toStdString());
    if (message.isEmpty()) {
        QVERIFY2(result.issues.empty(), result.issues.empty() ? "" : english(result.issues[0].what).c_str());
        return;
    }
    QVERIFY(!result.issues.empty());
    QCOMPARE(QString::fromStdString(english(result.issues[0].what)), message);
    QCOMPARE(result.issues[0].line, line);
    QVERIFY(result.issues[0].rule == "yaml/unknown-field" || result.issues[0].rule == "yaml/wrong-type");
}

void TestNativeRead::a_wrong_field_loses_nothing_else() {
    const ReadResult result = read("weftwork: 1\nname: [x]\nenvironment: 3\ntasks:\n- 5\n- name: a\n  needs: {}\n  params: {A: [1], B: 2}\n  command: [echo, [x], y]\n- name: b\nhandlers: no\n");
    QCOMPARE(result.flow.main.tasks.size(), std::size_t(2));
    QCOMPARE(at(result.flow, "a").params[1].value.text, std::string("2"));
    QCOMPARE(at(result.flow, "a").own->command.size(), std::size_t(3));
    QVERIFY(at(result.flow, "b").own);
}

void TestNativeRead::versions_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("newer") << "weftwork: 2\nname: x\n" << "this flow is written in version 2 of the format, and this Weftwork reads version 1: a newer Weftwork opens it";
    QTest::newRow("zero") << "weftwork: 0\n" << "\"weftwork: 0\" names no version of the format: write \"weftwork: 1\"";
    QTest::newRow("text") << "weftwork: one\n" << "\"weftwork: one\" names no version of the format: write \"weftwork: 1\"";
    QTest::newRow("nothing") << "weftwork:\n" << "\"weftwork: \" names no version of the format: write \"weftwork: 1\"";
    QTest::newRow("quoted") << "weftwork: '1'\n" << "";
}

void TestNativeRead::versions() {
    QFETCH(QString, text);
    QFETCH(QString, message);
    const auto stream = yaml::read_yaml(text.toStdString());
    QVERIFY(stream);
    QVERIFY(native::recognises(*stream));
    const auto result = native::read(*stream, 0);
    QCOMPARE(result ? QString() : QString::fromStdString(english(result.error().message)), message);
    if (!result) QCOMPARE(result.error().where.line, 1);
}

void TestNativeRead::several_flows_in_one_file() {
    const auto stream = yaml::read_yaml("weftwork: 1\nname: a\n---\nkind: Pod\n---\nweftwork: 1\nname: b\n");
    QVERIFY(stream);
    QCOMPARE(native::flow_count(*stream), std::size_t(2));
    const auto second = native::read(*stream, 1);
    QVERIFY(second);
    QCOMPARE(second->flow.name, std::string("b"));
    QCOMPARE(second->places.find("name")->document, std::size_t(2));
    QVERIFY(!native::read(*stream, 2));
    QVERIFY(!native::recognises(*yaml::read_yaml("kind: Pod\n")));
    QVERIFY(!native::recognises(*yaml::read_yaml("")));
}

void TestNativeRead::fresh_text_reads_the_same() {
    const Flow f = read(file("full.weft.yaml")).flow;
    const auto text = native::fresh(f);
    QVERIFY2(text, text ? "" : english(text.error().message).c_str());
    const ReadResult again = read(*text);
    QVERIFY2(again.issues.empty(), again.issues.empty() ? "" : english(again.issues[0].what).c_str());
    QCOMPARE(difference(f, again.flow, true), std::string());
    QVERIFY(QString::fromStdString(*text).startsWith("weftwork: 1\nname: nightly-train\n"));
}

void TestNativeRead::fresh_refuses_what_it_cannot_say() {
    Flow f = read(file("full.weft.yaml")).flow;
    Definition resource;
    resource.name = "make-volume";
    resource.kind = DefinitionKind::resource;
    f.definitions.push_back(std::make_shared<const Definition>(resource));
    const auto text = native::fresh(f);
    QVERIFY(!text);
    QCOMPARE(english(text.error().message), std::string("a .weft.yaml file cannot hold \"make-volume\""));
}

QTEST_GUILESS_MAIN(TestNativeRead)
#include "tst_native_read.moc"
