// Events as text: what we write ourselves must read as what the JSON library would have written.
#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/run/json_text.h"

using namespace weft::run;
using Json = nlohmann::ordered_json;

namespace {

const std::vector<std::string> texts = {"", "plain", "a b/c[3]", "\"", "\\", "\\\"", "line\nend", "tab\t", std::string("nul\0in", 6), "\x01\x1f", "\x7f", "käse", "中文", "🙂",
                                        "\xff", "half \xc3", "\xe4\xb8", "\xed\xa0\x80", "[\"", "\"],[\"", "]", "\",\""};

std::string by_library(const Event& event) {
    Json data = Json::object();
    for (const Datum& datum : event.data) data[datum.key] = datum.value;
    const Json json = {{"run", event.run}, {"epoch", event.epoch}, {"seq", event.seq}, {"path", event.path}, {"attempt", event.attempt},
                       {"kind", kind_name(event.kind)}, {"time", event.time_ms}, {"data", data}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

class TestJsonText : public QObject {
    Q_OBJECT
  private slots:
    void texts_as_the_library_writes_them() {
        for (const std::string& text : texts) {
            std::string ours;
            append_json(ours, text);
            QCOMPARE(ours, Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
        }
    }

    void events_as_the_library_writes_them() {
        for (const std::string& text : texts)
            for (const std::int64_t number : {std::int64_t(0), std::int64_t(-7), std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
                const Event event{"run " + text, 2, number, text, 3, EventKind::handler_triggered, number, {{"key", text}, {"k" + text, "value"}}};
                QCOMPARE(to_json(event), by_library(event));
            }
        QCOMPARE(to_json(Event{}), by_library(Event{}));
    }

    void a_repeated_key_makes_a_list() {
        Event event;
        event.data = {{"a", "1"}, {"b", "2"}, {"a", "3"}};
        QVERIFY(to_json(event).ends_with(R"("data":[["a","1"],["b","2"],["a","3"]]})"));
        const auto back = event_from_json(to_json(event));
        QVERIFY(back);
        QCOMPARE(back->data, event.data);
    }

    void many_keys_survive() {
        Event event;
        for (int i = 0; i < 500; ++i) event.data.push_back({"key" + std::to_string(i), std::to_string(i)});
        const auto back = event_from_json(to_json(event));
        QVERIFY(back);
        QCOMPARE(back->data, event.data);
    }

    void pairs_come_back() {
        QCOMPARE(pairs_from_text(pairs_to_text({})), std::vector<Datum>());
        for (const std::string& key : texts)
            for (const std::string& value : texts) {
                const std::vector<Datum> data = {{key, value}, {"x", value}, {key, "y"}};
                const bool utf8 = QString::fromStdString(key).toStdString() == key && QString::fromStdString(value).toStdString() == value;
                if (utf8) QCOMPARE(pairs_from_text(pairs_to_text(data)), data);
                else QCOMPARE(pairs_from_text(pairs_to_text(data)).size(), data.size());
            }
    }

    void foreign_pairs_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("pairs");
        QTest::newRow("nothing") << "" << 0;
        QTest::newRow("no list") << "{\"a\":\"b\"}" << 0;
        QTest::newRow("cut off") << R"([["a","b"],["c")" << 0;
        QTest::newRow("cut off after a pair") << R"([["a","b"])" << 0;
        QTest::newRow("no comma") << R"([["a","b"]["c","d"]])" << 0;
        QTest::newRow("comma at the end") << R"([["a","b"],])" << 0;
        QTest::newRow("spaces") << R"([ ["a" , "b"] , ["c", "d"] ])" << 2;
        QTest::newRow("a number") << R"([["a",1],["c","d"]])" << 1;
        QTest::newRow("three of them") << R"([["a","b","c"],["d","e"]])" << 1;
        QTest::newRow("escapes") << R"([["a\n","\u00e4"]])" << 1;
    }
    void foreign_pairs() {
        QFETCH(QString, text);
        QFETCH(int, pairs);
        QCOMPARE(int(pairs_from_text(text.toStdString()).size()), pairs);
    }
};

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_json_text.moc"
