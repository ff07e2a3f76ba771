#include "ui/base/watchdog.h"

#include <QMetaEnum>
#include <QThread>
#include <algorithm>
#include <cstdio>
#include <ctime>

namespace weft::ui {

namespace {

double clock_ms(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6;
}

QString name_of(const QObject& receiver, const QByteArray& type, const QEvent& event) {
    const QString name = receiver.objectName();
    const char* key = QMetaEnum::fromType<QEvent::Type>().valueToKey(event.type());
    return QString::fromLatin1(type) + (name.isEmpty() ? QString() : u' ' + name) + QStringLiteral(": ") + (key ? QString::fromLatin1(key) : QString::number(event.type()));
}

}  // namespace

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
    if (QThread::currentThread() != thread()) return QApplication::notify(receiver, event);
    if (event->type() == QEvent::Paint) painted_ = true;
    if (depth_ > 0) return QApplication::notify(receiver, event);
    // The receiver may be gone afterwards.
    const QByteArray type = receiver->metaObject()->className();
    const QString what = name_of(*receiver, type, *event);
    painted_ = event->type() == QEvent::Paint;
    const double cpu = clock_ms(CLOCK_THREAD_CPUTIME_ID), wall = clock_ms(CLOCK_MONOTONIC);
    ++depth_;
    const bool taken = QApplication::notify(receiver, event);
    --depth_;
    const double used = clock_ms(CLOCK_THREAD_CPUTIME_ID) - cpu;
    if (used >= 1) handlers_.push_back({step_, what, used, clock_ms(CLOCK_MONOTONIC) - wall, painted_});
    return taken;
}

std::vector<WatchedApplication::Handler> WatchedApplication::worst(std::size_t count) const {
    std::vector<Handler> out = handlers_;
    std::stable_sort(out.begin(), out.end(), [](const Handler& a, const Handler& b) { return a.cpu_ms > b.cpu_ms; });
    if (out.size() > count) out.resize(count);
    return out;
}

bool watchdog_wanted() { return qEnvironmentVariableIsSet("WEFT_WATCHDOG"); }

void print_worst(const WatchedApplication& application) {
    for (const WatchedApplication::Handler& one : application.worst(10))
        std::fprintf(stderr, "%7.1f ms cpu %7.1f ms wall  %s%s\n", one.cpu_ms, one.wall_ms, qPrintable(one.what), one.paint ? "  (painted)" : "");
}

}  // namespace weft::ui
