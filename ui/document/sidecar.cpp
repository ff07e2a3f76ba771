#include "ui/document/sidecar.h"

#include <cmath>
#include <cstdlib>

#include "core/io/file.h"
#include "core/yaml/reader.h"
#include "core/yaml/writer.h"

namespace weft::ui {

namespace {

std::string number(double value) { return std::to_string(std::lround(value)); }

}  // namespace

std::string sidecar_path(const std::string& file) { return file + ".weft-canvas.yaml"; }

std::vector<Placement> read_sidecar(const std::string& file) {
    std::vector<Placement> placements;
    const Result<std::string> text = io::read_file(sidecar_path(file), 8u << 20);
    if (!text) return placements;
    const Result<yaml::Stream> stream = yaml::read(*text);
    if (!stream || stream->documents.empty()) return placements;
    const yaml::NodePtr nodes = yaml::find(stream->documents[0].root, "nodes");
    if (!nodes || !nodes->is_map()) return placements;
    for (const yaml::Entry& entry : nodes->entries) {
        if (!entry.value || entry.value->items.size() != 2) continue;
        placements.push_back({entry.key->text, {std::atof(entry.value->items[0]->text.c_str()), std::atof(entry.value->items[1]->text.c_str())}});
    }
    return placements;
}

Result<void> write_sidecar(const std::string& file, const std::vector<Placement>& placements) {
    std::vector<yaml::Entry> nodes;
    for (const Placement& placement : placements)
        nodes.push_back({yaml::make_string(placement.path),
                         yaml::make_sequence({yaml::make_plain(number(placement.at.x)), yaml::make_plain(number(placement.at.y))}, yaml::Style::flow)});
    const yaml::NodePtr root = yaml::make_map({{yaml::make_string("weft-canvas"), yaml::make_plain("1")}, {yaml::make_string("nodes"), yaml::make_map(nodes)}});
    return io::write_file(sidecar_path(file), "# where Weftwork draws the tasks of the file of the same name; safe to delete\n" + yaml::write_yaml(root));
}

}  // namespace weft::ui
