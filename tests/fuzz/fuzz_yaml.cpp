// Any bytes: read, write afresh and read again, patch with one change chosen by the bytes. Finds crashes, hangs and broken promises (abort).
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/yaml/patch.h"
#include "core/yaml/reader.h"
#include "core/yaml/writer.h"

using namespace weft::yaml;

namespace {

void demand(bool holds, const char* promise) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

std::vector<NodePtr> roots(const Stream& stream) {
    std::vector<NodePtr> all;
    for (const Document& document : stream.documents) all.push_back(document.root);
    return all;
}

// Walks down as `choice` says and sets, removes or adds there.
NodePtr changed(const NodePtr& node, unsigned choice, int depth) {
    const std::size_t count = node->is_map() ? node->entries.size() : node->items.size();
    if (depth == 0 || count == 0) {
        if (node->is_sequence()) return choice % 3 == 0 && count ? without_item(node, 0) : with_inserted(node, choice % (count + 1), make_string("a: b #c"));
        if (node->is_map()) return choice % 3 == 0 && count ? without_entry(node, node->entries[choice % count].key->text) : with_entry(node, "new key", make_string("two\nlines\n"));
        return make_string(choice % 2 ? "plain" : "say \"hi\": it's #1");
    }
    auto copy = std::make_shared<Node>(*node);
    copy->span = {};
    NodePtr& child = node->is_map() ? copy->entries[choice % count].value : copy->items[choice % count];
    child = changed(child, choice / 3 + 1, depth - 1);
    return copy;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto stream = read(text);
    if (!stream) {
        demand(!english(stream.error().message).empty(), "a refusal says why");
        return 0;
    }
    const std::vector<NodePtr> old = roots(*stream);
    const auto none = patch(text, *stream, old);
    demand(none && none->empty(), "no change, no edit");
    unsigned choice = unsigned(size);
    for (std::size_t i = 0; i < size && i < 64; ++i) choice = choice * 31 + data[i];
    std::vector<NodePtr> wanted = old;
    wanted[choice % wanted.size()] = changed(wanted[choice % wanted.size()], choice / 7, int(choice % 5));
    if (const auto edits = patch(text, *stream, wanted)) {
        const std::string result = weft::yaml::apply(text, *edits);
        demand(weft::yaml::apply(result, inverse(*edits)) == text, "edits can be undone");
        demand(bool(verify(result, *stream, wanted)), "the text holds what was wanted");
    }
    return 0;
}
