// The examples, the help page and the schema say the same as the reader.
#include <QtTest>

#include "core/model/graph.h"
#include "core/targets/native/fields.h"
#include "core/targets/native/native.h"
#include "core/yaml/reader.h"

using namespace weft;

class TestNativePages : public QObject {
    Q_OBJECT
  private slots:
    void examples_read_clean_data();
    void examples_read_clean();
    void the_first_screen();
    void help_blocks_read_clean();
    void schema_accepts_what_we_read();
    void schema_refuses_mistakes();
    void schema_knows_every_key();
};

static QByteArray slurp(const QString& path) {
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

static QString resource(const QString& name) { return QStringLiteral(WEFT_SOURCE "/resources/") + name; }

static QStringList examples() {
    QStringList paths;
    const QDir folder(resource("examples"));
    for (const QString& name : folder.entryList({"*.weft.yaml"}, QDir::Files, QDir::Name)) paths << folder.filePath(name);
    return paths;
}

// The first thing that is wrong with a text, "" when nothing is: issues, cycles, names that nobody has.
static QString problem_in(const std::string& text) {
    const auto stream = yaml::read_yaml(text);
    if (!stream) return QString::fromStdString(describe(stream.error()));
    if (!stream->issues.empty()) return QString::fromStdString(english(stream->issues[0].what));
    const auto result = native::read(*stream, 0);
    if (!result) return QString::fromStdString(describe(result.error()));
    if (!result->issues.empty()) return QString::fromStdString(english(result->issues[0].what));
    const Flow& flow = result->flow;
    QString problem;
    if (!graph_of(flow, flow.main).cycle.empty()) problem = "a cycle";
    for_each_task(flow, [&](const std::string& path, const Task& task, const Handler*) {
        const QString at = QString::fromStdString(path);
        const Body* body = body_at(flow, body_of(flow, task.id));
        const Definition* definition = definition_of(flow, task);
        if (!definition || definition->kind == DefinitionKind::none) problem = at + " runs nothing";
        for (const Need& need : task.needs) {
            if (!find_task(*body, need.task)) problem = at + " needs nobody";
        }
        for (const FieldReference& reference : references_of(flow, task)) {
            if (!reference.reference.task.empty() && !find_task(*body, reference.reference.task)) problem = at + " reads from nobody";
        }
    });
    return problem;
}

void TestNativePages::examples_read_clean_data() {
    QTest::addColumn<QString>("path");
    for (const QString& path : examples()) QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
}

void TestNativePages::examples_read_clean() {
    QFETCH(QString, path);
    const QByteArray text = slurp(path);
    QCOMPARE(problem_in(text.toStdString()), QString());
    QVERIFY2(text.startsWith("# "), "an example begins with a comment that says what it teaches");
    QVERIFY2(text.contains("\nweftwork: 1\n"), "and is of version 1");
}

void TestNativePages::the_first_screen() {
    const auto stream = yaml::read_yaml(slurp(resource("examples/hello.weft.yaml")).toStdString());
    const auto result = native::read(*stream, 0);
    QVERIFY(result);
    QStringList names;
    for (const TaskPtr& task : result->flow.main.tasks) names << QString::fromStdString(task->name);
    QCOMPARE(names, (QStringList{"greet", "count", "shout", "report"}));
    QCOMPARE(result->flow.main.handlers[0].task->name, std::string("notify"));
    QVERIFY(result->flow.main.handlers[0].trigger == Trigger::always);
    QCOMPARE(result->flow.environment.image.value_or(""), std::string("alpine:3.20"));
    const BodyGraph graph = graph_of(result->flow, result->flow.main);
    QVERIFY(graph.is_upstream(0, 3) && !graph.is_upstream(1, 2) && !graph.is_upstream(2, 1));
    QCOMPARE(result->flow.main.tasks[3]->own->environment.env[0].name, std::string("GREETING"));
}

void TestNativePages::help_blocks_read_clean() {
    const QString page = QString::fromUtf8(slurp(resource("help/format.md")));
    QRegularExpression block("```yaml\n(.*?)```", QRegularExpression::DotMatchesEverythingOption);
    int count = 0;
    for (auto match = block.globalMatch(page); match.hasNext(); ++count) {
        const QString text = match.next().captured(1);
        QVERIFY2(problem_in(text.toStdString()).isEmpty(), qPrintable(text + "\n" + problem_in(text.toStdString())));
    }
    QVERIFY(count >= 7);
    for (const auto* keys : {&native::flow_keys(), &native::task_keys(), &native::handler_keys(), &native::environment_keys(), &native::retry_keys(), &native::output_keys(), &native::loop_keys()}) {
        for (const std::string_view key : *keys) {
            if (key == "policy" || key == "list" || key == "format") continue;  // for flows that came from Argo
            QVERIFY2(page.contains(QString::fromUtf8(key.data(), int(key.size()))), key.data());
        }
    }
}

// Runs the validator; -1 when it cannot be run here.
static int validate(const QStringList& files, QByteArray* out) {
    QProcess python;
    python.setProcessChannelMode(QProcess::MergedChannels);
    python.start("python3", QStringList{WEFT_TEST_DATA "/native/schema/check.py", resource("schema/weft-1.schema.json")} + files);
    if (!python.waitForStarted() || !python.waitForFinished(60'000)) return -1;
    *out = python.readAll();
    return python.exitStatus() == QProcess::NormalExit && python.exitCode() != 77 ? python.exitCode() : -1;
}

void TestNativePages::schema_accepts_what_we_read() {
    QTemporaryDir folder;
    QStringList files = examples() << QStringLiteral(WEFT_TEST_DATA "/native/full.weft.yaml");
    const QString page = QString::fromUtf8(slurp(resource("help/format.md")));
    QRegularExpression block("```yaml\n(.*?)```", QRegularExpression::DotMatchesEverythingOption);
    for (auto match = block.globalMatch(page); match.hasNext();) {
        QFile file(folder.filePath(QString("help-%1.weft.yaml").arg(files.size())));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(match.next().captured(1).toUtf8());
        files << file.fileName();
    }
    QByteArray out;
    const int code = validate(files, &out);
    if (code < 0) QSKIP("python3 with the modules jsonschema and yaml is not here");
    QVERIFY2(code == 0, out);
}

void TestNativePages::schema_refuses_mistakes() {
    QTemporaryDir folder;
    QByteArray out;
    const char* bad[] = {"name: x\n", "weftwork: 2\n", "weftwork: 1\ntaks: []\n", "weftwork: 1\ntasks:\n- command: x\n", "weftwork: 1\ntasks:\n- name: a\n  runs: always\n",
                         "weftwork: 1\ntasks:\n- name: a\n  image: x\n", "weftwork: 1\ntasks:\n- name: a\n  needs: [b]\n  depends: b\n", "weftwork: 1\nhandlers:\n- name: a\n  runs: never\n",
                         "weftwork: 1\ntasks:\n- name: a\n  params: {X: [1]}\n", "weftwork: 1\ncanvas: {a: [1]}\n"};
    QStringList files;
    for (const char* text : bad) {
        QFile file(folder.filePath(QString("bad-%1.weft.yaml").arg(files.size())));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        files << file.fileName();
    }
    if (validate(files, &out) < 0) QSKIP("python3 with the modules jsonschema and yaml is not here");
    for (const QString& name : files) QVERIFY2(out.contains(name.toUtf8()), qPrintable(QString(bad[files.indexOf(name)]) + "\n" + out));
}

void TestNativePages::schema_knows_every_key() {
    const QJsonObject schema = QJsonDocument::fromJson(slurp(resource("schema/weft-1.schema.json"))).object();
    QVERIFY(!schema.isEmpty());
    const QJsonObject defs = schema["$defs"].toObject();
    const auto check = [](const QJsonObject& map, const native::Keys& keys, const char* what) {
        QStringList known = map["properties"].toObject().keys(), wanted;
        for (const std::string_view key : keys) wanted << QString::fromUtf8(key.data(), int(key.size()));
        wanted.sort();
        known.sort();
        if (known != wanted) qWarning() << what << "\nschema:" << known << "\nreader:" << wanted;
        return known == wanted;
    };
    QVERIFY(check(schema, native::flow_keys(), "flow"));
    QVERIFY(check(defs["task"].toObject(), native::handler_keys(), "task"));
    QVERIFY(check(defs["definition"].toObject(), native::definition_keys(), "definition"));
    QVERIFY(check(defs["environment"].toObject(), native::environment_keys(), "environment"));
    QVERIFY(check(defs["output"].toObject(), native::output_keys(), "output"));
    QVERIFY(check(defs["http"].toObject(), native::http_keys(), "http"));
}

QTEST_GUILESS_MAIN(TestNativePages)
#include "tst_native_pages.moc"
