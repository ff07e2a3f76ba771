// A row is a folder of tests/data/yaml/patch: before.*, edits, after.*. Every row: applied, undone, read again, and comments counted.
// WEFT_UPDATE_GOLDEN=1 writes after.* and fails on purpose.
#include <QDir>
#include <QtTest>

#include <limits>

#include "core/yaml/compose.h"
#include "core/yaml/patch.h"
#include "core/yaml/reader.h"
#include "core/yaml/writer.h"

using namespace weft;
using namespace weft::yaml;

namespace {

QByteArray content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<NodePtr> roots(const Stream& stream) {
    std::vector<NodePtr> all;
    for (const Document& document : stream.documents) all.push_back(document.root);
    return all;
}

// The value as an edit would make it: no place, no style.
NodePtr freshened(const NodePtr& node) {
    if (node->kind == Kind::scalar) return type_of(*node) == ScalarType::string ? make_string(node->text) : make_plain(node->text);
    if (node->kind == Kind::null) return make_null();
    std::vector<NodePtr> items;
    std::vector<Entry> entries;
    for (const NodePtr& item : node->items) items.push_back(freshened(item));
    for (const Entry& entry : node->entries) entries.push_back({freshened(entry.key), freshened(entry.value)});
    return node->is_map() ? make_map(entries) : make_sequence(items);
}

NodePtr value_of(const QString& text) {
    const auto stream = read_yaml(text.toStdString());
    return stream ? freshened(stream->documents[0].root) : nullptr;
}

// "set PATH VALUE", "remove PATH", "rename PATH KEY", "insert PATH INDEX VALUE", "move PATH FROM TO", "after PATH KEY NEWKEY VALUE"; "." is the root
NodePtr edited(const NodePtr& root, const QString& line) {
    const QString verb = line.section(QLatin1Char(' '), 0, 0), where = line.section(QLatin1Char(' '), 1, 1);
    const std::string path = where == QLatin1String(".") ? "" : where.toStdString();
    const auto rest = [&](int from) { return line.section(QLatin1Char(' '), from); };
    const NodePtr node = find_path(root, path);
    if (verb == QLatin1String("set")) return with_path(root, path, value_of(rest(2)));
    if (verb == QLatin1String("remove")) return with_path(root, path, nullptr);
    if (verb == QLatin1String("insert")) return with_path(root, path, with_inserted(node, rest(2).section(QLatin1Char(' '), 0, 0).toULong(), value_of(rest(3))));
    if (verb == QLatin1String("after")) {
        const QString key = rest(2).section(QLatin1Char(' '), 0, 0), fresh = rest(3).section(QLatin1Char(' '), 0, 0);
        return with_path(root, path, with_entry_after(node, key.toStdString(), fresh.toStdString(), value_of(rest(4))));
    }
    if (verb == QLatin1String("move")) {
        const std::size_t from = rest(2).section(QLatin1Char(' '), 0, 0).toULong(), to = rest(3).toULong();
        return with_path(root, path, with_inserted(without_item(node, from), to, node->items[from]));
    }
    const std::size_t slash = path.rfind('/');
    const std::string parent = slash == std::string::npos ? "" : path.substr(0, slash);
    const std::string key = slash == std::string::npos ? path : path.substr(slash + 1);
    return with_path(root, parent, with_renamed_key(find_path(root, parent), key, rest(2).toStdString()));
}

}  // namespace

class TestYamlPatch : public QObject {
    Q_OBJECT

private slots:
    void folders_data() {
        QTest::addColumn<QString>("folder");
        const QDir data(QStringLiteral(WEFT_TEST_DATA "/yaml/patch"));
        const QStringList rows = data.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        QVERIFY(!rows.isEmpty());
        for (const QString& row : rows) QTest::newRow(qPrintable(row)) << data.filePath(row);
    }

    // A line that goes in front of one that begins like it: the edit takes the line, not the end of it and the begin of the next.
    void an_edit_takes_whole_lines() {
        const std::string text = "a:\n- load\n- load-2\n  needs: load\n";
        const std::vector<TextEdit> now{{3, "- load\n- load-2\n  needs: load\n", "- load-2\n"}};
        const std::vector<TextEdit> edits = between(text, {{3, "- load\n- load-2\n", "- load\n- load-2\n"}}, {{3, "- load\n- load-2\n", "- load-2\n"}});
        QCOMPARE(edits.size(), std::size_t(1));
        QCOMPARE(edits[0].offset, std::size_t(3));
        QCOMPARE(QByteArray::fromStdString(edits[0].removed), QByteArray("- load\n"));
        QCOMPARE(QByteArray::fromStdString(yaml::apply(text, between(text, {}, now))), QByteArray("a:\n- load-2\n"));
    }

    void folders() {
        QFETCH(QString, folder);
        const QString ending = QFile::exists(folder + QStringLiteral("/before.json")) ? QStringLiteral(".json") : QStringLiteral(".yaml");
        const std::string before = content(folder + QStringLiteral("/before") + ending).toStdString();
        const auto stream = read(before);
        QVERIFY2(stream, stream ? "" : describe(stream.error()).c_str());
        std::vector<NodePtr> wanted = roots(*stream);
        for (const QString& line : QString::fromUtf8(content(folder + QStringLiteral("/edits"))).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) wanted[0] = edited(wanted[0], line);
        const auto edits = patch(before, *stream, wanted);
        QVERIFY2(edits, edits ? "" : describe(edits.error()).c_str());
        const std::string after = yaml::apply(before, *edits);
        if (qEnvironmentVariableIsSet("WEFT_UPDATE_GOLDEN")) {
            QFile golden(folder + QStringLiteral("/after") + ending);
            QVERIFY(golden.open(QIODevice::WriteOnly));
            golden.write(QByteArray::fromStdString(after));
            QFAIL("golden file written; look at it and run again without WEFT_UPDATE_GOLDEN");
        }
        QCOMPARE(QByteArray::fromStdString(after), content(folder + QStringLiteral("/after") + ending));
        QVERIFY(verify(after, *stream, wanted));
        QCOMPARE(QByteArray::fromStdString(yaml::apply(after, inverse(*edits))), QByteArray::fromStdString(before));
    }

    void one_scalar_is_one_edit() {
        const std::string text = "a: 1  # c\nb:\n  - name: 'x'\n    image: alpine:3\n";
        const auto stream = read(text);
        const auto edits = patch(text, *stream, {with_path(stream->documents[0].root, "b/0/image", make_string("alpine:4"))});
        QVERIFY(edits);
        QCOMPARE(edits->size(), std::size_t(1));
        QCOMPARE(edits->front(), (TextEdit{text.find("alpine:3"), "alpine:3", "alpine:4"}));
    }

    void equal_value_is_no_edit() {
        const std::string text = "a: 'x'\nb: [1, 2]\nc: {k: \"3\"}\n";
        const auto stream = read(text);
        const NodePtr root = make_map({{make_string("a"), make_string("x")},
                                       {make_string("b"), make_sequence({make_plain("1"), make_plain("2")})},
                                       {make_string("c"), make_map({{make_string("k"), make_string("3")}})}});
        const auto edits = patch(text, *stream, {root});
        QVERIFY(edits);
        QVERIFY(edits->empty());
    }

    void documents_are_appended() {
        const std::string text = "a: 1";
        const auto stream = read(text);
        const auto edits = patch(text, *stream, {stream->documents[0].root, make_map({{make_string("b"), make_string("2")}})});
        QVERIFY(edits);
        QCOMPARE(yaml::apply(text, *edits), std::string("a: 1\n---\nb: \"2\"\n"));
    }

    void an_anchor_in_use_is_not_removed() {
        const std::string text = "a: &x 1\nb: *x\n";
        const auto stream = read(text);
        const auto edits = patch(text, *stream, {without_entry(stream->documents[0].root, "a")});
        QVERIFY(!edits);
        QVERIFY(describe(edits.error()).find("nothing was changed") != std::string::npos);
    }

    // 10,000 tasks: an edit looks around itself only, so it takes much less than reading the text. A ratio, so that a loaded machine does not matter.
    void large() {
        std::string text = "weft: 1\ntasks:\n";
        for (int i = 0; i < 10000; ++i) {
            const std::string n = std::to_string(i);
            text += "  - name: task-" + n + "   # " + n + "\n    image: python:3.12-slim\n    command: [python, -c, \"print(" + n + ")\"]\n    needs: [task-" + n + "]\n";
        }
        const auto stream = read(text);
        QVERIFY(stream);
        const NodePtr root = stream->documents[0].root;
        const NodePtr tasks = find(root, "tasks");
        const std::vector<NodePtr> wanted = {
            with_path(root, "tasks/5000/image", make_string("alpine")),
            with_path(root, "tasks/5000", nullptr),
            with_path(root, "tasks/0", nullptr),
            with_path(root, "tasks/9999", nullptr),
            with_path(root, "tasks", with_inserted(tasks, 5000, make_map({{make_string("name"), make_string("new")}}))),
            with_path(root, "tasks", with_inserted(tasks, 10000, make_map({{make_string("name"), make_string("new")}}))),
            with_path(root, "tasks", with_inserted(tasks, 0, make_map({{make_string("name"), make_string("new")}}))),
            with_path(root, "tasks", with_inserted(without_item(tasks, 7000), 3, tasks->items[7000]))};
        const auto fastest = [](const auto& work) {
            qint64 best = std::numeric_limits<qint64>::max();
            for (int i = 0; i < 3; ++i) {
                QElapsedTimer clock;
                clock.start();
                work();
                best = std::min(best, clock.nsecsElapsed());
            }
            return best;
        };
        const qint64 reading = fastest([&] { (void)read(text); });
        for (const NodePtr& change : wanted) {
            const auto edits = patch(text, *stream, {change});
            QVERIFY2(edits, edits ? "" : describe(edits.error()).c_str());
            const bool far = &change == &wanted.back();  // between both ends of the move everything is read
            const qint64 patching = far ? 0 : fastest([&] { (void)patch(text, *stream, {change}); });
            QVERIFY2(patching * 2 < reading, qPrintable(QStringLiteral("%1 of %2 us").arg(patching / 1000).arg(reading / 1000)));
            QVERIFY(verify(yaml::apply(text, *edits), *stream, {change}));
        }
    }
};

QTEST_GUILESS_MAIN(TestYamlPatch)
#include "tst_yaml_patch.moc"
