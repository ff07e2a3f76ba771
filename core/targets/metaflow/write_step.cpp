#include "core/targets/metaflow/write_step.h"

#include <algorithm>

namespace weft::metaflow {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// Where the arguments of an environment stand: decorators of a step, or BASE.
struct Home {
    Patch& patch;
    const PythonSource& source;
    const Step* step = nullptr;         // null: BASE
    Pairs kubernetes, resources;        // arguments of decorators that are still to be made
    Pairs added_kubernetes, added_resources, added_base;

    bool based() const { return source.base && (!step || step->find("base")); }

    // BASE gives it to a step that says nothing itself.
    bool from_base(const std::string& argument) const { return step && based() && source.base->find(argument); }

    // Every call that names the argument already.
    std::vector<std::pair<const Arguments*, const Argument*>> holders(const std::string& argument) const {
        std::vector<std::pair<const Arguments*, const Argument*>> out;
        const auto look = [&](const Arguments& call) {
            if (const Argument* found = call.find(argument)) out.emplace_back(&call, found);
        };
        if (!step) look(*source.base);
        else
            for (const Decorator& decorator : step->decorators)
                if (decorator.name == "kubernetes" || decorator.name == "resources" || decorator.name == "batch" || (decorator.name == "base" && source.base)) look(decorator.arguments);
        return out;
    }

    void put(const std::string& argument, const std::string& value, bool resource) {
        const auto found = holders(argument);
        for (const auto& [call, held] : found) patch.set(*held, value);
        if (!found.empty()) return;
        if (based()) added_base.emplace_back(argument, value);
        else if (step->find("kubernetes")) added_kubernetes.emplace_back(argument, value);
        else if (resource && step->find("resources")) added_resources.emplace_back(argument, value);
        else if (resource && kubernetes.empty()) resources.emplace_back(argument, value);
        else kubernetes.emplace_back(argument, value);
    }
    void drop(const std::string& argument) {
        for (const auto& [call, held] : holders(argument)) patch.remove(*call, *held);
    }

    void finish() {
        if (!added_base.empty()) step ? patch.add(*step->find("base"), added_base) : patch.add(*source.base, added_base);
        if (!added_kubernetes.empty()) patch.add(*step->find("kubernetes"), added_kubernetes);
        if (!added_resources.empty()) patch.add(*step->find("resources"), added_resources);
        for (const auto& [name, list] : {std::pair{"kubernetes", &kubernetes}, std::pair{"resources", &resources}}) {
            if (list->empty()) continue;
            std::string text;
            for (const auto& [argument, value] : *list) text += (text.empty() ? "" : ", ") + argument + "=" + value;
            new_decorator(name, text);
        }
    }
    void new_decorator(const char* name, const std::string& arguments) {
        const Decorator* marked = step->find("step");
        patch.add_decorator(marked ? marked->at.begin : step->at.begin, step->indent, name, arguments);
    }
};

Result<void> write_scalars(Home& home, const Environment& before, const Environment& after) {
    for (const TextArgument& field : text_arguments()) {
        const auto& was = before.*field.slot;
        const auto& now = after.*field.slot;
        if (was == now) continue;
        if (now) home.put(field.argument, quoted(*now), false);
        else home.drop(field.argument);
    }
    for (const QuantityArgument& field : quantity_arguments()) {
        const auto& was = before.*field.slot;
        const auto& now = after.*field.slot;
        if (bool(was) == bool(now) && (!was || was->text == now->text)) continue;
        if (!now) {
            home.drop(field.argument);
            continue;
        }
        const std::optional<std::string> number = number_of(now->text, field.unit);
        if (!number) return fail(Message{WEFT_TR("core", "\"%1\" is no quantity that Metaflow takes for %2"), {now->text, field.field}});
        home.put(field.argument, *number, true);
    }
    if (before.cpu_limit != after.cpu_limit || before.memory_limit != after.memory_limit)
        return fail(WEFT_TR("core", "Metaflow has no limits of its own: qos=\"guaranteed\" makes the requests the limits"));
    return {};
}

template <class List> Result<void> write_list(Home& home, const char* argument, const List& before, const List& after) {
    if (before == after) return {};
    if (after.empty()) {
        home.drop(argument);
        return {};
    }
    const Result<std::string> text = python_text(after);
    if (!text) return tl::unexpected<Error>(text.error());
    home.put(argument, *text, false);
    return {};
}

// The map of variables: @environment(vars={...}), or env={...} of BASE and @base.
const Argument* variables_of(const Home& home) {
    if (!home.step) return home.source.base->find("env");
    if (home.based()) return home.step->find("base")->arguments.find("env");
    const Decorator* decorator = home.step->find("environment");
    return decorator ? decorator->arguments.at(0, "vars") : nullptr;
}

Result<void> write_variables(Home& home, const std::vector<Binding>& before, const std::vector<Binding>& after) {
    if (before == after) return {};
    const auto find = [](const std::vector<Binding>& list, const std::string& name) { return std::find_if(list.begin(), list.end(), [&](const Binding& one) { return one.name == name; }); };
    const Argument* map = variables_of(home);
    std::string fresh;
    for (const Binding& binding : after) {
        const auto old = find(before, binding.name);
        if (old != before.end() && *old == binding) continue;
        if (binding.value.source != Source::literal)
            return fail(Message{WEFT_TR("core", "%1: a variable of a Metaflow step holds text that is known beforehand"), {binding.name}});
        if (map && map->map_call && !is_identifier(binding.name)) return fail(Message{WEFT_TR("core", "%1 cannot stand in dict(...)"), {binding.name}});
        if (map) home.patch.set_entry(*map, binding.name, quoted(binding.value.text));
        else fresh += (fresh.empty() ? "" : ", ") + quoted(binding.name) + ": " + quoted(binding.value.text);
    }
    for (const Binding& binding : before) {
        if (find(after, binding.name) != after.end()) continue;
        if (!map) return fail(Message{WEFT_TR("core", "%1 cannot be taken away here"), {binding.name}});
        if (after.empty() && map->is_map && map->value.entries.size() == map->entries.size() && home.step && !home.based()) {   // the last one: the decorator goes
            home.patch.remove(*home.step->find("environment"));
            return {};
        }
        if (Result<void> done = home.patch.remove_entry(*map, binding.name); !done) return done;
    }
    if (fresh.empty()) return {};
    if (home.based()) home.added_base.emplace_back("env", "{" + fresh + "}");
    else if (const Decorator* decorator = home.step->find("environment")) home.patch.add(*decorator, {{"vars", "{" + fresh + "}"}});
    else home.new_decorator("environment", "vars={" + fresh + "}");
    return {};
}

Result<void> write_environment(Home& home, const Environment& before, const Environment& after) {
    if (before == after) return {};
    Result<void> done = write_scalars(home, before, after);
    if (done) done = write_list(home, "image_pull_secrets", before.pull_secrets, after.pull_secrets);
    if (done) done = write_list(home, "node_selector", before.node_selector, after.node_selector);
    if (done) done = write_list(home, "tolerations", before.tolerations, after.tolerations);
    if (done) done = write_list(home, "persistent_volume_claims", before.volumes, after.volumes);
    if (done) done = write_variables(home, before.env, after.env);
    if (done) home.finish();
    return done;
}

Result<void> write_retry(Home& home, const std::optional<Retry>& before, const std::optional<Retry>& after) {
    if (before == after) return {};
    const Decorator* decorator = home.step->find("retry");
    if (after && ((after->factor && *after->factor != 1) || !after->max_delay.empty() || !after->policy.empty() || !after->expression.empty()))
        return fail(WEFT_TR("core", "Metaflow's @retry holds a number of times and the minutes between them, nothing else"));
    const std::string times = after ? after->limit->text : "0", minutes = after ? std::to_string(seconds_of(after->delay).value_or(0) / 60) : "0";
    if (times.empty() || times.find_first_not_of("0123456789") != std::string::npos) return fail(Message{WEFT_TR("core", "\"%1\" is no number of times"), {times}});
    if (home.based() && !decorator) {
        home.put("retry", times, false);
        if (minutes != "0" || !home.holders("retry_minutes").empty() || home.from_base("retry_minutes")) home.put("retry_minutes", minutes, false);
        return {};
    }
    if (!after) {
        if (decorator) home.patch.remove(*decorator);
        return {};
    }
    if (!decorator) {
        home.new_decorator("retry", "times=" + times + ", minutes_between_retries=" + minutes);
        return {};
    }
    Pairs added;
    const Argument* held = decorator->arguments.at(0, "times");
    const Argument* between = decorator->arguments.at(1, "minutes_between_retries");
    if (before->limit->text != times) {
        if (held) home.patch.set(*held, times);
        else added.emplace_back("times", times);
    }
    if (before->delay != after->delay) {
        if (between) home.patch.set(*between, minutes);
        else added.emplace_back("minutes_between_retries", minutes);
    }
    if (!added.empty()) home.patch.add(*decorator, added);
    return {};
}

Result<void> write_timeout(Home& home, const std::string& before, const std::string& after) {
    if (before == after) return {};
    const Decorator* decorator = home.step->find("timeout");
    const std::optional<long> seconds = seconds_of(after);
    if (!after.empty() && !seconds) return fail(Message{WEFT_TR("core", "\"%1\" is no duration"), {after}});
    if (seconds && *seconds < 60) return fail(Message{WEFT_TR("core", "a timeout of %1 is too short: Metaflow refuses less than 60 seconds"), {after}});
    if (home.based() && !decorator) {
        if (seconds || home.from_base("timeout")) home.put("timeout", std::to_string(seconds.value_or(0)), false);
        else home.drop("timeout");
        return {};
    }
    if (!seconds) {
        if (decorator) home.patch.remove(*decorator);
        return {};
    }
    const std::string text = *seconds % 3600 == 0 ? "hours=" + std::to_string(*seconds / 3600) : *seconds % 60 == 0 ? "minutes=" + std::to_string(*seconds / 60) : "seconds=" + std::to_string(*seconds);
    if (!decorator) home.new_decorator("timeout", text);
    else if (!decorator->called) home.patch.insert(decorator->at.end, "(" + text + ")");
    else home.patch.replace({decorator->arguments.open, decorator->arguments.close}, text);
    return {};
}

}  // namespace

Result<std::string> python_text(const std::vector<Binding>& map) {
    std::string out;
    for (const Binding& one : map) {
        if (one.value.source != Source::literal) return fail(Message{WEFT_TR("core", "%1 must be text that is known beforehand"), {one.name}});
        out += (out.empty() ? "" : ", ") + quoted(one.name) + ": " + quoted(one.value.text);
    }
    return "{" + out + "}";
}

Result<std::string> python_text(const std::vector<Toleration>& list) {
    std::string out;
    for (const Toleration& one : list) {
        std::string entry;
        for (const auto& [key, value] : {std::pair{"key", one.key}, std::pair{"operator", one.op}, std::pair{"value", one.value}, std::pair{"effect", one.effect}})
            if (!value.empty()) entry += (entry.empty() ? "" : ", ") + quoted(key) + ": " + quoted(value);
        if (one.seconds) entry += (entry.empty() ? "" : ", ") + std::string("\"toleration_seconds\": ") + one.seconds->text;
        out += (out.empty() ? "{" : ", {") + entry + "}";
    }
    return "[" + out + "]";
}

Result<std::string> python_text(const std::vector<Volume>& claims) {
    std::string out;
    for (const Volume& one : claims) {
        if (one.kind != Volume::Kind::claim || !one.sub_path.empty() || one.read_only || one.path.empty())
            return fail(Message{WEFT_TR("core", "volume %1: Metaflow mounts persistent volume claims at a path, nothing else"), {one.name}});
        out += (out.empty() ? "" : ", ") + quoted(one.source) + ": " + quoted(one.path);
    }
    return "{" + out + "}";
}

std::string python_text(const std::vector<std::string>& list) {
    std::string out;
    for (const std::string& one : list) out += (out.empty() ? "" : ", ") + quoted(one);
    return "[" + out + "]";
}

Result<void> write_step(Patch& patch, const PythonSource& source, const Step& step, const Task& before, const Task& after) {
    Home home{patch, source, &step, {}, {}, {}, {}, {}};
    Result<void> done = write_retry(home, before.own->retry, after.own->retry);
    if (done) done = write_timeout(home, before.own->timeout, after.own->timeout);
    if (!done) return done;
    if (before.tolerated != after.tolerated) {
        const Decorator* decorator = step.find("catch");
        if (home.based() && !decorator) home.put("tolerated", after.tolerated ? "True" : "False", false);
        else if (after.tolerated) home.new_decorator("catch", "var=" + quoted(after.name + "_failed"));
        else if (decorator) patch.remove(*decorator);
    }
    if (before.own->environment == after.own->environment) {
        home.finish();
        return {};
    }
    return write_environment(home, before.own->environment, after.own->environment);
}

Result<void> write_flow_environment(Patch& patch, const PythonSource& source, const Environment& before, const Environment& after) {
    if (before == after) return {};
    if (!source.base)
        return fail(WEFT_TR("core", "this flow has no environment of its own: in a flow.py it stands in the decorators of every step (a flow that Weftwork exported has BASE)"));
    Home home{patch, source, nullptr, {}, {}, {}, {}, {}};
    return write_environment(home, before, after);
}

}  // namespace weft::metaflow
