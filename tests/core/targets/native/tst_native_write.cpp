// Drawing into *.weft.yaml: what was drawn changes, every other byte stays.
#include <QtTest>

#include "core/model/edit.h"
#include "core/targets/document_compare.h"
#include "core/targets/native/native.h"
#include "core/targets/native/settle.h"
#include "core/yaml/patch.h"
#include "core/yaml/reader.h"
#include "core/yaml/writer.h"

using namespace weft;

class TestNativeWrite : public QObject {
    Q_OBJECT
  private slots:
    void no_change_is_no_change();
    void edits_data();
    void edits();
    void rename_every_task_and_back();
    void every_place_can_be_set();
    void remove_every_task();
    void make_every_task_a_handler_and_back();
    void the_break_of_the_first_screen();
    void a_flow_from_nothing();
    void other_documents_stay();
    void a_broken_field_anywhere_does_not_stop_drawing();
};

static std::string slurp(const QString& path) {
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? f.readAll().toStdString() : std::string();
}

static QStringList sample_files() {
    QStringList files = {QStringLiteral(WEFT_TEST_DATA "/native/full.weft.yaml")};
    const QDir examples(QStringLiteral(WEFT_SOURCE "/resources/examples"));
    for (const QString& name : examples.entryList({"*.weft.yaml"})) files << examples.filePath(name);
    return files;
}

// What a document is, without the window around it.
struct Open {
    std::string text;
    yaml::Stream stream;
    Flow flow;
    SourceMap places;
};

static Open open(const std::string& text, const Flow* ids = nullptr) {
    Open made;
    made.text = text;
    auto stream = yaml::read_yaml(text);
    if (!stream) qFatal("%s", describe(stream.error()).c_str());
    made.stream = std::move(*stream);
    auto result = native::read(made.stream, 0);
    if (!result) qFatal("%s", describe(result.error()).c_str());
    made.flow = ids ? carry_ids(*ids, result->flow) : result->flow;
    made.places = std::move(result->places);
    return made;
}

// The drawn flow goes into the text; what is read back must be what was drawn.
static Open draw(const Open& before, const Result<Flow>& drawn, QString* problem) {
    if (!drawn) {
        *problem = QString::fromStdString(english(drawn.error().message));
        return before;
    }
    const Result<Flow> after = native::settle(before.flow, *drawn);
    const auto roots = native::write(before.flow, *after, before.stream, 0);
    if (!roots) {
        *problem = QString::fromStdString(english(roots.error().message));
        return before;
    }
    const auto edits = yaml::patch(before.text, before.stream, *roots);
    if (!edits) {
        *problem = "patch: " + QString::fromStdString(english(edits.error().message));
        return before;
    }
    Open now = open(yaml::apply(before.text, *edits), &*after);
    const std::string what = difference(*after, now.flow, true);
    if (!what.empty()) *problem = "differs: " + QString::fromStdString(what + "\n" + now.text);
    return now;
}

// The lines that went and came, without what is equal in front and behind: "-old +new".
static QString changed_lines(const std::string& before, const std::string& after) {
    QStringList a = QString::fromStdString(before).split('\n'), b = QString::fromStdString(after).split('\n');
    while (!a.isEmpty() && !b.isEmpty() && a.first() == b.first()) a.removeFirst(), b.removeFirst();
    while (!a.isEmpty() && !b.isEmpty() && a.last() == b.last()) a.removeLast(), b.removeLast();
    QString out;
    for (const QString& line : a) out += '-' + line + '\n';
    for (const QString& line : b) out += '+' + line + '\n';
    return out;
}

void TestNativeWrite::no_change_is_no_change() {
    for (const QString& name : sample_files()) {
        const Open before = open(slurp(name));
        const auto roots = native::write(before.flow, before.flow, before.stream, 0);
        QVERIFY(roots);
        QCOMPARE(roots->front(), before.stream.documents.front().root);
        const auto renumbered = native::write(before.flow, carry_ids(before.flow, open(before.text).flow), before.stream, 0);
        QVERIFY(renumbered && renumbered->front() == before.stream.documents.front().root);
    }
}

using Edit = std::function<Result<Flow>(const Flow&)>;
Q_DECLARE_METATYPE(Edit)

static TaskId id(const Flow& flow, const char* path) {
    const Task* task = at_path(flow, path);
    return task ? task->id : 0;
}

static Result<Flow> change(const Flow& flow, const char* path, const std::function<void(Task&)>& fn) {
    Task wanted = *at_path(flow, path);
    fn(wanted);
    return edit::change_task(flow, wanted.id, wanted);
}

static Result<Flow> define(const Flow& flow, const char* path, const std::function<void(Definition&)>& fn, edit::Scope scope = edit::Scope::all) {
    const Task& task = *at_path(flow, path);
    Definition wanted = *definition_of(flow, task);
    fn(wanted);
    return edit::change_definition(flow, task.id, scope, wanted);
}

static Task plain_task(const std::string& name) {
    Task task;
    task.name = name;
    Definition own;
    own.kind = DefinitionKind::container;
    own.shell = true;
    own.command = {{"sh"}, {"-c"}, {"echo hi"}};
    task.own = std::make_shared<const Definition>(own);
    return task;
}

void TestNativeWrite::edits_data() {
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("lines");   // what changes in full.weft.yaml
    const auto row = [](const char* name, Edit edit, const char* lines) { QTest::newRow(name) << std::move(edit) << lines; };
    row("flow name keeps its quotes", [](const Flow& f) { return edit::set_flow_name(f, "weekly"); }, "-name: \"nightly-train\"   # the name\n+name: \"weekly\"   # the name\n");
    row("connect", [](const Flow& f) { return edit::connect(f, id(f, "clean"), id(f, "twice")); }, "+    needs: [clean]\n");
    row("connect one more", [](const Flow& f) { return edit::connect(f, id(f, "fetch"), id(f, "block"), on_failed); },
        "-    needs: train\n+    needs: [train, {task: fetch, on: [failed]}]\n");
    row("disconnect", [](const Flow& f) { return edit::disconnect(f, id(f, "clean"), id(f, "train")); },
        "-    needs: [fetch, {task: clean, on: [failed, errored], recovers: true}]\n+    needs: [fetch]\n");
    row("disconnect the only one", [](const Flow& f) { return edit::disconnect(f, id(f, "train"), id(f, "block")); }, "-    needs: train\n");
    row("edge condition", [](const Flow& f) { return change(f, "train", [](Task& t) { t.needs[0].results = results_completed; }); },
        "-    needs: [fetch, {task: clean, on: [failed, errored], recovers: true}]\n+    needs: [{task: fetch, on: [completed]}, {task: clean, on: [failed, errored], recovers: true}]\n");
    row("when", [](const Flow& f) { return change(f, "train", [](Task& t) { t.when = "{{params.mode}} == quick"; }); },
        "-    when: \"{{params.mode}} == full\"\n+    when: \"{{params.mode}} == quick\"\n");
    row("when away", [](const Flow& f) { return change(f, "train", [](Task& t) { t.when.clear(); }); }, "-    when: \"{{params.mode}} == full\"\n");
    row("parameter's value", [](const Flow& f) { return change(f, "train", [](Task& t) { t.params[2].value.text = "4"; }); },
        "-    params: {EPOCHS: {param: epochs}, DATA: {output: fetch.path}, N: 3, S: '3', T: \"from {{tasks.fetch.outputs.path}}\"}\n"
        "+    params: {EPOCHS: {param: epochs}, DATA: {output: fetch.path}, N: 4, S: '3', T: \"from {{tasks.fetch.outputs.path}}\"}\n");
    row("parameter's name", [](const Flow& f) { return change(f, "clean", [](Task& t) { t.params[0].name = "whom"; }); },
        "-    params: {who: {output: fetch.path}}\n+    params: {whom: {output: fetch.path}}\n");
    row("image of a task", [](const Flow& f) { return define(f, "train", [](Definition& d) { d.environment.image = "alpine:3.20"; }); },
        "-    environment: {memory: 8Gi, gpu: 1, env: {A: x, B: {param: mode}}}\n+    environment: {image: alpine:3.20, memory: 8Gi, gpu: 1, env: {A: x, B: {param: mode}}}\n");
    row("memory of the flow", [](const Flow& f) { Environment e = f.environment; e.memory = Scalar{"4Gi"}; return edit::set_flow_environment(f, e); }, "-  memory: 1Gi\n+  memory: 4Gi\n");
    row("a number stays a number", [](const Flow& f) { Environment e = f.environment; e.gpu = Scalar{"2"}; return edit::set_flow_environment(f, e); }, "-  gpu: 1\n+  gpu: 2\n");
    row("env var of the flow", [](const Flow& f) { Environment e = f.environment; e.env.push_back({"NEW", {Source::literal, "yes"}}); return edit::set_flow_environment(f, e); },
        "+    NEW: \"yes\"\n");
    row("env var away", [](const Flow& f) { Environment e = f.environment; e.env.erase(e.env.begin()); return edit::set_flow_environment(f, e); }, "-    LANG: C.UTF-8\n");
    row("environment of a bare task", [](const Flow& f) { return define(f, "fetch", [](Definition& d) { d.environment.cpu = Scalar{"1"}; }); }, "+    environment:\n+      cpu: 1\n");
    row("word of a command", [](const Flow& f) { return define(f, "fetch", [](Definition& d) { d.command[1].text = "-O"; }); },
        "-    command: [curl, -o, 1, \"2\"]   # argv\n+    command: [curl, -O, 1, \"2\"]   # argv\n");
    row("shell command", [](const Flow& f) { return define(f, "block/inner", [](Definition& d) { d.command[2].text = "echo inner"; }); }, "-        command: \"true\"\n+        command: \"echo inner\"\n");
    row("script", [](const Flow& f) { return define(f, "train", [](Definition& d) { d.source = "import os\nprint(1)\n"; }); },
        "-      print(\"epochs\", os.environ[\"EPOCHS\"])  # not a comment of the YAML\n+      print(1)\n");
    row("retry limit", [](const Flow& f) { return define(f, "train", [](Definition& d) { d.retry->limit = Scalar{"5"}; }); },
        "-    retry: {limit: 1, delay: 10s, factor: 2, maxDelay: 1m}\n+    retry: {limit: 5, delay: 10s, factor: 2, maxDelay: 1m}\n");
    row("retry short form", [](const Flow& f) { return change(f, "clean", [](Task& t) { t.retry->limit = Scalar{"3"}; }); }, "-    retry: 2\n+    retry: 3\n");
    row("timeout", [](const Flow& f) { return define(f, "fetch", [](Definition& d) { d.timeout = "5m"; }); }, "+    timeout: 5m\n");
    row("shared definition", [](const Flow& f) { return define(f, "clean", [](Definition& d) { d.environment.cpu = Scalar{"200m"}; }); }, "-      cpu: 100m\n+      cpu: 200m\n");
    row("not tolerated", [](const Flow& f) { return change(f, "train", [](Task& t) { t.tolerated = false; }); }, "-    tolerated: true\n");
    row("loop item", [](const Flow& f) { return change(f, "train", [](Task& t) { t.loop->items[1] = "7"; }); },
        "-    loop: {items: [a, 1, {city: Berlin, n: 2}], parallelism: 2}\n+    loop: {items: [a, 7, {city: Berlin, n: 2}], parallelism: 2}\n");
    const auto environment = [](const Flow& f, const std::function<void(Environment&)>& change_it) {
        Environment e = f.environment;
        change_it(e);
        return edit::set_flow_environment(f, e);
    };
    row("claim", [=](const Flow& f) { return environment(f, [](Environment& e) { e.volumes[0].source = "other"; }); },
        "-  - {name: data, claim: shared, path: /data, readOnly: true}\n+  - {name: data, claim: other, path: /data, readOnly: true}\n");
    row("kind of volume", [=](const Flow& f) { return environment(f, [](Environment& e) { e.volumes[0].kind = Volume::Kind::secret; }); },
        "-  - {name: data, claim: shared, path: /data, readOnly: true}\n+  - {name: data, secret: shared, path: /data, readOnly: true}\n");
    row("size", [=](const Flow& f) { return environment(f, [](Environment& e) { e.volumes[1].size = Scalar{"3Gi"}; }); }, "-    size: 2Gi\n+    size: 3Gi\n");
    row("another volume", [=](const Flow& f) { return environment(f, [](Environment& e) { e.volumes.push_back({Volume::Kind::empty_dir, "tmp", "", {}, "/tmp", "", false}); }); },
        "+  - {name: tmp, emptyDir: {}, path: /tmp}\n");
    row("toleration", [=](const Flow& f) { return environment(f, [](Environment& e) { e.tolerations.pop_back(); }); },
        "-  tolerations: [{key: gpu, operator: Exists, effect: NoSchedule}, {key: team, value: red, seconds: 30}]\n+  tolerations: [{key: gpu, operator: Exists, effect: NoSchedule}]\n");
    row("schedule", [](const Flow& f) { Flow g = f; g.schedule->crons[1] = "0 9 * * 6"; return Result<Flow>(g); },
        "-  cron: [\"30 6 * * 1-5\", \"0 8 * * 6\"]\n+  cron: [\"30 6 * * 1-5\", \"0 9 * * 6\"]\n");
    row("no schedule", [](const Flow& f) { Flow g = f; g.schedule.reset(); return Result<Flow>(g); }, nullptr);
    row("loop at once", [](const Flow& f) { return change(f, "train", [](Task& t) { t.loop->parallelism = 3; }); },
        "-    loop: {items: [a, 1, {city: Berlin, n: 2}], parallelism: 2}\n+    loop: {items: [a, 1, {city: Berlin, n: 2}], parallelism: 3}\n");
    row("loop's source", [](const Flow& f) { return change(f, "twice", [](Task& t) { t.loop->param = "{{tasks.fetch.outputs.path}}"; }); }, "-    loop: {param: mode}\n+    loop: {output: fetch.path}\n");
    row("output", [](const Flow& f) { return edit::bind(f, id(f, "clean"), "said", id(f, "twice"), "IN"); }, nullptr);
    row("add a task", [](const Flow& f) { return edit::add_task(f, {}, plain_task("new")); }, "+  - name: new\n+    command: echo hi\n");
    row("add a task to a group", [](const Flow& f) { return edit::add_task(f, {{}, id(f, "block")}, plain_task("new")); }, "+      - name: new\n+        command: echo hi\n");
    row("remove a task", [](const Flow& f) { return edit::remove_tasks(f, {id(f, "probe")}); },
        "-  - name: probe\n-    depends: fetch.Failed || train\n-    http: {url: \"https://example.org/health\", method: GET}\n");
    row("trigger", [](const Flow& f) { return edit::set_trigger(f, id(f, "notify"), Trigger::on_success, false); }, "-    runs: on-failure\n+    runs: on-success\n");
    row("default trigger", [](const Flow& f) { return edit::set_trigger(f, id(f, "notify"), Trigger::always, false); }, "-    runs: on-failure\n");
    row("warn only", [](const Flow& f) { return edit::set_trigger(f, id(f, "notify"), Trigger::on_failure, true); }, "+    verdict: warn\n");
    row("trigger in a flow map", [](const Flow& f) { return edit::set_trigger(f, id(f, "pair:tidy"), Trigger::on_failure, false); },
        "-    - {name: tidy, runs: always, command: \"true\"}\n+    - {name: tidy, runs: on-failure, command: \"true\"}\n");
    row("move a node", [](const Flow& f) { return edit::move_tasks(f, {{id(f, "fetch"), {41, 61}}}); }, "-  fetch: [40, 60]\n+  fetch: [41, 61]\n");
    row("move another", [](const Flow& f) { return edit::move_tasks(f, {{id(f, "block"), {1, 2}}}); }, "+  block: [1, 2]\n");
    row("parameters", [](const Flow& f) { std::vector<Parameter> p = f.parameters; p[0].value->text = "30"; return edit::set_flow_parameters(f, p); }, "-  epochs: 20\n+  epochs: 30\n");
    row("parameter renamed", [](const Flow& f) { std::vector<Parameter> p = f.parameters; p[2].name = "must"; return edit::set_flow_parameters(f, p); }, "-  needed:\n+  must:\n");
    row("to a script", [](const Flow& f) { return define(f, "block/inner", [](Definition& d) { d.kind = DefinitionKind::script; d.shell = false; d.command.clear(); d.source = "true\n"; }); },
        "-        command: \"true\"\n+        script: |\n+          true\n");
    row("connect to an expression", [](const Flow& f) { return edit::connect(f, id(f, "clean"), id(f, "probe"), on_failed); },
        "-    depends: fetch.Failed || train\n+    depends: (fetch.Failed || train) && clean.Failed\n");
    row("disconnect from an expression", [](const Flow& f) { return edit::disconnect(f, id(f, "fetch"), id(f, "probe")); }, "-    depends: fetch.Failed || train\n+    needs: [train]\n");
    row("a tag typed as a plain value", [](const Flow& f) { return change(f, "train", [](Task& t) { t.params[3].value.text = "{{item}}"; }); }, nullptr);
    row("count", [](const Flow& f) { return change(f, "twice", [](Task& t) { t.loop = Loop{Loop::Over::sequence}; t.loop->count = Scalar{"3"}; }); }, "-    loop: {param: mode}\n+    loop: {count: 3}\n");
    row("environment of the use", [](const Flow& f) { return change(f, "fetch", [](Task& t) { t.environment.image = "x:1"; t.timeout = "3s"; }); }, nullptr);
    row("disconnect in a definition's body", [](const Flow& f) { return edit::disconnect(f, id(f, "pair:first"), id(f, "pair:second")); }, "-      needs: [first]\n");
    row("rename in a definition's body", [](const Flow& f) { return edit::rename_task(f, id(f, "pair:first"), "one"); },
        "-    - name: first\n-      command: \"true\"\n-    - name: second\n-      needs: [first]\n+    - name: one\n+      command: \"true\"\n+    - name: second\n+      needs: [one]\n");
    row("add to a definition's body", [](const Flow& f) { return edit::add_task(f, {"pair", 0}, plain_task("third")); }, "+    - name: third\n+      command: echo hi\n");
    row("handler in a definition's body", [](const Flow& f) { return edit::make_handler(f, id(f, "pair:first"), Trigger::always); }, nullptr);
    row("handler in a group", [](const Flow& f) { return edit::make_handler(f, id(f, "block/inner"), Trigger::on_failure); }, nullptr);
    row("rename a task's own handler", [](const Flow& f) { return edit::rename_task(f, id(f, "train/after-train"), "later"); }, "-      - name: after-train\n+      - name: later\n");
    row("remove a task's own handler", [](const Flow& f) { return edit::remove_tasks(f, {id(f, "train/after-train")}); }, nullptr);
    row("rename a definition", [](const Flow& f) { return edit::rename_definition(f, "greet", "salute"); }, nullptr);
    row("description", [](const Flow& f) { return change(f, "train", [](Task& t) { t.note = "trains: twice"; }); }, "-    description: trains the model\n+    description: \"trains: twice\"\n");
    row("input of a definition", [](const Flow& f) { return define(f, "clean", [](Definition& d) { d.inputs.push_back({"loud"}); }); }, "-    inputs: {who: world}\n+    inputs: {who: world, loud: null}\n");
    row("output gets a path", [](const Flow& f) { return define(f, "fetch", [](Definition& d) { d.outputs[0].path = "/tmp/path"; }); }, nullptr);
    row("file's content", [](const Flow& f) { return define(f, "fetch", [](Definition& d) { d.files[0].raw = "a: c"; }); },
        "-      config: {path: etc/config, content: \"a: b\"}\n+      config: {path: etc/config, content: \"a: c\"}\n");
    row("umlauts", [](const Flow& f) { return edit::rename_task(f, id(f, "twice"), "Übung 1"); }, "-  - name: twice\n+  - name: Übung 1\n");
    row("handler", [](const Flow& f) { return edit::make_handler(f, id(f, "twice"), Trigger::on_success); }, nullptr);
    row("copy of a shared definition", [](const Flow& f) { return define(f, "twice", [](Definition& d) { d.timeout = "1h"; }, edit::Scope::only_this); }, nullptr);
    row("own definition becomes shared", [](const Flow& f) { return change(f, "block", [](Task& t) { t.definition = "pair"; t.own = nullptr; }); }, nullptr);
    row("all tasks away", [](const Flow& f) {
        std::vector<TaskId> ids;
        for (const TaskPtr& task : f.main.tasks) ids.push_back(task->id);
        return edit::remove_tasks(f, ids);
    }, nullptr);
    row("definitions away", [](const Flow& f) -> Result<Flow> {
        Flow made = edit::remove_tasks(f, {id(f, "clean"), id(f, "twice")}).value();
        made.definitions.clear();
        return made;
    }, nullptr);
    row("paste", [](const Flow& f) { return edit::paste(f, {}, edit::extract(f, {id(f, "fetch"), id(f, "train"), id(f, "block")})); }, nullptr);
}

void TestNativeWrite::edits() {
    QFETCH(Edit, edit);
    QFETCH(QString, lines);
    const Open before = open(slurp(QStringLiteral(WEFT_TEST_DATA "/native/full.weft.yaml")));
    QString problem;
    const Open after = draw(before, edit(before.flow), &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const QString got = changed_lines(before.text, after.text);
    QVERIFY(!got.isEmpty());
    if (!lines.isNull()) QCOMPARE(got, lines);
    // and undone by drawing: the same bytes but for quotes the writer chose
    const Open back = draw(after, carry_ids(after.flow, before.flow), &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(difference(before.flow, back.flow, true), std::string());
}

void TestNativeWrite::rename_every_task_and_back() {
    int count = 0;
    for (const QString& name : sample_files()) {
        const Open before = open(slurp(name));
        std::vector<std::pair<TaskId, std::string>> tasks;
        for_each_task(before.flow, [&](const std::string&, const Task& task, const Handler*) { tasks.emplace_back(task.id, task.name); });
        Open now = before;
        QString problem;
        for (const auto& [task, old] : tasks) {
            now = draw(now, edit::rename_task(now.flow, task, old + "-renamed"), &problem);
            QVERIFY2(problem.isEmpty(), qPrintable(name + ": " + problem));
        }
        QVERIFY(now.text != before.text);
        for (const auto& [task, old] : tasks) {
            now = draw(now, edit::rename_task(now.flow, task, old), &problem);
            QVERIFY2(problem.isEmpty(), qPrintable(name + ": " + problem));
        }
        QCOMPARE(QString::fromStdString(now.text), QString::fromStdString(before.text));
        count += int(tasks.size());
    }
    QVERIFY(count > 25);
}

// What `weft edit --set` and the inspector do: one scalar, one place.
void TestNativeWrite::every_place_can_be_set() {
    int count = 0;
    for (const QString& name : sample_files()) {
        const Open before = open(slurp(name));
        for (const auto& [path, field] : before.places.all()) {
            const yaml::NodePtr node = yaml::find_path(before.stream.documents[0].root, field.tree_path);
            if (!node || !node->is_scalar() || node->style == yaml::Style::literal) continue;
            auto wanted = std::make_shared<yaml::Node>();
            wanted->kind = yaml::Kind::scalar;
            wanted->style = node->quoted() ? node->style : yaml::Style::any;
            wanted->text = "changed";
            const auto edits = yaml::patch(before.text, before.stream, {yaml::with_path(before.stream.documents[0].root, field.tree_path, wanted)});
            QVERIFY2(edits, path.c_str());
            const QString lines = changed_lines(before.text, yaml::apply(before.text, *edits));
            QVERIFY2(lines.count('\n') == 2, qPrintable(QString::fromStdString(path) + "\n" + lines));
            QVERIFY2(edits->size() == 1 && edits->front().inserted.find('\n') == std::string::npos, path.c_str());
            ++count;
        }
    }
    QVERIFY(count > 150);
}

void TestNativeWrite::remove_every_task() {
    for (const QString& name : sample_files()) {
        const Open before = open(slurp(name));
        std::vector<TaskId> ids;
        for_each_task(before.flow, [&](const std::string&, const Task& task, const Handler*) { ids.push_back(task.id); });
        for (const TaskId task : ids) {
            QString problem;
            const Open after = draw(before, edit::remove_tasks(before.flow, {task}), &problem);
            QVERIFY2(problem.isEmpty(), qPrintable(name + ": " + problem));
            QVERIFY(!find_task(after.flow, task));
        }
    }
}

void TestNativeWrite::make_every_task_a_handler_and_back() {
    for (const QString& name : sample_files()) {
        const Open before = open(slurp(name));
        std::vector<TaskId> ids;
        for_each_task(before.flow, [&](const std::string&, const Task& task, const Handler* handler) {
            if (!handler) ids.push_back(task.id);
        });
        for (const TaskId task : ids) {
            QString problem;
            const Open handler = draw(before, edit::make_handler(before.flow, task, Trigger::on_failure), &problem);
            QVERIFY2(problem.isEmpty(), qPrintable(name + ": " + problem));
            draw(handler, edit::make_task(handler.flow, task), &problem);
            QVERIFY2(problem.isEmpty(), qPrintable(name + ": " + problem));
        }
    }
}

void TestNativeWrite::the_break_of_the_first_screen() {
    const Open before = open(slurp(QStringLiteral(WEFT_SOURCE "/resources/examples/hello.weft.yaml")));
    QString problem;
    const auto rename = [](const Flow& flow, const std::string& name) {
        return define(flow, "report", [&](Definition& d) { d.environment.env[0].name = name; });
    };
    const Open broken = draw(before, rename(before.flow, "dynamic.out(greet)"), &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(changed_lines(before.text, broken.text), "-        GREETING: {output: greet.greeting}\n+        dynamic.out(greet): {output: greet.greeting}\n");
    const Open mended = draw(broken, rename(broken.flow, "GREETING"), &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(mended.text, before.text);
}

void TestNativeWrite::a_flow_from_nothing() {
    const Open before = open("weftwork: 1\n");
    QString problem;
    Open now = draw(before, edit::add_task(before.flow, {}, plain_task("first")), &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    now = draw(now, edit::add_task(now.flow, {}, plain_task("second")), &problem);
    now = draw(now, edit::connect(now.flow, id(now.flow, "first"), id(now.flow, "second")), &problem);
    now = draw(now, edit::set_flow_name(now.flow, "fresh"), &problem);
    now = draw(now, edit::move_tasks(now.flow, {{id(now.flow, "first"), {10, 20}}}), &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(QString::fromStdString(now.text), "weftwork: 1\nname: fresh\ntasks:\n  - name: first\n    command: echo hi\n  - name: second\n    needs: [first]\n    command: echo hi\ncanvas:\n  first: [10, 20]\n");
}

void TestNativeWrite::other_documents_stay() {
    const Open before = open("# one\nkind: Pod\n---\nweftwork: 1 # mine\nname: a\n---\nkind: Other\n");
    QString problem;
    const Open after = draw(before, edit::set_flow_name(before.flow, "b"), &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(after.text, std::string("# one\nkind: Pod\n---\nweftwork: 1 # mine\nname: b\n---\nkind: Other\n"));
}

// Every node in turn is replaced by something of another kind: the rest is read, drawn and written as ever, and the broken thing stays in the file.
void TestNativeWrite::a_broken_field_anywhere_does_not_stop_drawing() {
    const Open whole = open(slurp(QStringLiteral(WEFT_TEST_DATA "/native/full.weft.yaml")));
    const yaml::NodePtr root = whole.stream.documents[0].root;
    std::vector<std::string> paths;
    std::function<void(const yaml::NodePtr&, const std::string&)> collect = [&](const yaml::NodePtr& node, const std::string& path) {
        if (!path.empty() && path != "weftwork") paths.push_back(path);
        const std::string head = path.empty() ? path : path + '/';
        for (std::size_t i = 0; i < node->items.size(); ++i) collect(node->items[i], head + std::to_string(i));
        for (const yaml::Entry& entry : node->entries) collect(entry.value, head + entry.key->text);
    };
    collect(root, {});
    QVERIFY(paths.size() > 150);
    const yaml::NodePtr word = yaml::make_string("bRoKeN");
    const std::vector<yaml::NodePtr> wrong = {word, yaml::make_null(), yaml::make_sequence({word, yaml::make_sequence({word})}), yaml::make_map({{yaml::make_string("bad"), word}})};
    int drawn = 0;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const std::string& path = paths[i];
        const yaml::NodePtr node = wrong[i % 4];
        const Open before = open(yaml::write_yaml(yaml::with_path(root, path, node)));
        const bool visible = node != wrong[1];
        QString problem;
        Open now = draw(before, edit::add_task(before.flow, {}, plain_task("drawn")), &problem);
        if (problem.isEmpty() && at_path(now.flow, "fetch")) now = draw(now, edit::connect(now.flow, id(now.flow, "fetch"), id(now.flow, "drawn")), &problem);
        if (problem.isEmpty()) now = draw(now, edit::rename_task(now.flow, id(now.flow, "drawn"), "renamed"), &problem);
        QVERIFY2(problem.isEmpty(), qPrintable(QString::fromStdString(path) + ": " + problem));
        if (visible) QVERIFY2(now.text.find("bRoKeN") != std::string::npos || path == "tasks", path.c_str());
        ++drawn;
    }
    QVERIFY(drawn > 150);
}

QTEST_GUILESS_MAIN(TestNativeWrite)
#include "tst_native_write.moc"
