// Cron lines in all spellings, and the next times in real time zones. The expected times were taken from calendars, not from the code.
#include <QtTest>

#include "core/io/timezone.h"
#include "core/model/cron.h"
#include "core/targets/schedule.h"

using namespace weft;

namespace {

std::int64_t utc(int year, int month, int day, int hour = 0, int minute = 0) { return seconds_from_civil({year, month, day, hour, minute, 0}); }

QStringList firings(const char* line, const char* zone, std::int64_t now, std::size_t count = 3) {
    Schedule schedule;
    schedule.crons = {line};
    schedule.timezone = zone;
    const Result<std::vector<Firing>> found = next_firings(schedule, now, count);
    if (!found) return {QString::fromStdString(english(found.error().message))};
    QStringList out;
    for (const Firing& firing : *found) out << QString::fromStdString(firing.local);
    return out;
}

}  // namespace

class TestSchedule : public QObject {
    Q_OBJECT
  private slots:
    void calendar() {
        QCOMPARE(utc(1970, 1, 1), std::int64_t(0));
        QCOMPARE(utc(2000, 3, 1), std::int64_t(951868800));
        for (const std::int64_t day : {-1, 0, 11016, 20000, 100000}) QCOMPARE(seconds_from_civil(civil_from_seconds(day * 86400 + 4711)), day * 86400 + 4711);
    }

    void next_times_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* line, const char* expected) { QTest::newRow(line) << line << expected; };
        // from Wednesday 2026-11-25 13:20 on
        row("30 6 * * 1-5", "2026-11-26 06:30 +0000|2026-11-27 06:30 +0000|2026-11-30 06:30 +0000");
        row("*/20 * * * *", "2026-11-25 13:40 +0000|2026-11-25 14:00 +0000|2026-11-25 14:20 +0000");
        row("0 0 29 2 *", "2028-02-29 00:00 +0000|2032-02-29 00:00 +0000|2036-02-29 00:00 +0000");
        row("0 12 13 * FRI", "2026-11-27 12:00 +0000|2026-12-04 12:00 +0000|2026-12-11 12:00 +0000");   // either will do
        row("15 10,16 1 JAN,dec *", "2026-12-01 10:15 +0000|2026-12-01 16:15 +0000|2027-01-01 10:15 +0000");
        row("0 8 * * 7", "2026-11-29 08:00 +0000|2026-12-06 08:00 +0000|2026-12-13 08:00 +0000");
        row("@daily", "2026-11-26 00:00 +0000|2026-11-27 00:00 +0000|2026-11-28 00:00 +0000");
        row("@every 1h30m", "2026-11-25 14:50 +0000|2026-11-25 16:20 +0000|2026-11-25 17:50 +0000");
        row("0 30 6 * * ?", "2026-11-26 06:30 +0000|2026-11-27 06:30 +0000|2026-11-28 06:30 +0000");
        row("30 0/30 9-10 ? * 2-6", "2026-11-26 09:00:30 +0000|2026-11-26 09:30:30 +0000|2026-11-26 10:00:30 +0000");
        row("0 0 0 L * ?", "2026-11-30 00:00 +0000|2026-12-31 00:00 +0000|2027-01-31 00:00 +0000");
        row("0 0 0 LW * ? *", "2026-11-30 00:00 +0000|2026-12-31 00:00 +0000|2027-01-29 00:00 +0000");
        row("0 0 0 15W * ?", "2026-12-15 00:00 +0000|2027-01-15 00:00 +0000|2027-02-15 00:00 +0000");
        row("0 0 12 ? * 6#2", "2026-12-11 12:00 +0000|2027-01-08 12:00 +0000|2027-02-12 12:00 +0000");
        row("0 0 12 ? * 6L", "2026-11-27 12:00 +0000|2026-12-25 12:00 +0000|2027-01-29 12:00 +0000");
        row("0 0 12 1 1 ? 2030", "2030-01-01 12:00 +0000");
    }
    void next_times() {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        QCOMPARE(firings(line.toUtf8().constData(), "UTC", utc(2026, 11, 25, 13, 20)).join(u'|'), expected);
    }

    void refusals_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        QTest::newRow("fields") << "6 30 *" << "\"6 30 *\" is no cron line";
        QTest::newRow("minute") << "61 * * * *" << "\"61\" is no minute of a cron line: 0 to 59";
        QTest::newRow("weekday") << "0 0 * * FRY" << "\"FRY\" is no day of the week";
        QTest::newRow("backwards") << "0 20-8 * * *" << "\"20-8\" is no hour";
        QTest::newRow("step") << "*/0 * * * *" << "\"*/0\" is no minute";
        QTest::newRow("empty part") << "1,,2 * * * *" << "\"\" is no minute";
        QTest::newRow("zone inside") << "CRON_TZ=UTC 0 0 * * *" << "a time zone does not stand in the cron line";
        QTest::newRow("every") << "@every soon" << "\"@every\" takes a duration";
    }
    void refusals() {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        const QStringList got = firings(line.toUtf8().constData(), "UTC", 0);
        QVERIFY2(got.size() == 1 && got[0].startsWith(expected), qPrintable(got.join(u'|')));
    }

    void never() { QCOMPARE(firings("0 0 30 2 *", "UTC", utc(2026, 1, 1)), QStringList()); }

    // Berlin leaves +02:00 on 25 October 2026 at 03:00 and +01:00 on 28 March 2027 at 02:00.
    void summer_time() {
        if (!io::load_timezone("Europe/Berlin")) QSKIP("no time zone database here (package tzdata)");
        QCOMPARE(firings("30 2 * * *", "Europe/Berlin", utc(2026, 10, 23, 23)).join(u'|'), QStringLiteral("2026-10-24 02:30 +0200|2026-10-25 02:30 +0200|2026-10-26 02:30 +0100"));
        QCOMPARE(firings("30 2 * * *", "Europe/Berlin", utc(2027, 3, 26, 23)).join(u'|'), QStringLiteral("2027-03-27 02:30 +0100|2027-03-28 03:30 +0200|2027-03-29 02:30 +0200"));
        QCOMPARE(firings("0 6 * * *", "Asia/Shanghai", utc(2026, 11, 25)).first(), QStringLiteral("2026-11-26 06:00 +0800"));
        QCOMPARE(firings("0 6 * * *", "Mars/Olympus", 0).first(), QStringLiteral("no time zone is called \"Mars/Olympus\": names look like Europe/Berlin, Asia/Shanghai or UTC"));
        QVERIFY(firings("0 6 * * *", "../../etc/passwd", 0).first().startsWith(QStringLiteral("no time zone")));
    }

    void suspended() {
        Schedule schedule;
        schedule.crons = {"* * * * *"};
        schedule.suspended = true;
        QVERIFY(next_firings(schedule, 0)->empty());
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
