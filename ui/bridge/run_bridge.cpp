#include "ui/bridge/run_bridge.h"

#include <QTimer>
#include <algorithm>
#include <set>

#include "core/run/protocol.h"
#include "core/targets/document.h"
#include "ui/bridge/background.h"
#include "ui/bridge/run_json.h"
#include "ui/bridge/runner_link.h"
#include "ui/bridge/text.h"

namespace weft::ui {

namespace {

constexpr int flush_ms = 30;        // events come in bursts: one fold shown per frame or two
constexpr int log_poll_ms = 150;
constexpr int reconnect_ms = 1000;
constexpr int most_runs = 200;

bool ended(const RunView& view) { return view.record.ended_ms > 0 || !view.record.outcome.empty() || (view.state && view.state->ended); }

}  // namespace

struct RunBridge::Private {
    struct Kept { RunView view; run::RunState folding; bool dirty = false, asked = false; };
    struct Follow { QString run, path; int attempt = 0; std::int64_t offset = 0; };

    RunBridge* self = nullptr;
    RunnerLink link;
    std::map<QString, Kept> runs;
    std::vector<QString> order;
    QTimer flush, poll, reconnect;
    std::map<int, Follow> follows;
    int next_follow = 1;

    void take_record(run::RunRecord record);
    void take_event(const run::Event& event);
    void take_news(const nlohmann::json& line);
    void subscribe();
    void show_all();
    void read_store();
    void sort();
    void read_flow(Kept& kept);
    void ask_log(int token, bool start = false);
};

RunBridge::RunBridge(QObject* parent) : QObject(parent), d(std::make_unique<Private>()) {
    d->self = this;
    d->flush.setSingleShot(true);
    d->flush.setInterval(flush_ms);
    d->poll.setInterval(log_poll_ms);
    d->reconnect.setSingleShot(true);
    d->reconnect.setInterval(reconnect_ms);
    connect(&d->flush, &QTimer::timeout, this, [this] { d->show_all(); });
    connect(&d->reconnect, &QTimer::timeout, this, [this] { d->link.connect_to_running(); });
    connect(&d->poll, &QTimer::timeout, this, [this] {
        for (const auto& [token, follow] : std::map<int, Private::Follow>(d->follows)) d->ask_log(token);
    });
    connect(&d->link, &RunnerLink::news, this, [this](const nlohmann::json& line) { d->take_news(line); });
    connect(&d->link, &RunnerLink::up, this, [this] {
        d->subscribe();
        emit connection_changed();
    });
    connect(&d->link, &RunnerLink::waiting, this, &RunBridge::waiting);
    connect(&d->link, &RunnerLink::down, this, [this] {
        if (working()) d->reconnect.start();   // somebody may start it again: what was acknowledged is in its store
        emit connection_changed();
    });
}

RunBridge::~RunBridge() = default;

void RunBridge::start() {
    d->read_store();
    d->link.connect_to_running();
}

bool RunBridge::connected() const { return d->link.ready(); }
const std::vector<QString>& RunBridge::runs() const { return d->order; }

const RunView* RunBridge::find(const QString& run) const {
    const auto found = d->runs.find(run);
    return found == d->runs.end() ? nullptr : &found->second.view;
}

bool RunBridge::working() const {
    return std::any_of(d->runs.begin(), d->runs.end(), [](const auto& entry) { return !ended(entry.second.view); });
}

// --- asking -----------------------------------------------------------------------------------------------------------------------

void RunBridge::submit(const QString& file, const QString& title, const QString& text, std::size_t flow_index, const std::vector<run::Datum>& params) {
    const nlohmann::json body = {{"submit", {{"file", utf8(file)}, {"title", utf8(title)}, {"text", utf8(text)}, {"flow_index", flow_index},
                                             {"params", params_json(params)}, {"trusted", true}}}};
    d->link.ask(body, [this, text, flow_index, file](const nlohmann::json& ok, const QString& error) {
        if (!error.isEmpty()) {
            emit failed(error);
            return;
        }
        run::RunRecord record = run::record_from_json(ok);
        record.flow_text = utf8(text);
        record.flow_index = flow_index;
        if (record.file.empty()) record.file = utf8(file);
        const QString id = qs(record.run);
        d->take_record(std::move(record));
        emit submitted(id);
    }, true);
}

void RunBridge::cancel(const QString& run, bool kill) {
    d->link.ask({{"cancel", {{"run", utf8(run)}, {"how", kill ? "kill" : "stop"}}}}, [this](const nlohmann::json&, const QString& error) {
        if (!error.isEmpty()) emit failed(error);
    }, true);
}

void RunBridge::again(const QString& run) {
    const auto submit_it = [this, run] {
        const RunView* view = find(run);
        if (view && !view->record.flow_text.empty())
            submit(qs(view->record.file), qs(view->record.flow), qs(view->record.flow_text), view->record.flow_index, view->record.params);
    };
    const RunView* view = find(run);
    if (!view) return;
    if (!view->record.flow_text.empty()) {
        submit_it();
        return;
    }
    auto* once = new QObject(this);   // waits for the text, then submits it
    connect(this, &RunBridge::run_changed, once, [once, run, submit_it, this](const QString& changed) {
        if (changed != run || find(run)->record.flow_text.empty()) return;
        once->deleteLater();
        submit_it();
    });
    load(run);
}

void RunBridge::load(const QString& run) {
    const auto found = d->runs.find(run);
    if (found == d->runs.end() || found->second.asked) return;
    found->second.asked = true;
    if (d->link.ready()) {
        d->link.ask({{"show", {{"run", utf8(run)}}}}, [this, run](const nlohmann::json& ok, const QString& error) {
            if (!error.isEmpty()) {
                d->runs[run].asked = false;
                return;
            }
            d->take_record(run::record_from_json(ok.contains("run") ? ok["run"] : nlohmann::json()));
            if (ok.contains("events"))
                for (const run::Event& event : events_of(ok["events"])) d->take_event(event);
        }, false);
        return;
    }
    struct Found { run::RunRecord record; std::vector<run::Event> events; };
    in_background(this, [id = utf8(run)]() -> Found {
        Result<std::unique_ptr<run::Store>> store = run::Store::open(run::default_store_path(), true);
        if (!store) return {};
        Result<run::RunRecord> record = (*store)->find(id);
        Result<std::vector<run::Event>> events = (*store)->events(id);
        return {record ? *record : run::RunRecord{}, events ? *events : std::vector<run::Event>{}};
    }, [this](Found found) {
        if (found.record.run.empty()) return;
        d->take_record(std::move(found.record));
        for (const run::Event& event : found.events) d->take_event(event);
    });
}

int RunBridge::follow_log(const QString& run, const QString& path, int attempt) {
    const int token = d->next_follow++;
    d->follows[token] = {run, path, attempt, 0};
    const RunView* view = find(run);
    d->ask_log(token, view && ended(*view));   // an old log is worth a runner; one that died under its run is not started by looking
    d->poll.start();
    return token;
}

void RunBridge::unfollow_log(int token) {
    d->follows.erase(token);
    if (d->follows.empty()) d->poll.stop();
}

void RunBridge::Private::ask_log(int token, bool start) {
    const auto found = follows.find(token);
    if (found == follows.end()) return;
    const Follow& follow = found->second;
    const nlohmann::json body = {{"log", {{"run", utf8(follow.run)}, {"path", utf8(follow.path)}, {"attempt", follow.attempt}, {"offset", follow.offset}}}};
    link.ask(body, [this, token, asked = follow.offset](const nlohmann::json& ok, const QString& error) {
        const auto still = follows.find(token);
        if (still == follows.end() || still->second.offset != asked || !error.isEmpty()) return;
        const std::string data = ok.value("data", std::string());
        const bool base64 = ok.value("encoding", std::string()) == "base64";
        const QByteArray bytes = base64 ? QByteArray::fromBase64(QByteArray::fromStdString(data)) : QByteArray::fromStdString(data);
        const bool end = ok.value("end", false);
        still->second.offset = ok.value("next", asked + std::int64_t(bytes.size()));
        if (end) self->unfollow_log(token);
        if (!bytes.isEmpty() || end) emit self->log_data(token, bytes, end);
        if (!end && !bytes.isEmpty()) ask_log(token);   // there may be more at once
    }, start);
}

// --- hearing ------------------------------------------------------------------------------------------------------------------------

void RunBridge::Private::subscribe() {
    link.ask({{"subscribe", {{"after_seq", 0}, {"limit", most_runs}}}}, [this](const nlohmann::json& ok, const QString& error) {
        if (!error.isEmpty()) return;
        if (ok.contains("runs"))
            for (const nlohmann::json& item : ok["runs"]) take_record(run::record_from_json(item));
        if (ok.contains("events"))
            for (const run::Event& event : events_of(ok["events"])) take_event(event);
        for (const auto& [id, kept] : std::map<QString, Kept>(runs))
            if (!ended(kept.view)) self->load(id);   // its text, for the verdict
    }, false);
}

void RunBridge::Private::take_news(const nlohmann::json& line) {
    if (const auto event = line.find("event"); event != line.end()) {
        if (Result<run::Event> read = run::event_from_json(event->dump())) take_event(*read);
    } else if (const auto record = line.find("run"); record != line.end()) {
        take_record(run::record_from_json(*record));
    } else if (line.contains("gap")) {
        for (auto& [id, kept] : runs) kept.asked = false;
        subscribe();
    }
}

void RunBridge::Private::take_record(run::RunRecord record) {
    if (record.run.empty()) return;
    const QString id = qs(record.run);
    const bool fresh = !runs.count(id);
    Kept& kept = runs[id];
    if (record.flow_text.empty()) {   // lists come without the text
        record.flow_text = std::move(kept.view.record.flow_text);
        if (!record.flow_index) record.flow_index = kept.view.record.flow_index;
    }
    if (record.created_ms == 0) record.created_ms = kept.view.record.created_ms;
    if (record.number == 0) record.number = kept.view.record.number;
    if (record.flow.empty()) record.flow = kept.view.record.flow;
    if (record.params.empty()) record.params = kept.view.record.params;
    kept.view.record = std::move(record);
    kept.folding.run = kept.view.record.run;
    read_flow(kept);
    kept.dirty = true;
    flush.start();
    if (!fresh) return;
    sort();
    emit self->runs_changed();
}

void RunBridge::Private::take_event(const run::Event& event) {
    const QString id = qs(event.run);
    const auto found = runs.find(id);
    if (found == runs.end()) {
        run::RunRecord record;
        record.run = event.run;
        record.created_ms = event.time_ms;
        record.flow = event.get("flow");
        take_record(std::move(record));
        self->load(id);
    }
    Kept& kept = runs[id];
    kept.folding = run::reduce(std::move(kept.folding), event);
    kept.dirty = true;
    if (!flush.isActive()) flush.start();
}

void RunBridge::Private::read_flow(Kept& kept) {
    if (kept.view.flow || kept.view.record.flow_text.empty()) return;
    if (Result<DocumentPtr> document = open_text(kept.view.record.flow_text, kept.view.record.file, kept.view.record.flow_index)) {
        kept.view.flow = (*document)->flow;
        if (kept.view.record.flow.empty()) kept.view.record.flow = kept.view.flow->name;
    }
}

void RunBridge::Private::show_all() {
    std::vector<QString> changed;
    for (auto& [id, kept] : runs) {
        if (!kept.dirty) continue;
        kept.dirty = false;
        if (kept.folding.last_seq > 0 || !kept.folding.tasks.empty()) {
            kept.view.state = std::make_shared<const run::RunState>(kept.folding);
            if (kept.view.flow) kept.view.verdict = run::verdict(*kept.view.flow, kept.folding);
            if (kept.folding.created_ms && !kept.view.record.created_ms) kept.view.record.created_ms = kept.folding.created_ms;
            if (kept.folding.ended && !kept.view.record.ended_ms) kept.view.record.ended_ms = kept.folding.ended_ms;
        }
        changed.push_back(id);
    }
    for (const QString& id : changed) emit self->run_changed(id);
}

void RunBridge::Private::sort() {
    order.clear();
    for (const auto& [id, kept] : runs) order.push_back(id);
    std::sort(order.begin(), order.end(), [this](const QString& a, const QString& b) {
        const run::RunRecord &x = runs[a].view.record, &y = runs[b].view.record;
        return x.created_ms != y.created_ms ? x.created_ms > y.created_ms : x.run > y.run;
    });
}

// Without a runner the history can still be read; only the runner writes it.
void RunBridge::Private::read_store() {
    in_background(self, []() -> std::vector<run::RunRecord> {
        Result<std::unique_ptr<run::Store>> store = run::Store::open(run::default_store_path(), true);
        if (!store) return {};
        Result<std::vector<run::RunRecord>> list = (*store)->list();
        return list ? *list : std::vector<run::RunRecord>{};
    }, [this](std::vector<run::RunRecord> records) {
        for (run::RunRecord& record : records)
            if (!runs.count(qs(record.run))) take_record(std::move(record));
    });
}

}  // namespace weft::ui
