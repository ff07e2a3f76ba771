// Network simplex on the layers (Gansner, Koutsofios, North, Vo, IEEE TSE 19(3) 1993), stopped after a given amount of work: the layers are valid at any moment.
// A tree of tight edges spans the part. Moving one side of a tree edge by a layer saves as many layers of edge as more edges leave that side than enter it,
// and this is a sum over the side's nodes: no cut values need to be carried along, only sums over subtrees.
#include <algorithm>
#include <queue>

#include "core/layout/layered.h"

namespace weft::layout {

namespace {

class Simplex {
  public:
    Simplex(const std::vector<std::pair<int, int>>& edges, std::vector<int>& layer, long work)
        : edges_(edges), layer_(layer), n_(int(layer.size())), work_(work) {
        std::vector<std::pair<int, int>> at;
        for (std::size_t i = 0; i < edges.size(); ++i) at.emplace_back(edges[i].first, int(i));
        out_ = Adjacency(n_, at);
        at.clear();
        for (std::size_t i = 0; i < edges.size(); ++i) at.emplace_back(edges[i].second, int(i));
        in_ = Adjacency(n_, at);
    }

    void run() {
        if (n_ < 3 || !span()) return;
        up_.assign(std::size_t(n_), -1), low_.assign(std::size_t(n_), 0), high_.assign(std::size_t(n_), 0), sum_.assign(std::size_t(n_), 0);
        order_.assign(std::size_t(n_), 0);
        number(0, -1, 0);
        std::size_t next = 0;
        while (work_ > 0) {
            const int leaving = worst(next);
            if (leaving < 0) return;
            const int entering = replacement(leaving);
            if (entering < 0) return;
            exchange(leaving, entering);
        }
    }

  private:
    int tail(int edge) const { return edges_[std::size_t(edge)].first; }
    int head(int edge) const { return edges_[std::size_t(edge)].second; }
    int slack(int edge) const { return layer_[std::size_t(head(edge))] - layer_[std::size_t(tail(edge))] - 1; }
    int other_end(int edge, int node) const { return tail(edge) == node ? head(edge) : tail(edge); }
    int below(int edge) const { return up_[std::size_t(tail(edge))] == edge ? tail(edge) : head(edge); }   // the end farther from the root
    bool within(int node, int top) const { return low_[std::size_t(top)] <= high_[std::size_t(node)] && high_[std::size_t(node)] <= high_[std::size_t(top)]; }
    void link(int edge) {
        tree_.push_back(edge);
        tree_at_[std::size_t(tail(edge))].push_back(edge);
        tree_at_[std::size_t(head(edge))].push_back(edge);
    }

    // The spanning tree: what tight edges connect, then the smallest piece moves until it touches another. False = not connected.
    bool span() {
        tree_at_.assign(std::size_t(n_), {});
        std::vector<int> piece(std::size_t(n_), 0);
        std::vector<std::vector<int>> members(piece.size());
        for (int i = 0; i < n_; ++i) piece[std::size_t(i)] = i, members[std::size_t(i)].push_back(i);
        const auto merge = [&](int a, int b) {
            if (members[std::size_t(a)].size() < members[std::size_t(b)].size()) std::swap(a, b);
            for (const int each : members[std::size_t(b)]) piece[std::size_t(each)] = a, members[std::size_t(a)].push_back(each);
            std::vector<int>().swap(members[std::size_t(b)]);
            return a;
        };
        for (int edge = 0; edge < int(edges_.size()); ++edge) {
            const int a = piece[std::size_t(tail(edge))], b = piece[std::size_t(head(edge))];
            if (slack(edge) == 0 && a != b) link(edge), merge(a, b);
        }
        std::priority_queue<std::pair<int, int>, std::vector<std::pair<int, int>>, std::greater<>> smallest;
        for (int i = 0; i < n_; ++i)
            if (!members[std::size_t(i)].empty()) smallest.emplace(int(members[std::size_t(i)].size()), i);
        while (!smallest.empty()) {
            const auto [size, at] = smallest.top();
            smallest.pop();
            if (int(members[std::size_t(at)].size()) != size) continue;
            if (size == n_) return true;
            int best = -1, by = 0;
            const auto consider = [&](int edge, int to, int direction) {
                if (piece[std::size_t(to)] == at || (best >= 0 && slack(edge) >= std::abs(by))) return;
                best = edge, by = slack(edge) * direction;
            };
            for (const int node : members[std::size_t(at)]) {
                for (const int edge : out_[node]) consider(edge, head(edge), 1);
                for (const int edge : in_[node]) consider(edge, tail(edge), -1);
            }
            if (best < 0) return false;
            for (const int node : members[std::size_t(at)]) layer_[std::size_t(node)] += by;
            link(best);
            const int joined = merge(piece[std::size_t(tail(best))], piece[std::size_t(head(best))]);
            smallest.emplace(int(members[std::size_t(joined)].size()), joined);
            work_ -= size;
        }
        return false;
    }

    // Postorder numbers from `first` on for the tree below `root`, and how many more edges leave than enter each subtree.
    void number(int root, int edge_up, int first) {
        stack_.assign(1, {root, 0});
        up_[std::size_t(root)] = edge_up, low_[std::size_t(root)] = first;
        int next = first;
        while (!stack_.empty()) {
            auto& [node, at] = stack_.back();
            if (at == 0) sum_[std::size_t(node)] = out_.degree(node) - in_.degree(node);
            const auto& around = tree_at_[std::size_t(node)];
            if (at < around.size() && around[at] == up_[std::size_t(node)]) ++at;
            if (at < around.size()) {
                const int edge = around[at++], to = other_end(edge, node);
                up_[std::size_t(to)] = edge, low_[std::size_t(to)] = next;
                stack_.emplace_back(to, 0);
                continue;
            }
            high_[std::size_t(node)] = next, order_[std::size_t(next++)] = node;
            const int sum = sum_[std::size_t(node)];
            stack_.pop_back();
            if (!stack_.empty()) sum_[std::size_t(stack_.back().first)] += sum;
        }
        work_ -= next - first;
    }

    int cut(int edge) const {
        const int node = below(edge);
        return tail(edge) == node ? sum_[std::size_t(node)] : -sum_[std::size_t(node)];
    }

    // The most wasteful of the next few wasteful tree edges.
    int worst(std::size_t& next) {
        int found = -1, least = 0, seen = 0;
        for (std::size_t i = 0; i < tree_.size(); ++i) {
            const std::size_t at = (next + i) % tree_.size();
            const int value = cut(tree_[at]);
            if (value >= 0) continue;
            if (value < least) least = value, found = int(at);
            if (++seen == 30) {
                next = at + 1;
                break;
            }
        }
        return found;
    }

    // The shortest edge that connects the two sides the other way.
    int replacement(int at) {
        const int edge = tree_[std::size_t(at)], top = below(edge);
        const int first = low_[std::size_t(top)], last = high_[std::size_t(top)];
        const bool leaves = tail(edge) == top, small = last - first + 1 <= n_ / 2;
        int best = -1;
        const auto look = [&](int node, const Adjacency& side, bool inside) {
            for (const int each : side[node])
                if (within(other_end(each, node), top) != inside && (best < 0 || slack(each) < slack(best))) best = each;
        };
        work_ -= small ? last - first + 1 : n_ - (last - first + 1);
        if (small) {
            for (int i = first; i <= last && (best < 0 || slack(best) > 0); ++i) look(order_[std::size_t(i)], leaves ? in_ : out_, true);
        } else {
            for (int i = 0; i < n_ && (best < 0 || slack(best) > 0); ++i)
                if (i < first || i > last) look(order_[std::size_t(i)], leaves ? out_ : in_, false);
        }
        return best;
    }

    void exchange(int at, int entering) {
        const int leaving = tree_[std::size_t(at)], top = below(leaving);
        const int by = slack(entering), first = low_[std::size_t(top)], last = high_[std::size_t(top)];
        const int direction = tail(leaving) == top ? -1 : 1;
        if (last - first + 1 <= n_ / 2) {
            for (int i = first; i <= last; ++i) layer_[std::size_t(order_[std::size_t(i)])] += direction * by;
        } else {
            for (int i = 0; i < n_; ++i)
                if (i < first || i > last) layer_[std::size_t(order_[std::size_t(i)])] -= direction * by;
        }
        int meeting = tail(entering);                             // the lowest node above both ends: nothing outside its subtree changes
        while (!within(head(entering), meeting)) meeting = other_end(up_[std::size_t(meeting)], meeting);
        for (const int node : {tail(leaving), head(leaving)}) std::erase(tree_at_[std::size_t(node)], leaving);
        tree_[std::size_t(at)] = entering;
        tree_at_[std::size_t(tail(entering))].push_back(entering);
        tree_at_[std::size_t(head(entering))].push_back(entering);
        number(meeting, up_[std::size_t(meeting)], low_[std::size_t(meeting)]);
    }

    const std::vector<std::pair<int, int>>& edges_;
    std::vector<int>& layer_;
    int n_;
    long work_;
    Adjacency out_, in_;
    std::vector<int> tree_;
    std::vector<std::vector<int>> tree_at_;                       // tree edges of each node
    std::vector<int> up_, low_, high_, order_, sum_;              // edge towards the root; postorder numbers of the subtree; nodes by number
    std::vector<std::pair<int, std::size_t>> stack_;
};

}  // namespace

void shorten_edges(const std::vector<std::pair<int, int>>& edges, std::vector<int>& layer, long work) { Simplex(edges, layer, work).run(); }

}  // namespace weft::layout
