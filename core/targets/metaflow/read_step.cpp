// Decorators of a step: what they set, and where that stands.
#include <algorithm>

#include "core/targets/metaflow/arguments.h"
#include "core/targets/metaflow/reading.h"

namespace weft::metaflow {
namespace {

bool is_known(const Argument* argument) { return argument && argument->value.known() && argument->value.kind != Literal::Kind::none; }

// Memory asked for twice: the engine takes the larger one.
bool larger(const std::string& a, const std::string& b) {
    try {
        return std::stod(a) > std::stod(b);
    } catch (const std::exception&) {
        return false;
    }
}

void read_quantity(Reading& reading, const QuantityArgument& field, const Argument& argument, const std::string& path, Environment& environment) {
    if (!argument.value.scalar()) return;
    std::optional<Scalar>& slot = environment.*field.slot;
    const std::string text = quantity_of(argument.value.text, field.unit);
    if (slot && !larger(text, slot->text)) return;
    if (!slot) reading.place(path + '.' + field.field, argument.at);
    slot = Scalar{text, field.unit != Unit::megabytes};
}

std::vector<Binding> bindings(const Literal& map) {
    std::vector<Binding> out;
    for (const auto& [name, value] : map.entries) out.push_back({name, {Source::literal, value.text, {}, {}, false}});
    return out;
}

// "disk=ssd,zone=a" or {"disk": "ssd"}
std::vector<Binding> selector(const Literal& value) {
    if (value.kind == Literal::Kind::map) return bindings(value);
    std::vector<Binding> out;
    for (std::size_t from = 0; from < value.text.size();) {
        const std::size_t to = std::min(value.text.find(',', from), value.text.size());
        const std::string one = value.text.substr(from, to - from);
        const std::size_t equals = std::min(one.find('='), one.size());
        out.push_back({one.substr(0, equals), {Source::literal, equals < one.size() ? one.substr(equals + 1) : std::string(), {}, {}, false}});
        from = to + 1;
    }
    return out;
}

std::string entry(const Literal& map, std::string_view key) {
    const Literal* found = map.find(key);
    return found ? found->text : std::string();
}

std::vector<Toleration> tolerations(const Literal& list) {
    std::vector<Toleration> out;
    for (const Literal& one : list.items) {
        Toleration made{entry(one, "key"), entry(one, "operator"), entry(one, "value"), entry(one, "effect"), std::nullopt};
        if (const std::string seconds = entry(one, "toleration_seconds"); !seconds.empty()) made.seconds = Scalar{seconds, true};
        out.push_back(std::move(made));
    }
    return out;
}

void read_list(Reading& reading, const Argument& argument, const std::string& decorator, const std::string& path, Environment& e) {
    const Literal& value = argument.value;
    const bool list = value.kind == Literal::Kind::list, map = value.kind == Literal::Kind::map;
    if (argument.name == "node_selector" && (map || value.kind == Literal::Kind::text)) {
        if (e.node_selector.empty()) e.node_selector = selector(value);
    } else if (argument.name == "tolerations" && list) {
        if (e.tolerations.empty()) e.tolerations = tolerations(value);
    } else if (argument.name == "image_pull_secrets" && list) {
        for (const Literal& one : value.items) e.pull_secrets.push_back(one.text);
    } else if (argument.name == "persistent_volume_claims" && map) {
        for (const auto& [claim, at] : value.entries) {
            Volume volume;
            volume.name = volume.source = claim;
            volume.path = at.text;
            e.volumes.push_back(std::move(volume));
        }
    } else {
        reading.keep(path, "@" + decorator + " " + argument.name);
        return;
    }
    reading.place(path + '.' + argument.name, argument.at);
}

long part_of(const Arguments& arguments, const char* name, long unit) {
    const Argument* found = arguments.find(name);
    if (!is_known(found)) return 0;
    return seconds_of(found->value.text).value_or(0) * unit;
}

void read_timeout(Reading& reading, const Decorator& decorator, const std::string& path, Definition& definition) {
    const long seconds = part_of(decorator.arguments, "seconds", 1) + part_of(decorator.arguments, "minutes", 60) + part_of(decorator.arguments, "hours", 3600);
    if (seconds <= 0) return;
    definition.timeout = duration_of(seconds);
    reading.place(path + ".timeout", decorator.at);
}

// @base(...) of an exported flow: the same names as in BASE, on top of it.
void read_base(Reading& reading, const Arguments& own, const std::string& path, Definition& definition, Task& task) {
    const Arguments none;
    const Arguments& base = reading.source.base ? *reading.source.base : none;
    read_environment(reading, own, "base", path, definition.environment);
    const auto either = [&](const char* name) { return own.find(name) ? own.find(name) : base.find(name); };
    if (const Argument* times = either("retry"); is_known(times) && times->value.text != "0") {
        definition.retry = read_retry(times, either("retry_minutes"), 0, 0);
        if (own.find("retry")) reading.place(path + ".retry", times->whole);
    }
    if (const Argument* seconds = either("timeout"); is_known(seconds)) {
        if (const auto parsed = seconds_of(seconds->value.text); parsed && *parsed > 0) definition.timeout = duration_of(*parsed);
        if (own.find("timeout")) reading.place(path + ".timeout", seconds->whole);
    }
    if (const Argument* tolerated = own.find("tolerated"); is_known(tolerated)) task.tolerated = task.tolerated_error = tolerated->value.text == "true";
}

}  // namespace

void read_variables(Reading& reading, const Argument* map, const std::string& path, Environment& environment) {
    if (!map) return;
    if (!map->value.known() && !map->is_map) return reading.keep(path, "@environment vars=" + map->source);
    for (const auto& [name, value] : map->value.entries) {
        if (!value.scalar()) {
            reading.keep(path, "@environment " + name);
            continue;
        }
        environment.env.push_back({name, {Source::literal, value.text, {}, {}, value.kind != Literal::Kind::text}});
    }
    for (const DictEntry& entry : map->entries) {
        if (!entry.held.scalar()) {
            if (!map->value.known()) reading.keep(path, "@environment " + entry.name);
            continue;
        }
        if (!map->value.known()) environment.env.push_back({entry.name, {Source::literal, entry.held.text, {}, {}, entry.held.kind != Literal::Kind::text}});
        reading.place(join_path(path + ".env", entry.name), entry.key);
        reading.place(join_path(path + ".env", entry.name) + ".value", entry.value);
    }
}

void read_environment(Reading& reading, const Arguments& arguments, const std::string& decorator, const std::string& path, Environment& environment) {
    for (const Argument& argument : arguments.all) {
        const auto text = std::find_if(text_arguments().begin(), text_arguments().end(), [&](const TextArgument& one) { return one.argument == argument.name; });
        const auto quantity = std::find_if(quantity_arguments().begin(), quantity_arguments().end(), [&](const QuantityArgument& one) { return one.argument == argument.name; });
        if (argument.value.kind == Literal::Kind::none) continue;
        if (argument.name == "env" && decorator == "base") read_variables(reading, &argument, path, environment);
        else if (decorator == "base" && (argument.name == "retry" || argument.name == "retry_minutes" || argument.name == "timeout" || argument.name == "tolerated" || argument.name == "group")) continue;
        else if (!argument.value.known()) reading.keep(path, "@" + decorator + " " + argument.name + "=" + argument.source);
        else if (text != text_arguments().end()) {
            if (!(environment.*text->slot) && argument.value.scalar()) {
                environment.*text->slot = argument.value.text;
                reading.place(path + '.' + text->field, argument.at);
            }
        } else if (quantity != quantity_arguments().end()) read_quantity(reading, *quantity, argument, path, environment);
        else read_list(reading, argument, decorator, path, environment);
    }
}

std::optional<Retry> read_retry(const Argument* times, const Argument* minutes, int default_times, int default_minutes) {
    const auto number = [](const Argument* argument, int fallback) { return argument && argument->value.scalar() ? argument->value.text : std::to_string(fallback); };
    Retry retry;
    retry.limit = Scalar{number(times, default_times), true};
    const long delay = seconds_of(number(minutes, default_minutes)).value_or(0) * 60;
    if (delay > 0) retry.delay = duration_of(delay);
    return retry;
}

void read_decorators(Reading& reading, const std::vector<Decorator>& decorators, const std::string& path, Definition& definition, Task& task) {
    for (const Decorator& decorator : decorators) {
        const Arguments& arguments = decorator.arguments;
        reading.place(path + ".decorators." + decorator.name, decorator.at);
        if (decorator.name == "step") continue;
        if (decorator.name == "kubernetes" || decorator.name == "resources" || decorator.name == "batch") {
            read_environment(reading, arguments, decorator.name, path, definition.environment);
        } else if (decorator.name == "environment") {
            read_variables(reading, arguments.at(0, "vars"), path, definition.environment);
        } else if (decorator.name == "retry") {
            definition.retry = read_retry(arguments.at(0, "times"), arguments.at(1, "minutes_between_retries"), 3, 2);
            reading.place(path + ".retry", decorator.at);
            if (const Argument* times = arguments.at(0, "times")) reading.place(path + ".retry.limit", times->at);
            if (const Argument* minutes = arguments.at(1, "minutes_between_retries")) reading.place(path + ".retry.delay", minutes->at);
        } else if (decorator.name == "timeout") {
            read_timeout(reading, decorator, path, definition);
        } else if (decorator.name == "catch") {
            task.tolerated = task.tolerated_error = true;
            reading.place(path + ".tolerated", decorator.at);
        } else if (decorator.name == "base" && reading.source.base) {
            read_base(reading, arguments, path, definition, task);
        } else {
            std::string what = "@" + decorator.name;
            for (const Argument& argument : arguments.all) what += (&argument == &arguments.all.front() ? " " : ", ") + (argument.name.empty() ? argument.source : argument.name);
            reading.keep(path, what);
        }
    }
}

}  // namespace weft::metaflow
