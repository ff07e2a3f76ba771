// flow.py: what is read, and what a drawn change does to the text. Python itself says whether the result is Python and whether only decorators changed.
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "core/model/edit.h"
#include "core/model/graph.h"
#include "core/targets/document.h"
#include "core/targets/document_text.h"
#include "core/targets/lint_document.h"
#include "core/targets/metaflow/metaflow.h"

using namespace weft;
namespace fs = std::filesystem;

namespace {

const std::string folder = std::string(WEFT_TEST_DATA) + "/metaflow/read";

std::string slurp(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<fs::path> files() {
    std::set<fs::path> all;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".py") all.insert(entry.path());
    return {all.begin(), all.end()};
}

DocumentPtr open(const fs::path& path) {
    const auto opened = open_text(slurp(path), path.string());
    if (!opened) qWarning("%s", describe(opened.error()).c_str());
    return opened ? *opened : nullptr;
}

bool is_python(const std::string& text) {
    QProcess python;
    python.start(QStringLiteral("python3"), {QStringLiteral("-c"), QStringLiteral("import ast,sys; ast.parse(sys.stdin.buffer.read())")});
    python.write(QByteArray::fromStdString(text));
    python.closeWriteChannel();
    return python.waitForFinished(60000) && python.exitCode() == 0;
}

int lines_changed(const std::string& a, const std::string& b) {
    const QStringList before = QString::fromStdString(a).split(u'\n'), after = QString::fromStdString(b).split(u'\n');
    int same = 0, from = 0;
    for (const QString& line : before) {   // lines of the old text that stand in the new one, in order
        const qsizetype at = after.indexOf(line, from);
        if (at < 0) continue;
        ++same;
        from = int(at) + 1;
    }
    return int(std::max(before.size(), after.size())) - same;
}

struct Counts { int steps = 0, edges = 0, loops = 0, groups = 0, conditions = 0, meets = 0, hooks = 0; };

void count(const Flow& flow, const Body& body, Counts& out) {
    std::map<TaskId, std::set<TaskId>> into;
    for (const Edge& edge : edges_of(flow, body))
        if (edge.kind == EdgeKind::order) into[edge.to].insert(edge.from);
    for (const auto& [task, from] : into) {
        out.edges += int(from.size());
        out.meets += from.size() > 1;
    }
    for (const TaskPtr& task : body.tasks) {
        const Definition* definition = definition_of(flow, *task);
        const bool group = definition && definition->kind == DefinitionKind::flow;
        (group ? out.groups : out.steps) += 1;
        out.loops += task->loop.has_value();
        out.conditions += !task->when.empty();
        if (group && definition->body) count(flow, *definition->body, out);
    }
}

Counts counts_of(const Flow& flow) {
    Counts out;
    out.hooks = int(flow.main.handlers.size());
    count(flow, flow.main, out);
    return out;
}

struct Edit { const char* path; const char* value; };
constexpr Edit edits[] = {{"image", "x:1"}, {"cpu", "3"}, {"cpu", "250m"}, {"memory", "16Gi"}, {"gpu", "1"}, {"disk", "20000M"}, {"shared_memory", "64M"}, {"service_account", "sa"},
                          {"pull_policy", "Always"}, {"env.A", "changed"}, {"env.NEW", "it's \"new\" \\ {x}"}, {"retry.limit", "4"}, {"timeout", "2h"}, {"timeout", "90"}};

}  // namespace

class MetaflowPython : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (QStandardPaths::findExecutable("python3").isEmpty()) QSKIP("there is no python3 here");
    }

    void shapes_are_understood() {
        for (const char* name : {"shapes.py", "shapes-crlf.py"}) {
            const DocumentPtr document = open(fs::path(folder) / name);
            QVERIFY(document);
            const Flow& flow = *document->flow;
            QVERIFY(document->issues.empty());
            QCOMPARE(flow.name, std::string("Shapes"));
            QCOMPARE(flow.parameters.size(), std::size_t(2));
            QCOMPARE(flow.parameters[1].name, std::string("data-path"));
            QCOMPARE(flow.parameters[0].value->text, std::string("0.5"));
            QCOMPARE(flow.main.tasks.size(), std::size_t(6));
            const Task* start = at_path(flow, "start");
            QCOMPARE(start->own->environment.image.value_or(""), std::string("ghcr.io/acme/train:1.2"));
            QCOMPARE(start->own->environment.memory->text, std::string("8000M"));
            QCOMPARE(start->own->retry->limit->text, std::string("2"));
            const Task* loop = at_path(flow, "train-foreach-items");
            QVERIFY(loop && loop->loop && loop->own->body->tasks.size() == 2);
            QCOMPARE(at_path(flow, "train-foreach-items/check")->own->environment.env.size(), std::size_t(3));
            QCOMPARE(at_path(flow, "left")->when, std::string("{{tasks.gather.outputs.kind}} == 'a'"));
            QCOMPARE(at_path(flow, "right")->own->timeout, std::string("90m"));
            QVERIFY(at_path(flow, "right")->tolerated);
            QVERIFY(std::find(document->kept.begin(), document->kept.end(), "tasks.gather @helper") != document->kept.end());
        }
    }

    void hooks_and_schedule_are_understood() {
        const Flow flow = *open(fs::path(folder) / "hooks.py")->flow;
        QCOMPARE(flow.main.handlers.size(), std::size_t(2));
        QVERIFY(flow.main.handlers[0].trigger == Trigger::always && flow.main.handlers[1].trigger == Trigger::on_failure);
        QCOMPARE(flow.schedule->crons.front(), std::string("0 0 * * *"));
        QCOMPARE(flow.schedule->timezone, std::string("Europe/Berlin"));
    }

    void places_name_the_right_bytes() {
        for (const fs::path& file : files()) {
            const DocumentPtr document = open(file);
            for (const auto& [path, field] : document->places.all()) {
                const std::string_view text = std::string_view(document->text).substr(field.node->span.begin, field.node->span.end - field.node->span.begin);
                if (!path.ends_with(".name") || !path.starts_with("tasks.") || path.find(".env.") != std::string::npos) continue;
                const std::string owner = path.substr(0, path.size() - 5);
                QCOMPARE(std::string(text), owner.substr(owner.rfind('.') + 1));
            }
        }
    }

    void nothing_drawn_changes_nothing() {
        for (const fs::path& file : files()) {
            const DocumentPtr document = open(file);
            const Result<Edited> same = commit(document, *document->flow);
            QVERIFY(same && same->edits.empty());
            QCOMPARE(open_file(file.string()).value()->text, slurp(file));
        }
    }

    // Each field of each step, in each file: the model is what was asked for, the text is Python, hardly a line has changed, and the way back restores it.
    void every_decorator_is_patched() {
        int done = 0, asked = 0;
        for (const fs::path& file : files()) {
            const DocumentPtr document = open(file);
            for (const auto& [path, field] : document->places.all()) {
                if (!path.ends_with(".name") || !path.starts_with("tasks.")) continue;
                const std::string task = path.substr(0, path.size() - 5);
                for (const Edit& edit : edits) {
                    if (++asked % 3 != 0 && !qEnvironmentVariableIsSet("WEFT_THOROUGH")) continue;   // each one starts Python twice
                    const Result<Edited> edited = set_field(document, task + "." + edit.path, edit.value);
                    QVERIFY2(edited, edited ? "" : (file.string() + " " + task + "." + edit.path + ": " + describe(edited.error())).c_str());
                    const std::string& text = edited->document->text;
                    QVERIFY2(lines_changed(document->text, text) <= 3, text.c_str());
                    QCOMPARE(yaml::apply(text, yaml::inverse(edited->edits)), document->text);
                    if (document->text.find("\r\n") != std::string::npos) QCOMPARE(std::count(text.begin(), text.end(), '\n'), std::count(text.begin(), text.end(), '\r'));
                    if (done % 9 == 0) QVERIFY2(is_python(text), text.c_str());
                    const Result<Edited> back = commit(edited->document, *document->flow);
                    QVERIFY2(back, back ? "" : (task + "." + edit.path + " back: " + describe(back.error())).c_str());
                    ++done;
                }
            }
        }
        qInfo("%d changes of decorators", done);
        QVERIFY(done > 120);
    }

    void steps_are_renamed_and_back() {
        int renamed = 0, refused = 0;
        for (const fs::path& file : files()) {
            const DocumentPtr document = open(file);
            std::vector<TaskId> ids;
            for_each_task(*document->flow, [&](const std::string&, const Task& task, const Handler* handler) {
                if (!handler && !(task.own && task.own->body)) ids.push_back(task.id);
            });
            for (const TaskId id : ids) {
                const std::string old = find_task(*document->flow, id)->name;
                const Result<Edited> there = commit(document, *edit::rename_task(*document->flow, id, "renamed_" + old));
                if (!there) {
                    QVERIFY2(old == "start" || old == "end" || old == "check", describe(there.error()).c_str());
                    ++refused;
                    continue;
                }
                QVERIFY(is_python(there->document->text));
                const Result<Edited> back = commit(there->document, *edit::rename_task(*there->document->flow, id, old));
                QVERIFY2(back, back ? "" : describe(back.error()).c_str());
                QCOMPARE(back->document->text, document->text);
                ++renamed;
            }
        }
        QCOMPARE(renamed, 19);
        QCOMPARE(refused, 10);   // each flow's start and end
    }

    void hooks_and_schedule_are_patched() {
        for (const char* name : {"hooks.py", "hooks-bom.py", "hooks-tabs.py"}) {
            const DocumentPtr document = open(fs::path(folder) / name);
            Flow after = *document->flow;
            after.schedule->crons = {"30 6 * * 1-5"};
            Result<Edited> edited = commit(document, after);
            QVERIFY2(edited, edited ? "" : describe(edited.error()).c_str());
            QVERIFY(edited->document->text.find("@schedule(cron=\"30 6 * * 1-5\", timezone=\"Europe/Berlin\")") != std::string::npos);
            after.schedule.reset();
            after.main.handlers[1].trigger = Trigger::always;
            edited = commit(document, after);
            QVERIFY2(edited, edited ? "" : describe(edited.error()).c_str());
            QVERIFY(edited->document->text.find("@exit_hook(on_success=[tell, mourn], on_error=[tell, mourn])") != std::string::npos);
            QVERIFY(edited->document->text.find("@schedule") == std::string::npos);
            after.main.handlers.clear();
            QVERIFY(commit(document, after));
        }
    }

    void structure_is_refused_with_a_reason() {
        const DocumentPtr document = open(fs::path(folder) / "hooks.py");
        const Flow& flow = *document->flow;
        const TaskId a = find_task(flow.main, "a")->id, b = find_task(flow.main, "b")->id;
        for (const Result<Flow>& after : {edit::connect(flow, a, b), edit::remove_tasks(flow, {a}), edit::make_handler(flow, a, Trigger::always), edit::set_flow_name(flow, "X")}) {
            QVERIFY(after);
            const Result<Edited> edited = commit(document, *after);
            QVERIFY(!edited && !edited.error().message.empty());
        }
        QVERIFY(!set_field(document, "tasks.a.timeout", "10s"));
        QVERIFY(!set_field(document, "environment.image", "x"));
        QVERIFY(!commit(document, *edit::rename_task(flow, a, "class")));
    }

    void what_is_no_flow_is_refused() {
        QVERIFY(!open_text("import metaflow\nx = (\n", "broken.py"));
        QVERIFY(!open_text("from metaflow import FlowSpec\n", "empty.py"));
        QVERIFY(!open_text("print('hi')\n", "other.py"));
        std::string deep = "from metaflow import FlowSpec\nx = ";
        deep.append(100000, '(');
        QVERIFY(!open_text(deep, "deep.py"));
    }

    void topologies_of_the_corpus_are_drawn() {
        const fs::path graphs = std::string(WEFT_SHARED) + "/corpus/metaflow/graphs";
        if (!fs::exists(graphs)) QSKIP("../shared/corpus is not there");
        int count = 0;
        for (const auto& entry : fs::directory_iterator(graphs)) {
            const DocumentPtr document = open(entry.path());
            QVERIFY(document);
            QCOMPARE(document->format->id, std::string("metaflow-graph"));
            QVERIFY2(document->issues.empty(), entry.path().c_str());
            int steps = 0;
            for_each_task(*document->flow, [&](const std::string&, const Task& task, const Handler*) { steps += !(task.own && task.own->body); });
            const QJsonObject graph = QJsonDocument::fromJson(QByteArray::fromStdString(document->text)).object().value("graph").toObject();
            QCOMPARE(steps, int(graph.size()));
            ++count;
        }
        QCOMPARE(count, 15);
    }

    // As many steps, edges, loops, conditions, joins and hooks as somebody else counts in the same files.
    void counts_agree() {
        std::vector<fs::path> all = files();
        for (const fs::path place : {fs::path(WEFT_TEST_DATA) / "metaflow/export", fs::path(WEFT_SHARED) / "corpus/metaflow/graphs"})
            if (fs::exists(place))
                for (const auto& entry : fs::recursive_directory_iterator(place))
                    if (entry.path().extension() == ".py" || entry.path().extension() == ".json") all.push_back(entry.path());
        QStringList names;
        for (const fs::path& one : all) names << QString::fromStdString(one.string());
        QProcess python;
        python.start(QStringLiteral("python3"), {QStringLiteral(WEFT_TESTS "/oracles/metaflow/count.py")});
        python.write(names.join(u'\n').toUtf8() + '\n');
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished(60000));
        const QList<QByteArray> lines = python.readAllStandardOutput().split('\n');
        qsizetype at = 0;
        int compared = 0;
        for (const fs::path& one : all) {
            for (std::size_t flow = 0; lines.value(at) != "-"; ++flow, ++at) {
                QVERIFY2(at < lines.size() && !lines.value(at).isEmpty(), one.c_str());
                const auto opened = open_text(slurp(one), one.string(), flow);
                QVERIFY2(opened, one.c_str());
                const Counts ours = counts_of(*(*opened)->flow);
                const QJsonObject theirs = QJsonDocument::fromJson(lines.value(at)).object();
                for (const auto& [what, count] : std::initializer_list<std::pair<const char*, int>>{{"steps", ours.steps}, {"edges", ours.edges}, {"loops", ours.loops}, {"groups", ours.groups},
                                                                                                    {"conditions", ours.conditions}, {"meets", ours.meets}, {"hooks", ours.hooks}})
                    QVERIFY2(theirs[QLatin1String(what)].toInt(-1) == count, qPrintable(QStringLiteral("%1: %2 are %3, counted %4").arg(QString::fromStdString(one.string()), QLatin1String(what)).arg(theirs[QLatin1String(what)].toInt(-1)).arg(count)));
                ++compared;
            }
            ++at;
        }
        QVERIFY(compared >= int(all.size()));
    }

    // The seed of #1943: the rule still names the undecorated step at its line.
    void the_undecorated_end_is_found() {
        const fs::path seed = std::string(WEFT_SHARED) + "/corpus/seeds/metaflow-undecorated-end.workflowtemplate.json";
        if (!fs::exists(seed)) QSKIP("../shared/corpus is not there");
        const DocumentPtr document = open(seed);
        QVERIFY(document && made_by_metaflow(document->stream));
        QVERIFY(!metaflow_notice(document->stream).empty());
        const auto findings = lint_document(*document);
        const auto found = std::find_if(findings.begin(), findings.end(), [](const lint::Finding& one) { return one.rule == "env/inconsistent"; });
        QVERIFY(found != findings.end());
        QCOMPARE(found->subject, std::string("end"));
        QVERIFY(found->severity == lint::Severity::error && found->where.line > 0);
    }
};

QTEST_GUILESS_MAIN(MetaflowPython)
#include "tst_metaflow_python.moc"
