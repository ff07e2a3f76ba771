// What people copy from an editor becomes tasks: whole flows, one template, a task.
#include <QtTest>

#include "core/model/edit_paste.h"
#include "core/targets/lint_document.h"
#include "core/targets/snippet.h"

using namespace weft;

namespace {

QString names(const Body& body) {
    QStringList out;
    for (const TaskPtr& task : body.tasks) {
        QString one = QString::fromStdString(task->name);
        for (const Need& need : task->needs) one += '<' + QString::fromStdString(need.task);
        out << one;
    }
    return out.join(' ');
}

FlowPtr flow_of(const char* text) { return (*open_text(text))->flow; }
TaskId id(const Flow& flow, const char* path) { return at_path(flow, path)->id; }

const char* const source = "weftwork: 1\nname: s\nenvironment: {image: \"alpine:3.20\"}\nparameters: {city: Ulm}\ntasks:\n  - {name: fetch, command: echo, outputs: [path]}\n"
                           "  - {name: train, needs: [fetch], params: {P: {output: fetch.path}}, command: echo}\n  - {name: test, needs: [train], command: echo}\n";

}  // namespace

class tst_snippet : public QObject {
    Q_OBJECT
  private slots:
    void pieces() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const Result<FlowPtr> flow = read_snippet(text.toStdString());
        QCOMPARE(flow ? names((*flow)->main) : QString("refused"), expected);
    }
    void pieces_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("native flow") << QString(source) << "fetch train<fetch test<train";
        QTest::newRow("native tasks") << "- name: a\n  command: echo\n- name: b\n  needs: [a]\n  script: |\n    x\n\n    y\n" << "a b<a";
        QTest::newRow("one native task") << "name: a\ncommand: |\n  echo 1\n  echo 2\n" << "a";
        QTest::newRow("one item, as it stood in its file") << "  - name: a\n    command: echo\n" << "a";
        QTest::newRow("tasks with their key") << "tasks:\n  - name: a\n    command: echo\n" << "a";
        QTest::newRow("argo template") << "name: say\ncontainer:\n  image: alpine:3.20\n  command: [echo]\n" << "say";
        QTest::newRow("argo templates") << "- name: say\n  container: {image: \"alpine:3.20\"}\n- name: all\n  dag:\n    tasks:\n    - {name: x, template: say}\n    - {name: y, template: say, dependencies: [x]}\n" << "x y<x";
        QTest::newRow("templates with their key") << "templates:\n- name: say\n  script: {image: \"alpine:3.20\", command: [sh], source: echo}\n" << "say";
        QTest::newRow("argo spec") << "spec:\n  entrypoint: say\n  templates:\n  - name: say\n    container: {image: x}\n" << "say";
        QTest::newRow("argo task") << "- name: x\n  template: say\n  arguments: {parameters: [{name: a, value: 1}]}\n" << "x";
        QTest::newRow("windows line ends") << "- name: a\r\n  command: echo\r\n" << "a";
        QTest::newRow("prose") << "hello: this is no flow\n" << "refused";
        QTest::newRow("a list of words") << "- a\n- b\n" << "refused";
        QTest::newRow("nothing") << "" << "refused";
    }

    void wires_from_outside_stay() {
        const FlowPtr flow = flow_of(source);
        const Flow clip = edit::extract_with_wires(*flow, {id(*flow, "train"), id(*flow, "test")});
        QCOMPARE(names(clip.main), QString("train<fetch test<train"));
        QCOMPARE(names(edit::extract(*flow, {id(*flow, "train")}).main), QString("train"));
        const Result<Flow> plain = edit::paste(*flow, {}, clip);
        QCOMPARE(names(plain->main), QString("fetch train<fetch test<train train-2 test-2<train-2"));
        std::vector<TaskId> made;
        const Result<Flow> wired = edit::paste_with_wires(*flow, {}, clip, &made);
        QCOMPARE(names(wired->main), QString("fetch train<fetch test<train train-2<fetch test-2<train-2"));
        QCOMPARE(made.size(), std::size_t(2));
        const Result<Flow> elsewhere = edit::paste_with_wires(*flow_of("weftwork: 1\nname: t\ntasks:\n  - {name: other, command: echo}\n"), {}, clip);
        QCOMPARE(names(elsewhere->main), QString("other train test<train"));
    }

    void a_whole_flow_brings_what_its_tasks_inherit() {
        const FlowPtr clip = flow_of(source);
        const Result<DocumentPtr> target = open_text("weftwork: 1\nname: t\ntasks: []\n");
        std::vector<TaskId> made;
        const Result<Flow> grown = edit::insert_flow(*(*target)->flow, {}, *clip, Point{400, 300}, &made);
        QVERIFY(grown);
        QCOMPARE(*grown->environment.image, std::string("alpine:3.20"));
        QCOMPARE(grown->parameters.size(), std::size_t(1));
        const Result<Edited> edited = commit(*target, *grown);
        QVERIFY2(edited, edited ? "" : describe(edited.error()).c_str());
        for (const lint::Finding& finding : lint_document(*edited->document)) QVERIFY2(finding.severity != lint::Severity::error, english(finding.what).c_str());
        const Result<Flow> beside = edit::insert_flow(*flow_of("weftwork: 1\nname: t\nenvironment: {image: \"python:3.12\"}\nparameters: {city: Bern}\ntasks: []\n"), {}, *clip, {}, &made);
        QCOMPARE(*beside->environment.image, std::string("python:3.12"));
        QCOMPARE(beside->parameters.front().value->text, std::string("Bern"));
        QCOMPARE(*definition_of(*beside, *beside->main.tasks.front())->environment.image, std::string("alpine:3.20"));
    }
};

QTEST_GUILESS_MAIN(tst_snippet)
#include "tst_snippet.moc"
