// Random drawing: a gesture is written and read back equal, or refused with a reason of its own; undo gives every byte back, comments stay.
// The seed is fixed; WEFT_SEED tries another, WEFT_THOROUGH takes more rounds.
#include <QtTest>

#include <map>
#include <random>

#include "core/model/edit.h"
#include "tests/core/targets/dolphinscheduler/corpus.h"

using namespace weft;

namespace {

struct Drawer {
    std::mt19937 random;
    int below(std::size_t n) { return n == 0 ? 0 : int(random() % n); }
    TaskId any(const Flow& flow) { return flow.main.tasks.empty() ? 0 : flow.main.tasks[std::size_t(below(flow.main.tasks.size()))]->id; }

    Task fresh() {
        Task task;
        task.name = "new";
        Definition own;
        switch (below(4)) {
            case 0:
                own.kind = DefinitionKind::container;
                own.environment.image = "alpine:3.20";
                if (below(2)) own.command = {{"sh"}, {"-c"}}, own.args = {{"echo \"a\": #b"}};
                break;
            case 1:
                own.kind = DefinitionKind::script;
                own.command = {{"python3"}};
                own.source = "print('x: 1')\nprint(2)\n";
                break;
            case 2:
                own.kind = DefinitionKind::http;
                own.detail = "http://127.0.0.1/x?a=\"b\"";
                break;
            default:
                own.kind = DefinitionKind::container;
                own.shell = true;
                own.command = {{"sh"}, {"-c"}, {"echo 'it''s'"}};
        }
        task.own = std::make_shared<const Definition>(std::move(own));
        return task;
    }

    Result<Flow> definition(const Flow& flow, TaskId id) {
        const Task* task = find_task(flow, id);
        if (!task || !task->own) return flow;
        Definition wanted = *task->own;
        switch (below(9)) {
            case 0: wanted.environment.image = "other:" + std::to_string(below(9)); break;
            case 1: wanted.environment.env.push_back({"VAR", Value{Source::literal, "yes"}}); break;
            case 2: wanted.environment.memory = Scalar{"1Gi"}; break;
            case 3: wanted.retry = Retry{Scalar{"2", true}, below(2) ? "2m" : "10s"}; break;
            case 4: wanted.timeout = below(2) ? "5m" : "1h"; break;
            case 5: wanted.outputs.push_back({"made" + std::to_string(below(3))}); break;
            case 6: wanted.environment.node_selector.push_back({"zone", Value{Source::literal, "a"}}); break;
            case 7: wanted.source += "\necho \"more\""; break;
            default: wanted.retry.reset(); wanted.timeout.clear(); break;
        }
        return edit::change_definition(flow, id, edit::Scope::all, wanted);
    }

    Result<Flow> use(const Flow& flow, TaskId id) {
        const Task* task = find_task(flow, id);
        if (!task) return flow;
        Task wanted = *task;
        switch (below(7)) {
            case 0: wanted.params.push_back({"p" + std::to_string(below(4)), Value{Source::literal, below(2) ? "3" : "a: \"b\"", {}, {}, below(2) == 1}}); break;
            case 1: wanted.when = "${size} > " + std::to_string(below(9)); break;
            case 2: wanted.muted = !wanted.muted; break;
            case 3: wanted.note = "said \"so\""; break;
            case 4: if (!wanted.params.empty()) wanted.params.erase(wanted.params.begin()); break;
            case 5: if (!wanted.params.empty()) wanted.params[0].name = "renamed"; break;
            default: wanted.when.clear(); break;
        }
        return edit::change_task(flow, id, wanted);
    }

    Result<Flow> moved(const Flow& flow) {
        Flow after = flow;
        if (after.main.tasks.size() < 2) return after;
        std::swap(after.main.tasks[std::size_t(below(after.main.tasks.size()))], after.main.tasks[std::size_t(below(after.main.tasks.size()))]);
        return after;
    }

    Result<Flow> gesture(const Flow& flow, std::string& name) {
        static const char* names[] = {"rename", "add", "remove", "connect", "disconnect", "definition", "use", "parameters", "bind", "reorder", "flow", "positions", "clip"};
        const int which = below(std::size(names));
        name = names[which];
        switch (which) {
            case 0: return edit::rename_task(flow, any(flow), "name-" + std::to_string(below(1000)));
            case 1: return edit::add_task(flow, {}, fresh());
            case 2: return edit::remove_tasks(flow, {any(flow)});
            case 3: return edit::connect(flow, any(flow), any(flow), below(3) ? results_default : (on_failed | on_errored));
            case 4: return edit::disconnect(flow, any(flow), any(flow));
            case 5: return definition(flow, any(flow));
            case 6: return use(flow, any(flow));
            case 7: {
                std::vector<Parameter> wanted = flow.parameters;
                if (below(2) && !wanted.empty()) wanted.erase(wanted.begin());
                else wanted.push_back({"q" + std::to_string(below(50)), Value{Source::literal, below(2) ? "1" : "x\"y", {}, {}, false}});
                return edit::set_flow_parameters(flow, wanted);
            }
            case 8: return edit::bind(flow, any(flow), "made", any(flow), "taken");
            case 9: return moved(flow);
            case 10: {
                Flow after = flow;
                after.description = "about " + std::to_string(below(9));
                after.timeout = below(2) ? "20m" : "";
                if (below(2)) after.schedule = Schedule{{"0 0 4 * * ? *"}, "UTC", "", false, "2025-01-01 00:00:00", "2035-01-01 00:00:00"};
                return after;
            }
            case 11: return edit::move_tasks(flow, {{any(flow), Point{double(below(900)), double(below(900)) + 0.5}}});
            default: return edit::paste(flow, {}, edit::extract(flow, {any(flow)}));
        }
    }
};

int comments_in(const std::string& text) {
    int n = 0;
    for (const QString& line : QString::fromStdString(text).split('\n')) n += line.trimmed().startsWith('#') ? 1 : 0;
    return n;
}

}  // namespace

class TestDolphinRandom : public QObject {
    Q_OBJECT
  private slots:
    void drawing() {
        std::vector<std::filesystem::path> files = dolphin_test::shared_files(WEFT_SHARED);
        for (const auto& file : dolphin_test::own_files(WEFT_TEST_DATA))
            for (int twice = 0; twice < 4; ++twice) files.push_back(file);
        const unsigned seed = qEnvironmentVariableIsSet("WEFT_SEED") ? unsigned(qEnvironmentVariableIntValue("WEFT_SEED")) : 7u;
        Drawer drawer{std::mt19937(seed)};
        const std::vector<dolphin_test::Opened> all = dolphin_test::documents(files);
        QVERIFY(!all.empty());
        int done = 0, refused = 0, wrong = 0;
        std::map<std::string, int> reasons;
        const int rounds = qEnvironmentVariableIsSet("WEFT_THOROUGH") ? 10000 : 400;
        for (int round = 0; round < rounds; ++round) {
            const dolphin_test::Opened& start = all[std::size_t(drawer.below(all.size()))];
            DocumentPtr document = start.document;
            for (int step = 0; step < 8; ++step) {
                std::string gesture;
                const Result<Flow> drawn = drawer.gesture(*document->flow, gesture);
                if (!drawn) continue;
                const Result<Edited> next = commit(document, *drawn);
                if (!next) {
                    const std::string reason = english(next.error().message);
                    const bool generic = reason.starts_with("the file cannot hold this change") || reason.starts_with("this change cannot be written");
                    if (generic && ++wrong <= 8) qWarning("%s in %s: %s", gesture.c_str(), start.file.filename().c_str(), reason.c_str());
                    ++reasons[(generic ? "WRONG " : "") + gesture + ": " + reason.substr(0, 70)];
                    ++refused;
                    continue;
                }
                QVERIFY2(yaml::apply(next->document->text, yaml::inverse(next->edits)) == document->text, gesture.c_str());
                if (gesture != "remove") QVERIFY2(comments_in(next->document->text) >= comments_in(document->text), (gesture + " in " + start.file.string()).c_str());
                document = next->document;
                ++done;
            }
        }
        for (const auto& [reason, n] : reasons) qInfo("%4d %s", n, reason.c_str());
        qInfo("%d gestures written, %d refused with a reason", done, refused);
        QCOMPARE(wrong, 0);
        QVERIFY(done > rounds * 2);
    }
};

QTEST_GUILESS_MAIN(TestDolphinRandom)
#include "tst_dolphin_random.moc"
