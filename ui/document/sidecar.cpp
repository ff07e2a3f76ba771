#include "ui/document/sidecar.h"

#include <cmath>
#include <cstdlib>

#include "core/io/file.h"
#include "core/yaml/reader.h"
#include "core/yaml/writer.h"

namespace weft::ui {

namespace {

std::string number(double value) { return std::to_string(std::lround(value)); }

yaml::NodePtr pair(double first, double second) {
    return yaml::make_sequence({yaml::make_plain(number(first)), yaml::make_plain(number(second))}, yaml::Style::flow);
}

bool pair_of(const yaml::NodePtr& node, double& first, double& second) {
    if (!node || node->items.size() != 2 || !node->items[0] || !node->items[1]) return false;
    first = std::atof(node->items[0]->text.c_str());
    second = std::atof(node->items[1]->text.c_str());
    return true;
}

Note note_of(const yaml::NodePtr& map) {
    const auto text = [&](const char* key) {
        const yaml::NodePtr node = yaml::find(map, key);
        return node && node->is_scalar() ? node->text : std::string();
    };
    Note note{text("in"), text("text"), {}, Note().w, Note().h, text("colour")};
    pair_of(yaml::find(map, "at"), note.at.x, note.at.y);
    if (!pair_of(yaml::find(map, "size"), note.w, note.h) || note.w <= 0 || note.h <= 0) note.w = Note().w, note.h = Note().h;
    return note;
}

yaml::NodePtr node_of(const Note& note) {
    std::vector<yaml::Entry> map{{yaml::make_string("text"), yaml::make_string(note.text)}};
    if (!note.in.empty()) map.push_back({yaml::make_string("in"), yaml::make_string(note.in)});
    map.push_back({yaml::make_string("at"), pair(note.at.x, note.at.y)});
    map.push_back({yaml::make_string("size"), pair(note.w, note.h)});
    if (!note.colour.empty()) map.push_back({yaml::make_string("colour"), yaml::make_string(note.colour)});
    return yaml::make_map(map);
}

}  // namespace

std::string sidecar_path(const std::string& file) { return file + ".weft-canvas.yaml"; }

CanvasPart outside_part(const Document& document) {
    CanvasPart part;
    if (!document.format || !document.flow) return part;
    if (!document.format->abilities.placements_inside) part.placements = document.flow->placements;
    if (document.format->abilities.notes_inside) return part;
    part.notes = document.flow->notes;
    part.unfolded = document.flow->unfolded;
    return part;
}

DocumentPtr with_canvas(const DocumentPtr& document, CanvasPart part) {
    auto flow = std::make_shared<Flow>(*document->flow);
    if (!document->format->abilities.placements_inside) flow->placements = std::move(part.placements);
    if (!document->format->abilities.notes_inside) {
        flow->notes = std::move(part.notes);
        flow->unfolded = std::move(part.unfolded);
    }
    auto copy = std::make_shared<Document>(*document);
    copy->flow = std::move(flow);
    return copy;
}

CanvasPart read_sidecar(const std::string& file) {
    CanvasPart part;
    const Result<std::string> text = io::read_file(sidecar_path(file), 8u << 20);
    if (!text) return part;
    const Result<yaml::Stream> stream = yaml::read(*text);
    if (!stream || stream->documents.empty()) return part;
    const yaml::NodePtr root = stream->documents[0].root;
    if (const yaml::NodePtr nodes = yaml::find(root, "nodes"); nodes && nodes->is_map())
        for (const yaml::Entry& entry : nodes->entries)
            if (Point at; entry.key && pair_of(entry.value, at.x, at.y)) part.placements.push_back({entry.key->text, at});
    if (const yaml::NodePtr notes = yaml::find(root, "notes"); notes && notes->is_sequence())
        for (const yaml::NodePtr& item : notes->items)
            if (item && item->is_map()) part.notes.push_back(note_of(item));
    if (const yaml::NodePtr unfolded = yaml::find(root, "unfolded"); unfolded && unfolded->is_sequence())
        for (const yaml::NodePtr& item : unfolded->items)
            if (item && item->is_scalar()) part.unfolded.push_back(item->text);
    return part;
}

Result<void> write_sidecar(const std::string& file, const CanvasPart& part) {
    std::vector<yaml::Entry> nodes, root{{yaml::make_string("weft-canvas"), yaml::make_plain("1")}};
    for (const Placement& placement : part.placements) nodes.push_back({yaml::make_string(placement.path), pair(placement.at.x, placement.at.y)});
    root.push_back({yaml::make_string("nodes"), yaml::make_map(nodes)});
    std::vector<yaml::NodePtr> notes, unfolded;
    for (const Note& note : part.notes) notes.push_back(node_of(note));
    for (const std::string& path : part.unfolded) unfolded.push_back(yaml::make_string(path));
    if (!notes.empty()) root.push_back({yaml::make_string("notes"), yaml::make_sequence(notes)});
    if (!unfolded.empty()) root.push_back({yaml::make_string("unfolded"), yaml::make_sequence(unfolded)});
    return io::write_file(sidecar_path(file), "# where Weftwork draws the tasks of the file of the same name; safe to delete\n" + yaml::write_yaml(yaml::make_map(root)));
}

}  // namespace weft::ui
