// Where each node of a layer stands: the places its neighbours pull it to, kept apart and in order by weighted isotonic regression
// (pool adjacent violators), sweep by sweep; afterwards long edges and chains are drawn straight where there is room.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/layout/layered.h"

namespace weft::layout {

namespace {

class Placer {
  public:
    Placer(Layered& graph, const std::vector<Size>& sizes, const Options& options) : graph_(graph), sizes_(sizes), options_(options) {}

    void run() {
        stack();
        const int sweeps = graph_.layer.size() > 60'000 ? 4 : graph_.layer.size() > 4'000 ? 8 : 24;
        for (int i = 0; i < sweeps; ++i) {
            const bool both = i >= sweeps / 2;
            for (std::size_t l = 0; l < graph_.rows.size(); ++l) pull(l, true, both && l > 0);
            for (std::size_t l = graph_.rows.size(); l-- > 0;) pull(l, both && l + 1 < graph_.rows.size(), true);
        }
        straighten();
        for (std::size_t l = 0; l < graph_.rows.size(); ++l) round(l);
    }

  private:
    double half(int node) const { return graph_.is_dummy(node) ? 0 : sizes_[std::size_t(node)].h / 2; }
    double apart(int above, int below) const {
        const bool edge = graph_.is_dummy(above) || graph_.is_dummy(below);
        return half(above) + half(below) + (edge ? options_.edge_gap : options_.row_gap);
    }
    double& y(int node) { return graph_.y[std::size_t(node)]; }

    // The tightest stacking, each layer's middle on one line.
    void stack() {
        graph_.y.assign(graph_.layer.size(), 0);
        for (const auto& row : graph_.rows) {
            for (std::size_t i = 1; i < row.size(); ++i) y(row[i]) = y(row[i - 1]) + apart(row[i - 1], row[i]);
            const double middle = row.empty() ? 0 : (y(row.front()) + y(row.back())) / 2;
            for (const int node : row) y(node) -= middle;
        }
    }

    // Long edges want to be straight more than short ones do.
    double strength(int a, int b) const { return graph_.is_dummy(a) && graph_.is_dummy(b) ? 8 : graph_.is_dummy(a) || graph_.is_dummy(b) ? 2 : 1; }

    void pull(std::size_t layer, bool by_before, bool by_after) {
        const auto& row = graph_.rows[layer];
        wanted_.resize(row.size()), weight_.resize(row.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            double sum = 0, weight = 0;
            const auto add = [&](std::span<const int> near) {
                for (const int each : near) {
                    const double s = strength(row[i], each);
                    sum += s * y(each), weight += s;
                }
            };
            if (by_before) add(graph_.before[row[i]]);
            if (by_after) add(graph_.after[row[i]]);
            wanted_[i] = weight > 0 ? sum / weight : y(row[i]);
            weight_[i] = weight > 0 ? weight : 0.01;
        }
        regress(row);
    }

    // Least squares to wanted_, with y[i + 1] - y[i] >= apart.
    void regress(const std::vector<int>& row) {
        blocks_.clear();
        double offset = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) offset += apart(row[i - 1], row[i]);
            Block block{(wanted_[i] - offset) * weight_[i], weight_[i], i};
            while (!blocks_.empty() && blocks_.back().mean() > block.mean()) {
                block.sum += blocks_.back().sum, block.weight += blocks_.back().weight, block.first = blocks_.back().first;
                blocks_.pop_back();
            }
            blocks_.push_back(block);
        }
        offset = 0;
        for (std::size_t b = 0, i = 0; b < blocks_.size(); ++b) {
            const std::size_t end = b + 1 < blocks_.size() ? blocks_[b + 1].first : row.size();
            for (; i < end; ++i) {
                if (i > 0) offset += apart(row[i - 1], row[i]);
                y(row[i]) = blocks_[b].mean() + offset;
            }
        }
    }

    double low(int node) {
        const auto& row = graph_.rows[std::size_t(graph_.layer[std::size_t(node)])];
        const int at = graph_.position[std::size_t(node)];
        return at == 0 ? -1e18 : y(row[std::size_t(at) - 1]) + apart(row[std::size_t(at) - 1], node);
    }
    double high(int node) {
        const auto& row = graph_.rows[std::size_t(graph_.layer[std::size_t(node)])];
        const std::size_t next = std::size_t(graph_.position[std::size_t(node)]) + 1;
        return next == row.size() ? 1e18 : y(row[next]) - apart(node, row[next]);
    }

    // One line through all of them, if the neighbours leave room for one.
    void line_up(std::span<const int> nodes) {
        double from = -1e18, to = 1e18, sum = 0;
        for (const int node : nodes) from = std::max(from, low(node)), to = std::min(to, high(node)), sum += y(node);
        if (nodes.size() < 2 || from > to) return;
        const double at = std::clamp(sum / double(nodes.size()), from, to);
        for (const int node : nodes) y(node) = at;
    }

    bool follows_alone(int node) const { return graph_.after.degree(node) == 1 && graph_.before.degree(graph_.after[node][0]) == 1; }

    void straighten() {
        for (int pass = 0; pass < 2; ++pass) {
            for (const auto& chain : graph_.chain) line_up(chain);
            std::vector<int> line;
            for (int node = 0; node < graph_.real; ++node) {
                const bool head = graph_.before.degree(node) != 1 || !follows_alone(graph_.before[node][0]);
                if (!head || !follows_alone(node)) continue;
                line.assign(1, node);
                while (follows_alone(line.back())) line.push_back(graph_.after[line.back()][0]);
                line_up(line);
            }
        }
    }

    // Whole pixels; the distances stay, because what is rounded is what is left after them.
    void round(std::size_t layer) {
        const auto& row = graph_.rows[layer];
        double offset = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) offset += apart(row[i - 1], row[i]);
            y(row[i]) = std::floor(y(row[i]) - offset + 0.5 + 1e-6) + offset;
        }
    }

    struct Block {
        double sum, weight;
        std::size_t first;
        double mean() const { return sum / weight; }
    };
    Layered& graph_;
    const std::vector<Size>& sizes_;
    const Options& options_;
    std::vector<double> wanted_, weight_;
    std::vector<Block> blocks_;
};

}  // namespace

void place_rows(Layered& graph, const std::vector<Size>& sizes, const Options& options) { Placer(graph, sizes, options).run(); }

}  // namespace weft::layout
