// Series and parallel decomposition of a partial order (Valdes, Tarjan, Lawler): what falls apart when nothing orders it is parallel, what has a cut that
// everything passes is a series; an order with neither holds an N, whose middle edge is the one to name.
#include "core/targets/metaflow/structure.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>

namespace weft::metaflow {
namespace {

using Nodes = std::vector<std::size_t>;

class Bits {
  public:
    explicit Bits(std::size_t count = 0) : words_((count + 63) / 64) {}
    void set(std::size_t at) { words_[at / 64] |= std::uint64_t(1) << (at % 64); }
    bool has(std::size_t at) const { return (words_[at / 64] >> (at % 64)) & 1; }
    void add(const Bits& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    }
    std::size_t common(const Bits& other) const {
        std::size_t count = 0;
        for (std::size_t i = 0; i < words_.size(); ++i) count += std::size_t(__builtin_popcountll(words_[i] & other.words_[i]));
        return count;
    }

  private:
    std::vector<std::uint64_t> words_;
};

struct Order {
    std::size_t count;
    std::vector<Nodes> next, before;
    std::vector<Bits> above;   // all that come before, transitively
    std::optional<Crossing> crossing;

    bool precedes(std::size_t a, std::size_t b) const { return above[b].has(a); }
    bool related(std::size_t a, std::size_t b) const { return a == b || precedes(a, b) || precedes(b, a); }

    Structure leaf(std::size_t node) const { return {Structure::Kind::task, node, {}}; }

    Structure decompose(const Nodes& nodes) {
        if (nodes.size() == 1) return leaf(nodes.front());
        if (std::vector<Nodes> cuts = series(nodes); cuts.size() > 1) return join(Structure::Kind::series, cuts);
        if (std::vector<Nodes> groups = components(nodes); groups.size() > 1) return join(Structure::Kind::parallel, groups);
        if (!crossing) find_crossing(nodes);
        return {};
    }

    Structure join(Structure::Kind kind, const std::vector<Nodes>& groups) {
        Structure out{kind, 0, {}};
        for (const Nodes& group : groups) {
            if (crossing) break;
            out.parts.push_back(decompose(group));
        }
        return out;
    }

    // Cuts that everything passes: sorted by how many come before, the first k are a prefix when each of the rest has at least k before it.
    std::vector<Nodes> series(const Nodes& nodes) const {
        Bits inside(count);
        for (const std::size_t node : nodes) inside.set(node);
        std::vector<std::pair<std::size_t, std::size_t>> ranked;
        for (const std::size_t node : nodes) ranked.emplace_back(above[node].common(inside), node);
        std::sort(ranked.begin(), ranked.end());
        std::vector<Nodes> out(1);
        for (std::size_t i = 0; i < ranked.size(); ++i) {
            if (i > 0 && ranked[i].first >= i) out.emplace_back();
            out.back().push_back(ranked[i].second);
        }
        for (Nodes& part : out) std::sort(part.begin(), part.end());
        return out;
    }

    // Connected by direct edges; in a set that decompose() has cut out, direct edges connect what the order connects.
    std::vector<Nodes> components(const Nodes& nodes) const {
        std::vector<std::size_t> parent(count, count);
        for (const std::size_t node : nodes) parent[node] = node;
        const auto root = [&](std::size_t node) {
            while (parent[node] != node) node = parent[node] = parent[parent[node]];
            return node;
        };
        for (const std::size_t node : nodes)
            for (const std::size_t to : next[node])
                if (parent[to] != count) {
                    const std::size_t a = root(node), b = root(to);
                    parent[std::max(a, b)] = std::min(a, b);
                }
        std::vector<Nodes> groups;
        std::vector<std::size_t> place(count, count);
        for (const std::size_t node : nodes) {
            const std::size_t at = root(node);
            if (place[at] == count) {
                place[at] = groups.size();
                groups.emplace_back();
            }
            groups[place[at]].push_back(node);
        }
        return groups;
    }

    bool crosses(const Nodes& nodes, std::size_t b, std::size_t c) {
        for (const std::size_t a : nodes) {
            if (!precedes(a, c) || related(a, b)) continue;
            for (const std::size_t d : nodes) {
                if (!precedes(b, d) || related(d, c) || related(a, d)) continue;
                crossing = Crossing{b, c, a, d};
                return true;
            }
        }
        return false;
    }

    void find_crossing(const Nodes& nodes) {
        for (const std::size_t b : nodes)
            for (const std::size_t c : next[b])
                if (std::binary_search(nodes.begin(), nodes.end(), c) && crosses(nodes, b, c)) return;
        for (const std::size_t b : nodes)   // an N of longer ways only
            for (const std::size_t c : nodes)
                if (precedes(b, c) && crosses(nodes, b, c)) return;
        crossing = Crossing{nodes.front(), nodes.back(), nodes.front(), nodes.back()};
    }
};

}  // namespace

Structured structure_of(std::size_t count, const std::vector<std::pair<std::size_t, std::size_t>>& edges) {
    Order order{count, std::vector<Nodes>(count), std::vector<Nodes>(count), std::vector<Bits>(count, Bits(count)), std::nullopt};
    std::vector<std::size_t> waiting(count);
    for (const auto& [from, to] : edges) {
        if (from >= count || to >= count || from == to) continue;
        order.next[from].push_back(to);
        order.before[to].push_back(from);
        ++waiting[to];
    }
    Nodes ready;
    for (std::size_t i = 0; i < count; ++i)
        if (waiting[i] == 0) ready.push_back(i);
    for (std::size_t at = 0; at < ready.size(); ++at) {
        const std::size_t node = ready[at];
        for (const std::size_t from : order.before[node]) {
            order.above[node].set(from);
            order.above[node].add(order.above[from]);
        }
        for (const std::size_t to : order.next[node])
            if (--waiting[to] == 0) ready.push_back(to);
    }
    Structured out;
    if (count == 0) return out;
    Nodes all(count);
    std::iota(all.begin(), all.end(), std::size_t(0));
    Structure found = order.decompose(all);
    if (order.crossing) {
        out.crosses = true;
        out.crossing = *order.crossing;
        return out;
    }
    if (found.kind == Structure::Kind::series) out.whole = std::move(found);
    else out.whole.parts.push_back(std::move(found));
    return out;
}

}  // namespace weft::metaflow
