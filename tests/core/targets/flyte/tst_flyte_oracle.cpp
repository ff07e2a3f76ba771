// Flyte's own code judges: every golden export, and the corpus written afresh.
#include <QTemporaryDir>

#include "tests/core/targets/flyte/document.h"
#include "tests/support/oracle.h"

using namespace weft;

class TestFlyteOracle : public QObject {
    Q_OBJECT
  private slots:
    void ourTableIsFlytes() {
        const QString engine = QStringLiteral("flyte");
        if (!oracle::ready(engine)) QSKIP(qPrintable(oracle::missing(engine)));
        QProcess process;
        process.start(oracle::folder(engine) + QStringLiteral("/venv/bin/python"), {QStringLiteral(WEFT_TESTS) + QStringLiteral("/oracles/flyte/table.py"),
                                                                                 QStringLiteral(WEFT_SOURCE) + QStringLiteral("/core/targets/flyte/message_rows.cpp")});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()).trimmed(), QStringLiteral("ok"));
    }
    void accepted() {
        const QString engine = QStringLiteral("flyte");
        if (!oracle::ready(engine)) QSKIP(qPrintable(oracle::missing(engine)));
        QTemporaryDir folder;
        QStringList files;
        for (const auto& golden : flyte_test::files_below(std::filesystem::path(WEFT_TEST_DATA) / "flyte/export"))
            if (golden.filename() == "expected.yaml") files << QString::fromStdString(golden.string());
        const auto add = [&](const std::string& name, const std::string& text) {
            const std::string path = folder.path().toStdString() + "/" + name + ".yaml";
            std::ofstream(path, std::ios::binary) << text;
            files << QString::fromStdString(path);
        };
        for (const auto& file : flyte_test::files_below(std::filesystem::path(WEFT_TEST_DATA) / "flyte/files"))
            if (const Result<flyte_test::Doc> doc = flyte_test::open(flyte_test::slurp(file)))
                if (const Result<std::string> fresh = flyte_format().fresh(doc->flow)) add("own-" + file.stem().string(), *fresh);
        std::string unit;   // all that pyflyte wrote, as one file of many messages
        for (const auto& [name, text] : flyte_test::corpus_texts(WEFT_SHARED)) {
            if (std::isdigit(static_cast<unsigned char>(name[0])) && name.ends_with(".json")) unit += (unit.empty() ? "[" : ",") + text;
            const Result<flyte_test::Doc> doc = flyte_test::open(text);
            if (!doc) continue;
            if (const Result<std::string> fresh = flyte_format().fresh(doc->flow)) add("afresh-" + name, *fresh);
        }
        if (!unit.empty()) {
            unit += "]";
            const Result<yaml::Stream> stream = yaml::read(unit);
            QVERIFY(stream.has_value());
            for (std::size_t i = 0; i < flyte_format().flow_count(*stream); ++i) {
                const Result<flyte_test::Doc> doc = flyte_test::open(unit, i);
                QVERIFY(doc.has_value());
                const Result<std::string> fresh = flyte_format().fresh(doc->flow);
                if (fresh) add("unit-" + std::to_string(i) + "-" + doc->flow.name, *fresh);
                else qWarning("%s: %s", doc->flow.name.c_str(), describe(fresh.error()).c_str());
            }
        }
        const QMap<QString, QString> verdicts = oracle::judge(engine, files);
        int bad = 0;
        for (auto at = verdicts.begin(); at != verdicts.end(); ++at)
            if (!at.value().isEmpty()) ++bad, qWarning("%s: %s", qPrintable(at.key().section(u'/', -2)), qPrintable(at.value().left(600)));
        qInfo("%d files judged, %d refused", int(verdicts.size()), bad);
        QVERIFY(bad * 20 <= int(verdicts.size()));   // at least 95 %; each miss stands in the README
    }
};

QTEST_GUILESS_MAIN(TestFlyteOracle)
#include "tst_flyte_oracle.moc"
