// The thread that writes the journals of all documents, one after the other: writing and syncing megabytes is no work for the window.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <functional>
#include <mutex>

#include "core/io/file.h"
#include "ui/bridge/text.h"
#include "ui/document/journal.h"

namespace weft::ui {

namespace {

// Not the workers' pool: a step must not wait for a lint run or a layout.
QThreadPool& writing_thread() {
    static QPointer<QThreadPool> pool;
    if (!pool) {
        pool = new QThreadPool(QCoreApplication::instance());   // the application waits for it when it ends
        pool->setMaxThreadCount(1);
    }
    return *pool;
}

bool write_all(int fd, const QByteArray& bytes) {
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t wrote = ::write(fd, bytes.constData() + done, std::size_t(bytes.size() - done));
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) return false;
        done += wrote;
    }
    return true;
}

void sync_folder(const QString& path) {
    const int fd = ::open(utf8(QFileInfo(path).absolutePath()).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    ::fsync(fd);
    ::close(fd);
}

// A journal of these steps alone, with the checksums of the texts between them.
QByteArray from_past(const QString& file, const QString& title, const JournalPast& past) {
    std::string text = past.text;
    for (auto entry = past.steps.rbegin(); entry != past.steps.rend(); ++entry)
        for (const EditStep& step : taken_back(entry->steps)) text = yaml::apply(text, step);
    QByteArray bytes = journal_head(file, title, text, past.canvas);
    int joined = 0;
    for (const JournalEntry& step : past.steps) {
        JournalEntry one = step;
        one.merge_key = step.steps.size() > 1 ? QStringLiteral("joined %1").arg(++joined) : QString();
        const std::size_t parts = std::max<std::size_t>(step.steps.size(), 1);
        for (std::size_t part = 0; part < parts; ++part) {
            one.steps.clear();
            if (part < step.steps.size()) {
                one.steps = {step.steps[part]};
                text = yaml::apply(text, step.steps[part]);
            }
            if (part + 1 == parts) one.canvas = step.canvas;
            else one.canvas.reset();
            one.checksum = journal_checksum(text);
            bytes += journal_line(one);
        }
    }
    JournalEntry saved;
    saved.op = JournalEntry::Op::saved;
    saved.checksum = journal_checksum(text);
    return bytes + journal_line(saved);
}

}  // namespace

struct Journal::Sink : std::enable_shared_from_this<Sink> {
    using Job = std::function<bool(Sink&)>;   // false: it could not be written

    int fd = -1;                              // of the writing thread while it is busy
    QString path, file, title;
    std::atomic<int> steps{0};
    std::atomic<std::size_t> bytes{0};        // of the steps
    std::mutex mutex;
    std::condition_variable quiet;
    std::vector<Job> waiting;
    bool busy = false, gone = false;

    ~Sink() {
        if (fd >= 0) ::close(fd);
    }

    void start(Job job) {
        const std::lock_guard lock(mutex);
        if (gone) return;
        waiting.push_back(std::move(job));
        if (std::exchange(busy, true)) return;
        writing_thread().start([self = shared_from_this()] { self->write(); });
    }

    // Everything that has gathered meanwhile is synced at once.
    void write() {
        for (;;) {
            std::vector<Job> jobs;
            {
                const std::lock_guard lock(mutex);
                jobs.swap(waiting);
                if (jobs.empty() || gone) {
                    busy = false;
                    quiet.notify_all();
                    return;
                }
            }
            bool well = true;
            for (const Job& job : jobs) well = well && job(*this);
            if (well && ::fdatasync(fd) == 0) continue;
            const std::lock_guard lock(mutex);   // the disk is full: half a journal would promise what it cannot keep
            if (!std::exchange(gone, true)) remove_journal(path);
        }
    }

    bool append(const JournalEntry& entry) {
        const QByteArray line = journal_line(entry);
        ++steps;
        bytes += std::size_t(line.size());
        return write_all(fd, line);
    }

    // Beside the old one and over it: killed in between, one of the two is whole.
    bool replace(const JournalPast& past) {
        const QString beside = path + QStringLiteral(".new");
        const int made = open_journal(beside, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND);
        const bool well = made >= 0 && write_all(made, from_past(file, title, past)) && ::fdatasync(made) == 0;
        const std::lock_guard lock(mutex);
        if (!well || gone || ::rename(utf8(beside).c_str(), utf8(path).c_str()) != 0) {   // then the old one goes on
            remove_journal(beside);
            if (made >= 0) ::close(made);
            JournalEntry saved;
            saved.op = JournalEntry::Op::saved;
            saved.checksum = journal_checksum(past.text);
            return append(saved);
        }
        ::close(fd);
        fd = made;
        sync_folder(path);
        return true;
    }
};

std::unique_ptr<Journal> Journal::begin(const QString& path, const QString& file, const QString& title, std::string text, CanvasPart canvas) {
    if (!io::make_folders(utf8(QFileInfo(path).absolutePath()))) return nullptr;
    const int fd = open_journal(path, O_WRONLY | O_CREAT | O_APPEND);
    if (fd < 0) return nullptr;
    auto sink = std::make_shared<Sink>();
    sink->fd = fd;
    sink->path = path;
    sink->file = file;
    sink->title = title;
    if (::ftruncate(fd, 0) != 0) {
        remove_journal(path);
        return nullptr;
    }
    sink->start([text = std::move(text), canvas = std::move(canvas)](Sink& to) {
        const bool well = write_all(to.fd, journal_head(to.file, to.title, text, canvas));
        sync_folder(to.path);
        return well;
    });
    return std::unique_ptr<Journal>(new Journal(std::move(sink)));
}

std::unique_ptr<Journal> Journal::resume(const FoundJournal& found) {
    const int fd = open_journal(found.path, O_WRONLY | O_APPEND);
    struct stat now{};
    if (fd >= 0 && ::fstat(fd, &now) == 0 && now.st_size == found.bytes && ::ftruncate(fd, found.understood) == 0) {   // without a torn end
        auto sink = std::make_shared<Sink>();
        sink->fd = fd;
        sink->path = found.path;
        sink->file = found.file;
        sink->title = found.title;
        sink->steps = int(found.entries.size());
        sink->bytes = std::size_t(std::max<qint64>(0, found.understood - qint64(found.base.size())));
        return std::unique_ptr<Journal>(new Journal(std::move(sink)));
    }
    if (fd >= 0) ::close(fd);
    std::unique_ptr<Journal> made = begin(found.path, found.file, found.title, found.base, found.canvas);   // somebody has changed it since
    if (made)
        made->sink_->start([entries = found.entries](Sink& to) { return std::all_of(entries.begin(), entries.end(), [&to](const JournalEntry& entry) { return to.append(entry); }); });
    return made;
}

Journal::~Journal() {
    wait();
    const std::lock_guard lock(sink_->mutex);   // unlocked now, not when the thread lets go of it
    if (sink_->fd >= 0 && !sink_->busy) ::close(std::exchange(sink_->fd, -1));
}

void Journal::add(JournalEntry entry, const std::string& text) {
    sink_->start([entry = std::move(entry), text](Sink& to) mutable {
        entry.checksum = journal_checksum(text);
        return to.append(entry);
    });
}

void Journal::begin_again(JournalPast past) {
    sink_->steps = int(past.steps.size());
    sink_->bytes = 0;
    sink_->start([past = std::move(past)](Sink& to) { return to.replace(past); });
}

bool Journal::longer_than(int times) const { return sink_->steps > times * kept_steps || sink_->bytes > std::size_t(times) * kept_bytes; }

bool Journal::wait() {
    std::unique_lock lock(sink_->mutex);
    sink_->quiet.wait(lock, [this] { return !sink_->busy; });
    return !sink_->gone;
}

void Journal::remove() {
    const std::lock_guard lock(sink_->mutex);
    if (std::exchange(sink_->gone, true)) return;
    sink_->waiting.clear();
    remove_journal(sink_->path);
}

const QString& Journal::path() const { return sink_->path; }

}  // namespace weft::ui
