// The link to the runner: it goes on trying, saying so; looking at a log starts nobody.
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "ui/bridge/run_bridge.h"
#include "ui/bridge/runner_link.h"

using namespace weft;
using namespace weft::ui;

class TestRunnerLink : public QObject {
    Q_OBJECT
    QTemporaryDir dir_;

    // A runner that only leaves a mark that somebody started it.
    QString started() const { return dir_.filePath("started"); }

  private slots:
    void init() {
        QFile::remove(started());
        qputenv("WEFT_SOCKET", dir_.filePath("runner.sock").toUtf8());
        qputenv("WEFT_STATE_DIR", dir_.filePath("state").toUtf8());
        qputenv("WEFT_RUNNER", ("/usr/bin/touch " + started()).toUtf8());
    }

    void it_goes_on_trying_and_says_so() {
        RunnerLink link;
        link.set_pace(1, 5, 8);
        QSignalSpy waiting(&link, &RunnerLink::waiting);
        QString error = "none yet";
        bool answered = false;
        link.ask({{"list", nlohmann::json::object()}}, [&](const nlohmann::json&, const QString& why) {
            answered = true;
            error = why;
        }, true);
        QVERIFY(waiting.wait(5000));
        QVERIFY(!answered);
        QLocalServer server;
        QVERIFY(server.listen(dir_.filePath("runner.sock")));
        connect(&server, &QLocalServer::newConnection, this, [&server] {
            QLocalSocket* peer = server.nextPendingConnection();
            connect(peer, &QLocalSocket::readyRead, peer, [peer] {
                while (peer->canReadLine()) {
                    const QByteArray line = peer->readLine();
                    if (line.contains("hello")) peer->write("{\"hello\":{\"protocol\":1}}\n");
                    else peer->write("{\"id\":" + line.mid(line.indexOf("\"id\":") + 5).split(',')[0].split('}')[0] + ",\"ok\":{}}\n");
                }
            });
        });
        QTRY_VERIFY_WITH_TIMEOUT(answered, 5000);
        QCOMPARE(error, QString());
        QCOMPARE(waiting.count(), 1);   // said once
        QTRY_VERIFY(QFile::exists(started()));
    }

    void a_followed_log_starts_no_runner() {
        RunBridge bridge;
        const int token = bridge.follow_log("0190a0d2-0000-7000-8000-000000000000", "train", 1);
        QTest::qWait(500);   // three looks at the log
        QVERIFY(!QFile::exists(started()));
        bridge.unfollow_log(token);
    }
};

QTEST_GUILESS_MAIN(TestRunnerLink)
#include "tst_runner_link.moc"
