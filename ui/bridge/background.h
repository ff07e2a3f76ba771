// Work on another thread, answer on this one: `work` runs on a pool of our own with what it captured by value, `done` runs on the UI thread
// unless `receiver` has gone meanwhile. Shared by lint, reading of large texts, export and file I/O.
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <memory>
#include <utility>

namespace weft::ui {

// Not Qt's global pool: QPainter fills large areas there (6.4) and waits for them, so that a window would stand still until a long lint or layout is done.
QThreadPool& worker_pool();

// Lets go of something large on another thread: taking a tree of 10,000 tasks apart takes longer than a frame.
template <class Thing>
void let_go(Thing thing) {
    worker_pool().start([held = std::make_shared<Thing>(std::move(thing))]() mutable { held.reset(); });
}

template <class Work, class Done>
void in_background(QObject* receiver, Work work, Done done) {
    QPointer<QObject> guard(receiver);
    worker_pool().start([guard, work = std::move(work), done = std::move(done)]() mutable {
        auto result = std::make_shared<decltype(work())>(work());
        QCoreApplication* app = QCoreApplication::instance();
        if (!app) return;  // the application is closing
        QMetaObject::invokeMethod(app, [guard, result, done = std::move(done)]() mutable {
            if (guard) done(std::move(*result));
        }, Qt::QueuedConnection);
    });
}

}  // namespace weft::ui
