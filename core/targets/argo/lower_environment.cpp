// Volumes and the schedule of a flow as Argo takes them.
#include <algorithm>
#include <cctype>

#include "core/model/cron.h"
#include "core/targets/argo/lower.h"
#include "core/targets/argo/volumes.h"

namespace weft::argo {
namespace {

// DNS-1123 label.
std::string volume_name(const std::string& name) {
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 128 && std::isalnum(byte)) out += char(std::tolower(byte));
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    out = out.substr(0, 63);
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.empty() ? "volume" : out;
}

std::vector<std::string> fields_of_line(const std::string& line) {
    std::vector<std::string> out;
    std::string word;
    for (const char c : line + " ") {
        if (c != ' ' && c != '\t') word += c;
        else if (!word.empty()) out.push_back(std::move(word)), word.clear();
    }
    return out;
}

// Quartz' six or seven fields as Argo's five; nothing where that cannot be said.
std::optional<std::string> five_fields(const std::string& line) {
    std::vector<std::string> fields = fields_of_line(line);
    if (fields.size() <= 5) return line;
    if (fields.size() > 7 || fields[0] != "0" || (fields.size() == 7 && fields[6] != "*")) return std::nullopt;
    const std::string special = "LW#";
    if (fields[3].find_first_of(special) != std::string::npos || fields[5].find('#') != std::string::npos) return std::nullopt;
    // Quartz counts weekdays from 1 = Sunday.
    std::string weekday;
    for (std::size_t i = 0; i < fields[5].size(); ++i) {
        const char c = fields[5][i];
        const bool digit = std::isdigit(static_cast<unsigned char>(c));
        if (c == 'L') return std::nullopt;
        if (digit && c >= '1' && c <= '7' && (i == 0 || fields[5][i - 1] != '/')) weekday += char(c - 1);
        else weekday += c;
    }
    fields[5] = weekday;
    std::string out;
    for (std::size_t i = 1; i < 6; ++i) out += (out.empty() ? "" : " ") + (fields[i] == "?" ? std::string("*") : fields[i]);
    return out;
}

}  // namespace

void lower_volumes(Lowering& lowering, const Scope& scope, PassedIn& passed, Environment& merged, const std::string& where) {
    std::vector<Volume> out;
    for (Volume volume : merged.volumes) {
        if (volume.path.empty()) continue;   // declared for others
        if (volume.kind == Volume::Kind::other && lowering.flow.format != "argo") {
            lowering.refuse({WEFT_TR("core", "%1: the volume %2 is of a kind that only its own file can say (%3)"), {where, volume.name, volume.source}});
            continue;
        }
        volume.name = volume_name(volume.name);
        for (std::string* text : {&volume.source, &volume.path, &volume.sub_path}) *text = leaf_text(lowering, scope, passed, *text, where);
        std::vector<Volume>& all = lowering.out.flow.environment.volumes;
        if ((volume.kind == Volume::Kind::claim_template || volume.kind == Volume::Kind::other) && !volume_named(all, volume.name)) {
            Volume declared = volume;
            declared.path.clear();
            declared.sub_path.clear();
            declared.read_only = false;
            if (volume.kind == Volume::Kind::claim_template) all.push_back(std::move(declared));
        }
        out.push_back(std::move(volume));
    }
    merged.volumes = std::move(out);
}

std::optional<Schedule> lowered_schedule(Lowering& lowering, const std::optional<Schedule>& schedule) {
    if (!schedule) return schedule;
    Schedule out = *schedule;
    for (std::string& cron : out.crons) {
        const std::optional<std::string> line = five_fields(cron);
        const Result<Cron> parsed = line ? parse_cron(*line) : Result<Cron>(fail({WEFT_TR("core", "no five fields")}));
        if (!line || !parsed) {
            lowering.refuse({WEFT_TR("core", "the cron line `%1` is none that Argo takes: five fields, or @daily and its sisters"), {cron}});
            continue;
        }
        if (*line != cron) lowering.note({WEFT_TR("core", "the cron line `%1` is written as `%2`"), {cron, *line}});
        cron = *line;
    }
    if (!out.start.empty() || !out.end.empty()) {
        lowering.note({WEFT_TR("core", "the schedule's first and last day are left out: a CronWorkflow has none")});
        out.start.clear();
        out.end.clear();
    }
    if (out.starting_deadline) out.starting_deadline->plain = true;
    if (out.crons.empty()) lowering.refuse({WEFT_TR("core", "the schedule has no cron line")});
    for (const Parameter& parameter : lowering.flow.parameters)
        if (!parameter.value) lowering.refuse({WEFT_TR("core", "the parameter %1 has no value, and a CronWorkflow starts without anybody to ask"), {parameter.name}});
    return out;
}

}  // namespace weft::argo
