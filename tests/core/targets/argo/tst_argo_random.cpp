// Random drawing on real files: a gesture is written and read back equal, or refused with a reason of its own. The seed is fixed; WEFT_SEED tries another.
#include <QtTest>

#include <map>
#include <random>

#include "tests/core/targets/argo/corpus.h"
#include "tests/core/targets/argo/document.h"

using namespace weft;
using argo_test::Doc;

namespace {

struct Drawer {
    std::mt19937 random;

    int below(std::size_t n) { return n == 0 ? 0 : int(random() % n); }
    TaskId any_task(const Flow& flow) {
        std::vector<TaskId> ids;
        for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { ids.push_back(task.id); });
        return ids.empty() ? 0 : ids[std::size_t(below(ids.size()))];
    }
    TaskId main_task(const Flow& flow) { return flow.main.tasks.empty() ? 0 : flow.main.tasks[std::size_t(below(flow.main.tasks.size()))]->id; }

    Task fresh() {
        Task task;
        task.name = "new";
        Definition own;
        own.kind = below(2) ? DefinitionKind::container : DefinitionKind::script;
        own.environment.image = "alpine:3.20";
        own.command = {{"sh"}, {"-c"}};
        if (own.kind == DefinitionKind::script) own.source = "echo one\necho two: 2\n";
        task.own = std::make_shared<const Definition>(std::move(own));
        return task;
    }

    Result<Flow> change_definition(const Flow& flow, TaskId id) {
        const Task* task = find_task(flow, id);
        const Definition* definition = task ? definition_of(flow, *task) : nullptr;
        if (!definition || definition->kind == DefinitionKind::none) return flow;
        Definition wanted = *definition;
        switch (below(8)) {
            case 0: wanted.environment.image = "other:" + std::to_string(below(9)); break;
            case 1: wanted.environment.env.push_back({"VAR", Value{Source::literal, "yes"}}); break;
            case 2: wanted.environment.memory = Scalar{"1Gi"}; break;
            case 3: wanted.retry = Retry{Scalar{"2", true}, "10s"}; break;
            case 4: wanted.timeout = "5m"; break;
            case 5: wanted.inputs.push_back({"extra", Value{Source::literal, "012"}}); break;
            case 6: wanted.args.push_back({"--flag: #x"}); break;
            default: wanted.environment.service_account = "robot"; break;
        }
        if (wanted.kind != DefinitionKind::container && wanted.kind != DefinitionKind::script) wanted = *definition, wanted.retry = Retry{Scalar{"1", true}};
        return edit::change_definition(flow, id, below(2) ? edit::Scope::all : edit::Scope::only_this, wanted);
    }

    Result<Flow> change_task(const Flow& flow, TaskId id) {
        const Task* task = find_task(flow, id);
        if (!task) return flow;
        Task wanted = *task;
        switch (below(5)) {
            case 0: wanted.params.push_back({"p", Value{Source::literal, "{{workflow.name}}"}}); break;
            case 1: wanted.when = "1 == 1"; break;
            case 2: wanted.loop = Loop{Loop::Over::items, {"a", "{\"b\":1}"}}; break;
            case 3: wanted.tolerated = !wanted.tolerated; break;
            default: wanted.params.clear(); break;
        }
        return edit::change_task(flow, id, wanted);
    }

    Result<Flow> gesture(const Flow& flow, std::string& name) {
        const int which = below(12);
        static const char* names[] = {"rename", "add", "remove", "connect", "disconnect", "handler", "task again", "trigger", "definition", "use", "parameters", "bind"};
        name = names[which];
        switch (which) {
            case 0: return edit::rename_task(flow, any_task(flow), "name-" + std::to_string(below(1000)));
            case 1: return edit::add_task(flow, {}, fresh());
            case 2: return edit::remove_tasks(flow, {any_task(flow)});
            case 3: return edit::connect(flow, main_task(flow), main_task(flow), below(2) ? results_default : (on_failed | on_errored));
            case 4: return edit::disconnect(flow, main_task(flow), main_task(flow));
            case 5: return edit::make_handler(flow, main_task(flow), Trigger(below(3)));
            case 6: return edit::make_task(flow, flow.main.handlers.empty() ? 0 : flow.main.handlers[std::size_t(below(flow.main.handlers.size()))].task->id);
            case 7: return edit::set_trigger(flow, flow.main.handlers.empty() ? 0 : flow.main.handlers.front().task->id, Trigger(below(3)), below(2) == 1);
            case 8: return change_definition(flow, any_task(flow));
            case 9: return change_task(flow, any_task(flow));
            case 10: return edit::set_flow_parameters(flow, {{"first", Value{Source::literal, "1"}}, {"second", std::nullopt, {"a", "b"}}});
            default: return edit::bind(flow, main_task(flow), "made", main_task(flow), "taken");
        }
    }
};

}  // namespace

class TestArgoRandom : public QObject {
    Q_OBJECT
  private slots:
    void drawing() {
        std::vector<std::string> texts;
        for (const auto& file : argo_test::corpus(WEFT_SHARED))
            if (std::string text = argo_test::slurp(file); text.size() < 6000 && file.string().find("malformed") == std::string::npos) texts.push_back(std::move(text));
        if (texts.empty()) QSKIP("the shared corpus is not there");
        const unsigned seed = qEnvironmentVariableIsSet("WEFT_SEED") ? unsigned(qEnvironmentVariableIntValue("WEFT_SEED")) : 7u;
        Drawer drawer{std::mt19937(seed)};
        int done = 0, refused = 0, wrong = 0;
        std::map<std::string, int> reasons;
        const int rounds = qEnvironmentVariableIsSet("WEFT_THOROUGH") ? 3000 : 250;
        for (int round = 0; round < rounds; ++round) {
            Result<Doc> doc = argo_test::open(texts[std::size_t(drawer.below(texts.size()))]);
            if (!doc) continue;
            for (int step = 0; step < 8; ++step) {
                std::string gesture;
                const Result<Flow> drawn = drawer.gesture(doc->flow, gesture);
                if (!drawn) continue;
                std::vector<yaml::TextEdit> edits;
                Result<Doc> next = argo_test::commit(*doc, *drawn, &edits);
                if (!next) {
                    const std::string reason = english(next.error().message);
                    const bool odd = gesture == "remove" && reason.find("group by group") != std::string::npos;  // nothing was drawn between steps
                    const bool generic = odd || reason.starts_with("this change cannot be written without") || reason.starts_with("the file cannot hold this change") || !edits.empty();
                    if (generic && ++wrong <= 12) qWarning("%s: %s\n%s", gesture.c_str(), reason.c_str(), yaml::apply(doc->text, edits).c_str());
                    ++reasons[(generic ? "WRONG " : "") + gesture + ": " + reason.substr(0, 70)];
                    ++refused;
                    continue;
                }
                QVERIFY(yaml::apply(next->text, yaml::inverse(edits)) == doc->text);
                doc = std::move(next);
                ++done;
            }
        }
        for (const auto& [reason, n] : reasons) qInfo("%4d %s", n, reason.c_str());
        qInfo("%d gestures written, %d refused with a reason", done, refused);
        QCOMPARE(wrong, 0);
        QVERIFY(done > rounds * 2);
    }
};

QTEST_GUILESS_MAIN(TestArgoRandom)
#include "tst_argo_random.moc"
