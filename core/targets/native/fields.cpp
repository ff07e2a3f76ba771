#include "core/targets/native/fields.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace weft::native {

const Keys& flow_keys() {
    static const Keys keys = {"weftwork", "name", "description", "parameters", "environment", "schedule", "timeout", "parallelism", "definitions", "tasks", "handlers", "notes", "unfolded", "canvas"};
    return keys;
}

const Keys& task_keys() {
    static const Keys keys = {"name", "description", "use", "needs", "depends", "when", "loop", "inputs", "params", "files", "command", "script", "interpreter", "args", "workingDir",
                              "http", "wait", "tasks", "outputs", "environment", "retry", "timeout", "parallelism", "failFast", "tolerated", "muted", "handlers"};
    return keys;
}

const Keys& handler_keys() {
    static const Keys keys = [] {
        Keys all = {"name", "description", "runs", "verdict"};
        for (const std::string_view key : task_keys()) {
            if (!holds(all, key)) all.push_back(key);
        }
        return all;
    }();
    return keys;
}

const Keys& definition_keys() {
    static const Keys keys = {"inputs", "files", "command", "script", "interpreter", "args", "workingDir", "http", "wait", "tasks", "handlers", "outputs", "environment",
                              "retry", "timeout", "parallelism", "failFast"};
    return keys;
}

const Keys& environment_keys() {
    static const Keys keys = {"image", "pullPolicy", "pullSecrets", "cpu", "cpuLimit", "memory", "memoryLimit", "gpu", "disk", "sharedMemory", "serviceAccount", "env", "volumes", "nodeSelector", "tolerations"};
    return keys;
}

const Keys& retry_keys() {
    static const Keys keys = {"limit", "delay", "factor", "maxDelay", "policy"};
    return keys;
}

const Keys& loop_keys() {
    static const Keys keys = {"items", "param", "output", "list", "count", "from", "to", "format", "parallelism"};
    return keys;
}

const Keys& need_keys() {
    static const Keys keys = {"task", "on", "recovers"};
    return keys;
}

const Keys& output_keys() {
    static const Keys keys = {"name", "path", "stdout", "exitCode", "from", "default", "artifact", "optional", "type"};
    return keys;
}

const Keys& note_keys() {
    static const Keys keys = {"text", "in", "at", "size", "colour"};
    return keys;
}

const Keys& file_keys() {
    static const Keys keys = {"path", "from", "content", "optional"};
    return keys;
}

const Keys& parameter_keys() {
    static const Keys keys = {"value", "type", "description", "choices"};
    return keys;
}

const Keys& http_keys() {
    static const Keys keys = {"url", "method", "headers", "body", "timeout", "success"};
    return keys;
}

const Keys& volume_keys() {
    static const Keys keys = {"name", "claim", "claimTemplate", "secret", "configMap", "emptyDir", "hostPath", "other", "size", "path", "subPath", "readOnly"};
    return keys;
}

const Keys& toleration_keys() {
    static const Keys keys = {"key", "operator", "value", "effect", "seconds"};
    return keys;
}

const Keys& schedule_keys() {
    static const Keys keys = {"cron", "timezone", "concurrency", "suspended", "start", "end", "startingDeadline", "keepSucceeded", "keepFailed"};
    return keys;
}

const std::vector<VolumeWord>& volume_words() {
    using Kind = Volume::Kind;
    static const std::vector<VolumeWord> words = {{"claim", Kind::claim}, {"claimTemplate", Kind::claim_template}, {"secret", Kind::secret}, {"configMap", Kind::config_map},
                                                  {"emptyDir", Kind::empty_dir}, {"hostPath", Kind::host_path}, {"other", Kind::other}};
    return words;
}

const std::vector<TypeWord>& type_words() {
    static const std::vector<TypeWord> words = {{"string", ValueType::string}, {"integer", ValueType::integer}, {"number", ValueType::number}, {"boolean", ValueType::boolean},
                                                {"list", ValueType::list}, {"map", ValueType::map}, {"file", ValueType::file}};
    return words;
}

const Keys& value_keys() {
    static const Keys keys = {"param", "output", "secret", "status"};
    return keys;
}

const std::vector<TextKey>& text_keys() {
    static const std::vector<TextKey> keys = {{"image", "image", &Environment::image}, {"pullPolicy", "pull_policy", &Environment::pull_policy},
                                              {"serviceAccount", "service_account", &Environment::service_account}};
    return keys;
}

const std::vector<QuantityKey>& quantity_keys() {
    static const std::vector<QuantityKey> keys = {{"cpu", "cpu", &Environment::cpu}, {"cpuLimit", "cpu_limit", &Environment::cpu_limit},
                                                  {"memory", "memory", &Environment::memory}, {"memoryLimit", "memory_limit", &Environment::memory_limit},
                                                  {"gpu", "gpu", &Environment::gpu}, {"disk", "disk", &Environment::disk},
                                                  {"sharedMemory", "shared_memory", &Environment::shared_memory}};
    return keys;
}

const std::vector<ResultWord>& result_words() {
    static const std::vector<ResultWord> words = {{"completed", results_completed}, {"succeeded", on_succeeded}, {"failed", on_failed}, {"errored", on_errored},
                                                  {"skipped", on_skipped}, {"omitted", on_omitted}, {"any-succeeded", on_any_succeeded}, {"all-failed", on_all_failed},
                                                  {"daemoned", on_daemoned}};
    return words;
}

bool holds(const Keys& keys, std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

namespace {

std::string folded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != '_' && c != '-' && c != ' ') out += char(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view word, const Keys& keys) {
    if (word.size() > 40) return {};
    const std::string wanted = folded(word);
    std::string_view best;
    std::size_t least = std::max<std::size_t>(1, wanted.size() / 3) + 1;
    for (const std::string_view key : keys) {
        const std::size_t d = distance(wanted, folded(key));
        if (d < least) {
            least = d;
            best = key;
        }
    }
    return best;
}

std::string_view instead_of(std::string_view word) {
    struct Pair { std::string_view theirs, ours; };
    static constexpr Pair pairs[] = {
        {"dependencies", "needs"}, {"dependsOn", "needs"}, {"depends_on", "needs"}, {"after", "needs"}, {"requires", "needs"}, {"upstream", "needs"},
        {"exitHandler", "handlers"}, {"exitHandlers", "handlers"}, {"onExit", "handlers"}, {"hooks", "handlers"}, {"finally", "handlers"},
        {"template", "use"}, {"templates", "definitions"}, {"steps", "tasks"}, {"jobs", "tasks"}, {"dag", "tasks"}, {"arguments", "params"}, {"parameters", "params"},
        {"if", "when"}, {"condition", "when"}, {"withItems", "loop"}, {"withParam", "loop"}, {"withSequence", "loop"}, {"foreach", "loop"}, {"matrix", "loop"},
        {"run", "command"}, {"source", "script"}, {"retryStrategy", "retry"}, {"retries", "retry"}, {"activeDeadlineSeconds", "timeout"}, {"continueOn", "tolerated"},
        {"suspend", "wait"}, {"image", "environment.image"}, {"env", "environment.env"}, {"cpu", "environment.cpu"}, {"memory", "environment.memory"}, {"gpu", "environment.gpu"},
        {"resources", "environment"}, {"serviceAccountName", "environment.serviceAccount"}, {"nodeSelector", "environment.nodeSelector"}, {"tolerations", "environment.tolerations"}, {"volumes", "environment.volumes"}, {"volumeMounts", "volumes"},
        {"cron", "schedule"}, {"suspend", "suspended"}, {"timeZone", "timezone"}, {"concurrencyPolicy", "concurrency"}, {"mountPath", "path"}, {"persistentVolumeClaim", "claim"}, {"trigger", "runs"}, {"version", "weftwork"},
    };
    for (const Pair& pair : pairs) {
        if (pair.theirs == word) return pair.ours;
    }
    return {};
}

}  // namespace weft::native
