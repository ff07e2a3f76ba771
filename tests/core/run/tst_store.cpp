// The run history: what is acknowledged is there, whatever happens to the process, the disk or the file.
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include "core/run/store.h"

using namespace weft;
using run::Event;
using run::EventKind;
using run::RunRecord;
using run::Store;

namespace {

std::unique_ptr<Store> opened(const std::string& file, bool read_only = false) {
    auto store = Store::open(file, read_only);
    if (!store) qWarning("%s", describe(store.error()).c_str());
    return store ? std::move(*store) : nullptr;
}

RunRecord record(const std::string& key = "/home/ann/a.weft.yaml") {
    RunRecord r;
    r.flow = "a", r.flow_key = key, r.file = key, r.target = "local", r.flow_text = "flow: a\n\0tail", r.params = {{"epochs", "3"}, {"epochs", "4"}};
    return r;
}

Event ended(const std::string& run, std::int64_t seq) { return {run, 1, seq, "train[3]", 2, EventKind::ended, 1000 + seq, {{"result", "failed"}, {"exit", "1"}, {"result", "twice"}}}; }

}  // namespace

class StoreTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::string file(const char* name) const { return folder_.filePath(name).toStdString(); }

  private slots:
    void what_is_written_is_read() {
        const std::string path = file("deep/er/runs.db");
        RunRecord made;
        {
            auto store = opened(path);
            QVERIFY(store);
            QVERIFY(store->notice().empty());
            const auto created = store->create(record());
            QVERIFY(created);
            made = *created;
            QVERIFY(store->append({ended(made.run, 1), ended(made.run, 2), ended(made.run, 3)}));
        }
        auto store = opened(path);
        QVERIFY(store);
        const auto found = store->find(made.run);
        QVERIFY(found);
        QCOMPARE(found->flow_text, record().flow_text);
        QCOMPARE(found->params.size(), std::size_t(2));
        QCOMPARE(found->number, std::int64_t(1));
        QCOMPARE(*store->events(made.run), (std::vector<Event>{ended(made.run, 1), ended(made.run, 2), ended(made.run, 3)}));
        QCOMPARE(*store->events(made.run, 2), (std::vector<Event>{ended(made.run, 3)}));
        made.outcome = "Failed", made.cause = "train", made.sentence = "train exited with 1", made.ended_ms = 77;
        QVERIFY(store->finish(made));
        const auto listed = store->list();
        QVERIFY(listed && listed->size() == 1);
        QCOMPARE(listed->front().outcome, std::string("Failed"));
        QVERIFY(listed->front().flow_text.empty());
    }

    void numbers_count_by_flow_and_are_never_used_twice() {
        auto store = opened(file("numbers.db"));
        const auto first = store->create(record()), second = store->create(record()), other = store->create(record("untitled:b"));
        QCOMPARE(first->number, std::int64_t(1));
        QCOMPARE(second->number, std::int64_t(2));
        QCOMPARE(other->number, std::int64_t(1));
        QVERIFY(first->run != second->run);
        QVERIFY(store->append({ended(second->run, 1)}));
        QVERIFY(store->remove(second->run));
        QVERIFY(!store->find(second->run));
        QVERIFY(store->events(second->run)->empty());
        QCOMPARE(store->create(record())->number, std::int64_t(3));
        QCOMPARE(store->list(1)->front().number, std::int64_t(3));
    }

    void one_run_never_sees_another() {
        auto store = opened(file("two.db"));
        const auto a = store->create(record()), b = store->create(record());
        QVERIFY(store->append({ended(a->run, 1), ended(b->run, 1), ended(b->run, 2)}));
        QCOMPARE(store->events(a->run)->size(), std::size_t(1));
        QCOMPARE(store->events(b->run)->size(), std::size_t(2));
    }

    void twice_is_once_and_a_clash_is_told() {
        auto store = opened(file("twice.db"));
        const auto made = store->create(record());
        QVERIFY(store->append({ended(made->run, 1)}));
        QVERIFY(store->append({ended(made->run, 1), ended(made->run, 2)}));
        Event other = ended(made->run, 2);
        other.path = "else";
        QVERIFY(!store->append({ended(made->run, 3), other}));
        QCOMPARE(store->events(made->run)->size(), std::size_t(2));       // the whole transaction is gone
        QVERIFY(!store->append({ended("nobody", 1)}));
        Event unnumbered = ended(made->run, 0);
        QVERIFY(store->append({unnumbered, unnumbered}));
        QCOMPARE(store->events(made->run)->back().seq, std::int64_t(4));
    }

    void readers_read_beside_the_writer() {
        const std::string path = file("live.db");
        auto writer = opened(path);
        const auto made = writer->create(record());
        auto reader = opened(path, true);
        QVERIFY(reader);
        QVERIFY(writer->append({ended(made->run, 1)}));
        QCOMPARE(reader->events(made->run)->size(), std::size_t(1));
        QVERIFY(!reader->append({ended(made->run, 2)}));
        QVERIFY(!reader->create(record()));
    }

    void a_read_only_place_is_readable_data() {
        QTest::addColumn<bool>("unfinished_log");
        QTest::newRow("closed") << false;
        QTest::newRow("with its log") << true;
    }
    void a_read_only_place_is_readable() {
        QFETCH(bool, unfinished_log);
        const std::string folder = file(unfinished_log ? "sealed-log" : "sealed"), path = folder + "/runs.db", source = file("source.db") + (unfinished_log ? "2" : "1");
        QVERIFY(QDir().mkpath(QString::fromStdString(folder)));
        auto writer = opened(source);
        const std::string run = writer->create(record())->run;
        QVERIFY(writer->append({ended(run, 1)}));
        if (!unfinished_log) writer.reset();                              // folds the log in
        QVERIFY(QFile::copy(QString::fromStdString(source), QString::fromStdString(path)));
        if (unfinished_log) QVERIFY(QFile::copy(QString::fromStdString(source + "-wal"), QString::fromStdString(path + "-wal")));
        for (const char* part : {"", "-wal"}) ::chmod((path + part).c_str(), 0444);
        ::chmod(folder.c_str(), 0555);
        ::chmod(qPrintable(folder_.path()), 0755);
        const pid_t child = ::fork();
        if (child == 0) {
            if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(3);   // root may write everywhere
            auto reader = Store::open(path, true);
            if (!reader) { qWarning("%s", describe(reader.error()).c_str()); ::_exit(1); }
            const auto events = (*reader)->events(run);
            const bool good = events && events->size() == 1;
            reader->reset();
            ::_exit(good ? 0 : 2);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        ::chmod(folder.c_str(), 0755);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }

    void missing_foreign_and_newer_files() {
        QVERIFY(!Store::open(file("none.db"), true));
        QVERIFY(!QFile::exists(folder_.filePath("none.db")));
        const std::string path = file("newer.db");
        opened(path)->create(record());
        QFile raw(QString::fromStdString(path));
        QVERIFY(raw.open(QIODevice::ReadWrite));
        raw.seek(60);                                                     // user_version, big endian
        raw.write(QByteArray("\0\0\0\2", 4));
        raw.close();
        const auto newer = Store::open(path, false);
        QVERIFY(!newer);
        QVERIFY(describe(newer.error()).find("newer version") != std::string::npos);
    }

    void a_damaged_file_is_moved_aside() {
        const std::string path = file("broken.db");
        for (int round = 1; round <= 2; ++round) {
            QFile raw(QString::fromStdString(path));
            QVERIFY(raw.open(QIODevice::WriteOnly | QIODevice::Truncate));
            raw.write(QByteArray(9000, 'x'));
            raw.close();
            QVERIFY(!Store::open(path, true));
            auto store = opened(path);
            QVERIFY(store);
            QVERIFY(english(store->notice()).find("damaged-" + std::to_string(round)) != std::string::npos);
            QVERIFY(store->create(record()));
            QVERIFY(QFile::exists(QString::fromStdString(path + ".damaged-" + std::to_string(round))));
        }
    }

    void flipped_bytes_never_crash() {
        const std::string path = file("flips.db");
        {
            auto store = opened(path);
            for (int i = 0; i < 20; ++i) {
                const auto made = store->create(record());
                std::vector<Event> events;
                for (int n = 1; n <= 40; ++n) events.push_back(ended(made->run, n));
                QVERIFY(store->append(events));
            }
        }
        QFile good(QString::fromStdString(path));
        QVERIFY(good.open(QIODevice::ReadOnly));
        const QByteArray bytes = good.readAll();
        QRandomGenerator random(7);
        for (int i = 0; i < 200; ++i) {
            QByteArray bad = bytes;
            const int at = i < 100 ? i : int(random.bounded(bytes.size()));   // the header first
            bad[at] = char(bad[at] ^ (1 << random.bounded(8)));
            const std::string victim = file("victim.db");
            for (const char* part : {"", "-wal", "-shm"}) ::unlink((victim + part).c_str());
            QFile out(QString::fromStdString(victim));
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(bad);
            out.close();
            if (const auto reader = Store::open(victim, true)) {
                if (const auto list = (*reader)->list())
                    for (const RunRecord& each : *list) (void)(*reader)->events(each.run);
            }
            const auto writer = Store::open(victim, false);
            if (writer && (*writer)->notice().empty()) (void)(*writer)->create(record());
        }
    }

    void kill_loses_nothing_acknowledged() {
        const std::string path = file("killed.db");
        std::string run;
        { run = opened(path)->create(record())->run; }
        std::int64_t acknowledged = 0;
        QRandomGenerator random(11);
        for (int round = 0; round < 30; ++round) {
            int pipe[2];
            QCOMPARE(::pipe(pipe), 0);
            const pid_t child = ::fork();
            if (child == 0) {
                auto store = Store::open(path, false);
                for (std::int64_t seq = acknowledged + 1; store; ++seq) {
                    if (!(*store)->append({ended(run, seq)})) ::_exit(1);
                    if (::write(pipe[1], &seq, sizeof seq) != sizeof seq) ::_exit(1);
                }
                ::_exit(1);
            }
            ::close(pipe[1]);
            const int wanted = 1 + int(random.bounded(60));
            std::int64_t seq = 0;
            for (int i = 0; i < wanted && ::read(pipe[0], &seq, sizeof seq) == sizeof seq; ++i) acknowledged = seq;
            ::kill(child, SIGKILL);
            while (::read(pipe[0], &seq, sizeof seq) == sizeof seq) acknowledged = seq;
            ::close(pipe[0]);
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY(WIFSIGNALED(status));
            auto store = opened(path);
            QVERIFY(store && store->notice().empty());
            const auto events = store->events(run);
            QVERIFY(events);
            QVERIFY2(std::int64_t(events->size()) >= acknowledged, "an acknowledged event is missing");
            acknowledged = std::int64_t(events->size());                   // one more may have been committed than was heard of
            for (std::int64_t i = 0; i < acknowledged; ++i) QCOMPARE((*events)[std::size_t(i)].seq, i + 1);
        }
    }

    void a_full_disk_is_an_error_and_no_end() {
        const std::string path = file("full.db");
        const pid_t child = ::fork();
        if (child == 0) {
            ::signal(SIGXFSZ, SIG_IGN);
            auto store = Store::open(path, false);
            const auto made = (*store)->create(record());
            rlimit limit{200'000, RLIM_INFINITY};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            std::int64_t written = 0;
            Error error;
            for (std::int64_t seq = 1; seq < 100'000; ++seq) {
                const auto ok = (*store)->append({ended(made->run, seq)});
                if (!ok) { error = ok.error(); break; }
                written = seq;
            }
            if (written == 0 || describe(error).find("disk is full") == std::string::npos) ::_exit(10);
            if (std::int64_t((*store)->events(made->run)->size()) != written) ::_exit(11);
            limit.rlim_cur = RLIM_INFINITY;                                // room again: the same handle goes on
            ::setrlimit(RLIMIT_FSIZE, &limit);
            for (std::int64_t seq = written + 1; seq < written + 500; ++seq)
                if (!(*store)->append({ended(made->run, seq)})) ::_exit(12);
            ::_exit((*store)->events(made->run)->size() == std::size_t(written + 499) ? 0 : 13);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
