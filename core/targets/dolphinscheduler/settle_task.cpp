// What a task runs, as one of DolphinScheduler's task types can say it.
#include <algorithm>

#include "core/model/environment.h"
#include "core/targets/dolphinscheduler/derive.h"
#include "core/targets/dolphinscheduler/settle.h"
#include "core/targets/dolphinscheduler/words.h"

namespace weft::dolphin {
namespace {

bool ends_with(const std::string& word, std::string_view program) {
    const std::size_t slash = word.find_last_of('/');
    return std::string_view(word).substr(slash == std::string::npos ? 0 : slash + 1) == program;
}

bool is_shell(const Scalar& word) { return ends_with(word.text, "sh") || ends_with(word.text, "bash"); }
bool is_python(const Scalar& word) { return word.text.substr(word.text.find_last_of('/') + 1).starts_with("python"); }

std::string quoted_for_shell(const std::string& word) {
    const bool bare = !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@%+=:,./_-") == std::string::npos;
    if (bare) return word;
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

// A command without an image runs on a worker.
void become_script(Definition& own) {
    own.kind = DefinitionKind::script;
    const bool shell = own.command.size() == 3 && is_shell(own.command[0]) && own.command[1].text == "-c" && own.args.empty();
    if (shell) {
        own.source = own.command[2].text;
    } else {
        own.source.clear();
        for (const std::vector<Scalar>* words : {&own.command, &own.args})
            for (const Scalar& word : *words) own.source += (own.source.empty() ? "" : " ") + quoted_for_shell(word.text);
    }
    own.command = {{"bash", false}};
    own.args.clear();
}

// A script with an image runs in a pod: the interpreter takes it as an argument.
void become_pod(Definition& own) {
    own.kind = DefinitionKind::container;
    std::vector<Scalar> command = own.command.empty() ? std::vector<Scalar>{{"sh", false}} : own.command;
    if (command.size() == 1) command.push_back({"-c", false});
    own.command = std::move(command);
    own.args = {{own.source, false}};
    own.source.clear();
}

void settle_kind(Settling& settling, const Task& task, Definition& own) {
    const bool image = own.environment.image && !own.environment.image->empty();
    if (own.kind == DefinitionKind::container && !image && !(own.command.empty() && own.args.empty())) become_script(own);
    if (own.kind == DefinitionKind::script && image) become_pod(own);
    switch (own.kind) {
        case DefinitionKind::container:
            if (!image) settling.refuse({WEFT_TR("core", "a K8S task of DolphinScheduler needs an image (task %1)"), {task.name}});
            if (settling.dialect == Dialect::python && !(own.command.empty() && own.args.empty()))
                settling.refuse({WEFT_TR("core", "pydolphinscheduler drops the command of a Kubernetes task (task %1): use definition JSON"), {task.name}});
            for (std::vector<Scalar>* words : {&own.command, &own.args})
                for (Scalar& word : *words) word.plain = false;
            own.detail.clear();
            own.source.clear();
            break;
        case DefinitionKind::script:
            if (own.source.empty()) settling.refuse({WEFT_TR("core", "a SHELL or PYTHON task of DolphinScheduler needs a script (task %1)"), {task.name}});
            if (!own.args.empty()) settling.refuse({WEFT_TR("core", "a SHELL or PYTHON task of DolphinScheduler takes no arguments: write them into the script (task %1)"), {task.name}});
            if (own.command.empty() || is_shell(own.command[0])) own.command = {{"bash", false}};
            else if (is_python(own.command[0])) own.command = {{"python3", false}};
            else settling.refuse({WEFT_TR("core", "DolphinScheduler runs scripts of sh, bash and Python, not of \"%1\" (task %2)"), {own.command[0].text, task.name}});
            own.detail.clear();
            break;
        case DefinitionKind::http:
            own.command.clear();
            own.args.clear();
            break;
        case DefinitionKind::other:
        case DefinitionKind::reference: break;
        case DefinitionKind::flow: settling.refuse({WEFT_TR("core", "a group is a workflow of its own in DolphinScheduler: convert to .weft.yaml and export (task %1)"), {task.name}}); break;
        case DefinitionKind::wait: settling.refuse({WEFT_TR("core", "DolphinScheduler has no task that waits (task %1)"), {task.name}}); break;
        case DefinitionKind::resource: settling.refuse({WEFT_TR("core", "DolphinScheduler creates no Kubernetes objects (task %1)"), {task.name}}); break;
        case DefinitionKind::none: settling.refuse({WEFT_TR("core", "task %1 needs something to run"), {task.name}}); break;
    }
    own.shell = false;
    if (!own.working_dir.empty()) settling.refuse({WEFT_TR("core", "DolphinScheduler has no field for a working folder (task %1)"), {task.name}});
    if (own.parallelism) settling.refuse({WEFT_TR("core", "DolphinScheduler does not limit how many tasks of a workflow run at once")});
    if (!own.files.empty()) settling.refuse({WEFT_TR("core", "DolphinScheduler hands no files to a task (task %1)"), {task.name}});
}

void settle_limits(Settling& settling, const Task& task, Definition& own) {
    if (const Result<long> minutes = minutes_of(own.timeout); !minutes) settling.refuse(minutes.error().message);
    else own.timeout = minutes_text(std::to_string(*minutes));
    if (!own.retry) return;
    Retry& retry = *own.retry;
    if (retry.limit && retry.limit->text == "0") {
        own.retry.reset();
        return;
    }
    const bool number = retry.limit && !retry.limit->text.empty() && retry.limit->text.find_first_not_of("0123456789") == std::string::npos;
    if (!number) return settling.refuse({WEFT_TR("core", "DolphinScheduler needs a number of retries (task %1)"), {task.name}});
    if ((retry.factor && *retry.factor != 1) || !retry.max_delay.empty() || !retry.expression.empty() || !retry.policy.empty())
        return settling.refuse({WEFT_TR("core", "DolphinScheduler retries after the same delay each time, always (task %1)"), {task.name}});
    retry.factor.reset();
    retry.limit->plain = true;
    if (const Result<long> minutes = minutes_of(retry.delay); !minutes) settling.refuse(minutes.error().message);
    else retry.delay = minutes_text(std::to_string(*minutes));
}

void settle_outputs(Settling& settling, const Task& task, Definition& own, const Definition* old) {
    for (Output& output : own.outputs) {
        if (output.artifact || output.from == OutputFrom::expression || output.from == OutputFrom::exit_code || !output.path.empty())
            settling.refuse({WEFT_TR("core", "output \"%1\" of task %2: in DolphinScheduler an output is what the script says with #{setValue(%1=…)}"), {output.name, task.name}});
        const bool date = old && std::find(old->outputs.begin(), old->outputs.end(), output) != old->outputs.end();
        output.from = OutputFrom::standard_output;
        output.optional = false;
        if (output.type == ValueType::any && !date) output.type = ValueType::string;
        if (output.type == ValueType::map) output.type = ValueType::string;
        if (output.fallback && output.fallback->empty()) output.fallback.reset();
    }
    own.unsupported.clear();
    if (!own.outputs.empty()) own.unsupported.push_back("outputs by setValue lines");
}

// The sentence for the first thing that K8sTaskParameters has no field for; null when all of it has one.
const char* no_field_for(const Environment& e) {
    if (e.disk) return WEFT_TR("core", "a K8S task of DolphinScheduler has no field for disk space (task %1)");
    if (e.gpu) return WEFT_TR("core", "a K8S task of DolphinScheduler has no field for GPUs (task %1)");
    if (e.shared_memory) return WEFT_TR("core", "a K8S task of DolphinScheduler has no field for shared memory (task %1)");
    if (e.service_account) return WEFT_TR("core", "a K8S task of DolphinScheduler has no field for a service account (task %1)");
    if (!e.tolerations.empty()) return WEFT_TR("core", "a K8S task of DolphinScheduler has no field for tolerations (task %1)");
    if (!e.volumes.empty()) return WEFT_TR("core", "a K8S task of DolphinScheduler has no field for volumes (task %1)");
    if (e.cpu_limit || e.memory_limit) return WEFT_TR("core", "a K8S task of DolphinScheduler has no field for limits, the server makes them twice of what is asked for (task %1)");
    if (e.pull_secrets.size() > 1) return WEFT_TR("core", "a K8S task of DolphinScheduler takes one pull secret (task %1)");
    return nullptr;
}

void settle_size(Settling& settling, std::optional<Scalar>& size, bool memory) {
    if (!size) return;
    const Result<double> number = memory ? mebibytes_of(size->text) : cores_of(size->text);
    if (!number) return settling.refuse(number.error().message);
    const std::string text = number_text(*number);
    const bool same = !memory && cores_of(size->text).value_or(-1) == *number && !size->text.ends_with('m');
    if (!same) size->text = memory ? text + "Mi" : text;
    size->plain = !memory;
}

}  // namespace

Definition settle_definition(Settling& settling, const Task& task, const Definition& given, const Task* old) {
    Definition own = given;
    const Definition* known = old && old->own ? old->own.get() : nullptr;
    own.name.clear();
    if (known && known->kind == own.kind && (own.kind == DefinitionKind::other || own.kind == DefinitionKind::reference || own.kind == DefinitionKind::none)) own.detail = known->detail, own.source = known->source;
    else settle_kind(settling, task, own);
    if (own.kind == DefinitionKind::http) own.source = known && known->kind == own.kind ? known->source : own.source.starts_with('{') ? own.source : std::string();
    if ((own.kind == DefinitionKind::other || own.kind == DefinitionKind::reference) && (!known || known->kind != own.kind) && type_of(own).empty())
        settling.refuse({WEFT_TR("core", "task %1 needs something to run"), {task.name}});
    own.sequential = false;
    own.fail_fast = true;
    settle_limits(settling, task, own);
    settle_outputs(settling, task, own, known);
    return own;
}

void settle_environment(Settling& settling, const Task& task, Definition& own, Task& use) {
    Environment& e = own.environment;
    const bool pod = own.kind == DefinitionKind::container;
    std::erase_if(e.env, is_leak);
    if (!pod && !(e == Environment{})) {
        e.env.empty() ? settling.refuse({WEFT_TR("core", "task %1 runs on a worker of DolphinScheduler: give it an image to set an environment"), {task.name}})
                      : settling.refuse({WEFT_TR("core", "task %1 runs on a worker of DolphinScheduler and gets no variables: make \"%2\" a parameter"), {task.name, e.env.front().name}});
        return;
    }
    for (const Binding& variable : e.env) {   // parameters of a K8S task are its variables
        const auto known = std::find_if(use.params.begin(), use.params.end(), [&](const Binding& param) { return param.name == variable.name; });
        if (known == use.params.end()) use.params.push_back(variable);
        else known->value = variable.value;
    }
    e.env.clear();
    if (const char* missing = no_field_for(e)) settling.refuse({missing, {task.name}});
    const bool dropped = e.pull_policy || !e.pull_secrets.empty() || !e.node_selector.empty();
    if (settling.dialect == Dialect::python && dropped)
        settling.refuse({WEFT_TR("core", "pydolphinscheduler drops pull policy, pull secret and node selector of a Kubernetes task (task %1): use definition JSON"), {task.name}});
    settle_size(settling, e.cpu, false);
    settle_size(settling, e.memory, true);
    for (Binding& selector : e.node_selector) {
        if (selector.value.source != Source::literal) settling.refuse({WEFT_TR("core", "a node selector of DolphinScheduler is plain text (task %1)"), {task.name}});
        selector.value.plain = false;
    }
}

}  // namespace weft::dolphin
