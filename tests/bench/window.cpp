// The floor of the start-up bench: the smallest Qt program that paints a window and says how long that took.
#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QTimer>
#include <QWidget>
#include <cstdio>

class Window : public QWidget {
  public:
    explicit Window(QElapsedTimer clock) : clock_(clock) { resize(1440, 900); }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(rect(), Qt::white);
        std::printf("first paint: %lld ms\n", static_cast<long long>(clock_.elapsed()));
        QTimer::singleShot(0, qApp, &QApplication::quit);
    }

  private:
    QElapsedTimer clock_;
};

int main(int argc, char** argv) {
    QElapsedTimer clock;
    clock.start();
    QApplication app(argc, argv);
    Window window(clock);
    window.show();
    return app.exec();
}
