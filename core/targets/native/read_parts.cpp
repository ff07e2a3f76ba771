// The smaller parts of a task: retry, loop, needs, outputs, files.
#include <charconv>

#include "core/targets/native/reading.h"

namespace weft::native {
namespace {

void append_string(std::string& out, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') (out += '\\') += c;
        else if (c == '\n') out += "\\n";
        else if (byte < 0x20) ((out += "\\u00") += digits[byte >> 4]) += digits[byte & 15];
        else out += c;
    }
    out += '"';
}

void append_json(std::string& out, const yaml::Node& given) {
    const yaml::Node& node = *yaml::resolve(&given);
    if (node.is_map()) {
        out += '{';
        for (const yaml::Entry& entry : node.entries) {
            if (out.back() != '{') out += ',';
            append_string(out, entry.key ? yaml::resolve(entry.key.get())->text : std::string());
            out += ':';
            append_json(out, *entry.value);
        }
        out += '}';
    } else if (node.is_sequence()) {
        out += '[';
        for (const yaml::NodePtr& item : node.items) {
            if (out.back() != '[') out += ',';
            append_json(out, *item);
        }
        out += ']';
    } else if (node.kind == yaml::Kind::null) {
        out += "null";
    } else if (scalar_of(node).plain) {
        out += node.text;
    } else {
        append_string(out, node.text);
    }
}

Results read_results(Reading& reading, const Spot& on) {
    Results results = 0;
    const auto word = [&](const Spot& spot) {
        for (const ResultWord& known : result_words()) {
            if (spot.is_scalar() && spot.node->text == known.word) {
                results |= known.results;
                return;
            }
        }
        reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"on\" takes succeeded, failed, errored, skipped, omitted, completed, any-succeeded or all-failed, not \"%1\""),
                                          {spot.node ? spot.node->text : std::string()}}, spot);
    };
    if (on.is_list()) {
        for (const Spot& item : reading.items(on)) word(item);
    } else if (on) {
        word(on);
    }
    return results == 0 ? results_default : results;
}

Output read_output(Reading& reading, const Spot& map) {
    Output output;
    reading.check_keys(map, output_keys());
    output.name = reading.text(map, "name");
    output.path = reading.text(map, "path");
    output.fallback = reading.optional_text(map, "default");
    output.artifact = reading.truth(map, "artifact");
    output.optional = reading.truth(map, "optional");
    output.type = read_type(reading, map);
    if (reading.truth(map, "stdout")) output.from = OutputFrom::standard_output;
    if (reading.truth(map, "exitCode")) output.from = OutputFrom::exit_code;
    if (const Spot from = reading.at(map, "from")) {
        output.from = OutputFrom::expression;
        output.expression = read_value(reading, from, "from");
    }
    return output;
}

}  // namespace

std::string json_text(const yaml::Node& node) {
    std::string out;
    append_json(out, node);
    return out;
}

std::optional<Retry> read_retry(Reading& reading, const Spot& spot, const std::string& path) {
    if (!spot) return std::nullopt;
    Retry retry;
    reading.place(path + ".retry", spot);
    if (spot.is_scalar()) {  // retry: 3
        retry.limit = scalar_of(*spot.node);
        reading.place(path + ".retry.limit", spot);
        return retry;
    }
    if (!reading.want_map(spot, "retry")) return std::nullopt;
    reading.check_keys(spot, retry_keys());
    retry.limit = reading.scalar(spot, "limit");
    retry.delay = reading.text(spot, "delay");
    retry.max_delay = reading.text(spot, "maxDelay");
    retry.policy = reading.text(spot, "policy");
    if (const Spot factor = reading.at(spot, "factor")) {
        double value = 0;
        const std::string& text = factor.node->text;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (factor.is_scalar() && problem == std::errc() && end == text.data() + text.size()) retry.factor = value;
        else reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"factor\" must be a number, not \"%1\""), {text}}, factor);
    }
    reading.place(path + ".retry.limit", reading.at(spot, "limit"));
    reading.place(path + ".retry.delay", reading.at(spot, "delay"));
    reading.place(path + ".retry.factor", reading.at(spot, "factor"));
    reading.place(path + ".retry.max_delay", reading.at(spot, "maxDelay"));
    reading.place(path + ".retry.policy", reading.at(spot, "policy"));
    return retry;
}

std::optional<Loop> read_loop(Reading& reading, const Spot& spot, const std::string& path) {
    if (!spot) return std::nullopt;
    reading.place(path + ".loop", spot);
    Loop loop;
    const auto read_items = [&](const Spot& list) {
        for (const Spot& item : reading.items(list)) {
            if (!item.node) continue;
            const bool collection = item.is_map() || item.is_list();
            loop.items.push_back(collection ? json_text(*item.node) : item.node->text);
        }
    };
    if (spot.is_list()) {  // loop: [a, b]
        read_items(spot);
        return loop;
    }
    if (!reading.want_map(spot, "loop")) return std::nullopt;
    reading.check_keys(spot, loop_keys());
    loop.parallelism = reading.number(spot, "parallelism");
    if (const Spot items = reading.at(spot, "items")) {
        if (!reading.want_list(items, "items")) return loop;
        read_items(items);
        return loop;
    }
    if (reading.at(spot, "param") || reading.at(spot, "output") || reading.at(spot, "list")) {
        loop.over = Loop::Over::param;
        if (const std::string param = reading.text(spot, "param"); !param.empty()) {
            loop.param = "{{params." + param + "}}";
        } else if (reading.at(spot, "output")) {
            const Value value = read_value(reading, spot, "loop");
            if (value.source == Source::output) loop.param = "{{tasks." + value.task + ".outputs." + value.name + "}}";
        } else {
            loop.param = reading.text(spot, "list");
        }
        return loop;
    }
    loop.over = Loop::Over::sequence;
    loop.count = reading.scalar(spot, "count").value_or(Scalar{});
    loop.start = reading.scalar(spot, "from").value_or(Scalar{});
    loop.end = reading.scalar(spot, "to").value_or(Scalar{});
    loop.format = reading.text(spot, "format");
    if (loop.count.text.empty() && loop.end.text.empty()) {
        reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"loop\" goes over one of items, param, output, list, count, or from and to")}, spot);
    }
    return loop;
}

std::vector<Need> read_needs(Reading& reading, const Spot& spot, const std::string& path) {
    std::vector<Need> needs;
    if (!spot) return needs;
    reading.place(path + ".needs", spot);
    const std::vector<Spot> items = spot.is_list() ? reading.items(spot) : std::vector<Spot>{spot};  // needs: fetch
    for (const Spot& item : items) {
        Need need;
        if (item.is_map()) {
            reading.check_keys(item, need_keys());
            need.task = reading.text(item, "task");
            need.results = read_results(reading, reading.at(item, "on"));
            need.recovers = reading.truth(item, "recovers");
        } else if (item.is_scalar()) {
            need.task = item.node->text;
        } else {
            reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"needs\" lists names of tasks, or {task: name, on: [failed]}")}, item.node ? item : spot);
        }
        reading.place(join_path(path + ".needs", need.task), item);
        needs.push_back(std::move(need));  // a broken one keeps its place
    }
    return needs;
}

std::vector<Output> read_outputs(Reading& reading, const Spot& spot, const std::string& path) {
    std::vector<Output> outputs;
    if (!spot) return outputs;
    reading.place(path + ".outputs", spot);
    if (spot.is_map()) {  // outputs: {model: {path: /abs}, text: {stdout: true}}
        for (const Spot& entry : reading.entries(spot)) {
            Output output;
            if (entry.is_map()) output = read_output(reading, entry);
            else if (entry) reading.want_map(entry, key_text(entry));
            output.name = key_text(entry);
            reading.place_key(join_path(path + ".outputs", output.name), entry);
            outputs.push_back(std::move(output));
        }
        return outputs;
    }
    if (!reading.want_list(spot, "outputs")) return outputs;
    for (const Spot& item : reading.items(spot)) {
        Output output;
        if (item.is_map()) output = read_output(reading, item);
        else if (item.is_scalar()) output.name = item.node->text;
        else reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"outputs\" lists names, or {name: model, path: /abs/file}, {name: text, stdout: true}")}, item.node ? item : spot);
        reading.place(join_path(path + ".outputs", output.name), item);
        if (item.is_map()) reading.place(join_path(path + ".outputs", output.name) + ".path", reading.at(item, "path"));
        outputs.push_back(std::move(output));
    }
    return outputs;
}

std::vector<InputFile> read_files(Reading& reading, const Spot& spot, const std::string& path) {
    std::vector<InputFile> files;
    if (!reading.want_map(spot, "files")) return files;
    reading.place(path + ".files", spot);
    for (const Spot& entry : reading.entries(spot)) {
        InputFile file;
        file.name = key_text(entry);
        if (reading.want_map(entry, file.name)) {
            reading.check_keys(entry, file_keys());
            file.path = reading.text(entry, "path");
            if (const Spot from = reading.at(entry, "from")) file.from = read_value(reading, from, "from");
            file.raw = reading.optional_text(entry, "content");
            file.optional = reading.truth(entry, "optional");
        }
        reading.place_key(join_path(path + ".files", file.name), entry);
        files.push_back(std::move(file));
    }
    return files;
}

}  // namespace weft::native
