// A task's whole tree ends, also what escaped from its process group; another task's tree does not.
#include <QtTest>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

#include "core/io/process.h"
#include "core/io/process_tree.h"

using namespace weft::io;

class TestProcessTree : public QObject {
    Q_OBJECT

    static Process tree(const std::string& mark, const std::string& script) {
        auto started = start({{"sh", "-c", script}, {"PATH=/usr/bin:/bin", "WEFT_ATTEMPT=" + mark}, {}, false});
        return started ? *started : Process{};
    }
    static void forget(Process& process) {
        waitpid(process.pid, nullptr, 0);
        close_fd(&process.pidfd);
        close_fd(&process.output);
    }
    static bool wait_for(const std::string& mark, std::size_t count) {
        return QTest::qWaitFor([&] { return marked_with("WEFT_ATTEMPT=" + mark).size() >= count; }, 5000);
    }

  private slots:
    void initTestCase() { QVERIFY(become_subreaper()); }

    void escaped_children_end_too_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("count");
        QTest::newRow("children") << "sleep 99 & sleep 99 & wait" << 3;
        QTest::newRow("new session") << "setsid sleep 99 & wait" << 2;
        QTest::newRow("orphan in a new session") << "(setsid sh -c 'sleep 99 & sleep 99' &) ; sleep 99" << 3;
        QTest::newRow("ignores TERM") << "trap '' TERM; sleep 99 & wait; sleep 99" << 2;
        QTest::newRow("deep") << "sh -c 'sh -c \"sh -c \\\"setsid sleep 99; true\\\"; true\"; true'" << 4;
    }
    void escaped_children_end_too() {
        QFETCH(QString, script);
        QFETCH(int, count);
        Process victim = tree("victim", script.toStdString());
        Process bystander = tree("bystander", "setsid sleep 99 & wait");
        QVERIFY(wait_for("victim", std::size_t(count)) && wait_for("bystander", 2));
        QCOMPARE(kill_tree({victim.pid, "WEFT_ATTEMPT=victim"}), std::size_t(0));
        forget(victim);
        QVERIFY(marked_with("WEFT_ATTEMPT=victim").empty());
        QCOMPARE(marked_with("WEFT_ATTEMPT=bystander").size(), std::size_t(2));
        kill_tree({bystander.pid, "WEFT_ATTEMPT=bystander"});
        forget(bystander);
    }
    void a_tree_that_keeps_forking() {
        for (int i = 0; i < 10; ++i) {
            Process victim = tree("forker", "while :; do (setsid sleep 0.05 &); sleep 0.001; done");
            QVERIFY(wait_for("forker", 3));
            QCOMPARE(kill_tree({victim.pid, "WEFT_ATTEMPT=forker"}), std::size_t(0));
            forget(victim);
            QVERIFY(marked_with("WEFT_ATTEMPT=forker").empty());
        }
    }
    void a_stopped_tree_ends() {
        Process victim = tree("stopped", "sleep 99 & kill -STOP $$; wait");
        QVERIFY(wait_for("stopped", 2));
        QCOMPARE(kill_tree({victim.pid, "WEFT_ATTEMPT=stopped"}), std::size_t(0));
        forget(victim);
    }
    void mark_is_matched_whole() {
        Process one = tree("abc", "sleep 99");
        QVERIFY(wait_for("abc", 1));
        QVERIFY(marked_with("WEFT_ATTEMPT=ab").empty());
        QCOMPARE(mark_of(one.pid, "WEFT_ATTEMPT"), std::string("abc"));
        kill_tree({one.pid, {}});
        forget(one);
    }
    void orphans_are_reaped() {
        Process one = tree("orphans", "(setsid true &); (setsid true &); exit 0");
        forget(one);
        QVERIFY(QTest::qWaitFor([] { return reap_orphans({}).empty() && children_of(getpid()).empty(); }, 5000));
    }
};

QTEST_GUILESS_MAIN(TestProcessTree)
#include "tst_process_tree.moc"
