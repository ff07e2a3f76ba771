// Lines, bounded logs, the loop and the socket.
#include <QTemporaryDir>
#include <QtTest>
#include <sys/socket.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "core/io/log_file.h"
#include "core/io/loop.h"
#include "core/io/socket.h"

using namespace weft;
using namespace weft::io;

class TestStreams : public QObject {
    Q_OBJECT

    static std::vector<std::string> split(const std::vector<std::string>& pieces, std::size_t limit = 8) {
        LineSplitter splitter(limit);
        std::vector<std::string> lines;
        const auto take = [&](std::string_view line) { lines.emplace_back(line); };
        for (const std::string& piece : pieces) splitter.feed(piece, take);
        splitter.finish(take);
        return lines;
    }

  private slots:
    void lines_whatever_the_pieces() {
        using L = std::vector<std::string>;
        QCOMPARE(split({"a\nb\r\n", "c"}), (L{"a", "b", "c"}));
        QCOMPARE(split({"a", "b\n", "\n"}), (L{"ab", ""}));
        QCOMPARE(split({"12345678"}), (L{"12345678"}));
        QCOMPARE(split({"123456789\nx\n"}), (L{"12345678", "9", "x"}));
        QCOMPARE(split({std::string("a\0b\n", 4)}), (L{std::string("a\0b", 3)}));
    }

    void log_is_bounded_and_keeps_head_and_tail() {
        QTemporaryDir dir;
        const std::string path = dir.filePath("log").toStdString();
        const LogLimits limits{100, 50, 3};
        LogFile log;
        QVERIFY(log.open(path, limits));
        std::string all;
        for (int i = 0; i < 100; ++i) {
            const std::string line = "line " + std::to_string(1000 + i) + "\n";
            log.write(line);
            all += line;
        }
        qint64 bytes = 0;
        for (const QFileInfo& info : QDir(dir.path()).entryInfoList(QDir::Files)) bytes += info.size();
        QVERIFY(bytes <= 100 + 3 * 50);
        QCOMPARE(log.size(), std::int64_t(all.size()));
        std::string seen;
        std::int64_t at = 0, missing = 0;
        for (LogPart part;; at = part.next) {
            part = read_log(path, at, 40, limits);
            missing += part.missing;
            if (part.missing) seen += "…";
            seen += part.data;
            if (part.end && part.data.empty()) break;
        }
        QVERIFY(missing > 0);
        QCOMPARE(seen.substr(0, 100), all.substr(0, 100));
        QVERIFY(all.ends_with(seen.substr(seen.rfind("…") + 3)));
        struct stat info{};
        stat(path.c_str(), &info);
        QCOMPARE(info.st_mode & 0777, 0600u);
    }
    void log_is_never_reused() {
        QTemporaryDir dir;
        LogFile first, second;
        QVERIFY(first.open(dir.filePath("log").toStdString()));
        QVERIFY(!second.open(dir.filePath("log").toStdString()));
    }

    void timers_in_order_and_cancelled_ones_never() {
        FakeClock clock;
        Loop loop(clock);
        std::string order;
        loop.after(20, [&] { order += "b"; });
        loop.after(10, [&] { order += "a"; });
        const auto dead = loop.after(15, [&] { order += "x"; });
        loop.after(20, [&] { order += "c"; });
        loop.cancel(dead);
        loop.turn(0);
        QCOMPARE(order, std::string());
        clock.advance(20);
        loop.turn(0);
        QCOMPARE(order, std::string("abc"));
    }
    void wake_from_another_thread() {
        Loop loop;
        std::thread other([&] { loop.wake(); });
        QVERIFY(loop.turn(5000));
        other.join();
    }

    void socket_lines_both_ways_and_private() {
        QTemporaryDir dir;
        const std::string folder = dir.filePath("weftwork").toStdString(), path = folder + "/s";
        QVERIFY(check_private_folder(folder).has_value());
        auto listener = listen_at(path);
        QVERIFY(listener.has_value());
        struct stat info{};
        stat(folder.c_str(), &info);
        QCOMPARE(info.st_mode & 0777, 0700u);
        stat(path.c_str(), &info);
        QCOMPARE(info.st_mode & 0777, 0600u);

        auto fd = connect_to(path);
        QVERIFY(fd.has_value());
        Loop loop;
        Connection connection(loop, accept_own(*listener), {100, 1000});
        std::vector<std::string> lines;
        bool closed = false;
        connection.on_line = [&](std::string_view line) { lines.emplace_back(line); };
        connection.on_closed = [&] { closed = true; };
        QCOMPARE(write(*fd, "one\ntw", 6), ssize_t(6));
        QCOMPARE(write(*fd, "o\n", 2), ssize_t(2));
        while (lines.size() < 2) loop.turn(1000);
        QCOMPARE(lines, (std::vector<std::string>{"one", "two"}));
        QVERIFY(connection.send("answer"));
        loop.turn(1000);
        char buffer[16] = {};
        QCOMPARE(read(*fd, buffer, sizeof buffer), ssize_t(7));
        QVERIFY(!connection.send(std::string(2000, 'x')));                  // slow reader: nothing queued
        const std::string flood(300, 'y');
        QCOMPARE(write(*fd, flood.data(), flood.size()), ssize_t(300));     // a line above the limit ends the connection
        while (!closed) loop.turn(1000);
        ::close(*fd);
        ::close(*listener);
    }

    void a_log_that_is_made_by_its_first_line() {
        QTemporaryDir dir;
        const std::string path = dir.filePath("log").toStdString();
        LogFile log;
        log.open_later(path, "head\n", {8, 8, 2});
        log.write("");
        QVERIFY(!QFile::exists(dir.filePath("log")));
        QVERIFY(read_log(path, 0, 100).end);
        log.write("line\n");
        QCOMPARE(log.size(), std::int64_t(10));
        QCOMPARE(read_log(path, 0, 100, {8, 8, 2}).data, std::string("head\nline\n"));
        log.close();
        LogFile silent;
        silent.open_later(dir.filePath("silent").toStdString(), "head\n");
        silent.close();
        silent.write("too late");
        QVERIFY(!QFile::exists(dir.filePath("silent")));
        LogFile refused;
        refused.open_later(dir.filePath("no/such/folder/log").toStdString(), "head\n");
        QVERIFY(!refused.failed());
        refused.write("line\n");
        QVERIFY(refused.failed());
    }

    // What has arrived at the other end, without waiting.
    static std::string arrived(int fd) {
        std::string all;
        char buffer[65536];
        for (ssize_t n; (n = recv(fd, buffer, sizeof buffer, MSG_DONTWAIT)) > 0;) all.append(buffer, std::size_t(n));
        return all;
    }
    void lines_of_one_moment_travel_together() {
        int ends[2];
        QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
        Loop loop;
        Connection connection(loop, ends[0], {100, 1000, 60'000});
        QVERIFY(connection.send("one"));                                     // nothing was sent for long: at once
        loop.turn(1000);
        QCOMPARE(arrived(ends[1]), std::string("one\n"));
        QVERIFY(connection.send("two") && connection.send("three"));
        loop.turn(0);
        QCOMPARE(arrived(ends[1]), std::string());
        connection.send_always("answer");                                   // an answer does not wait, and overtakes nothing
        loop.turn(1000);
        QCOMPARE(arrived(ends[1]), std::string("two\nthree\nanswer\n"));
        QCOMPARE(connection.unsent(), std::size_t(0));
        ::close(ends[1]);
    }
    void a_slow_reader_gets_every_line_that_was_taken() {
        int ends[2];
        QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
        Loop loop;
        Connection connection(loop, ends[0], {100, 6u << 20, 0});
        std::string expected, got;
        for (int i = 0; i < 5000; ++i) {
            const std::string line(1000, char('a' + i % 26));
            QVERIFY(connection.send(line));
            expected += line + "\n";
            if (i % 500 == 0) loop.turn(0);
        }
        while (connection.unsent() > 0) {
            loop.turn(1000);
            got += arrived(ends[1]);
        }
        QVERIFY(got + arrived(ends[1]) == expected);
        ::close(ends[1]);
    }
    void a_reader_that_has_gone_is_noticed_while_writing() {
        int ends[2];
        QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
        Loop loop;
        Connection connection(loop, ends[0], {100, 1000, 0});
        int closed = 0;
        connection.on_closed = [&] { ++closed; };
        ::close(ends[1]);
        QVERIFY(connection.send("into the void"));
        for (int i = 0; i < 3; ++i) loop.turn(0);
        QCOMPARE(closed, 1);
        QVERIFY(!connection.open());
    }
    void folder_of_others_is_refused() {
        QTemporaryDir dir;
        QFile f(dir.filePath("file"));
        QVERIFY(f.open(QIODevice::WriteOnly));
        QVERIFY(!check_private_folder(f.fileName().toStdString()).has_value());
        QVERIFY(QFile::link(dir.path(), dir.filePath("link")));
        QVERIFY(!check_private_folder(dir.filePath("link").toStdString()).has_value());
    }
};

QTEST_GUILESS_MAIN(TestStreams)
#include "tst_streams.moc"
