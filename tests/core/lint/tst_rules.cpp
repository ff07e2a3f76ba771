// Every rule has its cases: bad-*.yaml with a golden list beside it, ok-*.yaml near misses. WEFT_UPDATE_GOLDEN=1 writes the goldens and fails on purpose.
#include <QRegularExpression>
#include <set>

#include "core/targets/target.h"
#include "tests/core/lint/lint_case.h"

using namespace weft;
using namespace weft::test;

class tst_rules : public QObject {
    Q_OBJECT

    static QString cases_folder() { return QString(WEFT_TEST_DATA) + "/lint"; }
    static QStringList cases(const QString& folder, const QString& pattern) { return QDir(folder).entryList({pattern}, QDir::Files, QDir::Name); }
    static void rows(const QString& pattern) {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("path");
        for (const QString& folder : QDir(cases_folder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            for (const QString& file : cases(cases_folder() + '/' + folder, pattern))
                QTest::newRow(qPrintable(folder + '/' + file)) << QString(folder).replace(folder.indexOf('-'), 1, "/") << cases_folder() + '/' + folder + '/' + file;
    }

  private slots:
    void ids_are_unique_and_well_formed() {
        std::set<std::string> seen;
        const QRegularExpression form("^(yaml|name|env|ref|image|graph|exit|limits|k8s|local|lint)/[a-z0-9-]+$");
        for (const lint::Rule* rule : all_rules()) {
            QVERIFY2(seen.insert(rule->id).second, rule->id);
            QVERIFY2(form.match(rule->id).hasMatch(), rule->id);
            QVERIFY2(std::string_view(rule->summary).size() > 5, rule->id);
        }
    }

    void every_rule_has_a_page_and_cases() {
        for (const lint::Rule* rule : all_rules()) {
            const QString page = QString(WEFT_SOURCE) + "/resources/help/rules/" + folder_of(rule->id) + ".md";
            QVERIFY2(QFile::exists(page), qPrintable("no page " + page));
            const QString folder = cases_folder() + '/' + folder_of(rule->id);
            QVERIFY2(cases(folder, "bad-*.yaml").size() >= 3, qPrintable("fewer than three bad cases in " + folder));
            QVERIFY2(cases(folder, "ok-*.yaml").size() >= 3, qPrintable("fewer than three near misses in " + folder));
        }
    }

    void bad_cases_data() { rows("bad-*.yaml"); }
    void bad_cases() {
        QFETCH(QString, rule);
        QFETCH(QString, path);
        const std::vector<lint::Finding> findings = findings_of(read_text(path));
        const QString golden = QString(path).replace(".yaml", ".out");
        if (qEnvironmentVariableIsSet("WEFT_UPDATE_GOLDEN")) {
            QFile file(golden);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(lines_of(findings).toUtf8());
            if (!fires(findings, rule.toStdString())) QFAIL(qPrintable("does not fire: " + lines_of(findings)));
            QFAIL("golden written");
        }
        QVERIFY2(fires(findings, rule.toStdString()), qPrintable(lines_of(findings)));
        QCOMPARE(lines_of(findings), QString::fromStdString(read_text(golden)));
    }

    void near_misses_are_silent_data() { rows("ok-*.yaml"); }
    void near_misses_are_silent() {
        QFETCH(QString, rule);
        QFETCH(QString, path);
        const FileLint lint = lint_text(read_text(path), "case.yaml", options_of(read_text(path)));
        QVERIFY2(!lint.unreadable, qPrintable(lines_of(lint.findings)));
        QVERIFY2(!fires(lint.findings, rule.toStdString()), qPrintable(lines_of(lint.findings)));
    }

    // apply -> the finding is gone, no new error; a second time changes nothing
    void fixes_data() { rows("bad-*.yaml"); }
    void fixes() {
        QFETCH(QString, path);
        const std::string text = read_text(path);
        const Result<DocumentPtr> document = open_text(text, "case.yaml");
        if (!document) return;
        const std::vector<lint::Finding> before = lint_document(**document, options_of(text));
        for (const lint::Finding& finding : before) {
            for (const lint::Fix& fix : finding.fixes) {
                const QString what = QString::fromStdString(english(fix.title));
                const Result<Edited> edited = apply_fix(*document, fix);
                QVERIFY2(edited, qPrintable(what + ": " + (edited ? QString() : QString::fromStdString(describe(edited.error())))));
                const std::vector<lint::Finding> after = lint_document(*edited->document, options_of(text));
                const auto same = [&](const lint::Finding& other) { return other.rule == finding.rule && other.subject == finding.subject && other.field == finding.field; };
                const auto count = [&](const std::vector<lint::Finding>& all) { return std::count_if(all.begin(), all.end(), same); };
                QVERIFY2(count(after) < count(before), qPrintable(what + " did not help:\n" + QString::fromStdString(edited->document->text)));
                const auto errors = [](const std::vector<lint::Finding>& all) { return std::count_if(all.begin(), all.end(), [](const auto& f) { return f.severity == lint::Severity::error; }); };
                QVERIFY2(errors(after) <= errors(before), qPrintable(what + " made errors:\n" + lines_of(after)));
                if (const auto* flow_fix = std::get_if<lint::FlowFix>(&fix.change)) {
                    const Result<Flow> again = (*flow_fix)(*edited->document->flow);
                    if (again) QVERIFY2(*again == *edited->document->flow, qPrintable(what + " changes something the second time"));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_rules)
#include "tst_rules.moc"
