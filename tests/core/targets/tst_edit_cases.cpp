// Single gestures on small files of every engine, one folder a case in tests/data/edit/cases: before.*, gestures, and what stands in the file afterwards
// (after.*) or the reason why it does not (refused.txt); read again it says what was drawn. Undo gives the bytes back. WEFT_UPDATE=1 writes after.* and fails on purpose.
#include <QDir>
#include <QtTest>

#include <algorithm>

#include "core/model/edit.h"
#include "core/targets/document.h"

using namespace weft;

namespace {

QByteArray content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// By name path, or by name.
TaskId task_of(const Flow& flow, const QString& wanted) {
    TaskId found = 0;
    for_each_task(flow, [&](const std::string& path, const Task& task, const Handler*) {
        if (path == wanted.toStdString() || (!found && task.name == wanted.toStdString())) found = task.id;
    });
    return found;
}

Result<Flow> changed_definition(const Flow& flow, TaskId id, edit::Scope scope, const QString& field, const QString& value) {
    const Task* task = find_task(flow, id);
    const Definition* definition = task ? definition_of(flow, *task) : nullptr;
    if (!definition) return fail(Message("no such task"));
    Definition wanted = *definition;
    const std::string text = value.toStdString();
    if (field == QLatin1String("retry")) wanted.retry = Retry{Scalar{text, true}};
    else if (field == QLatin1String("timeout")) wanted.timeout = text;
    else if (field == QLatin1String("image")) wanted.environment.image = text;
    else if (field == QLatin1String("memory")) wanted.environment.memory = Scalar{text};
    else if (field == QLatin1String("env")) wanted.environment.env.push_back({text, Value{Source::literal, "yes"}});
    else if (field == QLatin1String("input")) wanted.inputs.push_back({text, Value{Source::literal, "012"}});
    else if (field == QLatin1String("arg")) wanted.args.push_back({text});
    else if (field == QLatin1String("no-volumes")) wanted.environment.volumes.clear();
    else if (field == QLatin1String("account")) wanted.environment.service_account = text;
    else if (field == QLatin1String("volume")) wanted.environment.volumes.push_back({Volume::Kind::empty_dir, text, {}, Scalar{"2Gi"}, "/" + text, "a"});
    else return fail(Message("no such field"));
    return edit::change_definition(flow, id, scope, wanted);
}

Result<Flow> changed_task(const Flow& flow, TaskId id, const QString& field, const QString& value) {
    const Task* task = find_task(flow, id);
    if (!task) return fail(Message("no such task"));
    Task wanted = *task;
    if (field == QLatin1String("when")) wanted.when = value.toStdString();
    else if (field == QLatin1String("param")) wanted.params.push_back({value.toStdString(), Value{Source::literal, "1"}});
    else if (field == QLatin1String("items")) wanted.loop = Loop{Loop::Over::items, {"a", "{\"b\":1}"}};
    else if (field == QLatin1String("no-params")) wanted.params.clear();
    else return fail(Message("no such field"));
    return edit::change_task(flow, id, wanted);
}

Result<Flow> gesture(const Flow& flow, const QString& line) {
    const QStringList words = line.split(QLatin1Char(' '));
    const QString verb = words[0];
    const auto id = [&](int i) { return i < words.size() ? task_of(flow, words[i]) : TaskId(0); };
    const auto word = [&](int i) { return words.value(i).toStdString(); };
    if (verb == QLatin1String("rename")) return edit::rename_task(flow, id(1), word(2));
    if (verb == QLatin1String("rename-definition")) return edit::rename_definition(flow, word(1), word(2));
    if (verb == QLatin1String("name")) return edit::set_flow_name(flow, word(1));
    if (verb == QLatin1String("connect")) return edit::connect(flow, id(1), id(2));
    if (verb == QLatin1String("connect-failed")) return edit::connect(flow, id(1), id(2), on_failed | on_errored);
    if (verb == QLatin1String("connect-any")) return edit::connect(flow, id(1), id(2), results_completed);
    if (verb == QLatin1String("disconnect")) return edit::disconnect(flow, id(1), id(2));
    if (verb == QLatin1String("bind")) return edit::bind(flow, id(1), word(2), id(3), word(4));
    if (verb == QLatin1String("handler")) return edit::make_handler(flow, id(1), words.value(2) == QLatin1String("failure") ? Trigger::on_failure : words.value(2) == QLatin1String("success") ? Trigger::on_success : Trigger::always);
    if (verb == QLatin1String("task")) return edit::make_task(flow, id(1));
    if (verb == QLatin1String("set")) return changed_definition(flow, id(1), edit::Scope::all, words.value(2), words.mid(3).join(QLatin1Char(' ')));
    if (verb == QLatin1String("set-one")) return changed_definition(flow, id(1), edit::Scope::only_this, words.value(2), words.mid(3).join(QLatin1Char(' ')));
    if (verb == QLatin1String("use")) return changed_task(flow, id(1), words.value(2), words.mid(3).join(QLatin1Char(' ')));
    if (verb == QLatin1String("parameters")) return edit::set_flow_parameters(flow, {{"first", Value{Source::literal, "1"}}, {"second", std::nullopt, {"a", "b"}}});
    if (verb == QLatin1String("remove") || verb == QLatin1String("copy")) {
        std::vector<TaskId> ids;
        for (int i = 1; i < words.size(); ++i) ids.push_back(id(i));
        return verb == QLatin1String("remove") ? edit::remove_tasks(flow, ids) : edit::paste(flow, {}, edit::extract(flow, ids));
    }
    if (verb == QLatin1String("add")) {
        Task task;
        task.name = word(1);
        Definition own;
        own.kind = DefinitionKind::container;
        own.environment.image = "alpine:3.20";
        own.command = {{"sh"}, {"-c"}};
        task.own = std::make_shared<const Definition>(std::move(own));
        return edit::add_task(flow, words.size() > 2 ? body_of(flow, id(2)) : BodyRef{}, std::move(task));
    }
    if (verb == QLatin1String("move")) {   // to a place in the list of tasks
        Flow after = flow;
        const TaskId moved = id(1);
        const auto at = std::find_if(after.main.tasks.begin(), after.main.tasks.end(), [&](const TaskPtr& task) { return task->id == moved; });
        if (at == after.main.tasks.end()) return fail(Message("no such task"));
        const TaskPtr task = *at;
        after.main.tasks.erase(at);
        after.main.tasks.insert(after.main.tasks.begin() + std::min<std::ptrdiff_t>(words.value(2).toInt(), std::ptrdiff_t(after.main.tasks.size())), task);
        return after;
    }
    return fail(Message("no such gesture"));
}

}  // namespace

class TestEditCases : public QObject {
    Q_OBJECT
  private slots:
    void cases_data() {
        QTest::addColumn<QString>("folder");
        const QDir data(QStringLiteral(WEFT_TEST_DATA "/edit/cases"));
        const QStringList rows = data.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        QVERIFY(!rows.isEmpty());
        for (const QString& row : rows) QTest::newRow(qPrintable(row)) << data.filePath(row);
    }

    void cases() {
        QFETCH(QString, folder);
        const QStringList before = QDir(folder).entryList({QStringLiteral("before.*")}, QDir::Files);
        QCOMPARE(before.size(), 1);
        const QString ending = before[0].mid(6);
        const std::string start = content(folder + QLatin1Char('/') + before[0]).toStdString();
        Result<DocumentPtr> document = open_text(start, (QStringLiteral("before") + ending).toStdString());
        QVERIFY2(document, document ? "" : describe(document.error()).c_str());
        std::string refused;
        std::vector<std::vector<yaml::TextEdit>> done;
        bool together = false;   // "together": what follows is drawn without the text being read in between
        for (const QString& line : QString::fromUtf8(content(folder + QStringLiteral("/gestures"))).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            if (line == QLatin1String("together")) {
                together = true;
                continue;
            }
            const Result<Flow> drawn = gesture(*(*document)->flow, line);
            QVERIFY2(drawn, qPrintable(line + QStringLiteral(": ") + QString::fromStdString(drawn ? "" : describe(drawn.error()))));
            const Result<Edited> next = together ? draw(*document, *drawn) : commit(*document, *drawn);
            if (!next) {
                refused = english(next.error().message);
                break;
            }
            done.push_back(next->edits);
            document = next->document;
        }
        const QString reason = QString::fromUtf8(content(folder + QStringLiteral("/refused.txt"))).trimmed();
        if (const Result<DocumentPtr> checked = check(*document); !checked) refused = english(checked.error().message);
        QCOMPARE(QString::fromStdString(refused), reason);
        if (!reason.isEmpty()) return;
        const QString golden = folder + QStringLiteral("/after") + ending;
        if (qEnvironmentVariableIsSet("WEFT_UPDATE") && content(golden).toStdString() != (*document)->text) {
            QFile file(golden);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::fromStdString((*document)->text));
            QFAIL("after.* written; look at it and run again without WEFT_UPDATE");
        }
        QCOMPARE(QByteArray::fromStdString((*document)->text), content(golden));
        std::string text = (*document)->text;
        for (std::size_t i = done.size(); i-- > 0;) text = yaml::apply(text, yaml::inverse(done[i]));
        QCOMPARE(QByteArray::fromStdString(text), QByteArray::fromStdString(start));
    }
};

QTEST_GUILESS_MAIN(TestEditCases)
#include "tst_edit_cases.moc"
