// What a vcjob can say of a command: literals, whole seconds, a number of tries. The rest is refused with the reason.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/model/environment.h"
#include "core/model/graph.h"
#include "core/targets/volcano/writing.h"

namespace weft::volcano {
namespace {

Message settle_value(Binding& binding, const std::vector<Binding>* before, const std::string& name) {
    Value& value = binding.value;
    if (before && std::find(before->begin(), before->end(), binding) != before->end()) return {};
    switch (value.source) {
        case Source::text: value.source = Source::literal; [[fallthrough]];
        case Source::literal: value.plain = false; return {};
        case Source::secret: value = Value{Source::secret, {}, value.task, value.name}; return {};
        default: break;
    }
    return {WEFT_TR("core", "`%1` of `%2` is %3: a Volcano job gets no values while it runs; write the value itself"), {binding.name, name, shown(value)}};
}

std::string volume_name(const std::string& name) {
    std::string out;
    for (const char c : name) {
        const bool good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (good) out += c;
        else if (c >= 'A' && c <= 'Z') out += char(c - 'A' + 'a');
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.empty() ? "volume" : out.substr(0, 63);
}

// A pod knows a volume by its name: another one that is called the same gets a name of its own.
void keep_apart(std::vector<Volume>& volumes, std::size_t at) {
    const Volume& volume = volumes[at];
    const auto is_taken = [&](const std::string& name) {
        return std::any_of(volumes.begin(), volumes.end(), [&](const Volume& other) {
            const bool same = other.kind == volume.kind && other.source == volume.source && other.size == volume.size && name == volume.name;
            return &other != &volume && other.name == name && !same;
        });
    };
    std::string name = volume.name;
    for (int n = 2; is_taken(name); ++n) name = volume.name + "-" + std::to_string(n);
    volumes[at].name = std::move(name);
}

Message settle_volumes(std::vector<Volume>& volumes, const std::vector<Volume>* before, const std::string& name, bool whole_job) {
    for (std::size_t i = 0; i < volumes.size(); ++i) {
        Volume& volume = volumes[i];
        if (before && std::find(before->begin(), before->end(), volume) != before->end()) continue;
        if (volume.kind == Volume::Kind::other) return {WEFT_TR("core", "the volume `%1` of `%2` is of a kind that only its own file can say"), {volume.name, name}};
        if (volume.kind != Volume::Kind::claim_template) {
            if (is_job_volume(volume)) continue;
            volume.name = volume_name(volume.name);
            keep_apart(volumes, i);
            continue;
        }
        if (!whole_job || volume.path.empty() || !volume.sub_path.empty() || volume.read_only)
            return {WEFT_TR("core", "a new claim (`%1`) is made for a whole vcjob and needs a path where it is mounted, as a whole and to be written to"), {volume.name}};
        volume.name = volume.path;
    }
    // read back in this order: mounted, declared only, of the whole job
    const auto rank = [](const Volume& v) { return is_job_volume(v) ? 2 : v.path.empty() ? 1 : 0; };
    std::stable_sort(volumes.begin(), volumes.end(), [&](const Volume& a, const Volume& b) { return rank(a) < rank(b); });
    return {};
}

Message settle_seconds(std::string& timeout, const std::string& before, const std::string& name) {
    if (timeout.empty() || timeout == before) return {};
    const Result<double> seconds = parse_duration(timeout);
    if (!seconds) return seconds.error().message;
    if (*seconds < 1) return {WEFT_TR("core", "the time limit %1 of `%2` is too short: Kubernetes counts whole seconds"), {timeout, name}};
    timeout = std::to_string(static_cast<long long>(std::ceil(*seconds)));
    return {};
}

Message settle_retry(std::optional<Retry>& retry, const std::optional<Retry>& before, const std::string& name) {
    if (!retry || retry == before) return {};
    if (!retry->limit) return {WEFT_TR("core", "`%1` is tried again without end: Volcano needs a number of tries"), {name}};
    int limit = 0;
    const std::string& text = retry->limit->text;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
    if (error != std::errc() || end != text.data() + text.size() || limit < 0) return {WEFT_TR("core", "\"%1\" is no number of tries"), {text}};
    if (!retry->delay.empty() || retry->factor || !retry->max_delay.empty()) return {WEFT_TR("core", "Volcano starts `%1` again at once: it knows no delay between tries"), {name}};
    if (!retry->policy.empty() || !retry->expression.empty()) return {WEFT_TR("core", "Volcano tries `%1` again after any failure: it knows no condition for that"), {name}};
    retry->limit = Scalar{std::to_string(limit), true};
    return {};
}

bool takes_source(const std::vector<Scalar>& command) {
    if (command.empty()) return true;
    const std::string& program = command.front().text;
    const std::string name = program.substr(program.rfind('/') + 1);
    return name == "sh" || name == "bash" || name == "ash" || name == "dash" || name.starts_with("python");
}

// sh -c SOURCE; a script's interpreter may bring its own flags.
Message settle_script(Definition& pod, const std::string& name) {
    if (!takes_source(pod.command)) return {WEFT_TR("core", "`%1` gives a script to `%2`: a Volcano job has only a command, and only sh and python take the source as one word"), {name, pod.command.front().text}};
    std::vector<Scalar> command = pod.command.empty() ? std::vector<Scalar>{{"sh"}} : pod.command;
    if (command.back().text != "-c") command.push_back({"-c"});
    command.push_back({pod.source});
    pod.command = std::move(command);
    pod.source.clear();
    pod.kind = DefinitionKind::container;
    return {};
}

}  // namespace

Message settle_pod(const Definition* before, Definition& pod, const std::string& name, bool whole_job) {
    if (pod.kind == DefinitionKind::none) pod.kind = DefinitionKind::container;
    if (pod.kind == DefinitionKind::script)
        if (Message why = settle_script(pod, name); !why.empty()) return why;
    if (pod.kind != DefinitionKind::container) return {WEFT_TR("core", "`%1` runs no command in a container, and a Volcano job runs nothing else"), {name}};
    pod.shell = false;
    if (!pod.inputs.empty() || !pod.outputs.empty() || !pod.files.empty())
        return {WEFT_TR("core", "`%1` has inputs or outputs: a Volcano job takes no values and hands nothing on"), {name}};
    if (pod.parallelism) return {WEFT_TR("core", "`%1` limits how many tasks run at once, which Volcano does not"), {name}};
    if (pod.retry && !whole_job) return {WEFT_TR("core", "Volcano starts a whole job again, not one of its tasks (`%1`)"), {name}};
    if (Message why = settle_retry(pod.retry, before ? before->retry : std::nullopt, name); !why.empty()) return why;
    if (Message why = settle_seconds(pod.timeout, before ? before->timeout : std::string(), name); !why.empty()) return why;
    for (Binding& variable : pod.environment.env)
        if (Message why = settle_value(variable, before ? &before->environment.env : nullptr, name); !why.empty()) return why;
    for (Binding& label : pod.environment.node_selector)
        if (Message why = settle_value(label, before ? &before->environment.node_selector : nullptr, name); !why.empty()) return why;
    return settle_volumes(pod.environment.volumes, before ? &before->environment.volumes : nullptr, name, whole_job);
}

Message settle_use(const Task& task) {
    const std::string& name = task.name;
    if (!task.handlers.empty()) return handler_message();
    if (!task.when.empty()) return {WEFT_TR("core", "`%1` has a condition: Volcano starts every job whose targets are Completed"), {name}};
    if (task.loop) return {WEFT_TR("core", "`%1` is a loop: a JobFlow runs each job once; replicas run copies of one task side by side"), {name}};
    if (!task.params.empty() || !task.files.empty()) return {WEFT_TR("core", "`%1` gets values: a Volcano job takes none; write them into its command or environment"), {name}};
    if (task.tolerated || task.tolerated_error) return {WEFT_TR("core", "the failure of `%1` is tolerated: in Volcano a failed job fails its JobFlow"), {name}};
    if (task.muted) return {WEFT_TR("core", "a Volcano file cannot mute `%1`; remove it"), {name}};
    if (!task.note.empty()) return {WEFT_TR("core", "a Volcano file has no place for a note of `%1`"), {name}};
    if (!task.depends.empty()) return {WEFT_TR("core", "`%1` starts by an expression: Volcano starts a job when all its targets are Completed"), {name}};
    for (const Need& need : task.needs)
        if ((need.results != results_default && need.results != on_succeeded) || need.recovers)
            return {WEFT_TR("core", "`%1` waits for another result of `%2` than success: Volcano starts a job only when all its targets are Completed"), {name, need.task}};
    return {};
}

Message fold_use(const Flow&, Task& task, Definition& into) {
    if (task.environment != Environment{}) {
        Task alone;
        alone.own = std::make_shared<const Definition>(into);
        alone.environment = task.environment;
        into.environment = effective_environment(Flow{}, alone).merged;
        task.environment = {};
    }
    if (task.retry) into.retry = task.retry;
    if (!task.timeout.empty()) into.timeout = task.timeout;
    task.retry.reset();
    task.timeout.clear();
    return {};
}

Message handler_message() {
    return {WEFT_TR("core", "Volcano JobFlow starts a job only when all its targets are Completed, so it cannot run a handler after a failure. Run it from Weftwork, or export to Argo.")};
}

Message name_message(const std::string& name) {
    const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    const bool fine = !name.empty() && name.size() <= 63 && good(name.front()) && good(name.back()) && std::all_of(name.begin(), name.end(), [&](char c) { return good(c) || c == '-' || c == '.'; });
    if (fine) return {};
    return {WEFT_TR("core", "\"%1\" is no name that Kubernetes takes: at most 63 small letters, digits and hyphens, neither beginning nor ending with a hyphen"), {name}};
}

}  // namespace weft::volcano
