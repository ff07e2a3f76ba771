// What the runs panels make of logs and times.
#include <QtTest>

#include "ui/runs/run_text.h"

using namespace weft::ui;

class tst_run_text : public QObject {
    Q_OBJECT
  private slots:
    void plain_data() {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::addColumn<QString>("text");
        QTest::newRow("as it is") << QByteArrayList{"one\ntwo\n"} << "one\ntwo\n";
        QTest::newRow("colours") << QByteArrayList{"\x1b[1;31mred\x1b[0m\n"} << "red\n";
        QTest::newRow("a colour cut in two") << QByteArrayList{"a\x1b[3", "1mb"} << "ab";
        QTest::newRow("a title") << QByteArrayList{"\x1b]0;title\x07text"} << "text";
        QTest::newRow("a character cut in two") << QByteArrayList{"\xE4\xB8", "\xAD"} << "中";
        QTest::newRow("a progress line") << QByteArrayList{"10%\r20%\r\n"} << "10%\n20%\n";
        QTest::newRow("control characters") << QByteArrayList{QByteArray("a\0b\x08", 4)} << "ab";
        QTest::newRow("markup stays text") << QByteArrayList{"<b>x</b>"} << "<b>x</b>";
    }
    void plain() {
        QFETCH(QByteArrayList, pieces);
        QFETCH(QString, text);
        LogText log;
        QString all;
        for (qsizetype i = 0; i < pieces.size(); ++i) all += log.add(pieces[i], i + 1 == pieces.size());
        QCOMPARE(all, text);
    }
    void durations() {
        QCOMPARE(duration_text(400), QString("0.4 s"));
        QCOMPARE(duration_text(12'000), QString("12 s"));
        QCOMPARE(duration_text(125'000), QString("2 min 5 s"));
        QCOMPARE(duration_text(7'500'000), QString("2 h 5 min"));
        QCOMPARE(duration_text(-5), QString("0.0 s"));
    }
};

QTEST_GUILESS_MAIN(tst_run_text)
#include "tst_run_text.moc"
