// A flow leaves as a FlowSpec: goldens, refusals, names, and what reaches the pods.
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/targets/document.h"
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
        QCOMPARE(shown.merged.memory->text, std::string("8Gi"));
        QCOMPARE(shown.merged.cpu->text, std::string("1"));
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
