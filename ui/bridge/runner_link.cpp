#include "ui/bridge/runner_link.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <algorithm>

#include "core/run/client.h"
#include "core/run/protocol.h"
#include "ui/bridge/run_json.h"
#include "ui/bridge/text.h"

namespace weft::ui {

namespace {

// $WEFT_RUNNER names the weft binary (or a whole command); otherwise it stands beside this binary, or in the PATH.
QStringList runner_command() {
    const QString named = qEnvironmentVariable("WEFT_RUNNER");
    if (!named.isEmpty() && !QFileInfo::exists(named)) return QProcess::splitCommand(named);
    if (!named.isEmpty()) return {named, QStringLiteral("runner")};
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/weft");
    return {QFileInfo(beside).isExecutable() ? beside : QStringLiteral("weft"), QStringLiteral("runner")};
}

}  // namespace

RunnerLink::RunnerLink(QObject* parent) : QObject(parent) {
    again_.setSingleShot(true);
    again_.setInterval(fast_ms_);
    connect(&again_, &QTimer::timeout, this, &RunnerLink::try_connect);
    connect(&socket_, &QLocalSocket::connected, this, [this] { send({{"hello", {{"protocol", run::protocol_version}}}}); });
    connect(&socket_, &QLocalSocket::readyRead, this, &RunnerLink::read);
    connect(&socket_, &QLocalSocket::disconnected, this, &RunnerLink::lost);
    connect(&socket_, &QLocalSocket::errorOccurred, this, [this](QLocalSocket::LocalSocketError) {
        if (!ready_ && wanted_) again_.start();   // the state is told only after this signal
    });
}

RunnerLink::~RunnerLink() {
    socket_.disconnect(this);
}

void RunnerLink::connect_to_running() {
    if (ready_ || socket_.state() != QLocalSocket::UnconnectedState) return;
    socket_.connectToServer(qs(run::socket_path()));
}

void RunnerLink::ask(nlohmann::json body, Answer answer, bool start) {
    if (ready_) {
        const int id = next_id_++;
        body["id"] = id;
        open_[id] = std::move(answer);
        send(body);
        return;
    }
    if (!start) {
        answer({}, tr("no runner answers"));
        return;
    }
    waiting_.push_back({std::move(body), std::move(answer)});
    if (wanted_) return;
    wanted_ = true;
    tries_ = 0;
    again_.setInterval(fast_ms_);
    try_connect();
}

void RunnerLink::set_pace(int fast_ms, int fast_tries, int slowest_ms) {
    fast_ms_ = fast_ms;
    fast_tries_ = fast_tries;
    slowest_ms_ = slowest_ms;
    again_.setInterval(fast_ms);
}

void RunnerLink::try_connect() {
    if (ready_ || socket_.state() == QLocalSocket::ConnectedState || socket_.state() == QLocalSocket::ConnectingState) return;
    const bool slow = tries_ > fast_tries_;
    if (tries_ == 1 || slow) start_runner();   // the try before found nobody; what was started then may have died
    if (slow) {
        if (tries_ == fast_tries_ + 1) emit waiting(tr("the runner does not answer yet; Weftwork goes on trying"));
        again_.setInterval(std::min(slowest_ms_, std::max(1, again_.interval() * 2)));
    }
    ++tries_;
    socket_.connectToServer(qs(run::socket_path()));
}

void RunnerLink::start_runner() {
    const QStringList command = runner_command();
    QProcess runner;
    runner.setProgram(command.first());
    runner.setArguments(command.mid(1));
    // It outlives this window: it must not hold the window's own pipes open.
    runner.setStandardInputFile(QProcess::nullDevice());
    runner.setStandardOutputFile(QProcess::nullDevice());
    runner.setStandardErrorFile(QProcess::nullDevice());
    if (!runner.startDetached()) give_up(tr("cannot start the runner: %1").arg(command.join(u' ')));
}

void RunnerLink::give_up(const QString& why) {
    wanted_ = false;
    again_.stop();
    std::vector<Waiting> waiting;
    waiting.swap(waiting_);
    for (const Waiting& one : waiting) one.answer({}, why);
}

void RunnerLink::send(const nlohmann::json& line) {
    const std::string text = run::line_of(line) + "\n";
    socket_.write(text.data(), qint64(text.size()));
}

void RunnerLink::greeted(const nlohmann::json&) {
    ready_ = true;
    wanted_ = false;
    emit up();
    std::vector<Waiting> waiting;
    waiting.swap(waiting_);
    for (Waiting& one : waiting) ask(std::move(one.body), std::move(one.answer), false);
}

void RunnerLink::read() {
    while (socket_.canReadLine()) {
        const QByteArray bytes = socket_.readLine();
        const nlohmann::json line = run::parse_object({bytes.constData(), std::size_t(bytes.size())});
        if (!line.is_object()) continue;
        if (line.contains("hello")) {
            greeted(line["hello"]);
            continue;
        }
        const auto id = line.find("id");
        if (id == line.end() || !id->is_number_integer()) {
            emit news(line);
            continue;
        }
        const auto found = open_.find(id->get<int>());
        if (found == open_.end()) continue;
        const Answer answer = std::move(found->second);
        open_.erase(found);
        const auto error = line.find("error");
        if (error != line.end()) answer({}, qs(error_text(*error)));
        else answer(line.contains("ok") ? line["ok"] : nlohmann::json::object(), {});
    }
}

void RunnerLink::lost() {
    const bool was_ready = ready_;
    ready_ = false;
    std::map<int, Answer> open;
    open.swap(open_);
    for (const auto& [id, answer] : open) answer({}, tr("the runner has gone"));
    if (was_ready) emit down();
    if (!waiting_.empty()) again_.start();
}

}  // namespace weft::ui
