// DESIGN section 5: a folder of tests/data/verdict is a row. case.txt holds flow, events, expectation (lines of tests/core/run/script.h).
#include <fstream>

#include <QDir>
#include <QTest>

#include "tests/core/run/script.h"

using namespace weft;

namespace {

struct Case { std::vector<std::string> flow, events, expect; };

Case read_case(const QString& folder) {
    Case found;
    std::ifstream in((folder + "/case.txt").toStdString());
    std::vector<std::string>* section = nullptr;
    for (std::string line; std::getline(in, line);) {
        if (line == "flow:") section = &found.flow;
        else if (line == "events:") section = &found.events;
        else if (line == "expect:") section = &found.expect;
        else if (section && !script::trimmed(line).empty()) section->push_back(script::trimmed(line));
    }
    return found;
}

// The verdict in the words of a case, one fact a line, always in this order.
std::vector<std::string> described(const run::Verdict& v) {
    std::vector<std::string> out{std::string("outcome ") + run::outcome_name(v.outcome)};
    if (v.final) out.push_back("final");
    if (!v.cause.empty()) out.push_back("cause " + v.cause);
    if (v.cause_is_handler) out.push_back("by-handler");
    out.push_back("sentence " + english(v.sentence));
    if (!v.handlers.empty()) out.push_back("handlers " + english(v.handlers));
    if (!v.engine_word.empty()) out.push_back("engine " + v.engine_word);
    for (const std::string& path : v.warnings) out.push_back("warning " + path);
    for (const Message& note : v.notes) out.push_back("note " + english(note));
    return out;
}

std::string lines(std::vector<std::string> all) {
    std::sort(all.begin(), all.end());
    std::string out;
    for (const std::string& each : all) out += each + "\n";
    return out;
}

}  // namespace

class VerdictTable : public QObject {
    Q_OBJECT

  private slots:
    void row_data() {
        QTest::addColumn<QString>("folder");
        const QDir data(QString(WEFT_TEST_DATA) + "/verdict");
        for (const QString& name : data.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) QTest::newRow(qPrintable(name)) << data.filePath(name);
    }
    void row() {
        QFETCH(QString, folder);
        const Case given = read_case(folder);
        QVERIFY2(!given.expect.empty(), "case.txt expects nothing");
        const Flow flow = script::flow(given.flow);
        const run::Verdict verdict = run::verdict(flow, run::reduce_all("r1", script::history(given.events)));
        QCOMPARE(QString::fromStdString(lines(described(verdict))), QString::fromStdString(lines(given.expect)));
    }
    void exit_codes() {
        QCOMPARE(run::exit_code(run::Outcome::succeeded), 0);
        QCOMPARE(run::exit_code(run::Outcome::failed), 1);
        QCOMPARE(run::exit_code(run::Outcome::cancelled), 4);
        QCOMPARE(run::exit_code(run::Outcome::unknown), 5);
    }
};

QTEST_GUILESS_MAIN(VerdictTable)
#include "tst_verdict_table.moc"
