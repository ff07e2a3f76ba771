// After a small edit nothing a person knows has moved; a part laid out by itself leaves the rest alone.
#include <QTest>
#include <random>

#include "core/layout/again.h"

using namespace weft::layout;
using weft::Point;

namespace {

Graph random_dag(unsigned seed, int nodes) {
    std::mt19937 random(seed);
    Graph g;
    for (int i = 0; i < nodes; ++i) g.sizes.push_back({196, 62});
    for (int i = 0; i < nodes * 3 / 2; ++i) {
        const int to = 1 + int(random() % unsigned(nodes - 1));
        g.edges.emplace_back(int(random() % unsigned(to)), to);
    }
    return g;
}

Before before(const Drawing& drawing) {
    Before out;
    for (const Point& at : drawing.at) out.at.emplace_back(at);
    out.bends = drawing.bends;
    return out;
}

int overlaps(const Graph& g, const std::vector<Point>& at) {
    int count = 0;
    for (std::size_t a = 0; a < at.size(); ++a)
        for (std::size_t b = a + 1; b < at.size(); ++b)
            count += at[a].x < at[b].x + g.sizes[b].w && at[b].x < at[a].x + g.sizes[a].w && at[a].y < at[b].y + g.sizes[b].h && at[b].y < at[a].y + g.sizes[a].h;
    return count;
}

}  // namespace

class LayoutAgainTest : public QObject {
    Q_OBJECT

  private slots:
    void a_new_leaf_stands_behind_its_parent() {
        for (unsigned seed = 1; seed <= 6; ++seed) {
            const Graph g = random_dag(seed, 60);
            const Drawing old = lay_out(g);
            for (int parent = 0; parent < 60; parent += 7) {
                Graph edited = g;
                edited.sizes.push_back({196, 62});
                edited.edges.emplace_back(parent, 60);
                Before known = before(old);
                known.at.emplace_back(std::nullopt);
                const Drawing now = lay_out_again(edited, known);
                QVERIFY(std::equal(old.at.begin(), old.at.end(), now.at.begin()));
                QCOMPARE(overlaps(edited, now.at), 0);
                QVERIFY(now.at[60].x > now.at[std::size_t(parent)].x + 196);
                QVERIFY(now.at[60].y >= 0);
                QVERIFY(std::equal(old.bends.begin(), old.bends.end(), now.bends.begin()));
                QVERIFY(now.at == lay_out_again(edited, known).at);
            }
        }
    }

    void where_there_is_room_the_leaf_is_in_line() {
        Graph g;
        g.sizes.resize(3);
        g.edges = {{0, 1}, {1, 2}};
        const Drawing old = lay_out(g);
        g.sizes.emplace_back();
        g.edges.emplace_back(2, 3);
        Before known = before(old);
        known.at.emplace_back(std::nullopt);
        QCOMPARE(lay_out_again(g, known).at[3], (Point{768, 0}));
        g.edges.back() = {0, 3};                                          // the place behind it is taken: under it, off the edges
        QCOMPARE(lay_out_again(g, known).at[3], (Point{256, 102}));
    }

    void a_new_first_task_stands_before_what_follows_it() {
        Graph g;
        g.sizes.resize(2);
        g.edges = {{0, 1}};
        g.sizes.emplace_back();
        g.edges.emplace_back(2, 1);
        const Drawing now = lay_out_again(g, {{Point{0, 0}, Point{400, 0}, std::nullopt}, {}});
        QVERIFY(now.at[2].x + 196 < 400);
        QCOMPARE(overlaps(g, now.at), 0);
    }

    void several_new_ones_find_places_of_their_own() {
        const Graph g = random_dag(3, 40);
        const Drawing old = lay_out(g);
        Graph edited = g;
        Before known = before(old);
        for (int i = 40; i < 52; ++i) {
            edited.sizes.push_back({196, 62});
            edited.edges.emplace_back(i == 46 ? 51 : i > 46 ? i - 1 : 5, i);   // a fan, then a chain, and one pair that is a circle
            known.at.emplace_back(std::nullopt);
        }
        const Drawing now = lay_out_again(edited, known);
        QVERIFY(std::equal(old.at.begin(), old.at.end(), now.at.begin()));
        QCOMPARE(overlaps(edited, now.at), 0);
    }

    void a_new_edge_and_a_removed_node_move_nothing() {
        const Graph g = random_dag(2, 50);
        const Drawing old = lay_out(g);
        Graph more = g;
        more.edges.emplace_back(40, 3);
        QVERIFY(lay_out_again(more, before(old)).at == old.at);
        Graph less = g;
        less.sizes.pop_back();                                            // its edges dangle, which does no harm
        Before known = before(old);
        known.at.pop_back();
        const Drawing now = lay_out_again(less, known);
        QVERIFY(std::equal(now.at.begin(), now.at.end(), old.at.begin()));
        QCOMPARE(now.at.size(), std::size_t(49));
    }

    void with_nothing_known_it_is_the_first_drawing() {
        const Graph g = random_dag(4, 30);
        QVERIFY(lay_out_again(g, {}).at == lay_out(g).at);
        QVERIFY(lay_out_again({}, {}).at.empty());
    }

    void a_cancelled_one_is_empty() {
        const std::atomic<bool> cancel = true;
        Options options;
        options.cancel = &cancel;
        Graph g;
        g.sizes.resize(2);
        const Drawing now = lay_out_again(g, {{Point{0, 0}, std::nullopt}, {}}, options);
        QVERIFY(now.cancelled && now.at.empty());
        const std::vector<Point> at{{0, 0}, {9, 9}};
        QVERIFY(lay_out_some(g, at, {true, true}, options) == at);
    }

    void a_part_is_put_in_order_where_it_stands() {
        Graph g;
        g.sizes.resize(5);
        g.edges = {{0, 1}, {1, 2}, {3, 4}, {2, 3}};
        const std::vector<Point> at{{0, 0}, {700, 900}, {300, 700}, {350, 1'300}, {2'000, 0}};
        const auto now = lay_out_some(g, at, {false, true, true, true, false});
        QVERIFY(now[0] == at[0] && now[4] == at[4]);
        QCOMPARE(now[1], (Point{300, 700}));
        QCOMPARE(now[2], (Point{556, 700}));
        QCOMPARE(now[3], (Point{812, 700}));
        QVERIFY(lay_out_some(g, at, std::vector<bool>(5, false)) == at);
    }

    void a_part_gives_way_to_the_rest() {
        for (unsigned seed = 1; seed <= 6; ++seed) {
            const Graph g = random_dag(seed, 40);
            const auto at = lay_out(g).at;
            std::vector<bool> chosen(40, false);
            for (std::size_t i = 5; i < 40; i += 4) chosen[i] = true;
            const auto now = lay_out_some(g, at, chosen);
            for (std::size_t i = 0; i < 40; ++i) QVERIFY(chosen[i] || now[i] == at[i]);
            QCOMPARE(overlaps(g, now), 0);
            for (const auto& [from, to] : g.edges)
                if (chosen[std::size_t(from)] && chosen[std::size_t(to)]) QVERIFY(now[std::size_t(from)].x < now[std::size_t(to)].x);
        }
    }
};

QTEST_GUILESS_MAIN(LayoutAgainTest)
#include "tst_layout_again.moc"
