// Engines that are read only for now: tasks, edges, places; every file of the corpus opens or is refused with a place and a reason.
#include <QDirIterator>

#include "tests/support/cpu_clock.h"
#include "tests/core/lint/lint_case.h"

using namespace weft;
using namespace weft::test;

class tst_thin_readers : public QObject {
    Q_OBJECT

    static DocumentPtr open(const std::string& text, std::size_t index = 0) {
        Result<DocumentPtr> document = open_text(text, "case", index);
        if (!document) qWarning("%s", describe(document.error()).c_str());
        return document ? *document : nullptr;
    }
    // JSON in a C++ string: ' is a quote, ~ an escaped one
    static std::string json(const char* text) { return QString(text).replace('\'', '"').replace("~", "\\\"").toStdString(); }
    static QString edges(const Flow& flow) {
        QStringList out;
        for (const TaskPtr& task : flow.main.tasks)
            for (const Need& need : task->needs) out << QString::fromStdString(need.task + ">" + task->name);
        return out.join(' ');
    }

  private slots:
    void volcano_flows_share_templates() {
        const std::string text = "apiVersion: flow.volcano.sh/v1alpha1\nkind: JobTemplate\nmetadata: {name: a}\nspec:\n  tasks:\n    - name: main\n      template: {spec: {containers: [{name: c, image: \"alpine:3.20\"}]}}\n"
                                 "---\napiVersion: flow.volcano.sh/v1alpha1\nkind: JobFlow\nmetadata: {name: one}\nspec:\n  flows: [{name: a}, {name: b, dependsOn: {targets: [a]}}]\n"
                                 "---\napiVersion: flow.volcano.sh/v1alpha1\nkind: JobFlow\nmetadata: {name: two}\nspec:\n  flows: [{name: a}]\n";
        const DocumentPtr one = open(text), two = open(text, 1);
        QVERIFY(one && two);
        QCOMPARE(one->format->id, std::string("volcano"));
        QCOMPARE(one->format->flow_count(one->stream), std::size_t(2));
        QCOMPARE(edges(*one->flow), QString("a>b"));
        QCOMPARE(two->flow->name, std::string("two"));
        QCOMPARE(one->flow->main.tasks[0]->definition, std::string("a"));
        QCOMPARE(one->flow->definitions[0]->environment.image.value_or(""), std::string("alpine:3.20"));
        QVERIFY(one->places.find("tasks.b.needs.a"));
        QVERIFY(!open_text(text, "case", 2));
    }

    void flyte_workflows_have_edges() {
        const DocumentPtr document = open(json("{'template': {'id': {'resourceType': 'WORKFLOW', 'name': 'demo.wf'}, 'nodes': [{'id': 'n0', 'taskNode': {'referenceId': {'name': 'demo.a'}}}, "
                                     "{'id': 'n1', 'upstreamNodeIds': ['n0'], 'taskNode': {'referenceId': {'name': 'demo.b'}}}], 'failureNode': {'id': 'fn'}}} "));
        QVERIFY(document);
        QCOMPARE(edges(*document->flow), QString("n0>n1"));
        QCOMPARE(document->flow->main.handlers.size(), std::size_t(1));
        QVERIFY(document->flow->main.handlers[0].trigger == Trigger::on_failure);
    }

    void dolphin_relations_become_edges() {
        const DocumentPtr document = open(json("{'processDefinition': {'name': 'd'}, 'processTaskRelationList': [{'preTaskCode': 0, 'postTaskCode': 1}, {'preTaskCode': 1, 'postTaskCode': 2}], "
                                     "'taskDefinitionList': [{'code': 1, 'name': 'dyn', 'taskType': 'DYNAMIC', 'taskParams': {}}, {'code': 2, 'name': 'k8s', 'taskType': 'K8S', 'taskParams': {'image': 'alpine:3.20', 'command': '[~env~]'}}]} "));
        QVERIFY(document);
        QCOMPARE(edges(*document->flow), QString("dyn>k8s"));
        const Task& k8s = *document->flow->main.tasks[1];
        QCOMPARE(k8s.own->command[0].text, std::string("env"));
        QCOMPARE(k8s.environment.env[0].name, std::string("dynamic.out(dyn)"));
    }

    void kfp_exit_tasks_are_handlers() {
        const DocumentPtr document = open("pipelineInfo: {name: p}\nschemaVersion: 2.1.0\ncomponents:\n  comp-exit-handler-1: {dag: {tasks: {work: {componentRef: {name: comp-work}}}}}\n"
                                          "  comp-work: {executorLabel: exec-work}\ndeploymentSpec: {executors: {exec-work: {container: {image: \"python:3.12\"}}}}\nroot:\n  dag:\n    tasks:\n"
                                          "      exit-handler-1: {componentRef: {name: comp-exit-handler-1}}\n      bye:\n        componentRef: {name: comp-work}\n        dependentTasks: [exit-handler-1]\n"
                                          "        triggerPolicy: {strategy: ALL_UPSTREAM_TASKS_COMPLETED}\n");
        QVERIFY(document);
        QCOMPARE(document->flow->main.tasks.size(), std::size_t(1));
        QCOMPARE(document->flow->main.handlers.size(), std::size_t(1));
        QCOMPARE(document->flow->main.handlers[0].task->name, std::string("bye"));
    }

    void the_corpus_opens_or_is_refused_data() {
        QTest::addColumn<QString>("path");
        QStringList all;
        for (const char* folder : {"volcano", "flyte", "dolphinscheduler", "kfp", "elyra", "metaflow", "seeds"}) {
            QDirIterator walk(QString(WEFT_SHARED) + "/corpus/" + folder, {"*.yaml", "*.json", "*.pipeline"}, QDir::Files, QDirIterator::Subdirectories);
            while (walk.hasNext()) all << walk.next();
        }
        all.sort();
        for (const QString& path : all) QTest::newRow(qPrintable(QDir(QString(WEFT_SHARED) + "/corpus").relativeFilePath(path))) << path;
        if (all.isEmpty()) QTest::newRow("none") << QString();
    }
    void the_corpus_opens_or_is_refused() {
        QFETCH(QString, path);
        if (path.isEmpty()) QSKIP("no corpus beside the sources");
        const weft::test::CpuClock clock;
        const Result<DocumentPtr> document = open_text(read_text(path), path.toStdString());
        if (!document) {
            QVERIFY2(!document.error().message.empty() && document.error().where.line > 0, describe(document.error()).c_str());
        } else {
            lint_document(**document);
        }
        QVERIFY(clock.elapsed() < 5000 * weft::test::slow_build);
    }
};

QTEST_GUILESS_MAIN(tst_thin_readers)
#include "tst_thin_readers.moc"
