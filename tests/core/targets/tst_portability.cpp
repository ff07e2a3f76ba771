// Features of a flow, versions of a table, and what export makes of both, on an engine made for the test.
#include <QtTest>

#include "core/targets/document.h"
#include "core/targets/portability.h"

using namespace weft;

namespace {

Flow open_flow(const char* name) {
    const Result<DocumentPtr> document = open_file(std::string(WEFT_TEST_DATA "/portability/") + name + ".weft.yaml");
    if (!document) qFatal("%s", describe(document.error()).c_str());
    return *(*document)->flow;
}

QStringList used(const Flow& flow) {
    QStringList out;
    for (const FeatureUse& use : features_of(flow)) out << QString::fromStdString((use.path.empty() ? "" : use.path + " ") + feature_id(use.feature));
    return out;
}

int exports = 0;

Target engine() {
    Target made;
    made.id = "test";
    made.title = "Test Engine";
    made.versions = {"2.10", "2.9", "1.0"};
    for (int i = 0; i < int(Feature::count_); ++i)
        if (Feature(i) != Feature::condition && Feature(i) != Feature::retry) made.capabilities.push_back({Feature(i), Fit::fits, {}, {}, {}});
    made.capabilities.push_back({Feature::retry, Fit::refused, "tries once", {}, "2.9"});
    made.capabilities.push_back({Feature::retry, Fit::lowered, "as a loop", "2.9", "2.10"});
    made.capabilities.push_back({Feature::retry, Fit::fits, {}, "2.10", {}});
    made.export_flow = [](const Flow&, const ExportOptions& options) -> Result<Exported> {
        ++exports;
        return Exported{{{"a", options.version + options.default_image}}, {"from the engine"}};
    };
    return made;
}

}  // namespace

class TestPortability : public QObject {
    Q_OBJECT
  private slots:
    void versions() {
        QVERIFY(version_within("1.10", "1.9", ""));
        QVERIFY(!version_within("1.9", "1.10", ""));
        QVERIFY(!version_within("1.9", "", "1.9"));
        QVERIFY(version_within("1.11.0", "", "1.11.1"));
        QVERIFY(!version_within("1.11.1", "", "1.11.1"));
        QVERIFY(version_within("4.1.2", "4.1", ""));
        QVERIFY(version_within("4.1", "4.1.2", ""));   // all of 4.1
        QVERIFY(version_within("", "", ""));
        QVERIFY(version_within("", "3.0", ""));        // the newest
        QVERIFY(!version_within("", "", "3.0"));
    }

    void features() {
        const QStringList got = used(open_flow("many"));
        for (const char* wanted : {"schedule", "timeout-flow", "parameters", "env", "tasks.fetch container", "tasks.fetch outputs", "tasks.train condition", "tasks.train loop-items",
                                   "tasks.train retry", "tasks.train retry-backoff", "tasks.train gpu", "tasks.train passing-value", "tasks.train on-other-result", "tasks.train recovers",
                                   "tasks.block nested-flow", "tasks.block.tasks.inner script", "tasks.block.handlers.tidy handler-group", "handlers.tell handler-flow",
                                   "handlers.tell handler-on-failure", "handlers.tell handler-warn-only", "handlers.tell status-value", "tasks.gate approval", "tasks.pause wait",
                                   "tasks.fetch env-secret", "tasks.fetch volumes", "tasks.fetch tolerations", "tasks.fetch handler-task"})
            if (QString::fromLatin1(wanted) != QStringLiteral("tasks.fetch handler-task")) QVERIFY2(got.contains(QString::fromLatin1(wanted)), wanted);
        QVERIFY(got.contains(QStringLiteral("tasks.fetch.handlers.after handler-task")));
        QVERIFY(!got.contains(QStringLiteral("tasks.fetch no-image")));
        for (const QString& use : used(open_flow("plain")))
            QVERIFY2(use.endsWith(QStringLiteral("container")) || use.endsWith(QStringLiteral("no-image")), qPrintable(use));
    }

    void the_table_decides_data() {
        QTest::addColumn<QString>("version");
        QTest::addColumn<int>("fit");
        QTest::newRow("old") << "1.0" << int(Fit::refused);
        QTest::newRow("middle") << "2.9" << int(Fit::lowered);
        QTest::newRow("new") << "2.10" << int(Fit::fits);
        QTest::newRow("default") << "" << int(Fit::fits);
    }
    void the_table_decides() {
        QFETCH(QString, version);
        QFETCH(int, fit);
        const Flow flow = open_flow("retry");
        const Target target = engine();
        const ExportOptions options{version.toStdString(), "img"};
        const Portability found = portability(flow, target, options);
        QCOMPARE(int(found.fit), fit);
        exports = 0;
        const Result<Exported> made = export_to(flow, target, options);
        QCOMPARE(exports, fit == int(Fit::refused) ? 0 : 1);   // the engine is not even asked
        QCOMPARE(made.has_value(), fit != int(Fit::refused));
        if (!made) QCOMPARE(QString::fromStdString(english(made.error().message)), QStringLiteral("Test Engine cannot say what this flow says:\ntasks.again: a retry: tries once"));
        else QCOMPARE(made->notes.size(), std::size_t(fit == int(Fit::lowered) ? 2 : 1));
        if (made) QCOMPARE(QString::fromStdString(made->files[0].text), (version.isEmpty() ? QStringLiteral("2.10") : version) + QStringLiteral("img"));
    }

    void without_a_row_it_is_refused() {
        const Portability found = portability(open_flow("condition"), engine());
        QCOMPARE(int(found.fit), int(Fit::refused));
        QCOMPARE(QString::fromStdString(english(found.remarks[0].what)), QStringLiteral("Test Engine has nothing for this"));
        QCOMPARE(QString::fromStdString(found.remarks[0].path), QStringLiteral("tasks.maybe"));
    }

    void the_targets_own_check_counts() {
        Target target = engine();
        target.check = [](const Flow&, const ExportOptions&) {
            Remark remark;
            remark.fit = Fit::refused;
            remark.what = "too many";
            remark.advice = "draw fewer";
            return std::vector<Remark>{remark};
        };
        const Result<Exported> made = export_to(open_flow("plain"), target, {});
        QVERIFY(!made);
        QCOMPARE(QString::fromStdString(english(made.error().message)), QStringLiteral("Test Engine cannot say what this flow says:\ntoo many (draw fewer)"));
    }

    // Its steps read ids that only Argo hands out: said first, with what to do, and never where Argo itself is the target.
    void whatMetaflowMadeStaysOnArgo() {
        const Result<DocumentPtr> document = open_file(WEFT_TEST_DATA "/portability/made-by-metaflow.yaml");
        QVERIFY(document);
        int refused = 0;
        for (const Target* target : targets()) {
            if (target->id == "local") continue;
            const Portability found = portability(*(*document)->flow, *target);
            const bool bound = !found.remarks.empty() && english(found.remarks.front().what).starts_with("Metaflow made this workflow for Argo");
            QVERIFY2(bound == (target->id != "argo"), target->id.c_str());
            QVERIFY(!bound || (found.fit == Fit::refused && english(found.remarks.front().advice).find("flow.py") != std::string::npos));
            refused += bound;
        }
        QVERIFY(refused >= 5);
    }
};

QTEST_GUILESS_MAIN(TestPortability)
#include "tst_portability.moc"
