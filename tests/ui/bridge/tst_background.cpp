// The workers leave Qt's own pool alone: painting needs it.
#include <QImage>
#include <QPainter>
#include <QSemaphore>
#include <QTest>

#include "ui/bridge/background.h"

using namespace weft::ui;

class TestBackground : public QObject {
    Q_OBJECT
  private slots:
    void painting_does_not_wait_for_a_worker() {
        QSemaphore go_on, begun;
        int answered = 0;
        const int works = 2 * QThread::idealThreadCount() + 2;   // more than there are threads
        for (int i = 0; i < works; ++i)
            in_background(this, [&] { begun.release(); go_on.acquire(); return 1; }, [&](int one) { answered += one; });
        QVERIFY(begun.tryAcquire(1, 5000));
        QCOMPARE(QThreadPool::globalInstance()->activeThreadCount(), 0);
        QImage picture(1200, 900, QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(QColor(0, 0, 0, 90));
        painter.drawRoundedRect(10, 10, 1100, 800, 20, 20);   // hung here while the workers had the global pool
        painter.end();
        QVERIFY(picture.pixelColor(600, 400) != QColor(Qt::white));
        QCOMPARE(answered, 0);
        go_on.release(works);
        QTRY_COMPARE(answered, works);
    }
};

QTEST_MAIN(TestBackground)
#include "tst_background.moc"
