#include "core/targets/kfp/recurring.h"

#include <algorithm>
#include <vector>

#include "core/targets/kfp/export.h"
#include "core/targets/kfp/build.h"
#include "core/yaml/writer.h"

namespace weft::kfp {
namespace {

using yaml::NodePtr;

constexpr const char* cron_path = "trigger/cron_schedule/cron";

bool is_pipeline(const NodePtr& root) { return yaml::find(root, "pipelineInfo") && yaml::find(root, "root"); }

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t at = text.find_first_not_of(' '); at < text.size(); at = text.find_first_not_of(' ', at)) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end;
    }
    return out;
}

// "0 30 6 ? * 1-5" as "30 6 * * 1-5"; "" when its seconds say more than the model holds.
std::string without_seconds(const std::string& cron) {
    std::vector<std::string> words = words_of(cron);
    if (cron.starts_with('@')) return cron;
    if (words.size() != 6 || words[0].find_first_not_of('0') != std::string::npos) return {};
    std::string out;
    for (std::size_t i = 1; i < words.size(); ++i) out += (i == 1 ? "" : " ") + (words[i] == "?" ? std::string("*") : words[i]);
    return out;
}

bool is_interval(const std::string& cron) { return cron.starts_with("@every ") && cron.ends_with('s') && cron.find_first_not_of("0123456789", 7) == cron.size() - 1; }
std::string interval_of(const std::string& cron) { return cron.substr(7, cron.size() - 8); }

NodePtr trigger_node(const Schedule& schedule) {
    std::vector<yaml::Entry> times;
    if (!schedule.start.empty()) times.push_back({yaml::make_plain("start_time"), yaml::make_string(schedule.start)});
    if (!schedule.end.empty()) times.push_back({yaml::make_plain("end_time"), yaml::make_string(schedule.end)});
    const std::string& cron = schedule.crons.front();
    const bool interval = is_interval(cron);
    if (interval) times.push_back({yaml::make_plain("interval_second"), yaml::make_string(interval_of(cron))});
    else times.push_back({yaml::make_plain("cron"), yaml::make_string(cron.starts_with('@') ? cron : "0 " + cron)});
    return yaml::make_map({{yaml::make_plain(interval ? "periodic_schedule" : "cron_schedule"), yaml::make_map(std::move(times))}});
}

std::string most_at_once(const Schedule& schedule) { return schedule.concurrency == "Forbid" ? "1" : "10"; }   // 10 is the server's most

}  // namespace

std::optional<Inside> pipeline_inside(const NodePtr& root) {
    if (is_pipeline(root)) return Inside{};
    const NodePtr inner = yaml::find(root, "pipeline_spec");
    if (!inner || yaml::find(root, "root")) return std::nullopt;
    if (is_pipeline(inner)) return Inside{"pipeline_spec", {}};
    if (is_pipeline(yaml::find(inner, "pipeline_spec"))) return Inside{"pipeline_spec/pipeline_spec", yaml::find(inner, "platform_spec") ? "pipeline_spec/platform_spec" : ""};
    return std::nullopt;
}

void read_recurring(Reading& reading) {
    const Place& head = reading.spec.head;
    const Place trigger = head.at("trigger");
    if (!trigger) return;
    Schedule out;
    const Place cron = trigger.at("cron_schedule"), periodic = trigger.at("periodic_schedule"), times = cron ? cron : periodic;
    if (periodic.has("interval_second")) out.crons.push_back("@every " + periodic.text_at("interval_second") + "s");
    if (cron.has("cron")) {
        const std::string five = without_seconds(cron.text_at("cron"));
        if (five.empty()) reading.issue("yaml/wrong-type", {WEFT_TR("core", "the cron line \"%1\" of a recurring run: six fields are wanted, and the first, the seconds, is 0 here"), {cron.text_at("cron")}}, cron.at("cron"));
        else out.crons.push_back(five);
    }
    out.start = times.text_at("start_time");
    out.end = times.text_at("end_time");
    out.suspended = head.text_at("mode") == "DISABLE";
    out.concurrency = head.text_at("max_concurrency") == "1" ? "Forbid" : "Allow";
    reading.map("schedule", trigger);
    for (const Place::Named& one : head.entries())
        if (one.name != "pipeline_spec" && one.name != "trigger" && one.name != "mode" && one.name != "max_concurrency") reading.keep(one.value);
    reading.out.flow.schedule = std::move(out);
}

std::vector<Message> schedule_problems(const Schedule& schedule) {
    std::vector<Message> out;
    if (schedule.crons.empty()) out.push_back({WEFT_TR("core", "a recurring run needs a cron line")});
    if (!schedule.timezone.empty() && schedule.timezone != "UTC")
        out.push_back({WEFT_TR("core", "a recurring run has no time zone of its own (here: %1): the server counts in UTC, unless its administrator set another"), {schedule.timezone}});
    if (schedule.concurrency == "Replace") out.push_back({WEFT_TR("core", "a recurring run never replaces one that still goes on")});
    return out;
}

NodePtr with_schedule(const NodePtr& root, const Schedule& before, const Schedule& after) {
    NodePtr out = root;
    if (after.crons != before.crons || after.start != before.start || after.end != before.end) {
        const bool kind_stays = !before.crons.empty() && is_interval(before.crons.front()) == is_interval(after.crons.front());
        const std::string times = is_interval(after.crons.front()) ? "trigger/periodic_schedule/" : "trigger/cron_schedule/";
        if (!kind_stays) {
            out = yaml::with_path(out, "trigger", trigger_node(after));
        } else if (after.crons != before.crons) {
            if (is_interval(after.crons.front())) out = yaml::with_path(out, times + "interval_second", yaml::make_string(interval_of(after.crons.front())));
            else out = yaml::with_path(out, cron_path, yaml::make_string(after.crons.front().starts_with('@') ? after.crons.front() : "0 " + after.crons.front()));
        }
        if (kind_stays && after.start != before.start) out = yaml::with_path(out, times + "start_time", after.start.empty() ? nullptr : yaml::make_string(after.start));
        if (kind_stays && after.end != before.end) out = yaml::with_path(out, times + "end_time", after.end.empty() ? nullptr : yaml::make_string(after.end));
    }
    if (after.suspended != before.suspended) out = yaml::with_path(out, "mode", yaml::make_string(after.suspended ? "DISABLE" : "ENABLE"));
    if ((after.concurrency == "Forbid") != (before.concurrency == "Forbid")) out = yaml::with_path(out, "max_concurrency", yaml::make_string(most_at_once(after)));
    return out;
}

std::string write_recurring(const Flow& shaped, const Schedule& schedule) {
    Trees trees = built_documents(shaped);
    NodePtr pipeline = trees.spec;
    if (trees.platform) pipeline = yaml::make_map({{yaml::make_plain("pipeline_spec"), trees.spec}, {yaml::make_plain("platform_spec"), trees.platform}});
    std::vector<yaml::Entry> entries;
    const auto add = [&](const char* key, NodePtr value) { entries.push_back({yaml::make_plain(key), std::move(value)}); };
    add("display_name", yaml::make_string(shaped.name));
    if (!shaped.description.empty()) add("description", yaml::make_string(shaped.description));
    add("trigger", trigger_node(schedule));
    add("mode", yaml::make_string(schedule.suspended ? "DISABLE" : "ENABLE"));
    add("max_concurrency", yaml::make_string(most_at_once(schedule)));
    add("no_catchup", yaml::make_plain("true"));   // starts that were missed are not made up for, as elsewhere
    add("runtime_config", yaml::make_map({{yaml::make_plain("parameters"), yaml::make_map({})}}));
    add("pipeline_spec", pipeline);
    return yaml::write_json(yaml::make_map(std::move(entries))) + "\n";
}

}  // namespace weft::kfp
