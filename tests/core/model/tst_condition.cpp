// `when`, `depends` and durations against the words of Argo's own code.
#include <QtTest>

#include "core/model/graph.h"

using namespace weft;

class TestCondition : public QObject {
    Q_OBJECT
  private slots:
    void condition_data();
    void condition();
    void an_error_tells_to_quote();
    void depends_data();
    void depends();
    void terms();
    void depends_edits_data();
    void depends_edits();
    void needs_say_the_same();
    void duration_data();
    void duration();
    void deep_nesting_is_refused();
};

void TestCondition::condition_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("answer");  // "true", "false", "error"
    const auto row = [](const char* text, const char* answer) { QTest::newRow(text) << text << answer; };
    row("", "true");
    row("   ", "error");
    row("heads == heads", "true");
    row("heads == tails", "false");
    row("heads != tails", "true");
    row("'heads' == heads", "true");
    row("\"a b\" == 'a b'", "true");
    row("a b == 'a b'", "error");
    row("'' == ''", "true");
    row(" == foo", "error");
    row("foo == ", "error");
    row("5 > 3", "true");
    row("5 >= 5", "true");
    row("2 < 10", "true");
    row("'2' < '10'", "false");
    row("3 == '3'", "false");
    row("1.50 == 1.5", "true");
    row("-1 < 0", "true");
    row("0x10 == 16", "true");
    row("1.2.3 == 1.2.3", "error");
    row("3 > foo", "error");
    row("true", "true");
    row("false", "false");
    row("!false", "true");
    row("!(a == b)", "true");
    row("foo", "error");
    row("'true'", "error");
    row("3", "error");
    row("a == a && b == b", "true");
    row("a == a && b == c", "false");
    row("a == b || b == b", "true");
    row("a == b || b == c", "false");
    row("a == a || b == c && c == d", "true");
    row("(a == a || b == c) && c == d", "false");
    row("a == a and b == b", "error");
    row("main =~ '^ma'", "true");
    row("main !~ '^x'", "true");
    row("main =~ '('", "error");
    row("a in (a, b)", "true");
    row("c in (a, b)", "false");
    row("2 in (1, 2, 3)", "true");
    row("a in b", "error");
    row("foo-bar == foo-bar", "error");
    row("'foo-bar' == 'foo-bar'", "true");
    row("'it\\'s' == \"it's\"", "true");
    row("'open == a", "error");
    row("(a == a", "error");
    row("a == a)", "error");
    row("a = a", "error");
    row("1 + 2 == 3", "true");
    row("1 / 0 == 3", "error");
    row("7 % 4 == 3", "true");
    row("übung == übung", "true");
    row("[with blank] == 'with blank'", "true");
}

void TestCondition::condition() {
    QFETCH(QString, text);
    QFETCH(QString, answer);
    const Result<bool> result = evaluate_condition(text.toStdString());
    const QString got = !result ? "error" : *result ? "true" : "false";
    QVERIFY2(got == answer, result ? "wrong answer" : english(result.error().message).c_str());
}

void TestCondition::an_error_tells_to_quote() {
    const Result<bool> result = evaluate_condition("foo-bar == x");
    QVERIFY(!result);
    const QString message = QString::fromStdString(english(result.error().message));
    QVERIFY2(message.contains("quotes") && message.contains("'foo' - 'bar'"), qPrintable(message));
}

void TestCondition::depends_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<unsigned>("a");
    QTest::addColumn<unsigned>("b");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char* text, unsigned a, unsigned b, const char* answer) {
        QTest::addRow("%s with %u and %u", text, a, b) << text << a << b << answer;
    };
    row("a", on_succeeded, 0, "true");
    row("a", on_skipped, 0, "true");
    row("a", on_daemoned, 0, "true");
    row("a", on_failed, 0, "false");
    row("a", on_omitted, 0, "false");
    row("a.Succeeded", on_skipped, 0, "false");
    row("a.Failed", on_failed, 0, "true");
    row("a.Failed", on_errored, 0, "false");
    row("a.Errored || a.Failed", on_errored, 0, "true");
    row("a && b", on_succeeded, on_succeeded, "true");
    row("a && b", on_succeeded, on_failed, "false");
    row("a || b", on_failed, on_succeeded, "true");
    row("!a.Succeeded", on_failed, 0, "true");
    row("!(a && b)", on_succeeded, on_failed, "true");
    row("a && (b.Failed || b.Omitted)", on_succeeded, on_omitted, "true");
    row("a || b && b.Failed", on_succeeded, on_succeeded, "true");
    row("a&&b", on_succeeded, on_succeeded, "true");
    row("a.AnySucceeded", on_any_succeeded, 0, "true");
    row("a.AllFailed", on_failed, 0, "false");
    row("a &&", on_succeeded, 0, "error");
    row("a b", on_succeeded, 0, "error");
    row("a.Done", on_succeeded, 0, "error");
    row("c", on_succeeded, 0, "error");
    row("a || c", on_succeeded, 0, "error");
    row("a and b", on_succeeded, 0, "error");
    row("(a", on_succeeded, 0, "error");
    row("", on_succeeded, 0, "error");
    row("a & b", on_succeeded, 0, "error");
}

void TestCondition::depends() {
    QFETCH(QString, text);
    QFETCH(unsigned, a);
    QFETCH(unsigned, b);
    QFETCH(QString, answer);
    const Result<bool> result = evaluate_depends(text.toStdString(), {{"a", a}, {"b", b}});
    QCOMPARE(!result ? QString("error") : *result ? QString("true") : QString("false"), answer);
}

void TestCondition::terms() {
    const auto terms = depends_terms("step-1.Failed && (é || x.y.Succeeded)");
    QVERIFY(terms);
    QCOMPARE(terms->size(), std::size_t(3));
    QCOMPARE((*terms)[0].task, std::string("step-1"));
    QCOMPARE((*terms)[0].results, Results(on_failed));
    QCOMPARE((*terms)[1].task, std::string("é"));
    QCOMPARE((*terms)[2].task, std::string("x.y"));
}

void TestCondition::depends_edits_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("renamed");   // a -> new
    QTest::addColumn<QString>("without");   // without a
    const auto row = [](const char* text, const char* renamed, const char* without) { QTest::newRow(text) << text << renamed << without; };
    row("a", "new", "");
    row("a.Failed", "new.Failed", "");
    row("aa  &&  a", "aa  &&  new", "aa");
    row("(a || b) && c", "(new || b) && c", "b && c");
    row("(a || b || d) && c", "(new || b || d) && c", "(b || d) && c");
    row("!a && b", "!new && b", "b");
    row("b || (a && a.Failed)", "b || (new && new.Failed)", "b");
    row("b  || c", "b  || c", "b  || c");
    row("(a.Failed)", "(new.Failed)", "");
    row("b && ( a )", "b && ( new )", "b");
    row("a &&", "a &&", "a &&");
}

void TestCondition::depends_edits() {
    QFETCH(QString, text);
    QFETCH(QString, renamed);
    QFETCH(QString, without);
    QCOMPARE(QString::fromStdString(rename_in_depends(text.toStdString(), "a", "new")), renamed);
    QCOMPARE(QString::fromStdString(depends_without(text.toStdString(), "a")), without);
}

void TestCondition::needs_say_the_same() {
    const auto needs = needs_of_depends("a && (b.Failed || b.Errored)");
    QVERIFY(needs);
    QCOMPARE(needs->size(), std::size_t(2));
    QCOMPARE((*needs)[0].results, results_default);
    QCOMPARE((*needs)[1].results, Results(on_failed | on_errored));
    QCOMPARE(depends_term("b", (*needs)[1].results), std::string("(b.Failed || b.Errored)"));
    QVERIFY(!needs_of_depends("a || b"));
    QVERIFY(!needs_of_depends("!a"));
    QVERIFY(!needs_of_depends("a && a.Failed"));
    QVERIFY(!needs_of_depends("a &&"));
}

void TestCondition::duration_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("seconds");  // -1 = refused
    const auto row = [](const char* text, double seconds) { QTest::newRow(text) << text << seconds; };
    row("90", 90);
    row("10s", 10);
    row("2m", 120);
    row("1h30m", 5400);
    row("1.5h", 5400);
    row("500ms", 0.5);
    row("1d", 86400);
    row(" 5s ", 5);
    row("0", 0);
    row("", -1);
    row("s", -1);
    row("-1", -1);
    row("1 hour", -1);
    row("1h30", -1);
    row("0s5", -1);
    row("inf", -1);
    row("1e3s", -1);
    row("10 s", -1);
}

void TestCondition::duration() {
    QFETCH(QString, text);
    QFETCH(double, seconds);
    QCOMPARE(parse_duration(text.toStdString()).value_or(-1), seconds);
}

void TestCondition::deep_nesting_is_refused() {
    const std::string open(100'000, '('), bangs(100'000, '!');
    QVERIFY(!evaluate_condition(open));
    QVERIFY(!evaluate_condition(bangs));
    QVERIFY(!depends_terms(open));
    QVERIFY(!depends_terms(bangs));
}

QTEST_GUILESS_MAIN(TestCondition)
#include "tst_condition.moc"
