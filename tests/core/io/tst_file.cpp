// Reading refuses what is no file without ever waiting for it; writing is all or nothing and leaves links and modes as they were.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <csignal>
#include <unistd.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "core/io/file.h"

using namespace weft;

class FileTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::string at(const char* name) const { return folder_.filePath(name).toStdString(); }
    int files() const { return int(QDir(folder_.path()).entryList(QDir::Files | QDir::Hidden | QDir::System).size()); }
    static mode_t mode_of(const std::string& path) {
        struct stat info {};
        ::lstat(path.c_str(), &info);
        return info.st_mode;
    }

  private slots:
    void what_is_no_file_is_refused_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("word");
        ::mkfifo(at("fifo").c_str(), 0600);
        const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address{AF_UNIX, {}};
        qstrncpy(address.sun_path, at("sock").c_str(), sizeof address.sun_path);
        QVERIFY(::bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        ::close(fd);
        QTest::newRow("fifo") << folder_.filePath("fifo") << "pipe";
        QTest::newRow("zero") << "/dev/zero" << "device";
        QTest::newRow("full") << "/dev/full" << "device";
        QTest::newRow("folder") << folder_.path() << "folder";
        QTest::newRow("socket") << folder_.filePath("sock") << "socket";
        QTest::newRow("missing") << folder_.filePath("nothing") << "No such file";
        QTest::newRow("empty name") << "" << "No such file";
    }
    void what_is_no_file_is_refused() {
        QFETCH(QString, path);
        QFETCH(QString, word);
        const auto read = io::read_file(path.toStdString());
        QVERIFY(!read);
        QVERIFY2(QString::fromStdString(describe(read.error())).contains(word), describe(read.error()).c_str());
        if (word != "No such file") QVERIFY(!io::write_file(path.toStdString(), "x"));
    }

    void limits() {
        QVERIFY(io::write_file(at("ten"), "0123456789"));
        QVERIFY(io::read_file(at("ten"), 10));
        QVERIFY(!io::read_file(at("ten"), 9));
        QVERIFY(io::read_file("/proc/self/status"));                   // says its size is 0
        QVERIFY(!io::read_file("/proc/self/status", 10));
    }

    void bytes_come_back() {
        const std::string data("a\0b\r\n\xff", 6);
        QVERIFY(io::write_file(at("bytes"), data));
        QCOMPARE(*io::read_file(at("bytes")), data);
        QVERIFY(io::write_file(at("bytes"), ""));
        QCOMPARE(*io::read_file(at("bytes")), std::string());
    }

    void mode_and_link_stay() {
        QVERIFY(io::write_file(at("real"), "1"));
        ::chmod(at("real").c_str(), 0640);
        QVERIFY(::symlink("real", at("hop").c_str()) == 0);
        QVERIFY(::symlink(at("hop").c_str(), at("link").c_str()) == 0);
        QVERIFY(io::write_file(at("link"), "2"));
        QVERIFY(S_ISLNK(mode_of(at("link"))));
        QVERIFY(S_ISLNK(mode_of(at("hop"))));
        QCOMPARE(mode_of(at("real")) & 07777, mode_t(0640));
        QCOMPARE(*io::read_file(at("real")), std::string("2"));
    }

    void a_link_to_nothing_yet_and_a_circle() {
        QVERIFY(::symlink("later", at("early").c_str()) == 0);
        QVERIFY(io::write_file(at("early"), "x"));
        QCOMPARE(*io::read_file(at("later")), std::string("x"));
        QVERIFY(::symlink("round", at("round").c_str()) == 0);
        QVERIFY(!io::write_file(at("round"), "x"));
        QVERIFY(!io::read_file(at("round")));
    }

    void a_new_file_obeys_the_umask() {
        const mode_t before = ::umask(027);
        QVERIFY(io::write_file(at("masked"), "x"));
        ::umask(before);
        QCOMPARE(mode_of(at("masked")) & 07777, mode_t(0640));
    }

    void a_failed_write_leaves_the_old_file_and_no_litter() {
        QVERIFY(io::write_file(at("kept"), "old"));
        const int before = files();
        const pid_t child = ::fork();
        if (child == 0) {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{1000, 1000};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            ::_exit(io::write_file(at("kept"), std::string(100'000, 'n')) ? 1 : 0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        QCOMPARE(*io::read_file(at("kept")), std::string("old"));
        QCOMPARE(files(), before);
        QVERIFY(!io::write_file(at("no/such/folder/file"), "x"));
    }

    void folders() {
        QVERIFY(io::make_folders(at("a/b/c"), 0700));
        QCOMPARE(mode_of(at("a/b/c")) & 0777, mode_t(0700));
        QVERIFY(io::make_folders(at("a/b/c")));
        QVERIFY(io::write_file(at("a/file"), "x"));
        QVERIFY(!io::make_folders(at("a/file/d")));
        QVERIFY(!io::make_folders(at("a/file")));
    }

    void absolute_paths() {
        QCOMPARE(io::absolute_path("/a/./b//../c"), std::string("/a/c"));
        QCOMPARE(io::absolute_path("/../.."), std::string("/"));
        QCOMPARE(io::absolute_path(""), std::string());
        QVERIFY(io::absolute_path("x").starts_with('/'));
        QVERIFY(io::absolute_path("x").ends_with("/x"));
    }
};

QTEST_GUILESS_MAIN(FileTest)
#include "tst_file.moc"
