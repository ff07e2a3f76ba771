#include "ui/bridge/background.h"

#include <QThread>

namespace weft::ui {

QThreadPool& worker_pool() {
    static QPointer<QThreadPool> pool;
    if (!pool) {
        pool = new QThreadPool(QCoreApplication::instance());   // it ends with the application, which waits for what still runs
        pool->setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
        pool->setThreadPriority(QThread::LowPriority);          // the window first
    }
    return *pool;
}

}  // namespace weft::ui
