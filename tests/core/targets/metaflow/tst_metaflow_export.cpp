// A flow leaves as a FlowSpec: goldens, refusals, names, and what reaches the pods.
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/lint/support.h"
#include "core/model/edit.h"
#include "core/targets/document.h"
#include "core/targets/document_compare.h"
#include "core/targets/environment_matrix.h"
#include "core/targets/lint_document.h"
#include "core/targets/metaflow/lower.h"
#include "core/targets/metaflow/metaflow.h"
#include "core/targets/metaflow/structure.h"
#include "core/targets/portability.h"

using namespace weft;
namespace fs = std::filesystem;

namespace {

const std::string folder = std::string(WEFT_TEST_DATA) + "/metaflow/export";

std::string slurp(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

FlowPtr flow_of(const std::string& text) {
    const auto opened = open_text(text, "flow.weft.yaml");
    return opened ? (*opened)->flow : nullptr;
}

// Reachability that an order must keep, for the structure's property.
bool reaches(const std::vector<std::pair<std::size_t, std::size_t>>& edges, std::size_t from, std::size_t to) {
    for (const auto& [a, b] : edges)
        if (a == from && (b == to || reaches(edges, b, to))) return true;
    return false;
}

void order_of(const metaflow::Structure& part, std::vector<std::size_t>& nodes, std::set<std::pair<std::size_t, std::size_t>>& order) {
    if (part.kind == metaflow::Structure::Kind::task) {
        nodes.push_back(part.task);
        return;
    }
    for (const metaflow::Structure& inner : part.parts) {
        std::vector<std::size_t> own;
        order_of(inner, own, order);
        if (part.kind == metaflow::Structure::Kind::series)
            for (const std::size_t a : nodes)
                for (const std::size_t b : own) order.emplace(a, b);
        nodes.insert(nodes.end(), own.begin(), own.end());
    }
}

}  // namespace

class MetaflowExport : public QObject {
    Q_OBJECT

private slots:
    void goldens_data() {
        QTest::addColumn<QString>("where");
        std::set<fs::path> cases;
        for (const auto& entry : fs::directory_iterator(folder)) cases.insert(entry.path());
        for (const fs::path& one : cases) QTest::newRow(one.filename().c_str()) << QString::fromStdString(one.string());
    }

    void goldens() {
        QFETCH(QString, where);
        const fs::path place = where.toStdString();
        const FlowPtr flow = flow_of(slurp(place / "flow.weft.yaml"));
        QVERIFY(flow);
        const Result<Exported> made = export_to(*flow, metaflow_target());
        if (fs::exists(place / "refused.txt")) {
            QVERIFY(!made);
            const QString reason = QString::fromStdString(english(made.error().message));
            QVERIFY2(reason.contains(QString::fromStdString(slurp(place / "refused.txt")).trimmed()), qPrintable(reason));
            return;
        }
        QVERIFY2(made, made ? "" : english(made.error().message).c_str());
        QCOMPARE(made->files.size(), std::size_t(1));
        if (qEnvironmentVariableIsSet("WEFT_REFRESH")) std::ofstream(place / "expected.py", std::ios::binary) << made->files.front().text;
        QCOMPARE(QString::fromStdString(made->files.front().text), QString::fromStdString(slurp(place / "expected.py")));
        QCOMPARE(export_to(*flow, metaflow_target())->files.front().text, made->files.front().text);
    }

    // Every step, start and end too, has the one base decorator, and nothing else decides about its pod.
    void every_step_is_decorated() {
        for (const auto& entry : fs::directory_iterator(folder)) {
            const QString text = QString::fromStdString(slurp(entry.path() / "expected.py"));
            if (text.isEmpty()) continue;
            QCOMPARE(text.count("\n    @step\n"), text.count(QRegularExpression("\n    @base\\([^\n]*\\)\n    @step\n")));
            QCOMPARE(text.count("\n    @kubernetes"), 0);
        }
    }

    // An exported flow opens again, with its environment and its commands.
    void exports_open_again() {
        if (QStandardPaths::findExecutable("python3").isEmpty()) QSKIP("there is no python3 here");
        for (const auto& entry : fs::directory_iterator(folder)) {
            const std::string text = slurp(entry.path() / "expected.py");
            if (text.empty()) continue;
            const auto opened = open_text(text, "flow.py");
            QVERIFY2(opened, opened ? "" : describe(opened.error()).c_str());
            QVERIFY((*opened)->issues.empty());
            QVERIFY((*opened)->flow->environment.cpu);
            if (entry.path().filename() == "branches")
                for (const TaskPtr& task : (*opened)->flow->main.tasks) QVERIFY(task->own->kind == DefinitionKind::container || task->own->kind == DefinitionKind::none);
            QCOMPARE(commit(*opened, *(*opened)->flow)->document->text, text);
        }
    }

    // read(export(flow)) holds all that was exported: exported again it gives the same bytes, and every field reads the same.
    void exports_read_back_equal() {
        if (QStandardPaths::findExecutable("python3").isEmpty()) QSKIP("there is no python3 here");
        std::vector<fs::path> sources;
        for (const char* place : {WEFT_TEST_DATA "/metaflow/export", WEFT_TEST_DATA "/argo/export", WEFT_TEST_DATA "/kfp/export", WEFT_TEST_DATA "/conformance", WEFT_SOURCE "/resources/examples",
                                  WEFT_SHARED "/corpus/argo/examples", WEFT_SHARED "/corpus/kfp"})
            if (fs::exists(place))
                for (const auto& entry : fs::recursive_directory_iterator(place))
                    if (entry.path().extension() == ".yaml") sources.push_back(entry.path());
        std::sort(sources.begin(), sources.end());
        int seen = 0, python = 0;
        QStringList wrong;
        for (const fs::path& source : sources) {
            const bool corpus = source.string().find("/corpus/") != std::string::npos;
            const auto document = open_file(source.string());
            if (!document) continue;
            const Result<Exported> made = export_to(*(*document)->flow, metaflow_target(), {{}, "alpine:3.20"});
            if (!made) continue;
            if (corpus && seen >= 60 && !qEnvironmentVariableIsSet("WEFT_THOROUGH")) break;
            const std::string& text = made->files.front().text;
            const auto opened = open_text(text, "flow.py");
            QVERIFY2(opened, source.c_str());
            const Flow& read = *(*opened)->flow;
            std::string stayed;
            for_each_task(read, [&](const std::string& path, const Task& task, const Handler*) {
                if (!task.own || task.own->kind == DefinitionKind::other) stayed = path;
            });
            ++seen;
            if (!stayed.empty() && text.find("os.environ.get(") != std::string::npos) {   // a secret's key under another name is Python of the step
                ++python;
                continue;
            }
            const auto tell = [&](const std::string& what) { wrong << QString::fromStdString(source.filename().string() + ": " + what); };
            if (!stayed.empty()) {
                tell(stayed + " stayed Python");
                continue;
            }
            const Result<Exported> again = export_to(read, metaflow_target());
            if (!again) {
                tell(describe(again.error()));
                continue;
            }
            const auto twice = open_text(again->files.front().text, "flow.py");
            QVERIFY2(twice, source.c_str());
            if (const std::string what = difference(read, *(*twice)->flow, false); !what.empty()) tell(what);
        }
        qInfo("%d exports read back equal, %d hold a secret in Python", seen - python - int(wrong.size()), python);
        for (const QString& one : wrong) qInfo("%s", qPrintable(one));
        QVERIFY2(int(wrong.size()) * 16 <= seen, qPrintable(wrong.join(u'\n')));   // README.md of the target says what does not come back
        QVERIFY(seen >= 15 && python < seen / 4);
    }

    // Groups, loops, conditions, values and hooks come back as what they were drawn as.
    void what_was_drawn_comes_back() {
        if (QStandardPaths::findExecutable("python3").isEmpty()) QSKIP("there is no python3 here");
        const auto opened = open_text(slurp(fs::path(folder) / "conditions" / "expected.py"), "flow.py");
        QVERIFY(opened);
        const Flow& flow = *(*opened)->flow;
        QCOMPARE(find_task(flow.main, "yes")->when, std::string("{{params.mode}} == 'full' && {{params.n}} > 4"));
        QCOMPARE(find_task(flow.main, "no")->when, std::string("{{params.mode}} != 'full' || !({{params.n}} in (5, 6))"));
        const Task* group = find_task(flow.main, "group");
        QVERIFY(group && group->own->body && group->own->body->tasks.size() == 2);
        QCOMPARE(group->needs.front().task, std::string("after"));
        QCOMPARE(find_task(*group->own->body, "b")->when, std::string("{{params.mode}} =~ '^f' && {{params.n}} < 1"));
        QCOMPARE(find_task(flow.main, "after")->params.front().value.name, std::string("what"));

        const auto loops = open_text(slurp(fs::path(folder) / "loops" / "expected.py"), "flow.py");
        QVERIFY(loops);
        const Flow& looped = *(*loops)->flow;
        QCOMPARE(find_task(looped.main, "measure")->loop->items, (std::vector<std::string>{"warp", "weft", "3"}));
        const Task* visit = find_task(looped.main, "visit");
        QVERIFY(visit && visit->loop && visit->loop->param == "{{params.cities}}");
        QCOMPARE(visit->params.front().name, std::string("city"));
        QCOMPARE(int(visit->params.front().value.source), int(Source::item));
        const Task* days = find_task(*visit->own->body, "days");
        QVERIFY(days && days->loop->end.text == "2" && days->loop->start.text == "1");
        QCOMPARE(find_task(looped.main, "collect")->params.front().value.task, std::string("measure"));

        const auto hooks = open_text(slurp(fs::path(folder) / "data-and-handlers" / "expected.py"), "flow.py");
        QVERIFY(hooks);
        const std::vector<Handler>& handlers = (*hooks)->flow->main.handlers;
        QCOMPARE(handlers.front().task->name, std::string("tell"));
        QVERIFY(handlers.front().trigger == Trigger::always && handlers.front().task->own->kind == DefinitionKind::container);
    }

    // A step inside a group is edited and renamed at its own place; the group's name is Python's.
    void a_grouped_step_is_edited() {
        if (QStandardPaths::findExecutable("python3").isEmpty()) QSKIP("there is no python3 here");
        const auto opened = open_text(slurp(fs::path(folder) / "conditions" / "expected.py"), "flow.py");
        QVERIFY(opened);
        const Flow& flow = *(*opened)->flow;
        const TaskId b = find_task(*find_task(flow.main, "group")->own->body, "b")->id;
        const Result<Flow> renamed = edit::rename_task(flow, b, "second");
        QVERIFY(renamed);
        const Result<Edited> done = commit(*opened, *renamed);
        QVERIFY2(done, done ? "" : describe(done.error()).c_str());
        QVERIFY(done->document->text.find("def group_second(self)") != std::string::npos && done->document->text.find("group_b)") == std::string::npos);
        const Result<Flow> imaged = lint::replace_task(flow, b, [](Task& task) {
            Definition own = *task.own;
            own.environment.image = "busybox:1.36";
            task.own = std::make_shared<const Definition>(std::move(own));
        });
        const Result<Edited> set = commit(*opened, *imaged);
        QVERIFY2(set, set ? "" : describe(set.error()).c_str());
        QVERIFY(set->document->text.find("@base(group=\"group\", image=\"busybox:1.36\")\n    @step\n    def group_b(self)") != std::string::npos);
        const Result<Flow> other = edit::rename_task(flow, find_task(flow.main, "group")->id, "block");
        QVERIFY(other && !commit(*opened, *other));
    }

    void structures_keep_the_order() {
        std::uint32_t seed = 7;
        const auto next = [&](std::uint32_t below) { return (seed = seed * 1664525u + 1013904223u) / 65536u % below; };
        int structured = 0, crossing = 0;
        for (int round = 0; round < 3000; ++round) {
            const std::size_t count = 1 + next(7);
            std::vector<std::pair<std::size_t, std::size_t>> edges;
            for (std::size_t a = 0; a < count; ++a)
                for (std::size_t b = a + 1; b < count; ++b)
                    if (next(3) == 0) edges.emplace_back(a, b);
            const metaflow::Structured found = metaflow::structure_of(count, edges);
            if (found.crosses) {
                ++crossing;
                const metaflow::Crossing& c = found.crossing;
                QVERIFY(reaches(edges, c.from, c.to) && reaches(edges, c.other_from, c.to) && reaches(edges, c.from, c.other_to));
                QVERIFY(!reaches(edges, c.other_from, c.other_to) && !reaches(edges, c.from, c.other_from) && !reaches(edges, c.other_from, c.from));
                continue;
            }
            ++structured;
            std::vector<std::size_t> nodes;
            std::set<std::pair<std::size_t, std::size_t>> order;
            order_of(found.whole, nodes, order);
            QCOMPARE(nodes.size(), count);
            for (std::size_t a = 0; a < count; ++a)
                for (std::size_t b = 0; b < count; ++b)
                    if (a != b) QCOMPARE(order.count({a, b}) > 0, reaches(edges, a, b));
        }
        QVERIFY(structured > 500 && crossing > 100);
    }

    void hooks_get_the_start_steps_image() {
        const FlowPtr flow = flow_of(slurp(fs::path(folder) / "data-and-handlers" / "flow.weft.yaml"));
        const Handler& hook = flow->main.handlers.front();
        EffectiveEnvironment shown = effective_environment(*flow, *hook.task);
        metaflow_target().arriving(*flow, *hook.task, &hook, {}, shown);
        QCOMPARE(shown.merged.image.value_or(""), std::string("ghcr.io/acme/train:1.2"));
        QCOMPARE(shown.merged.memory->text, std::string("4096M"));
        QCOMPARE(shown.merged.cpu->text, std::string("1"));
        const Task& heavy = *find_task(flow->main, "count-lines");
        shown = effective_environment(*flow, heavy);
        metaflow_target().arriving(*flow, heavy, nullptr, {}, shown);
        QCOMPARE(shown.merged.memory->text, std::string("8590M"));
        QCOMPARE(shown.merged.cpu->text, std::string("1"));
    }

    // The seed of #1943: what most tasks set, start, end and the exit hook lack. Lint says it, the panel shows it, "apply to all" mends it, the export has one base.
    void the_seed() {
        const std::string text = "weftwork: 1\nname: seed\ntasks:\n"
                                 "  - {name: start, command: [echo]}\n"
                                 "  - {name: load, needs: [start], command: [echo], environment: {image: 'ghcr.io/acme/train:1.2', cpu: 2, memory: 8Gi, serviceAccount: metaflow}}\n"
                                 "  - {name: train, needs: [load], command: [echo], environment: {image: 'ghcr.io/acme/train:1.2', cpu: 2, memory: 8Gi, serviceAccount: metaflow}}\n"
                                 "  - {name: score, needs: [train], command: [echo], environment: {image: 'ghcr.io/acme/train:1.2', cpu: 2, memory: 8Gi, serviceAccount: metaflow}}\n"
                                 "  - {name: end, needs: [score], command: [echo]}\n"
                                 "handlers:\n  - {name: tell, command: [echo]}\n";
        const auto opened = open_text(text, "seed.weft.yaml");
        QVERIFY2(opened, opened ? "" : describe(opened.error()).c_str());
        for (const yaml::Issue& one : (*opened)->issues) QFAIL(english(one.what).c_str());
        lint::Options options;
        options.targets = {{"metaflow", ""}};
        std::set<std::string> said;
        for (const lint::Finding& one : lint_document(**opened, options))
            if (one.rule == "env/inconsistent" && one.severity == lint::Severity::error) said.insert(one.subject);
        QVERIFY(said.count("start") && said.count("end"));

        const auto cells = [](const Flow& flow, const char* field) {
            const EnvironmentMatrix matrix = environment_matrix(flow, &metaflow_target());
            const auto at = std::size_t(std::find(matrix.columns.begin(), matrix.columns.end(), field) - matrix.columns.begin());
            QStringList out;
            for (const MatrixRow& row : matrix.rows) {
                QString cell = QString::fromStdString(row.name) + u'=';
                for (const Effective& one : row.cells[at].values) cell += QString::fromStdString(one.value) + (one.origin == Origin::engine ? QStringLiteral(" by ") + QString::fromStdString(one.origin_name) : QString());
                out << cell;
            }
            return out.join(u'|');
        };
        // start has no image of its own, so it and the hook get the base's, which the export spells out
        QCOMPARE(cells(*(*opened)->flow, "image"), QStringLiteral("start=ghcr.io/acme/train:1.2|load=ghcr.io/acme/train:1.2|train=ghcr.io/acme/train:1.2|score=ghcr.io/acme/train:1.2|end=ghcr.io/acme/train:1.2|tell=ghcr.io/acme/train:1.2 by start"));
        QCOMPARE(cells(*(*opened)->flow, "memory"), QStringLiteral("start=4096M by Metaflow|load=8590M|train=8590M|score=8590M|end=4096M by Metaflow|tell=4096M by Metaflow"));
        QCOMPARE(cells(*(*opened)->flow, "cpu"), QStringLiteral("start=1 by Metaflow|load=2|train=2|score=2|end=1 by Metaflow|tell=1 by Metaflow"));

        // A start step with an image of its own: the hook follows it, not the rest.
        Flow other = *(*opened)->flow;
        const TaskId load = find_task(other.main, "load")->id;
        Result<Flow> alone = lint::replace_task(other, find_task(other.main, "start")->id, [](Task& task) { task.environment.image = "busybox:1.36"; });
        QVERIFY(alone);
        QVERIFY(cells(*alone, "image").endsWith(QStringLiteral("tell=busybox:1.36 by start")));

        for (const char* field : {"image", "memory", "cpu", "service_account"}) {
            Result<Flow> all = apply_to_all(other, field, load, true);
            QVERIFY(all);
            other = std::move(*all);
        }
        const Result<Edited> mended = commit(*opened, other);
        QVERIFY2(mended, mended ? "" : describe(mended.error()).c_str());
        for (const lint::Finding& one : lint_document(*mended->document, options)) QVERIFY(one.rule != "env/inconsistent");
        QCOMPARE(cells(other, "memory"), QStringLiteral("start=8590M|load=8590M|train=8590M|score=8590M|end=8590M|tell=4096M by Metaflow"));
        const QString made = QString::fromStdString(export_to(other, metaflow_target())->files.front().text);
        QVERIFY(made.contains(QStringLiteral("    image=\"ghcr.io/acme/train:1.2\",\n")));
        QCOMPARE(made.count(QStringLiteral("ghcr.io/acme/train:1.2")), 1);
        QCOMPARE(made.count(QStringLiteral("\n    @base()\n    @step\n")), 5);
        QVERIFY(made.contains(QStringLiteral("@exit_hook(on_success=[tell], on_error=[tell])")));
    }

    // A flow.py that stands already has no base: what nobody says there is the engine's.
    void an_undecorated_step_gets_the_engines() {
        if (QStandardPaths::findExecutable("python3").isEmpty()) QSKIP("there is no python3 here");
        const auto opened = open_text("from metaflow import FlowSpec, kubernetes, step, exit_hook\n\n\ndef tell():\n    pass\n\n\n@exit_hook(on_error=[tell])\nclass F(FlowSpec):\n"
                                      "    @kubernetes(image='acme:1', memory=8000)\n    @step\n    def start(self):\n        self.next(self.a)\n\n"
                                      "    @kubernetes(image='acme:2', memory=8000)\n    @step\n    def a(self):\n        self.next(self.end)\n\n"
                                      "    @step\n    def end(self):\n        pass\n", "flow.py");
        QVERIFY(opened);
        const EnvironmentMatrix matrix = environment_matrix(*(*opened)->flow, &metaflow_target());
        const auto cell = [&](std::size_t row, const char* field) {
            const auto& values = matrix.rows.at(row).cells[std::size_t(std::find(matrix.columns.begin(), matrix.columns.end(), field) - matrix.columns.begin())].values;
            return values.empty() ? std::string() : values.front().value;
        };
        const std::size_t last = matrix.rows.size() - 1;
        QCOMPARE(cell(0, "image"), std::string("acme:1"));
        QCOMPARE(cell(1, "image"), std::string("acme:2"));
        for (std::size_t row = 2; row < last; ++row) {
            QCOMPARE(cell(row, "image"), std::string());
            QCOMPARE(cell(row, "memory"), std::string("4096M"));
        }
        QVERIFY(matrix.rows[last].handler);
        QCOMPARE(cell(last, "image"), std::string("acme:1"));
        QCOMPARE(cell(last, "memory"), std::string("4096M"));
        QCOMPARE(cell(last, "cpu"), std::string("1"));
    }

    void every_feature_has_a_row() {
        for (int f = 0; f < int(Feature::count_); ++f) QVERIFY2(capability(metaflow_target(), Feature(f), "2.19"), feature_id(Feature(f)));
    }

    void names_fold_without_collision() {
        const FlowPtr flow = flow_of(slurp(fs::path(folder) / "names" / "flow.weft.yaml"));
        std::set<std::string> finals;
        for (const NameUse& use : metaflow_target().names(*flow, "")) QVERIFY2(finals.insert(use.final).second, use.final.c_str());
        QVERIFY(finals.count("a_b") && finals.count("a_b_2") && finals.count("my_param_x_2"));
    }

    // Metaflow cuts ".", "p" and "y" off the end of a file's name to find the module of a hook.
    void file_names_survive_metaflow() { QCOMPARE(metaflow::file_name("copy"), std::string("copy_flow.py")); }
};

QTEST_GUILESS_MAIN(MetaflowExport)
#include "tst_metaflow_export.moc"
