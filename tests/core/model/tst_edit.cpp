// Every edit: what it does, what it refuses, what it leaves alone.
#include <QtTest>

#include <cmath>
#include <set>

#include "tests/core/model/build.h"

using namespace weft;
using namespace weft::build;

class TestEdit : public QObject {
    Q_OBJECT
  private slots:
    void rename_follows_every_reference();
    void rename_and_back_is_the_same();
    void rename_refusals_data();
    void rename_refusals();
    void rename_of_a_namesake_leaves_references();
    void rename_inside_a_body();
    void rename_definition();
    void add();
    void unique_names_data();
    void unique_names();
    void remove_unhooks();
    void remove_inside_a_group();
    void connect_data();
    void connect();
    void connect_needs_a_name();
    void connect_joins_an_expression();
    void disconnect();
    void bind();
    void bind_takes_the_variable_that_is_there();
    void handler_and_back();
    void triggers();
    void change_task();
    void change_definition();
    void a_copy_in_an_engine_file_is_a_new_template();
    void flow_fields();
    void move();
    void clip();
    void clip_brings_definitions();
    void unknown_ids_are_refusals();
    void everything_else_is_shared();
};

static QString why(const Result<Flow>& result) { return result ? QString() : QString::fromStdString(english(result.error().message)); }

static Flow sample() {
    Task b = task("b", {"a"});
    b.params = {{"DATA", output("a", "path")}, {"TEXT", text("from {{tasks.a.outputs.path}} of {{steps.a.status}}")}};
    b.when = "{{tasks.a.outputs.mode}} == full";
    b.environment.env = {{"SEEN", output("a", "path")}};
    b.loop = Loop{Loop::Over::param, {}, "{{tasks.a.outputs.list}}"};
    Task c = task("c", {"b"});
    c.depends = "a.Failed || b";
    c.needs = {{"a", on_failed}, {"b"}};
    Task end = task("end");
    end.params = {{"LAST", output("a", "path")}};
    Flow f = flow({task("a"), b, c}, {end});
    f.placements = {{"a", {1, 2}}, {"ab", {3, 4}}, {"a/x", {5, 6}}};
    return f;
}

void TestEdit::rename_follows_every_reference() {
    const Flow before = sample();
    const Result<Flow> after = edit::rename_task(before, id(before, "a"), "größe");
    QVERIFY2(after, qPrintable(why(after)));
    QCOMPARE(named(*after, "größe").id, id(before, "a"));
    const Task& b = named(*after, "b");
    QCOMPARE(b.needs[0].task, std::string("größe"));
    QCOMPARE(b.params[0].value.task, std::string("größe"));
    QCOMPARE(b.params[1].value.text, std::string("from {{tasks.größe.outputs.path}} of {{steps.größe.status}}"));
    QCOMPARE(b.when, std::string("{{tasks.größe.outputs.mode}} == full"));
    QCOMPARE(b.environment.env[0].value.task, std::string("größe"));
    QCOMPARE(b.loop->param, std::string("{{tasks.größe.outputs.list}}"));
    QCOMPARE(named(*after, "c").depends, std::string("größe.Failed || b"));
    QCOMPARE(named(*after, "end").params[0].value.task, std::string("größe"));
    QCOMPARE(after->placements[0].path, std::string("größe"));
    QCOMPARE(after->placements[1].path, std::string("ab"));
    QCOMPARE(after->placements[2].path, std::string("größe/x"));
}

void TestEdit::rename_and_back_is_the_same() {
    const Flow before = sample();
    for_each_task(before, [&](const std::string& path, const Task& task, const Handler*) {
        const Result<Flow> away = edit::rename_task(before, task.id, "elsewhere-1");
        QVERIFY2(away, path.c_str());
        QVERIFY(!(*away == before));
        const Result<Flow> back = edit::rename_task(*away, task.id, task.name);
        QVERIFY2(back && *back == before, path.c_str());
    });
}

void TestEdit::rename_refusals_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << "" << "a task needs a name";
    QTest::newRow("taken") << "b" << "\"b\" exists already: names are unique in a flow";
    QTest::newRow("taken by a handler") << "end" << "\"end\" exists already: names are unique in a flow";
    QTest::newRow("slash") << "x/y" << "\"x/y\" cannot be a task's name: it must hold neither \"/\" nor control characters";
    QTest::newRow("blank") << " x" << "\" x\" cannot be a task's name: it begins or ends with a blank";
    QTest::newRow("its own name") << "a" << "";
    QTest::newRow("anything else is lint's business") << "Ärger mit Leerzeichen_1" << "";
}

void TestEdit::rename_refusals() {
    QFETCH(QString, name);
    QFETCH(QString, reason);
    const Flow f = sample();
    QCOMPARE(why(edit::rename_task(f, id(f, "a"), name.toStdString())), reason);
}

void TestEdit::rename_of_a_namesake_leaves_references() {
    const Flow f = flow({task("a"), task("a"), task("b", {"a"})});
    const Result<Flow> after = edit::rename_task(f, 2, "second");
    QVERIFY(after);
    QCOMPARE(named(*after, "b").needs[0].task, std::string("a"));
}

void TestEdit::rename_inside_a_body() {
    Definition inside = group({task("x"), task("y", {"x"})});
    Output out;
    out.name = "made";
    out.expression = output("x", "path");
    inside.outputs = {out};
    Flow f = flow({task("x"), task("g", {"x"}, inside)});
    f.placements = {{"g/x", {1, 1}}};
    f = number_tasks(f);
    const Result<Flow> after = edit::rename_task(f, id(f, "g/x"), "z");
    QVERIFY(after);
    QCOMPARE(named(*after, "g/y").needs[0].task, std::string("z"));
    QCOMPARE(named(*after, "g").own->outputs[0].expression.task, std::string("z"));
    QCOMPARE(named(*after, "g").needs[0].task, std::string("x"));  // the x outside is another task
    QCOMPARE(after->placements[0].path, std::string("g/z"));
}

static Flow with_shared(int users) {
    Flow f = flow({});
    for (int i = 0; i < users; ++i) f.main.tasks.push_back(std::make_shared<const Task>(use("u" + std::to_string(i + 1), "say")));
    Definition say = shell("echo hi");
    say.name = "say";
    f.definitions.push_back(std::make_shared<const Definition>(say));
    return number_tasks(f);
}

void TestEdit::rename_definition() {
    const Flow f = with_shared(2);
    const Result<Flow> after = edit::rename_definition(f, "say", "tell");
    QVERIFY(after);
    QCOMPARE(named(*after, "u1").definition, std::string("tell"));
    QCOMPARE(edit::uses_of(*after, "tell"), 2);
    QVERIFY(find_definition(*after, "tell"));
    QCOMPARE(why(edit::rename_definition(f, "nope", "x")), "there is no definition \"nope\"");
    QCOMPARE(why(edit::rename_definition(f, "say", "")), "a definition needs a name");
    const Result<Flow> back = edit::rename_definition(*after, "tell", "say");
    QVERIFY(back && *back == f);
}

void TestEdit::add() {
    const Flow f = sample();
    TaskId made = 0;
    const Result<Flow> after = edit::add_task(f, {}, task("a"), &made);
    QVERIFY(after);
    QCOMPARE(named(*after, "a-2").id, made);
    QCOMPARE(made, TaskId(5));
    Task bare;
    const Result<Flow> nameless = edit::add_task(*after, {}, bare);
    QVERIFY(nameless);
    QVERIFY(named(*nameless, "task").own);
    QVERIFY(!edit::add_task(f, {"nope", 0}, task("x")));
    QVERIFY(!edit::add_task(f, {{}, id(f, "a")}, task("x")));  // a has no body
    QVERIFY(!edit::add_task(f, {}, task("x/y")));
}

void TestEdit::unique_names_data() {
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("name");
    QTest::newRow("free") << "x" << "x";
    QTest::newRow("taken") << "train" << "train-3";
    QTest::newRow("counts on") << "train-2" << "train-3";
    QTest::newRow("no number") << "pre-step" << "pre-step-2";
    QTest::newRow("empty") << "" << "task";
    QTest::newRow("handler") << "end" << "end-2";
}

void TestEdit::unique_names() {
    QFETCH(QString, wanted);
    QFETCH(QString, name);
    const Flow f = flow({task("train"), task("train-2"), task("pre-step")}, {task("end")});
    QCOMPARE(QString::fromStdString(edit::unique_name(f.main, wanted.toStdString())), name);
}

void TestEdit::remove_unhooks() {
    const Flow f = sample();
    const Result<Flow> after = edit::remove_tasks(f, {id(f, "a")});
    QVERIFY(after);
    QVERIFY(!at_path(*after, "a"));
    const Task& b = named(*after, "b");
    QVERIFY(b.needs.empty());
    QCOMPARE(b.params.size(), std::size_t(1));  // the text with tags stays: lint says what is missing
    QVERIFY(b.environment.env.empty());
    QCOMPARE(named(*after, "c").depends, std::string());
    QCOMPARE(named(*after, "c").needs, (std::vector<Need>{{"b"}}));
    QVERIFY(named(*after, "end").params.empty());
    QCOMPARE(after->placements.size(), std::size_t(1));
    const Result<Flow> handler = edit::remove_tasks(f, {id(f, "end")});
    QVERIFY(handler && handler->main.handlers.empty());
    QVERIFY(!edit::remove_tasks(f, {id(f, "a"), 99}));
    QVERIFY(edit::remove_tasks(f, {}).value() == f);
}

void TestEdit::remove_inside_a_group() {
    Definition inside = group({task("x"), task("y", {"x"})});
    Output out;
    out.name = "made";
    out.expression = output("x", "path");
    inside.outputs = {out};
    const Flow f = number_tasks(flow({task("g", {}, inside)}));
    const Result<Flow> after = edit::remove_tasks(f, {id(f, "g/x")});
    QVERIFY(after);
    QVERIFY(named(*after, "g/y").needs.empty());
    QVERIFY(named(*after, "g").own->outputs.empty());
}

void TestEdit::connect_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* from, const char* to, const char* reason) { QTest::addRow("%s to %s", from, to) << from << to << reason; };
    row("a", "d", "");
    row("c", "d", "");
    row("a", "a", "a task cannot wait for itself");
    row("a", "b", "the edge exists already");
    row("b", "a", "this would close a loop: b → a → b");
    row("c", "a", "this would close a loop: c → a → b → c");
    row("d", "reader", "");
    row("reader", "d", "this would close a loop: reader → d → reader");  // closed by a data edge
    row("end", "a", "a body task cannot wait for an exit handler: it runs after everything");
    row("a", "end", "an exit handler waits for everything anyway: it can only read outputs");
    row("end", "other", "exit handlers do not wait for each other");
    row("a", "g/x", "the two tasks stand in different flows");
    row("g/x", "a", "the two tasks stand in different flows");
    row("a", "nope", "there is no such task any more");
}

void TestEdit::connect() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, reason);
    Task reader = task("reader");
    reader.params = {{"D", output("d", "x")}};
    const Flow f = number_tasks(flow({task("a"), task("b", {"a"}), task("c", {"b"}), task("d"), reader, task("g", {}, group({task("x")}))}, {task("end"), task("other")}));
    const TaskId source = id(f, from.toStdString()), target = id(f, to.toStdString());
    QCOMPARE(QString::fromStdString(english(edit::why_not_connect(f, source, target))), reason);
    const Result<Flow> after = edit::connect(f, source, target, on_failed);
    QCOMPARE(why(after), reason);
    if (after) QCOMPARE(find_task(*after, target)->needs.back(), (Need{from.toStdString(), on_failed, false}));
}

void TestEdit::connect_needs_a_name() {
    const Flow f = number_tasks(flow({task(""), task("b")}));
    const TaskId nameless = f.main.tasks[0]->id, b = f.main.tasks[1]->id;
    const QString reason = "the task that the edge starts at has no name, so nothing can ask for it: give it one first";
    QCOMPARE(why(edit::connect(f, nameless, b)), reason);
    QCOMPARE(why(edit::bind(f, nameless, "made", b, "taken")), reason);
    QVERIFY(edit::connect(f, b, nameless));
}

void TestEdit::connect_joins_an_expression() {
    Task c = task("c");
    c.depends = "a.Failed || b";
    c.needs = {{"a", on_failed}, {"b"}};
    const Flow f = flow({task("a"), task("b"), task("d"), c});
    const Result<Flow> after = edit::connect(f, id(f, "d"), id(f, "c"), on_succeeded | on_failed);
    QVERIFY(after);
    QCOMPARE(named(*after, "c").depends, std::string("(a.Failed || b) && (d.Succeeded || d.Failed)"));
    const Result<Flow> back = edit::disconnect(*after, id(f, "a"), id(f, "c"));
    QVERIFY(back);
    QCOMPARE(named(*back, "c").depends, std::string());
    QCOMPARE(named(*back, "c").needs, (std::vector<Need>{{"b"}, {"d", on_succeeded | on_failed}}));
}

void TestEdit::disconnect() {
    const Flow f = sample();
    const Result<Flow> after = edit::disconnect(f, id(f, "a"), id(f, "b"));
    QVERIFY(after);
    QVERIFY(named(*after, "b").needs.empty());
    QCOMPARE(named(*after, "b").params.size(), std::size_t(1));
    QCOMPARE(why(edit::disconnect(*after, id(f, "a"), id(f, "b"))), "there is no edge from \"a\" to \"b\"");
}

void TestEdit::bind() {
    const Flow f = flow({task("a"), task("b")}, {task("end")});
    const Result<Flow> after = edit::bind(f, id(f, "a"), "path", id(f, "b"), "DATA");
    QVERIFY2(after, qPrintable(why(after)));
    QCOMPARE(named(*after, "a").own->outputs.size(), std::size_t(1));
    QCOMPARE(named(*after, "b").needs, (std::vector<Need>{{"a"}}));
    QCOMPARE(named(*after, "b").params, (std::vector<Binding>{{"DATA", output("a", "path")}}));
    const Result<Flow> again = edit::bind(*after, id(f, "a"), "path", id(f, "b"), "DATA");
    QVERIFY(again && *again == *after);
    const Result<Flow> handler = edit::bind(f, id(f, "a"), "path", id(f, "end"), "DATA");
    QVERIFY(handler && named(*handler, "end").needs.empty());
    QCOMPARE(why(edit::bind(*after, id(f, "b"), "x", id(f, "a"), "Y")), "this would close a loop: b → a → b");
    QCOMPARE(why(edit::bind(f, id(f, "end"), "x", id(f, "a"), "Y")), "a body task cannot wait for an exit handler: it runs after everything");
    QCOMPARE(why(edit::bind(f, id(f, "a"), "", id(f, "b"), "Y")), "an output needs a name");
}

void TestEdit::bind_takes_the_variable_that_is_there() {
    Task b = task("b", {"a"});
    b.environment.env = {{"DATA", literal("old")}};
    const Flow f = flow({task("a"), b});
    const Result<Flow> after = edit::bind(f, id(f, "a"), "path", id(f, "b"), "DATA");
    QVERIFY(after);
    QVERIFY(named(*after, "b").params.empty());
    QCOMPARE(named(*after, "b").environment.env[0].value, output("a", "path"));
}

void TestEdit::handler_and_back() {
    const Flow f = sample();
    const Result<Flow> after = edit::make_handler(f, id(f, "a"), Trigger::on_failure);
    QVERIFY(after);
    QCOMPARE(after->main.tasks.size(), std::size_t(2));
    QCOMPARE(after->main.handlers.back().task->name, std::string("a"));
    QVERIFY(after->main.handlers.back().trigger == Trigger::on_failure);
    QVERIFY(named(*after, "b").needs.empty());
    QVERIFY(named(*after, "end").params.empty());
    QCOMPARE(why(edit::make_handler(*after, id(f, "a"), Trigger::always)), "\"a\" is an exit handler already");
    const Result<Flow> back = edit::make_task(*after, id(f, "a"));
    QVERIFY(back);
    QCOMPARE(back->main.tasks.back()->id, id(f, "a"));
    QCOMPARE(why(edit::make_task(f, id(f, "a"))), "\"a\" is no exit handler of its flow");
}

void TestEdit::triggers() {
    const Flow f = sample();
    const Result<Flow> after = edit::set_trigger(f, id(f, "end"), Trigger::on_success, true);
    QVERIFY(after);
    QVERIFY(after->main.handlers[0].trigger == Trigger::on_success && after->main.handlers[0].warn_only);
    QCOMPARE(why(edit::set_trigger(f, id(f, "a"), Trigger::always, false)), "\"a\" is no exit handler");
}

void TestEdit::change_task() {
    const Flow f = sample();
    Task wanted = named(f, "c");
    wanted.name = "z";
    wanted.tolerated = true;
    wanted.own = nullptr;
    const Result<Flow> after = edit::change_task(f, wanted.id, wanted);
    QVERIFY(after);
    QVERIFY(named(*after, "z").tolerated);
    QCOMPARE(named(*after, "z").own, named(f, "c").own);
    wanted = named(f, "a");
    wanted.needs = {{"c"}};
    QCOMPARE(why(edit::change_task(f, wanted.id, wanted)), "this would close a loop: a → c → a");
    wanted.needs = {{"a"}};
    QCOMPARE(why(edit::change_task(f, wanted.id, wanted)), "a task cannot wait for itself");
    wanted.needs = {};
    wanted.definition = "nope";
    QCOMPARE(why(edit::change_task(f, wanted.id, wanted)), "there is no definition \"nope\"");
}

void TestEdit::change_definition() {
    const Flow f = with_shared(3);
    Definition wanted = *find_definition(f, "say");
    wanted.environment.image = "alpine:3.20";
    wanted.name = "ignored";
    const Result<Flow> all = edit::change_definition(f, id(f, "u2"), edit::Scope::all, wanted);
    QVERIFY(all);
    QCOMPARE(find_definition(*all, "say")->environment.image.value_or(""), std::string("alpine:3.20"));
    QCOMPARE(edit::uses_of(*all, "say"), 3);
    const Result<Flow> one = edit::change_definition(f, id(f, "u2"), edit::Scope::only_this, wanted);
    QVERIFY(one);
    QVERIFY(!find_definition(*one, "say")->environment.image);
    QCOMPARE(named(*one, "u2").own->environment.image.value_or(""), std::string("alpine:3.20"));
    QCOMPARE(named(*one, "u2").own->name, std::string());
    QCOMPARE(edit::uses_of(*one, "say"), 2);
    Flow undefined = flow({use("x", "nope")});
    QVERIFY(!edit::change_definition(undefined, 1, edit::Scope::all, wanted));
}

void TestEdit::a_copy_in_an_engine_file_is_a_new_template() {
    Flow f = with_shared(2);
    f.format = "argo";
    Definition wanted = *find_definition(f, "say");
    wanted.body = std::make_shared<const Body>(flow({task("x"), task("y")}).main);
    const Result<Flow> one = edit::change_definition(f, id(f, "u1"), edit::Scope::only_this, wanted);
    QVERIFY(one);
    QCOMPARE(named(*one, "u1").definition, std::string("say-u1"));
    QVERIFY(find_definition(*one, "say-u1"));
    std::set<TaskId> ids;
    std::size_t count = 0;
    for_each_task(*one, [&](const std::string&, const Task& task, const Handler*) { ids.insert(task.id), ++count; });
    QCOMPARE(ids.size(), count);
}

void TestEdit::flow_fields() {
    const Flow f = sample();
    Environment environment;
    environment.image = "x:1";
    QCOMPARE(edit::set_flow_environment(f, environment)->environment, environment);
    QCOMPARE(edit::set_flow_name(f, "neu")->name, std::string("neu"));
    QCOMPARE(why(edit::set_flow_name(f, "")), "a flow needs a name");
    QCOMPARE(edit::set_flow_parameters(f, {{"p"}})->parameters.size(), std::size_t(1));
    QCOMPARE(why(edit::set_flow_parameters(f, {{"p"}, {"p"}})), "parameter \"p\" is there twice");
    QCOMPARE(why(edit::set_flow_parameters(f, {{""}})), "a parameter needs a name");
}

void TestEdit::move() {
    const Flow f = sample();
    const Result<Flow> after = edit::move_tasks(f, {{id(f, "a"), {10, 20}}, {id(f, "b"), {30, 40}}});
    QVERIFY(after);
    QCOMPARE(after->placements[0], (Placement{"a", {10, 20}}));
    QCOMPARE(after->placements.back(), (Placement{"b", {30, 40}}));
    QVERIFY(after->main == f.main);
    const FlowChange change = diff(f, *after);
    QVERIFY(change.placements && change.changed.empty() && !change.edges);
    QVERIFY(!edit::move_tasks(f, {{99, {0, 0}}}));
    QVERIFY(!edit::move_tasks(f, {{1, {std::nan(""), 0}}}));
}

void TestEdit::clip() {
    const Flow f = sample();
    const Flow clip = edit::extract(f, {id(f, "b"), id(f, "c"), id(f, "end")});
    QCOMPARE(named(clip, "b").needs.size(), std::size_t(0));
    QCOMPARE(named(clip, "c").needs, (std::vector<Need>{{"b"}}));
    QCOMPARE(named(clip, "c").depends, std::string());
    std::vector<TaskId> made;
    const Result<Flow> here = edit::paste(f, {}, clip, &made);
    QVERIFY(here);
    QCOMPARE(made, (std::vector<TaskId>{5, 6, 7}));
    QCOMPARE(named(*here, "c-2").needs, (std::vector<Need>{{"b-2"}}));
    QCOMPARE(named(*here, "b-2").params[0].value, output("a", "path"));  // a is here too
    QCOMPARE(here->main.handlers.back().task->name, std::string("end-2"));
    const Result<Flow> there = edit::paste(flow({task("other")}), {}, clip);
    QVERIFY(there);
    QCOMPARE(named(*there, "b").params.size(), std::size_t(1));  // nothing to read from there
    QVERIFY(!edit::paste(f, {}, Flow{}));
    QVERIFY(!edit::paste(f, {"nope", 0}, clip));
    QVERIFY(edit::extract(f, {99}).main.tasks.empty());
}

void TestEdit::clip_brings_definitions() {
    const Flow f = with_shared(1);
    const Flow clip = edit::extract(f, {id(f, "u1")});
    const Result<Flow> same = edit::paste(f, {}, clip);
    QVERIFY(same);
    QCOMPARE(same->definitions.size(), std::size_t(1));
    Flow other = with_shared(1);
    Definition changed = *other.definitions[0];
    changed.source = "something else";
    other.definitions[0] = std::make_shared<const Definition>(changed);
    const Result<Flow> pasted = edit::paste(other, {}, clip);
    QVERIFY(pasted);
    QCOMPARE(named(*pasted, "u1-2").definition, std::string("say-2"));
    const Result<Flow> empty = edit::paste(flow({}), {}, clip);
    QVERIFY(empty && find_definition(*empty, "say"));
}

void TestEdit::unknown_ids_are_refusals() {
    const Flow f = sample();
    for (const Flow& flow : {f, Flow{}}) {
        for (const TaskId bad : {TaskId(0), TaskId(99)}) {
            QVERIFY(!edit::rename_task(flow, bad, "x"));
            QVERIFY(!edit::remove_tasks(flow, {bad}));
            QVERIFY(!edit::connect(flow, bad, 1));
            QVERIFY(!edit::connect(flow, 1, bad));
            QVERIFY(!edit::disconnect(flow, bad, bad));
            QVERIFY(!edit::bind(flow, bad, "o", 1, "p"));
            QVERIFY(!edit::make_handler(flow, bad, Trigger::always));
            QVERIFY(!edit::make_task(flow, bad));
            QVERIFY(!edit::set_trigger(flow, bad, Trigger::always, false));
            QVERIFY(!edit::change_task(flow, bad, Task{}));
            QVERIFY(!edit::change_definition(flow, bad, edit::Scope::all, Definition{}));
        }
    }
}

void TestEdit::everything_else_is_shared() {
    const Flow f = sample();
    const Result<Flow> after = edit::rename_task(f, id(f, "c"), "last");
    QVERIFY(after);
    QCOMPARE(after->main.tasks[0], f.main.tasks[0]);
    QCOMPARE(after->main.tasks[1], f.main.tasks[1]);
    QCOMPARE(after->main.handlers[0].task, f.main.handlers[0].task);
    const FlowChange change = diff(f, *after);
    QCOMPARE(change.changed, (std::vector<TaskId>{3}));
    QVERIFY(change.added.empty() && change.removed.empty());
}

QTEST_GUILESS_MAIN(TestEdit)
#include "tst_edit.moc"
