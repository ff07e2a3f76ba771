// What clients ask for. Changes are acknowledged after the commit that holds them.
#include <malloc.h>
#include <unistd.h>

#include "core/run/json_text.h"
#include "core/run/protocol.h"
#include "core/targets/document.h"
#include "core/targets/local/reproduce.h"
#include "core/targets/local/service.h"
#include "core/targets/local/service_json.h"
#include "core/targets/local/trust.h"

namespace weft::local {

namespace {

using Json = nlohmann::json;

// A snapshot may hold 100,000 events: they become text at once and are never held as JSON values.
void append_events(std::string& out, const std::vector<run::Event>& events) {
    for (const run::Event& event : events) {
        if (!out.ends_with('[')) out += ',';
        run::append_json(out, event);
    }
}

}  // namespace

void Service::answer(Client& client, const Json& id, const Json& ok) { answer_text(client, id, run::line_of(ok)); }

void Service::answer_text(Client& client, const Json& id, std::string_view ok) {
    std::string line = "{\"id\":" + id.dump() + ",\"ok\":";
    line += ok;
    line += '}';
    client.connection->send_always(line);
}

void Service::answer_after_commit(Client& client, const Json& id, Json ok) {
    acknowledgements_.emplace_back(client.connection.get(), "{\"id\":" + id.dump() + ",\"ok\":" + run::line_of(ok) + "}");
}

void Service::refuse(Client& client, const Json& id, const Error& error) {
    const Json body = {{"message", english(error.message)}, {"file", error.where.file}, {"line", error.where.line}, {"column", error.where.column}};
    client.connection->send_always("{\"id\":" + id.dump() + ",\"error\":" + run::line_of(body) + "}");
}

void Service::request(Client& client, std::string_view line) {
    const Json body = run::parse_object(line);
    const auto part = [&](const char* key) -> const Json* {
        const auto it = body.find(key);
        return it != body.end() && it->is_object() ? &*it : nullptr;
    };
    const Json id = body.is_object() && body.contains("id") && body["id"].is_number_integer() ? body["id"] : Json(0);
    if (!body.is_object()) return refuse(client, id, Error{WEFT_TR("core", "the request is no JSON object"), {}});
    if (const Json* greeting = part("hello")) return hello(client, *greeting);
    if (!client.greeted) return refuse(client, id, Error{WEFT_TR("core", "say hello first"), {}});
    if (const Json* b = part("submit")) return submit(client, id, *b);
    if (const Json* b = part("cancel")) return cancel(client, id, *b);
    if (const Json* b = part("retry")) return retry(client, id, *b);
    if (const Json* b = part("resume")) return resume(client, id, *b);
    if (const Json* b = part("list")) return list(client, id, *b);
    if (const Json* b = part("subscribe")) return subscribe(client, id, *b);
    if (const Json* b = part("log")) return log(client, id, *b);
    if (const Json* b = part("show")) return show(client, id, *b);
    if (part("status")) return status(client, id);
    if (part("shutdown")) {
        end_soon();                       // whoever wants to know when it is over waits for the end of the connection
        return answer(client, id, Json::object());
    }
    refuse(client, id, Error{WEFT_TR("core", "the runner does not know this request"), {}});
}

void Service::hello(Client& client, const Json& body) {
    if (number_of(body, "protocol") != run::protocol_version)
        return client.connection->send_always(run::line_of({{"error", {{"message", "this runner speaks protocol " + std::to_string(run::protocol_version)}}}}));
    client.greeted = true;
    client.connection->send_always(run::line_of({{"hello", {{"protocol", run::protocol_version}, {"version", WEFT_VERSION}, {"pid", getpid()}}}}));
}

void Service::submit(Client& client, const Json& id, const Json& body) {
    if (ending_) return refuse(client, id, Error{WEFT_TR("core", "the runner is ending"), {}});
    run::RunRecord record;
    record.file = text_of(body, "file");
    record.flow_text = text_of(body, "text");
    record.flow_index = std::size_t(std::max<std::int64_t>(0, number_of(body, "flow_index")));
    record.target = "local";
    if (const auto params = body.find("params"); params != body.end() && params->is_object())
        for (const auto& [name, value] : params->items()) record.params.push_back({name, value.is_string() ? value.get<std::string>() : value.dump()});
    auto document = open_text(record.flow_text, record.file, record.flow_index);
    if (!document) return refuse(client, id, document.error());
    const FlowPtr read = (*document)->flow;
    const Flow& flow = *read;
    document = fail(Message());                             // a large document's tree is not kept while its flow runs
    if (!flag_of(body, "trusted", false) && !is_trusted(record.file, flow))
        return refuse(client, id, Error{WEFT_TR("core", "this flow has not been trusted yet: look at what it runs, then allow it"), {record.file}});
    record.flow = flow.name;
    record.flow_key = record.file.empty() ? "untitled:" + flow.name : record.file;
    auto created = store_->create(std::move(record));
    if (!created) return refuse(client, id, created.error());
    auto run = make_run(std::move(*created), 1, read);
    malloc_trim(0);
    if (!run) return refuse(client, id, run.error());
    (*run)->begin();
    const run::RunRecord& made = (*run)->record();
    broadcast_run(made);
    Json not_run = Json::array();
    for (const NotReproduced& one : not_reproduced((*run)->flow(), sandbox_works())) not_run.push_back({{"task", one.path}, {"what", english(one.what)}, {"blocks", one.blocks}});
    answer_after_commit(client, id, {{"run", made.run}, {"number", made.number}, {"not_reproduced", std::move(not_run)}});
    runs_.push_back(std::move(*run));
}

void Service::cancel(Client& client, const Json& id, const Json& body) {
    ActiveRun* run = active(text_of(body, "run"));
    if (!run) return refuse(client, id, Error{{WEFT_TR("core", "run \"%1\" is not running"), {text_of(body, "run")}}, {}});
    const std::string task = text_of(body, "task");
    if (!task.empty()) {
        if (!run->stop_task(task)) return refuse(client, id, Error{{WEFT_TR("core", "task \"%1\" does not run and does not wait"), {task}}, {}});
    } else if (text_of(body, "how") == "kill") {
        run->kill();
    } else {
        run->stop();
    }
    answer_after_commit(client, id, Json::object());
}

void Service::resume(Client& client, const Json& id, const Json& body) {
    ActiveRun* run = active(text_of(body, "run"));
    if (!run || !run->resume(text_of(body, "task"))) return refuse(client, id, Error{{WEFT_TR("core", "task \"%1\" does not wait"), {text_of(body, "task")}}, {}});
    answer_after_commit(client, id, Json::object());
}

// The next epoch: what succeeded stands, the rest and the exit handlers run again.
void Service::retry(Client& client, const Json& id, const Json& body) {
    const std::string name = text_of(body, "run");
    if (ending_ || active(name)) return refuse(client, id, Error{{WEFT_TR("core", "run \"%1\" is still running"), {name}}, {}});
    auto record = store_->find(name);
    if (!record) return refuse(client, id, record.error());
    auto events = store_->events(name);
    if (!events) return refuse(client, id, events.error());
    int epoch = 1;
    for (const run::Event& event : *events) epoch = std::max(epoch, event.epoch);
    record->outcome.clear(), record->cause.clear(), record->sentence.clear();
    record->ended_ms = 0;
    if (auto reopened = store_->finish(*record); !reopened) return refuse(client, id, reopened.error());
    auto run = make_run(*record, epoch + 1);
    if (!run) return refuse(client, id, run.error());
    (*run)->replay(*events);
    broadcast_run((*run)->record());
    answer_after_commit(client, id, {{"run", name}, {"number", record->number}, {"epoch", epoch + 1}});
    runs_.push_back(std::move(*run));
}

Json Service::run_list(std::size_t limit) {
    Json all = Json::array();
    if (const auto records = store_->list(limit))
        for (const run::RunRecord& record : *records) {
            all.push_back(run::record_json(record));
            all.back()["active"] = active(record.run) != nullptr;
        }
    return all;
}

void Service::list(Client& client, const Json& id, const Json& body) { answer(client, id, {{"runs", run_list(std::size_t(std::max<std::int64_t>(1, number_of(body, "limit", 200))))}}); }

// A snapshot at N and then everything after N: both come out of one turn of the loop, after the last commit.
void Service::subscribe(Client& client, const Json& id, const Json& body) {
    flush();
    const std::string run = text_of(body, "run");
    std::string text = "{\"events\":[";
    if (run.empty()) {
        client.all = true;
        for (const auto& one : runs_)
            if (const auto known = store_->events(one->id(), number_of(body, "after_seq"))) append_events(text, *known);
    } else {
        const auto known = store_->events(run, number_of(body, "after_seq"));
        if (!known) return refuse(client, id, known.error());
        client.runs.insert(run);
        append_events(text, *known);
    }
    client.gap = false;
    Json runs = Json::array();
    if (run.empty()) runs = run_list(std::size_t(std::max<std::int64_t>(1, number_of(body, "limit", 200))));
    else if (const auto record = store_->find(run)) runs.push_back(run::record_json(*record));
    answer_text(client, id, text + "],\"runs\":" + run::line_of(runs) + "}");
}

void Service::show(Client& client, const Json& id, const Json& body) {
    const std::string run = text_of(body, "run");
    const auto record = store_->find(run);
    if (!record) return refuse(client, id, record.error());
    std::string text = "{\"events\":[";
    if (flag_of(body, "events", true)) {
        const auto events = store_->events(run);
        if (!events) return refuse(client, id, events.error());
        append_events(text, *events);
    }
    Json out = run::record_json(*record, true);
    out["active"] = active(run) != nullptr;
    answer_text(client, id, text + "],\"run\":" + run::line_of(out) + "}");
}

void Service::status(Client& client, const Json& id) {
    std::size_t live = 0;
    for (const auto& run : runs_) live += run->live();
    answer(client, id, {{"pid", getpid()}, {"version", WEFT_VERSION}, {"runs", runs_.size()}, {"processes", live}, {"clients", clients_.size()}, {"jobs", options_.jobs},
                        {"store", store_broken_ ? "cannot be written" : "ok"}, {"notice", english(store_->notice())}});
}

}  // namespace weft::local
