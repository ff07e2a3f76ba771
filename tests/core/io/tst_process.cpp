// Starting programs: what the child sees, what every kind of refusal says.
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <unistd.h>

#include "core/io/loop.h"
#include "core/io/process.h"

using namespace weft;
using namespace weft::io;

namespace {

struct Ran { Exit exit; std::string output, standard_output; };

std::string drain(int fd) {
    std::string text;
    char buffer[4096];
    for (ssize_t n; (n = read(fd, buffer, sizeof buffer)) > 0;) text.append(buffer, std::size_t(n));
    return text;
}

Ran run(Program program) {
    if (program.env.empty()) program.env = {"PATH=/usr/bin:/bin"};
    auto started = start(program);
    Ran ran;
    if (!started) return ran.exit.code = -1, ran.output = english(started.error().message), ran;
    Loop loop;
    bool ended = false;
    loop.watch(started->pidfd, readable, [&](unsigned) { ended = true; });
    while (!ended) {
        ran.output += drain(started->output);
        loop.turn(5);
    }
    ran.output += drain(started->output);
    if (started->standard_output >= 0) ran.standard_output = drain(started->standard_output);
    reap(*started, &ran.exit);
    loop.forget(started->pidfd);
    close_fd(&started->pidfd);
    close_fd(&started->output);
    close_fd(&started->standard_output);
    return ran;
}

}  // namespace

class TestProcess : public QObject {
    Q_OBJECT
    QTemporaryDir dir_;

    std::string file(const char* name, const QByteArray& text, QFileDevice::Permissions permissions) {
        QFile f(dir_.filePath(name));
        if (f.open(QIODevice::WriteOnly)) f.write(text);
        f.close();
        f.setPermissions(permissions);
        return f.fileName().toStdString();
    }
    static constexpr auto executable = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

  private slots:
    void exit_code_and_both_streams() {
        const Ran ran = run({{"sh", "-c", "echo out; echo err >&2; exit 7"}, {}, {}, false});
        QCOMPARE(ran.exit.code, 7);
        QCOMPARE(ran.output, std::string("out\nerr\n"));
        const Ran apart = run({{"sh", "-c", "echo out; echo err >&2"}, {}, {}, true});
        QCOMPARE(apart.standard_output, std::string("out\n"));
        QCOMPARE(apart.output, std::string("err\n"));
    }
    void ended_by_a_signal() {
        const Ran ran = run({{"sh", "-c", "kill -9 $$"}, {}, {}, false});
        QCOMPARE(ran.exit.signal, 9);
        QCOMPARE(ran.exit.code, 137);
    }
    void child_sees_a_clean_world() {
        sigset_t term, before;
        sigemptyset(&term);
        sigaddset(&term, SIGTERM);
        sigprocmask(SIG_BLOCK, &term, &before);
        signal(SIGPIPE, SIG_IGN);
        const int leak = dup(0);
        const Ran ran = run({{"sh", "-c", "ls /proc/self/fd | wc -l; grep -E '^Sig(Blk|Ign)' /proc/self/status; readlink /proc/self/fd/0; ps -o pgid= -p $$ | tr -d ' '; echo $$"}, {}, {}, false});
        close(leak);
        sigprocmask(SIG_SETMASK, &before, nullptr);
        const QStringList lines = QString::fromStdString(ran.output).split('\n');
        QCOMPARE(lines[0], QString("4"));                                  // 0, 1, 2 and the folder that ls reads
        QVERIFY(lines[1].endsWith("0000000000000000"));
        const auto ignored = lines[2].section(QRegularExpression("\\s+"), 1).toULongLong(nullptr, 16);
        QCOMPARE(ignored & ~0x180000000ull, 0ull);                         // 32 and 33 are the C library's own
        QCOMPARE(lines[3], QString("/dev/null"));
        QCOMPARE(lines[4], lines[5]);                                      // a process group of its own
    }
    void nothing_of_our_environment_leaks() {
        qputenv("WEFT_LEAK", "1");
        const Ran ran = run({{"env"}, {"PATH=/usr/bin:/bin", "ONLY=this"}, {}, false});
        QCOMPARE(ran.output, std::string("PATH=/usr/bin:/bin\nONLY=this\n"));
    }
    void refusals_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("says");
        QTest::newRow("missing") << "no-such-thing" << "command not found: no-such-thing";
        QTest::newRow("missing with a path") << "/no/such/thing" << "command not found: /no/such/thing";
        QTest::newRow("not executable") << QString::fromStdString(file("plain", "text", QFileDevice::ReadOwner)) << "not executable: ";
        QTest::newRow("a folder") << "/tmp" << "not executable: /tmp";
        QTest::newRow("no program") << QString::fromStdString(file("junk", "junk", executable)) << "not a program: ";
        QTest::newRow("bad interpreter") << QString::fromStdString(file("bad", "#!/no/such/shell\n", executable)) << "the interpreter that ";
    }
    void refusals() {
        QFETCH(QString, program);
        QFETCH(QString, says);
        const Ran ran = run({{program.toStdString()}, {}, {}, false});
        QVERIFY2(QString::fromStdString(ran.output).startsWith(says), ran.output.c_str());
    }
    void too_long_and_missing_folder_and_nul() {
        QVERIFY(QString::fromStdString(run({{"true", std::string(200'000, 'x')}, {}, {}, false}).output).contains("too long"));
        QCOMPARE(run({{"true"}, {}, "/no/such/folder", false}).output, std::string("working folder not found: /no/such/folder"));
        QVERIFY(QString::fromStdString(run({{"true", std::string("a\0b", 3)}, {}, {}, false}).output).contains("NUL"));
        QVERIFY(run({{}, {}, {}, false}).output == "there is no command to start");
    }
    void no_descriptor_is_left() {
        const auto count = [] { return QDir("/proc/self/fd").entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size(); };
        run({{"true"}, {}, {}, false});
        const auto before = count();
        for (int i = 0; i < 100; ++i) {
            run({{"true"}, {}, {}, true});
            run({{"no-such-thing"}, {}, {}, true});
        }
        QCOMPARE(count(), before);
    }
    void start_time_names_a_process() {
        QVERIFY(start_time_of(getpid()) > 0);
        QCOMPARE(start_time_of(0x3fffffff), 0);
        QVERIFY(!boot_id().empty());
    }
};

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
