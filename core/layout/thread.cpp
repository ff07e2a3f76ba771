// Lines drawn anew: a line of nodes, one a layer, each linked to the next (the points of a long edge, the steps of a chain), is taken out and put back along the
// way with the fewest crossings. That is a shortest path through the gaps between the nodes of every layer, found layer by layer; exchanges of neighbours
// alone do not find it, because half the way to a better place is often worse.
#include <algorithm>
#include <limits>

#include "core/layout/layered.h"

namespace weft::layout {

namespace {

constexpr int lead = 6;                                           // nodes of a line redrawn beyond its last crossed one
constexpr int reach = 12;                                         // places looked at above and below the one it has

class Threader {
  public:
    explicit Threader(Layered& graph) : graph_(graph) {}

    long run(const std::vector<char>& crossed, unsigned turn) {
        choose_links(turn);
        long saved = 0;
        std::vector<int> line;
        for (std::size_t node = 0; node < graph_.layer.size(); ++node) {
            if (back_[node] >= 0 || is_hub(int(node))) continue;
            line.clear();
            int idle = 0;                                         // nodes since the last crossed one: far from crossings there is nothing to gain
            for (int at = int(node); at >= 0; at = ahead_of(at)) {
                idle = crossed[std::size_t(at)] ? 0 : idle + 1;
                if (idle == 0 || !line.empty()) line.push_back(at);
                if (idle > 2 * lead && !line.empty()) {
                    line.resize(line.size() - std::size_t(lead));
                    saved += put_back(line);
                    line.clear();
                }
            }
            if (idle < int(line.size())) saved += put_back(line);
        }
        return saved;
    }

  private:
    struct Window {
        int from = 0, to = 0, now = 0;                            // first and last gap looked at, the one taken now; a gap is named by the node below it
        std::size_t choices = 0;                                  // of this layer in choice_
    };

    // Which of its links a node's line goes along: another one every turn.
    static constexpr int hub = 40;                                // nodes with more links stay: they cost too much to look at
    bool is_hub(int node) const { return graph_.before.degree(node) > hub || graph_.after.degree(node) > hub; }
    int pick(std::span<const int> near, unsigned turn) const { return near.empty() ? -1 : near[turn % near.size()]; }
    void choose_links(unsigned turn) {
        next_.resize(graph_.layer.size()), back_.resize(graph_.layer.size());
        for (std::size_t i = 0; i < next_.size(); ++i) next_[i] = pick(graph_.after[int(i)], turn), back_[i] = pick(graph_.before[int(i)], turn);
        for (std::size_t i = 0; i < next_.size(); ++i)
            if (back_[i] >= 0 && (next_[std::size_t(back_[i])] != int(i) || is_hub(int(i)) || is_hub(back_[i]))) back_[i] = -1;
    }
    int ahead_of(int node) const {
        const int next = next_[std::size_t(node)];
        return next >= 0 && back_[std::size_t(next)] == node ? next : -1;
    }

    int place(int node) const { return graph_.position[std::size_t(node)]; }
    // Its index among the others when the line's own node of that layer is taken out.
    static int without(int position, int own) { return position - (position > own ? 1 : 0); }
    const std::vector<int>& row(int node) const { return graph_.rows[std::size_t(graph_.layer[std::size_t(node)])]; }
    int other(int own, int index) const { return row(own)[std::size_t(index < place(own) ? index : index + 1)]; }

    long put_back(const std::vector<int>& line) {
        windows_.clear(), choice_.clear();
        for (const int node : line) {
            const int at = place(node), last = int(row(node).size()) - 1;
            windows_.push_back({std::max(0, at - reach), std::min(last, at + reach), at, choice_.size()});
            choice_.resize(choice_.size() + std::size_t(windows_.back().to - windows_.back().from) + 1);
        }
        best_.assign(std::size_t(windows_[0].to - windows_[0].from) + 1, 0);
        now_ = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            for (const int each : graph_.before[line[i]])
                if (i == 0 || each != line[i - 1]) link_to(each, line[i], windows_[i], graph_.before);
            for (const int each : graph_.after[line[i]])
                if (i + 1 == line.size() || each != line[i + 1]) link_to(each, line[i], windows_[i], graph_.after);
            if (i + 1 < line.size()) cross_gap(line[i], line[i + 1], windows_[i], windows_[i + 1]);
        }
        const Window& last = windows_.back();
        std::size_t at = std::size_t(last.now - last.from);
        for (std::size_t i = 0; i < best_.size(); ++i)
            if (best_[i] < best_[at]) at = i;
        const int best_at_end = best_[at];
        if (now_ <= best_at_end) return 0;
        gaps_.clear();
        for (std::size_t i = line.size(); i-- > 0;) {
            gaps_.push_back(windows_[i].from + int(at));
            at = std::size_t(choice_[windows_[i].choices + at]);
        }
        std::ranges::reverse(gaps_);
        long saved = now_ - best_at_end;
        for (std::size_t i = 0; i + 1 < line.size(); ++i) saved += not_in_sum(line, i);
        if (saved < 0) return 0;
        for (std::size_t i = 0; i < line.size(); ++i) move(line[i], gaps_[i]);
        return saved;
    }

    // Where a node of the line and the next one both have other links, these may cross each other; the sum saw each with the other end where it is now.
    int not_in_sum(const std::vector<int>& line, std::size_t i) const {
        int more = 0;
        for (const int to : graph_.after[line[i]]) {
            if (to == line[i + 1]) continue;
            for (const int from : graph_.before[line[i + 1]]) {
                if (from == line[i]) continue;
                const int start = without(place(from), place(line[i])), end = without(place(to), place(line[i + 1]));
                const bool start_now = start < windows_[i].now, start_then = start < gaps_[i];
                const bool end_now = end < windows_[i + 1].now, end_then = end < gaps_[i + 1];
                const int now = start_now == end_now;             // they cross
                more += (start_then == end_now) + (start_now == end_then) - 2 * now - ((start_then == end_then) - now);
            }
        }
        return more;
    }

    // What a link to a node outside the line costs in each gap, relative to the first gap.
    void link_to(int outside, int own, const Window& window, const Adjacency& side) {
        const int end = place(outside);
        int cost = 0;
        for (int gap = window.from; gap <= window.to; ++gap) {
            best_[std::size_t(gap - window.from)] += cost;
            if (gap == window.now) now_ += cost;
            if (gap == window.to) break;
            for (const int each : side[other(own, gap)]) cost += place(each) > end ? 1 : place(each) < end ? -1 : 0;
        }
    }

    void cross_gap(int own, int next, const Window& here, const Window& there) {
        const int size = here.to - here.from + 1;
        int* const cost = cost_;
        const int* const best = best_.data();
        int first = 0;
        for (int i = 0; i < size; ++i) {
            cost[i] = first;
            if (i + 1 == size) break;
            for (const int each : graph_.after[other(own, here.from + i)]) 
                first += each == next ? 0 : without(place(each), place(next)) >= there.from ? 1 : -1;
        }
        ahead_.resize(std::size_t(there.to - there.from) + 1);
        int now = 0;
        for (int gap = there.from; gap <= there.to; ++gap) {
            int least = std::numeric_limits<int>::max();
            for (int i = 0; i < size; ++i) sum_[i] = best[i] + cost[i];
            for (int i = 0; i < size; ++i) least = std::min(least, sum_[i]);
            int at = 0;
            while (sum_[at] != least) ++at;
            ahead_[std::size_t(gap - there.from)] = least;
            choice_[there.choices + std::size_t(gap - there.from)] = at;
            if (gap == there.now) now = cost[here.now - here.from];
            if (gap == there.to) break;
            for (const int each : graph_.before[other(next, gap)]) {
                if (each == own) continue;
                const int split = std::clamp(without(place(each), place(own)) - here.from + 1, 0, size);
                for (int i = 0; i < split; ++i) ++cost[i];
                for (int i = split; i < size; ++i) --cost[i];
            }
        }
        now_ += now;
        best_.swap(ahead_);
    }

    void move(int node, int to) {
        auto& row = graph_.rows[std::size_t(graph_.layer[std::size_t(node)])];
        const int at = place(node);
        const auto begin = row.begin();
        if (to < at) std::rotate(begin + to, begin + at, begin + at + 1);
        else std::rotate(begin + at, begin + at + 1, begin + to + 1);
        for (int i = std::min(at, to); i <= std::max(at, to); ++i) graph_.position[std::size_t(row[std::size_t(i)])] = i;
    }

    Layered& graph_;
    std::vector<Window> windows_;
    std::vector<int> next_, back_;                                // the link each node's line wants to go along
    std::vector<int> choice_, best_, ahead_, gaps_;
    int cost_[2 * reach + 1], sum_[2 * reach + 1];
    int now_ = 0;                                                 // what the way taken now costs
};

}  // namespace

long thread_lines(Layered& graph, const std::vector<char>& crossed, unsigned turn) { return Threader(graph).run(crossed, turn); }

}  // namespace weft::layout
