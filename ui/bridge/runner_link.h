// The socket to the runner: connects, starts the runner on demand, matches answers to questions, hands on what comes unasked. Knows no run.
#pragma once

#include <QLocalSocket>
#include <QObject>
#include <QTimer>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

namespace weft::ui {

class RunnerLink : public QObject {
    Q_OBJECT
  public:
    using Answer = std::function<void(const nlohmann::json& ok, const QString& error)>;   // error "" = ok
    explicit RunnerLink(QObject* parent = nullptr);
    ~RunnerLink() override;
    void connect_to_running();
    bool ready() const { return ready_; }
    // Asks now, or as soon as a runner answers (started when `start` is set); fails when none can be reached.
    void ask(nlohmann::json body, Answer answer, bool start);
    // How often to try: every `fast_ms`, after `fast_tries` of them less and less often up to once in `slowest_ms`. For tests.
    void set_pace(int fast_ms, int fast_tries, int slowest_ms);

  signals:
    void up();
    void down();
    void waiting(const QString& why);        // nobody answers for long; the link goes on trying
    void news(const nlohmann::json& line);   // {"event":…}, {"run":…}, {"gap":…}

  private:
    void try_connect();
    void start_runner();
    void greeted(const nlohmann::json& hello);
    void read();
    void lost();
    void give_up(const QString& why);
    void send(const nlohmann::json& line);

    QLocalSocket socket_;
    QTimer again_;
    int tries_ = 0, fast_ms_ = 40, fast_tries_ = 200, slowest_ms_ = 10'000;   // 8 s: a cold disk may need some
    bool ready_ = false, started_ = false, wanted_ = false;
    int next_id_ = 1;
    std::map<int, Answer> open_;
    struct Waiting { nlohmann::json body; Answer answer; };
    std::vector<Waiting> waiting_;
};

}  // namespace weft::ui
