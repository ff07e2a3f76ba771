// The reader's promises: what stands where, what it refuses and where, what it lives with.
#include <QtTest>

#include "tests/support/cpu_clock.h"
#include "core/yaml/reader.h"
#include "core/yaml/text.h"

using namespace weft;
using namespace weft::yaml;

namespace {

std::string slice(std::string_view text, const NodePtr& node) { return std::string(text.substr(node->span.begin, node->span.end - node->span.begin)); }

std::string rules(const Stream& stream) {
    std::string all;
    for (const Issue& issue : stream.issues) all += (all.empty() ? "" : " ") + issue.rule + "@" + std::to_string(issue.line) + ":" + std::to_string(issue.column);
    return all;
}

QByteArray repeated(const char* text, int count) { return QByteArray(text).repeated(count); }

}  // namespace

class TestYamlReader : public QObject {
    Q_OBJECT

private slots:
    void spans_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("slice");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        const auto row = [](const char* name, const char* text, const char* path, const char* slice, int line, int column) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(path) << QByteArray(slice) << line << column;
        };
        row("plain", "a: one\nb: two  # c\n", "b", "two", 2, 4);
        row("plain over two lines", "a: one\n  two\nb: x\n", "a", "one\n  two", 1, 4);
        row("plain with a hash inside", "a: x#y #z\n", "a", "x#y", 1, 4);
        row("double quoted with an escaped quote", "a: \"x\\\"y\" # c\n", "a", "\"x\\\"y\"", 1, 4);
        row("single quoted with a doubled quote", "a: 'it''s'\n", "a", "'it''s'", 1, 4);
        row("behind an anchor and a tag", "a: &x !!str  one\n", "a", "one", 1, 14);
        row("behind a byte order mark", "\xEF\xBB\xBF" "a: one\n", "a", "one", 1, 4);
        row("crlf", "a: 1\r\nb: two\r\n", "b", "two", 2, 4);
        row("literal, blank lines behind it stay outside", "a: |\n  x\n  y\n\n\nb: 1\n", "a", "|\n  x\n  y", 1, 4);
        row("literal that keeps its blank lines", "a: |+\n  x\n\nb: 1\n", "a", "|+\n  x\n", 1, 4);
        row("literal with an indicator", "a:\n  b: |2\n      x\n    y\n  c: 1\n", "a/b", "|2\n      x\n    y", 2, 6);
        row("literal ended by a comment", "a: |\n  x\n# c\nb: 1\n", "a", "|\n  x", 1, 4);
        row("empty literal", "a: |\nb: 1\n", "a", "|", 1, 4);
        row("folded in a list", "- >-\n  x\n  y\n- z\n", "0", ">-\n  x\n  y", 1, 3);
        row("flow in flow", "{a: [1, {b: 2}], c: 3}\n", "a/1", "{b: 2}", 1, 9);
        row("flow with a comma at the end", "a: [1, 2,]\n", "a", "[1, 2,]", 1, 4);
        row("block list from its first dash", "a:\n  # c\n  - 1\n  - 2\nb: 3\n", "a", "- 1\n  - 2", 3, 3);
        row("block map from its first key", "a:\n  b: 1\n  c: 2\n", "a", "b: 1\n  c: 2", 2, 3);
        row("compact map", "- b: 1\n  c: 2\n- d\n", "0", "b: 1\n  c: 2", 1, 3);
        row("null written", "a: ~\nb: 1\n", "a", "~", 1, 4);
        row("null not written", "a:\nb: 1\n", "a", "", 1, 3);
        row("null not written, next key is a null word", "a:\nnull: 1\n", "a", "", 1, 3);
        row("null at the end of a map", "a:\n  b:\nc: 1\n", "a/b", "", 2, 5);
        row("null item", "-\n- 1\n", "0", "", 1, 2);
        row("null in flow", "{a: , b: 1}\n", "a", "", 1, 4);
        row("json", "{\"a\": [1, \"x\"]}\n", "a/1", "\"x\"", 1, 11);
        row("json on lines", "{\n  \"a\": {\n    \"b\": true\n  }\n}\n", "a/b", "true", 3, 10);
    }
    void spans() {
        QFETCH(QByteArray, text);
        QFETCH(QString, path);
        QFETCH(QByteArray, slice);
        QFETCH(int, line);
        QFETCH(int, column);
        const auto stream = read(text.toStdString());
        QVERIFY2(stream, stream ? "" : describe(stream.error()).c_str());
        const NodePtr node = find_path(stream->documents[0].root, path.toStdString());
        QVERIFY(node);
        QCOMPARE(QByteArray::fromStdString(::slice(text.toStdString(), node)), slice);
        QCOMPARE(node->line, line);
        QCOMPARE(node->column, column);
    }

    void refusals_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* name, QByteArray text, const char* error) { QTest::newRow(name) << text << QString::fromUtf8(error); };
        row("a comma", ",", "1:1: a value was expected, found ','");
        row("a comma in a list", "a: 1\nb:\n  - ,\n", "3:5:");
        row("text behind the value", "\"a\" b", "1:5: the end of the document was expected, found 'b'");
        row("comma behind the value", "\"foo\",bar", "1:6: the end of the document was expected, found ','");
        row("two values", "- a\nb: c\n", "2:1: the end of the document was expected, found 'b'");
        row("self alias", "&a [*a]", "1:5: the alias \"*a\" stands inside the value that it repeats");
        row("self alias, deeper", "a: &x {b: [1, *x]}", "1:15: the alias \"*x\"");
        row("unknown alias", "a: *nope\n", "1:4: the anchor \"nope\" is not defined above");
        row("tab as indentation", "a:\n\tb: 1\n", "2:1: this line is indented with a tab");
        row("tab behind spaces", "a:\n  b: 1\n\tc: 2\n", "3:1: this line is indented with a tab");
        row("helm value", "image: {{ .Values.image }}\n", "1:8: '{{ .Values.image }}' is template text");
        row("helm block", "{{- if .x }}\na: b\n{{- end }}\n", "1:1: '{{- if .x }}' is template text");
        row("tag without quotes", "v: {{workflow.name}}\n", "1:4: '{{workflow.name}}' starts a map in YAML; a tag must stand in quotes");
        row("open quote", "a: 1\nb: 'x\n", "2:4: the quote that opens here is never closed");
        row("open bracket", "a: [1, 2\n", "2:1: ',' or ']' was expected, found the end of the file");
        row("closing bracket", "a: ]\n", "1:4: a value was expected, found ']'");
        row("two colons", "a: b: c\n", "1:5:");
        row("odd character", "a: @x\n", "1:4: a value was expected, found '@'");
        row("unknown escape", "a: \"x\\q\"\n", "1:8: the escape \"\\q\" is not known");
        row("json, comma missing", "{\"a\": 1,\n \"b\": 2\n \"c\": 3}", "3:2: ',' or '}' was expected, found '\"'");
        row("large json, comma missing", "{\"a\": [" + repeated("\"x\",\n", 500000) + "\"y\" 5]}", "500001:5: ',' or ']' was expected, found '5'");
        row("flow, no json, bracket missing", "{a: [1, 2}\n", "1:10: a value was expected, found '}', which closes nothing");
        row("wrong indentation", "a:\n  - b\n - c\n", "3:2:");
        row("second document", "a: 1\n---\nb: ]\n", "3:4:");
        row("utf-16", QByteArray("\xFF\xFE" "a\0", 4), "1:1: the file is UTF-16");
        row("utf-16 without a mark", QByteArray("\0a\0:", 4), "1:1: the file is UTF-16");
        row("utf-32", QByteArray("a\0\0\0", 4), "1:1: the file is UTF-16 or UTF-32");
        row("nul", QByteArray("ab: c\0d", 7), "1:6: the control character U+0000");
        row("control character", "a: \x04 b\n", "1:4: the control character U+0004");
        row("invalid utf-8", "a: \xC3(\n", "1:4: the text is not valid UTF-8");
        row("overlong utf-8", "a: \xC0\xAF\n", "1:4: the text is not valid UTF-8");
        row("lone carriage return", "a: 1\rb: 2\n", "1:5: a carriage return without a line feed");
        row("65 levels, flow", "a: " + repeated("[", 65), "nested deeper than 64 levels");
        row("65 levels, compact", repeated("- ", 65) + "x", "1:129: nested deeper than 64 levels");
        row("65 levels, json", repeated("[", 65) + repeated("]", 65), "1:65: nested deeper than 64 levels");
        row("mixed levels", repeated("- ", 60) + "{a: [{b: [1, [2]]}]}", "nested deeper than 64 levels");
        row("100,000 open brackets", repeated("[", 100000), "nested deeper than 64 levels");
        row("100,000 open braces", repeated("{", 100000), "nested deeper than 64 levels");
        row("100,000 dashes", repeated("- ", 100000), "nested deeper than 64 levels");
        row("a million brackets in json", "{\"a\":" + repeated("[", 1000000), "nested deeper than 64 levels");
        QByteArray bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
        for (int i = 1; i < 9; ++i) bomb += QByteArray("a") + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + repeated(("*a" + QByteArray::number(i - 1) + ",").constData(), 9) + "]\n";
        row("alias bomb", bomb, "aliases make more than 100000 values");
        row("scalar of 1.2 MB", "a: " + repeated("x", 1200000), "1:4: a text of 1200000 bytes; at most 1048576 are read");
        row("scalar of 1.2 MB in JSON", "{\"a\": \"" + repeated("x", 1200000) + "\"}", "a text of more than 1048576 bytes");
        row("700,000 values", repeated("- a\n", 700000), "the file has more than 600000 values");
        row("700,000 values in JSON", "[" + repeated("1,", 700000) + "1]", "the file has more than 600000 values");
        row("700,000 values on one line that is no JSON", "[" + repeated("a,", 700000) + "a]", "a text of more than");
        row("scalar of 50 MB", "a: " + repeated("x", 50 << 20), "a text of more than");
        row("block scalar of 20 MB", "a: |\n" + repeated("  xyz\n", 4 << 20), "a text of more than");
        row("key of 2 MB", repeated("k", 2 << 20) + ": 1\n", "a text of more than");
        row("file of 65 MB", repeated("# xxxx\n", 10 << 20), "the file has 73400320 bytes; at most 67108864 are read");
    }
    void refusals() {
        QFETCH(QByteArray, text);
        QFETCH(QString, error);
        const weft::test::CpuClock clock;
        const auto stream = read(text.toStdString());
        QVERIFY2(clock.elapsed() < 5000 * weft::test::slow_build, qPrintable(QString::number(clock.elapsed()) + " ms of CPU"));
        QVERIFY(!stream);
        const QString said = QString::fromStdString(describe(stream.error()));
        QVERIFY2(said.contains(error), qPrintable(said));
    }

    void accepted_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, QByteArray text) { QTest::newRow(name) << text; };
        row("empty", "");
        row("only a comment", "# nothing\n");
        row("only a byte order mark", "\xEF\xBB\xBF");
        row("64 levels", repeated("[", 64) + repeated("]", 64));
        row("64 levels, compact", repeated("- ", 64) + "x");
        row("template text in a quoted string", "a: \"{{ .Values.x }}\"\n");
        row("template text in a block", "a: |\n  {{- if x }}\n");
        row("tag in quotes", "a: '{{workflow.name}}'\n");
        row("tab inside flow", "{\n\t\"a\": 1,\n\t\"b\": [2]\n}\n");
        row("tab behind a value", "a: 1\t# c\n");
        row("three documents", "a: 1\n---\nb: 2\n...\n---\n");
        row("directive", "%YAML 1.2\n---\na: 1\n");
        row("alias used twice", "a: &x [1]\nb: [*x, *x]\n");
        row("json with a surrogate pair", "{\"a\": \"\\ud83d\\ude00\"}");
        row("json with a comma at the end is still YAML", "[1, 2,]");
        row("wide characters", "\xE5\x90\x8D: \xF0\x9F\x98\x80\n");
    }
    void accepted() {
        QFETCH(QByteArray, text);
        const auto stream = read(text.toStdString());
        QVERIFY2(stream, stream ? "" : describe(stream.error()).c_str());
        QVERIFY(!stream->documents.empty());
        for (const Document& document : stream->documents) QVERIFY(document.root);
    }

    void issues_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rules");
        const auto row = [](const char* name, const char* text, const char* rules) { QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(rules); };
        row("duplicate key", "a: 1\nb: 2\na: 3\n", "yaml/duplicate-key@3:1");
        row("same key in two maps", "x: {a: 1}\ny: {a: 1}\n", "");
        row("duplicate in flow", "{a: 1, a: 2}\n", "yaml/duplicate-key@1:8");
        row("duplicate in json", "{\"a\": 1,\n \"a\": 2}\n", "yaml/duplicate-key@2:2");
        row("three times", "a: 1\na: 2\na: 3\n", "yaml/duplicate-key@2:1 yaml/duplicate-key@3:1");
        row("merge key", "a: &x {b: 1}\nc:\n  <<: *x\n", "yaml/merge-key@3:3");
        row("quoted merge key", "\"<<\": 1\n", "");
        row("unused anchor", "a: &x 1\n", "yaml/anchor@1:4");
        row("used anchor", "a: &x 1\nb: *x\n", "");
        row("anchor twice", "a: &x 1\nb: *x\nc: &x 2\nd: *x\n", "yaml/anchor@3:4");
        row("custom tag", "a: !Ref x\n", "yaml/custom-tag@1:4");
        row("core tag", "a: !!str 5\n", "");
        row("tab before a plain value", "a:\n\tb\n", "yaml/tab-indent@2:1");
        row("bidi override", "a: x\xE2\x80\xAEy\n", "yaml/unsafe-characters@1:5");
        row("no-break space in a key", "a\xC2\xA0""b: 1\n", "yaml/unsafe-characters@1:1");
    }
    void issues() {
        QFETCH(QByteArray, text);
        QFETCH(QString, rules);
        const auto stream = read(text.toStdString());
        QVERIFY2(stream, stream ? "" : describe(stream.error()).c_str());
        QCOMPARE(QString::fromStdString(::rules(*stream)), rules);
    }

    void comments() {
        const std::string text = "# one\na: 'x # no'   # two\nb: | # three\n  # no\nc: x#no\nd: [1, # four\n  2]\n# five";
        const auto stream = read(text);
        QVERIFY(stream);
        QStringList all;
        for (const Comment& comment : stream->comments)
            all << QStringLiteral("%1 %2").arg(comment.line).arg(QString::fromStdString(text.substr(comment.span.begin, comment.span.end - comment.span.begin)));
        QCOMPARE(all, QStringList({"1 # one", "2 # two", "3 # three", "6 # four", "8 # five"}));
    }

    void types_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("type");
        const auto row = [](const char* text, ScalarType type) { QTest::newRow(text) << QByteArray(text) << int(type); };
        for (const char* text : {"~", "null", ""}) row(text, ScalarType::null);
        for (const char* text : {"true", "False"}) row(text, ScalarType::boolean);
        for (const char* text : {"3", "-3", "+3", "0o14", "0x1F", "007"}) row(text, ScalarType::integer);
        for (const char* text : {"1.5", ".5", "1e3", "-.inf", ".nan", "1."}) row(text, ScalarType::real);
        for (const char* text : {"yes", "on", "\"3\"", "'true'", "1_000", "12:30", "!!str 3", "x"}) row(text, ScalarType::string);
    }
    void types() {
        QFETCH(QByteArray, text);
        QFETCH(int, type);
        const auto stream = read_yaml("a: " + text.toStdString() + "\n");
        QVERIFY(stream);
        QCOMPARE(int(type_of(*find(stream->documents[0].root, "a"))), type);
    }

    void large() {  // 10,000 tasks; how fast is tests/bench's matter
        std::string text = "weft: 1\ntasks:\n";
        for (int i = 0; i < 10000; ++i) {
            const std::string n = std::to_string(i);
            text += "  - name: task-" + n + "\n    image: python:3.12-slim\n    command: [python, -c, \"print(" + n + ")\"]\n    needs: [task-" + n + "]\n    env:\n      A: \"" + n + "\"\n";
        }
        const auto stream = read(text);
        QVERIFY(stream);
        QCOMPARE(find(stream->documents[0].root, "tasks")->items.size(), std::size_t(10000));
    }

    void growth_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("piece");
        QTest::addColumn<QByteArray>("tail");
        const auto row = [](const char* name, const char* head, const char* piece, const char* tail) { QTest::newRow(name) << QByteArray(head) << QByteArray(piece) << QByteArray(tail); };
        row("items", "", "- a\n", "");
        row("flow items", "[", "a, ", "]");
        row("flow entries", "{", "a: 1, ", "}");
        row("same keys", "", "a: 1\n", "");
        row("comments", "", "# c\n", "a: 1\n");
        row("blank lines", "a: 1\n", "\n", "b: 2\n");
        row("literal lines", "a: |\n", "  x\n", "");
        row("plain lines", "a: x\n", "  x\n", "");
        row("escapes", "a: \"", "\\n", "\"\n");
        row("quotes", "a: '", "''", "'\n");
        row("documents", "", "---\na\n", "");
        row("anchors", "", "- &a x\n- *a\n", "");
        row("tags", "", "- !t x\n", "");
        row("nulls", "", "-\n", "");
        row("json", "{\"a\":[", "1,", "1]}");
    }
    void growth() {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, piece);
        QFETCH(QByteArray, tail);
        const auto time = [&](int count) {
            const std::string text = (head + piece.repeated(count) + tail).toStdString();
            qint64 best = -1;
            for (int i = 0; i < 3; ++i) {   // CPU time, best of three: the shape of the growth, not the speed
                const weft::test::CpuClock clock;
                const auto stream = read(text);
                if (!stream) return qint64(-1);
                const qint64 used = std::max<qint64>(clock.elapsed_ns(), 1000000);
                best = best < 0 ? used : std::min(best, used);
            }
            return best;
        };
        const qint64 small = time(2500), large = time(20000);
        QVERIFY(small > 0 && large > 0);
        QVERIFY2(large / small <= 32, qPrintable(QStringLiteral("%1 -> %2 ns").arg(small).arg(large)));  // 8 would be linear, 64 quadratic
    }
};

QTEST_GUILESS_MAIN(TestYamlReader)
#include "tst_yaml_reader.moc"
