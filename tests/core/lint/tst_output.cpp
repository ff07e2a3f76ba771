// Renderings: the same findings give the same bytes, places survive, odd characters are escaped.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

#include "core/lint/output.h"
#include "core/targets/target.h"
#include "tests/core/lint/lint_case.h"

using namespace weft;
using namespace weft::test;
using lint::OutputFormat;

class tst_output : public QObject {
    Q_OBJECT

    std::string text_ = "weftwork: 1\nname: demo\nenvironment: {image: \"alpine:3.20\"}\ntasks:\n  - name: größe\n    comand: echo\n    command: echo $my-var\n    environment: {env: {\"💡\": a, my-var: \"1\"}}\n";
    std::vector<lint::Finding> findings_ = findings_of(text_, "flows/a b.yaml");

    lint::OutputOptions options() const {
        lint::OutputOptions options;
        options.rules = all_rules();
        options.files = {"flows/a b.yaml", "flows/clean.yaml"};
        options.version = "1.0";
        options.text_of = [this](const std::string&) -> std::string_view { return text_; };
        return options;
    }

  private slots:
    void every_format_is_deterministic() {
        for (const char* name : {"text", "json", "sarif", "github", "junit"}) {
            const std::optional<OutputFormat> format = lint::output_format(name);
            QVERIFY(format);
            QCOMPARE(lint::render(findings_, *format, options()), lint::render(findings_of(text_, "flows/a b.yaml"), *format, options()));
        }
        QVERIFY(!lint::output_format("xml"));
    }

    void text_says_file_line_column() {
        const QString text = QString::fromStdString(lint::render(findings_, OutputFormat::text));
        QVERIFY2(text.contains("flows/a b.yaml:6:5: error: unknown field \"comand\""), qPrintable(text));
        QVERIFY(text.contains("[yaml/unknown-field]"));
        QVERIFY(!text.contains("\x1b"));
    }

    void json_is_versioned() {
        const QJsonObject root = QJsonDocument::fromJson(QByteArray::fromStdString(lint::render(findings_, OutputFormat::json))).object();
        QCOMPARE(root["version"].toInt(), 1);
        const QJsonObject first = root["findings"].toArray()[0].toObject();
        for (const char* key : {"rule", "severity", "message", "why", "file", "line", "column", "task", "fixes"}) QVERIFY2(first.contains(key), key);
        QCOMPARE(root["findings"].toArray().size(), int(findings_.size()));
    }

    void sarif_names_rules_and_places() {
        const QJsonObject root = QJsonDocument::fromJson(QByteArray::fromStdString(lint::render(findings_, OutputFormat::sarif, options()))).object();
        QCOMPARE(root["version"].toString(), QString("2.1.0"));
        const QJsonObject run = root["runs"].toArray()[0].toObject();
        QCOMPARE(run["columnKind"].toString(), QString("utf16CodeUnits"));
        const QJsonArray rules = run["tool"].toObject()["driver"].toObject()["rules"].toArray();
        for (const QJsonValue& value : run["results"].toArray()) {
            const QJsonObject result = value.toObject();
            QCOMPARE(rules[result["ruleIndex"].toInt()].toObject()["id"].toString(), result["ruleId"].toString());
            const QJsonObject place = result["locations"].toArray()[0].toObject()["physicalLocation"].toObject();
            QCOMPARE(place["artifactLocation"].toObject()["uri"].toString(), QString("flows/a%20b.yaml"));
            QVERIFY(place["region"].toObject()["startLine"].toInt() > 0);
            if (result["ruleId"].toString() == "env/name-shell") QCOMPARE(place["region"].toObject()["startColumn"].toInt(), 34);  // one emoji is two units
            if (result["ruleId"].toString() == "yaml/unknown-field") {
                const QJsonObject change = result["fixes"].toArray()[0].toObject()["artifactChanges"].toArray()[0].toObject();
                QCOMPARE(change["replacements"].toArray()[0].toObject()["insertedContent"].toObject()["text"].toString(), QString("command"));
            }
        }
    }

    void fingerprints_survive_lines_above() {
        const auto prints = [&](const std::string& text) {
            QStringList out;
            for (const lint::Finding& finding : findings_of(text, "a.yaml")) out << QString::fromStdString(finding.key());
            return out;
        };
        QCOMPARE(prints("# one\n# two\n" + text_), prints(text_));
    }

    void github_escapes() {
        lint::Finding finding;
        finding.rule = "image/untagged";
        finding.what = "100 %\nof it";
        finding.where = {"a,b:c.yaml", 3, 4};
        QCOMPARE(lint::render({finding}, OutputFormat::github), std::string("::error file=a%2Cb%3Ac.yaml,line=3,col=4,title=image/untagged::100 %25%0Aof it\n"));
    }

    void junit_is_xml_and_counts_clean_files() {
        const std::string xml = lint::render(findings_, OutputFormat::junit, options());
        QXmlStreamReader reader(QByteArray::fromStdString(xml));
        int cases = 0, failures = 0;
        while (!reader.atEnd()) {
            reader.readNext();
            cases += reader.isStartElement() && reader.name() == QString("testcase");
            failures += reader.isStartElement() && reader.name() == QString("failure");
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(cases, 2);
        QCOMPARE(failures, 1);
    }
};

QTEST_GUILESS_MAIN(tst_output)
#include "tst_output.moc"
