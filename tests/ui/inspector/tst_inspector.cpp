// The inspector: what a field shows, where its value comes from, and what an edit of it does to the text.
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedLayout>
#include <QTest>

#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/inspector/field.h"
#include "core/targets/target.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/names_section.h"
#include "ui/inspector/placement_section.h"
#include "ui/inspector/rows.h"
#include "ui/inspector/value_text.h"

using namespace weft;
using namespace weft::ui;

namespace {

const char* const shared_argo =
    "apiVersion: argoproj.io/v1alpha1\n"
    "kind: Workflow\n"
    "metadata: {generateName: shared-}\n"
    "spec:\n"
    "  entrypoint: main\n"
    "  templates:\n"
    "  - name: main\n"
    "    dag:\n"
    "      tasks:\n"
    "      - {name: one, template: say}\n"
    "      - {name: two, template: say}\n"
    "      - {name: three, template: alone}\n"
    "  - name: say\n"
    "    container: {image: alpine:3.19, command: [echo, hello]}\n"
    "  - name: alone\n"
    "    container: {image: alpine:3.19, command: [echo, alone]}\n";

}  // namespace

class TestInspector : public QObject {
    Q_OBJECT

    std::unique_ptr<FlowDocument> document;
    std::unique_ptr<Inspector> inspector;

    void open(const QByteArray& text) {
        inspector.reset();
        document = document_of(text);
        QVERIFY(document);
        inspector = std::make_unique<Inspector>();
        inspector->resize(340, 900);
        inspector->show_document(document.get());
        inspector->show();
        QVERIFY(QTest::qWaitForWindowExposed(inspector.get()));
        inspector->activateWindow();
    }
    Rows* rows(const char* name) { return inspector->findChild<Rows*>(QLatin1String(name)); }
    void type_in(QWidget* field, const char* text) {
        auto* line = qobject_cast<QLineEdit*>(field);
        if (auto* box = qobject_cast<QComboBox*>(field)) line = box->lineEdit();
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QLatin1String(text));
        QTest::keyClick(line, Qt::Key_Return);
    }
    void select(const char* path) {
        QVERIFY2(id_of(*document, path), path);
        document->select({id_of(*document, path)});
    }
    template <class Widget> Widget& part(const char* name) const {
        auto* found = inspector->findChild<Widget*>(name);
        if (!found) qFatal("no %s", name);
        return *found;
    }
    QLineEdit& line(const char* name) const { return part<QLineEdit>(name); }
    QString note(const char* name) const {
        const QLabel& label = part<QLabel>((QByteArray(name) + "-note").constData());
        return label.isVisible() ? label.text() : QString();
    }
    void enter(const char* name, const QString& text) const {
        line(name).setFocus();
        line(name).setText(text);
        QTest::keyClick(&line(name), Qt::Key_Return);
    }
    int undo_steps() const { return document->undo_stack().count(); }

  private slots:
    void volumes_selectors_and_tolerations_are_typed() {
        open("weftwork: 1\nname: x\ntasks:\n  - name: one\n    command: echo 1\n");
        select("one");
        auto* section = inspector->findChild<PlacementSection*>();
        QVERIFY(!section->volumes()->isVisible());   // nothing set: folded away
        inspector->findChild<QPushButton*>("placement-open")->click();
        QVERIFY(section->volumes()->isVisible());
        inspector->findChild<QPushButton*>("task-volumes-add")->click();
        type_in(rows("task-volumes")->field(0, 0), "/data");
        type_in(rows("task-volumes")->field(0, 1), "pvc shared sub in ro");
        const auto own = [&] { return find_task(*document->flow(), id_of(*document, "one"))->own->environment; };
        QTRY_COMPARE(own().volumes.size(), std::size_t(1));
        const Volume volume = own().volumes[0];
        QCOMPARE(int(volume.kind), int(Volume::Kind::claim));
        QCOMPARE(volume.source, std::string("shared"));
        QCOMPARE(volume.path, std::string("/data"));
        QCOMPARE(volume.sub_path, std::string("in"));
        QVERIFY(volume.read_only);
        inspector->findChild<QPushButton*>("task-selector-add")->click();
        type_in(rows("task-selector")->field(0, 0), "pool");
        type_in(rows("task-selector")->field(0, 1), "gpu");
        QCOMPARE(own().node_selector.size(), std::size_t(1));
        QCOMPARE(own().node_selector[0].value.text, std::string("gpu"));
        inspector->findChild<QPushButton*>("task-tolerations-add")->click();
        type_in(rows("task-tolerations")->field(0, 0), "nvidia.com/gpu");
        QCOMPARE(own().tolerations.size(), std::size_t(1));
        QCOMPARE(own().tolerations[0].op, std::string("Exists"));
        QVERIFY(document->text().contains("shared"));
        QVERIFY(document->parses());
    }

    void a_volume_is_read_as_it_is_written() {
        QFETCH(QString, text);
        QFETCH(bool, good);
        Volume volume;
        QCOMPARE(read_volume(text, volume), good);
        if (good) QCOMPARE(volume_text(volume), text);
    }
    void a_volume_is_read_as_it_is_written_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const char* text : {"pvc shared", "pvc shared ro", "secret keys sub a.txt ro", "configMap settings", "emptyDir", "emptyDir 1Gi", "hostPath /srv/data", "newClaim 5Gi", "newClaim fast 5Gi"}) QTest::newRow(text) << text << true;
        for (const char* text : {"", "pvc", "nfs server", "secret", "pvc a b", "pvc a sub"}) QTest::newRow(text) << text << false;
    }

    void names_on_an_engine() {
        open("weftwork: 1\nname: x\nenvironment: {image: \"a:1\"}\ntasks:\n  - name: a_b\n    command: echo 1\n  - name: plain\n    command: echo 1\n");
        auto* names = inspector->findChild<NamesSection*>();
        inspector->look_at("argo", find_target("argo")->versions.front());
        QSignalSpy filled(names, &NamesSection::filled);
        select("a_b");
        QTRY_VERIFY(filled.count() > 0);
        QCOMPARE(names->shown().size(), std::size_t(1));
        QCOMPARE(names->shown()[0].final, std::string("a-b"));
        filled.clear();
        select("plain");
        QTRY_VERIFY(filled.count() > 0);
        QCOMPARE(names->shown().size(), std::size_t(0));
    }

    void init() { open(nightly()); }
    void cleanup() {
        inspector.reset();
        document.reset();
    }

    void an_inherited_image_says_where_it_comes_from() {
        select("train");
        QCOMPARE(line("task-image").text(), QString());
        QCOMPARE(line("task-image").placeholderText(), QString("ghcr.io/acme/train:1.2"));
        QVERIFY2(note("task-image").contains("from the flow's environment"), qPrintable(note("task-image")));
        select("fetch");
        QCOMPARE(line("task-image").text(), QString("curlimages/curl:8.10"));
        QVERIFY2(note("task-image").isEmpty(), qPrintable(note("task-image")));
    }

    void typing_an_image_is_one_step_and_clearing_it_inherits_again() {
        select("train");
        enter("task-image", "python:3.12-slim");
        QCOMPARE(undo_steps(), 1);
        QVERIFY(document->text().contains("image: python:3.12-slim"));
        QCOMPARE(task_of(*document, "train")->own->environment.image.value_or(task_of(*document, "train")->environment.image.value_or("")), std::string("python:3.12-slim"));
        QVERIFY(note("task-image").isEmpty());
        line("task-image").clearFocus();
        QCOMPARE(undo_steps(), 1);                       // leaving the field is not another edit
        enter("task-image", "");
        QVERIFY(!document->text().contains("python:3.12-slim"));
        QVERIFY(note("task-image").contains("from the flow's environment"));
        while (document->undo_stack().canUndo()) document->undo_stack().undo();
        QCOMPARE(document->text(), QString::fromUtf8(nightly()));
    }

    void undo_is_seen_in_the_field() {
        select("fetch");
        enter("task-image", "curlimages/curl:8.11");
        line("task-image").clearFocus();
        document->undo_stack().undo();
        QCOMPARE(line("task-image").text(), QString("curlimages/curl:8.10"));
    }

    void what_is_being_typed_belongs_to_its_own_task() {
        select("fetch");
        line("task-image").setFocus();
        QTRY_VERIFY(line("task-image").hasFocus());
        line("task-image").setText("curlimages/curl:9");
        select("train");                                 // a click on another node, without Return
        QCOMPARE(document->text().count("curlimages/curl:9"), 1);
        const Task& fetch = *task_of(*document, "fetch");
        QCOMPARE(fetch.own->environment.image.value_or(fetch.environment.image.value_or("")), std::string("curlimages/curl:9"));
        QCOMPARE(line("task-image").text(), QString());
    }

    void a_name_is_changed_everywhere_and_a_taken_one_comes_back() {
        select("fetch");
        enter("task-name", "get");
        QCOMPARE(needs_of(*document, "train"), std::vector<std::string>{"get"});
        QCOMPARE(undo_steps(), 1);
        QSignalSpy refused(document.get(), &FlowDocument::refused);
        enter("task-name", "clean");
        QCOMPARE(refused.count(), 1);
        QCOMPARE(undo_steps(), 1);
        QVERIFY(task_of(*document, "get"));
        line("task-name").clearFocus();
        QCOMPARE(line("task-name").text(), QString("get"));
    }

    void a_script_is_committed_when_the_field_is_left() {
        select("clean");
        auto& script = part<QPlainTextEdit>("task-script");
        QCOMPARE(script.toPlainText().trimmed(), QString("clean(open(\"data.csv\"))"));
        script.setFocus();
        QTRY_VERIFY(script.hasFocus());
        script.setPlainText("import csv\nclean(open(\"data.csv\"))\n");
        QCOMPARE(undo_steps(), 0);
        script.clearFocus();
        QCOMPARE(undo_steps(), 1);
        QVERIFY(document->text().contains("      import csv\n      clean(open"));
    }

    void handlers_have_a_trigger() {
        select("train");
        QVERIFY(!part<QWidget>("task-handler").isVisible());
        select("notify");
        QVERIFY(part<QWidget>("task-handler").isVisible());
        auto& box = part<QComboBox>("handler-trigger");
        QCOMPARE(box.currentData().toInt(), int(Trigger::always));
        box.setCurrentIndex(box.findData(int(Trigger::on_failure)));
        emit box.activated(box.currentIndex());
        QCOMPARE(int(document->flow()->main.handlers.front().trigger), int(Trigger::on_failure));
        document->undo_stack().undo();
        QCOMPARE(box.currentData().toInt(), int(Trigger::always));
    }

    void several_tasks_or_none_have_no_task_form() {
        auto* stack = inspector->findChild<QStackedLayout*>();
        QVERIFY(stack);
        const int of_flow = stack->currentIndex();
        select("train");
        const int of_task = stack->currentIndex();
        QVERIFY(of_task != of_flow);
        document->select({id_of(*document, "train"), id_of(*document, "fetch")});
        QVERIFY(part<QLabel>("several-title").text().contains("2"));
        QVERIFY(part<QLabel>("several-names").text().contains("train"));
        document->select({});
        QCOMPARE(stack->currentIndex(), of_flow);
    }

    // One field, several tasks, one undo step; what only differs between them stays as it is.
    void several_tasks_change_together() {
        const QString before = document->text();
        document->select({id_of(*document, "train"), id_of(*document, "fetch")});
        QCOMPARE(line("several-image").text(), QString());
        QCOMPARE(line("several-image").placeholderText(), QString("different values"));
        enter("several-image", "busybox:1.36");
        QCOMPARE(undo_steps(), 1);
        for (const char* name : {"train", "fetch"}) {
            const Task& task = *task_of(*document, name);
            QCOMPARE(task.environment.image.value_or(task.own ? task.own->environment.image.value_or("") : ""), std::string("busybox:1.36"));
        }
        QCOMPARE(line("several-image").text(), QString("busybox:1.36"));
        enter("several-retries", "3");
        enter("several-timeout", "20m");
        enter("several-resources-memory", "2Gi");
        QCOMPARE(undo_steps(), 4);
        QCOMPARE(document->text().count("20m"), 2);
        QCOMPARE(document->text().count("2Gi"), before.count("2Gi") + 2);
        document->undo_stack().undo();
        QCOMPARE(line("several-resources-memory").text().contains("2Gi"), false);
        while (document->undo_stack().canUndo()) document->undo_stack().undo();
        QCOMPARE(document->text(), before);
    }

    void several_tasks_keep_the_variables_they_do_not_share() {
        open("weftwork: 1\nname: x\nenvironment: {image: \"a:1\"}\ntasks:\n  - name: one\n    command: echo\n    environment: {env: {A: \"1\", B: same}}\n"
             "  - name: two\n    command: echo\n    environment: {env: {A: \"2\", B: same, C: only}}\n");
        document->select({id_of(*document, "one"), id_of(*document, "two")});
        QCOMPARE(line("several-env-value-0").text(), QString());
        QCOMPARE(line("several-env-value-0").placeholderText(), QString("different values"));
        QCOMPARE(line("several-env-value-1").text(), QString("same"));
        QCOMPARE(line("several-env-value-2").placeholderText(), QString("not in all of them"));
        enter("several-env-value-1", "other");
        QCOMPARE(undo_steps(), 1);
        QVERIFY2(document->text().contains("env: {A: \"1\", B: other}"), qPrintable(document->text()));
        QVERIFY2(document->text().contains("env: {A: \"2\", B: other, C: only}"), qPrintable(document->text()));
    }

    // Templates that serve only the selected tasks change without a question, once each.
    void several_tasks_of_one_template_are_not_asked_about() {
        open(shared_argo);
        int asked = 0;
        inspector->ask_scope([&asked](const QString&, int) {
            ++asked;
            return std::optional(edit::Scope::all);
        });
        document->select({id_of(*document, "one"), id_of(*document, "two"), id_of(*document, "three")});
        enter("several-image", "busybox:1.36");
        QCOMPARE(asked, 0);
        QCOMPARE(document->text().count("busybox:1.36"), 2);
        QVERIFY(!document->text().contains("alpine"));
        document->select({id_of(*document, "one"), id_of(*document, "three")});
        enter("several-image", "busybox:1.37");
        QCOMPARE(asked, 1);
    }

    void findings_are_shown_at_their_field() {
        select("fetch");
        lint::Finding finding;
        finding.rule = "image/latest";
        finding.severity = lint::Severity::warning;
        finding.what = Message("the image says nothing of its version");
        finding.task = id_of(*document, "fetch");
        finding.field = "tasks.fetch.image";
        document->set_findings({finding}, document->revision());
        QCOMPARE(note("task-image"), QString("the image says nothing of its version"));
        QVERIFY(line("task-image").property("bad").toBool());
        select("train");
        QVERIFY(!line("task-image").property("bad").toBool());
        select("fetch");
        document->set_findings({}, document->revision());
        QVERIFY(note("task-image").isEmpty());
    }

    void broken_text_turns_the_form_off() {
        select("train");
        document->type(int(document->text().indexOf("[curl")), 1, "[[");
        QVERIFY(!document->parses());
        QVERIFY(!inspector->isEnabled());
        document->undo_stack().undo();
        QVERIFY(inspector->isEnabled());
    }

    void a_shared_definition_is_asked_about_once_data() {
        QTest::addColumn<int>("answer");
        QTest::newRow("all") << int(edit::Scope::all);
        QTest::newRow("only this") << int(edit::Scope::only_this);
        QTest::newRow("cancelled") << -1;
    }
    void a_shared_definition_is_asked_about_once() {
        QFETCH(int, answer);
        open(shared_argo);
        int asked = 0, uses_said = 0;
        inspector->ask_scope([&](const QString& definition, int uses) -> std::optional<edit::Scope> {
            ++asked;
            uses_said = definition == "say" ? uses : 0;
            return answer < 0 ? std::nullopt : std::optional(edit::Scope(answer));
        });
        select("one");
        enter("task-image", "alpine:3.20");
        QCOMPARE(asked, 1);
        QCOMPARE(uses_said, 2);
        const auto image = [this](const char* task) { return definition_of(*document->flow(), *task_of(*document, task))->environment.image.value_or(""); };
        if (answer < 0) {
            QCOMPARE(document->text(), QString::fromUtf8(shared_argo));
            line("task-image").clearFocus();
            QCOMPARE(line("task-image").text(), QString("alpine:3.19"));   // not what was refused
            return;
        }
        QCOMPARE(image("one"), std::string("alpine:3.20"));
        QCOMPARE(image("two"), std::string(answer == int(edit::Scope::all) ? "alpine:3.20" : "alpine:3.19"));
        QCOMPARE(image("three"), std::string("alpine:3.19"));
        QCOMPARE(undo_steps(), 1);
        enter("task-image", "alpine:3.21");
        QCOMPARE(asked, 1);                              // once for this task
        QCOMPARE(image("one"), std::string("alpine:3.21"));
        while (document->undo_stack().canUndo()) document->undo_stack().undo();
        QCOMPARE(document->text(), QString::fromUtf8(shared_argo));
    }

    void a_definition_that_serves_one_task_is_not_asked_about() {
        open(shared_argo);
        int asked = 0;
        inspector->ask_scope([&asked](const QString&, int) -> std::optional<edit::Scope> { return ++asked, edit::Scope::all; });
        select("three");
        enter("task-image", "alpine:3.20");
        QCOMPARE(asked, 0);
        QVERIFY(document->text().contains("image: alpine:3.20"));
    }

    void news_does_not_fight_what_is_being_typed() {
        Field field("field", Field::Kind::line);
        field.show();
        QVERIFY(QTest::qWaitForWindowExposed(&field));
        field.activateWindow();
        auto* edit = qobject_cast<QLineEdit*>(field.editor());
        QSignalSpy edited(&field, &Field::edited);
        field.show_text("one");
        edit->setFocus();
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, "!");
        field.show_text("two");
        QVERIFY2(field.text().contains('!'), qPrintable(field.text()));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(edited.count(), 1);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(edited.count(), 1);
    }
};

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
