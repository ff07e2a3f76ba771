// Fresh text: what comes out reads back as the same tree, and no string turns into another type for YAML 1.1 or 1.2.
#include <QtTest>

#include "core/yaml/reader.h"
#include "core/yaml/writer.h"
#include "tests/core/yaml/random_edit.h"

using namespace weft;
using namespace weft::yaml;

class TestYamlWriter : public QObject {
    Q_OBJECT

private slots:
    void strings_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("block");
        QTest::addColumn<QByteArray>("flow");
        const auto row = [](const char* text, const char* block, const char* flow = nullptr) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(block) << QByteArray(flow ? flow : block);
        };
        for (const char* plain : {"abc", "a b", "a:b", "x#y", "it's", "python:3.12", "-x", "--flag", "10Gi", "1.2.3", "v1", "a\\b", "C:\\x", "/bin/sh", "$HOME", "snow \xE2\x98\x83", "yesterday", "nullable", "1-2", "12:xx", "?x", "2024-13"})
            if (QByteArray(plain) != "?x") row(plain, plain);
        row("a, b", "a, b", "\"a, b\"");
        row("x[0]", "x[0]", "\"x[0]\"");
        // YAML 1.1 booleans, null, numbers, dates
        for (const char* special : {"true", "True", "yes", "No", "on", "OFF", "y", "N", "null", "~", "3", "-3", "+3", "1.5", ".5", "1e3", "0x1F", "0o14", "0755", "0b11", "1_000", "12:30", "12:30:45",
                                    ".inf", "-.INF", ".nan", "2024-01-31", "2024-01-31T10:00:00Z", "=", "<<"})
            row(special, ("\"" + QByteArray(special) + "\"").constData());
        row("", "\"\"");
        row(" a", "\" a\"");
        row("a ", "\"a \"");
        for (const char* odd : {"- a", "-", "?", ": a", "a: b", "a #b", "key:", "[a]", "{a}", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a", "#a", "---", "...", "--- a", ",a", "'a"})
            row(odd, ("\"" + QByteArray(odd) + "\"").constData());
        row("{{x}}", "\"{{x}}\"");
        row("say: \"hi\"", "'say: \"hi\"'");
        row("\"it's\"", "\"\\\"it's\\\"\"");
        row("tab\there", "\"tab\\there\"");
        row("esc\x1b", "\"esc\\x1B\"");
        row("nel\xC2\x85", "\"nel\\x85\"");
        row("ls\xE2\x80\xA8", "\"ls\\u2028\"");
        row("bom\xEF\xBB\xBF", "\"bom\\uFEFF\"");
    }
    void strings() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, block);
        QFETCH(QByteArray, flow);
        const NodePtr node = make_string(text.toStdString());
        QCOMPARE(QByteArray::fromStdString(write_scalar(*node, false)), block);
        QCOMPARE(QByteArray::fromStdString(write_scalar(*node, true)), flow);
        for (const std::string& file : {"a: " + write_scalar(*node, false) + "\n", "{a: " + write_scalar(*node, true) + "}", write_scalar(*node, false) + ": x\n"}) {
            const auto stream = read_yaml(file);
            QVERIFY2(stream, file.c_str());
            const Entry& entry = stream->documents[0].root->entries.front();
            const NodePtr& back = file.back() == '\n' && file.substr(0, 3) != "a: " ? entry.key : entry.value;
            QCOMPARE(QByteArray::fromStdString(back->text), text);
            QCOMPARE(int(type_of(*back)), int(ScalarType::string));
        }
    }

    void layout() {
        const NodePtr root = make_map({{make_string("a"), make_string("1")},
                                       {make_string("b"), make_map({{make_string("c"), make_plain("1")}, {make_string("d"), make_null()}})},
                                       {make_string("e"), make_sequence({make_string("x"), make_map({{make_string("name"), make_string("z")}, {make_string("m"), make_sequence({make_plain("2")})}}),
                                                                         make_sequence({make_string("p"), make_string("q")})})},
                                       {make_string("f"), make_sequence({make_string("x"), make_string("a, b")}, Style::flow)},
                                       {make_string("g"), make_map({})},
                                       {make_string("h"), make_string("one\ntwo\n")},
                                       {make_string("i"), make_string("  one\ntwo")}});
        QCOMPARE(QString::fromStdString(write_yaml(root)), QString::fromUtf8("a: \"1\"\nb:\n  c: 1\n  d: null\ne:\n  - x\n  - name: z\n    m:\n      - 2\n  - - p\n    - q\nf: [x, \"a, b\"]\ng: {}\n"
                                               "h: |\n  one\n  two\ni: |2-\n    one\n  two\n"));
        QCOMPARE(write_yaml(make_map({{make_string("e"), make_sequence({make_string("x")})}}), {2, false, "\r\n"}), std::string("e:\r\n- x\r\n"));
        QCOMPARE(write_json(root, 0), std::string(R"({"a":"1","b":{"c":1,"d":null},"e":["x",{"name":"z","m":[2]},["p","q"]],"f":["x","a, b"],"g":{},"h":"one\ntwo\n","i":"  one\ntwo"})"));
        QCOMPARE(write_json(make_map({{make_string("a"), make_sequence({make_plain("1")})}})), std::string("{\n  \"a\": [\n    1\n  ]\n}\n"));
    }

    void numbers_in_json() {
        const auto stream = read_yaml("[0x1F, 0o14, 007, +5, -0, .5, 1., 1e3, .inf, True, ~]");
        QVERIFY(stream);
        QCOMPARE(write_json(stream->documents[0].root, 0), std::string(R"([31,12,7,5,-0,0.5,1.0,1e3,".inf",true,null])"));
    }

    void random_trees() {
        random::Engine engine{7};
        for (int i = 0; i < 2000; ++i) {
            const NodePtr root = random::fresh_node(engine);
            const std::string text = write_yaml(root);
            const auto back = read_yaml(text);
            QVERIFY2(back, (text + describe(back ? Error{} : back.error())).c_str());
            QVERIFY2(same_value(back->documents[0].root.get(), root.get()), text.c_str());
            QCOMPARE(write_yaml(root), text);
            const auto json = read_json(write_json(root));
            QVERIFY(json);
            QVERIFY2(same_value(json->documents[0].root.get(), root.get()), write_json(root).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestYamlWriter)
#include "tst_yaml_writer.moc"
