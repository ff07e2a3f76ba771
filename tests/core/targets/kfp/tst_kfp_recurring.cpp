// A schedule leaves as a recurring run, comes back from it, and is edited in it; a pipeline inside an answer of the server's API opens and is edited like any other.
#include <QtTest>

#include "core/targets/document.h"
#include "core/targets/kfp/kfp.h"
#include "core/targets/portability.h"
#include "tests/core/targets/kfp/corpus.h"

using namespace weft;

class TestKfpRecurring : public QObject {
    Q_OBJECT

    static std::string text_of(const char* name) { return kfp_test::slurp(std::string(WEFT_TEST_DATA "/kfp/recurring/") + name); }
    static DocumentPtr opened(const std::string& text, const char* file) {
        const Result<DocumentPtr> document = open_text(text, file);
        if (!document) qFatal("%s", describe(document.error()).c_str());
        return *document;
    }
    static std::string drawn(const DocumentPtr& document, const std::function<void(Flow&)>& change) {
        Flow flow = *document->flow;
        change(flow);
        const Result<Edited> edited = commit(document, std::move(flow));
        return edited ? edited->document->text : "refused: " + english(edited.error().message);
    }
    static int lines_that_differ(const std::string& a, const std::string& b) {
        const QStringList left = QString::fromStdString(a).split('\n'), right = QString::fromStdString(b).split('\n');
        if (left.size() != right.size()) return -1;
        int out = 0;
        for (int i = 0; i < left.size(); ++i) out += left[i] != right[i];
        return out;
    }

  private slots:
    void a_schedule_leaves_as_a_recurring_run_and_comes_back() {
        const DocumentPtr native = opened(text_of("flow.weft.yaml"), "flow.weft.yaml");
        const Result<Exported> made = export_to(*native->flow, kfp_target());
        QVERIFY2(made, made ? "" : describe(made.error()).c_str());
        QCOMPARE(made->files.size(), std::size_t(2));
        QCOMPARE(QString::fromStdString(made->files[1].name), QString("nightly.recurring-run.json"));
        QCOMPARE(QString::fromStdString(made->files[1].text), QString::fromStdString(text_of("expected.json")));
        const DocumentPtr again = opened(made->files[1].text, "nightly.recurring-run.json");
        QVERIFY(again->issues.empty());
        QCOMPARE(QString::fromStdString(again->format->id), QString("kfp"));
        QVERIFY(again->flow->schedule.has_value());
        QVERIFY(again->flow->schedule->crons == native->flow->schedule->crons);
        QCOMPARE(QString::fromStdString(again->flow->schedule->concurrency), QString("Forbid"));
        QCOMPARE(again->flow->main.tasks.size(), native->flow->main.tasks.size());
        const Result<std::string> fresh = again->format->fresh(*again->flow);
        QVERIFY(fresh);
        QVERIFY(opened(*fresh, "fresh.json")->flow->schedule == again->flow->schedule);
    }

    void edits_stand_where_they_belong() {
        const std::string text = text_of("expected.json");
        const DocumentPtr document = opened(text, "expected.json");
        QCOMPARE(lines_that_differ(text, drawn(document, [](Flow& f) { f.schedule->suspended = true; })), 1);
        QCOMPARE(lines_that_differ(text, drawn(document, [](Flow& f) { f.schedule->crons = {"0 7 * * *"}; })), 1);
        QCOMPARE(lines_that_differ(text, drawn(document, [](Flow& f) { f.schedule->concurrency = "Allow"; })), 1);
        const std::string every = drawn(document, [](Flow& f) { f.schedule->crons = {"@every 3600s"}; });
        QVERIFY(opened(every, "every.json")->flow->schedule->crons == std::vector<std::string>{"@every 3600s"});
        QVERIFY(every.find("\"interval_second\": \"3600\"") != std::string::npos);
        const std::string described = drawn(document, [](Flow& f) { f.description = "every working day"; });
        QCOMPARE(QString::fromStdString(opened(described, "described.json")->flow->description), QString("every working day"));
    }

    void what_it_cannot_say_is_refused() {
        const DocumentPtr document = opened(text_of("expected.json"), "expected.json");
        QVERIFY(drawn(document, [](Flow& f) { f.schedule.reset(); }).find("suspend it instead") != std::string::npos);
        QVERIFY(drawn(document, [](Flow& f) { f.schedule->timezone = "Europe/Berlin"; }).find("counts in UTC") != std::string::npos);
        QVERIFY(drawn(document, [](Flow& f) { f.schedule->concurrency = "Replace"; }).find("never replaces") != std::string::npos);
        Flow elsewhere = *opened(text_of("flow.weft.yaml"), "flow.weft.yaml")->flow;
        elsewhere.schedule->timezone = "Asia/Shanghai";
        QVERIFY(portability(elsewhere, kfp_target()).fit == Fit::refused);
    }

    void seconds_that_the_model_does_not_hold_are_said() {
        std::string text = text_of("expected.json");
        const std::size_t at = text.find("0 30 6");
        text.replace(at, 6, "15 30 6");
        const DocumentPtr document = opened(text, "seconds.json");
        QVERIFY(!document->issues.empty());
        QVERIFY(english(document->issues.front().what).find("15 30 6") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestKfpRecurring)
#include "tst_kfp_recurring.moc"
