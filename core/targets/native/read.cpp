#include <charconv>

#include "core/model/edit.h"
#include "core/targets/native/native.h"
#include "core/targets/native/reading.h"

namespace weft::native {
namespace {

constexpr int known_version = 1;

bool is_flow(const yaml::Document& document) { return yaml::find_entry(document.root, "weftwork") != nullptr; }

Result<void> check_version(const yaml::Node& node) {
    int version = 0;
    const std::string& text = node.text;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), version);
    const bool number = node.is_scalar() && problem == std::errc() && end == text.data() + text.size();
    if (number && version == known_version) return {};
    const Location where{{}, node.line, node.column};
    if (number && version > known_version) {
        return fail({WEFT_TR("core", "this flow is written in version %1 of the format, and this Weftwork reads version 1: a newer Weftwork opens it"), {text}}, where);
    }
    return fail({WEFT_TR("core", "\"weftwork: %1\" names no version of the format: write \"weftwork: 1\""), {text}}, where);
}

void read_definitions(Reading& reading, const Spot& map) {
    if (!reading.want_map(map, "definitions")) return;
    for (const Spot& entry : reading.entries(map)) {
        const std::string path = join_path("definitions", key_text(entry));
        Definition definition;
        if (reading.want_map(entry, key_text(entry))) definition = read_definition(reading, entry, path, false);
        definition.name = key_text(entry);
        reading.place(path, entry);
        reading.place_key(path + ".name", entry);
        reading.out.flow.definitions.push_back(std::make_shared<const Definition>(std::move(definition)));
    }
}

bool read_number(const Spot& spot, double& value) {
    if (!spot.is_scalar()) return false;
    const std::string& text = spot.node->text;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size();
}

void read_canvas(Reading& reading, const Spot& map) {
    if (!reading.want_map(map, "canvas")) return;
    reading.place("canvas", map);
    for (const Spot& entry : reading.entries(map)) {
        Placement placement;
        placement.path = key_text(entry);
        const std::vector<Spot> items = reading.items(entry);
        if (items.size() == 2 && read_number(items[0], placement.at.x) && read_number(items[1], placement.at.y)) {
            reading.place(join_path("canvas", placement.path), entry);
            reading.out.flow.placements.push_back(std::move(placement));
        } else {
            reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"%1\" must be a place [x, y]"), {placement.path}}, entry);
        }
    }
}

bool read_pair(const Spot& spot, Reading& reading, double& first, double& second) {
    const std::vector<Spot> items = reading.items(spot);
    return items.size() == 2 && read_number(items[0], first) && read_number(items[1], second);
}

// A note that says nothing that can be shown still counts: the writer pairs notes by their number.
void read_notes(Reading& reading, const Spot& list) {
    if (!reading.want_list(list, "notes")) return;
    reading.place("notes", list);
    for (const Spot& item : reading.items(list)) {
        Note note;
        if (reading.want_map(item, "notes")) {
            reading.check_keys(item, note_keys());
            note.text = reading.text(item, "text");
            note.in = reading.text(item, "in");
            note.colour = reading.text(item, "colour");
            if (const Spot at = reading.at(item, "at"); at && !read_pair(at, reading, note.at.x, note.at.y))
                reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"%1\" must be two numbers [a, b]"), {"at"}}, at);
            if (const Spot size = reading.at(item, "size"); size && !(read_pair(size, reading, note.w, note.h) && note.w > 0 && note.h > 0)) {
                reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"%1\" must be two numbers [a, b]"), {"size"}}, size);
                note.w = Note().w, note.h = Note().h;
            }
        }
        reading.place("notes[" + std::to_string(reading.out.flow.notes.size()) + "]", item);
        reading.out.flow.notes.push_back(std::move(note));
    }
}

void read_unfolded(Reading& reading, const Spot& list) {
    for (const Scalar& path : read_words(reading, list, "unfolded")) reading.out.flow.unfolded.push_back(path.text);
}

}  // namespace

bool recognises(const yaml::Stream& stream) { return flow_count(stream) > 0; }

std::size_t flow_count(const yaml::Stream& stream) {
    std::size_t count = 0;
    for (const yaml::Document& document : stream.documents) count += is_flow(document);
    return count;
}

Result<ReadResult> read(const yaml::Stream& stream, std::size_t flow_index) {
    Reading reading;
    while (reading.document < stream.documents.size() && (!is_flow(stream.documents[reading.document]) || flow_index-- > 0)) ++reading.document;
    if (reading.document >= stream.documents.size()) return fail({WEFT_TR("core", "no flow: the file does not say \"weftwork: 1\"")});
    const Spot root{stream.documents[reading.document].root, nullptr, {}, true};
    const Spot version = reading.at(root, "weftwork");
    if (Result<void> good = check_version(*version.node); !good) return tl::unexpected(good.error());

    reading.check_keys(root, flow_keys());
    Flow& flow = reading.out.flow;
    flow.format = "native";
    flow.name = reading.text(root, "name");
    flow.description = reading.text(root, "description");
    flow.timeout = reading.text(root, "timeout");
    flow.parallelism = reading.number(root, "parallelism");
    for (const char* key : {"name", "description", "timeout", "parallelism", "environment", "parameters", "tasks", "handlers", "definitions"}) reading.place(key, reading.at(root, key));
    flow.parameters = read_parameters(reading, reading.at(root, "parameters"), "parameters", "parameters");
    flow.environment = read_environment(reading, reading.at(root, "environment"), "environment");
    flow.schedule = read_schedule(reading, reading.at(root, "schedule"));
    read_definitions(reading, reading.at(root, "definitions"));
    flow.main = read_body(reading, root, {});
    read_notes(reading, reading.at(root, "notes"));
    read_unfolded(reading, reading.at(root, "unfolded"));
    read_canvas(reading, reading.at(root, "canvas"));
    flow = number_tasks(std::move(flow));
    return std::move(reading.out);
}

}  // namespace weft::native
