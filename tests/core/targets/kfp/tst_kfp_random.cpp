// Random drawing on real pipelines: a gesture is written and read back equal, or refused with a reason of its own. The seed is fixed; WEFT_SEED tries another.
#include <QtTest>

#include <map>
#include <random>

#include "core/model/edit.h"
#include "core/targets/document.h"
#include "tests/core/targets/kfp/corpus.h"

using namespace weft;

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
    TaskId handler(const Flow& flow) { return flow.main.handlers.empty() ? 0 : flow.main.handlers[std::size_t(below(flow.main.handlers.size()))].task->id; }

    Task fresh() {
        Task task;
        task.name = "new";
        Definition own;
        own.kind = below(2) ? DefinitionKind::container : DefinitionKind::script;
        own.environment.image = "alpine:3.20";
        own.command = {{"sh"}, {"-c"}};
        if (own.kind == DefinitionKind::script) own.source = "echo one\necho two: 2\n", own.command = {{"python3"}};
        else own.args = {{"echo '{{params.x}}'"}};
        task.own = std::make_shared<const Definition>(std::move(own));
        return task;
    }

    Result<Flow> change_definition(const Flow& flow, TaskId id) {
        const Task* task = find_task(flow, id);
        const Definition* definition = task ? definition_of(flow, *task) : nullptr;
        if (!definition || definition->kind == DefinitionKind::none) return flow;
        Definition wanted = *definition;
        Environment& e = wanted.environment;
        switch (below(13)) {
            case 0: e.image = "other:" + std::to_string(below(9)); break;
            case 1: e.env.push_back({"VAR", Value{Source::literal, "yes"}}); break;
            case 2: e.memory = Scalar{"1Gi"}; break;
            case 3: wanted.retry = Retry{Scalar{"2", true}, "10s"}; break;
            case 4: wanted.timeout = "5m"; break;
            case 5: wanted.inputs.push_back({"extra", Value{Source::literal, "012"}}); break;
            case 6: wanted.args.push_back({"--flag: #x"}); break;
            case 7: e.env.insert(e.env.begin(), {"TOKEN", Value{Source::secret, "", "db", "password"}}); break;
            case 8: e.tolerations.push_back({"gpu", "Exists", "", "NoSchedule", std::nullopt}); break;
            case 9: e.volumes.push_back({Volume::Kind::claim, "data", "data", std::nullopt, "/data", "", false}); break;
            case 10: e.gpu = Scalar{"2"}; break;
            case 11: e.node_selector.push_back({"disk", Value{Source::literal, "ssd"}}); break;
            default: e.shared_memory = Scalar{"64Mi"}; break;
        }
        if (wanted.kind != DefinitionKind::container) wanted = *definition, wanted.retry = Retry{Scalar{"1", true}};
        return edit::change_definition(flow, id, below(2) ? edit::Scope::all : edit::Scope::only_this, wanted);
    }

    Result<Flow> change_task(const Flow& flow, TaskId id) {
        const Task* task = find_task(flow, id);
        if (!task) return flow;
        Task wanted = *task;
        switch (below(8)) {
            case 0: wanted.params.push_back({"p", Value{Source::literal, "{{workflow.name}}"}}); break;
            case 1: wanted.when = "{{params.first}} == go"; break;
            case 2: wanted.loop = Loop{Loop::Over::items, {"a", "{\"b\":1}", "7"}}; break;
            case 3: wanted.tolerated = !wanted.tolerated; break;
            case 4: wanted.params.push_back({"q" + std::to_string(below(9)), Value{Source::text, "of {{params.first}}: done"}}); break;
            case 5: wanted.note = "Seen by people"; break;
            case 6: wanted.retry = Retry{Scalar{"3", true}, "5s", 2.0, "1m"}; break;
            default: wanted.params.clear(); break;
        }
        return edit::change_task(flow, id, wanted);
    }

    Result<Flow> environment(const Flow& flow) {
        Environment e;
        e.env = {{"EVERYWHERE", Value{Source::literal, "1"}}};
        if (below(2)) e.cpu = Scalar{"500m"};
        return edit::set_flow_environment(flow, e);
    }

    Result<Flow> gesture(const Flow& flow, std::string& name) {
        static const char* names[] = {"rename", "add", "remove", "connect", "disconnect", "handler", "task again", "trigger", "definition", "use", "parameters", "bind", "environment", "rename definition"};
        const int which = below(14);
        name = names[which];
        switch (which) {
            case 0: return edit::rename_task(flow, any_task(flow), "name-" + std::to_string(below(1000)));
            case 1: return edit::add_task(flow, {}, fresh());
            case 2: return edit::remove_tasks(flow, {any_task(flow)});
            case 3: return edit::connect(flow, main_task(flow), main_task(flow), below(2) ? results_default : (on_failed | on_errored));
            case 4: return edit::disconnect(flow, main_task(flow), main_task(flow));
            case 5: return edit::make_handler(flow, main_task(flow), below(3) ? Trigger::always : Trigger::on_failure);
            case 6: return edit::make_task(flow, handler(flow));
            case 7: return edit::set_trigger(flow, handler(flow), Trigger(below(3)), below(2) == 1);
            case 8: return change_definition(flow, any_task(flow));
            case 9: return change_task(flow, any_task(flow));
            case 10: return edit::set_flow_parameters(flow, {{"first", Value{Source::literal, "1"}}, {"second", std::nullopt, {"a", "b"}}});
            case 11: return edit::bind(flow, main_task(flow), "made", main_task(flow), "taken");
            case 12: return environment(flow);
            default: return flow.definitions.empty() ? Result<Flow>(flow) : edit::rename_definition(flow, flow.definitions[std::size_t(below(flow.definitions.size()))]->name, "comp-" + std::to_string(below(1000)));
        }
    }
};

}  // namespace

class tst_kfp_random : public QObject {
    Q_OBJECT
  private slots:
    void drawing() {
        std::vector<std::string> texts;
        for (const auto& file : kfp_test::corpus(WEFT_SHARED))
            if (std::string text = kfp_test::slurp(file); text.size() < 12000) texts.push_back(std::move(text));
        if (texts.empty()) QSKIP("the shared corpus is not there");
        const unsigned seed = qEnvironmentVariableIsSet("WEFT_SEED") ? unsigned(qEnvironmentVariableIntValue("WEFT_SEED")) : 7u;
        Drawer drawer{std::mt19937(seed)};
        int done = 0, refused = 0, wrong = 0;
        std::map<std::string, int> reasons;
        const int rounds = qEnvironmentVariableIsSet("WEFT_THOROUGH") ? 3000 : 200;
        for (int round = 0; round < rounds; ++round) {
            Result<DocumentPtr> doc = open_text(texts[std::size_t(drawer.below(texts.size()))], "case");
            QVERIFY(doc);
            for (int step = 0; step < 8; ++step) {
                std::string gesture;
                const Result<Flow> drawn = drawer.gesture(*(*doc)->flow, gesture);
                if (!drawn) continue;
                const Result<Edited> next = commit(*doc, *drawn);
                if (!next) {
                    const std::string reason = english(next.error().message);
                    const bool generic = reason.starts_with("this change cannot be written without") || reason.find("cannot hold this change") != std::string::npos || reason.find("not what was meant") != std::string::npos;
                    if (generic && ++wrong <= 12) {
                        qWarning("%s: %s", gesture.c_str(), reason.c_str());
                        if (const Result<Edited> only = draw(*doc, *drawn); only && qEnvironmentVariableIsSet("WEFT_SHOW")) qWarning("%s", only->document->text.c_str());
                    }
                    ++reasons[(generic ? "WRONG " : "") + gesture + ": " + reason.substr(0, 90)];
                    ++refused;
                    continue;
                }
                QVERIFY(yaml::apply(next->document->text, yaml::inverse(next->edits)) == (*doc)->text);
                doc = next->document;
                ++done;
            }
        }
        for (const auto& [reason, n] : reasons) qInfo("%4d %s", n, reason.c_str());
        qInfo("%d gestures written, %d refused with a reason", done, refused);
        QCOMPARE(wrong, 0);
        QVERIFY(done > rounds * 2);
    }
};

QTEST_GUILESS_MAIN(tst_kfp_random)
#include "tst_kfp_random.moc"
