// How long every event handler keeps the window: the outermost handler of each event is timed on this thread's own processor clock, so that a busy machine
// is not mistaken for a slow handler. WEFT_WATCHDOG=1 makes the designer print the worst ten when it ends; the bench of the window asks here too.
#pragma once

#include <QApplication>
#include <vector>

namespace weft::ui {

class WatchedApplication : public QApplication {
  public:
    struct Handler {
        QString step;        // what was going on, in the words of who drives the window
        QString what;        // receiver and event
        double cpu_ms = 0;   // of this thread
        double wall_ms = 0;
        bool paint = false;  // it painted
    };
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override;

    void begin(const QString& step) { step_ = step; }
    const std::vector<Handler>& handlers() const { return handlers_; }    // those of a millisecond and more, in the order they came
    std::vector<Handler> worst(std::size_t count) const;

  private:
    QString step_;
    std::vector<Handler> handlers_;
    int depth_ = 0;
    bool painted_ = false;
};

bool watchdog_wanted();                               // WEFT_WATCHDOG is set
void print_worst(const WatchedApplication& application);

}  // namespace weft::ui
