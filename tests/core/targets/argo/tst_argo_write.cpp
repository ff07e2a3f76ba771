// Drawing into Argo files: only what was drawn changes, and the text read again says the drawn flow.
#include <QtTest>

#include <map>

#include "core/targets/document.h"
#include "tests/core/targets/argo/corpus.h"
#include "tests/core/targets/argo/document.h"

using namespace weft;
using argo_test::Doc;

namespace {

// A way to fail with the whole story.
#define VERIFY_OK(result, where) QVERIFY2((result).has_value(), ((where) + ": " + ((result) ? std::string() : describe((result).error()))).c_str())

std::vector<std::pair<std::string, Doc>> corpus_docs() {
    std::vector<std::pair<std::string, Doc>> out;
    for (const auto& file : argo_test::corpus(WEFT_SHARED)) {
        const std::string text = argo_test::slurp(file);
        const Result<yaml::Stream> stream = yaml::read(text);
        if (!stream || !argo_format().recognises(*stream)) continue;
        for (std::size_t i = 0; i < argo_format().flow_count(*stream); ++i)
            if (Result<Doc> doc = argo_test::open(text, i)) out.emplace_back(file.string(), std::move(*doc));
    }
    return out;
}

std::vector<TaskId> all_ids(const Flow& flow) {
    std::vector<TaskId> ids;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { ids.push_back(task.id); });
    return ids;
}

// WEFT_THOROUGH=1: every task and every field of every file; minutes.
const bool thorough = qEnvironmentVariableIsSet("WEFT_THOROUGH");

const char* dag_text = R"(apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: demo-
spec:
  entrypoint: main   # starts here
  templates:
  - name: main
    dag:
      tasks:
      - name: fetch        # first
        template: say
      - name: train
        template: train
        dependencies: [fetch]
        arguments:
          parameters:
          - name: data
            value: "{{tasks.fetch.outputs.result}}"
  # the trainer
  - name: train
    inputs:
      parameters:
      - name: data
    container:
      image: 'train:1'
      command: [python, train.py]
      args: ["--data", "{{inputs.parameters.data}}"]
      env:
      - name: HOME
        value: /root   # home
  - name: say
    container:
      image: alpine:3.20
      command: [echo, hi]
)";

const char* steps_text = R"(apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {name: s}
spec:
  entrypoint: main
  templates:
  - name: main
    steps:
    - - name: one
        template: say
    - - name: two
        template: say
      - name: three
        template: say
  - name: say
    container: {image: a, command: [echo]}
)";

const char* lone_text = R"(apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {name: s}
spec:
  entrypoint: hello
  templates:
  - name: hello
    container: {image: a, command: [echo]}
)";

TaskId id_of(const Flow& flow, const char* path) {
    const Task* task = at_path(flow, path);
    return task ? task->id : 0;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) qFatal("no %s", from.c_str());
    return text.replace(at, from.size(), to);
}

}  // namespace

class TestArgoWrite : public QObject {
    Q_OBJECT
  private slots:
    // Drawn one after the other, nothing read in between: the lone template gets another name, then a second task makes a DAG that takes the old one.
    void aRenamedTemplateKeepsWhatItRuns() {
        const std::string text =
            "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {generateName: demo-}\nspec:\n  entrypoint: main\n  templates:\n    - name: main\n"
            "      containerSet:\n        containers:\n          - {name: main, image: alpine:3.20, command: [echo]}\n";
        const Result<DocumentPtr> opened = open_text(text, "demo.yaml");
        QVERIFY(opened);
        const Result<Flow> renamed = edit::rename_definition(*(*opened)->flow, "main", "shared");
        QVERIFY(renamed);
        const Result<Edited> first = draw(*opened, *renamed);
        QVERIFY(first);
        Task second;
        second.name = "second";
        second.definition = "shared";
        const Result<Flow> grown = edit::add_task(*first->document->flow, {}, second);
        QVERIFY(grown);
        const Result<Edited> drawn = draw(first->document, *grown);
        QVERIFY2(drawn, drawn ? "" : describe(drawn.error()).c_str());
        QVERIFY2(drawn->document->text.find("- {name: main, image: alpine:3.20, command: [echo]}") != std::string::npos, drawn->document->text.c_str());
        QVERIFY(check(drawn->document));
    }

    void untouchedStaysUntouched() {
        const auto docs = corpus_docs();
        if (docs.empty()) QSKIP("the shared corpus is not there");
        for (const auto& [file, doc] : docs) {
            std::vector<yaml::TextEdit> edits;
            const Result<Doc> again = argo_test::commit(doc, doc.flow, &edits);
            VERIFY_OK(again, file);
            QVERIFY2(edits.empty(), file.c_str());
        }
    }

    void renameEveryTaskAndBack() {
        const auto docs = corpus_docs();
        if (docs.empty()) QSKIP("the shared corpus is not there");
        int renamed = 0, refused = 0;
        std::map<std::string, int> reasons;
        for (const auto& [file, doc] : docs) {
            int budget = thorough ? 1000 : 4;
            for (const TaskId id : all_ids(doc.flow)) {
                if (--budget < 0) break;  // the one of 2,000 alike steps
                const std::string old = find_task(doc.flow, id)->name;
                if (old.empty()) continue;
                const Result<Flow> there = edit::rename_task(doc.flow, id, "renamed-" + old);
                if (!there) continue;
                const Result<Doc> once = argo_test::commit(doc, *there);
                const MappedField* place = doc.places.find(join_path("tasks", old));
                if (!once && place && place->tree_path.find("workflowTemplateRef") != std::string::npos) continue;  // stands elsewhere: rightly refused
                if (!once) {
                    ++refused;
                    ++reasons[english(once.error().message) + " | " + file + " " + old];
                    continue;
                }
                QVERIFY2(once->text != doc.text, (file + " " + old).c_str());
                const Result<Flow> back = edit::rename_task(once->flow, id, old);
                QVERIFY2(back, (file + " " + old).c_str());
                const Result<Doc> twice = argo_test::commit(*once, *back);
                VERIFY_OK(twice, file + " " + old);
                if (twice->text != doc.text) QCOMPARE(QString::fromStdString(twice->text), QString::fromStdString(doc.text));
                ++renamed;
            }
        }
        for (const auto& [reason, n] : reasons) qInfo("refused %d: %s", n, reason.c_str());
        qInfo("%d renamed and back, %d refused", renamed, refused);
        QVERIFY(renamed > 500);
        QCOMPARE(refused, 0);
    }

    // Each field of each definition and each argument set to something else touches the lines of its node and no other.
    void setEveryField() {
        const auto docs = corpus_docs();
        if (docs.empty()) QSKIP("the shared corpus is not there");
        int set = 0;
        for (const auto& [file, doc] : docs) {
            if (all_ids(doc.flow).size() > 500) continue;
            int budget = thorough ? 1000 : 2;  // of one file: the largest have a thousand alike fields
            for (const DefinitionPtr& definition : doc.flow.definitions) {
                if (definition->name.empty()) continue;
                for (const auto& [field, changed] : changes_of(*definition)) {
                    if (--budget < 0) break;
                    Flow after = doc.flow;
                    for (DefinitionPtr& one : after.definitions)
                        if (one == definition) one = std::make_shared<const Definition>(changed);
                    checkOneChange(file, doc, after, join_path("definitions", definition->name) + field, set);
                }
            }
            for (std::size_t i = 0; i < doc.flow.parameters.size(); ++i) {
                if (!doc.flow.parameters[i].value || doc.flow.parameters[i].value->source != Source::literal) continue;
                Flow after = doc.flow;
                after.parameters[i].value->text += "x";
                after.parameters[i].value->plain = false;
                checkOneChange(file, doc, after, join_path("parameters", doc.flow.parameters[i].name) + ".value", set);
            }
        }
        qInfo("%d fields set", set);
        QVERIFY(set > 700);
    }

    void renamesFollow() {
        const Doc doc = *argo_test::open(dag_text);
        const Result<Doc> done = argo_test::commit(doc, *edit::rename_task(doc.flow, id_of(doc.flow, "fetch"), "load"));
        VERIFY_OK(done, std::string("rename"));
        std::string wanted = replaced(dag_text, "name: fetch ", "name: load ");
        wanted = replaced(wanted, "[fetch]", "[load]");
        wanted = replaced(wanted, "tasks.fetch.outputs", "tasks.load.outputs");
        QCOMPARE(QString::fromStdString(done->text), QString::fromStdString(wanted));
    }

    void renamesDefinition() {
        const Doc doc = *argo_test::open(dag_text);
        const Result<Doc> done = argo_test::commit(doc, *edit::rename_definition(doc.flow, "train", "fit"));
        VERIFY_OK(done, std::string("rename"));
        const std::string wanted = replaced(replaced(dag_text, "template: train", "template: fit"), "  - name: train\n    inputs", "  - name: fit\n    inputs");
        QCOMPARE(QString::fromStdString(done->text), QString::fromStdString(wanted));
    }

    void connectsWithDependencies() {
        const std::string apart = replaced(dag_text, "        dependencies: [fetch]\n", "");
        const Doc doc = *argo_test::open(replaced(apart, "{{tasks.fetch.outputs.result}}", "x"));
        const Result<Flow> drawn = edit::connect(doc.flow, id_of(doc.flow, "fetch"), id_of(doc.flow, "train"));
        QVERIFY(drawn);
        const Result<Doc> done = argo_test::commit(doc, *drawn);
        VERIFY_OK(done, std::string("connect"));
        QVERIFY2(done->text.find("        template: train\n        dependencies: [fetch]\n") != std::string::npos, done->text.c_str());
        const Result<Doc> back = argo_test::commit(*done, *edit::disconnect(done->flow, id_of(done->flow, "fetch"), id_of(done->flow, "train")));
        VERIFY_OK(back, std::string("disconnect"));
        QCOMPARE(QString::fromStdString(back->text), QString::fromStdString(doc.text));
    }

    void connectsOnFailure() {
        const Doc doc = *argo_test::open(dag_text);
        Task rescue;
        rescue.name = "rescue";
        rescue.definition = "say";
        TaskId made = 0;
        const Result<Flow> added = edit::add_task(doc.flow, {}, rescue, &made);
        QVERIFY(added);
        const Result<Doc> one = argo_test::commit(doc, *added);
        VERIFY_OK(one, std::string("add"));
        const Result<Flow> drawn = edit::connect(one->flow, id_of(one->flow, "train"), id_of(one->flow, "rescue"), on_failed | on_errored);
        QVERIFY(drawn);
        const Result<Doc> two = argo_test::commit(*one, *drawn);
        VERIFY_OK(two, std::string("connect"));
        QVERIFY2(two->text.find("depends: train.Failed || train.Errored") != std::string::npos, two->text.c_str());
        QVERIFY2(two->text.find("depends: fetch\n") != std::string::npos, two->text.c_str());
        QVERIFY(two->text.find("dependencies") == std::string::npos);
    }

    void setsAnImage() {
        const Doc doc = *argo_test::open(dag_text);
        Definition train = *find_definition(doc.flow, "train");
        train.environment.image = "train:2";
        const Result<Doc> done = argo_test::commit(doc, *edit::change_definition(doc.flow, id_of(doc.flow, "train"), edit::Scope::all, train));
        VERIFY_OK(done, std::string("image"));
        QCOMPARE(QString::fromStdString(done->text), QString::fromStdString(replaced(dag_text, "'train:1'", "'train:2'")));
    }

    void copiesForOneTask() {
        const std::string text = replaced(dag_text, "        template: train\n", "        template: say\n");
        const Doc doc = *argo_test::open(replaced(text, "  - name: say\n", "  - name: say\n    metadata: {labels: {a: b}}\n"));
        Definition say = *find_definition(doc.flow, "say");
        say.environment.image = "alpine:3.21";
        const Result<Doc> done = argo_test::commit(doc, *edit::change_definition(doc.flow, id_of(doc.flow, "train"), edit::Scope::only_this, say));
        VERIFY_OK(done, std::string("copy"));
        QVERIFY2(done->text.find("template: say-train") != std::string::npos, done->text.c_str());
        QVERIFY2(done->text.find("- name: say-train\n    metadata: {labels: {a: b}}") != std::string::npos, done->text.c_str());
        QVERIFY2(done->text.find("image: alpine:3.20") != std::string::npos, done->text.c_str());
    }

    void addsAndRemoves() {
        const Doc doc = *argo_test::open(dag_text);
        Task task;
        task.name = "report";
        Definition own;
        own.kind = DefinitionKind::container;
        own.environment.image = "report:1";
        own.command = {{"report"}, {"5"}};
        task.own = std::make_shared<const Definition>(own);
        const Result<Flow> drawn = edit::add_task(doc.flow, {}, task);
        QVERIFY(drawn);
        const Result<Doc> one = argo_test::commit(doc, *drawn);
        VERIFY_OK(one, std::string("add"));
        QVERIFY2(one->text.find("      - name: report\n        template: report\n") != std::string::npos, one->text.c_str());
        const Result<Doc> two = argo_test::commit(*one, *edit::remove_tasks(one->flow, {id_of(one->flow, "report")}));
        VERIFY_OK(two, std::string("remove"));
        QVERIFY(two->text.find("      - name: report\n        template: report\n") == std::string::npos);
        QVERIFY(two->text.find("- name: report\n") != std::string::npos);  // its template stays
    }

    void stepsGrowAtTheEndAndRefuseEdges() {
        const Doc doc = *argo_test::open(steps_text);
        Task task;
        task.name = "four";
        task.definition = "say";
        const Result<Doc> one = argo_test::commit(doc, *edit::add_task(doc.flow, {}, task));
        VERIFY_OK(one, std::string("add"));
        QVERIFY2(one->text.find("    - - name: four\n        template: say\n") != std::string::npos, one->text.c_str());
        QCOMPARE(find_task(one->flow.main, "four")->needs.size(), std::size_t(2));
        const Result<Flow> drawn = edit::connect(doc.flow, id_of(doc.flow, "two"), id_of(doc.flow, "three"));
        QVERIFY(drawn);
        const Result<Doc> refused = argo_test::commit(doc, *drawn);
        QVERIFY(!refused);
        QVERIFY(QString::fromStdString(english(refused.error().message)).contains("group by group"));
        const Result<Doc> gone = argo_test::commit(doc, *edit::remove_tasks(doc.flow, {id_of(doc.flow, "one")}));
        VERIFY_OK(gone, std::string("remove"));
        QVERIFY(find_task(gone->flow.main, "two")->needs.empty());
    }

    void loneTemplateIsRenamedAndBecomesADag() {
        const Doc doc = *argo_test::open(lone_text);
        const Result<Doc> one = argo_test::commit(doc, *edit::rename_task(doc.flow, id_of(doc.flow, "hello"), "hi"));
        VERIFY_OK(one, std::string("rename"));
        QCOMPARE(QString::fromStdString(one->text), QString::fromStdString(replaced(replaced(lone_text, "entrypoint: hello", "entrypoint: hi"), "name: hello", "name: hi")));
        Task task;
        task.name = "more";
        task.definition = "hello";
        const Result<Doc> two = argo_test::commit(doc, *edit::add_task(doc.flow, {}, task));
        VERIFY_OK(two, std::string("add"));
        QCOMPARE(two->flow.entrypoint, std::string("main"));
        QCOMPARE(two->flow.main.tasks.size(), std::size_t(2));
        QVERIFY(!argo_test::commit(doc, *edit::remove_tasks(doc.flow, {id_of(doc.flow, "hello")})));
    }

    void makesHandlers() {
        const Doc doc = *argo_test::open(dag_text);
        Task task;
        task.name = "bye";
        Definition own;
        own.kind = DefinitionKind::container;
        own.environment.image = "alpine:3.20";
        own.command = {{"true"}};
        task.own = std::make_shared<const Definition>(own);
        const Result<Doc> zero = argo_test::commit(doc, *edit::add_task(doc.flow, {}, task));
        VERIFY_OK(zero, std::string("add"));
        const Result<Doc> one = argo_test::commit(*zero, *edit::make_handler(zero->flow, id_of(zero->flow, "bye"), Trigger::always));
        VERIFY_OK(one, std::string("handler"));
        QVERIFY2(one->text.find("  entrypoint: main   # starts here\n  onExit: bye\n") != std::string::npos, one->text.c_str());
        const Result<Doc> two = argo_test::commit(*one, *edit::set_trigger(one->flow, id_of(one->flow, "bye"), Trigger::on_failure, true));
        VERIFY_OK(two, std::string("trigger"));
        QVERIFY2(two->text.find("onExit: exit-handlers") != std::string::npos, two->text.c_str());
        QCOMPARE(two->flow.main.handlers.at(0).trigger, Trigger::on_failure);
        QVERIFY(two->flow.main.handlers.at(0).warn_only);
        const Result<Doc> three = argo_test::commit(*two, *edit::make_handler(two->flow, id_of(two->flow, "train"), Trigger::on_success));
        VERIFY_OK(three, std::string("second"));
        QCOMPARE(three->flow.main.handlers.size(), std::size_t(2));
        const Result<Doc> four = argo_test::commit(*three, *edit::make_task(three->flow, id_of(three->flow, "train")));
        VERIFY_OK(four, std::string("back"));
        const Result<Doc> five = argo_test::commit(*four, *edit::remove_tasks(four->flow, {id_of(four->flow, "bye")}));
        VERIFY_OK(five, std::string("remove"));
        QVERIFY2(five->text.find("exit-handlers") == std::string::npos, five->text.c_str());
        QVERIFY(five->flow.main.handlers.empty());
    }

    void bindsAnOutput() {
        const Doc doc = *argo_test::open(dag_text);
        Result<Flow> drawn = edit::bind(doc.flow, id_of(doc.flow, "fetch"), "path", id_of(doc.flow, "train"), "data");
        QVERIFY2(drawn, drawn ? "" : describe(drawn.error()).c_str());
        const Result<Doc> done = argo_test::commit(doc, *drawn);
        VERIFY_OK(done, std::string("bind"));
        QVERIFY2(done->text.find("value: \"{{tasks.fetch.outputs.parameters.path}}\"") != std::string::npos, done->text.c_str());
        QVERIFY2(done->text.find("path: /tmp/path") != std::string::npos, done->text.c_str());
    }

    void setsUseLevelFields() {
        const Doc doc = *argo_test::open(dag_text);
        Task train = *find_task(doc.flow.main, "train");
        train.when = "{{tasks.fetch.status}} == Succeeded";
        train.tolerated = true;
        train.loop = Loop{};
        train.loop->items = {"a", "1", "{\"x\":1}"};
        train.params.push_back({"n", Value{Source::literal, "3"}});
        const Result<Doc> done = argo_test::commit(doc, *edit::change_task(doc.flow, train.id, train));
        VERIFY_OK(done, std::string("use"));
        Task back = *find_task(done->flow.main, "train");
        back.when.clear();
        back.tolerated = false;
        back.loop.reset();
        back.params.pop_back();
        const Result<Doc> undone = argo_test::commit(*done, *edit::change_task(done->flow, back.id, back));
        VERIFY_OK(undone, std::string("undo"));
        QCOMPARE(QString::fromStdString(undone->text), QString::fromStdString(dag_text));
        Task muted = *find_task(doc.flow.main, "train");
        muted.muted = true;
        QVERIFY(!argo_test::commit(doc, *edit::change_task(doc.flow, muted.id, muted)));
    }

    void setsTheFlow() {
        const Doc doc = *argo_test::open(dag_text);
        Flow after = *edit::set_flow_parameters(doc.flow, {{"epochs", Value{Source::literal, "3"}, {"3", "5"}, "how often"}});
        after.environment.image = "python:3.12";
        after.environment.service_account = "runner";
        after.environment.env = {{"A", Value{Source::literal, "yes"}}};
        after.timeout = "600";
        after.name = "other-";
        const Result<Doc> done = argo_test::commit(doc, after);
        VERIFY_OK(done, std::string("flow"));
        QVERIFY2(done->text.find("value: \"yes\"") != std::string::npos, done->text.c_str());
        const Result<Doc> back = argo_test::commit(*done, carry_ids(done->flow, doc.flow));
        VERIFY_OK(back, std::string("back"));
        QCOMPARE(QString::fromStdString(back->text), QString::fromStdString(dag_text));
    }

  private:
    static std::vector<std::pair<std::string, Definition>> changes_of(const Definition& from) {
        std::vector<std::pair<std::string, Definition>> out;
        const auto with = [&](std::string field, auto change) {
            Definition copy = from;
            change(copy);
            out.emplace_back(std::move(field), std::move(copy));
        };
        const Environment& e = from.environment;
        if (e.image) with(".image", [](Definition& d) { *d.environment.image += "-x"; });
        if (e.pull_policy) with(".pull_policy", [](Definition& d) { d.environment.pull_policy = *d.environment.pull_policy == "Never" ? "Always" : "Never"; });
        if (e.cpu) with(".cpu", [](Definition& d) { d.environment.cpu = Scalar{"123m"}; });
        if (e.memory) with(".memory", [](Definition& d) { d.environment.memory = Scalar{"123Mi"}; });
        if (e.cpu_limit) with(".cpu_limit", [](Definition& d) { d.environment.cpu_limit = Scalar{"124m"}; });
        if (e.memory_limit) with(".memory_limit", [](Definition& d) { d.environment.memory_limit = Scalar{"124Mi"}; });
        if (e.service_account) with(".service_account", [](Definition& d) { *d.environment.service_account += "-x"; });
        for (std::size_t i = 0; i < e.env.size(); ++i)
            if (e.env[i].value.source == Source::literal)
                with(join_path(".env", e.env[i].name).substr(0) + ".value", [i](Definition& d) { d.environment.env[i].value = Value{Source::literal, d.environment.env[i].value.text + "x"}; });
        for (std::size_t i = 0; i < from.command.size(); ++i) with(".command", [i](Definition& d) { d.command[i] = {"changed: it"}; });
        for (std::size_t i = 0; i < from.args.size(); ++i) with(".args", [i](Definition& d) { d.args[i] = {d.args[i].text + "x"}; });
        if (!from.source.empty()) with(".script", [](Definition& d) { d.source += "echo more\n"; });
        if (!from.timeout.empty()) with(".timeout", [](Definition& d) { d.timeout = d.timeout.find_first_not_of("0123456789") == std::string::npos ? "77" : "77s"; });
        if (from.retry && from.retry->limit) with(".retry.limit", [](Definition& d) { d.retry->limit = Scalar{"77", true}; });
        for (std::size_t i = 0; i < from.inputs.size(); ++i)
            if (from.inputs[i].value && from.inputs[i].value->source == Source::literal)
                with(join_path(".inputs", from.inputs[i].name) + ".value", [i](Definition& d) { d.inputs[i].value = Value{Source::literal, "other value"}; });
        return out;
    }

    static std::pair<int, int> lines_of(const std::string& text, std::size_t begin, std::size_t end) {
        return {int(std::count(text.begin(), text.begin() + std::ptrdiff_t(begin), '\n')), int(std::count(text.begin(), text.begin() + std::ptrdiff_t(end), '\n'))};
    }

    static void checkOneChange(const std::string& file, const Doc& doc, const Flow& after, const std::string& path, int& set) {
        std::vector<yaml::TextEdit> edits;
        const Result<Doc> done = argo_test::commit(doc, after, &edits);
        VERIFY_OK(done, file + " " + path);
        const MappedField* field = doc.places.find(path);
        QVERIFY2(field, (file + " " + path).c_str());
        QVERIFY2(!edits.empty(), (file + " " + path).c_str());
        const auto [first, last] = lines_of(doc.text, field->node->span.begin, field->node->span.end);
        for (const yaml::TextEdit& edit : edits) {
            const auto [from, to] = lines_of(doc.text, edit.offset, edit.offset + edit.removed.size());
            QVERIFY2(from >= first - 1 && to <= last, (file + " " + path + ": lines " + std::to_string(from + 1) + "-" + std::to_string(to + 1)).c_str());
        }
        ++set;
    }
};

QTEST_GUILESS_MAIN(TestArgoWrite)
#include "tst_argo_write.moc"
